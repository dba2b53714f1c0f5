"""Commands that hand a case on, or measure it: `export`, `eval`."""

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.options import AsOfOption, CaseOption, OutOption, opened
from rashomon.errors import SetupError
from rashomon.export.exporters import EXPORTERS
from rashomon.store import DEFAULT_CASE


def export(
    case: CaseOption = DEFAULT_CASE,
    format: Annotated[str, typer.Option("--format", help=f"{', '.join(EXPORTERS)}, or a plug-in's name.")] = "jsonl",
    out: OutOption = None,
    as_of: AsOfOption = None,
) -> None:
    """The case for other tools: records, tables, event data, entities, graphs, claims, an archive's crate."""
    with opened(case, as_of) as exported:
        exported.export(format, out)


def evaluate(
    suites: Annotated[list[str] | None, typer.Argument(metavar="[SUITE…]")] = None,
    update: Annotated[bool, typer.Option(help="Pin the floors to what was reached.")] = False,
) -> int:
    """Accuracy on the suites of quality/, against the pinned floors."""
    root = Path(__file__).parents[3]
    if not (root / "quality" / "__main__.py").exists():
        raise SetupError("the suites are not part of the package: run this in a checkout")
    call = [sys.executable, "-m", "quality", *(suites or []), *(["--update"] if update else [])]
    return subprocess.run(call, cwd=root, check=False).returncode
