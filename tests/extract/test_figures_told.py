"""Figures of corrections, claims, traces of fire and silence, and sides that are a group by themselves."""

from collections.abc import Callable, Sequence

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Figure

Extract = Callable[..., Found]


def figures_in(found: Extract, text: str, published: str | None = None) -> Sequence[Figure]:
    return found(text, published, upto="figures").figures


@pytest.mark.parametrize(
    ("text", "counts", "low"),
    [
        # set right
        (
            "CORRECTION: The dispatch of May 2 should have given the Greek wounded as 335, and not as 385.",
            "wounded",
            335,
        ),
        ("CORRECTION: In the report of May 2 the number of Greek soldiers wounded should have read 79.", "wounded", 79),
        ("The paper gave the number of people who had fled the town as 12,000.", "displaced", 12000),
        # claims and one's own dead
        ("The Guard revised its claim of Greek soldiers killed in the hills down to around 1,200.", "killed", 1200),
        ("The command put our martyrs since August at 485.", "killed", 485),
        ("In the statement the Guard's own dead went up to 365.", "killed", 365),
        ("Peru owns up to 11 dead.", "killed", 11),
        ("The Guard gave its martyrs for the first time: 74 since July.", "killed", 74),
        ("The staff disclosed its dead of the spring: 61.", "killed", 61),
        ("Chad at last gave the dead of the garrison: 19 since the siege began.", "killed", 19),
        # traces of fire, breaches
        ("The colonel said that 37 new shell holes had been found by his men.", "other", 37),
        ("His officers mapped 53 recent mortar craters on the northern bank.", "other", 53),
        ("Observers counted 12 craters around the school.", "other", 12),
        ("The minister put at 44 the breaches by the enemy of the halt.", "other", 44),
        # arms and the wounded
        ("Chad admitted that four launchers were lost on Friday.", "equipment", 4),
        ("Sixty of the men lie in hospital.", "wounded", 60),
        ("Some 128 soldiers remain in hospitals of the capital.", "wounded", 128),
    ],
)
def test_amounts(found: Extract, text: str, counts: str, low: float) -> None:
    assert (counts, low) in {(one.counts, one.low) for one in figures_in(found, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Thirty nurses work in hospital all night.",
        "It disputed the claim of 40 farmers.",
        "The road has 53 recent holes.",
    ],
)
def test_no_figure(found: Extract, text: str) -> None:
    assert not figures_in(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad fell back. What the other side lost, if anything, was not made known.",
        "What the Guard lost is anyone's guess, for it published nothing.",
        "Whether the Peruvians suffered, and how much, has not been divulged.",
    ],
)
def test_losses_left_untold(found: Extract, text: str) -> None:
    (figure,) = figures_in(found, text)
    assert (figure.counts, figure.bound) == ("killed", "undisclosed")
    assert figure.side


def test_asking_is_no_silence(found: Extract) -> None:
    assert not figures_in(found, "He asked what the Guard had lost and went home.")


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The general said that 30 rebels were killed at the bridge.", "rebels"),
        ("Two looters were shot there on Monday.", "looters"),
        ("Sixteen monitors arrived in the port.", "monitors"),
        ("The shells killed 17 aid workers in the town.", "aid workers"),
        ("Nine hostages were freed by the gang, which holds 11 other hostages captive.", "hostages"),
    ],
)
def test_somebody_by_what_they_are(found: Extract, text: str, side: str) -> None:
    told = [link.span.text for one in figures_in(found, text) for link in one.side if link.span]
    assert any(one.endswith(side) for one in told)


@pytest.mark.parametrize("text", ["Some 40 people were killed.", "Three soldiers died.", "The raid left 27 dead."])
def test_anybody_is_nobodys_side(found: Extract, text: str) -> None:
    (figure,) = figures_in(found, text)
    assert not figure.side


@pytest.mark.parametrize(
    "text", ["Sixteen monitors arrived in the port.", "Forty observers were deployed to the line."]
)
def test_those_who_watch_are_not_said_to_bear_arms(found: Extract, text: str) -> None:
    (figure,) = figures_in(found, text)
    assert (figure.counts, figure.category) == ("troops", "unspecified")


