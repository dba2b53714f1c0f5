"""Figures that differ: each pair of accounts gets the kind of difference it is, never a contradiction."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.corroborations import corroborations
from rashomon.analyse.differences import differences
from rashomon.model.annotation import Figure, Link, Time, Timex
from rashomon.model.finding import Difference
from rashomon.model.text import Document
from rashomon.model.values import When
from tests.analyse.conftest import Bench


def count(
    bench: Bench, report: Document, words: str, low: float | None, *, day: str | None = None, by: str | None = None,
    side: str | None = "Velm", **more: Any,
) -> Figure:  # fmt: skip
    """A figure in the words given: of so many killed of a side (where the report names it), counted by somebody."""
    chain = (bench.link(report, by), Link(document=report.id)) if by else (Link(document=report.id),)
    figure = Figure(
        document=report.id, evidence=(bench.words(report, words),), rule="test",
        counts=more.pop("counts", "killed"), low=low, high=more.pop("high", low),
        side=(bench.link(report, side),) if side and side in report.text else (), according_to=chain,
        as_of=When(earliest=day, latest=day, granularity="day", basis="test") if day else When(), **more,
    )  # fmt: skip
    bench.keep(figure)
    return figure


def kinds(bench: Bench) -> dict[str, Difference]:
    """The differences of a bench by type; two of one type would hide each other, and fail."""
    found = differences(bench.view())
    assert len({one.type for one in found}) == len(found), [one.type for one in found]
    return {one.type: one for one in found}


@pytest.fixture
def made(bench: Callable[[], Bench]) -> Bench:
    return bench()


def test_a_total_that_grew_is_of_another_date(made: Bench) -> None:
    first = made.report("Velm said its toll stood at 14 soldiers killed.", outlet="Gazette", published="2031-05-02")
    second = made.report("Velm put its toll at 33 dead.", outlet="Courier", published="2031-05-09")
    count(made, first, "14 soldiers killed", 14, by="Velm", day="2031-05-02")
    count(made, second, "33 dead", 33, by="Velm", day="2031-05-09")
    found = kinds(made)
    assert list(found) == ["other date"]
    assert [side.says for side in found["other date"].sides] == ["14 soldiers killed", "33 dead"]


def test_a_total_that_fell_was_taken_back(made: Bench) -> None:
    first = made.report("Ostria counts a toll of 137 dead of Velm.", published="2031-05-02")
    second = made.report("Ostria now puts the toll of Velm at 90 dead.", published="2031-05-09")
    count(made, first, "137 dead", 137, by="Ostria", day="2031-05-02")
    count(made, second, "90 dead", 90, by="Ostria", day="2031-05-09")
    assert list(kinds(made)) == ["change of position"]


def test_the_dead_of_one_day_are_no_total_that_fell(made: Bench) -> None:
    first = made.report("Velm said its toll stood at 14 soldiers killed.", published="2031-05-02")
    second = made.report("Velm said six soldiers were killed there.", published="2031-05-09")
    count(made, first, "14 soldiers killed", 14, by="Velm", day="2031-05-02")
    count(made, second, "six soldiers were killed", 6, by="Velm", day="2031-05-08")
    assert kinds(made) == {}


def test_two_counters_of_one_side_count_otherwise(made: Bench) -> None:
    first = made.report("Ostria says Velm has lost 120 men.", published="2031-05-02")
    second = made.report("Velm says its losses are 50 men.", published="2031-05-02")
    count(made, first, "120 men", 120, by="Ostria")
    count(made, second, "50 men", 50, by="Velm")
    found = kinds(made)
    assert list(found) == ["other count"]
    assert "Ostria 120" in found["other count"].why and "Velm 50" in found["other count"].why


def test_a_bound_that_was_lost_is_another_precision(made: Bench) -> None:
    first = made.report("Velm said at least 11 civilians were killed.", published="2031-05-02")
    second = made.report("Velm said 11 civilians had died.", published="2031-05-03")
    count(made, first, "at least 11 civilians", 11, high=None, bound="at least", by="Velm", category="civilian")
    count(made, second, "11 civilians", 11, by="Velm", category="civilian")
    assert "other precision" in {one.type for one in differences(made.view())}


def test_dead_and_wounded_together_are_another_scope(made: Bench) -> None:
    first = made.report("Ostria says Velm lost 400 killed and wounded.", published="2031-05-02")
    second = made.report("Velm's toll is 33 killed.", published="2031-05-02")
    count(made, first, "400 killed and wounded", 400, by="Ostria", counts="other", unit="casualty")
    count(made, second, "33 killed", 33, by="Velm")
    assert list(kinds(made)) == ["other scope"]


@pytest.mark.parametrize(
    "other",
    [{"side": "Ostria"}, {"category": "civilian"}, {"counts": "wounded"}, {"background": True}],
    ids=["side", "category", "kind of loss", "war"],
)
def test_what_cannot_be_compared_is_not(made: Bench, other: dict[str, Any]) -> None:
    first = made.report("Velm has lost 50 men in the war.", published="2031-05-02")
    second = made.report("Ostria says the war has cost Velm 120 men.", published="2031-05-02")
    count(made, first, "50 men", 50, by="Velm", category="military")
    count(made, second, "120 men", 120, by="Ostria", **{"category": "military", **other})
    assert kinds(made) == {}


def test_parts_that_do_not_add_up_are_an_error_in_the_source(made: Bench) -> None:
    report = made.report("Velm fired on 19 occasions, eleven on Monday and nine on Tuesday.", published="2031-05-02")
    count(made, report, "19 occasions", 19, counts="other", unit="violation")
    count(made, report, "eleven on Monday", 11, counts="other", unit="violation")
    count(made, report, "nine on Tuesday", 9, counts="other", unit="violation")
    found = kinds(made)
    assert "make 20" in found["error in source"].why


def test_parts_that_add_up_are_none(made: Bench) -> None:
    report = made.report("Velm fired on 20 occasions, eleven on Monday and nine on Tuesday.", published="2031-05-02")
    count(made, report, "20 occasions", 20, counts="other", unit="violation")
    count(made, report, "eleven on Monday", 11, counts="other", unit="violation")
    count(made, report, "nine on Tuesday", 9, counts="other", unit="violation")
    assert kinds(made) == {}


def test_a_correction_leads_to_the_number_that_was_wrong(made: Bench) -> None:
    first = made.report("The army counted 27 wounded.", outlet="Gazette", published="2031-05-02")
    second = made.report(
        "Correction: our report of Friday wrongly gave 27 wounded. The army's count was 17 wounded.",
        outlet="Gazette", published="2031-05-03",
    )  # fmt: skip
    count(made, first, "27 wounded", 27, counts="wounded")
    count(made, second, "27 wounded", 27, counts="wounded")
    count(made, second, "17 wounded", 17, counts="wounded")
    found = kinds(made)["error in source"]
    assert [side.records != () and side.evidence[0].document for side in found.sides] == [
        second.id,
        second.id,
        first.id,
    ]


def test_a_time_that_cannot_be_right_is_an_error_in_the_source(made: Bench) -> None:
    report = made.report("From 1994 to 2020, 16 years, Velm waited.", published="2031-05-02")
    span = made.words(report, "16 years")
    doubt = "1994 to 2020 are 26 years"
    made.keep(
        Time(document=report.id, evidence=(span,), rule="test", timex=Timex(type="DURATION", value="P16Y"), doubt=doubt)
    )
    assert doubt in kinds(made)["error in source"].why


def test_one_number_in_two_papers_is_one_source_where_one_counter_stands_behind_it(made: Bench) -> None:
    first = made.report("Velm said 14 soldiers were killed.", outlet="Gazette", published="2031-05-02")
    second = made.report("The 14 dead of Friday were buried.", outlet="Courier", published="2031-05-05")
    count(made, first, "14 soldiers", 14, by="Velm")
    count(made, second, "The 14 dead", 14)
    (found,) = corroborations(made.view())
    assert (found.independent_sources, found.upstreams, len(found.members)) == (1, ("Velm",), 2)


@pytest.mark.parametrize(
    ("often", "second", "sources"),
    [
        pytest.param(0, "2031-06-20", 2, id="hardly another has it"),
        pytest.param(4, "2031-06-20", None, id="some have it, on another day"),
        pytest.param(4, "2031-05-06", 2, id="some have it, days near"),
        pytest.param(20, "2031-05-06", None, id="many have it"),
    ],
)
def test_a_number_that_many_things_of_a_case_bear_is_no_agreement(
    made: Bench, often: int, second: str, sources: int | None
) -> None:
    for number in range(often):
        other = made.report(
            f"At mill {number} 14 men died.", outlet=f"Post {number}", published=f"2030-01-{number + 1:02}"
        )
        count(made, other, "14 men", 14, side=None, background=True)
    one = made.report("The hospital counted 14 dead.", outlet="Gazette", published="2031-05-02")
    two = made.report("The mayor counted 14 dead.", outlet="Courier", published=second)
    mine = {count(made, one, "14 dead", 14, by="The hospital", side=None).id,
            count(made, two, "14 dead", 14, by="The mayor", side=None).id}  # fmt: skip
    found = [one.independent_sources for one in corroborations(made.view()) if mine <= set(one.members)]
    assert found == ([sources] if sources else [])


def test_one_number_by_two_counters_has_two_sources(made: Bench) -> None:
    first = made.report("Velm said 14 soldiers were killed.", outlet="Gazette", published="2031-05-02")
    second = made.report("Ostria spoke of 14 dead.", outlet="Courier", published="2031-05-05")
    count(made, first, "14 soldiers", 14, by="Velm")
    count(made, second, "14 dead", 14, by="Ostria")
    (found,) = corroborations(made.view())
    assert found.independent_sources == 2


@pytest.mark.parametrize(
    ("words", "by", "type"),
    [
        pytest.param("Colonel Harn spoke of 412 dead.", "Colonel Harn", "person", id="an officer"),
        pytest.param("412 dead, by the tally of the garrison.", "the garrison", "organisation", id="an office"),
        pytest.param("Of the 412 dead many were boys, the ministry grants.", "the ministry", "government", id="a body"),
    ],
)
def test_who_stands_for_nobody_known_has_a_number_from_who_counts(made: Bench, words: str, by: str, type: Any) -> None:
    first = made.report("Velm admitted that 412 soldiers were killed.", outlet="Gazette", published="2031-05-02")
    second = made.report(words, outlet="Courier", published="2031-05-05")
    count(made, first, "412 soldiers", 412, by="Velm")
    made.link(second, by, type=type)
    count(made, second, "412 dead", 412, by=by)
    (found,) = corroborations(made.view())
    assert (found.independent_sources, found.upstreams) == (1, ("Velm",))


def test_prisoners_are_counted_by_who_holds_and_by_who_visits_them(made: Bench) -> None:
    first = made.report("Velm said 57 men were taken on the dam.", outlet="Gazette", published="2031-05-02")
    second = made.report("In the mill 57 men sat on straw.", outlet="Courier", published="2031-05-05")
    count(made, first, "57 men", 57, by="Velm", counts="captured", side=None)
    count(made, second, "57 men", 57, counts="captured", side=None)
    (found,) = corroborations(made.view())
    assert found.independent_sources == 2
