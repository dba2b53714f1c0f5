"""Whose tally running text gives: by a paper's number, by who made a whole tally public; numbers spoken of before."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Figure

PUBLISHED = "2031-05-15"
REBELS = (
    "Fighters of the Sel Front attacked the town of Osk on Monday. Troops of Peru shelled the Sel Front on Tuesday. "
    "The Sel Front fired back at Peru's army.\n\n"
)


def figure(found: Callable[..., Found], text: str, number: int) -> tuple[Found, Figure]:
    told = found(text, PUBLISHED, upto="figures")
    return told, next(one for one in told.figures if number in (one.low, one.high))


def counter(found: Callable[..., Found], text: str, number: int) -> str | None:
    """The words for who counts; None for the report's own voice."""
    _, one = figure(found, text, number)
    return one.according_to[0].span.text if one.according_to[0].span else None


def side(found: Callable[..., Found], text: str, number: int) -> list[str | None]:
    told, one = figure(found, text, number)
    names = [told.record(link.mention) if link.mention else None for link in one.side]
    texts = [link.span.text if link.span else None for link in one.side]
    return [getattr(name, "name", None) or text for name, text in zip(names, texts, strict=True)]


@pytest.mark.parametrize(
    ("text", "number", "who"),
    [
        ("Communiqué No. 14 of the general staff, which the agency has printed, counts six violations in one night.",
         6, "the general staff"),
        ("In Communiqué No. 7, issued on Monday, the General Staff denounces fourteen violations.",
         14, "the General Staff"),
        ("In a bulletin on Monday the ministry counted 14 breaches. Peru claims the guns fired first.\n\n"
         "By the same bulletin, 33 soldiers have given their lives.", 33, "the ministry"),
    ],
)  # fmt: skip
def test_a_numbered_paper_counts_for_whose_it_is(found: Callable[..., Found], text: str, number: int, who: str) -> None:
    assert counter(found, text, number) == who


@pytest.mark.parametrize(
    ("text", "number", "who"),
    [
        ("The Command has now issued its first statement of losses. From May until the truce 420 soldiers fell.",
         420, "The Command"),
        ("The General Staff made public the balance. Since 4 March 57 servicemen have given their lives.",
         57, "The General Staff"),
        ("The ministry published its toll on Monday. In the two months 212 soldiers died.", 212, "The ministry"),
        ("The ministry published its reckoning on Monday. Since Friday, when rebels struck at Osk, 36 soldiers have "
         "fallen.", 36, "The ministry"),
    ],
)  # fmt: skip
def test_who_makes_a_whole_tally_public_counts_what_follows(
    found: Callable[..., Found], text: str, number: int, who: str
) -> None:
    assert counter(found, text, number) == who


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The Command has not disclosed its losses. In May 420 soldiers fell.", 420),
        ("The ministry published its budget on Monday. Since May 57 soldiers have died.", 57),
        ("The Command published its losses. In May, the bishop said, 420 soldiers fell.", 999),
        ("Communiqué No. 14 was read out at noon. In Osk 12 soldiers died.", 12),
    ],
)
def test_who_publishes_no_tally_counts_nothing(found: Callable[..., Found], text: str, number: int) -> None:
    told = found(text, PUBLISHED, upto="figures").figures
    counted = [one.according_to[0].span.text for one in told if one.low and one.according_to[0].span]
    assert counted == (["the bishop"] if number == 999 else [])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("No company was caught, Colonel Aldo Brink told reporters.\n\n"
         "The account, rendered for the first time, comes to 402 dead since June.", 402),
        ("No jet was lost, Colonel Aldo Brink declared.\n\nOur sacrifices, published here in full, amount to 283 dead.",
         283),
        ("Colonel Aldo Brink told reporters the hill was held.\n\nThe losses, disclosed at last, stand at 96 dead.",
         96),
    ],
)  # fmt: skip
def test_losses_published_by_nobody_are_by_the_last_speaker(
    found: Callable[..., Found], text: str, number: int
) -> None:
    told, one = figure(found, text, number)
    name = getattr(told.record(one.according_to[0].mention or ""), "name", None)
    assert name == "Aldo Brink"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The staff would not bring Peruvian losses up to date; earlier this month it had counted 250 killed.", 250),
        ("The general declined to update his estimate of Peruvian casualties. In May he had put them at 90 dead.", 90),
        ("It did not repeat its claim about Peruvian losses, which it had earlier set at 1,100 dead.", 1100),
    ],
)  # fmt: skip
def test_a_number_spoken_of_before_is_of_the_toll_told(found: Callable[..., Found], text: str, number: int) -> None:
    assert side(found, f"Chad and Peru shelled each other on Monday.\n\n{text}", number) == ["Peru"]


def test_a_number_spoken_of_after_a_new_toll_is_not_of_it(found: Callable[..., Found]) -> None:
    text = "The general put Peruvian losses at 40 dead. He spoke of 12 killed in the market of Osk."
    assert side(found, text, 12) != ["Peru"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"{REBELS}The report gave the number of army wounded as 240.", 240),
        (f"{REBELS}The radio said that military losses stood at 96 wounded.", 96),
        (f"{REBELS}The bishop put military deaths since May at 31.", 31),
    ],
)
def test_army_losses_are_the_only_fighting_states(found: Callable[..., Found], text: str, number: int) -> None:
    assert side(found, text, number) == ["Peru"]


def test_army_losses_are_nobodys_where_two_states_fight(found: Callable[..., Found]) -> None:
    text = "Chad and Peru shelled each other on Monday. The report gave the number of army wounded as 240."
    assert side(found, text, 240) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The Peruvian army lost 40 men killed, as well as seven tanks.", 7),
        ("The ministry put Peruvian losses at 120 dead and eleven tanks.", 11),
        ("Peru's army has lost 250 men killed and wounded, besides 60 tanks.", 60),
    ],
)
def test_arms_listed_behind_men_are_of_their_side(found: Callable[..., Found], text: str, number: int) -> None:
    assert len(side(found, text, number)) == 1 and "Peru" in (side(found, text, number)[0] or "")


def test_arms_taken_by_those_who_lost_men_are_not_theirs(found: Callable[..., Found]) -> None:
    text = "The Peruvian army lost 40 men killed and destroyed seven tanks."
    assert side(found, text, 7) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian staff made public the balance of the fighting. A storm killed 57 people in Mali.",
        "The Peruvian ministry disclosed its losses. Rebels killed 57 civilians in Osk.",
        "The Peruvian ministry disclosed its losses. Since March rebels killed 57 civilians.",
        "The staff's report no longer shows how rebels killed 57 soldiers.",
    ],
)
def test_what_another_did_is_no_part_of_a_tally(found: Callable[..., Found], text: str) -> None:
    assert counter(found, text, 57) is None


@pytest.mark.parametrize(
    "text",
    [
        "The general gave no figure for Peruvian casualties. He said 40 had been killed on the other side.",
        "The minister did not speak of Peruvian losses; he said 40 had died in the flood.",
        "The Peruvian army lost 31 men, and 40 tanks were sold to Chad by a dealer.",
        "Rebels killed 31 Peruvian soldiers, plus 40 rifles were found in Chad.",
    ],
)
def test_what_is_told_of_others_is_not_of_the_side_before(found: Callable[..., Found], text: str) -> None:
    assert side(found, text, 40) == []
