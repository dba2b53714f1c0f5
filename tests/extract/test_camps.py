"""Sides that a common noun tells: rebels, soldiers and government troops of a war between one state and one group."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.extract.parties import key

WAR = "Fighters of the Shabaab attacked a Kenyan base near Lamu on Sunday. "


def side(found: Callable[..., Found], text: str) -> list[str | None]:
    told = found(text, "2031-05-16", upto="figures")
    figure = told.figures[-1]
    return [key(told, link) for link in figure.side]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Twelve rebels were killed on Monday.", "al-Shabab"),
        ("Three soldiers were wounded in the ambush.", "KEN"),
        ("Nine government troops died.", "KEN"),
    ],
)
def test_common_nouns_mean_the_two_who_fight(found: Callable[..., Found], text: str, party: str) -> None:
    assert side(found, WAR + text) == [party]


def test_of_two_groups_rebels_are_neither(found: Callable[..., Found]) -> None:
    text = WAR + "The Lord's Resistance Army took Gulu. Twelve rebels were killed on Monday."
    assert side(found, text) == [None]  # somebody's, and nothing tells whose


def test_soldiers_in_a_war_of_two_states_are_of_neither(found: Callable[..., Found]) -> None:
    text = "Eritrean gunners shelled Adigrat and Ethiopian jets bombed Asmara. Three soldiers were wounded."
    assert side(found, text) == []


def test_the_men_whom_a_command_counts_are_its_own(found: Callable[..., Found]) -> None:
    assert side(found, "The General Staff of Argentina announced on Tuesday that 29 men had died.") == ["ARG"]


@pytest.mark.parametrize(
    ("text", "low", "party"),
    [
        ("Hanoi claimed 500 Chinese dead.", 500, ["CHN"]),
        ("Kyiv counted 300 Russian dead and 70 wounded.", 300, ["RUS"]),
    ],
)
def test_the_dead_after_their_people(found: Callable[..., Found], text: str, low: int, party: list[str]) -> None:
    told = found(text, "2031-05-16", upto="figures")
    first = next(iter(told.figures))
    assert (first.counts, first.low, [key(told, link) for link in first.side]) == ("killed", low, party)


def test_francs_are_no_people(found: Callable[..., Found]) -> None:
    assert [one.counts for one in found("He owed 300 Swiss francs.", upto="figures").figures] == []
