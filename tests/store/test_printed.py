"""What commands printed is kept for the very state it was made of."""

import sqlite3
import zlib
from pathlib import Path

import pytest

from rashomon.model.finding import Judgement
from rashomon.store import Archive, open_archive
from rashomon.store.printed import packed
from tests.store.invented import fill, resolve

TABLE = "day │ what\n1987 │ the “Osk” crossed the ford\n"


@pytest.fixture
def settled(archive: Archive) -> Archive:
    """A case of three reports of which a world is made."""
    fill(archive, 1, 2, 3)
    archive.rebuild(resolve)
    return archive


def keep(archive: Archive, name: str, text: str, made_of: str = "code 1") -> bool:
    return archive.keep_printed(name, text, made_of=made_of, state=archive.state())


def test_a_text_comes_back_under_its_name_and_of_the_same_alone(settled: Archive) -> None:
    assert keep(settled, "timeline", TABLE)
    assert settled.printed("timeline", "code 1") == TABLE
    assert settled.printed("timeline", "code 2") is None
    assert settled.printed("brief", "code 1") is None


def test_the_later_text_of_a_name_stands(settled: Archive) -> None:
    keep(settled, "timeline", TABLE)
    assert keep(settled, "timeline", "none\n", "code 2")
    assert settled.printed("timeline", "code 2") == "none\n"
    assert settled.printed("timeline", "code 1") is None


def test_nothing_is_kept_of_a_state_that_is_over(settled: Archive) -> None:
    before = settled.state()
    settled.judge(Judgement(action="reject", subjects=("event-1",), who="ana", why="read", when="1987-03-05"))
    assert not settled.keep_printed("timeline", TABLE, made_of="code 1", state=before)
    assert not keep(settled, "timeline", TABLE)  # nor while the world is older than the case
    assert settled.printed("timeline", "code 1") is None


def test_the_oldest_make_room(tmp_path: Path) -> None:
    with open_archive(tmp_path / "case.rashomon") as archive:
        fill(archive, 1)
        archive.rebuild(resolve)
        for number in range(30):
            assert keep(archive, f"timeline {number}", TABLE)
        left = [number for number in range(30) if archive.printed(f"timeline {number}", "code 1")]
    assert left == list(range(10, 30))


@pytest.mark.parametrize("spoilt", [b"no text", zlib.compress(b"\xff\xfe"), zlib.compress(b"cut off")[:-3], "words", 7])
def test_what_is_no_text_of_ours_is_not_given(tmp_path: Path, spoilt: object) -> None:
    path = tmp_path / "case.rashomon"
    with open_archive(path) as archive:
        fill(archive, 1)
        archive.rebuild(resolve)
        keep(archive, "timeline", TABLE)
        with sqlite3.connect(path) as database:
            database.execute("UPDATE printed SET content = ?", (spoilt,))
        database.close()
        assert archive.printed("timeline", "code 1") is None


def test_a_text_too_large_is_not_kept(settled: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.store.printed._LARGEST", 10)
    assert packed(TABLE) is None
    assert packed("short") is not None
