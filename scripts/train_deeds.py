"""Trains the weights over all that may tell of an event, found by a rule or missed, on dossiers of wars with gold.

usage: python -m scripts.train_deeds     (needs scikit-learn and scipy; RASHOMON_SHARED for the shared dossier)

Writes src/rashomon/extract/events/learned/weights.npz: numbers only, by the hash of features
(docs/model-card-events.md). The held-out dossiers are not read. Takes three minutes; the same
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
from rashomon.extract.events import by_rule, events
from rashomon.extract.events.learned import considered, missed
from rashomon.extract.events.learned.features import Surroundings
from rashomon.extract.events.learned.weights import SLOTS, Weights, slots
from rashomon.extract.found import Found
from rashomon.extract.learnt import FILE
from rashomon.language.analysis import Analysis, Token
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Event
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
    """What may tell of an event: its features, those of its words alone, its type in the gold, and how much it counts.

    An event of a rule is right only with its type.
    """

    dossier: str
    places: NDArray[np.int64]
    words: NDArray[np.int64]
    type: str | None
    weight: float


def main() -> None:
    """Train on all dossiers and write."""
    # What the rules make is weighed, and not what older weights found; those of statements stay, as when it is used.
    TARGET.unlink(missing_ok=True)
    every = [one for name in dossiers() for one in examples(name)]
    print(len(every), "candidates,", sum(one.type is not None for one in every), "tell of an event")
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
    told = by_rule(analysis, found)
    around = Surroundings(analysis, found, {one.head.i for one in told})
    made = list(events(analysis, found))
    pairs = _paired(gold, made)
    for i, event in enumerate(made):
        want = pairs.get(i)
        right = want is not None and want["type"] == event.type
        head = around.head(event)
        words = around.of(head) if head is not None and head.pos == "VERB" else []
        # What the annotators need not have is neither right nor wrong.
        weight = 0.0 if want is not None and want.get("optional") else 1.0
        yield Example(name, slots(around.of_event(event)), slots(words), event.type if right else None, weight)
    wanted = {head.i: one for one in gold if (head := _head(analysis, one)) is not None}
    covered = {at for event in made for span in event.cue for at in range(span.start, span.end)}
    for verb in missed(analysis, found, told):
        known = considered(analysis, found, verb)
        if known is not None and verb.start not in covered:
            want = wanted.get(verb.i)
            weight = _OPTIONAL if want is not None and want.get("optional") else 1.0
            features = slots(around.of_missed(verb, known.status))
            yield Example(name, features, slots(around.of(verb)), want["type"] if want else None, weight)


def _paired(gold: Sequence[Mapping[str, Any]], made: Sequence[Event]) -> dict[int, Mapping[str, Any]]:
    """The events of a report by number, each with the one of the gold whose cue it shares most of."""
    fits = []
    for i, event in enumerate(made):
        own = {at for span in event.cue for at in range(span.start, span.end)}
        for j, want in enumerate(gold):
            cue = want.get("cue") or []
            other = {at for one in (cue if isinstance(cue, list) else [cue]) for at in range(one["start"], one["end"])}
            if (shared := len(own & other) / len(own | other)) > 0:
                fits.append((shared + (want["type"] == event.type), i, j))
    pairs: dict[int, Mapping[str, Any]] = {}
    taken: set[int] = set()
    for _, i, j in sorted(fits, key=lambda one: (-one[0], *one[1:])):
        if i not in pairs and j not in taken:
            pairs[i] = gold[j]
            taken.add(j)
    return pairs


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
    told = np.array([one.type is not None for one in every])
    counts = np.array([one.weight for one in every])
    detector = LogisticRegression(C=_DETECT, max_iter=500, solver="liblinear")
    kept = counts > 0
    detector.fit(_matrix([one.places for one in every])[kept], told[kept], sample_weight=counts[kept])
    typed = [one for one in every if one.type is not None and len(one.words)]
    typer = LinearSVC(C=_TYPE).fit(_matrix([one.words for one in typed]), np.array([one.type for one in typed]))
    rows = np.vstack([detector.coef_, typer.coef_])
    scales = np.abs(rows).max(axis=1) / 127
    return Weights(
        classes=tuple(str(one) for one in typer.classes_),
        rows=np.rint(rows / scales[:, None]).astype(np.int8),
        scales=scales.astype(np.float32),
        biases=np.concatenate([detector.intercept_, typer.intercept_]).astype(np.float32),
    )


def _matrix(places: Sequence[NDArray[np.int64]]) -> sparse.csr_matrix:
    bounds = np.cumsum([0, *(len(one) for one in places)])
    columns = np.concatenate(places)
    return sparse.csr_matrix((np.ones(len(columns), np.float32), columns, bounds), shape=(len(places), SLOTS))


if __name__ == "__main__":
    main()
