"""A case as analyses read it: records with their actors filled in, and names for people to read."""

import re
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar

from rashomon.analyse.bearers import Bearers
from rashomon.language.lexicon import words
from rashomon.language.reprints import Reprints
from rashomon.model.annotation import (
    Annotation,
    Event,
    Figure,
    Lever,
    Link,
    Mention,
    Pledge,
    Position,
    Relation,
    Statement,
    Time,
)
from rashomon.model.corrections import ActorNames
from rashomon.model.decisions import Decisions
from rashomon.model.sides import Sides
from rashomon.model.text import Document, Span
from rashomon.model.values import When
from rashomon.model.world import Actor, World
from rashomon.store.archive import Archive

A = TypeVar("A", bound=Annotation)

# Where a view keeps the records of each kind.
_LISTS = {
    "mention": "mentions", "time": "times", "statement": "statements", "event": "events", "figure": "figures",
    "pledge": "pledges", "position": "positions", "relation": "relations", "lever": "levers",
}  # fmt: skip
# … and what it makes of these lists.
_DERIVED = ("by_id", "events_by_id", "mentions_by_id", "statements_in", "named")

# Digits of an id shown in a table or a brief; `rashomon show` takes any beginning that names one record.
_SHOWN = 6
# Spans that only a quotation mark parts stand at most so far apart.
_NEAR = 3
# The number of a page, on a line of its own inside a sentence that runs over it.
_PAGE = re.compile(r"\n[ \t]*[—–-][ \t]?\d{1,4}[ \t]?[—–-][ \t]*\n")
# Markdown's links and emphasis, and the half of a link that a span may end in.
_MARKUP = re.compile(r"\[([^\]\[]*)\]\([^)\s]*\)|\*{1,2}|\](?:\([^)\s]*\)?)?|\[(?=\w)")


