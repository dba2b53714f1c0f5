"""Full text by words: what a word is, and where in a report the words stand.

All archives share it, so they find the same. A database's index only says which
documents hold the words; the places come from the text itself.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.model.annotation import Statement
from rashomon.model.shown import Shown
from rashomon.model.text import Document

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 64  # characters of a word that count; PostgreSQL refuses words over 2 KB
_MOST = 500_000  # characters of distinct words of one document that are indexed; PostgreSQL refuses over 1 MB
_ROUND = 60  # characters of text shown on either side of the words found
_WIDEST = 240  # characters of text shown between the words found


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit(Shown):
    """A place where all words of a search stand closest together.

    `record` is the id of the statement that holds them, or of the document;
    `start` and `end` are character offsets into the document's text.
    """

    record: str
    document: str
    start: int
    end: int
    snippet: str


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a search, folded; `open` where any ending will do ("cease*")."""

    word: str
    open: bool = False

    def fits(self, word: str) -> bool:
        """Whether a folded word is meant."""
        return word.startswith(self.word) if self.open else word == self.word


def fold(word: str) -> str:
    """The word without case and accents; empty where nothing of it can be searched for."""
    if word.isascii():
        return word.lower()[:_LONGEST]
    flat = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in flat if char.isalnum())[:_LONGEST]


def terms(words: str) -> tuple[Term, ...]:
    """The terms of a search as a person types it; whatever is no letter or digit only parts them.

    >>> terms('Çeasefire "NEAR(" talk*')
    (Term(word='ceasefire', open=False), Term(word='near', open=False), Term(word='talk', open=True))
    """
    found = (Term(fold(one[0]), words[one.end() : one.end() + 1] == "*") for one in _WORD.finditer(words))
    return tuple(dict.fromkeys(term for term in found if term.word))


def vocabulary(text: str) -> list[str]:
    """The distinct folded words of a text, for an index."""
    words = {fold(word) for word in set(_WORD.findall(text))} - {""}
    kept: list[str] = []
    room = _MOST
    for word in sorted(words):
        room -= len(word)
        if room < 0:
            break
        kept.append(word)
    return kept


def hits(document: Document, statements: Iterable[Statement], wanted: Sequence[Term]) -> Iterator[Hit]:
    """Yield the document's hit, then one for each statement whose content holds all the words."""
    whole = _closest(document.text, [(0, len(document.text))], wanted)
    if whole is None:
        return
    yield _hit(document, document.id, whole)
    for statement in statements:
        place = _closest(document.text, [(span.start, span.end) for span in statement.content], wanted)
        if place is not None:
            yield _hit(document, statement.id, place)


def places(text: str, wanted: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """Yield where any of the words stands, start and end."""
    for found in _candidates(tuple(wanted)).finditer(text):
        word = fold(found[0])
        if any(term.fits(word) for term in wanted):
            yield found.span()


@lru_cache(maxsize=64)
def _candidates(wanted: tuple[Term, ...]) -> re.Pattern[str]:
    """Words that may fold to one of the terms: those spelt so, and all with a letter beyond ASCII."""
    spelt = "|".join(re.escape(term.word) for term in wanted)
    beyond = r"[a-zA-Z0-9]*[^\W_\x00-\x7f]"
    return re.compile(rf"(?<![^\W_])(?:(?:{spelt})|{beyond})[^\W_]*", re.IGNORECASE)


def _closest(text: str, stretches: Iterable[tuple[int, int]], wanted: Sequence[Term]) -> tuple[int, int] | None:
    """The shortest passage of the stretches in which every term stands; None where one is missing."""
    last: dict[Term, tuple[int, int]] = {}
    best: tuple[int, int] | None = None
    for begin, stop in stretches:
        for found in _WORD.finditer(text, begin, stop):
            word = fold(found[0])
            fitting = [term for term in wanted if term.fits(word)]
            last.update(dict.fromkeys(fitting, found.span()))
            if fitting and len(last) == len(wanted):
                place = (min(start for start, _ in last.values()), max(end for _, end in last.values()))
                if best is None or place[1] - place[0] < best[1] - best[0]:
                    best = place
    return best


def _hit(document: Document, record: str, place: tuple[int, int]) -> Hit:
    start, end = place
    return Hit(record=record, document=document.id, start=start, end=end, snippet=_snippet(document.text, start, end))


def _snippet(text: str, start: int, end: int) -> str:
    """The words found with some of the text around them, on one line."""
    begin, stop = max(0, start - _ROUND), min(len(text), min(end, start + _WIDEST) + _ROUND)
    before = text[begin:start].partition(" ")[2] if begin else text[:start]
    after = text[start:stop].rpartition(" ")[0] if stop < len(text) else text[start:stop]
    shown = " ".join((before + (after or text[start:stop])).split())
    return ("… " if begin else "") + shown + (" …" if stop < len(text) else "")
