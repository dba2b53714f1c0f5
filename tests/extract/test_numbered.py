"""Units by their numbers, movements by their months, and turns of long interviews."""

import pytest

from quality.mentions import mentions_of as mentions
from rashomon.extract.turns import Turn, turn_at
from rashomon.language.units import is_unit, unit_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The 4th Mechanised Brigade left.", "4th Mechanised Brigade"),
        ("The Third Division left.", "Third Division"),
        ("The army sent the 4th Brigade to Brod.", "4th Brigade"),
        ("Men of the October Column were shot.", "October Column"),
        ("The 23 March Movement seized the pass.", "23 March Movement"),
    ],
)
def test_a_number_or_a_month_begins_the_name_of_a_body(text: str, name: str) -> None:
    assert name in {one.name for one in mentions(text)}


@pytest.mark.parametrize("text", ["On 4 October Parliament voted.", "In March Army units entered the town."])
def test_a_month_before_an_organ_is_a_date(text: str) -> None:
    assert not any("October" in (one.name or "") or "March" in (one.name or "") for one in mentions(text))


def test_a_unit_has_a_number() -> None:
    assert is_unit("14th Infantry Battalion")
    assert is_unit("XIV Corps")
    assert not is_unit("Third Secretary")
    assert unit_of("Twelfth Army") == ("12", "army")


def test_the_turn_at_an_offset_is_the_one_that_holds_it() -> None:
    turned = [Turn(start=10 * k, end=10 * k + 8) for k in range(5)]
    assert turn_at(turned, 27) is turned[2]
    assert turn_at(turned, 28) is None
    assert turn_at([], 3) is None
