"""Fills partial dates from their anchors: publication, or the date told last.

One `Anchors` goes once through a report, in text order, and remembers the date told
last. Two kinds of text are read differently: a report counts from its publication, a
history carries the year along its narrative.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rashomon.extract.times.beside import (
    beside_year,
    besides,
    current,
    days_off,
    gap,
    moved,
    near_publication,
    stretch,
    weekday_beside,
    weekday_on,
    years_off,
)
from rashomon.extract.times.calendars import bounds, day_partial, interval, settled, stepped, value_of
from rashomon.extract.times.compared import ToldPeriod, is_aside
from rashomon.extract.times.forms import Partial, Reading, Shift
from rashomon.extract.times.hours import on_day
from rashomon.extract.times.reported import reported, spoken_on
from rashomon.model.values import When

Side = Callable[[Reading], int | None]

# What TIMEX3 writes where the anchor of a step is unknown.
_UNKNOWN = {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A reading with its anchor: the TIMEX3 value, and the interval with its basis."""

    reading: Reading
    value: str
    when: When
    claimed: Partial | None = None


_NOWHERE = -10
# Days beside publication in which a month's day may be an anniversary of the one told with its year.
_COME_AGAIN = 30


def _is_now(reading: Reading) -> bool:
    """Whether a reading is "now" or "today"."""
    today = (
        reading.rule == "deictic"
        and reading.shift is not None
        and (reading.shift.unit, reading.shift.amount) == ("D", 0)
    )
    return reading.value == "PRESENT_REF" or (today and reading.partial == Partial())


