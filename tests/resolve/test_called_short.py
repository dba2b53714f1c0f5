"""Bodies and persons whom one report calls shorter than another."""

import pytest

from tests.resolve.test_groups import keys

WHOLE = "The Western Sule Liberation Front took the pass. The Western Sule Liberation Front denied that it had losses."
SHORTER = "Fighters of the Liberation Front fled. The Liberation Front said that it would return."


@pytest.mark.parametrize(
    "told",
    ["The Front denied it.", "Shells hit a camp of the Front.", "The army has been fighting the Front for a year."],
)
def test_the_front_is_the_one_whose_name_two_reports_cut_differently(told: str) -> None:
    assert any(key == "body:western sule liberation front" for _, key in keys(WHOLE, SHORTER, told))


def test_the_front_stays_open_between_two_fronts() -> None:
    other = "The Popular Salvation Front took the town. The Popular Salvation Front denied that it had losses."
    assert ("Front", "body:western sule liberation front") not in keys(WHOLE, other, "The Front denied it.")


@pytest.mark.parametrize(
    "told",
    ["Colonel Berak has fled.", "Mr Berak visited the port on Monday.", "The army said that Colonel Berak was dead."],
)
def test_a_person_whom_a_report_calls_by_the_first_word_of_his_name_goes_by_it_in_others(told: str) -> None:
    full = "Colonel Berak Tolune spoke on the radio. Colonel Berak said that the war was over."
    assert any(key == "person:berak tolune" for _, key in keys(full, told))


def test_a_first_name_by_which_no_report_calls_anybody_is_nobodys() -> None:
    full = "Colonel Martin Tolune spoke on the radio. Colonel Tolune said that the war was over."
    assert not any(key == "person:martin tolune" for _, key in keys(full, "Mr Martin visited the port."))


NAMED = "Secretary-General Ivo Brandel spoke in Geneva. Brandel said that the truce held."


@pytest.mark.parametrize(
    "told",
    [
        "I say to the Secretary-General: send your doctors to Sulemar.",
        "A team sent by the Secretary-General reached Ostria on Monday. Ostria's army let it pass.",
        "The minister of Ostria wrote to the Secretary-General twice.",
    ],
)
def test_the_secretary_general_is_the_one_of_all_reports(told: str) -> None:
    assert any("Secretary-General" in text and key == "person:ivo brandel" for text, key in keys(NAMED, told))


def test_the_secretary_general_stays_open_where_two_are_named() -> None:
    other = "Secretary-General Petra Laun spoke in Cairo. Laun said that the truce held."
    assert ("the Secretary-General", None) in keys(NAMED, other, "Ostria wrote to the Secretary-General.")


UNITED = "The United Ugandan Opposition took the pass. The United Ugandan Opposition denied that it had losses."


@pytest.mark.parametrize("more", ["", "The United Civic Opposition met in Velm. The United Civic Opposition fled."])
def test_the_united_opposition_is_that_of_its_country_whoever_else_is_united(more: str) -> None:
    told = "The United Opposition fled. The United Opposition said that it would return."
    assert any(key == "body:united ugandan opposition" for _, key in keys(UNITED, more or told, told))


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("National Electoral Council", "National Council"),
        ("Security Reform Council", "Security Council"),
        ("Northern River Front", "Northern Front"),
    ],
)
def test_a_body_with_more_words_in_its_name_is_another(long: str, short: str) -> None:
    whole = f"The {long} met in Velm. The {long} denied that it had talks."
    told = keys(whole, f"The {short} met on Monday. The {short} said that it would return.")
    assert not any(key == f"body:{long.lower()}" for _, key in told)


MEDIATORS = "Chad met Sudan. The four mediators wrote to both. Chad thanked the four mediators."


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Chad met Sudan. Until the four put down their ledgers, nothing will come of it.", "the four"),
        ("Sudan asked Chad to talk. Sudan demands that one of the four be sent home.", "the four"),
        ("Sudan met Chad in Rome. The four states have acted in the war since August.", "The four states"),
    ],
)
def test_the_four_are_those_of_whom_a_report_tells_in_what_office_they_act(told: str, who: str) -> None:
    assert (who, "group:mediator:SDN+TCD") in keys(MEDIATORS, told)


def test_the_four_are_nobody_where_no_report_tells_of_four_who_act_together() -> None:
    assert ("the four", None) in keys("Chad met Sudan. The mediators left.", "Chad met Sudan. They asked the four.")


def test_four_others_told_before_are_not_the_mediators() -> None:
    told = keys(MEDIATORS, "Chad met Sudan. Chad freed four pilots. The four were tired.")
    assert not any(words == "The four" and key for words, key in told)
