"""Weights that were learnt and come with the package: a file of arrays beside the code that asks for them.

Without them the rules stand alone: where a file is missing, or `RASHOMON_RULES_ONLY` is set.
"""

import os
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

FILE = "weights.npz"
WITHOUT = "RASHOMON_RULES_ONLY"
"""The environment variable that leaves all weights out."""


def left_out() -> bool:
    """Whether the rules are to stand alone."""
    return bool(os.environ.get(WITHOUT))


def arrays(package: str) -> Mapping[str, NDArray[Any]] | None:
    """The arrays of a package's file by their names; None where it has none."""
    path = files(package).joinpath(FILE)
    if not path.is_file():
        return None
    with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
        return dict(held)
