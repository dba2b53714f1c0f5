"""Stories: whether reports of one conflict are put together, by B-cubed, in a single pass.

ECB+ gives news openings by subtopic (a topic, and the "plus" reports on another event of its kind); its training part
chose the threshold, its development part is measured. Our own dossiers, mixed, are one story each.
"""

import lzma
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from quality.clusters import Cluster, b_cubed
from quality.data import shared
from quality.samples import DOSSIERS, LEARNT_FROM
from rashomon.demo import reports
from rashomon.model.text import Document
from rashomon.read import read
from rashomon.resolve.stories import ALIKE, Terms, grouped, terms, terms_of

Labelled: TypeAlias = list[tuple[str, Terms, int | None]]
"""Reports: gold story, words, day."""

# The order of a stream is chance: the mean of so many.
_ORDERS = 20


def stories() -> dict[str, float]:
    """B-cubed on our own dossiers and on ECB+; prints the reports a CPU second groups."""
    found = _measures("own", _own())
    for part in ("Train", "Dev"):
        path = shared("gold", "stories-ecbplus", f"ECB_{part}_corpus.txt.xz")
        if path is not None:
            found |= _measures(f"ECB+ {part.lower()}", _ecb(path))
    return found


def scored(labelled: Labelled, *, alike: float = ALIKE) -> tuple[float, float, float]:
    """Mean B-cubed precision, recall and F1 over a few orders of the stream."""
    totals = [0.0, 0.0, 0.0]
    for seed in range(_ORDERS):
        order = list(labelled)
        random.Random(seed).shuffle(order)
        # Those with a day come in its order, as a stream does.
        order.sort(key=lambda one: one[2] or 0)
        got = grouped(((words, day) for _, words, day in order), alike=alike)
        scores = b_cubed(_clusters([gold for gold, _, _ in order]), _clusters(got))
        totals = [total + score / _ORDERS for total, score in zip(totals, scores, strict=True)]
    return totals[0], totals[1], totals[2]


def _measures(name: str, labelled: Labelled) -> dict[str, float]:
    begun = time.process_time()
    precision, recall, f1 = scored(labelled)
    spent = time.process_time() - begun
    print(f"{name}: {_ORDERS * len(labelled) / max(spent, 1e-9):,.0f} reports grouped a CPU second")
    return {f"{name}: precision": precision, f"{name}: recall": recall, f"{name}: F1": f1}


def _clusters(labels: Sequence[object]) -> list[Cluster]:
    found: dict[object, set[str]] = defaultdict(set)
    for number, label in enumerate(labels):
        found[label].add(str(number))
    return [frozenset(one) for one in found.values()]


def _own() -> Labelled:
    """The reports of the sample conflict and of the dossiers learnt from, each dossier a story."""
    sources = {"samples": reports()}
    for name in LEARNT_FROM:
        sources[name] = [str(path) for path in sorted((DOSSIERS / name).glob("[0-9]*"))]
    found: Labelled = []
    for name, paths in sources.items():
        documents = [one for path in paths for one in read(path) if isinstance(one, Document)]
        found += [(name, terms(one), None) for one in documents]
    return found


def _ecb(path: Path) -> Labelled:
    """The documents of a part of ECB+; the first sentence of a "plus" document is its address."""
    texts: dict[str, list[str]] = defaultdict(list)
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 4 and not ("plus" in cells[0] and cells[1] == "0"):
                texts[cells[0]].append(" ".join(cells[3:-1]))
    return [
        (document.split("_")[0] + ("plus" if "plus" in document else ""), terms_of(" ".join(words)), None)
        for document, words in texts.items()
    ]
