"""A case as a program uses it: `open_case`, then read, ask, export."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from rashomon import pipeline, plugins
from rashomon.analyse import brief, hand, tables
from rashomon.analyse.deeds import Deeds
from rashomon.analyse.differences import differences
from rashomon.analyse.evidence import Passage, members, passages, record
from rashomon.analyse.tables import Filter, Table
from rashomon.analyse.view import View
from rashomon.analyse.whatif import Answer, whatif
from rashomon.case_files import suggested, to_yaml
from rashomon.errors import SetupError
from rashomon.export.judgements import from_jsonl, to_jsonl
from rashomon.model.case_file import CaseFile
from rashomon.model.decisions import Decisions, standing
from rashomon.model.finding import Action, Difference, Judgement
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

    def tell(self, case_file: CaseFile, *, who: str, why: str) -> bool:
        """Keep what a case file tells, in place of the one before; False if that told just this."""
        if self.case_file == case_file:
            return False
        self.decide(
            Judgement(action="case file", subjects=(), who=who, why=why, when=_now(), value=case_file.to_json())
        )
        return True

    @property
    def case_file(self) -> CaseFile:
        """The case file that holds; an empty one where there is none."""
        return Decisions(self.archive.judgements()).case_file

    def suggestion(self) -> str:
        """A draft of a case file (YAML) from what the reports tell; given back unchanged it changes nothing."""
        return to_yaml(suggested(self.view))

    def judge(
        self,
        action: Action,
        *ids: str,
        who: str,
        why: str,
        field: str | None = None,
        value: str | None = None,
        all_alike: bool = False,
    ) -> Judgement:
        """Decide on records; see `analyse.hand.judgement`. The world is made anew at once.

        Raises:
            SetupError: no such record, or one of which this cannot be decided.
        """
        if not who.strip() or not why.strip():
            raise SetupError("a judgement needs who decides and why")
        made = hand.judgement(
            self.view, action, ids, who=who, why=why, when=_now(), field=field, value=value, all_alike=all_alike
        )
        self.decide(made)
        return made

    def decide(self, *judgements: Judgement) -> None:
        """Keep people's decisions and make the world anew."""
        self._view = None
        pipeline.decide(self.archive, judgements)

    def judgements(self) -> list[tuple[Judgement, bool]]:
        """Every judgement, oldest first, and whether it still holds."""
        made = list(self.archive.judgements())
        holding = {one.id for one in standing(made)}
        return [(one, one.id in holding) for one in sorted(made, key=lambda one: (one.when, one.id))]

    def judgements_as_jsonl(self) -> str:
        """Every judgement, one a line."""
        return to_jsonl(one for one, _ in self.judgements())

    def take_judgements(self, lines: str, name: str) -> int:
        """Take over judgements made elsewhere, all or none; returns how many are new.

        Raises:
            SetupError: a line is no judgement; `name` is how the message calls the lines.
        """
        known = {one.id for one in self.archive.judgements()}
        new = {one.id: one for one in from_jsonl(lines, name) if one.id not in known}
        self.decide(*new.values())
        return len(new)

    def judged(self, record: Any) -> list[Judgement]:
        """The judgements that hold and name a record, or the words it rests on."""
        named = {record.id, *members(record)}
        return [one for one in self.view.decisions.all if named.intersection(one.subjects)]

    def brief(self) -> brief.Brief:
        """The brief of the case."""
        return brief.brief(self.view, as_of=self.as_of)

    def table(self, name: str, **wanted: Any) -> Table:
        """The table of that name ("timeline", "figures" …); keywords as in `tables.Filter`."""
        return tables.table(self.view, name, Filter(**wanted))

    def differences(self) -> list[Difference]:
        """Where accounts differ, and how."""
        return differences(self.view)

    def whatif(self, question: str) -> list[Answer]:
        """The pledges and pacts that an event, told in plain words, would meet; empty where nothing here covers it."""
        deeds = Deeds(self.view)
        return whatif(self.view, deeds, deeds.asked(question, pipeline.events_in(question)))

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


def _now() -> str:
    """This moment, to the microsecond: judgements are applied in the order in which they were made."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
