"""What a world is made of, as it stands in the tables: documents, what is said in them, judgements."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from sqlalchemy import Connection, Select, nulls_last, select

from rashomon.model.annotation import Annotation, Mention
from rashomon.model.finding import Judgement
from rashomon.model.text import Document
from rashomon.store import tables
from rashomon.store.kept import Kept
from rashomon.store.packs import unpacked
from rashomon.store.rows import decoded, outdated

Inputs: TypeAlias = tuple[list[Document], list[Annotation], list[Judgement]]

PUBLISHED = (
    nulls_last(tables.documents.c.published_from),
    nulls_last(tables.documents.c.published_until),
    tables.documents.c.id,
)
"""The order of documents."""

PLACE = (tables.annotations.c.document, tables.annotations.c.start, tables.annotations.c.id)
"""The order of annotations."""


def inputs(connection: Connection, kinds: Sequence[str] | None, kept: Kept | None) -> Inputs:
    """All that a world is made of; of annotations only these `kinds`, if any are named."""
    judgements = list(decoded(connection, select(tables.judgements.c.record).order_by(tables.judgements.c.number)))
    if kept is not None:
        said = [one for one in kept.annotations(connection) if kinds is None or one.kind in kinds]
        return kept.documents(connection), said, judgements
    documents = list(decoded(connection, select(tables.documents.c.record).order_by(*PUBLISHED)))
    return documents, list(_said(connection, documents, kinds)), judgements


def mentions(connection: Connection) -> Iterator[Annotation] | None:
    """Every mention of a case in the order of annotations, from its packs; None where one is missing."""
    documents = list(decoded(connection, select(tables.documents.c.record).order_by(tables.documents.c.id)))
    packs = {row.document: row.mentions for row in connection.execute(select(tables.packs))}
    if len(packs) < len(documents):
        return None
    return (mention for one in documents for mention in _unpacked(packs[one.id], one))


def _said(connection: Connection, documents: Sequence[Document], kinds: Sequence[str] | None) -> Iterator[Annotation]:
    c = tables.annotations.c
    packs = {row.document: row.mentions for row in connection.execute(select(tables.packs))}
    packed = {one.id: one for one in documents if one.id in packs}
    if kinds is None or Mention.kind in kinds:
        for id in sorted(packed):
            yield from _unpacked(packs.pop(id), packed[id])
    rows = select(c.record).order_by(*PLACE)
    others = rows if kinds is None else rows.where(c.kind.in_([one for one in kinds if one != Mention.kind]))
    yield from decoded(connection, others.where(c.kind != Mention.kind))
    if len(packed) < len(documents):  # mentions of another version, which decoding them tells
        yield from decoded(connection, _loose(rows, [one.id for one in documents if one.id not in packed]))


def _unpacked(line: str, document: Document) -> list[Mention]:
    try:
        return unpacked(line, document)
    except (ValueError, TypeError, IndexError) as error:
        raise outdated() from error


def _loose(rows: Select[tuple[str]], documents: Sequence[str]) -> Select[tuple[str]]:
    c = tables.annotations.c
    return rows.where(c.kind == Mention.kind, c.document.in_(documents))
