"""Times: on which side of publication a date without its year lies, and what only looks like a date."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from tests.extract.conftest import Values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # The present tense, what is hoped for and what one is able to do lie ahead.
        ("The governor is up for re-election in November.", "2031-11"),
        ("When the party gathers for its congress on Saturday, nobody will speak.", "2031-05-17"),
        ("The island holds its referendum on Sunday.", "2031-05-18"),
        ("The truce runs out at midnight on Friday.", "2031-05-16T24:00"),
        ("She praised his chances of winning in November.", "2031-11"),
        ("Heading into Sunday's runoff, the mayor leads by a point.", "2031-05-18"),
        ("The exiles can return in January.", "2032-01"),
        ("The premier said the garrison would withdraw in November.", "2031-11"),
        # So does what is forecast, and the season that somebody plans for.
        ("Snow is forecast for Saturday.", "2031-05-17"),
        ("The storm is predicted to reach the coast on Saturday.", "2031-05-17"),
        ("Snow had been forecast for Saturday.", "2031-05-10"),
        ("The line plans to open the route in the winter.", "2031-WI"),
        # What is told in the past is over, however near the next such date may be.
        ("The general took power in July.", "2030-07"),
        ("Officials say the raid on Monday was a mistake.", "2031-05-12"),
        ("Those who oppose him on Monday spoke out.", "2031-05-12"),
    ],
)
def test_the_clause_tells_the_side(values: Values, text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


def test_a_leap_day_lies_in_a_leap_year(values: Values) -> None:
    assert values("He has not been seen since Feb. 29.", "2030-11-10") == [("Feb. 29", "2028-02-29")]


def test_a_clause_that_opens_with_that(values: Values) -> None:
    assert values("The envoy stated that Monday's talks had failed.") == [("Monday", "2031-05-12")]


@pytest.mark.parametrize(
    "text",
    [
        "They remember Bloody Sunday.",
        "He told the Weekly TODAY so.",
        "The preacher read from Romans 8:31 aloud.",
        "A $15-an-hour wage was refused.",
        "He gave a minute-by-minute account.",
    ],
)
def test_what_is_no_time(values: Values, text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He fled a quarter-century ago.", ("a quarter-century ago", "2006")),
        ("A few weeks later the fort fell.", ("A few weeks later", "XXXX-WXX")),
        ("In the weeks that followed nobody slept.", ("weeks", "PXW")),
        ("Prices rose 2 percent in April from 1.4 percent a year earlier.", ("a year earlier", "2030-04")),
        ("Shares fell to the lowest since 2003. A year earlier they had risen.", ("A year earlier", "2030")),
        ("Between 03.15 and 04.40 the radar was jammed.", ("03.15", "2031-05-14T03:15")),
        ("Clashes on May 1 and 2 killed nine.", ("2", "2031-05-02")),
        ("The mill expects to break even by the fourth quarter.", ("the fourth quarter", "2031-Q4")),
        ("It lost less in the first quarter than in the previous quarter.", ("the previous quarter", "2030-Q4")),
    ],
)
def test_forms_of_newswire(values: Values, text: str, found: tuple[str, str]) -> None:
    assert found in values(text)


def test_the_hours_of_a_live_page_are_of_its_day(values: Values) -> None:
    text = "2:14 p.m.\n\nThe bridge fell on May 2.\n\n4:43 p.m.\n\nRebels deny it."
    assert ("4:43 p.m.", "2031-05-14T16:43") in values(text)


def test_a_report_that_looks_back_is_no_history(values: Values) -> None:
    years = " ".join(f"In {year} the list was printed." for year in (2018, 2020, 2024, 2027, 2028))
    assert values(f"{years} This month it was dropped. In March it had grown.")[-2:] == [
        ("This month", "2031-05"),
        ("March", "2031-03"),
    ]


def test_a_truce_agreed_from_a_day_ahead_was_not_of_last_year(found: Callable[..., Found]) -> None:
    times = found("The two sides agreed to a ceasefire from midnight on 6 May.", "2031-05-05", upto="times").times
    assert [one.timex.value for one in times] == ["2031-05-06T24:00"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # "The day before" something, told beside a date, is that date; alone it is the day before it.
        ("He was seen on May 3, the day before the vote.", ("the day before", "2031-05-03")),
        ("He was seen on May 3; the day before, he had called.", ("the day before", "2031-05-02")),
        # A day of a month that is told: which one is open.
        ("The bridge fell last October. That same day the mayor fled.", ("That same day", "2030-10-XX")),
        ("The bridge fell on May 3. That same day the mayor fled.", ("That same day", "2031-05-03")),
        ("Pilgrims come in Easter week.", ("Easter week", "2031-W15")),
        ("For the week, the index lost 2 percent.", ("the week", "2031-W20")),
    ],
)
def test_days_and_weeks_told_by_others(values: Values, text: str, found: tuple[str, str]) -> None:
    assert found in values(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # After a night the morning is that of the next day; a night without a day is the one before the report.
        ("Rebels took the field overnight and by midday they shelled the town.", ("midday", "2031-05-14TMI")),
        ("On Monday night the dam broke. At 2 a.m. the sirens wailed.", ("2 a.m.", "2031-05-13T02:00")),
        ("On Monday the dam broke. At 2 a.m. the sirens had wailed.", ("2 a.m.", "2031-05-12T02:00")),
        ("They talked through the night.", ("the night", "2031-05-13TNI")),
        ("Gunfire is heard at night.", ("night", "XXXX-XX-XXTNI")),
    ],
)
def test_the_day_of_an_hour(values: Values, text: str, found: tuple[str, str]) -> None:
    assert found in values(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sales were little changed at 2.46 billion crowns.",
        "For the clan it was high noon.",
        "Violence marred the past three summers.",
    ],
)
def test_no_time(values: Values, text: str) -> None:
    assert values(text) == []
