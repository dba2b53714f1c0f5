"""When a report was published, and why we think so.

What the caller says comes first, then what the source declares, its address, a date
line, the dateline, a caption. Where none gives the day an interval is inferred from
the text, or nothing: a wrong day would date every "yesterday" of the report wrong.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from rashomon.model.values import When
from rashomon.read.blocks import Layout
from rashomon.read.dates import ISSUED, MONTHS, WEEKDAY, WEEKDAYS, Written, full_dates, partial_dates

_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/._-]|$)")
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])/")
_FILE_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_WEEKDAY_WORD = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
# "HARSK, Wednesday (Nordwire) -"; a line of the head that is a weekday or ends with one after a name.
_DATELINE_WEEKDAY = re.compile(rf",\s+({WEEKDAY})(?![\w,]|\s+\w)")
_HEAD_WEEKDAY = re.compile(r"(?:[A-Z][\w ]{0,40}, )?((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\.?")
_AHEAD = re.compile(
    r"\b(?:will|would|is to|are to|was to|were to|until|till|by|before|due|scheduled|planned|plans?|deadline|expires?"
    r"|next|upcoming|expected|slated|pledged|promised|vowed|if|unless|may|might|could|should|target|through|end of"
    r"|['’]ll|won['’]t|going to)\b"
)
# When a comment or a post beside the report was put up: "May 27, 2031 at 12:42 pm |", "8:41 pm ET May 27, 2031".
_STAMP_BEFORE = re.compile(r"\d{1,2}:\d\d ?[apAP]\.?[mM]\.?(?: [A-Z]{2,4})? $")
_STAMP_AFTER = re.compile(r",?(?: \d{1,2}:\d\d ?[ap]m)? at \d{1,2}:\d\d ?[ap]\.?m\.? ?\|", re.I)
_YEAR = re.compile(r"(?<![\w.,$€£/])(?:1[89]|20)\d\d(?![\w%]|[.,/]\d)")
# A bare number is a year where one of these words or a range leads to it: not "2,000" nor "Vision 2030".
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|of|from|during|between|after|late|early|mid|around|spring|summer|autumn|fall|winter)[\s-]+"
    r"|\b(?:1[89]|20)\d\d(?:[-–/]|,?\s+and\s+))$",
    re.I,
)
_MONTH_YEAR = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December)"
    r",?(?:\s+of)?\s+((?:1[89]|20)\d\d)\b"
)
# A line in parentheses among the first lines of the text tells where it is from and when it was sent or printed.
_IN_PARENTHESES = re.compile(r"\([^()]{10,200}\)")
_HEAD = 3
_ISSUED = re.compile(rf"\b{ISSUED}\b", re.I)
_SENTENCES = re.compile(r"[^.!?\n]+(?:\.(?=\S|\s[a-z\d])[^.!?\n]*)*[.!?]?")


def given_date(value: str, basis: str) -> When | None:
    """The time that somebody wrote down as the date of publication; None where it is no date.

    ISO dates, times, months and years, e-mail dates and dates in words are understood.

    >>> given_date("2031-03", "record").latest
    '2031-03-31'
    """
    value = value.strip()
    if match := re.fullmatch(r"((?:1[5-9]|20|21)\d\d)(?:-(0[1-9]|1[0-2]))?", value):
        return _month_or_year(int(match[1]), int(match[2]) if match[2] else None, basis)
    for parse in (datetime.fromisoformat, parsedate_to_datetime, _in_words):
        try:
            moment = parse(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if moment is not None:
            return When.on(moment.date(), basis=basis)
    return None


def _in_words(value: str) -> datetime | None:
    found = next((one for one in full_dates(value) if one.known), None)
    return datetime.combine(found.known, datetime.min.time()) if found and found.known else None


def _month_or_year(year: int, month: int | None, basis: str) -> When:
    first = date(year, month or 1, 1)
    after = date(year + 1, 1, 1) if month in (None, 12) else date(year, month + 1, 1)
    return When.between(first, after - timedelta(days=1), basis=basis, granularity="month" if month else "year")


def inferred_date(layout: Layout, *, url: str | None, source: str) -> When:
    """The date of publication as far as address, layout and text allow to infer it."""
    for when in (_from_url(url), _from_date_line(layout), _from_dateline(layout, source), _from_caption(layout)):
        if when is not None:
            return when
    return _bounded(layout)


def _from_url(url: str | None) -> When | None:
    if not url:
        return None
    if match := _URL_DAY.search(url):
        try:
            day = date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
        return When.on(day, basis=f"address '{match[0].strip('/')}'")
    if match := _URL_MONTH.search(url):
        return _month_or_year(int(match[1]), int(match[2]), f"address '{match[0].strip('/')}'")
    return None


def _from_date_line(layout: Layout) -> When | None:
    """A line with a full date beside title and author, or with a month."""
    body = next((block.start for block in layout.blocks if block.role is None), len(layout.text))
    above = [block for block in layout.of("dateline", "byline") if block.start <= body]
    for block in above:
        day = _day_of_issue(block.plain)
        if day is None or day.known is None:
            continue
        if re.match(r"\W*(?:last\s+)?updated", block.plain, re.I):
            return When(latest=day.known.isoformat(), granularity="interval", basis=f"'{block.plain}'")
        return When.on(day.known, basis=f"date line '{day.text}'")
    credit = next(_credits(layout), None)
    if credit is not None and credit.known:
        return When.on(credit.known, basis=f"date line '{credit.text}'")
    month = next((found for block in above if (found := _MONTH_YEAR.match(block.plain))), None)
    if month is None:
        return None
    return _month_or_year(int(month[2]), MONTHS.index(month[1][:3].lower()) + 1, f"date line '{month[0]}'")


def _credits(layout: Layout) -> Iterator[Written]:
    """The days of lines in parentheses near the head that say where the text is from: "(Osk Radio, 3 May 2031)"."""
    for block in layout.blocks[:_HEAD]:
        if _IN_PARENTHESES.fullmatch(block.plain):
            yield from (one for one in full_dates(block.plain) if one.known)


def _day_of_issue(line: str) -> Written | None:
    """The day on which a paper came out, by a line of its head: the one said to be so, else the first."""
    said = _ISSUED.search(line)
    days = [one for one in full_dates(line) if one.known]
    return next((one for one in days if said and one.start >= said.end()), days[0] if days else None)


def _from_dateline(layout: Layout, source: str) -> When | None:
    """The date of the dateline; its year from a caption or the file's name where it has none."""
    for text in _datelines(layout):
        full = next((one for one in full_dates(text) if one.known), None)
        if full and full.known:
            return When.on(full.known, basis=f"dateline '{full.text}'")
        part = next(partial_dates(text), None)
        if part is None:
            return None
        return _with_year(part, layout, source)
    return None


