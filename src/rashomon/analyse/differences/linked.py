"""Figures of a large case that rules may compare: those that by the learnt weights and by their days can be of one."""

from collections.abc import Sequence

from rashomon.analyse.differences.counted import of_one_time
from rashomon.analyse.differences.large import is_large
from rashomon.analyse.differences.recounted import LINKED, counted_of
from rashomon.analyse.view import View
from rashomon.model.annotation import Figure

# Why not any: of 33 groups of one side's losses in 773 reports (up to 50 counters: whole wars beside single shells,
# and what readers comment) hardly one was of one thing.


def of_one_thing(view: View, group: Sequence[Figure]) -> list[list[Figure]]:
    """Figures in the parts of which each can count what another of its part does; all of a small case are one part."""
    if not is_large(view):
        return [list(group)]
    here = {one.id: one for one in group}
    likely = _links(view)
    parts: list[list[Figure]] = []
    left = dict.fromkeys(here)
    while left:
        part, reached = set[str](), [next(iter(left))]
        while reached:
            id = reached.pop()
            part.add(id)
            left.pop(id, None)
            reached += (likely.get(id, set()) & left.keys()) - part
        parts.append([one for one in group if one.id in part])
    return parts


def may_be_one(view: View, a: Figure, b: Figure) -> bool:
    """Whether two figures may be compared: in a small case any, in a large one those that can count one thing."""
    return not is_large(view) or b.id in _links(view).get(a.id, ())


def _links(view: View) -> dict[str, set[str]]:
    if "linked figures" not in view.findings:
        known = view.findings["linked figures"] = dict[str, set[str]]()
        for sure, a, b in counted_of(view).sure:
            if sure >= LINKED and of_one_time(view, a, b):
                known.setdefault(a.id, set()).add(b.id)
                known.setdefault(b.id, set()).add(a.id)
    found: dict[str, set[str]] = view.findings["linked figures"]
    return found
