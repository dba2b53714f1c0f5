"""Tellings of one deed that reports give in other words: found by its day, who took part, where, and words."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import combinations

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.differences.sides import states
from rashomon.analyse.timeline import TOLD
from rashomon.analyse.topics import Topics, families_in
from rashomon.analyse.view import View
from rashomon.model.annotation import Event

# Tellings that meet under more keys than this are of what is told every day.
_CROWD = 24
# What is done every day in a war: of it more must be shared.
_DAILY = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
# What two tellings share (type, verb, who, where, words, hour) so that they are one, and so that daily deeds are.
_ENOUGH = 3
_SURE = 4


def retold(view: View) -> Iterator[tuple[Event, Event]]:
    """Pairs of events of two reports that tell one deed in other words."""
    told = [one for one in view.events if one.status in TOLD and one.happened.is_day]
    topics = Topics(view, told)
    drawers: dict[Hashable, list[Event]] = defaultdict(list)
    for one in told:
        for key in _keys(view, topics, one):
            drawers[key].append(one)
    seen: set[tuple[str, str]] = set()
    for some in drawers.values():
        if len(some) > _CROWD:
            continue
        for a, b in combinations(some, 2):
            if a.document != b.document and (a.id, b.id) not in seen:
                seen.add((a.id, b.id))
                if _one_deed(view, topics, a, b):
                    yield a, b


def _keys(view: View, topics: Topics, one: Event) -> Iterator[Hashable]:
    """The day of a deed with each thing by which another telling can be known."""
    day = one.happened.first_day
    for mark in (*_who(view, one), *_where(one), *topics.of[one.id].terms, *topics.of[one.id].names):
        yield day, mark


def _one_deed(view: View, topics: Topics, a: Event, b: Event) -> bool:
    if _crossed(view, a, b):
        return False
    same = a.type == b.type
    who = _who(view, a) & _who(view, b)
    where = _where(a) & _where(b)
    words = topics.shared(a.id, b.id)
    cue = bool(stems_in(a.cue[0].text) & stems_in(b.cue[0].text)) if a.cue and b.cue else False
    cue = cue or bool(_family(a) & _family(b))
    sure = same + cue + min(len(who), 2) + bool(where) + min(words, 3) + (a.happened == b.happened and not _whole(a))
    if not (same or cue) or not (who or where or words) or not topics.of_one_matter(a.id, b.id):
        return False
    if a.type in _DAILY or b.type in _DAILY:
        return sure >= _SURE and bool(where or words) and cue
    return sure >= _ENOUGH


def _who(view: View, one: Event) -> frozenset[str]:
    return states(view, (*one.initiators, *one.recipients))


def _where(one: Event) -> frozenset[str]:
    return frozenset(link.actor for link in one.places if link.actor)


def _whole(one: Event) -> bool:
    """Whether only the day of an event is known."""
    return one.happened.granularity == "day"


def _family(one: Event) -> frozenset[str]:
    return families_in(" ".join(span.text for span in one.cue))


def _crossed(view: View, a: Event, b: Event) -> bool:
    """Whether who acts in one is acted upon in the other, or two others act."""
    doers = states(view, a.initiators), states(view, b.initiators)
    return bool(doers[0] and doers[1] and not doers[0] & doers[1])
