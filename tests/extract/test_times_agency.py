"""Times as agencies write them: other clocks in brackets, bounds ahead, stretches of a war, months of accounts."""

import pytest

from tests.extract.conftest import Values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The same hour by another clock is no second time.
        ("The mine went off at 10:35 a.m. (0735 GMT).", [("10:35 a.m. (0735 GMT)", "2031-05-14T10:35")]),
        (
            "The mine went off at 10:35 a.m. (0735 GMT) Tuesday.",
            [("10:35 a.m. (0735 GMT)", "2031-05-13T10:35"), ("Tuesday", "2031-05-13")],
        ),
        ("Sirens will sound at 1428 (0628 GMT).", [("1428 (0628 GMT)", "2031-05-14T14:28")]),
        ("It struck at 5 a.m. Eastern time.", [("5 a.m. Eastern time", "2031-05-14T05:00")]),
        ("Unit 1428 (the reserve) fell back.", []),
        (
            "The levy begins early Thursday. As of 5 a.m. the gates were shut.",
            [("early Thursday", "2031-05-15"), ("5 a.m.", "2031-05-14T05:00")],
        ),
        ("Rockets fell at 11 p.m. [1830 GMT].", [("11 p.m. [1830 GMT]", "2031-05-14T23:00")]),
        # Parts of a day that are told about.
        ("The boats left around midday.", [("midday", "2031-05-14TMI")]),
        ("Guns fired through mid afternoon.", [("mid afternoon", "2031-05-14TAF")]),
        ("The ferry is due overnight Friday.", [("overnight Friday", "2031-05-16TNI")]),
        # Stretches of a war.
        ("Both towns fell in the first days of the war.", [("the first days", "PXD")]),
        ("The early days were quiet.", []),
        ("Over the years they learnt to wait.", [("years", "PXY")]),
        ("The month-long revolt is over.", [("month-long", "P1M")]),
        ("They had prayed there for a thousand years.", [("a thousand years", "P1000Y")]),
        ("There were raids in past years.", [("past years", "PAST_REF")]),
        ("Camps would be shut at a later date.", [("a later date", "FUTURE_REF")]),
        ("Both fled in the first year of the war.", [("the first year", "P1Y")]),
        ("It opens in the first week of May.", [("the first week of May", "2031-W18")]),
        ("A weeklong lull and a monthslong siege followed.", [("weeklong", "P1W"), ("monthslong", "PXM")]),
        ("March's losses were the heaviest.", [("March", "2031-03")]),
        ("The Long March's end was near.", []),
        ("He was held in a midnight raid.", []),
        # What comes earlier than something has no day of its own.
        ("They left a day earlier than planned.", [("a day", "P1D")]),
        ("They left a day earlier.", [("a day earlier", "2031-05-13")]),
        ("She read the 1001 Nights there.", []),
        # A speed, a season's name and our own days are no times.
        ("Gusts reached 90 miles per hour.", []),
        ("The group began its Spring of Hope marches.", []),
        ("War means little to today's youth.", []),
        ("They met before today's talks.", [("today", "2031-05-14")]),
        # Repeated days.
        (
            "Boats sail on Monday and Tuesday nights.",
            [("Monday", "XXXX-WXX-1TNI"), ("Tuesday nights", "XXXX-WXX-2TNI")],
        ),
    ],
)
def test_what_is_told(values: Values, text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A judge postponed the trial to Monday.", "2031-05-19"),
        ("The judge adjourned the trial until Monday.", "2031-05-19"),
        ("Airlines have cancelled flights through Saturday.", "2031-05-17"),
        ("Shells fell through Saturday.", "2031-05-10"),
        ("The envoys met at the weekend.", "2031-W19-WE"),
        ("The envoy will leave over the weekend.", "2031-W20-WE"),
        ("The envoy will speak about her trip over the weekend.", "2031-W19-WE"),
    ],
)
def test_on_which_side_it_lies(values: Values, text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


def test_a_quarter_told_by_its_months(values: Values) -> None:
    text = "In the July-to-September quarter the port earned more than in the same quarter last year."
    assert values(text) == [
        ("the July-to-September quarter", "2030-Q3"),
        ("the same quarter last year", "2029-Q3"),
    ]


def test_the_day_before_something_is_not_counted_from_the_date_told_last(values: Values) -> None:
    assert values("On Monday she wept. It was her first speech since the day before she fled.")[-1] == (
        "the day before",
        "XXXX-XX-XX",
    )


def test_a_history_that_first_gives_the_year_at_its_turn(values: Values) -> None:
    text = (
        "On November 3d the court sued for peace. On December 16th envoys met on the lake. "
        "The talks went on until January 6, 1713, without a treaty."
    )
    assert [value for _, value in values(text, None)] == ["1712-11-03", "1712-12-16", "1713-01-06"]
