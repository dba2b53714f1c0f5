"""Events told by idiom: losses, presence as capture, truces, signatures, talks, help, charges and threats."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Event

Extract: TypeAlias = Callable[..., Found]


def told(found: Extract, text: str) -> list[Event]:
    return list(found(text, "2016-05-03", upto="events").events)


def shapes(found: Extract, text: str) -> set[tuple[str, str]]:
    return {(one.type, one.status) for one in told(found, text)}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Snipers accounted for 31 of the fallen.", "ASSAULT"),
        ("Nine Mirages were wrecked on the ground at Salal.", "ASSAULT"),
        ("Eleven of the missing are in Ugandan captivity.", "ASSAULT"),
        ("The truce was in shreds before the ink had dried.", "ASSAULT"),
        ("The scouts walked into an ambush at the ford.", "ASSAULT"),
        ("By nightfall Tanzanian infantry were inside the barracks of Masaka.", "COERCE"),
        ("The paratroopers were masters of the airfield before breakfast.", "COERCE"),
        ("The Libyan flag has flown over the fort since Saturday.", "COERCE"),
        ("By and large the armistice was being adhered to.", "RETREAT"),
        ("Forty conscripts gave themselves up on the ridge on Sunday.", "RETREAT"),
        ("The two delegations set their signatures to the protocol.", "SUPPORT"),
        ("The conversation between the two presidents ran to twenty minutes.", "CONSULT"),
        ("Two trainloads of flour left Novi Sad for the besieged town on Tuesday.", "AID"),
        ("The first 120 Ghanaian observers set foot in Buchanan on Saturday.", "AID"),
        ("Egypt put a hospital ship at the disposal of the Yemeni wounded.", "AID"),
        ("All reservists were ordered to the colours on Monday.", "MOBILIZE"),
    ],
)
def test_what_an_idiom_tells(found: Extract, text: str, type: str) -> None:
    assert type in {one.type for one in told(found, text)}


@pytest.mark.parametrize(
    "text",
    [
        "The editor put the mistake down to a tired printer.",
        "Analysts attribute the rise in prices to the drought in Kenya.",
        "The passengers were inside the station when it rained.",
        "The conversation turned on football.",
        "A good breakfast accounted for half of the bill.",
        "The choir was in good voice on Sunday.",
        "Should it rain, the match will be played on Monday, the referee said.",
        "The day the bridge opens, the children will sing, the mayor said.",
    ],
)
def test_what_an_idiom_does_not_tell(found: Extract, text: str) -> None:
    assert told(found, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Freetown puts Sunday's raid down to Guinean irregulars.",
        "Managua lays last Sunday's ambush at the door of Honduran regulars.",
        "Bolivia attributes the shelling of Fort Arce to a Paraguayan battery.",
    ],
)
def test_a_charge_by_idiom_accuses_and_alleges(found: Extract, text: str) -> None:
    assert {("ACCUSE", "asserted"), ("ASSAULT", "alleged")} <= shapes(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "Were a single Peruvian boat to cross the line, said the admiral, our fleet would regard itself as released.",
        '"The day one Kenyan officer shows himself at the bridge, the gates of our town will close," the mayor said.',
        '"Those who sheltered the bombers will have to reckon with us," the general told the radio.',
        "Any attempt to dislodge us will be drowned in blood, the junta's spokesman warned.",
    ],
)
def test_a_line_that_is_drawn_threatens(found: Extract, text: str) -> None:
    assert ("THREATEN", "hypothetical") in shapes(found, text)


def test_the_cue_of_an_idiom_holds_what_its_verb_carries(found: Extract) -> None:
    (event,) = told(found, "The observers listed 37 craters along the causeway.")
    assert [span.text for span in event.cue] == ["listed", "craters"]
