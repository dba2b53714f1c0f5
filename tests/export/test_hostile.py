"""Reports are never trusted: what each export makes of script, formulas, controls and a line of a megabyte."""

import csv
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import docx
import pandas
import pyarrow.parquet
import pytest

from rashomon.analyse.brief import brief
from rashomon.analyse.tables import TABLES
from rashomon.analyse.view import View
from rashomon.export.cells import cell
from rashomon.export.documents import to_docx, to_typst
from rashomon.export.exporters import EXPORTERS
from rashomon.export.report import to_html, to_markdown, to_text
from rashomon.export.tables import case_table, export_csv, export_parquet
from tests.export.conftest import HOSTILE, LONG_LINE

RAW = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f]")
ONE_FILE = sorted(set(EXPORTERS) - {"csv", "parquet", "rocrate"})
DELIMITED = {"plover": "\t", "gdelt": "\t", "ucdp": ","}


@pytest.mark.parametrize("format", ONE_FILE)
def test_no_export_holds_a_character_that_hides_or_drives(format: str, hostile: View, tmp_path: Path) -> None:
    EXPORTERS[format](hostile, tmp_path / "out")
    text = (tmp_path / "out").read_bytes().decode("utf-8")
    assert not RAW.search(text)
    if format in ("graphml", "gexf"):
        ElementTree.fromstring(text)


@pytest.mark.parametrize("format", sorted(DELIMITED))
def test_no_cell_of_event_data_is_a_formula_or_breaks_its_row(format: str, hostile: View, tmp_path: Path) -> None:
    EXPORTERS[format](hostile, tmp_path / "out")
    text = (tmp_path / "out").read_text("utf-8")
    lines = list(csv.reader(io.StringIO(text), delimiter=DELIMITED[format], quoting=3 if format != "ucdp" else 0))
    assert {len(line) for line in lines} == {len(lines[0])}
    assert not [one for line in lines for one in line if one.startswith(("=", "+", "@"))]


def test_no_cell_of_a_table_is_a_formula_and_each_has_its_outlet_and_evidence(hostile: View, tmp_path: Path) -> None:
    export_csv(hostile, tmp_path / "csv")
    assert {path.stem for path in (tmp_path / "csv").iterdir()} == set(TABLES)
    for path in (tmp_path / "csv").iterdir():
        frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
        assert {"outlet", "evidence", "id"} <= set(frame.columns), path.name
        cells = [one for column in frame.columns for one in frame[column]]
        assert not [one for one in cells if one.startswith(("=", "+", "@", "\t", "\r", "-c"))]
        assert max(map(len, cells), default=0) <= 32_768, "no spreadsheet holds a longer cell"
        assert not RAW.search("".join(cells))
    sources = pandas.read_csv(tmp_path / "csv" / "sources.csv", dtype=str)
    assert any(one.startswith("'=cmd()") for one in sources["title"])


def test_parquet_keeps_words_as_they_stand(hostile: View, tmp_path: Path) -> None:
    export_parquet(hostile, tmp_path / "pq")
    for name in TABLES:
        back = pyarrow.parquet.read_table(tmp_path / "pq" / f"{name}.parquet")
        assert back.equals(case_table(hostile, name).to_arrow()) or name in ("timeline", "figures")
    said = pyarrow.parquet.read_table(tmp_path / "pq" / "statements.parquet").column("content").to_pylist()
    assert any(one.startswith(HOSTILE[:33]) for one in said) and any(len(one) > 1_000_000 for one in said)


@pytest.mark.parametrize("number", [-5.0, "-5", "-1,250.5", "+3", "-12%"])
def test_a_negative_number_stays_one(number: str | float) -> None:
    assert cell(number) == number


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "-5+", "=-1"])
def test_what_a_spreadsheet_would_run_is_text(start: str) -> None:
    assert str(cell(f"{start}cmd()")).startswith("'")


def test_the_page_takes_a_megabyte_on_one_line(hostile: View) -> None:
    page = to_html(brief(hostile), hostile)
    assert "<script" not in page and LONG_LINE[:-1] in re.sub(r"</?mark[^>]*>", "", page)


def test_every_exporter_there_is_takes_the_hostile_case(hostile: View, tmp_path: Path) -> None:
    assert set(EXPORTERS) == {*ONE_FILE, "csv", "parquet", "rocrate"}, "a new exporter is tried here too"
    EXPORTERS["rocrate"](hostile, tmp_path / "crate")
    for path in (tmp_path / "crate").rglob("*.csv"):
        cells = [one for line in csv.reader(io.StringIO(path.read_text("utf-8"))) for one in line]
        assert not [one for one in cells if one.startswith(("=", "+", "@"))], path.name
    for path in (tmp_path / "crate").rglob("*.html"):
        assert "<script" not in path.read_text("utf-8")


def test_the_brief_of_the_hostile_case_runs_nothing_in_any_format(hostile: View) -> None:
    made = brief(hostile)
    assert "<script" not in to_html(made, hostile)
    assert "\n=cmd" not in to_text(made) and not RAW.search(to_text(made))
    assert not re.search(r"(?<!\\)<script", to_markdown(made))
    paragraphs = [one.text for one in docx.Document(io.BytesIO(to_docx(made))).paragraphs]
    assert any("<script>" in one for one in paragraphs) and not RAW.search("".join(paragraphs).replace("\n", ""))
    assert not [line for line in to_typst(made).splitlines() if line.startswith(("=cmd", "#cmd", "<script"))]
