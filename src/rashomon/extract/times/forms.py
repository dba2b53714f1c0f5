"""What a time expression says by itself, before any anchor: `Partial`, `Shift`, `Reading`."""

from dataclasses import dataclass, replace
from typing import Literal

from rashomon.model.annotation import TimexType

Base = Literal["publication", "narrative"]
Unit = Literal["D", "W", "WE", "M", "Q", "Y", "DE", "CE"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partial:
    """A date of which some parts are given; None is left for an anchor to fill.

    `season` is SP, SU, FA, WI, or Q1 to Q4, H1, H2. `week` counts as ISO does, `weekend`
    narrows it. `decade` and `century` ("199", "19") stand instead of a year. `part` is
    MO, MI, AF, EV, NI, DT; `clock` "22:20". `weekday` counts from Monday, 0. `feast` names
    a day that moves with the year; `month` and `day` then say about when it is.
    `reference` (PAST_REF …) stands for a date that no calendar holds.
    """

    bc: bool = False
    century: int | None = None
    decade: int | None = None
    year: int | None = None
    season: str | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekend: bool = False
    weekday: int | None = None
    feast: str | None = None
    part: str | None = None
    clock: str | None = None
    reference: str | None = None

    @property
    def grain(self) -> str:
        """The finest part of the calendar that is given: "", CE, DE, Y, S, M, W, or D."""
        if self.day is not None or self.weekday is not None:
            return "D"
        if self.month is not None:
            return "M"
        if self.week is not None or self.weekend:
            return "W"
        for value, grain in ((self.season, "S"), (self.year, "Y"), (self.decade, "DE"), (self.century, "CE")):
            if value is not None:
                return grain
        return ""

    @property
    def dated(self) -> bool:
        """Whether a day, month or season is given, or a year."""
        return self.grain != ""

    def with_time_of(self, other: "Partial") -> "Partial":
        """This date with the other's part of the day or clock time."""
        return replace(self, part=other.part or self.part, clock=other.clock or self.clock)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """So many units from an anchor: "yesterday", "two weeks ago", "the following year"; `amount` None is "some"."""

    unit: Unit
    amount: int | None
    base: Base = "publication"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A time expression in a text: where it stands (document offsets) and what it says.

    One of three: `value` is already TIMEX3 (durations, sets, PAST_REF); `partial` is a
    date to be filled; `shift` counts from an anchor, and `partial` then refines it
    ("Monday of last week"). `direction` is what a word says of the side of the anchor
    on which a partial date lies: -1 "last", 0 "this", 1 "next". `length` holds a side,
    unit and count: of an interval next to publication ("the past two weeks": -1, W, 2),
    or of "the second week of May" (1, W, 2). `days_off` is added to the day that is
    named ("the day before Monday": -1), `years_off` years to what it names ("a year ago this
    week": -1). What a time says twice is kept for a check:
    `named_weekday` ("Monday, 5 March"), `claimed` ("two years later, in 1994"). `bracketed` tells of a clock time
    that ends with that of another clock in brackets ("10:35 a.m. (0735 GMT)").
    """

    start: int
    end: int
    type: TimexType
    rule: str
    value: str | None = None
    mod: str | None = None
    partial: Partial = Partial()
    shift: Shift | None = None
    direction: int | None = None
    length: tuple[int, str, int] | None = None
    days_off: int = 0
    years_off: int = 0
    named_weekday: int | None = None
    claimed: Shift | None = None
    bracketed: bool = False
