"""Reckoning with dates: TIMEX3 values of partial dates, steps from a day, and the interval that a value covers."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from rashomon.extract.times import words
from rashomon.extract.times.forms import Partial
from rashomon.model.values import Granularity, When

SEASON_MONTHS = {
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14),
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
}  # fmt: skip
"""First and last month of each season, quarter and half; winter runs into the next year (13 is January)."""

# First and last hour of each part of a day; a night runs into the next day, so it is left a whole evening.
_PART_HOURS = {
    "MO": ("00:00", "12:00"), "MI": ("11:00", "14:00"), "AF": ("12:00", "18:00"),
    "EV": ("18:00", "23:59"), "NI": ("18:00", "23:59"), "DT": ("06:00", "18:00"),
}  # fmt: skip


def value_of(when: Partial) -> str:
    """The TIMEX3 value of a partial date, X for what is not known."""
    if when.reference:
        return when.reference
    base = _date_value(when)
    if when.clock:
        return f"{_to_day(base)}T{when.clock}"
    return f"{_to_day(base)}T{when.part}" if when.part else base


def _date_value(when: Partial) -> str:
    era = "BC" if when.bc else ""
    if when.century is not None:
        return f"{era}{when.century:02d}"
    if when.decade is not None:
        return f"{era}{when.decade:03d}"
    year = f"{era}{when.year:04d}" if when.year is not None else f"{era}XXXX"
    if when.day is not None:
        return f"{year}-{f'{when.month:02d}' if when.month else 'XX'}-{when.day:02d}"
    if when.month is not None:
        return f"{year}-{when.month:02d}"
    if when.week is not None or when.weekend:
        week = f"{when.week:02d}" if when.week is not None else "XX"
        return f"{year}-W{week}" + ("-WE" if when.weekend else "")
    if when.weekday is not None:
        return f"{year}-WXX-{when.weekday + 1}"
    if when.season is not None:
        return f"{year}-{when.season}"
    return year if when.year is not None else ""


def _to_day(value: str) -> str:
    """A date value with the places down to the day filled by X."""
    if not value:
        return "XXXX-XX-XX"
    if "W" in value:
        return value
    return value + "-XX" * (2 - value.count("-"))


def settled(when: Partial) -> Partial:
    """A feast that moves on its day, now that its year is known."""
    if when.feast is None or when.year is None or when.bc:
        return when
    day = _feast(when.year, words.FEASTS[when.feast])
    return replace(when, month=day.month, day=day.day)


def _feast(year: int, rule: Mapping[str, int]) -> date:
    if "easter" in rule:
        return easter(year, 2 if rule.get("orthodox") else 3) + timedelta(days=rule["easter"])
    month, weekday, count = rule["month"], rule["weekday"], rule["count"]
    if count < 0:
        last = _month_end(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))


def day_partial(day: date) -> Partial:
    """A day as a partial date."""
    return Partial(year=day.year, month=day.month, day=day.day)


def stepped(day: date, unit: str, amount: int) -> Partial:
    """The period of `unit` that lies `amount` units from the one that holds `day`; empty beyond the calendar."""
    try:
        return _stepped(day, unit, amount)
    except (OverflowError, ValueError):
        return Partial()


def _stepped(day: date, unit: str, amount: int) -> Partial:
    if unit == "D":
        return day_partial(day + timedelta(days=amount))
    if unit in ("W", "WE"):
        year, week, _ = (day + timedelta(weeks=amount)).isocalendar()
        return Partial(year=year, week=week, weekend=unit == "WE")
    if unit == "M":
        moved = day + relativedelta(months=amount)
        return Partial(year=moved.year, month=moved.month)
    if unit == "Q":
        moved = day + relativedelta(months=3 * amount)
        return Partial(year=moved.year, season=f"Q{(moved.month + 2) // 3}")
    if unit == "DE":
        return Partial(decade=max(0, (day.year + 10 * amount) // 10))
    if unit == "CE":
        return Partial(century=max(0, (day.year + 100 * amount) // 100))
    return Partial(year=day.replace(year=day.year + amount, day=1).year)


def bounds(when: Partial) -> tuple[date, date] | None:
    """First and last day of a date whose year is known; None for years before Christ, or impossible days."""
    try:
        return _bounds(when)
    except ValueError:
        return None


def _bounds(when: Partial) -> tuple[date, date] | None:
    if when.bc:
        return None
    if when.century is not None:
        return _years(when.century * 100, 100, when.season)
    if when.decade is not None:
        return _years(when.decade * 10, 10, when.season)
    if when.year is None:
        return None
    if when.day is not None:
        day = date(when.year, when.month or 13, when.day)
        return day, day
    if when.month is not None:
        return _month_start(when.year, when.month), _month_end(when.year, when.month)
    if when.week is not None:
        first = date.fromisocalendar(when.year, when.week, 6 if when.weekend else 1)
        return first, date.fromisocalendar(when.year, when.week, 7)
    if when.season in SEASON_MONTHS:
        first_month, last_month = SEASON_MONTHS[when.season or ""]
        return _month_start(when.year, first_month), _month_end(when.year, last_month)
    if when.weekday is not None or when.weekend:
        return None
    return date(when.year, 1, 1), date(when.year, 12, 31)


def _years(first: int, count: int, half: str | None) -> tuple[date, date]:
    """So many years from one on, or the first or second half of them."""
    start = first + (count // 2 if half == "H2" else 0)
    stop = first + (count // 2 if half == "H1" else count) - 1
    return date(max(1, start), 1, 1), date(stop, 12, 31)


def _month_start(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _month_end(year: int, month: int) -> date:
    first = _month_start(year, month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


_GRAINS: dict[str, Granularity] = {
    "D": "day", "W": "week", "M": "month", "S": "interval", "Y": "year", "DE": "interval", "CE": "interval",
}  # fmt: skip


def interval(when: Partial, mod: str | None, basis: str) -> When:
    """The interval in which a partial date lies, narrowed by its mod ("early October" is 1 to 10 October)."""
    span = bounds(when)
    if span is None:
        return When(basis=basis)
    first, last = span
    if when.clock and first == last:
        return _clock(first, when.clock, basis)
    if when.part and first == last:
        start, stop = _PART_HOURS.get(when.part, ("00:00", "23:59"))
        return When(earliest=f"{first}T{start}", latest=f"{last}T{stop}", granularity="part", basis=basis)
    grain = _GRAINS.get(when.grain, "interval")
    if mod in ("START", "MID", "END") and first < last:
        first, last = _third(first, last, mod)
        grain = "interval"
    return When.between(first, last, granularity=grain, basis=basis)


def _clock(day: date, clock: str, basis: str) -> When:
    if clock.startswith("24"):
        # Midnight of a day may be its start or its end: both remain.
        after = day + timedelta(days=1)
        return When(earliest=f"{day}T00:00", latest=f"{after}T00:00", granularity="time", basis=basis)
    minute = f"{day}T{(clock + ':00')[:5]}"
    if re.search(r"T\d\d:\d\d$", minute) is None:
        return When.on(day, basis=basis)
    return When(earliest=minute, latest=minute, granularity="time", basis=basis)


def _decade_third(first: date, last: date, mod: str) -> tuple[date, date]:
    """Whole years of a decade (or longer): its first four, the middle three, the last three in ten."""
    years = last.year - first.year + 1
    start, stop = {"START": (0.0, 0.4), "MID": (0.4, 0.7), "END": (0.7, 1.0)}[mod]
    return date(first.year + round(years * start), 1, 1), date(first.year + round(years * stop) - 1, 12, 31)


def _third(first: date, last: date, mod: str) -> tuple[date, date]:
    """The first, middle or last third of a stretch of days; the thirds of a month end on the 10th and 20th."""
    days = (last - first).days + 1
    if days > 3600:
        return _decade_third(first, last, mod)
    if days < 3:
        # A weekend has a first and a last day, and no middle.
        return {"START": (first, first), "MID": (first, last), "END": (last, last)}[mod]
    if days == 7:
        # "Late last week" is told of a Thursday as of a Saturday; so the parts of a week overlap.
        start, stop = {"START": (0, 2), "MID": (1, 3), "END": (3, 6)}[mod]
        return first + timedelta(days=start), first + timedelta(days=stop)
    if 28 <= days <= 31:
        cuts = (10, 20)
    else:
        cuts = (max(1, round(days / 3)), max(2, round(2 * days / 3)))
    if mod == "START":
        return first, first + timedelta(days=cuts[0] - 1)
    if mod == "MID":
        return first + timedelta(days=cuts[0]), first + timedelta(days=cuts[1] - 1)
    return first + timedelta(days=cuts[1]), last
