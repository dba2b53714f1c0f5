"""Killed at any moment, two at once: the case opens clean and nothing is lost or double."""

import signal
import subprocess
import sys

import pytest

from rashomon.store import Archive, open_archive
from tests.store.invented import report, resolve, said

WRITER = [sys.executable, "-m", "tests.store.writer"]


def start(case: str, first: int, last: int, *kill: int) -> "subprocess.Popen[str]":
    """Start a process that reads the reports from `first` to `last` into a case."""
    command = [*WRITER, case, str(first), str(last), *map(str, kill)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def held(archive: Archive) -> list[int]:
    """The numbers of the reports that are there, each of them whole."""
    numbers = []
    for document in archive.documents():
        assert {one.id for one in archive.annotations(document=document.id)} == {one.id for one in said(document)}
        numbers.append(int(document.source.removeprefix("reports/").removesuffix(".txt")))
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
