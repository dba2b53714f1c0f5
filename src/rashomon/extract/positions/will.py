"""Stances told by will and by verdict: "it will never accept …", "would send envoys", "is out of the question"."""

from rashomon.extract import certainty
from rashomon.extract.clauses import interposed, is_negated, modal, of_nothing, subject, without
from rashomon.extract.found import Found
from rashomon.extract.issuer import answers_for_party
from rashomon.extract.parties import Parties
from rashomon.extract.pledges.promise import speaker_of
from rashomon.extract.positions.clefts import refused
from rashomon.extract.positions.holders import speaker_for
from rashomon.extract.positions.stances import stance_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Stance, Statement

# Stances told by their own verbs that one takes as well by saying what one will do ("would oppose any role for it").
_WILLED_SO = frozenset({"opposes", "supports", "accepts", "rejects"})
_Told = tuple[Stance, list[Token], tuple[Link, ...]]


def ruled_out(analysis: Analysis, found: Found, parties: Parties, verb: Token) -> _Told | None:
    """Read "what Chile will not do is sit down with them": refused by whom it names, else by who says so."""
    told = refused(verb)
    if told is None:
        return None
    doer, issue = told
    named = tuple(link for link in parties.party(doer) if link.mention)
    speaker = speaker_of(analysis, found, verb)
    if speaker is None:  # "…; that, Mr Holt said, is a line no government will cross"
        sentence = analysis.sentence_of(verb)
        near = found.within(Statement, sentence.start, sentence.end)
        speaker = next((link for one in near for link in one.speaker), None)
    holder = named or ((speaker,) if speaker is not None and answers_for_party(analysis, found, speaker) else ())
    return ("rejects", issue, holder) if holder and issue else None


def willed(analysis: Analysis, found: Found, parties: Parties, verb: Token) -> _Told | None:
    """Read "it will never accept X", "would send a delegation to talks": what a party says it will do or not."""
    could = verb.lemma in words("positions", "allowed") and any(one.lower == "could" for one in verb.all("aux"))
    will = modal(verb) or (verb if could else None)
    doer = subject(verb) or interposed(analysis, verb)
    if will is None or doer is None or verb.child("auxpass") is not None or doer.tag in ("WDT", "WP"):
        return None
    if will.lower == "shall" and doer.lower not in ("we", "i"):
        return None  # "each side shall open its roads" is what a paper lays down
    stance = _by_will(verb)
    plain = stance_of(verb) if stance is None else (None, [])
    stance = stance or (plain[0] if plain[0] in _WILLED_SO else None)
    conditional = any(one.dep == "mark" and one.lower in ("if", "unless", "whether") for one in verb.children)
    if stance is None or conditional or _is_forecast(analysis, found, verb):
        return None
    holder = speaker_for(found, analysis, verb, doer, parties)
    return (stance, plain[1] or _task(verb), holder) if holder else None


def _by_will(verb: Token) -> Stance | None:
    """The stance of what one will or will not do."""
    if is_negated(verb) or of_nothing(verb):
        if verb.lemma == "go":
            backs = [one for one in verb.all("advmod", "prt") if one.lower == "back"]
            into = [
                one
                for prep in [*verb.all("prep"), *(kid for one in backs for kid in one.all("prep"))]
                for one in prep.all("pobj") if prep.lower in ("to", "into", "before")
            ]  # fmt: skip
            things = words("positions", "talks") | (words("positions", "former") if backs else frozenset())
            return "rejects" if any(one.lemma.lower() in things for one in into) else None
        if verb.lemma == "sit" and verb.child("prep") is None:
            return None  # "would not sit down", said of a man on his feet
        if any(one.lemma.lower() in words("positions", "untold_things") for one in verb.all("dobj")):
            return None  # "will give no figure"
        return "rejects" if verb.lemma in words("positions", "refusable") else None
    for stance, verbs in lexicon("positions")["willed"].items():
        if verb.lemma in verbs:
            things = lexicon("positions")["willed_things"].get(verb.lemma)
            how = lexicon("positions")["willed_with"].get(verb.lemma)
            if how is not None and not any(one.lower in how for one in verb.all("prep", "prt", "advmod")):
                continue
            objects = [one.lemma.lower() for one in verb.all("dobj")]
            objects += ["what" for one in verb.all("ccomp") if any(kid.lower == "what" for kid in one.children)]
            if things is None or any(one in things for one in objects):
                return stance  # type: ignore[no-any-return]
    return None


def _is_forecast(analysis: Analysis, found: Found, verb: Token) -> bool:
    """Whether somebody guesses or the report argues in its own voice."""
    guessed = any(one.lower in words("pledges", "guessing") for one in verb.children)
    voices = certainty.voices(analysis, found, verb)
    comment = analysis.document.genre in ("opinion", "analysis") and len(voices) == 1
    reported = verb.child("aux") is not None and any(one.lower == "would" for one in verb.all("aux"))
    refused = is_negated(verb) or of_nothing(verb)  # "would accept no observers" tells what was refused
    return guessed or comment or (reported and len(voices) == 1 and not refused)


def _task(verb: Token) -> list[Token]:
    """The words of what is done or not done, without conditions; of what is accepted only the object."""
    if verb.lemma in ("accept", "recognize", "recognise", "tolerate", "allow"):
        return [token for noun in verb.all("dobj") for token in noun.subtree]
    loose = [one for one in verb.children if one.i < verb.i or one.dep in ("advcl", "punct", "parataxis", "conj", "cc")]
    kept = without(verb, *loose)
    until = next(
        (one.i for one in kept if one.lower in ("until", "unless", "if", "as") and one.dep in ("mark", "advmod")), None
    )
    return [one for one in kept if until is None or one.i < until]


def verdict(analysis: Analysis, found: Found, verb: Token) -> _Told | None:
    """Read "X is out of the question", "is not negotiable", "will not be discussed": rejected by who says so."""
    passive = verb.child("nsubjpass")
    if passive is not None:
        judged = is_negated(verb) and modal(verb) is not None and verb.lemma in words("positions", "discussed")
    else:
        judged = verb.lemma == "be" and _is_ruled_out(verb)
    doer = passive or verb.child("nsubj", "csubj")
    asked = any(one.lower in ("if", "unless", "whether") for one in verb.all("mark"))
    if not judged or asked or doer is None or doer.pos == "PRON":
        return None
    speaker = speaker_of(analysis, found, verb)
    if speaker is None or not answers_for_party(analysis, found, speaker):
        return None
    return "rejects", doer.subtree, (speaker,)


def _is_ruled_out(verb: Token) -> bool:
    """Whether what stands with "be" leaves nothing to talk of: "unacceptable", "not for sale", "not on the agenda"."""
    if not is_negated(verb):
        judged = any(one.dep == "acomp" and one.lower in words("positions", "verdicts") for one in verb.children)
        return judged or any(
            one.lower in ("out", "off") and any(kid.lemma in ("question", "table") for kid in one.subtree)
            for one in verb.all("prep", "advmod", "acomp")
        )
    open_to = any(one.dep == "acomp" and one.lower in words("positions", "disputable") for one in verb.children)
    return open_to or any(
        one.lower in words("positions", "disputable")
        for above in (verb, *verb.all("acomp"))
        for prep in above.all("prep") if prep.lower in ("for", "on", "up", "under", "open", "part", "at", "to")
        for one in prep.subtree
    )  # fmt: skip