def undated_dateline(layout: Layout) -> dict[str, str]:
    """The month and day ("03-08") of a dateline or masthead without a year, or its weekday alone ("2"; Monday is 0).

    It goes into the metadata: other reports of the case may tell the rest.
    """
    dateline = next(_datelines(layout), "")
    for text in (dateline, *_heads(layout)):
        part = next(partial_dates(text), None)
        if part is not None and not any(full_dates(text)) and (text is dateline or _closes(part, text)):
            return {"dateline_day": f"{part.month:02}-{part.day:02}"}
    named = _DATELINE_WEEKDAY.search(dateline) or next(filter(None, map(_HEAD_WEEKDAY.fullmatch, _heads(layout))), None)
    return {"dateline_weekday": str(WEEKDAYS.index(named[1][:3].lower()))} if named else {}


def _heads(layout: Layout) -> Iterator[str]:
    """The lines above the running text."""
    body = next((block.start for block in layout.blocks if block.role is None), 0)
    yield from (block.plain for block in layout.blocks if block.start < body)


def _closes(part: Written, line: str) -> bool:
    """Whether a line ends with its date, a weekday before it, as a masthead does ("THE MIRROR, Sunday 12 May")."""
    return part.weekday is not None and not line[part.end :].strip(" .")


def _datelines(layout: Layout) -> Iterator[str]:
    starts = {block.start for block in layout.body}
    for one in layout.furniture:
        if one.role == "dateline" and one.start in starts:
            yield layout.text[one.start : one.end]


