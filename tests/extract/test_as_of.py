"""The day up to which a figure counts."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found

# A Thursday.
PUBLISHED = "2031-05-15"


@pytest.mark.parametrize(
    ("text", "number", "first", "last"),
    [
        ("As of Tuesday 40 soldiers had been killed.", 40, "2031-05-13", "2031-05-13"),
        (
            "The army said 24 of its soldiers had died between May 2, when rebels reached the town, and Monday.",
            24, "2031-05-02", "2031-05-12",
        ),
        ("The last war killed 700 people and ended with a pact of May 2010.", 700, "2010-05-01", "2010-05-31"),
        ("The first war, from 2009 to 2011, killed 900 people.", 900, "2009-01-01", "2011-12-31"),
        (
            "They went to war in August 2009. That war lasted nine months and cost 800 lives.",
            800, "2010-05-01", "2010-05-31",
        ),
        (
            "Osk on Monday lowered its count of enemy dead to 80. The ministry also raised its own toll to 34 dead.",
            34, "2031-05-12", "2031-05-12",
        ),
        ("A dispatch of May 11 gave the number of wounded as 27.", 27, "2031-05-11", "2031-05-11"),
        ("Osk put its losses since May 2 at 13 dead.", 13, None, PUBLISHED),
        ("The general said 12 soldiers had died.", 12, None, PUBLISHED),
    ],
)  # fmt: skip
def test_a_figure_counts_up_to(
    found: Callable[..., Found], text: str, number: int, first: str | None, last: str
) -> None:
    figures = [one for one in found(text, PUBLISHED, upto="figures").figures if number in (one.low, one.high)]
    assert figures, "no figure"
    assert (figures[0].as_of.earliest, figures[0].as_of.latest) == (first, last)
