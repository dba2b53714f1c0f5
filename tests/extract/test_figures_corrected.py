"""Figures that a paper corrects, and counts of others: as of which day, and whose."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found

Extract = Callable[..., Found]
PUBLISHED = "2016-05-20"


@pytest.mark.parametrize(
    "text",
    [
        "CORRECTION: In a dispatch of 14 May we gave the number of dead as nine. The defence minister had said six.",
        "(In its story of 14 May the agency misstated the number of dead as nine. The army had given six.)",
        "(Corrects report of 14 May, which gave the number of dead as nine. Norway had announced six.)",
    ],
)
def test_what_is_corrected_and_what_is_right_are_of_the_day_of_the_paper(found: Extract, text: str) -> None:
    figures = found(text, PUBLISHED, upto="figures").figures
    assert {one.low: (one.as_of.latest or "")[:10] for one in figures} == {9: "2016-05-14", 6: "2016-05-14"}


def test_a_paper_that_is_only_quoted_dates_no_figure_of_others(found: Extract) -> None:
    text = "The bulletin of 14 May was short. Norway's army said 12 soldiers had died."
    [figure] = found(text, PUBLISHED, upto="figures").figures
    assert (figure.as_of.latest or "")[:10] == PUBLISHED


def test_what_somebody_now_believes_is_of_the_day_on_which_he_said_so(found: Extract) -> None:
    text = "The army said on Monday it now believed that about 850 soldiers had been killed in the war."
    [figure] = found(text, PUBLISHED, upto="figures").figures
    assert (figure.as_of.latest or "")[:10] == "2016-05-16"


def test_who_counts_prisoners_did_not_lose_them(found: Extract) -> None:
    figures = found("Norway cut its count of the prisoners to 7,600 from 8,200.", PUBLISHED, upto="figures").figures
    assert {one.low for one in figures} == {7600, 8200}
    assert not any(one.side for one in figures)


@pytest.mark.parametrize(
    ("text", "number", "counts"),
    [
        ("The army put rebel dead at more than 520.", 520, "killed"),
        ("The staff put Kenyan dead since 3 May at 1,450.", 1450, "killed"),
        ("Norway's staff raised the number of its soldiers missing since May to 7,100.", 7100, "missing"),
    ],
)
def test_a_toll_is_told_of_whose_dead_they_are(found: Extract, text: str, number: int, counts: str) -> None:
    assert (number, counts) in {(one.low, one.counts) for one in found(text, PUBLISHED, upto="figures").figures}


def test_a_number_behind_a_people_is_no_toll(found: Extract) -> None:
    assert not found("The army put Kenyan officers at ease at 9.", PUBLISHED, upto="figures").figures


@pytest.mark.parametrize(
    ("right", "counter"),
    [
        ("The ministry's figure was 41.", "The ministry"),
        ("The figure of the Red Cross was 41.", "the Red Cross"),
        ("The hospital's count was 41.", "The hospital"),
    ],
)
def test_what_sets_a_figure_right_counts_the_same_people(found: Extract, right: str, counter: str) -> None:
    told = f"CORRECTION: A report of 14 May gave the number of Kenyan soldiers wounded as 61. {right}"
    wrong, mended = found(told, PUBLISHED, upto="figures").figures
    assert (mended.low, mended.counts, mended.side) == (41, "wounded", wrong.side)
    assert mended.according_to[0].span is not None
    assert mended.according_to[0].span.text == counter


def test_outside_of_a_correction_a_figure_is_its_owners(found: Extract) -> None:
    first, second = found("Kenya lost 61 men. Chad's toll was 41.", PUBLISHED, upto="figures").figures
    assert first.side != second.side


@pytest.mark.parametrize(
    "told",
    [
        "the number of Kenyan dead as nine and the number of Chadian wounded as 61",
        "the number of Kenyan soldiers killed as 61 and the number of Chadian soldiers killed as 50",
    ],
)
def test_of_two_wrong_figures_nobody_tells_which_is_set_right(found: Extract, told: str) -> None:
    text = f"CORRECTION: In a dispatch of 14 May we gave {told}. The ministry's figure was 41."
    assert [one.side for one in found(text, PUBLISHED, upto="figures").figures if one.low == 41] == [()]


def test_what_is_counted_does_not_count(found: Extract) -> None:
    text = "CORRECTION: A report of 14 May gave the number of Kenyan soldiers killed as 61. The death figure was 41."
    last = found(text, PUBLISHED, upto="figures").figures[-1]
    assert last.according_to[0].span is None
