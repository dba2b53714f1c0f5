"""Figures that a party's own paper or a bare number tells: who "we" are, whose toll goes on, the parts of a whole."""

from collections.abc import Callable, Sequence

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Figure, Link, Mention

Extract = Callable[..., Found]


_TWICE = "The toll was put at 36 by the health office (7 June) and at 12 by the commission (1 June)."


def figures_in(found: Extract, text: str) -> Sequence[Figure]:
    return found(text, "2031-06-18", upto="figures").figures


def words(links: tuple[Link, ...]) -> list[str]:
    return [link.span.text for link in links if link.span]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The Chadian army acknowledged 71 killed.", ["The Chadian army"]),
        ("The army of Peru said two soldiers were wounded by a sniper.", ["Peru"]),
        ("Kenya: 18 soldiers dead and 14 missing.", ["Kenya", "Kenya"]),
        ("Kenya's health ministry counted 215 dead.", ["Kenya"]),
        ("Mali published the names of the 41 soldiers it had listed as killed.", ["Mali"]),
        ("The monitors logged 31 violations by Kenya.", ["Kenya"]),
        ("The toll of the raid on the market of Nairobi rose to 14.", ["Nairobi"]),
    ],
)
def test_sides_by_what_stands_around(found: Extract, text: str, sides: list[str]) -> None:
    assert [side for one in figures_in(found, text) for side in words(one.side)] == sides


def test_a_toll_goes_on_with_the_side_told_before(found: Extract) -> None:
    first, second = figures_in(found, "Kenya has lost 41 soldiers. The toll stood at 46 on Monday night.")
    assert (second.low, second.side, second.category) == (46, first.side, "military")


def test_a_toll_of_an_event_of_its_own_takes_no_side_from_before(found: Extract) -> None:
    *_, last = figures_in(found, "Kenya has lost 41 soldiers. The toll of the blast at the mill rose to 46.")
    assert (last.low, last.side) == (46, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya said it had lost six jets. A spokesman conceded eight.", [("equipment", 6), ("equipment", 8)]),
        ("The dead can be counted now. Kenya admits to 631.", [("killed", 631)]),
        ("Of refugees there are 74,000 in the camp.", [("displaced", 74000)]),
        ("It counted 9 dead, made up of 5 soldiers and 4 men.", [("killed", 9), ("killed", 5), ("killed", 4)]),
        ("Nine of our boys will not come home.", [("killed", 9)]),
        ("There are no prisoners.", [("captured", 0)]),
        ("Two looters were shot there.", [("killed", 2)]),
        ("They will exchange prisoners on Thursday, among them 388 guardsmen.", [("captured", 388)]),
        ("The raid of 11 May cost 29 lives.", [("killed", 29)]),
    ],
)  # fmt: skip
def test_what_bare_numbers_and_parts_count(found: Extract, text: str, expected: list[tuple[str, float]]) -> None:
    assert [(one.counts, one.low) for one in figures_in(found, text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "No tank came through the tunnel.",
        "Not one of our guns was loaded.",
        "The president had spoken of 1987.",
        "A second man was there, he said.",
    ],
)
def test_what_nobody_lost_is_no_figure(found: Extract, text: str) -> None:
    assert list(figures_in(found, text)) == []


def test_our_losses_are_the_issuers(found: Extract) -> None:
    text = "The State Office of Kenya informs its citizens. We have buried 118 soldiers. The enemy holds the pass."
    analysed = found(text, "2031-06-18", upto="figures", outlet="Office of the President of Kenya", genre="statement")
    (figure,) = analysed.figures
    assert words(figure.side) == ["We"]


@pytest.mark.parametrize(
    ("text", "counters"),
    [
        (_TWICE, ["the health office", "the commission"]),
        ("Losses of the enemy, in the estimate of the General Staff: 3,000 killed.", ["the General Staff"]),
        ("Officials in Nairobi, the main town of the district, said 22 civilians had died.", ["Officials in Nairobi"]),
    ],
)  # fmt: skip
def test_whose_count_stands_before_or_behind(found: Extract, text: str, counters: list[str]) -> None:
    assert [words(one.according_to[:1])[0] for one in figures_in(found, text)] == counters


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (_TWICE, ["2031-06-07", "2031-06-01"]),
        ("The losses of the army from 8 to 17 June amounted to 57 dead.", ["2031-06-17"]),
        ("Eleven soldiers fell at the bridge on 10 June. Six civilians were killed.", ["2031-06-10", "2031-06-10"]),
        ("Eleven soldiers fell at the bridge on 10 June. Six men have been killed.", ["2031-06-10", "2031-06-18"]),
    ],
)  # fmt: skip
def test_the_day_stands_in_brackets_between_two_or_before(found: Extract, text: str, days: list[str]) -> None:
    assert [(one.as_of.latest or "")[:10] for one in figures_in(found, text)] == days


@pytest.mark.parametrize(
    ("imprint", "side"),
    [
        ("© The Daily Gleam, Nairobi. All rights reserved. Tel. 55 01 44", ["Kenya"]),
        ("Printed in Nairobi by the Lamu Press.", ["Kenya"]),
        ("Letters to the editor: The Daily Gleam, Nairobi, P.O. Box 19", ["Kenya"]),
        ("Printed in Munich, Geneva and Nairobi by the Lamu Press.", []),
        ("Printed in Paris by the Lamu Press, Nairobi.", []),
        ("© The Daily Gleam. All rights reserved.", []),
    ],
)
def test_a_paper_that_takes_sides_is_of_the_capital_in_which_it_is_printed(
    found: Extract, imprint: str, side: list[str]
) -> None:
    text = (
        "The guns fell silent at noon. Our losses since Monday are 13 dead.\n\n"
        f"Kenya wants peace. Chad does not.\n\n“Not one step back,” the crowd answered.\n\n{imprint}\n"
    )
    result = found(text, "2031-06-18", upto="figures")
    [figure] = result.figures
    named = [
        one.name for one in (result.record(link.mention or "") for link in figure.side) if isinstance(one, Mention)
    ]
    assert named == side
