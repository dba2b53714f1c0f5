"""Happenings: whether mentions of one event are put together, by B-cubed.

B-cubed asks of each mention how much of its found cluster is right (precision) and how
much of its gold cluster was found (recall). Only mentions that were found count: what
is missed is measured by the suite of events.
"""

import importlib.util
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from quality.data import ROOT, own
from quality.samples import exported
from quality.understanding import understood_on
from rashomon.demo import reports
from rashomon.model.annotation import Annotation
from rashomon.model.text import Document
from rashomon.resolve.world import resolve

Cluster = frozenset[str]


def happenings() -> dict[str, float]:
    """B-cubed on our own short reports and on the sample conflict."""
    return {f"own: {name}": value for name, value in _own().items()} | {
        f"samples: {name}": value for name, value in _samples().items()
    }


def b_cubed(gold: Iterable[Cluster], found: Iterable[Cluster]) -> tuple[float, float, float]:
    """Precision, recall and F1 (0 to 100) over the mentions that stand in both."""
    wanted = {one: cluster for cluster in gold for one in cluster}
    got = {one: cluster for cluster in found for one in cluster}
    both = sorted(wanted.keys() & got.keys())
    shared = [
        (len(wanted[one] & got[one]), len(got[one] & wanted.keys()), len(wanted[one] & got.keys())) for one in both
    ]
    precision = 100 * sum(hit / size for hit, size, _ in shared) / max(1, len(shared))
    recall = 100 * sum(hit / size for hit, _, size in shared) / max(1, len(shared))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _measures(gold: Sequence[Cluster], found: Sequence[Cluster]) -> dict[str, float]:
    precision, recall, f1 = b_cubed(gold, found)
    return {"B-cubed precision": precision, "B-cubed recall": recall, "B-cubed F1": f1}


def _own() -> dict[str, float]:
    gold: list[Cluster] = []
    found: list[Cluster] = []
    for number, case in enumerate(own("happenings")):
        wanted, got = _case(case)
        gold += [frozenset(f"{number} {one}" for one in cluster) for cluster in wanted]
        found += [frozenset(f"{number} {one}" for one in cluster) for cluster in got]
    return _measures(gold, found)


def _case(case: Mapping[str, Any]) -> tuple[list[Cluster], list[Cluster]]:
    """Gold and found clusters of event ids."""
    documents: dict[str, Document] = {}
    annotations: list[Annotation] = []
    for name, report in case["reports"].items():
        [(document, found)] = understood_on([report["text"]], date.fromisoformat(str(report["published"])), source=name)
        documents[name] = document
        annotations += found.all()
    world = resolve(list(documents.values()), annotations, [])
    events = [one for one in annotations if one.kind == "event"]
    gold = [frozenset(_mention(one, documents, events) for one in cluster) - {""} for cluster in case["clusters"]]
    alone = {one.id for one in events} - {id for cluster in gold for id in cluster}
    return [*gold, *(frozenset({id}) for id in alone)], [frozenset(one.events) for one in world.happenings]


def _mention(words: str, documents: Mapping[str, Document], events: Iterable[Annotation]) -> str:
    """The id of the event at "report: words", "" where none was found there."""
    report, _, text = words.partition(": ")
    document = documents[report]
    start = document.text.index(text)
    for one in events:
        if one.document == document.id and any(
            span.start < start + len(text) and start < span.end for span in _cue(one)
        ):
            return one.id
    return ""


def _cue(one: Annotation) -> Any:
    return getattr(one, "cue", ()) or one.evidence


def _samples() -> dict[str, float]:
    records, texts, names = exported(reports())
    ids = {id: f"R{int(Path(name).name[:2])}" for id, name in names.items()}
    gold = _sample_gold({ids[id]: text for id, text in texts.items()})
    events = [one for one in records if one["kind"] == "event"]
    twin = dict(_twins(gold["events"], events, ids))
    wanted = [frozenset(cluster["events"]) for cluster in gold["happenings"]]
    alone = {one["id"] for one in gold["events"]} - {id for cluster in wanted for id in cluster}
    wanted += [frozenset({id}) for id in alone]
    found = [frozenset(twin[id] for id in one["events"] if id in twin) for one in records if one["kind"] == "happening"]
    return _measures(wanted, [one for one in found if one])


def _sample_gold(texts: Mapping[str, str]) -> Any:
    """The sample conflict's gold as its own checker reads it, offsets and all."""
    spec = importlib.util.spec_from_file_location("check_gold", ROOT / "samples" / "check_gold.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.load(texts=texts)


def _twins(
    gold: Sequence[Mapping[str, Any]], events: Sequence[Mapping[str, Any]], ids: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Found event id and gold event id, where the cues touch and the report is one."""
    free = {one["id"] for one in gold}
    for event in events:
        for want in gold:
            if want["id"] in free and want["document"] == ids.get(event["document"]) and _places(want) & _places(event):
                free.discard(want["id"])
                yield event["id"], want["id"]
                break


def _places(record: Mapping[str, Any]) -> set[int]:
    cue = record.get("cue") or record["evidence"]
    spans = cue if isinstance(cue, list) else [cue]
    return {at for span in spans for at in range(span["start"], span["end"])}
