"""A case is saved while somebody has it open, and comes back whole in another place (docs/team.md)."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from rashomon.store import open_archive
from tests.store.invented import fill, resolve
from tests.store.postgres import NewCase, Server, postgres_programs


def test_a_case_in_a_file_is_saved_while_it_is_open(tmp_path: Path) -> None:
    case, saved = tmp_path / "case.rashomon", tmp_path / "saved.rashomon"
    with open_archive(case) as archive:
        fill(archive, 1, 2)
        archive.rebuild(resolve)
        with closing(sqlite3.connect(case)) as connection:
            connection.execute("VACUUM INTO ?", (str(saved),))
        fill(archive, 3)
        with open_archive(saved) as copy:
            assert copy.world() == archive.world()
            assert list(copy.documents()) == [one for one in archive.documents() if "3.txt" not in one.source]
            assert len(copy.search("barge")) == 4
            fill(copy, 3)
            assert list(copy.annotations()) == list(archive.annotations())


def test_a_case_in_postgresql_is_dumped_and_restored_into_another_database(
    postgres_server: Server, new_postgres_case: NewCase, tmp_path: Path
) -> None:
    programs = postgres_programs()
    if programs is None or not (programs / "pg_dump").exists():
        pytest.skip("pg_dump is not here")
    case, dump = new_postgres_case(), tmp_path / "case.dump"
    schema = case.rpartition("%3D")[2]
    with open_archive(case) as archive:
        fill(archive, 1, 2)
        archive.rebuild(resolve)
        documents, annotations, world = list(archive.documents()), list(archive.annotations()), archive.world()
    server = make_url(postgres_server.url)
    other = server.set(database="restored")
    with psycopg.connect(postgres_server.url, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS restored")
        connection.execute("CREATE DATABASE restored")
    save = [programs / "pg_dump", "--format=custom", f"--schema={schema}", f"--file={dump}"]
    subprocess.run([*save, server.render_as_string(hide_password=False)], check=True)
    back = [programs / "pg_restore", "--no-owner", f"--dbname={other.render_as_string(hide_password=False)}", dump]
    subprocess.run(back, check=True)
    restored = other.update_query_dict({"options": f"-csearch_path={schema}"}).render_as_string(hide_password=False)
    with open_archive(restored) as archive:
        assert (list(archive.documents()), list(archive.annotations()), archive.world()) == (
            documents,
            annotations,
            world,
        )
        assert len(archive.search("barge")) == 4
        fill(archive, 3)
        assert archive.rebuild(resolve)
