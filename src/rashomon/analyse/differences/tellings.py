"""Statements and events as tellings of a matter: whose account each is, of whom, when, and how it stands."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeAlias

from rashomon.analyse.differences.answers import TO_COME, about, outermost, stems_negated
from rashomon.analyse.differences.sides import states, told_by
from rashomon.analyse.telling import Placed, acts_in, sharp_days
from rashomon.analyse.topics import Topic, negated, topic_of
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Link, Statement
from rashomon.model.text import Span
from rashomon.model.values import When

Record: TypeAlias = Statement | Event

_WANTED = frozenset({"demand", "propose", "promise", "threaten", "warn", "predict"})
_YES = frozenset({"promise", "propose"})
_NO = frozenset({"reject", "deny"})
# A smaller number stands for too many things.
_LEAST = 3
_WORD = re.compile(r"[a-z]+")
# Words that set one telling against another.
_AGAINST = re.compile(
    r"\bit (?:was|is|were) (?:not )?(?:the )?[A-Z]\w+[^.;\n]{0,40}?\b(?:that|who|which)\b"
    r"|\b(?:version|account|picture|story|explanation|own accord|itself|themselves|ourselves|first)\b"
    r"|\b(?:not|never) (?:by|from|our|theirs|us|of)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Telling:
    """A record with what it is compared by.

    `voices` are those for whom its outermost voice stands, `speakers` the innermost one's too (ids, or words that
    name nobody known); `of` those of whom it tells, `doers` whom it names as having done it. `stand` is 1 for a yes
    to something, -1 for a no.
    """

    record: Record
    spans: tuple[Span, ...]
    text: str
    topic: Topic
    voices: frozenset[str]
    speakers: frozenset[str]
    of: frozenset[str]
    doers: frozenset[str]
    act: str
    days: frozenset[str]
    numbers: frozenset[float]
    acts: frozenset[str]
    own: bool
    negated: bool
    denies: bool
    accuses: bool
    wants: bool
    to_come: bool
    held: bool
    against: bool
    blames: bool
    stand: int
    no_stems: frozenset[str]
    published: date | None

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.spans[-1].end

    @property
    def says_no(self) -> bool:
        """Whether it denies, rejects or negates something."""
        return self.denies or self.negated or self.act == "reject"

    @property
    def marks(self) -> Iterator[tuple[str, Hashable]]:
        """All that it can share with another, each with its class."""
        yield from (("stems", one) for one in self.topic.stems)
        yield from (("families", one) for one in self.topic.families)
        yield from (("names", one) for one in self.topic.names)
        yield from (("days", one) for one in self.days)
        yield from (("numbers", one) for one in self.numbers)
        yield from (("acts", one) for one in self.acts)


class Tellings:
    """Reads the tellings of a case."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._times, self._figures = Placed(view.times), Placed(view.figures)

    @cached_property
    def all(self) -> list[Telling]:
        """The tellings by report and place."""
        view = self._view
        said = (one for one in view.statements if one.content)
        records: list[Record] = [*said, *view.events]
        found = [self._read(one) for one in records]
        return sorted(found, key=lambda one: (view.order[one.record.document], one.start, one.record.id))

    def _read(self, one: Record) -> Telling:
        view, spans = self._view, _spans(one)
        text = quoted(spans)
        low = text.casefold()
        voices = self._voices(one)
        statement = one if isinstance(one, Statement) else None
        act = _act(one)
        return Telling(
            record=one,
            spans=spans,
            text=text,
            topic=topic_of(view, one),
            voices=voices,
            speakers=voices | told_by(view, one),
            of=self._of(one),
            doers=states(view, one.initiators) if isinstance(one, Event) else states(view, getattr(one, "accused", ())),
            act=act,
            days=self._days(one, spans),
            numbers=frozenset(
                each.low for span in spans for each in self._figures.inside(span) if each.low and each.low >= _LEAST
            ),
            acts=acts_in(text),
            own=isinstance(one, Event) and all(link.document is not None for link in one.according_to),
            negated=negated(spans),
            denies=act == "deny" or (isinstance(one, Event) and one.status == "denied"),
            accuses=act in ("accuse", "ACCUSE"),
            wants=act in _WANTED,
            to_come=bool(TO_COME.search(low)),
            held=statement is not None and any(_has(span.text, "held") for span in statement.cue),
            against=bool(_AGAINST.search(quoted(one.evidence))),
            blames=_has(text, "blame"),
            stand=(act in _YES) - (act in _NO),
            no_stems=stems_negated(statement) if statement else frozenset(),
            published=view.published(one.document).first_day,
        )

    def _voices(self, one: Record) -> frozenset[str]:
        """For whom the outermost voice of a record stands; the report where it speaks itself."""
        if isinstance(one, Statement):
            return outermost(self._view, one) or told_by(self._view, one) or _as_said(one.speaker)
        links = tuple(link for link in one.according_to if link.document is None)[-1:]
        return states(self._view, links) or _as_said(links) or frozenset({one.document})

    def _of(self, one: Record) -> frozenset[str]:
        if isinstance(one, Statement):
            return about(self._view, one)
        return states(self._view, (*one.initiators, *one.recipients))

    def _days(self, one: Record, spans: tuple[Span, ...]) -> frozenset[str]:
        happened = [one.happened] if isinstance(one, Event) else []
        inside = [
            When(earliest=time.earliest, latest=time.latest) for span in spans for time in self._times.inside(span)
        ]
        return frozenset(day for when in (*happened, *inside) for day in sharp_days(when))


def _spans(one: Record) -> tuple[Span, ...]:
    return one.content if isinstance(one, Statement) else one.evidence


def _act(one: Record) -> str:
    """What somebody does by saying it, or the type of an event."""
    return one.act if isinstance(one, Statement) else one.type


def _as_said(links: tuple[Link, ...]) -> frozenset[str]:
    return frozenset(link.span.text.casefold() for link in links if link.span)


def _has(text: str, group: str) -> bool:
    return not words("comparison", group).isdisjoint(_WORD.findall(text.casefold()))
