"""How many reports a reader is to expect, so that it can tell the time that is left."""

from pathlib import Path

import pytest

from rashomon.read.sources import expected


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports and what is none."""
    for name in ("one.txt", "two.html", "readme.png"):
        (tmp_path / name).write_text("The ferry was shelled.", "utf-8")
    return tmp_path


def test_each_file_of_a_folder_is_a_report(folder: Path) -> None:
    assert expected([str(folder), str(folder / "one.txt")]) == 3


@pytest.mark.parametrize("source", ["-", "https://example.org/report", "more.jsonl", "more.warc.gz", "news.rss"])
def test_nobody_knows_what_a_stream_holds(folder: Path, source: str) -> None:
    (folder / "more.jsonl").write_text("{}\n", "utf-8")
    (folder / "more.warc.gz").write_bytes(b"")
    (folder / "news.rss").write_text("<rss/>", "utf-8")
    named = source if "://" in source or source == "-" else str(folder / source)
    assert expected([named, str(folder / "one.txt")]) is None


def test_what_is_not_there_is_not_expected(tmp_path: Path) -> None:
    assert expected([str(tmp_path / "gone.txt")]) == 0
