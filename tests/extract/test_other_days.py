"""Days beside a number that are not its own, days of numbers it is set beside, and acts counted by the day."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found

# A Thursday.
PUBLISHED = "2031-05-15"


def latest(found: Callable[..., Found], text: str) -> dict[float | None, str | None]:
    """The last day of each figure, by its number."""
    return {one.low or one.high: one.as_of.latest for one in found(text, PUBLISHED, upto="figures").figures}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The ministry put its losses since the rebels stormed the port on May 2 at 118 dead.", 118),
        ("Osk said 43 of its soldiers had been wounded since the fighting broke out on April 22.", 43),
        ("The guard put its dead since war began on May 5 at 310.", 310),
    ],
)
def test_a_clause_with_since_only_begins_the_count(found: Callable[..., Found], text: str, number: int) -> None:
    assert latest(found, text)[number] == PUBLISHED


def test_since_before_a_noun_bounds_no_other_day(found: Callable[..., Found]) -> None:
    assert latest(found, "Since the truce, 12 men died at Orm on May 5.")[12] == "2031-05-05"


@pytest.mark.parametrize(
    "text",
    [
        "More than 300 rebels attacked the base at Orm on Monday. Forty soldiers were killed.",
        "Osk's army clashed with 200 rebels at Orm on Monday. Forty soldiers were killed.",
        "Osk's army withdrew from 12 villages on Monday. Forty soldiers were killed.",
        "No fewer than 20 tanks were sent against 300 rebels on Monday. Forty soldiers were killed.",
    ],
)
def test_a_number_of_those_who_act_is_no_earlier_one(found: Callable[..., Found], text: str) -> None:
    assert latest(found, text)[40] == "2031-05-12"


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("Osk's army put its losses at 21 dead, compared with 14 in its first statement on May 5.", 14, "2031-05-05"),
        ("Velm put its dead at 64, as against 18 at the end of April.", 18, "2031-04-30"),
        ("The staff set its count of rebels killed at 250, having put it at 400 on May 6.", 400, "2031-05-06"),
    ],
)
def test_an_earlier_number_is_of_its_own_day(found: Callable[..., Found], text: str, number: int, day: str) -> None:
    assert latest(found, text)[number] == day


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Osk put its losses at 50 dead, after 38 that it named on May 7. Twenty of the dead hit mines, it said.", 20),
        ("Osk put its losses at 90 dead, against the 62 it gave on May 3. Thirty of the dead drowned, it said.", 30),
        ("Osk placed its dead at 91, compared with the 83 of its statement of May 4. Mines killed 25 of the dead.", 25),
    ],
)  # fmt: skip
def test_the_day_of_an_earlier_number_is_not_carried_on(found: Callable[..., Found], text: str, number: int) -> None:
    assert latest(found, text)[number] == PUBLISHED


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "The staff said the rebels had broken the truce 31 times between Monday and Tuesday, "
            "twelve on the former day and nineteen on the latter.",
            {31: "2031-05-13", 12: "2031-05-12", 19: "2031-05-13"},
        ),
        (
            "In the truce of 4 to 8 May the militia committed 23 violations, nine on the first day "
            "and fourteen in the days that followed.",
            {23: "2031-05-08", 9: "2031-05-04", 14: "2031-05-08"},
        ),
        (
            "The rebels violated the truce of 4 May on 27 occasions within two days, twelve times on Sunday "
            "and fifteen times on Monday.",
            {27: "2031-05-05", 12: "2031-05-04", 15: "2031-05-05"},
        ),
    ],
)  # fmt: skip
def test_acts_are_counted_by_the_day(found: Callable[..., Found], text: str, days: dict[int, str]) -> None:
    told = latest(found, text)
    assert {number: told.get(number) for number in days} == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "The truce of 4 May was broken 31 times, twelve on the first day and nineteen in the days that followed.",
            {31: PUBLISHED, 12: "2031-05-04", 19: PUBLISHED},
        ),
        (
            "As of 13 May the rebels broke the truce 31 times, twelve on the first day and nineteen on the second.",
            {31: "2031-05-13", 12: "2031-05-13", 19: "2031-05-13"},
        ),
        (
            "The truce of 4 May was broken 31 times, twelve on the first day and nineteen on Wednesday.",
            {31: "2031-05-14", 12: "2031-05-04", 19: "2031-05-14"},
        ),
    ],
)  # fmt: skip
def test_days_that_no_word_tells_are_not_made_up(found: Callable[..., Found], text: str, days: dict[int, str]) -> None:
    assert latest(found, text) == days


def test_parts_of_one_day_are_no_days(found: Callable[..., Found]) -> None:
    told = latest(found, "The pause of 11 May was broken. Our men saw 14 violations on that day, nine before noon.")
    assert told[14] == "2031-05-11"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Osk's armed forces on Tuesday cut their estimate of guerrillas killed this year to about 750.", 750),
        ("The general staff on Tuesday raised the number of its soldiers missing since April to 71.", 71),
        (
            "The armed forces on Tuesday cut their estimate of rebels killed to 90. They also raised their own toll "
            "to 38 dead.",
            38,
        ),
    ],
)  # fmt: skip
def test_an_announcement_is_of_the_day_before_its_verb(found: Callable[..., Found], text: str, number: int) -> None:
    assert latest(found, text)[number] == "2031-05-13"


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("Eleven gunners captured on May 3 were freed on Sunday.", 11, "2031-05-03"),
        ("Nine marines who had been captured on 2 May were exchanged on Sunday for six rebels.", 9, "2031-05-02"),
        ("On Sunday the Front released 30 prisoners it had captured on May 4.", 30, "2031-05-04"),
        ("Nine sailors detained since 2 May were freed on Sunday.", 9, "2031-05-11"),
        ("Five soldiers captured in April were released at Orm on Sunday.", 5, "2031-05-11"),
        ("The Front freed on Sunday the 20 hostages it seized at Orm.", 20, "2031-05-11"),
    ],
)
def test_who_was_taken_counts_as_of_the_day_they_were_taken(
    found: Callable[..., Found], text: str, number: int, day: str
) -> None:
    assert latest(found, text)[number] == day


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The ministry did not say how many rebels had died; on Monday it had put them at 40.", None),
        ("The Front gave no estimate of army losses; in April it spoke of battalions.", None),
        ("Twelve soldiers were killed near Orm; on Tuesday the road was still closed.", 12),
    ],
)
def test_a_day_with_which_the_sentence_goes_on_is_of_something_else(
    found: Callable[..., Found], text: str, number: int | None
) -> None:
    assert latest(found, text)[number] == PUBLISHED


def test_a_paper_told_since_a_day_is_not_of_that_day(found: Callable[..., Found]) -> None:
    told = "The statement gave our losses as seven dead since April 22. It put the enemy's dead at more than 60."
    assert latest(found, told)[60] == PUBLISHED


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("On Monday shells fell on Orm. Nine died in the blast; it struck a market on 3 May.", 9, "2031-05-03"),
        ("Twelve soldiers were killed; the attack took place on Monday.", 12, "2031-05-12"),
        ("Four died in Friday's raid. Six died in an ambush; the army buried them on Monday.", 6, PUBLISHED),
    ],
)
def test_a_clause_that_goes_on_with_the_incident_dates_it(
    found: Callable[..., Found], text: str, number: int, day: str
) -> None:
    assert latest(found, text)[number] == day
