"""How sure clues make it that two records are of one matter: weights learnt from dossiers, a logistic scorer each."""

import math
from collections.abc import Mapping

from rashomon.language.lexicon import lexicon
from rashomon.model.finding import DifferenceType


def chance(scorer: str, clues: Mapping[str, float]) -> float:
    """The chance, in (0, 1), that clues of these sizes are of two records that differ on one matter.

    The weights stand in `lexicon/matters.yaml`, made by `scripts/train_matters.py`; a clue that has none there
    counts nothing. See `docs/model-card-matters.md`.
    """
    return 1 / (1 + math.exp(-_said(lexicon("matters")[scorer], clues)))


def likeliest_kind(scorer: str, clues: Mapping[str, float]) -> DifferenceType:
    """The kind of difference that clues speak for most, of two records that differ."""
    kinds: Mapping[DifferenceType, Mapping[str, float]] = lexicon("matters")[f"kinds {scorer}"]
    return max(kinds, key=lambda kind: (_said(kinds[kind], clues), kind))


def _said(weights: Mapping[str, float], clues: Mapping[str, float]) -> float:
    told = math.fsum(weights[name] * size for name, size in clues.items() if size and name in weights)
    return told + weights["any"]
