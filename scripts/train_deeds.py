"""Trains the weights that find events in frames which no rule knows, on dossiers of wars with gold.

usage: python -m scripts.train_deeds     (needs scikit-learn and scipy; RASHOMON_SHARED for the shared dossier)

Writes src/rashomon/extract/events/learned/weights.npz: numbers only, by the hash of features
(docs/model-card-events.md). The held-out dossiers are not read. Takes two minutes; the same
dossiers and rules give the same weights.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from quality.data import ROOT, shared
from quality.samples import DOSSIERS, LEARNT_FROM, gold_of
from rashomon.demo import reports
from rashomon.extract import EXTRACTORS
from rashomon.extract.events import events, told_in
from rashomon.extract.events.learned.features import Surroundings
from rashomon.extract.events.learned.weights import FILE, SLOTS, Weights, slots
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.spacy_engine import engine
from rashomon.pipeline import read_into
from rashomon.store import MemoryArchive

TARGET = Path(__file__).parent.parent / "src" / "rashomon" / "extract" / "events" / "learned" / FILE
# How strongly weights are held to zero, as scikit-learn has it: of what tells of an event, and of its type.
_DETECT, _TYPE = 0.1, 0.05
_OPTIONAL = 0.5
"""How much an event counts that the annotators need not have."""
_CONTENT = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "ADV", "AUX", "NUM"})


@dataclass(frozen=True, slots=True)
class Example:
    """A verb of a dossier: its features, whether a rule made an event of it, and the type it has in the gold."""

    dossier: str
    places: NDArray[np.int64]
    by_rule: bool
    type: str | None
    firm: bool


def main() -> None:
    """Train on all dossiers and write."""
    every = [one for name in dossiers() for one in examples(name)]
    print(len(every), "verbs,", sum(one.type is not None for one in every), "tell of an event")
    made = fitted(every)
    np.savez_compressed(TARGET, classes=np.array(made.classes), rows=made.rows, scales=made.scales, biases=made.biases)
    print(TARGET, TARGET.stat().st_size, "bytes")


def dossiers() -> list[str]:
    """The names of the dossiers to train on."""
    given = shared("gold", "dossier-cenepa-1995")
    return ["samples", *LEARNT_FROM, *(["1995"] if given is not None else [])]


def examples(name: str) -> Iterator[Example]:
    """The verbs of a dossier's reports."""
    paths, folder, number = _reports(name)
    archive = MemoryArchive()
    read_into(archive, paths)
    ids = {one.id: number(Path(one.source).name) for one in archive.documents()}
    documents = sorted(archive.documents(), key=lambda one: ids[one.id])
    gold = gold_of(folder, {ids[one.id]: one.text for one in documents})
    for analysis in engine().analyse_all(documents):
        own = [one for one in gold["events"] if one["document"] == ids[analysis.document.id]]
        yield from _of_report(name, analysis, own, _found(analysis))


def _found(analysis: Analysis) -> Found:
    """What is found in a report before its events."""
    found = Found(analysis)
    for extract in EXTRACTORS[: EXTRACTORS.index(events)]:
        found.add(extract(analysis, found))
    return found


def _reports(name: str) -> tuple[list[str], Path, Any]:
    if name == "samples":
        return list(reports()), ROOT / "samples", lambda file: f"R{int(file[:2])}"
    given = shared("gold", "dossier-cenepa-1995")
    if name == "1995" and given is not None:
        paths = [str(one) for one in sorted(given.glob("report-*.txt"))]
        return paths, given, lambda file: f"R{file.split('-')[1][:1]}"
    folder = DOSSIERS / name
    return [str(one) for one in sorted(folder.glob("[0-9]*"))], folder, lambda file: f"R{int(file[:2])}"


def _of_report(name: str, analysis: Analysis, gold: Sequence[Mapping[str, Any]], found: Found) -> Iterator[Example]:
    told = [deed for sentence in analysis.body for deed in told_in(analysis, found, analysis.words(sentence))]
    around = Surroundings(analysis, found, {one.head.i for one in told})
    known = {token.i for one in told for token in one.cue}
    wanted = {head.i: one for one in gold if (head := _head(analysis, one)) is not None}
    for sentence in analysis.body:
        for token in analysis.words(sentence):
            if token.pos == "VERB":
                want = wanted.get(token.i)
                firm = want is not None and not want.get("optional")
                yield Example(name, slots(around.of(token)), token.i in known, want["type"] if want else None, firm)


def _head(analysis: Analysis, event: Mapping[str, Any]) -> Token | None:
    """The word of an event's cue on which its others hang; a verb where that is no word of content."""
    cue = event.get("cue")
    cue = cue[0] if isinstance(cue, list) else cue
    tokens = analysis.tokens_in(cue["start"], cue["end"]) if cue else []
    content = [one for one in tokens if one.pos in _CONTENT] or tokens
    inside = {one.i for one in tokens}
    top = next((one for one in content if one.head is one or one.head.i not in inside), None)
    if top is not None and top.pos not in ("VERB", "NOUN", "PROPN"):
        return next((one for one in content if one.pos == "VERB"), top)
    return top


def fitted(every: Sequence[Example]) -> Weights:
    """The weights that examples give."""
    matrix = _matrix(every)
    told = np.array([one.type is not None for one in every])
    counts = np.array([_OPTIONAL if one.type is not None and not one.firm else 1 for one in every])
    # What the rules know is told apart by a column of its own, which no verb has that the weights are asked for.
    by_rule = sparse.csr_matrix(np.array([[3.0 * one.by_rule] for one in every], np.float32))
    detector = LogisticRegression(C=_DETECT, max_iter=500, solver="liblinear")
    detector.fit(sparse.hstack([matrix, by_rule]).tocsr(), told, sample_weight=counts)
    typer = LinearSVC(C=_TYPE).fit(matrix[told], np.array([one.type for one in every if one.type is not None]))
    rows = np.vstack([detector.coef_[:, :SLOTS], typer.coef_])
    scales = np.abs(rows).max(axis=1) / 127
    return Weights(
        classes=tuple(str(one) for one in typer.classes_),
        rows=np.rint(rows / scales[:, None]).astype(np.int8),
        scales=scales.astype(np.float32),
        biases=np.concatenate([detector.intercept_, typer.intercept_]).astype(np.float32),
    )


def _matrix(every: Sequence[Example]) -> sparse.csr_matrix:
    bounds = np.cumsum([0, *(len(one.places) for one in every)])
    columns = np.concatenate([one.places for one in every])
    return sparse.csr_matrix((np.ones(len(columns), np.float32), columns, bounds), shape=(len(every), SLOTS))


if __name__ == "__main__":
    main()
