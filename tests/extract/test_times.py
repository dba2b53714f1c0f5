"""Times: words of time to TIMEX3 and to an interval, in sentences about invented wars."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.extract.found import Found
from rashomon.extract.times import redated, times
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Time
from rashomon.model.values import When

Analyse = Callable[..., Analysis]
# A Thursday.
PUBLISHED = "2031-05-15"


@pytest.fixture(scope="session")
def told(analysed: Analyse) -> Callable[..., list[Time]]:
    def tell(text: str, published: str | None = PUBLISHED) -> list[Time]:
        analysis = analysed(text, published)
        return list(times(analysis, Found(analysis)))

    return tell


Told = Callable[..., list[Time]]


def values(found: list[Time]) -> list[tuple[str, str]]:
    return [(one.evidence[0].text, one.timex.value) for one in found]


def ends(found: list[Time]) -> list[tuple[str | None, str | None]]:
    return [(one.earliest, one.latest) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels shelled the port on Tuesday.", [("Tuesday", "2031-05-13")]),
        ("The mayor was freed Thursday, officials said.", [("Thursday", "2031-05-15")]),
        ("Friday’s attack killed two.", [("Friday", "2031-05-09")]),
        ("The envoys will meet on Saturday.", [("Saturday", "2031-05-17")]),
        ("They plan to sign the pact on Monday.", [("Monday", "2031-05-19")]),
        ("The talks are due to begin on Sunday.", [("Sunday", "2031-05-18")]),
        ("They met last Thursday.", [("last Thursday", "2031-05-08")]),
        ("The envoy, missing since Monday, will be replaced.", [("Monday", "2031-05-12")]),
    ],
)
def test_a_weekday_lies_beside_publication_on_the_side_its_verb_tells(
    told: Told, text: str, expected: list[tuple[str, str]]
) -> None:
    assert values(told(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began on Sept. 27.", [("Sept. 27", "2030-09-27")]),
        ("It began on 27 September 2030.", [("27 September 2030", "2030-09-27")]),
        ("On Oct.28,2020 it ended.", [("Oct.28,2020", "2020-10-28")]),
        ("It ended on the 3rd of April 1899.", [("the 3rd of April 1899", "1899-04-03")]),
        ("In December the blockade was tightened.", [("December", "2030-12")]),
        ("Elections will be held in August.", [("August", "2031-08")]),
        ("The truce was to take hold on May 1.", [("May 1", "2031-05-01")]),
        ("The embargo, effective June 1, covers arms.", [("June 1", "2031-06-01")]),
        ("They met on 2031-05-02 and 04.05.2031.", [("2031-05-02", "2031-05-02"), ("04.05.2031", "2031-05-04")]),
    ],
)
def test_dates_with_and_without_their_year(told: Told, text: str, expected: list[tuple[str, str]]) -> None:
    assert values(told(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on May 1 and 2.", [("May 1", "2031-05-01"), ("2", "2031-05-02")]),
        ("The war of 1992–1994 was long.", [("1992", "1992"), ("1994", "1994")]),
        ("From 8 to 9 May convoys passed.", [("8", "2031-05-08"), ("9 May", "2031-05-09")]),
        (
            "Raids came on March 3, 5 and 9, 2029.",
            [("March 3", "2029-03-03"), ("5", "2029-03-05"), ("9, 2029", "2029-03-09")],
        ),
    ],
)
def test_each_member_of_a_list_or_range_is_a_time(told: Told, text: str, expected: list[tuple[str, str]]) -> None:
    assert values(told(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fort fell on May 3. The next day the fleet sailed.", "2031-05-04"),
        ("The fort fell on May 3. Two days later the fleet sailed.", "2031-05-05"),
        ("The fort fell on May 3. A day earlier its wells had run dry.", "2031-05-02"),
        ("The fort fell on May 3. The same day the fleet sailed.", "2031-05-03"),
        ("The fort fell on May 3. The previous evening a gate was opened.", "2031-05-02TEV"),
        ("The city starved in 1854. A year later it gave in.", "1855"),
        ("The siege began in May 1854. In July of that year it ended.", "1854-07"),
    ],
)
def test_steps_are_counted_from_the_date_told_last(told: Told, text: str, expected: str) -> None:
    assert told(text)[-1].timex.value == expected


@pytest.mark.parametrize(
    ("text", "said", "earliest", "latest"),
    [
        ("It came late last week.", "late last week", "2031-05-08", "2031-05-11"),
        ("It came in the week of May 5.", "the week of May 5", "2031-05-05", "2031-05-11"),
        ("This past July it came.", "This past July", "2030-07-01", "2030-07-31"),
        ("It came in early October.", "early October", "2030-10-01", "2030-10-10"),
        ("It came this week.", "this week", "2031-05-12", "2031-05-18"),
        ("It came over the past two weeks.", "the past two weeks", "2031-05-01", "2031-05-15"),
        ("It came in the second week of May.", "the second week of May", "2031-05-05", "2031-05-11"),
        ("Talks end in May.", "May", "2031-05-01", "2031-05-31"),
        ("It came in mid-1912.", "mid-1912", "1912-05-02", "1912-08-31"),
        ("It came in the late 1990s.", "the late 1990s", "1997-01-01", "1999-12-31"),
    ],
)
def test_vague_periods_are_intervals(told: Told, text: str, said: str, earliest: str, latest: str) -> None:
    found = told(text)
    assert [one.evidence[0].text for one in found] == [said]
    assert ends(found) == [(earliest, latest)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At 22.20 the last train left.", [("22.20", "2031-05-15T22:20")]),
        ("It came at 5:40 p.m. on Tuesday.", [("5:40 p.m. on Tuesday", "2031-05-13T17:40")]),
        ("On the night of April 18 they crossed.", [("the night of April 18", "2031-04-18TNI")]),
        ("Overnight drones struck.", [("Overnight", "2031-05-14TNI")]),
        ("Early Friday morning it rained.", [("Early Friday morning", "2031-05-09TMO")]),
        ("The truce began at noon on May 9.", [("noon on May 9", "2031-05-09T12:00")]),
    ],
)
def test_clock_times_and_parts_of_a_day(told: Told, text: str, expected: list[tuple[str, str]]) -> None:
    assert values(told(text)) == expected


@pytest.mark.parametrize(
    ("text", "type", "value", "mod"),
    [
        ("They held out for almost two weeks.", "DURATION", "P2W", "LESS_THAN"),
        ("Sixteen years of peace ended.", "DURATION", "P16Y", None),
        ("The eight-month-old truce collapsed.", "DURATION", "P8M", None),
        ("It lasted two and a half years.", "DURATION", "P2Y6M", None),
        ("It lasted more than three hours.", "DURATION", "PT3H", "MORE_THAN"),
        ("Convoys cross twice a week.", "SET", "P1W", None),
        ("Every Friday they pray.", "SET", "XXXX-WXX-5", None),
        ("Each day shells fall.", "SET", "P1D", None),
    ],
)
def test_durations_and_sets(told: Told, text: str, type: str, value: str, mod: str | None) -> None:
    (one,) = told(text)
    assert (one.timex.type, one.timex.value, one.timex.mod) == (type, value, mod)
    assert not one.when.known


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("The next day, on November 2, 2030, they met.", "The next day, on November 2, 2030", "2030-11-02"),
        ("On Sunday, May 4, it ended.", "Sunday, May 4", "2031-05-04"),
        ("He died on Tuesday the 6th of May.", "Tuesday the 6th of May", "2031-05-06"),
    ],
)
def test_a_time_told_twice_is_one_time(told: Told, text: str, said: str, value: str) -> None:
    assert values(told(text)) == [(said, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The army may march a second time.",
        "May we ask who fired first?",
        "After the fall of the city General March fled.",
        "The Second Brigade captured 2000 rifles.",
        "Resolution 1973 gained three quarters of the votes.",
        "A 40-year-old driver was hurt.",
        "Jan Moss and April Stone signed for the union.",
    ],
)
def test_what_only_looks_like_a_time_is_none(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began on September 27.", "XXXX-09-27"),
        ("It ended on Wednesday.", "XXXX-WXX-3"),
        ("It ended yesterday.", "XXXX-XX-XX"),
        ("It ended last week.", "XXXX-WXX"),
    ],
)
def test_without_a_date_of_publication_nothing_is_guessed(told: Told, text: str, value: str) -> None:
    (one,) = told(text, None)
    assert one.timex.value == value
    assert (one.earliest, one.latest) == (None, None)


def test_without_a_date_of_publication_the_narrative_gives_the_year(told: Told) -> None:
    found = told("In 1912 war came. On September 27 fighting broke out.", None)
    assert found[-1].earliest == "1912-09-27"


def test_a_report_of_unknown_date_carries_no_year_of_its_background(told: Told) -> None:
    found = told("The war of 1994 was long. On Wednesday the talks failed. On September 27 it began anew.", None)
    assert ends(found)[1:] == [(None, None), (None, None)]


def test_publication_after_a_day_is_no_day_of_publication(analysed: Analyse) -> None:
    analysis = analysed("On Wednesday the envoys left.")
    analysis.document = replace(analysis.document, published=When(earliest="2016-04-01", granularity="interval"))
    assert ends(redated(analysis)) == [(None, None)]


def test_what_would_follow_lies_after_the_day_it_was_said(told: Told) -> None:
    found = told("On Monday he said that his army would cease fire on Tuesday.")
    assert values(found) == [("Monday", "2031-05-12"), ("Tuesday", "2031-05-13")]


def test_the_basis_tells_the_words_and_the_anchor(told: Told) -> None:
    (one,) = told("Rebels shelled the port on Tuesday.")
    assert one.basis == "'Tuesday' before publication on 2031-05-15"


def test_an_interval_of_publication_gives_an_interval(analysed: Analyse) -> None:
    analysis = analysed("On Wednesday the envoys left; the war began on 27 September 2030.")
    document = analysis.document
    vague = replace(document, published=When.between(date(2031, 5, 13), date(2031, 5, 16)))
    narrow = replace(document, published=When.on(date(2031, 5, 15)))
    analysis.document = vague
    assert ends(redated(analysis)) == [("2031-05-07", "2031-05-14"), ("2030-09-27", "2030-09-27")]
    analysis.document = narrow
    assert ends(redated(analysis)) == [("2031-05-14", "2031-05-14"), ("2030-09-27", "2030-09-27")]


def test_a_history_carries_its_year_over_asides(told: Told) -> None:
    text = (
        "In 1861 the Velnan war began. On 3 May the fleet sailed. In August 1861 the port fell. "
        "Its charter, printed again in 1932, was burned. On 9 October the governor fled. "
        "In January 1862 the hills were taken. By March the roads were open. In December peace was offered. "
        "In February 1863 it was signed, and in 1864 the army went home."
    )
    found = {one.evidence[0].text: one.timex.value for one in told(text)}
    assert found["3 May"] == "1861-05-03"
    assert found["9 October"] == "1861-10-09"
    assert found["March"] == "1862-03"
    assert found["December"] == "1862-12"


def test_a_time_that_cannot_be_right_is_kept(told: Told) -> None:
    (one,) = told("They met on 31 February 2030.")
    assert one.timex.value == "2030-02-31"
    assert (one.earliest, one.latest) == (None, None)


_PIECES = st.sampled_from(
    [
        "May", "1", "2", "31", "2030", "the", "a", "last", "next", "week", "years", "ago", "later", "Friday", "night",
        "of", "in", "on", "early", "’90s", "1/0", "99999", "days", "0th", "February 29", "BC", "and", "-", ":", "24.30",
        "p.m.", "12", "century", "first", "half", "quarter", "10,000", "winter", "two", "that", "year", "29", "Feb.",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(_PIECES, min_size=1, max_size=12), published=st.sampled_from([None, PUBLISHED, "1000-01-01"]))
def test_any_words_of_time_give_spans_of_the_text(told: Told, pieces: list[str], published: str | None) -> None:
    text = " ".join(pieces)
    found = told(text, published)
    spans = [one.evidence[0] for one in found]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(one.end <= other.start for one, other in zip(spans, spans[1:], strict=False))
