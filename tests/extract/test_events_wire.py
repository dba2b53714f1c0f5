"""How agency copy tells of events: passives, courts, crowds, evacuations, and whose deed it is."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Event, Link

Extract: TypeAlias = Callable[..., Found]


def told(found: Extract, text: str) -> list[Event]:
    return list(found(text, "2031-05-02", upto="events").events)


def words_of(links: tuple[Link, ...]) -> list[str]:
    return [one.span.text for one in links if one.span]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Several village elders have been killed during the same period.", "ASSAULT"),
        ("A reporter was hit in the leg near the barracks.", "ASSAULT"),
        ("Two of his colleagues were also hurt.", "ASSAULT"),
        ("Some thirty guests died in May in a suicide attack on their wedding.", "ASSAULT"),
        ("Four of the cases concern the fatal shooting of Tamils by soldiers.", "ASSAULT"),
        ("Six sailors held as hostages by the rebels wrote home.", "ASSAULT"),
        ("Opposition leaders were hauled before a court on Friday.", "ACCUSE"),
        ("Two generals will stand trial in June.", "ACCUSE"),
        ("The commander of the garrison was dismissed on Tuesday.", "RETREAT"),
        ("Police fired tear gas at the crowd.", "COERCE"),
        ("Guards began suppressing protesters in the capital.", "COERCE"),
        ("The soldiers took her passport.", "COERCE"),
        ("The protests swept the leaders of two neighbouring states from power.", "COERCE"),
        ("Protests broke out in the south in February.", "PROTEST"),
        ("Students were marching on the ministry.", "PROTEST"),
        ("Peru has sent two ships to help its citizens leave.", "AID"),
        ("More than 4,000 Filipinos have been brought out of Chad since Friday.", "AID"),
        ("The council renounced its ties with the palace.", "SANCTION"),
        ("A weekend meeting between senior figures from Chad and Niger sought to ease the row.", "CONSULT"),
        ("Foreign Minister Ana Costa spoke to her Malian counterpart, Idris Keita, on Monday.", "CONSULT"),
        ("National guardsmen had crept up to the line under a white flag.", "MOBILIZE"),
    ],
)
def test_agency_copy(found: Extract, text: str, type: str) -> None:
    assert type in [one.type for one in told(found, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Attacks on Danish patrols are rare.",
        "The premier was last seen on video on 30 April.",
        "The letter must have come from somebody else, Marwan said.",
        "Let us take the mayor's position at face value.",
        "He should not talk to us about honour.",
        "The US has come to terms with the fact.",
        "A spokesman said he is not going to discuss the plans.",
        "Those are the forces opposed to the general.",
        "They take the rifle apart.",
        "Girls receive training in schools.",
        "The firm wanted to preserve oil supplies.",
        "The men poured water into the trough.",
    ],
)
def test_what_is_no_event(found: Extract, text: str) -> None:
    assert told(found, text) == []


@pytest.mark.parametrize(
    ("text", "type", "status"),
    [
        ("The two officers are alleged to have beaten a detainee to death.", "ASSAULT", "alleged"),
        ("A corporal was charged with shooting a shepherd.", "ASSAULT", "alleged"),
        ("The province has seen a wave of car bombs since January.", "ASSAULT", "aggregate"),
        ("The president faces calls to step down.", "RETREAT", "planned"),
        ("He was the first president to resign.", "RETREAT", "asserted"),
        ("There is no evidence that the guards have shot civilians.", "ASSAULT", "negated"),
        ("Pulling the troops out would help.", "RETREAT", "hypothetical"),
        ("The queen was not glad, but she saw that the allies had withdrawn their forces.", "RETREAT", "asserted"),
        ("The minister took the rare step of summoning the Chilean ambassador.", "ACCUSE", "asserted"),
    ],
)
def test_how_surely_it_is_told(found: Extract, text: str, type: str, status: str) -> None:
    assert [one.status for one in told(found, text) if one.type == type] == [status]


@pytest.mark.parametrize(
    ("text", "type", "initiators", "recipients"),
    [
        ("She was released by her captors on Sunday.", "RETREAT", ["her captors"], ["She"]),
        ("The convoy was stopped at a checkpoint by militiamen.", "COERCE", ["militiamen"], []),
        ("Long live the king, chanted the crowd.", "PROTEST", ["the crowd"], []),
        ("Britain lifted its sanctions in 2004.", "RETREAT", ["Britain"], []),
        ("Marwan had left before his capture on Friday.", "ASSAULT", [], ["his"]),
    ],
)
def test_whose_deed_it_is(found: Extract, text: str, type: str, initiators: list[str], recipients: list[str]) -> None:
    event = next(one for one in told(found, text) if one.type == type)
    assert (words_of(event.initiators), words_of(event.recipients)) == (initiators, recipients)


def test_ships_sent_to_help_in_an_evacuation_are_one_deed(found: Extract) -> None:
    events = told(found, "The Peruvian navy has sent two ships to help in the evacuation of the wounded.")
    assert [one.type for one in events] == ["AID"]


def test_a_march_is_one_with_the_blow_it_leads_to(found: Extract) -> None:
    text = "The Chadian column reached the outskirts of Faya on Sunday and took the airstrip."
    assert [one.type for one in told(found, text)] == ["COERCE"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Clashes along the river began in March.", ["Clashes", "began"]),
        ("The shells came from the other bank.", ["shells", "came"]),
        ("Two Sukhois were lost on Tuesday.", ["lost"]),
    ],
)
def test_the_cue_holds_the_noun_that_tells_what_happened(found: Extract, text: str, cue: list[str]) -> None:
    [event] = told(found, text)
    assert [span.text for span in event.cue] == cue or " ".join(span.text for span in event.cue) == " ".join(cue)


@pytest.mark.parametrize(
    ("text", "type", "status"),
    [
        ("They were not admitted to the camp.", "REJECT", "asserted"),
        ("The premier said he would never withdraw from the bridge.", "REJECT", "attributed"),
        ("The movement disclaimed having attacked the convoy.", "ASSAULT", "denied"),
        ("21 jets shot down.", "ASSAULT", "asserted"),
        ("The patrol was caught in an attack on the police station.", "ASSAULT", "asserted"),
        ("Talks broke up after the rebels walked out.", "REJECT", "asserted"),
        ("Soldiers went from house to house, dragging young men into lorries.", "COERCE", "asserted"),
    ],
)
def test_refusals_denials_and_lists(found: Extract, text: str, type: str, status: str) -> None:
    assert (type, status) in [(one.type, one.status) for one in told(found, text)]
