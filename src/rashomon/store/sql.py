"""The archive in a database: SQLite or PostgreSQL; see `Archive` for what it promises."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Select, delete, exc, insert, select, update

from rashomon.errors import SetupError
from rashomon.model.annotation import Annotation, Mention
from rashomon.model.finding import Judgement, Problem
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Actor, Contact, Happening, Story, Truce, World
from rashomon.store import tables
from rashomon.store.archive import Archive, Resolve
from rashomon.store.databases import Database, database, told
from rashomon.store.filing import ambiguous, check, end_of, place, to_json, unknown
from rashomon.store.findings import faithful, kept_findings, put_findings
from rashomon.store.inputs import PLACE, PUBLISHED, inputs, mentions
from rashomon.store.kept import Kept
from rashomon.store.meant import put_world
from rashomon.store.packs import packed
from rashomon.store.printed import kept_text, put_text
from rashomon.store.printed import packed as printing
from rashomon.store.rows import annotation_row, beginning, decoded, document_row, may_meet, minute, record_of
from rashomon.store.schema import bring_up
from rashomon.store.search import Hit, hits, terms, vocabulary

DEFAULT_CASE = "case.rashomon"
"""The file of a case whose name is not given."""

# Ids that are asked for at once: databases bound the number of parameters.
_AT_ONCE = 500

# Worlds that are made while others may write; the next is made while nobody can.
_TRIES = 3


def open_archive(case: str | Path = DEFAULT_CASE, *, keep: bool = False) -> Archive:
    """Open the case in a file or behind a `postgresql://` URL; make it where there is none.

    `keep` is for a process that lives long: records once read stay in memory, and only those of
    documents that have changed since are read again.

    Raises:
        SetupError: it is no case, or one of a newer Rashomon, or cannot be reached or
            written, or PostgreSQL's driver is missing; the message says which.
    """
    where = database(case)
    try:
        bring_up(where)
    except BaseException:
        where.engine.dispose()
        raise
    return SqlArchive(where, keep=keep)


class SqlArchive:
    """A case in a database that `open_archive` has brought up to date."""

    def __init__(self, where: Database, *, keep: bool = False) -> None:
        self._where = where
        self._kept = Kept(record_of) if keep else None

    def add(
        self,
        document: Document,
        annotations: Iterable[Annotation],
        problems: Iterable[Problem] = (),
        *,
        version: str = "",
    ) -> bool:
        """See `Archive.add`."""
        said = {one.id: one for one in annotations}
        check(document, said.values())
        rows = sorted((annotation_row(one) for one in said.values()), key=lambda row: (row["start"], row["id"]))
        failed = [{"id": one.id, "document": document.id, "record": to_json(one)} for one in problems]
        head = document_row(document, version)
        head["content"] = _fingerprint([head["record"], version, *(row["record"] for row in rows + failed)])
        mentions = packed(sorted((one for one in said.values() if isinstance(one, Mention)), key=place))
        words = vocabulary(document.text)
        with self._writing() as connection:
            held = connection.execute(
                select(tables.documents.c.number, tables.documents.c.content).where(
                    tables.documents.c.id == document.id
                )
            ).one_or_none()
            if held is not None and held.content == head["content"]:
                return False
            number = self._put_document(connection, held.number if held else None, head)
            self._where.index(connection, number, words)
            if rows:
                connection.execute(insert(tables.annotations), rows)
            connection.execute(insert(tables.packs), {"document": document.id, "mentions": mentions})
            if failed:
                connection.execute(insert(tables.problems), failed)
            _count_change(connection)
        return True

    def _put_document(self, connection: Connection, number: int | None, head: dict[str, Any]) -> int:
        """Write the document's row in place of an earlier one, whose annotations and problems go."""
        documents = tables.documents
        if number is None:
            (number,) = connection.execute(insert(documents).values(head)).inserted_primary_key or (0,)
            return int(number)
        connection.execute(delete(tables.annotations).where(tables.annotations.c.document == head["id"]))
        connection.execute(delete(tables.packs).where(tables.packs.c.document == head["id"]))
        connection.execute(delete(tables.problems).where(tables.problems.c.document == head["id"]))
        connection.execute(update(documents).where(documents.c.number == number).values(head))
        return number

    def analysed(self, document: Document, *, version: str = "") -> bool:
        """See `Archive.analysed`."""
        c = tables.documents.c
        with self._reading() as connection:
            held = connection.execute(select(c.record, c.version).where(c.id == document.id)).one_or_none()
        return held is not None and held.version == version and held.record == to_json(document)

    def outdated(self, version: str) -> Iterator[Document]:
        """See `Archive.outdated`."""
        c = tables.documents.c
        return self._records(select(c.record).where(c.version != version).order_by(*PUBLISHED))

    def has(self, document_id: str) -> bool:
        """See `Archive.has`."""
        c = tables.documents.c
        with self._reading() as connection:
            return connection.execute(select(c.number).where(c.id == _plain(document_id))).first() is not None

    def document(self, document_id: str) -> Document:
        """See `Archive.document`."""
        c = tables.documents.c
        for found in self._records(select(c.record).where(c.id == _plain(document_id))):
            return found  # type: ignore[no-any-return]
        raise unknown(document_id)

    def documents(self, as_of: str | None = None) -> Iterator[Document]:
        """See `Archive.documents`."""
        c = tables.documents.c
        query = select(c.record).order_by(*PUBLISHED)
        end = end_of(as_of)
        if end is None and self._kept is not None:
            with self._reading() as connection:
                return iter(self._kept.documents(connection))
        return self._records(query if end is None else query.where(c.published_until <= minute(end)))

    def annotations(
        self, kind: str | None = None, document: str | None = None, when: When | None = None
    ) -> Iterator[Annotation]:
        """See `Archive.annotations`."""
        if self._kept is not None and when is None:
            with self._reading() as connection:
                if document is None or self._kept.fresh(connection):
                    return self._kept.annotations(connection, kind, document)
        if kind == Mention.kind and document is None and when is None:
            with self._reading() as connection:
                packed_ones = mentions(connection)
            if packed_ones is not None:
                return packed_ones
        c = tables.annotations.c
        query = select(c.record).order_by(*PLACE)
        if kind is not None:
            query = query.where(c.kind == _plain(kind))
        if document is not None:
            query = query.where(c.document == _plain(document))
        if when is not None:
            query = query.where(may_meet(when))
        return self._records(query)

    def some(self, ids: Iterable[str]) -> Iterator[Annotation]:
        """See `Archive.some`."""
        c = tables.annotations.c
        wanted = sorted({_plain(one) for one in ids})
        found: list[tuple[tuple[str, int, str], str]] = []
        with self._reading() as connection:
            for first in range(0, len(wanted), _AT_ONCE):
                query = select(*PLACE, c.record).where(c.id.in_(wanted[first : first + _AT_ONCE]))
                found += [((row.document, row.start, row.id), row.record) for row in connection.execute(query)]
        return (record_of(line) for _, line in sorted(found))

    def record(self, record_id: str) -> Any:
        """See `Archive.record`."""
        start = _plain(record_id)
        if not start:
            raise unknown(record_id)
        found: dict[str, str] = {}
        levels = (tables.documents, tables.annotations, tables.meant, tables.problems, tables.judgements)
        with self._reading() as connection:
            for table in levels:
                # The id itself comes before all longer ones that begin with it.
                found.update({row.id: row.record for row in connection.execute(beginning(table, start))})
        if start in found:
            return record_of(found[start])
        if len(found) > 1:
            raise ambiguous(record_id)
        for only in found.values():
            return record_of(only)
        raise unknown(record_id)

    def remember(self, problem: Problem) -> None:
        """See `Archive.remember`."""
        row = {"id": problem.id, "document": None, "record": to_json(problem)}
        c = tables.problems.c
        with self._writing() as connection:
            loose = select(c.number).where(c.id == problem.id, c.document.is_(None))
            if connection.execute(loose).first() is None:
                connection.execute(insert(tables.problems), row)

    def problems(self) -> Iterator[Problem]:
        """See `Archive.problems`."""
        query = select(tables.problems.c.record).order_by(tables.problems.c.number)
        return iter({one.id: one for one in self._records(query)}.values())

    def judge(self, judgement: Judgement) -> bool:
        """See `Archive.judge`."""
        row = {"id": judgement.id, "record": to_json(judgement)}
        c = tables.judgements.c
        with self._writing() as connection:
            if connection.execute(select(c.number).where(c.id == judgement.id)).first() is not None:
                return False
            connection.execute(insert(tables.judgements), row)
            _count_change(connection)
        return True

    def judgements(self) -> Iterator[Judgement]:
        """See `Archive.judgements`."""
        return self._records(select(tables.judgements.c.record).order_by(tables.judgements.c.number))

    def rebuild(self, resolve: Resolve, *, version: str = "", kinds: Sequence[str] | None = None) -> bool:
        """See `Archive.rebuild`."""
        made = False
        for _ in range(_TRIES):
            with self._reading() as connection:
                changes, made_of = _standing(connection)
                if made_of == f"{changes} {version}":
                    return made
                made_from = inputs(connection, kinds, self._kept)
            world = resolve(*made_from)
            with self._writing() as connection:
                now, latest = _standing(connection)
                if latest is None or _count_of(latest) <= changes:  # else another process has made a later one
                    self._put(connection, world, f"{changes} {version}")
                    made = True
            if now == changes:
                return made
        with self._writing() as connection:
            changes, _ = _standing(connection)
            self._put(connection, resolve(*inputs(connection, kinds, self._kept)), f"{changes} {version}")
        return True

    def _put(self, connection: Connection, world: World, made_of: str | None) -> None:
        put_world(connection, world)
        connection.execute(update(tables.state).values(world_of=made_of))
        if self._kept is not None:
            self._kept.world = (made_of, world) if made_of is not None else None

    def put_world(self, world: World) -> None:
        """See `Archive.put_world`."""
        with self._writing() as connection:
            self._put(connection, world, None)

    def world(self) -> World:
        """See `Archive.world`."""
        c = tables.meant.c
        with self._reading() as connection:
            if self._kept is not None and self._kept.world is not None:
                made_of, kept = self._kept.world
                if made_of == _standing(connection)[1]:
                    return kept
            made = list(decoded(connection, select(c.record).order_by(c.place)))
            query = select(tables.links.c.mention, tables.links.c.actor)
            linked = {row.mention: row.actor for row in connection.execute(query)}
        return World(
            actors=tuple(one for one in made if isinstance(one, Actor)),
            happenings=tuple(one for one in made if isinstance(one, Happening)),
            contacts=tuple(one for one in made if isinstance(one, Contact)),
            truces=tuple(one for one in made if isinstance(one, Truce)),
            stories=tuple(one for one in made if isinstance(one, Story)),
            links=linked,
        )

    def revision(self) -> str:
        """See `Archive.revision`."""
        with self._reading() as connection:
            return connection.execute(select(tables.state.c.world_of)).scalar_one() or ""

    def settled(self) -> bool:
        """See `Archive.settled`."""
        with self._reading() as connection:
            changes, made_of = _standing(connection)
        return _settled(changes, made_of)

    def state(self) -> str:
        """See `Archive.state`."""
        with self._reading() as connection:
            return _state(connection)

    def findings(self, kind: str, made_of: str) -> list[Any] | None:
        """See `Archive.findings`."""
        try:
            with self._reading() as connection:
                return kept_findings(connection, kind, made_of)
        except exc.ProgrammingError:  # a role that only reads and was let in before there were these tables
            return None

    def keep_findings(self, kind: str, found: Sequence[Any], *, made_of: str, state: str) -> bool:
        """See `Archive.keep_findings`."""
        lines = faithful(found)
        if lines is None:
            return False
        return self._keep(state, lambda connection: put_findings(connection, kind, lines, made_of))

    def printed(self, name: str, made_of: str) -> str | None:
        """See `Archive.printed`."""
        try:
            with self._reading() as connection:
                return kept_text(connection, name, made_of)
        except exc.ProgrammingError:  # as for findings
            return None

    def keep_printed(self, name: str, text: str, *, made_of: str, state: str) -> bool:
        """See `Archive.keep_printed`."""
        content = printing(text)
        if content is None:
            return False
        return self._keep(state, lambda connection: put_text(connection, name, content, made_of))

    def _keep(self, state: str, put: Callable[[Connection], None]) -> bool:
        """Write what can be made again, where the case is still in this state and nobody else writes."""
        if not state:
            return False
        try:
            with self._writing(patient=False) as connection:
                if _state(connection) != state:
                    return False
                put(connection)
        except (SetupError, exc.DBAPIError):  # nobody may write here, or another does: it can be made again
            return False
        return True

    def search(self, words: str, *, limit: int = 50) -> list[Hit]:
        """See `Archive.search`."""
        wanted = terms(words)
        if not wanted:
            return []
        query = select(tables.documents.c.record).where(self._where.matching(wanted)).order_by(*PUBLISHED)
        found = (
            hit
            for document in self._records(query)
            for hit in hits(document, self.annotations("statement", document.id), wanted)  # type: ignore[arg-type]
        )
        return list(islice(found, limit))

    def close(self) -> None:
        """See `Archive.close`."""
        self._where.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the case."""
        with told(self._where.name), self._where.engine.connect() as connection:
            self._where.begin(connection, writing=False)
            yield connection

    @contextmanager
    def _writing(self, *, patient: bool = True) -> Iterator[Connection]:
        """The only transaction that writes; it is undone where its body fails."""
        with told(self._where.name), self._where.engine.connect() as connection:
            self._where.begin(connection, writing=True, patient=patient)
            yield connection
            connection.commit()

    def _records(self, query: Select[Any]) -> Iterator[Any]:
        """Yield the records of the rows of a query, a few hundred at a time in memory."""
        with self._reading() as connection:
            yield from decoded(connection, query)


def _standing(connection: Connection) -> tuple[int, str | None]:
    """How often the case has changed, and of what state its world was made."""
    changes, made_of = connection.execute(select(tables.state.c.changes, tables.state.c.world_of)).one()
    return changes, made_of


def _settled(changes: int, made_of: str | None) -> bool:
    return (made_of or "").startswith(f"{changes} ")


def _state(connection: Connection) -> str:
    """See `Archive.state`."""
    changes, made_of = _standing(connection)
    return made_of if made_of and _settled(changes, made_of) else ""


def _count_of(made_of: str) -> int:
    """After how many changes a world was made."""
    return int(made_of.partition(" ")[0])


def _count_change(connection: Connection) -> None:
    """Note that the world is older than what it is made of."""
    connection.execute(update(tables.state).values(changes=tables.state.c.changes + 1))


def _fingerprint(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _plain(words: str) -> str:
    """The words if an id or a kind may look so, else nothing: PostgreSQL takes no NUL, SQLite no surrogate."""
    return words if words.isascii() and words.isprintable() else ""
