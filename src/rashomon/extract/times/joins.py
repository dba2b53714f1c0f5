"""Joins plain time expressions with their neighbours: one expression for what is one time.

"early" + "October", "Monday" + "Oct. 26", "10 p.m." + "Wednesday", "the morning of" +
"April 19", "Friday" + "night", "January" + "last year", "the next day" + "on November 2".
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from rashomon.extract.times import words
from rashomon.extract.times.forms import Partial, Reading

Join = Callable[[Reading, str, Reading], Reading | None]

_EMPTY = Partial()


def joined(readings: Sequence[Reading], flat: str) -> list[Reading]:
    """The readings with neighbours put together and prefixes taken in, in text order."""
    kept: list[Reading] = []
    for reading in readings:
        current = reading
        while kept and (merged := _merged(kept[-1], flat, current)) is not None:
            kept.pop()
            current = merged
        kept.append(current)
    return [_prefixed(reading, flat, kept[k - 1].end if k else 0) for k, reading in enumerate(kept)]


def _merged(left: Reading, flat: str, right: Reading) -> Reading | None:
    gap = flat[left.end : right.start]
    if gap[:1] in _CLOSING and right.rule in ("weekday", "month_day", "day_month"):
        gap = gap[1:]  # “nine blasts before dusk” on Thursday
    if len(gap) > 14 or (gap.strip() and not _GAP.fullmatch(gap)):
        return None
    for join in _JOINS:
        merged = join(left, re.sub(" +", " ", gap), right)
        if merged is not None:
            return replace(merged, start=left.start, end=right.end)
    return None


_CLOSING = ('"', "'", "”", "’")
_GAP = re.compile(r"-| ?[,(]? ?(?:(?:in|on|of|at|the|hours)? ?){0,3}", re.I)


def _is_day(one: Reading) -> bool:
    """Whether it names a day: a date, a weekday, "yesterday", "the next day"."""
    return one.type in ("DATE", "TIME") and (one.partial.grain == "D" or bool(one.shift and one.shift.unit == "D"))


def _part_after_day(left: Reading, gap: str, right: Reading) -> Reading | None:
    """Read "Friday" + "night", "October 3" + "in the morning"."""
    if right.rule != "part" or not _is_day(left) or left.partial.clock:
        return None
    if left.partial.part not in (None, right.partial.part):
        return None
    if gap not in (" ", "-", " in ", " at "):
        return None
    return replace(left, type="TIME", partial=left.partial.with_time_of(right.partial))


def _part_of_day(left: Reading, gap: str, right: Reading) -> Reading | None:
    """Read "the morning" + "of April 19", "that night" + ", 3 May", "nightfall" + "Monday"."""
    if left.rule not in ("part", "step_part", "hours") or not _is_day(right) or right.partial.part:
        return None
    beside = gap == " " and (
        right.rule == "deictic" or (left.rule == "part" and right.rule in ("weekday", "month_day"))
    )
    if gap not in (" of ", " of the ", " on ", ", ", " hours of ") and not beside:
        return None
    return replace(right, type="TIME", mod=left.mod, partial=right.partial.with_time_of(left.partial))


def _clock_and_day(left: Reading, gap: str, right: Reading) -> Reading | None:
    """Read "10 p.m." + "Wednesday", "noon" + "on Nov. 3", "May 8" + "1:00AM"."""
    if (
        left.rule in ("clock", "pointed_clock")
        and not left.bracketed
        and _is_day(right)
        and not right.partial.clock
        and not right.partial.part
    ):
        return (
            replace(right, type="TIME", partial=right.partial.with_time_of(left.partial))
            if gap in (" ", ", ", " on ", " of ")
            else None
        )
    if right.rule not in ("clock", "pointed_clock") or not _is_day(left) or left.partial.clock:
        return None
    if gap in (" at ", ", at ") or (right.rule == "clock" and gap in (" ", ", ")):
        return replace(left, type="TIME", partial=left.partial.with_time_of(right.partial))
    return None


def _clock_and_part(left: Reading, gap: str, right: Reading) -> Reading | None:
    """Read "4" o'clock + "in the morning", "11:30" + "at night"."""
    if left.rule not in ("clock", "pointed_clock") or right.rule != "part" or gap not in (" in ", " at "):
        return None
    hour, _, minute = (left.partial.clock or "").partition(":")
    late = right.partial.part in ("AF", "EV") or (right.partial.part == "NI" and int(hour) > 5)
    told = int(hour) + 12 if late and int(hour) < 12 else int(hour)
    return replace(left, rule="clock", partial=replace(left.partial, clock=f"{told:02d}:{minute}"))


