"""Cross-validation of the weights that type events: what they say of sentences they were not trained on.

Needs scikit-learn, which the package itself does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.metrics import f1_score
from sklearn.svm import LinearSVC

from quality.typed import Row, key, rows_of_classes, rows_of_plv, understood_rows
from rashomon.extract.events.trained.features import Features, features
from rashomon.extract.events.trained.weights import SLOTS, length, slots

FOLDS = 5
STRENGTH, STRENGTH_OF_TYPES = 0.1, 1.0
"""How closely the weights follow the examples (C of the support vector machine): of "only said", and of types."""
_SEEN = 2
"""In so many sentences a feature must stand to tell of types: what stands once is learnt by heart."""


def crossed(gold: Path) -> dict[str, float]:
    """Accuracy and macro-F1 of types with the sides given, and F1 of "only said", each on sentences held out."""
    plv, classes = list(rows_of_plv(gold)), list(rows_of_classes(gold))
    types = Examples.of(plv, [one.answer for one in plv], typed=True)
    said = Examples.of(classes, [one.answer == "0" for one in classes])
    given = types.checked()
    return {
        "PLV: type accuracy, sides given": 100 * float(np.mean(given == types.answers)),
        "PLV: type macro-F1, sides given": 100 * float(f1_score(types.answers, given, average="macro")),
        "CAMEO classes: only said, F1": 100 * float(f1_score(said.answers, said.checked())),
    }


@dataclass(slots=True)
class Examples:
    """Feature rows with their answers and folds; where the answers are types (`typed`) all rows are of one length."""

    rows: sparse.csr_matrix
    answers: NDArray[Any]
    folds: NDArray[np.int64]
    typed: bool

    @classmethod
    def of(cls, told: Sequence[Row], answers: Sequence[object], *, typed: bool = False) -> "Examples":
        """The examples of these sentences; a sentence's fold hangs on its words alone."""
        found = [features(one.analysis, one.found, one.tokens, one.source, one.target) for one in understood_rows(told)]
        folds = [crc32(key(one.text).encode()) % FOLDS for one in told]
        return cls(_matrix(found, unit=typed), np.array(answers), np.array(folds), typed)

    def fit(self, out: int | None = None) -> LinearSVC:
        """A machine trained on all examples, or on those of other folds than `out`."""
        inside = self.folds != out if out is not None else self.folds >= 0
        rows = self.rows[inside]
        if not self.typed:
            return LinearSVC(C=STRENGTH, class_weight="balanced").fit(rows, self.answers[inside])
        seen = np.asarray((rows != 0).sum(axis=0)).ravel() >= _SEEN
        machine = LinearSVC(C=STRENGTH_OF_TYPES).fit(rows @ sparse.diags(seen.astype(np.float32)), self.answers[inside])
        machine.coef_ *= seen
        return machine

    def checked(self) -> NDArray[Any]:
        """The answer for each example by a machine that has not seen its fold."""
        given = self.answers.copy()
        for fold in range(FOLDS):
            held = self.folds == fold
            given[held] = self.fit(out=fold).predict(self.rows[held])
        return given


def _matrix(found: Sequence[Features], *, unit: bool) -> sparse.csr_matrix:
    matrix = sparse.lil_matrix((len(found), SLOTS), dtype=np.float32)
    for n, told in enumerate(found):
        places, values = slots(told)
        values = values / length(values) if unit else values
        for place, value in zip(places, values, strict=True):
            matrix[n, place] += value
    return matrix.tocsr()
