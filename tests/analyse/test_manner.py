"""How tellings and figures are told, by which weights know a dispute; and rules whose finding they do not believe."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.differences.counted import difference
from rashomon.analyse.differences.denials import denials
from rashomon.analyse.differences.disputes import disputes
from rashomon.analyse.differences.doubted import doubt
from rashomon.analyse.differences.manner import Manner
from rashomon.analyse.differences.matter import Matters
from rashomon.analyse.differences.reckoned import told_so
from rashomon.analyse.differences.weights import likeliest_kind
from rashomon.model.annotation import Figure, Link

Make = Callable[[], Any]


def clues(bench: Make, text: str, first: str, second: str) -> dict[str, float]:
    """The clues of what Osk and Velm say in a report."""
    case = bench()
    one = case.report(text)
    case.statement(one, "Osk", first)
    case.statement(one, "Velm", second)
    view = case.view()
    a, b = Matters(view).tellings
    return {name: size for name, size in Manner(view).clues(a, b).items() if size}


@pytest.mark.parametrize(
    ("text", "second", "wanted"),
    [
        pytest.param(
            "Osk said the mill burned; Velm said it stood.", "it stood", {"same sentence", "semicolon"}, id="one breath"
        ),
        pytest.param(
            "Osk said the mill burned. But Velm said it never had.", "it never had",
            {"next sentence", "against first", "second: negated"}, id="a turn",
        ),
        pytest.param(
            "Osk said the mill burned. It rained all day. Velm owned for the first time to 3 fires.", "3 fires",
            {"second: before", "second: number"}, id="for the first time",
        ),
    ],
)  # fmt: skip
def test_the_manner_of_two_tellings(bench: Make, text: str, second: str, wanted: set[str]) -> None:
    found = clues(bench, text, "the mill burned", second)
    assert wanted <= set(found)
    assert ("same sentence" in found) == ("same sentence" in wanted)


def figure(case: Any, text: str, words: str, number: float, published: str, by: str, **more: Any) -> Figure:
    """A report with one count of Velm's dead."""
    report = case.report(text, published=published)
    one = Figure(
        document=report.id, evidence=(case.words(report, words),), rule="test", counts="killed", low=number,
        high=number, side=(case.link(report, "Velm"),), according_to=(case.link(report, by), Link(document=report.id)),
        **more,
    )  # fmt: skip
    case.keep(one)
    return one


@pytest.mark.parametrize(
    ("text", "by", "wanted"),
    [
        pytest.param("Velm put its toll at 90 dead.", "Velm", {"both own", "same counter", "both totals"}, id="own"),
        pytest.param("Osk counts 90 dead of Velm.", "Osk", {"own and enemy's", "one total"}, id="the enemy's"),
        pytest.param(
            "Velm lowered its toll to 20 dead.", "Velm", {"revises", "both own", "ratio below 2"}, id="taken back"
        ),
    ],
)
def test_the_manner_of_two_figures(bench: Make, text: str, by: str, wanted: set[str]) -> None:
    case = bench()
    number = 90.0 if "90" in text else 20.0
    figure(case, "Velm said its toll was 30 dead.", "30 dead", 30, "2031-05-02", "Velm")
    figure(case, text, f"{number:.0f} dead", number, "2031-05-09", by)
    view = case.view()
    a, b = sorted(view.figures, key=lambda one: view.order[one.document])
    found = {name for name, size in told_so(view, a, b).items() if size}
    assert wanted <= found
    assert ("grew" in found) == (number > 30)


def test_numbers_that_share_only_their_kind_are_doubted_and_those_of_one_toll_are_not(bench: Make) -> None:
    case = bench()
    figure(case, "Velm said its toll was 30 dead.", "30 dead", 30, "2031-05-02", "Velm")
    figure(case, "Velm put its toll at 90 dead.", "90 dead", 90, "2031-05-09", "Velm")
    figure(case, "A mule kicked one man of Velm dead.", "one man", 1, "2031-06-30", "Velm", category="civilian")
    view = case.view()
    numbers = {one.low: one for one in view.figures}
    toll, other = (difference(view, "other date", [numbers[30], numbers[n]], "running_totals", "") for n in (90, 1))
    assert [doubt(view)(one) for one in (toll, other)] == [False, True]


def test_a_denial_in_the_very_words_beside_is_believed(bench: Make) -> None:
    case = bench()
    one = case.report("Irn said Osk had mined the dam. Osk denied that it had mined the dam.")
    case.statement(one, "Irn", "Osk had mined the dam")
    case.statement(one, "Osk", "it had mined the dam", act="deny")
    view = case.view()
    (made,) = denials(view)
    assert not doubt(view)(made)


@pytest.mark.parametrize("scorer", ["beside", "figures"])
def test_weights_never_name_a_contradiction(scorer: str) -> None:
    assert likeliest_kind(scorer, {"one no": 1, "denied": 1, "same sentence": 1}) != "contradiction"
    assert likeliest_kind(scorer, {}) != "contradiction"


def test_one_speaker_disputes_nothing_with_who_tells_that_he_spoke(bench: Make) -> None:
    case = bench()
    one = case.report("Osk and Velm said the dam was mined. Velm insisted that the dam never was mined.")
    case.statement(one, "Velm", "the dam was mined")
    case.statement(one, "Velm insisted", "the dam never was mined", name="Velm", act="deny")
    assert [*disputes(case.view())] == []
