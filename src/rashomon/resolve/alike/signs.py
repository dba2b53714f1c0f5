"""What two deeds told have in common, as square arrays over all deeds of a group."""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from rashomon.resolve.alike.told import Report, Told

Square: TypeAlias = NDArray[np.floating[Any]]
"""A number for each pair of deeds."""

K = TypeVar("K", bound=Hashable)

Scarcity: TypeAlias = Mapping[str, float]
"""How much each unit tells: the fewer sentences have it, the more."""


def scarcity(reports: Mapping[str, Report]) -> Scarcity:
    """How scarce each unit is among the sentences of all reports."""
    counts: Counter[str] = Counter()
    total = 0
    for one in reports.values():
        held: defaultdict[int, set[str]] = defaultdict(set)
        for word in one.words:
            held[word.sentence].add(word.unit)
        total += len(held)
        for units in held.values():
            counts.update(units - {""})
    return {unit: math.log((1 + total) / (1 + count)) + 1 for unit, count in counts.items()}


def signs(told: Sequence[Told], reports: Mapping[str, Report], scarce: Scarcity) -> Iterator[tuple[str, Square]]:
    """Yield each sign by name; those of one lemma and of kin come first."""
    yield "one lemma", _same([one.lemma for one in told])
    shared = _overlap([one.kin for one in told])
    yield "kin", (shared > 0).astype(np.float32)
    yield "more kin", np.minimum(shared, 5)
    yield "one form", _same([one.form for one in told])
    yield "cue", _cosine([one.cue for one in told], scarce)
    for name in ("around", "whole", "names"):
        yield name, _cosine([getattr(one, name) for one in told], scarce)
    yield from _of_reports(told, reports, scarce)
    yield from _of_words(told, scarce)


def _of_reports(told: Sequence[Told], reports: Mapping[str, Report], scarce: Scarcity) -> Iterator[tuple[str, Square]]:
    ids = sorted({one.document for one in told})
    at = np.array([ids.index(one.document) for one in told])
    for name in ("units", "names", "numbers"):
        alike = _cosine([getattr(reports[id], name) for id in ids], scarce)
        yield f"reports' {name}", alike[np.ix_(at, at)]
    here = at[:, None] == at[None, :]
    yield "one report", here.astype(np.float32)
    sentence = np.array([one.sentence for one in told])
    apart = np.abs(sentence[:, None] - sentence[None, :])
    yield "one sentence", (here & (apart == 0)).astype(np.float32)
    yield "sentences apart", (here * np.minimum(apart, 10)).astype(np.float32)
    early = np.minimum(sentence, 10)
    yield "earlier", _least(early)
    yield "later", _most(early)


def _of_words(told: Sequence[Told], scarce: Scarcity) -> Iterator[tuple[str, Square]]:
    """How the two words are used by all deeds of the group."""
    lemmas = [one.lemma for one in told]
    reports = len({one.document for one in told})
    rare = np.array([scarce.get(one[:7], 9.0) for one in lemmas])
    yield "scarce, less", _least(rare)
    yield "scarce, more", _most(rare)
    yield "reports", np.full((len(told), len(told)), math.log(reports), np.float32)
    inside = _inside([one[:7] for one in lemmas], [one.whole for one in told])
    yield "told beside", inside + inside.T
    kinds = sorted(set(lemmas))
    company: dict[str, Counter[str]] = {one: Counter() for one in kinds}
    held: dict[str, set[str]] = {one: set() for one in kinds}
    for one in told:
        company[one.lemma].update(one.whole)
        held[one.lemma].add(one.document)
    at = np.array([kinds.index(one) for one in lemmas])
    yield "company", _cosine([company[one] for one in kinds], scarce)[np.ix_(at, at)]
    both = _overlap([frozenset(held[one]) for one in kinds])
    fewest = np.minimum(np.diag(both)[:, None], np.diag(both)[None, :])
    yield "in one report", (both / fewest)[np.ix_(at, at)]


def _same(given: Sequence[Hashable]) -> Square:
    numbers: dict[Hashable, int] = {}
    at = np.array([numbers.setdefault(one, len(numbers)) for one in given])
    same: Square = np.equal.outer(at, at).astype(np.float32)
    return same


def _inside(words: Sequence[str], texts: Sequence[Mapping[str, float]]) -> Square:
    """Which word (a row each) is in which text (a column each)."""
    numbers: dict[str, int] = {}
    at = [numbers.setdefault(one, len(numbers)) for one in words]
    held = np.zeros((len(numbers), len(texts)), np.float32)
    for n, text in enumerate(texts):
        held[[numbers[one] for one in text.keys() & numbers.keys()], n] = 1
    inside: Square = held[at]
    return inside


def _least(given: NDArray[Any]) -> Square:
    least: Square = np.minimum.outer(given, given).astype(np.float32)
    return least


def _most(given: NDArray[Any]) -> Square:
    most: Square = np.maximum.outer(given, given).astype(np.float32)
    return most


def _overlap(given: Sequence[frozenset[K]]) -> Square:
    """How many members each two sets share."""
    rows = _rows([dict.fromkeys(one, 1.0) for one in given])
    return rows @ rows.T


def _cosine(given: Sequence[Mapping[str, float]], scarce: Scarcity | None = None) -> Square:
    """How alike the words of each two are, 0 to 1."""
    weighed = [
        {word: (1 + math.log(often)) * (scarce.get(word, 1.0) if scarce else 1.0) for word, often in one.items()}
        for one in given
    ]
    rows = _rows(weighed)
    length = np.sqrt((rows * rows).sum(1, keepdims=True))
    rows = rows / np.where(length > 0, length, 1)
    return rows @ rows.T


def _rows(given: Sequence[Mapping[K, float]]) -> Square:
    numbers: dict[K, int] = {}
    for one in given:
        for word in one:
            numbers.setdefault(word, len(numbers))
    rows = np.zeros((len(given), max(1, len(numbers))), np.float32)
    for n, one in enumerate(given):
        for word, value in one.items():
            rows[n, numbers[word]] = value
    return rows
