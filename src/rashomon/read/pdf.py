"""PDF files: the text layer, its lines put together to paragraphs by their places on the page."""

import re
import statistics
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import BinaryIO

import pypdfium2

from rashomon.errors import DocumentError
from rashomon.model.finding import Problem
from rashomon.model.text import FurnitureRole
from rashomon.read.decoding import normalised
from rashomon.read.draft import Draft, problem, whole

_PAGES = 2000
# Lines of one paragraph stand about one pitch apart; tried on reportlab output only.
_GAP = 1.35
_HYPHEN = re.compile(r"[\x02\ufffe\u00ad]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, and where it begins (points from the left and the bottom)."""

    text: str
    left: float
    bottom: float
    right: float


def drafts(stream: BinaryIO, source: str) -> Iterator[Draft | Problem]:
    """Yield the one report of a PDF; DocumentError where it is locked, damaged or has no text."""
    data = whole(stream)
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        why = "locked by a password" if "password" in str(error).lower() else f"damaged PDF ({error})"
        raise DocumentError(why) from error
    with closing(file):
        if len(file) > _PAGES:
            yield problem(source, "pdf", f"only the first {_PAGES} of {len(file)} pages were read")
        pages = [_lines(file, number) for number in range(min(len(file), _PAGES))]
        title = normalised(file.get_metadata_dict().get("Title") or "").strip()
    repeated = _repeated(pages)
    paragraphs = [part for page in pages for part in _paragraphs(page, repeated)]
    if not any(char.isalnum() for part in paragraphs for char in part):
        raise DocumentError("no text in the PDF (a scan?)")
    roles: dict[str, FurnitureRole] = dict.fromkeys(repeated, "footer")
    matched = next((part for part in paragraphs[:6] if title and part.casefold() == title.casefold()), None)
    yield Draft(text="\n\n".join(paragraphs), source=source, title=matched, roles=roles)


def _lines(file: pypdfium2.PdfDocument, number: int) -> list[Line]:
    page = file[number]
    with closing(page), closing(page.get_textpage()) as textpage:
        text = textpage.get_text_range()
        lines, start = [], 0
        for piece in re.split(r"(\r\n|\n|\r)", text):
            inner = piece.strip(" \t\r\n")
            if inner:
                first = start + len(piece) - len(piece.lstrip())
                left, bottom, _, _ = textpage.get_charbox(min(first, textpage.count_chars() - 1))
                last = min(first + len(inner) - 1, textpage.count_chars() - 1)
                lines.append(Line(inner, left, bottom, textpage.get_charbox(last)[2]))
            start += len(piece)
    return lines


def _repeated(pages: list[list[Line]]) -> frozenset[str]:
    """The heads and feet of pages: first and last lines that stand on most pages, numbers apart."""
    if len(pages) < 3:
        return frozenset()
    edges = [line for page in pages for line in dict.fromkeys((*page[:1], *page[-1:]))]
    counts = Counter(re.sub(r"\d+", "0", line.text) for line in edges)
    common = {text for text, count in counts.items() if count > len(pages) // 2}
    return frozenset(normalised(line.text) for line in edges if re.sub(r"\d+", "0", line.text) in common)


def _paragraphs(lines: list[Line], repeated: frozenset[str]) -> Iterator[str]:
    """Yield the paragraphs of a page; running heads and feet stand alone."""
    steps = [one.bottom - two.bottom for one, two in zip(lines, lines[1:], strict=False) if one.bottom > two.bottom]
    pitch = statistics.median_low(steps) if steps else 0.0
    margin = max((line.right for line in lines), default=0.0)
    held = ""
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        if held and before and _begins(before, line, pitch, margin, repeated):
            yield normalised(held)
            held = ""
        held = _joined(held, line.text)
    if held:
        yield normalised(held)


def _begins(before: Line, line: Line, pitch: float, margin: float, repeated: frozenset[str]) -> bool:
    """Whether `line` begins a paragraph: after a gap, indented, or after a line that ends early."""
    if before.text in repeated or line.text in repeated:
        return True
    step = before.bottom - line.bottom
    if step > _GAP * pitch or step < -pitch:
        return True
    ended = before.text.rstrip('"”’)')[-1:] in ".!?"
    return ended and (line.left > before.left + 8 or before.right < 0.8 * margin)


def _joined(held: str, text: str) -> str:
    if not held:
        return text
    if _HYPHEN.search(held):
        return held[:-1] + text
    return held + text if held.endswith("-") and held[-2:-1].isalpha() and text[:1].islower() else f"{held} {text}"
