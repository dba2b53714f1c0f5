import csv
import io
import json
from pathlib import Path

import pyarrow.parquet
import pytest

from rashomon.analyse.tables import Row, Table
from rashomon.export.tables import to_csv, to_json, write_parquet

TABLE = Table(
    name="statements",
    columns=("speaker", "said", "low", "id"),
    rows=(
        Row(id="a", cells={"speaker": '=HYPERLINK("http://x")', "said": "two\nlines, “quoted”", "low": 3.0, "id": "a"}),
        Row(id="b", cells={"speaker": None, "said": "-1 degree", "low": None, "id": "b"}),
    ),
)


def test_csv_reads_back_and_runs_nothing() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(TABLE))))
    assert rows[0]["speaker"] == '\'=HYPERLINK("http://x")'
    assert rows[0]["said"] == "two\nlines, “quoted”"
    assert rows[1] == {"speaker": "", "said": "'-1 degree", "low": "", "id": "b"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_every_start_of_a_formula_is_defused(start: str) -> None:
    table = Table(name="t", columns=("a",), rows=(Row(id="x", cells={"a": f"{start}cmd()"}),))
    assert list(csv.reader(io.StringIO(to_csv(table), newline="")))[1][0].startswith("'")


def test_json_keeps_null_and_order() -> None:
    first, second = json.loads(to_json(TABLE))
    assert list(first) == ["speaker", "said", "low", "id"]
    assert second["speaker"] is None


def test_parquet_reads_back(tmp_path: Path) -> None:
    write_parquet(TABLE, tmp_path / "t.parquet")
    back = pyarrow.parquet.read_table(tmp_path / "t.parquet").to_pylist()
    assert back[0]["low"] == 3.0 and back[1]["low"] is None
    assert back[0]["speaker"].startswith("=")
