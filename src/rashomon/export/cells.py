"""Cells and JSON: what a spreadsheet, a terminal or a line reader takes for more than text is made harmless."""

import csv
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from rashomon.model.shown import visible

# A spreadsheet takes a cell that begins so for a formula; the full-width signs too, in some languages.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")
# A spreadsheet holds no more in one cell, and cuts or breaks a longer one.
_LONGEST = 32_767
_CUT = " […]"
_BREAK = re.compile("[\t\n\u2028\u2029]+")
# What JSON leaves as it is, although a terminal obeys it, it deceives a reader, or a line reader ends a line at it.
_RAW = re.compile("[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def cell(value: str | float | None) -> str | float:
    """A value as a cell of a CSV file.

    Text that a spreadsheet would run begins with an apostrophe; numbers, also negative
    ones and those written as text, stay numbers. Text longer than a cell can be is cut.

    >>> cell("=cmd()"), cell("-5"), cell(-5.0), cell("- no"), cell(None)
    ("'=cmd()", '-5', -5.0, "'- no", '')
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    text = value if len(value) <= _LONGEST else value[: _LONGEST - len(_CUT)] + _CUT
    text = visible(text.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{text}" if _FORMULA.match(value) and not _NUMBER.fullmatch(value) else text


def flat(value: str | float | None) -> str | float:
    """A value as a cell of a tab-separated file: like `cell`, without tabs and line ends."""
    made = cell(value)
    return _BREAK.sub(" ", made) if isinstance(made, str) else made


def write_csv(out: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """A header and a line a row; a column that a row lacks is empty."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row.get(name)) for name in columns])


def write_tsv(out: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """A header and a line a row, tabs between the cells and nothing quoted."""
    out.write("\t".join(columns) + "\n")
    for row in rows:
        out.write("\t".join(str(flat(row.get(name))) for name in columns) + "\n")


def to_json_text(value: Any, *, indent: int | None = None) -> str:
    """JSON whose text says the same and deceives nobody: what hides, turns round or ends a line is escaped."""
    return _RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False, indent=indent))
