"""Numbers as they are written, in digits or, below a hundred, in words."""

import re

from rashomon.model.text import Document, Span

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ONES += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORD = r"(?:[a-z]{3,9}(?:-[a-z]{3,5})?)"
_NUMBER = re.compile(rf"(?<![\w.,-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{_WORD})(?![\w%-]|[.,]\d)", re.IGNORECASE)
# What is no count: days, hours, distances, ordinals, years.
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_NO_COUNT = re.compile(
    rf"\b(?:\d{{1,2}}(?: (?:and|to) \d{{1,2}})? {_MONTH}|{_MONTH} \d{{1,2}}\b(?:(?: and |-)\d{{1,2}}\b)?"
    rf"|(?:\d+|{_WORD}) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|o['’]clock|km|kilomet\w+|miles?|met\w+"
    r"|per cent|percent|points?)\b|\d+(?:st|nd|rd|th)\b|\d{1,2}[:.]\d\d\b|(?:1[5-9]|20)\d\d\b"
    r"|(?:no one|one another|one of|each one|at one)\b)",
    re.IGNORECASE,
)


def number_in(word: str) -> int | None:
    """A number in digits or in words below a hundred; nothing for other words.

    >>> number_in("27"), number_in("twenty-seven"), number_in("nine"), number_in("several")
    (27, 27, 9, None)
    """
    if word.isdigit():
        return int(word)
    tens, _, ones = word.casefold().partition("-")
    if tens in _TENS:
        return 10 * (_TENS.index(tens) + 2) + (_ONES.index(ones) + 1 if ones in _ONES else 0)
    return _ONES.index(tens) + 1 if tens in _ONES and not ones else None


def numbers_in(document: Document, here: Span) -> list[tuple[int, Span]]:
    """The counts in a passage, with where they stand; days, distances and years are none."""
    text = document.text[here.start : here.end]
    no_count = [found.span() for found in _NO_COUNT.finditer(text)]
    found = []
    for one in _NUMBER.finditer(text):
        value = number_in(one.group().replace(",", ""))
        if value is not None and not any(start <= one.start() < end for start, end in no_count):
            found.append((value, document.span(here.start + one.start(), here.start + one.end())))
    return found
