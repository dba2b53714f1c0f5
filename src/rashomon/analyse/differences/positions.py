"""Somebody's position that is another one later: told apart from a contradiction between two voices."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from rashomon.analyse.differences.sides import side_of, states
from rashomon.analyse.timeline import order
from rashomon.analyse.topics import Topics
from rashomon.analyse.view import View, day
from rashomon.model.annotation import Position
from rashomon.model.finding import Difference
from rashomon.model.values import When

_AGAINST = frozenset({"rejects", "opposes"})
_FOR = frozenset({"accepts", "supports", "offers"})
_ALIKE = 0.35


def changes_of_position(view: View) -> Iterator[Difference]:
    """One party, one issue, another stance on a later day."""
    topics = Topics(view, view.positions)
    by_holder: dict[str, list[Position]] = defaultdict(list)
    for one in view.positions:
        for holder in sorted(states(view, one.holder)):
            by_holder[holder].append(one)
    for some in by_holder.values():
        against = [one for one in some if one.stance in _AGAINST]
        in_favour = [one for one in some if one.stance in _FOR]
        for a, b in product(against, in_favour):
            if topics.shared(a.id, b.id) and topics.alike(a.id, b.id) >= _ALIKE and _apart(view, a, b):
                yield _difference(view, *sorted((a, b), key=lambda one: order(_when(view, one))))


def _apart(view: View, a: Position, b: Position) -> bool:
    first, second = _when(view, a), _when(view, b)
    return a.document != b.document and (first.before(second) or second.before(first))


def _when(view: View, one: Position) -> When:
    return one.said if one.said.earliest and one.said.latest else view.published(one.document)


def _difference(view: View, former: Position, later: Position) -> Difference:
    return Difference(
        type="change of position",
        topic=f"{view.names(former.holder)}: {' '.join(span.text for span in former.issue)}"[:160],
        sides=(side_of(view, former), side_of(view, later)),
        why=f"The same party on one issue: {former.stance} it ({day(_when(view, former))}), "
        f"{later.stance} it later ({day(_when(view, later))}).",
        check="changes_of_position",
    )
