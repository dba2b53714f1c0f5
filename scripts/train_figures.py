"""Trains the weights that tell whether those a figure counts bore arms, where no word says so.

usage: train_figures.py [--check]     (needs scikit-learn; RASHOMON_SHARED names the shared folder)

Reads the dossiers that rules are learnt from, pairs figures with their gold, and writes
src/rashomon/extract/figures/trained/weights.npz: numbers only, by the hash of features
(docs/model-card-figures). `--check` writes nothing, and judges each dossier by weights
from the others instead. Takes about three minutes; the same rules and gold give the same weights.
"""

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from quality.data import ROOT, shared
from quality.samples import DOSSIERS, LEARNT_FROM, exported, gold_of
from rashomon.demo import reports
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.trained.features import features
from rashomon.extract.figures.trained.weights import SLOTS, slots
from rashomon.extract.found import Found
from rashomon.extract.learnt import FILE
from rashomon.language.analysis import Analysis

TARGET = ROOT / "src" / "rashomon" / "extract" / "figures" / "trained" / FILE
STRENGTH = 3
"""How strongly weights are kept small; between 1 and 4 nothing changes."""


def main() -> None:
    """Train on all dossiers and write, or judge each by the others."""
    rows = {name: examples(name) for name in ("samples", *LEARNT_FROM, "1995")}
    if "--check" in sys.argv[1:]:
        check(rows)
    else:
        write(fit([one for some in rows.values() for one in some]))


def examples(name: str) -> list[tuple[frozenset[str], str, str]]:
    """Features, right category and the rules' of each figure of a dossier that gold has."""
    seen: dict[tuple[str, int, int], tuple[frozenset[str], str]] = {}
    module = importlib.import_module("rashomon.extract.figures")

    def watched(analysis: Analysis, found: Found, drafts: Sequence[Draft]) -> list[Any]:
        for at, draft in enumerate(drafts):
            place = (analysis.document.id, draft.evidence.start, draft.evidence.end)
            seen[place] = features(analysis, found, drafts, at), draft.category
        return [draft.category for draft in drafts]

    real = module.categories
    setattr(module, "categories", watched)  # noqa: B010 (a module's name for another function)
    try:
        gold, ids = _gold(name)
    finally:
        setattr(module, "categories", real)  # noqa: B010
    return list(_paired(gold, ids, seen))


def _gold(name: str) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """The gold figures of a dossier, and report ids by document id; the dossier is read for it."""
    shared_one = shared("gold", "dossier-cenepa-1995") if name == "1995" else None
    folder = shared_one or (ROOT / "samples" if name == "samples" else DOSSIERS / name)
    paths = reports() if name == "samples" else [str(one) for one in sorted(folder.glob("[0-9]*"))]
    if shared_one is not None:
        paths = [str(one) for one in sorted(folder.glob("report-*.txt"))]
    _, texts, names = exported(paths)
    ids = {id: f"R{told.split('-')[1][:1]}" if shared_one else f"R{int(told[:2])}" for id, told in names.items()}
    gold = gold_of(folder, {ids[id]: text for id, text in texts.items()})
    return list(gold["figures"]), ids


def _paired(
    gold: list[dict[str, Any]], ids: dict[str, str], seen: dict[tuple[str, int, int], tuple[frozenset[str], str]]
) -> Any:
    """Each gold figure with the one found whose words overlap it most, each once."""
    pairs = []
    for item in gold:
        for place, found in seen.items():
            if ids.get(place[0]) != item["document"]:
                continue
            shared_by = sum(max(0, min(one["end"], place[2]) - max(one["start"], place[1])) for one in item["evidence"])
            if shared_by:
                pairs.append((-shared_by, item["id"], place, item, found))
    taken: set[Any] = set()
    for _, id, place, item, (told, ruled) in sorted(pairs, key=lambda one: one[:3]):
        if id not in taken and place not in taken:
            taken |= {id, place}
            yield told, item.get("category") or "unspecified", ruled


def fit(rows: list[tuple[frozenset[str], str, str]]) -> LogisticRegression:
    """A linear score for each category."""
    model = LogisticRegression(C=1 / STRENGTH, max_iter=1000)
    model.fit(matrix([told for told, _, _ in rows]), [right for _, right, _ in rows])
    return model


def matrix(rows: Sequence[frozenset[str]]) -> csr_matrix:
    """Rows by slots, one where a feature is told."""
    places = [slots(one) for one in rows]
    ends = np.cumsum([0, *map(len, places)])
    held = np.array([one for some in places for one in some])
    return csr_matrix((np.ones(len(held)), held, ends), shape=(len(rows), SLOTS))


def check(rows: dict[str, list[tuple[frozenset[str], str, str]]]) -> None:
    """Print how often rules and weights from the other dossiers are right, and what is filled in."""
    total = ruled_right = right = filled = filled_right = 0
    for name, own in rows.items():
        model = fit([one for other, some in rows.items() if other != name for one in some])
        chances = model.predict_proba(matrix([told for told, _, _ in own]))
        for (_, wanted, ruled), chance in zip(own, chances, strict=True):
            best = str(model.classes_[chance.argmax()])
            chosen = best if ruled == "unspecified" and chance.max() >= 0.5 else ruled
            total, ruled_right, right = total + 1, ruled_right + (ruled == wanted), right + (chosen == wanted)
            filled += chosen != ruled
            filled_right += chosen != ruled and chosen == wanted
    print(f"{total} figures: rules {ruled_right / total:.3f}, with weights {right / total:.3f}")
    print(f"{filled} filled in, {filled_right / max(1, filled):.3f} of them rightly")


def write(model: LogisticRegression) -> None:
    """Write the weights in whole numbers of one byte; the bias is a feature of its own."""
    values = model.coef_.copy()
    values[:, slots(["bias"])[0]] += model.intercept_
    scale = float(np.abs(values).max() / 127)
    np.savez_compressed(
        Path(TARGET),
        categories=np.array([str(one) for one in model.classes_]),
        values=np.rint(values / scale).astype(np.int8),
        scale=np.float32(scale),
    )


if __name__ == "__main__":
    main()
