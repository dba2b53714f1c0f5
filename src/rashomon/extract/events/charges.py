"""Accusations by idiom and ellipsis: "put the raid down to X", "named X as its authors", "Y a patrol of X".

What is laid to somebody's charge and who is charged stand on both sides of a phrase that
the parse takes in many ways; the words are read in a row. An accusation is told only
where what is laid to somebody's charge is a deed of force or a loss by one.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.frames import frame, nouns_after
from rashomon.extract.events.kinds import is_a, nouns_of
from rashomon.extract.events.matching import match_noun
from rashomon.extract.events.patterns import Pattern, noun_patterns, things
from rashomon.extract.events.roles import Links, actors
from rashomon.extract.found import Found
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words

CHARGED = Pattern(type="ACCUSE", mode="allege", word="put", name="laid to charge")
"""Somebody lays a deed to another's charge by an idiom."""
# Words between a verb of laying to somebody's charge and the phrase after which that somebody stands.
_REACH = 18
_NAMING = frozenset({"name", "identify", "call", "brand", "denounce", "see", "cite", "present", "portray", "finger"})
_SAME = frozenset({"same", "that", "much", "likewise"})
_SAYING = frozenset({"say", "allege", "assert", "claim", "charge", "maintain", "affirm"})


def idiomatic(found: Found, tokens: Sequence[Token]) -> Iterator[Deed]:
    """Yield the accusations that a sentence makes by idiom, each with its deed's words as the charge."""
    for verb in tokens:
        if verb.pos != "VERB":
            continue
        deed = _laid(found, verb, tokens) or _named(found, verb) or _the_same(found, verb)
        if deed is not None:
            yield deed


def _laid(found: Found, verb: Token, tokens: Sequence[Token]) -> Deed | None:
    """The accusation of "put the raid down to X", "laid it at X's door"."""
    phrases = _phrases().get(verb.lemma)
    if phrases is None:
        return None
    after = [one for one in tokens if verb.i < one.i <= verb.i + _REACH]
    for phrase in phrases:
        at = _place(after, phrase)
        if at is None:
            continue
        subjects = frame(verb).subjects
        told = after[:at] if verb.child("nsubjpass") is None else [one for one in tokens if one.i < verb.i]
        accused = _accused(found, after[at + len(phrase) :])
        if accused and any(is_charge(one) for one in told):
            cue = [verb, *after[at : at + len(phrase)]]
            return Deed(verb, cue, CHARGED, frame(verb), initiators=actors(found, subjects), recipients=accused)
    return None


@cache
def _phrases() -> dict[str, list[list[str]]]:
    return {line["verb"]: [one.split() for one in line["phrase"]] for line in lexicon("events_words")["charging"]}


def _place(after: Sequence[Token], phrase: Sequence[str]) -> int | None:
    """Where a phrase begins among words; None where it does not stand there."""
    for at in range(len(after) - len(phrase)):
        if all(after[at + n].lower == word for n, word in enumerate(phrase)):
            return at
    return None


def _accused(found: Found, after: Sequence[Token]) -> Links:
    """Those who are named first after a phrase."""
    first = next((one for one in after[:6] if one.pos in ("NOUN", "PROPN", "PRON")), None)
    while first is not None and first.dep in ("compound", "amod", "nmod", "poss") and first.head.i > first.i:
        first = first.head
    return actors(found, [first], states=True) if first is not None else ()


def is_charge(noun: Token) -> bool:
    """Whether a noun is a deed of force, a breach or a loss that may be laid to somebody's charge."""
    if noun.pos not in ("NOUN", "PROPN") and noun.tag != "VBG":
        return False
    if noun.lemma in words("events_words", "wrongs"):
        return True
    if noun.lemma.lower() not in noun_patterns():
        return False
    fit = match_noun(noun)
    return fit is not None and fit[0].type in ("ASSAULT", "COERCE") and not fit[0].loose


def _named(found: Found, verb: Token) -> Deed | None:
    """The accusation of "named X as the authors of the raid"."""
    if verb.lemma not in _NAMING:
        return None
    roles = [
        *nouns_after(verb, "as"),
        *verb.all("oprd"),
        *(one for n in verb.all("dobj") for one in nouns_after(n, "as")),
    ]
    role = next((one for one in roles if one.lemma in words("events_words", "culprits")), None)
    if role is None or not any(is_charge(one) for one in nouns_of(role)):
        return None
    around = frame(verb)
    accused = actors(found, around.objects, states=True)
    if not accused:
        return None
    return Deed(verb, [verb, role], CHARGED, around, initiators=actors(found, around.subjects), recipients=accused)


def _the_same(found: Found, verb: Token) -> Deed | None:
    """The accusation of "X says the same of Y"; what it is stands before."""
    if verb.lemma not in _SAYING:
        return None
    said = next((one for one in verb.all("dobj") if one.i > verb.i and one.lower in _SAME), None)
    if said is None:
        return None
    about = [*nouns_after(verb, "of", "about"), *nouns_after(said, "of", "about")]
    accused = actors(found, about, states=True)
    accusers = actors(found, frame(verb).subjects, states=True)
    if not accused or not accusers:
        return None
    return Deed(verb, [verb, said], CHARGED, frame(verb), initiators=accusers, recipients=accused)


def is_armed(noun: Token) -> bool:
    """Whether a noun is one of fighters or guns, to whom no more than a blow can be laid."""
    return is_a(noun, things("troops") | things("foe") | things("weapons"))
