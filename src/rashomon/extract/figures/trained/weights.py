"""Trained weights: small whole numbers by the hash of features, made by `scripts/train_figures.py`."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rashomon.extract.learnt import arrays, left_out

SLOTS = 1 << 13
"""How many weights a category has; features whose hashes meet share one."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Linear scores of categories: categories by slots, in steps of `scale`."""

    categories: tuple[str, ...]
    values: NDArray[np.int8]
    scale: float

    def likeliest(self, told: Iterable[str]) -> tuple[str, float]:
        """The category of the highest score, and its chance in [0, 1]."""
        scores = self.values[:, slots(told)].sum(axis=1).astype(np.float64) * self.scale
        chances = np.exp(scores - scores.max())
        best = int(chances.argmax())
        return self.categories[best], float(chances[best] / chances.sum())


def slots(told: Iterable[str]) -> list[int]:
    """The numbers of the features' weights, each once."""
    return sorted({crc32(one.encode()) % SLOTS for one in told})


@cache
def weights() -> Weights | None:
    """The weights of the package; None where they are missing or left out."""
    held = None if left_out() else arrays(__package__)
    if held is None:
        return None
    names = tuple(str(one) for one in held["categories"])
    return Weights(categories=names, values=held["values"].astype(np.int32), scale=float(held["scale"]))
