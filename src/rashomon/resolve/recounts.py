"""Counts that a report recalls, dated by the report that first gave them.

"The 142 it gave in December" and "down from 900" tell only about when a count was given.
Where an earlier report of the case has the same number of the same loss, the day up to
which that counted is theirs. What is borrowed is put down behind what the report says
itself, and is found anew whenever the case is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.model.annotation import EARLIER_COUNT, Figure, Link
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.clues import Meant
from rashomon.resolve.years import name_of

_BORROWED = re.compile(r"(?P<own>.*); of (?P<first>\S+) to (?P<last>\S+), counted so in the report “.*”", re.S)
_OPEN = "?"
_OF_PEOPLE = frozenset({"killed", "wounded", "displaced", "captured", "missing"})
# One or two of anything may be any.
_FEW = 2

_Counted = tuple[str, float | None, float | None]


def dated_recounts(documents: Iterable[Document], figures: Iterable[Figure], meant: Meant) -> Iterator[Figure]:
    """Yield the figures whose day is another than they bear, by what earlier reports count; others left out.

    Args:
        documents: all reports of the case.
        figures: all that they count.
        meant: who is meant by links.
    """
    reports = {one.id: one for one in documents}
    told: defaultdict[_Counted, list[Figure]] = defaultdict(list)
    given = [(one, replace(one, as_of=_own(one.as_of))) for one in figures if one.document in reports]
    for _, one in given:
        if _is_counted(one):
            told[_counted(one)].append(one)
    for kept, one in given:
        first = told.get(_counted(one), ()) if one.as_of.basis.startswith(EARLIER_COUNT) else ()
        lent = _recalled(one, [other for other in first if _may_recall(one, other, reports, meant)])
        when = _borrowed(one, *lent, reports) if lent is not None else one.as_of
        if when != kept.as_of:
            yield replace(kept, as_of=when)


def _own(when: When) -> When:
    """What the report itself tells of a day, without what was borrowed."""
    borrowed = _BORROWED.fullmatch(when.basis)
    if borrowed is None:
        return when
    first, last = (None if borrowed[end] == _OPEN else borrowed[end] for end in ("first", "last"))
    return When(earliest=first, latest=last, granularity="interval", basis=borrowed["own"])


def _counted(one: Figure) -> _Counted:
    return one.counts, one.low, one.high


def _is_counted(one: Figure) -> bool:
    """Whether a number is told that another report can mean again."""
    number = one.low if one.low is not None else one.high
    return number is not None and number > _FEW and not one.background


def _may_recall(one: Figure, other: Figure, reports: Mapping[str, Document], meant: Meant) -> bool:
    """Whether a figure can be what an earlier report counts."""
    earlier, later = reports[other.document].published.last_day, reports[one.document].published.first_day
    if other.document == one.document or earlier is None or later is None or later <= earlier:
        return False
    if one.unit != other.unit and one.counts not in _OF_PEOPLE:
        return False
    return not _differ(one.side, other.side, meant)


def _differ(mine: Sequence[Link], theirs: Sequence[Link], meant: Meant) -> bool:
    mine_, theirs_ = meant.sides(mine), meant.sides(theirs)
    return bool(mine_ and theirs_) and not mine_ & theirs_


def _recalled(one: Figure, first: Sequence[Figure]) -> tuple[When, Figure] | None:
    """Up to when earlier reports count, within the days that the report itself leaves, and the one that tells it."""
    start, end = one.as_of.first_day, one.as_of.last_day
    if one.as_of.is_day:
        return None
    dated = [(other, last) for other in first if (last := other.as_of.last_day) is not None]
    fits = [other for other, last in dated if end is None or last <= end]
    if start is not None:
        # One that was only "by publication" says less than the report's own "in mid-May".
        fits = [other for other, last in dated if other in fits and other.as_of.earliest and start <= last]
    days = {(other.as_of.earliest is None, other.as_of.last_day) for other in fits}
    if len(days) != 1:
        return None
    when, last = fits[0].as_of, fits[0].as_of.last_day
    return (When.on(last) if last is not None and when.earliest is not None else when), fits[0]


def _borrowed(one: Figure, when: When, lender: Figure, reports: Mapping[str, Document]) -> When:
    """A borrowed day, with what the figure's own report says of it."""
    told = f"{one.as_of.earliest or _OPEN} to {one.as_of.latest or _OPEN}"
    name = name_of(reports[lender.document])
    return replace(when, basis=f"{one.as_of.basis}; of {told}, counted so in the report “{name}”")
