"""A command prints the same whether it puts its text together or finds it kept, and never what is over."""

import sqlite3
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon import open_case
from rashomon.analyse import tables
from rashomon.cli import main

REPORT = """Osk Herald, 4 March 1987

The army of Velm shelled the town of Tarn on Tuesday, Minister Ana Rovek said. Osk denied that anybody had died.
"""
ASKED = [
    ("brief",),
    ("brief", "--format", "md"),
    ("timeline",),
    ("timeline", "--background"),
    ("timeline", "--as-of", "1987-03-10"),
    ("actors", "--format", "csv"),
    ("differences", "--format", "json"),
]


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A case of one report."""
    (tmp_path / "a.txt").write_text(REPORT)
    path = str(tmp_path / "case.rashomon")
    with open_case(path) as read:
        read.read(tmp_path / "a.txt", published="1987-03-04")
    return path


@pytest.fixture
def told(case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What the command line prints of the case."""

    def tell(*call: str) -> str:
        monkeypatch.setattr(sys, "argv", ["rashomon", *call, "--case", case])
        with pytest.raises(SystemExit):
            main()
        return capsys.readouterr().out

    return tell


@pytest.fixture
def unmade(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever puts a table together now fails."""

    def fail(*_: object) -> None:
        raise AssertionError("made anew")

    monkeypatch.setattr(tables, "TABLES", {name: (columns, fail) for name, (columns, _) in tables.TABLES.items()})


@pytest.mark.parametrize("call", ASKED)
def test_the_second_time_is_as_the_first(told: Callable[..., str], call: tuple[str, ...]) -> None:
    assert told(*call) == told(*call) != ""


def test_what_is_kept_is_not_made_again_and_what_is_asked_otherwise_is(
    told: Callable[..., str], request: pytest.FixtureRequest
) -> None:
    first = told("timeline")
    request.getfixturevalue("unmade")
    assert told("timeline") == first
    for other in (("--background",), ("--since", "1987-03-01"), ("--format", "csv")):
        with pytest.raises(AssertionError, match="made anew"):
            told("timeline", *other)


def test_a_judgement_ends_it(told: Callable[..., str], case: str) -> None:
    assert "Rovek" in told("statements")
    with open_case(case) as judged:
        for one in judged.statements():
            judged.judge("reject", one.id, who="ana", why="read")
    assert "no statements" in told("statements")


def test_a_text_that_would_drive_the_terminal_is_made_anew(told: Callable[..., str], case: str) -> None:
    first = told("timeline")
    database = sqlite3.connect(case)
    with database:
        assert database.execute("UPDATE printed SET content = ?", (zlib.compress(b"\x1b[2J gone"),)).rowcount == 1
    database.close()
    assert told("timeline") == first