def _with_year(part: Written, layout: Layout, source: str) -> When:
    for text, where in [*((found.text, "caption") for found in _caption_dates(layout)), (source, "file name")]:
        for day in _days_in(text, where):
            candidate = part.in_year(day.year)
            # A picture may be some days older than the report; a file is named after the day itself.
            if candidate and 0 <= (candidate - day).days <= (7 if where == "caption" else 0):
                named = text if where == "caption" else day
                return When.on(candidate, basis=f"dateline '{part.text}', year by {where} '{named}'")
    inner = _bounded(layout)
    basis = f"dateline '{part.text}' without a year; {inner.basis}"
    return When(earliest=inner.earliest, granularity=inner.granularity, basis=basis)


def _days_in(text: str, where: str) -> Iterator[date]:
    if where == "caption":
        yield from (one.known for one in full_dates(text) if one.known)
        return
    for match in _FILE_DAY.finditer(text.replace("\\", "/").rsplit("/", 1)[-1]):
        try:
            yield date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            continue


def _caption_dates(layout: Layout) -> list[Written]:
    """The dates of captions, those of archive pictures left out."""
    fresh = [block for block in layout.of("caption") if not re.search(r"\b(?:file|archive)\b", block.plain, re.I)]
    return [one for block in fresh for one in full_dates(block.plain) if one.known]


def _from_caption(layout: Layout) -> When | None:
    """A dated picture: the report is no older; it is of that day where it calls the day by its weekday.

    A report of a later day would speak of later weekdays, or of "yesterday".
    """
    dated = [(one.known, one.text) for one in _caption_dates(layout) if one.known]
    if not dated:
        return None
    day, text = max(dated)
    told = "\n".join(block.plain for block in layout.body)
    lead = " ".join(block.plain for block in layout.body[:2])
    name = day.strftime("%A")
    named = {match[1][:3].lower() for match in _WEEKDAY_WORD.finditer(told)}
    later = WEEKDAYS[(day.weekday() + 1) % 7]
    if re.search(rf"\b{name}\b", lead) and later not in named and not re.search(r"\byesterday\b", told, re.I):
        return When.on(day, basis=f"photo caption '{text}', and the text tells of {name}")
    return When(earliest=day.isoformat(), granularity="interval", basis=f"not before the photo caption '{text}'")


def _bounded(layout: Layout) -> When:
    """Not before the latest day, month or year that the text tells of as past."""
    best: tuple[date, str] | None = None
    for block in layout.body:
        if not _YEAR.search(block.plain):
            continue
        for found in _past_days(block.plain):
            if best is None or found[0] > best[0]:
                best = found
    if best is None:
        return When(basis="no date in the text")
    day, text = best
    return When(
        earliest=day.isoformat(), granularity="interval", basis=f"after '{text}', the latest past date in the text"
    )


def _past_days(text: str) -> Iterator[tuple[date, str]]:
    for sentence in _SENTENCES.finditer(text):
        words = sentence.group()
        if not _YEAR.search(words) or _AHEAD.search(words):
            continue
        for one in full_dates(words):
            if one.known and not _is_stamp(text, sentence.start() + one.start, sentence.start() + one.end):
                yield one.known, one.text
        for month in _MONTH_YEAR.finditer(words):
            yield date(int(month[2]), MONTHS.index(month[1][:3].lower()) + 1, 1), month[0]
        for year in _YEAR.finditer(words):
            if _YEAR_CUE.search(words[: year.start()]) and not re.match(r"\s+[a-z]+s\b", words[year.end() :]):
                yield date(int(year[0]), 1, 1), year[0]


def _is_stamp(text: str, start: int, end: int) -> bool:
    """Whether a date tells when a comment or a post was put up, which may be long after the report."""
    return bool(_STAMP_BEFORE.search(text[max(0, start - 20) : start]) or _STAMP_AFTER.match(text, end))
