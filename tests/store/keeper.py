"""A process that keeps findings of the first SIZE reports, many times: `python -m tests.store.keeper CASE SIZE`."""

import sys

from rashomon.store import open_archive
from tests.store.invented import report
from tests.store.test_findings import differing

if __name__ == "__main__":
    with open_archive(sys.argv[1]) as archive:
        some = [differing(report(number)) for number in range(1, int(sys.argv[2]) + 1)]
        now = archive.state()
        for _ in range(30):
            archive.keep_findings("difference", some, made_of=f"{now} code", state=now)
