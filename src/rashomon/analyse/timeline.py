"""What is told to have happened, each thing once, in order, with every account of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from rashomon.analyse.view import View
from rashomon.model.annotation import Event, Status
from rashomon.model.values import When
from rashomon.model.world import Happening

TOLD: frozenset[Status] = frozenset({"asserted", "attributed", "alleged"})
"""The statuses of an event that some voice says took place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a timeline: a happening, the event that tells it best, and who disputes it."""

    happening: Happening
    event: Event
    told_by: tuple[str, ...]
    denied_by: tuple[str, ...]


def timeline(view: View, *, background: bool = False) -> list[Entry]:
    """The happenings that some voice says took place, by time; those without a time come last.

    Args:
        view: the case.
        background: also history and other conflicts.
    """
    kept = f"timeline, background {background}"
    if kept not in view.findings:
        view.findings[kept] = _entries(view, background)
    return list(view.findings[kept])


def _entries(view: View, background: bool) -> list[Entry]:
    entries = (_entry(view, one, background) for one in view.world.happenings)
    # Those of one time in the order of telling: by report, then by place in it.
    told = {one.id: n for n, one in enumerate(view.events)}
    return sorted((one for one in entries if one), key=lambda one: (order(one.happening.happened), told[one.event.id]))


def order(when: When) -> tuple[bool, datetime, datetime]:
    """The place of a time in a timeline: by its earliest moment, then its last; unknown times last.

    A time known by its end only ("by Tuesday") stands at its end.
    """
    start, stop = when.start or when.stop, when.stop or when.start
    return start is None, start or datetime.max, stop or datetime.max


def _entry(view: View, happening: Happening, background: bool) -> Entry | None:
    members = [view.events_by_id[id] for id in happening.events if id in view.events_by_id]
    told = [one for one in members if one.status in TOLD and (background or not one.background)]
    if not told:
        return None
    best = min(
        told, key=lambda one: (one.background, one.status != "asserted", not one.happened.placed, -len(one.initiators))
    )
    denied = [one for one in members if one.status in ("denied", "negated")]
    return Entry(
        happening=happening,
        event=best,
        told_by=tuple(_voices(view, told)),
        denied_by=tuple(_voices(view, denied)),
    )


def _voices(view: View, events: list[Event]) -> Iterator[str]:
    yield from dict.fromkeys(view.counter(one.according_to) for one in events)
