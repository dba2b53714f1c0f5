"""Undated reports dated by the others of their case.

Steps, each within what the ones before it left open: a year borrowed from reports that
tell the same month and day (`years`); the day of a dateline without its year, in the
year in which the others came out near it; days shared with dated reports (`clues`); the
weekdays that a news report names (`newsdays`). A report that becomes dated lends to the
others in the next round.
"""

from calendar import day_name
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from rashomon.model.annotation import Annotation, Mention, Statement, Time
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.agreement import agreed, bounded, enough
from rashomon.resolve.clues import Clue, Meant, Relative, clues, day_of, quotes_the_same, readings_of, relatives, worded
from rashomon.resolve.elapsed import elapsed
from rashomon.resolve.newsdays import likely_days, names_yesterday, past_weekdays
from rashomon.resolve.wording import Wordings, told_of
from rashomon.resolve.years import day_in, full_days, in_near_year, in_their_year, looks_ahead, name_of, narrowed

Analyse = Callable[[Document], Sequence[Annotation]]
"""What is said in a document, read with the date of publication it bears."""

DATELINE = "dateline_day"
"""Where a document's metadata keep the month and day ("03-08") of a dateline without a year."""

WEEKDAY = "dateline_weekday"
"""Where they keep the weekday ("2"; Monday is 0) of a head that gives no more."""

# Actors that two reports must share to be of one conflict: two leaders and a state, say.
_SHARED = 3
# A report known to so many days, and no more, lends its days and borrows none.
_SETTLED = 7
# Reports of one story come out within so many days of each other: a dateline without a year is of the near year.
_NEAR = 90
# … and most come out no longer than this before or after the others.
_BESIDE = 30
# Borrowing goes on through reports that have borrowed; longer chains than this prove little.
_ROUNDS = 4
# What is then left undated has all the evidence there will be: this part of it is enough, and it lends nothing.
_EASED = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When a report came out as the other reports tell, and the ids of those that it rests on."""

    when: When
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What an undated report tells if it came out near a day."""

    told: Sequence[Relative]
    weekdays: Sequence[int]
    """Those of past days, in its words."""
    counts: bool
    """Whether it calls days "yesterday" and "last night"."""


class _Readings:
    """Undated reports read as of days: the rounds ask for the same days, and each takes as long as a report itself."""

    def __init__(self, analyse: Analyse) -> None:
        self.analyse = analyse
        self._near: dict[tuple[str, date], _Reading] = {}
        self._narrowed: dict[tuple[str, str | None, str | None], When] = {}

    def near(self, document: Document, day: date) -> _Reading:
        """What it tells if it came out in the week or so from a day."""
        key = (document.id, readings_of(day)[0])
        if key not in self._near:
            days = readings_of(day)
            readings = [self.analyse(replace(document, published=When.on(one))) for one in days]
            self._near[key] = _Reading(
                told=list(relatives(days[0], readings)),
                weekdays=past_weekdays(days[0], readings[0]),
                counts=names_yesterday(readings[0]),
            )
        return self._near[key]

    def narrowed(self, document: Document, when: When) -> When:
        """What it leaves of a stretch of days by the days it tells as past (`years.narrowed`)."""
        key = (document.id, when.earliest, when.latest)
        if key not in self._narrowed:
            days = replace(when, basis="")  # what they rest on changes nothing of what is told
            self._narrowed[key] = narrowed(days, self.analyse(replace(document, published=days)))
        found = self._narrowed[key]
        return replace(found, basis=when.basis + found.basis)


@dataclass(slots=True)
class _Report:
    """A report with what is said in it and who appears in it."""

    document: Document
    said: Sequence[Annotation]
    who: set[str]
    days: dict[str, set[int]] = field(init=False)
    known: list[Annotation] = field(init=False)
    """What it dates to the day."""

    def __post_init__(self) -> None:
        self.days = full_days(_times(self.said), self.document.published.last_day)
        self.known = [one for one in self.said if not isinstance(one, Time) and day_of(one).is_day]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """What the dated reports of a case tell."""

    lenders: Sequence[_Report]
    meant: Meant
    wordings: Wordings
    ease: float = 1.0
    """What part of the usual evidence is enough."""

    @classmethod
    def of(cls, lenders: Sequence[_Report], meant: Meant, *, ease: float = 1.0) -> "_Case":
        """With what they tell of past days, by its words."""
        told = (
            told
            for one in lenders
            for told in told_of(one.document, _times(one.said))
            if told.day <= (one.document.published.last_day or date.min)
            if not (told.is_date and told.day == one.document.published.first_day)  # its dateline
            if not looks_ahead(one.document.text, told.time)
        )
        return cls(lenders=lenders, meant=meant, wordings=Wordings(told), ease=ease)


def undated(document: Document) -> bool:
    """Whether the days on which a report can have come out are more than a week."""
    first, last = document.published.first_day, document.published.last_day
    return first is None or last is None or (last - first).days >= _SETTLED


