"""A case as a program uses it: `open_case`, then read, ask, export."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from rashomon import pipeline, plugins
from rashomon.analyse import brief, hand, tables
from rashomon.analyse.corroborations import corroborations
from rashomon.analyse.deeds import deeds_of
from rashomon.analyse.differences import differences
from rashomon.analyse.evidence import Passage, members, passages, record
from rashomon.analyse.view import View
from rashomon.analyse.whatif import Answer, whatif
from rashomon.case_files import suggested, to_yaml
from rashomon.errors import SetupError
from rashomon.export.exporters import EXPORTERS
from rashomon.export.judgements import from_jsonl, to_jsonl
from rashomon.export.tables import CaseTable, case_table
from rashomon.model.annotation import Event, Figure, Pledge, Position, Relation, Statement
from rashomon.model.case_file import CaseFile
from rashomon.model.decisions import Decisions, standing
from rashomon.model.finding import Action, Corroboration, Difference, Judgement
from rashomon.model.shown import Records
from rashomon.model.text import Document
from rashomon.model.world import Actor, Contact, Happening, Truce
from rashomon.store import DEFAULT_CASE, Archive, Hit, open_archive


class Case:
    """An open case; what is read of it is kept until something is written to it.

    `as_of` (an ISO day) makes everything asked as it was known at the end of that day.
    """

    def __init__(self, archive: Archive, *, as_of: str | None = None, view: View | None = None) -> None:
        """A case of an archive; `view` is one of it that is at hand already."""
        self.archive = archive
        self.as_of = as_of
        self._view = view

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
        made = self.judgement(action, *ids, who=who, why=why, field=field, value=value, all_alike=all_alike)
        self.decide(made)
        return made

    def judgement(
        self,
        action: Action,
        *ids: str,
        who: str,
        why: str,
        field: str | None = None,
        value: str | None = None,
        all_alike: bool = False,
    ) -> Judgement:
        """The judgement that `judge` would keep; nothing is kept yet.

        Raises:
            SetupError: as `judge`.
        """
        if not who.strip() or not why.strip():
            raise SetupError("a judgement needs who decides and why")
        return hand.judgement(
            self.view, action, ids, who=who, why=why, when=_now(), field=field, value=value, all_alike=all_alike
        )

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
        new = self.new_judgements(lines, name)
        self.decide(*new)
        return len(new)

    def new_judgements(self, lines: str, name: str) -> list[Judgement]:
        """The judgements among these lines that are not in the case; SetupError where a line is none."""
        known = {one.id for one in self.archive.judgements()}
        return list({one.id: one for one in from_jsonl(lines, name) if one.id not in known}.values())

    def judged(self, record: Any) -> list[Judgement]:
        """The judgements that hold and name a record, or the words it rests on."""
        named = {record.id, *members(record)}
        return [one for one in self.view.decisions.all if named.intersection(one.subjects)]

    def brief(self, *, since: str | None = None) -> brief.Brief:
        """The brief of the case; with `since` (an ISO day) it begins with what changed after that day."""
        before = View(pipeline.as_known_on(self.archive, since)) if since else None
        return brief.brief(self.view, as_of=self.as_of, before=before, since=since)

    def table(
        self,
        name: str,
        *,
        actor: str | Sequence[str] | None = None,
        since: str | None = None,
        until: str | None = None,
        background: bool = False,
    ) -> CaseTable:
        """The table of that name ("timeline", "figures" … as on the command line), filtered.

        Args:
            name: one of `analyse.tables.TABLES`.
            actor: only rows with this actor, by any of its names; of several, with all of them.
            since: only from this day (ISO).
            until: only up to this day (ISO).
            background: also history and other conflicts.

        Returns:
            Rows of text, numbers and None; `to_pandas()`, `to_arrow()`, or one dict a row when iterated.

        Raises:
            SetupError: no table or no actor of this name, or a day that is none.
        """
        wanted = tables.Filter(actor=actor, since=since, until=until, background=background)
        return case_table(self.view, name, wanted)

    def documents(self) -> Records[Document]:
        """The reports, in order of publication."""
        return Records(self.view.documents.values())

    def statements(self) -> Records[Statement]:
        """Who says what; this and the records below have their actors filled in and are in reading order."""
        return Records(self.view.statements)

    def events(self) -> Records[Event]:
        """What is told to have happened, each telling a record; `happenings` puts them together."""
        return Records(self.view.events)

    def figures(self) -> Records[Figure]:
        """Who counts how many of what."""
        return Records(self.view.figures)

    def pledges(self) -> Records[Pledge]:
        """What is promised or threatened on a condition."""
        return Records(self.view.pledges)

    def positions(self) -> Records[Position]:
        """What is demanded, offered, accepted, rejected."""
        return Records(self.view.positions)

    def relations(self) -> Records[Relation]:
        """How two stand to each other."""
        return Records(self.view.relations)

    def actors(self) -> Records[Actor]:
        """Everybody and every place that reports speak of, with all names they go by."""
        return Records(self.view.world.actors)

    def happenings(self) -> Records[Happening]:
        """What happened or is said to have, each thing once, with every account of it."""
        return Records(self.view.world.happenings)

    def contacts(self) -> Records[Contact]:
        """Calls, visits, meetings and letters."""
        return Records(self.view.world.contacts)

    def truces(self) -> Records[Truce]:
        """Truces from announcement to end."""
        return Records(self.view.world.truces)

    def differences(self) -> Records[Difference]:
        """Where accounts differ, and how."""
        return Records(differences(self.view))

    def corroborations(self) -> Records[Corroboration]:
        """Where accounts agree, and from how many independent upstreams."""
        return Records(corroborations(self.view))

    def whatif(self, question: str) -> Records[Answer]:
        """The pledges and pacts that an event, told in plain words, would meet; empty where nothing here covers it."""
        deeds = deeds_of(self.view)
        return Records(whatif(self.view, deeds, deeds.asked(question, pipeline.events_in(question))))

    def record(self, id: str) -> Any:
        """The record of that id, or of the only id that begins so."""
        return record(self.view, id)

    def passages(self, id: str) -> Records[Passage]:
        """The words a record rests on, each in its paragraph."""
        return Records(passages(self.view, self.record(id)))

    def records(self) -> Records[Any]:
        """Every record, with actors filled in."""
        return Records(tables.records(self.view))

    def search(self, words: str, *, limit: int = 50) -> Records[Hit]:
        """The places where all the words stand."""
        return Records(self.view.archive.search(words, limit=limit))

    def export(self, format: str, target: str | Path | None = None) -> None:
        """Write the case for other tools ("jsonl", "csv", "ftm" … see `export.exporters`, or a plug-in's name).

        Args:
            format: the name of the format.
            target: a file or a folder, as fits the format; None is standard output.

        Raises:
            SetupError: no such format, or one that needs a target and has none.
        """
        exporters = {**EXPORTERS, **plugins.plugins("exporters")}
        if format not in exporters:
            raise SetupError(f"no export format {format!r}: one of {', '.join(exporters)}")
        exporters[format](self.view, None if target is None else Path(target))

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
