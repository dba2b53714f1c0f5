"""The ledger of figures: by side, what is counted, category, counter and day; nothing is added."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.analyse.timeline import order
from rashomon.analyse.view import View
from rashomon.model.annotation import Figure

_LOSSES = ("killed", "wounded", "captured", "missing", "displaced", "equipment", "troops", "money", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """All that one counter says of one side's losses of one kind, by as-of day.

    Cells of different counters, categories or wars are never added or compared here.
    """

    counts: str
    side: str
    category: str
    counter: str
    background: bool
    figures: tuple[Figure, ...]


def ledger(view: View) -> list[Cell]:
    """The cells of the ledger: the present conflict first, losses of life first, then by side and counter."""
    cells: dict[tuple[object, ...], list[Figure]] = {}
    for one in view.figures:
        side = view.names(one.side) if one.side else "unspecified"
        key = (one.background, one.counts, side, one.category, view.counter(one.according_to))
        cells.setdefault(key, []).append(one)
    made = [_cell(key, figures) for key, figures in cells.items()]
    return sorted(made, key=lambda cell: (cell.background, _LOSSES.index(cell.counts), cell.side, cell.counter))


def _cell(key: tuple[object, ...], figures: Sequence[Figure]) -> Cell:
    background, counts, side, category, counter = key
    return Cell(
        counts=str(counts),
        side=str(side),
        category=str(category),
        counter=str(counter),
        background=bool(background),
        figures=tuple(sorted(figures, key=lambda one: order(one.as_of))),
    )


def amount(figure: Figure) -> str:
    """A figure's number for a reader: "542", "at least 50", "about 5,000", "undisclosed", its words if vague."""
    low, high = figure.low, figure.high
    if figure.bound == "undisclosed":
        return "undisclosed"
    if low is None and high is None:
        return "“" + " ".join((figure.cue or figure.evidence)[0].text.split()) + "”"
    if low is not None and high is not None and low != high:
        return f"{_number(low)}–{_number(high)}"
    number = _number(low if low is not None else high)
    return number if figure.bound == "exact" else f"{figure.bound} {number}"


def _number(value: float | None) -> str:
    if value is None:
        return "?"
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
