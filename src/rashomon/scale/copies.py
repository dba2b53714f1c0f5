"""Near-duplicates among all reports: by MinHash of whole reports, each copy tied to its original."""

import re
from collections.abc import Iterator

import numpy as np
import pyarrow
import pyarrow.compute
from numpy.typing import NDArray
from rensa import RMinHash

from rashomon.scale.files import batch

# On agency reports with a tenth of their sentences dropped and words changed, runs of five words in 16 bands of 4
# found most copies; other reports seldom share half of their runs.
_HASHES, _BAND, _SEED = 64, 4, 11
_RUN = 5
_PRIME = np.uint64(1_099_511_628_211)
_WORD = re.compile(r"\w+")

SAME = 0.5
"""Reports that share so much of their runs of words are one report, printed again."""

COPY = pyarrow.schema(
    [("id", pyarrow.string()), ("original", pyarrow.string()), ("likeness", pyarrow.float64())]
)  # fmt: skip
"""A copy and the report that had it first, by their documents' ids."""


def prints(text: str) -> list[int]:
    """A report's fingerprint; empty where it is too short to have one."""
    words = _WORD.findall(text.lower())
    if len(words) < _RUN:
        return []
    made = RMinHash(num_perm=_HASHES, seed=_SEED)
    made.update([" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)])
    return list(made.digest())


def copies(reports: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
    """Ties copies to originals: `id` and `prints` of all reports, in the order in which they came out, to `COPY`.

    One pass a band over sorted hashes: memory is the fingerprints (256 bytes a report).
    """
    ids = reports.column("id").to_pylist()
    lengths = pyarrow.compute.list_value_length(reports.column("prints")).to_pylist()
    whole = [number for number, length in enumerate(lengths) if length]
    kept = reports.take(pyarrow.array(whole, pyarrow.int64())).column("prints")
    matrix = np.asarray(kept.flatten(), dtype=np.uint32).reshape(len(whole), _HASHES)
    first: dict[int, tuple[int, float]] = {}
    for earlier, later in _pairs(matrix):
        likeness = float(np.mean(matrix[earlier] == matrix[later]))
        if likeness >= SAME and (later not in first or earlier < first[later][0]):
            first[later] = (earlier, likeness)
    rows = []
    for later in sorted(first):  # an original comes before its copies, so that its own original is known
        earlier, likeness = first[later]
        first[later] = (first[earlier][0] if earlier in first else earlier, likeness)
        rows.append({"id": ids[whole[later]], "original": ids[whole[first[later][0]]], "likeness": likeness})
    return batch(rows, COPY)


def _pairs(matrix: NDArray[np.uint32]) -> Iterator[tuple[int, int]]:
    """Candidates, each once: reports with one band alike, paired with the first that has it and the one before."""
    seen: set[tuple[int, int]] = set()
    for start in range(0, _HASHES, _BAND):
        keys = np.zeros(len(matrix), dtype=np.uint64)
        for column in matrix[:, start : start + _BAND].T:
            keys = keys * _PRIME ^ column  # two bands that meet by chance are told apart by their likeness
        order = np.argsort(keys, kind="stable")
        head = None
        for before, number in zip([None, *order.tolist()], order.tolist(), strict=False):
            if before is None or keys[before] != keys[number]:
                head = number
                continue
            seen.update(((int(head or 0), number), (before, number)))
    yield from sorted(seen)