def publications(
    reports: Iterable[tuple[Document, Sequence[Annotation]]],
    links: Mapping[str, str],
    analyse: Analyse,
    *,
    states: Mapping[str, str] | None = None,
) -> dict[str, Publication]:
    """When the undated reports of a case came out, by document id; those of which nothing new is known are left out.

    Args:
        reports: all documents as they were read, with what is said in them.
        links: the actor of each mention, by mention id.
        analyse: reads a document anew with another date.
        states: the actor each actor stands for (an army's state), by id; actors left out stand for themselves.
    """
    meant = Meant(links=links, states=states or {})
    all_of_them = [_Report(document, said, _actors(said, links)) for document, said in reports]
    lenders = [one for one in all_of_them if not undated(one.document)]
    waiting = {one.document.id: one for one in all_of_them if undated(one.document)}
    readings = _Readings(analyse)
    found: dict[str, Publication] = {}
    for _ in range(_ROUNDS):
        case = _Case.of(lenders, meant) if waiting else None
        inferred = {id: _inferred(one, case, readings) for id, one in sorted(waiting.items()) if case}
        new = {id: one for id, one in inferred.items() if one is not None and found.get(id) != one}
        if not new:
            break
        found |= new
        for id, publication in new.items():
            document = replace(waiting[id].document, published=publication.when)
            if not undated(document):
                lenders.append(_Report(document, analyse(document), waiting.pop(id).who))
    case = _Case.of(lenders, meant, ease=_EASED) if waiting else None
    eased = {id: _inferred(one, case, readings) for id, one in sorted(waiting.items()) if case}
    return found | {id: one for id, one in eased.items() if one is not None}


def _inferred(report: _Report, case: _Case, readings: _Readings) -> Publication | None:
    """When a report came out, as far as the lenders tell."""
    near = [one for one in case.lenders if len(report.who & one.who) >= _SHARED]
    if not near:
        return None
    found = _by_year(report, near, readings) or _by_dateline(report, near) or _by_near_year(report, near, readings)
    if found is not None and not undated(replace(report.document, published=found.when)):
        return found
    within = found.when if found else report.document.published
    return _by_clues(report, near, case, readings, within) or _by_length(report, near, within) or found


def _by_year(report: _Report, near: Sequence[_Report], readings: _Readings) -> Publication | None:
    """Within a year, by a month and day it shares; to the day where its dateline gives one."""
    times = _times(report.said)
    lent = in_their_year(report.document, times, [(one.document, one.days) for one in near])
    return _within_year(report, lent, readings) if lent else None


def _within_year(report: _Report, lent: tuple[When, Document], readings: _Readings) -> Publication:
    """The day of its dateline in the year it shares; without a dateline that year, ended by what it tells."""
    when, lender = lent
    first, last = when.first_day, when.last_day
    month_day = report.document.metadata.get(DATELINE)
    if month_day and first and last:
        days = [day for year in (first.year, last.year) if (day := day_in(year, month_day)) and first <= day <= last]
        if len(set(days)) == 1:
            # Before it is narrowed: a dateline is surer than what seems to have happened ("a Christmas truce").
            when = When.on(days[0], basis=f"dateline of {days[0]:%-d %B}; {when.basis}")
            return Publication(when=when, by=(lender.id,))
    return Publication(when=readings.narrowed(report.document, when), by=(lender.id,))


def _by_dateline(report: _Report, near: Sequence[_Report]) -> Publication | None:
    """On the day of its dateline, in the one year in which others that share its actors came out near that day."""
    month_day = report.document.metadata.get(DATELINE)
    if not month_day:
        return None
    lent: dict[date, list[Document]] = {}
    for other in (one.document for one in near):
        appeared = other.published.first_day
        for year in (appeared.year - 1, appeared.year, appeared.year + 1) if appeared else ():
            day = day_in(year, month_day)
            if day and appeared and abs((day - appeared).days) <= _NEAR:
                lent.setdefault(day, []).append(other)
    if len(lent) != 1:
        return None
    ((day, lenders),) = lent.items()
    first, last = report.document.published.first_day, report.document.published.last_day
    if (first and day < first) or (last and last < day):
        return None
    lender = min(lenders, key=lambda one: (abs((day - (one.published.first_day or day)).days), one.id))
    basis = f"dateline of {day:%-d %B}, near the report “{name_of(lender)}” of {lender.published.first_day}"
    return Publication(when=When.on(day, basis=basis), by=(lender.id,))


def _by_near_year(report: _Report, near: Sequence[_Report], readings: _Readings) -> Publication | None:
    """Within a year, by a month and day that lie near those of the others in one year only."""
    lent = in_near_year(report.document, _times(report.said), [one.document for one in near])
    return _within_year(report, lent, readings) if lent else None


