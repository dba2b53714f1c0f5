"""Calls, visits, meetings and letters: who spoke with whom when, and what each side says of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from rashomon.language.lexicon import words
from rashomon.model.annotation import ActorType, Event, Link, Statement
from rashomon.model.sides import Sides
from rashomon.model.text import Span
from rashomon.model.world import Actor, Contact, Happening, Readout

_Kind = Literal["phone", "visit", "meeting", "letter", "unspecified"]
_KINDS: Mapping[str | None, _Kind] = {
    "phone": "phone",
    "visit": "visit",
    "meeting": "meeting",
    "multilateral": "meeting",
    "letter": "letter",
    None: "unspecified",
}
_TOOK_PLACE = frozenset({"asserted", "attributed", "alleged", "judged", "denied"})


# Statements so soon after a talk, in characters, are of it where a side to it makes them …
_AFTER = 600


def contacts(
    happenings: Iterable[Happening],
    events: Iterable[Event],
    statements: Iterable[Statement],
    links: Mapping[str, str],
    *,
    actors: Iterable[Actor] = (),
) -> tuple[Contact, ...]:
    """The contacts among `happenings`, with the readouts that the statements about them give.

    A contact needs two who take part; a visit one and a place, a letter its writer. What
    was only planned is none.

    Args:
        happenings: What the events tell of.
        events: All events of all reports.
        statements: All statements.
        links: From a mention's id to its actor's id.
        actors: Who is meant, for the sides on which they stand.
    """
    maker = _Maker(events, statements, Sides(actors, links))
    return tuple(contact for one in happenings if one.type in _MEETING for contact in maker.contact(one))


# Types of what can be a contact: talks, the summoning of an envoy, the signing of a paper by two at one table.
_MEETING = frozenset({"CONSULT", "ACCUSE", "SUPPORT"})


def _meets(event: Event) -> bool:
    """Whether an event is told as a talk, or as a deed for which two must meet."""
    name = event.rule.removeprefix("event: ").partition(",")[0]
    signed = name in ("sign", "initial", "truce signed") and len(event.initiators) > 1
    return event.type == "CONSULT" or name == "summon" or (signed and event.happened.placed and bool(event.places))


class _Maker:
    """Makes contacts of happenings, with what the reports tell beside them."""

    def __init__(self, events: Iterable[Event], statements: Iterable[Statement], sides: Sides) -> None:
        self._sides = sides
        self._events: dict[str, Event] = {}
        self._talks: dict[str, list[int]] = defaultdict(list)  # by report: where talks are told
        for event in events:
            if _meets(event):
                self._events[event.id] = event
                self._talks[event.document].append(_cue(event).start)
        self._statements: dict[str, list[Statement]] = defaultdict(list)
        for statement in sorted(statements, key=lambda one: (one.evidence[0].start, one.id)):
            self._statements[statement.document].append(statement)

    def contact(self, happening: Happening) -> Iterator[Contact]:
        """The contact that a happening is, if it is one."""
        members = [self._events[id] for id in happening.events if id in self._events]
        kind = _kind(members)
        participants = self._participants((*happening.participants, *self._sayers(members)))
        if not members or happening.mode == "third-party" or not any(_took_place(one) for one in members):
            return
        visited = bool(happening.places) or any(one.rule == "event: visit" for one in members)
        alone = kind == "letter" or (kind == "visit" and visited)
        if len(participants) < (1 if alone else 2):
            return
        yield Contact(
            type=kind,
            happening=happening.id,
            participants=participants,
            happened=happening.happened,
            readouts=self._readouts(members, participants),
            placed_by=self._placed_by(members),
            members=happening.events,
        )

    def _participants(self, links: Iterable[Link]) -> tuple[Link, ...]:
        """Those who talk: where a person takes part, neither his state nor its organs stand beside him."""
        given = [one for one in links if _is_somebody(one)]
        persons = {self._sides.of(one.actor) for one in given if one.actor and self._type(one.actor) == "person"} - {
            one.actor for one in given if self._type(one.actor) == "person"
        }
        return tuple(
            one
            for one in given
            if not one.actor
            or self._type(one.actor) == "person"
            or (self._type(one.actor) != "place" and self._sides.of(one.actor) not in persons)
        )

    def _sayers(self, members: Sequence[Event]) -> Iterator[Link]:
        """The person who says that "he" talked with somebody, where nobody else is told to be meant.

        "The President said that *he* had rung the King": what is told so is told of the sayer.
        """
        seen: set[str] = set()
        for event in members:
            pronouns = [one for one in (*event.initiators, *event.recipients) if self._is_open(one)]
            at = _cue(event).start
            told = [
                one
                for one in self._statements.get(event.document, ())
                if one.form == "indirect" and any(span.start <= at < span.end for span in one.content)
            ]
            if len(pronouns) != 1 or not told:
                continue
            inner = min(told, key=lambda one: sum(span.end - span.start for span in one.content))
            sayers = {id for id, _ in self._sides.linked(inner.speaker) if self._type(id) == "person"}
            for id in sayers - seen if len(sayers) == 1 else ():
                seen.add(id)
                yield Link(actor=id, span=pronouns[0].span)

    def _is_open(self, link: Link) -> bool:
        """Whether a link is a "he" or "she" of which it is not known who is meant."""
        said = link.span.text.lower() if link.span is not None else ""
        return said in ("he", "she") and self._sides.who(link) is None

    def _type(self, id: str | None) -> ActorType | None:
        actor = self._sides.actor(id) if id else None
        return actor.type if actor else None

    def _readouts(self, members: Sequence[Event], participants: Sequence[Link]) -> tuple[Readout, ...]:
        """What each speaker says of it: in its sentence, about it, or as a side to it soon after."""
        of = {self._sides.of(one.actor) for one in participants if one.actor}
        cues = {(one.document, _cue(one).start) for one in members}
        said: dict[str, list[str]] = defaultdict(list)
        by: dict[str, Link] = {}
        for event in members:
            for statement in self._statements.get(event.document, ()):
                if not statement.speaker:
                    continue
                speaker = statement.speaker[0]
                actor = self._sides.who(speaker)
                own = actor is not None and self._sides.of(actor) in of
                # An accusation or a denial beside the call is no account of it, unless it speaks of it.
                tells = statement.act not in ("accuse", "deny") or self._names_talk(statement)
                near = own and tells and (_stands_beside(statement, event) or self._follows(statement, event, cues))
                if _speaks_of(statement, event) or near:
                    key = actor or (speaker.span.text.lower() if speaker.span else "")
                    by.setdefault(key, replace(speaker, actor=actor) if actor else speaker)
                    if statement.id not in said[key]:
                        said[key].append(statement.id)
        return tuple(Readout(by=by[key], statements=tuple(said[key])) for key in sorted(said))

    def _names_talk(self, statement: Statement) -> bool:
        """Whether what is denied is a talk, or what was said in one ("rejected that account"), and no other deed."""
        said = {word.strip(".,;:“”\"'’").lower() for span in statement.content for word in span.text.split()}
        of = statement.of or ""
        return of in self._events or of.startswith("statement-") or bool(said & words("events", "readouts"))

    def _follows(self, statement: Statement, event: Event, own: set[tuple[str, int]]) -> bool:
        """Whether a statement stands soon after the talk is told, before another talk (`own` are of the same)."""
        start, cue = statement.evidence[0].start, _cue(event).start
        if not cue < start <= event.evidence[0].end + _AFTER:
            return False
        talks = self._talks[event.document]
        return not any(cue < other < start and (event.document, other) not in own for other in talks)

    def _placed_by(self, members: Iterable[Event]) -> tuple[Link, ...]:
        """Who rang whom, where that is told."""
        for event in members:
            if event.mode == "phone" and event.recipients and len(event.initiators) == 1:
                return tuple(link for _, link in self._sides.linked(event.initiators)) or event.initiators
        return ()


def _is_somebody(link: Link) -> bool:
    """Whether a link can stand for somebody who talks: known, or named by words that are no mere "we" or "it"."""
    said = link.span.text.lower() if link.span is not None else ""
    return link.actor is not None or (link.mention is not None and said not in _NOBODY)


_NOBODY = frozenset({"we", "us", "our", "it", "they", "them", "their", "i", "you", "he", "she"})


def _kind(members: Iterable[Event]) -> _Kind:
    """What kind of contact: a call told as "talks" too is a call."""
    kinds = [_KINDS.get(one.mode, "unspecified") if one.type == "CONSULT" else "meeting" for one in members]
    return next((one for one in _SUREST if one in kinds), "unspecified")


_SUREST: tuple[_Kind, ...] = ("phone", "visit", "letter", "meeting")


def _took_place(event: Event) -> bool:
    return event.status in _TOOK_PLACE and not event.background


def _cue(event: Event) -> Span:
    return event.cue[0] if event.cue else event.evidence[0]


def _speaks_of(statement: Statement, event: Event) -> bool:
    if statement.of == event.id:
        return True
    at = _cue(event).start
    return any(span.start <= at < span.end for span in statement.content)


def _stands_beside(statement: Statement, event: Event) -> bool:
    return any(span.start <= _cue(event).start < span.end for span in statement.evidence)
