"""Times of real pages that were once read wrongly: what stands beside them tells what they are."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found

Extract = Callable[..., Found]


def _values(found: Found) -> dict[str, str]:
    return {one.evidence[0].text: one.timex.value for one in found.times}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met in 1982. Today, two decades later, they met again.", "two decades later", "PRESENT_REF"),
        ("They met in 1982. Two decades later, they met again.", "Two decades later", "2002"),
        ("In 1922 a paper was founded. A century later, it is still read.", "A century later", "XX"),
        ("We could not open it last summer.", "last summer", "2004-SU"),
        ("Funds were voted until the end of November.", "the end of November", "2005-11"),
        ("He was shot on Easter Day last year.", "Easter Day last year", "2004-04-11"),
        ("The note of May 9 2003 was long. On May 9, the envoy left.", "May 9", "2003-05-09"),
        ("The note of July 30 2003 was long. On July 30, the envoy left.", "July 30", "2005-07-30"),
        ("The dynasty dates from the 1700s.", "the 1700s", "17"),
        ("The dynasty dates from the 1930s.", "the 1930s", "193"),
    ],
)
def test_a_time_is_read_with_what_stands_beside_it(found: Extract, text: str, words: str, value: str) -> None:
    assert _values(found(text, "2005-08-15", upto="times")).get(words) == value


@pytest.mark.parametrize(
    "text",
    [
        "They moved the 5th and 6th fleets.",
        "Norland is the 3rd in this trio.",
        "He ruled over the clans that fall under them.",
        "It was a high-noon shootout.",
        "She spoke on the Today programme.",
    ],
)
def test_what_only_looks_like_a_time_is_none(found: Extract, text: str) -> None:
    assert not found(text, "2005-08-15", upto="times").times


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2005-02-01", "The echoes of this weekend's vote are loud.", "2005-W04-WE"),  # a Tuesday
        ("2005-02-01", "They will vote this weekend.", "2005-W05-WE"),
        ("2005-02-03", "The echoes of this weekend's vote are loud.", "2005-W05-WE"),
    ],
)
def test_early_in_the_week_this_weekend_is_the_one_just_over(
    found: Extract, published: str, text: str, value: str
) -> None:
    assert [one.timex.value for one in found(text, published, upto="times").times] == [value]
