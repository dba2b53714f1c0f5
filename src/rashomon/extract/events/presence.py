"""Ground that is held, as one tells who found its holders there ("found Velmish troops in control of a hall")."""

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.frames import frame, nouns_after
from rashomon.extract.events.kinds import is_a, marks_of
from rashomon.extract.events.patterns import Pattern, things
from rashomon.extract.events.roles import modifying
from rashomon.extract.found import Found
from rashomon.language.analysis import Token

_HELD = Pattern(type="COERCE", mode="seize", word="find", name="found there")
_HOLDING = frozenset({"control", "possession", "occupation"})
_GROUND = ("ground", "buildings", "@place")


def found_there(found: Found, verb: Token) -> Deed | None:
    """The holding of ground by fighters whom somebody found in control of it; None where they were only there.

    "Found Velmish troops in the capital" may be a parade. Whose they are must be told, or that they are rebels.
    """
    if verb.lemma != "find" or verb.child("neg", "auxpass", "oprd", "ccomp", "xcomp") is not None:
        return None
    if not verb.all("nsubj") and verb.dep != "conj":
        return None
    kinds = frozenset().union(*(things(one) for one in _GROUND))
    for noun in verb.all("dobj"):
        if not is_a(noun, things("troops") | things("foe")) or noun.tag not in ("NNS", "NNPS"):
            continue
        ways = [one for one in (*nouns_after(noun, "in"), *nouns_after(verb, "in")) if one.lemma in _HOLDING]
        spots = [one for way in ways for one in nouns_after(way, "of")]
        sides = modifying(found, noun)
        if any(is_a(one, kinds, marks_of(found, [one])) for one in spots) and (sides or is_a(noun, _REBELS)):
            return Deed(verb, [verb], _HELD, frame(verb), initiators=sides or (found.link(noun),))
    return None


_REBELS = frozenset({"rebel", "insurgent", "guerrilla", "partisan", "mutineer", "separatist"})
