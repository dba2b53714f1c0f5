"""The command line: `rashomon read`, `brief`, a table a command, `show`, `search`, `export` and more.

Exit status: 0 done (what could not be read is listed as problems), 1 nothing could be
done, 2 the call or the set-up is wrong. Errors go to standard error, one line each.
"""

import getpass
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from rashomon import demo as sample
from rashomon import pipeline
from rashomon.analyse.evidence import members, passages
from rashomon.analyse.tables import TABLES, records
from rashomon.analyse.view import reference
from rashomon.case import Case, open_case
from rashomon.errors import DocumentError, SetupError
from rashomon.export import documents, report, tables, terminal
from rashomon.model.annotation import Link
from rashomon.model.codec import encode
from rashomon.model.finding import Action, Judgement
from rashomon.pipeline import Tally
from rashomon.plugins import plugins
from rashomon.store import DEFAULT_CASE

app = typer.Typer(
    name="rashomon",
    help="Reads reports of a conflict and rebuilds the system they describe; every cell leads back to a sentence.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


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


CaseOption = Annotated[
    str, typer.Option("--case", envvar="RASHOMON_CASE", help="The case: a file, or a postgresql:// URL.")
]
AsOfOption = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="As known at the end of that day.")]
OutOption = Annotated[Path | None, typer.Option("--out", help="Write here instead of standard output.")]


def main() -> None:
    """Run the command line; a deliberate error is one line and an exit status, never a traceback."""
    try:
        status = app(standalone_mode=False)
    except (SetupError, DocumentError) as error:
        _fail(str(error), 2 if isinstance(error, SetupError) else 1)
    except BrokenPipeError:  # the reader of our output went away: `rashomon brief | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        _fail("stopped; what was read is kept, and the next run goes on", 1)
    except OSError as error:
        _fail(f"{error.filename or 'rashomon'}: {error.strerror or error}", 2)
    except Exception as error:
        told = getattr(error, "format_message", None)  # a call that typer could not read
        if told is None:
            raise
        _fail(told(), 2)
    sys.exit(status if isinstance(status, int) else 0)


def _fail(message: str, status: int) -> NoReturn:
    print("rashomon: " + report.visible(" ".join(message.split())), file=sys.stderr)
    sys.exit(status)


@app.command()
def read(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="Files, folders, globs, URLs, or -.")],
    case: CaseOption = DEFAULT_CASE,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When these reports appeared.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published them.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that analyse.")] = 1,
) -> int:
    """Read reports into a case; what is there already is left as it is."""
    _check_day(published, "--published")
    with open_case(case) as opened, terminal.reading() as show:
        before = {one.id for one in opened.archive.problems()}
        tally = opened.read(
            *sources, published=published, outlet=outlet, jobs=jobs, progress=_shown(show) if show else None
        )
        problems = [one for one in opened.archive.problems() if one.id not in before]
    for one in problems:
        print(report.visible(f"rashomon: {one.source}: {one.message}"), file=sys.stderr)
    print(f"{tally.read} read, {tally.known} known before, {tally.problems} problems: {case}")
    return 0 if tally.read or tally.known else 1


def _shown(show: Callable[[int, int, int, str], None]) -> Callable[[Tally, str], None]:
    return lambda tally, source: show(tally.read, tally.known, tally.problems, source)


@app.command()
def refresh(case: CaseOption = DEFAULT_CASE) -> None:
    """Analyse anew what an earlier version of Rashomon read into the case; judgements stay."""
    with _opened(case, None) as opened:
        count = pipeline.refresh(opened.archive)
    print(f"{count} reports analysed anew: {case}")


@app.command()
def demo(
    folder: Annotated[Path, typer.Option("--folder", help="Where the case and the report go.")] = Path("demo"),
) -> None:
    """Read the sample conflict, print its brief, write its case and an HTML report."""
    made = sample.demo(folder)
    print(report.to_text(made.brief))
    print(f"The case:      {made.case}")
    print(f"The report:    {made.report}")
    print(f"One sentence:  rashomon show {made.example} --case {made.case}")


@app.command()
def brief(
    case: CaseOption = DEFAULT_CASE,
    as_of: AsOfOption = None,
    format: Annotated[BriefFormat, typer.Option("--format")] = BriefFormat.text,
    out: OutOption = None,
) -> None:
    """The report a reader wants: reports, disputes, timeline, figures, who said what."""
    with _opened(case, as_of) as opened:
        made = opened.brief()
        writers: dict[BriefFormat, Callable[[], str | bytes]] = {
            BriefFormat.text: lambda: report.to_text(made),
            BriefFormat.md: lambda: report.to_markdown(made),
            BriefFormat.html: lambda: report.to_html(made, opened.view),
            BriefFormat.pdf: lambda: documents.to_pdf(made),
            BriefFormat.docx: lambda: documents.to_docx(made),
        }
        if out is None and format in (BriefFormat.pdf, BriefFormat.docx):
            raise SetupError(f"{format.value} is no text: give --out FILE")
        _write(writers[format](), out)


