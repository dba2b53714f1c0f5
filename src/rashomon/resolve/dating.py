"""Undated reports dated by their neighbours: a year is borrowed from reports that tell the same days.

A report without a year that speaks of "Sept. 27" was not written in a year of its own:
where other reports of the case that share its actors date that same day in one year
only, it is that year. The publication then lies after the first day so dated; it
stays an interval, since nothing here tells how long after.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rashomon.model.annotation import Annotation, Event, Mention, Statement, Time
from rashomon.model.text import Document
from rashomon.model.values import When

_YEARLESS = re.compile(r"XXXX-(\d\d-\d\d)")
_FULL = re.compile(r"(\d{4})-(\d\d-\d\d)")
# Actors that two reports must share to be of one conflict: two leaders and a state, say.
_SHARED = 3
# A report whose publication is not known within this many days needs a year.
_WIDE = 365


def undated(document: Document) -> bool:
    """Whether the year of a report's publication is not known."""
    first, last = document.published.first_day, document.published.last_day
    return first is None or last is None or (last - first).days > _WIDE


def borrowed(
    documents: Sequence[Document], times: Iterable[Time], mentions: Iterable[Mention], links: Mapping[str, str]
) -> dict[str, When]:
    """New publication intervals of undated documents, by document id; those that stay undated are left out.

    Args:
        documents: all reports of the case.
        times: their time expressions.
        mentions: their mentions.
        links: the actor of each mention, by mention id.
    """
    by_document: dict[str, list[Time]] = {}
    for time in times:
        by_document.setdefault(time.document, []).append(time)
    who = _actors(mentions, links)
    dated = [one for one in documents if not undated(one)]
    known = {one.id: _full_days(by_document.get(one.id, ()), one.published.last_day) for one in dated}
    found = {}
    for one in documents:
        if undated(one):
            near = [other for other in dated if len(who.get(one.id, set()) & who.get(other.id, set())) >= _SHARED]
            when = _interval(one, by_document.get(one.id, ()), [(other, known[other.id]) for other in near])
            if when is not None:
                found[one.id] = when
    return found


def narrowed(published: When, annotations: Iterable[Annotation]) -> When:
    """A wide interval of publication, begun no earlier than the latest day the report tells as past."""
    told = [day for one in annotations if (day := _told_day(one)) is not None]
    first, last = published.first_day, published.last_day
    latest = max((day for day in told if first and last and first < day <= last), default=None)
    if latest is None:
        return published
    return replace(published, earliest=latest.isoformat(), basis=f"{published.basis}, and of {latest.isoformat()}")


def _told_day(one: Annotation) -> date | None:
    """The first possible day of something that a voice says was done or said; None where it is not known."""
    if isinstance(one, Event) and one.status in ("asserted", "attributed") and not one.background:
        return one.happened.first_day
    return one.said.first_day if isinstance(one, Statement) else None


def _interval(
    document: Document, times: Iterable[Time], near: Sequence[tuple[Document, Mapping[str, set[int]]]]
) -> When | None:
    days = {found[1] for time in times if (found := _YEARLESS.fullmatch(time.timex.value))}
    lenders = {day: [(other, known[day]) for other, known in near if day in known] for day in days}
    years = {year for lent in lenders.values() for _, some in lent for year in some}
    if len(years) != 1:
        return None
    (year,) = years
    # The first of them: a later one may be an appointment that the report only looks forward to.
    shared = min(day for day, lent in lenders.items() if lent)
    first = _day(year, shared)
    if first is None or (document.published.first_day and first < document.published.first_day):
        return None
    lender = min(other.title or other.source for other, _ in lenders[shared])
    # A day given without its year lies less than a year back.
    return When(
        earliest=first.isoformat(),
        latest=(first + timedelta(days=364)).isoformat(),
        granularity="interval",
        basis=f"tells of {first.isoformat()} as the report “{lender}” does, whose year is known",
    )


def _full_days(times: Iterable[Time], published: date | None) -> dict[str, set[int]]:
    """The years in which a report dates each month and day it tells of, days ahead of it left out."""
    days: dict[str, set[int]] = {}
    for time in times:
        found = _FULL.fullmatch(time.timex.value[:10])
        day = _day(int(found[1]), found[2]) if found else None
        if found and day and published and day <= published:
            days.setdefault(found[2], set()).add(int(found[1]))
    return days


def _actors(mentions: Iterable[Mention], links: Mapping[str, str]) -> dict[str, set[str]]:
    who: dict[str, set[str]] = {}
    for one in mentions:
        if one.id in links and one.reading != "place":
            who.setdefault(one.document, set()).add(links[one.id])
    return who


def _day(year: int, month_day: str) -> date | None:
    try:
        return date.fromisoformat(f"{year}-{month_day}")
    except ValueError:  # 29 February of a common year
        return None
