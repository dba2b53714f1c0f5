"""Commands for more reports than a case holds: `scale`, and `import` of one story."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from rashomon.case import open_case
from rashomon.cli.options import CaseOption
from rashomon.store import DEFAULT_CASE


def scale(
    source: Annotated[str, typer.Argument(metavar="INPUT", help="Parquet, JSON Lines (gz, zst) or WARC.")],
    output: Annotated[Path, typer.Argument(metavar="OUTPUT", help="A folder; a second run goes on there.")],
    scheduler: Annotated[str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler: tcp://…")] = None,
    workers: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Processes here; 0 is this one alone.")
    ] = None,
    part: Annotated[int, typer.Option(min=1, metavar="N", help="Reports a task reads.")] = 200,
    largest: Annotated[
        int, typer.Option(min=1, metavar="N", help="Reports of the largest story; more are cut.")
    ] = 2000,
) -> int:
    """Read millions of reports on many workers: records as Parquet, a folder a kind, with the story of each."""
    from rashomon.scale.grouping import Sizes  # start-up: only these commands need the engine's rooms
    from rashomon.scale.run import scale as run  # start-up: as above

    sizes = Sizes(part=part, story=largest)
    made = run(str(source), output, count=workers, scheduler=scheduler, sizes=sizes, progress=_shown)
    print(
        f"{made.reports} reports ({made.copies} near-copies), {made.stories} stories, {made.differences} differences, "
        f"{made.problems} problems, {made.done} tasks done now: {output}"
    )
    return 0 if made.reports else 1


def import_(
    output: Annotated[Path, typer.Argument(metavar="OUTPUT", help="What `rashomon scale` wrote.")],
    story: Annotated[str, typer.Option(metavar="ID", help="The story, or how its id begins.")],
    case: CaseOption = DEFAULT_CASE,
) -> None:
    """Bring one story of a scaled run into a case, to work on."""
    from rashomon.scale.importing import find_story, import_story  # start-up: as above

    found = find_story(output, story)  # before a case is made for nothing
    with open_case(case) as into:
        new = import_story(output, found, into.archive)
    print(f"{new} reports of {found} are new: {case}")


def _shown(stage: str, done: int, wanted: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == wanted else "\r"
        print(f"{stage}: {done} of {wanted}", file=sys.stderr, end=end, flush=True)
