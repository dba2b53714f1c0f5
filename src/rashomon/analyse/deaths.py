"""Which happenings killed, and how many: numbers that are told of the very deed, never tolls of a war."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.analyse.surroundings import sentence
from rashomon.analyse.timeline import TOLD
from rashomon.analyse.view import View
from rashomon.model.annotation import Event, Figure
from rashomon.model.text import Span
from rashomon.model.world import Happening

_TOLL = "figure: toll"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lethal:
    """A happening that killed, by the figures told of it.

    `low` and `high` are the least and the most that anybody counts, None where that end is
    open; `best` is the number of the figure `chosen`; `rule` says in words how they came about.
    """

    happening: Happening
    event: Event
    figures: tuple[Figure, ...]
    chosen: Figure
    low: float | None
    best: float
    high: float | None
    rule: str


def lethal(view: View) -> list[Lethal]:
    """The happenings of the present conflict that some voice says killed, with their numbers, by time of telling."""
    if "lethal" not in view.findings:
        view.findings["lethal"] = list(_lethal(view))
    return list(view.findings["lethal"])


def _lethal(view: View) -> Iterator[Lethal]:
    counted = _by_event(view)
    for happening in view.world.happenings:
        events = [view.events_by_id[id] for id in happening.events if id in counted]
        figures = {one.id: one for event in events for one in counted[event.id]}
        if figures:
            yield _estimate(view, happening, events[0], tuple(figures.values()))


def _by_event(view: View) -> dict[str, list[Figure]]:
    """The killed that are told of each event, by its id."""
    events: defaultdict[str, list[Event]] = defaultdict(list)
    for event in view.events:
        if event.type == "ASSAULT" and event.status in TOLD and not event.background:
            events[event.document].append(event)
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in view.figures:
        if figure.counts == "killed" and not figure.background and (figure.low or figure.high):
            told = _of(view, figure, events[figure.document])
            if told is not None:
                found[told.id].append(figure)
    return found


def _of(view: View, figure: Figure, events: Sequence[Event]) -> Event | None:
    """The event whose own words the figure stands in, or whose toll it is; None where that is not plain."""
    told = [event for event in events if _meet((*event.cue, *_victims(event)), figure.evidence)]
    if not told and figure.rule == _TOLL:
        around = sentence(view.documents[figure.document], figure.evidence[0])
        told = [event for event in events if _meet(event.cue or event.evidence, (around,))]
    return told[0] if len(told) == 1 else None


def _victims(event: Event) -> Iterator[Span]:
    yield from (link.span for link in event.recipients if link.span)


def _meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.meets(other) for one in some for other in others)


def _estimate(view: View, happening: Happening, event: Event, figures: Sequence[Figure]) -> Lethal:
    """Low and high over all counters; best is what most of them say, then the firmer, then the lower number."""
    lows = [one.low for one in figures]
    highs = [one.high for one in figures]
    voices: defaultdict[float, set[str]] = defaultdict(set)
    for one in figures:
        voices[_number(one)].add(view.counter(one.according_to))
    chosen = min(figures, key=lambda one: (-len(voices[_number(one)]), one.bound != "exact", _number(one)))
    counters = {name for names in voices.values() for name in names}
    return Lethal(
        happening=happening,
        event=event,
        figures=tuple(figures),
        chosen=chosen,
        low=min((one for one in lows if one is not None), default=None),
        best=_number(chosen),
        high=None if None in highs else max((one for one in highs if one is not None), default=None),
        rule=_rule(len(voices), len(counters), chosen),
    )


def _number(figure: Figure) -> float:
    """The number of a figure that has one: its low end, which is what it says is certain."""
    return figure.low if figure.low is not None else figure.high or 0


def _rule(numbers: int, counters: int, chosen: Figure) -> str:
    said = "as given" if chosen.bound == "exact" else f"as given, {chosen.bound}"
    by = f"by {counters} {'counter' if counters == 1 else 'counters'}"
    if numbers == 1:
        return f"one number, {by}; best {said}"
    return (
        f"{numbers} numbers {by}; low the least, high the most, "
        f"best what most counters say, then the firmer, then the lower; {said}"
    )
