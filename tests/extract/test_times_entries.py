"""Live pages: each entry is of the day of the page; and times of day as armies write them."""

from datetime import date

from rashomon.model.annotation import Time
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.pipeline import understand

PAGE = """Talks, day two

21:40 That is all from us. No agreement.

14:20 The navy says it sank two boats at dawn. The attack followed that of 11 May.

12:15 Here in Varn refugees came ashore overnight, an official said.
"""


def values(text: str) -> list[str]:
    published = When.on(date(2031, 5, 16))
    read = understand(Document(text=text, source="x.txt", language="en", published=published))
    return [one.timex.value for one in read.annotations if isinstance(one, Time)]


def test_an_entry_does_not_go_on_from_the_one_above_it() -> None:
    assert values(PAGE) == [
        "2031-05-16T21:40", "2031-05-16T14:20", "2031-05-16TMO", "2031-05-11", "2031-05-16T12:15", "2031-05-15TNI",
    ]  # fmt: skip


def test_one_clock_time_makes_no_live_page() -> None:
    text = "The raid of 11 May was short.\n\n04:30 was the hour, and it was over at 05:10."
    assert values(text)[1] == "2031-05-11T04:30"


def test_hours_of_four_digits_are_a_time_of_day() -> None:
    assert values("Casualties up to 1800 hours yesterday stood at nine.") == ["2031-05-15T18:00"]
    assert values("The siege has lasted 1,800 hours.") == ["PT1800H"]
