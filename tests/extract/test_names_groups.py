"""Groups without a name and the countries that reports tell of them."""

from collections.abc import Callable

import pytest

from rashomon.extract.events.depths import country
from rashomon.extract.found import Found

Extract = Callable[..., Found]


def _country(found: Found, words: str) -> str | None:
    return next((one.country for one in found.mentions if one.evidence[0].text.endswith(words)), None)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Guerrillas in northern Togo burned a sawmill.", "Guerrillas", "TGO"),
        ("Miners at a pit in Zambia downed tools.", "Miners", "ZMB"),
        ("Separatists in the Indonesian province of Maluku ambushed a patrol.", "Separatists", "IDN"),
        ("Students rioted in Conakry on Friday.", "Students", "GIN"),
        ("Diplomats in Quito were silent.", "Diplomats", None),  # perhaps of another state
        ("Soldiers landed in Cuba on Friday.", "Soldiers", None),  # not where they are at home
        ("Peru freed a sailor and the parliament met.", "the parliament", "PER"),
        ("Peru and Chile talked and the parliament met.", "the parliament", None),
        ("Nuns from Peru cared for refugees who had escaped the civil war in Togo.", "refugees", "TGO"),
        ("The church fed villagers who escaped from Togo.", "villagers", "TGO"),
        ("Peruvian police arrested twelve demonstrators near the border with Chile.", "demonstrators", "PER"),
        ("Students were beaten by Peruvian police.", "Students", "PER"),
        ("Peruvian police held twenty migrants at the border.", "migrants", None),
        ("Peruvian police shot four gunmen.", "gunmen", None),
        ("The church fed villagers fleeing Peruvian forces.", "villagers", None),  # perhaps abroad
        ("Villagers fleeing troops of Togo wept.", "Villagers", None),
        ("Villagers fled from Togo.", "Villagers", "TGO"),
        ("Peruvian police met observers.", "observers", None),  # who may well be sent
        ("Peruvian troops shelled rebels near the border with Chile.", "rebels", None),  # perhaps of the other side
    ],
)
def test_a_group_is_of_the_country_where_it_is_told_to_be(
    found: Extract, text: str, words: str, code: str | None
) -> None:
    assert _country(found(text, upto="names"), words) == code


def test_a_group_of_a_country_keeps_the_people_that_it_is_of(found: Extract) -> None:
    made = found("Kurdish rebels in Turkey freed two drivers.", upto="names")
    group = next(one for one in made.mentions if one.rule == "group of a country")
    people = made.record(group.antecedents[0])
    assert (group.country, people.evidence[0].text) == ("TUR", "Kurdish")


def test_they_are_of_the_country_of_the_group_that_speaks(found: Extract) -> None:
    assert _country(found("Fijian rebels said they would free the clerks.", upto="names"), "they") == "FJI"


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Lebanon's new president Elias Daou flew home.", "Elias Daou", "LBN"),
        ("Samir Ould, a Mauritanian activist, was freed.", "Samir Ould", "MRT"),
        ("President Peter Marsh threatened action against Brazil.", "Peter Marsh", None),
        ("The Popular Front for the Salvation of Gabon met.", "Popular Front for the Salvation of Gabon", "GAB"),
    ],
)
def test_the_country_of_a_name_is_read_from_the_words_around_it(
    found: Extract, text: str, name: str, code: str | None
) -> None:
    assert _country(found(text, upto="names"), name) == code


def test_the_other_party_is_found_below_what_is_agreed(found: Extract) -> None:
    made = found("Norway agreed to lift its ban on cod from Iceland.", upto="events")
    assert {country(made, one) for event in made.events for one in event.recipients} == {"ISL"}


def test_the_title_before_an_apposed_name_ends_before_the_comma(found: Extract) -> None:
    made = found("The President of the Republic, Amadeo Vantorre, met a banker.", upto="names")
    assert "The President of the Republic" in [one.evidence[0].text for one in made.mentions]


def test_a_commander_in_chief_bears_the_whole_title(found: Extract) -> None:
    made = found("Commander-in-Chief Isaac Obuya met a banker.", upto="names")
    assert [role.title for one in made.mentions for role in one.roles] == ["Commander-in-Chief"]


def test_the_last_place_that_governs_is_the_capital_of_the_last_state(found: Extract) -> None:
    text = (
        "Rebels besieged Lumen, the capital of Dorvale, on Monday. Dorvale accused Kesmar of arming them, "
        "which the government in Vurna denies. Kesmar's army is small."
    )
    made = found(text, upto="names")
    assert [role.of for one in made.mentions if one.evidence[0].text == "Vurna" for role in one.roles] == ["Kesmar"]


def test_the_group_is_no_army_of_a_state_that_the_report_does_not_tell(found: Extract) -> None:
    said = found("Fighters attacked a convoy of the Sulean Army. The group claimed ten dead.", upto="names")
    assert not [one for one in said.mentions if one.evidence[0].text == "The group" and one.antecedents]


def test_lower_and_upper_begin_names_of_places(found: Extract) -> None:
    said = found("A farmer from Lower Ambrel, Jakob Stell, fled. Lower Ambrel burnt.", upto="names")
    assert {one.type for one in said.mentions if one.evidence[0].text == "Lower Ambrel"} == {"place"}
    assert {one.type for one in said.mentions if one.evidence[0].text == "Jakob Stell"} == {"person"}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Peru shelled the remote Chadian republic of Moyo at dawn.", "Moyo", "TCD"),
        ("Peru bombed the breakaway Chadian republic of Moyovia on Monday.", "Moyovia", "TCD"),
        ("Peru accused an exiled Chadian general of murder.", "murder", "TCD"),
    ],
)
def test_words_before_the_demonym_of_a_phrase_leave_its_country(
    found: Extract, text: str, words: str, code: str
) -> None:
    made = found(text, upto="events")
    links = [link for one in made.events for link in one.recipients if link.span]
    assert [country(made, one) for one in links if one.span and one.span.text.endswith(words)] == [code]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Deputy Minister of Foreign Affairs Salim Orlan said no.", "Salim Orlan"),
        ("Minister of Internal Affairs Tarek Dosh resigned on Monday.", "Tarek Dosh"),
        ("The note was handed to Minister of National Defence Ivo Brand.", "Ivo Brand"),
        ("Secretary of State Ann Bern left for Lisk.", "Ann Bern"),
    ],
)
def test_the_words_of_a_portfolio_are_no_part_of_a_name(found: Extract, text: str, name: str) -> None:
    assert name in [one.name for one in found(text, upto="names").mentions]
