"""A process that reads reports into a case: `python -m tests.store.writer CASE FIRST LAST [KILL]`.

Prints the number of each report when it is in. With KILL it kills itself in the
middle of the transaction that adds the report of that number.
"""

import os
import signal
import sys
from typing import Any

from rashomon.store import open_archive
from rashomon.store.databases import Postgres, Sqlite
from tests.store.invented import report, resolve, said


def main(case: str, first: int, last: int, kill: int | None) -> None:
    """Add the reports from `first` to `last`, then rebuild the world."""
    with open_archive(case) as archive:
        for number in range(first, last + 1):
            if number == kill:
                _die_in_the_middle()
            document = report(number)
            archive.add(document, said(document))
            print(number, flush=True)
        archive.rebuild(resolve)


def _die_in_the_middle() -> None:
    # The index is written after the document's row and before its annotations.
    def die(*_: Any) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    Sqlite.index = die  # type: ignore[method-assign]
    Postgres.index = die  # type: ignore[method-assign]


if __name__ == "__main__":
    name, begin, end, *rest = sys.argv[1:]
    main(name, int(begin), int(end), int(rest[0]) if rest else None)
