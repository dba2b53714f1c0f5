"""Truces as reports number them."""

from collections.abc import Callable

import pytest

from rashomon.analyse.differences.numbered import numbered_truces
from tests.analyse.conftest import Bench


def two(bench: Callable[[], Bench], first: str, second: str, parties: str = "Velm Osk") -> Bench:
    made = bench()
    for text, day, named in ((first, "2031-05-02", "Velm Osk"), (second, "2031-05-09", parties)):
        report = made.report(f"{named}: {text}", published=day)
        for name in named.split():
            made.link(report, name)
    return made


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("By my book this is the fourth ceasefire since May.", "The Lisk truce is the third since May."),
        ("Six ceasefires in nine weeks, and no bridge mended.", "The Osk truce was the third of the war."),
        ("Five truces since the floods: who counts them?", "It is the 4th cease-fire of the war."),
        ("The fifth lull in the fighting since May began.", "The truce, by her count, was the fourth since May."),
    ],
)
def test_a_later_report_counts_fewer(bench: Callable[[], Bench], first: str, second: str) -> None:
    (found,) = numbered_truces(two(bench, first, second).view())
    assert found.type == "other count" and len(found.sides) == 2
    assert [side.says.endswith(text) for side, text in zip(found.sides, (first, second), strict=True)] == [True, True]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Lisk truce is the third since May.", "It was the third truce since the spring."),
        ("The Lisk truce is the third since May.", "This is the fourth ceasefire since May."),
        ("The Lisk truce is the third since May.", "There were two ceasefires in six weeks."),
        ("The Lisk truce is the third since May.", "There were 0 truces since May."),
        ("The Lisk truce is the third since May.", "If the second ceasefire since April fails, she will go."),
        ("The Lisk truce is the third since May.", "The second truce flag flew over the mill."),
        ("The Lisk truce is the third since May.", "In the second month of the truce the mill burnt."),
        ("It was the third lull in trading since May.", "The second truce since May began."),
        ("There were four pauses in the hearing since May.", "The second truce since May began."),
    ],
)
def test_one_truce_more_or_no_count_is_no_difference(bench: Callable[[], Bench], first: str, second: str) -> None:
    assert list(numbered_truces(two(bench, first, second).view())) == []


@pytest.mark.parametrize("parties", ["Velm Rau", "Rau Kest"])
def test_truces_of_another_war_are_counted_apart(bench: Callable[[], Bench], parties: str) -> None:
    first, second = "This is the fourth ceasefire since May.", "The truce is the third since May."
    assert list(numbered_truces(two(bench, first, second, parties).view())) == []
