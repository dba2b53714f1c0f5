"""Quotations in a text: pairs of marks, curly, straight, low, angular; offsets kept."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.language.analysis import Quote

# Double marks in the styles we met; two single marks in a row are typed for a double one.
_MARK = re.compile(r"[\"“”„«»]|‘‘|’’|``|''")
_OPENING = {"“", "„", "«", "‘‘", "``"}
_CLOSING = {"”", "»", "’’"}


def quotes(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quote]:
    """The quotations of `text`, paragraph by paragraph, outermost only, in text order.

    A quotation ends with its paragraph. Where it was not closed and the next paragraph
    opens with a mark, that one is its continuation.
    """
    found: list[Quote] = []
    open_end = False
    for start, end in paragraphs:
        for quote in _in_paragraph(text, start, end):
            follows = open_end and quote.opening <= start + 1
            found.append(replace(quote, continues=True) if follows else quote)
            open_end = False
        open_end = bool(found) and not found[-1].closed and found[-1].closing == end
    return found


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quote]:
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            if not _closes_only(text, mark, start):
                opened = mark
        elif not _opens_only(text, mark, end):
            if mark.start() > opened.end():
                yield Quote(start=opened.end(), end=mark.start(), opening=opened.start(), closing=mark.end())
            opened = None
    if opened is not None and opened.end() < end and _opens_only(text, opened, end):
        yield Quote(start=opened.end(), end=end, opening=opened.start(), closing=end, closed=False)


def _opens_only(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a mark can only open: it stands before a word and not after one."""
    if mark.group() in _CLOSING:
        return False
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < end else " "
    if mark.group() == "“":  # closes in the German style, “ after a letter or a full stop
        return not (before.isalnum() or before in ".,!?…") or after.isalnum()
    if mark.group() in _OPENING:
        return True
    return (before.isspace() or before in "([—–-") and not after.isspace()


def _closes_only(text: str, mark: re.Match[str], start: int) -> bool:
    """Whether a mark can only close (an opening one was lost): nothing opens with it."""
    return mark.group() in _CLOSING and mark.start() > start
