"""Number words as quantities: "1 million", "two and a half thousand", "more than 50", "between 20 and 30"."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from rashomon.extract.figures.values import Bare, bare_number, starters
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon
from rashomon.language.lexicon import words as words_of
from rashomon.model.values import Bound


class Number(NamedTuple):
    """A number among the words of a sentence.

    `words` are the tokens from the word that loosens it ("about") to its last word,
    `core` those of the bare number. Where it is vague, low and high are None.
    """

    words: tuple[Token, ...]
    core: tuple[Token, ...]
    low: float | None
    high: float | None
    bound: Bound

    @property
    def head(self) -> Token:
        """The word of the number that hangs on something outside of it."""
        inside = {token.i for token in self.words}
        outer = [token for token in self.core if token.head is token or token.head.i not in inside]
        return (outer or self.core)[-1]


def numbers(words: Sequence[Token]) -> Iterator[Number]:
    """The numbers among `words` (the tokens of one sentence), in text order.

    Digits and words, mixed, with fractions, ranges and vague plurals ("dozens", "tens
    of thousands"), and with what loosens them before and after. Numbers that name
    something ("Resolution 242", "F-16", "No. 14") are left out; ordinals are none.
    """
    i, first = 0, starters()
    while i < len(words):
        token = words[i]
        if token.lower not in first and not token.text[0].isdigit():
            i += 1
            continue
        bare = bare_number(words, i)
        if bare is None:
            i += 1
            continue
        if not _names(words, i, bare.end):
            yield _loosened(words, i, bare)
        i = bare.end


def _loosened(words: Sequence[Token], start: int, bare: Bare) -> Number:
    before, first = _before(words, start)
    after, last = _after(words, bare.end)
    bound = bare.bound
    if bound != "vague":
        bound = before or after or bound
    low, high = bare.low, bare.high
    if bound == "at least":
        high = None
    elif bound == "at most":
        low = None
    return Number(tuple(words[first:last]), tuple(words[start : bare.end]), low, high, bound)


# What stands around a number


def _before(words: Sequence[Token], start: int) -> tuple[Bound | None, int]:
    """The bound that the words before `start` give, and where they begin."""
    at = start
    while at and words[at - 1].lower in words_of("figures", "between"):
        at -= 1
    for phrase, bound in _phrases("bounds", -1).get(words[at - 1].lower, ()) if at else ():
        first = at - len(phrase)
        particle = words[at - 1].dep == "prt"  # "handed over 14"
        # "owns up to 11 dead", "went up to 365" set no bound
        particle = particle or (first > 0 and phrase == ("up", "to") and words[first - 1].lemma in ("own", "go"))
        if first >= 0 and not particle and tuple(token.lower for token in words[first:at]) == phrase:
            return bound, first
    return None, start


def _after(words: Sequence[Token], end: int) -> tuple[Bound | None, int]:
    for phrase, bound in _phrases("after", 0).get(words[end].lower, ()) if end < len(words) else ():
        if tuple(token.lower for token in words[end : end + len(phrase)]) == phrase:
            return bound, end + len(phrase)
    return None, end


def _names(words: Sequence[Token], start: int, end: int) -> bool:
    """Whether the number is part of a name or of a compound ("MiG-29", "four-day", "No. 14")."""
    if start and words[start - 1].lower in _naming() and words[start].text[0].isdigit():
        return True
    first, last = words[start], words[end - 1]
    if start > 1 and words[start - 1].text == "." and words[start - 2].lower in ("no", "nos"):
        return True
    if start > 1 and words[start - 1].text == "-" and _glued(words[start - 2], words[start - 1], first):
        return True
    if end + 1 < len(words) and words[end].text == "-" and _glued(last, words[end], words[end + 1]):
        return words[end + 1].lower not in ("odd", "strong")
    return end < len(words) and words[end].start == last.end and words[end].text[:1] in ":/°"


def _glued(*tokens: Token) -> bool:
    return all(a.end == b.start for a, b in zip(tokens, tokens[1:], strict=False))


@cache
def _phrases(group: str, at: int) -> dict[str, list[tuple[tuple[str, ...], Bound]]]:
    """Phrases with their bounds by their word `at` (first or last), the longest first."""
    found = [(tuple(phrase.split()), bound) for bound, phrases in _lexicon()[group].items() for phrase in phrases]
    table: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for phrase, bound in sorted(found, key=lambda item: -len(item[0])):
        table.setdefault(phrase[at], []).append((phrase, bound))
    return table


@cache
def _lexicon() -> Any:
    return lexicon("figures")


@cache
def _naming() -> frozenset[str]:
    return words_of("figures", "naming")
