"""Names that two states share, captives without a day, forces between, who leads the rebels."""

import pytest

from tests.resolve.test_told_by_owner import key_of

FRONT = "The Sule Liberation Front fought on. Ana Moro, leader of the Sule Liberation Front, denied it. "
HELD = "The Sule Liberation Front lost Dara. The Sule Liberation Front left."


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Congo accused Rwanda of lying.", "Congo", "state:COD"),
        ("Congo denied it in Kinshasa. The Congolese army fled.", "The Congolese army", "organ:armed forces:COD"),
        ("Fighting shook Brazzaville. Congo accused Angola.", "Congo", "state:COG"),
        ("Fighting shook Brazzaville. The Congolese army fled.", "The Congolese army", "organ:armed forces:COG"),
        ("Congo sent troops to Brazzaville and Kinshasa.", "Congo", "state:COD"),
    ],
)
def test_a_shared_name_is_that_state_of_which_the_report_tells(text: str, words: str, key: str) -> None:
    assert key_of(words, text) == key


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("The U.N. refugee agency said 40 had fled.", "U.N. refugee agency", "body:unhcr"),
        ("Trucks of the UN children's agency came.", "UN children's agency", "body:unicef"),
        ("The Federal Republic of Nigeria agreed.", "Federal Republic of Nigeria", "state:NGA"),
        ("Somalia's Transitional Federal Government fled.", "Transitional Federal Government", "state:SOM"),
        ("State House in Lusaka confirmed the call.", "State House", "organ:presidency:ZMB"),
        ("State House confirmed the call.", "State House", "organ:presidency:KEN"),
    ],
)
def test_bodies_and_states_by_their_fuller_names(text: str, words: str, key: str) -> None:
    assert key_of(words, text) == key


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Two Peruvian signallers were captured at Rama.", "Two Peruvian signallers captured on Sept. 15 were freed."),
        ("Eleven Peruvian soldiers were captured near Rama.", "Delegates met 11 Peruvian soldiers held by UNITA."),
        (
            "Three Peruvian pilots were caught by rebels.",
            "The Red Cross brought home three Peruvian pilots held by UNITA.",
        ),
    ],
)
def test_captives_are_one_group_also_where_they_are_few(first: str, second: str) -> None:
    number = second.split("Peruvian")[0].split()[-1]
    noun = second.split("Peruvian ")[1].split()[0].rstrip(".")
    assert (key_of(f"{number} Peruvian {noun}", first, second) or "").startswith("captives:")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Two Peruvian soldiers were captured at Rama.", "Two Bolivian soldiers were freed."),
        ("Two Peruvian soldiers captured by UNITA wept.", "Two Peruvian soldiers held by the RUF were freed."),
        ("Two Peruvian soldiers were captured at Rama.", "Two Peruvian soldiers were captured at Suba."),
    ],
)
def test_a_few_others_are_no_group(first: str, second: str) -> None:
    assert key_of(f"Two {second.split()[1]} soldiers", first, second) is None


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The draft puts the airport under a neutral force.", "a neutral force", True),
        ("The proposed interposition force is not there.", "The proposed interposition force", True),
        ("Ana Moro leads the verification team.", "the verification team", True),
        ("In Peru international observers must have access.", "international observers", True),
        ("He acts as a neutral force.", "a neutral force", False),
        ("The sales force went home.", "The sales force", False),
        ("The verification team of the bank erred.", "The verification team", False),
        ("International observers say the vote was rigged.", "International observers", False),
        ("A task force looked at schools.", "A task force", False),
    ],
)
def test_those_who_are_to_stand_between_are_somebody(text: str, words: str, found: bool) -> None:
    assert (key_of(words, text) or "").startswith("group:") is found


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("The President spoke with the leader of the rebels.", "the leader of the rebels", "person:ana moro"),
        ("He had called the rebel leader.", "the rebel leader", "person:ana moro"),
        ("The mutineers' leader gave his word.", "The mutineers' leader", "person:ana moro"),
        ("He had called the rebel commander.", "the rebel commander", None),
        ("The rebel leader in Dara was killed.", "The rebel leader in Dara", None),
        ("The leader of the bandits was caught.", "The leader of the bandits", None),
    ],
)
def test_who_leads_the_rebels_is_none_of_a_state(text: str, words: str, key: str | None) -> None:
    told = f"President Luis Brandt of Peru came. {text}"
    assert key_of(words, FRONT, HELD, told) == key


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The UNITA rebels fled.", "The UNITA rebels"),
        ("Nobody saw the UNITA movement.", "the UNITA movement"),
        ("Peru blamed the UNITA guerrillas.", "the UNITA guerrillas"),
    ],
)
def test_a_noun_behind_the_name_of_a_body_is_the_body(text: str, words: str) -> None:
    assert key_of(words, text) == key_of("UNITA", text)


def test_a_people_without_a_state_goes_to_the_land_that_acts_like_one() -> None:
    first = "Katanga accused Peru of lying. Peru fled from Katanga."
    second = "Katanga denied it. The Katangan army fled."
    assert key_of("Katangan", second) is None
    assert key_of("Katangan", first, second) == key_of("Katanga", first, second) == "place:katanga"


def test_letters_in_brackets_hold_in_all_reports() -> None:
    first = "The Democratic League of Sulea (LDS) met. The LDS agreed."
    assert key_of("LDS", first, "The LDS denied it.") == "body:democratic league of sulea"
