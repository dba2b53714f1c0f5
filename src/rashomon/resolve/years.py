"""A report without a year borrows it: from reports of the case that tell the same month and day.

A report without a year that speaks of "Sept. 27" was not written in a year of its own:
where other reports of the case that share its actors date that same day in one year
only, it is that year. The publication then lies after the first day so dated; it stays
an interval, since nothing here tells how long after.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rashomon.model.annotation import Annotation, Event, Statement, Time
from rashomon.model.text import Document
from rashomon.model.values import When

_YEARLESS = re.compile(r"XXXX-(\d\d-\d\d)")
_FULL = re.compile(r"(\d{4})-(\d\d-\d\d)")
# Words of a sentence that looks ahead, and words just before a day ahead: what is to come on a day says nothing of how
# old the report is.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|is to|are to|was to|were to|due|scheduled|slated|planned|plans?|deadline|expires?|next"
    r"|upcoming|expected|estimated|unless|might|target|runs? to|set for)\b"
)
# … and one behind "since" is past, whatever else the sentence says ("has not left it since 28 July, or would have us
# think so").
_SINCE = re.compile(r"\b[Ss]ince\s+(?:the\s+)?$")
_AHEAD_OF = re.compile(r"\b(?:until|till|through|before|[Bb]y)\s+(?:\w+\s+){0,2}$")
_SENTENCE_END = re.compile(r"[.!?][”\"]?\s+(?=[A-Z“\"])|\n")
# How long after the latest day it tells without a year a report came out at most, in days. Of 195 agency reports
# that name weekdays the longest was 192, of 83 other articles 266.
_NEWS, _OTHERS = 200, 280
# A day that a report gives with a year and that lies further back is history: it lends its year to no other report.
_HISTORY = timedelta(days=365)
# Reports of one story come out within so long of each other, and of the days they tell.
_NEAR = timedelta(days=90)


def full_days(times: Iterable[Time], published: date | None) -> dict[str, set[int]]:
    """The years in which a report dates each month and day it tells of, days ahead of it left out."""
    days: dict[str, set[int]] = {}
    for time in times:
        found = _FULL.fullmatch(time.timex.value[:10])
        day = day_in(int(found[1]), found[2]) if found else None
        if found and day and published and day <= published:
            days.setdefault(found[2], set()).add(int(found[1]))
    return days


def in_their_year(
    document: Document, times: Iterable[Time], lenders: Sequence[tuple[Document, Mapping[str, set[int]]]]
) -> tuple[When, Document] | None:
    """When a report came out by a day it shares with others, and the one that lends its year; None without one year.

    Args:
        document: the report.
        times: its times, as read without a year.
        lenders: dated reports with their `full_days`.
    """
    past = (time for time in times if not looks_ahead(document.text, time))
    days = {found[1] for time in past if (found := _YEARLESS.fullmatch(time.timex.value))}
    sharing = {day: [(other, known[day]) for other, known in lenders if day in known] for day in days}
    years = {year for lent in sharing.values() for _, some in lent for year in some}
    if len(years) != 1:
        return None
    (year,) = years
    # The first of them: a later one may be an appointment all the same.
    shared = min(day for day, lent in sharing.items() if lent)
    first = day_in(year, shared)
    if first is None or (document.published.first_day and first < document.published.first_day):
        return None
    lender = min((other for other, _ in sharing[shared]), key=lambda one: (name_of(one), one.id))
    if lender.published.last_day and lender.published.last_day - first > _HISTORY:
        return None
    basis = f"tells of {first} as the report “{name_of(lender)}” does, whose year is known"
    # A day given without its year lies less than a year back.
    return When.between(first, first + timedelta(days=364), basis=basis), lender


def in_near_year(
    document: Document, times: Iterable[Time], lenders: Sequence[Document]
) -> tuple[When, Document] | None:
    """When a report came out by a day it gives without a year, in the one year in which others came out near that day.

    Reports of one story come out within months of each other; it needs no other report to tell of that day.

    Args:
        document: the report.
        times: its times, as read without a year.
        lenders: dated reports about its actors.
    """
    days = {
        found[1]
        for time in times
        if not time.rule.endswith("holiday") and not looks_ahead(document.text, time)
        if (found := _YEARLESS.fullmatch(time.timex.value))
    }
    near: dict[date, list[Document]] = {}
    for other in lenders:
        appeared = other.published.first_day
        for year in (appeared.year - 1, appeared.year, appeared.year + 1) if appeared else ():
            for month_day in days:
                day = day_in(year, month_day)
                if day and appeared and abs(day - appeared) <= _NEAR:
                    near.setdefault(day, []).append(other)
    first = min(near, default=None)
    if first is None or len({(one.month, one.day) for one in near}) < len(near):
        return None  # a day that fits two years
    if document.published.first_day and first < document.published.first_day:
        return None
    lender = min(near[first], key=lambda one: (abs(first - (one.published.first_day or first)), one.id))
    basis = f"tells of {first:%-d %B}, near the report “{name_of(lender)}” of {lender.published.first_day}"
    return When.between(first, first + timedelta(days=364), basis=basis), lender


def looks_ahead(text: str, time: Time) -> bool:
    """Whether the sentence around a time speaks of what is to come."""
    at = time.evidence[0].start
    if _SINCE.search(text, max(0, at - 20), at):
        return False
    start = max((end.end() for end in _SENTENCE_END.finditer(text, max(0, at - 600), at)), default=max(0, at - 600))
    stop = _SENTENCE_END.search(text, at)
    return bool(_AHEAD.search(text, start, stop.start() if stop else len(text)) or _AHEAD_OF.search(text[start:at]))


def narrowed(published: When, annotations: Sequence[Annotation]) -> When:
    """A wide interval of publication, begun and ended by the latest day that the report tells.

    It came out no earlier than the latest day it tells as past, and not very long after
    the latest it gives without a year.
    """
    first, last = published.first_day, published.last_day
    if first is None or last is None:
        return published
    told = max((day for one in annotations if (day := _told_day(one)) and first < day <= last), default=None)
    times = [one for one in annotations if isinstance(one, Time)]
    given = [day for one in times if one.when.is_day and (day := one.when.first_day) and first <= day <= last]
    news = any(one.rule == "times:weekday" for one in times)
    end = min(last, max(given, default=last) + timedelta(days=_NEWS if news else _OTHERS))
    basis = published.basis + (f", and of {told}" if told else "")
    return replace(published, earliest=(told or first).isoformat(), latest=end.isoformat(), basis=basis)


def _told_day(one: Annotation) -> date | None:
    """The day on which something that a voice says was done or said was over; None where it is not known."""
    if isinstance(one, Event) and one.status in ("asserted", "attributed") and not one.background:
        when = one.happened
        # Of two days named together ("November 1 and 2") both are over.
        listed = when.first_day and when.last_day and (when.last_day - when.first_day).days <= 2
        return when.last_day if listed else when.first_day
    return one.said.first_day if isinstance(one, Statement) else None


def day_in(year: int, month_day: str) -> date | None:
    """The day ("03-08") of a year; None where that year has none."""
    try:
        return date.fromisoformat(f"{year}-{month_day}")
    except ValueError:  # 29 February of a common year
        return None


def name_of(document: Document) -> str:
    """What to call a report: its title, else where it came from."""
    return document.title or document.source
