"""Accounts that go on: the day and the counter of a count stand where the paper or its voice was named first."""

from collections.abc import Callable, Sequence

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Figure, Link

Extract = Callable[..., Found]


def figures_in(found: Extract, text: str, published: str | None = "2031-05-16") -> Sequence[Figure]:
    return found(text, published, upto="figures").figures


def words(links: tuple[Link, ...]) -> list[str]:
    return [link.span.text for link in links if link.span]


@pytest.mark.parametrize(
    ("text", "counter"),
    [
        (
            "In its Bulletin No. 4, issued on Tuesday, the Lenk Front said it had taken a hill.\n\n"
            "The same bulletin puts the front's losses at 31 dead.",
            "the Lenk Front",
        ),
        (
            "The army of Chad said in a statement on Tuesday that the road was open. It put its dead at 31.",
            "The army of Chad",
        ),
        (
            "Chad's defence ministry said on Tuesday that the road was open. "
            "The ministry said 31 soldiers had been killed since March.",
            "The ministry",
        ),
    ],
)
def test_a_count_is_of_the_day_on_which_its_account_was_given(found: Extract, text: str, counter: str) -> None:
    [killed] = figures_in(found, text)
    assert (killed.low, killed.as_of.latest) == (31, "2031-05-13")
    assert words(killed.according_to) == [counter]


def test_the_same_paper_keeps_its_counter(found: Extract) -> None:
    text = (
        "In a communique issued on Tuesday the Lenk Front counts 12 violations by the army. The army denies it.\n\n"
        "The same communique gives the reckoning. Since 4 May 31 fighters have fallen."
    )
    _, killed = figures_in(found, text)
    assert (words(killed.according_to), killed.as_of.latest) == (["the Lenk Front"], "2031-05-13")


@pytest.mark.parametrize(
    "text",
    [
        # another voice, another paragraph, and a day that another count is of
        "The army of Chad said on Tuesday that the road was open. Niger has lost 31 soldiers since March.",
        "The army of Chad said on Tuesday that the road was open.\n\nIt rained.\n\nNiger put its dead at 31.",
        "The army of Chad put its dead at 31, compared with the 18 of its statement of May 2.",
    ],
)
def test_a_day_that_is_of_another_account_dates_nothing(found: Extract, text: str) -> None:
    killed = figures_in(found, text)[0]
    assert (killed.low, killed.as_of.latest) == (31, "2031-05-16")


@pytest.mark.parametrize(
    ("text", "loser"),
    [
        ("Two lorries burned. Whether the rebels lost anyone is not known.", "rebels"),
        ("Two lorries burned. Whether any soldier of Chad was hurt has not been disclosed.", "Chad"),
        ("Two lorries burned. Whether Chad suffered any casualties was never made public.", "Chad"),
    ],
)
def test_whether_anybody_was_lost_is_not_told(found: Extract, text: str, loser: str) -> None:
    told = [one for one in figures_in(found, text) if one.bound == "undisclosed"]
    assert [(one.counts, one.low, one.high) for one in told] == [("killed", None, None)]
    assert loser in told[0].evidence[0].text


@pytest.mark.parametrize(
    "text",
    [
        "Whether the rebels have weapons is not known.",
        "He asked whether anyone was hurt.",
        "Whether the talks suffer a delay is not known.",
        "Whether anybody will die in the camps is not known.",
        "Whether the firm suffered losses last year was not disclosed.",
        "Whether the rebels have hostages is not known.",
        "Whether the driver had died was not known.",
        "Whether the prisoners fell ill was not disclosed.",
        "Whether the guerrillas suffer from hunger is not known.",
        "Whether there were losses in the fund has not been disclosed.",
    ],
)
def test_other_questions_are_no_losses(found: Extract, text: str) -> None:
    assert not figures_in(found, text)


def test_people_exchanged_for_others_were_captives(found: Extract) -> None:
    for text in (
        "The two pilots were exchanged for nine rebels on Monday.",
        "Chad swapped a colonel for nine rebels on Monday.",
        "A doctor visited nine rebels in the hands of the army on Monday.",
    ):
        assert ("captured", 9) in [(one.counts, one.low) for one in figures_in(found, text)]


def test_loads_of_arms_and_wrecks_are_equipment(found: Extract) -> None:
    for text in (
        "Nine crates of missiles were flown to Lenk in March.",
        "A weekly reports that nine truckloads of ammunition reached the port.",
        "He counted nine burnt-out lorries on the road.",
    ):
        assert [(one.counts, one.low) for one in figures_in(found, text)] == [("equipment", 9)]
    assert not [one for one in figures_in(found, "Nine crates of apples stood there.") if one.counts == "equipment"]


def test_the_wounded_of_a_list_of_tolls_are_wounded(found: Extract) -> None:
    text = "The army of Chad raised the number of its own dead to 12 and of wounded to 71."
    assert [(one.counts, one.low) for one in figures_in(found, text)] == [("killed", 12), ("wounded", 71)]


@pytest.mark.parametrize(
    "text",
    [
        "The army of Chad cut its estimate of rebel dead and wounded to about 2,800.",
        "The rebels lost no fewer than 200 men, killed and wounded.",
    ],
)
def test_dead_and_wounded_together_are_no_dead(found: Extract, text: str) -> None:
    assert [one.counts for one in figures_in(found, text)] == ["other"]


