"""The ledger of figures: by side, what is counted, category, counter and day; nothing is added."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.analyse.timeline import order
from rashomon.analyse.view import View, day, quoted
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Figure

_LOSSES = ("killed", "wounded", "captured", "missing", "displaced", "equipment", "troops", "money", "other")


# Of these, numbers of different units are different things: tanks and jets, dollars and crowns.
_BY_UNIT = ("equipment", "money", "other")


# What ends so is told of several as of one.
_OF_SEVERAL = ("s", "craft", "personnel", "artillery", "equipment", "armour", "ammunition", "people")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """All that one counter says of one side's losses of one kind, by as-of day.

    Cells of different counters, categories or wars are never added or compared here. `low`,
    `best` and `high` are one number of the cell each, never a sum; `rule` says in words how
    they were chosen. They are None where the cell's figures leave that end open.
    """

    counts: str
    side: str
    category: str
    counter: str
    background: bool
    figures: tuple[Figure, ...]
    unit: str | None = None
    low: float | None = None
    best: float | None = None
    high: float | None = None
    rule: str = ""


def ledger(view: View) -> list[Cell]:
    """The cells of the ledger: the present conflict first, losses of life first, then by side and counter."""
    if "ledger" not in view.findings:
        view.findings["ledger"] = _cells(view)
    return list(view.findings["ledger"])


def _cells(view: View) -> list[Cell]:
    cells: dict[tuple[object, ...], list[Figure]] = {}
    for one in view.figures:
        side = view.names(one.side) if one.side else "unspecified"
        unit = _unit(one)
        key = (one.background, one.counts, side, one.category, view.counter(one.according_to), unit)
        cells.setdefault(key, []).append(one)
    made = [_cell(key, figures) for key, figures in cells.items()]
    return sorted(made, key=lambda cell: (cell.background, _LOSSES.index(cell.counts), cell.side, cell.counter))


def things(one: Figure) -> str:
    """What a figure is a number of, for a reader, after that number: "killed", "3 batteries", "1 tank"."""
    what = _unit(one)
    return one.counts if what is None else what if one.low == one.high == 1 else several(what)


def several(noun: str) -> str:
    """A noun for several of what it names; one that is no plain English word, or a plural already, as it is.

    >>> several("battery"), several("gun"), several("aircraft"), several("US dollars")
    ('batteries', 'guns', 'aircraft', 'US dollars')
    """
    if not noun.isascii() or noun.endswith(_OF_SEVERAL) or not noun[-1:].isalpha() or noun.isupper():
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("x", "z", "ch", "sh")) else "s")


def _unit(one: Figure) -> str | None:
    return one.unit if one.counts in _BY_UNIT else None


def _cell(key: tuple[object, ...], figures: Sequence[Figure]) -> Cell:
    background, counts, side, category, counter, unit = key
    ordered = tuple(sorted(figures, key=_place))
    low, best, high, rule = _range(ordered)
    return Cell(
        counts=str(counts),
        side=str(side),
        category=str(category),
        counter=str(counter),
        background=bool(background),
        figures=ordered,
        unit=str(unit) if unit is not None else None,
        low=low,
        best=best,
        high=high,
        rule=rule,
    )


def _place(figure: Figure) -> tuple[bool, object]:
    """The place of a figure among those of its cell: by day; a day before, known only by a change, goes first."""
    before = figure.rule == _CHANGE and not figure.as_of.known
    return not before, order(figure.as_of)


def _range(figures: Sequence[Figure]) -> tuple[float | None, float | None, float | None, str]:
    """The low, best and high number of one counter's figures in order of their days, and the rule that gave them.

    Losses only grow: the latest day's numbers stand, and the largest of that day, of
    which the others are parts. A number told firmly goes before "about" and "at least", and
    these before a vague word, which is read as its range in the lexicon.
    """
    told = [one for one in figures if one.bound != "undisclosed"]
    told = [one for one in told if one.rule != _CHANGE] or told  # what a change derives is the day before
    if not told:
        return None, None, None, "undisclosed"
    last = [one for one in told if order(one.as_of) == order(told[-1].as_of)]
    firmest = min(_FIRMNESS[one.bound] for one in last)
    best = max(
        (one for one in last if _FIRMNESS[one.bound] == firmest), key=lambda one: _ends(one)[0] or _ends(one)[1] or 0
    )
    low, high = _ends(best)
    if best.bound == "vague" and low is None:
        return None, None, None, "a word without a range"
    rule = f"{_CHOSEN[best.bound]}" if len(told) == 1 else f"{_CHOSEN[best.bound]}, the largest of the latest day"
    return low, _middle(best), high, rule if len(told) == 1 else f"{rule} ({len(told)} numbers)"


_CHANGE = "figure: change"
_FIRMNESS = {"exact": 0, "about": 1, "at least": 2, "at most": 2, "vague": 3, "undisclosed": 4}
_CHOSEN = {
    "exact": "as given", "about": "as given, rounded", "at least": "low as given, high open",
    "at most": "high as given, low open", "vague": "range of the word", "undisclosed": "undisclosed",
}  # fmt: skip


def _ends(figure: Figure) -> tuple[float | None, float | None]:
    if figure.bound != "vague":
        return figure.low, figure.high
    said = " ".join((figure.cue or figure.evidence)[0].text.lower().split())
    ranges = lexicon("figures")["vague_ranges"]
    word = max((one for one in ranges if one in said), key=len, default=None)
    return (float(ranges[word][0]), float(ranges[word][1])) if word else (None, None)


def _middle(figure: Figure) -> float | None:
    """The best number: the one given; none for a vague word or the middle of a range."""
    low, high = figure.low, figure.high
    if low is None or high is None:
        return low if low is not None else high
    return low if low == high else None


def amount(figure: Figure) -> str:
    """A figure's number for a reader: "542", "at least 50", "about 5,000", "undisclosed", its words if vague."""
    low, high = figure.low, figure.high
    if figure.bound == "undisclosed":
        return "undisclosed"
    if low is None and high is None:
        return f"“{quoted((figure.cue or figure.evidence)[:1])}”"
    if low is not None and high is not None and low != high:
        return f"{_number(low)}–{_number(high)}"
    number = _number(low if low is not None else high)
    return number if figure.bound == "exact" else f"{figure.bound} {number}"


def counted_on(figure: Figure) -> str:
    """The day up to which a figure counts; the words that name it where nobody knows which day that is."""
    when = figure.as_of
    said = when.basis.split("'")[1] if when.basis.startswith("'") and when.earliest is None else ""
    return f"“{said}”, {day(when)}" if said and when.known else f"“{said}”" if said else day(when)


def _number(value: float | None) -> str:
    if value is None:
        return "?"
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
