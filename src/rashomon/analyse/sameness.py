"""How much two tellings of different reports share: the day, who and where, the deed, scarce words, numbers.

A telling is an event or a statement; two of one deed may be of different kinds and under
different types. What they share is weighed by how scarce it is in the case. Two tellings
are of one deed where each is, of all in the other's report, the one most like it, and
nothing speaks against it.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from rashomon.analyse.differences.sides import states
from rashomon.analyse.telling import Told, told_in
from rashomon.analyse.view import View
from rashomon.model.annotation import Event, Statement

Mark: TypeAlias = tuple[str, Hashable]

# What a shared mark of each class counts, times its scarcity in [0, 1]; and what else speaks for and against.
# Started from a logistic regression on 11 learnt dossiers (8,900 pairs, figures too; positives are members of one
# gold corroboration), rounded by hand. With each dossier left out, about half of some 29 new pairs of events and
# statements above 0.2 were right by reading, before the guards of `_may_be_one`; with them it was not measured again.
_WEIGHTS: Mapping[str, float] = {"days": 4.0, "who": 0.75, "acts": 0.5, "stems": 0.3, "numbers": 1.75}
_COVERED = 0.85
_SAME_TYPE = 1.75
_SAME_STATEMENTS = -0.4
_OTHER_KIND = -0.5
_HISTORY = -1.0
_NEGATED = -0.4
_ENOUGH = 3.9
# How much more is asked of a case larger than a small one, for each nat of its tellings; chosen, not yet measured.
_CROWDED = 0.5
_CASE = 300
# Tellings that meet under more keys than this are of what is told every day.
_CROWD = 12
# So many of a telling's marks, the scarcest, are enough to find what shares two of them.
_KEPT = 12
# Rules that tell of a truce as broken.
_BROKEN = "truce broken"
# Types of which one is no other telling of the other: talk of a fight is no fight.
_OPPOSED = (
    {"CONSULT", "ASSAULT"},
    {"REJECT", "AGREE"},
    {"RETREAT", "ASSAULT"},
    {"RETREAT", "MOBILIZE"},
    {"ACCUSE", "ASSAULT"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Two tellings of two reports, and how sure it is that they are of one deed."""

    first: Told
    second: Told
    sure: float


def retold_otherwise(view: View) -> Iterator[tuple[Told, Told]]:
    """Pairs of tellings of two reports that tell of one deed, each the other's likeliest."""
    measure = Sameness(view, told_in(view))
    found = [one for a, b in measure.pairs() if (one := measure.alike(a, b)) is not None]
    best: dict[tuple[str, str], float] = defaultdict(float)
    for one in found:
        for key in _both(one):
            best[key] = max(best[key], one.sure)
    for one in found:
        if one.sure >= measure.enough and all(one.sure >= best[key] for key in _both(one)):
            yield one.first, one.second


def _both(one: Alike) -> tuple[tuple[str, str], tuple[str, str]]:
    """Each telling with the report in which it is looked for."""
    a, b = one.first.record, one.second.record
    return (a.id, b.document), (b.id, a.document)


class Sameness:
    """The tellings of a case, and what pairs of them share."""

    def __init__(self, view: View, told: Sequence[Told]) -> None:
        self._view = view
        self._told = told
        self._counts: Counter[Mark] = Counter(mark for one in told for mark in one.marks)
        self._largest = math.log(1 + max(len(told), _CASE))
        self._scarce = {mark: self._scarcity(mark) for mark in self._counts}
        self._whole = {one.record.id: self._sum("stems", one.stems) for one in told}
        self.enough = _ENOUGH + _CROWDED * math.log(max(1.0, len(told) / _CASE))

    def _scarcity(self, mark: Mark) -> float:
        """How much it tells that two share a mark: near 1 for what no third has, 0 for what all have."""
        return math.log((1 + len(self._told)) / max(2, self._counts[mark])) / self._largest

    def pairs(self) -> Iterator[tuple[Told, Told]]:
        """Pairs of different reports that share two scarce marks, each once; crowded keys are left out."""
        drawers: dict[Hashable, list[int]] = defaultdict(list)
        for n, one in enumerate(self._told):
            for key in self._keys(one):
                drawers[key].append(n)
        seen: set[tuple[int, int]] = set()
        for some in drawers.values():
            for pair in combinations(some, 2) if len(some) <= _CROWD else ():
                a, b = self._told[pair[0]], self._told[pair[1]]
                if a.record.document != b.record.document and pair not in seen:
                    seen.add(pair)
                    yield a, b

    def _keys(self, one: Told) -> Iterator[Hashable]:
        marks = sorted((self._counts[mark], str(mark), mark) for mark in one.marks if self._counts[mark] > 1)
        return combinations((mark for *_, mark in sorted(marks[:_KEPT], key=lambda each: each[1])), 2)

    def alike(self, a: Told, b: Told) -> Alike | None:
        """Two tellings with how much speaks for one deed; None where something forbids it."""
        if not _may_be_one(self._view, a, b):
            return None
        sure = math.fsum(weight * self._shared(a, b, name) for name, weight in _WEIGHTS.items())
        least = min(self._whole[a.record.id], self._whole[b.record.id])
        sure += _COVERED * self._shared(a, b, "stems") / least if least else 0.0
        return Alike(first=a, second=b, sure=sure + _kinds(a, b))

    def _shared(self, a: Told, b: Told, name: str) -> float:
        return self._sum(name, getattr(a, name) & getattr(b, name))

    def _sum(self, name: str, marks: Iterable[Hashable]) -> float:
        """How much marks of one class tell together, whatever their order."""
        return math.fsum(self._scarce[name, mark] for mark in marks)


def _kinds(a: Told, b: Told) -> float:
    """What the kinds of two tellings speak for or against their being one."""
    one, other = a.record, b.record
    sure = _NEGATED if a.negated != b.negated else 0.0
    if isinstance(one, Event) and isinstance(other, Event):
        sure += _SAME_TYPE if one.type == other.type else 0.0
        return sure + (_HISTORY if one.background != other.background else 0.0)
    return sure + (_SAME_STATEMENTS if isinstance(one, Statement) and isinstance(other, Statement) else _OTHER_KIND)


def _may_be_one(view: View, a: Told, b: Told) -> bool:
    """Whether nothing forbids it: other days, others who did it, a truce kept and a truce broken."""
    if not a.when.may_meet(b.when) or (a.days and b.days and not a.days & b.days):
        return False
    if not (a.who & b.who or a.stems & b.stems):
        return False
    one, other = a.record, b.record
    if not isinstance(one, Event) or not isinstance(other, Event):
        return a.negated == b.negated
    if (_BROKEN in one.rule) != (_BROKEN in other.rule) or {one.type, other.type} in _OPPOSED:
        return False
    return not _parted(view, one, other)


def _parted(view: View, a: Event, b: Event) -> bool:
    doers = states(view, a.initiators), states(view, b.initiators)
    return bool(doers[0] and doers[1] and not doers[0] & doers[1])