def _weekday_and_date(left: Reading, gap: str, right: Reading) -> Reading | None:
    """Read "Monday" + ", Oct. 26", "Tuesday" + "the 14th"; the date decides."""
    if left.rule != "weekday" or right.partial.day is None or right.shift or gap not in (" ", ", ", " on ", ", on "):
        return None
    return replace(right, partial=right.partial.with_time_of(left.partial), named_weekday=left.partial.weekday)


def _date_in_year(left: Reading, gap: str, right: Reading) -> Reading | None:
    """Read "January" + "last year", "the spring" + "of next year", "Monday" + "of last week"."""
    if gap == " " and right.rule == "year" and left.rule == "month" and left.partial.year is None:
        return replace(left, partial=replace(left.partial, year=right.partial.year))
    if gap == " of " and right.rule == "year" and left.rule in ("season", "month") and left.partial.year is None:
        return replace(left, partial=replace(left.partial, year=right.partial.year, bc=right.partial.bc))
    if right.shift is None or right.partial.dated or right.type != "DATE" or left.shift is not None:
        return None
    wider = right.shift.unit
    if gap not in (" ", " of ", ", ", " in "):
        return None
    of_year = wider == "Y" and left.partial.grain in ("M", "D", "S") and left.partial.year is None
    of_week = wider == "W" and left.partial.weekday is not None
    of_month = wider == "M" and left.rule in ("day_alone",)
    if not (of_year or of_week or of_month) or (left.partial.weekday is not None and not of_week):
        return None
    return replace(right, type=left.type, partial=left.partial, mod=left.mod, rule="date_in_year")


def _period_of(left: Reading, gap: str, right: Reading) -> Reading | None:
    """Read "the last week" + "of October", "the first two months" + "of 1939"."""
    if left.rule not in ("stretch", "step_unit") or gap not in (" of ", " in ") or right.type != "DATE":
        return None
    if right.partial.grain not in ("M", "Y", "S") and not (right.shift and right.shift.unit in ("Y", "M")):
        return None
    value = left.value or (f"P1{left.shift.unit}" if left.shift else None)
    return replace(left, type="DURATION", value=value, partial=right.partial, shift=right.shift, rule="period_of")


def _years_ago_this(left: Reading, gap: str, right: Reading) -> Reading | None:
    """Read "a year ago" + "this week", "two years ago" + "today"."""
    if left.rule != "offset" or gap != " " or left.shift is None or left.shift.unit != "Y" or not left.shift.amount:
        return None
    if right.shift is None or right.shift.amount != 0 or right.shift.unit not in ("D", "W", "M") or right.partial.dated:
        return None
    return replace(right, years_off=left.shift.amount) if left.shift.base == "publication" else None


def _day_beside(left: Reading, gap: str, right: Reading) -> Reading | None:
    """Read "the day before" + "last Tuesday", "the night before" + "Christmas": one day."""
    if left.rule != "unit_side" or gap != " " or not _is_day(right) or left.shift is None or left.shift.unit != "D":
        return None
    partial = right.partial if right.partial.part else right.partial.with_time_of(left.partial)
    return replace(right, type=left.type, partial=partial, days_off=left.shift.amount or 0)


def _apposed(left: Reading, gap: str, right: Reading) -> Reading | None:
    """Read "The next day" + ", on November 2", "today" + ", 3 May": one time told twice."""
    if gap not in (", ", ", on ", " on ", ", in ", " in ") or (gap == " on " and left.rule == "deictic"):
        return None
    if left.shift is None or left.shift.amount is None or left.partial.dated or right.shift is not None:
        return None
    if left.shift.unit in ("Y", "DE", "CE") and right.partial.year is None:
        return None
    if right.partial.grain and right.partial.grain in _WITHIN.get(left.shift.unit, ""):
        return replace(right, partial=right.partial.with_time_of(left.partial), claimed=left.shift)
    return None


# What may tell once more what "two days later", "a month later", "the following year" say.
_WITHIN = {"D": "D", "W": "D", "M": "MD", "Y": "YMD", "DE": "YMD", "CE": "YMD"}


