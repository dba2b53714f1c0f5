"""Killed, two at once, a full disk, a server gone: nothing is lost or double, and the case opens clean."""

import multiprocessing
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import psycopg
import pytest

from rashomon.errors import SetupError
from rashomon.model.finding import Judgement
from rashomon.model.text import Document
from rashomon.store import Archive, open_archive
from tests.store.invented import report, resolve, said
from tests.store.postgres import NewCase, Server
from tests.store.writer import write_silently

WRITER = [sys.executable, "-m", "tests.store.writer"]


def start(case: str, first: int, last: int, *kill: int) -> "subprocess.Popen[str]":
    """Start a process that reads the reports from `first` to `last` into a case."""
    command = [*WRITER, case, str(first), str(last), *map(str, kill)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def number_of(document: Document) -> int:
    """The number of an invented report."""
    return int(document.source.removeprefix("reports/").removesuffix(".txt"))


def held(archive: Archive) -> list[int]:
    """The numbers of the reports that are there, each of them whole."""
    numbers = []
    for document in archive.documents():
        assert {one.id for one in archive.annotations(document=document.id)} == {one.id for one in said(document)}
        numbers.append(number_of(document))
    assert len(list(archive.annotations())) == 4 * len(numbers)
    return sorted(numbers)


def read_the_rest(case: str, last: int) -> None:
    """A second run adds what is missing, and only that."""
    with open_archive(case) as archive:
        there = set(held(archive))
        for number in range(1, last + 1):
            document = report(number)
            assert archive.analysed(document) is (number in there)
            assert archive.add(document, said(document)) is (number not in there)
        assert archive.rebuild(resolve)
        assert held(archive) == list(range(1, last + 1))
        assert len(archive.world().stories[0].documents) == last
        assert len(archive.search("barge", limit=10 * last)) == 2 * last


def test_killed_in_the_middle_of_a_document(case: str) -> None:
    process = start(case, 1, 5, 3)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    with open_archive(case) as archive:
        assert held(archive) == [1, 2]
    read_the_rest(case, 5)


@pytest.mark.parametrize("after", [1, 7, 20])
def test_killed_at_any_moment(case: str, after: int) -> None:
    process = start(case, 1, 5000)
    assert process.stdout is not None
    for _ in range(after):
        process.stdout.readline()
    process.kill()
    process.communicate()
    with open_archive(case) as archive:
        numbers = held(archive)
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= after
    read_the_rest(case, len(numbers) + 3)


def test_killed_at_fifty_random_moments(case: str) -> None:
    """Each run goes on where the one before was killed: while it opens, adds a report, or makes the world."""
    dice = Random(1987)
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.store.writer"])
    numbers: list[int] = []
    for run in range(50):
        begun = processes.Event()
        process = processes.Process(target=write_silently, args=(case, len(numbers) + 1, 5000, begun))
        process.start()
        if run % 5:
            begun.wait()
        time.sleep(dice.uniform(0, 0.02))
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL
        with open_archive(case) as archive:
            there, said_there = list(archive.documents()), list(archive.annotations())
        before, numbers = numbers, sorted(number_of(one) for one in there)
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(said_there) == 4 * len(numbers)
        assert len(numbers) > len(before) or run % 5 == 0
    read_the_rest(case, len(numbers) + 3)


def test_a_full_disk_is_told_in_one_line_and_loses_nothing(tmp_path: Path) -> None:
    case = str(tmp_path / "full.rashomon")
    with open_archive(case) as archive:
        archive.add(report(1), said(report(1)))

    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))

    process = subprocess.run([*WRITER, case, "2", "5000"], preexec_fn=no_room, capture_output=True, text=True)
    told = process.stderr.splitlines()
    assert len(told) == 1 and told[0].startswith(f"{case}: ")
    assert "disk" in told[0]
    with open_archive(case) as archive:
        numbers = held(archive)
    assert 1 < len(numbers) < 5000
    read_the_rest(case, len(numbers) + 3)


def test_a_full_disk_of_the_server_is_told_in_one_line_and_loses_nothing(new_postgres_case: NewCase) -> None:
    case = new_postgres_case()
    with open_archive(case) as archive, psycopg.connect(case, autocommit=True) as server:
        archive.add(report(1), said(report(1)))
        server.execute("""
            CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
            END $$""")
        server.execute("CREATE TRIGGER full_disk BEFORE INSERT ON annotation EXECUTE FUNCTION no_room()")
        with pytest.raises(SetupError, match="No space left on device") as told:
            archive.add(report(2), said(report(2)))
        assert "\n" not in str(told.value)
        server.execute("DROP TRIGGER full_disk ON annotation")
        assert held(archive) == [1]
    read_the_rest(case, 3)


def test_a_server_that_went_away_is_told_and_the_case_goes_on_when_it_is_back(
    postgres_server: Server, new_postgres_case: NewCase
) -> None:
    if postgres_server.halt is None or postgres_server.start is None:
        pytest.skip("the PostgreSQL server is not ours to stop")
    case = new_postgres_case()
    process = start(case, 1, 5000)
    assert process.stdout is not None
    with open_archive(case) as archive:
        for _ in range(5):
            process.stdout.readline()
        postgres_server.halt()
        try:
            process.communicate()
            assert process.returncode == 1
            with pytest.raises(SetupError, match="postgresql://"):
                archive.add(report(6000), said(report(6000)))
        finally:
            postgres_server.start()
        numbers = held(archive)
        assert numbers == list(range(1, len(numbers) + 1)) and len(numbers) >= 5
    read_the_rest(case, len(numbers) + 3)


def test_a_judgement_made_while_another_process_reads_is_kept_and_holds(case: str) -> None:
    process = start(case, 1, 60)
    assert process.stdout is not None
    decisions = [
        Judgement(action="correct", subjects=("story-1",), who="ana", why="read it", when=f"1987-03-05T10:0{step}",
                  value=f"the weir {step}")
        for step in range(5)
    ]  # fmt: skip
    with open_archive(case) as archive:
        for decision in decisions:
            for _ in range(7):
                process.stdout.readline()
            assert archive.judge(decision)
            archive.rebuild(resolve)
            assert archive.world().stories[0].topic == decision.value
        process.communicate()
        assert process.returncode == 0
        assert list(archive.judgements()) == decisions
        assert archive.settled()
        story = archive.world().stories[0]
        assert (story.topic, len(story.documents)) == ("the weir 4", 60)
        assert held(archive) == list(range(1, 61))


def test_two_processes_read_into_one_new_case(case: str) -> None:
    processes = [start(case, 1, 30), start(case, 20, 50)]
    for process in processes:
        process.communicate()
    assert [process.returncode for process in processes] == [0, 0]
    with open_archive(case) as archive:
        assert held(archive) == list(range(1, 51))
        assert len(archive.world().stories[0].documents) == 50
        assert not archive.rebuild(resolve)


def test_a_case_opens_and_is_read_while_another_process_writes(case: str) -> None:
    with open_archive(case) as archive:
        archive.add(report(1), said(report(1)))

        def look(*_: object) -> object:
            with open_archive(case) as other:
                assert held(other) == [1]
                assert len(other.search("barge")) == 2
            return resolve([], [], [])

        assert archive.rebuild(look)  # type: ignore[arg-type]
