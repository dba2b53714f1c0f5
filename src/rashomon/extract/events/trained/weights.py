"""Trained weights: small whole numbers by the hash of features, made by `scripts/train_events.py`."""

from dataclasses import dataclass
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rashomon.extract.events.trained.features import Features
from rashomon.extract.learnt import arrays, left_out

SLOTS = 1 << 16
"""How many weights a class has; features whose hashes meet share one."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Linear scores of types and of "only said"; `types` is classes by slots, in steps of `scales`."""

    classes: tuple[str, ...]
    types: NDArray[np.int8]
    scales: NDArray[np.float32]
    biases: NDArray[np.float32]
    said: NDArray[np.int8]
    said_scale: float
    said_bias: float

    def type_of(self, told: Features) -> str:
        """The class of the highest score."""
        places, values = slots(told)
        values /= length(values)
        scores = (self.types[:, places].astype(np.float32) @ values) * self.scales + self.biases
        return self.classes[int(scores.argmax())]

    def only_said(self, told: Features) -> bool:
        """Whether the score of "only said" is above zero."""
        places, values = slots(told)
        return bool(self.said[places].astype(np.float32) @ values * self.said_scale + self.said_bias > 0)


def slots(told: Features) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The numbers of the features' weights, and how much each counts."""
    places = np.fromiter((crc32(name.encode()) % SLOTS for name in told), np.int64, len(told))
    return places, np.fromiter(told.values(), np.float32, len(told))


def length(values: NDArray[np.float32]) -> float:
    """By how much a sentence's features are divided before it is typed: long sentences are no surer than short ones."""
    return float(np.sqrt(values @ values)) or 1.0


@cache
def weights() -> Weights | None:
    """The weights of the package; None where they are missing or left out."""
    held = None if left_out() else arrays(__package__)
    if held is None:
        return None
    return Weights(
        classes=tuple(str(one) for one in held["classes"]),
        types=held["types"],
        scales=held["scales"],
        biases=held["biases"],
        said=held["said"],
        said_scale=float(held["said_scale"]),
        said_bias=float(held["said_bias"]),
    )
