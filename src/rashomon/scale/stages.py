"""The stages that run on many workers: each a plain function from one Arrow batch to another."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

import pyarrow

from rashomon.analyse.tables import concluded, told
from rashomon.analyse.view import View
from rashomon.model.codec import decode, encode, read_value
from rashomon.model.finding import Problem
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Story
from rashomon.pipeline import VERSION, Read, make_world, understand_all
from rashomon.read.draft import Draft
from rashomon.read.finish import finished
from rashomon.resolve.stories import terms, topic
from rashomon.scale.copies import prints
from rashomon.scale.files import batch, to_text
from rashomon.scale.records import RECORD, Held, record_rows
from rashomon.store.archive import MemoryArchive

DRAFT = pyarrow.schema([("draft", pyarrow.string())])
"""Reports as a format's reader hands them over, as JSON."""

REPORT = pyarrow.schema(
    [
        ("id", pyarrow.string()),
        ("source", pyarrow.string()),
        ("day", pyarrow.int32()),  # the last day on which it can have come out, an ordinal; null where unknown
        ("document", pyarrow.string()),
        ("annotations", pyarrow.string()),
        ("problems", pyarrow.string()),
        ("prints", pyarrow.list_(pyarrow.uint32())),
        ("terms", pyarrow.list_(pyarrow.uint32())),
        ("often", pyarrow.list_(pyarrow.float32())),
    ]
)
"""Reports with what is said in them, as JSON, and what likeness is told by; one that gave no document has no id."""

TOLD = pyarrow.schema([(name, pyarrow.string()) for name in ("story", "document", "annotations", "problems")])
"""Reports of whole stories, those of one story next to each other."""


def extracted(drafts: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
    """What is said in reports: `DRAFT` to `REPORT`."""
    problems: list[Problem] = []
    documents = [one for text in drafts.column("draft").to_pylist() for one in _documents(text, problems)]
    rows = [_report(one) for one in understand_all(documents)]
    lost = [{**dict.fromkeys(REPORT.names), "problems": to_text([encode(one)])} for one in problems]
    return batch([*rows, *lost], REPORT)


def resolved(reports: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
    """What is said and meant in whole stories: `TOLD` to `RECORD`."""
    rows: list[dict[str, Any]] = []
    for story, held in groupby(reports.to_pylist(), key=lambda row: row["story"]):
        rows += _resolved(story, list(held))
    return batch(rows, RECORD)


def compared(records: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
    """The differences and corroborations of whole stories: `RECORD` to `RECORD`."""
    rows: list[dict[str, Any]] = []
    for story, held in groupby(records.to_pylist(), key=lambda row: row["story"]):
        if story is not None:
            rows += _compared(story, list(held))
    return batch(rows, RECORD)


def _documents(text: str, problems: list[Problem]) -> Iterator[Document]:
    draft = read_value(Draft, json.loads(text))
    try:
        yield finished(draft)
    except Exception as error:  # a bug must lose one report, not the batch
        message = f"cannot be read ({type(error).__name__}: {error})"
        problems.append(Problem(source=draft.source, component="read", message=message))


def _report(read: Read) -> dict[str, Any]:
    document = read.document
    counted = terms(document)
    day = document.published.last_day
    return {
        "id": document.id,
        "source": document.source,
        "day": day.toordinal() if day else None,
        "document": to_text(encode(document)),
        "annotations": to_text([encode(one) for one in read.annotations]),
        "problems": to_text([encode(one) for one in read.problems]),
        "prints": prints(document.text),
        "terms": list(counted),
        "often": list(counted.values()),
    }


def _resolved(story: str, rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    archive = MemoryArchive()
    for row in rows:
        document, problems = decode(json.loads(row["document"])), map(decode, json.loads(row["problems"]))
        archive.add(document, map(decode, json.loads(row["annotations"])), problems, version=VERSION)
    try:
        make_world(archive)
    except Exception as error:  # a bug must lose the world of one story, not what is said in it nor the other stories
        archive.remember(_failed(story, "resolve", error))
    archive.put_world(replace(archive.world(), stories=(_story(list(archive.documents())),)))
    view = View(archive)
    yield from record_rows(told(view), story, view.world.links)


def _story(documents: list[Document]) -> Story:
    days = sorted(day for one in documents for day in (one.published.earliest, one.published.latest) if day)
    ends = (days[0], days[-1]) if days else (None, None)
    span = When(earliest=ends[0], latest=ends[1], granularity="interval", basis="publication") if days else When()
    ids = tuple(sorted(one.id for one in documents))
    return Story(documents=ids, topic=topic(documents), span=span)


def _compared(story: str, rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    held = Held(rows)
    archive = MemoryArchive()
    for document in held.documents:
        archive.add(document, held.said.get(document.id, ()), version=VERSION)
    archive.put_world(held.world)
    try:
        found = list(concluded(View(archive)))
    except Exception as error:
        yield from record_rows([_failed(story, "differences", error)], story, {})
        return
    yield from record_rows(found, story, {})


def _failed(story: str, component: str, error: Exception) -> Problem:
    message = f"failed on this story: {type(error).__name__}: {error}"
    return Problem(source=story, component=component, message=message)
