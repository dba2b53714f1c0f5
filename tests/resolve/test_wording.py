"""Times told in like words: what makes two of them one day, and what does not."""

from datetime import date, timedelta

import pytest

from rashomon.model.annotation import Time, Timex
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.clues import Relative, readings_of, relatives, worded
from rashomon.resolve.wording import Told, Wordings, told_of

SPRING = date(2031, 3, 3)


def told(text: str, words: str, day: date, rule: str = "month_day") -> tuple[Document, Told]:
    document = Document(text=text, source=text[:12], language="en")
    start = text.index(words)
    when = When.on(day)
    time = Time(
        document=document.id, evidence=(document.span(start, start + len(words)),), rule=f"times:{rule}",
        timex=Timex(type="DATE", value=day.isoformat()), earliest=when.earliest, latest=when.latest, granularity="day",
    )  # fmt: skip
    return document, next(told_of(document, [time]))


# What dated reports of one small war tell of ten days.
PLACES = ("Oram", "Bel", "Castle Hill", "Duma", "Erl", "Fosse", "Garth", "Holm", "Irk")
KNOWN = [
    told(f"On March {3 + n} gunners shelled {place}.", f"March {3 + n}", SPRING + timedelta(days=n))[1]
    for n, place in enumerate(PLACES)
]
FERRY = told("The ferry Blue Heron went down off Lanta on March 12.", "March 12", date(2031, 3, 12))


def best(text: str, words: str, known: list[Told]) -> tuple[date | None, float]:
    _, mine = told(text, words, date(2031, 3, 19), "weekday")
    theirs, weight = max(Wordings(known).like(mine), key=lambda one: one[1], default=(None, 0.0))
    return theirs.day if theirs else None, weight


def test_scarce_words_find_the_day_again() -> None:
    day, weight = best("On Wednesday divers reached the ferry lost off Lanta.", "Wednesday", [*KNOWN, FERRY[1]])
    assert day == date(2031, 3, 12) and weight > 0.5


def test_words_told_of_every_day_find_none() -> None:
    assert best("On Wednesday gunners shelled a farm.", "Wednesday", [*KNOWN, FERRY[1]])[1] < 0.3


def test_where_few_days_are_known_no_word_is_scarce() -> None:
    assert best("On Wednesday divers reached the ferry lost off Lanta.", "Wednesday", [FERRY[1]]) == (None, 0.0)


@pytest.mark.parametrize(("lost", "counted"), [("nineteen", "19"), ("Twenty-three", "23")])
def test_a_number_in_words_is_the_one_in_figures(lost: str, counted: str) -> None:
    known = told(f"On March 12 the raid cost {counted} lives.", "March 12", date(2031, 3, 12))[1]
    assert f"#{counted}" in known.units
    assert best(f"On Wednesday {lost} guards fell in the raid.", "Wednesday", [*KNOWN, known])[0] == date(2031, 3, 12)


def test_a_weekday_is_only_of_a_day_that_bears_it() -> None:
    document, mine = told("On Friday divers reached the ferry lost off Lanta.", "Friday", date(2031, 3, 21), "weekday")
    one = Relative(record=mine.time, first=0, last=6)
    wordings = Wordings([*KNOWN, FERRY[1]])
    assert not list(worded([one], document, wordings, {FERRY[0].id}))


def test_what_is_told_of_wednesday_came_out_within_its_week() -> None:
    document, mine = told("On Wednesday divers reached the ferry lost off Lanta.", "Wednesday", SPRING, "weekday")
    mine = Told(time=told(document.text, "Wednesday", date(2031, 3, 5), "weekday")[1].time, day=SPRING, units={})
    one = Relative(record=mine.time, first=0, last=6)
    (clue,) = worded([one], document, Wordings([*KNOWN, FERRY[1]]), {FERRY[0].id})
    assert (clue.first, clue.last) == (date(2031, 3, 12), date(2031, 3, 18))


@pytest.mark.parametrize(
    ("days", "span"),
    [
        ((0, 0, 0), None),  # a date of its own
        ((-1, 5, 6), (1, 1)),  # yesterday
        ((-3, 4, 4), (0, 6)),  # Friday
        ((-4, -4, 3), (4, 10)),  # Thursday of last week
        ((-10, -3, -3), (7, 13)),  # the Friday before last
    ],
)
def test_how_a_time_moves_with_the_report_tells_how_old_it_can_be(
    days: tuple[int, int, int], span: tuple[int, int] | None
) -> None:
    monday = readings_of(date(2031, 3, 6))[0]
    assert monday == date(2031, 3, 3)
    text = "It fell on that day."
    readings = [[told(text, "that day", monday + timedelta(days=one), "weekday")[1].time] for one in days]
    found = [(one.first, one.last) for one in relatives(monday, readings)]
    assert found == ([span] if span else [])
