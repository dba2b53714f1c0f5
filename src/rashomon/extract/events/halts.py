"""Ends of fighting told without a word for a truce: "a halt to the shelling", "the accord that ends the war"."""

from rashomon.extract.events.frames import nouns_after
from rashomon.extract.events.patterns import things
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words

_OF = ("to", "of", "in")


def ends_war(noun: Token) -> bool:
    """Whether a noun is an end of fighting, or a paper that brings one about."""
    lemma = noun.lemma.lower()
    if lemma in words("events", "halts"):
        of = nouns_after(noun, *_OF)
        if lemma == "halt" and not of:
            return _is_decreed(noun)
        return any(_is_fighting(one) or one.lower == "fire" for one in of)
    if lemma in _CALLS and any(one.lemma.lower() in _NAMES for one in nouns_after(noun, "for")):
        return True  # "accepted the call for a ceasefire"
    if lemma not in things("pact") | _CALLS:
        return False
    clauses = [one for one in noun.all("acl", "relcl") if one.pos == "VERB"]
    return any(_brings_end(one) for one in clauses)


def stops_fighting(verb: Token) -> bool:
    """Whether a verb, with what it carries, ends fighting ("stop the shelling", "cease bombarding the ports")."""
    if verb.lemma not in words("events", "stopping"):
        return verb.lemma in ("silence", "still") and any(one.lemma.lower() == "gun" for one in verb.all("dobj"))
    deeds = verb.all("xcomp", "pcomp", "dobj")
    return any(_is_fighting(one) or (one.tag == "VBG" and one.lemma in words("events", "shooting")) for one in deeds)


def _is_decreed(noun: Token) -> bool:
    """Whether a halt is one that somebody decreed ("the halt which the king had announced")."""
    return any(one.lemma in words("events", "decreeing") for one in noun.all("acl", "relcl")) or any(
        one.lower == "unilateral" for one in noun.all("amod")
    )


def is_elliptical(noun: Token) -> bool:
    """Whether a number stands for the truce it counts ("the second has held", "the first collapsed")."""
    return noun.lower in lexicon("events")["ordinals"] and noun.child("det") is not None


def _brings_end(verb: Token) -> bool:
    """Whether a clause says that fighting shall end ("providing for an end to hostilities", "to stop the war")."""
    inner = [verb, *verb.all("xcomp", "conj")]
    for one in inner:
        nouns = [*one.all("dobj", "nsubjpass"), *nouns_after(one, "for", "to")]
        if any(ends_war(noun) or (noun.lemma.lower() in _NAMES and one.lemma in _CALLING) for noun in nouns):
            return True
        if one.lemma == "lay" and any(noun.lemma in ("arm", "weapon") for noun in nouns):
            return True  # "an agreement to lay down arms"
        if one.lemma in words("events", "stopping") and any(
            _is_fighting(noun) or noun.lemma == "fire" for noun in nouns
        ):
            return True
    return False


def _is_fighting(noun: Token) -> bool:
    """Whether a noun is fighting, or a stretch of it ("four years of bloodshed")."""
    kinds = things("war") | things("attack")
    if noun.lemma.lower() in kinds or noun.lower in kinds:
        return True
    spans = words("events", "counts") | _SPANS
    return noun.lemma.lower() in spans and any(one.lemma.lower() in kinds for one in nouns_after(noun, "of"))


# Papers that ask for an end of fighting, which a side may accept ("the resolution *calling for* an end to the war").
_CALLS = frozenset({"resolution", "appeal", "call"})
_CALLING = frozenset({"call", "demand", "order", "ask", "provide", "require"})
_NAMES = frozenset({"ceasefire", "cease-fire", "truce", "armistice", "standstill"})
_SPANS = frozenset({"month", "year", "decade"})
