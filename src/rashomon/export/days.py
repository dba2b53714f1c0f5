"""Days as people read them: ISO dates in a text become words, with the ISO form for machines and on hover."""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from rashomon.model.shown import visible

_ISO = re.compile(r"(?<![\w-])(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d:\d\d))?(?![\w-])", re.ASCII)
_MONTH = re.compile(r"(?<![\w-])(\d{4})-(\d\d)(?:-(\d\d)(?:[ T](\d\d:\d\d))?)?(?![\w-])", re.ASCII)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def dated(text: str | None, *, months: bool = False) -> Markup:
    """Text with each ISO date in it as <time>: read by people, by machines, and put into the reader's locale.

    `months` also takes "2031-03" for a month, which in running text may be something else.

    >>> dated("by 2031-03-14")
    Markup('by <time datetime="2031-03-14" title="2031-03-14">14 Mar 2031</time>')
    """
    return Markup("").join(_with_times(text or "", _MONTH if months else _ISO))


def _with_times(text: str, pattern: re.Pattern[str]) -> Iterator[Markup]:
    end = 0
    for found in pattern.finditer(text):
        year, month, number, minute = found.groups()
        if not 1 <= int(month) <= 12:
            continue
        yield escape(visible(text[end : found.start()]))
        iso = f"{year}-{month}" + (f"-{number}" if number else "") + (f"T{minute}" if minute else "")
        words = f"{int(number)} " if number else ""
        words += f"{_MONTHS[int(month) - 1]} {year}" + (f", {minute}" if minute else "")
        yield Markup('<time datetime="{}" title="{}">{}</time>').format(iso, iso.replace("T", " "), words)
        end = found.end()
    yield escape(visible(text[end:]))
