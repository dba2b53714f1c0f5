"""Deeds put together, those most alike first, as long as all of a group are alike enough on average."""

import numpy as np
from numpy.typing import NDArray

from rashomon.resolve.alike.signs import Square


def joined(odds: Square, chance: float) -> list[list[int]]:
    """The groups, as numbers of deeds; of two equally alike pairs the first is taken."""
    alike = 1 / (1 + np.exp(-odds.astype(np.float64)))
    groups: list[list[int]] = []
    for part in _parts(alike >= chance):
        groups += [[part[n] for n in group] for group in _averaged(alike[np.ix_(part, part)], chance)]
    return sorted(groups)


def _parts(linked: NDArray[np.bool_]) -> list[list[int]]:
    """Deeds that a chain of likely pairs leads to: no group reaches beyond, for its mean would be less likely."""
    left, parts = set(range(len(linked))), []
    while left:
        part: set[int] = set()
        ahead = [min(left)]
        while ahead:
            one = ahead.pop()
            if one not in part:
                part.add(one)
                ahead += [int(other) for other in np.flatnonzero(linked[one]) if int(other) not in part]
        left -= part
        parts.append(sorted(part))
    return parts


def _averaged(alike: NDArray[np.float64], chance: float) -> list[list[int]]:
    """Average linkage: the two groups whose pairs are most alike in the mean become one, while they are enough."""
    groups = [[n] for n in range(len(alike))]
    mean = alike.copy()
    np.fill_diagonal(mean, -1)
    while True:
        one, other = divmod(int(mean.argmax()), len(mean))
        if mean[one, other] < chance:
            return [group for group in groups if group]
        a, b = len(groups[one]), len(groups[other])
        mean[one] = mean[:, one] = (a * mean[one] + b * mean[other]) / (a + b)
        mean[one, one] = -1
        mean[other] = mean[:, other] = -1
        groups[one], groups[other] = groups[one] + groups[other], []
