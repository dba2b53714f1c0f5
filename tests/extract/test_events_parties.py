"""Who takes part in what a sentence tells by the way, and where: papers, grievances, protests, what is agreed."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import pytest

from rashomon.extract.events.depths import country
from rashomon.extract.found import Found
from rashomon.model.annotation import Event, Link

Extract: TypeAlias = Callable[..., Found]


def event(found: Extract, text: str, type: str) -> Event:
    return next(one for one in found(text, "2031-05-02", upto="events").events if one.type == type)


def texts(links: Iterable[Link]) -> list[str]:
    return [one.span.text for one in links if one.span is not None]


@pytest.mark.parametrize(
    ("text", "type", "who"),
    [
        ("Kenya issued a statement demanding that the Somali army leave.", "REQUEST", "Kenya"),
        ("Kenya sent a letter urging the council to act.", "REQUEST", "Kenya"),
        ("The Red Cross operating in Tete said the rebels must leave the town.", "REQUEST", "The Red Cross"),
        ("Uganda resumed the withdrawal of three ferries and their crews in May.", "RETREAT", "Uganda"),
        ("The leadership of the United Front welcomed the step.", "SUPPORT", "the United Front"),
    ],
)
def test_who_does_it(found: Extract, text: str, type: str, who: str) -> None:
    assert texts(event(found, text, type).initiators) == [who]


def test_a_grievance_is_against_those_who_gave_it_and_not_those_who_hear_it(found: Extract) -> None:
    text = "Kenya complained to the United Nations on Tuesday over two Somali air raids."
    assert texts(event(found, text, "ACCUSE").recipients) == ["Somali"]
    assert texts(event(found, text, "ASSAULT").initiators) == ["Somali"]


def test_a_protest_is_against_those_who_rule(found: Extract) -> None:
    text = "Fishermen rallied on Monday for the release of boats impounded by Ugandan government forces."
    assert texts(event(found, text, "PROTEST").recipients) == ["Ugandan government forces"]
    rallies = event(found, "On Monday there were Ugandan rallies against the Kenyan army.", "PROTEST")
    assert texts(rallies.initiators) == ["Ugandan"]
    vigil = event(found, "Nurses in Kenya held a vigil on Monday.", "PROTEST")
    assert texts(vigil.places) == ["Kenya"]


@pytest.mark.parametrize(
    ("text", "type", "place"),
    [
        ("The king consented to rebuild the jetty in Tete.", "AGREE", "Tete"),
        ("The bishop declined to open a school for orphans in Tete.", "REJECT", "Tete"),
        ("Two drivers were killed when a barrel blew up in Tete.", "ASSAULT", "Tete"),
        ("Uganda may halt the withdrawal of some guards from Lodwar.", "RETREAT", "Lodwar"),
    ],
)
def test_the_place_of_what_is_told_by_the_way(found: Extract, text: str, type: str, place: str) -> None:
    assert texts(event(found, text, type).places) == [place]


def test_where_somebody_comes_from_is_not_where_it_happened(found: Extract) -> None:
    arrest = event(found, "On Monday, in Tete, a nurse from Lodwar was jailed.", "COERCE")
    assert texts(arrest.places) == ["Tete"]


def test_those_housed_are_those_who_are_hit(found: Extract) -> None:
    hostel = event(found, "Kenyan gunners shelled a hostel for Ugandan nurses on Monday.", "ASSAULT")
    assert "Ugandan" in texts(hostel.recipients)
    seat = event(found, "The headquarters of the United Front was shelled on Monday.", "ASSAULT")
    assert texts(seat.recipients) == ["the United Front"]


def test_a_demonym_before_a_name_tells_its_country(found: Extract) -> None:
    text = "French National Assembly president Laurent Dubois held talks with the Kenyan king on Monday."
    result = found(text, "2031-05-02", upto="events")
    (talks,) = (one for one in result.events if one.type == "CONSULT")
    assert "FRA" in {country(result, one) for one in talks.initiators}


@pytest.mark.parametrize("who", ["Anti-Kenyan rebels", "Kenyan-backed rebels", "Kenyan-armed separatists"])
def test_a_demonym_in_a_compound_tells_no_country(found: Extract, who: str) -> None:
    raid = found(f"{who} attacked the port on Monday.", "2031-05-02", upto="events")
    doers = [link for one in raid.events for link in one.initiators]
    assert doers and "KEN" not in {country(raid, link) for link in doers}


def test_a_state_that_hears_a_grievance_gave_it(found: Extract) -> None:
    text = "Kenya complained to Uganda over the shelling of its village."
    assert texts(event(found, text, "ACCUSE").recipients) == ["Uganda"]
    assert texts(event(found, text, "ASSAULT").initiators) == ["Uganda"]
