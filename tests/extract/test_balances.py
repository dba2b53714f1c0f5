"""A balance of some days goes on through its paragraph, until another time is told."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found

# A Thursday.
PUBLISHED = "2031-05-15"
SPAN = ("2031-05-01", "2031-05-10")


def days(found: Callable[..., Found], text: str) -> dict[float | None, tuple[str | None, str | None]]:
    """The first and the last day of each figure, by its number."""
    figures = found(text, PUBLISHED, upto="figures").figures
    return {one.low or one.high: (one.as_of.earliest, one.as_of.latest) for one in figures}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "Between 1 and 10 May the defence of Orm cost the lives of 91 soldiers, General Dall said. "
            "The enemy has lost six tanks.",
            6,
        ),
        ("From 1 May to 10 May the guard lost 37 men. The bands had no fewer than 200 dead, it added.", 200),
        (
            "From 1 May to 10 May, the general made known, 214 men were killed. "
            "On the other side no fewer than 150 officers and men were killed.",
            150,
        ),
        ("Between 1 and 10 May he lost two ships. Our losses on the islands in that period amount to 29 dead.", 29),
        ("Between 1 and 10 May the militia lost 26 men. Forty-three residents perished in the same days.", 43),
    ],
)
def test_a_balance_goes_on(found: Callable[..., Found], text: str, number: int) -> None:
    assert days(found, text)[number][1] == SPAN[1]


def test_a_day_told_next_is_of_what_is_told_next(found: Callable[..., Found]) -> None:
    told = days(
        found,
        "From 1 May to 10 May the Front gave 61 martyrs. In the same period more than 300 soldiers of the enemy were "
        "killed, and one of his helicopters was shot down near Orm on 4 May.",
    )
    assert told[300] == SPAN
    assert told[1] == ("2031-05-04", "2031-05-04")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Between 1 and 10 May 12 soldiers were killed. On Tuesday four more died. The rebels have lost 90 men.", 90),
        ("Between 1 and 10 May 12 soldiers were killed. The Red Cross says 30,000 people have fled.", 30000),
        ("Between 1 and 10 May rebels killed 12 soldiers.\n\nThe rebels have lost 90 men.", 90),
        ("Between 1 and 10 May 12 soldiers were killed. Some 300 rebels have died since January.", 300),
        ("The army lost 12 men on Tuesday. The rebels have lost 90 men.", 90),
        ("Between 1 and 10 May Kenya lost 12 men. Floods in Chad killed 300 people.", 300),
        ("Between 1 and 10 May Kenya lost 12 men. Some 60 rifles were destroyed in a fire.", 60),
    ],
)
def test_what_another_time_voice_or_paragraph_tells_is_no_part_of_it(
    found: Callable[..., Found], text: str, number: int
) -> None:
    assert days(found, text)[number] == (None, PUBLISHED)
