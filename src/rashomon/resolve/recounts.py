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

from rashomon.model.annotation import EARLIER_COUNT, Figure
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.clues import Meant
from rashomon.resolve.years import name_of

_BORROWED = re.compile(r"(?P<own>.*); of (?P<first>\S+) to (?P<last>\S+), counted so in the report “.*”", re.S)
_OPEN = "?"
_OF_PEOPLE = frozenset({"killed", "wounded", "displaced", "captured", "missing"})
# One or two of anything may be any.
_FEW = 2
# Words of a count that goes on, and those of one place, of which a count of the same number may be told besides.
_TOTAL = re.compile(r"\b(?:as of|since|so far|by then|to date|totals?|tolls?|tally|losses|casualties|in all)\b", re.I)
_IN_A_PLACE = re.compile(
    r"\b(?:at|in|near|outside)\s(?!(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b)[A-Z]"
)
_END = re.compile(r"[.!?]['\"’”]?\s|\n\s*\n")

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
    given = [one for one in figures if one.document in reports]
    for one in given:
        if _is_counted(one) and not _is_recalled(one):
            told[_counted(one)].append(one)
    for kept in given:
        if not _is_recalled(kept):
            continue
        one = replace(kept, as_of=_own(kept.as_of))
        first = told.get(_counted(one), ())
        lent = _recalled(one, [other for other in first if _may_recall(one, other, reports, meant)])
        when = _borrowed(one, *lent, reports) if lent is not None else one.as_of
        if when != kept.as_of:
            yield replace(kept, as_of=when)


def of_recounts(figures: Sequence[Figure]) -> list[Figure]:
    """The counts that reports recall and those of the same number, which may tell of when they are."""
    recalled = {_counted(one) for one in figures if _is_recalled(one)}
    return [one for one in figures if _counted(one) in recalled]


def _is_recalled(one: Figure) -> bool:
    return one.as_of.basis.startswith(EARLIER_COUNT)


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
    mine, theirs = meant.sides(one.side), meant.sides(other.side)
    counted_by_one = bool(_counters(one, meant) & _counters(other, meant))
    if not (mine & theirs or (counted_by_one and not (mine and theirs))):
        return False
    said = _sentence(other, reports[other.document].text)
    return _TOTAL.search(said) is not None or (counted_by_one and _IN_A_PLACE.search(said) is None)


def _counters(one: Figure, meant: Meant) -> set[str]:
    """Those who count by a report's words, nearest first told; the report itself counts for nobody."""
    return meant.sides([link for link in one.according_to[:1] if link.mention or link.actor])


def _sentence(one: Figure, text: str) -> str:
    """The sentence in which a number stands, as its stops tell it."""
    start, end = one.evidence[0].start, one.evidence[0].end
    before = max((stop.end() for stop in _END.finditer(text, 0, start)), default=0)
    behind = _END.search(text, end)
    return text[before : behind.start() if behind else len(text)]


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
        # What lasted longer says less, too.
        fits = [other for other in fits if other.as_of.first_day is not None and start <= other.as_of.first_day]
    days = {(other.as_of.earliest, other.as_of.latest) for other in fits}
    if len(days) != 1 or (fits[0].as_of.first_day, fits[0].as_of.last_day) == (start, end):
        return None
    return fits[0].as_of, fits[0]


def _borrowed(one: Figure, when: When, lender: Figure, reports: Mapping[str, Document]) -> When:
    """A borrowed day, with what the figure's own report says of it."""
    told = f"{one.as_of.earliest or _OPEN} to {one.as_of.latest or _OPEN}"
    name = name_of(reports[lender.document])
    return replace(when, basis=f"{one.as_of.basis}; of {told}, counted so in the report “{name}”")
