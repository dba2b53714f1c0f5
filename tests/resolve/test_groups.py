"""Groups called by a common noun, and names of which their own report tells nothing."""

import pytest

from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Mention
from rashomon.model.text import Document, Furniture
from rashomon.resolve.actors import actors
from tests.resolve.test_actors import case


def keys(*texts: str) -> list[tuple[str, str | None]]:
    """The words of each mention of the last report, with the key of its actor."""
    documents, found = case(*texts)
    made, links = actors(documents, found)
    by_id = {one.id: one.key for one in made}
    last: list[Mention] = [one for one in found if one.document == documents[-1].id]
    return [(one.evidence[0].text, by_id.get(links.get(one.id, ""))) for one in last]


NAMED = (
    "The Marl Liberation Front took the pass on Monday. The Marl Liberation Front denied that it had losses. "
    "A spokesman for the Marl Liberation Front said so."
)


def test_the_rebels_of_a_report_without_their_name_are_the_armed_group_of_the_others() -> None:
    assert ("the rebels", "body:marl liberation front") in keys(NAMED, "Villagers fled when the rebels came.")


def test_rebels_at_the_head_of_a_report_are_meant_alike() -> None:
    assert ("Rebels", "body:marl liberation front") in keys(NAMED, "Rebels shelled the airport on Tuesday.")


def test_the_rebels_stay_open_where_two_groups_fight() -> None:
    other = "The Osk Brigade took the town. The Osk Brigade fled. The Osk Brigade denied it."
    assert ("the rebels", None) in keys(NAMED, other, "Villagers fled when the rebels came.")


@pytest.mark.parametrize("other", ["The Osk Brigade took the town of Lisk. The Osk Brigade fled.", ""])
def test_the_rebels_beside_a_group_named_or_between_two_states_are_no_group_of_a_state(other: str) -> None:
    first = f"Uganda accused the rebels. {other or 'Kenya accused Uganda. Kenya said no.'} Uganda was calm."
    assert dict(keys(NAMED, first))["the rebels"] != "group:rebels:UGA"


def test_commandos_hold_no_command() -> None:
    one = "Colonel Ivo Brand, head of the Revolutionary Command, took power. The Revolutionary Command banned parties."
    other = (
        "Colonel Osk Tarn, head of the Revolutionary Commandos Council, left. The Revolutionary Commandos Council fell."
    )
    found = dict(keys(one, other, "The junta said no."))["The junta"]
    assert found is None or not found.startswith("body:")


def test_the_force_of_an_alliance_goes_by_the_name_that_another_report_gives() -> None:
    named = "General Pell commands the United Nations Interim Force. The United Nations Interim Force is small."
    told = keys(named, "The U.N. force counted ten shells, and the peacekeepers took cover.")
    assert ("The U.N. force", "body:united nations interim force") in told
    assert ("the peacekeepers", "body:united nations interim force") in told


def test_the_junta_is_what_it_calls_itself() -> None:
    text = (
        "The Council of National Renewal took power in May. The junta, which styles itself the Council of National "
        "Renewal, has banned all parties."
    )
    assert ("The junta", "body:council of national renewal") in keys(text)


def test_a_name_of_which_a_report_tells_nothing_is_that_of_another_report() -> None:
    told = keys("The president of Sulemar said no. Sulemar's army withdrew.", "He was a guest of Sulemar for a year.")
    assert ("Sulemar", "state:sulemar") in told


def test_a_ship_has_its_name_for_itself() -> None:
    told = keys("Marta Resol said no. Mrs Resol left.", "The frigate Resol was lost.")
    assert all(words != "Resol" for words, _ in told)


def test_both_names_of_a_people_inside_a_state_are_no_person() -> None:
    text = "A spokesman for the Dorrish Tarn administration called it a lie. The Dorrish radio agreed."
    assert ("Dorrish Tarn", "people:dorrish tarns") in keys(text)


