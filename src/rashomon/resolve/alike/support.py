"""What the odds of all other pairs say of one: the second look at two deeds."""

from collections.abc import Iterator, Sequence

import numpy as np

from rashomon.resolve.alike.signs import Square
from rashomon.resolve.alike.told import Told

# Beyond this the first look is sure: more says nothing.
_SURE = 9.0


def support(odds: Square, told: Sequence[Told]) -> Iterator[tuple[str, Square]]:
    """Yield each sign by name."""
    odds = np.clip(odds, -_SURE, _SURE)
    chance = 1 / (1 + np.exp(-odds))
    np.fill_diagonal(chance, 0)
    yield "odds", odds
    length = np.sqrt((chance * chance).sum(1))
    yield "alike to the same", chance @ chance.T / np.maximum(1e-6, np.outer(length, length))
    yield "alike beside", _beside(chance, told)
    best = chance.max(1)
    yield "best, more", np.maximum(best[:, None], best[None, :])
    yield "best, less", np.minimum(best[:, None], best[None, :])


def _beside(chance: Square, told: Sequence[Told]) -> Square:
    """How likely the other deeds of one's sentence have their like in the sentence of the other."""
    numbers: dict[tuple[str, int], int] = {}
    at = np.array([numbers.setdefault((one.document, one.sentence), len(numbers)) for one in told])
    best = np.stack([chance[:, at == n].max(1) for n in range(len(numbers))], 1)
    others = (at[:, None] == at[None, :]).astype(np.float32)
    np.fill_diagonal(others, 0)
    mean: Square = (others @ best / np.maximum(1, others.sum(1, keepdims=True)))[:, at]
    return (mean + mean.T) / 2
