"""Dates as they are written in reports: patterns and their days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WEEKDAY = (
    r"(?:Mon(?:day|\.)?|Tue(?:sday|s?\.)?|Wed(?:nesday|\.)?|Thu(?:rsday|rs?\.)?"
    r"|Fri(?:day|\.)?|Sat(?:urday|\.)?|Sun(?:day|\.)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"

FULL = (
    rf"(?:(?:{WEEKDAY},?\s+)?(?:the\s+)?(?:{MONTH}\s+{_DAY},?\s+{_YEAR}"
    rf"|{_DAY}\s+(?:of\s+)?{MONTH},?\s+{_YEAR})|{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)"
)
"""A date with its year, a weekday before it or not."""
PARTIAL = rf"(?:(?:{WEEKDAY},?\s+)?(?:{MONTH}\s+{_DAY}|{_DAY}\s+(?:of\s+)?{MONTH}))(?![\d%])"
"""A date without its year."""

ISSUED = r"(?:issued|released|published|posted|printed|dated|distributed|circulated|as\s+delivered)"
"""Words that tell when a paper came out."""

_FULL = re.compile(rf"(?<![\w-])(?:{FULL})(?!\w)", re.IGNORECASE)
_PARTIAL = re.compile(rf"(?<!\w){PARTIAL}(?!\w)")


@dataclass(frozen=True, slots=True)
class Written:
    """A date in a text: where it stands, its parts, and whether its weekday fits."""

    start: int
    end: int
    text: str
    month: int
    day: int
    year: int | None
    weekday: int | None

    @property
    def known(self) -> date | None:
        """The day; None without a year, for a day no calendar has, or where the weekday contradicts it."""
        return self.in_year(self.year) if self.year else None

    def in_year(self, year: int) -> date | None:
        """The day in `year`; None where there is none or it has another weekday."""
        try:
            day = date(year, self.month, self.day)
        except ValueError:
            return None
        return day if self.weekday in (None, day.weekday()) else None


def full_dates(text: str) -> Iterator[Written]:
    """Yield the dates of `text` that have a year."""
    if not re.search(r"\d{4}", text):
        return
    for match in _FULL.finditer(text):
        yield _written(match.start(), match.end(), match.group())


def partial_dates(text: str) -> Iterator[Written]:
    """Yield the dates of `text` that have a month and a day, with or without a year."""
    for match in _PARTIAL.finditer(text):
        yield _written(match.start(), match.end(), match.group())


def _written(start: int, end: int, text: str) -> Written:
    numbers = [int(piece) for piece in re.findall(r"\d+", text)]
    if re.match(r"\d{4}-", text):
        year, month, day = numbers
        return Written(start, end, text, month, day, year, None)
    words = [piece[:3].lower() for piece in re.findall(r"[A-Za-z]+", text)]
    return Written(
        start,
        end,
        text,
        month=next(MONTHS.index(word) + 1 for word in words if word in MONTHS),
        day=next(number for number in numbers if number < 100),
        year=next((number for number in numbers if number > 1000), None),
        weekday=next((WEEKDAYS.index(word) for word in words if word in WEEKDAYS), None),
    )
