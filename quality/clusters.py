"""How well mentions are put together: B-cubed."""

from collections.abc import Iterable
from typing import TypeAlias

Cluster: TypeAlias = frozenset[str]


def b_cubed(gold: Iterable[Cluster], found: Iterable[Cluster]) -> tuple[float, float, float]:
    """Precision, recall and F1 (0 to 100) over the mentions that stand in both."""
    wanted = {one: cluster for cluster in gold for one in cluster}
    got = {one: cluster for cluster in found for one in cluster}
    both = sorted(wanted.keys() & got.keys())
    shared = [
        (len(wanted[one] & got[one]), len(got[one] & wanted.keys()), len(wanted[one] & got.keys())) for one in both
    ]
    precision = 100 * sum(hit / size for hit, size, _ in shared) / max(1, len(shared))
    recall = 100 * sum(hit / size for hit, _, size in shared) / max(1, len(shared))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
