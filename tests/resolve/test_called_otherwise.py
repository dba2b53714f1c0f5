"""Bodies and holders of offices whom reports call by less than their names, told by all reports together."""

import pytest

from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.language.spacy_engine import engine
from rashomon.model.text import Document, Furniture
from rashomon.resolve.actors import actors
from tests.resolve.test_groups import keys

RELIEF = "The Harbour Relief Forces took the bridge. The Harbour Relief Forces said that Kestria's army fled."


@pytest.mark.parametrize(
    "told",
    ["The Forces denied it.", "Shells hit the camp of the Forces.", "A lawyer for the Forces had the same slides."],
)
def test_the_forces_are_the_one_group_whose_name_ends_so(told: str) -> None:
    assert ("Forces", "body:harbour relief forces") in keys(RELIEF, told)


@pytest.mark.parametrize(
    "told",
    [
        "The Armed Forces of Kestria lost a post. The Forces denied it.",
        "The Red Coast Forces came. The Red Coast Forces said so. The Forces denied it.",
    ],
)
def test_the_forces_stay_open_where_others_may_be_meant(told: str) -> None:
    assert ("Forces", "body:harbour relief forces") not in keys(RELIEF, told)


@pytest.mark.parametrize(
    "told",
    [
        "The Royal Armed Forces conceded that a tug had sunk.",
        "A bulletin of the Royal Armed Forces gave another number.",
        "The ridge is quiet, the Royal Armed Forces declared.",
    ],
)
def test_an_organ_by_a_name_of_its_own_is_of_the_one_state_that_has_it(told: str) -> None:
    owned = (
        "Kestria's Royal Armed Forces claimed the ridge. The government of Kestria was glad. Velmora's army was not."
    )
    found = keys(owned, f"The governments of Velmora and Ostria met. Velmora's minister spoke. {told}")
    assert ("Royal Armed Forces", "organ:armed forces:kestria") in found


DATELINE = "CAIRO, March 2 (Corran) - "
TOLD = "Egypt fought Libya. Libya fired first. Egypt fired back. "


def dated(told: str) -> list[tuple[str, str | None]]:
    """The words of each mention of a report with a dateline, with the key of its actor."""
    text = DATELINE + TOLD + told
    furniture = (Furniture(role="dateline", start=0, end=len(DATELINE)),)
    document = Document(text=text, source="dated", language="en", furniture=furniture)
    analysis = engine().analyse(document)
    found = list(names(analysis, Found(analysis)))
    made, links = actors([document], found)
    by_id = {one.id: one.key for one in made}
    return [(one.evidence[0].text, by_id.get(links.get(one.id, ""))) for one in found]


@pytest.mark.parametrize(
    ("told", "words", "key"),
    [
        ("The acting government accepted the truce.", "The acting government", "state:EGY"),
        ("In a bulletin the Defence Ministry raised its toll.", "Defence Ministry", "organ:defence ministry:EGY"),
        ("The high command revised the count.", "The high command", "organ:joint command:EGY"),
    ],
)
def test_an_organ_without_its_state_is_of_the_party_from_which_the_report_is_dated(
    told: str, words: str, key: str
) -> None:
    assert (words, key) in dated(told)


@pytest.mark.parametrize("noun", ["The provincial government", "The regional authorities", "The municipal police"])
def test_an_organ_of_a_part_of_a_state_is_not_the_states(noun: str) -> None:
    assert (noun, None) in dated(f"{noun} opened the road.")


@pytest.mark.parametrize(
    "told",
    [
        "An aide to the Upland Front commander put it at four.",
        "The Upland Front's chief left.",
        "The leader of the Upland Front smiled.",
    ],
)
def test_who_commands_a_body_in_one_report_is_its_commander_in_another(told: str) -> None:
    whole = "The Upland Front commander, General Musa Orlan, spoke. The Upland Front took a pass. Its fighters fled."
    if "chief" in told:
        whole = whole.replace("commander", "chief")
    assert any(key == "person:musa orlan" for _, key in keys(whole, told + " The Upland Front fired."))


@pytest.mark.parametrize("told", ["The Commander will not bend.", "An aide said that the Commander was asleep."])
def test_a_commander_with_a_capital_is_the_one_who_commands(told: str) -> None:
    one = "The army commander, General Musa Orlan, spoke."
    assert "person:musa orlan" in [key for words, key in keys(one, told) if words.lower() == "the commander"]


def test_a_commander_with_a_capital_is_nobody_of_two_who_command() -> None:
    one = "The army commander, General Musa Orlan, spoke. The Upland Front commander, General Ivo Brandel, answered."
    assert ("the Commander", "person:musa orlan") not in keys(
        one, "General Musa Orlan fled, and on that the Commander will not bend."
    )


@pytest.mark.parametrize(
    "told",
    [
        "The deposed president is safe.",
        "He ruled out any return of the ousted president.",
        "The late president slept here.",
    ],
)
def test_who_held_an_office_is_not_who_holds_it(told: str) -> None:
    found = dict(keys(f"Kestria's president, Ada Brandt, spoke. {told}"))
    (former,) = [key for words, key in found.items() if {"deposed", "ousted", "late"} & set(words.split())]
    assert former is None


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ("Orlan's office denied it.", {"body:office of musa orlan"}),
        ("His office denied it, Mr Orlan said.", {"body:office of musa orlan"}),
        ("The office of Mr Orlan denied it.", set()),  # open still
    ],
)
def test_the_office_of_a_minister_is_neither_he_nor_the_presidency(told: str, key: set[str]) -> None:
    found = keys("Kestria fought Velmora.", f"Kestria's interior minister, Musa Orlan, rang Dara. {told}")
    assert {key for words, key in found if "office" in words.lower()} == key


@pytest.mark.parametrize(
    "told",
    [
        "Kestria's foreign minister means to retire in autumn.",
        "The Kestrian foreign minister flew home on Friday.",
    ],
)
def test_who_acts_for_a_minister_is_the_minister(told: str) -> None:
    held = "Ambassador Tomas Orlan, the acting Minister of Foreign Affairs of Kestria, spoke."
    held += " Kestria's army fled. The Kestrian army denied it."
    assert any(key == "person:tomas orlan" and "minister" in words for words, key in keys(held, told))


FRONT = "The Marl Front took the pass. The Marl Front denied losses. The Marl Front left."


@pytest.mark.parametrize("told", ["The rebels fled.", "He armed the rebels.", "Rebel fighters took the port."])
def test_the_rebels_are_no_group_that_few_of_the_reports_on_them_name(told: str) -> None:
    others = [f"The rebels held the {place}." for place in ("port", "bridge", "hill", "school", "mill", "dam")]
    assert {key for words, key in keys(FRONT, *others, told) if "ebel" in words} <= {None}
    assert {key for words, key in keys(FRONT, told) if "ebel" in words} == {"body:marl front"}
