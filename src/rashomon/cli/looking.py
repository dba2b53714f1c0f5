"""Commands that show what a case holds: the brief, a table a command, one record, a search."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from rashomon.analyse.brief import Brief
from rashomon.analyse.evidence import members, passages
from rashomon.analyse.view import reference
from rashomon.case import Case
from rashomon.cli.options import AsOfOption, CaseOption, OutOption, check_day, opened
from rashomon.cli.printed import printed
from rashomon.errors import SetupError
from rashomon.export import judgements, report, tables, terminal
from rashomon.export.target import write
from rashomon.model.annotation import Link
from rashomon.model.codec import encode
from rashomon.model.shown import visible
from rashomon.store import DEFAULT_CASE


class TableFormat(StrEnum):
    """How a table is printed."""

    table = "table"
    json = "json"
    csv = "csv"
    parquet = "parquet"


class BriefFormat(StrEnum):
    """How the brief is written."""

    text = "text"
    md = "md"
    html = "html"
    pdf = "pdf"
    docx = "docx"


ActorOption = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Only rows with this actor; given twice, with both.")
]
SinceOption = Annotated[str | None, typer.Option(metavar="DATE", help="Only from this day.")]
UntilOption = Annotated[str | None, typer.Option(metavar="DATE", help="Only up to this day.")]
BackgroundOption = Annotated[bool, typer.Option(help="Also history and other conflicts.")]
FormatOption = Annotated[TableFormat, typer.Option("--format")]


def brief(
    case: CaseOption = DEFAULT_CASE,
    as_of: AsOfOption = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Begin with what changed after the end of this day.")
    ] = None,
    format: Annotated[BriefFormat, typer.Option("--format")] = BriefFormat.text,
    out: OutOption = None,
) -> None:
    """The report a reader wants: what changed, what is disputed, truces, figures, pledges, what is not known."""
    if since:
        check_day(since, "--since")
    if out is None and format in (BriefFormat.pdf, BriefFormat.docx):
        raise SetupError(f"{format.value} is no text: give --out FILE")
    with opened(case, as_of) as shown:
        if format is BriefFormat.text:
            write(printed(shown, "brief", lambda: report.to_text(shown.brief(since=since)), since=since), out)
        else:
            write(_written(shown, shown.brief(since=since), format), out)


def _written(case: Case, made: Brief, format: BriefFormat) -> str | bytes:
    """A brief to hand on: made anew each time, for what a case keeps need not be ours."""
    if format is BriefFormat.md:
        return report.to_markdown(made)
    if format is BriefFormat.html:
        return report.to_html(made, case.view)
    from rashomon.export import documents  # start-up: only these formats need Word's library

    return documents.to_pdf(made) if format is BriefFormat.pdf else documents.to_docx(made)


def table_command(name: str) -> Callable[..., None]:
    """The command that prints one table."""

    def command(
        case: CaseOption = DEFAULT_CASE,
        as_of: AsOfOption = None,
        actor: ActorOption = None,
        since: SinceOption = None,
        until: UntilOption = None,
        background: BackgroundOption = False,
        format: FormatOption = TableFormat.table,
        out: OutOption = None,
    ) -> None:
        with opened(case, as_of) as shown:
            _show_table(shown, name, format, out, actor=actor, since=since, until=until, background=background)

    command.__doc__ = f"The {name} of a case, a row each."
    return command


def actors(
    case: CaseOption = DEFAULT_CASE,
    as_of: AsOfOption = None,
    actor: ActorOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    suggest: Annotated[bool, typer.Option("--suggest", help="Write a draft of a case file instead (YAML).")] = False,
    format: FormatOption = TableFormat.table,
    out: OutOption = None,
) -> None:
    """The actors of a case, a row each."""
    with opened(case, as_of) as shown:
        if suggest:
            write(shown.suggestion(), out)
        else:
            _show_table(shown, "actors", format, out, actor=actor, since=since, until=until)


def _show_table(case: Case, name: str, format: TableFormat, out: Path | None, **wanted: Any) -> None:
    if format is TableFormat.parquet:
        if out is None:
            raise SetupError("Parquet is no text: give --out FILE")
        tables.write_parquet(case.table(name, **wanted), out)
        return
    if format is TableFormat.table and out is None:
        width = terminal.width()
        made = printed(
            case, name, lambda: terminal.table_text(case.table(name, **wanted), width), width=width, **wanted
        )
        write(made, out)
        return
    table = case.table(name, **wanted)
    write(tables.to_csv(table) if format is TableFormat.csv else tables.to_json(table) + "\n", out)


def show(id: str, case: CaseOption = DEFAULT_CASE, as_of: AsOfOption = None) -> None:
    """One record: its fields, how it was found, and its words in their sentences."""
    with opened(case, as_of) as shown:
        one = shown.record(id)
        print(visible(_described(shown, one)))
        print()
        terminal.show_passages(passages(shown.view, one))


def _described(case: Case, one: Any) -> str:
    fields = {
        name: value
        for name, value in encode(one).items()
        if value not in (None, [], "", {}) and name not in ("text", "evidence", "furniture", "mentions", "metadata")
    }
    lines = [f"{name + ':':<14}{_plain(case, value)}" for name, value in fields.items()]
    rests = [reference(id) for id in members(one)][:20]
    lines += [f"{'rests on:':<14}{', '.join(rests)}"] if rests and one.kind != "actor" else []
    return "\n".join([*lines, *(f"{'judged:':<14}{judgements.described(done)}" for done in case.judged(one))])


def _plain(case: Case, value: Any) -> str:
    """A field's JSON value for a reader: names instead of ids, words instead of spans."""
    if isinstance(value, list):
        return "; ".join(_plain(case, item) for item in value)
    if not isinstance(value, dict):
        return str(value)
    if "span" in value or list(value) == ["document"]:
        if value.get("document"):
            return case.view.name(Link(document=value["document"]))
        who = case.view.actors.get(value.get("actor") or "")
        words = (value.get("span") or {}).get("text")
        return " ".join(filter(None, (who.name if who else None, f"(“{words}”)" if words else None))) or "unknown"
    if "text" in value and "start" in value:
        return f"“{value['text']}”"
    return ", ".join(f"{name} {_plain(case, item)}" for name, item in value.items() if item not in (None, [], ""))


def search(words: str, case: CaseOption = DEFAULT_CASE, limit: int = 50) -> None:
    """Full text over reports and statements."""
    with opened(case) as searched:
        hits = searched.search(words, limit=limit)
        for hit in hits:
            where = f"{reference(hit.record)}  {searched.view.name(Link(document=hit.document))}"
            print(visible(f"{where}: {' '.join(hit.snippet.split())}"))
        if not hits:
            print("nothing found")
