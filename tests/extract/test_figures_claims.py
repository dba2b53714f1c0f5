"""Whether one counts one's own or the enemy's where no word names the side; who lost what was taken; whose bulletin."""

from collections.abc import Callable, Sequence

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Figure, Link

Extract = Callable[..., Found]


def figures_in(found: Extract, text: str) -> Sequence[Figure]:
    return found(text, "2031-06-18", upto="figures").figures


def words(links: tuple[Link, ...]) -> list[str]:
    return [link.span.text for link in links if link.span]


def losses(found: Extract, text: str) -> list[tuple[float | None, str]]:
    return [(one.low, one.loss_of) for one in figures_in(found, text) if not one.side]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Kenya's army said that four drones were shot down over the lake.", 4),
        ("The Kenyan army recorded eleven breaches of the truce before noon.", 11),
        ("Kenya says two helicopters have been brought down.", 2),
        ("The Kenyan army says that its men stormed the post and took 94 prisoners.", 94),
    ],
)
def test_what_one_claims_is_the_enemys(found: Extract, text: str, low: int) -> None:
    assert losses(found, text) == [(low, "enemy")]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Only one aircraft was lost, on 3 June, the Kenyan general specified.", 1),
        ("The Kenyan army said one jet was missing after a flight.", 1),
    ],
)
def test_what_did_not_come_back_is_ones_own(found: Extract, text: str, low: int) -> None:
    assert losses(found, text) == [(low, "own")]


@pytest.mark.parametrize(
    "text",
    [
        "Four drones were shot down over the lake.",
        "Kenya's health ministry said nine villagers were killed.",
        "The Kenyan army has sent 400 men to the border.",
    ],
)
def test_of_others_nothing_is_said(found: Extract, text: str) -> None:
    assert all(one == "unspecified" for _, one in losses(found, text))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The invader has been relieved of six lorries.", ["invader"]),
        ("The raid stripped Uganda of nine guns.", ["Uganda"]),
        ("Kestria was deprived of eleven boats.", ["Kestria"]),
        ("The adversary has had no fewer than 300 casualties.", ["adversary"]),
    ],
)
def test_who_is_stripped_of_arms_or_has_casualties_lost_them(found: Extract, text: str, sides: list[str]) -> None:
    assert [side for one in figures_in(found, text) for side in words(one.side)] == sides


@pytest.mark.parametrize(
    "text",
    [
        "In its Bulletin No. 7 the General Staff of Kenya states that nine posts were hit. Uganda denies it. "
        "The same bulletin puts the dead at 41.",
        "In its Communiqué No. 7 the General Staff of Kenya counts nine raids. Uganda says otherwise. "
        "The same communiqué puts the dead at 41.",
    ],
)
def test_the_same_paper_is_of_whoever_gave_it_out(found: Extract, text: str) -> None:
    counters = [words(one.according_to[:1]) for one in figures_in(found, text) if one.low == 41]
    assert counters == [["the General Staff of Kenya"]]


def test_the_enemys_dead_are_fighters(found: Extract) -> None:
    assert [one.category for one in figures_in(found, "The enemy left 300 dead behind, Kenya said.")] == ["military"]
