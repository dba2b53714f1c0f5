"""When a count was true: the day of the paper that gives it, of the deed just told."""

from collections.abc import Sequence

import pytest

from rashomon.model.annotation import Figure
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.pipeline import understand

# A Monday to a Friday, and a Friday.
SOME_DAY = When(earliest="2031-05-12", latest="2031-05-16", granularity="interval", basis="test")
ONE_DAY = When(earliest="2031-05-16", latest="2031-05-16", granularity="day", basis="test")


def figures_in(text: str, published: When = ONE_DAY) -> Sequence[Figure]:
    read = understand(Document(text=text, source="test", language="en", genre="report", published=published))
    assert not read.problems
    return [one for one in read.annotations if isinstance(one, Figure)]


def days(text: str, published: When = ONE_DAY) -> dict[float | None, tuple[str | None, str | None]]:
    return {one.low: (one.as_of.earliest, one.as_of.latest) for one in figures_in(text, published)}


@pytest.mark.parametrize(
    "text",
    [
        "In a statement on Tuesday the army counted 14 violations. The rebels deny it.\n\n"
        "The statement gave our losses as 31 dead since 4 May. It put the enemy's dead at 77.",
        "A bulletin that the Lenk Front posted on its page on Tuesday lists 14 violations. Korra denies it.\n\n"
        "The same bulletin gives our losses since 4 May: 31 dead. The invaders have left 77 dead, it says.",
        "In its Communiqué No. 7, issued on Tuesday, the General Staff counts 14 breaches of the truce. "
        "The same communiqué gives our losses since 4 May as 31 dead. It reckons the enemy's dead at 77.",
    ],
)
def test_what_a_paper_goes_on_to_count_is_of_its_day_whichever_week_that_was(text: str) -> None:
    told = days(text, SOME_DAY)
    assert (told[31], told[77]) == (("2031-05-06", "2031-05-13"), ("2031-05-06", "2031-05-13"))


@pytest.mark.parametrize(
    "text",
    [
        "A note handed over on Tuesday was read. Lorries with 31 rifles, the note says, came on the night of 9 May.",
        "The army read out a statement on Tuesday. Jets were seen. The post office lost 31 men.",
        "The army issued a bulletin on Tuesday.\n\nNiger was calm.\n\nNiger rejects it. It puts its dead at 31.",
    ],
)
def test_a_paper_dates_nothing_that_has_its_own_day_or_is_told_by_others(text: str) -> None:
    assert "2031-05-13" not in days(text)[31]


@pytest.mark.parametrize(
    "text",
    [
        "A ferry of pilgrims was shelled on Tuesday off Lenk. The ministry listed 31 wounded.",
        "On Tuesday two jets bombed the market of Lenk.  The hospital there put the dead at 31.",
        "Korra bombed the airfield at Lenk on Tuesday. Niger put its dead there at 31.",
    ],
)
def test_a_toll_behind_one_deed_of_one_day_is_of_that_day(text: str) -> None:
    assert days("Fighting went on.\n\n" + text)[31] == ("2031-05-13", "2031-05-13")


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled a convoy near Lenk on Tuesday. The army puts its dead at 31.",
        "Rebels shelled Lenk on Tuesday. So far the hospital has listed 31 wounded.",
        "Rebels shelled Lenk on Tuesday. Aid groups put the dead in the capital at 31.",
        "Rebels shelled Lenk on Tuesday. The hospital in Nairobi put the dead there at 31.",
        "Rebels shelled Lenk on Tuesday. The floods in the south went on. The government put the dead at 31.",
        "Rebels shelled Lenk on Tuesday. There were 31 dead on the other side of the border.",
        "The ministers of Chad and Niger met on Tuesday. The ministry put the dead at 31.",
        "Shells hit Lenk on Tuesday and Tarn on Wednesday. The ministry put the dead at 31.",
        "Rebels shelled Lenk on Tuesday.\n\nThe ministry put the dead at 31.",
    ],
)
def test_a_toll_of_more_than_one_deed_is_of_no_one_day(text: str) -> None:
    assert days("Fighting went on.\n\n" + text)[31] == (None, "2031-05-16")


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman gave the losses of the army: 31 dead and 112 wounded between the 4th and the 12th of May.",
        "The report counts 31 violations by the army between 4 May and 12 May.",
        "Rebels killed 31 villagers between May 4 and May 12.",
    ],
)
def test_a_count_between_two_days_reaches_from_one_to_the_other(text: str) -> None:
    assert days("Fighting went on.\n\n" + text)[31] == ("2031-05-04", "2031-05-12")


def test_what_a_place_was_since_the_landings_begins_and_does_not_date_a_count() -> None:
    for text in (
        "We have lost 31 men killed since the landings of 5 May, according to the ministry.",
        "The Front has lost 31 men since the battle of 5 May.",
        "The hospital has counted 31 dead since the fall of the town on 5 May.",
    ):
        assert days("Fighting went on.\n\n" + text)[31][1] == "2031-05-16"
