"""Descriptions and pronouns that go back to what a report itself tells of somebody."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Mention

Extract = Callable[..., Found]


def antecedent(found: Found, words: str) -> str | None:
    """The name, else the words, for which the last mention of these words stands; None where that is open."""
    mention = [one for one in found.mentions if one.evidence[0].text == words][-1]
    if mention.antecedent is None:
        return None
    while mention.antecedent is not None:
        following = found.record(mention.antecedent)
        assert isinstance(following, Mention)
        mention = following
    return mention.name or mention.evidence[0].text


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Jonas Verel, a potato grower, fled. The grower left two dogs.", "The grower", "Jonas Verel"),
        ("Pia Lund is a glazier. On Monday the glazier went home.", "the glazier", "Pia Lund"),
        ("Jonas Verel, a grower, met Pia Lund, a grower. The grower left.", "The grower", None),
        ("Jonas Verel, a grower, met another grower. The grower left.", "The grower", None),
        ("Jonas Verel, a grower, left. The Danish grower stayed.", "The Danish grower", None),
    ],
)
def test_a_noun_goes_back_to_who_was_told_to_be_it(found: Extract, text: str, words: str, name: str | None) -> None:
    made = found(text, upto="names")
    open_one = not any(one.evidence[0].text == words for one in made.mentions)
    assert (None if open_one else antecedent(made, words)) == name


def test_a_counterpart_holds_the_office_of_the_person_beside_him(found: Extract) -> None:
    made = found(
        "Chile's prime minister, Rosa Vial, was late. Her Peruvian counterpart, Hugo Sanz, waited.", upto="names"
    )
    (noun,) = [one for one in made.mentions if one.evidence[0].text == "Her Peruvian counterpart"]
    assert [(role.title, role.of) for role in noun.roles] == [("prime minister", "Peru")]


def test_nobody_who_is_present_is_spoken_of_as_she(found: Extract) -> None:
    text = (
        "Interview with President Tomas Berg\n\nQ: Mr President, you met Ms Ada Rohm. Will you do what she asks?\n\n"
        "A: I respect Ms Rohm."
    )
    assert antecedent(found(text, upto="names"), "she") != "Tomas Berg"


def test_who_is_told_is_not_who_tells(found: Extract) -> None:
    text = "Ilan Sorek was received by Prime Minister Omar Dal, who told him that the port was open."
    assert antecedent(found(text, upto="names"), "him") != "Omar Dal"


def test_a_relative_is_somebody_else(found: Extract) -> None:
    text = "Jonas Verel said he sent his wife to Umea. She will not return."
    assert antecedent(found(text, upto="names"), "She") == "his wife"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The President of Kestria, Mr. Paul Ilves, left.", "Paul Ilves", ("President", "Kestria")),
        ("The President of Kestria, Paul Ilves, left.", "Paul Ilves", ("President", "Kestria")),
    ],
)
def test_a_courtesy_may_stand_before_the_name(found: Extract, text: str, name: str, role: tuple[str, str]) -> None:
    (person,) = [one for one in found(text, upto="names").mentions if one.name == name]
    assert [(one.title, one.of) for one in person.roles] == [role]


def test_an_officer_of_a_state_s_army_is_of_the_state(found: Extract) -> None:
    text = "Gen. Somchai Dee, commander of Thailand's Second Army, met General Sok Rith of Cambodia. The Thai left."
    (person,) = [one for one in found(text, upto="names").mentions if one.name == "Somchai Dee"]
    assert person.country == "THA"


def test_a_date_is_no_part_of_a_description(found: Extract) -> None:
    words = [one.evidence[0].text for one in found("On 7 February Thai troops fired on a barn.", upto="names").mentions]
    assert "Thai troops" in words


@pytest.mark.parametrize(
    "text", ["FREEDOM IS A DUTY, NOT A GIFT.", "It was 3:44 pm ET in the capital.", "WW II ended."]
)
def test_capitals_that_are_noise_name_nobody(found: Extract, text: str) -> None:
    assert not [one for one in found(text, upto="names").mentions if one.form == "name"]


def test_a_father_s_name_shows_a_person(found: Extract) -> None:
    made = found("Radio spoke of the hunt for Salim bin Harran in the hills.", upto="names")
    (one,) = [one for one in made.mentions if one.form == "name"]
    assert (one.type, one.name) == ("person", "Salim bin Harran")


def test_an_article_alone_makes_no_place(found: Extract) -> None:
    assert not [one for one in found("He quoted the Prophet twice.", upto="names").mentions if one.type == "place"]
