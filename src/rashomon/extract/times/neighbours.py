"""What a time takes from the one beside it in its sentence: a range's day or year, the year of a "when", a month."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from rashomon.extract.times.forms import Partial, Reading

_RANGE = re.compile(r" ?(?:-|,? (?:to|and|or|until|till|through|up to)(?: (?:on|the|in|about|around))?) ?")
_WHEN = re.compile(r" ?,? (?:when|where|in which|during which|the year(?: in which| when)?)\b[^.;:!?]*$")
_SENTENCE_END = re.compile(r"[;!?]|\.[\"')]* +[A-Z\"']")


def completed(readings: Sequence[Reading], flat: str) -> list[Reading]:
    """The readings with what each takes from its neighbour; the same spans in the same order."""
    done = list(readings)
    for k in range(len(done) - 2, -1, -1):
        left, right = done[k], done[k + 1]
        left = done[k] = _of_end(left, flat[left.end : right.start], right)
        left = done[k] = _of_day(left, flat[left.end : right.start], right)
        left = done[k] = _in_brackets(left, flat[left.end : right.start], right)
        left = done[k] = _of_named(left, flat[left.end : right.start], right)
        if _RANGE.fullmatch(flat[left.end : right.start]):
            done[k] = _of_range(left, right)
    done = [_of_clause(one, flat) for one in done]
    for k in range(1, len(done)):
        between = flat[done[k - 1].end : done[k].start]
        for take in _TAKES:
            done[k] = take(done[k - 1], between, done[k]) or done[k]
        if re.match(r" (?!in|on|at|by)\w", flat[done[k].end : done[k].end + 4]):
            done[k] = _day_of_event(done[k - 1], between, done[k])
    return done


def _of_day(left: Reading, between: str, right: Reading) -> Reading:
    """Read "10:35 a.m. (0735 GMT) Friday": that hour of Friday, which stays a time of its own."""
    day = right.partial.grain == "D" or (right.shift is not None and right.shift.unit == "D")
    if not left.bracketed or between not in (" ", ", ", " on ") or not day or right.type != "DATE":
        return left
    return replace(right, start=left.start, end=left.end, type="TIME", partial=right.partial.with_time_of(left.partial))


def _in_brackets(left: Reading, between: str, right: Reading) -> Reading:
    """Read "two years later (in 218 BC)", "the next day (3 May)": the date in brackets tells it."""
    if not re.fullmatch(r" \((?:(?:in|on) )?", between) or left.shift is None or left.shift.base != "narrative":
        return left
    grain = {"D": "D", "M": "M", "Y": "Y"}.get(left.shift.unit)
    if grain is None or grain != right.partial.grain or right.shift is not None or left.partial.dated:
        return left
    return replace(left, partial=right.partial.with_time_of(left.partial), shift=None, direction=None)


def _of_named(left: Reading, between: str, right: Reading) -> Reading:
    """Read "the Spring Offensive of 1861": the year stands behind the name."""
    if left.rule not in ("named_season", "holiday") or not re.fullmatch(r" [A-Z]\w+ (?:of|in) ", between):
        return left
    if left.partial.year is not None or right.partial.year is None or right.partial.grain != "Y":
        return left
    return replace(left, partial=replace(left.partial, year=right.partial.year, bc=right.partial.bc))


def _of_range(left: Reading, right: Reading) -> Reading:
    """Read "from 6 p.m. to 11 p.m. on 9 August": on that day; "from 3 November to March 2015": of the year before."""
    if left.rule in ("clock", "pointed_clock") and not left.partial.dated and right.partial.clock and _dated(right):
        return replace(right, start=left.start, end=left.end, partial=right.partial.with_time_of(left.partial))
    first, last = left.partial, right.partial
    if left.shift or right.shift or first.month is None or last.month is None:
        return left
    if first.year is not None or last.year is None or last.bc:
        return left
    later = (first.month, first.day or 0) > (last.month, last.day or 31)
    return replace(left, partial=replace(first, year=last.year - later))


def _dated(one: Reading) -> bool:
    return one.partial.dated or one.shift is not None


def _year_before_when(left: Reading, between: str, right: Reading) -> Reading | None:
    """Read "five years ago, when they met on June 12": June 12 of that year."""
    if not _WHEN.match(between) or right.shift is not None or right.partial.month is None:
        return None
    if right.partial.year is not None or left.type != "DATE" or left.value is not None:
        return None
    if left.shift is not None and left.shift.unit == "Y" and left.shift.amount is not None and not left.partial.dated:
        return replace(right, shift=left.shift, rule="date_in_year")
    if left.partial.grain == "Y" and left.partial.year is not None:
        return replace(right, partial=replace(right.partial, year=left.partial.year, bc=left.partial.bc))
    return None


def _hour_of_period(left: Reading, between: str, right: Reading) -> Reading | None:
    """Read "in November, when gunmen came at dawn": some dawn of that November, not that of the day told last."""
    timed = right.rule in ("clock", "pointed_clock", "part", "hours") and not _dated(right)
    if not timed or len(between) > 160 or _SENTENCE_END.search(between):
        return None
    coarse = left.type == "DATE" and left.value is None and left.partial.grain in ("M", "S", "Y", "")
    if not coarse or not _dated(left) or (left.shift is not None and left.shift.unit in ("D", "W", "WE")):
        return None
    return replace(left, start=right.start, end=right.end, type="TIME", mod=right.mod,
        partial=left.partial.with_time_of(right.partial),
    )  # fmt: skip


def _date_of_year(left: Reading, between: str, right: Reading) -> Reading | None:
    """Read "the following year, on June 12": June 12 of the year told before it."""
    step = left.shift
    if step is None or step.unit != "Y" or step.base != "narrative" or step.amount is None or left.partial.dated:
        return None
    if not re.fullmatch(r" ?, (?:in|on) ", between) or right.partial.year is not None or right.partial.month is None:
        return None
    return replace(right, shift=replace(step, amount=0), rule="date_in_year")


_PERIOD_END = re.compile(r",? (?:that |which )?(?P<over>ended|ending|ends|to)(?: on| in)? ")


def _end_of_period(left: Reading, between: str, right: Reading) -> Reading | None:
    """Read "the quarter ended Sept. 30": the date only tells which quarter; the report does not go on from it."""
    found = _PERIOD_END.fullmatch(between)
    if not found or right.shift is not None or right.partial.month is None:
        return None
    way = 1 if found["over"] in ("ending", "ends") else -1
    if left.rule == "year_ended" or (left.type == "DURATION" and found["over"] != "to"):
        return replace(right, direction=way)
    quarter = found["over"] != "to" and left.rule in ("part_of_year", "compared", "latest")
    return replace(right, rule="period_end", direction=way) if quarter else None


_CLAUSE = re.compile(r" (?:I|he|she|it|we|they|you) ")


def _of_clause(reading: Reading, flat: str) -> Reading:
    """Read "the day before she resigned": counted from what the clause tells, not from the date told last."""
    if reading.rule != "unit_side" or reading.shift is None or not _CLAUSE.match(flat, reading.end):
        return reading
    return replace(reading, shift=replace(reading.shift, amount=None))


def _day_of_event(left: Reading, between: str, right: Reading) -> Reading:
    """Read "on May 3, the day before the vote": May 3 itself, told by what it comes before."""
    beside = right.rule == "unit_side" and right.shift is not None and right.shift.unit == "D"
    if not beside or right.partial.part or between != ", " or left.partial.grain != "D" or left.type != "DATE":
        return right
    return replace(left, start=right.start, end=right.end)


def _quarter_apposed(left: Reading, between: str, right: Reading) -> Reading | None:
    """Read "the year-ago quarter, the second quarter ended Oct. 31": that quarter of the year before."""
    compared = left.rule == "compared" and left.shift is not None and left.partial.year is None
    if not compared or between != ", " or right.rule != "part_of_year" or right.partial.year or right.shift:
        return None
    return replace(right, shift=left.shift)


# "From a year earlier", "from 9.9 percent a year earlier".
_FROM = re.compile(
    r"(?:[^.;:!?]|\.\d)*\b(?:from|than|with|to|over|versus|against) "
    r"(?:(?:an? )?(?:revised )?[$£€]?\d[\d.,]*(?: \w+){0,2} )?"
)


def _month_compared(left: Reading, between: str, right: Reading) -> Reading | None:
    """Read "in February from a year earlier": February of the year before."""
    shift = right.shift
    if shift is None or right.rule != "offset" or (shift.unit, shift.amount) != ("Y", -1) or right.partial.dated:
        return None
    month = left.partial.grain == "M" or (left.shift is not None and left.shift.unit == "M")
    if not month or left.type != "DATE" or left.value is not None or not _FROM.fullmatch(between):
        return None
    return replace(right, rule="compared_month")


def _of_end(left: Reading, between: str, right: Reading) -> Reading:
    """Read "the quarter ended Sept. 30", "the year ended March 31": that quarter, a year's length."""
    if not _PERIOD_END.fullmatch(between) or left.shift is None or left.partial.dated:
        return left
    if left.shift.unit == "Y" and left.rule in ("the_unit", "step_unit"):
        return replace(left, type="DURATION", value="P1Y", shift=None, rule="year_ended")
    month = right.partial.month
    if left.shift.unit == "Q" and left.rule == "the_unit" and month is not None and right.shift is None:
        # The quarter that holds its middle month: one that ends in July is the second.
        year = right.partial.year - (month == 1) if right.partial.year is not None else None
        quarter = Partial(season=f"Q{((month - 2) % 12) // 3 + 1}", year=year)
        return replace(left, partial=quarter, shift=None, rule="part_of_year")
    return left


_TAKES: tuple[Callable[[Reading, str, Reading], Reading | None], ...] = (
    _year_before_when, _date_of_year, _hour_of_period, _end_of_period, _month_compared, _quarter_apposed,
)  # fmt: skip
