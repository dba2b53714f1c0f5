"""Broadcasters, captives, missions and organs that go by whose or how many they are; enemies, and the regime."""

import pytest

from tests.resolve.test_groups import keys


def key_of(words: str, *texts: str) -> str | None:
    """The key of the first mention of the last report with these words."""
    return next((key for text, key in keys(*texts) if text.lower() == words.lower()), None)


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("UNITA withdrew. UNITA's radio said the palace had fallen.", "UNITA's radio", "body:radio of unita"),
        ("Tripoli radio denied the raid.", "Tripoli radio", "body:tripoli radio"),
        (
            "Peru was silent. He told Peruvian state television so.",
            "Peruvian state television",
            "body:television of per",
        ),
        ("UNITA leader Ana Moro told her radio that she would stay.", "her radio", "body:radio of unita"),
    ],
)
def test_a_broadcaster_is_somebody_by_whose_it_is(text: str, words: str, key: str) -> None:
    assert key_of(words, text) == key


@pytest.mark.parametrize(
    "text",
    [
        "UNITA withdrew. UNITA's radio lay broken in the mud.",
        "General Ana Moro dropped her radio and ran.",
        "The sergeant found a hand-held radio under the bed.",
        "Officers seized the Russian radio.",
        "Soldiers carried the Kenyan radio to the hill.",
        "He said by radio in Rama that the men were safe.",
    ],
)
def test_a_thing_that_soldiers_carry_is_nobody(text: str) -> None:
    assert not [key for _, key in keys(text) if key and "radio" in key]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Five policemen were seized by the rebels.", "Five policemen whom the rebels held wept."),
        ("Five policemen gave themselves up on Tuesday.", "Five policemen captured in June were set free."),
        ("Forty-two Peruvian soldiers were taken prisoner at Rama.", "The 42 soldiers were exchanged on Friday."),
        ("The rebels released three pilots.", "Three pilots whom the rebels had captured came home."),
    ],
)
def test_captives_of_whom_two_reports_tell_are_one_group(first: str, second: str) -> None:
    found = [
        {key for _, key in keys(*texts) if key and key.startswith("captives:")} for texts in ((first,), (first, second))
    ]
    assert [len(one) for one in found] == [0, 1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Five policemen were captured on Tuesday.", "Five pilots were released."),
        ("Five Peruvian soldiers were captured.", "Five Bolivian soldiers were released."),
        ("Five soldiers were captured.", "Five soldiers took the bridge."),
        ("About 40 soldiers were captured.", "About 40 soldiers were released."),
        ("Five soldiers were captured.", "Five soldiers who freed the hostages got medals."),
        ("Five soldiers were captured.", "Five soldiers who seized the radio station fled."),
        ("Five soldiers were captured.", "Five soldiers were held in reserve."),
        ("Five soldiers were captured.", "The five soldiers were returned to duty."),
        ("Five soldiers were captured.", "Five soldiers were released from quarantine."),
        ("Five soldiers were captured.", "Five soldiers were delivered by helicopter."),
        ("Five soldiers were captured.", "Five soldiers were held up by traffic."),
        ("Five soldiers were captured.", "Five soldiers taken by surprise fled."),
        ("Five soldiers were captured.", "Five soldiers made famous wept."),
        ("Five soldiers were captured.", "Between five and six soldiers were released."),
        ("The rebels captured two soldiers at Dara.", "The army captured two fighters at Homs."),
        ("The rebels captured six soldiers at Dara.", "The rebels captured six soldiers at Homs."),
        ("The rebels captured six soldiers.", "The army captured six fighters."),
        ("Six soldiers were captured on Tuesday.", "Six rebels were released."),
        ("Six Peruvian soldiers were captured on Tuesday.", "Six prisoners were released."),
        ("Three soldiers were captured on Tuesday.", "Three soldiers were released."),
        ("It rained.", "Rebels captured six soldiers at Dara. The army captured six rebels at Homs."),
        ("It rained.", "Rebels captured six soldiers on Monday. Gunmen captured six soldiers on Friday."),
    ],
)
def test_others_who_are_as_many_are_no_group(first: str, second: str) -> None:
    assert not [key for _, key in keys(first, second) if key and key.startswith("captives:")]


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Ana Moro, the Syrian army spokesman, wept.", "Syrian army", "organ:armed forces:SYR"),
        (
            "Turkish foreign ministry spokesman Kemal Moro agreed.",
            "Turkish foreign ministry",
            "organ:foreign ministry:TUR",
        ),
        ("An Egyptian army commander was hurt.", "Egyptian army", "organ:armed forces:EGY"),
    ],
)
def test_an_organ_inside_a_title_is_somebody(text: str, words: str, key: str) -> None:
    assert key_of(words, text) == key


