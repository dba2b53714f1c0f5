"""Figures in wordings of many kinds of reports: prisoners taken, hospitals, camps, sorties, costs, merchant ships."""

from collections.abc import Callable, Sequence

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Figure, Link

Extract = Callable[..., Found]


def figures_in(found: Extract, text: str, published: str | None = None) -> Sequence[Figure]:
    return found(text, published, upto="figures").figures


def words(links: tuple[Link, ...]) -> list[str]:
    return [link.span.text for link in links if link.span]


@pytest.mark.parametrize(
    ("text", "counts", "low"),
    [
        ("Thirty pilgrims were crushed to death at the gate.", "killed", 30),
        ("Nine conscripts were made prisoner at dawn.", "captured", 9),
        ("Twelve survivors remain in hospital.", "wounded", 12),
        ("Some 60 people were treated for burns.", "wounded", 60),
        ("The clinic received 44 patients overnight.", "wounded", 44),
        ("About 700 people are sheltering in two schools.", "displaced", 700),
        ("The agency registered 3,000 new arrivals in the camps.", "displaced", 3000),
        ("Of the crew, 14 cannot be accounted for.", "missing", 14),
        ("Forty non-combatants perished.", "killed", 40),
        ("The fence will cost 20 billion forints.", "money", 20e9),
    ],
)
def test_wider_words_tell_what_is_counted(found: Extract, text: str, counts: str, low: float) -> None:
    assert (counts, low) in [(one.counts, one.low) for one in figures_in(found, text)]


def test_those_sentenced_to_death_are_not_dead(found: Extract) -> None:
    assert "killed" not in [one.counts for one in figures_in(found, "Twelve men were sentenced to death.")]


def test_a_toll_may_exceed_its_number(found: Extract) -> None:
    (told,) = figures_in(found, "The death toll may exceed 150.")
    assert (told.bound, told.low, told.high) == ("at least", 150, None)


def test_who_takes_prisoners_does_not_lose_them(found: Extract) -> None:
    (told,) = figures_in(found, "Iraq said it had taken 900 prisoners.")
    assert not words(told.side)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The bombing has cost Peru 19 dead.", "Peru"),
        ("Kenya is believed to have committed 6,000 men.", "Kenya"),
        ("India flew 60 sorties on Monday.", "India"),
        ("They destroyed nine Ormish howitzers.", "Ormish"),
    ],
)
def test_a_verb_or_an_unknown_people_tells_the_side(found: Extract, text: str, side: str) -> None:
    assert [words(one.side) for one in figures_in(found, text)] == [[side]]


def test_a_make_of_arms_is_no_side(found: Extract) -> None:
    (told,) = figures_in(found, "They destroyed nine Patton tanks.")
    assert "Patton" not in words(told.side)


def test_losses_of_others_do_not_go_on_with_the_figure_before(found: Extract) -> None:
    told = figures_in(found, "Over 50 Iraqis surrendered; allied losses were four dead.")
    assert [(one.low, words(one.side)) for one in told if one.counts == "killed"] == [(4, ["allied"])]


def test_merchant_ships_are_civilian_and_aid_lorries_nobodys(found: Extract) -> None:
    (ships,) = figures_in(found, "Mines sank two merchant ships.")
    (lorries,) = figures_in(found, "The rebels seized four grain lorries.")
    (tanks,) = figures_in(found, "The rebels seized four tanks.")
    assert (ships.category, lorries.category, tanks.category) == ("civilian", "unspecified", "military")


def test_no_figure_counts_past_the_day_of_publication(found: Extract) -> None:
    (told,) = figures_in(found, "Some 51,000 people have fled this month.", "2031-02-11")
    assert (told.as_of.earliest, told.as_of.latest) == ("2031-02-01", "2031-02-11")


def test_those_who_shelter_and_are_killed_are_dead(found: Extract) -> None:
    (told,) = figures_in(found, "Sixteen people sheltering at a school were killed.")
    assert told.counts == "killed"


def test_no_casualties_reported_are_none_and_not_withheld(found: Extract) -> None:
    (told,) = figures_in(found, "No casualties were reported in the shelling.")
    assert (told.low, told.bound) == (0, "exact")


def test_whose_tally_it_is_counts(found: Extract) -> None:
    (told,) = figures_in(found, "Peru's tally of Ecuadorian breaches stands at 89.")
    assert (words(told.according_to)[:1], words(told.side)) == (["Peru"], ["Ecuadorian"])
