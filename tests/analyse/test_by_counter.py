"""Who counts one side's losses, and which counts are set against each other."""

from collections.abc import Callable

import pytest

from rashomon.analyse.differences.breaches import breaches_counted
from rashomon.analyse.differences.by_counter import by_counter
from rashomon.analyse.differences.counts import other_counts, running_totals
from rashomon.analyse.differences.tallies import other_precision
from rashomon.model.annotation import Figure
from tests.analyse.conftest import Bench
from tests.analyse.test_counts import count


@pytest.fixture
def made(bench: Callable[[], Bench]) -> Bench:
    return bench()


def dead(made: Bench, day: str, number: int, by: str, *, type: str = "state", side: str = "Velm") -> Figure:
    """A report of one sentence, by which somebody puts a side's toll at a number."""
    report = made.report(f"{by} put the toll of {side} at {number} dead.", outlet=f"Paper {day}", published=day)
    made.link(report, by, type=type)  # type: ignore[arg-type]
    return count(made, report, f"{number} dead", number, day=day, by=by, side=side)


def test_a_voice_of_nobody_known_joins_the_sides_own_count_where_its_number_lies_between(made: Bench) -> None:
    dead(made, "2031-05-02", 14, "Velm")
    dead(made, "2031-05-09", 33, "Colonel Tarn", type="person")
    dead(made, "2031-05-20", 41, "Velm")
    view = made.view()
    found = list(running_totals(view))
    assert [(one.type, len(one.sides)) for one in found] == [("other date", 3)]
    assert found[0].why.startswith("Several voices, none less later")
    assert not list(other_counts(view))


@pytest.mark.parametrize("number", [9, 70, 400])
def test_a_number_that_does_not_lie_between_is_another_count(made: Bench, number: int) -> None:
    dead(made, "2031-05-02", 14, "Velm")
    dead(made, "2031-05-09", number, "Colonel Tarn", type="person")
    dead(made, "2031-05-20", 41, "Velm")
    view = made.view()
    assert [one.type for one in running_totals(view)] == ["other date"]
    assert all(len(one.sides) == 2 for one in running_totals(view))
    assert [one.type for one in other_counts(view)] == ["other count"]


def test_another_partys_number_never_joins_a_sides_own(made: Bench) -> None:
    dead(made, "2031-05-02", 14, "Velm")
    dead(made, "2031-05-09", 33, "Ostria")
    dead(made, "2031-05-20", 41, "Velm")
    view = made.view()
    found = by_counter(view, view.figures)
    assert [one.low for one in found.own] == [14, 41]
    assert [[one.low for one in some] for some in found.others.values()] == [[33]]
    assert not found.fitted


def test_own_and_enemy_counts_are_compared_time_by_time(made: Bench) -> None:
    dead(made, "2031-05-02", 14, "Velm")
    dead(made, "2031-05-03", 90, "Ostria")
    dead(made, "2031-07-20", 61, "Velm")
    dead(made, "2031-07-22", 310, "Ostria")
    found = list(other_counts(made.view()))
    assert [one.why.partition(": ")[2] for one in found] == [
        "The same kind of loss on the same side, by 2 counters: Velm 61; Ostria 310.".partition(": ")[2],
        "The same kind of loss on the same side, by 2 counters: Velm 14; Ostria 90.".partition(": ")[2],
    ]


def test_the_wounded_are_not_told_again_where_the_counters_differ_on_the_dead(made: Bench) -> None:
    dead(made, "2031-05-02", 14, "Velm")
    dead(made, "2031-05-03", 90, "Ostria")
    for by, number in (("Velm", 30), ("Ostria", 210)):
        report = made.report(f"{by} put the toll of Velm at {number} wounded.", published="2031-05-04")
        count(made, report, f"{number} wounded", number, day="2031-05-04", by=by, counts="wounded")
    assert len(list(other_counts(made.view()))) == 1


