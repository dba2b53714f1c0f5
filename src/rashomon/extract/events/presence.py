"""Ground that is held, as somebody tells who found its holders there ("found Velmish troops in the town hall")."""

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.frames import frame, nouns_after
from rashomon.extract.events.kinds import is_a, marks_of
from rashomon.extract.events.patterns import Pattern, things
from rashomon.extract.events.roles import modifying
from rashomon.extract.found import Found
from rashomon.language.analysis import Token

_HELD = Pattern(type="COERCE", mode="seize", word="find", name="found there")
_WITHIN = ("in", "inside", "at", "on", "within")
_GROUND = ("ground", "buildings", "@place")


def found_there(found: Found, verb: Token) -> Deed | None:
    """The holding of ground by fighters whom somebody found on it; None for the dead, the sick and those hidden.

    Whose they are must be told, or that they are rebels: "found soldiers in the bar" is no news of a front.
    """
    if verb.lemma != "find" or verb.child("neg", "auxpass", "oprd", "ccomp", "xcomp") is not None:
        return None
    if not verb.all("nsubj") and verb.dep != "conj":
        return None
    for noun in verb.all("dobj"):
        if not is_a(noun, things("troops") | things("foe")) or noun.tag not in ("NNS", "NNPS"):
            continue
        if any(one.tag in ("VBN", "VBG") or one.dep in ("acl", "relcl") for one in noun.children):
            continue  # "found soldiers hiding in the woods", "captured soldiers"
        if any(one.dep == "amod" and one.lower in _HELPLESS for one in noun.children):
            continue
        spots = [*nouns_after(noun, *_WITHIN), *nouns_after(verb, *_WITHIN)]
        kinds = frozenset().union(*(things(one) for one in _GROUND))
        sides = modifying(found, noun)
        if any(is_a(one, kinds, marks_of(found, [one])) for one in spots) and (sides or is_a(noun, _REBELS)):
            return Deed(verb, [verb], _HELD, frame(verb), initiators=sides or (found.link(noun),))
    return None


_REBELS = frozenset({"rebel", "insurgent", "guerrilla", "partisan", "mutineer", "separatist"})
_HELPLESS = frozenset({"dead", "wounded", "injured", "drunk", "unarmed", "deserting", "off-duty", "former", "sick"})
