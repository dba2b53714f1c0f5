"""Happenings: whether mentions of one event are put together, by B-cubed.

B-cubed asks of each mention how much of its found cluster is right (precision) and how
much of its gold cluster was found (recall). Only mentions that were found count: what
is missed is measured by the suite of events.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from quality.alike import alike
from quality.clusters import Cluster, b_cubed
from quality.data import own
from quality.ledgers import Ledgers
from quality.samples import dossiers
from quality.understanding import understood_on
from rashomon.model.annotation import Annotation
from rashomon.model.text import Document
from rashomon.resolve.world import resolve


def happenings() -> dict[str, float]:
    """B-cubed on our own short reports and on whole dossiers, with what must (not) be merged there; on ECB+ too."""
    of_dossiers = {
        f"{name}: {measure}": value for name, read in dossiers() for measure, value in Ledgers(*read).happenings()
    }
    return {f"own: {name}": value for name, value in _own().items()} | of_dossiers | alike()


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