@pytest.mark.parametrize(
    "text",
    [
        "The army of Niger said 30 soldiers of Chad were killed and four trucks destroyed.",
        "Niger says 30 soldiers of Chad were killed, and six mortars were taken from them.",
        "On Tuesday 30 soldiers of Chad were wounded and one drone was shot down, Niger said.",
    ],
)
def test_arms_struck_beside_losses_are_of_the_same_side(found: Extract, text: str) -> None:
    sides = [words(one.side) for one in figures_in(found, text)]
    assert len(sides) == 2 and sides[0] == sides[1] == ["Chad"]


def test_arms_struck_by_somebody_else_are_not(found: Extract) -> None:
    text = "Thirty soldiers of Chad were killed, but two trucks of Niger were destroyed."
    assert [words(one.side) for one in figures_in(found, text)] == [["Chad"], ["Niger"]]


def test_a_corrected_number_of_soldiers_is_its_armys(found: Extract) -> None:
    text = (
        "CORRECTION: A dispatch of May 3 gave the number of soldiers wounded as 91. "
        "The figure given by the army of Chad was 61."
    )
    assert [words(one.side) for one in figures_in(found, text)] == [["Chad"], ["Chad"]]


def test_a_corrected_number_is_not_the_others_who_gave_it(found: Extract) -> None:
    text = "CORRECTION: A dispatch of May 3 gave the number of soldiers wounded as 91. The Lenk Front's figure was 61."
    assert not any(words(one.side) for one in figures_in(found, text))


def test_soldiers_who_fall_in_a_town_are_not_of_it(found: Extract) -> None:
    for text in (
        "Eleven soldiers were killed in Lenk.",
        "A convoy was hit near Osk, and 11 soldiers were killed.",
        "In Lenk 11 soldiers died in the shelling.",
    ):
        assert not words(figures_in(found, text)[0].side)


def test_a_balance_is_of_ones_own(found: Extract) -> None:
    for text in (
        "General Tor, chief of staff of Chad, spoke. The balance, given for the first time, is of 38 dead, he said.",
        "The account, rendered at last, comes to 38 dead, General Tor of Chad said.",
    ):
        assert [one.loss_of for one in figures_in(found, text)] == ["own"]
    [blast] = figures_in(found, "The cost of the blast was 38 dead, General Tor of Chad said.")
    assert blast.loss_of != "own"


@pytest.mark.parametrize(
    "text",
    [
        "The union said tickets were exchanged for 200 passengers.",
        "Chad sent oil in exchange for 300 soldiers.",
        "Thirty patients in the hands of the best doctors recovered.",
        "Forty children in the hands of the Red Cross were fed.",
    ],
)
def test_those_whom_nobody_keeps_are_no_captives(found: Extract, text: str) -> None:
    assert "captured" not in [one.counts for one in figures_in(found, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Some 12 crates of oranges and guns stood there.",
        "Nine crates of medicine and arms arrived in Lenk.",
        "Nine truckloads of personnel left for the front.",
        "Three planeloads of army rations landed.",
    ],
)
def test_mixed_loads_are_no_arms(found: Extract, text: str) -> None:
    assert not figures_in(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "The balance came to 12 dead in the flood, the mayor said.",
        "The cost to the rebels was 38 dead, General Tor of Chad said.",
        "The cost of storming the hill was 38 dead, the Lenk Front said of the army.",
        "The cost was 38 dead on the other side, the Lenk Front said.",
    ],
)
def test_a_balance_of_another_is_not_ones_own(found: Extract, text: str) -> None:
    assert [one.loss_of for one in figures_in(found, text)] == ["unspecified"]


@pytest.mark.parametrize(
    "text",
    [
        "Thirty soldiers of Chad were killed and the attackers had two lorries destroyed.",
        "Thirty soldiers of Chad died and two civilian lorries were burned, the Red Cross said.",
    ],
)
def test_arms_of_others_are_not_struck_beside(found: Extract, text: str) -> None:
    assert [words(one.side) for one in figures_in(found, text)] == [["Chad"], []]


def test_whom_our_men_struck_are_not_ours(found: Extract) -> None:
    for told in ("our fighters wounded 31 men", "in our valley 31 villagers were killed by the army"):
        text = f"In its statement of Monday the Lenk Front rejected talks.\n\nThe same statement says that {told}."
        assert "the Lenk Front" not in words(figures_in(found, text)[0].side)


@pytest.mark.parametrize("killed", ["rebels killed", "enemy soldiers killed", "insurgents wounded"])
def test_a_corrected_number_of_the_enemys_is_not_the_armys(found: Extract, killed: str) -> None:
    text = (
        f"CORRECTION: A dispatch of May 3 gave the number of {killed} as 91. "
        "The figure given by the army of Chad was 61."
    )
    assert not any(words(one.side) == ["Chad"] for one in figures_in(found, text))


def test_captives_are_not_of_the_side_that_holds_them(found: Extract) -> None:
    [held] = figures_in(found, "Nine villagers in the hands of the Lenk Front were seen.")
    assert (held.counts, words(held.side)) == ("captured", [])
