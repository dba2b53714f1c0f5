"""Accusations told otherwise than by "accused": traded between two, a charge "with", being held responsible."""

from rashomon.extract.statements.drafts import Draft, cue_of, place_below
from rashomon.extract.statements.sources import Source, source_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

_TRADING = {"trade", "exchange", "swap"}
_ABOUT = ("of", "over", "for", "about", "on")
_OTHER = ("other", "another")
_RESPONSIBLE = ("responsible", "accountable", "liable")


def traded(noun: Token) -> Draft | None:
    """What each of two accuses the other of: "A and B traded accusations of piracy", "exchanged blame over it"."""
    verb = noun.head
    if noun.dep != "dobj" or verb.lemma not in _TRADING or noun.lemma not in words("speech", "traded"):
        return None
    subject = verb.child("nsubj")
    near = [one for one in (*noun.all("prep"), *verb.all("prep")) if one.lower in _ABOUT and one.i > noun.i]
    about = near[0] if near else None
    inner = about.child("pobj", "pcomp") if about is not None else None
    if subject is None or verb.child("neg") is not None:
        return None
    place = place_below(inner, noun.i) if inner is not None else None
    return Draft(cue=[*cue_of(verb), noun], act="accuse", source=Source.of(subject), rule="traded",
                 content=[place or (noun.start, noun.end)])  # fmt: skip


def charged_with(verb: Token, source: Source) -> Draft | None:
    """What each of two lays at the other's door: "each party charged the other with breaking it"."""
    whom = verb.child("dobj")
    if verb.lemma != "charge" or whom is None or whom.lower not in _OTHER or not source.heads:
        return None
    near = [one for one in (*verb.all("prep"), *whom.all("prep")) if one.lower == "with"]
    return _accusation(verb, source, whom, near)


def held_responsible(analysis: Analysis, verb: Token) -> Draft | None:
    """Whom somebody holds responsible: "held the Front responsible for the raid"."""
    if verb.lemma != "hold" or verb.tag not in ("VBD", "VBZ", "VBP", "VBN") or verb.child("neg", "auxpass") is not None:
        return None
    adjective = next((one for one in verb.subtree if one.lower in _RESPONSIBLE and one.i > verb.i), None)
    if adjective is None or adjective.head not in (verb, verb.child("ccomp"), verb.child("dobj")):
        return None
    whom = adjective.child("nsubj") or verb.child("dobj")
    if whom is None and (clause := verb.child("ccomp")) is not None:
        whom = clause.child("nsubj")
    source = source_of(analysis, verb)
    if whom is None or not source.heads or whom.i > adjective.i:
        return None
    near = [one for one in (*adjective.all("prep"), *verb.all("prep")) if one.lower == "for" and one.i > adjective.i]
    return _accusation(verb, source, whom, near, adjective) or Draft(
        cue=cue_of(verb), act="accuse", source=source, content=[(whom.subtree[0].start, adjective.end)],
        rule="held responsible", accused=_before(whom, adjective),
    )  # fmt: skip


def _before(whom: Token, adjective: Token) -> Source:
    """Who is held responsible, without the words that say so."""
    tokens = tuple(one for one in Source.of(whom).tokens if one.i < adjective.i)
    return Source((whom,), tokens or (whom,))


def _accusation(
    verb: Token, source: Source, whom: Token, prepositions: list[Token], adjective: Token | None = None
) -> Draft | None:
    for one in prepositions:
        inner = one.child("pobj", "pcomp")
        place = place_below(inner, verb.i) if inner is not None else None
        if place is not None:
            accused = _before(whom, adjective) if adjective is not None else Source.of(whom, without=one)
            return Draft(cue=cue_of(verb), act="accuse", source=source, content=[place], rule="accused",
                         accused=accused)  # fmt: skip
    return None
