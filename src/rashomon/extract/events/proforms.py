"""Deeds told by a word that stands for one: "each swears that the other did it", "no date was mentioned".

What "it" is stands before; that somebody is said to have done it is a deed laid to his
charge, and that something was never spoken of denies that it was agreed.
"""

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.frames import Frame, frame, nouns_after
from rashomon.extract.events.kinds import is_a
from rashomon.extract.events.patterns import Pattern, things
from rashomon.extract.events.roles import actors
from rashomon.extract.found import Found
from rashomon.extract.voices import teller
from rashomon.language.analysis import Token

DID_IT = Pattern(type="ASSAULT", word="do", name="did it")
"""Somebody did what was told before; only where a fight was."""
_UNSAID = Pattern(type="AGREE", word="mention", name="never mentioned")
_STANDING_FOR = frozenset({"it", "that", "this"})
_SAYING = frozenset({"mention", "utter", "broach"})
_SPOKEN = frozenset({"word", "date", "figure", "number", "name", "term", "subject", "matter", "question", "issue"})


def proform(found: Found, verb: Token) -> Deed | None:
    """The deed that a verb stands for without naming it; None where it stands for none."""
    if verb.lemma in ("do", "start", "begin", "have"):
        return _done(found, verb)
    if verb.lemma == "be":
        return _owned(found, verb)
    return _unsaid(found, verb) if verb.lemma in _SAYING else None


def _done(found: Found, verb: Token) -> Deed | None:
    """The deed of "the rebels did it", "they had no hand in it", by somebody's word."""
    noun = verb.child("dobj")
    if noun is None or noun.i < verb.i or teller(found, verb) is None or verb.tag not in ("VBD", "VBN"):
        return None
    if any(one.lower in ("who", "what") for one in verb.all("nsubj")):
        return None  # "asks who started it"
    cue = [verb, noun]
    if verb.lemma == "have":
        objects = [one for one in (*nouns_after(noun, "in"), *nouns_after(verb, "in")) if one.lower in _STANDING_FOR]
        if noun.lemma not in ("hand", "part") or not objects:
            return None
        cue += [*(one for one in noun.all("det") if one.lower == "no"), objects[0].head, objects[0]]
    elif noun.lower not in _STANDING_FOR:
        return None
    around = frame(verb)
    deed = Deed(verb, cue, DID_IT, around, initiators=actors(found, around.subjects))
    return deed if deed.initiators or _is_armed(around) else None


def _owned(found: Found, verb: Token) -> Deed | None:
    """The fire of "swears the salvo was theirs", "holds that the rocket was the brigade's": an accusation."""
    fired, owner = verb.child("nsubj"), verb.child("attr", "acomp")
    if fired is None or owner is None or fired.i > verb.i or verb.tag != "VBD" or verb.child("expl"):
        return None
    own = owner.lower in _OWNERS
    if not own and not (owner.pos in ("NOUN", "PROPN") and any(one.tag == "POS" for one in owner.all("case"))):
        return None
    definite = any(one.lower in ("the", "those", "these", "that") for one in fired.children)
    statement = teller(found, verb)
    if statement is None or not definite or not is_a(fired, things("fire") | things("weapons") | _ROUNDS):
        return None
    doers = actors(found, [owner], states=True)
    # "“The salvo was mine,” she said" owns up to it.
    accused = statement.act != "admit" and not (own and statement.form == "direct")
    return Deed(fired, [fired], _FIRE, initiators=doers, verb=verb, accused=accused) if doers or own else None


_OWNERS = frozenset({"ours", "theirs", "mine", "his", "hers"})
_ROUNDS = frozenset({"shot", "shell", "bullet", "round", "mortar", "rocket", "bomb", "salvo", "volley", "missile"})
_FIRE = Pattern(type="ASSAULT", mode="firearms", word="fire", name="whose fire")


def _is_armed(around: Frame) -> bool:
    """Whether those who do it are fighters or weapons ("a mortar did it")."""
    kinds = things("troops") | things("weapons") | things("foe")
    return any(is_a(one, kinds) or one.lower in ("other", "others") for one in around.subjects)


def _unsaid(found: Found, verb: Token) -> Deed | None:
    """The agreement that "observers were not mentioned" says there was none on."""
    around = frame(verb)
    if not around.passive or teller(found, verb) is None:
        return None
    above = verb.head.lemma if verb.dep == "ccomp" else ""
    denied = verb.child("neg") is not None or above in ("deny", "dispute")
    matter = [one for one in around.objects if one.tag in ("NN", "NNS")]
    if not denied or not matter or (verb.lemma != "mention" and not any(one.lemma in _SPOKEN for one in matter)):
        return None
    return Deed(verb, [verb], _UNSAID, around)
