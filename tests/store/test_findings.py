"""Findings are kept for the very state they were concluded of, and given back as they were."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from rashomon.model.annotation import Link
from rashomon.model.finding import Corroboration, Difference, Judgement, Side
from rashomon.model.text import Document
from rashomon.model.world import World
from rashomon.store import Archive, open_archive
from rashomon.store.databases import database
from rashomon.store.schema import migrate
from tests.store.invented import fill, report, resolve, said
from tests.store.postgres import NewCase


def differing(document: Document, *, why: str = "one says so, one does not") -> Difference:
    """A difference between the minister and the guild of a report."""
    minister, guild = (document.text.index(one) for one in ("Minister Varga", "Torin Guild"))
    sides = (
        Side(
            who=(Link(span=document.span(minister, minister + 14)),),
            says="no barge was shelled",
            evidence=(document.span(minister, minister + 14),),
        ),
        Side(says="two dead", evidence=(document.span(guild, guild + 11),), records=("figure-1",)),
    )
    return Difference(type="denial", topic="the barge", sides=sides, why=why, check="test")


def judged(value: str = "the ford") -> Judgement:
    """A decision."""
    return Judgement(action="correct", subjects=("s",), who="ana", why="read", when="1987-03-05", value=value)


@pytest.fixture
def found(archive: Archive) -> list[Difference]:
    """Differences of three reports, of which a world is made."""
    documents = fill(archive, 1, 2, 3)
    archive.rebuild(resolve)
    return [differing(one) for one in reversed(documents)]


def keep(archive: Archive, found: list[Difference], state: str | None = None) -> bool:
    """Keep them as concluded of the case as it stands."""
    now = archive.state()
    return archive.keep_findings("difference", found, made_of=f"{now} code", state=now if state is None else state)


def test_what_was_kept_comes_back_equal_and_in_its_order(archive: Archive, found: list[Difference]) -> None:
    assert keep(archive, found)
    assert archive.findings("difference", f"{archive.state()} code") == found


def test_nothing_found_is_a_finding_too(archive: Archive, found: list[Difference]) -> None:
    assert archive.findings("difference", f"{archive.state()} code") is None
    assert keep(archive, [])
    assert archive.findings("difference", f"{archive.state()} code") == []


def test_each_kind_stands_for_itself(archive: Archive, found: list[Difference]) -> None:
    alike = [Corroboration(topic="the barge", members=("a", "b"), upstreams=("x",), independent_sources=1)]
    made_of = f"{archive.state()} code"
    assert archive.keep_findings("corroboration", alike, made_of=made_of, state=archive.state())
    assert keep(archive, found)
    assert archive.findings("corroboration", made_of) == alike
    assert archive.findings("difference", made_of) == found


def test_later_findings_take_the_place_of_earlier_ones(archive: Archive, found: list[Difference]) -> None:
    assert keep(archive, found)
    assert keep(archive, found[:1])
    assert archive.findings("difference", f"{archive.state()} code") == found[:1]


def test_other_code_finds_nothing_kept(archive: Archive, found: list[Difference]) -> None:
    keep(archive, found)
    assert archive.findings("difference", f"{archive.state()} other code") is None


@pytest.mark.parametrize(
    "change",
    [lambda archive: fill(archive, 4), lambda archive: archive.judge(judged())],
    ids=["a report", "a judgement"],
)
def test_of_a_case_that_changed_meanwhile_nothing_is_kept(
    archive: Archive, found: list[Difference], change: Callable[[Archive], object]
) -> None:
    before = archive.state()
    change(archive)
    assert archive.state() == ""  # the world is older than the case
    assert not keep(archive, found, before)
    archive.rebuild(resolve)
    assert archive.state() not in ("", before)
    assert not keep(archive, found, before)
    assert archive.findings("difference", f"{archive.state()} code") is None


def test_of_a_world_made_elsewhere_nothing_is_kept(archive: Archive, found: list[Difference]) -> None:
    archive.put_world(World())
    assert archive.state() == ""
    assert not keep(archive, found)


def test_what_would_come_back_as_another_is_not_kept(case: str) -> None:
    with open_archive(case) as archive:
        (document,) = fill(archive, 1)
        archive.rebuild(resolve)
        foreign = differing(document)
        object.__setattr__(foreign, "type", "a type of another's")
        assert not keep(archive, [foreign])
        assert not keep(archive, [differing(document, why="half a character: \ud800")])
        assert archive.findings("difference", f"{archive.state()} code") is None


def test_kept_findings_outlive_the_process(case: str) -> None:
    with open_archive(case) as archive:
        documents = fill(archive, 1, 2)
        archive.rebuild(resolve)
        found = [differing(one) for one in documents]
        assert keep(archive, found)
    with open_archive(case) as archive:
        assert archive.findings("difference", f"{archive.state()} code") == found


def test_who_writes_is_not_waited_for(case: str) -> None:
    with open_archive(case) as archive:
        (document,) = fill(archive, 1)
        archive.rebuild(resolve)
        other = database(case)
        with other.engine.connect() as connection:
            other.begin(connection, writing=True)
            assert not keep(archive, [differing(document)])
        other.engine.dispose()
        assert keep(archive, [differing(document)])
        assert archive.add(report(2), said(report(2)))  # and others are waited for as before


def test_two_processes_that_conclude_at_once_leave_one_whole_set(case: str) -> None:
    with open_archive(case) as archive:
        documents = fill(archive, *range(1, 6))
        archive.rebuild(resolve)
        keeper = [sys.executable, "-m", "tests.store.keeper", case]
        processes = [subprocess.Popen([*keeper, str(size)]) for size in (2, 5)]
        for process in processes:
            assert process.wait() == 0
        kept = archive.findings("difference", f"{archive.state()} code")
        assert kept in ([differing(one) for one in documents[:size]] for size in (2, 5))


def test_taking_the_tables_down_and_up_loses_only_what_can_be_concluded_again(case: str) -> None:
    with open_archive(case) as archive:
        documents = fill(archive, 1, 2)
        archive.rebuild(resolve)
        world = archive.world()
        assert keep(archive, [differing(documents[0])])
    where = database(case)
    with where.engine.connect() as connection:
        where.begin(connection, writing=True)
        migrate(connection, "0003")
        connection.commit()
    where.engine.dispose()
    with open_archive(case) as archive:
        assert archive.findings("difference", f"{archive.state()} code") is None
        assert list(archive.documents()) == sorted(documents, key=lambda one: one.id)
        assert archive.world() == world
        assert keep(archive, [differing(documents[1])])


def test_a_file_that_nobody_may_write_is_read_as_before(tmp_path: Path) -> None:
    case = tmp_path / "case.rashomon"
    with open_archive(case) as archive:
        documents = fill(archive, 1, 2)
        archive.rebuild(resolve)
        assert keep(archive, [differing(documents[0])])
    with open_archive(case) as archive:
        _refuse_to_write(archive)
        assert archive.findings("difference", f"{archive.state()} code") == [differing(documents[0])]
        assert not keep(archive, [differing(documents[1])])
        assert archive.findings("difference", f"{archive.state()} code") == [differing(documents[0])]


def _refuse_to_write(archive: Archive) -> None:
    """As a medium without write access does, also for root, who may write any file."""
    engine = archive._where.engine  # type: ignore[attr-defined]
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")  # the one connection of the pool


def test_a_role_that_may_only_read_sees_what_is_kept(new_postgres_case: NewCase) -> None:
    case = new_postgres_case()
    schema = case.rpartition("%3D")[2]
    with open_archive(case) as archive, psycopg.connect(case, autocommit=True) as server:
        documents = fill(archive, 1, 2)
        archive.rebuild(resolve)
        assert keep(archive, [differing(documents[0])])
        server.execute(f"CREATE ROLE reader_{schema} LOGIN")  # type: ignore[arg-type]
        server.execute(f"GRANT USAGE ON SCHEMA {schema} TO reader_{schema}")  # type: ignore[arg-type]
        server.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO reader_{schema}")  # type: ignore[arg-type]
        reader = make_url(case).set(username=f"reader_{schema}").render_as_string(False)
        with open_archive(reader) as reading:
            assert reading.findings("difference", f"{reading.state()} code") == [differing(documents[0])]
            assert not keep(reading, [differing(documents[1])])


def test_rows_that_another_version_wrote_count_as_none(tmp_path: Path) -> None:
    case = tmp_path / "case.rashomon"
    with open_archive(case) as archive:
        documents = fill(archive, 1)
        archive.rebuild(resolve)
        assert keep(archive, [differing(documents[0])])
        with sqlite3.connect(case) as connection:
            connection.execute('UPDATE finding SET record = \'{"kind": "difference"}\'')
        connection.close()
        assert archive.findings("difference", f"{archive.state()} code") is None
