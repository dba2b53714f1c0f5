"""Trains the weights that type an event between two given sides, and that tell what is only said.

usage: train_events.py GOLD     (GOLD holds events-plv, events-plover-gsr …; needs scikit-learn and scipy)

Writes src/rashomon/extract/events/trained/weights.npz: numbers only, by the hash of
features (docs/model-card-events). Takes about a minute; the same sets and rules give the same
weights. `python -m quality events` cross-validates them.
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.svm import LinearSVC

from quality.crossed import Examples
from quality.typed import rows_of_classes, rows_of_plv
from rashomon.extract.learnt import FILE

TARGET = Path(__file__).parent.parent / "src" / "rashomon" / "extract" / "events" / "trained" / FILE


def main() -> None:
    """Train on whole sets and write."""
    gold = Path(sys.argv[1])
    plv, classes = list(rows_of_plv(gold)), list(rows_of_classes(gold))
    types = Examples.of(plv, [one.answer for one in plv], typed=True)
    said = Examples.of(classes, [one.answer == "0" for one in classes])
    _write(types.fit(), said.fit())


def _write(types: LinearSVC, said: LinearSVC) -> None:
    scales = np.abs(types.coef_).max(axis=1) / 127
    said_scale = float(np.abs(said.coef_).max() / 127)
    np.savez_compressed(
        TARGET,
        classes=np.array([str(one) for one in types.classes_]),
        types=np.rint(types.coef_ / scales[:, None]).astype(np.int8),
        scales=scales.astype(np.float32),
        biases=types.intercept_.astype(np.float32),
        said=np.rint(said.coef_[0] / said_scale).astype(np.int8),
        said_scale=np.float32(said_scale),
        said_bias=np.float32(said.intercept_[0]),
    )


if __name__ == "__main__":
    main()
