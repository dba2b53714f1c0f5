"""A report's text cut into pieces, each with the records it belongs to; the pieces together are the text itself."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.model.annotation import Annotation
from rashomon.model.text import Document, Furniture, Span, paragraphs
from rashomon.web.labels import primary

# Markdown's signs for headings, emphasis, pictures and links, as furniture has them.
_SIGNS = re.compile(r"(?m)^#{1,6} |\*{1,3}|!?\[(?=[^\]\[\n]{0,300}\]\()|\]\([^()\s]{0,2000}\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text. `records` are (kind, id) of those marked here, the shortest first; `begins` their anchors.

    `hit` is set where a search found it, `target` where the page was opened for these words.
    """

    text: str
    records: tuple[tuple[str, str], ...] = ()
    begins: tuple[str, ...] = ()
    furniture: str | None = None
    hit: bool = False
    target: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the records, each once."""
        return tuple(dict.fromkeys(kind for kind, _ in self.records))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph as pieces; `furniture` is its role where it is no running text at all."""

    start: int
    pieces: tuple[Piece, ...]
    furniture: str | None


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    kind: str
    id: str


def paragraphs_of(
    document: Document,
    records: Iterable[Annotation],
    *,
    hits: Sequence[tuple[int, int]] = (),
    targets: Sequence[Span] = (),
) -> list[Paragraph]:
    """The paragraphs of a report with its records, the hits of a search and the words it was opened for."""
    stretches = [_Stretch(span.start, span.end, one.kind, one.id) for one in records for span in primary(one)]
    furniture = [_Stretch(one.start, one.end, one.role, "") for one in _furniture(document)]
    places = [(one.start, one.end) for some in (stretches, furniture, targets) for one in some]
    cuts = sorted({cut for place in (*places, *hits) for cut in place})
    cutter = _Cutter(document, stretches, furniture, hits, targets, cuts)
    return [cutter.paragraph(start, end) for start, end in paragraphs(document.text)]


def _furniture(document: Document) -> Iterator[Furniture]:
    """What is no running text, page numbers without the blank lines around them; in it, Markdown's signs as markup."""
    for one in document.furniture:
        if one.role == "break":
            words = document.text[one.start : one.end]
            start = one.start + len(words) - len(words.lstrip())
            if words.strip():
                yield Furniture(role="break", start=start, end=start + len(words.strip()))
            continue
        yield one
        for found in () if one.role == "markup" else _SIGNS.finditer(document.text, one.start, one.end):
            yield Furniture(role="markup", start=found.start(), end=found.end())


class _Cutter:
    def __init__(
        self,
        document: Document,
        stretches: Sequence[_Stretch],
        furniture: Sequence[_Stretch],
        hits: Sequence[tuple[int, int]],
        targets: Sequence[Span],
        cuts: Sequence[int],
    ) -> None:
        self._document = document
        self._hits = sorted(hits)
        self._targets = targets
        self._cuts = cuts
        self._begun: set[str] = set()
        self._starts = [start for start, _ in paragraphs(document.text)]
        self._stretches = self._by_paragraph(stretches)
        self._furniture = self._by_paragraph(furniture)

    def _by_paragraph(self, some: Sequence[_Stretch]) -> dict[int, list[_Stretch]]:
        """The stretches of each paragraph, by where it starts."""
        found: dict[int, list[_Stretch]] = defaultdict(list)
        for one in some:
            for n in range(max(0, bisect_right(self._starts, one.start) - 1), len(self._starts)):
                if self._starts[n] >= one.end:
                    break
                found[self._starts[n]].append(one)
        return found

    def paragraph(self, start: int, end: int) -> Paragraph:
        inside = self._cuts[bisect_right(self._cuts, start) : bisect_left(self._cuts, end)]
        edges = [start, *inside, end]
        said, around = _over(edges, self._stretches[start]), _over(edges, self._furniture[start])
        pieces = tuple(self._piece(said[a], around[a], a, b) for a, b in zip(edges, edges[1:], strict=False))
        roles = {one.furniture for one in pieces if one.text.strip() and one.furniture != "markup"}
        return Paragraph(start=start, pieces=pieces, furniture=roles.pop() if len(roles) == 1 else None)

    def _piece(self, here: list[_Stretch], around: list[_Stretch], start: int, end: int) -> Piece:
        roles = [one.kind for one in around]
        if "markup" in roles:  # brackets and addresses of links: there, but not shown and no part of what is marked
            return Piece(text=self._document.text[start:end], furniture="markup")
        here.sort(key=lambda one: (one.end - one.start, one.id))
        begins = [one.id for one in here if one.id not in self._begun]
        self._begun.update(begins)
        hit = bisect_right(self._hits, (start, len(self._document.text))) - 1
        return Piece(
            text=self._document.text[start:end],
            records=tuple(dict.fromkeys((one.kind, one.id) for one in here)),
            begins=tuple(dict.fromkeys(begins)),
            furniture=roles[0] if roles else None,
            hit=hit >= 0 and end <= self._hits[hit][1],
            target=any(one.start <= start and end <= one.end for one in self._targets),
        )


def _over(edges: Sequence[int], some: Sequence[_Stretch]) -> dict[int, list[_Stretch]]:
    """The stretches over each piece of a paragraph, by where the piece starts."""
    over: dict[int, list[_Stretch]] = defaultdict(list)
    for one in some:
        for n in range(bisect_left(edges, max(one.start, edges[0])), len(edges) - 1):
            if edges[n + 1] > one.end:
                break
            over[edges[n]].append(one)
    return over
