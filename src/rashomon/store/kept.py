"""Records that a long-lived process keeps in memory, and reads again only where the database has others.

The database stays the truth: one number of it (how often the case has changed) tells
whether what is kept still holds, and each document's fingerprint whether it is the same.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import RLock
from typing import Any

from sqlalchemy import Connection, nulls_last, select

from rashomon.model.annotation import Annotation
from rashomon.model.text import Document
from rashomon.model.world import World
from rashomon.store import tables

# Documents whose rows are asked for at once: databases bound the number of parameters.
_BATCH = 200


@dataclass(frozen=True, slots=True)
class _Entry:
    """A document with what is said in it, and the fingerprint of both."""

    content: str
    document: Document
    said: tuple[Annotation, ...]


class Kept:
    """Documents and annotations of one case, in memory; safe for several threads.

    `world` is the last one made here, with the state that it was made of.
    """

    def __init__(self, read: Callable[[str], Any]) -> None:
        self._read = read
        self._lock = RLock()
        self._changes: int | None = None
        self._entries: dict[str, _Entry] = {}
        self.world: tuple[str | None, World] | None = None

    def fresh(self, connection: Connection) -> bool:
        """Whether what is kept is what the database holds."""
        return bool(self._changes == connection.execute(select(tables.state.c.changes)).scalar_one())

    def documents(self, connection: Connection) -> list[Document]:
        """The documents in order of publication."""
        return [one.document for one in self._current(connection).values()]

    def annotations(
        self, connection: Connection, kind: str | None = None, document: str | None = None
    ) -> Iterator[Annotation]:
        """What is said, ordered by document, place and id, as the case is now."""
        entries = self._current(connection)
        wanted = sorted(entries) if document is None else [document] if document in entries else []
        said = [entries[id].said for id in wanted]
        return (one for some in said for one in some if kind is None or one.kind == kind)

    def _current(self, connection: Connection) -> dict[str, _Entry]:
        """Every document, in order of publication; a mapping that nobody changes any more."""
        with self._lock:
            # The transaction sees one state, so the number and the rows are of one time.
            changes = connection.execute(select(tables.state.c.changes)).scalar_one()
            if changes != self._changes:
                self._entries = self._entries_of(connection)
                self._changes = changes
            return self._entries

    def _entries_of(self, connection: Connection) -> dict[str, _Entry]:
        c = tables.documents.c
        query = select(c.id, c.content).order_by(nulls_last(c.published_from), nulls_last(c.published_until), c.id)
        standing = {row.id: row.content for row in connection.execute(query)}
        stale = [id for id, content in standing.items() if id not in self._entries or self._is_other(id, content)]
        read: dict[str, _Entry] = {}
        for first in range(0, len(stale), _BATCH):
            read |= self._read_entries(connection, stale[first : first + _BATCH])
        return {id: read.get(id) or self._entries[id] for id in standing}

    def _is_other(self, id: str, content: str) -> bool:
        return self._entries[id].content != content

    def _read_entries(self, connection: Connection, ids: list[str]) -> dict[str, _Entry]:
        documents, annotations = tables.documents.c, tables.annotations.c
        said: dict[str, list[Annotation]] = {id: [] for id in ids}
        query = select(annotations.document, annotations.record).where(annotations.document.in_(ids))
        for row in connection.execute(query.order_by(annotations.document, annotations.start, annotations.id)):
            said[row.document].append(self._read(row.record))
        rows = connection.execute(
            select(documents.id, documents.content, documents.record).where(documents.id.in_(ids))
        )
        return {row.id: _Entry(row.content, self._read(row.record), tuple(said[row.id])) for row in rows}
