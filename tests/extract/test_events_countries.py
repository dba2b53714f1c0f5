"""The countries of those who take part: both sides within one country, peoples abroad, subjects the parse hides."""

from collections.abc import Callable

import pytest

from rashomon.extract.events.depths import country
from rashomon.extract.found import Found

Extract = Callable[..., Found]


def _codes(found: Found, type: str) -> tuple[set[str | None], set[str | None]]:
    event = next(one for one in found.events if one.type == type)
    return {country(found, one) for one in event.initiators}, {country(found, one) for one in event.recipients}


@pytest.mark.parametrize(
    ("text", "type", "initiators", "recipients"),
    [
        # the other side within one country, however deep it stands
        ("Kenyan students rioted after a rally for the removal of President Kenan Obo.", "PROTEST", "KEN", "KEN"),
        ("President Kenan Obo has reneged on his promise to the Zambian people.", "REJECT", "ZMB", "ZMB"),
        # what is demanded tells of whom
        ("Peru demanded the withdrawal of Chilean troops, diplomats said in Lima.", "REQUEST", "PER", "CHL"),
        # who is blamed stands behind "by"
        ("Peru condemned the raid by Ecuadorean soldiers on a Colombian village.", "ACCUSE", "PER", "ECU"),
        # a bound is no way
        ("Chadian rebels have kidnapped up to 12 French engineers from a camp.", "ASSAULT", "TCD", "FRA"),
        # past tenses that the parse takes for passives
        ("About 50 ethnic Russians protested on Monday in Estonia, police said.", "PROTEST", "EST", None),
        ("Cuban-led forces have retaken a town in northern Angola.", "COERCE", "CUB", "AGO"),
        ("With the ratification of the pact, the Chadian government and the Front have agreed to share the oil.",
         "AGREE", "TCD", None),
    ],
)  # fmt: skip
def test_the_countries_of_both_sides(
    found: Extract, text: str, type: str, initiators: str, recipients: str | None
) -> None:
    doers, others = _codes(found(text, upto="events"), type)
    assert initiators in doers
    assert others == ({recipients} if recipients else set())


def test_a_clause_of_something_else_names_no_recipient(found: Extract) -> None:
    text = "Ghana mobilised its reservists while Dutch envoys said that they needed more time."
    _, others = _codes(found(text, upto="events"), "MOBILIZE")
    assert "NLD" not in others


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Some 4,000 Turkish Kurds sought shelter in Austria.", "Kurds", "TUR"),
        ("Ethnic Turks in northern Bulgaria want schools of their own.", "Turks", "BGR"),
        ("The Hungarians of southern Slovakia rejected the law.", "Hungarians", "SVK"),
        ("Americans in Lebanon were told to leave.", "Americans", "USA"),  # on a visit
        ("Ethnic Turks were told to leave.", "Turks", None),
        ("A militant group based in Pakistan threatened India.", "group", "PAK"),
        ("Fighters loyal to Gabon's king burned three villages.", "Fighters", "GAB"),
        ("Nurses from three Dutch aid groups handed out blankets.", "Nurses", "NLD"),
        ("Hundreds of students blocked roads in Haiti.", "students", "HTI"),
        ("Troops recaptured a village in Western Zambia.", "Zambia", "ZMB"),
        ("The Nigerian Union of Farmers called off its strike.", "Farmers", "NGA"),
    ],
)
def test_the_country_that_the_words_around_tell(found: Extract, text: str, words: str, code: str | None) -> None:
    mentions = found(text, upto="names").mentions
    assert next(one.country for one in mentions if one.evidence[0].text.endswith(words)) == code
