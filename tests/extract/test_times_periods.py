"""Times of accounts: quarters, fiscal years, and the period that figures are compared with."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.extract.times import times
from rashomon.language.analysis import Analysis

Values = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="session")
def values(analysed: Callable[..., Analysis]) -> Values:
    def tell(text: str, published: str | None = "2031-05-15") -> list[tuple[str, str]]:
        analysis = analysed(text, published)
        return [(one.evidence[0].text, one.timex.value) for one in times(analysis, Found(analysis))]

    return tell


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill lost money in the 2029 third quarter.", [("the 2029 third quarter", "2029-Q3")]),
        ("It hopes to sell in next year's first quarter.", [("next year's first quarter", "2032-Q1")]),
        ("Sales fell in the year-earlier third quarter.", [("the year-earlier third quarter", "2030-Q3")]),
        ("It closed ten pits in the last half of 2030.", [("the last half of 2030", "2030-H2")]),
        ("In fiscal 2030 the yard built two ships.", [("fiscal 2030", "2030")]),
        ("Its debt doubled in the latest fiscal year.", [("the latest fiscal year", "2030")]),
        (
            "For the year ended March 31, the bank earned nothing.",
            [("the year", "P1Y"), ("March 31", "2031-03-31")],
        ),
        (
            "It earned 3 crowns in the quarter ended Jan. 31.",
            [("the quarter", "2030-Q4"), ("Jan. 31", "2031-01-31")],
        ),
        (
            "Exports dropped 7 percent in the year to March.",
            [("the year", "P1Y"), ("March", "2031-03")],
        ),
    ],
)
def test_periods_of_accounts(values: Values, text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A quarter was told: the comparison is with that quarter.
        ("First-quarter profit was 5 crowns, up from 4 a year earlier.", ["2031-Q1", "2030-Q1"]),
        ("In the first quarter it lost 5 crowns. In the year-ago period it had earned 2.", ["2031-Q1", "2030-Q1"]),
        ("It lost 5 crowns in the first quarter, and 3 in the same quarter last year.", ["2031-Q1", "2030-Q1"]),
        ("It lost 5 crowns in the first quarter. In the 2029 quarter it earned 8.", ["2031-Q1", "2029-Q1"]),
        # What is compared with is not gone on from.
        (
            "First-quarter sales fell from a year earlier. The loss for the quarter was 9 crowns.",
            ["2031-Q1", "2030-Q1", "2031-Q1"],
        ),
        # A longer stretch was told since: a year.
        (
            "First-quarter profit rose. For the nine months it was 9 crowns, up from 7 a year earlier.",
            ["2031-Q1", "P9M", "2030"],
        ),
        # A month was told.
        ("Exports fell in February from a year earlier.", ["2031-02", "2030-02"]),
        ("In February exports were 0.4 percent lower than a year ago.", ["2031-02", "2030-02"]),
        # The latest quarter is one that is over.
        (
            "First-quarter sales rose, but a loss is expected in the third quarter of 2031. Costs fell in the latest "
            "quarter.",
            ["2031-Q1", "2031-Q3", "2031-Q1"],
        ),
        ("Costs fell in the latest quarter.", ["2031-Q1"]),
        ("She left the company a year ago.", ["2030"]),
    ],
)
def test_what_figures_are_compared_with(values: Values, text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has rained since June.", [("June", "2030-06")]),
        ("The index fell short of the record set on Sept. 6.", [("Sept. 6", "2030-09-06")]),
        ("Over the next couple of years the fort will be rebuilt.", [("the next couple of years", "P2Y")]),
        ("In 2005 a dam burst. A decade earlier, in 1995, none had been built.",
            [("2005", "2005"), ("A decade earlier, in 1995", "1995")]),
        ("The dam of 1920 still stands. A century later, in 2020, a second was built.",
            [("1920", "1920"), ("A century later, in 2020", "2020")]),
        # It cannot lie ahead of the report that tells it as past.
        ("He will go next year. Two years later a mill burned.", [("next year", "2032"), ("Two years later", "XXXX")]),
        ("A year ago this week the river froze.", [("A year ago this week", "2030-W20")]),
        ("Two years ago today he was shot.", [("Two years ago today", "2029-05-15")]),
        ("Aid will arrive by the weekend.", [("the weekend", "2031-W20-WE")]),
        ("Aid arrived over the weekend.", [("the weekend", "2031-W19-WE")]),
        ("Boats leave on Tuesday nights.", [("Tuesday nights", "XXXX-WXX-2TNI")]),
        ("In the nineties the border was open.", [("the nineties", "199")]),
        # Names, laws, speeds and degrees.
        ("The Council passed resolutions 1970 and 1973 on arms.", []),
        ("The envoy told the Sunday Courier that he knew nothing.", []),
        ("The child will one day be queen.", []),
        ("The engine makes 300 turns per second.", []),
        ("It was the fifth raid in as many months.", []),
        ("Highs were in the nineties.", []),
        ("The truce collapsed within hours.", [("hours", "PTXH")]),
    ],
)  # fmt: skip
def test_newswire(values: Values, text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


def test_a_history_counts_from_what_it_narrates(values: Values) -> None:
    years = " ".join(f"In {year} a fort fell." for year in range(1840, 1860))
    text = f"{years} In 1860 he wrote that he had been tricked three years ago. The Spring Offensive of 1861 failed."
    assert values(text)[-3:] == [("three years ago", "1857"), ("The Spring", "1861-SP"), ("1861", "1861")]


def test_only_a_history_tells_when_night_attacks_and_named_offensives_were(values: Values) -> None:
    years = " ".join(f"In {year} a fort fell." for year in range(1840, 1860))
    told = "The Spring Offensive failed for want of night attacks."
    assert values(f"{years} {told}")[-2:] == [("The Spring", "1859-SP"), ("night", "XXXX-XX-XXTNI")]
    assert values(told) == []


def test_a_date_in_brackets_tells_the_time_before_it(values: Values) -> None:
    text = "The siege began in 1854. Three years later (in 1856) the walls fell."
    assert values(text) == [("1854", "1854"), ("Three years later", "1856"), ("1856", "1856")]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_a_day_of_publication_at_the_edge_of_the_calendar_is_not_counted_from(values: Values, published: str) -> None:
    found = values("On Friday he left. A year earlier, in the second week of May, he had come.", published)
    assert found[0] == ("Friday", "XXXX-WXX-5")


def test_the_end_of_a_weekend_is_its_sunday(analysed: Callable[..., Analysis]) -> None:
    analysis = analysed("They came home at the end of last weekend.", "2031-05-15")
    (one,) = times(analysis, Found(analysis))
    assert (one.earliest, one.latest) == ("2031-05-11", "2031-05-11")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # What is compared is the quarter reported, none ahead.
        (
            "Profit fell in the first quarter. It may rise in the third quarter. In the year-ago period it was higher.",
            ("the year-ago period", "2030-Q1"),
        ),
        # A quarter beside the one compared with is of the same year.
        (
            "In the year-ago quarter, the second quarter ended Oct. 31, the yard lost money.",
            ("the second quarter", "2030-Q2"),
        ),
    ],
)
def test_the_period_reported(values: Values, text: str, found: tuple[str, str]) -> None:
    assert found in values(text)


def test_a_quarter_told_in_passing_is_not_the_one_reported(values: Values) -> None:
    text = "Third-quarter profit rose. After a flat second quarter it gained on the charges of the year-ago period."
    assert ("the year-ago period", "2030-Q3") in values(text, "2031-11-05")
