"""Tables as JSON, CSV, Parquet and Arrow; `CaseTable` is what the Python API hands out."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib import import_module
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.analyse.tables import TABLES, Cell, Filter, Row, Table, table
from rashomon.analyse.view import View
from rashomon.errors import SetupError
from rashomon.export.cells import to_json_text, write_csv
from rashomon.export.target import folder
from rashomon.model.shown import cell_html

if TYPE_CHECKING:
    import pyarrow

# A notebook shows so many rows.
_MOST = 100
# The columns that hold numbers, so that a table has the same types where all of them are unknown.
_NUMBERS = frozenset(
    {"low", "high", "cell_low", "cell_best", "cell_high", "mentions", "reports", "independent_sources", "statements",
     "relayed", "own_share", "carried_share", "opinion_share", "times", "happenings", "alone"}
)  # fmt: skip


class CaseTable(Table):
    """A table that a notebook shows, and that goes to pandas and Arrow; iterating gives a dict a row."""

    __slots__ = ()

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        return iter([_ordered(self, row) for row in self.rows])

    def __len__(self) -> int:
        return len(self.rows)

    def to_arrow(self) -> "pyarrow.Table":
        """The rows as an Arrow table: text columns, and numbers as 64-bit floats; unknown is null."""
        return to_arrow(self)

    def to_pandas(self) -> Any:
        """The rows as a `pandas.DataFrame`, in the order of `columns`.

        Raises:
            SetupError: pandas is not installed.
        """
        try:
            import_module("pandas")  # no dependency of ours: only who asks for a data frame needs it
        except ImportError as error:
            raise SetupError("a data frame needs pandas: pip install pandas") from error
        return to_arrow(self).to_pandas()

    def _repr_html_(self) -> str:
        """The first hundred rows as HTML, all text escaped; how many more there are is told."""
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        rows = "".join(
            "<tr>" + "".join(f"<td>{cell_html(row.cells.get(name))}</td>" for name in self.columns) + "</tr>"
            for row in self.rows[:_MOST]
        )
        more = f"<p>… and {len(self.rows) - _MOST} more</p>" if len(self.rows) > _MOST else ""
        caption = f"{escape(self.name)}: {len(self.rows)}"
        return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}"


def case_table(view: View, name: str, wanted: Filter | None = None) -> CaseTable:
    """The table of that name, filtered, with all that a program or a notebook does with it.

    Raises:
        SetupError: no table or no actor of this name, or a day that is none.
    """
    if name not in TABLES:
        raise SetupError(f"no table {name!r}: one of {', '.join(TABLES)}")
    made = table(view, name, wanted)
    return CaseTable(name=made.name, columns=made.columns, rows=made.rows)


def to_json(table: Table) -> str:
    """The rows as a JSON array of objects."""
    return to_json_text([_ordered(table, row) for row in table.rows], indent=1)


def to_csv(table: Table) -> str:
    """The rows as CSV with a header; see `cells.cell` for what is done to hostile text."""
    out = StringIO()
    write_csv(out, table.columns, (row.cells for row in table.rows))
    return out.getvalue()


def to_arrow(table: Table) -> "pyarrow.Table":
    """The rows as an Arrow table: text columns, and numbers as 64-bit floats."""
    import pyarrow  # start-up: only who asks for Arrow needs it, and with numpy it takes a quarter of a second

    columns = {}
    for name in table.columns:
        kind = pyarrow.float64() if name in _NUMBERS else pyarrow.string()
        columns[name] = pyarrow.array([row.cells.get(name) for row in table.rows], type=kind)
    return pyarrow.table(columns)


def to_parquet(table: Table) -> bytes:
    """The rows as a Parquet file, text as it stands in the reports."""
    import pyarrow.parquet  # start-up: as above

    out = BytesIO()
    pyarrow.parquet.write_table(to_arrow(table), out)
    return out.getvalue()


def write_parquet(table: Table, target: Path) -> None:
    """The rows as a Parquet file at `target`."""
    target.write_bytes(to_parquet(table))


def export_csv(view: View, target: Path | None) -> None:
    """Every table as `target/<name>.csv`.

    Raises:
        SetupError: no target.
    """
    into = folder(target, "csv is a file a table")
    for one in _all(view):
        (into / f"{one.name}.csv").write_text(to_csv(one), encoding="utf-8", newline="")


def export_parquet(view: View, target: Path | None) -> None:
    """Every table as `target/<name>.parquet`.

    Raises:
        SetupError: no target.
    """
    into = folder(target, "parquet is a file a table")
    for one in _all(view):
        write_parquet(one, into / f"{one.name}.parquet")


def _all(view: View) -> Iterable[Table]:
    return (table(view, name, Filter(background=True)) for name in TABLES)


def _ordered(table: Table, row: Row) -> dict[str, Any]:
    return {column: row.cells.get(column) for column in table.columns}
