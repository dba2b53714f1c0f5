"""Figures of two reports that by all they share count one thing."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.differences.recounted import Counted, recounted
from rashomon.analyse.differences.weights import chance
from rashomon.model.annotation import Figure, Link

Make = Callable[[], Any]


def counted(bench: Make, *told: tuple[str, str, float, str]) -> Counted:
    """Reports that each hold one figure: text, words, number, counter."""
    case = bench()
    for n, (text, words, number, by) in enumerate(told):
        report = case.report(text, published=f"2031-05-0{n + 1}")
        counter = (case.link(report, by), Link(document=report.id))
        case.keep(
            Figure(
                document=report.id, evidence=(case.words(report, words),), rule="test", counts="killed", low=number,
                high=number, according_to=counter,
            )
        )  # fmt: skip
    return Counted(case.view())


def test_counts_of_one_named_place_are_likelier_one_thing_than_others(bench: Make) -> None:
    figures = counted(
        bench,
        ("Osk says 31 people died in the ferry Alma near Harn.", "31 people died", 31, "Osk"),
        ("Velm says 27 people died in the ferry Alma near Harn.", "27 people died", 27, "Velm"),
        ("Irn says 900 people died in the great flood.", "900 people died", 900, "Irn"),
    )
    sure = {frozenset((a.low, b.low)): figures.surely(a, b) for a, b in figures.pairs()}
    assert sure[frozenset((31.0, 27.0))] > max(one for key, one in sure.items() if 900.0 in key)


@pytest.mark.parametrize("scorer", ["beside", "across", "figures"])
def test_what_nothing_speaks_for_is_hardly_one_matter(scorer: str) -> None:
    assert chance(scorer, {}) < chance(scorer, {"same day": 0.0, "unheard of": 9.0}) + 1e-9 < 0.2


def test_one_number_told_alike_twice_is_no_difference(bench: Make) -> None:
    case = bench()
    for day in (1, 2):
        report = case.report("Osk says 31 people died in the ferry Alma near Harn.", published=f"2031-05-0{day}")
        case.keep(
            Figure(
                document=report.id, evidence=(case.words(report, "31 people died"),), rule="test", counts="killed",
                low=31, high=31, according_to=(case.link(report, "Osk"), Link(document=report.id)),
            )
        )  # fmt: skip
    assert list(recounted(case.view())) == []
