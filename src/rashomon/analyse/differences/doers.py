"""One deed, two doers: what two voices tell of the same act beside each other, and only one can have done."""

from collections.abc import Iterator
from itertools import groupby

from rashomon.analyse.deeds import deeds_in, stems_in
from rashomon.analyse.differences.sides import side_of, states, told_by, voice
from rashomon.analyse.timeline import TOLD
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Event
from rashomon.model.finding import Difference

# The two tellings stand at most so far apart, in characters, and so many events.
_NEAR = 260
_NEXT = 4
# Acts that one party does to a thing: who fights or talks does so with others, who do the same.
_ACTS = frozenset({"COERCE", "ASSAULT", "RETREAT", "SANCTION"})


def one_deed_two_doers(view: View) -> Iterator[Difference]:
    """A report sets beside each other two voices that lay one act at the door of different doers."""
    deeds = (one for one in view.events if one.type in _ACTS and one.status in TOLD and not one.background)
    for _, some in groupby(deeds, key=lambda one: one.document):
        told = list(some)
        for n, one in enumerate(told):
            for other in told[n + 1 : n + 1 + _NEXT]:
                if _one_act(one, other) and _others_did(view, one, other):
                    yield Difference(
                        type="contradiction",
                        topic=quoted(one.evidence)[:160],
                        sides=(side_of(view, one), side_of(view, other)),
                        why=f"One act, told by two voices: {view.names(voice(one))} says it was done by "
                        f"{view.names(one.initiators)}, {view.names(voice(other))} by {view.names(other.initiators)}.",
                        check="one_deed_two_doers",
                    )


def _one_act(a: Event, b: Event) -> bool:
    """Whether the second telling takes up the first: the same verb, near by, of a thing that it only points to."""
    if b.evidence[0].start - a.evidence[0].end > _NEAR or a.type != b.type or not (a.cue and b.cue):
        return False
    verbs = quoted(a.cue), quoted(b.cue)
    same = bool(stems_in(verbs[0]) & stems_in(verbs[1])) or bool(deeds_in(verbs[0]) & deeds_in(verbs[1]))
    return same and any(link.span is not None and link.span.text.lower() in ("it", "them") for link in b.recipients)


def _others_did(view: View, a: Event, b: Event) -> bool:
    """Whether two voices name two doers, each known by words or name, on one day as far as told."""
    if not (a.initiators and b.initiators) or not told_by(view, a).isdisjoint(told_by(view, b)):
        return False
    if str(voice(a)[:1]) == str(voice(b)[:1]) or not a.happened.may_meet(b.happened):
        return False
    doers = states(view, a.initiators), states(view, b.initiators)
    words = [{link.span.text.casefold() for link in one.initiators if link.span} for one in (a, b)]
    return not doers[0] & doers[1] and not words[0] & words[1] and bool(doers[0] or doers[1])
