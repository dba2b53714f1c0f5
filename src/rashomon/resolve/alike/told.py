"""Deeds as they stand in a text: the words that tell one, those of its sentence, and what its report is about."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.language.lexicon import words
from rashomon.resolve.alike.kin import kin, lemma

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_END = re.compile(r"(?<=[^\W\d_A-Z][^\W\d_A-Z)”\"’'])[.!?][”\"’']?\s+(?=[A-Z“\"‘])|\n+")
_STEM = 7
# So many words before and behind a deed are near it.
_NEAR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Where a deed is told: its report and the places of its words."""

    document: str
    spans: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Word:
    """A word of a report: where it stands, its lemma, what it is counted by ("" where it tells nothing)."""

    start: int
    end: int
    text: str
    sentence: int
    lemma: str = ""
    unit: str = ""
    named: bool = False
    number: bool = False


@dataclass(slots=True)
class Told:
    """A deed with the words it is compared by."""

    document: str
    sentence: int
    form: str
    lemma: str
    kin: frozenset[int]
    cue: Mapping[str, float]
    """The lemmas of its own words …"""
    around: Mapping[str, float]
    """… what stands within five words of it, in its sentence …"""
    whole: Mapping[str, float]
    """… all of its sentence …"""
    names: Mapping[str, float]
    """… and the names in it."""


class Report:
    """A report's words, in order."""

    def __init__(self, text: str) -> None:
        """Split a text into sentences and words."""
        ends = [found.end() for found in _END.finditer(text)]
        self.words = [_word(found, bisect_right(ends, found.start())) for found in _WORD.finditer(text)]
        first: dict[int, int] = {}
        for n, one in enumerate(self.words):
            first.setdefault(one.sentence, n)
        for n, one in enumerate(self.words):
            one.named = one.text[0].isupper() and first[one.sentence] != n  # the first has a capital anyway
        self._starts = [one.start for one in self.words]
        self.units = Counter(one.unit for one in self.words if one.unit)
        self.names = Counter(one.unit for one in self.words if one.unit and one.named)
        self.numbers = Counter(one.unit for one in self.words if one.number)

    def told(self, deed: Deed) -> Told:
        """A deed told in this report."""
        own = [n for start, end in deed.spans for n in self._between(start, end)]
        own = own or [max(0, min(len(self.words) - 1, bisect_left(self._starts, deed.spans[0][0])))]
        head = self._head(own)
        at, mine = self.words[head], set(own)
        sentence = self._of_sentence(head)
        around = [n for n in sentence if n not in mine and self.words[n].unit]
        return Told(
            document=deed.document, sentence=at.sentence, form=at.text.lower(), lemma=at.lemma,
            kin=kin(at.text.lower()), cue=Counter(self.words[n].lemma[:_STEM] for n in own),
            around=self._count([n for n in around if abs(n - head) <= _NEAR]), whole=self._count(around),
            names=self._count([n for n in around if self.words[n].named]),
        )  # fmt: skip

    def _head(self, own: Sequence[int]) -> int:
        """The word that tells the deed: the first where it is inflected as verbs are, else the last."""
        deeds = [n for n in own if self.words[n].unit and kin(self.words[n].text.lower())]
        inflected = (n for n in deeds if self.words[n].lemma != self.words[n].text.lower() and not self._ends(n, "s"))
        return next(inflected, (deeds or own)[-1])

    def _ends(self, at: int, ending: str) -> bool:
        return self.words[at].text.endswith(ending)

    def _between(self, start: int, end: int) -> range:
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def _of_sentence(self, at: int) -> range:
        sentence, first, last = self.words[at].sentence, at, at
        while first and self.words[first - 1].sentence == sentence:
            first -= 1
        while last + 1 < len(self.words) and self.words[last + 1].sentence == sentence:
            last += 1
        return range(first, last + 1)

    def _count(self, places: Iterable[int]) -> Mapping[str, float]:
        return Counter(self.words[n].unit for n in places)


def _word(found: re.Match[str], sentence: int) -> Word:
    text = found[0]
    base, unit = _known(text.lower())
    return Word(found.start(), found.end(), text, sentence, base, unit, number=text[0].isdigit())


@lru_cache(maxsize=1 << 16)
def _known(lower: str) -> tuple[str, str]:
    """The lemma of a word and its unit: none of those that every sentence has."""
    plain = re.sub(r"[’']s?$", "", lower)
    base = lemma(plain)
    silent = plain in words("comparison", "grammar") or plain in words("stories", "silent") or len(plain) < 2
    return base, "" if silent else base[:_STEM]
