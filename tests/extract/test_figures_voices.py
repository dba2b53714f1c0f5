"""By whose count, where a pronoun or a paper stands for whoever gave the number; words that say whose side it is."""

from collections.abc import Callable, Sequence

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Figure, Link

Extract = Callable[..., Found]


def figures_in(found: Extract, text: str) -> Sequence[Figure]:
    return found(text, "2031-06-18", upto="figures").figures


def words(links: tuple[Link, ...]) -> list[str]:
    return [link.span.text for link in links if link.span]


def counters(found: Extract, text: str) -> list[str]:
    return [words(one.according_to[:1])[0] if one.according_to[0].span else "" for one in figures_in(found, text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Chadian army on Monday lowered its count of enemy dead to 40. "
         "It also raised the number of its own dead to 12.", "The Chadian army"),
        ("The spokesman, Colonel Aldo Brink, spoke at noon. He counted 33 violations.", "Aldo Brink"),
        ("The Peruvian army said five men had been killed. It estimated that more than 40 guerrillas had died.",
         "The Peruvian army"),
    ],
)  # fmt: skip
def test_who_goes_on_counting_is_told_by_name(found: Extract, text: str, who: str) -> None:
    assert who in counters(found, text)[-1]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In a bulletin on Monday the ministry counted 14 breaches. Kenya claims the guns fired first. "
         "The same bulletin gives the losses as 9 dead.", "the ministry"),
        ("The High Command is drier. Its bulletin No. 31 speaks of 290 prisoners.", "The High Command"),
        ("The communiqué read out on Tuesday by the High Command lists seven breaches.", "the High Command"),
    ],
)  # fmt: skip
def test_whose_paper_gives_the_number(found: Extract, text: str, who: str) -> None:
    assert counters(found, text)[-1] == who


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Chad's headquarters said 430 soldiers had been killed and 1,100 wounded.", 2),
        ("The colonel put the dead of the army at 345, with 1,400 wounded.", 2),
        ("The Interior Ministry reported 172 killed and, in the same week, 402 wounded.", 2),
    ],
)
def test_numbers_told_in_one_breath_have_one_counter(found: Extract, text: str, counts: int) -> None:
    told = counters(found, text)
    assert len(told) == counts and len(set(told)) == 1 and told[0]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The northern army said more than 900 southern soldiers had been killed.", "southern"),
        ("The south has admitted 240 dead.", "The south"),
        ("The Guard put its losses at 84 dead, though Kenya and its army doubt it.", "The Guard"),
    ],
)
def test_sides_told_by_a_quarter_of_the_sky_or_by_who_gives_the_toll(found: Extract, text: str, side: str) -> None:
    assert words(figures_in(found, text)[0].side) == [side]


def test_what_nobody_tells_keeps_no_counter(found: Extract) -> None:
    [one] = [one for one in figures_in(found, "The Guard says it killed 80 men. It has not disclosed its own losses.")
             if one.bound == "undisclosed"]  # fmt: skip
    assert one.according_to[0].document
