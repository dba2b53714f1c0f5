"""What stands around words of a document: their sentence, their paragraph."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from rashomon.model.text import Document, Span, paragraphs

# Where one sentence ends and another begins, near enough for showing words in their surroundings.
_BOUNDARY = re.compile(r"(?<=[a-z0-9)”\"’][.!?])[”\"’]?\s+(?=[“\"‘A-Z\[])")


def sentence(document: Document, span: Span) -> Span:
    """The sentence (or sentences) around words of a document, inside their paragraph."""
    start, end = paragraph(document, span)
    cuts = _cuts(document.text, start, end)
    first = cuts[bisect_right(cuts, span.start) - 1]
    last = cuts[bisect_left(cuts, span.end)]
    return document.trimmed(first, last) or span


def sentence_number(document: Document, span: Span) -> int:
    """Which sentence of a document a span begins in, counted from 1."""
    count = 0
    for start, end in _paragraphs(document.text):
        if start > span.start:
            break
        count += 1 + sum(found.end() <= span.start for found in _BOUNDARY.finditer(document.text, start, end))
    return max(count, 1)


def paragraph(document: Document, span: Span) -> tuple[int, int]:
    """From where the paragraph begins in which a span begins, to where that ends in which it ends."""
    around = [(a, b) for a, b in _paragraphs(document.text) if a < span.end and b > span.start]
    return min(span.start, around[0][0]), max(span.end, around[-1][1])


@lru_cache(maxsize=1024)
def _cuts(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where the sentences of a paragraph begin, and where the last one ends."""
    return (start, *(found.end() for found in _BOUNDARY.finditer(text, start, end)), end)


@lru_cache(maxsize=256)  # a report's sentences are asked for one after the other
def _paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(paragraphs(text))
