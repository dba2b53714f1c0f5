"""Values that may be vague: `When` (an interval of time) and `Quantity` (a low and a high)."""

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal, get_args

from rashomon.model.shown import ShownShort

Granularity = Literal["year", "month", "week", "day", "part", "time", "interval"]
Bound = Literal["exact", "about", "at least", "at most", "vague", "undisclosed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class When(ShownShort):
    """The interval in which something lies, and why we think so.

    `earliest` and `latest` are ISO dates ("2020-10-27") or minutes
    ("2020-10-27T22:20"), both included; None is unknown. An event known to lie in
    October has the whole month: the interval says where it is, not how long it took.
    """

    earliest: str | None = None
    latest: str | None = None
    granularity: Granularity | None = None
    basis: str = ""

    def __post_init__(self) -> None:
        for value in (self.earliest, self.latest):
            if value is not None:
                parse_iso(value)
        start, stop = self.start, self.stop
        if start and stop and start >= stop:
            raise ValueError(f"{self.earliest} is after {self.latest}")
        if self.granularity is not None and self.granularity not in get_args(Granularity):
            raise ValueError(f"no granularity {self.granularity!r}")

    def __str__(self) -> str:
        ends = " to ".join(dict.fromkeys((self.earliest or "?", self.latest or "?")))
        return f"{ends} ({self.basis})" if self.basis else ends

    @classmethod
    def on(cls, day: date, *, basis: str = "") -> "When":
        """A single day."""
        return cls(earliest=day.isoformat(), latest=day.isoformat(), granularity="day", basis=basis)

    @classmethod
    def between(cls, first: date, last: date, *, basis: str = "", granularity: Granularity = "interval") -> "When":
        """Some time from `first` to `last`, both days included."""
        return cls(earliest=first.isoformat(), latest=last.isoformat(), granularity=granularity, basis=basis)

    @property
    def known(self) -> bool:
        """Whether anything at all is known of it."""
        return self.earliest is not None or self.latest is not None

    @property
    def placed(self) -> bool:
        """Whether it is known from when on it can have been; "by Friday" alone places nothing."""
        return self.earliest is not None

    @property
    def start(self) -> datetime | None:
        """The first moment that is possible."""
        return parse_iso(self.earliest) if self.earliest else None

    @property
    def stop(self) -> datetime | None:
        """The first moment after `latest` (a whole day, or a minute, later)."""
        if self.latest is None:
            return None
        step = timedelta(minutes=1) if "T" in self.latest else timedelta(days=1)
        latest = parse_iso(self.latest)
        return latest + step if latest < _LAST_DAY else datetime.max

    @property
    def first_day(self) -> date | None:
        """The day of `earliest`."""
        return self.start.date() if self.start else None

    @property
    def last_day(self) -> date | None:
        """The day of `latest`."""
        return parse_iso(self.latest).date() if self.latest else None

    @property
    def is_day(self) -> bool:
        """Whether it is known to the day (or closer)."""
        return self.first_day is not None and self.first_day == self.last_day

    def may_meet(self, other: "When") -> bool:
        """Whether the two can be the same moment; an unknown time may be any."""
        return not (self.before(other) or other.before(self))

    def before(self, other: "When") -> bool:
        """Whether this is certainly over when the other begins."""
        return self.stop is not None and other.start is not None and self.stop <= other.start

    def within(self, other: "When") -> bool:
        """Whether this lies certainly inside the other."""
        if self.start is None or self.stop is None or other.start is None or other.stop is None:
            return False
        return other.start <= self.start and self.stop <= other.stop


# Pythons from 3.11 on read much more ("20201027", "2020-W44", zones), which would not compare as text.
_ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?", re.ASCII)
_LAST_DAY = datetime(9999, 12, 31)


@lru_cache(maxsize=4096)
def parse_iso(value: str) -> datetime:
    """An ISO date or minute as a moment without a zone; ValueError otherwise."""
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        raise ValueError(f"{value!r} is no date or minute such as 2020-10-27 or 2020-10-27T22:20")
    return datetime.fromisoformat(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as it was given: `low` and `high` both included, None where open or unknown.

    "more than 50" is low 50, high None, bound "at least"; "about 5,000" has low and
    high 5000 and bound "about"; a number that a source keeps to itself is bound
    "undisclosed" with neither.
    """

    low: float | None = None
    high: float | None = None
    bound: Bound = "exact"

    def __post_init__(self) -> None:
        if not all(math.isfinite(one) for one in (self.low, self.high) if one is not None):
            raise ValueError(f"no number: {self.low}, {self.high}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"{self.low} is more than {self.high}")
        if self.bound not in get_args(Bound):
            raise ValueError(f"no bound {self.bound!r}")
