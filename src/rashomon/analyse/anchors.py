"""Places in reports that survive a re-read: the words with what stands around them, and their position (W3C).

A selector holds both; where the position does not fit any more, the words are looked for, and of
several places where they stand the one whose surroundings fit best is taken.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model.text import Document, Span

# Characters of surroundings that a selector carries on either side.
_AROUND = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Words of a report (`exact`), what stands before and after them, and where they stood."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None


def anchor(document: Document, span: Span) -> Anchor:
    """The anchor of words of a document."""
    text = document.text
    return Anchor(
        exact=span.text,
        prefix=text[max(0, span.start - _AROUND) : span.start],
        suffix=text[span.end : span.end + _AROUND],
        start=span.start,
    )


def located(document: Document, wanted: Anchor) -> Span | None:
    """Where an anchor's words stand in a document; None where they do not."""
    if not wanted.exact:
        return None
    start, length = wanted.start, len(wanted.exact)
    if start is not None and document.text[start : start + length] == wanted.exact:
        return document.span(start, start + length)
    places = list(_places(document.text, wanted.exact))
    if not places:
        return None
    best = max(places, key=lambda place: (_fit(document.text, place, wanted), -abs(place - (start or 0))))
    return document.span(best, best + length)


def found_in(documents: Iterable[Document], wanted: Anchor) -> Span | None:
    """Where an anchor's words stand in any of some documents, where its surroundings fit best."""
    found = [(one, span) for one in documents if (span := located(one, wanted)) is not None]
    if not found:
        return None
    return max(found, key=lambda pair: _fit(pair[0].text, pair[1].start, wanted))[1]


def _places(text: str, exact: str) -> Iterable[int]:
    place = text.find(exact)
    while place >= 0:
        yield place
        place = text.find(exact, place + 1)


def _fit(text: str, place: int, wanted: Anchor) -> int:
    """How many characters around a place are those that stood around the words."""
    before, after = text[:place], text[place + len(wanted.exact) :]
    return _shared(before[::-1], wanted.prefix[::-1]) + _shared(after, wanted.suffix)


def _shared(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
