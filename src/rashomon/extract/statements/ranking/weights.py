"""Trained weights: numbers by the hash of features, made by `scripts/train_statements.py` (docs/model-card-statements).

They are read once, when the first report asks for them. Without the file the rules stand alone.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rashomon.extract.learnt import arrays, left_out
from rashomon.extract.statements.ranking.features import Row
from rashomon.extract.statements.ranking.templates import CONTENTS, CUES, SOURCES, Templates

SLOTS = 1 << 18
"""How many weights a scorer has; features whose hashes meet share one."""

Floats = NDArray[np.float32]

# Odd numbers with bits all over: they spread hashes.
_SEED = np.uint64(0xD6E8FEB86659FD93)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def slots(rows: list[Row], templates: Templates) -> NDArray[np.int64]:
    """The weights that each row has a part in: rows by templates, numbers below `SLOTS`."""
    values = np.asarray(rows, dtype=np.uint64)
    places, seeds = _laid_out(templates, values.shape[1])
    # A column of zeros stands where a template has fewer features than the longest.
    padded = np.concatenate([values, np.zeros((len(values), 1), np.uint64)], axis=1)
    found = np.broadcast_to(seeds, (len(values), len(templates))).copy()
    for column in places:
        found ^= padded[:, column]
        found *= _FACTOR
        found ^= found >> np.uint64(29)
    return ((found >> np.uint64(32)) & np.uint64(SLOTS - 1)).astype(np.int64)


@cache
def _laid_out(templates: Templates, features: int) -> tuple[list[NDArray[np.int64]], NDArray[np.uint64]]:
    """The features that templates take, first to last, each as a column over all templates; and their seeds.

    Made once: a report asks a hundred times, with a few rows each, and this took as long as all else in `slots`.
    """
    width = max(map(len, templates))
    places = np.array([[*one, *[features] * (width - len(one))] for one in templates])
    seeds = np.arange(1, len(templates) + 1, dtype=np.uint64) * _SEED
    return [places[:, k].copy() for k in range(width)], seeds


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of cues, contents and sources, `SLOTS` each, and of the evidence on which a statement is accepted."""

    cue: Floats
    content: Floats
    source: Floats
    bias: float
    accept: Floats

    def cues(self, rows: list[Row]) -> Floats:
        """For each cue how likely it tells of speech, as log odds."""
        return _sums(self.cue, rows, CUES) + np.float32(self.bias)

    def contents(self, rows: list[Row]) -> Floats:
        """For each candidate for what was said a number; the highest is the best."""
        return _sums(self.content, rows, CONTENTS)

    def sources(self, rows: list[Row]) -> Floats:
        """For each candidate for the speaker a number; the highest is the best."""
        return _sums(self.source, rows, SOURCES)

    def accepted(self, evidence: list[float]) -> float:
        """The chance in [0, 1] that a statement is right, by the evidence of `choices.evidence`."""
        return float(1 / (1 + np.exp(-(np.dot(self.accept[:-1], evidence) + self.accept[-1]))))


def _sums(weights: Floats, rows: list[Row], templates: Templates) -> Floats:
    found: Floats = weights[slots(rows, templates)].sum(axis=1)
    return found


@cache
def _read() -> Weights | None:
    stored = arrays(__package__)
    if stored is None:
        return None
    cue, content, source, accept = (stored[name].astype(np.float32) for name in ("cue", "content", "source", "accept"))
    return Weights(cue=cue, content=content, source=source, bias=float(stored["bias"]), accept=accept)


def loaded() -> Weights | None:
    """The weights that come with the package; None where they are left out, or RASHOMON_RULES_ONLY is set."""
    return None if left_out() else _read()
