"""Fills partial dates from their anchors: publication, or the date told last.

One `Anchors` goes once through a report, in text order, and remembers the date told
last. Two kinds of text are read differently: a report counts from its publication, a
history carries the year along its narrative.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.extract.times.calendars import bounds, day_partial, interval, stepped, value_of
from rashomon.extract.times.forms import Partial, Reading
from rashomon.model.values import When

Side = Callable[[Reading], int | None]

# What TIMEX3 writes where the anchor of a step is unknown.
_UNKNOWN = {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}

# Days: a date further past than the first is hardly told without its year, when the same date is nearer ahead than
# the second (newswire of TimeBank and AQUAINT).
_YEAR_GIVEN, _SOON = 270, 125
# Where nothing tells the side, a date ahead must be this much nearer than one behind.
_FUTURE_HANDICAP = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A reading with its anchor: the TIMEX3 value, and the interval with its basis."""

    reading: Reading
    value: str
    when: When


class Anchors:
    """Resolves the readings of one text, given its day of publication (None: unknown).

    `years` is given for a history, a text that narrates what lies long before its
    publication: the year reached at a reading, by its start (negative before Christ).
    `side` answers on which side of publication a reading's clause lies (see `tense`).
    `carries` lets a text of unknown publication hand a year it gives on to later dates.
    `near` is a day that a text of unknown publication tells: its other dates lie in the
    year that puts them nearest to it.
    """

    def __init__(
        self,
        published: date | None,
        *,
        side: Side,
        years: Mapping[int, int] | None,
        carries: bool = False,
        near: date | None = None,
    ) -> None:
        self._near = near
        self._published = published
        self._years = years or {}
        self._history = years is not None or carries
        self._side = side
        self._last: Partial | None = None
        self._said = ""

    def resolve(self, reading: Reading, said: str) -> Resolved:
        """Give a reading its value; `said` are its words, for the basis."""
        self._said = said
        if reading.value is not None:
            return self._valued(reading)
        partial, basis = self._placed(reading)
        if partial.dated and (partial.year is not None or partial.decade is not None or partial.century is not None):
            self._remember(reading, partial)
        value = value_of(partial) or _UNKNOWN.get(reading.shift.unit if reading.shift else "", "XXXX-XX-XX")
        return Resolved(reading=reading, value=value, when=interval(partial, reading.mod, basis))

    def _remember(self, reading: Reading, partial: Partial) -> None:
        if partial.year is None or reading.rule in ("decade", "century"):
            return
        reached = self._years.get(reading.start)
        if reached is not None and reached != (-partial.year if partial.bc else partial.year):
            return
        self._last = replace(partial, part=None, clock=None, weekday=partial.weekday if partial.day is None else None)

    def _valued(self, reading: Reading) -> Resolved:
        value = reading.value or ""
        when = When(basis=f"'{self._said}'")
        if reading.length and self._published and not self._history:
            when = self._stretch(*reading.length)
        elif reading.rule == "period_of":
            partial, basis = self._placed(replace(reading, value=None))
            when = interval(partial, None, basis)
        elif value == "PRESENT_REF" and self._published and not self._history:
            when = When.on(self._published, basis=f"'{self._said}', at publication on {self._published}")
        return Resolved(reading=reading, value=value, when=when)

    def _stretch(self, way: int, unit: str, count: int) -> When:
        """Read "the past two weeks": the days from then to publication, or from it on."""
        assert self._published
        edge = bounds(stepped(self._published, unit, way * count)) if unit in "DWMY" else None
        if edge is None:
            return When(basis=f"'{self._said}'")
        exact = self._published + timedelta(days=way * count * {"D": 1, "W": 7}.get(unit, 0))
        if unit in "MY":
            exact = _same_day(self._published, edge[0])
        first, last = sorted((exact, self._published))
        return When.between(first, last, basis=f"'{self._said}' {_beside(way, self._published)}")

    # Where a reading lies

    def _placed(self, reading: Reading) -> tuple[Partial, str]:
        if reading.rule == "week_of":
            return self._week_of(reading)
        if reading.rule == "week_in_month" and reading.length:
            month, basis = self._filled(reading)
            # The second week of a month is the one that holds most of its days 8 to 14.
            middle = replace(month, day=min(28, 7 * reading.length[2] - 3))
            span = bounds(middle)
            return (stepped(span[0], "W", 0) if span else month), basis
        if reading.direction is not None and reading.shift is not None and reading.partial.dated:
            return self._named_step(reading)
        if reading.shift is not None and self._history and reading.rule == "deictic" and reading.shift.amount == 0:
            return Partial(
                reference=None if reading.partial.part else "PRESENT_REF", part=reading.partial.part
            ), f"'{self._said}'"
        if reading.shift is not None:
            return self._shifted(reading)
        return self._filled(reading)

    def _week_of(self, reading: Reading) -> tuple[Partial, str]:
        day, basis = self._filled(reading)
        span = bounds(day)
        return (stepped(span[0], "W", 0), basis) if span else (Partial(), basis)

    def _shifted(self, reading: Reading) -> tuple[Partial, str]:
        """A count of units from publication or from the date told last."""
        shift, inner = reading.shift, reading.partial
        assert shift
        if shift.amount is None:
            value = "PAST_REF" if reading.direction == -1 else "FUTURE_REF"
            return Partial(reference=value), f"'{self._said}'"
        if reading.rule == "the_unit" and self._published and not self._history:
            return self._current(shift.unit), f"'{self._said}' at publication on {self._published}"
        past_day = bool(self._years) and shift.unit == "D"
        narrated = (shift.base == "narrative" or past_day) and (self._last is not None or self._published is None)
        anchor = self._last if narrated else (day_partial(self._published) if self._published else None)
        basis = f"'{self._said}' " + (
            f"from {value_of(anchor)}" if narrated and anchor else _beside(shift.amount or 0, self._published)
        )
        if self._quarter_told(reading) and self._last and self._last.year:
            return replace(self._last, year=self._published.year + (shift.amount or 0)), basis  # type: ignore[union-attr]
        moved = _moved(anchor, shift.unit, shift.amount, reading.rule == "offset") if anchor else Partial()
        if inner.weekday is not None and moved.week is not None and moved.year is not None:
            day = date.fromisocalendar(moved.year, moved.week, inner.weekday + 1)
            return day_partial(day).with_time_of(inner), basis
        if inner.dated and moved.year is not None:
            year = moved.year
            if inner.month is None and inner.day is not None:
                return replace(inner, year=year, month=moved.month), basis
            return replace(inner, year=year, bc=moved.bc), basis
        return moved.with_time_of(inner), basis

    def _current(self, unit: str) -> Partial:
        """Read "the weekend", "the quarter", "the year" of a report: the one told last, or the latest that is over."""
        assert self._published
        if unit == "Q":
            told = self._last is not None and self._last.season is not None and self._last.season.startswith("Q")
            return self._last if told and self._last else stepped(self._published, "Q", -1)
        if unit == "WE":
            return stepped(self._published, "WE", 0 if self._published.weekday() >= 5 else -1)
        if unit == "D" and self._last is not None and self._last.day is not None:
            return self._last
        return stepped(self._published, unit, 0)

    def _quarter_told(self, reading: Reading) -> bool:
        """Whether "a year ago" follows a quarter's result: the same quarter is meant."""
        last = self._last
        quarter = last is not None and last.season is not None and last.season.startswith("Q")
        return (
            quarter
            and not self._history
            and reading.rule == "offset"
            and reading.shift is not None
            and (reading.shift.unit == "Y" and reading.shift.amount == -1)
        )

    def _named_step(self, reading: Reading) -> tuple[Partial, str]:
        """Read "last Friday", "next summer", "the previous April", "this March"."""
        way, inner = reading.direction or 0, reading.partial
        narrated = reading.shift is not None and reading.shift.base == "narrative" and self._last is not None
        centre = self._centre() if narrated or self._history else self._published
        if centre is None:
            return inner, f"'{self._said}', date unknown"
        basis = f"'{self._said}' {_beside(way, self._published)}" if not narrated else f"'{self._said}' from {centre}"
        if inner.weekday is not None:
            return day_partial(_weekday(centre, inner.weekday, way)).with_time_of(inner), basis
        return _beside_year(inner, centre, way, named=True), basis

    def _centre(self) -> date | None:
        """A day for the date told last, or publication."""
        span = bounds(self._last) if self._last else None
        return span[1] if span else self._published

    def _filled(self, reading: Reading) -> tuple[Partial, str]:
        """A date by itself: as much of it as is missing is taken from its anchor."""
        when = reading.partial
        said = f"'{self._said}'"
        if when.year is not None or when.decade is not None or when.century is not None:
            return when, said
        if not when.dated:
            return self._time_only(when), f"{said} on the day told last"
        if when.day is not None and when.month is None:
            return self._day_only(when), f"{said} in the month told last"
        if self._near is not None and when.month is not None and not self._years:
            return _beside_year(when, self._near, 2), f"{said}, year from {self._near}"
        if self._history:
            return self._narrated(reading, when, said)
        if self._published is None:
            return when, f"{said}, counted from publication, date unknown"
        return self._reported(reading, when, said)

    def _time_only(self, when: Partial) -> Partial:
        """A clock time or part of a day without a day."""
        last = self._last
        if last is not None and last.day is not None:
            return last.with_time_of(when)
        if self._published and not self._history:
            return day_partial(self._published).with_time_of(when)
        return when

    def _day_only(self, when: Partial) -> Partial:
        """Read "the 13th": in the month told last, else the last 13th before publication."""
        last = self._last
        if last is not None and last.month is not None and (self._history or _near(last, self._published)):
            return replace(when, year=last.year, month=last.month, bc=last.bc)
        if self._published:
            month = stepped(self._published, "M", -1 if (when.day or 0) > self._published.day else 0)
            return replace(when, year=month.year, month=month.month)
        return when

    def _reported(self, reading: Reading, when: Partial, said: str) -> tuple[Partial, str]:
        """In a report: beside publication, on the side that the clause tells."""
        assert self._published
        side = self._side(reading)
        spoken = self._spoken() if side == 2 else None
        if when.weekday is not None and spoken is not None:
            return day_partial(_weekday(spoken, when.weekday, 1)).with_time_of(when), f"{said} after {spoken}"
        if when.weekday is not None:
            day = _weekday_on(self._published, when.weekday, side or -1)
            return day_partial(day).with_time_of(when), f"{said} {_beside(side or -1, self._published)}"
        if when.season and when.season[0] == "Q":
            side = -1
        filled = _beside_year(when, self._published, 2 if side is None else side)
        near = _beside_year(when, self._published, 2)
        if _gap(filled, self._published) > _YEAR_GIVEN and _gap(near, self._published) < _SOON:
            # A date so far off would be given with its year: the near one is meant, whatever the verb says.
            filled = near
        return filled, f"{said}, year from publication on {self._published}"

    def _spoken(self) -> date | None:
        """The day told last, where it lies in the week before publication: the day on which somebody spoke."""
        span = bounds(self._last) if self._last is not None and self._last.grain == "D" else None
        near = span is not None and self._published is not None and 0 <= (self._published - span[0]).days <= 7
        return span[0] if span is not None and near else None

    def _narrated(self, reading: Reading, when: Partial, said: str) -> tuple[Partial, str]:
        """In a history: the year that lies next in the narrative."""
        last = self._last
        reached = self._years.get(reading.start)
        if reached is not None and when.weekday is None:
            return replace(when, year=abs(reached), bc=reached < 0), f"{said}, year from the narrative"
        if last is None or last.year is None:
            return when, f"{said}, year unknown"
        if when.weekday is not None:
            span = bounds(last)
            if last.day is None or span is None:
                return when, f"{said}, week unknown"
            return day_partial(_weekday_on(span[0], when.weekday, 1)).with_time_of(when), f"{said} after {span[0]}"
        return replace(when, year=last.year, bc=last.bc), f"{said}, year from {value_of(last)} before it"


