"""Charts as numbers for a template to draw: places on a canvas, nothing measured anew.

A chart is SVG that the server writes, so that it needs no script, prints, and can be read where colours cannot.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.analyse.figures import Cell, amount, counted_on, ledger, several
from rashomon.analyse.timeline import Entry, timeline
from rashomon.analyse.view import View
from rashomon.model.annotation import Figure
from rashomon.model.values import When

WIDTH, HEIGHT = 540, 210
STRIP_WIDTH, STRIP_HEIGHT = 1000, 104
_LEFT, _RIGHT, _TOP, _BOTTOM = 54, 14, 14, 30
# Further days than these a chart does not show: a year or more away from the others' middle is another war's.
_FAR = 400
_TICKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A label on an axis and its place."""

    at: float
    text: str
    iso: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure: `x`/`width` the days it may stand for, `low`/`high` its numbers; None is an open end."""

    figure: Figure
    x: float
    x_from: float
    x_to: float
    y: float
    low: float | None
    high: float | None
    open_up: bool
    open_down: bool
    undisclosed: bool
    words: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What one counter says, by day; `number` tells the series apart in shape and colour."""

    counter: str
    number: int
    points: tuple[Point, ...]
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """All counters' figures of one side's losses of one kind; `undated` have no place on it."""

    title: str
    side: str
    what: str
    series: tuple[Series, ...]
    days: tuple[Tick, ...]
    amounts: tuple[Tick, ...]
    undated: tuple[Figure, ...]
    cells: tuple[Cell, ...]
    width: int = WIDTH
    height: int = HEIGHT
    base: int = HEIGHT - _BOTTOM

    @property
    def told(self) -> int:
        """How many numbers are on it."""
        return sum(not point.undisclosed for one in self.series for point in one.points)


def charts_of(view: View, *, background: bool = False) -> list[Chart]:
    """The charts of a case's ledger, of this conflict or also of history; made once a view."""
    kept = f"charts, background {background}"
    if kept not in view.findings:
        view.findings[kept] = charts(one for one in ledger(view) if background or not one.background)
    return list(view.findings[kept])


def charts(cells: Iterable[Cell]) -> list[Chart]:
    """A chart for each side, kind of loss, category and unit, in the ledger's order."""
    groups: dict[tuple[str, str, str, str | None], list[Cell]] = {}
    for cell in cells:
        groups.setdefault((cell.counts, cell.side, cell.category, cell.unit), []).append(cell)
    return [_chart(some) for some in groups.values()]


def _chart(cells: Sequence[Cell]) -> Chart:
    first = cells[0]
    side = "Side not said" if first.side == "unspecified" else first.side
    counted = several(first.unit) if first.unit else first.counts
    what = " ".join(filter(None, (first.category if first.category != "unspecified" else "", counted)))
    figures = [one for cell in cells for one in cell.figures]
    placed = _near([one for one in figures if one.as_of.known])
    ids = {one.id for one in placed}
    across = _Days([one.as_of for one in placed])
    top = max((n for one in placed for n in (one.low, one.high) if n is not None), default=1.0) or 1.0
    series = tuple(_series(cell, number, across, top, ids) for number, cell in enumerate(cells, start=1))
    return Chart(
        title=f"{side}: {what}",
        side=side,
        what=what,
        series=tuple(one for one in series if one.points),
        days=across.ticks(),
        amounts=tuple(_amounts(top)),
        undated=tuple(one for one in figures if one.id not in ids),
        cells=tuple(cells),
    )


