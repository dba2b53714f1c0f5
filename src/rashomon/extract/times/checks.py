"""Throws out what only looks like a time: a rule's check sees a reading in its company and says if it stands."""

from collections.abc import Callable

from rashomon.extract.times import date_checks, length_checks
from rashomon.extract.times.company import Company
from rashomon.extract.times.forms import Reading
from rashomon.language.analysis import Analysis

_CHECKS: dict[str, Callable[[Company], bool]] = {
    "year_alone": date_checks.year_alone,
    "month": date_checks.month,
    "season": date_checks.season,
    "part": date_checks.part,
    "bare_units": length_checks.bare_units,
    "day_alone": date_checks.day_alone,
    "the_unit": date_checks.the_unit,
    "duration": length_checks.duration,
    "clock": date_checks.clock,
    "pointed_clock": date_checks.pointed_clock,
    "reference": length_checks.reference,
    "set": length_checks.rate_word,
    "decade": date_checks.decade,
    "named_decade": date_checks.named_decade,
    "century": date_checks.century,
    "history_reference": length_checks.history_reference,
    "weekday": date_checks.weekday,
    "deictic": date_checks.deictic,
    "each": length_checks.each,
    "step_name": date_checks.step_name,
    "step_unit": date_checks.step_unit,
}


def is_rate(analysis: Analysis, flat: str, reading: Reading) -> bool:
    """Whether "a week" says how often: "700 seats a week"."""
    return reading.rule == "duration" and length_checks.is_rate(Company(analysis, flat, reading))


def stands(analysis: Analysis, flat: str, reading: Reading) -> bool:
    """Whether a reading is a time in its company."""
    check = _CHECKS.get(reading.rule)
    return check is None or check(Company(analysis, flat, reading))
