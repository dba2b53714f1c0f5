"""Times: every date, time, duration and set of a report, as TIMEX3 and as an interval.

A text is scanned for plain expressions (`scan`; `dates`, `steps`, `lengths`, `clocks`), what is none is thrown out
(`checks`), neighbours are joined (`joins`), and each is given its anchor (`anchors`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from rashomon.extract.found import Found
from rashomon.extract.times.anchors import Anchors, Resolved
from rashomon.extract.times.checks import is_rate, stands
from rashomon.extract.times.compared import is_quarter
from rashomon.extract.times.doubts import Doubt, doubts
from rashomon.extract.times.forms import Reading
from rashomon.extract.times.joins import joined
from rashomon.extract.times.narrative import narrated_years
from rashomon.extract.times.neighbours import completed
from rashomon.extract.times.scan import scanned
from rashomon.extract.times.tense import follows_speaking, hangs_on_noun, head_of, is_habit, is_told_past, side
from rashomon.extract.times.words import AGED_THINGS, flattened
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Time, Timex
from rashomon.model.values import When

__all__ = ["redated", "times"]

# Told in histories only: TimeBank and AQUAINT leave out "former" and the ages of persons (0 of 49 marked), the
# histories of WikiWars mark both.
_HISTORY_ONLY = {"history_reference", "age", "named_season", "part_of_kind"}
_LAST_CHECKED = {"part", "bare_units"}


def times(analysis: Analysis, found: Found) -> Iterator[Time]:
    """Yield the times of a report in text order, each with its TIMEX3 reading and its interval."""
    readings = _readings(analysis)
    yield from _times(analysis, readings)


def _readings(analysis: Analysis) -> list[Reading]:
    flat = flattened(analysis.document.text)
    readings: list[Reading] = []
    for start, end in _paragraphs(analysis):
        found = (part for one in scanned(flat, start, end) for part in _without_that(analysis, flat, one))
        plain = [one for one in found if one.rule in _LAST_CHECKED or stands(analysis, flat, one)]
        plain = [replace(one, type="SET", rule="rate") if is_rate(analysis, flat, one) else one for one in plain]
        whole = [_of_thing(one, flat) for one in joined(plain, flat)]
        firm = [one for one in whole if one.rule not in _LAST_CHECKED or stands(analysis, flat, one)]
        readings.extend(_posted(analysis, one) for one in completed(firm, flat))
    readings = _entries(analysis, readings)
    if not _is_history(readings, analysis.document.published.last_day):
        readings = [one for one in readings if one.rule not in _HISTORY_ONLY]
    return readings


# A page of so many paragraphs that begin with a clock time is a live page: each says when its paragraph was published.
_ENTRIES = 3
_POSTED = re.compile(r"[ \t(\[]*$"), re.compile(r"(?: ?[A-Z]{2,4}T| GMT)?[\])]*(?:[.:]?[ \t]*(?:\n|$)| ?[–—|-] )")


def _entries(analysis: Analysis, readings: list[Reading]) -> list[Reading]:
    """The readings of a live page, the clock times that open its paragraphs read as when these were published."""
    starts = {start for start, _ in _paragraphs(analysis)}
    opening = [one for one in readings if one.start in starts and one.rule in ("clock", "pointed_clock", "posted")]
    if len(opening) < _ENTRIES:
        return readings
    return [replace(one, rule="posted") if one in opening and not one.partial.dated else one for one in readings]


def _posted(analysis: Analysis, reading: Reading) -> Reading:
    """A clock time that opens a line of a live page says when the lines below it were published."""
    if reading.rule not in ("clock", "pointed_clock") or reading.partial.dated or reading.shift is not None:
        return reading
    text = analysis.document.text
    line = text[text.rfind("\n", 0, reading.start) + 1 : reading.start]
    opens = _POSTED[0].fullmatch(line) and _POSTED[1].match(text, reading.end)
    return replace(reading, rule="posted") if opens else reading


def _without_that(analysis: Analysis, flat: str, reading: Reading) -> Iterable[Reading]:
    """Read "he said that Thursday's talks failed" as "Thursday": the word before it only opens the clause."""
    if not flat.startswith(("that ", "That "), reading.start):
        return [reading]
    inside = analysis.tokens_in(reading.start, reading.end)
    opens = bool(inside) and inside[0].tag == "IN"
    return scanned(flat, inside[0].end + 1, reading.end) if opens else [reading]


_THING = re.compile(rf" (?:{'|'.join(AGED_THINGS)})s?\b")


def _of_thing(reading: Reading, flat: str) -> Reading:
    """The age of a war or a truce is a duration like others; only that of a person is left out of reports."""
    if reading.rule == "age" and _THING.match(re.sub(" +[A-Z]\\w+| +civil", "", flat[reading.end : reading.end + 40])):
        return replace(reading, rule="duration")
    return reading


def _paragraphs(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch of sentences that stand in one paragraph."""
    start = end = number = -1
    for sentence in analysis.sentences:
        if sentence.paragraph != number:
            if number >= 0:
                yield start, end
            start, number = sentence.start, sentence.paragraph
        end = sentence.end
    if number >= 0:
        yield start, end