class View:
    """One archive, read once: what is asked for is loaded when it is first asked for.

    `checks` are other people's checks for differences. `findings` keeps what analyses
    concluded, by their names, so that a brief and its evidence do not conclude it twice.
    `state` is the archive's, empty where it changed while it was read.
    """

    def __init__(self, archive: Archive, *, checks: Iterable[Callable[..., Any]] = ()) -> None:
        self.archive = archive
        self.checks = tuple(checks)
        self.findings: dict[str, Any] = {}
        state = archive.state()
        self.documents: dict[str, Document] = {one.id: one for one in archive.documents()}
        self.state = state if archive.state() == state else ""
        self._by_id: dict[str, dict[str, Annotation]] = {}

    @cached_property
    def world(self) -> World:
        """What the reports mean; who only looks for words does without, and need not wait for it."""
        made = self.archive.world()
        if self.state != self.archive.state():  # another read reports in meanwhile, of which the world tells
            self.state, self.documents = "", {one.id: one for one in self.archive.documents()}
        return made

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The actors by their ids."""
        return {one.id: one for one in self.world.actors}

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        """Who is named, report by report."""
        return self._of(Mention)

    @cached_property
    def times(self) -> Sequence[Time]:
        """The time expressions."""
        return self._of(Time)

    @cached_property
    def statements(self) -> Sequence[Statement]:
        """Who says what."""
        return self._of(Statement)

    @cached_property
    def statements_in(self) -> dict[str, list[Statement]]:
        """The statements of each report, in text order."""
        found: dict[str, list[Statement]] = {id: [] for id in self.documents}
        for one in self.statements:
            found[one.document].append(one)
        return found

    @cached_property
    def events(self) -> Sequence[Event]:
        """What is told to have happened."""
        return self._of(Event)

    @cached_property
    def figures(self) -> Sequence[Figure]:
        """Who counts how many of what; who bears the losses is told by `Bearers`."""
        return self._of(Figure)

    @cached_property
    def _bearers(self) -> Bearers:
        stored = self.archive.annotations(kind=Figure.kind)
        said = (one for one in stored if isinstance(one, Figure) and one.id not in self.rejected)
        return Bearers(self.actors, self.sides, (self.amended(one) for one in said), self.events, self._home)

    def _home(self, document: str) -> str | None:
        """The state in whose town a report is dated."""
        return self._datelines.get(document)

    @cached_property
    def _datelines(self) -> dict[str, str]:
        states = {one.country: one.id for one in self.world.actors if one.key == f"state:{one.country}"}
        dated = ((one.document, one.country) for one in self.mentions if one.rule == "dateline" and one.country)
        return {document: states[country] for document, country in dated if country in states}

    @cached_property
    def pledges(self) -> Sequence[Pledge]:
        """What is promised or threatened on a condition."""
        return self._of(Pledge)

    @cached_property
    def positions(self) -> Sequence[Position]:
        """What is demanded, offered, accepted, rejected."""
        return self._of(Position)

    @cached_property
    def relations(self) -> Sequence[Relation]:
        """How two stand to each other."""
        return self._of(Relation)

    @cached_property
    def levers(self) -> Sequence[Lever]:
        """Who can press whom."""
        return self._of(Lever)

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each report in order of publication."""
        return {id: n for n, id in enumerate(self.documents)}

    @cached_property
    def numbers(self) -> dict[str, str]:
        """A short name for each report ("R3"), in order of publication."""
        return {id: f"R{n}" for n, id in enumerate(self.documents, start=1)}

    @cached_property
    def events_by_id(self) -> dict[str, Event]:
        """The events by their ids."""
        return {one.id: one for one in self.events}

    @cached_property
    def mentions_by_id(self) -> dict[str, Mention]:
        """The mentions by their ids."""
        return {one.id: one for one in self.mentions}

    @cached_property
    def by_id(self) -> dict[str, Annotation]:
        """Statements, events, figures and pledges by their ids."""
        return {one.id: one for kind in (self.statements, self.events, self.figures, self.pledges) for one in kind}

    def those(self, ids: Iterable[str]) -> dict[str, Annotation]:
        """Annotations by their ids, without those rejected; of kinds that are at hand already none is read again."""
        found: dict[str, Annotation] = {}
        missing = []
        for id in ids:
            name = _LISTS.get(id.partition("-")[0], "")
            if name in self.__dict__:
                one = self._known(name).get(id)
                if one is not None:
                    found[id] = one
            elif name and id not in self.rejected:
                missing.append(id)
        return found | {one.id: self.shown(one) for one in self.archive.some(missing)}

    def _known(self, name: str) -> dict[str, Annotation]:
        if name not in self._by_id:
            self._by_id[name] = {one.id: one for one in self.__dict__[name]}
        return self._by_id[name]

    @cached_property
    def named(self) -> dict[str, list[tuple[Mention, str]]]:
        """The mentions of actors that are known, by report, in text order, each with its actor's id."""
        found: dict[str, list[tuple[Mention, str]]] = {id: [] for id in self.documents}
        for one in self.mentions:
            actor = self.world.links.get(one.id)
            if actor is not None:
                found[one.document].append((one, actor))
        return found

    @cached_property
    def reprints(self) -> Reprints:
        """Which paragraphs are printed again, and whose they were first."""
        return Reprints(self.documents.values())

    @cached_property
    def sides(self) -> Sides:
        """For whom actors stand."""
        return Sides(self.world.actors, self.world.links)

    @cached_property
    def decisions(self) -> Decisions:
        """What people decided, as it holds now."""
        return Decisions(self.archive.judgements())

    @property
    def rejected(self) -> frozenset[str]:
        """The ids of records a person rejected and nobody restored."""
        return self.decisions.rejected

    @property
    def resolutions(self) -> dict[str, str]:
        """What a person concluded of a difference, by its id: the reason, who, and when."""
        return self.decisions.resolutions

    def judged(self) -> "View":
        """This view with what people decided since it was made.

        The records of which they decided are as they are now; what is meant and concluded is as it was
        until the world is made anew.
        """
        made = copy(self)
        made.world, made.actors = self.world, self.actors
        made.decisions = Decisions(self.archive.judgements())
        before, now = ({one.id: one for one in some.all} for some in (self.decisions, made.decisions))
        changed = {id: one for some in (before, now) for id, one in some.items() if id not in before or id not in now}
        touched = {subject for one in changed.values() for subject in one.subjects}
        made.findings = dict(self.findings)
        made._by_id = {}
        made.state = ""  # what the archive keeps was concluded before these decisions
        for name in [name for kind, name in _LISTS.items() if any(one.startswith(f"{kind}-") for one in touched)]:
            if name in self.__dict__:
                made.__dict__[name] = made._with(self.__dict__[name], touched)
            for derived in _DERIVED:
                made.__dict__.pop(derived, None)
        return made

    def _with(self, records: Sequence[A], touched: set[str]) -> Sequence[A]:
        """Records of one kind, those that were decided of as they are now."""
        kind = records[0].kind if records else ""
        stored = (self.archive.record(id) for id in sorted(touched) if kind and id.startswith(f"{kind}-"))
        anew = [self.shown(one) for one in stored if one.id not in self.rejected]
        return sorted([*(one for one in records if one.id not in touched), *anew], key=self._place)

    def amended(self, one: A) -> A:
        """An annotation as people corrected it, its actors filled in."""
        return self.world.filled(self.decisions.amended(one, self._names))

    @cached_property
    def _names(self) -> ActorNames:
        return ActorNames(self.world.actors)

    def _of(self, kind: type[A]) -> Sequence[A]:
        found = [
            self.shown(one)
            for one in self.archive.annotations(kind=kind.kind)
            if isinstance(one, kind) and one.id not in self.rejected
        ]
        return sorted(found, key=self._place)

    def shown(self, one: A) -> A:
        """An annotation as analyses read it."""
        one = self.amended(one)
        return replace(one, side=self._bearers.of(one)) if isinstance(one, Figure) else one

    def _place(self, one: Annotation) -> tuple[int, int]:
        return self.order[one.document], one.evidence[0].start

    def name(self, link: Link) -> str:
        """Who a link stands for, in the fullest name known; words that name nobody stand in quotation marks."""
        if link.document is not None:
            return self.documents[link.document].outlet or self.numbers[link.document]
        if link.actor in self.actors:
            return self.actors[link.actor].name
        return f"“{quoted([link.span])}”" if link.span else "unknown"

    def names(self, links: Iterable[Link]) -> str:
        """Several of them, or "unknown" where there are none."""
        return ", ".join(dict.fromkeys(self.name(link) for link in self.naming(links))) or "unknown"

    def naming(self, links: Iterable[Link]) -> list[Link]:
        """Those that say who is meant: no "they" that goes back to nobody, where others are named or described."""
        every = list(links)
        return [link for link in every if link.actor in self.actors or not _names_nobody(link)] or every

    def voices(self, chain: Sequence[Link]) -> str:
        """A chain of voices from the innermost out ("the ministry, via TASS, in The Times")."""
        inner = [self.name(link) for link in chain if link.document is None]
        return ", via ".join(dict.fromkeys(inner)) if inner else self.names(chain[-1:])

    def counter(self, chain: Sequence[Link]) -> str:
        """The innermost voice of a chain: who says so, counts so."""
        return self.name(chain[0]) if chain else "unknown"

    def published(self, document: str) -> When:
        """When a report appeared."""
        return self.documents[document].published


