"""What of a document the parser sees: paragraphs without markup, datelines and page breaks."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from rashomon.model.text import Document, Furniture, paragraphs

LONGEST = 10_000
"""A longer paragraph is cut at a blank: the parser's memory grows with the length of a text."""

# Furniture that is not analysed at all, and furniture inside running text that the parser must not see.
# Titles, captions and headings are analysed: mentions and times stand there.
_SKIPPED = {"byline", "credit", "related", "share", "footer"}
_INLINE = {"markup", "break", "dateline"}


class Piece(NamedTuple):
    """A paragraph (or part of one) as the parser sees it, and where its characters come from."""

    text: str
    number: int
    role: str
    starts: list[int]  # positions in `text` at which a new stretch of the document begins
    origins: list[int]  # where in the document each stretch begins

    def offset(self, position: int) -> int:
        """The document offset of a character of `text`."""
        k = bisect_right(self.starts, position) - 1
        return self.origins[k] + position - self.starts[k]


def pieces(document: Document) -> Iterator[Piece]:
    """The paragraphs to be parsed, page breaks inside a sentence closed."""
    around = _Around(document.furniture)
    for number, (start, end) in enumerate(_joined(document.text, document.furniture), start=1):
        here = around.paragraph(start, end)
        whole = [one for one in here if one.role not in _INLINE]
        role = next((one.role for one in whole if one.start <= start and end <= one.end), "")
        if role in _SKIPPED:
            continue
        inside = [one for one in whole if not role and start <= one.start and one.end <= end]
        hidden = [*(one for one in here if one.role in _INLINE), *inside]
        holes = sorted((max(one.start, start), min(one.end, end), one.role) for one in hidden)
        yield from _bounded(_without(document.text, start, end, holes), number, role)


class _Around:
    """The furniture that touches each paragraph, asked for in text order: a page may have thousands of both."""

    def __init__(self, furniture: Sequence[Furniture]) -> None:
        self._coming = sorted(enumerate(furniture), key=lambda item: item[1].start, reverse=True)
        self._here: list[tuple[int, Furniture]] = []

    def paragraph(self, start: int, end: int) -> list[Furniture]:
        """What touches the text from `start` to `end`, in the document's order."""
        while self._coming and self._coming[-1][1].start < end:
            self._here.append(self._coming.pop())
        self._here = sorted((item for item in self._here if item[1].end > start), key=lambda item: item[0])
        return [one for _, one in self._here]


def _joined(text: str, furniture: Sequence[Furniture]) -> Iterator[tuple[int, int]]:
    """Paragraphs, those that a page break parts taken together."""
    breaks = sorted((one.start, one.end) for one in furniture if one.role == "break")
    begins = [start for start, _ in breaks]
    reach = list(accumulate((end for _, end in breaks), max))
    last: tuple[int, int] | None = None
    for start, end in paragraphs(text):
        before = bisect_right(begins, last[1]) if last else 0
        if last and before and start <= reach[before - 1]:
            last = (last[0], end)
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _without(text: str, start: int, end: int, holes: Sequence[tuple[int, int, str]]) -> list[tuple[str, int]]:
    """The stretches of a paragraph between its holes, each with where it begins."""
    parts: list[tuple[str, int]] = []
    at = start
    for begin, stop, kind in holes:
        if begin > at:
            parts.append((text[at:begin], at))
        if kind == "break" and parts:
            parts.append((" ", begin))
        at = max(at, stop)
    if at < end:
        parts.append((text[at:end], at))
    return parts


def _bounded(parts: Sequence[tuple[str, int]], number: int, role: str) -> Iterator[Piece]:
    """Stretches put together to pieces of at most `LONGEST` characters."""
    words, starts, origins = "", list[int](), list[int]()
    for part, origin in parts:
        rest, at = part, origin
        while rest:
            room = LONGEST - len(words)
            cut = len(rest) if len(rest) <= room else (rest.rfind(" ", 0, room) + 1 or room)
            starts.append(len(words))
            origins.append(at)
            words += rest[:cut]
            rest, at = rest[cut:], at + cut
            if rest:
                yield Piece(words, number, role, starts, origins)
                words, starts, origins = "", [], []
    if words.strip():
        yield Piece(words, number, role, starts, origins)
