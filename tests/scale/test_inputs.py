"""What INPUT may be: Parquet, JSON Lines packed or plain, archives; what is wrong in it is told."""

import gzip
import json
from datetime import date
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from rashomon.errors import SetupError
from rashomon.model.finding import Problem
from rashomon.read.draft import Draft
from rashomon.scale.inputs import drafts, input_files

LINES = b'{"text": "Osk shelled Tarn.", "id": "1"}\n{"text": ""}\n{"text": "Velm denied it.", "id": "2"}\n'


def found(path: Path | str) -> list[str]:
    """The texts, and the messages of problems, of all files that a source names."""
    read = [one for file in input_files(str(path)) for one in drafts(file)]
    return [one.text if isinstance(one, Draft) else f"! {one.message}" for one in read]


@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz", "ndjson.zst"])
def test_lines_are_read_however_they_are_packed(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"reports.{ending}"
    if ending.endswith("gz"):
        path.write_bytes(gzip.compress(LINES))
    elif ending.endswith("zst"):
        with pyarrow.CompressedOutputStream(str(path), "zstd") as out:
            out.write(LINES)
    else:
        path.write_bytes(LINES)
    assert found(path) == ["Osk shelled Tarn.", "! line 2: 'text' is empty", "Velm denied it."]


def test_rows_of_parquet_are_as_lines(tmp_path: Path) -> None:
    rows = [{"text": "Osk shelled Tarn.", "published": date(2031, 3, 4), "score": 2}, {"text": None}]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "a.parquet")
    first, second = (one for file in input_files(str(tmp_path)) for one in drafts(file))
    assert isinstance(first, Draft)
    assert (first.text, first.published, first.metadata) == ("Osk shelled Tarn.", "2031-03-04", {"score": 2})
    assert isinstance(second, Problem)
    assert (second.source, second.message) == (str(tmp_path / "a.parquet"), "line 2: no field 'text'")


def test_a_folder_gives_its_files_in_order_and_passes_over_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b/2.jsonl", "a/1.jsonl", "_stages/3.jsonl", ".git/4.jsonl", "notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps({"text": name}) + "\n", "utf-8")
    assert found(tmp_path) == ["a/1.jsonl", "b/2.jsonl"]
    assert found(tmp_path / "*" / "2.jsonl") == ["b/2.jsonl"]


def test_a_broken_file_ends_with_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINES * 2000)[:-20])
    (tmp_path / "b.parquet").write_bytes(b"PAR1 no more")
    got = found(tmp_path)
    assert got[0] == "Osk shelled Tarn."
    assert [one.split(" (")[0] for one in got if one.startswith("! ") and "line" not in one] == [
        "! damaged or truncated gzip file",
        "! cannot be read further",
    ]


def test_addresses_are_read_where_fsspec_is(tmp_path: Path) -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed")
    (tmp_path / "a.jsonl").write_bytes(LINES)
    assert found(f"file://{tmp_path}")[0] == "Osk shelled Tarn."
    with pytest.raises(SetupError, match="nowhere://x"):
        input_files("nowhere://x")
