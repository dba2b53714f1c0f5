"""What is not known: told so by a report, or told by none of them."""

from typing import Any

import pytest

from rashomon.analyse.brief import brief
from rashomon.analyse.unknowns import unknowns
from rashomon.model.annotation import Figure


def said(bench: Any, text: str) -> list[str]:
    case = bench()
    case.report(text, published="2031-05-02")
    return [one.text for one in unknowns(case.view()) if one.gap == "said to be unknown"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The claim could not be independently verified.",
        "There was no independent confirmation of the toll.",
        "It was not immediately clear who fired.",
        "Who gave the order remains unknown.",
        "Nobody knows how many are under the rubble.",
        "The medics could not say whose shell it was.",
        "The gunmen have not been identified.",
    ],
)
def test_a_report_says_that_something_is_not_known(bench: Any, sentence: str) -> None:
    assert said(bench, f"Shells fell on Osk. {sentence} The market was full.") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister confirmed the toll.",
        "It is clear who fired.",
        "The Unknown Soldier's tomb was hit.",
    ],
)
def test_what_is_known_is_not_listed(bench: Any, sentence: str) -> None:
    assert said(bench, f"Shells fell on Osk. {sentence}") == []


def test_a_side_whose_losses_only_others_count(bench: Any) -> None:
    case = bench()
    report = case.report("Varn said 12 Oskan soldiers died. Osk said 9 soldiers of Varn died, and Varn 8.")
    osk, varn = case.link(report, "Oskan", "Osk"), case.link(report, "Varn", "Varn")
    for words, side, counter in (("12", osk, varn), ("9", varn, osk), ("8", varn, varn)):
        case.keep(
            Figure(document=report.id, evidence=(case.words(report, words),), rule="test", counts="killed",
                   low=int(words), high=int(words), side=(side,), according_to=(counter,))
        )  # fmt: skip
    gaps = [one.text for one in unknowns(case.view()) if one.gap == "own count"]
    assert gaps == ["Osk: its own count of killed; counted by Varn"]


def test_a_side_that_keeps_its_count_to_itself_is_undisclosed_not_unknown(bench: Any) -> None:
    case = bench()
    report = case.report("Varn said 12 Oskan soldiers died. Osk has not disclosed its losses.")
    osk, varn = case.link(report, "Oskan", "Osk"), case.link(report, "Varn", "Varn")
    told = {"counts": "killed", "side": (osk,), "rule": "test", "document": report.id}
    case.keep(Figure(evidence=(case.words(report, "12"),), low=12, high=12, according_to=(varn,), **told))
    case.keep(Figure(evidence=(case.words(report, "not disclosed"),), bound="undisclosed", **told))
    assert not [one for one in unknowns(case.view()) if one.gap == "own count"]


def test_every_line_of_the_brief_has_a_reference(bench: Any) -> None:
    case = bench()
    case.report("It is unclear who fired. Nobody knows more.")
    sections = {one.title: one for one in brief(case.view()).sections}
    lines = sections["Not known"].lines
    assert [one.lead for one in lines] == ["said to be unknown", "said to be unknown", "day of a report"]
    assert all(one.ids for one in lines)


def test_the_brief_begins_with_what_changed(bench: Any) -> None:
    case = bench()
    case.report("Shells fell on Osk.", published="2031-05-02")
    later = bench()
    later.report("Shells fell on Osk.", published="2031-05-02")
    later.report("Shells fell on Varn.", published="2031-05-04")
    first = brief(later.view(), before=case.view(), since="2031-05-03").sections[0]
    assert first.title == "What changed since 2031-05-03"
    assert [one.lead for one in first.lines] == ["report"]
