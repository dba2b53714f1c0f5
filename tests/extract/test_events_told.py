"""How reports of wars tell of events: idioms, what somebody is accused of, threats on a condition, refusals."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Event

Extract: TypeAlias = Callable[..., Found]


def told(found: Extract, text: str) -> list[Event]:
    return list(found(text, "2031-05-02", upto="events").events)


def summary(events: list[Event]) -> list[tuple[str, str]]:
    return [(one.type, one.status) for one in events]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("There was fighting on the Adwa road on Tuesday.", "ASSAULT"),
        ("Government troops beat off a second attack.", "ASSAULT"),
        ("Nine of our fighters fell at the bridge on 4 June.", "ASSAULT"),
        ("The convoy came under fire near Tete.", "ASSAULT"),
        ("The guns around Uvira fell silent at noon.", "RETREAT"),
        ("The rebels let four nurses go on Sunday.", "RETREAT"),
        ("Orlan changed hands on Monday.", "COERCE"),
        ("Kenya put the colonel on its blacklist on Friday.", "SANCTION"),
        ("The guerrillas brought up two howitzers.", "MOBILIZE"),
        ("The minister gave his word that the camps would be closed.", "AGREE"),
        ("The plan is out of the question, the Kenyan foreign minister said.", "REJECT"),
    ],
)
def test_idioms_of_reports(found: Extract, text: str, type: str) -> None:
    assert type in [one.type for one in told(found, text)]


def test_what_one_is_accused_of_is_alleged_and_his_deed(found: Extract) -> None:
    accusation, deed = told(found, "Kenya held the Somali army responsible for the ambush.")
    assert (accusation.type, deed.type, deed.status) == ("ACCUSE", "ASSAULT", "alleged")
    assert deed.initiators == accusation.recipients


def test_an_accusation_both_ways_is_two_with_a_deed_each(found: Extract) -> None:
    events = told(found, "Kenya and Somalia accused each other of shelling the border.")
    accusations = [one for one in events if one.type == "ACCUSE"]
    first, second = accusations
    assert first.initiators == second.recipients and first.recipients == second.initiators
    assert [one.status for one in events if one.type == "ASSAULT"] == ["alleged", "alleged"]


@pytest.mark.parametrize(
    "text",
    [
        "If the convoy comes nearer, we will attack it, the Kenyan general said.",
        "Any ship that crosses the line will be sunk, Kenya declared.",
        "The militia must leave Lamu by noon; otherwise it will be driven out, the Kenyan minister said.",
    ],
)
def test_harm_on_a_condition_is_a_threat(found: Extract, text: str) -> None:
    assert ("THREATEN", "hypothetical") in summary(told(found, text))


def test_a_forecast_of_what_others_do_is_no_threat(found: Extract) -> None:
    events = told(found, "If the talks fail, Somalia will attack Kenya, a British analyst said.")
    assert "THREATEN" not in [one.type for one in events]


def test_none_will_be_is_a_refusal_by_who_says_so(found: Extract) -> None:
    (event,) = told(found, "There will be no talks with the rebels, the Kenyan president said.")
    assert event.type == "REJECT"
    assert [str(one) for one in event.initiators] == ["the Kenyan president"]


def test_losses_over_a_time_add_up(found: Extract) -> None:
    events = told(found, "Twenty soldiers have lost their lives since 3 March.")
    assert summary(events) == [("ASSAULT", "aggregate")]


def test_claimed_losses_are_no_plan(found: Extract) -> None:
    (event,) = told(found, "The army claims to have killed forty rebels.")
    assert event.status != "planned"


def test_how_a_fight_went_is_no_second_fight(found: Extract) -> None:
    events = told(found, "Kenyan troops repelled an attack, inflicting heavy casualties.")
    assert len(events) == 1


def test_a_name_is_what_the_word_before_it_says(found: Extract) -> None:
    assert [event.type for event in told(found, "President Orr was deposed in a coup on Sunday.")] == ["COERCE"]


def test_what_nobody_did_is_negated(found: Extract) -> None:
    assert [event.status for event in told(found, "No tank came through the pass on Friday.")] == ["negated"]


def test_what_is_called_a_lie_is_denied(found: Extract) -> None:
    assert [event.status for event in told(found, "It is a lie that our airmen bombed a clinic.")] == ["denied"]


def test_what_a_pact_lays_down_is_no_deed(found: Extract) -> None:
    assert told(found, "The pact obliges each member to defend another that is attacked.") == []


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Two MiG-21s were shot down over Asmara on Monday.", "ASSAULT"),
        ("The Fourth Corps crossed the Juba River on Sunday.", "ASSAULT"),
        ("The defenders fell back to the second line at nightfall.", "RETREAT"),
        ("The frigate was lost with 40 of her crew.", "ASSAULT"),
        ("The number of deaths in the sinking of the ferry is not known.", "ASSAULT"),
        ("Hospital trains evacuated some 900 residents of Kismayo on Tuesday.", "AID"),
        ("Paratroopers dropped on the airfield at dawn.", "ASSAULT"),
        ("Two army trucks hit a landmine on the Lamu road.", "ASSAULT"),
        ("Dockers in Tema walked off the job on Friday.", "PROTEST"),
        ("Chad's ambassador was called in on Thursday.", "ACCUSE"),
        ("The fleet sailed for the gulf on Monday.", "MOBILIZE"),
        ("The peace conference in Addis Ababa ended last night.", "CONSULT"),
    ],
)
def test_classes_of_deeds_beside_single_words(found: Extract, text: str, type: str) -> None:
    assert type in [one.type for one in told(found, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister held a press conference on Monday.",
        "The communiqué listed 31 wounded.",
        "The budget came under fire from the opposition.",
        "The convention forbids the shelling of hospitals.",
        "The museum shows a film on the massacre of the pilgrims.",
        "The general would not say how many men were killed.",
        "I agree that it is none of our business.",
        "The ministry withdrew the figure last week.",
        "The sea that surrounds the island is rough.",
    ],
)
def test_senses_that_tell_of_no_deed(found: Extract, text: str) -> None:
    assert told(found, text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The council voted on Friday to freeze the junta's assets.", "asserted"),
        ("The market opens once the soldiers leave the town.", "hypothetical"),
        ("Our gunners have shot down eleven of their aircraft.", "aggregate"),
        ("Nine people were killed when shells hit the market.", "asserted"),
    ],
)
def test_votes_are_done_and_what_is_awaited_is_not(found: Extract, text: str, status: str) -> None:
    events = told(found, text)
    assert events and events[-1].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In the same period more than 300 soldiers of the enemy were killed.", "aggregate"),
        ("The count of rebels killed in this summer's offensive fell.", "aggregate"),
        ("No fewer than 400 mutineers were killed, the colonel added.", "aggregate"),
        ("The agency cut the toll of rebels it says were killed in the valley.", "aggregate"),
        ("A wall bears the names of soldiers killed since May.", "aggregate"),
        ("The Front lowered the count of fighters killed this year.", "aggregate"),
        ("The mother of a guardsman killed on Tuesday spoke.", "asserted"),
        ("On Tuesday 120 soldiers were killed at Osk.", "asserted"),
        ("No fewer than 30 villagers were killed in Osk on Tuesday.", "asserted"),
        ("No villagers were killed in Osk on Tuesday.", "negated"),
    ],
)
def test_losses_over_a_season_and_by_the_hundred_are_sums(found: Extract, text: str, status: str) -> None:
    killed = [one for one in told(found, text) if one.cue[0].text == "killed"]
    assert [one.status for one in killed] == [status]


def test_what_happened_beside_a_refusal_is_told_too(found: Extract) -> None:
    events = told(found, "The talks were broken off after the rebel delegation walked out.")
    assert [event.type for event in events] == ["SANCTION", "REJECT"]


def test_what_kills_tells_of_it_unless_its_noun_does(found: Extract) -> None:
    assert [event.type for event in told(found, "The bomb that killed the governor was home-made.")] == ["ASSAULT"]
    assert len(told(found, "The raid killed five soldiers in Garissa.")) == 1


def test_who_does_it_stands_before_what_he_said(found: Extract) -> None:
    text = "President Orr conceded to the envoy that the blockade is lawful and undertook to stop the convoy."
    promise = next(one for one in told(found, text) if one.type == "AGREE")
    assert [str(one) for one in promise.initiators] == ["President Orr"]


def test_nobody_is_no_actor(found: Extract) -> None:
    events = told(found, "Nobody attacked the convoy, the Kenyan minister said.")
    assert all(not event.initiators for event in events)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya was accused of funnelling thousands of voluntaires to join with the rebel army.",
        "Kenya sent hundreds of its citizens to fight for the rebels.",
        "Kenya smuggled dozens of men to join the militia.",
    ],
)
def test_people_brought_to_fight_are_mobilised(found: Extract, text: str) -> None:
    assert "MOBILIZE" in [one.type for one in told(found, text)]


def test_people_brought_for_other_ends_are_not_mobilised(found: Extract) -> None:
    text = "Kenya sent hundreds of engineers to join the relief effort. It flew 40 people to join their families."
    assert "MOBILIZE" not in [one.type for one in told(found, text)]