def test_who_only_serves_in_an_army_names_it_not() -> None:
    assert key_of("Syrian army", "A Syrian army doctor was hurt.") is None


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("The U.N. force came late. Everybody waits. The force must go.", "the force", "body:united nations force"),
        ("United Nations soldiers shall stand between them.", "United Nations soldiers", "body:united nations force"),
        ("The African Union mission stays. The mission said so.", "the mission", "body:african union force"),
        ("The U.N. force left. The rebels grew bold. The army sent the force away.", "the force", None),
        ("The African Union mission opened. Astronauts trained. The mission failed.", "the mission", None),
        ("The U.N. force came. A rebel force attacked. The force was beaten.", "the force", None),
        ("Two U.N. soldiers were hurt.", "Two U.N. soldiers", None),
    ],
)
def test_a_mission_told_before_goes_by_its_noun(text: str, words: str, key: str | None) -> None:
    assert key_of(words, text) == key


BRIGADE = "Colonel Ana Moro commands the Fourth Brigade of the Sule Liberation Front."


@pytest.mark.parametrize("short", ["Sule Liberation Front", "Liberation Front", "Front"])
def test_a_body_is_not_its_brigade(short: str) -> None:
    assert (
        key_of(short, BRIGADE, f"The Sule Liberation Front met. The {short} denied it.") == "body:sule liberation front"
    )
    assert key_of("Sule Liberation Front", BRIGADE) == "body:sule liberation front"


def test_a_body_goes_by_its_name_without_its_aim() -> None:
    full = "The Western Front for Justice took Dara from Peru."
    short = "The Western Front denied it. Peru mourned."
    assert key_of("Western Front", full, short) == "body:western front for justice"
    again = "The Western Front for Justice took Dara. The Western Front denied it."
    assert key_of("Western Front", again) == "body:western front for justice"
    other = "The Western Front of Sule took Dara from Peru."
    assert key_of("Western Front", full, other, short) == "body:western front"


def test_a_name_without_an_aim_in_a_report_of_others_is_another() -> None:
    full = "The Western Front for Justice took Dara from Peru."
    assert key_of("Western Front", full, "The Western Front denied it. Chad mourned.") == "body:western front"


@pytest.mark.parametrize(
    "between", ["It is narrow. It leads uphill. Nobody uses it. Snow lies there.", "Rain fell.", "He wept. She ran."]
)
def test_the_ministry_is_the_only_one_told_of(between: str) -> None:
    told = f"Syria's Defence Ministry said the rebels had fired. {between} The ministry says 23 men died."
    assert key_of("The ministry", told) == "organ:defence ministry:SYR"


def test_a_dateline_names_a_state_that_is_a_word_too() -> None:
    text = "REYHANLI, Turkey, Feb. 22 (Halyard) - Two men were hurt."
    assert ("Turkey", "state:TUR") in keys(text)


CIVIL = "UNITA attacked. UNITA fled. UNITA lost six men. Angola mourned. Angola wept. Angola fought on."


@pytest.mark.parametrize("words", ["the government", "the army", "the regime"])
def test_those_against_whom_a_group_rises_are_of_its_land(words: str) -> None:
    key = key_of(words, f"{CIVIL} Peru watched. On Friday {words} denied it.")
    assert key == ("organ:armed forces:AGO" if words == "the army" else "state:AGO")


@pytest.mark.parametrize(("words", "key"), [("the government", "state:AGO"), ("the army", "organ:armed forces:AGO")])
def test_a_host_that_is_told_of_keeps_its_own_government(words: str, key: str) -> None:
    head = "LISBON, Portugal, March 3 (Halyard) - "
    assert key_of(words, f"{head}{CIVIL} Portugal listened. On Friday {words} offered to go.") != key
    assert key_of(words, f"{head}{CIVIL} On Friday {words} offered to go.") == key


@pytest.mark.parametrize("words", ["the Turkish occupier", "the Turkish invader", "the Turkish aggressors"])
def test_an_enemy_told_by_its_state_is_that_state(words: str) -> None:
    assert key_of(words, f"Turkey fired. Syria was hit. On Friday {words} opened fire.") == "state:TUR"


@pytest.mark.parametrize(
    "text", ["Rebel army chief Ana Moro spoke.", "Guerrilla army officers met.", "Separatist parliament members fled."]
)
def test_those_who_rise_are_no_state(text: str) -> None:
    assert not [key for _, key in keys(text) if key and key.startswith(("state:", "organ:"))]


@pytest.mark.parametrize("words", ["state television", "state radio", "national radio"])
def test_state_radio_is_that_of_the_state_at_war_and_of_no_bystander(words: str) -> None:
    war = "Syria fired. Syria denied it. Syria lost six men. Syria agreed."
    kind = words.rpartition(" ")[2]
    assert key_of(words, f"{war} The shelling went on, {words} reported.") == f"body:{kind} of syr"
    assert key_of(words, war, f"Peru looked on. He spoke on {words} on Friday.") is None
