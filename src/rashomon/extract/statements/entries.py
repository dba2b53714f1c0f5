"""The entries of a live page, log or diary, each with the time it was written: "16.30", "Monday 3 June", "2145 …"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Time
from rashomon.model.values import When

# From so many lines on that begin with an hour, or with a day, a text is one of entries.
_ENTRIES = 3
_ZONE = r"(?: ?(?:GMT|UTC|BST|CET|CEST|EST|EDT|[A-Z]{2,4}T|hrs|hours|h|local(?: time)?))?"
_HOUR = re.compile(
    rf"^[ \t]*[*_(\[]*(?P<h>[01]?\d|2[0-3])(?P<mark>[:.h]?)(?P<mi>[0-5]\d)(?: ?(?P<ap>[ap])\.?m\.?)?{_ZONE}[*_)\]]*"
    r"(?=[ \t]*(?:$|[–—|:-][ \t])|[ \t]+[\"“A-ZÀ-Þ])",
    re.MULTILINE | re.IGNORECASE,
)
_LINE = re.compile(r"^[ \t]*[*_(\[#]*", re.MULTILINE)
# Behind the day that opens an entry of a diary stands the end of the line, or one of these.
_AFTER_DAY = (".", ":", "–", "—", "-", "|")
# Four figures alone are an hour where one of them can be no year.
_YEARS = range(1500, 2101)
_GRANULAR = ("day", "part", "time")


class Entries:
    """The entries of one report; none in most."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        days = list(_days(analysis, found.times))
        self._entries = list(_clocked(analysis, days)) or _dated(days)

    def time_at(self, offset: int) -> When | None:
        """When the entry was written that holds a character: what it tells was said by then; None outside entries."""
        return next((when for start, when in reversed(self._entries) if start <= offset), None)


def _clocked(analysis: Analysis, days: Sequence[tuple[int, date, bool]]) -> Iterator[tuple[int, When | None]]:
    """The entries of a live page: an hour opens each, of the day that was named last, else that of publication.

    Where the newest stands first, an hour later than the one above it is of the day before.
    """
    hours = [match for match in _HOUR.finditer(analysis.document.text) if match["mark"] or not match["ap"]]
    bare = [match for match in hours if not match["mark"]]
    if bare and not any(int(match["h"] + match["mi"]) not in _YEARS for match in bare):
        hours = [match for match in hours if match["mark"]]
    if len(hours) < _ENTRIES:
        return
    clocks = [_clock(match) for match in hours]
    falls = sum(one > other for one, other in pairwise(clocks))
    latest_first = falls * 2 > len(clocks) - 1
    shift, before = 0, None
    for match, clock in zip(hours, clocks, strict=True):
        if before is not None and (clock > before if latest_first else clock < before):
            shift += -1 if latest_first else 1
        before = clock
        named = [day for start, day, _ in days if start <= match.start()]
        if len(set(named)) > 1:
            shift = 0  # the page names each day
        day = named[-1] if named else _published(analysis)
        yield match.start(), _by(day + timedelta(days=shift), clock) if day is not None else None


def _clock(match: re.Match[str]) -> str:
    hour = int(match["h"])
    if match["ap"]:
        hour = hour % 12 + (12 if match["ap"].lower() == "p" else 0)
    return f"{hour:02d}:{match['mi']}"


def _by(day: date, clock: str) -> When:
    return When(earliest=day.isoformat(), latest=f"{day.isoformat()}T{clock}", granularity="interval",
                basis=f"the entry of {clock} on {day}")  # fmt: skip


def _dated(days: Sequence[tuple[int, date, bool]]) -> list[tuple[int, When | None]]:
    """The entries of a diary: a day opens each."""
    opening = [(start, day) for start, day, opens in days if opens]
    if len(opening) < _ENTRIES:
        return []
    return [(start, When.on(day, basis=f"the entry of {day}")) for start, day in opening]


def _days(analysis: Analysis, times: Sequence[Time]) -> Iterator[tuple[int, date, bool]]:
    """The days that lines open with or headings name: where they stand, and whether they open an entry."""
    text = analysis.document.text
    starts = {match.end() for match in _LINE.finditer(text)}
    for time in sorted(times, key=lambda one: one.evidence[0].start):
        span, when = time.evidence[0], time.when
        if when.earliest is None or when.latest is None or when.earliest[:10] != when.latest[:10]:
            continue
        sentence = analysis.sentence_at(span.start)
        behind = text[span.end :].partition("\n")[0].strip(" *_)]")
        opens = span.start in starts and (not behind or behind.startswith(_AFTER_DAY))
        if when.granularity in _GRANULAR and (opens or (sentence is not None and sentence.role)):
            yield span.start, date.fromisoformat(when.earliest[:10]), opens


def _published(analysis: Analysis) -> date | None:
    published = analysis.document.published
    if published.earliest is None or published.latest is None or published.earliest[:10] != published.latest[:10]:
        return None
    return date.fromisoformat(published.latest[:10])
