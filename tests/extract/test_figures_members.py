"""Figures that hang on another sentence or line: who was among the dead, the head of a list, whose own losses."""

from collections.abc import Callable, Sequence

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Figure, Link

Extract = Callable[..., Found]


def figures_in(found: Extract, text: str, published: str | None = "2031-05-16") -> Sequence[Figure]:
    return found(text, published, upto="figures").figures


def words(links: tuple[Link, ...]) -> list[str]:
    return [link.span.text for link in links if link.span]


def test_the_dead_included_some(found: Extract) -> None:
    text = "A bomb killed 57 people in Lenk on Thursday. The dead included 19 children and 11 nurses, a doctor said."
    _, children, nurses = figures_in(found, text)
    assert [(one.counts, one.low, words(one.according_to)) for one in (children, nurses)] == [
        ("killed", 19, ["a doctor"]), ("killed", 11, ["a doctor"])
    ]  # fmt: skip
    assert children.as_of.earliest == "2031-05-15"


def test_among_the_wounded_were_some(found: Extract) -> None:
    wounded = figures_in(found, "The shelling stopped. Among the wounded were four policemen.")
    assert [(one.counts, one.low) for one in wounded] == [("wounded", 4)]


def test_who_buries_the_dead_is_not_among_them(found: Extract) -> None:
    assert not figures_in(found, "The dead were carried away by 40 villagers.")


def test_items_of_a_list_take_side_and_day_of_its_head(found: Extract) -> None:
    text = "The post was held.\n\nPeruvian losses on 8 May:\n- 210 killed\n- 9 tanks\n\nIt rained. Two policemen died."
    killed, tanks, clerks = figures_in(found, text)
    assert [words(one.side) for one in (killed, tanks)] == [["Peruvian"], ["Peruvian"]]
    assert [one.as_of.latest for one in (killed, tanks)] == ["2031-05-08", "2031-05-08"]
    assert not words(clerks.side)


def test_own_casualties_are_those_of_who_counts(found: Extract) -> None:
    text = "The hill was lost. Own casualties stood at 128 killed and 31 wounded, the Army of Chad said."
    assert [words(one.side) for one in figures_in(found, text)] == [["Chad"], ["Chad"]]


def test_none_of_its_own_are_those_of_the_one_spoken_of(found: Extract) -> None:
    text = "The army put the number of rebels killed at 86. It acknowledged no losses of its own."
    _, none = figures_in(found, text)
    assert (none.low, words(none.according_to), words(none.side)) == (0, ["The army"], ["The army"])


def test_the_make_of_arms_is_no_side(found: Extract) -> None:
    [rockets] = figures_in(found, "The boats fired dozens of Zelk rockets at the town.")
    assert rockets.counts == "other" and not rockets.side


def test_an_age_counts_nobody(found: Extract) -> None:
    text = "Colonel Jorge Mendes, 41, commander of the regiment, was named after the death of a porter."
    assert not [one for one in figures_in(found, text) if one.low == 41]


def test_where_the_wounded_are_treated_is_not_their_home(found: Extract) -> None:
    [treated] = figures_in(found, "A further 40 people were being treated across the border in Chad.")
    assert treated.counts == "wounded" and not treated.side


def test_the_one_lost_is_an_aircraft_where_aircraft_are_spoken_of(found: Extract) -> None:
    text = "The front said its gunners shot down two helicopters on 9 May; Angola admitted the loss of one."
    assert [(one.counts, one.low) for one in figures_in(found, text)] == [("equipment", 2), ("equipment", 1)]


def test_one_more_in_a_list_of_the_killed(found: Extract) -> None:
    text = "Two Malian soldiers and a French airman were killed when their lorry struck a mine."
    assert [(one.low, words(one.side)) for one in figures_in(found, text)] == [(2, ["Malian"]), (1, ["French"])]


def test_an_earlier_toll_has_its_own_day(found: Extract) -> None:
    text = "The toll is now 1,317 dead, up from 1,204 on Tuesday, the ministry said."
    now, before = figures_in(found, text)
    assert (now.low, before.low, before.as_of.latest) == (1317, 1204, "2031-05-13")


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Chadian mission, which has 1,200 soldiers in the region, left.", "Chadian"),
        ("Chad, which keeps 300 troops in the valley, left the talks.", "Chad"),
    ],
)
def test_who_has_soldiers_in_a_relative_clause(found: Extract, text: str, side: str) -> None:
    [force] = figures_in(found, text)
    assert (force.counts, words(force.side)[:1]) == ("troops", [side])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The garrison slipped away before dawn on Thursday, leaving 17 dead behind.", "2031-05-15"),
        ("The staff said 19 lorries had been destroyed in Thursday's assault.", "2031-05-15"),
        ("Jets raided Lenk on 9 May. Talks went on.\n\nThe raid left 14 dockers dead, he said.", "2031-05-09"),
        ("The bomb killed three policemen. It went off on 5 May.", "2031-05-16"),
        ("The army put its losses at 40 dead and denied that it had fled on 9 May.", "2031-05-16"),
    ],
)
def test_the_day_of_a_loss_by_the_incident(found: Extract, text: str, day: str) -> None:
    assert figures_in(found, text)[0].as_of.latest == day


def test_the_head_of_a_section_dates_what_it_tells(found: Extract) -> None:
    text = "DIGEST\nNo. 46\nWeekly\n\n1. RADIO LENK in English, 11 May 2100 GMT\nFive ships had been sunk, it said."
    assert [one.as_of.latest for one in figures_in(found, text)] == ["2031-05-11"]


def test_nobody_gives_a_figure(found: Extract) -> None:
    told = figures_in(found, "Talks failed. Neither side has given a figure for its dead.")
    assert [one.bound for one in told] == ["undisclosed"]


def test_rebels_are_none_of_the_armys_losses(found: Extract) -> None:
    text = "The army put its losses at five dead and 34 wounded and said at least 40 rebels had been killed."
    assert words(figures_in(found, text)[-1].side) != ["The army"]
    told = figures_in(found, "The army said 19 of its soldiers died. The toll of rebels stood at 46.")
    assert [one.low for one in told] == [19, 46] and not told[-1].side


def test_terrorists_are_those_of_the_one_group_that_is_named(found: Extract) -> None:
    text = "The camp was one of the Free Pell Front. Sixty terrorists were killed, the ministry said."
    assert words(figures_in(found, text)[-1].side) == ["Free Pell Front"]


def test_the_owner_whose_losses_are_left_out(found: Extract) -> None:
    text = "Chad's army gave its losses as 96 dead and estimated that Niger's came to more than 600 killed."
    assert [words(one.side) for one in figures_in(found, text)] == [["Chad's army"], ["Niger"]]


def test_their_aircraft_that_are_shot_down_are_not_the_gunners(found: Extract) -> None:
    text = "Chad and Niger are at war. Chad's gunners have brought down 21 of their aircraft."
    [aircraft] = [one for one in figures_in(found, text) if one.counts == "equipment"]
    assert "Chad" not in words(aircraft.side)
    [buried] = figures_in(found, "Chad is at war. Chad buried nine of its men.")
    assert words(buried.side) == ["Chad"]


def test_who_reduces_an_estimate_counts(found: Extract) -> None:
    text = "Chad on Wednesday reduced its estimate of Nigerian soldiers killed in the raid to about 700 from 1,340."
    assert [words(one.according_to) for one in figures_in(found, text)] == [["Chad"], ["Chad"]]
