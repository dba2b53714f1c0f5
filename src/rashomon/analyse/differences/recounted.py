"""Figures of several reports that by all they share count one thing: other counters, other days, other precision."""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from functools import cached_property
from itertools import combinations
from typing import TypeAlias

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.differences.counted import (
    ITSELF,
    counter,
    difference,
    listed,
    named,
    one_number,
    party,
    same_party,
    same_people,
    span_of,
    stated,
)
from rashomon.analyse.differences.weights import chance
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.language.lexicon import words
from rashomon.model.annotation import Figure
from rashomon.model.finding import Difference, DifferenceType

Mark: TypeAlias = tuple[str, Hashable]

# How sure it has to be that two figures count one thing, in a small case and in one of more reports than `_LARGE`.
_LEAST = 0.2
_SURE = 0.5
_LARGE = 50
# A mark that more figures bear is no way to find those of one thing.
_CROWD = 20
_LOOSE = frozenset({"about", "at least", "at most", "vague"})
# A round number and one that it rounds.
_NEARLY = 1.25
_LONGEST, _MONTH = 60, 30


def recounted(view: View) -> Iterator[Difference]:
    """One thing counted in two reports, with another number or another precision."""
    figures = Counted(view)
    least = _SURE if len(view.documents) > _LARGE else _LEAST
    sure = [(figures.surely(a, b), a, b) for a, b in figures.pairs()]
    taken: set[str] = set()
    for _, a, b in sorted((one for one in sure if one[0] >= least), key=lambda one: (-one[0], one[1].id, one[2].id)):
        kind = None if taken & {a.id, b.id} else _kind(view, a, b)
        if kind is not None:
            taken |= {a.id, b.id}
            yield difference(view, kind[0], [a, b], "recounted", f"{kind[1]}: {listed([a, b])}.")