def _overnight(left: Reading, gap: str, right: Reading) -> Reading | None:
    """Read "overnight" + "Thursday"."""
    if left.rule != "deictic" or left.partial.part != "NI" or right.rule != "weekday" or gap not in (" ", " on "):
        return None
    if left.shift is None or left.shift.amount == 0:
        return None  # "tonight"
    return replace(right, type="TIME", partial=right.partial.with_time_of(left.partial))


_JOINS: tuple[Join, ...] = (
    _part_after_day, _part_of_day, _clock_and_part, _clock_and_day, _weekday_and_date, _date_in_year, _period_of,
    _day_beside, _years_ago_this, _apposed, _overnight,
)  # fmt: skip


# "early October", "late in 1912", "the early part of the year"; but only "the end of May", since talks may end in May.
_STRETCH = words.compiled(
    r"(?:(?i:the|its|very|his) )*(?:(?P<word>(?i:early|late|mid))"
    r"(?:-| |- ?to- ?(?:mid|late)-?| in "
    r"| (?:(?i:part|days|weeks|months|hours|stages|half|portion) )(?i:of) (?:(?i:the) )?)"
    r"|(?P<noun>{STRETCH})(?: (?i:part|days|weeks|months|hours))? (?i:of) (?:(?i:the) )?)$"
)
_WEEK_IN = words.compiled(r"(?:(?i:the) )?(?P<count>{ORD}) (?i:week of|week in) $")
_LATER = re.compile(r"(?P<word>(?i:earlier|later|early|late))(?: +(?:in|on))?(?: +the)? +$")
_LATER_MODS = {"early": "START", "Early": "START", "late": "END", "Late": "END"}
_ABOUT = words.compiled(r"(?P<word>(?i:about|around|circa|ca\.|c\.|approximately|roughly)) $")
_WEEK_OF = words.compiled(r"(?:(?i:the) )?(?i:week of|week beginning|week starting) $")
_SINCE = re.compile(r"\b[Ss]ince (?:(?:the|early|late|mid|end|start|beginning|of)[- ])*$")
_AS_OF = re.compile(r"\b[Aa]s of (?:about |around )?$")
_AHEAD = re.compile(r"\b(?:by|until|before|ahead of) $")
_NO_STRETCH = {"duration", "stretch", "reference", "set", "each", "rate", "offset", "bare_units", "period_of", "clock"}


def _prefixed(reading: Reading, flat: str, floor: int) -> Reading:
    """The reading with "early", "the end of", "about", "the week of" before it taken in."""
    before = flat[max(floor, reading.start - 32) : reading.start]
    if not before:
        return reading
    if _SINCE.search(before) and reading.partial.dated and reading.shift is None:
        reading = replace(reading, direction=-1)
    if reading.rule == "the_unit" and _AHEAD.search(before):
        reading = replace(reading, direction=1)
    if reading.rule == "clock" and not reading.partial.dated and _AS_OF.search(before):
        # "As of 5 a.m.": on the day of the report, whatever day was told last.
        reading = replace(reading, rule="posted")
    about = _ABOUT.search(before)
    if about and (reading.partial.grain in ("Y", "M") or reading.partial.clock):
        return replace(reading, start=reading.start - (len(before) - about.start()), mod="APPROX")
    if reading.rule in _NO_STRETCH or reading.type not in ("DATE", "TIME"):
        return reading
    week = _WEEK_OF.search(before)
    if week and reading.partial.grain == "D":
        return replace(reading, start=reading.start - (len(before) - week.start()), rule="week_of")
    counted = _WEEK_IN.search(before)
    if counted and reading.partial.grain == "M" and (count := words.ordinal(counted["count"])) <= 5:
        start = reading.start - (len(before) - counted.start())
        return replace(reading, start=start, rule="week_in_month", length=(1, "W", count))
    found = _STRETCH.search(before)
    if found:
        mod = words.STRETCHES[(found["word"] or found["noun"]).lower()]
        start = reading.start - (len(before) - found.start())
        return replace(reading, start=start, mod=mod)
    later = _LATER.search(before)
    if later:
        return replace(reading, start=reading.start - (len(before) - later.start()), mod=_LATER_MODS.get(later["word"]))
    return reading
