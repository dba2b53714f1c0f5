"""What happened stays told as done, though its sentence looks like one in which nothing did, or much at once."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found

Extract: TypeAlias = Callable[..., Found]
DONE = {"asserted", "attributed"}


def statuses(found: Extract, text: str, type: str) -> set[str]:
    return {one.status for one in found(text, "2031-05-02", upto="events").events if one.type == type}


@pytest.mark.parametrize(
    "text",
    [
        "It was not the last time that herders attacked the dairy.",
        "It was not only our gunners who shelled the dairy.",
        "The nuns who were stabbed at the well were not Kenyan.",
        "Whoever mortared the dairy did not mind the nuns.",
        "The senate rejected the report on the shelling of Tete.",
        "The senate disputed the account of the raid on the camp.",
        "The story of the raid on the camp is a tale of thirst.",
    ],
)
def test_a_deed_is_not_denied_with_what_is_said_about_it(found: Extract, text: str) -> None:
    assert statuses(found, text, "ASSAULT") and statuses(found, text, "ASSAULT") <= DONE


def test_what_is_rejected_as_untrue_is_denied(found: Extract) -> None:
    assert statuses(found, "The abbot called the account of the raid on the camp a fable.", "ASSAULT") == {"denied"}
    assert statuses(found, "It was not the Front that shelled the dairy, he said.", "ASSAULT") == {"denied"}
    assert statuses(found, "It is a lie that Osk tried to kill the abbot.", "ASSAULT") == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "Two guards were killed and a third was wounded.",
        "The navy suffered its heaviest losses as rebels stormed the pier.",
        "Bandits shot the abbot twice beside his mill.",
        "The abbot was shot three times on his doorstep.",
        "A mine killed seven ferrymen at Tete this month.",
        "The abbot was killed this year.",
        "Seven died in last month's bombing of the dairy.",
        "The herders fled before a shell hit the dairy.",
    ],
)
def test_one_deed_is_no_sum(found: Extract, text: str) -> None:
    assert statuses(found, text, "ASSAULT") and statuses(found, text, "ASSAULT") <= DONE


@pytest.mark.parametrize(
    "text",
    [
        "Two thirds of the guards were killed.",
        "Bandits hit the airport twice.",
        "Seven ferrymen were killed this month.",
        "Seven died in last month's fighting.",
    ],
)
def test_many_deeds_are_a_sum(found: Extract, text: str) -> None:
    assert statuses(found, text, "ASSAULT") == {"aggregate"}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The shells came from North Korea, dealers said.", "ASSAULT"),
        ("The shells came from Kenyan territory, dealers said.", "ASSAULT"),
        ("Lawyers drew up charges of genocide against the old premier.", "ASSAULT"),
        ("The nurse assured the widow that he would live.", "AGREE"),
        ("The mediator collected signatures on the accord.", "PROTEST"),
        ("Kenya defended its right to drain the lake.", "SUPPORT"),
    ],
)
def test_no_deed_is_made_of_other_things(found: Extract, text: str, type: str) -> None:
    assert statuses(found, text, type) == set()


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The shells came from the other side of the lake.", "ASSAULT"),
        ("The king assured the envoy that his men would leave.", "AGREE"),
        ("Students collected signatures against the war.", "PROTEST"),
        ("Kenya defended the right of the islanders to fish.", "SUPPORT"),
        ("The chapel was among the buildings to be shelled on Monday.", "ASSAULT"),
        ("The daily mentioned the withdrawal of the brigade from Tete.", "RETREAT"),
    ],
)
def test_deeds_are_told_as_done(found: Extract, text: str, type: str) -> None:
    assert statuses(found, text, type) and statuses(found, text, type) <= DONE


def test_men_nobody_saw_come_were_not_called_up(found: Extract) -> None:
    text = "The general tried to call up 10,000 men, but nobody came."
    assert statuses(found, text, "MOBILIZE") == {"planned"}


def test_nobody_resigns_where_rebels_are(found: Extract) -> None:
    made = found("The premier resigned when rebels took Tete.", "2031-05-02", upto="events").events
    assert [one.places for one in made if one.type == "RETREAT"] == [()]
