"""Tables, records and reading progress on a terminal."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.text import Text

from rashomon.analyse.evidence import Passage
from rashomon.analyse.tables import Table
from rashomon.analyse.view import day, reference
from rashomon.export.grid import grid
from rashomon.model.shown import visible

# Columns that a terminal has no room for; JSON, CSV and Parquet have them all.
_HIDDEN = {
    "evidence", "document", "low", "high", "bound", "form", "basis", "of", "mode", "addressee", "channel",
    "independent_sources", "loss_of", "scope", "resolution", "published", "reports",
}  # fmt: skip
_NARROW = {name: {"outlet"} for name in ("actors", "truces", "contacts", "problems")}
_KEPT = {
    "contacts": {"evidence"}, "truces": {"evidence"}, "sources": {"published", "basis"},
    "timeline": {"independent_sources"}, "corroborations": {"independent_sources"},
}  # fmt: skip
_WIDE = 160  # columns where the output is no terminal
_LONGEST = 300


def width() -> int:
    """How many columns a table may take: those of the terminal."""
    return _console().width


def table_text(table: Table, width: int) -> str:
    """A table as it is printed, no wider than so many columns."""
    if not table.rows:
        return f"no {table.name} in this case\n"
    hidden = (_HIDDEN | _NARROW.get(table.name, set())) - _KEPT.get(table.name, set())
    columns = [name for name in table.columns if name not in hidden]
    rows = [[_cell(name, row.cells.get(name)) for name in columns] for row in table.rows]
    head = [name.replace("_", " ") for name in columns]
    # Not by the console, which takes a hundred times as long.
    lines = grid(head, rows, width=width, whole=[n for n, name in enumerate(columns) if name == "id"])
    return "".join(f"{line}\n" for line in lines)


def show_passages(passages: Iterable[Passage]) -> None:
    """Print words in their paragraphs, marked: bold on a terminal, between »« in a pipe."""
    console = _console()
    plain = not console.is_terminal
    for one in passages:
        title = one.document.title or one.document.source
        head = f"{title} ({one.document.outlet or 'outlet unknown'}; {day(one.document.published)})"
        console.print(Text(visible(head), style="dim"), soft_wrap=True)
        text = Text(visible(one.before))
        words = visible(one.span.text)
        text.append(f"»{words}«" if plain else words, style="bold reverse")
        text.append(visible(one.after))
        console.print(text, soft_wrap=plain)
        where = f"[{reference(one.record)}] {one.document.source}: characters {one.span.start}–{one.span.end}"
        console.print(Text(visible(where), style="dim"), soft_wrap=True)
        console.print()


@contextmanager
def reading(expected: Callable[[], int | None] = lambda: None) -> Iterator[Callable[[int, int, int, str], None] | None]:
    """A progress line on standard error where that is a terminal, else None.

    It shows how many reports a second are read, and the time left where `expected`, asked only
    for a terminal, knows how many there are. What it gives is called with reports read, known
    before, problems, and the last source.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import (  # start-up: only who reads on a terminal sees it
        BarColumn,
        Progress,
        ProgressColumn,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    spent: tuple[ProgressColumn, ...] = (TimeElapsedColumn(),)
    total = expected()
    if total:
        spent += (TextColumn("left"), TimeRemainingColumn())
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(pulse_style="cyan"), *spent)
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=total)

        def show(read: int, known: int, problems: int, source: str) -> None:
            name = visible(source.rsplit("/", 1)[-1])[:40].replace("[", "(")
            rate = read / (progress.tasks[0].elapsed or 1)
            told = f"{read} read, {rate:.1f}/s, {known} known, {problems} problems: {name}"
            progress.update(task, description=told, completed=read + known + problems)

        yield show


def _console() -> Console:
    terminal = sys.stdout.isatty()
    return Console(width=None if terminal else _WIDE, highlight=False, markup=False, emoji=False)


def _cell(column: str, value: str | float | None) -> str:
    if value is None:
        return ""
    if column == "id":
        return reference(str(value))
    text = f"{value:g}" if isinstance(value, float) else visible(str(value)).replace("\t", " ")
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
