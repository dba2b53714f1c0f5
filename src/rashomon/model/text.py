"""A report and the places in it: `Document`, `Span`, `Furniture`."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from rashomon.model.shown import Shown, ShownShort
from rashomon.model.values import When

Genre = Literal["report", "analysis", "opinion", "statement", "unknown"]

FurnitureRole = Literal[
    "title", "byline", "dateline", "caption", "credit", "heading", "related",
    "share", "footer", "markup", "break",
]  # fmt: skip


def digest(*parts: object) -> str:
    """Sixteen hex digits that stand for `parts`, the same on every machine."""
    return hashlib.sha256(_write(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


_write = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=str, check_circular=False).encode


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span(ShownShort):
    """A stretch of a document; `text` equals `document.text[start:end]` (code points)."""

    document: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}-{self.end} does not hold {len(self.text)} characters")

    def __str__(self) -> str:
        return self.text

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two have a character in common."""
        return self.document == other.document and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch of a page that is not the report's running text, and what it is.

    `markup` and `break` lie inside running text (a link's brackets, a page break):
    the words around them belong together. The others stand for themselves.
    """

    role: FurnitureRole
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Shown):
    """One report as it was read. Its text is normalised once (NFC, line ends), never edited.

    `declared` is what the source itself gives as its identity (a URL, an archive's
    id, an outlet): two outlets that print the same words are two documents.
    """

    text: str
    source: str
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    url: str | None = None
    language: str = "und"
    genre: Genre = "unknown"
    published: When = field(default_factory=When)
    upstreams: tuple[str, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    declared: str = ""
    id: str = field(init=False, default="")

    kind = "document"

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", "doc-" + digest(self.text, self.declared))

    def span(self, start: int, end: int) -> Span:
        """The words from `start` to `end`; raises ValueError where nothing stands there."""
        return Span(document=self.id, start=start, end=end, text=self.text[start:end])

    def trimmed(self, start: int, end: int) -> Span | None:
        """Like `span`, without the blanks, commas and quotation marks around the words."""
        while start < end and (self.text[start].isspace() or self.text[start] in _EDGE):
            start += 1
        while start < end and (self.text[end - 1].isspace() or self.text[end - 1] in _EDGE):
            end -= 1
        return self.span(start, end) if start < end else None


_EDGE = "\"'“”‘’„«»‹›`,;:–—"
_LINE_END = re.compile(r"\n\s*")
_BLANK_LINE = re.compile(r"\n[ \t\u00a0]*\n\s*")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each paragraph of `text`, blanks around it left out.

    Paragraphs end at a line end; in text wrapped at a fixed width (most lines 45 to
    100 characters, and lines seldom end a sentence) only at a blank line, or after a
    line that is short although the next word would have fitted.
    """
    width = _width(text)
    start = 0
    for gap in [*_LINE_END.finditer(text), None]:
        if gap and width and not _BLANK_LINE.match(text, gap.start()) and not _ends_early(text, gap, width):
            continue
        end = gap.start() if gap else len(text)
        piece = text[start:end]
        inner = piece.strip()
        if inner:
            begin = start + len(piece) - len(piece.lstrip())
            yield begin, begin + len(inner)
        start = gap.end() if gap else end


def _width(text: str) -> int:
    """The width at which `text` is wrapped; 0 where it is not."""
    lines = [line.rstrip() for line in text.split("\n")]
    followed = [a for a, b in zip(lines, lines[1:], strict=False) if a and b.strip()]
    if len(followed) < 4:
        return 0
    open_ended = [line for line in followed if 45 <= len(line) <= 100 and line[-1] not in '.!?:"”*)']
    if len(open_ended) <= 0.6 * len(followed):
        return 0
    return max(len(line) for line in open_ended)


def _ends_early(text: str, gap: re.Match[str], width: int) -> bool:
    """Whether the line before `gap` ends well before the margin with room for the next word.

    Three quarters of the width leave room for ragged and for proportional type.
    """
    begin = text.rfind("\n", 0, gap.start()) + 1
    word = re.compile(r"\S*").match(text, gap.end())
    return gap.start() - begin + 1 + len(word.group() if word else "") < 0.75 * width
