"""One matter as one difference, sums told in words, and years of reports whose day is only bounded."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.differences import differences
from rashomon.model.annotation import Figure
from rashomon.model.text import Document
from rashomon.model.values import When


def found(case: Any, check: str) -> list[Any]:
    return [one for one in differences(case.view()) if one.check == check]


def test_two_answers_to_one_charge_are_one_difference(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk accused Velm of mining the ford. Velm called that a lie. Brade denied it as well.")
    claim = case.statement(one, "Osk", "mining the ford", act="accuse")
    case.statement(one, "Velm", "called that a lie", act="deny", of=claim.id)
    case.statement(one, "Brade", "denied it as well", act="deny", of=claim.id)
    (matter,) = differences(case.view())
    assert matter.type == "contested allegation" and len(matter.sides) == 3


def test_disputes_of_other_words_stay_apart(bench: Callable[[], Any]) -> None:
    case = bench()
    for day, deed in (("01", "mining the ford"), ("20", "burning the mill")):
        one = case.report(f"Osk accused Velm of {deed}. Velm called that a lie.", published=f"2031-03-{day}")
        claim = case.statement(one, "Osk", deed, act="accuse")
        case.statement(one, "Velm", "called that a lie", act="deny", of=claim.id)
    assert len(differences(case.view())) == 2


def counted(case: Any, said: str) -> None:
    document = case.report(f"{said}.")
    span = case.words(document, "14 breaches")
    case.keep(
        Figure(document=document.id, evidence=(span,), rule="test", counts="other", unit="breach", low=14, high=14)
    )


@pytest.mark.parametrize(
    "said",
    [
        "Osk counted 14 breaches, six before noon and nine after it",
        "Osk counted 14 breaches on Sunday, five times at the ford and eleven times by the mill",
        "There were 14 breaches, seven in the hills and 9 on the coast",
    ],
)
def test_parts_in_words_that_make_another_sum(bench: Callable[[], Any], said: str) -> None:
    case = bench()
    counted(case, said)
    (sum_of,) = found(case, "parts_and_totals")
    assert sum_of.type == "error in source" and len(sum_of.sides) == 2


@pytest.mark.parametrize(
    "said",
    [
        "Osk counted 14 breaches, six before noon and eight after it",
        "Osk counted 14 breaches, some before noon and most after it",
        "Osk counted 14 breaches; six came before noon and Velm counted nine after it",
    ],
)
def test_parts_in_words_that_make_the_sum_or_are_none(bench: Callable[[], Any], said: str) -> None:
    case = bench()
    counted(case, said)
    assert found(case, "parts_and_totals") == []


@pytest.mark.parametrize(
    ("years", "wrong"), [("thirty-one", True), ("twenty-nine", True), ("nineteen", False), ("five", False)]
)
def test_of_a_report_of_some_day_before_more_years_cannot_have_gone_by(
    bench: Callable[[], Any], years: str, wrong: bool
) -> None:
    case = bench()
    until = When(latest="2031-05-01", granularity="day", basis="test")
    text = f"In the {years} years since Velm left Tarn, in 2012, nothing was built."
    case.archive.add(Document(text=text, source="x.txt", published=until, language="en"), [])
    errors = found(case, "corrected")
    assert [len(one.sides) for one in errors] == [2] * wrong


def test_a_man_is_no_fighters_and_the_enemy_no_framing(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("The enemy of Velm is near. Later soldiers of Velm were seen.", outlet="Daily")
    two = case.report("Fighters of Velm were met.", outlet="Post")
    case.link(one, "Velm"), case.link(two, "Velm")
    assert found(case, "framing") == []
