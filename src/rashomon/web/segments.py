"""A report's text cut into pieces, each with the records it belongs to; the pieces together are the text itself."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.model.annotation import Annotation
from rashomon.model.text import Document, Furniture, Span, paragraphs
from rashomon.web.labels import primary

_FROM_OTHERS = frozenset({"break"})


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
    furniture = [one for one in document.furniture if one.role not in _FROM_OTHERS]
    places = [(one.start, one.end) for some in (stretches, furniture, targets) for one in some]
    cuts = sorted({cut for place in (*places, *hits) for cut in place})
    cutter = _Cutter(document, stretches, furniture, hits, targets, cuts)
    return [cutter.paragraph(start, end) for start, end in paragraphs(document.text)]


class _Cutter:
    def __init__(
        self,
        document: Document,
        stretches: Sequence[_Stretch],
        furniture: Sequence[Furniture],
        hits: Sequence[tuple[int, int]],
        targets: Sequence[Span],
        cuts: Sequence[int],
    ) -> None:
        self._document = document
        self._furniture = furniture
        self._hits = hits
        self._targets = targets
        self._cuts = cuts
        self._begun: set[str] = set()
        self._by_paragraph: dict[int, list[_Stretch]] = defaultdict(list)
        places = list(paragraphs(document.text))
        starts = [start for start, _ in places]
        for one in stretches:
            first = max(0, bisect_right(starts, one.start) - 1)
            for n in range(first, len(places)):
                if places[n][0] >= one.end:
                    break
                self._by_paragraph[places[n][0]].append(one)

    def paragraph(self, start: int, end: int) -> Paragraph:
        inside = [cut for cut in self._cuts if start < cut < end]
        edges = [start, *inside, end]
        over: dict[int, list[_Stretch]] = defaultdict(list)
        for one in self._by_paragraph[start]:
            for n in range(bisect_left(edges, max(one.start, start)), len(edges) - 1):
                if edges[n + 1] > one.end:
                    break
                over[edges[n]].append(one)
        pieces = tuple(self._piece(over[a], a, b) for a, b in zip(edges, edges[1:], strict=False))
        roles = {one.furniture for one in pieces if one.text.strip() and one.furniture != "markup"}
        return Paragraph(start=start, pieces=pieces, furniture=roles.pop() if len(roles) == 1 else None)

    def _piece(self, here: list[_Stretch], start: int, end: int) -> Piece:
        roles = [one.role for one in self._furniture if one.start <= start and end <= one.end]
        if "markup" in roles:  # brackets and addresses of links: there, but not shown and no part of what is marked
            return Piece(text=self._document.text[start:end], furniture="markup")
        here.sort(key=lambda one: (one.end - one.start, one.id))
        begins = [one.id for one in here if one.id not in self._begun]
        self._begun.update(begins)
        return Piece(
            text=self._document.text[start:end],
            records=tuple(dict.fromkeys((one.kind, one.id) for one in here)),
            begins=tuple(dict.fromkeys(begins)),
            furniture=roles[0] if roles else None,
            hit=any(a <= start and end <= b for a, b in self._hits),
            target=any(one.start <= start and end <= one.end for one in self._targets),
        )
