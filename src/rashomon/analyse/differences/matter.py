"""How surely two tellings by different voices are of one disputed matter: what they share, and how they stand.

A telling is a statement, or an event that a report tells in its own voice. `clues` says
what of two tellings speaks for a dispute; `surely` weighs it.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import TypeAlias

from rashomon.analyse.differences.answers import TO_COME, about, outermost
from rashomon.analyse.differences.sides import states, told_by
from rashomon.analyse.topics import Topics, negated
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Statement
from rashomon.model.text import Span

Telling: TypeAlias = Statement | Event

# Tellings of one report are compared where at most so many stand between them, and so many characters.
_NEXT = 8
_NEAR = 700
# A distance that counts once, in characters; a gap between reports that counts once and at most, in days.
_FAR = 300
_MONTH = 30
_LONGEST = 60
# A telling of so few words that mean something has no matter of its own.
_FEW = 3
# No more of a count speaks for a pair than this.
_MOST = 4.0
_HARM = frozenset({"ASSAULT", "COERCE", "ACCUSE"})
# What is speech stands as statements already.
_SPEECH = frozenset({"ACCUSE", "REJECT", "CONSULT", "REQUEST", "THREATEN"})
_WANTED = frozenset({"demand", "propose", "promise", "threaten", "warn", "predict"})
# Statements from which a dispute across reports is looked for: elsewhere, words meet by chance.
_PLAIN = frozenset({"deny", "admit", "accuse"})
# Words that set one telling against another.
_AGAINST = re.compile(
    r"\bit (?:was|is|were) (?:not )?(?:the )?[A-Z]\w+[^.;\n]{0,40}?\b(?:that|who|which)\b"
    r"|\b(?:version|account|picture|story|explanation|own accord|itself|themselves|ourselves|first)\b"
    r"|\b(?:not|never) (?:by|from|our|theirs|us|of)\b"
)

# What each clue is worth, in logits, to tellings side by side in a report, and to tellings of two reports. Learnt by
# logistic regression (C = 0.02) on all pairs of ten dossiers; each left out in turn, those who say of themselves
# what is asked below are of a gold dispute in two of five pairs, and of one in a report that gold names in most.
_BESIDE: Mapping[str, float] = {
    "any": -1.96, "far": -0.75, "new paragraph": -0.77, "one sentence": 1.31, "fact": -0.87, "shared": 0.33,
    "families": 0.37, "close": -2.68, "alike": 0.31, "accused": 0.88, "spoken of": 0.83, "to come": -0.44,
    "wanted": -0.37, "short": 0.38, "against": 0.48, "held": 0.25, "negated words": 0.57, "denied": 0.68,
    "blame both": 0.9, "blame back": -0.39, "same day": 1.21, "judged": 0.31, "judging": -0.65, "opposed": 0.46,
}  # fmt: skip
_ACROSS: Mapping[str, float] = {
    "any": -4.7, "fact": -0.28, "telling": 0.45, "close": 1.84, "alike": 0.8, "same day": 2.04, "days": -0.21,
    "wanted": -0.38, "deed": 0.25, "held": 0.6, "against": 0.49, "accused": 0.63, "denying": 0.26,
    "denied words": 0.72, "admitted": 1.04, "spoken of": 0.11, "names": 0.34,
}  # fmt: skip


class Matters:
    """The tellings of a case that can be of one matter, and how surely they are."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.tellings = self._told()
        self.topics = Topics(view, self.tellings)
        self._by_id = {one.id: one for one in self.tellings}
        self._voices: dict[str, frozenset[str]] = {}
        self._of: dict[str, frozenset[str]] = {}

    def _told(self) -> list[Telling]:
        view = self._view
        fact = (
            one
            for one in view.events
            if one.status == "asserted"
            and not one.background
            and one.type not in _SPEECH
            and all(link.document for link in one.according_to)
        )
        said = (one for one in view.statements if one.content)
        return sorted([*said, *fact], key=lambda one: (view.order[one.document], begin(one), one.id))

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

    @cached_property
    def _days(self) -> Mapping[str, list[tuple[int, date]]]:
        """Where each report names a day, in text order."""
        found: dict[str, list[tuple[int, date]]] = defaultdict(list)
        for time in self._view.times:
            first, last = time.when.first_day, time.when.last_day
            if first and last and (last - first).days <= 1:
                found[time.document].append((time.evidence[0].start, first))
        return {document: sorted(some) for document, some in found.items()}

    def beside(self) -> Iterator[tuple[Telling, Telling]]:
        """Tellings of two voices that stand near each other in one report, in text order."""
        by_report: dict[str, list[Telling]] = defaultdict(list)
        for one in self.tellings:
            by_report[one.document].append(one)
        for some in by_report.values():
            for n, one in enumerate(some):
                for other in some[n + 1 : n + 1 + _NEXT]:
                    if begin(other) - begin(one) <= _NEAR and self._apart(one, other):
                        yield one, other

    def across(self) -> Iterator[tuple[Telling, Telling]]:
        """Tellings of two voices in two reports, one of them plainly of a dispute, by order of publication."""
        seen: set[frozenset[str]] = set()
        order = self._view.order
        for one in self.tellings:
            if not _is(one, *_PLAIN):
                continue
            for id in self.topics.near(one.id):
                other, pair = self._by_id[id], frozenset((one.id, id))
                if (
                    one.document != other.document
                    and pair not in seen
                    and self.topics.may_share(one.id, id, 2)
                    and self.topics.of_one_matter(one.id, id)
                    and self._apart(one, other)
                ):
                    seen.add(pair)
                    first, second = sorted((one, other), key=lambda each: order[each.document])
                    yield first, second

    def voice(self, one: Telling) -> frozenset[str]:
        """For whom the voice of a telling stands: a state, a name, or the report itself."""
        if one.id not in self._voices:
            self._voices[one.id] = self._voice(one)
        return self._voices[one.id]

    def _voice(self, one: Telling) -> frozenset[str]:
        if isinstance(one, Event):
            return frozenset({one.document})
        named = outermost(self._view, one) or told_by(self._view, one)
        return named or frozenset(link.span.text.casefold() for link in one.speaker if link.span)

    def of(self, one: Telling) -> frozenset[str]:
        """For whom those stand of whom something is told."""
        if one.id not in self._of:
            if isinstance(one, Statement):
                self._of[one.id] = about(self._view, one)
            else:
                self._of[one.id] = states(self._view, (*one.initiators, *one.recipients))
        return self._of[one.id]

    def counts(self, one: Telling) -> bool:
        """Whether a telling gives a number of somebody's losses or the like."""
        places = self._counted.get(one.document, [])
        return any(bisect_left(places, span.start) < bisect_left(places, span.end) for span in _spans(one))

    @cached_property
    def _counted(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for figure in self._view.figures:
            found[figure.document].append((figure.cue or figure.evidence)[0].start)
        return {document: sorted(some) for document, some in found.items()}

    def opposed(self, a: Telling, b: Telling) -> bool:
        """Whether two voices are of parties of whom one harms or accuses the other."""
        return any(frozenset((x, y)) in self._enemies for x in self.voice(a) for y in self.voice(b))

    def _apart(self, a: Telling, b: Telling) -> bool:
        one, other = self.voice(a), self.voice(b)
        if isinstance(a, Event) and isinstance(b, Event) and a.document == b.document:
            return False
        return bool(one and other) and not one & other and not _overlap(a, b)

    def surely(self, a: Telling, b: Telling) -> float:
        """How surely two tellings, the earlier first, are of one disputed matter: a chance in (0, 1)."""
        clues, weights = self.clues(a, b), _BESIDE if a.document == b.document else _ACROSS
        return 1 / (1 + math.exp(-math.fsum(weights.get(name, 0) * size for name, size in clues.items())))

    def clues(self, a: Telling, b: Telling) -> dict[str, float]:
        """What of two tellings, the earlier first, speaks for and against a dispute; each as a size."""
        beside = self._place(a, b) if a.document == b.document else self._weights(a, b)
        return self._shared(a, b) | self._stand(a, b) | beside

    def _shared(self, a: Telling, b: Telling) -> dict[str, float]:
        topics = self.topics
        one, other = topics.of[a.id], topics.of[b.id]
        both = one.families & other.families
        return {
            "any": 1.0,
            "alike": topics.alike(a.id, b.id),
            "close": topics.close(a.id, b.id),
            "shared": min(_MOST, topics.shared(a.id, b.id)),
            "names": min(2, len(one.names & other.names)),
            "families": min(2, len(both)),
            "deed": any(name.startswith("deed:") for name in both),
            "short": len(other.stems) <= _FEW,
            "negated words": (_no(a) != _no(b)) * min(2, len(one.terms & other.terms)),
            "same day": not self._when(a).isdisjoint(self._when(b)),
        }

    def _stand(self, a: Telling, b: Telling) -> dict[str, float]:
        both = (a, b)
        return {
            "fact": sum(isinstance(one, Event) for one in both),
            "accused": _is(a, "accuse"),
            "denied": _is(b, "deny"),
            "denying": sum(_is(one, "deny") for one in both),
            "admitted": any(_is(one, "admit") for one in both),
            "judging": _is(a, "judge", "reject"),
            "judged": _is(b, "judge", "reject"),
            "wanted": sum(_is(one, *_WANTED) for one in both),
            "to come": sum(bool(TO_COME.search(said(one).casefold())) for one in both),
            "held": sum(_held(one) for one in both),
            "against": sum(bool(_AGAINST.search(quoted(one.evidence))) for one in both),
            "blame both": all(blames(one) for one in both),
            "blame back": blames(b),
            "spoken of": not self.of(a).isdisjoint(self.voice(b)),
            "opposed": self.opposed(a, b),
        }

    def _place(self, a: Telling, b: Telling) -> dict[str, float]:
        """How two tellings of one report stand to each other in it."""
        spans = a.evidence[0], b.evidence[0]
        text = self._view.documents[a.document].text
        between = text[min(_end(a), begin(b)) : begin(b)]
        return {
            "far": (begin(b) - begin(a)) / _FAR,
            "new paragraph": "\n" in between,
            "one sentence": spans[0].covers(spans[1]) or spans[1].covers(spans[0]),
        }

    def _weights(self, a: Telling, b: Telling) -> dict[str, float]:
        """What the words and days of tellings of two reports are worth."""
        topics = self.topics
        weight = min(_MOST, topics.weight(topics.of[a.id].terms & topics.of[b.id].terms) / 4)
        told = [self._view.published(one.document).first_day for one in (a, b)]
        days = abs((told[1] - told[0]).days) if told[0] and told[1] else 0
        return {
            "telling": max(-1.0, min(2.0, topics.telling(a.id, b.id) / 3)),
            "denied words": (_is(a, "deny") or _is(b, "deny")) * weight,
            "days": min(days, _LONGEST) / _MONTH,
        }

    def _when(self, one: Telling) -> set[date]:
        days = self._days.get(one.document, [])
        found: set[date] = set()
        for span in _spans(one):
            first, last = (
                cut(days, at, key=itemgetter(0)) for cut, at in ((bisect_left, span.start), (bisect_right, span.end))
            )
            found.update(day for _, day in days[first:last])
        return found


def begin(one: Telling) -> int:
    """Where the words of a telling begin."""
    return _spans(one)[0].start


def said(one: Telling) -> str:
    """What is told, as one text."""
    return quoted(_spans(one))


def blames(one: Telling) -> bool:
    """Whether a word of what is told lays a deed at somebody's door."""
    return not words("comparison", "blame").isdisjoint(re.findall(r"[a-z]+", said(one).casefold()))


def _spans(one: Telling) -> tuple[Span, ...]:
    return one.content if isinstance(one, Statement) else one.evidence


def _end(one: Telling) -> int:
    return _spans(one)[-1].end


def _overlap(a: Telling, b: Telling) -> bool:
    return any(x.document == y.document and x.start < y.end and y.start < x.end for x in _spans(a) for y in _spans(b))


def _is(one: Telling, *acts: str) -> bool:
    return isinstance(one, Statement) and one.act in acts


def _no(one: Telling) -> bool:
    return _is(one, "deny", "reject") or negated(_spans(one))


def _held(one: Telling) -> bool:
    """Whether the verb says that what is told is held against others ("insists", "contends")."""
    cue = one.cue if isinstance(one, Statement) else ()
    return any(not words("comparison", "held").isdisjoint(re.findall(r"[a-z]+", span.text.casefold())) for span in cue)
