"""A report's words by number: stretches of tokens without the marks at their edges, and what is quoted."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from rashomon.extract.statements.drafts import Place
from rashomon.extract.statements.ranking.features import shape
from rashomon.language.analysis import Analysis, Sentence, Token

Run: TypeAlias = tuple[int, int]
"""From one token number to another that is not included; the first and the last token are words."""

Runs: TypeAlias = tuple[Run, ...]
"""Runs in text order; more than marks stand between two of them."""

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_MARKS = {",", ";", "—", "–", "--", "("}


class Counts(NamedTuple):
    """How many words there are in runs, how many of them are quoted, finite verbs, commas and the like."""

    words: int
    quoted: int
    finite: int
    marks: int


class Layout:
    """Where words and quotations stand among the tokens of an analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.shapes = [shape(token) for token in self.tokens]
        is_word = [any(map(str.isalnum, token.text)) for token in self.tokens]
        self._before = [0, *accumulate(is_word)]
        self._next = _next_words(is_word)
        self._last = _last_words(is_word)
        self.quotes: list[Run] = [self._numbers(quote.start, quote.end) for quote in analysis.quotes]
        self.first_sentence = [self._sentence(first) for first, _ in self.quotes]
        """The sentence in which each quotation begins."""
        self.last_sentence = [self._sentence(stop - 1) for _, stop in self.quotes]
        """The sentence in which each quotation ends."""
        self.quote_of = [-1] * len(self.tokens)
        """The number of the quotation in which each token stands; -1 outside all."""
        for number, (first, stop) in enumerate(self.quotes):
            self.quote_of[first:stop] = [number] * (stop - first)
        quoted = (word and number >= 0 for word, number in zip(is_word, self.quote_of, strict=True))
        self._quoted = [0, *accumulate(quoted)]
        self._finite = [0, *accumulate(token.tag in _FINITE for token in self.tokens)]
        self._marks = [0, *accumulate(token.text in _MARKS for token in self.tokens)]

    def runs(self, stretches: Iterable[Run]) -> Runs:
        """The words of stretches of tokens, those that only marks part put together."""
        found: list[Run] = []
        for first, stop in sorted(stretches):
            first, stop = self._next[first], self._last[stop] + 1
            if first >= stop:
                continue
            if found and self._next[found[-1][1]] >= first:
                found[-1] = (found[-1][0], max(stop, found[-1][1]))
            else:
                found.append((first, stop))
        return tuple(found)

    def run(self, first: int, stop: int) -> Runs:
        """The words of one stretch of tokens."""
        first, stop = self._next[first], self._last[stop] + 1
        return ((first, stop),) if first < stop else ()

    def of_tokens(self, tokens: Sequence[Token]) -> Runs:
        """The words among tokens in text order."""
        if tokens and tokens[-1].i - tokens[0].i + 1 == len(tokens):
            return self.run(tokens[0].i, tokens[-1].i + 1)
        return self.runs((token.i, token.i + 1) for token in tokens)

    def of_places(self, places: Iterable[Place]) -> Runs:
        """The words at places of the document."""
        return self.runs(self._numbers(*place) for place in places)

    def _numbers(self, start: int, end: int) -> Run:
        found = self.analysis.tokens_in(start, end)
        return (found[0].i, found[-1].i + 1) if found else (0, 0)

    def without(self, runs: Runs, cut: Runs) -> Runs:
        """The words of `runs` that are not in `cut`."""
        if not meet(runs, cut):
            return runs
        left = list(runs)
        for start, stop in cut:
            left = [
                part for a, b in left for part in ((a, min(b, start)), (max(a, stop), b)) if part[0] < part[1]
            ]  # fmt: skip
        return self.runs(left)

    def places(self, runs: Runs) -> list[Place]:
        """Where in the document runs stand; one that ends a quotation is drawn out over its last mark."""
        found = []
        for first, stop in runs:
            start, end = self.tokens[first].start, self.tokens[stop - 1].end
            number = self.quote_of[stop - 1]
            if number >= 0 and self._next[stop] >= self.quotes[number][1]:
                end = self.analysis.quotes[number].end
            found.append((start, end))
        return found

    def words_of(self, runs: Runs) -> list[Token]:
        """The tokens of runs, with the marks between them."""
        return [token for first, stop in runs for token in self.tokens[first:stop]]

    def count(self, runs: Runs) -> int:
        """How many words there are in runs."""
        return sum(self._before[stop] - self._before[first] for first, stop in runs)

    def counts(self, runs: Runs) -> Counts:
        """How many words of each sort there are in runs."""
        words = quoted = finite = marks = 0
        for first, stop in runs:
            words += self._before[stop] - self._before[first]
            quoted += self._quoted[stop] - self._quoted[first]
            finite += self._finite[stop] - self._finite[first]
            marks += self._marks[stop] - self._marks[first]
        return Counts(words, quoted, finite, marks)

    def common(self, one: Runs, other: Runs) -> int:
        """How many words two runs have in common."""
        found = 0
        for a, b in one:
            for c, d in other:
                if a < d and c < b:
                    found += self._before[min(b, d)] - self._before[max(a, c)]
        return found

    def shared(self, one: Runs, other: Runs) -> float:
        """The share of words that two runs have in common, of all their words (Jaccard)."""
        common = self.common(one, other)
        return common / max(1, self.count(one) + self.count(other) - common) if common else 0.0

    def next_word(self, number: int) -> int:
        """The number of the first word from a token on; the number of tokens where none follows."""
        return self._next[number]

    def whole(self, sentence: Sentence) -> Runs:
        """The words of a sentence."""
        return self.run(sentence.first, sentence.last)

    def _sentence(self, number: int) -> Sentence:
        return self.analysis.sentence_of(self.tokens[min(max(number, 0), len(self.tokens) - 1)])


def meet(one: Runs, other: Runs) -> bool:
    """Whether two runs share a token."""
    for a, b in one:
        for c, d in other:
            if a < d and c < b:
                return True
    return False


def _next_words(is_word: Sequence[bool]) -> list[int]:
    """For each token the first word from it on, and one item more."""
    found = [len(is_word)] * (len(is_word) + 1)
    for i in range(len(is_word) - 1, -1, -1):
        found[i] = i if is_word[i] else found[i + 1]
    return found


def _last_words(is_word: Sequence[bool]) -> list[int]:
    """For each token the last word before it, -1 where none is; and one item more."""
    found = [-1] * (len(is_word) + 1)
    for i, word in enumerate(is_word):
        found[i + 1] = i if word else found[i]
    return found
