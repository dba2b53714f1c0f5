"""The chance of each that may be meant, by weights that were learnt: one small softmax for all who choose so."""

from collections.abc import Mapping, Sequence
from math import exp


def chances(weights: Mapping[str, float], kind: str, options: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """The chance of each who may be meant, and of nobody (""), all together 1."""
    scores = {key: sum(weights.get(name, 0.0) for name in names) for key, names in options.items()}
    scores[""] = weights.get(f"{kind}:nobody", 0.0)
    most = max(scores.values())
    powers = {key: exp(score - most) for key, score in scores.items()}
    whole = sum(powers.values())
    return {key: power / whole for key, power in powers.items()}
