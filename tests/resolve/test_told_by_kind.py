"""Names that two states share, captives without a day, forces between, who leads the rebels."""

import pytest

from rashomon.extract.found import Found
from rashomon.extract.leaders import speaks_as_leader
from rashomon.extract.names import names
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Link
from rashomon.model.text import Document
from tests.resolve.test_groups import keys
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


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("The White House in Paris for talks said nothing.", "White House", "organ:presidency:USA"),
        ("Nobody trusts the Kremlin in Kyiv.", "Kremlin", "organ:presidency:RUS"),
        ("Mediators met in Brazzaville. Congo accused Rwanda.", "Congo", "state:COD"),
        ("Colonel Luis Pastor wept.", "Luis Pastor", "person:luis pastor"),
        ("Pastor Nils Holm wept.", "Nils Holm", "person:nils holm"),
        ("UNITA fled. UNITA's Transitional National Government wept.", "Transitional National Government", None),
    ],
)
def test_a_seat_a_venue_and_a_surname_tell_no_other_owner(text: str, words: str, key: str | None) -> None:
    found = key_of(words, text)
    assert found == key if key is not None else not (found or "").startswith(("state:", "organ:"))


@pytest.mark.parametrize(
    "text",
    [
        "According to international observers, the vote was rigged in Peru.",
        "In Peru international observers fear a new war.",
        "The raid on Peru shocked international observers.",
        "Longtime observers of NATO doubted the plan.",
        "Observers of the African Union say that it is slow.",
    ],
)
def test_who_looks_at_affairs_is_sent_by_nobody(text: str) -> None:
    said = {one.lower() for one in ("international observers", "Longtime observers of NATO", text.split(" say")[0])}
    assert not any(key and one.lower() in said for one, key in keys(text))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The RUF, which attacked Rama, captured eleven Peruvian soldiers.",
            "UNITA, which stormed Rama, captured eleven Peruvian soldiers.",
        ),
        ("The army took 11 recruits in May in Peru.", "In May the army took 11 recruits in Peru."),
        ("Two Peruvian officials were detained in Lima.", "Two Peruvian officials were released after a quarrel."),
        ("Eleven teachers surrendered their keys.", "Eleven teachers surrendered their posts."),
    ],
)
def test_who_was_taken_by_others_or_by_nobody_is_no_group(first: str, second: str) -> None:
    assert not any((key or "").startswith("captives:") for _, key in keys(first, second))


@pytest.mark.parametrize(
    "text",
    [
        "The RUF attacked Monrovia. The RUF left. The rebel leader was killed.",
        "Luis Brandt leads the Rama Brigade. The rebel leader said he would stay.",
        "RUF guerrillas left. The leader of the rebels, Luis Brandt, was killed. The rebel leader was buried.",
    ],
)
def test_a_rebel_leader_beside_other_rebels_is_not_the_foremost(text: str) -> None:
    assert key_of("the rebel leader", FRONT, HELD, text) != "person:ana moro"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Soldiers mutinied in Lusaka in Zambia. The mutineers freed the minister.", None),
        ("UNITA men fled. The mutineers freed the minister.", "body:unita"),
        ("Peru swore revenge. The mutineers freed the minister of Peru.", "body:unita"),
        ("Peru fought the rebels. The mutineers freed the minister of Peru.", None),
    ],
)
def test_mutineers_may_be_soldiers_of_an_army(text: str, key: str | None) -> None:
    group = "UNITA attacked Peru. UNITA fled Peru. UNITA burned Dara in Peru."
    assert key_of("the mutineers", group, text) == key


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Observers of the African Union will be posted there.", "Observers of the African Union"),
        ("The observers of the African Union left.", "The observers of the African Union"),
        ("Six observers of the African Union wept.", "Six observers of the African Union"),
    ],
)
def test_observers_of_a_body_who_are_there_are_its_own(text: str, words: str) -> None:
    assert key_of(words, text) == "body:african union observers"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenyan Professor Ana Moro was shot.", "KEN"),
        ("Kenya's Dr Ana Moro was shot.", "KEN"),
        ("On leaving Kampala Dr Ana Moro was shot.", None),
    ],
)
def test_a_courtesy_behind_a_town_tells_no_state_but_behind_a_people_it_does(text: str, country: str | None) -> None:
    analysis = engine().analyse(Document(text=text, source="test", language="en"))
    found = Found(analysis)
    assert [one.country for one in names(analysis, found) if one.type == "person"] == [country]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Omar Sule, who conducts our foreign relations, wept.", True),
        ("Omar Sule, who runs public relations at the bank, wept.", False),
        ("Ada Holt, who ran the affairs of her family, wept.", False),
    ],
)
def test_who_runs_relations_at_a_bank_leads_no_party(text: str, leads: bool) -> None:
    analysis = engine().analyse(Document(text=text, source="test", language="en"))
    found = Found(analysis)
    found.add(names(analysis, found))
    person = next(one for one in found.mentions if one.type == "person")
    link = Link(mention=person.id)
    assert speaks_as_leader(analysis, found, link) is leads
