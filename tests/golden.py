"""`make golden`: write the golden files of the sample conflict anew, to be reviewed as a diff."""

from collections.abc import Iterator
from pathlib import Path

from rashomon.analyse.brief import brief
from rashomon.analyse.tables import TABLES, Filter, table
from rashomon.analyse.view import View
from rashomon.demo import reports, samples
from rashomon.export.report import to_text
from rashomon.export.tables import to_csv
from rashomon.pipeline import read_into
from rashomon.store import MemoryArchive

FOLDER = samples() / "golden"
# Tables that name the folder in which the reports were read.
_LOCAL = {"sources", "problems"}


def made() -> Iterator[tuple[str, str]]:
    """Yield each golden file's name and what it should hold."""
    archive = MemoryArchive()
    read_into(archive, reports())
    view = View(archive)
    yield "brief.txt", to_text(brief(view))
    for name in TABLES:
        if name not in _LOCAL:
            yield f"{name}.csv", to_csv(table(view, name, Filter(background=True)))


def main() -> None:
    """Write them."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in made():
        Path(FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
