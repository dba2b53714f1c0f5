"""Each accuses the other of the same thing: in one report, or of one truce in several."""

from collections.abc import Iterator
from itertools import combinations

from rashomon.analyse.differences.sides import side_of, states, topic
from rashomon.analyse.view import View
from rashomon.model.annotation import Statement
from rashomon.model.finding import Difference

# Accusations in one report are of one thing when they stand a paragraph or two apart, in characters.
_NEAR = 600


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
