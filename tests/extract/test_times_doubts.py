"""Times that cannot be right: kept as told, with the reason; and what is right raises no doubt."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.extract.times import times
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Time
from rashomon.model.codec import decode, encode

Told = Callable[..., list[Time]]
PUBLISHED = "2031-05-15"


@pytest.fixture(scope="session")
def told(analysed: Callable[..., Analysis]) -> Told:
    def tell(text: str, published: str | None = PUBLISHED) -> list[Time]:
        analysis = analysed(text, published)
        return list(times(analysis, Found(analysis)))

    return tell


@pytest.mark.parametrize(
    ("text", "said", "why"),
    [
        ("They met on 31 April 2019.", "31 April 2019", "there is no such day as '31 April 2019'"),
        ("They met on June 31.", "June 31", "there is no such day as 'June 31'"),
        ("They met on February 29, 2030.", "February 29, 2030", "there is no such day as 'February 29, 2030'"),
        ("They met on Tuesday, 6 March 2019.", "Tuesday, 6 March 2019", "2019-03-06 is a Wednesday, not a Tuesday"),
        ("The talks ran from 1994 to 1992.", "1992", "it would end on 1992-12-31, before it starts on 1994-01-01"),
        ("It was shut from 9 to 5 May.", "5 May", "it would end on 2031-05-05, before it starts on 2031-05-09"),
        ("From 1994 to 2020, 16 years, it lay waste.", "16 years", "1994 to 2020 is 26 years"),
        ("It lay waste for 16 years, from 1994 to 2020.", "16 years", "1994 to 2020 is 26 years"),
        ("They have waited for 16 years, since 2005.", "16 years", "2005 to 2031 is 26 years"),
        (
            "In 1994 a truce was signed. Sixteen years later, in 2020, it broke.",
            "Sixteen years later, in 2020",
            "16 years from 1994 is 2010, not 2020",
        ),
        (
            "The truce of 2005 was welcome. More than 16 years later Norland remains its only warden.",
            "More than 16 years later",
            "2005 and 16 years make 2021, but it is told of 2031",
        ),
    ],
)
def test_a_time_that_cannot_be_right_is_kept_and_doubted(told: Told, text: str, said: str, why: str) -> None:
    assert [(one.evidence[0].text, one.doubt) for one in told(text) if one.doubt] == [(said, why)]


@pytest.mark.parametrize(
    "text",
    [
        "They met on Wednesday, 6 March 2019.",
        "In 2004 the mill was rebuilt. It had burnt more than 50 years ago, in 1948.",
        "In 2004 the mill was rebuilt. It had burnt over 50 years ago, in 1949.",
        "They met on February 29, 2028, and on 29 February.",
        "The talks ran from 1992 to 1994.",
        "It was shut from November to March.",
        "From 1994 to 2020, 26 years, it lay waste.",
        "From 1994 to 2020, some 25 years, it lay waste.",
        "It lay waste for nearly three decades, from 1994 to 2020.",
        "In 1994 a truce was signed. Twenty-six years later, in 2020, it broke.",
        "In 1994 a truce was signed. Two years later it was broken.",
        "The truce of 2005 was welcome. Twenty-six years later Norland remains its only warden.",
        "The truce of 2005 was welcome. Two years later a bomb kills its author.",
        "For the first ten years, from 1994 to 2020, nobody noticed.",
    ],
)
def test_what_may_be_right_is_not_doubted(told: Told, text: str) -> None:
    assert [one.doubt for one in told(text) if one.doubt] == []


def test_nothing_is_mended(told: Told) -> None:
    (_, span) = told("The truce of 2005 was welcome. More than 16 years later Norland remains its only warden.")
    assert (span.timex.value, span.timex.mod) == ("XXXX", "MORE_THAN")
    assert (span.earliest, span.latest) == (None, None)


def test_the_weekday_chooses_the_year_before_it_is_doubted(told: Told) -> None:
    # The nearest 4 October to May 2031 is that of 2030, a Friday; that of 2031 is a Saturday.
    (one,) = told("They meet on Saturday, October 4.")
    assert (one.timex.value, one.doubt) == ("2031-10-04", "")


def test_a_doubt_survives_the_archive(told: Told) -> None:
    (one,) = told("They met on 31 April 2019.")
    assert decode(encode(one)) == one