def test_military_observers_do(found: Extract) -> None:
    (figure,) = figures_in(found, "Forty military observers were deployed to the line.")
    assert figure.category == "military"


@pytest.mark.parametrize(
    ("text", "low", "day"),
    [
        ("Peru gave 402 as the number of its dead since July, as against 315 on Sept. 18.", 402, "1977-10-09"),
        ("Peru put its dead at 46, up from the 38 it gave on Sept. 18, and its wounded at 90.", 90, "1977-10-09"),
        (
            "Chad on Saturday raised its dead to 40. In the same statement the Guard's own dead went up to 71.",
            71,
            "1977-10-08",
        ),
        (
            "Chad said 24 men died between Sept. 1 and Sept. 9. It killed 90 rebels in the same period.",
            90,
            "1977-09-09",
        ),
    ],
)
def test_day_of_the_number_itself(found: Extract, text: str, low: float, day: str) -> None:
    figure = next(one for one in figures_in(found, text, "1977-10-09") if one.low == low)
    assert figure.as_of.latest == day


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The Defence Minister of Peru, Luis Ortega, conceded that a helicopter was lost.", "Peru"),
        ("Peru's chief of staff, General Luis Ortega, acknowledged that two jets were lost.", "Peru"),
        ("Chad's army granted that a tank was lost on the road.", "Chad"),
    ],
)
def test_what_an_officer_admits_is_of_his_side(found: Extract, text: str, own: str) -> None:
    record = found(text, upto="figures")
    (figure,) = record.figures
    (side,) = figure.side
    mention = record.record(side.mention or "")
    assert getattr(mention, "name", "") == own or own in str(side)


def test_dateline_is_home_and_not_the_town_of_a_headline(found: Extract) -> None:
    text = (
        "QUITO ACCORD HAILED\n\nLIMA, 19 May 1977 (ANX).- The President of Peru said the invader was gone.\n\n"
        "Our losses amount to 31 fallen, and the enemy has paid.\n"
    )
    record = found(text, "1977-05-19", upto="figures")
    figure = next(one for one in record.figures if one.low == 31)
    assert [getattr(record.record(link.mention or ""), "country", None) for link in figure.side] == ["PER"]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The Red Cross visited two Peruvian soldiers in Chilean custody.", 2),
        ("Two Peruvian soldiers taken prisoner on May 1 were freed on Monday.", 2),
        ("Nine sailors were seized on the pier.", 9),
        ("Twelve guards are in enemy hands.", 12),
    ],
)
def test_prisoners_in_other_words(found: Extract, text: str, low: float) -> None:
    assert ("captured", low) in {(one.counts, one.low) for one in figures_in(found, text)}


@pytest.mark.parametrize(
    "text",
    ["Nine men in good hands won the match.", "The guards seized four villages.", "He took heart again and again."],
)
def test_no_prisoners(found: Extract, text: str) -> None:
    assert not [one for one in figures_in(found, text) if one.counts == "captured"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The minister said the separatist formations broke the truce on 31 occasions.", "separatist formations"),
        ("The Tamil Tigers committed 23 violations in a week.", "Tamil Tigers"),
        ("The rebel units lost 40 men on the hill.", "rebel units"),
    ],
)
def test_whose_breaches_and_losses(found: Extract, text: str, side: str) -> None:
    (figure,) = figures_in(found, text)
    assert [link.span.text.removeprefix("The ").removeprefix("the ") for link in figure.side if link.span] == [side]


@pytest.mark.parametrize(
    ("text", "low", "counter"),
    [
        (
            "Chad gave 402 as the number of its dead. Mines were to blame for 188 of the deaths, by its count.",
            188,
            "Chad",
        ),
        ("Peru put its dead at 46. In the same statement its wounded rose to 90.", 90, "Peru"),
        ("Chad put its dead at 31. By the same account the number of its wounded was 70.", 70, "Chad"),
    ],
)
def test_who_goes_on_counting(found: Extract, text: str, low: float, counter: str) -> None:
    figure = next(one for one in figures_in(found, text) if one.low == low)
    assert str(figure.according_to[0]) == counter
