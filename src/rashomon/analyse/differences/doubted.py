"""Findings of rules that the learnt weights do not believe: no two tellings in them are likely of one matter."""

from collections.abc import Callable, Sequence
from itertools import combinations

from rashomon.analyse.differences.heard import of_their_talk
from rashomon.analyse.differences.matter import LIKELY as LIKELY_BESIDE
from rashomon.analyse.differences.matter import matters_of
from rashomon.analyse.differences.recounted import LIKELY, counted_of
from rashomon.analyse.view import View
from rashomon.model.annotation import Figure, Statement
from rashomon.model.finding import Difference
from rashomon.model.text import Span

_TOLD_BESIDE = frozenset({"denials"})
_COUNTED = frozenset({
    "running_totals", "other_counts", "counts_beside", "counts_of_one_event", "own_and_enemy_counts",
    "tolls_of_a_counter", "other_precision",
})  # fmt: skip


def doubt(view: View) -> Callable[[Difference], bool]:
    """A function that says of a finding whether it is by such a rule, and nothing in it likely of one matter.

    Of two reports, and of what stands far apart in one, the weights know nothing, and doubt nothing that rules of
    words say of several reports.
    """

    def doubted(one: Difference) -> bool:
        if one.check in _COUNTED:
            return not _likely_counts(view, one)
        documents = {span.document for side in one.sides for span in side.evidence}
        if one.check not in _TOLD_BESIDE or len(documents) != 1:
            return False
        return not _likely_beside(view, one, documents.pop())

    return doubted


def _likely_beside(view: View, one: Difference, document: str) -> bool:
    """Whether two tellings in two sides of a difference within a report are likely of one matter."""
    matters = matters_of(view)
    return _of_a_talk(view, one) or any(
        _two_sides(one, a.record.evidence, b.record.evidence) and matters.surely(a, b) >= LIKELY_BESIDE
        for a, b in matters.beside_in(document)
    )


def _of_a_talk(view: View, one: Difference) -> bool:
    """Whether in a difference one side of a talk denies what the other told of it, by whatever words."""
    records = [found for side in one.sides for id in side.records if (found := view.by_id.get(id)) is not None]
    denials = [found for found in records if isinstance(found, Statement) and found.act == "deny"]
    return any(of_their_talk(view, told, denial) for denial in denials for told in records if told is not denial)


def _two_sides(one: Difference, a: Sequence[Span], b: Sequence[Span]) -> bool:
    """Whether two tellings stand in two different sides of a difference."""
    first, second = (
        {n for n, side in enumerate(one.sides) for x in side.evidence for y in spans if x.meets(y)} for spans in (a, b)
    )
    return bool(first and second) and len(first | second) > 1


def _likely_counts(view: View, one: Difference) -> bool:
    """Whether of the figures of two sides some two are likely of one thing."""
    counted, order = counted_of(view), view.order
    sides = [[found for id in side.records if isinstance(found := view.by_id.get(id), Figure)] for side in one.sides]
    for some, others in combinations(sides, 2):
        for a in some:
            for b in others:
                first, second = sorted((a, b), key=lambda each: (order[each.document], each.evidence[0].start))
                if counted.surely(first, second) >= LIKELY:
                    return True
    return False
