"""Deeds in words only: what a film tells, what a match or a debate is told with, what beasts and storms do.

"The champion attacked from the start", "bombarded the minister with questions", "in the
film soldiers storm a village": the words are those of war, and nothing of one took place.
"""

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.frames import frame
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words

_FORCE = frozenset({"ASSAULT", "COERCE", "THREATEN", "MOBILIZE", "RETREAT"})


def is_fancy(deed: Deed) -> bool:
    """Whether a deed of force is one in words only."""
    if deed.pattern.type not in _FORCE:
        return False
    return _is_fiction(deed.head) or _is_figure(deed) or _is_sport(deed)


def _is_fiction(head: Token) -> bool:
    """Whether it is told by, in or as what a work of fiction tells ("the novel tells how …", "in the film …")."""
    for one in (head, *head.ancestors):
        # "A play in which …" is its story; "a film that was banned" is a thing of this world.
        if one.dep == "relcl" and _is_work(one.head) and any(_is_of_which(inner) for inner in one.all("prep")):
            return True
        if one.pos not in ("VERB", "AUX"):
            continue
        if any(prep.lower in _IN and any(_is_work(noun) for noun in prep.all("pobj")) for prep in one.all("prep")):
            return one is head or one.tag in ("VBZ", "VBP")
        if one is not head and one.lemma in _TELLING and any(_is_work(noun) for noun in one.all("nsubj")):
            return True
    return False


def _is_of_which(prep: Token) -> bool:
    return prep.lower == "in" and any(one.lower == "which" for one in prep.all("pobj"))


def _is_work(noun: Token) -> bool:
    """Whether a noun is a work of fiction; a game only one that is played on a screen."""
    if noun.lemma == "game":
        return any(one.lower in ("video", "computer", "board") for one in noun.all("compound", "amod"))
    return noun.lemma in words("events", "fiction")


_IN = frozenset({"in", "throughout"})
_TELLING = frozenset({"tell", "show", "depict", "portray", "describe", "recount", "dramatise", "dramatize", "imagine"})


def _is_figure(deed: Deed) -> bool:
    """Whether a blow falls on what has no body, or is dealt with or by what is no weapon."""
    if deed.pattern.type != "ASSAULT" or deed.pattern.name or deed.head.pos not in ("VERB", "NOUN"):
        return False
    if deed.head.pos == "NOUN":
        return any(one.lower == "heart" for one in deed.head.all("compound"))
    around = deed.frame or frame(deed.head)
    struck = [one for one in around.objects if one.lemma in words("events", "bodiless")]
    talked = [one for one in around.after("with", "by") if one.lemma in words("events", "askings")]
    natural = [one for one in around.subjects if one.lemma in words("events", "nature")]
    natural += [one for one in around.after("by") if one.lemma in words("events", "nature")]
    return bool(talked or natural) or (bool(struck) and len(struck) == len(around.objects) and not deed.recipients)


def _is_sport(deed: Deed) -> bool:
    """Whether those who attack are players, or what is shot at is a goal."""
    if deed.head.pos != "VERB":
        return False
    around = deed.frame or frame(deed.head)
    if around.passive and deed.head.dep != "acl":
        return any(one.lemma in words("events", "goals") for one in around.after("by"))
    topmost = [deed.head.head] if deed.head.dep == "acl" and deed.head.head.dep == "ROOT" else []
    # "The champion attacked and beat …": the parse may hang the verb on the noun.
    players = any(one.lemma in words("events", "players") for one in (*around.subjects, *topmost))
    aims = [*around.objects, *around.after("at", "from", "down", "in")]
    aims += [inner for one in deed.head.all("conj") for inner in frame(one).objects]
    at_goal = any(one.lemma in words("events", "goals") for one in aims)
    return (players or at_goal) and not any(one.mention for one in deed.recipients)
