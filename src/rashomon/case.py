"""A case as a program uses it: `open_case`, then read, ask, export."""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from rashomon import pipeline, plugins
from rashomon.analyse import brief, tables
from rashomon.analyse.differences import differences
from rashomon.analyse.evidence import Passage, passages, record
from rashomon.analyse.tables import Filter, Table
from rashomon.analyse.view import View
from rashomon.errors import SetupError
from rashomon.model.finding import Difference, Judgement
from rashomon.resolve.world import resolve
from rashomon.store import DEFAULT_CASE, Archive, Hit, open_archive


class Case:
    """An open case; what is read of it is kept until something is written to it.

    `as_of` (an ISO day) makes everything asked as it was known at the end of that day.
    """

    def __init__(self, archive: Archive, *, as_of: str | None = None) -> None:
        self.archive = archive
        self.as_of = as_of
        self._view: View | None = None

    @property
    def view(self) -> View:
        """The records as analyses read them."""
        if self._view is None:
            known = pipeline.as_known_on(self.archive, self.as_of) if self.as_of else self.archive
            self._view = View(known, checks=plugins.plugins("checks").values())
        return self._view

    def read(
        self,
        *sources: str | Path,
        published: str | None = None,
        outlet: str | None = None,
        jobs: int = 1,
        progress: Callable[[pipeline.Tally, str], None] | None = None,
    ) -> pipeline.Tally:
        """Read files, folders, globs, "-", URLs; see `pipeline.read_into`. A second run adds nothing."""
        self._view = None
        return pipeline.read_into(
            self.archive, map(str, sources), published=published, outlet=outlet, jobs=jobs, progress=progress
        )

    def decide(self, judgement: Judgement) -> None:
        """Keep a person's decision and make the world anew."""
        self._view = None
        self.archive.judge(judgement)
        self.archive.rebuild(resolve, version=pipeline.VERSION)

    def brief(self) -> brief.Brief:
        """The brief of the case."""
        return brief.brief(self.view, as_of=self.as_of)

    def table(self, name: str, **wanted: Any) -> Table:
        """The table of that name ("timeline", "figures" …); keywords as in `tables.Filter`."""
        return tables.table(self.view, name, Filter(**wanted))

    def differences(self) -> list[Difference]:
        """Where accounts differ, and how."""
        return differences(self.view)

    def record(self, id: str) -> Any:
        """The record of that id, or of the only id that begins so."""
        return record(self.view, id)

    def passages(self, id: str) -> list[Passage]:
        """The words a record rests on, each in its paragraph."""
        return passages(self.view, self.record(id))

    def records(self) -> Sequence[Any]:
        """Every record, with actors filled in."""
        return list(tables.records(self.view))

    def search(self, words: str, *, limit: int = 50) -> list[Hit]:
        """The places where all the words stand."""
        return self.view.archive.search(words, limit=limit)

    def close(self) -> None:
        """Let go of the case's file or server."""
        self.archive.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_case(case: str | Path = DEFAULT_CASE, *, as_of: str | None = None, create: bool = True) -> Case:
    """Open a case: a file (SQLite), made if it is not there, or a postgresql:// URL.

    Raises:
        SetupError: it cannot be opened, or is not there and must not be made.
    """
    if not create and "://" not in str(case) and not Path(case).exists():
        raise SetupError(f"{case}: no such case; `rashomon read SOURCE --case {case}` makes one")
    return Case(open_archive(case), as_of=as_of)