def test_the_state_behind_the_place_of_a_dateline_is_no_place_of_its_own() -> None:
    first, found = case("The president of Sulemar said no.")
    line = "PORT OSK, Sulemar, Sept. 3 -"
    text = f"{line} Shells fell on the town."
    furniture = (Furniture(start=0, end=len(line), role="dateline"),)
    second = Document(text=text, source="b.txt", language="en", furniture=furniture)
    analysis = engine().analyse(second)
    here = list(names(analysis, Found(analysis)))
    made, links = actors([*first, second], [*found, *here])
    meant = {one.evidence[0].text: links.get(one.id) for one in here}
    assert meant["Sulemar"] == next(one.id for one in made if one.key == "state:sulemar")


# "The rebels" are the side that a report as a whole calls so, not whom it mentions in passing.

REBELS = "The rebels hold Lisk. The rebels took Osk on Sunday. The rebels have asked for arms. Rebels shelled a camp."


@pytest.mark.parametrize(
    "passing",
    [
        "“This is the terrorism of al Qaeda,” the minister said.",
        "Diplomats spoke of links to al Qaeda.",
        "The bomb was like one of the Taliban.",
        "He had once met a man from Boko Haram in prison.",
    ],
)
def test_the_rebels_are_not_a_group_named_in_passing(passing: str) -> None:
    told = [key for words, key in keys(f"{passing} {REBELS}") if words.lower().endswith("rebels")]
    assert len(told) == 4
    assert all(key is None or key.startswith("group:rebels:") for key in told)


@pytest.mark.parametrize(
    "called",
    [
        "The rebels, from the Marl Liberation Front, entered Tarn.",
        "Rebels of the Marl Liberation Front entered Tarn.",
        "The rebel Marl Liberation Front entered Tarn.",
    ],
)
def test_the_rebels_are_the_group_that_the_report_calls_so_once(called: str) -> None:
    told = [key for words, key in keys(f"{called} {REBELS}") if words == "The rebels"]
    assert told[-3:] == ["body:marl liberation front"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Anti-government forces took Lisk in Togo. Togo said so.",
        "Togo shelled the anti-government forces near Lisk. Togo is at war.",
        "Togo's president spoke. The anti-government fighters left Lisk in Togo.",
    ],
)
def test_who_is_against_the_government_is_no_army_of_it(text: str) -> None:
    told = {key for words, key in keys(text) if "anti-government" in words.lower()}
    assert told == {"group:rebels:TGO"}


@pytest.mark.parametrize("words", ["Pro-Kresh", "Anti-Kresh"])
def test_on_whose_side_somebody_is_is_no_name(words: str) -> None:
    told = keys(f"{words} militias fled Lisk. {words} rebels came on Monday. Iven Kresh said no.")
    assert not [key for _, key in told if key and key.startswith("body:")]


def test_readers_elsewhere_who_talk_of_the_rebels_make_none_of_their_own_state() -> None:
    war = "Togo shelled Lisk. Rebels in Togo said Togo had lost a tank. Rebels hold the airport of Togo."
    talk = "Kenya should arm the rebels, a reader in Kenya said. Kenya must not send Kenya's men to Togo. Rebels lie."
    told = [key for words, key in keys(war, war.replace("Lisk", "Osk"), talk) if words.lower().endswith("rebels")]
    assert told
    assert "group:rebels:KEN" not in told


@pytest.mark.parametrize("words", ["anti-terrorism police", "anti-riot police", "anti-smuggling police"])
def test_what_fights_something_else_is_still_its_states(words: str) -> None:
    assert "organ:police:TGO" in {key for said, key in keys(f"Togo's {words} came to Lisk.") if words in said}


def test_who_is_against_a_leader_is_no_army_of_his() -> None:
    told = keys("President Iven Kresh of Togo spoke. The anti-Kresh forces took Lisk.")
    assert "organ:armed forces:TGO" not in {key for _, key in told}
