"""Sayings in set phrases: "is adamant that …", "has it that …", "heard from X that …", "puts the blame on X"."""

from functools import cache

from rashomon.extract.statements.drafts import Draft, cue_of, place_below, takes_of
from rashomon.extract.statements.nouns import acts
from rashomon.extract.statements.sources import Source, is_thing, source_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Act

_FINITE = ("VBD", "VBZ", "VBP")
_BLAMING = {"put", "lay", "pin", "place", "lie", "cast"}
_GUILT = ("blame", "responsibility", "guilt")
_GIVING = ("give", "cite", "quote", "offer", "use", "have")
_NOBODY = ("it", "there", "this", "that", "what", "you", "i", "we")


@cache
def _adjectives() -> dict[str, Act]:
    return {str(one): act for act, group in lexicon("speech")["adjectives"].items() for one in group}


def of_adjective(analysis: Analysis, adjective: Token) -> Draft | None:
    """What somebody is sure of: "The islanders are adamant that the flag stays"."""
    act, be = _adjectives().get(adjective.lower), adjective.head
    if act is None or be.lemma not in ("be", "remain") or adjective.dep not in ("acomp", "oprd") or be.child("neg"):
        return None
    clause = next((one for top in (adjective, be) for one in top.all("ccomp") if one.i > adjective.i), None)
    mark = clause.child("mark") if clause is not None else None
    subject = be.child("nsubj")
    if clause is None or mark is None or mark.lower not in ("that", "whether") or be.tag not in (*_FINITE, "VBN"):
        return None
    source = Source.of(subject) if subject is not None else source_of(analysis, be)
    if not source.heads or source.heads[0].lower in _NOBODY or is_thing(source):
        return None
    place = place_below(clause, mark.i)
    return Draft(cue=[be, adjective], act=act, source=source, content=[place], rule="phrase") if place else None


def of_idiom(analysis: Analysis, verb: Token) -> Draft | None:
    """What a verb tells in a set phrase only: "rumour has it that …", "heard from X that …", "blames … on X"."""
    if verb.tag not in (*_FINITE, "VBN", "VBG") or verb.child("neg", "auxpass") is not None:
        return None
    for find in (_has_it, _is_how, _heard, _blame_on, _right, _gives_number):
        if (draft := find(analysis, verb)) is not None:
            return draft
    return None


def _has_it(analysis: Analysis, verb: Token) -> Draft | None:
    """What somebody has: "The radio has it that the bridge is down"."""
    thing, clause = verb.child("dobj", "nsubj") if verb.lemma == "have" else None, None
    if verb.lemma != "have" or not any(one.lower == "it" and one.i == verb.i + 1 for one in verb.subtree):
        return None
    for top in (verb, *([thing] if thing is not None else [])):
        clause = clause or next((one for one in top.all("ccomp", "acl", "relcl", "advcl") if one.i > verb.i + 1), None)
    mark = clause.child("mark") if clause is not None else None
    source = source_of(analysis, verb)
    if clause is None or mark is None or mark.lower != "that" or mark.i != verb.i + 2 or not source.heads:
        return None
    place = place_below(clause, mark.i)
    return Draft(cue=[verb, analysis.tokens[verb.i + 1]], act="say", source=source, content=[place],
                 rule="phrase") if place else None  # fmt: skip


def _is_how(analysis: Analysis, verb: Token) -> Draft | None:
    """A quotation that "is how the mayor puts it", "was what he told them", "was her answer"."""
    if verb.lemma != "be" or verb.dep != "ROOT":
        return None
    quote = next((one for one in reversed(analysis.quotes) if one.closing <= verb.start), None)
    if quote is None or analysis.document.text[quote.closing : verb.start].strip("”\"’'» ,"):
        return None
    place = (quote.start, quote.end)
    clause = next((one for one in verb.all("ccomp", "attr", "advcl") if one.i > verb.i), None)
    asked = clause is not None and any(one.lower in ("how", "what") and one.i == verb.i + 1 for one in clause.subtree)
    if clause is not None and asked and (clause.lemma == "put" or takes_of(clause)):
        source = source_of(analysis, clause)
        cue = [clause]
    else:
        noun = next((one for one in verb.all("attr") if one.lemma in words("speech", "words")), None)
        source, cue = (Source.of_noun(noun), [noun]) if noun is not None else (Source(), [])
    act = acts().get(cue[0].lemma, "say") if cue and cue[0].pos == "NOUN" else "say"
    return Draft(cue=cue, act=act, source=source, content=[place], rule="phrase") if source.heads else None


def _heard(analysis: Analysis, verb: Token) -> Draft | None:
    """What is heard from somebody: "The inquiry heard from Captain Rho that no order had been given"."""
    source = next((one for one in verb.all("prep") if one.lower == "from" and one.i > verb.i), None)
    who = source.child("pobj") if source is not None else None
    clause = next((one for one in verb.all("ccomp") if who is not None and one.i > who.i), None)
    mark = clause.child("mark") if clause is not None else None
    if verb.lemma not in ("hear", "learn") or who is None or clause is None or mark is None or mark.lower != "that":
        return None
    place = place_below(clause, mark.i)
    return Draft(cue=cue_of(verb), act="say", source=Source.of(who, without=clause), content=[place],
                 rule="phrase") if place else None  # fmt: skip


