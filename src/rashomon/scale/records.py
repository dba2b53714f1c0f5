"""Records as rows and back: the columns of a kind are its fields, nested ones as JSON text, and the story."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

import pyarrow

from rashomon.model.annotation import Annotation, amended
from rashomon.model.codec import RECORDS, decode, encode
from rashomon.model.finding import Corroboration, Difference, Problem
from rashomon.model.text import Document
from rashomon.model.world import Actor, Contact, Happening, Story, Truce, World, link_fields
from rashomon.scale.files import batch, to_text

Row: TypeAlias = dict[str, Any]

CONCLUDED = (Difference.kind, Corroboration.kind)
"""The kinds that the last stage writes."""
KINDS = tuple(kind for kind in RECORDS if kind not in (*CONCLUDED, "judgement"))
"""The kinds that resolving a story writes."""

RECORD = pyarrow.schema([(name, pyarrow.string()) for name in ("kind", "id", "story", "record")])
"""Records of any kind in one batch: `record` is the JSON of `rashomon export`."""

_PLAIN = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}


def folder_of(kind: str) -> str:
    """The folder of a kind: "statements", "stories"."""
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"


@cache
def schema(kind: str) -> pyarrow.Schema:
    """The columns of a kind: its id, its story, then its fields as `docs/model.md` lists them."""
    columns = [("id", pyarrow.string()), ("story", pyarrow.string())]
    columns += [("actor", pyarrow.string())] if kind == "mention" else []
    return pyarrow.schema([*columns, *((name, _type(hint) or pyarrow.string()) for name, hint in _fields(kind))])


def rows_of(kind: str, records: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
    """The records of one kind among a batch of any, with the columns of that kind."""
    made = []
    for one in records.to_pylist():
        if one["kind"] == kind:
            held = json.loads(one["record"])
            cells = {name: held[name] if _type(hint) else _text(held[name]) for name, hint in _fields(kind)}
            made.append({"id": one["id"], "story": one["story"], "actor": held.get("actor"), **cells})
    return batch(made, schema(kind))


def generic(kind: str, rows: pyarrow.Table) -> Iterator[Row]:
    """Yield the rows of a kind as those of a batch of any (`RECORD`)."""
    for row in rows.to_pylist():
        cells = {name: row[name] if _type(hint) else _value(row[name]) for name, hint in _fields(kind)}
        cells |= {"actor": row["actor"]} if kind == "mention" else {}
        record = {"kind": kind, "id": row["id"], **cells}
        yield {"kind": kind, "id": row["id"], "story": row["story"], "record": to_text(record)}


def record_rows(records: Iterable[Any], story: str | None, links: Mapping[str, str]) -> Iterator[Row]:
    """Yield records as rows of a batch of any; `links` gives the actor of a mention."""
    for one in records:
        written = encode(one)
        if one.kind == "mention":
            written["actor"] = links.get(one.id)
        yield {"kind": one.kind, "id": one.id, "story": story, "record": to_text(written)}


class Held:
    """The records of one story, decoded: what was said without the actors that were filled in, and the world."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.documents: list[Document] = []
        self.problems: list[Problem] = []
        self.said: dict[str, list[Annotation]] = {}
        meant: dict[type, list[Any]] = {kind: [] for kind in (Actor, Happening, Contact, Truce, Story)}
        links: dict[str, str] = {}
        for row in rows:
            written = json.loads(row["record"])
            if row["kind"] == "mention" and written["actor"]:
                links[row["id"]] = written["actor"]
            record = decode(written)
            if isinstance(record, Document):
                self.documents.append(record)
            elif isinstance(record, Problem):
                self.problems.append(record)
            elif isinstance(record, Annotation):
                self.said.setdefault(record.document, []).append(_bare(record))
            else:
                meant[type(record)].append(record)
        self.world = World(
            actors=tuple(meant[Actor]),
            happenings=tuple(meant[Happening]),
            contacts=tuple(meant[Contact]),
            truces=tuple(meant[Truce]),
            stories=tuple(meant[Story]),
            links=links,
        )


def _bare(annotation: Annotation) -> Annotation:
    """An annotation as it was extracted: who is meant by a mention is the world's affair."""
    kind: type = type(annotation)
    changes: dict[str, Any] = {
        name: tuple(replace(link, actor=None) if link.mention else link for link in links)
        for name in link_fields(kind)
        if (links := getattr(annotation, name))
    }
    return amended(annotation, **changes) if changes else annotation


@cache
def _fields(kind: str) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(RECORDS[kind])
    record: Any = RECORDS[kind]
    return tuple((one.name, hints[one.name]) for one in fields(record) if one.name != "id")


def _type(hint: Any) -> Any:
    """The Arrow type of a field that is no nested one; None for those, whose cells are JSON text."""
    inner = [one for one in get_args(hint) if one is not type(None)]
    if get_origin(hint) is Literal:
        return pyarrow.string()
    if len(inner) == 1 and len(get_args(hint)) == 2:  # an optional one
        return _type(inner[0])
    return _PLAIN.get(hint)


def _text(value: Any) -> str | None:
    return None if value is None else to_text(value)


def _value(cell: str | None) -> Any:
    return None if cell is None else json.loads(cell)