def _beside(way: int, published: date | None) -> str:
    if published is None:
        return "counted from publication, date unknown"
    return f"{'before' if way < 0 else 'after' if way > 0 else 'at'} publication on {published}"


def _moved(anchor: Partial, unit: str, amount: int | None, decades_in_years: bool = False) -> Partial:
    """So many units from a date that may itself be vague; a vague count leaves X."""
    if anchor.bc:
        return Partial(bc=True, year=anchor.year - (amount or 0)) if unit == "Y" and anchor.year else Partial(bc=True)
    if amount is None:
        if unit == "W":
            return Partial(year=anchor.year, weekend=False, week=None) if anchor.year else Partial()
        return Partial(year=anchor.year) if anchor.year else Partial()
    span = bounds(anchor)
    if span is None:
        return Partial()
    if unit == "DE" and abs(amount) >= 1 and decades_in_years:
        unit, amount = "Y", amount * 10
    if unit == "D" and anchor.grain != "D":
        return Partial(year=anchor.year, month=anchor.month)
    if unit == "M" and anchor.month is None and anchor.grain not in ("W", "D"):
        return Partial(year=anchor.year)
    return stepped(span[0], unit, amount)


def _same_day(day: date, month: date) -> date:
    """The day of `day` in the month of `month`, or that month's last."""
    for number in range(day.day, 27, -1):
        try:
            return month.replace(day=number)
        except ValueError:
            continue
    return month.replace(day=min(day.day, 28))


