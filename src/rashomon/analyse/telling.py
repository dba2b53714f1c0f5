"""Events and statements as tellings of something: what each can share with another of another report."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.differences.sides import states
from rashomon.analyse.topics import negated, topic_of
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Annotation, Event, Statement, Status, Time
from rashomon.model.text import Span
from rashomon.model.values import When

A = TypeVar("A", bound=Annotation)

# Of an event that was, or will be, by somebody's word; who denies it does not tell the same.
_TELLING: frozenset[Status] = frozenset({"asserted", "attributed", "alleged", "planned"})
# A time of at most so many days says when something was.
_SHARP_DAYS = 3
# A smaller number stands for too many things.
_LEAST = 3
_WORD = re.compile(r"[a-z][a-z'-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A record with what it is compared by.

    `days` are ISO days, `who` ids of actors, places and the states they belong to, `acts`
    what is done in whatever words, `stems` stems of its words, `numbers` what it counts.
    """

    record: Event | Statement
    when: When
    days: frozenset[str]
    who: frozenset[str]
    acts: frozenset[str]
    stems: frozenset[str]
    numbers: frozenset[float]
    negated: bool

    @property
    def marks(self) -> Iterator[tuple[str, Hashable]]:
        """All that it can share with another, each with its class."""
        for name in ("days", "who", "acts", "stems", "numbers"):
            for mark in getattr(self, name):
                yield name, mark


def told_in(view: View) -> list[Told]:
    """The tellings of a case, events first."""
    times, figures = Placed(view.times), Placed(view.figures)
    found: list[Told] = []
    records: list[Event | Statement] = [*view.events, *view.statements]
    for one in records:
        if isinstance(one, Statement) or one.status in _TELLING:
            spans = _spans(one)
            when = one.happened if isinstance(one, Event) else When()
            inside = [time for span in spans for time in times.inside(span)]
            found.append(
                Told(
                    record=one,
                    when=when,
                    days=frozenset(day for some in (when, *map(_when, inside)) for day in sharp_days(some)),
                    who=_who(view, one),
                    acts=acts_in(quoted(spans)),
                    stems=stems_in(quoted(spans)),
                    numbers=frozenset(
                        each.low for span in spans for each in figures.inside(span) if each.low and each.low >= _LEAST
                    ),
                    negated=negated(spans),
                )
            )
    return found


def acts_in(text: str) -> frozenset[str]:
    """What is done in a text, in whatever words.

    >>> sorted(acts_in("They put 6,000 men ashore") & acts_in("Then the army landed"))
    ['landing']
    """
    said = text.casefold().replace("’", "'")
    single, phrases = _acts()
    found = {act for word in set(_WORD.findall(said)) for act in single.get(word, ())}
    return frozenset(found | {act for phrase, act in phrases if phrase in said})


@cache
def _acts() -> tuple[Mapping[str, set[str]], Sequence[tuple[str, str]]]:
    """The acts of each word, and the phrases that tell of one."""
    named: list[tuple[str, str]] = [
        (str(word), name) for name, some in lexicon("comparison")["acts"].items() for word in some
    ]
    single: dict[str, set[str]] = defaultdict(set)
    for word, name in named:
        if " " not in word:
            single[word].add(name)
    return single, [(word, name) for word, name in named if " " in word]


class Placed(Generic[A]):
    """Records of one kind by where they stand."""

    def __init__(self, records: Sequence[A]) -> None:
        self._by: dict[str, list[A]] = defaultdict(list)
        for one in sorted(records, key=lambda one: one.evidence[0].start):
            self._by[one.document].append(one)
        self._starts = {id: [one.evidence[0].start for one in some] for id, some in self._by.items()}

    def inside(self, span: Span) -> Iterator[A]:
        """Those whose words stand in a span."""
        starts = self._starts.get(span.document, [])
        here = slice(bisect_left(starts, span.start), bisect_right(starts, span.end))
        return (one for one in self._by.get(span.document, [])[here] if span.covers(one.evidence[0]))


def _spans(one: Event | Statement) -> tuple[Span, ...]:
    return (one.content or one.evidence) if isinstance(one, Statement) else one.evidence


def _who(view: View, one: Event | Statement) -> frozenset[str]:
    """Who and where it names, those for whom they stand with them."""
    links = (*one.initiators, *one.recipients, *one.places) if isinstance(one, Event) else ()
    named = topic_of(view, one).names | states(view, links) | {link.actor for link in links if link.actor}
    return frozenset(named | {view.sides.of(id) for id in named})


def _when(time: Time) -> When:
    return When(earliest=time.earliest, latest=time.latest)


def sharp_days(when: When) -> Iterator[str]:
    """The first and last day, as ISO days, of a time that is known so closely that it says when something was."""
    first, last = when.first_day, when.last_day
    if first and last and (last - first).days < _SHARP_DAYS:
        yield first.isoformat()
        yield last.isoformat()
