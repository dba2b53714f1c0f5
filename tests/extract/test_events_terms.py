"""Terms left to the besieged, whose fire it was, towns known by what befell them, and peoples that fall back."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found

Extract: TypeAlias = Callable[..., Found]


def told(found: Extract, text: str) -> list[tuple[str, str]]:
    return [(one.type, one.status) for one in found(text, "2031-05-02", upto="events").events]


@pytest.mark.parametrize(
    "text",
    [
        "General Tarn has allowed the garrison until sunrise on Sunday to come out with empty hands.",
        "Captain Duss has left the patrol stranded on the islet until dusk on Sunday to swim across.",
        "The brigade has given those inside the quarry until Friday to lay down their arms.",
    ],
)
def test_time_left_to_the_besieged_is_an_ultimatum(found: Extract, text: str) -> None:
    assert ("THREATEN", "hypothetical") in told(found, text)


def test_time_left_to_others_is_none(found: Extract) -> None:
    assert told(found, "The manager has allowed the company until Friday to reply.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ordania says the first shot was ours.",
        "Velm insists that the shells were the militia's.",
        "The militia repeats that the first bullet was ours.",
    ],
)
def test_whose_fire_it_was_is_an_accusation(found: Extract, text: str) -> None:
    assert ("ASSAULT", "alleged") in told(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "The decision was ours, the minister said.",
        "The bank says that the money was the state's.",
    ],
)
def test_whose_anything_else_was_is_none(found: Extract, text: str) -> None:
    assert told(found, text) == []


@pytest.mark.parametrize(
    ("text", "type", "status"),
    [
        ("Orlan has not been taken, the garrison said on Monday.", "COERCE", "negated"),
        ("Nobody has retaken Orlan, an officer said.", "COERCE", "negated"),
        ("By the terms of the pact the Korrans are to fall back behind the canal by 12 August.", "RETREAT", "planned"),
        ("The two clans had come to blows in 2019.", "ASSAULT", "asserted"),
    ],
)
def test_towns_change_hands_and_peoples_move(found: Extract, text: str, type: str, status: str) -> None:
    assert (type, status) in told(found, text)


def test_a_man_is_taken_to_hospital(found: Extract) -> None:
    assert told(found, "Harlan was taken to hospital on Monday.") == []
