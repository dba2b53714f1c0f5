"""Times told from another event follow from it, once it is dated."""

from pathlib import Path

import pytest

from rashomon.model.annotation import Event
from rashomon.pipeline import read_into
from rashomon.store import MemoryArchive

HEAD = "VELM, March 20, 2031 (Corran) - "


def told(folder: Path, cue: str, *texts: str) -> Event:
    """The event of that word, in reports read into one case."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"{HEAD}{text}\n", "utf-8")
    archive = MemoryArchive()
    read_into(archive, [str(folder)])
    found = [one for one in archive.annotations(kind="event") if isinstance(one, Event)]
    return next(one for one in found if any(cue in span.text for span in one.cue))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Two days after the truce took effect on March 6, Oskan gunners shelled Tarn.", "2031-03-08", "2031-03-08"),
        ("A week after the truce took effect on March 6, Oskan gunners shelled Tarn.", "2031-03-13", "2031-03-13"),
        ("Oskan gunners shelled Tarn hours after the truce took effect on March 6.", "2031-03-06", "2031-03-07"),
    ],
)
def test_an_offset_is_counted_from_the_day_of_its_event(tmp_path: Path, text: str, first: str, last: str) -> None:
    event = told(tmp_path, "shelled", text)
    assert (event.happened.earliest, event.happened.latest) == (first, last)
    assert "which was 2031-03-06" in event.happened.basis


def test_an_offset_from_an_undated_event_stays_symbolic(tmp_path: Path) -> None:
    event = told(tmp_path, "shelled", "Two days after the truce took effect, Oskan gunners shelled Tarn.")
    assert not event.happened.known
    assert event.happened.basis == "'Two days' after 'the truce took effect'"


def test_reading_again_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{HEAD}Two days after the truce took effect on March 6, Osk shelled Tarn.\n")
    archive = MemoryArchive()
    read_into(archive, [str(tmp_path)])
    before = list(archive.annotations())
    assert read_into(archive, [str(tmp_path)]).known == 1
    assert list(archive.annotations()) == before
