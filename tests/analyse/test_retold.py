"""A bounded count of dead and wounded together that loses its bound where it is told again."""

from collections.abc import Callable

import pytest

from rashomon.analyse.differences.tallies import other_precision
from tests.analyse.conftest import Bench
from tests.analyse.test_counts import count


@pytest.fixture
def made(bench: Callable[[], Bench]) -> Bench:
    return bench()


@pytest.mark.parametrize(
    ("first", "words", "later", "again"),
    [
        ("Ostria said at least 60 men were killed or wounded.", "at least 60 men",
         "The paper wrote of 60 killed and wounded.", "60 killed and wounded"),
        ("They put out of action no fewer than 60 raiders, killed or wounded.", "no fewer than 60 raiders",
         "Ostria gave 60 men dead and injured in May.", "60 men dead and injured"),
        ("The raid cost Velm over 60 people killed, wounded or taken.", "over 60 people",
         "60 dead and wounded of Velm lay there, said Ostria.", "60 dead and wounded"),
    ],
)  # fmt: skip
def test_a_bound_is_lost_in_the_retelling(made: Bench, first: str, words: str, later: str, again: str) -> None:
    one = made.report(first, published="2031-05-02")
    count(made, one, words, 60, high=None, bound="at least", side="Velm", day="2031-05-01", counts="other", unit="man")
    two = made.report(later, published="2031-05-30")
    count(made, two, again, 60, side="Ostria", day="2031-05-29", counts="other", unit="casualty")
    assert [one.type for one in other_precision(made.view())] == ["other precision"]


@pytest.mark.parametrize(
    ("first", "low", "later", "number"),
    [
        ("At least 60 men were killed. The wounded went home.", 60, "60 dead and wounded lay there.", 60),
        ("At least 60 men were killed or wounded.", 60, "70 dead and wounded lay there.", 70),
        ("At least 20 men were killed or wounded.", 20, "20 dead and wounded lay there.", 20),
    ],
)
def test_other_numbers_few_and_the_dead_alone_are_not_retold(
    made: Bench, first: str, low: int, later: str, number: int
) -> None:
    one = made.report(first, published="2031-05-02")
    words = first[: first.index(" were")]
    count(made, one, words, low, high=None, bound="at least", day="2031-05-01", counts="killed", unit="man")
    two = made.report(later, published="2031-05-30")
    count(made, two, later[: later.index(" lay")], number, day="2031-05-29", counts="other", unit="casualty")
    assert not list(other_precision(made.view()))
