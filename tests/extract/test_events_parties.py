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
        ("Kenya speeded up the withdrawal of some forces from Somalia on Monday.", "RETREAT", "Kenya"),
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
    text = "Students staged a hunger strike to demand the return of land seized by Kenyan government forces."
    assert texts(event(found, text, "PROTEST").recipients) == ["Kenyan government forces"]
    riots = event(found, "Kenyan riots against Somali army policies are continuing.", "PROTEST")
    assert texts(riots.initiators) == ["Kenyan"]
    parties = event(found, "Seven opposition parties in Nepal have organized a general strike.", "PROTEST")
    assert texts(parties.places) == ["Nepal"]


@pytest.mark.parametrize(
    ("text", "type", "place"),
    [
        ("Leaders of the opposition agreed to postpone the demonstration in Baku.", "AGREE", "Baku"),
        ("Pakistan has refused to deploy peacekeepers in Iraq.", "REJECT", "Iraq"),
        ("Two soldiers were killed when a mine went off in Baku.", "ASSAULT", "Baku"),
        ("Kenya speeded up the withdrawal of some forces from Somalia on Monday.", "RETREAT", "Somalia"),
    ],
)
def test_the_place_of_what_is_told_by_the_way(found: Extract, text: str, type: str, place: str) -> None:
    assert texts(event(found, text, type).places) == [place]


def test_where_somebody_comes_from_is_not_where_it_happened(found: Extract) -> None:
    arrest = event(found, "A Christian missionary from Calgary was arrested in Lebanon on Monday.", "COERCE")
    assert texts(arrest.places) == ["Lebanon"]


def test_those_housed_are_those_who_are_hit(found: Extract) -> None:
    camp = event(
        found, "A camp for Congolese refugees was attacked by Kenyan militiamen, killing 156 people.", "ASSAULT"
    )
    assert "Congolese" in texts(camp.recipients)
    seat = event(found, "The headquarters of the United Front was shelled on Monday.", "ASSAULT")
    assert texts(seat.recipients) == ["the United Front"]


def test_a_demonym_before_a_name_tells_its_country(found: Extract) -> None:
    text = "French National Assembly president Laurent Dubois held talks with the Kenyan king on Monday."
    result = found(text, "2031-05-02", upto="events")
    (talks,) = (one for one in result.events if one.type == "CONSULT")
    assert "FRA" in {country(result, one) for one in talks.initiators}
    raid = found("Anti-Kenyan rebels attacked the port on Monday.", "2031-05-02", upto="events")
    assert "KEN" not in {country(raid, link) for one in raid.events for link in one.initiators}
