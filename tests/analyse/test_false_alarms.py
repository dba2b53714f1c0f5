"""What looks like an error, a charge returned or a denied loss, and is none."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.brief.accounts import differing
from rashomon.analyse.differences import differences
from rashomon.analyse.differences.denials import denials
from rashomon.model.annotation import Figure, Link, Statement
from rashomon.model.text import Document

Make = Callable[[], Any]


def found(case: Any, check: str) -> list[Any]:
    return [one for one in differences(case.view()) if one.check == check]


def count(case: Any, document: Document, words: str, low: float, **more: Any) -> None:
    span = case.words(document, words)
    case.keep(Figure(document=document.id, evidence=(span,), rule="test", low=low, high=low, **more))


@pytest.mark.parametrize(
    ("text", "taken_back"),
    [
        ("The gunners hit their own men by mistake. Nine fell.", False),
        ("The first version of the tank had no radio. It sank.", False),
        ("Readers should read the small print. It is dull.", False),
        ("He was glad of his correction. It came late.", False),
        ("By mistake our report gave nine dead. Six died.", True),
        ("The bridge stands.\n\nCorrection: The mill burnt on Monday. It burnt on Sunday.", True),
        ("18:02 – Correction: the mill burnt on Monday. It burnt on Sunday.", True),
        ("An earlier version of this story named the wrong mill. It was the lower one.", True),
    ],
)
def test_only_what_was_printed_is_taken_back(bench: Make, text: str, taken_back: bool) -> None:
    case = bench()
    case.statement(case.report(text), text.split()[0], text.split(maxsplit=1)[1][:9])
    assert bool(found(case, "corrected")) == taken_back


@pytest.mark.parametrize(
    ("text", "parts", "more"),
    [
        ("Velm lost 20 jets, including 9 bombers and 8 scouts.", ("9 bombers", "8 scouts"), {}),
        ("Velm lost at least 20 jets, 9 bombers and 8 scouts.", ("9 bombers", "8 scouts"), {"bound": "at least"}),
    ],
)
def test_parts_that_are_not_said_to_be_all_make_no_sum(
    bench: Make, text: str, parts: tuple[str, ...], more: dict[str, Any]
) -> None:
    case = bench()
    one = case.report(text)
    count(case, one, "20 jets", 20, counts="equipment", **more)
    for part in parts:
        count(case, one, part, float(part.split()[0]), counts="equipment")
    assert found(case, "parts_and_totals") == []


def test_parts_that_are_all_and_make_another_sum_are_an_error(bench: Make) -> None:
    case = bench()
    one = case.report("Velm lost 20 jets, 9 bombers and 8 scouts.")
    count(case, one, "20 jets", 20, counts="equipment")
    count(case, one, "9 bombers", 9, counts="equipment")
    count(case, one, "8 scouts", 8, counts="equipment")
    assert len(found(case, "parts_and_totals")) == 1


def test_who_passes_a_charge_on_does_not_return_it(bench: Make) -> None:
    case = bench()
    one = case.report("Osk recalled that Velm faults Osk for the fire at the mill of Velm.")
    case.statement(one, "Osk", "Velm faults Osk for the fire at the mill of Velm", act="accuse")
    case.statement(one, "Velm", "Osk for the fire at the mill of Velm", act="accuse")
    assert found(case, "set_against") == []


@pytest.mark.parametrize(
    ("text", "each_way"),
    [
        ("Each side accused the other of burning the mill.", True),
        ("The miller was accused by both armies of helping the other side.", False),
    ],
)
def test_a_third_whom_both_accuse_is_no_mutual_blame(bench: Make, text: str, each_way: bool) -> None:
    case = bench()
    one = case.report(text)
    who = Link(span=case.words(one, "Each side" if each_way else "both armies"))
    speaker = (who,) if each_way else (who, case.link(one, "miller"))
    said = case.words(one, "burning the mill" if each_way else "helping the other side")
    charge = Statement(
        document=one.id, evidence=(one.span(0, len(text)),), rule="test", act="accuse", speaker=speaker, content=(said,)
    )
    case.keep(charge)
    assert bool(found(case, "each_the_other")) == each_way


def test_the_surest_dispute_stands_first(bench: Make) -> None:
    case = bench()
    vague = case.report(
        "The ministry of Osk said that carts had left the mill. The staff of Velm denied that it slept."
    )
    case.statement(vague, "The ministry of Osk", "carts had left the mill", act="say", name="Osk")
    case.statement(
        vague, "The staff of Velm", "that it slept", act="deny", name="Velm", cue=(case.words(vague, "denied"),)
    )
    plain = case.report(
        "The ministry of Osk said that rockets of Velm had sunk the ferry Alma. "
        "The staff of Velm denied that it had sunk the ferry Alma."
    )
    case.statement(plain, "The ministry of Osk", "rockets of Velm had sunk the ferry Alma", act="say", name="Osk")
    case.statement(
        plain, "The staff of Velm", "that it had sunk the ferry Alma", act="deny", name="Velm",
        cue=(case.words(plain, "denied"),),
    )  # fmt: skip
    view = case.view()
    scores = [one.score for one in denials(view)]
    assert scores and all(0 < one < 1 for one in scores)
    shown = [line.ids[0] for line in differing(view, frozenset({"denial"}))]
    by_id = {one.id: one.score for one in differences(view)}
    assert [by_id[one] for one in shown] == sorted((by_id[one] for one in shown), reverse=True)
    assert "ferry" in next(one for one in differences(view) if one.id == shown[0]).topic
