"""History stays out of the timeline; what belongs to the present conflict stays in."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.text import Furniture


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


def under(found: Callable[..., Found], heading: str, text: str) -> list[bool]:
    """What is told under a heading in the middle of a report."""
    before = "The army took the post of Velm on Monday."
    whole = f"{before}\n\n{heading}\n\n{text}"
    start = len(before) + 2
    furniture = (Furniture(role="heading", start=start, end=start + len(heading)),)
    made = found(whole, "2031-05-02", upto="events", furniture=furniture).events
    return [one.background for one in made if one.evidence[0].start > start]


@pytest.mark.parametrize("heading", ["TETE, A REMINDER", "THE LESSON OF 2029", "From the history of the question"])
def test_a_section_that_looks_back_tells_history_up_to_weeks_ago(found: Callable[..., Found], heading: str) -> None:
    text = "In May 2029 Chad invaded Niger. Nineteen months later, on 31 December 2030, it attacked the capital."
    assert under(found, heading, text) == [True, True]
    assert under(found, heading, "In May 2029 Chad invaded Niger. On 30 April it attacked the capital.") == [
        True,
        False,
    ]


def test_a_section_is_no_history_for_its_heading_alone(found: Callable[..., Found]) -> None:
    text = "On 14 January Chad invaded Niger. On 31 January it attacked the capital."
    assert under(found, "A lesson for the army", text) == [False, False]
    old = "In May 2029 Chad invaded Niger. On 31 December it attacked the capital."
    assert under(found, "Fighting goes on", old) == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "None of this will surprise those who remember 1998. Niger moved its army to the border.",
        "In December 2019 Chad invaded Niger, and by the spring it had seized the valley.",
        "Under a treaty signed in 1960 Chad and Niger undertook to guard the border.",
        "Seven years ago Chad invaded Niger. Then as now Libya sent troops to the capital.",
    ],
)
def test_what_goes_on_with_an_old_story_is_history(found: Callable[..., Found], text: str) -> None:
    assert told(found, text) and all(told(found, text))


def test_those_who_remember_an_old_year_may_act_today(found: Callable[..., Found]) -> None:
    assert told(found, "Villagers who remember 1998 fled. Niger attacked the port.")[-1:] == [False]


def test_without_a_publication_day_that_autumn_is_of_the_year_told_before(found: Callable[..., Found]) -> None:
    text = "In August 1992 Chad invaded Niger. Its chief was killed that autumn."
    assert told(found, text, None) == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "Under the accord signed in 1960, Chad requested French troops.",
        "Under a defence pact signed in 1991, Kenya asked for help against the rebels.",
        "Under a treaty signed in 1961 Chad and Niger agreed to withdraw on Monday.",
    ],
)
def test_what_is_done_today_under_an_old_paper_is_no_history(found: Callable[..., Found], text: str) -> None:
    assert not any(told(found, text))


def test_a_heading_with_before_does_not_look_back_on_these_months(found: Callable[..., Found]) -> None:
    text = "The truce of 1994 is dead. On 16 February Chad attacked Niger."
    assert not any(under(found, "Before the vote", text)) and not any(under(found, "A lesson", text)[-1:])
