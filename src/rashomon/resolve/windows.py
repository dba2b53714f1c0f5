"""A report without a year gets it from the dates of the conflict that a case file tells."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from rashomon.model.annotation import Annotation, Time
from rashomon.model.case_file import CaseFile
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.years import day_in

_YEARLESS = re.compile(r"XXXX-(\d\d-\d\d)")
# A report whose publication is known within this many days has its year.
_WIDE = timedelta(days=365)


def dated_by_window(document: Document, said: Iterable[Annotation], case_file: CaseFile) -> Document:
    """The report, its publication begun by the first day it tells that the conflict has in one year only.

    Days that the conflict does not have at all (an anniversary) say nothing; one that it
    has in two years leaves the report as it was.
    """
    published = document.published
    first, last = published.first_day, published.last_day
    if first and last and last - first <= _WIDE:
        return document
    days = {found[1] for one in said if isinstance(one, Time) and (found := _YEARLESS.fullmatch(one.timex.value))}
    years = {day: case_file.years(day) for day in days}
    told = [day_in(year, day) for day, some in years.items() if len(some) == 1 for year in some]
    if any(len(some) > 1 for some in years.values()) or not told:
        return document
    start = min(day for day in told if day)
    if (first and start < first) or (last and last < start):
        return document
    window = case_file.window
    # A day given without its year lies less than a year back.
    end = min(start + timedelta(days=364), last) if last else start + timedelta(days=364)
    basis = f"tells of {start:%-d %B}, which the case file's dates ({window.earliest} to {window.latest}) have once"
    return replace(document, published=When.between(start, end, basis=basis))