# What a history may quote somebody as saying: "today", "three years ago".
_QUOTED = {"deictic", "offset"}
# Times in a text from which on one or two told against the day of publication do not make it a report.
_LONG = 30


def _is_history(readings: Iterable[Reading], published: date | None) -> bool:
    """Whether a text narrates years long past: many years are given, few days of the present week."""
    listed = list(readings)
    years = sorted(one.partial.year for one in listed if one.partial.year is not None)
    present = sum(map(_is_present, listed))
    if len(years) < 5 or present > 0.07 * len(listed):
        return False
    if len(listed) < _LONG and any(_is_present(one) and one.rule not in _QUOTED for one in listed):
        # A report may look back over many years; a history this short hardly tells of "this month".
        return False
    return published is None or published.year - years[len(years) // 2] >= 2 or any(one.partial.bc for one in listed)


# Words that may set a quarter ahead: "to break even by the fourth quarter".
_INTO_QUARTER = {"by", "in", "into", "until", "during"}


def _times(analysis: Analysis, readings: list[Reading]) -> Iterator[Time]:
    published = analysis.document.published
    history = _is_history(readings, published.last_day)
    carries = not any(map(_is_present, readings))
    # A text without a day that tells no present day, however short, is narrated as a history is.
    narrated = history or (carries and not published.known)
    years = narrated_years(analysis, readings) if narrated else None

    def tensed(reading: Reading) -> int | None:
        inside = analysis.tokens_in(reading.start, reading.end)
        if inside and follows_speaking(analysis.tokens[max(0, inside[0].i - 2) : inside[0].i]):
            return -1
        head = head_of(inside)
        if head is None or (is_quarter(reading.partial) and head.head.lower not in _INTO_QUARTER):
            # A loss "for the third quarter" is one of a quarter that is over, whatever is expected to be reported.
            return None
        if reading.shift is not None and reading.shift.unit == "WE" and hangs_on_noun(head):
            # "They will speak of their trip over the weekend": of that one which is over.
            return None
        return side(head)

    def told_past(reading: Reading) -> bool:
        head = head_of(analysis.tokens_in(reading.start, reading.end))
        return head is not None and is_told_past(head)

    def habit(reading: Reading) -> bool:
        head = head_of(analysis.tokens_in(reading.start, reading.end))
        return head is not None and is_habit(head)

    runs = []
    days = _days(published)
    near = None if days else _within(published)
    for day in days or [None]:
        anchors = Anchors(
            day, side=tensed, past=told_past, habit=habit, years=years, carries=carries and day is None, near=near
        )
        runs.append([anchors.resolve(one, analysis.document.text[one.start : one.end]) for one in readings])
    doubted = doubts(analysis, runs[-1], history=history)
    for k, alternatives in enumerate(zip(*runs, strict=True)):
        yield _time(analysis, alternatives, doubted.get(k))


def _within(published: When) -> tuple[date, date] | None:
    first, last = published.first_day, published.last_day
    return (first, last) if first is not None and last is not None else None


# A weekday counted from a publication that may be weeks off says nothing; a date without its year still does
# where publication is known within a year.
_NARROW, _YEAR = 15, 366
# Years beyond which a day of publication is a slip, and counting from it would leave the calendar.
_SANE = (1000, 9000)


def _days(published: When) -> list[date | None]:
    """The first and the last day on which a report may have been published.

    [None] where that is open; none at all where it is a wide interval that still tells the year.
    """
    first, last = published.first_day, published.last_day
    if first is None or last is None or (last - first).days > _YEAR or not _SANE[0] < first.year < _SANE[1]:
        return [None]
    if (last - first).days > _NARROW:
        return []
    return [first] if first == last else [first, last]


def _is_present(reading: Reading) -> bool:
    """Whether a time is told against the day of publication, as in a report."""
    return reading.rule == "weekday" or (reading.shift is not None and reading.shift.base == "publication")


def _time(analysis: Analysis, alternatives: tuple[Resolved, ...], doubt: Doubt | None) -> Time:
    """One annotation from what each possible day of publication makes of a reading."""
    reading = alternatives[0].reading
    last = alternatives[-1]
    when = last.when
    if doubt is not None and doubt.open:
        when = When(basis=when.basis)
    elif any((one.when.earliest, one.when.latest) != (when.earliest, when.latest) for one in alternatives):
        starts = [one.when.earliest for one in alternatives if one.when.earliest]
        ends = [one.when.latest for one in alternatives if one.when.latest]
        whole = len(starts) == len(alternatives) == len(ends)
        when = When(
            earliest=min(starts) if whole else None,
            latest=max(ends) if whole else None,
            granularity="interval" if whole else None,
            basis=f"{alternatives[0].when.basis} to {analysis.document.published.last_day}",
        )
    return Time(
        document=analysis.document.id,
        evidence=(analysis.document.span(reading.start, reading.end),),
        rule=f"times:{reading.rule}",
        earliest=when.earliest,
        latest=when.latest,
        granularity=when.granularity,
        basis=when.basis,
        timex=Timex(type=reading.type, value=(doubt and doubt.value) or last.value, mod=reading.mod),
        doubt=doubt.why if doubt else "",
    )


def redated(analysis: Analysis) -> list[Time]:
    """The times of a report dated anew, for a document whose publication has become known better."""
    return list(_times(analysis, _readings(analysis)))
