"""Commands that read reports into a case."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from rashomon import demo as sample
from rashomon import pipeline
from rashomon.case import open_case
from rashomon.case_files import read_case_file
from rashomon.cli.options import CaseOption, WhoOption, check_day, opened, user
from rashomon.errors import SetupError
from rashomon.export import report, terminal
from rashomon.model.shown import visible
from rashomon.pipeline import Tally
from rashomon.store import DEFAULT_CASE


def read(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE…", help="Files, folders, globs, URLs, or -.")
    ] = None,
    case: CaseOption = DEFAULT_CASE,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When these reports appeared.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published them.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that analyse.")] = 1,
    case_file: Annotated[
        Path | None, typer.Option(metavar="YAML", help="Parties, names, offices, dates; kept with the case.")
    ] = None,
    who: WhoOption = None,
) -> int:
    """Read reports into a case; what is there already is left as it is."""
    check_day(published, "--published")
    if not sources and case_file is None:
        raise SetupError("nothing to read: give a SOURCE, or a --case-file for what was read before")
    told = read_case_file(case_file) if case_file else None
    with open_case(case) as into, terminal.reading(lambda: pipeline.expected(sources or ())) as show:
        before = {one.id for one in into.archive.problems()}
        if told is not None and into.tell(told, who=user(who), why=f"from {case_file}") and not sources:
            print(f"the case file {case_file} holds now: {case}")
        tally = into.read(
            *(sources or ()), published=published, outlet=outlet, jobs=jobs, progress=_shown(show) if show else None
        )
        problems = [one for one in into.archive.problems() if one.id not in before]
    for one in problems:
        print(visible(f"rashomon: {one.source}: {one.message}"), file=sys.stderr)
    if not sources:
        return 0
    print(f"{tally.read} read, {tally.known} known before, {tally.problems} problems: {case}")
    return 0 if tally.read or tally.known else 1


def _shown(show: Callable[[int, int, int, str], None]) -> Callable[[Tally, str], None]:
    return lambda tally, source: show(tally.read, tally.known, tally.problems, source)


def refresh(case: CaseOption = DEFAULT_CASE) -> None:
    """Analyse anew what an earlier version of Rashomon read into the case; judgements stay."""
    with opened(case) as stale:
        count = pipeline.refresh(stale.archive)
    print(f"{count} reports analysed anew: {case}")


def demo(
    folder: Annotated[Path, typer.Option("--folder", help="Where the case and the report go.")] = Path("demo"),
) -> None:
    """Read the sample conflict, print its brief, write its case and an HTML report."""
    made = sample.demo(folder)
    print(report.to_text(made.brief))
    print(f"The case:      {made.case}")
    print(f"The report:    {made.report}")
    print(f"One sentence:  rashomon show {made.example} --case {made.case}")
    print(f"In a browser:  rashomon serve --case {made.case}")