def breach(made: Bench, day: str, number: int, by: str, side: str, *, type: str = "person") -> None:
    report = made.report(f"{by} said {side} broke the pause {number} times.", outlet=f"P {day} {by}", published=day)
    made.link(report, by, type=type)  # type: ignore[arg-type]
    count(made, report, f"{number} times", number, day=day, by=by, side=side, counts="other", unit="violation")


@pytest.mark.parametrize(
    ("by", "of"),
    [(("Colonel Tarn", "Ostria"), ("Major Oln", "Velm")), (("Ostria", "Velm"), ("Major Oln", "Ostria")),
     (("Velm Staff", "the rebels"), ("Captain Ruk", "Velm")), (("General Command", "Osk"), ("Captain Ruk", "Velm"))],
)  # fmt: skip
def test_two_who_count_breaches_count_each_the_others(made: Bench, by: tuple[str, str], of: tuple[str, str]) -> None:
    breach(made, "2031-05-02", 9, *by)
    breach(made, "2031-05-03", 17, *of)
    found = list(breaches_counted(made.view()))
    assert [one.type for one in found] == ["other count"]
    assert len(found[0].sides) == 2


@pytest.mark.parametrize(
    ("day", "by", "side"),
    [
        ("2031-05-03", "UN observers", "Velm"),
        ("2031-05-03", "Major Oln", "Ostria"),
        ("2031-06-29", "Major Oln", "Velm"),
    ],
)
def test_observers_the_same_violator_and_another_truce_are_no_answer(made: Bench, day: str, by: str, side: str) -> None:
    breach(made, "2031-05-02", 9, "Colonel Tarn", "Ostria")
    breach(made, day, 17, by, side)
    assert not list(breaches_counted(made.view()))


@pytest.mark.parametrize(
    "text",
    [
        "Velm put its own dead by Friday at 41.",
        "Velm lost 41 men up to Friday noon.",
        "Velm cut an estimate of 60 dead to 41 on Friday.",
    ],
)
def test_what_is_counted_up_to_a_day_is_no_count_of_that_day(made: Bench, text: str) -> None:
    first = made.report("Velm said its toll stood at 14 soldiers killed.", published="2031-05-02")
    second = made.report(text, published="2031-05-10")
    count(made, first, "14 soldiers killed", 14, by="Velm", day="2031-05-02")
    count(made, second, "41", 41, by="Velm", day="2031-05-09")
    assert [one.type for one in running_totals(made.view())] == ["other date"]


@pytest.mark.parametrize("number", [20, 33, 80])
def test_an_organisation_that_counts_for_no_side_never_joins_a_sides_own(made: Bench, number: int) -> None:
    dead(made, "2031-05-02", 14, "Velm")
    dead(made, "2031-05-09", number, "Lantern Relief", type="organisation")
    found = by_counter(made.view(), made.view().figures)
    assert [one.low for one in found.own] == [14]
    assert not found.fitted
    assert [one.type for one in other_counts(made.view())] == ["other count"]


@pytest.mark.parametrize(
    ("by", "type"),
    [
        ("Colonel Oln of the observers", "person"),
        ("Lantern Watch", "organisation"),
        ("The Truce Supervision Headquarters", "organisation"),
    ],
)
def test_who_watches_a_truce_is_no_side_of_it(made: Bench, by: str, type: str) -> None:
    breach(made, "2031-05-02", 9, "Ostria", "Velm", type="state")
    breach(made, "2031-05-03", 17, by, "Ostria", type=type)
    assert not list(breaches_counted(made.view()))


@pytest.mark.parametrize(("day", "second"), [("2031-05-03", "Ostria"), ("2031-06-03", "Ostria")])
def test_a_round_number_of_another_side_is_no_retelling(made: Bench, day: str, second: str) -> None:
    first = made.report("Over 200 killed and wounded of Velm, it says.", published="2031-05-02")
    other = made.report(f"It tells of 200 killed and wounded of {second}.", published=day)
    count(made, first, "Over 200", 200, high=None, bound="at least", counts="killed", side="Velm")
    count(made, other, "200", 200, counts="killed", side=second)
    assert not list(other_precision(made.view()))
