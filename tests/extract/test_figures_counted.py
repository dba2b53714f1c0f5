"""What is a count and what is not: calibres, bounds that begin with "no", parts of the displaced."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found

Extract = Callable[..., Found]


def counted(found: Extract, text: str) -> list[tuple[str, float | None]]:
    return [(one.counts, one.low) for one in found(text, "2031-06-18", upto="figures").figures]


@pytest.mark.parametrize(
    "text",
    [
        "The gunners fired 155mm shells at the ridge.",
        "The battery has 120 mm mortars, and it fired them at the town.",
        "Kenya destroyed 122mm rockets in the depot.",
    ],
)
def test_how_wide_a_gun_is_counts_nothing(found: Extract, text: str) -> None:
    assert not any(low in (155, 120, 122) for _, low in counted(found, text))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The rebels have lost no less than 500 men.", 500),
        ("The army lost no fewer than 60 soldiers in the pass.", 60),
        ("Chad lost no more than 12 men, the minister said.", None),
    ],
)
def test_no_less_than_is_many_and_not_none(found: Extract, text: str, amount: float | None) -> None:
    lows = [low for _, low in counted(found, text)]
    assert 0 not in lows
    assert amount is None or amount in lows


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("About 130,000 of the 215,000 people displaced by the war have yet to go home.", ("displaced", 130_000)),
        ("Kenya's losses are 21 dead, compared with 14 in its first statement.", ("killed", 14)),
        ("Kenya concedes 38 dead, the Guard 52.", ("killed", 52)),
        ("Two Kenyan scouts were captured on Sunday.", ("captured", 2)),
        ("The delegates visited 17 Kenyan soldiers in Chadian custody.", ("captured", 17)),
        ("The rebels lost 500 men in killed and wounded.", ("other", 500)),
    ],
)
def test_parts_earlier_numbers_and_scouts_are_counted(found: Extract, text: str, wanted: tuple[str, float]) -> None:
    assert wanted in counted(found, text)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Kenya and Chad are at war. Chad's troops attacked Kenya. Kenya put the prisoners at 8,200.", "Chad"),
        ("Kenya attacked Chad on Monday. Chad denounced eleven violations by nightfall.", "Kenya"),
        ("Chad attacked Kenya on Monday. Kenya's defence ministry reported 172 killed.", "Kenya"),
    ],
)
def test_whose_they_are_by_what_one_counts_of_others_and_of_ones_own(found: Extract, text: str, side: str) -> None:
    report = found(text, "2031-06-18", upto="figures")
    meant = {link.mention for link in report.figures[-1].side}
    assert {one.name for one in report.mentions if one.id in meant} == {side}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Two soldiers were wounded by a sniper, the army said.", "the army"),
        ("The Kenyan army on Monday cut its estimate of Chadian dead to 45. "
         "It also raised the number of its own dead to 12.", "The Kenyan army"),
        ("The army said on Friday that three paratroopers had been killed.", "The army"),
    ],
)  # fmt: skip
def test_an_army_that_counts_its_own(found: Extract, text: str, side: str) -> None:
    *_, last = found(text, "2031-06-18", upto="figures").figures
    assert [link.span.text for link in last.side if link.span] == [side]
