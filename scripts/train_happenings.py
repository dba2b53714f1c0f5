"""Fit the weights by which tellings are put together: `python scripts/train_happenings.py [DOSSIERS …]`.

Reads the learnt dossiers of `quality/` (or the folders given), takes each pair of events
that gold and Rashomon both have and that can be one, and fits a logistic regression on
whether gold has them in one happening. Writes `src/rashomon/lexicon/happenings.yaml`.
"""

import math
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

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
# Keeps weights small (half the inverse variance of what is expected of them), steps and their length.
_PENALTY, _STEPS, _RATE = 4.0, 4000, 0.5

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
    likeness = Likeness(told)
    kept = [one for one in told if one.event.id in group and one.event.type not in BY_RULE]
    return [
        (dict(likeness.signs(a, b)), group[a.event.id] == group[b.event.id])
        for a, b in combinations(kept, 2)
        if a.event.type == b.event.type and can_be_one(a, b)
    ]


def fit(given: Sequence[Pair]) -> dict[str, float]:
    """The weights of the signs and the bias, by gradient descent on the mean loss with a penalty."""
    names = ["bias", *given[0][0]]
    weights = dict.fromkeys(names, 0.0)
    for _ in range(_STEPS):
        slope = {name: _PENALTY * weights[name] if name != "bias" else 0.0 for name in names}
        for signs, same in given:
            at = weights["bias"] + sum(weights[name] * value for name, value in signs.items())
            miss = 1 / (1 + math.exp(-at)) - same
            slope["bias"] += miss
            for name, value in signs.items():
                if value:
                    slope[name] += miss * value
        for name in names:
            weights[name] -= _RATE * slope[name] / len(given) * 2
    return weights


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
