"""Losses denied by saying that nobody is gone: "no soldier is missing", "denied that any aircraft was missing"."""

from collections.abc import Iterator

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.frames import frame
from rashomon.extract.events.kinds import is_a
from rashomon.extract.events.patterns import Pattern, things
from rashomon.extract.found import Found
from rashomon.extract.voices import teller
from rashomon.language.analysis import Token

GONE = Pattern(type="ASSAULT", word="be", name="none gone")
_HELD = frozenset({"prisoner", "captive"})
_MACHINES = frozenset({"@craft", "aircraft", "plane", "helicopter", "tank", "bomber", "jet", "warship"})
_NONE = frozenset({"no", "none", "neither"})
_ANY = frozenset({"any", "a", "one", "single"})


def unharmed(found: Found, verb: Token) -> Deed | None:
    """The loss of fighters or machines of war that is denied; None where one is told, which is a figure.

    "Nobody is missing" and "no soldier is missing from the parade" deny no deed of war, and "these fighters are not
    prisoners of war" tells what they count as.
    """
    gone = next(_gone(verb), None)
    noun = verb.child("nsubj")
    if gone is None or noun is None or any(one.lower in ("from", "of") for one in gone.all("prep")):
        return None
    if verb.all("advcl") or any(one.tag == "MD" for one in verb.all("aux")):
        return None  # "none was missing when the roll was called", "none will be missing"
    if gone.lower != "missing" and verb.child("neg") is not None:
        return None
    if gone.lower != "missing" and (_NONE | _ANY).isdisjoint(one.lower for one in (noun, *noun.all("det", "nummod"))):
        return None
    kinds = _MACHINES | things("troops") | things("foe")
    return Deed(gone, [gone], GONE, frame(verb)) if is_a(noun, kinds) and _is_denied(found, verb, noun) else None


def _gone(verb: Token) -> Iterator[Token]:
    """The word for having been lost or taken: "missing", "a prisoner"."""
    if verb.lemma == "be":
        yield from (one for one in verb.all("acomp", "attr") if one.lower == "missing" or one.lemma in _HELD)
    elif verb.lower == "missing" and verb.all("aux") and not verb.all("dobj"):
        yield verb


def _is_denied(found: Found, verb: Token, noun: Token) -> bool:
    before = [noun, *noun.all("det", "neg"), *(one for below in noun.children for one in below.all("neg"))]
    if verb.child("neg") is not None or any(one.lower in _NONE or one.dep == "neg" for one in before):
        return True
    statement = teller(found, verb)
    return statement is not None and statement.act == "deny"
