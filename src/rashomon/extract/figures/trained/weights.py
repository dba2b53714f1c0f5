"""Trained weights: small whole numbers by the hash of features, made by `scripts/train_figures.py`."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

SLOTS = 1 << 13
"""How many weights a category has; features whose hashes meet share one."""

FILE = "weights.npz"
WITHOUT = "RASHOMON_RULES_ONLY"
"""The environment variable that leaves the weights out."""


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
    path = files("rashomon.extract.figures.trained").joinpath(FILE)
    if os.environ.get(WITHOUT) or not path.is_file():
        return None
    with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
        names = tuple(str(one) for one in held["categories"])
        return Weights(categories=names, values=held["values"].astype(np.int32), scale=float(held["scale"]))