class Anchors:
    """Resolves the readings of one text, given its day of publication (None: unknown).

    `years` is given for a history, a text that narrates what lies long before its
    publication: the year reached at a reading, by its start (negative before Christ).
    `side` answers on which side of publication a reading's clause lies, `past` whether its very verb tells the past,
    `habit` what is done again and again (see `tense`).
    `carries` lets a text of unknown publication hand a year it gives on to later dates.
    `near` is when a text of unknown publication can first and last have appeared: its
    dates lie in the year that puts them nearest to the first day.
    """

    def __init__(
        self,
        published: date | None,
        *,
        side: Side,
        past: Callable[[Reading], bool],
        habit: Callable[[Reading], bool],
        years: Mapping[int, int] | None,
        carries: bool = False,
        near: tuple[date, date] | None = None,
    ) -> None:
        self._near = near
        self._published = published
        self._years = years or {}
        self._history = years is not None or carries
        self._side = side
        self._past = past
        self._habit = habit
        self._last: Partial | None = None
        self._night = False
        self._period = ToldPeriod()
        self._said = ""
        self._given: dict[tuple[int | None, int | None], int] = {}  # the years told, by month and day
        self._present = _NOWHERE  # where "now" or "today" ends, if it was read last

    def resolve(self, reading: Reading, said: str) -> Resolved:
        """Give a reading its value; `said` are its words, for the basis."""
        self._said = said
        beside = reading.start - self._present == len(", ") and reading.rule == "offset" and not self._history
        self._present = reading.end if _is_now(reading) else _NOWHERE
        if beside and self._published:  # "Today, two decades later": it is today
            return Resolved(
                reading=reading, value="PRESENT_REF",
                when=When.on(self._published, basis=f"'{said}', beside the day of publication"),
            )  # fmt: skip
        if reading.value is not None:
            return self._valued(reading)
        claim, told = reading.claimed, self._last
        claimed = moved(told, claim.unit, claim.amount) if claim and told else None
        given = reading.partial
        if given.year is not None and given.day is not None and not given.bc:
            self._given[given.month, given.day] = given.year
        partial, basis = self._placed(reading)
        partial = years_off(days_off(settled(partial), reading.days_off), reading.years_off)
        aside = self._is_aside(reading, partial)
        if not aside:
            self._period.hear(reading, partial, self._published)
        if (
            not aside
            and partial.dated
            and (partial.year is not None or partial.decade is not None or partial.century is not None)
        ):
            self._remember(reading, partial)
        return Resolved(
            reading=reading, value=_value(reading, partial), when=interval(partial, reading.mod, basis), claimed=claimed
        )

    def _is_aside(self, reading: Reading, when: Partial) -> bool:
        """Read "the lowest since 2003": the report does not go on from there."""
        return reading.direction == -1 and when.grain == "Y" and reading.shift is None and not self._history

    def _remember(self, reading: Reading, partial: Partial) -> None:
        if partial.year is None or reading.rule in ("decade", "named_decade", "century", "period_end"):
            return
        if is_aside(reading) and not self._history:
            return
        reached = self._years.get(reading.start)
        if reached is not None and reached != (-partial.year if partial.bc else partial.year):
            return
        self._night = partial.part == "NI"
        self._last = replace(partial, part=None, clock=None, weekday=partial.weekday if partial.day is None else None)

    def _valued(self, reading: Reading) -> Resolved:
        value = reading.value or ""
        self._period.hear_length(reading)
        when = When(basis=f"'{self._said}'")
        if reading.length and self._published and not self._history:
            when = stretch(self._published, *reading.length, said=self._said)
        elif reading.rule == "period_of":
            partial, basis = self._placed(replace(reading, value=None))
            when = interval(partial, None, basis)
        elif value == "PRESENT_REF" and self._published and not self._history:
            when = When.on(self._published, basis=f"'{self._said}', at publication on {self._published}")
        return Resolved(reading=reading, value=value, when=when)

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
            of_figures = self._period.placed(reading, self._said, self._last, self._published, report=not self._history)
            return of_figures or self._shifted(reading)
        return self._filled(reading)

    def _week_of(self, reading: Reading) -> tuple[Partial, str]:
        day, basis = self._filled(reading)
        span = bounds(settled(day))
        return (stepped(span[0], "W", 0), basis) if span else (Partial(), basis)

    def _shifted(self, reading: Reading) -> tuple[Partial, str]:
        """A count of units from publication or from the date told last."""
        shift, inner = reading.shift, reading.partial
        assert shift
        if shift.amount is None and shift.base == "narrative" and (not self._history or reading.rule == "unit_side"):
            # "Days later", "the day before she resigned": when is not told; it may be past or future.
            return Partial(), f"'{self._said}', some time from what was told"
        if shift.amount is None:
            value = "PAST_REF" if reading.direction == -1 else "FUTURE_REF"
            return Partial(reference=value), f"'{self._said}'"
        if self._last is None and shift.base == "narrative" and shift.amount > 0 and reading.rule == "offset":
            return Partial(), f"'{self._said}', from a time not told"
        if reading.rule == "the_unit" and self._published and not self._history:
            # "The truce ends on Friday. Earlier in the day they had flown home": earlier today.
            ahead = self._last is not None and self._is_ahead(self._last) and self._side(reading) == -1
            told = None if ahead else self._last
            coming = reading.direction == 1 or (shift.unit == "WE" and self._side(reading) == 1)
            there = current(shift.unit, told, self._published, coming=coming)
            return there, f"'{self._said}' at publication on {self._published}"
        past_day = bool(self._years) and (shift.unit == "D" or self._is_long_past())
        narrated = (shift.base == "narrative" or past_day) and (self._last is not None or self._published is None)
        shift = self._weekend_over(reading, shift)
        anchor = self._last if narrated else (day_partial(self._published) if self._published else None)
        basis = f"'{self._said}' " + (
            f"from {value_of(anchor)}" if narrated and anchor else besides(shift.amount or 0, self._published)
        )
        there = moved(anchor, shift.unit, shift.amount, reading.rule == "offset") if anchor else Partial()
        known = "DM" if reading.rule == "offset" else "D"
        if narrated and shift.unit == "D" and shift.amount and there.grain not in known and not self._history:
            # "Last month he was shot. The next day …": which day was told of is not known.
            return inner, f"'{self._said}', from a day not told"
        later = narrated and reading.rule == "offset" and (shift.amount or 0) > 0
        long = shift.unit in ("Y", "DE", "CE")  # "a century later, they still speak of it": not of what is to come
        if later and self._is_ahead(there) and (self._side(reading) != 1 if long else self._side(reading) == -1):
            return Partial(), f"'{self._said}', from a time not told"
        if inner.weekday is not None and there.week is not None and there.year is not None:
            day = date.fromisocalendar(there.year, there.week, inner.weekday + 1)
            return day_partial(day).with_time_of(inner), basis
        if inner.dated and there.year is not None:
            year = there.year
            if inner.month is None and inner.day is not None:
                return replace(inner, year=year, month=there.month), basis
            return replace(inner, year=year, bc=there.bc), basis
        return there.with_time_of(inner), basis

    def _weekend_over(self, reading: Reading, shift: Shift) -> Shift:
        """Read "this weekend" on a Monday or Tuesday as the one just over, unless the verb looks ahead."""
        early = self._published is not None and self._published.weekday() <= 1 and not self._history
        if (shift.unit, shift.amount) != ("WE", 0) or not early or self._side(reading) == 1:
            return shift
        return replace(shift, amount=-1)

    def _is_long_past(self) -> bool:
        """Whether what a history told last is years old: "two years ago" is then said by somebody of that time."""
        year = self._last.year if self._last is not None else None
        return year is not None and self._published is not None and self._published.year - year > 1

    def _is_ahead(self, when: Partial) -> bool:
        """Whether a date lies wholly after the publication of a report."""
        span = bounds(when) if self._published and not self._history else None
        return span is not None and self._published is not None and span[0] > self._published

    def _named_step(self, reading: Reading) -> tuple[Partial, str]:
        """Read "last Friday", "next summer", "the previous April", "this March"."""
        way, inner = reading.direction or 0, reading.partial
        narrated = reading.shift is not None and reading.shift.base == "narrative" and self._last is not None
        centre = self._centre() if narrated or self._history else self._published
        if centre is None and self._near is not None and inner.month is not None:
            first, last = (beside_year(inner, day, way, named=True) for day in self._near)
            if first == last:
                return first, f"'{self._said}' {besides(way, self._near[0])} or later"
        if centre is None:
            return inner, f"'{self._said}', date unknown"
        basis = f"'{self._said}' {besides(way, self._published)}" if not narrated else f"'{self._said}' from {centre}"
        if inner.weekday is not None:
            told = self._side(reading) if way == 0 and not narrated and not self._history else None
            # "They are due in court this Tuesday", told on a Sunday: the one ahead, though of another week.
            day = (
                weekday_on(centre, inner.weekday, told)
                if told in (-1, 1)
                else weekday_beside(centre, inner.weekday, way)
            )
            return day_partial(day).with_time_of(inner), basis
        return beside_year(inner, centre, way, named=True), basis

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
        if not when.dated and reading.rule == "posted" and self._published and not self._history:
            self._last = day_partial(self._published)  # an entry does not go on from the one above it
            return day_partial(self._published).with_time_of(when), f"{said} on the day of publication"
        if not when.dated:
            return self._time_only(reading), f"{said} on the day told last"
        if when.day is not None and when.month is None:
            return self._day_only(when), f"{said} in the month told last"
        if self._near is not None and when.month is not None and not self._years:
            return beside_year(when, self._near[0], 2), f"{said}, year from {self._near[0]}"
        if self._history and self._published and when.day is not None and self._side(reading) == -2:
            return reported(reading, self._published, -2, None, said)  # "the 11 April coup": of its own year
        if self._history:
            return self._narrated(reading, when, said)
        if self._published is None:
            return when, f"{said}, counted from publication, date unknown"
        if (again := self._again(reading)) is not None:
            return again, f"{said}, the day that was told with its year"
        side = self._side(reading) if reading.direction is None else reading.direction
        spoken = spoken_on(self._last, self._published) if side == 2 else None
        return reported(reading, self._published, side, spoken, said, told_past=self._past(reading))

    def _again(self, reading: Reading) -> Partial | None:
        """The day of a month that was told with its year before; not near publication, where it may have come again."""
        when = reading.partial
        year = self._given.get((when.month, when.day)) if when.day is not None else None
        if (
            year is None
            or self._published is None
            or reading.direction is not None
            or reading.named_weekday is not None
        ):
            return None
        near = beside_year(when, self._published, 2)
        return replace(when, year=year) if gap(near, self._published) > _COME_AGAIN else None

    def _time_only(self, reading: Reading) -> Partial:
        if reading.rule == "part" and not self._history and self._habit(reading):
            return reading.partial  # "I wake up in the morning": on no day in particular
        today = None if self._history else self._published
        return on_day(
            reading, self._said, self._last, night=self._night, today=today, past=lambda: self._side(reading) == -1
        )

    def _day_only(self, when: Partial) -> Partial:
        """Read "the 13th": in the month told last, else the last 13th before publication."""
        last = self._last
        if last is not None and last.month is not None and (self._history or near_publication(last, self._published)):
            return replace(when, year=last.year, month=last.month, bc=last.bc)
        if self._published:
            month = stepped(self._published, "M", -1 if (when.day or 0) > self._published.day else 0)
            return replace(when, year=month.year, month=month.month)
        return when

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
            return day_partial(weekday_on(span[0], when.weekday, 1)).with_time_of(when), f"{said} after {span[0]}"
        return replace(when, year=last.year, bc=last.bc), f"{said}, year from {value_of(last)} before it"


def _value(reading: Reading, when: Partial) -> str:
    """The TIMEX3 value of a placed date; "that day" after a month or a year is a day of it, which one is not told."""
    shift = reading.shift
    value = value_of(when) or _UNKNOWN.get(shift.unit if shift else "", "XXXX-XX-XX")
    if shift is None or (shift.unit, shift.amount) != ("D", 0) or reading.partial.dated or when.part or when.clock:
        return value
    return value + {"M": "-XX", "Y": "-XX-XX"}.get(when.grain, "")
