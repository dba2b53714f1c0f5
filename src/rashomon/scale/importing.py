"""One story of an OUTPUT into a case: its reports with what is said in them, without parsing anything anew."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pyarrow.dataset

from rashomon.errors import SetupError
from rashomon.pipeline import VERSION, make_world
from rashomon.scale.records import KINDS, Held, Row, folder_of, generic
from rashomon.store.archive import Archive


def import_story(output: str | Path, story: str, archive: Archive) -> int:
    """Bring a story's reports into a case and make its world; what is there already is left.

    Args:
        output: what `rashomon scale` wrote.
        story: the story's id, or the beginning of it.
        archive: the case.

    Returns:
        How many reports were new to the case.

    Raises:
        SetupError: no output there, or no story or several whose id begins so.
    """
    folder = Path(output)
    held = Held(_rows(folder, find_story(folder, story)))
    new = 0
    for document in held.documents:
        if not archive.has(document.id):
            problems = [one for one in held.problems if one.source == document.source]
            new += archive.add(document, held.said.get(document.id, ()), problems, version=VERSION)
    make_world(archive, dated=bool(new))
    return new


def find_story(output: str | Path, begins: str) -> str:
    """The id of the one story of an OUTPUT whose id begins so; SetupError where there is none or several."""
    folder = Path(output)
    if not (folder / folder_of("story")).is_dir():
        raise SetupError(f"{folder}: no output of rashomon scale")
    table = pyarrow.dataset.dataset(folder / folder_of("story")).to_table(columns=["id"])
    found = [id for id in table.column("id").to_pylist() if begins and id.startswith(begins)]
    if begins in found:
        return begins
    if len(found) != 1:
        raise SetupError(f"{folder}: {'no story' if not found else f'{len(found)} stories'} {begins!r}")
    return str(found[0])


def _rows(folder: Path, story: str) -> Iterator[Row]:
    """The records of a story; `problems` hold also what belongs to none."""
    for kind in KINDS:
        data = pyarrow.dataset.dataset(folder / folder_of(kind))
        yield from generic(kind, data.to_table(filter=pyarrow.dataset.field("story") == story))
