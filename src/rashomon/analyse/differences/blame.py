"""Each lays it at the other's door: charges that two sides make against each other."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from rashomon.analyse.differences.sides import side_of, states, topic
from rashomon.analyse.view import View
from rashomon.model.annotation import Annotation, Event, Link, Statement
from rashomon.model.finding import Difference
from rashomon.model.values import When

# Charges in one report are of one thing when they stand a paragraph or two apart, in characters.
_NEAR = 600
# A time that is known so closely that two deeds of one kind on it are one.
_SHARP = timedelta(days=3)
_CLOCKS = timedelta(days=1)
_HARM = frozenset({"ASSAULT", "COERCE"})
_BREACH = "truce broken"
_LAID = frozenset({"attributed", "alleged"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Charge:
    """What one party lays at another's door: a statement that accuses, or harm it tells of as the other's deed.

    Each is made once, so that one is told from another without comparing all it holds.
    """

    record: Statement | Event
    by: tuple[Link, ...]
    at: tuple[Link, ...]
    accusers: frozenset[str]
    accused: frozenset[str]

    @property
    def breach(self) -> bool:
        """Whether the charge is that a truce was broken."""
        return isinstance(self.record, Event) and _BREACH in self.record.rule


def blame(view: View) -> Iterator[Difference]:
    """Each accuses the other of the same kind of thing; none of it is a fact by that."""
    groups: list[list[Charge]] = []
    for pair in _mutual(view):
        group = next((one for one in groups if any(same in one for same in pair)), None)
        if group is None:
            groups.append(list(pair))
        else:
            group.extend(one for one in pair if one not in group)
    for group in groups:
        charges = sorted(group, key=lambda one: (one.record.document, one.record.evidence[0].start))
        yield Difference(
            type="mutual blame",
            topic=topic(charges[0].record),
            sides=tuple(side_of(view, one.record, who=one.by) for one in charges),
            why=f"Accusations point both ways: {_both(view, charges)}.",
            check="blame",
        )


def _both(view: View, charges: Sequence[Charge]) -> str:
    told = (f"{view.names(one.by)} at {view.names(one.at)}" for one in charges)
    return ", ".join(dict.fromkeys(told))


def _mutual(view: View) -> Iterator[tuple[Charge, Charge]]:
    """Charges that point at each other and can be of one thing, two by two."""
    drawers: dict[Hashable, list[Charge]] = defaultdict(list)
    for charge in _charges(view):
        for key in _keys(charge):
            drawers[key].append(charge)
    seen: set[frozenset[str]] = set()
    for some in drawers.values():
        for first, second in combinations(some, 2):
            ids = frozenset((first.record.id, second.record.id))
            if ids not in seen and _crossed(first, second) and _of_one_thing(view, first, second):
                seen.add(ids)
                yield first, second


def _keys(charge: Charge) -> Iterator[Hashable]:
    """Where charges of one thing meet: in their report, or on the days of one breach or of one place."""
    yield charge.record.document
    if isinstance(charge.record, Event):
        things = [_BREACH] if charge.breach else []
        things += [link.actor for link in charge.record.places if link.actor]
        yield from ((thing, day) for thing in things for day in _days(charge.record.happened))


def _days(when: When) -> Iterator[date]:
    """The days on which what has this time can meet another: its own and those beside them, or the one it ends by."""
    first, last = when.first_day, when.last_day
    if first is not None and last is not None and last - first <= _SHARP:
        yield from (first + timedelta(days=step) for step in range(-1, (last - first).days + 2))
    else:
        yield from (day for day in (first, last) if day is not None)


def _crossed(a: Charge, b: Charge) -> bool:
    return bool(a.accusers & b.accused and b.accusers & a.accused and not a.accusers & b.accusers)


def _charges(view: View) -> Iterator[Charge]:
    """Every charge of the case whose parties are both known."""
    told: dict[str, list[Event]] = defaultdict(list)
    for event in view.events:
        if event.type == "ACCUSE":
            told[event.document].append(event)
        if event.type in _HARM and event.status in _LAID and not event.background and len(event.according_to) > 1:
            yield from _charge(view, event, event.according_to[:1], event.initiators)
    for one in view.statements:
        if one.act == "accuse":
            there = [event for event in told.get(one.document, ()) if one.evidence[0].covers(event.cue[0])]
            yield from _charge(view, one, one.speaker, _whom(view, one, there))


def _whom(view: View, one: Statement, told: Sequence[Event]) -> tuple[Link, ...]:
    """Whom a statement accuses; where its words name a thing ("Ugandan mortars"), whom the event names for it."""
    if states(view, one.accused):
        return one.accused
    by = states(view, one.speaker)
    return next((event.recipients for event in told if states(view, event.initiators) == by), one.accused)


def _charge(view: View, record: Statement | Event, by: tuple[Link, ...], at: tuple[Link, ...]) -> Iterator[Charge]:
    accusers, accused = states(view, by), states(view, at)
    if accusers and accused and not accusers & accused:
        yield Charge(record=record, by=by, at=at, accusers=accusers, accused=accused)


def _of_one_thing(view: View, a: Charge, b: Charge) -> bool:
    """Whether two charges can be of one thing: told side by side, or of one breach or one place in their time."""
    if a.record.document == b.record.document and _near(a.record, b.record):
        return _side_by_side(view, a, b)
    if not (isinstance(a.record, Event) and isinstance(b.record, Event)):
        return False
    if a.breach and b.breach:
        return _meet(a.record.happened, b.record.happened)
    places = [{link.actor for link in one.places if link.actor} - one_side for one, one_side in (
        (a.record, a.accused | a.accusers), (b.record, b.accused | b.accusers))]  # fmt: skip
    return (
        a.record.type == b.record.type and bool(places[0] & places[1]) and _meet(a.record.happened, b.record.happened)
    )


def _side_by_side(view: View, a: Charge, b: Charge) -> bool:
    """Two accusations are of one thing, and two tellings of a breach; one of each only within one sentence."""
    kinds = {type(one.record) for one in (a, b)}
    if kinds == {Statement}:
        return True
    if kinds == {Event}:
        return _of_a_breach(view, a, b)
    spans = [one.record.evidence[0] for one in (a, b)]
    return spans[0].covers(spans[1]) or spans[1].covers(spans[0])


def _meet(a: When, b: When) -> bool:
    """Whether two times can be one and the same day, or the next; times that only bound what they date say too little.

    A day more, because "before midnight" and "on the 14th" are told by different clocks.
    """
    if not (_sharp(a) or _sharp(b)):
        return False
    return all(
        early is None or late is None or early <= late + _CLOCKS
        for early, late in ((a.first_day, b.last_day), (b.first_day, a.last_day))
    )


def _sharp(when: When) -> bool:
    first, last = when.first_day, when.last_day
    return first is not None and last is not None and last - first <= _SHARP


def _near(a: Annotation, b: Annotation) -> bool:
    return abs(a.evidence[0].start - b.evidence[0].start) < _NEAR


def _of_a_breach(view: View, *charges: Charge) -> bool:
    """Whether the sentences of charges, or the one before, speak of a truce or of who was first."""
    if any(one.breach for one in charges):
        return True
    document = view.documents[charges[0].record.document]
    first = min(one.record.evidence[0].start for one in charges)
    last = max(one.record.evidence[0].end for one in charges)
    said = document.text[max(0, first - _NEAR) : last].casefold().replace("-", "")
    return any(word in said for word in ("truce", "ceasefire", "armistice", "first"))
