"""Dates beside a day: steps from a vague date, the weekday before or after a day, the year nearest to it."""

from dataclasses import replace
from datetime import date, timedelta

from rashomon.extract.times.calendars import bounds, settled, stepped
from rashomon.extract.times.forms import Partial
from rashomon.model.values import When

# Where nothing tells the side, a date ahead must be this much nearer than one behind.
_FUTURE_HANDICAP = 1.5


def moved(anchor: Partial, unit: str, amount: int | None, decades_in_years: bool = False) -> Partial:
    """So many units from a date that may itself be vague; a vague count leaves X."""
    if anchor.bc:
        years = (amount or 0) * {"Y": 1, "DE": 10, "CE": 100}.get(unit, 0)
        if not years or not anchor.year:
            return Partial(bc=True)
        # Beyond the birth of Christ nothing is reckoned.
        return Partial(bc=True, year=anchor.year - years) if anchor.year > years else Partial()
    if amount is None:
        if unit == "W":
            return Partial(year=anchor.year, weekend=False, week=None) if anchor.year else Partial()
        return Partial(year=anchor.year) if anchor.year else Partial()
    span = bounds(anchor)
    if span is None:
        return Partial()
    if unit in ("DE", "CE") and abs(amount) >= 1 and decades_in_years:
        unit, amount = "Y", amount * (10 if unit == "DE" else 100)
    if unit == "W" and anchor.grain not in ("W", "D"):
        # Two weeks from some time in May: near it, but no one knows which week.
        return Partial()
    if unit == "D" and anchor.grain != "D":
        return Partial(year=anchor.year, month=anchor.month)
    if unit == "M" and anchor.month is None and anchor.grain not in ("W", "D"):
        return Partial(year=anchor.year)
    return stepped(span[0], unit, amount)


def same_day(day: date, month: date) -> date:
    """The day of `day` in the month of `month`, or that month's last."""
    for number in range(day.day, 27, -1):
        try:
            return month.replace(day=number)
        except ValueError:
            continue
    return month.replace(day=min(day.day, 28))


def days_off(when: Partial, days: int) -> Partial:
    """Read "the day before last Tuesday": so many days from the day it names."""
    span = bounds(when) if days and when.day is not None else None
    return stepped(span[0], "D", days).with_time_of(when) if span else when


def years_off(when: Partial, years: int) -> Partial:
    """Read "a year ago this week": the week (month, day) that it names, of so many years before."""
    span = bounds(when) if years else None
    if span is None or when.grain not in ("D", "W", "M"):
        return when
    middle = span[0] + (span[1] - span[0]) / 2
    there = stepped(middle, "Y", years)
    return stepped(same_day(middle, date(there.year, middle.month, 1)), when.grain, 0) if there.year else when


def weekday_beside(centre: date, weekday: int, way: int) -> date:
    """The weekday strictly before (-1) or after (1) a day, or of its own week (0)."""
    if way == 0:
        return centre + timedelta(days=weekday - centre.weekday())
    days = (centre.weekday() - weekday) % 7 or 7 if way < 0 else (weekday - centre.weekday()) % 7 or 7
    try:
        return centre + timedelta(days=days if way > 0 else -days)
    except OverflowError:  # 31 December 9999, as some papers write "never"
        return centre


def weekday_on(centre: date, weekday: int, way: int) -> date:
    """The same, but a day that bears the name is meant itself."""
    return centre if centre.weekday() == weekday else weekday_beside(centre, weekday, way)


def beside_year(when: Partial, centre: date, way: int, *, named: bool = False, weekday: int | None = None) -> Partial:
    """A date without a year put next to a day: before (-1), after (1), in its year (0), or nearest (2)."""
    # 29 February comes every fourth year only.
    reach = 4 if (when.month, when.day) == (2, 29) else 1
    options = [settled(replace(when, year=centre.year + step)) for step in range(-reach, reach + 1)]
    spans = [(option, span) for option in options if (span := bounds(option))]
    fitting = [pair for pair in spans if pair[1][0].weekday() == weekday]
    if fitting:
        # "Sunday, 4 May" lies in a year in which that was a Sunday.
        spans = fitting
    if not spans:
        return replace(when, year=centre.year)
    if way == 0:
        return replace(when, year=centre.year)
    if way < 0:
        # A month that has just ended is "last month": "last February" in March is that of the year before.
        slack = timedelta(days=31 if named and when.month and not when.day else 0)
        over = slack or (named and when.season is not None)  # "last summer" in August: that of the year before
        before = [option for option, span in spans if (span[1] + slack < centre if over else span[0] <= centre)]
        return before[-1] if before else replace(when, year=centre.year - 1)
    if way == 1:
        after = [option for option, span in spans if (span[0] if named else span[1]) >= centre]
        return after[0] if after else replace(when, year=centre.year + 1)
    return min(spans, key=lambda pair: gap(pair[0], centre) * (_FUTURE_HANDICAP if pair[1][0] > centre else 1.0))[0]


def gap(when: Partial, centre: date) -> int:
    """How many days lie between a date and a day, at least."""
    span = bounds(when)
    return min(abs((span[0] - centre).days), abs((span[1] - centre).days)) if span else 0


def near_publication(last: Partial, published: date | None) -> bool:
    """Whether a date lies in the year of publication or next to it."""
    return published is not None and last.year is not None and abs(last.year - published.year) <= 1


def current(unit: str, last: Partial | None, published: date, *, coming: bool = False) -> Partial:
    """Read "the weekend", "the month", "the year" of a report: the one told last, or the latest; `coming`: the next."""
    if unit == "WE":
        return stepped(published, "WE", 0 if coming or published.weekday() >= 5 else -1)
    if unit == "D" and last is not None and last.day is not None:
        return last
    ahead = bounds(last) if last is not None and last.month is not None else None
    if unit == "M" and ahead is not None and ahead[0] > published:
        return stepped(ahead[0], "M", 0)
    return stepped(published, unit, 0)


def besides(way: int, published: date | None) -> str:
    """For a basis: on which side of publication a time was counted."""
    if published is None:
        return "counted from publication, date unknown"
    return f"{'before' if way < 0 else 'after' if way > 0 else 'at'} publication on {published}"


def stretch(published: date, way: int, unit: str, count: int, *, said: str) -> When:
    """Read "the past two weeks": the days from then to publication, or from it on."""
    edge = bounds(stepped(published, unit, way * count)) if unit in "DWMY" else None
    if edge is None:
        return When(basis=f"'{said}'")
    exact = published + timedelta(days=way * count * {"D": 1, "W": 7}.get(unit, 0))
    if unit in "MY":
        exact = same_day(published, edge[0])
    first, last = sorted((exact, published))
    return When.between(first, last, basis=f"'{said}' {besides(way, published)}")
