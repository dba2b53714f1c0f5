"""Losses that go on with the incident just told are of its day."""

from datetime import date

import pytest

from rashomon.model.annotation import Figure
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.pipeline import understand

DAY = When.on(date(2031, 8, 16))  # a Saturday


def as_of(text: str) -> list[tuple[str | None, str | None]]:
    read = understand(Document(text=text, source="x.txt", language="en", published=DAY))
    return [(one.as_of.earliest, one.as_of.latest) for one in read.annotations if isinstance(one, Figure)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Monday jets struck the camp at Osk. Some 50 rebels were killed there.", "2031-08-11"),
        ("Gunmen attacked the port of Varn on Thursday. Twelve sailors died.", "2031-08-14"),
        ("The column, on the road since 2029, was ambushed on Tuesday. Nine soldiers were killed.", "2031-08-12"),
        ("A bomb went off in Osk on 3 August. It was market day. Eleven civilians died.", "2031-08-03"),
    ],
)
def test_the_day_of_the_incident_is_the_day_of_its_dead(text: str, day: str) -> None:
    assert as_of(text)[-1] == (day, day)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked the port on Thursday. The army has lost 300 men in this war so far.",
        "Gunmen attacked the port on Thursday.\n\nIn Varn, far to the south, 12 sailors died.",
        "The port was hit on Tuesday and again on Thursday. Twelve sailors died.",
    ],
)
def test_a_total_another_paragraph_or_two_days_give_no_day(text: str) -> None:
    assert as_of(text)[-1][0] is None
