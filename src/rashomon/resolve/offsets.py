"""Times told from another event ("two days after the truce"), dated once that event is.

A report's reading leaves them symbolic: no ends, and a basis that tells length, side and
the words of the event. Where these words hold an event whose day is known, by its own
report or by another that tells the same happening, the time follows from it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from rashomon.model.annotation import Annotation, Event, Time
from rashomon.model.values import When
from rashomon.model.world import Happening

_SYMBOLIC = re.compile(r"(?P<offset>'(?P<length>[^']+)' (?P<side>after|before) '(?P<of>.+?)')(?:, which was .*)?", re.S)
_DAYS = re.compile(r"P(\d{1,3})([DW])")
_HOURS = re.compile(r"PT(?:\d{1,2}|X)[HM]")
# How far from an event, in characters, the words that date it stand at most.
_NEAR = 400


def told_so(annotations: Iterable[Annotation]) -> set[str]:
    """The ids of the documents of which events are told from other events."""
    return {one.document for one in annotations if isinstance(one, Event) and _SYMBOLIC.fullmatch(one.happened.basis)}


def dated_offsets(
    texts: Mapping[str, str], annotations: Iterable[Annotation], happenings: Iterable[Happening]
) -> Iterator[Event]:
    """Yield the events dated anew by the events they are told from, others left out.

    Args:
        texts: the text of each document, by id.
        annotations: all that is said in the documents of `told_so`, or in more.
        happenings: what the events mean together.
    """
    said = list(annotations)
    symbolic = [one for one in said if isinstance(one, Event) and _SYMBOLIC.fullmatch(one.happened.basis)]
    if not symbolic:
        return
    told = {event: one for one in happenings for event in one.events}
    needed = {one.document for one in symbolic}
    near: dict[str, list[Annotation]] = {}
    for one in said:
        if one.document in needed and isinstance(one, Event | Time):
            near.setdefault(one.document, []).append(one)
    for event in symbolic:
        when = _dated(event, texts[event.document], near[event.document], told)
        if when is not None and when != event.happened:
            yield replace(event, happened=when)


def _dated(event: Event, text: str, near: Iterable[Annotation], told: Mapping[str, Happening]) -> When | None:
    """The time of an event from that of the one it is told from; symbolic again where that is not known (any more)."""
    offset = _SYMBOLIC.fullmatch(event.happened.basis)
    assert offset
    start = text.find(offset["of"], max(0, event.evidence[0].start - _NEAR))
    days = _days(offset["length"], start, near)
    anchor = _anchor(event, start, start + len(offset["of"]), near, told) if start >= 0 else None
    if days is None or anchor is None or anchor.first_day is None or anchor.last_day is None:
        return When(basis=offset["offset"])
    fewest, most = (timedelta(days=one) for one in days)
    if offset["side"] == "before":
        fewest, most = -most, -fewest
    first, last = anchor.first_day + fewest, anchor.last_day + most
    span = f"{anchor.first_day}" if anchor.is_day else f"{anchor.first_day} to {anchor.last_day}"
    basis = f"{offset['offset']}, which was {span}"
    return When.on(first, basis=basis) if first == last else When.between(first, last, basis=basis)


def _days(words: str, before: int, near: Iterable[Annotation]) -> tuple[int, int] | None:
    """The fewest and most days of a length of time; None where it is vague."""
    times = [one for one in near if isinstance(one, Time) and one.evidence[0].text == words]
    time = min(times, key=lambda one: abs(one.evidence[0].end - before), default=None)
    value = time.timex.value if time else ""
    if found := _DAYS.fullmatch(value):
        number = int(found[1]) * (7 if found[2] == "W" else 1)
        return number, number
    return (0, 1) if _HOURS.fullmatch(value) else None


def _anchor(
    event: Event, start: int, end: int, near: Iterable[Annotation], told: Mapping[str, Happening]
) -> When | None:
    """When the event took place whose word stands between `start` and `end`."""
    own = told.get(event.id)
    for one in near:
        if not isinstance(one, Event) or one.id == event.id or not start <= (one.cue or one.evidence)[0].start < end:
            continue
        happening = told.get(one.id)
        if happening is not None and happening is own:
            continue
        for when in (one.happened, happening.happened if happening else When()):
            if when.first_day and when.last_day and not _SYMBOLIC.fullmatch(when.basis):
                return when
    return None
