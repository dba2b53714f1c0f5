"""A process that reads reports into a case: `python -m tests.store.writer CASE FIRST LAST [KILL]`.

Prints the number of each report when it is in; a case that fails is told in one line. With KILL
it kills itself in the middle of the transaction that adds the report of that number.
"""

import os
import signal
import sys
from collections.abc import Iterator
from multiprocessing.synchronize import Event
from typing import Any

from rashomon.errors import SetupError
from rashomon.store import open_archive
from rashomon.store.databases import Postgres, Sqlite
from tests.store.invented import report, resolve, said

# Reports between two worlds: a kill hits the making of a world about as often as a report.
BATCH = 3


def write(case: str, first: int, last: int) -> Iterator[int]:
    """Add the reports from `first` to `last`, and make the world anew after every few; yields their numbers."""
    with open_archive(case) as archive:
        for number in range(first, last + 1):
            document = report(number)
            archive.add(document, said(document))
            yield number
            if number % BATCH == 0 or number == last:
                archive.rebuild(resolve)


def write_silently(case: str, first: int, last: int, begun: Event) -> None:
    """Write in a process that is killed; tells when the first report is in."""
    for _ in write(case, first, last):
        begun.set()


def main(case: str, first: int, last: int, kill: int | None) -> None:
    """Write, and print the number of each report."""
    for number in write(case, first, last):
        print(number, flush=True)
        if number + 1 == kill:
            _die_in_the_middle()


def _die_in_the_middle() -> None:
    # The index is written after the document's row and before its annotations.
    def die(*_: Any) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    Sqlite.index = die  # type: ignore[method-assign]
    Postgres.index = die  # type: ignore[method-assign]


if __name__ == "__main__":
    name, begin, end, *rest = sys.argv[1:]
    try:
        main(name, int(begin), int(end), int(rest[0]) if rest else None)
    except SetupError as error:
        sys.exit(str(error))