def _near(figures: Sequence[Figure]) -> list[Figure]:
    """Those that lie near the middle one in time, so that one old number does not press all others together."""
    days = sorted(day for one in figures if (day := one.as_of.last_day or one.as_of.first_day))
    if not days:
        return []
    middle = days[len(days) // 2]
    return [
        one for one in figures if abs(((one.as_of.last_day or one.as_of.first_day or middle) - middle).days) <= _FAR
    ]


class _Days:
    """From days to places across a chart."""

    def __init__(self, whens: Iterable[When], *, left: int = _LEFT, width: int = WIDTH) -> None:
        self._left, self._width = left, width - left - _RIGHT
        ends = [day for one in whens for day in (one.first_day, one.last_day) if day]
        self.first = min(ends, default=date(2000, 1, 1))
        self.last = max(ends, default=date(2000, 1, 1))
        if (self.last - self.first).days < 6:
            self.first, self.last = _moved(self.first, -3), _moved(self.last, 3)

    def at(self, day: date) -> float:
        span = (self.last - self.first).days or 1
        return round(self._left + (day - self.first).days / span * self._width, 1)

    def ticks(self) -> tuple[Tick, ...]:
        """Days at even distances; with their year where the chart spans several."""
        span = (self.last - self.first).days
        step = -(-span // _TICKS)
        days = [self.first + timedelta(days=n) for n in range(0, span + 1, step)]
        month = "%b" if self.first.year == self.last.year else "%b %Y"
        return tuple(Tick(at=self.at(one), text=f"{one.day} {one:{month}}", iso=one.isoformat()) for one in days)


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _y(value: float, top: float) -> float:
    return round(HEIGHT - _BOTTOM - value / top * (HEIGHT - _BOTTOM - _TOP), 1)


def _amounts(top: float) -> Iterable[Tick]:
    step = _round_step(top / 4)
    value = 0.0
    while value <= top:
        yield Tick(at=_y(value, top), text=_short(value) if step >= 1 else f"{value:g}")
        value += step


def _short(value: float) -> str:
    """A number for an axis, in the room that it has there.

    >>> _short(2_500_000)
    '2.5m'
    """
    for least, unit, letter in ((1e9, 1e9, "bn"), (1e6, 1e6, "m"), (1e5, 1e3, "k")):
        if value >= least:
            return f"{value / unit:,g}{letter}"
    return f"{value:,.0f}"


def _round_step(rough: float) -> float:
    size = 10.0 ** (len(str(int(rough))) - 1) if rough >= 1 else 0.5
    return next((n * size for n in (1, 2, 5, 10) if n * size >= rough), size * 10)


def _series(cell: Cell, number: int, across: _Days, top: float, placed: set[str]) -> Series:
    points = tuple(_point(one, across, top) for one in cell.figures if one.id in placed)
    told = [one for one in points if not one.undisclosed]
    return Series(
        counter=cell.counter,
        number=(number - 1) % 6 + 1,
        points=points,
        line=" ".join(f"{one.x},{one.y}" for one in told) if len(told) > 1 else "",
    )


def _point(one: Figure, across: _Days, top: float) -> Point:
    last = one.as_of.last_day or one.as_of.first_day or across.last
    first = one.as_of.first_day or last
    low, high = one.low, one.high
    best = high if low is None else low if high is None else (low + high) / 2
    return Point(
        figure=one,
        x=across.at(last),
        x_from=across.at(first),
        x_to=across.at(last),
        y=_y(best or 0, top),
        low=None if low is None else _y(low, top),
        high=None if high is None else _y(high, top),
        open_up=low is not None and high is None,
        open_down=high is not None and low is None,
        undisclosed=best is None,
        words=amount(one),
        on=counted_on(one),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A day (or some days) of the strip: how many happenings, how many of them disputed."""

    x: float
    width: float
    height: float
    disputed: float
    day: str
    until: str
    count: int
    denied: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The timeline in small: a bar a day, and a tick for each report's publication."""

    bars: tuple[Bar, ...]
    days: tuple[Tick, ...]
    reports: tuple[Tick, ...]
    width: int = STRIP_WIDTH
    height: int = STRIP_HEIGHT


_STRIP = 60
_MOST_BARS = 90


def strip(view: View) -> Strip | None:
    """The strip of the timeline's entries that are known within a week; None where there are none."""
    if "strip" not in view.findings:
        view.findings["strip"] = _strip(timeline(view), view)
    made: Strip | None = view.findings["strip"]
    return made


def _strip(entries: Iterable[Entry], view: View) -> Strip | None:
    dated = [
        (one, one.happening.happened.last_day)
        for one in entries
        if (first := one.happening.happened.first_day)
        and (last := one.happening.happened.last_day)
        and (last - first).days <= 7
    ]
    days = sorted(day for _, day in dated if day)
    if not days:
        return None
    middle = days[len(days) // 2]
    dated = [(one, day) for one, day in dated if day and abs((day - middle).days) <= _FAR]
    published = [(one.last_day, one) for one in (d.published for d in view.documents.values()) if one.is_day]
    whens = [one.happening.happened for one, _ in dated] + [one for _, one in published]
    across = _Days(whens, left=_RIGHT, width=STRIP_WIDTH)
    step = max(1, -(-((across.last - across.first).days + 1) // _MOST_BARS))
    counts, denied = Counter[int](), Counter[int]()
    for one, day in dated:
        place = ((day or middle) - across.first).days // step
        counts[place] += 1
        denied[place] += bool(one.denied_by)
    top = max(counts.values())
    unit = (STRIP_WIDTH - 2 * _RIGHT) / ((across.last - across.first).days + 1)
    bars = tuple(
        Bar(
            x=round(_RIGHT + place * step * unit, 1),
            width=max(2.0, round(step * unit - 1.5, 1)),
            height=round(counts[place] / top * _STRIP, 1),
            disputed=round(denied[place] / top * _STRIP, 1),
            day=_moved(across.first, place * step).isoformat(),
            until=_moved(across.first, place * step + step - 1).isoformat(),
            count=counts[place],
            denied=denied[place],
        )
        for place in sorted(counts)
    )
    reports = tuple(Tick(at=across.at(day), text="", iso=day.isoformat()) for day, _ in published if day)
    return Strip(bars=bars, days=across.ticks(), reports=tuple(dict.fromkeys(reports)))
