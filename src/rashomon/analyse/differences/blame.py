"""Each accuses the other of the same thing: in one report, or of one truce in several."""

from collections.abc import Iterator
from itertools import combinations

from rashomon.analyse.differences.sides import side_of, states, topic
from rashomon.analyse.view import View
from rashomon.model.annotation import Annotation, Event, Statement
from rashomon.model.finding import Difference
from rashomon.model.text import Document

# Accusations in one report are of one thing when they stand a paragraph or two apart, in characters.
_NEAR = 600
_TOLD = frozenset({"attributed", "alleged"})


def blame(view: View) -> Iterator[Difference]:
    """Each accuses the other of the same kind of thing; none of it is a fact by that."""
    told: set[frozenset[str]] = set()
    for first, second in _pairs(view):
        if frozenset((first.id, second.id)) in told or not _mutual(view, first, second):
            continue
        told.add(frozenset((first.id, second.id)))
        yield Difference(
            type="mutual blame",
            topic=topic(first),
            sides=(side_of(view, first), side_of(view, second)),
            why=f"Accusations point both ways: {view.names(first.speaker)} at "
            f"{view.names(first.accused)}, {view.names(second.speaker)} at {view.names(second.accused)}.",
            check="blame",
        )


def first_shots(view: View) -> Iterator[Difference]:
    """Each says the other opened fire, or broke the truce: two accounts of one breach, told side by side."""
    by_report: dict[str, list[Event]] = {}
    for one in view.events:
        if one.type == "ASSAULT" and not one.background and one.status in _TOLD and len(one.according_to) > 1:
            by_report.setdefault(one.document, []).append(one)
    for document, some in by_report.items():
        for first, second in combinations(some, 2):
            near = _near(first, second) and _of_a_breach(view.documents[document], first, second)
            if near and _each_by_the_other(view, first, second):
                yield Difference(
                    type="mutual blame",
                    topic=topic(first),
                    sides=(side_of(view, first), side_of(view, second)),
                    why=f"{view.counter(first.according_to)} says {view.names(first.initiators)} did it, "
                    f"{view.counter(second.according_to)} says {view.names(second.initiators)} did.",
                    check="first_shots",
                )


def _near(a: Annotation, b: Annotation) -> bool:
    return abs(a.evidence[0].start - b.evidence[0].start) < _NEAR


def _of_a_breach(document: Document, *events: Event) -> bool:
    """Whether the sentences of events, or the one before, speak of a truce or of who was first."""
    first = min(one.evidence[0].start for one in events)
    last = max(one.evidence[0].end for one in events)
    said = document.text[max(0, first - _NEAR) : last].casefold().replace("-", "")
    return any(word in said for word in ("truce", "ceasefire", "armistice", "first"))


def _each_by_the_other(view: View, first: Event, second: Event) -> bool:
    tellers = [states(view, one.according_to[:1]) for one in (first, second)]
    doers = [states(view, one.initiators) for one in (first, second)]
    return bool(tellers[0] & doers[1] and tellers[1] & doers[0] and not tellers[0] & tellers[1])


def _pairs(view: View) -> Iterator[tuple[Statement, Statement]]:
    """Accusations that can be of one thing, two by two: near in one report, or of one truce."""
    by_report: dict[str, list[Statement]] = {}
    for one in view.statements:
        if one.act == "accuse" and one.speaker and one.accused:
            by_report.setdefault(one.document, []).append(one)
    for some in by_report.values():
        yield from ((a, b) for a, b in combinations(some, 2) if abs(a.evidence[0].start - b.evidence[0].start) < _NEAR)
    for truce in view.world.truces:
        charges = [view.by_id[one.statement] for one in truce.blamed if one.statement in view.by_id]
        yield from combinations([one for one in charges if isinstance(one, Statement)], 2)


def _mutual(view: View, first: Statement, second: Statement) -> bool:
    """Whether two accusations point at each other, at each other's state at least."""
    return bool(
        states(view, first.speaker) & states(view, second.accused)
        and states(view, second.speaker) & states(view, first.accused)
        and not states(view, first.speaker) & states(view, second.speaker)
    )
