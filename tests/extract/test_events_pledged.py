"""Threats and ultimatums that pledges make, whatever their words; what is promised for a favour is no threat."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Event

Extract: TypeAlias = Callable[..., Found]


def told(found: Extract, text: str) -> list[Event]:
    return list(found(text, "2016-05-03", upto="events").events)


@pytest.mark.parametrize(
    "text",
    [
        "If the garrison fires again, the Kenyan army will act without further notice, Kenya's defence ministry said.",
        "Should a single truck cross the bridge, President Tomas Reyl warned, Kenya will regard itself as free.",
        "Kenya's foreign minister said his country would leave the joint council if it was called to account.",
        "If the column moves beyond Karsa, there is no more agreement, Kenyan President Tomas Reyl said.",
        "Kenya gave Uganda until 5 June to explain what its ship had landed; otherwise, it said, Kenya would "
        "ask for its expulsion from the commission.",
    ],
)
def test_what_answers_a_step_too_far_is_a_threat(found: Extract, text: str) -> None:
    events = told(found, text)
    assert [one.type for one in events if one.type == "THREATEN"] == ["THREATEN"]
    assert not any(one.type == "REQUEST" for one in events)


@pytest.mark.parametrize(
    "text",
    [
        "If Uganda lifts the blockade, Kenya will withdraw its guns from the ridge, the foreign minister said.",
        "Kenya will accept observers provided that they are unarmed, its foreign minister said.",
        "If the rains come early, the harvest will be lost, farmers said.",
    ],
)
def test_a_promise_and_a_forecast_are_none(found: Extract, text: str) -> None:
    assert "THREATEN" not in {one.type for one in told(found, text)}


def test_an_ultimatum_is_told_by_its_verb_and_its_term(found: Extract) -> None:
    (threat,) = told(found, "The rebels gave the garrison until noon on Friday to leave the fort.")
    assert threat.type == "THREATEN"
    assert [span.text for span in threat.cue] == ["gave", "until"]


def test_a_paper_goes_back_to_a_truce_told_before(found: Extract) -> None:
    truce = "The two armies signed a ceasefire in Lome on Friday. Officials were content. "
    trade = "The two countries signed a trade treaty in Lome on Friday. "
    rest = "The agreement took effect at noon on Saturday."
    assert "RETREAT" in {one.type for one in told(found, truce + rest)}
    assert "RETREAT" not in {one.type for one in told(found, trade + rest)}


def test_a_burst_of_fire_is_laid_to_the_charge_of_both(found: Extract) -> None:
    events = told(found, "Kenya and Uganda each accused the other of an exchange of rifle fire on Saturday.")
    assert sorted(one.type for one in events) == ["ACCUSE", "ACCUSE", "ASSAULT", "ASSAULT"]


def test_soldiers_of_a_peace_force_who_land_attack_nobody(found: Extract) -> None:
    text = "The first 110 soldiers of the peace force landed in Lome on Wednesday."
    assert "ASSAULT" not in {one.type for one in told(found, text)}


def test_ones_own_troops_are_taken_out_unharmed(found: Extract) -> None:
    (event,) = told(found, "They are to take out half of their troops by December 15.")
    assert (event.type, event.status) == ("RETREAT", "planned")
