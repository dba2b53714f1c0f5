"""Commands that hand a case on, or measure it: `export`, `eval`."""

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from rashomon.analyse.tables import TABLES, records
from rashomon.case import Case
from rashomon.cli.options import AsOfOption, CaseOption, OutOption, opened
from rashomon.errors import SetupError
from rashomon.export import tables
from rashomon.plugins import plugins
from rashomon.store import DEFAULT_CASE


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
    with opened(case, as_of) as exported:
        if format in others:
            others[format](exported.view.archive, out)
        elif format == "jsonl":
            _export_records(exported, out)
        elif out is None:
            raise SetupError(f"{format} is a file a table: give --out FOLDER")
        else:
            tables.write_tables([exported.table(name, background=True) for name in TABLES], out, format)


def _export_records(case: Case, out: Path | None) -> None:
    links = dict(case.view.world.links)
    if out is None:
        tables.write_records(records(case.view), sys.stdout, links)
        return
    with out.open("w", encoding="utf-8") as target:
        tables.write_records(records(case.view), target, links)


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
