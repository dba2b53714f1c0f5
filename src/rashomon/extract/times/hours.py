"""The day of a time that names none: that told last, the day after a night, or the day of the report."""

from collections.abc import Callable
from datetime import date

from rashomon.extract.times.calendars import bounds, day_partial, stepped
from rashomon.extract.times.forms import Partial, Reading


def on_day(
    reading: Reading, said: str, last: Partial | None, *, night: bool, today: date | None, past: Callable[[], bool]
) -> Partial:
    """A clock time or a part of a day, put on a day.

    `said` are its words, `last` the date told last, `night` whether that was a night, `today` the day of publication of
    a report (None: unknown, or a history), `past` answers whether the clause tells the past.
    """
    when = reading.partial
    if today is not None and last in (None, day_partial(today)) and _is_that_night(when, said) and past():
        # "They talked through the night": the one before the report; but "at night" is any.
        return stepped(today, "D", -1).with_time_of(when)
    span = bounds(last) if last is not None and last.day is not None else None
    if last is None or last.day is None:
        return day_partial(today).with_time_of(when) if today is not None else when
    if night and span is not None and _before_noon(when):
        return stepped(span[0], "D", 1).with_time_of(when)
    return last.with_time_of(when)


def _is_that_night(when: Partial, said: str) -> bool:
    return when.part == "NI" and said.lower().startswith("the ")


def _before_noon(when: Partial) -> bool:
    """Whether a time of day lies in its first half: "at 2 a.m.", "by midday"."""
    return when.part in ("MO", "MI") or (when.clock is not None and when.clock <= "12:00")
