"""What is not known: what the reports say nobody knows, and what none of them was found to tell.

Undisclosed is another thing (somebody knows and keeps it): see the ledger of figures.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.analyse.figures import Cell, ledger
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View, day
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Annotation
from rashomon.model.text import Document, Span

Gap = Literal["said to be unknown", "own count", "other side's account", "fate", "day of a report"]

_LOSSES = frozenset({"killed", "wounded", "captured", "missing", "equipment"})
_CAMPS = frozenset({"state", "armed group", "armed forces"})
_CALLED = {"phone": "call", "unspecified": "contact"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """One thing not known.

    `records` are ids of the records it rests on, the report's own where nothing else stands
    in its words; `text` says what is missing, in the report's words where it says so itself.
    """

    gap: Gap
    text: str
    records: tuple[str, ...]


def unknowns(view: View) -> list[Unknown]:
    """What is not known in a case, what reports say themselves first."""
    return [*_said(view), *_own_counts(view), *_one_sided(view), *_fates(view), *_undated(view)]


def _said(view: View) -> Iterator[Unknown]:
    """Sentences in which a report says that something is not known or was not checked."""
    here: dict[str, list[Annotation]] = defaultdict(list)
    for one in (*view.statements, *view.events, *view.figures):
        here[one.document].append(one)
    for id, document in view.documents.items():
        for span in _sentences(document):
            inside = [one.id for one in here[id] if any(own.meets(span) for own in one.evidence)]
            yield Unknown(gap="said to be unknown", text=" ".join(span.text.split()), records=tuple(inside[:1] or [id]))


def _sentences(document: Document) -> list[Span]:
    """The sentences that say so, each once, in text order; page furniture is none of the report's words."""
    found = (
        sentence(document, document.span(one.start(), one.end()))
        for pattern in _patterns()
        for one in pattern.finditer(document.text)
        if not any(part.start <= one.start() < part.end for part in document.furniture)
    )
    return sorted(dict.fromkeys(found), key=lambda span: span.start)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one, re.IGNORECASE) for some in lexicon("unknown").values() for one in some)


def _own_counts(view: View) -> Iterator[Unknown]:
    """Losses of a side that only others count."""
    by_side: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in ledger(view):
        camps = (link for link in cell.figures[0].side if _camp(view, link.actor))
        if not cell.background and cell.counts in _LOSSES and any(camps):
            by_side[cell.side, cell.counts].append(cell)
    for (side, counts), cells in by_side.items():
        if not any(_own(view, cell) for cell in cells):
            counters = ", ".join(dict.fromkeys(cell.counter for cell in cells))
            records = tuple(cell.figures[-1].id for cell in cells)
            text = f"{side}: its own count of {counts}; counted by {counters}"
            yield Unknown(gap="own count", text=text, records=records)


def _camp(view: View, actor: str | None) -> bool:
    found = view.actors.get(actor or "")
    return found is not None and found.type in _CAMPS


def _own(view: View, cell: Cell) -> bool:
    """Whether a side counts itself, or keeps its count to itself."""
    return any(
        one.bound == "undisclosed" or _states(view, one.side) & _states(view, one.according_to[:1])
        for one in cell.figures
    )


def _states(view: View, links: Iterable[object]) -> frozenset[str]:
    return frozenset(view.sides.of(actor) for link in links if (actor := getattr(link, "actor", None)))


def _one_sided(view: View) -> Iterator[Unknown]:
    """Contacts of which only one side's account is there."""
    for one in view.world.contacts:
        told = {state for readout in one.readouts for state in _states(view, [readout.by])}
        taking_part = {view.sides.of(link.actor): link for link in one.participants if link.actor}
        silent = [view.name(link) for state, link in taking_part.items() if state not in told]
        if told & taking_part.keys() and silent:
            what = _CALLED.get(one.type, one.type)
            when = day(one.happened) if one.happened.known else "undated"
            says = f"{' and '.join(silent)} {'says' if len(silent) == 1 else 'say'}"
            text = f"{what} of {view.names(one.participants)}, {when}: what {says} of it"
            yield Unknown(gap="other side's account", text=text, records=(one.id,))


def _fates(view: View) -> Iterator[Unknown]:
    """Truces whose end or beginning nobody tells."""
    for one in view.world.truces:
        missing = ["what became of it"] if one.fate == "unknown" else []
        missing += [] if one.agreed else ["on which day it was agreed"]
        if missing and not one.counted_only:
            text = f"truce between {view.names(one.parties)}: {', '.join(missing)}"
            yield Unknown(gap="fate", text=text, records=(one.id,))


def _undated(view: View) -> Iterator[Unknown]:
    """Reports of which it is not known on which day they appeared."""
    for id, document in view.documents.items():
        published = document.published
        if not published.is_day:
            known = f"only {day(published)} is known" if published.known else "nothing is known of it"
            text = f"{view.numbers[id]}: the day on which it appeared; {known}"
            yield Unknown(gap="day of a report", text=text, records=(id,))