def reference(id: str) -> str:
    """An id short enough to read and to type ("statement-59ab76")."""
    kind, _, rest = id.rpartition("-")
    return f"{kind}-{rest[:_SHOWN]}"


def _names_nobody(link: Link) -> bool:
    """Whether the words are but a pronoun or another word of grammar ("they", "both")."""
    return link.span is not None and link.span.text.casefold() in words("comparison", "grammar")


def quoted(spans: Iterable[Span]) -> str:
    r"""Spans as one text for a reader: an ellipsis for words left out, line ends folded, no markup, no page numbers.

    >>> quoted([Span(document="d", start=0, end=24, text="[the rebels](#)  of Velm")])
    'the rebels of Velm'
    >>> quoted([Span(document="d", start=0, end=27, text="until they leave\n— 2 —\nVelm")])
    'until they leave Velm'
    """
    text, end = "", 0
    for span in spans:
        between = " " if 0 <= span.start - end <= _NEAR else " … "
        text += (between if text else "") + " ".join(_MARKUP.sub(r"\1", _PAGE.sub(" ", span.text)).split())
        end = span.end
    return text


def nested(text: str) -> str:
    """Words that are put between quotation marks: those within become single ones, each that opens is closed.

    >>> nested('would “carry on to the end'), nested('so "that" it')
    ('would ‘carry on to the end’', 'so ‘that’ it')
    """
    made, opened = "", 0
    for sign in text:
        closes = sign == "”" or (sign == '"' and opened)
        if closes and not opened:
            continue
        opened += -1 if closes else sign in '“"'
        made += "’" if closes else "‘" if sign in '“"' else sign
    return made + "’" * opened


def day(when: When | None) -> str:
    """A time for a reader: "2020-10-28", "2020-10-27 to 2020-10-28", "by 2020-10-28", "?"."""
    if when is None or not when.known:
        return "?"
    first, last = _shown(when.earliest), _shown(when.latest)
    if first == last:
        return first
    if when.granularity == "year" and first[:4] == last[:4]:
        return first[:4]
    if when.granularity == "month" and first[:7] == last[:7]:
        return first[:7]
    if when.granularity in ("part", "time") and first[:10] == last[:10]:
        return f"{first}–{last[11:]}"
    if when.earliest is None:
        return f"by {last}"
    return f"{first} to {last}" if when.latest else f"from {first}"


def _shown(iso: str | None) -> str:
    return (iso or "").replace("T", " ")
