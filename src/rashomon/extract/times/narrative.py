"""The year that a history has reached at each of its dates.

A history gives the year once and then tells months and days. Which year a bare "March"
belongs to follows from the whole run of dates: time mostly goes forward, seldom jumps,
and an aside ("declassified in 2005") does not carry on. Each date gets the year that
makes the whole run cheapest (Viterbi's algorithm over years).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.extract.times.calendars import SEASON_MONTHS
from rashomon.extract.times.forms import Reading
from rashomon.language.analysis import Analysis

# Costs, found by random search on the 16 war histories of WikiWars: 467 of 503 bare dates get the right year. Searched
# for on half of them only, 246 of 264 on the other half. A step back is cheap, a new year dear.
_AHEAD_PER_MONTH = 0.01
_BACK = 0.05
_BACK_PER_MONTH = 0.035
_NEW_YEAR = 0.23
_ASIDE_YEAR = 0.65
_ASIDE_MONTH = 2.0
# For a beginning in a year that is not told; less for the one before the first that is: "In November … In December …
# On January 6, 1913".
_UNTOLD, _TURN = 0.3, 0.15
# A heading moves the narrative more easily, and is hardly an aside.
_SECTION = 0.6
_OPENS = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A date of a history: its year where it gives one, its month where it gives one.

    `shift` counts years from the date before ("the following year" 1). `opens` says
    that it stands in a heading.
    """

    year: int | None
    month: int | None
    shift: int | None = None
    opens: bool = False


def years(steps: Sequence[Step]) -> list[int | None]:
    """The year of each step; the year that the narrative is in where a step is an aside."""
    given = sorted({step.year for step in steps if step.year is not None})
    if not given:
        return [None] * len(steps)
    options = sorted({year + k for year in given for k in (-1, 0, 1)})
    untold = {given[0] - 1: _TURN}
    paths = {year: _Path(0.0 if year in given else untold.get(year, _UNTOLD), 1) for year in options}
    trail: list[dict[int, int]] = []
    for step in steps:
        paths, origins = _advance(paths, step)
        trail.append(origins)
    return _back(paths, trail)


class _Path(NamedTuple):
    """The cheapest way to have reached a year: what it cost, and the month told last on it."""

    cost: float
    month: int


def _advance(paths: Mapping[int, _Path], step: Step) -> tuple[dict[int, _Path], dict[int, int]]:
    """The cheapest way to be in each year after a step, and the year before it."""
    aside = _aside(step)
    reached: dict[int, _Path] = {}
    origins: dict[int, int] = {}
    for year, path in paths.items():
        if step.year is not None and step.year != year:
            # An aside: the narrative stays where it was.
            reached[year], origins[year] = _Path(path.cost + aside, path.month), year
            continue
        costs = {before: one.cost + _move(before, year, one.month, step) for before, one in paths.items()}
        origin = min(costs, key=lambda before: costs[before])
        month = step.month if step.month is not None else paths[origin].month if origin == year else 1
        reached[year], origins[year] = _Path(costs[origin], month), origin
    return reached, origins


def _aside(step: Step) -> float:
    if step.opens:
        return _OPENS
    return _ASIDE_MONTH if step.month is not None else _ASIDE_YEAR


def _move(before: int, year: int, month: int, step: Step) -> float:
    """What it costs the narrative to go from one month to another."""
    if step.shift is not None:
        return 0.0 if year == before + step.shift else 1.0 + 0.1 * abs(year - before - step.shift)
    ease = _SECTION if step.opens else 1.0
    gap = 12 * (year - before) + (step.month - month if step.month is not None else 0)
    jump = _NEW_YEAR * math.sqrt(abs(year - before))
    if gap >= 0:
        return (jump + _AHEAD_PER_MONTH * gap) * ease
    return (_BACK + jump - _BACK_PER_MONTH * gap) * ease


def _back(paths: Mapping[int, _Path], trail: Sequence[Mapping[int, int]]) -> list[int | None]:
    year = min(paths, key=lambda one: (paths[one].cost, one))
    found: list[int | None] = []
    for origins in reversed(trail):
        found.append(year)
        year = origins[year]
    return found[::-1]


def narrated_years(analysis: Analysis, readings: Sequence[Reading]) -> dict[int, int]:
    """The year that a history has reached at each of its dates, by where the date starts; negative before Christ."""
    told = [(one, step) for one in readings if (step := _step(analysis, one)) is not None]
    reached = years([step for _, step in told])
    return {one.start: year for (one, _), year in zip(told, reached, strict=True) if year is not None}


def _step(analysis: Analysis, reading: Reading) -> Step | None:
    partial, shift = reading.partial, reading.shift
    if partial.decade is not None or partial.century is not None or reading.type not in ("DATE", "TIME"):
        return None
    if shift is not None:
        counts = shift.unit == "Y" and shift.base == "narrative" and shift.amount is not None and not partial.dated
        return Step(year=None, month=None, shift=shift.amount) if counts and abs(shift.amount or 0) <= 2 else None
    month = partial.month
    if month is None and partial.season in SEASON_MONTHS:
        month = SEASON_MONTHS[partial.season or ""][0]
    if partial.year is None and month is None:
        return None
    year = None if partial.year is None else -partial.year if partial.bc else partial.year
    return Step(year=year, month=month, opens=_is_heading(analysis, reading))


def _is_heading(analysis: Analysis, reading: Reading) -> bool:
    """Whether a date stands in a short line of its own that does not end as a sentence does."""
    sentence = analysis.sentence_at(reading.start)
    if sentence is None:
        return False
    return bool(sentence.role) or (
        sentence.end - sentence.start < 90 and analysis.document.text[sentence.end - 1] not in '.!?:"”'
    )
