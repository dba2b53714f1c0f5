"""History stays out of the timeline; what belongs to the present conflict stays in."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found


def told(found: Callable[..., Found], text: str, published: str | None = "2031-05-02") -> list[bool]:
    return [event.background for event in found(text, published, upto="events").events]


@pytest.mark.parametrize(
    "text",
    [
        "Iran and Iraq fought a war between 1980 and 1988.",
        "Argentina invaded the islands in 1982.",
        "The kings signed a peace treaty three decades ago.",
        "Norway brokered a 1994 truce.",
        "Chad seized the strip before Niger declared a ceasefire in 1987.",
        "The treaty of 1942, signed after a war, drew the border.",
        "Chad seized the strip in a war that ended in 1987.",
        "Kenyan troops occupied the port for two years from 2019.",
    ],
)
def test_history(found: Callable[..., Found], text: str) -> None:
    assert told(found, text) and all(told(found, text))


def test_history_that_is_called_to_mind_goes_on_in_the_next_sentence(found: Callable[..., Found]) -> None:
    assert told(found, "Chad has not forgotten 1987. Niger attacked the capital and seized the port.") == [True, True]


def test_history_goes_on_in_the_next_sentence(found: Callable[..., Found]) -> None:
    assert told(found, "Chad invaded Niger in 1987. They signed an armistice after nine weeks.") == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "Fighting broke out on April 11.",
        "Niger violated the 1994 ceasefire on Tuesday.",
        "The ministers met in Zinder last week.",
        "Chad invaded Niger in 1987. On Tuesday the two presidents met in Zinder.",
    ],
)
def test_the_present_conflict(found: Callable[..., Found], text: str) -> None:
    assert told(found, text)[-1] is False


def test_without_a_publication_day_bare_years_are_history(found: Callable[..., Found]) -> None:
    text = "Chad and Niger clashed on Sept. 27. They fought a war between 1988 and 1994."
    assert told(found, text, None) == [False, True]


def test_an_old_truce_that_measures_the_present_is_history_and_the_attack_is_not(found: Callable[..., Found]) -> None:
    text = "Chad attacked Niger on Tuesday, in the worst violence since the 1994 ceasefire."
    flags = told(found, text)
    assert flags[0] is False and flags[-1] is True
