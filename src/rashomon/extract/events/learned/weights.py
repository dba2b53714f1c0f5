"""Trained weights: small whole numbers by the hash of features (`scripts/train_deeds.py`, docs/model-card-events)."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rashomon.extract.events.trained.weights import WITHOUT

SLOTS = 1 << 16
"""How many weights a scorer has; features whose hashes meet share one."""

FILE = "weights.npz"


@dataclass(frozen=True, slots=True)
class Weights:
    """Linear scores: whether a verb tells of an event, and of which type; rows of weights in steps of `scales`.

    The first row tells whether it is one, each further one belongs to a type.
    """

    classes: tuple[str, ...]
    rows: NDArray[np.int8]
    scales: NDArray[np.float32]
    biases: NDArray[np.float32]

    def tells(self, features: Sequence[str]) -> tuple[float, NDArray[np.int64]]:
        """How clearly a verb tells of an event (above zero: more likely than not), and the slots of its features."""
        places = slots(features)
        return float(self.rows[0, places].sum(dtype=np.int32) * self.scales[0] + self.biases[0]), places

    def type_of(self, places: NDArray[np.int64]) -> str:
        """The type of the highest score."""
        sums = self.rows[1:, places].sum(axis=1, dtype=np.int32)
        return self.classes[int((sums * self.scales[1:] + self.biases[1:]).argmax())]


def slots(features: Sequence[str]) -> NDArray[np.int64]:
    """The numbers of the features' weights, each once."""
    return np.array(sorted({crc32(name.encode()) % SLOTS for name in features}), np.int64)


@cache
def weights() -> Weights | None:
    """The weights of the package; None where they are missing or left out."""
    path = files("rashomon.extract.events.learned").joinpath(FILE)
    if os.environ.get(WITHOUT) or not path.is_file():
        return None
    with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
        return Weights(
            classes=tuple(str(one) for one in held["classes"]),
            rows=held["rows"],
            scales=held["scales"],
            biases=held["biases"],
        )
