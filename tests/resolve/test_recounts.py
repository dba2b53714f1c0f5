"""A count that a report recalls is of the day up to which the report counts that first gave it."""

from pathlib import Path

import pytest

from rashomon import extract
from rashomon.model.annotation import Figure
from rashomon.pipeline import read_into
from rashomon.store import MemoryArchive

FIRST = "VELM, May 21, 2031 (Corran) - "
LATER = "VELM, June 20, 2031 (Corran) - "
GIVEN = "The Togolese army said that 142 of its soldiers had been killed as of May 19."


def read(folder: Path, *texts: str) -> MemoryArchive:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"{text}\n", "utf-8")
    archive = MemoryArchive()
    read_into(archive, [str(folder)])
    return archive


def count(archive: MemoryArchive, number: float, published: str) -> Figure:
    """The figure of that number in the report of that day."""
    days = {one.id: one.published.earliest for one in archive.documents()}
    figures = [one for one in archive.annotations("figure") if isinstance(one, Figure)]
    return next(one for one in figures if days[one.document] == published and number in (one.low, one.high))


@pytest.mark.parametrize(
    "text",
    [
        "The Togolese army put its losses at 190 dead, up from the 142 it announced in May.",
        "The Togolese army raised the number of its dead to 190 from the 142 it gave last month.",
        "The Togolese army now counts 190 of its soldiers dead; in May it had counted 142 killed.",
    ],
)
def test_a_recalled_count_is_of_the_day_of_the_first(tmp_path: Path, text: str) -> None:
    when = count(read(tmp_path, FIRST + GIVEN, LATER + text), 142, "2031-06-20").as_of
    assert (when.earliest, when.latest) == ("2031-05-19", "2031-05-19")
    assert "2031-05-01 to 2031-05-31, counted so in the report" in when.basis


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (GIVEN, "The Togolese army put its losses at 190 dead, up from the 142 it announced in April."),
        (GIVEN, "The Togolese army said that 142 of its soldiers were killed in May."),
        (GIVEN, "The Togolese army put its losses at 190 dead, up from the 140 it announced in May."),
        (GIVEN, "The Ghanaian army put its losses at 190 dead, up from the 142 it announced in May."),
        (
            "The Togolese army has lost 142 soldiers.",
            "The Togolese army had 190 dead, up from the 142 it announced in May.",
        ),
    ],
)
def test_another_month_number_or_side_and_a_day_not_told_lend_nothing(tmp_path: Path, given: str, text: str) -> None:
    number = next(one for one in (142, 140) if str(one) in text)
    when = count(read(tmp_path, FIRST + given, LATER + text), number, "2031-06-20").as_of
    assert not when.is_day and "counted so" not in when.basis


@pytest.mark.parametrize(
    ("given", "text", "number"),
    [
        (
            "A bomb killed 12 soldiers at Harn on May 19.",
            "The Togolese army put its losses at 19 dead, up from the 12 it announced in May.",
            12,
        ),
        (
            "The Togolese army said that 12 of its soldiers were killed near Harn on May 19.",
            "The Togolese army put its losses at 19 dead, up from the 12 it announced in May.",
            12,
        ),
        (
            "Twelve soldiers have died of fever since May 3, a doctor said.",
            "The Togolese army put its losses at 19 dead, up from the 12 it announced in May.",
            12,
        ),
        (
            "The Togolese army put its losses at 70 dead, up from the 52 it announced in May.",
            "The Togolese army put its losses at 190 dead, up from the 52 it announced this year.",
            52,
        ),
    ],
)
def test_an_incident_anothers_count_and_a_recollection_lend_nothing(
    tmp_path: Path, given: str, text: str, number: int
) -> None:
    when = count(read(tmp_path, FIRST + given, LATER + text), number, "2031-06-20").as_of
    assert not when.is_day and "counted so" not in when.basis


def test_a_month_stays_a_month(tmp_path: Path) -> None:
    given = "The Togolese army said that 142 of its soldiers had been killed in all in April and May."
    text = "The Togolese army put its losses at 190 dead, up from the 142 it announced in May."
    assert not count(read(tmp_path, FIRST + given, LATER + text), 142, "2031-06-20").as_of.is_day


def test_what_could_not_be_read_of_a_report_stays_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no such luck")

    monkeypatch.setattr(extract, "EXTRACTORS", (*extract.EXTRACTORS, broken))
    text = "The Togolese army put its losses at 190 dead, up from the 142 it announced in May."
    archive = read(tmp_path, FIRST + GIVEN, LATER + text)
    assert "counted so" in count(archive, 142, "2031-06-20").as_of.basis
    assert len({one.source for one in archive.problems()}) == 2


def test_a_later_report_lends_nothing(tmp_path: Path) -> None:
    recalled = "The Togolese army put its losses at 190 dead, up from the 142 it announced in May."
    archive = read(tmp_path, LATER + recalled, FIRST.replace("May 21", "June 25") + GIVEN)
    assert count(archive, 142, "2031-06-20").as_of.latest == "2031-05-31"


def test_reading_again_changes_nothing_and_a_lender_that_comes_later_is_found(tmp_path: Path) -> None:
    recalled = "The Togolese army put its losses at 190 dead, up from the 142 it announced in May."
    archive = read(tmp_path, LATER + recalled)
    assert count(archive, 142, "2031-06-20").as_of.latest == "2031-05-31"
    (tmp_path / "late.txt").write_text(f"{FIRST}{GIVEN}\n", "utf-8")
    read_into(archive, [str(tmp_path)])
    assert count(archive, 142, "2031-06-20").as_of.latest == "2031-05-19"
    before = list(archive.annotations())
    (tmp_path / "more.txt").write_text("VELM, June 22, 2031 (Corran) - It rained at Orm.\n", "utf-8")
    read_into(archive, [str(tmp_path)])
    documents = {one.document for one in before}
    assert [one for one in archive.annotations() if one.document in documents] == before
