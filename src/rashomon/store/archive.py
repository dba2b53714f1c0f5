"""What an archive promises (`Archive`), and the one that lives in memory."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from threading import RLock
from types import TracebackType
from typing import Any, Protocol, Self, TypeAlias

from rashomon.model.annotation import Annotation, Statement
from rashomon.model.finding import Judgement, Problem
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import World
from rashomon.store.filing import ambiguous, check, end_of, meant, place, time_of, to_json, unknown
from rashomon.store.search import Hit, hits, terms

Resolve: TypeAlias = Callable[[Sequence[Document], Sequence[Annotation], Sequence[Judgement]], World]
"""A function from all that was said and judged to the world it means."""


# So many outputs of commands are kept in memory.
_MOST_PRINTED = 20


class Archive(Protocol):
    """One case: its documents with their annotations, its judgements, its world.

    Every method that writes is one transaction: it is done wholly or not at all, and
    several processes and threads may write to one case. An iterator shows the case as it
    was when it was begun. A database that fails (unreachable, full, locked) raises
    `SetupError` with a one-line message; a record that breaks a promise of the model
    (a span that does not fit its document, text with lone surrogates) is a bug of the
    caller's and raises ValueError. Records come back equal to those put in; links inside
    annotations are not filled (see `World.filled`).
    """

    def add(
        self,
        document: Document,
        annotations: Iterable[Annotation],
        problems: Iterable[Problem] = (),
        *,
        version: str = "",
    ) -> bool:
        """Keep a document with everything said in it and what went wrong in reading it.

        A document whose id is there already is replaced, header, annotations and problems
        together; annotations with one id are kept once. `version` names the pipeline that
        analysed it.

        Returns:
            False if the archive held just this already and nothing was written.
        """
        ...

    def analysed(self, document: Document, *, version: str = "") -> bool:
        """Whether the document is there with this very header, analysed by this version.

        False after a kill before `add` was done, after an upgrade, and where the header
        (publication, outlet …) has changed: the document has to be analysed again.
        """
        ...

    def outdated(self, version: str) -> Iterator[Document]:
        """Yield the documents that another version analysed, ordered as `documents`."""
        ...

    def has(self, document_id: str) -> bool:
        """Whether a document of this id is there, whatever its header."""
        ...

    def document(self, document_id: str) -> Document:
        """The document of this id; `SetupError` if there is none."""
        ...

    def documents(self, as_of: str | None = None) -> Iterator[Document]:
        """Yield documents ordered by publication (earliest, then latest; unknown last), then id.

        Args:
            as_of: an ISO date or minute; only documents certainly published by its end.
        """
        ...

    def annotations(
        self, kind: str | None = None, document: str | None = None, when: When | None = None
    ) -> Iterator[Annotation]:
        """Yield annotations ordered by document id, place in the document, and id.

        Args:
            kind: only those of this kind ("statement").
            document: only those of the document of this id.
            when: only those whose time may meet this one; an unknown time may be any.
        """
        ...

    def some(self, ids: Iterable[str]) -> Iterator[Annotation]:
        """Yield the annotations of these ids, ordered as `annotations`; an id that is none's is passed over."""
        ...

    def record(self, record_id: str) -> Any:
        """The record of any level with this id, or with the only id that begins so.

        Raises:
            SetupError: no id, or more than one, begins so; the message names it.
        """
        ...

    def remember(self, problem: Problem) -> None:
        """Keep a problem that belongs to no document; one that is there already is left."""
        ...

    def problems(self) -> Iterator[Problem]:
        """Yield the problems in the order they were kept, each once."""
        ...

    def judge(self, judgement: Judgement) -> bool:
        """Append a judgement; False if it was there already. Judgements are never removed."""
        ...

    def judgements(self) -> Iterator[Judgement]:
        """Yield the judgements in the order they were made."""
        ...

    def rebuild(self, resolve: Resolve, *, version: str = "", kinds: Sequence[str] | None = None) -> bool:
        """Make the world anew from all documents, annotations (of these kinds, if any are named) and judgements.

        Nothing else can write meanwhile, so of two processes that read into one case the
        one that ends last leaves a world that holds both's documents.

        Returns:
            False if the world was made of just these by this version already, and was left.
        """
        ...

    def put_world(self, world: World) -> None:
        """Replace the world by one made elsewhere; the next `rebuild` makes it anew."""
        ...

    def world(self) -> World:
        """The world as last made; an empty one before."""
        ...

    def revision(self) -> str:
        """Of what state the world was made: another one after each rebuild that made anything anew."""
        ...

    def settled(self) -> bool:
        """Whether the world was made of all that is in the case now."""
        ...

    def state(self) -> str:
        """`revision` where the world is settled, else nothing: no two states of a case have the same."""
        ...

    def findings(self, kind: str, made_of: str) -> list[Any] | None:
        """What `keep_findings` kept of this kind, if it was concluded of just this; in its order."""
        ...

    def keep_findings(self, kind: str, found: Sequence[Any], *, made_of: str, state: str) -> bool:
        """Keep what was concluded, in place of what was kept of this kind.

        Args:
            kind: what they are ("difference").
            found: records of one kind.
            made_of: all that they depend on, in words of the caller's: a later `findings` has to give the same.
            state: the archive's when what they were concluded of was read.

        Returns:
            False, and nothing is kept, where the archive has changed since, cannot be written, is being
            written by another, or would not give back the very same.
        """
        ...

    def printed(self, name: str, made_of: str) -> str | None:
        """The text that `keep_printed` kept under this name, if it was made of just this."""
        ...

    def keep_printed(self, name: str, text: str, *, made_of: str, state: str) -> bool:
        """Keep a text that was made of the case, for who asks for the same again; see `keep_findings`.

        Only a few are kept; the oldest, and those made of something else, make room.
        """
        ...

    def search(self, words: str, *, limit: int = 50) -> list[Hit]:
        """The places where all the words stand, at most `limit`, ordered as `documents`.

        Case and accents do not count; a word that ends in "*" stands for all that begin so.
        For each document its own hit comes first, then those of its statements. Nothing
        else is syntax; without a letter or digit there are no hits.
        """
        ...

    def close(self) -> None:
        """Let go of the database; the archive cannot be used after."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class MemoryArchive:
    """An archive that is gone when the process ends; see `Archive` for what it promises."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._documents: dict[str, _Entry] = {}
        self._problems: dict[str, Problem] = {}
        self._judgements: dict[str, Judgement] = {}
        self._world = World()
        self._made_of: str | None = None
        self._changes = 0
        self._findings: dict[str, tuple[str, tuple[Any, ...]]] = {}
        self._printed: dict[str, tuple[str, str]] = {}

    def add(
        self,
        document: Document,
        annotations: Iterable[Annotation],
        problems: Iterable[Problem] = (),
        *,
        version: str = "",
    ) -> bool:
        """See `Archive.add`."""
        kept = {one.id: one for one in annotations}
        check(document, kept.values())
        to_json(document)
        ordered = tuple(sorted(kept.values(), key=place))
        entry = _Entry(document=document, annotations=ordered, problems=tuple(problems), version=version)
        with self._lock:
            if self._documents.get(document.id) == entry:
                return False
            self._documents[document.id] = entry
            self._changes += 1
        return True

    def analysed(self, document: Document, *, version: str = "") -> bool:
        """See `Archive.analysed`."""
        entry = self._documents.get(document.id)
        return entry is not None and entry.document == document and entry.version == version

    def outdated(self, version: str) -> Iterator[Document]:
        """See `Archive.outdated`."""
        return iter([one.document for one in self._ordered() if one.version != version])

    def has(self, document_id: str) -> bool:
        """See `Archive.has`."""
        return document_id in self._documents

    def document(self, document_id: str) -> Document:
        """See `Archive.document`."""
        if document_id not in self._documents:
            raise unknown(document_id)
        return self._documents[document_id].document

    def documents(self, as_of: str | None = None) -> Iterator[Document]:
        """See `Archive.documents`."""
        end = end_of(as_of)
        out = [one.document for one in self._ordered()]
        return iter([one for one in out if end is None or (one.published.stop and one.published.stop <= end)])

    def annotations(
        self, kind: str | None = None, document: str | None = None, when: When | None = None
    ) -> Iterator[Annotation]:
        """See `Archive.annotations`."""
        with self._lock:
            entries = [self._documents[one] for one in sorted(self._documents) if document in (None, one)]
        for entry in entries:
            for annotation in entry.annotations:
                if kind in (None, annotation.kind) and (when is None or time_of(annotation).may_meet(when)):
                    yield annotation

    def some(self, ids: Iterable[str]) -> Iterator[Annotation]:
        """See `Archive.some`."""
        wanted = set(ids)
        return (one for one in self.annotations() if one.id in wanted)

    def record(self, record_id: str) -> Any:
        """See `Archive.record`."""
        with self._lock:
            found = {one.id: one for one in self._records() if record_id and one.id.startswith(record_id)}
        if record_id in found:
            return found[record_id]
        if len(found) > 1:
            raise ambiguous(record_id)
        for only in found.values():
            return only
        raise unknown(record_id)

    def remember(self, problem: Problem) -> None:
        """See `Archive.remember`."""
        with self._lock:
            self._problems.setdefault(problem.id, problem)

    def problems(self) -> Iterator[Problem]:
        """See `Archive.problems`."""
        with self._lock:
            found = [*self._problems.values(), *(p for one in self._documents.values() for p in one.problems)]
        return iter({one.id: one for one in found}.values())

    def judge(self, judgement: Judgement) -> bool:
        """See `Archive.judge`."""
        with self._lock:
            if judgement.id in self._judgements:
                return False
            self._judgements[judgement.id] = judgement
            self._changes += 1
        return True

    def judgements(self) -> Iterator[Judgement]:
        """See `Archive.judgements`."""
        return iter(list(self._judgements.values()))

    def rebuild(self, resolve: Resolve, *, version: str = "", kinds: Sequence[str] | None = None) -> bool:
        """See `Archive.rebuild`."""
        with self._lock:
            made_of = f"{self._changes} {version}"
            if self._made_of == made_of:
                return False
            said = [one for one in self.annotations() if kinds is None or one.kind in kinds]
            self._world = resolve(list(self.documents()), said, list(self.judgements()))
            self._made_of = made_of
        return True

    def put_world(self, world: World) -> None:
        """See `Archive.put_world`."""
        with self._lock:
            self._world, self._made_of = world, None

    def world(self) -> World:
        """See `Archive.world`."""
        return self._world

    def revision(self) -> str:
        """See `Archive.revision`."""
        return self._made_of or ""

    def settled(self) -> bool:
        """See `Archive.settled`."""
        return (self._made_of or "").startswith(f"{self._changes} ")

    def state(self) -> str:
        """See `Archive.state`."""
        with self._lock:
            return self.revision() if self.settled() else ""

    def findings(self, kind: str, made_of: str) -> list[Any] | None:
        """See `Archive.findings`."""
        before, found = self._findings.get(kind, ("", ()))
        return list(found) if before == made_of else None

    def keep_findings(self, kind: str, found: Sequence[Any], *, made_of: str, state: str) -> bool:
        """See `Archive.keep_findings`."""
        with self._lock:
            if not state or state != self.state():
                return False
            self._findings[kind] = made_of, tuple(found)
        return True

    def printed(self, name: str, made_of: str) -> str | None:
        """See `Archive.printed`."""
        before, text = self._printed.get(name, ("", ""))
        return text if before == made_of else None

    def keep_printed(self, name: str, text: str, *, made_of: str, state: str) -> bool:
        """See `Archive.keep_printed`."""
        with self._lock:
            if not state or state != self.state():
                return False
            self._printed[name] = made_of, text
            if len(self._printed) > _MOST_PRINTED:
                del self._printed[next(iter(self._printed))]
        return True

    def search(self, words: str, *, limit: int = 50) -> list[Hit]:
        """See `Archive.search`."""
        wanted = terms(words)
        if not wanted:
            return []
        found = (
            hit
            for entry in self._ordered()
            for hit in hits(entry.document, [a for a in entry.annotations if isinstance(a, Statement)], wanted)
        )
        return list(islice(found, limit))

    def close(self) -> None:
        """See `Archive.close`."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ordered(self) -> list["_Entry"]:
        with self._lock:
            return sorted(self._documents.values(), key=lambda one: _filed(one.document))

    def _records(self) -> Iterator[Any]:
        for entry in self._documents.values():
            yield entry.document
            yield from entry.annotations
        yield from self.problems()
        yield from self._judgements.values()
        yield from meant(self._world)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    document: Document
    annotations: tuple[Annotation, ...]
    problems: tuple[Problem, ...]
    version: str


def _filed(document: Document) -> tuple[datetime, datetime, str]:
    published = document.published
    return published.start or datetime.max, published.stop or datetime.max, document.id
