"""Times of an undated report beside those of dated ones that are told in like words.

"Four officers were taken on Sunday at Ouri" and, in a report whose days are known, "the
officers taken at Ouri on Sept. 6": what the words around two times share, and how few
days of the case have these words, says how likely both are of one day. It needs neither
report's events to be understood.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from rashomon.language.gazetteer import folded
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Time
from rashomon.model.text import Document

# How many words before and after a time are of what is told of it, within its sentence.
_WINDOW = 14
_REACH = 400
# A word counts by how scarce it is: where more than this share of the known days has it, it says nothing.
_SCARCE = 0.12
_FEWEST = 3
# … and where fewer days than this are known at all, none is known to be scarce.
_POPULATION = 8
# Names and numbers tell things apart better than other words do.
_OTHER_WORDS = 0.6
# Two times that share nothing but what each has in a dozen words weigh little: likeness is per word, as if both had
# so many words more.
_MORE = 3
# So many times as much is a likeness of which nearly all are right. Measured on pairs of times of reports on the war
# in Libya (cases of 20, 60 and 250 of them): of the best pairs below half of it 8 to 20% are of one day, of those from
# two thirds to it 50%, of those above it 85 to 100%.
_SURE = 7.0
_LONGEST_STEM = 7
_SHORTEST = 3
_END = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“\"‘])|\n")
_WORD = re.compile(r"\d[\d,.]*\d|\w+(?:-\w+)*")
# Times that give the number of their day.
_DATES = frozenset(f"times:{rule}" for rule in ("month_day", "day_month", "day_alone", "figures", "holiday"))
# Times that stand for no day of their own, or for the report's.
_NO_DAY = frozenset({"times:reference", "times:posted", "times:clock"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A time with the day it stands for and what is told of that day: units of words, each with the name it is of."""

    time: Time
    day: date
    units: Mapping[str, str]

    @property
    def is_date(self) -> bool:
        """Whether the day is told by its number, not from the day of the report."""
        return self.time.rule in _DATES


def told_of(document: Document, times: Iterable[Time]) -> Iterator[Told]:
    """Yield what is told of each day in a report, by the words around it."""
    for time in times:
        day = day_told(time)
        if day is not None:
            yield Told(time=time, day=day, units=_units(*_around(document.text, time)))


def day_told(time: Time) -> date | None:
    """The one day (or night) for which a time stands; None for others."""
    first, last = time.when.first_day, time.when.last_day
    if time.rule in _NO_DAY or first is None or last is None or (last - first).days > 1:
        return None
    return first


def _around(text: str, time: Time) -> tuple[list[str], list[str]]:
    """The words before and after a time in its sentence."""
    start, end = time.evidence[0].start, time.evidence[-1].end
    left, right = max(0, start - _REACH), min(len(text), end + _REACH)
    begin = max((found.end() for found in _END.finditer(text, left, start)), default=left)
    stop = _END.search(text, end, right)
    after = text[end : stop.start() if stop else right]
    return _WORD.findall(text[begin:start])[-_WINDOW:], _WORD.findall(after)[:_WINDOW]


def _units(before: list[str], after: list[str]) -> dict[str, str]:
    """Stems and numbers, each with what it is part of: the words of one name tell one thing together."""
    units: dict[str, str] = {}
    for part in (before, after):
        name = ""
        for word in part:
            unit = _unit(word)
            if not unit:
                name = ""
            elif word[0].isupper() and not unit.startswith("#"):
                name = name or f"={unit}"
                units[unit] = name
            else:
                name = ""
                units.setdefault(unit, unit)
    return units


def _unit(word: str) -> str:
    """The stem of a word, "#19" of a number in figures or words; nothing of words that every sentence has."""
    low = folded(word.lower())
    numbers: Mapping[str, int] = lexicon("times")["numbers"]
    parts = low.split("-")
    if word[0].isdigit():
        return f"#{low.replace(',', '')}"
    if all(part in numbers for part in parts):
        number = sum(numbers[part] for part in parts)
        return f"#{number}" if number > 1 else ""
    if low in words("comparison", "grammar") or low in words("stories", "silent") or len(low) < _SHORTEST:
        return ""
    return (low[:-1] if low.endswith("s") else low)[:_LONGEST_STEM]


class Wordings:
    """What dated reports tell of days, found again by scarce words."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._told = list(told)
        self._with: defaultdict[str, list[int]] = defaultdict(list)
        self._days: defaultdict[str, set[date]] = defaultdict(set)
        for at, one in enumerate(self._told):
            for unit in one.units:
                self._with[unit].append(at)
                self._days[unit].add(one.day)
        self._known = len({one.day for one in self._told})

    def like(self, mine: Told) -> Iterator[tuple[Told, float]]:
        """What is told in words like these, each with how surely both are of one day, from 0 to 1."""
        shared: defaultdict[int, dict[str, float]] = defaultdict(dict)
        most = max(_FEWEST, _SCARCE * self._known)
        for unit, of in mine.units.items() if self._known >= _POPULATION else ():
            days = len(self._days[unit]) if unit in self._days else 0
            if not days or days > most:
                continue
            weight = log((self._known + 2) / days) * (1 if unit[0] == "#" or of[0] == "=" else _OTHER_WORDS)
            for at in self._with[unit]:
                shared[at][of] = max(weight, shared[at].get(of, 0.0))
        for at, weights in shared.items():
            theirs = self._told[at]
            length = sqrt((_MORE + len(mine.units)) * (_MORE + len(theirs.units)))
            yield theirs, min(1.0, 10 * sum(weights.values()) / length / _SURE)
