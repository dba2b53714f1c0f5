"""Times: each way of telling one, with TIMEX3 type, value and mod, its interval, and what that rests on."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.extract.times import times
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Time

Told = Callable[..., list[Time]]
# A Thursday.
PUBLISHED = "2031-05-15"


@pytest.fixture(scope="session")
def told(analysed: Callable[..., Analysis]) -> Told:
    def tell(text: str, published: str | None = PUBLISHED) -> list[Time]:
        analysis = analysed(text, published)
        return list(times(analysis, Found(analysis)))

    return tell


def shown(one: Time) -> str:
    """What a time says, in one line."""
    return " | ".join(
        str(part)
        for part in (one.evidence[0].text, one.timex.type, one.timex.value, one.timex.mod, one.earliest, one.latest)
    )


@pytest.mark.parametrize(
    ("text", "expected", "basis"),
    [
        (
            "Mortars fell on the mill on May 1 and 2.",
            [
                "May 1 | DATE | 2031-05-01 | None | 2031-05-01 | 2031-05-01",
                "2 | DATE | 2031-05-02 | None | 2031-05-02 | 2031-05-02",
            ],
            "'2', year from publication on 2031-05-15",
        ),
        (
            "The border war of 1962–1964 was forgotten.",
            [
                "1962 | DATE | 1962 | None | 1962-01-01 | 1962-12-31",
                "1964 | DATE | 1964 | None | 1964-01-01 | 1964-12-31",
            ],
            "'1964'",
        ),
        (
            "Guards must quit the bridge by May 30.",
            ["May 30 | DATE | 2031-05-30 | None | 2031-05-30 | 2031-05-30"],
            "'May 30', year from publication on 2031-05-15",
        ),
        (
            "It was agreed in the week of May 5.",
            ["the week of May 5 | DATE | 2031-W19 | None | 2031-05-05 | 2031-05-11"],
            "'the week of May 5', year from publication on 2031-05-15",
        ),
        (
            "A pilot defected late last week.",
            ["late last week | DATE | 2031-W19 | END | 2031-05-08 | 2031-05-11"],
            "'late last week' before publication on 2031-05-15",
        ),
        (
            "They dined on May 3. The previous evening the cook had fled.",
            [
                "May 3 | DATE | 2031-05-03 | None | 2031-05-03 | 2031-05-03",
                "The previous evening | TIME | 2031-05-02TEV | None | 2031-05-02T18:00 | 2031-05-02T23:59",
            ],
            "'The previous evening' from 2031-05-03",
        ),
        (
            "The dam burst this past July.",
            ["this past July | DATE | 2030-07 | None | 2030-07-01 | 2030-07-31"],
            "'this past July' before publication on 2031-05-15",
        ),
        (
            "After almost two weeks the well ran dry.",
            ["almost two weeks | DURATION | P2W | LESS_THAN | None | None"],
            "'almost two weeks'",
        ),
        (
            "They met on Monday. The same day a consul was shot.",
            [
                "Monday | DATE | 2031-05-12 | None | 2031-05-12 | 2031-05-12",
                "The same day | DATE | 2031-05-12 | None | 2031-05-12 | 2031-05-12",
            ],
            "'The same day' from 2031-05-12",
        ),
        (
            "As of Tuesday nine had been found.",
            ["Tuesday | DATE | 2031-05-13 | None | 2031-05-13 | 2031-05-13"],
            "'Tuesday' before publication on 2031-05-15",
        ),
        (
            "The pact was broken hours after it came into force.",
            ["hours | DURATION | PTXH | None | None | None"],
            "'hours'",
        ),
        (
            "On May 2 at 22.20, the wire said, the lights went out.",
            ["May 2 at 22.20 | TIME | 2031-05-02T22:20 | None | 2031-05-02T22:20 | 2031-05-02T22:20"],
            "'May 2 at 22.20', year from publication on 2031-05-15",
        ),
        (
            "Overnight the depot burned.",
            ["Overnight | TIME | 2031-05-14TNI | None | 2031-05-14T18:00 | 2031-05-14T23:59"],
            "'Overnight' before publication on 2031-05-15",
        ),
        (
            "It began on Sept. 27 in fog.",
            ["Sept. 27 | DATE | 2030-09-27 | None | 2030-09-27 | 2030-09-27"],
            "'Sept. 27', year from publication on 2031-05-15",
        ),
        (
            "It was signed on Oct. 28, 2020, in haste.",
            ["Oct. 28, 2020 | DATE | 2020-10-28 | None | 2020-10-28 | 2020-10-28"],
            "'Oct. 28, 2020'",
        ),
        (
            "Last Friday’s talks failed.",
            ["Last Friday | DATE | 2031-05-09 | None | 2031-05-09 | 2031-05-09"],
            "'Last Friday' before publication on 2031-05-15",
        ),
        (
            "The envoy ( November2) was ill.",
            ["November2 | DATE | 2030-11-02 | None | 2030-11-02 | 2030-11-02"],
            "'November2', year from publication on 2031-05-15",
        ),
        (
            "The push begun on27 September stalled.",
            ["27 September | DATE | 2030-09-27 | None | 2030-09-27 | 2030-09-27"],
            "'27 September', year from publication on 2031-05-15",
        ),
        (
            "Two generals resigned late on Tuesday.",
            ["late on Tuesday | DATE | 2031-05-13 | END | 2031-05-13 | 2031-05-13"],
            "'late on Tuesday' before publication on 2031-05-15",
        ),
        (
            "At about 4:30 a.m. on Monday the gate was rammed.",
            ["about 4:30 a.m. on Monday | TIME | 2031-05-12T04:30 | APPROX | 2031-05-12T04:30 | 2031-05-12T04:30"],
            "'about 4:30 a.m. on Monday' before publication on 2031-05-15",
        ),
        (
            "The fort was built in the second half of the 17th century.",
            ["the second half of the 17th century | DATE | 16 | None | 1650-01-01 | 1699-12-31"],
            "'the second half of the 17th century'",
        ),
        (
            "The island starved in the winter of 1916–17.",
            ["the winter of 1916–17 | DATE | 1916-WI | None | 1916-12-01 | 1917-02-28"],
            "'the winter of 1916–17'",
        ),
        (
            "In the early hours of 10 May 1940 gliders landed.",
            ["the early hours of 10 May 1940 | TIME | 1940-05-10TMO | START | 1940-05-10T00:00 | 1940-05-10T12:00"],
            "'the early hours of 10 May 1940'",
        ),
        (
            "The talk of the Monday before last is denied.",
            ["the Monday before last | DATE | 2031-05-05 | None | 2031-05-05 | 2031-05-05"],
            "'the Monday before last' before publication on 2031-05-15",
        ),
        (
            "The bishop was seized the day before last Friday's vote.",
            ["the day before last Friday | DATE | 2031-05-08 | None | 2031-05-08 | 2031-05-08"],
            "'the day before last Friday' before publication on 2031-05-15",
        ),
        (
            "The crew was rescued on Good Friday.",
            ["Good Friday | DATE | 2031-04-11 | None | 2031-04-11 | 2031-04-11"],
            "'Good Friday', year from publication on 2031-05-15",
        ),
        (
            "The pause will last two weeks.",
            ["two weeks | DURATION | P2W | None | None | None"],
            "'two weeks'",
        ),
        (
            "The convoys carry 30 wounded a day.",
            ["a day | SET | P1D | None | None | None"],
            "'a day'",
        ),
    ],
)
def test_each_form_has_its_timex_interval_and_basis(told: Told, text: str, expected: list[str], basis: str) -> None:
    found = told(text)
    assert [shown(one) for one in found] == expected
    assert found[-1].basis == basis


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # Both ends of a range share what only one of them tells.
        ("Guns fired from 6 p.m. to 11 p.m. on May 9.", ["2031-05-09T18:00", "2031-05-09T23:00"]),
        ("It lasted from 3 November to 6 March 2015.", ["2014-11-03", "2015-03-06"]),
        ("Between May 13 and 15 2003 he was held.", ["2003-05-13", "2003-05-15"]),
        ("War came in 1948, 1956 and 1967.", ["1948", "1956", "1967"]),
    ],
)
def test_lists_and_ranges_share_their_day_and_year(told: Told, text: str, values: list[str]) -> None:
    assert [one.timex.value for one in told(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # Publication.
        ("A bomb went off on Monday.", "2031-05-12"),
        ("The general said on Monday he would resign.", "2031-05-12"),
        ("They planned a march on Saturday.", "2031-05-17"),
        ("The vote begins on Sunday.", "2031-05-18"),
        ("The offer had been due to end on Friday.", "2031-05-09"),
        ("They would not obey Wednesday's order.", "2031-05-14"),
        ("He spoke ahead of Sunday's summit of kings.", "2031-05-18"),
        # The date told last.
        ("The siege began in May 1854. The following year the walls fell.", "1855"),
        ("The fort fell on May 3. Two days later its guns were sold.", "2031-05-05"),
        ("The vote of 2006 was quiet: it was held five years ago, when rebels slept, on May 1.", "2026-05-01"),
        ("They met last in November, when fire broke out at dawn.", "2030-11-XXTMO"),
        # An event that has no date yet: the offset stays a length.
        ("Three days after the truce a mine killed a nun.", "P3D"),
        # Nothing to count from.
        ("Twelve years later no one had been tried.", "XXXX"),
    ],
)
def test_tense_and_company_choose_the_anchor(told: Told, text: str, value: str) -> None:
    assert told(text)[-1].timex.value == value


def test_an_event_called_by_its_day_is_over_and_its_year_may_be_open(told: Told) -> None:
    found = told("He recalled the April 3 bombing and the June 11 attacks.")
    assert [one.timex.value for one in found] == ["2031-04-03", "XXXX-06-11"]


def test_early_on_the_day_after_publication_is_tomorrow_elsewhere(told: Told) -> None:
    found = told("Shelling went on from late Thursday into early Friday.")
    assert [one.timex.value for one in found] == ["2031-05-15", "2031-05-16"]


def test_a_narrative_without_days_of_its_own_carries_the_year_over_its_end(told: Told) -> None:
    found = told("War was declared on 19 July 1870; on 2 September the king gave up, and in January he fled.", None)
    assert [one.timex.value for one in found] == ["1870-07-19", "1870-09-02", "1871-01"]


def test_the_end_of_the_month_is_that_of_the_month_told(told: Told) -> None:
    found = told("Work will start on July 15, and by the end of the month the pump will run.")
    assert found[-1].earliest == "2031-07-21"


def test_a_wide_interval_of_publication_still_tells_this_past_july(analysed: Callable[..., Analysis]) -> None:
    analysis = analysed("Clashes came this past July.", "2020-11-01")
    assert [one.timex.value for one in times(analysis, Found(analysis))] == ["2020-07"]


@pytest.mark.parametrize(
    "text",
    [
        "The 40 guns of Regiment 1812 held Hill 875.",
        "A March on the palace failed.",
        "The party daily Red Dawn was closed.",
        "He flew a Mirage 2000 fighter.",
        "The tax was 3 dollars a year.",
        "On a Tuesday like any other he left.",
        "Some quarters disagree.",
    ],
)
def test_what_only_looks_like_a_time_is_none(told: Told, text: str) -> None:
    assert [one.evidence[0].text for one in told(text)] == []
