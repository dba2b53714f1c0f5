"""Dates of a report without their year or week: put beside publication, on the side that the clause tells."""

from datetime import date

from rashomon.extract.times.beside import beside_year, besides, gap, weekday_beside, weekday_on
from rashomon.extract.times.calendars import bounds, day_partial
from rashomon.extract.times.forms import Partial, Reading

# Days: a date further past than the first is hardly told without its year, when the same date is nearer ahead than
# the second (newswire of TimeBank and AQUAINT).
_YEAR_GIVEN, _SEASON_GIVEN, _SOON = 300, 180, 125
# An event that is called by its day and is older than this (days) may be of any year.
_NAMED = 180


def reported(
    reading: Reading, published: date, side: int | None, spoken: date | None, said: str, *, told_past: bool = False
) -> tuple[Partial, str]:
    """A date beside publication, and the basis that begins with `said`.

    `side` is what the clause tells (see `tense.side`); `spoken` the day on which somebody spoke of what then lay ahead;
    `told_past`: the verb on which the date hangs is in the past tense.
    """
    when = reading.partial
    if side == -2:
        return _of_event(when, published, said)
    if when.weekday is not None and spoken is not None:
        return day_partial(weekday_beside(spoken, when.weekday, 1)).with_time_of(when), f"{said} after {spoken}"
    if when.weekday is not None:
        # Where it is evening still, "early Tuesday" is told on a Monday: clocks differ over the world.
        ahead = reading.mod == "START" and when.part is None and when.weekday == (published.weekday() + 1) % 7
        way = 1 if ahead else side or -1
        return day_partial(weekday_on(published, when.weekday, way)).with_time_of(
            when
        ), f"{said} {besides(way, published)}"
    if when.season and when.season[0] == "Q" and reading.direction is None and side != 1:
        side = -1
    if side == 2:
        # "He said on 3 May that they would vote in June": the June after the third.
        return beside_year(
            when, spoken or published, 1, weekday=reading.named_weekday
        ), f"{said}, year from {spoken or published}"
    filled = beside_year(when, published, 2 if side is None else side, weekday=reading.named_weekday)
    near = beside_year(when, published, 2, weekday=reading.named_weekday)
    far = _SEASON_GIVEN if when.season in ("SP", "SU", "FA", "WI") else _YEAR_GIVEN
    # "Took office in February" was months ago; "agreed to a truce from 6 May" on the 5th was not a year ago.
    long_past = told_past and when.day is None
    # "They plan to start in the autumn": not the one that is over, however long that is off.
    long_past = long_past or (side == 1 and when.season is not None)
    if reading.direction is None and not long_past and gap(filled, published) > far and gap(near, published) < _SOON:
        # A date so far off would be given with its year: the near one is meant, whatever the verb says.
        filled = near
    return filled, f"{said}, year from publication on {published}"


def spoken_on(last: Partial | None, published: date) -> date | None:
    """The day told last, where it lies in the week before publication: the day on which somebody spoke."""
    span = bounds(last) if last is not None and last.grain == "D" else None
    return span[0] if span is not None and 0 <= (published - span[0]).days <= 7 else None


def _of_event(when: Partial, published: date, said: str) -> tuple[Partial, str]:
    """Read "the July 7 bombings": the last 7 July, unless they are so long ago that the year may be any."""
    if when.weekday is not None:
        day = weekday_on(published, when.weekday, -1)
        return day_partial(day).with_time_of(when), f"{said} {besides(-1, published)}"
    last = beside_year(when, published, -1)
    if when.day is not None and gap(last, published) > _NAMED:
        return when, f"{said}, a name whose year is not told"
    return last, f"{said}, year from publication on {published}"
