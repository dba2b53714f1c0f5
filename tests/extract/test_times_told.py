"""Times: what belongs to a saying, waits for what is planned, is done again and again, or hangs on a day not told."""

import pytest

from tests.extract.conftest import Values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # A day between the telling and what is told is that of the telling.
        ("She told a paper Tuesday she fears for her son.", "2031-05-13"),
        ("He told lawmakers Monday they will get the money.", "2031-05-12"),
        ("The general told reporters in Sarn on Friday his troops control the pass.", "2031-05-09"),
        ("She said that on Friday they will leave.", "2031-05-16"),
        # What is planned waits for what is told in the past; what was done did not.
        ("The envoys intend to leave as soon as the roads opened on Friday.", "2031-05-16"),
        ("Traders were likely to sell as soon as the market opened Friday.", "2031-05-16"),
        ("He said he would resign once the vote was counted on Sunday.", "2031-05-18"),
        ("The rebels fled as soon as the shelling began on Friday.", "2031-05-09"),
        ("They wanted to flee as soon as the war began in March.", "2031-03"),
        # "This Tuesday" is the one that the clause tells, of whatever week.
        ("They are due in court this Tuesday.", "2031-05-20"),
        ("He was shot this Tuesday.", "2031-05-13"),
        ("They are expected to vote this Sunday.", "2031-05-18"),
    ],
)
def test_the_clause_tells_the_day(values: Values, text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels attacked the mill at nightfall Monday.", ("nightfall Monday", "2031-05-12TEV")),
        ("Before dawn Sunday soldiers stormed the camp.", ("dawn Sunday", "2031-05-11TMO")),
        ("They shelled the port at dawn May 3.", ("dawn May 3", "2031-05-03TMO")),
        ("She flew to the port later in the day before returning home.", ("later in the day", "2031-05-14")),
        ("They met the envoy late in the day after signing the paper.", ("late in the day", "2031-05-14")),
        ("He signed the order the day before leaving for Torva.", ("the day before", "2031-05-13")),
        ("I wake up in the morning and read the news.", ("the morning", "XXXX-XX-XXTMO")),
        ("The prisoners are shot at dawn on the bridge.", ("dawn", "XXXX-XX-XXTMO")),
        ("The truce begins at dawn.", ("dawn", "2031-05-14TMO")),
    ],
)
def test_parts_of_days(values: Values, text: str, told: tuple[str, str]) -> None:
    assert values(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Officials released tapes from the night the bridge was blown up.",
        "It was a Friday afternoon when the paper came.",
        "They met on a Monday night.",
        "We must think of the leaders of tomorrow.",
        "The army spends $4 billion annually on the war.",
    ],
)
def test_what_is_no_time_of_the_report(values: Values, text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was shot last month. The next day his brother fled.",
        "The strike was called last week. Two days later it ended.",
        "In 2029 a judge was killed. The following day the court was closed.",
    ],
)
def test_a_step_from_a_day_not_told(values: Values, text: str) -> None:
    assert values(text)[-1][1] == "XXXX-XX-XX"


def test_a_step_from_a_day_told(values: Values) -> None:
    assert values("The strike was called on Monday. Two days later it ended.")[-1][1] == "2031-05-14"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # A hour on the day behind it, with or without a closing quotation mark.
        ("The guns paused at 0415 hours GMT on 7 April.", ("0415 hours GMT on 7 April", "2031-04-07T04:15")),
        (
            "The lull began at 0600 hours local time on Friday.",
            ("0600 hours local time on Friday", "2031-05-09T06:00"),
        ),
        ("There were “nine blasts before dusk” on Monday.", ("dusk” on Monday", "2031-05-12TEV")),
        # Time that is left to somebody lies ahead.
        ("The rebels have been granted until Monday to hand over the guns.", ("Monday", "2031-05-19")),
        ("The general has allowed the band until noon on Sunday to come down.", ("noon on Sunday", "2031-05-18T12:00")),
        ("He held the bridge until Friday.", ("Friday", "2031-05-09")),
        # What somebody let happen has happened.
        ("The paper says Norland let rifles leave by boat in January.", ("January", "2031-01")),
        ("The crew saw two planes land on Sunday.", ("Sunday", "2031-05-11")),
    ],
)
def test_hours_of_days_and_what_is_left_or_let(values: Values, text: str, told: tuple[str, str]) -> None:
    assert values(text) == [told]
