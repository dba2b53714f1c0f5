from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.figures import amount, ledger
from rashomon.model.annotation import Figure
from rashomon.model.values import When


def figure(case: Any, document: Any, words: str, **more: Any) -> Figure:
    made = Figure(document=document.id, evidence=(case.words(document, words),), rule="test", **more)
    case.keep(made)
    return made


@pytest.mark.parametrize(
    ("low", "high", "bound", "shown"),
    [
        (542, 542, "exact", "542"),
        (5000, 5000, "about", "about 5,000"),
        (50, None, "at least", "at least 50"),
        (None, 50, "at most", "at most 50"),
        (10, 12, "exact", "10–12"),
        (2.5, 2.5, "exact", "2.5"),
        (None, None, "undisclosed", "undisclosed"),
        (None, None, "vague", "“dozens of men”"),
    ],
)
def test_amounts_as_a_reader_sees_them(
    bench: Callable[[], Any], low: float | None, high: float | None, bound: str, shown: str
) -> None:
    case = bench()
    report = case.report("They lost dozens of men.")
    made = figure(case, report, "dozens of men", counts="killed", low=low, high=high, bound=bound)
    assert amount(made) == shown


def test_counters_sides_and_wars_keep_their_own_cells(bench: Callable[[], Any]) -> None:
    case = bench()
    report = case.report("Osk counts 11 dead. Velm counts 50 dead. In 1970 some 900 died. Osk now counts 13 dead.")
    osk, velm = case.link(report, "Osk"), case.link(report, "Velm")
    march = [When(earliest=f"2031-03-0{n}", latest=f"2031-03-0{n}", granularity="day") for n in (5, 2)]
    late = figure(
        case, report, "13 dead", counts="killed", low=13, high=13, side=(osk,), according_to=(osk,), as_of=march[0]
    )
    early = figure(
        case, report, "11 dead", counts="killed", low=11, high=11, side=(osk,), according_to=(osk,), as_of=march[1]
    )
    figure(case, report, "50 dead", counts="killed", low=50, high=50, side=(osk,), according_to=(velm,))
    figure(case, report, "some 900 died", counts="killed", low=900, high=900, background=True)
    cells = ledger(case.view())
    assert [(cell.side, cell.counter, cell.background, len(cell.figures)) for cell in cells] == [
        ("Osk", "Osk", False, 2),
        ("Osk", "Velm", False, 1),
        ("unspecified", "unknown", True, 1),
    ]
    assert [one.id for one in cells[0].figures] == [early.id, late.id]


def test_a_cell_has_low_best_and_high_of_its_latest_day_and_the_rule(bench: Callable[[], Any]) -> None:
    case = bench()
    report = case.report("Osk counts 11 dead. Osk counts dozens of dead. Osk counts at least 13 dead.")
    osk = case.link(report, "Osk")
    days = [When(earliest=f"2031-03-0{n}", latest=f"2031-03-0{n}", granularity="day") for n in (2, 4)]
    shared = {"counts": "killed", "side": (osk,), "according_to": (osk,)}
    figure(case, report, "11 dead", low=11, high=11, as_of=days[0], **shared)
    figure(case, report, "at least 13 dead", low=13, bound="at least", as_of=days[1], **shared)
    figure(case, report, "dozens of dead", bound="vague", as_of=days[1], **shared)
    (cell,) = ledger(case.view())
    assert (cell.low, cell.best, cell.high) == (13, 13, None)
    assert "3 numbers" in cell.rule


def test_a_vague_word_is_read_as_its_range(bench: Callable[[], Any]) -> None:
    case = bench()
    report = case.report("Dozens of men died.")
    figure(case, report, "Dozens of men", counts="killed", bound="vague")
    (cell,) = ledger(case.view())
    assert (cell.low, cell.best, cell.high) == (12, None, 99)


def test_tanks_and_jets_are_no_one_cell(bench: Callable[[], Any]) -> None:
    case = bench()
    report = case.report("Two tanks and four jets were lost.")
    figure(case, report, "Two tanks", counts="equipment", unit="tank", low=2, high=2)
    figure(case, report, "four jets", counts="equipment", unit="jet", low=4, high=4)
    assert [cell.best for cell in ledger(case.view())] == [2, 4]


@pytest.mark.parametrize(
    ("counter", "bearer"),
    [("General Staff of Chad", "Chad"), ("Defence Ministry of Chad", "Chad"), ("Navy of Chad", "Navy of Chad")],
)
def test_the_losses_of_a_body_that_only_counts_are_its_states(
    bench: Callable[[], Any], counter: str, bearer: str
) -> None:
    case = bench()
    report = case.report(f"The {counter} put its dead at 11. Chad buried them.")
    staff = case.link(report, counter, type="government")
    case.link(report, "Chad buried", name="Chad")
    figure(case, report, "11", counts="killed", low=11, high=11, side=(staff,), according_to=(staff,))
    view = case.view()
    assert [view.names(one.side) for one in view.figures] == [bearer]