class Counted:
    """The figures of a case, what stands around each, and how surely two count one thing."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._sentences = {one.id: sentence(view.documents[one.document], one.evidence[0]).text for one in view.figures}
        self._marks = {one.id: frozenset(self._marks_of(one)) for one in view.figures}
        counts: Counter[Mark] = Counter(mark for some in self._marks.values() for mark in some)
        self._scarce: Mapping[Mark, float] = {
            mark: math.log((1 + len(self._marks)) / count) for mark, count in counts.items()
        }
        self._counts = counts

    def _marks_of(self, one: Figure) -> Iterator[Mark]:
        yield from (("names", name) for name in named(self._view).get(one.id, ()))
        yield from (("side", id) for id in party(self._view, one))
        yield from (("stems", stem) for stem in stems_in(self._sentences[one.id]))
        yield from (("number", number) for number in {one.low, one.high} if number)

    @cached_property
    def _tallied(self) -> frozenset[str]:
        """The figures whose sentences speak of counting."""
        some = words("comparison", "tallying")
        return frozenset(id for id, said in self._sentences.items() if some & set(said.casefold().split()))

    def pairs(self) -> Iterator[tuple[Figure, Figure]]:
        """Figures of one kind of two reports that share a mark which not all bear, each pair once."""
        drawers: dict[Hashable, list[Figure]] = defaultdict(list)
        for one in self._view.figures:
            if stated(one) and one.high != 0:
                for mark in self._marks[one.id]:
                    drawers[one.counts, mark].append(one)
        seen: set[tuple[str, str]] = set()
        for some in drawers.values():
            for a, b in combinations(some, 2) if len(some) <= _CROWD else ():
                if a.document != b.document and (a.id, b.id) not in seen and self._comparable(a, b):
                    seen.add((a.id, b.id))
                    yield a, b

    def _comparable(self, a: Figure, b: Figure) -> bool:
        if a.counts not in ITSELF and None not in (a.unit, b.unit) and a.unit != b.unit:
            return False
        if a.counts not in ITSELF and _number(a) != _number(b) and not self._one_owner(a, b):
            return False  # two sums of money are two sums, as are two numbers of guns
        if a.as_of.is_day and b.as_of.is_day and a.as_of.first_day != b.as_of.first_day:
            return False  # the dead of another day, or a total that `running_totals` follows
        return same_party(self._view, a, b) and same_people(a, b)

    def _one_owner(self, a: Figure, b: Figure) -> bool:
        """Whether both stand beside one name, or are of one party."""
        return any(mark[0] in ("names", "side") for mark in self._marks[a.id] & self._marks[b.id])

    def surely(self, a: Figure, b: Figure) -> float:
        """How surely two figures count one thing and differ: a chance in (0, 1)."""
        return chance("figures", self.clues(a, b))

    def clues(self, a: Figure, b: Figure) -> dict[str, float]:
        """What speaks for and against two figures being of one thing; each as a size."""
        return {**self._numbers(a, b), **self._counters(a, b), **self._around(a, b)}

    def _numbers(self, a: Figure, b: Figure) -> dict[str, float]:
        numbers = sorted((_number(a), _number(b)))
        ratio = numbers[1] / numbers[0] if numbers[0] else 1.0
        same, loose = ratio == 1.0, (a.bound in _LOOSE) != (b.bound in _LOOSE)
        return {
            "ratio": min(3.0, math.log(ratio)),
            "nearly": 1 < ratio < _NEARLY,
            "loose": loose,
            "same number": same,
            "loose, same number": loose and same,
            "scarce number": self._scarce.get(("number", numbers[0]), 0.0) / 5 if same else 0.0,
            "vague": "vague" in (a.bound, b.bound),
        }

    def _counters(self, a: Figure, b: Figure) -> dict[str, float]:
        view = self._view
        own = [not one.according_to or one.according_to[0].document is not None for one in (a, b)]
        one_counter = not any(own) and bool(counter(view, a) & counter(view, b))
        one_side = bool(party(view, a) & party(view, b))
        days = [view.published(one.document).first_day for one in (a, b)]
        gap = min(_LONGEST, abs((days[1] - days[0]).days)) / _MONTH if days[0] and days[1] else 0.0
        return {
            "one side": one_side,
            "one side, other number": one_side and _number(a) != _number(b),
            "sides unknown": sum(not party(view, one) for one in (a, b)),
            "one counter": one_counter,
            "several counters": not any(own) and not one_counter,
            "own": sum(own),
            "one own": own[0] != own[1],
            "gap": gap,
            "one counter, gap": one_counter * gap,
        }

    def _around(self, a: Figure, b: Figure) -> dict[str, float]:
        both = self._marks[a.id] & self._marks[b.id]
        shared = self._weight(both)
        whole = math.sqrt(self._weight(self._marks[a.id]) * self._weight(self._marks[b.id]))
        names = min(2, sum(mark[0] == "names" for mark in both))
        return {
            "names": names,
            "names, other number": names if _number(a) != _number(b) else 0,
            "words": min(4.0, shared / 6),
            "close": shared / whole if whole else 0.0,
            "same unit": a.unit is not None and a.unit == b.unit,
            "losses": a.counts in ITSELF,
            "killed": a.counts == "killed",
            "one category": a.category == b.category != "unspecified",
            "other category": a.category != b.category,
            "same day": a.as_of.is_day and b.as_of.is_day and a.as_of.first_day == b.as_of.first_day,
            "other day": not a.as_of.may_meet(b.as_of),
            "history": a.background + b.background,
            "one of history": a.background != b.background,
            "tallied": sum(one.id in self._tallied for one in (a, b)),
        }

    def _weight(self, marks: frozenset[Mark]) -> float:
        """What the words around figures tell by their scarcity."""
        return math.fsum(self._scarce[mark] for mark in marks if mark[0] == "stems")


def _kind(view: View, a: Figure, b: Figure) -> tuple[DifferenceType, str] | None:
    """How two figures of one thing differ, with the words that say so; nothing where they do not."""
    loose = a.bound != b.bound and not {a.bound, b.bound}.isdisjoint(_LOOSE)
    if span_of(a) == span_of(b) or _number(a) == _number(b):
        one = loose and one_number(view, a, b)
        return ("other precision", "One number, told more and less precisely") if one else None
    if {a.category, b.category} == {"all", "military"} or {a.category, b.category} == {"all", "civilian"}:
        return "other scope", "One counts all, the other a part of them"
    own = any(not one.according_to or one.according_to[0].document is not None for one in (a, b))
    if not own and counter(view, a) & counter(view, b):
        return "other date", "One counter of one thing, as told on several days"
    return "other count", "By what they share both count one thing, by several counters"


def _number(one: Figure) -> float:
    return (one.low if one.low is not None else one.high) or 0.0
