"""Groups reports into stories as they stream in: one pass, each report to the story it is most like.

A report is its opening as hashed TF-IDF: how often a word stands there, against how many
reports use it. A story is the sum of its reports; an inverted index leads from a word to
the stories that have it, so that the cost of a report does not grow with those it shares
nothing with. A story that had no report for a window of days is closed.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias
from zlib import crc32

from rashomon.language.lexicon import words
from rashomon.model.text import Document

Terms: TypeAlias = Mapping[int, float]
"""How often each word stands in a report's opening; words are hashed to 32 bits."""

# Accounts of one war share little in their first lines and its names further on: of our own dossiers, mixed, 120 words
# gave B-cubed F1 62, 250 92, 500 and all 100.
_LEAD = 500
# Inflections differ behind the sixth letter more often than words do: B-cubed F1 +1 on the training topics of ECB+.
_STEM = 6
# A name tells stories apart better than a common word: counted thrice it gave F1 +4 there.
_NAME = 3.0
_WORD = re.compile(r"[^\W\d_]{2,}")
# A word that more than this share of the reports use leads to no story: it costs time and tells nothing.
_COMMON = 0.2
_LETTERS = 12  # a word takes no more in running text
_LEAST = 50  # reports before that share means anything

ALIKE = 0.18
"""The cosine from which a report belongs to a story: best of seven on the training topics of ECB+."""

WINDOW = 30
"""Days without a report after which a story is over: a war that pauses longer comes back as another story."""


def terms(document: Document) -> Terms:
    """The words of a report's title and opening with how often they stand there; names count thrice."""
    return terms_of(f"{document.title or ''}\n{_body(document)}")


def terms_of(text: str) -> Terms:
    """The words of a text's opening; see `terms`."""
    found: defaultdict[int, float] = defaultdict(float)
    for word in _lead(text):
        term = _term(word)
        if term:
            found[term] += _NAME if word[0].isupper() else 1.0
    return dict(found)


def topic(documents: Iterable[Document], *, most: int = 4) -> str:
    """A story in a few words: the names (else words) that most of its reports open with, and most often; no outlets."""
    reports: Counter[str] = Counter()
    often: Counter[str] = Counter()
    outlets: set[str] = set()
    for document in documents:
        outlets.update(word.lower() for word in _WORD.findall(document.outlet or ""))
        told = [word for word in _lead(document.text) if _term(word)]
        reports.update(set(told))
        often.update(told)
    ranked = sorted(reports, key=lambda word: (not word[0].isupper(), -reports[word], -often[word], word))
    return ", ".join([word for word in ranked if word.lower() not in outlets][:most])


@dataclass(slots=True, kw_only=True)
class Background:
    """In how many reports each word stands, of how many."""

    reports: int = 0
    counts: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, terms: Iterable[int]) -> None:
        """Count one report."""
        self.reports += 1
        for one in terms:
            self.counts[one] += 1

    def weighted(self, terms: Terms) -> dict[int, float]:
        """A report's words by TF-IDF, of length 1; empty where it has none."""
        made = {
            one: (1 + math.log(often)) * (1 + math.log((1 + self.reports) / (1 + self.counts.get(one, 0))))
            for one, often in terms.items()
        }
        length = math.sqrt(sum(value * value for value in made.values()))
        return {one: value / length for one, value in made.items()}

    def common(self, term: int) -> bool:
        """Whether so many reports use a word that it leads to no story."""
        return self.reports >= _LEAST and self.counts.get(term, 0) > _COMMON * self.reports


