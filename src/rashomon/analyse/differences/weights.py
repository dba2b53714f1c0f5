"""How sure clues make it that two records are of one matter: weights learnt from dossiers, a logistic scorer each."""

import math
from collections.abc import Mapping

from rashomon.language.lexicon import lexicon


def chance(scorer: str, clues: Mapping[str, float]) -> float:
    """The chance, in (0, 1), that clues of these sizes are of two records that differ on one matter.

    The weights stand in `lexicon/matters.yaml`, made by `scripts/train_matters.py`; a clue that has none there
    counts nothing. See `docs/model-card-matters.md`.
    """
    weights: Mapping[str, float] = lexicon("matters")[scorer]
    said = math.fsum(weights[name] * size for name, size in sorted(clues.items()) if size and name in weights)
    return 1 / (1 + math.exp(-(said + weights["any"])))
