"""Records as rows of the tables, and the conditions that find them."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, or_, select
from sqlalchemy.sql.elements import SQLCoreOperations

from rashomon.errors import SetupError
from rashomon.model.annotation import Annotation
from rashomon.model.codec import decode
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.store import tables
from rashomon.store.filing import time_of, to_json


def document_row(document: Document, version: str) -> dict[str, Any]:
    """The row of a document, but for the fingerprint of what came with it."""
    published = document.published
    return {
        "id": document.id,
        "version": version,
        "published_from": minute(published.start),
        "published_until": minute(published.stop),
        "record": to_json(document),
    }


def annotation_row(annotation: Annotation) -> dict[str, Any]:
    """The row of an annotation, filed under its first evidence and its time."""
    time = time_of(annotation)
    return {
        "id": annotation.id,
        "document": annotation.document,
        "kind": annotation.kind,
        "start": annotation.evidence[0].start,
        "time_from": minute(time.start),
        "time_until": minute(time.stop),
        "record": to_json(annotation),
    }


def minute(moment: datetime | None) -> str | None:
    """A moment as the tables write it; text that compares as moments do."""
    return moment.isoformat(timespec="minutes") if moment else None


def may_meet(when: When) -> ColumnElement[bool]:
    """The condition that says what `When.may_meet` says."""
    c = tables.annotations.c
    conditions: list[SQLCoreOperations[bool]] = []
    if when.start is not None:
        conditions.append(or_(c.time_until.is_(None), c.time_until > minute(when.start)))
    if when.stop is not None:
        conditions.append(or_(c.time_from.is_(None), c.time_from < minute(when.stop)))
    return and_(True, *conditions)


def beginning(table: Table, start: str) -> Select[tuple[str, str]]:
    """The first two ids that begin so, with their records."""
    c = table.c
    return select(c.id, c.record).distinct().where(c.id >= start, c.id < start + "~").order_by(c.id).limit(2)


def decoded(connection: Connection, query: Select[Any]) -> Iterator[Any]:
    """The records of the rows of a query, a few hundred at a time in memory."""
    with connection.execute(query, execution_options={"yield_per": 500}) as found:
        for line in found.scalars():
            yield record_of(line)


def record_of(line: str) -> Any:
    """The record that a row holds; `SetupError` where another version wrote it."""
    try:
        return decode(json.loads(line))
    except ValueError as error:
        raise outdated() from error


def outdated() -> SetupError:
    """The error for rows that another version wrote."""
    return SetupError("this case was made by another version of Rashomon: run `rashomon refresh` on it")
