"""Stands that a sentence measures against an earlier one."""

from collections.abc import Callable

import pytest

from rashomon.analyse.differences.softened import softened
from rashomon.model.text import Furniture
from tests.analyse.conftest import Bench


@pytest.mark.parametrize(
    ("text", "said", "once", "now"),
    [
        (
            "Arda Venn said Osk would open the sluice once the rains came, a softer tone than in May, when she had "
            "sworn to keep it shut.",
            "Osk would open the sluice once the rains came",
            "in May, when she had sworn to keep it shut.",
            "Arda Venn said Osk would open the sluice once the rains came",
        ),
        (
            "The mayor, Arda Venn, now asks for guards at the dam, a harsher line than last week's, when a note did.",
            "for guards at the dam",
            "last week's, when a note did.",
            "The mayor, Arda Venn, now asks for guards at the dam",
        ),
        (
            "Arda Venn told the council three bridges might be shared; in early June she had refused to share one.",
            "three bridges might be shared",
            "had refused to share one.",
            "Arda Venn told the council three bridges might be shared",
        ),
        (
            "Arda Venn spoke of a joint court, whereas last month she would not hear of judges from Velm.",
            "a joint court",
            "would not hear of judges from Velm.",
            "Arda Venn spoke of a joint court",
        ),
    ],
)
def test_a_stand_is_measured_against_an_earlier_one(
    bench: Callable[[], Bench], text: str, said: str, once: str, now: str
) -> None:
    made = bench()
    report = made.report(text, published="2031-07-02")
    made.statement(report, "Arda Venn", said)
    found = [tuple(side.says for side in one.sides) for one in softened(made.view())]
    assert found == [(once, now)]


@pytest.mark.parametrize(
    "text",
    [
        "Arda Venn said the river was at a softer bend than in May, when it rained.",
        "Arda Venn said the bridge was shut; in May it was open to all of Velm.",
        "Arda Venn joined the army; in May she said she would run for mayor of Velm.",
        "Arda Venn resigned as mayor, last year she called an election in Velm.",
        "Arda Venn sells bread; in May she vowed to bake all night for the fair.",
        "Arda Venn praised a harder wood than that of the old gate at Lisk.",
    ],
)
def test_what_is_no_stand_is_no_turn(bench: Callable[[], Bench], text: str) -> None:
    made = bench()
    made.statement(made.report(text, published="2031-07-02"), "Arda Venn", text.removeprefix("Arda Venn "))
    assert list(softened(made.view())) == []


def test_a_headline_is_no_stand(bench: Callable[[], Bench]) -> None:
    text = "Arda Venn spoke of a joint court, whereas last month she would not hear of judges from Velm."
    made = bench()
    line = (Furniture(role="headline", start=0, end=len(text)),)
    made.statement(made.report(text, published="2031-07-02", furniture=line), "Arda Venn", "a joint court")
    assert list(softened(made.view())) == []


def test_nobody_s_stand_is_told_of_nobody(bench: Callable[[], Bench]) -> None:
    made = bench()
    made.report("The wind blew from the north, a softer tone than in May, when it had howled.", published="2031-07-02")
    assert list(softened(made.view())) == []
