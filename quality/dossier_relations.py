"""The statements of dossiers as relations of source, cue and content, to train weights on."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quality.samples import gold_of
from quality.statements import Places, Relation
from rashomon.model.text import Document
from rashomon.read import read


def documents(folder: Path) -> Iterator[tuple[Document, list[Relation]]]:
    """The reports of a dossier of our own, or of the shared one, each with what is told in it by a cue."""
    paths = sorted(folder.glob("[0-9]*")) or sorted(folder.glob("report-*.txt"))
    read_in = {_number(path): next(one for one in read(str(path)) if isinstance(one, Document)) for path in paths}
    gold = gold_of(folder, {name: one.text for name, one in read_in.items()})
    for name, document in read_in.items():
        told = [_relation(one) for one in gold["statements"] if one["document"] == name]
        yield document, [one for one in told if one.cue and one.content]


def _number(path: Path) -> str:
    """The id of a report in its gold: "R3" for "03-…" and for "report-3.txt"."""
    return f"R{int(''.join(filter(str.isdigit, path.name.split('.')[0][:8]))[:2])}"


def _relation(record: Mapping[str, Any]) -> Relation:
    speaker = record.get("speaker")
    links = speaker if isinstance(speaker, list) else [speaker]
    source = [one.get("span") for one in links if isinstance(one, dict)]
    return Relation(source=_places(source), cue=_places(record.get("cue")), content=_places(record.get("content")))


def _places(spans: Any) -> Places:
    listed = spans if isinstance(spans, list) else [spans]
    return sorted({(one["start"], one["end"]) for one in listed if one})
