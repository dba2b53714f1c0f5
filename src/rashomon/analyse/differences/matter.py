"""Tellings by different voices that can be of one disputed matter, and how surely they are.

Two tellings are compared where they stand near each other in one report, or where one of
another report plainly denies, admits or accuses and shares scarce words with the other.
`clues` says what speaks for one matter on which they differ; `surely` weighs it.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeAlias

from rashomon.analyse.differences.manner import Manner
from rashomon.analyse.differences.sides import states
from rashomon.analyse.differences.tellings import Telling, Tellings
from rashomon.analyse.differences.weights import chance
from rashomon.analyse.topics import Topics
from rashomon.analyse.view import View
from rashomon.model.annotation import Annotation, Event, Statement

Mark: TypeAlias = tuple[str, Hashable]

# Tellings of one report are compared where at most so many stand between them, and so many characters.
_NEXT = 24
_NEAR = 700
# A distance that counts once, in characters; a gap between reports that counts once and at most, in days.
_FAR = 300
_MONTH = 30
_LONGEST = 60
# How often what stands in the next sentence, or farther, stands in another paragraph: for texts that came without any.
_NEXT_BREAKS, _FAR_BREAKS = 0.4, 0.9
# Where the headline and its bullet points end in a text that came as one line, so many characters long at most.
_HEAD = 1500
_DATELINE = re.compile(r"\([A-Z][\w .&'/-]{1,40}\)\s+(?:--|[-–—])\s|\|\s+\w{3} \w{3} \d")
# What is less sure than this is not even a doubtful case; rules that set it side by side are not believed.
LIKELY = 0.03
# A telling of so few words that mean something has no matter of its own.
_FEW = 3
_HARM = frozenset({"ASSAULT", "COERCE", "ACCUSE"})
# Statements from which a dispute across reports is looked for: elsewhere, words meet by chance.
_PLAIN = frozenset({"deny", "admit", "accuse"})
# What the shared marks of a class count together at most, and what scarcity counts once, in nats.
_CLASSES: Mapping[str, tuple[float, float]] = {
    "stems": (4.0, 6.0), "families": (2.0, 6.0), "names": (2.0, 6.0), "acts": (2.0, 5.0),
}  # fmt: skip


def matters_of(view: View) -> "Matters":
    """The tellings of a case, read once."""
    if "matters" not in view.findings:
        view.findings["matters"] = Matters(view)
    found: Matters = view.findings["matters"]
    return found


class Matters:
    """The tellings of a case that can be of one matter, and how surely they are."""

    def __init__(self, view: View) -> None:
        self._view, self._manner = view, Manner(view)
        self.tellings = Tellings(view).all
        self._by_id = {one.record.id: one for one in self.tellings}
        counts: Counter[Mark] = Counter(mark for one in self.tellings for mark in one.marks)
        self._marks = {one.record.id: frozenset(one.marks) for one in self.tellings}
        self._scarce = {mark: math.log((1 + len(self.tellings)) / count) for mark, count in counts.items()}
        self._whole = {one.record.id: self._weight(_words(one)) for one in self.tellings}

    @cached_property
    def topics(self) -> Topics:
        """The topics of all tellings, by which those of other reports are found."""
        return Topics(self._view, (one.record for one in self.tellings))

    @cached_property
    def _by_report(self) -> Mapping[str, list[Telling]]:
        """The tellings of each report."""
        found: dict[str, list[Telling]] = defaultdict(list)
        for one in self.tellings:
            found[one.record.document].append(one)
        return found

    @cached_property
    def _enemies(self) -> frozenset[frozenset[str]]:
        """The parties of whom one harms or accuses the other, as far as anybody tells."""
        view = self._view
        return frozenset(
            frozenset((a, b))
            for one in view.events
            if one.type in _HARM
            for a in states(view, one.initiators)
            for b in states(view, one.recipients)
            if a != b
        )

    def beside(self) -> Iterator[tuple[Telling, Telling]]:
        """Tellings of two voices that stand near each other in one report, in text order."""
        for document in self._by_report:
            yield from self.beside_in(document)

    def beside_in(self, document: str) -> Iterator[tuple[Telling, Telling]]:
        """Those of one report."""
        some = self._by_report.get(document, [])
        for n, one in enumerate(some):
            for other in some[n + 1 : n + 1 + _NEXT]:
                if other.start - one.start > _NEAR:
                    break
                if _apart(one, other) and not self._in_the_head(one):
                    yield one, other

    def _in_the_head(self, one: Telling) -> bool:
        """Whether a telling stands in the headlines of a report that came as one line: it is told again below."""
        return one.record.evidence[0].start < self._heads[one.record.document]

    @cached_property
    def _heads(self) -> Mapping[str, int]:
        """How far the headlines of each report go, where no line ends tell them from its text."""
        found = {id: _DATELINE.search(one.text, 0, _HEAD) for id, one in self._view.documents.items()}
        return {
            id: dateline.start() if dateline and "\n" not in self._view.documents[id].text else 0
            for id, dateline in found.items()
        }

    def across(self) -> Iterator[tuple[Telling, Telling]]:
        """Tellings of two voices in two reports, one of them plainly of a dispute, by order of publication."""
        seen: set[frozenset[str]] = set()
        order = self._view.order
        for one in self.tellings:
            if not isinstance(one.record, Statement) or one.act not in _PLAIN:
                continue
            for id in self.topics.near(one.record.id):
                other, pair = self._by_id[id], frozenset((one.record.id, id))
                if (
                    one.record.document != other.record.document
                    and pair not in seen
                    and self.topics.may_share(one.record.id, id, 2)
                    and self.topics.of_one_matter(one.record.id, id)
                    and _apart(one, other)
                ):
                    seen.add(pair)
                    first, second = sorted((one, other), key=lambda each: order[each.record.document])
                    yield first, second

    def opposed(self, a: Telling, b: Telling) -> bool:
        """Whether two voices are of parties of whom one harms or accuses the other."""
        return any(frozenset((x, y)) in self._enemies for x in a.speakers for y in b.speakers)

    def sure_beside(self, least: float) -> list[tuple[float, Telling, Telling]]:
        """The tellings of `beside` that so surely differ on one matter, how surely with them, the surest first."""
        sure = ((self.surely(a, b), a, b) for a, b in self.beside())
        kept = [one for one in sure if one[0] >= least]
        return sorted(kept, key=lambda one: (-one[0], one[1].record.id, one[2].record.id))

    def surely(self, a: Telling, b: Telling) -> float:
        """How surely two tellings, the earlier first, differ on one matter: a chance in (0, 1)."""
        return chance("beside" if _together(a, b) else "across", self.clues(a, b))

    def clues(self, a: Telling, b: Telling) -> dict[str, float]:
        """What of two tellings, the earlier first, speaks for and against a dispute; each as a size."""
        placed = self._place(a, b) if _together(a, b) else self._between(a, b)
        return {**self._shared(a, b), **_kinds(a, b), **self._stand(a, b), **placed}

    def clues_of(self, a: Annotation, b: Annotation) -> dict[str, float]:
        """The clues of two records, the earlier first; nothing where one of them is no telling."""
        first, second = self._by_id.get(a.id), self._by_id.get(b.id)
        return self.clues(first, second) if first and second else {}

    def _shared(self, a: Telling, b: Telling) -> dict[str, float]:
        both = self._marks[a.record.id] & self._marks[b.record.id]
        found = {
            name: min(most, self._weight(mark for mark in both if mark[0] == name) / once)
            for name, (most, once) in _CLASSES.items()
        }
        words = self._weight(mark for mark in both if mark[0] in ("stems", "families"))
        whole = self._whole[a.record.id], self._whole[b.record.id]
        return found | {
            "alike": words / min(whole) if min(whole) else 0.0,
            "close": words / math.sqrt(whole[0] * whole[1]) if min(whole) else 0.0,
            "same day": bool(a.days & b.days),
            "other day": _unlike(a.days, b.days),
            "other number": _unlike(a.numbers, b.numbers),
            "who": min(3, len(_who(self._view, a) & _who(self._view, b))),
            "negated words": _negated_words(a, b),
        }

    def _stand(self, a: Telling, b: Telling) -> dict[str, float]:
        """How two tellings stand to each other: who denies, accuses, blames, wants."""
        blamed, opposite = a.blames and b.blames, a.stand * b.stand < 0
        return {
            "opposed": self.opposed(a, b),
            "spoken of": bool(a.of & b.speakers),
            "speaks of": bool(b.of & a.speakers),
            "denied": b.denies,
            "denies first": a.denies,
            "one no": a.says_no != b.says_no,
            "both no": a.says_no and b.says_no,
            "accused": a.accuses,
            "both accuse": a.accuses and b.accuses,
            "both blame": blamed,
            "admitted": "admit" in (a.act, b.act),
            "judged": (a.act in ("judge", "reject")) + (b.act in ("judge", "reject")),
            "held": a.held + b.held,
            "against": a.against + b.against,
            "wanted": a.wants + b.wants,
            "to come": a.to_come + b.to_come,
            "opposite": opposite,
            "doers apart": bool(a.doers and b.doers and not a.doers & b.doers),
            "same doer": bool(a.doers & b.doers),
        }

    def _place(self, a: Telling, b: Telling) -> dict[str, float]:
        """How two tellings of one report stand to each other in it."""
        text = self._view.documents[a.record.document].text
        one, other = a.record.evidence[0], b.record.evidence[0]
        manner = self._manner.clues(a, b)
        broken: float = "\n\n" in text[min(a.end, b.start) : b.start]
        if "\n" not in text and not manner["same sentence"]:
            broken = _NEXT_BREAKS if manner["next sentence"] else _FAR_BREAKS
        return {
            "far": (b.start - a.start) / _FAR,
            "new paragraph": broken,
            "one sentence": one.start < other.end and other.start < one.end,
            **manner,
        }

    def _between(self, a: Telling, b: Telling) -> dict[str, float]:
        """What the words and days of tellings of two reports are worth."""
        told = self._weight(self._marks[a.record.id] & self._marks[b.record.id])
        days = abs((b.published - a.published).days) if a.published and b.published else 0
        return {
            "telling": max(-1.0, min(3.0, (told - math.log(len(self.tellings))) / 4)),
            "days": min(days, _LONGEST) / _MONTH,
        }

    def _weight(self, marks: Iterable[Mark]) -> float:
        """What marks tell together by their scarcity, whatever their order."""
        return math.fsum(self._scarce[mark] for mark in marks)


def _kinds(a: Telling, b: Telling) -> dict[str, float]:
    events = [isinstance(one.record, Event) for one in (a, b)]
    return {
        "event": any(events),
        "two events": all(events),
        "own voice": a.own + b.own,
        "history": sum(isinstance(one.record, Event) and one.record.background for one in (a, b)),
        "same type": a.act == b.act,
        "short": len(b.topic.stems) <= _FEW,
    }


def _negated_words(a: Telling, b: Telling) -> float:
    """How many of the words that one negates the other has, at most two; nothing where both negate or none."""
    if a.says_no == b.says_no:
        return 0
    return min(2, len(a.topic.stems & b.no_stems) + len(b.topic.stems & a.no_stems))


def _who(view: View, one: Telling) -> frozenset[str]:
    """Of whom a telling is, and whom it names, as the states for which they stand."""
    return frozenset(view.sides.of(id) for id in one.topic.names) | one.of


def _words(one: Telling) -> list[Mark]:
    return [mark for mark in one.marks if mark[0] in ("stems", "families")]


def _unlike(a: frozenset[Hashable], b: frozenset[Hashable]) -> bool:
    return bool(a and b and not a & b)


def _together(a: Telling, b: Telling) -> bool:
    return a.record.document == b.record.document


def _apart(a: Telling, b: Telling) -> bool:
    """Whether two tellings are of two voices that are known, of other words; a report tells only once itself."""
    if not (a.voices and b.voices) or a.voices & b.voices or (_together(a, b) and a.own and b.own):
        return False
    return not any(x.document == y.document and x.start < y.end and y.start < x.end for x in a.spans for y in b.spans)
