"""Opening a case: what is made, what is brought up to date, what is refused."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from rashomon.errors import SetupError
from rashomon.model.values import When
from rashomon.store import migrations, open_archive
from rashomon.store.databases import database
from rashomon.store.schema import HEAD, migrate
from rashomon.store.tables import metadata
from tests.store.invented import report, said


def change(case: str, work: Callable[..., object]) -> None:
    """Do something to the tables of a case behind its back."""
    where = database(case)
    with where.engine.connect() as connection:
        where.begin(connection, writing=True)
        work(connection)
        connection.commit()
    where.engine.dispose()


def refusal(case: str | Path) -> str:
    """The one-line message with which a case is refused."""
    with pytest.raises(SetupError) as caught:
        open_archive(case)
    assert "\n" not in str(caught.value)
    return str(caught.value)


# New, older, newer -----------------------------------------------------------------


def test_what_was_added_is_there_when_opened_again(case: str) -> None:
    document = report(1, published=When(earliest="1987-03-02", latest="1987-03-02"))
    with open_archive(case) as archive:
        archive.add(document, said(document))
    with open_archive(case) as archive:
        assert list(archive.documents()) == [document]
        assert set(archive.annotations()) == set(said(document))


def test_migrations_down_and_up_keep_the_data(case: str) -> None:
    document = report(1)
    with open_archive(case) as archive:
        archive.add(document, said(document))
        before = list(archive.annotations())
    change(case, lambda connection: migrate(connection, "0001"))
    change(case, lambda connection: _assert_no_index(connection))
    with open_archive(case) as archive:  # brings it up again
        assert list(archive.documents()) == [document]
        assert list(archive.annotations()) == before
        assert [hit.document for hit in archive.search("barge")][:1] == [document.id]


def test_migrations_down_to_nothing_leave_an_empty_case(case: str) -> None:
    with open_archive(case) as archive:
        archive.add(report(1), ())
    change(case, lambda connection: migrate(connection, "base"))
    change(case, lambda connection: _assert_tables(connection, {"rashomon_version"}))
    with open_archive(case) as archive:
        assert list(archive.documents()) == []


def test_the_migrations_make_the_tables_that_are_declared(case: str) -> None:
    open_archive(case).close()

    def compare(connection: object) -> None:
        found = inspect(connection)
        for table in metadata.tables.values():
            columns = {one["name"] for one in found.get_columns(table.name)} - {"words"}  # type: ignore[union-attr]
            assert columns == set(table.columns.keys())
            indexes = {one["name"] for one in found.get_indexes(table.name)}  # type: ignore[union-attr]
            assert {str(one.name) for one in table.indexes} <= indexes

    change(case, compare)


def test_a_case_of_a_newer_rashomon_is_refused(case: str) -> None:
    open_archive(case).close()
    change(case, lambda connection: connection.execute(text("UPDATE rashomon_version SET version_num = '9999'")))
    assert "newer Rashomon" in refusal(case)


def test_a_database_of_something_else_is_refused_and_left(case: str) -> None:
    change(case, lambda connection: connection.execute(text("CREATE TABLE recipe (name TEXT)")))
    assert "no Rashomon case" in refusal(case)
    change(case, lambda connection: _assert_tables(connection, {"recipe"}))


def _assert_no_index(connection: object) -> None:
    found = inspect(connection)
    assert "document_words" not in found.get_table_names()  # type: ignore[union-attr]
    assert "words" not in {one["name"] for one in found.get_columns("document")}  # type: ignore[union-attr]


def _assert_tables(connection: object, expected: set[str]) -> None:
    assert set(inspect(connection).get_table_names()) == expected  # type: ignore[union-attr]


# Files ------------------------------------------------------------------------------


def test_a_foreign_sqlite_file_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "recipes.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()
    before = path.read_bytes()
    refusal(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_case(tmp_path: Path) -> None:
    path = tmp_path / "case.rashomon"
    path.touch()
    with open_archive(path) as archive:
        assert archive.add(report(1), ())


@pytest.mark.parametrize(
    "content", [b"Minister Varga denied it.", b"\x00" * 4096, b"SQLite format 3\x00" + b"\xff" * 4096]
)
def test_a_file_that_is_no_database_is_refused_and_left(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    assert str(path) in refusal(path)
    assert path.read_bytes() == content


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "nowhere" / "case.rashomon")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write to")
def test_a_place_that_cannot_be_written_is_refused() -> None:
    assert "/proc/case.rashomon" in refusal("/proc/case.rashomon")


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_an_impossible_name_is_refused(tmp_path: Path, name: str) -> None:
    refusal(tmp_path / name)


def test_a_file_that_breaks_later_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "case.rashomon"
    with open_archive(path) as archive:
        archive.add(report(1), ())
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(SetupError) as caught, open_archive(path) as archive:
        list(archive.documents())
    assert "\n" not in str(caught.value)


# Addresses ----------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["mysql://host/case", "http://host/case", "postgresqlx://host", "://"])
def test_another_kind_of_url_is_refused(url: str) -> None:
    assert "postgresql://" in refusal(url)


def test_a_url_that_cannot_be_read_is_refused() -> None:
    assert "cannot be read" in refusal("postgresql://host:port/case")


def test_a_server_that_is_not_there_is_told_without_the_password(tmp_path: Path) -> None:
    message = refusal(f"postgresql://ana:secret@/case?host={tmp_path}")
    assert "secret" not in message
    assert str(tmp_path) in message


def test_a_missing_driver_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert 'pip install "rashomon[postgres]"' in refusal("postgresql:///case")


# The last revision ----------------------------------------------------------------------


def test_the_last_revision_is_that_of_the_last_migration() -> None:
    """It is written down so that opening a case that is up to date does not load Alembic."""
    last = max(path.name for path in Path(migrations.__file__).parent.glob("versions/v*.py"))
    assert last.startswith(f"v{HEAD}_")


def test_a_case_that_is_up_to_date_opens_without_alembic(tmp_path: Path) -> None:
    case = tmp_path / "case.rashomon"
    open_archive(case).close()
    opening = "import sys; from rashomon.store import open_archive; open_archive(sys.argv[1]); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", opening, str(case)], capture_output=True, text=True, check=True)
    assert "sqlalchemy" in loaded.stdout.split()
    assert "alembic" not in loaded.stdout.split()
