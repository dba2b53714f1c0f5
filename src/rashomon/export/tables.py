"""Tables and records as JSON, JSON Lines, CSV and Parquet."""

import csv
import json
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any, TextIO

import pyarrow
import pyarrow.parquet

from rashomon.analyse.tables import Row, Table
from rashomon.model.codec import encode

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_json(table: Table) -> str:
    """The rows as a JSON array of objects."""
    return json.dumps([_ordered(table, row) for row in table.rows], ensure_ascii=False, indent=1)


def to_csv(table: Table) -> str:
    """The rows as CSV with a header; a cell that a spreadsheet would run is quoted with an apostrophe."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([_safe(row.cells.get(column)) for column in table.columns])
    return out.getvalue()


def to_arrow(table: Table) -> pyarrow.Table:
    """The rows as an Arrow table: text columns, and numbers as 64-bit floats."""
    columns = {}
    for name in table.columns:
        cells = [row.cells.get(name) for row in table.rows]
        numeric = any(isinstance(cell, int | float) for cell in cells)
        columns[name] = pyarrow.array(cells, type=pyarrow.float64() if numeric else pyarrow.string())
    return pyarrow.table(columns)


def write_parquet(table: Table, target: Path) -> None:
    """The rows as a Parquet file."""
    pyarrow.parquet.write_table(to_arrow(table), target)


def write_tables(tables: Iterable[Table], folder: Path, format: str) -> None:
    """Each table as `folder/<name>.csv` or `.parquet`; the folder is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in tables:
        if format == "csv":
            (folder / f"{table.name}.csv").write_text(to_csv(table), encoding="utf-8")
        else:
            write_parquet(table, folder / f"{table.name}.parquet")


def write_records(records: Iterable[Any], target: TextIO, links: dict[str, str]) -> int:
    """Records as JSON Lines, one a line; `links` gives the actor of a mention. Returns how many."""
    count = 0
    for record in records:
        count += 1
        line = encode(record)
        if record.kind == "mention":
            line["actor"] = links.get(record.id)
        target.write(json.dumps(line, ensure_ascii=False) + "\n")
    return count


def _ordered(table: Table, row: Row) -> dict[str, Any]:
    return {column: row.cells.get(column) for column in table.columns}


def _safe(cell: str | float | None) -> str | float:
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return "'" + cell
    return cell
