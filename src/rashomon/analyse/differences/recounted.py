"""Figures that by all they share count one thing: other counters, other days, other scopes, other precision."""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from functools import cached_property
from itertools import combinations
from typing import TypeAlias

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.differences.counted import (
    ITSELF,
    LOWERED,
    counter,
    difference,
    joined,
    listed,
    named,
    of_one_time,
    party,
)
from rashomon.analyse.differences.large import is_large
from rashomon.analyse.differences.reckoned import number, told_so
from rashomon.analyse.differences.weights import chance, likeliest_kind
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.language.lexicon import words
from rashomon.model.annotation import Figure
from rashomon.model.finding import Difference, DifferenceType

Mark: TypeAlias = tuple[str, Hashable]

# How sure it has to be that two figures count one thing, in a small case and in one of more reports than `_LARGE`;
# chosen with each dossier left out, see docs/model-card-matters.md.
_LEAST = 0.45
_SURE = 0.5
LIKELY = 0.04
"""What is less sure than this rules may not set side by side either."""
LINKED = 0.3
"""How sure it has to be that two figures of a large case count one thing, for rules to compare them."""
# A mark that more figures bear is no way to find those of one thing.
_CROWD = 40
_LOOSE = frozenset({"about", "at least", "at most", "vague"})
# A round number and one that it rounds.
_NEARLY = 1.25
_LONGEST, _MONTH = 60, 30
_LOSSES = frozenset({"killed", "wounded", "other"})
_WHY: Mapping[DifferenceType, str] = {
    "denial": "By what they share both tell of one thing, of which one says that there was none",
    "other count": "By what they share both count one thing, by several counters",
    "other date": "By what they share both count one thing, as of several days",
    "other scope": "By what they share both count one thing, one more of it than the other",
    "other precision": "By what they share one number, told more and less precisely",
    "change of position": "By what they share one count that is told otherwise later",
    "error in source": "By what they share one count, of which one cannot be right",
}


def recounted(view: View) -> Iterator[Difference]:
    """One thing counted twice, with another number or another precision."""
    figures = counted_of(view)
    large = is_large(view)
    least = _SURE if large else _LEAST
    taken: set[str] = set()
    likely = [one for one in figures.sure if one[0] >= least]
    for _, a, b in sorted(likely, key=lambda one: (-one[0], one[1].id, one[2].id)):
        if large and not of_one_time(view, a, b):
            continue  # in months of a war some other thing of the kind bears the number
        kind = _kind(figures, a, b)
        fits = not taken & {a.id, b.id} and not _in_one_sentence(view, a, b) and not _told_alike(a, b)
        if kind in _WHY and kind is not None and fits:
            yield difference(view, kind, [a, b], "recounted", f"{_WHY[kind]}: {listed([a, b])}.")
        taken |= {a.id, b.id}


def _kind(figures: "Counted", a: Figure, b: Figure) -> DifferenceType | None:
    """How two figures of one thing differ: who says that there were none denies what another counts of that time."""
    if (a.high == 0) != (b.high == 0) and "undisclosed" not in (a.bound, b.bound):
        return "denial" if not figures.one_counter(a, b) and a.as_of.may_meet(b.as_of) else None
    if joined(a) != joined(b):
        return "other scope"
    if _taken_back(figures, a, b):
        return "change of position"
    return likeliest_kind("figures", figures.clues(a, b))


def _taken_back(figures: "Counted", a: Figure, b: Figure) -> bool:
    """Whether one counter gives two numbers, and a report says that it lowered its count."""
    return figures.one_counter(a, b) and any(LOWERED.search(figures.sentence_of(one)) for one in (a, b))


def counted_of(view: View) -> "Counted":
    """The figures of a case, read once."""
    if "counted" not in view.findings:
        view.findings["counted"] = Counted(view)
    found: Counted = view.findings["counted"]
    return found


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
        yield from (("number", told) for told in {one.low, one.high} if told)

    @cached_property
    def _tallied(self) -> frozenset[str]:
        """The figures whose sentences speak of counting."""
        some = words("comparison", "tallying")
        return frozenset(id for id, said in self._sentences.items() if some & set(said.casefold().split()))

    @cached_property
    def sure(self) -> list[tuple[float, Figure, Figure]]:
        """The pairs that anybody asks for, each with how surely it counts one thing."""
        return [(sure, a, b) for a, b in self.pairs() if (sure := self.surely(a, b)) >= LINKED]

    def sentence_of(self, one: Figure) -> str:
        """The sentence in which a figure stands."""
        return self._sentences[one.id]

    def one_counter(self, a: Figure, b: Figure) -> bool:
        """Whether two figures can be by one counter; a report that gives no source may have them from anybody."""
        return bool(counter(self._view, a) & counter(self._view, b))

    def pairs(self) -> Iterator[tuple[Figure, Figure]]:
        """Figures of one kind that share a mark which not all bear, in the order of their reports, each pair once."""
        order = self._view.order
        drawers: dict[Hashable, list[Figure]] = defaultdict(list)
        some = sorted(self._view.figures, key=lambda one: (order[one.document], one.evidence[0].start, one.id))
        for one in some:
            for mark in (*self._marks[one.id], ("report", one.document)):
                drawers[mark].append(one)
        seen: set[tuple[str, str]] = set()
        for some in drawers.values():
            for a, b in combinations(some, 2) if len(some) <= _CROWD else ():
                if (a.id, b.id) not in seen:
                    seen.add((a.id, b.id))
                    if self._comparable(a, b):
                        yield a, b

    def _comparable(self, a: Figure, b: Figure) -> bool:
        if a.counts != b.counts and not {a.counts, b.counts} <= _LOSSES:
            return False
        if a.document == b.document and any(
            x.start < y.end and y.start < x.end for x in a.evidence for y in b.evidence
        ):
            return False
        other = a.counts not in ITSELF and None not in (a.unit, b.unit) and a.unit != b.unit
        return not other or bool(self._marks[a.id] & self._marks[b.id])

    def surely(self, a: Figure, b: Figure) -> float:
        """How surely two figures, in the order of their reports, count one thing and differ: a chance in (0, 1)."""
        return chance("figures", self.clues(a, b))

    def clues(self, a: Figure, b: Figure) -> dict[str, float]:
        """What speaks for and against two figures being of one thing; each as a size."""
        return {
            **self._numbers(a, b), **self._counters(a, b), **self._around(a, b), **told_so(self._view, a, b),
        }  # fmt: skip

    def _numbers(self, a: Figure, b: Figure) -> dict[str, float]:
        numbers = sorted((number(a), number(b)))
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
            "one side, other number": one_side and number(a) != number(b),
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
            "names, other number": names if number(a) != number(b) else 0,
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


def _told_alike(a: Figure, b: Figure) -> bool:
    """Whether two records give one number just as precisely: in that they do not differ."""
    return (a.low, a.high, a.bound) == (b.low, b.high, b.bound)


def _in_one_sentence(view: View, a: Figure, b: Figure) -> bool:
    """Whether two numbers stand in one sentence: a whole and its parts, or two things of one telling."""
    document = view.documents[a.document]
    return (
        a.document == b.document and sentence(document, a.evidence[0]).start == sentence(document, b.evidence[0]).start
    )
