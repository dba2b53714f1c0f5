"""Trained weights: small whole numbers by the hash of features (`scripts/train_deeds.py`, docs/model-card-events)."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rashomon.extract.learnt import arrays, left_out

K = TypeVar("K")

SLOTS = 1 << 16
"""How many weights a scorer has; features whose hashes meet share one."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Linear scores: whether a verb tells of an event, and of which type; rows of weights in steps of `scales`.

    The first row tells whether it is one, each further one belongs to a type.
    """

    classes: tuple[str, ...]
    rows: NDArray[np.int8]
    scales: NDArray[np.float32]
    biases: NDArray[np.float32]
    _first: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Lay out the first row for `tells`."""
        object.__setattr__(self, "_first", self.rows[0].tolist())

    def tells(self, places: AbstractSet[int]) -> float:
        """How clearly a verb tells of an event (above zero: more likely than not), by the slots of its features."""
        return self._score(self._sum(places))

    def tells_with(self, places: AbstractSet[int], more: Mapping[K, int]) -> dict[K, float]:
        """The same with one more slot each time."""
        told = self._sum(places)
        return {key: self._score(told if one in places else told + self._first[one]) for key, one in more.items()}

    def at_most(self, places: AbstractSet[int], choices: Iterable[AbstractSet[int]]) -> float:
        """The highest it can be with one slot more of each of the choices."""
        return self._score(self._sum(places) + sum(max(0, *map(self._first.__getitem__, one)) for one in choices))

    def _sum(self, places: AbstractSet[int]) -> int:
        # Of fifty whole numbers Python makes the sum in a third of the time that numpy takes for it.
        return sum(map(self._first.__getitem__, places))

    def _score(self, told: int) -> float:
        return told * float(self.scales[0]) + float(self.biases[0])

    def type_of(self, places: NDArray[np.int64]) -> str:
        """The type of the highest score."""
        sums = self.rows[1:, places].sum(axis=1, dtype=np.int32)
        return self.classes[int((sums * self.scales[1:] + self.biases[1:]).argmax())]


def places_of(features: Iterable[str]) -> set[int]:
    """The slots of the features, each once."""
    return {crc32(name.encode()) % SLOTS for name in features}


def place_of(feature: str) -> int:
    """The slot of a feature."""
    return crc32(feature.encode()) % SLOTS


def slots(features: Iterable[str]) -> NDArray[np.int64]:
    """The same in order, as numpy takes them."""
    return np.array(sorted(places_of(features)), np.int64)


@cache
def weights() -> Weights | None:
    """The weights of the package; None where they are missing or left out."""
    held = None if left_out() else arrays(__package__)
    if held is None:
        return None
    return Weights(
        classes=tuple(str(one) for one in held["classes"]),
        rows=held["rows"],
        scales=held["scales"],
        biases=held["biases"],
    )
