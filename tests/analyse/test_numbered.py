"""Truces as reports number them."""

from collections.abc import Callable

import pytest

from rashomon.analyse.differences.numbered import numbered_truces
from tests.analyse.conftest import Bench


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("The Lisk truce is the third since May.", "By my book this is the fourth ceasefire since May.", "other date"),
        ("Two ceasefires in six weeks, and no bridge mended.", "The Osk truce was the third of the war.", "other date"),
        ("Five truces since the floods: who counts them?", "It is the 4th cease-fire of the war.", "other count"),
    ],
)  # fmt: skip
def test_reports_come_to_several_numbers(bench: Callable[[], Bench], first: str, second: str, kind: str) -> None:
    made = bench()
    made.report(first, published="2031-05-02")
    made.report(second, published="2031-05-09")
    (found,) = numbered_truces(made.view())
    assert (found.type, [side.says for side in found.sides]) == (kind, [first, second])


@pytest.mark.parametrize(
    "second",
    [
        "It was the third truce since the spring.",
        "There will be a fourth truce since nobody pays for the third.",
        "If this one fails, the fifth ceasefire since April is not far.",
        "The fourth truce flag flew over the mill.",
        "In the fourth month of the truce the mill burnt.",
    ],
)
def test_the_same_number_or_none_is_no_difference(bench: Callable[[], Bench], second: str) -> None:
    made = bench()
    made.report("The Lisk truce is the third since the spring.", published="2031-05-02")
    made.report(second, published="2031-05-09")
    assert list(numbered_truces(made.view())) == []