def _table_command(name: str) -> None:
    """Add the command that prints one table."""

    def command(
        case: CaseOption = DEFAULT_CASE,
        as_of: AsOfOption = None,
        actor: Annotated[str | None, typer.Option(metavar="NAME", help="Only rows with this actor.")] = None,
        since: Annotated[str | None, typer.Option(metavar="DATE", help="Only from this day.")] = None,
        until: Annotated[str | None, typer.Option(metavar="DATE", help="Only up to this day.")] = None,
        background: Annotated[bool, typer.Option(help="Also history and other conflicts.")] = False,
        format: Annotated[TableFormat, typer.Option("--format")] = TableFormat.table,
        out: OutOption = None,
    ) -> None:
        with _opened(case, as_of) as opened:
            made = opened.table(name, actor=actor, since=since, until=until, background=background)
        if format is TableFormat.table and out is None:
            terminal.show_table(made)
        elif format is TableFormat.parquet:
            if out is None:
                raise SetupError("Parquet is no text: give --out FILE")
            tables.write_parquet(made, out)
        else:
            _write(tables.to_csv(made) if format is TableFormat.csv else tables.to_json(made) + "\n", out)

    command.__doc__ = f"The {name} of a case, a row each."
    app.command(name)(command)


for _name in TABLES:
    _table_command(_name)


@app.command()
def show(id: str, case: CaseOption = DEFAULT_CASE, as_of: AsOfOption = None) -> None:
    """One record: its fields, how it was found, and its words in their sentences."""
    with _opened(case, as_of) as opened:
        one = opened.record(id)
        print(report.visible(_described(opened, one)))
        print()
        terminal.show_passages(passages(opened.view, one))


def _described(case: Case, one: Any) -> str:
    fields = {
        name: value
        for name, value in encode(one).items()
        if value not in (None, [], "", {}) and name not in ("text", "evidence", "furniture", "mentions", "metadata")
    }
    lines = [f"{name + ':':<14}{_plain(case, value)}" for name, value in fields.items()]
    rests = [reference(id) for id in members(one)][:20]
    return "\n".join([*lines, *([f"{'rests on:':<14}{', '.join(rests)}"] if rests and one.kind != "actor" else [])])


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


@app.command()
def search(words: str, case: CaseOption = DEFAULT_CASE, limit: int = 50) -> None:
    """Full text over reports and statements."""
    with _opened(case, None) as opened:
        hits = opened.search(words, limit=limit)
        for hit in hits:
            where = f"{reference(hit.record)}  {opened.view.name(Link(document=hit.document))}"
            print(report.visible(f"{where}: {' '.join(hit.snippet.split())}"))
        if not hits:
            print("nothing found")


@app.command()
def judge(
    action: Annotated[Action, typer.Argument(help="What is decided.")],
    subjects: Annotated[list[str], typer.Argument(metavar="ID…")],
    why: Annotated[str, typer.Option(help="The reason, kept with the decision.")],
    who: Annotated[str | None, typer.Option(help="Who decides; your user name if left out.")] = None,
    set_: Annotated[str | None, typer.Option("--set", metavar="FIELD=VALUE", help="What a correction sets.")] = None,
    case: CaseOption = DEFAULT_CASE,
) -> None:
    """Record a decision on records: append-only, with who, why and when."""
    field, _, value = (set_ or "").partition("=")
    with _opened(case, None) as opened:
        decision = Judgement(
            action=action,
            subjects=tuple(opened.record(id).id for id in subjects),
            who=who or getpass.getuser(),
            why=why,
            when=datetime.now(UTC).isoformat(timespec="seconds"),
            field=field or None,
            value=value or None,
        )
        opened.decide(decision)
        print(decision.id)


@app.command()
def export(
    case: CaseOption = DEFAULT_CASE,
    format: Annotated[str, typer.Option("--format", help="jsonl, csv, parquet, or a plug-in's name.")] = "jsonl",
    out: OutOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Every record as JSON Lines, or every table as CSV or Parquet in a folder."""
    others = plugins("exporters")
    if format not in ("jsonl", "csv", "parquet", *others):
        raise SetupError(f"no export format {format!r}: one of {', '.join(('jsonl', 'csv', 'parquet', *others))}")
    with _opened(case, as_of) as opened:
        if format in others:
            others[format](opened.view.archive, out)
        elif format == "jsonl":
            _export_records(opened, out)
        elif out is None:
            raise SetupError(f"{format} is a file a table: give --out FOLDER")
        else:
            tables.write_tables([opened.table(name, background=True) for name in TABLES], out, format)


def _export_records(opened: Case, out: Path | None) -> None:
    links = dict(opened.view.world.links)
    if out is None:
        tables.write_records(records(opened.view), sys.stdout, links)
        return
    with out.open("w", encoding="utf-8") as target:
        tables.write_records(records(opened.view), target, links)


@app.command("eval")
def evaluate(
    suites: Annotated[list[str] | None, typer.Argument(metavar="[SUITE…]")] = None,
    update: Annotated[bool, typer.Option(help="Pin the floors to what was reached.")] = False,
) -> int:
    """Accuracy on the suites of quality/, against the pinned floors."""
    root = Path(__file__).parents[2]
    if not (root / "quality" / "__main__.py").exists():
        raise SetupError("the suites are not part of the package: run this in a checkout")
    call = [sys.executable, "-m", "quality", *(suites or []), *(["--update"] if update else [])]
    return subprocess.run(call, cwd=root, check=False).returncode


def _opened(case: str, as_of: str | None) -> Case:
    _check_day(as_of, "--as-of")
    return open_case(case, as_of=as_of, create=False)


def _check_day(day: str | None, option: str) -> None:
    if day is None:
        return
    try:
        datetime.fromisoformat(day)
    except ValueError:
        raise SetupError(f"{option} {day!r} is no date such as 2020-10-28") from None


def _write(made: str | bytes, out: Path | None) -> None:
    content = made.encode("utf-8") if isinstance(made, str) else made
    if out is None:
        sys.stdout.write(content.decode("utf-8"))
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(content)