def _blame_on(analysis: Analysis, verb: Token) -> Draft | None:
    """On whom somebody "puts the blame for the blackout"."""
    thing = verb.child("dobj")
    if verb.lemma in ("pin", "blame") and thing is not None and thing.lemma.lower() not in _GUILT:
        return _pinned(analysis, verb, thing)
    if verb.lemma not in _BLAMING or thing is None or thing.lemma.lower() not in _GUILT:
        return None
    behind = [one for top in (verb, thing) for one in top.subtree if one.dep == "prep" and one.i > thing.i]
    on = next((one for one in behind if one.lower in ("on", "upon", "with") and one.child("pobj") is not None), None)
    about = next((one for one in behind if one.lower == "for" and one.child("pobj", "pcomp") is not None), None)
    source = source_of(analysis, verb)
    whom = on.child("pobj") if on is not None else None
    if whom is None or not source.heads:
        return None
    deed = about.child("pobj", "pcomp") if about is not None else None
    place = place_below(deed, verb.i) if deed is not None else None
    if place is not None and about is not None and on is not None and about.i < on.i:
        place = (place[0], min(place[1], analysis.tokens[on.i - 1].end))
    accused = Source.of(whom, without=about)
    return Draft(cue=[*cue_of(verb), thing], act="accuse", source=source, rule="accused", accused=accused,
                 content=[place or (accused.tokens[0].start, accused.tokens[-1].end)])  # fmt: skip


def _pinned(analysis: Analysis, verb: Token, thing: Token) -> Draft | None:
    """What somebody "pinned on saboteurs", or "blames on the other side"."""
    near = [one for top in (verb, thing) for one in top.all("prep") if one.lower in ("on", "upon") and one.i > thing.i]
    whom = near[0].child("pobj") if near else None
    source = source_of(analysis, verb)
    human = whom is not None and whom.pos in ("NOUN", "PROPN") and (verb.lemma == "blame" or thing.pos != "PROPN")
    if whom is None or not human or not source.heads or is_thing(source):
        return None
    kept = [one for one in thing.subtree if one.i < near[0].i]
    return Draft(cue=cue_of(verb), act="accuse", source=source, rule="accused", accused=Source.of(whom),
                 content=[(kept[0].start, kept[-1].end)])  # fmt: skip


def points(analysis: Analysis, verb: Token) -> Draft | None:
    """What somebody "drew attention to", "spoke in favour of", "spoke out against"."""
    inner: Token | None = None
    act: Act = "say"
    if verb.lemma in ("draw", "call") and any(one.lower == "attention" for one in verb.all("dobj")):
        to = [one for one in verb.subtree if one.dep == "prep" and one.lower == "to" and one.i > verb.i]
        inner = to[0].child("pobj", "pcomp") if to else None
    elif verb.lemma in ("speak", "come"):
        stand = next(
            (one for one in verb.subtree if one.lower in ("favour", "favor", "support") and one.i > verb.i), None
        )
        of = [one for one in verb.subtree if stand is not None and one.lower == "of" and one.i == stand.i + 1]
        against = [one for one in verb.all("prep") if one.lower == "against" and one.i > verb.i]
        inner = (of or against)[0].child("pobj", "pcomp") if of or against else None
        act = "propose" if of else "reject"
    source = source_of(analysis, verb) if inner is not None else Source()
    place = place_below(inner, verb.i) if inner is not None else None
    return Draft(cue=cue_of(verb), act=act, source=source, content=[place],
                 rule="phrase") if place and source.heads and not is_thing(source) else None  # fmt: skip


def _gives_number(analysis: Analysis, verb: Token) -> Draft | None:
    """The number that somebody gives: "gave a figure of 4,000", "cites a total of 31 dead"."""
    thing = verb.child("dobj") if verb.lemma in _GIVING and verb.tag in _FINITE else None
    if thing is None or thing.lemma not in words("speech", "tolls") | {"total"} or thing.i < verb.i:
        return None
    of = next((one for one in thing.all("prep") if one.lower == "of" and one.i == thing.i + 1), None)
    number = of.child("pobj") if of is not None else None
    if number is None or not any(one.tag == "CD" for one in number.subtree):
        return None
    source, place = source_of(analysis, verb), place_below(number)
    if place is None or not source.heads or is_thing(source):
        return None
    return Draft(cue=cue_of(verb), act="say", source=source, content=[place], rule="count")


def _right(analysis: Analysis, verb: Token) -> Draft | None:
    """What somebody "reserves the right" to do."""
    thing = verb.child("dobj")
    if verb.lemma != "reserve" or thing is None or thing.lemma != "right":
        return None
    source = source_of(analysis, verb)
    below = thing.subtree
    deeds = [one for one in verb.all("xcomp", "advcl") if one.i > thing.i]
    end = max([below[-1].end, *(one.subtree[-1].end for one in deeds)])
    return Draft(cue=cue_of(verb), act="threaten", source=source, content=[(below[0].start, end)],
                 rule="phrase") if source.heads else None  # fmt: skip


def is_willing(verb: Token) -> bool:
    """Whether an infinitive of speech is done as told: "was quick to deny it"."""
    above = verb.head
    return verb.dep in ("xcomp", "ccomp") and above.lower in words("speech", "prompt") and above.head.lemma == "be"
