"""What changed between two days: what appeared, was denied, revised, corroborated, collapsed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from rashomon.analyse.differences import differences
from rashomon.analyse.figures import amount, ledger, several
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.timeline import Entry, timeline
from rashomon.analyse.view import View, day, nested, quoted
from rashomon.model.finding import Difference
from rashomon.model.world import Truce

ChangeKind = Literal["report", "appeared", "corroborated", "denied", "revised", "truce", "disputed"]
ORDER: tuple[ChangeKind, ...] = ("report", "appeared", "corroborated", "denied", "revised", "truce", "disputed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is known now and was not before; `record` is the id of what it is about."""

    kind: ChangeKind
    text: str
    record: str


def replay(before: View, after: View) -> list[Change]:
    """What the later view of a case knows and the earlier one did not, in the order of `ORDER`.

    Args:
        before: the case as known on the first day.
        after: the same case as known on a later day.
    """
    changes = [
        *_reports(before, after), *_happenings(before, after), *_figures(before, after), *_truces(before, after),
        *_disputes(before, after),
    ]  # fmt: skip
    once: dict[tuple[ChangeKind, str], Change] = {}
    for one in changes:  # one sentence may tell two things in the same words
        once.setdefault((one.kind, one.text), one)
    return sorted(once.values(), key=lambda one: ORDER.index(one.kind))


def _reports(before: View, after: View) -> Iterator[Change]:
    for id, document in after.documents.items():
        if id not in before.documents:
            title = document.title or document.source
            uncertain = "" if document.published.is_day else f" (published {day(document.published)})"
            yield Change(kind="report", text=f"{document.outlet or 'outlet unknown'}: {title}{uncertain}", record=id)


def _happenings(before: View, after: View) -> Iterator[Change]:
    """Entries of the timeline that are new, that more sources tell, or that somebody denies now."""
    known = {event: entry for entry in timeline(before) for event in entry.happening.events}
    for entry in timeline(after):
        former = next((known[event] for event in entry.happening.events if event in known), None)
        said = _told(after, entry)
        if former is None:
            yield Change(kind="appeared", text=said, record=entry.happening.id)
            continue
        was, now = former.happening.independent_sources, entry.happening.independent_sources
        if now > was:
            yield Change(kind="corroborated", text=f"{now} independent sources ({was} before): {said}",
                         record=entry.happening.id)  # fmt: skip
        if denied := [one for one in entry.denied_by if one not in former.denied_by]:
            yield Change(kind="denied", text=f"denied by {', '.join(denied)}: {said}", record=entry.happening.id)


def _told(view: View, entry: Entry) -> str:
    words = quoted([sentence(view.documents[entry.event.document], entry.event.evidence[0])])
    when = entry.happening.happened
    return f"{day(when) if when.known else 'undated'}: “{nested(words)}” (told by {', '.join(entry.told_by)})"


def _figures(before: View, after: View) -> Iterator[Change]:
    """Cells of the ledger whose last number is another now; a first number is one too."""
    known = _last(before)
    for cell, (number, record) in _last(after).items():
        former = known.get(cell)
        if former is None or former[0] != number:
            was = f" (was {former[0]})" if former else ""
            yield Change(kind="revised", text=f"{_counted(*cell[:3])}, by {cell[3]}: {number}{was}",
                         record=record)  # fmt: skip


def _counted(side: str, what: str, category: str) -> str:
    """What a cell counts ("Ombar civilian killed")."""
    return " ".join(filter(None, ("side not said:" if side == "unspecified" else side, category, what)))


def _last(view: View) -> Mapping[tuple[str, ...], tuple[str, str]]:
    """The last number of each cell of this conflict and its id, by side, what is counted, category and counter."""
    return {
        (
            cell.side, several(cell.unit) if cell.unit else cell.counts,
            "" if cell.category == "unspecified" else cell.category, cell.counter,
        ): (amount(cell.figures[-1]), cell.figures[-1].id)
        for cell in ledger(view) if not cell.background
    }  # fmt: skip


def _truces(before: View, after: View) -> Iterator[Change]:
    known = {member: truce for truce in before.world.truces for member in truce.members}
    for truce in after.world.truces:
        former = next((known[member] for member in truce.members if member in known), None)
        if former is None or former.fate != truce.fate:
            was = f" (was {former.fate})" if former else " (new)"
            fate = "fate unknown" if truce.fate == "unknown" else truce.fate
            yield Change(kind="truce", text=f"{_called(after, truce)}: {fate}{was}", record=truce.id)


def _called(view: View, truce: Truce) -> str:
    if truce.parties:
        return f"truce between {view.names(truce.parties)}"
    return "a truce known only from a count" if truce.counted_only else "a truce whose parties are not told"


def _disputes(before: View, after: View) -> Iterator[Change]:
    known: dict[tuple[str, int, int], list[frozenset[tuple[str, int, int]]]] = {}
    for one in differences(before):
        if former := _evidence(one):
            known.setdefault(min(former), []).append(former)
    for one in differences(after):
        now = _evidence(one)
        if not any(former <= now for place in now for former in known.get(place, ())):
            yield Change(kind="disputed", text=f"{one.type}: {one.topic} — {one.why}", record=one.id)


def _evidence(one: Difference) -> frozenset[tuple[str, int, int]]:
    spans: Iterable[tuple[str, int, int]] = (
        (span.document, span.start, span.end) for side in one.sides for span in side.evidence
    )
    return frozenset(spans)
