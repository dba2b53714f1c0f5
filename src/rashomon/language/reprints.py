"""Which paragraphs of many reports are one text printed again, and which report had it first."""

import re
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rensa import RMinHash, RMinHashLSH

from rashomon.model.text import Document, Span, paragraphs

# Shorter paragraphs are alike by chance ("The ministry did not comment.").
_LEAST = 15  # words
# Paragraphs that share so much of their runs of three words are one text; an editor's cut or two leaves more.
_SAME = 0.7
_RUN = 3
_HASHES, _BANDS, _SEED = 64, 16, 11
_WORD = re.compile(r"[^\W_]+")


class Reprints:
    """The paragraphs that several reports share, in the order in which the reports came out."""

    def __init__(self, documents: Iterable[Document]) -> None:
        ordered = sorted(documents, key=_order)
        self._firsts: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self._shared: dict[tuple[str, str], int] = defaultdict(int)
        index = RMinHashLSH(threshold=_SAME, num_perm=_HASHES, num_bands=_BANDS)
        kept: list[tuple[str, RMinHash]] = []
        for document in ordered:
            fresh = []
            for start, end, prints in _kept_prints(document):
                first = next((at for at in sorted(index.query(prints)) if kept[at][1].jaccard(prints) >= _SAME), None)
                if first is None:
                    fresh.append(prints)
                else:
                    self._firsts[document.id].append((start, end, kept[first][0]))
                    self._shared[document.id, kept[first][0]] += 1
            for prints in fresh:  # only now, so that a report is never its own reprint
                index.insert(len(kept), prints)
                kept.append((document.id, prints))

    def first(self, span: Span) -> str:
        """The id of the report that first had the paragraph a span stands in; its own where none did before."""
        printed = (first for start, end, first in self._firsts.get(span.document, ()) if start <= span.start < end)
        return next(printed, span.document)

    @property
    def shared(self) -> Mapping[tuple[str, str], int]:
        """How many paragraphs a report took from another: by the ids of the later and the first."""
        return self._shared


# The fingerprints of reports by their ids, which stand for their texts: a world is made many times of nearly the same
# reports. A kilobyte a paragraph.
_KEPT: OrderedDict[str, list[tuple[int, int, RMinHash]]] = OrderedDict()
_MOST_KEPT = 5_000


def _kept_prints(document: Document) -> list[tuple[int, int, RMinHash]]:
    found = _KEPT.get(document.id)
    if found is None:
        found = _KEPT[document.id] = list(_prints(document))
        if len(_KEPT) > _MOST_KEPT:
            _KEPT.popitem(last=False)
    return found


def _prints(document: Document) -> Iterator[tuple[int, int, RMinHash]]:
    """Each paragraph long enough to be told from others: where it stands, and its fingerprint."""
    for start, end in paragraphs(document.text):
        words = _WORD.findall(document.text[start:end].casefold())
        if len(words) >= _LEAST:
            prints = RMinHash(num_perm=_HASHES, seed=_SEED)
            prints.update(_runs(words))
            yield start, end, prints


def _runs(words: Sequence[str]) -> list[str]:
    return [" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]


def _order(document: Document) -> tuple[bool, str, str]:
    """By the day a report can have come out last; those without one at the end."""
    when = document.published
    return when.latest is None, when.latest or "", document.id
