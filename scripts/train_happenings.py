"""Fit the weights by which tellings are put together: `python scripts/train_happenings.py [DOSSIERS …]`.

Reads the learnt dossiers of `quality/` (or the folders given), takes each pair of events
that gold and Rashomon both have and that can be one, and fits a logistic regression on
whether gold has them in one happening (scikit-learn is needed). Writes `src/rashomon/lexicon/happenings.yaml`.
"""

import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from quality.data import ROOT
from quality.ledgers import Ledgers
from quality.samples import DOSSIERS, LEARNT_FROM, exported, gold_of
from rashomon.analyse.view import View
from rashomon.demo import reports
from rashomon.pipeline import read_into
from rashomon.resolve.likeness import BY_RULE, Likeness
from rashomon.resolve.tellings import can_be_one, telling
from rashomon.store import MemoryArchive

OUT = Path(__file__).parents[1] / "src" / "rashomon" / "lexicon" / "happenings.yaml"
HEAD = """# How much each sign speaks for two tellings being of one deed (log odds); see `resolve/likeness.py`.
# Written by scripts/train_happenings.py, from the learnt dossiers; not edited by hand.
weights:
"""
# Keeps weights small: the inverse variance of what is expected of them.
_PENALTY = 4.0

Pair = tuple[dict[str, float], bool]
"""The signs of a pair, and whether gold has the two in one happening."""


def pairs(folder: Path, paths: Sequence[str]) -> list[Pair]:
    """The pairs of a dossier."""
    archive = MemoryArchive()
    read_into(archive, list(paths))
    view = View(archive)
    found, texts, names = exported(list(paths))
    ids = {id: f"R{int(name[:2])}" for id, name in names.items()}
    ledgers = Ledgers(gold_of(folder, {ids[id]: text for id, text in texts.items()}), found, ids)
    group = ledgers.happening_of()
    told = [telling(one, view.documents, view.world.links) for one in view.events]
    likeness = Likeness(told, {id: one.text for id, one in view.documents.items()})
    kept = [one for one in told if one.event.id in group and one.event.type not in BY_RULE]
    return [
        (dict(likeness.signs(a, b)), group[a.event.id] == group[b.event.id])
        for a, b in combinations(kept, 2)
        if a.event.type == b.event.type and can_be_one(a, b)
    ]


def fit(given: Sequence[Pair]) -> dict[str, float]:
    """The weights of the signs and the bias."""
    names = list(given[0][0])
    rows = np.array([[float(signs[name]) for name in names] for signs, _ in given])
    model = LogisticRegression(C=1 / _PENALTY, max_iter=2000).fit(rows, [same for _, same in given])
    return {"bias": float(model.intercept_[0])} | dict(zip(names, model.coef_[0].tolist(), strict=True))


def main() -> None:
    """Fit the weights on all dossiers and write them."""
    folders = [Path(one) for one in sys.argv[1:]] or [DOSSIERS / name for name in LEARNT_FROM]
    given = pairs(ROOT / "samples", reports())
    for folder in folders:
        given += pairs(folder, [str(path) for path in sorted(folder.glob("[0-9]*"))])
    lines = [f"  {name}: {weight:.2f}\n" for name, weight in fit(given).items()]
    OUT.write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