class Stories:
    """The stories so far; `add` puts the next report into one, the same for the same reports in the same order.

    `background` may be counted beforehand over all reports, or grow with those that come
    (`growing`), where they are not known before.
    """

    def __init__(
        self,
        background: Background | None = None,
        *,
        growing: bool | None = None,
        alike: float = ALIKE,
        window: int | None = WINDOW,
    ) -> None:
        self._background = background or Background()
        self._growing = background is None if growing is None else growing
        self._alike = alike
        self._window = window
        self._index: defaultdict[int, dict[int, float]] = defaultdict(dict)
        self._open: dict[int, _Open] = {}
        self._count = 0

    def add(self, terms: Terms, day: int | None = None) -> int:
        """The number of the story of a report of this day (a date's ordinal; None where unknown).

        Days must not go down; reports without one may stand anywhere and close nothing.
        """
        if self._growing:
            self._background.add(terms)
        self._close(day)
        weights = self._background.weighted(terms)
        shared = self._shared(weights)
        best, likeness = self._best(shared)
        if best is None or likeness < self._alike:
            best, self._count = self._count, self._count + 1
            self._open[best] = _Open()
        self._open[best].take(weights, shared.get(best, 0.0), day)
        for term, weight in weights.items():
            held = self._index[term]
            held[best] = held.get(best, 0.0) + weight
        return best

    def _shared(self, weights: Mapping[int, float]) -> dict[int, float]:
        """The product of a report with each story that shares a word not common to most; exact for those."""
        telling = [one for one in weights if not self._background.common(one)] or list(weights)
        found = dict.fromkeys((story for term in telling for story in self._index.get(term, ())), 0.0)
        for term, weight in weights.items():
            held = self._index.get(term, {})
            if len(held) <= len(found):
                for story, value in held.items():
                    if story in found:
                        found[story] += weight * value
            else:
                for story in found:
                    found[story] += weight * held.get(story, 0.0)
        return found

    def _best(self, shared: Mapping[int, float]) -> tuple[int | None, float]:
        """The story most like a report, the oldest of equals, and how like it is."""
        best, likeness = None, 0.0
        for story in sorted(shared):
            cosine = shared[story] / math.sqrt(self._open[story].square)
            if cosine > likeness:
                best, likeness = story, cosine
        return best, likeness

    def _close(self, day: int | None) -> None:
        """Let go of the stories that are over."""
        if day is None or self._window is None:
            return
        over = [
            story for story, one in self._open.items() if one.last is not None and day - one.last > self._window
        ]  # fmt: skip
        for story in over:
            for term in self._open.pop(story).terms:
                self._index[term].pop(story, None)
                if not self._index[term]:
                    del self._index[term]


@dataclass(slots=True, kw_only=True)
class _Open:
    """A story that may still grow: the square of its length, its words, the day of its last report."""

    square: float = 0.0
    last: int | None = None
    terms: set[int] = field(default_factory=set)

    def take(self, weights: Mapping[int, float], shared: float, day: int | None) -> None:
        # |s + r|² = |s|² + 2 s·r + |r|², and r has length 1 (a report without words has none).
        self.square += 2 * shared + (1.0 if weights else 0.0)
        self.terms.update(weights)
        self.last = self.last if day is None else day


def grouped(
    reports: Iterable[tuple[Terms, int | None]], *, alike: float = ALIKE, window: int | None = WINDOW
) -> list[int]:
    """The story of each report where all of them are known: their words are counted first, then they are told apart."""
    known = list(reports)
    background = Background()
    for terms, _ in known:
        background.add(terms)
    stories = Stories(background, growing=False, alike=alike, window=window)
    return [stories.add(terms, day) for terms, day in known]


def _lead(text: str) -> Sequence[str]:
    """The first words of a text; it is not looked at further than they can reach."""
    return _WORD.findall(text[: _LEAD * _LETTERS])[:_LEAD]


def _body(document: Document) -> str:
    """The beginning of the running text: what stands before it (a menu, a byline) tells nothing."""
    pieces, at = [], 0
    for one in sorted(document.furniture, key=lambda one: one.start):
        if one.role not in ("markup", "break", "dateline") and one.start >= at:
            pieces.append(document.text[at : one.start])
            at = one.end
        if at > _LEAD * _LETTERS:
            break
    return " ".join((*pieces, document.text[at : at + _LEAD * _LETTERS]))


@lru_cache(maxsize=1 << 16)
def _term(word: str) -> int:
    """A word's hash, 0 for one that tells nothing; the same on every machine."""
    lower = word.lower()
    return 0 if lower in _silent() else crc32(lower[:_STEM].encode())


@lru_cache(maxsize=1)
def _silent() -> frozenset[str]:
    return words("comparison", "grammar") | words("stories", "silent")