def _weekday(centre: date, weekday: int, way: int) -> date:
    """The weekday strictly before (-1) or after (1) a day, or of its own week (0)."""
    if way == 0:
        return centre + timedelta(days=weekday - centre.weekday())
    gap = (centre.weekday() - weekday) % 7 or 7 if way < 0 else (weekday - centre.weekday()) % 7 or 7
    return centre + timedelta(days=gap if way > 0 else -gap)


def _weekday_on(centre: date, weekday: int, way: int) -> date:
    """The same, but a day that bears the name is meant itself."""
    return centre if centre.weekday() == weekday else _weekday(centre, weekday, way)


def _beside_year(when: Partial, centre: date, way: int, *, named: bool = False) -> Partial:
    """A date without a year put next to a day: before (-1), after (1), in its year (0), or nearest (2)."""
    options = [replace(when, year=centre.year + step) for step in (-1, 0, 1)]
    spans = [(option, span) for option in options if (span := bounds(option))]
    if not spans:
        return replace(when, year=centre.year)
    if way == 0:
        return replace(when, year=centre.year)
    if way < 0:
        # A month that has just ended is "last month": "last February" in March is that of the year before.
        slack = timedelta(days=31 if named and when.month and not when.day else 0)
        before = [option for option, span in spans if (span[1] + slack < centre if slack else span[0] <= centre)]
        return before[-1] if before else replace(when, year=centre.year - 1)
    if way == 1:
        after = [option for option, span in spans if (span[0] if named else span[1]) >= centre]
        return after[0] if after else replace(when, year=centre.year + 1)
    return min(spans, key=lambda pair: _gap(pair[0], centre) * (_FUTURE_HANDICAP if pair[1][0] > centre else 1.0))[0]


def _gap(when: Partial, centre: date) -> int:
    span = bounds(when)
    return min(abs((span[0] - centre).days), abs((span[1] - centre).days)) if span else 0


def _near(last: Partial, published: date | None) -> bool:
    return published is not None and last.year is not None and abs(last.year - published.year) <= 1
