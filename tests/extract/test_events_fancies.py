"""Words of war that tell of none, habits, journeys made for a talk, and how truces end."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Event

Extract: TypeAlias = Callable[..., Found]


def told(found: Extract, text: str) -> list[Event]:
    return list(found(text, "2031-05-02", upto="events").events)


@pytest.mark.parametrize(
    "text",
    [
        "The champion attacked from the start and beat the challenger in four sets.",
        "The opposition bombarded the minister with questions.",
        "In the film, a squad of soldiers attacks a village and kills its mayor.",
        "The play, in which a general bombs his own city, opened on Friday.",
        "A heart attack killed the retired general on Sunday.",
        "The storm hit the coast and killed nine people.",
    ],
)
def test_words_of_war_alone_are_no_event(found: Extract, text: str) -> None:
    assert not told(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "The guerrillas bombarded the ministry with mortars on Sunday.",
        "Rebels attacked the plant where the film was shot.",
        "The army shelled the town every night last week.",
        "Gunmen shot the goalkeeper of the national team on Sunday.",
    ],
)
def test_blows_beside_such_words_stay(found: Extract, text: str) -> None:
    assert ("ASSAULT", "asserted") in [(one.type, one.status) for one in told(found, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Every summer the shepherds on the border are shot at.",
        "Each spring villagers are kidnapped for ransom.",
        "Soldiers on both banks routinely fire into the air at weddings.",
    ],
)
def test_habits_are_counted_together(found: Extract, text: str) -> None:
    assert [one.status for one in told(found, text)] == ["aggregate"]


def test_a_journey_to_meet_somebody_is_one_dated_visit(found: Extract) -> None:
    text = "The next day, on March 9, former Foreign Minister Otto Brandt arrived to meet with President Lira Kovan."
    (visit,) = told(found, text)
    assert (visit.mode, visit.status, visit.happened.earliest) == ("visit", "asserted", "2031-03-09")
    assert visit.recipients[0].span is not None and "Lira Kovan" in visit.recipients[0].span.text


def test_a_brokered_truce_that_ended_keeps_its_broker(found: Extract) -> None:
    events = told(found, "A Norwegian-brokered ceasefire had collapsed within a day of taking effect.")
    assert {one.mode for one in events if one.cue[0].text == "brokered"} == {"third-party"}
    assert "collapsed" in {one.cue[0].text for one in events}


def test_blame_for_the_end_of_a_truce_alleges_no_attack(found: Extract) -> None:
    events = told(found, "Ethiopia and Eritrea blamed each other for the breakdown of the truce.")
    assert [one.status for one in events if one.type == "ASSAULT"] == ["judged"]
    assert [one.type for one in events].count("ACCUSE") == 2
