"""The period that a report's figures are about, for what is compared with it.

After "third-quarter profit rose", "a year earlier" and "the year-ago period" are the third quarter of the year before,
"the latest quarter" and "the quarter" the third quarter itself; after "the nine months", "a year earlier" is a year.
"""

import re
from dataclasses import replace
from datetime import date

from rashomon.extract.times.beside import besides
from rashomon.extract.times.calendars import bounds, stepped, value_of
from rashomon.extract.times.forms import Partial, Reading, Shift

# "The previous quarter": that before the one the report is about.
_QUARTER_BEFORE = Shift(unit="Q", amount=-1, base="narrative")
# A quarter told longer ago (days) is not "the latest".
_LATEST = 370
# From so many months on a length is a stretch that figures are given for.
_LONG = 4


class ToldPeriod:
    """The quarter or half that was told last, and whether a longer stretch was told after it."""

    def __init__(self) -> None:
        self._quarter: Partial | None = None
        self._over: Partial | None = None
        self._stretched = False

    def hear(self, reading: Reading, when: Partial, published: date | None) -> None:
        """Take note of a date of the report."""
        if when.grain == "Y" and not is_comparison(reading):
            self._stretched = True
        span = bounds(when) if is_quarter(when) and not is_comparison(reading) else None
        if span is None:
            return
        ahead = published is not None and span[1] > published
        if ahead and reading.partial.year is not None:
            # No figures are there yet of "the third quarter of next year".
            return
        self._quarter, self._stretched = when, False
        before = bounds(self._over) if self._over is not None else None
        if published is not None and not ahead and (before is None or before[1] <= span[1] or reading.partial.year):
            self._over = when

    def hear_length(self, reading: Reading) -> None:
        """Take note of a length: "the nine months" are another period than the quarter before it."""
        told = re.fullmatch(r"P(\d+)([MY])", reading.value or "")
        if told and reading.rule in ("duration", "stretch", "year_ended", "period_of"):
            months = int(told[1]) * (12 if told[2] == "Y" else 1)
            self._stretched = self._stretched or _LONG <= months <= 12

    def placed(
        self, reading: Reading, said: str, last: Partial | None, published: date | None, *, report: bool
    ) -> tuple[Partial, str] | None:
        """The period that figures are compared with ("a year earlier"), or that they are of ("the latest quarter").

        `said` are the words of the reading, `last` is the date told last, `report` whether the text is no history.
        With the period comes its basis; None where the reading is neither.
        """
        if reading.rule == "compared_month" and last is not None and last.year is not None:
            return replace(last, year=last.year - 1), f"'{said}' from {value_of(last)}"
        if reading.rule == "compared":
            return self._year_before(reading, said, published), f"'{said}'"
        if published is None or not report:
            return None
        if reading.rule == "step_unit" and reading.shift == _QUARTER_BEFORE:
            return self._before(published), f"'{said}' {besides(-1, published)}"
        if reading.rule == "latest" or _is_the_quarter(reading):
            return self._latest(published), f"'{said}' at publication on {published}"
        quarter = self._of_year_ago(last) if is_comparison(reading) else None
        return (quarter, f"'{said}' {besides(-1, published)}") if quarter else None

    def _year_before(self, reading: Reading, said: str, published: date | None) -> Partial:
        """The period compared with: of the year that is given, else of the year before."""
        # What lies ahead has nothing to be compared yet, unless a fiscal year ends early.
        quarter = (self._over or self._quarter) if "quarter" in said or not self._stretched else None
        year = reading.partial.year
        if quarter is not None and quarter.year is not None:
            return replace(quarter, year=quarter.year - 1 if year is None else year)
        if year is not None:
            return Partial(year=year)
        return stepped(published, "Y", -1) if published is not None else Partial()

    def _latest(self, published: date) -> Partial:
        """The quarter told last that is over, where it is not long over; else the last that is over at publication.

        A fiscal year may end early: its fourth quarter may be over though that of the calendar is not.
        """
        told = self._over or self._quarter
        span = bounds(told) if told is not None else None
        if told is not None and span is not None and (published - span[1]).days < _LATEST:
            return told
        return stepped(published, "Q", -1)

    def _before(self, published: date) -> Partial:
        """The quarter before the latest."""
        span = bounds(self._latest(published))
        return stepped(span[0], "Q", -1) if span else Partial()

    def _of_year_ago(self, last: Partial | None) -> Partial | None:
        """What "a year ago" means right after a quarter was told: that quarter of the year before."""
        if last is None or last.year is None or not is_quarter(last) or self._stretched:
            return None
        return replace(last, year=last.year - 1)


def is_quarter(when: Partial) -> bool:
    """Whether a date is a quarter or half of a year."""
    return when.season is not None and when.season[0] in "QH"


def is_comparison(reading: Reading) -> bool:
    """Whether a time only tells what something is compared with: "a year earlier", "the year-ago period"."""
    if reading.rule in ("compared", "compared_month"):
        return True
    shift = reading.shift
    return reading.rule == "offset" and shift is not None and shift.unit == "Y" and shift.amount == -1


def is_aside(reading: Reading) -> bool:
    """Whether a report goes back after a time: "a year earlier", "up from the previous year"."""
    shift = reading.shift
    before = reading.rule == "step_unit" and shift is not None and (shift.unit, shift.amount) == ("Y", -1)
    return is_comparison(reading) or (before and shift is not None and shift.base == "narrative")


def _is_the_quarter(reading: Reading) -> bool:
    return reading.rule == "the_unit" and reading.shift is not None and reading.shift.unit == "Q"