def _by_clues(
    report: _Report, near: Sequence[_Report], case: _Case, readings: _Readings, within: When
) -> Publication | None:
    """Within a week, by days it shares."""
    start = within.first_day or min(one.document.published.first_day or date.max for one in near)
    reading = readings.near(report.document, start)
    told = reading.told
    known = [one for other in near for one in other.known]
    first = max((day for day in (within.first_day, _quoted(report, near)) if day), default=None)
    alike = worded(told, report.document, case.wordings, {one.document.id for one in near})
    last = min((day for day in (within.last_day, _quoted_by(report, near) if told else None) if day), default=None)
    found = [*clues(told, known, case.meant), *alike]
    needed = enough(len(known), _window(near, first, last)) * case.ease
    agreement = agreed(found, first, last, needed)
    if agreement is None:
        return _by_day_alone(report, near, bounded(found, first, last, needed))
    first, last, found = agreement
    basis = _told(found, {one.document.id: one.document for one in near})
    named = _on_weekday(report.document, first, last)
    if named is not None:
        return Publication(
            when=When.on(named, basis=f"{basis}; {day_name[named.weekday()]} in its head"), by=_lenders(found)
        )
    if report.document.genre == "report" and reading.weekdays:
        first, last = likely_days(first, last, reading.weekdays, counts=reading.counts)
        basis += f"; news of {day_name[reading.weekdays[0]]} comes within days"
    when = When.on(first, basis=basis) if first == last else When.between(first, last, basis=basis)
    return Publication(when=when, by=_lenders(found))


def _by_day_alone(
    report: _Report, near: Sequence[_Report], agreement: tuple[date, date, list[Clue]] | None
) -> Publication | None:
    """Within a month, by a day of it that others date ("the 9th")."""
    if agreement is None:
        return None
    first, last, found = agreement
    basis = _told(found, {one.document.id: one.document for one in near})
    return Publication(when=When.between(first, last, basis=basis), by=_lenders(found))


def _lenders(found: Iterable[Clue]) -> tuple[str, ...]:
    return tuple(sorted({one.theirs.document for one in found}))


def _on_weekday(document: Document, first: date, last: date) -> date | None:
    """The one day from `first` to `last` that bears the weekday of the document's head."""
    named = document.metadata.get(WEEKDAY)
    days = (first + timedelta(days=step) for step in range(min((last - first).days, _SETTLED) + 1))
    fits = [day for day in days if str(day.weekday()) == named]
    return fits[0] if len(fits) == 1 and (last - first).days < _SETTLED else None


def _by_length(report: _Report, near: Sequence[_Report], within: When) -> Publication | None:
    """Within days, by how long something that others date has lasted."""
    told = elapsed(report.document.text, report.said, [one for other in near for one in other.said])
    first, last = within.first_day or date.min, within.last_day or date.max
    fits = [one for one in told if first <= one[1] and one[0] <= last]
    if not fits or len({one[:2] for one in fits}) > 1:
        return None
    start, end, words, lender = fits[0]
    name = next(name_of(one.document) for one in near if one.document.id == lender)
    basis = f"‘{words}’, whose beginning the report “{name}” dates"
    return Publication(when=When.between(max(first, start), min(last, end), basis=basis), by=(lender,))


def _window(near: Sequence[_Report], first: date | None, last: date | None) -> tuple[date, date] | None:
    """The time in which a report likely came out: that of the others about its actors, as far as it is possible."""
    days = [day for one in near if (day := one.document.published.last_day)]
    start, end = min(days) - timedelta(days=_BESIDE), max(days) + timedelta(days=_BESIDE)
    start, end = max(start, first or start), min(end, last or end)
    return (start, end) if start <= end else None


def _quoted(report: _Report, near: Sequence[_Report]) -> date | None:
    """The latest day on which words were said that the report quotes."""
    mine = [one for one in report.said if isinstance(one, Statement)]
    return max(
        (
            day
            for other in near
            for theirs in other.known
            if isinstance(theirs, Statement) and (day := theirs.said.first_day)
            if any(quotes_the_same(one, theirs) for one in mine)
        ),
        default=None,
    )


def _quoted_by(report: _Report, near: Sequence[_Report]) -> date | None:
    """The last day on which a report of days came out whose words another tells again, as of no day ("the note")."""
    mine = [one for one in report.said if isinstance(one, Statement) and one.form != "indirect"]
    return min(
        (
            day + timedelta(days=_SETTLED - 1)
            for other in near
            for theirs in other.said
            if isinstance(theirs, Statement) and theirs.form != "indirect" and not theirs.said.is_day
            if (day := other.document.published.last_day)
            if any(quotes_the_same(one, theirs) for one in mine)
        ),
        default=None,
    )


def _told(found: Sequence[Clue], documents: Mapping[str, Document]) -> str:
    """The best clue in words, and how many more there are."""
    best = max(found, key=lambda one: (one.weight, one.mine.id, one.theirs.id))
    said = " ".join(best.mine.evidence[0].text.split())
    said = said if len(said) <= 80 else f"{said[:79].rstrip()}…"
    others = len({one.mine.id for one in found}) - 1
    more = f", and {others} more" if others else ""
    lender = name_of(documents[best.theirs.document])
    return f"‘{said}’ is of {day_of(best.theirs).first_day} in the report “{lender}”{more}"


def _times(said: Iterable[Annotation]) -> list[Time]:
    return [one for one in said if isinstance(one, Time)]


def _actors(said: Iterable[Annotation], links: Mapping[str, str]) -> set[str]:
    mentions = (one for one in said if isinstance(one, Mention) and one.reading != "place")
    return {links[one.id] for one in mentions if one.id in links}
