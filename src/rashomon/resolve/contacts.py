"""Calls, visits, meetings and letters: who spoke with whom when, and what each side says of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from rashomon.model.annotation import Event, Link, Statement
from rashomon.model.world import Contact, Happening, Readout

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


def contacts(
    happenings: Iterable[Happening], events: Iterable[Event], statements: Iterable[Statement], links: Mapping[str, str]
) -> tuple[Contact, ...]:
    """The contacts among `happenings`, with the readouts that the statements about them give.

    A contact needs two who take part, a visit or a letter one; what was only planned is none.
    """
    by_id = {one.id: one for one in events}
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_document[statement.document].append(statement)
    return tuple(_contacts(happenings, by_id, by_document, links))


def _contacts(
    happenings: Iterable[Happening],
    events: Mapping[str, Event],
    statements: Mapping[str, list[Statement]],
    links: Mapping[str, str],
) -> Iterator[Contact]:
    for one in happenings:
        members = [events[id] for id in one.events if id in events]
        kind = _KINDS.get(one.mode, "unspecified")
        if one.type != "CONSULT" or one.mode == "third-party" or not _took_place(members):
            continue
        if len(one.participants) < (1 if kind in ("visit", "letter") else 2):
            continue
        yield Contact(
            type=kind,
            happening=one.id,
            participants=one.participants,
            happened=one.happened,
            readouts=_readouts(members, statements, links),
            placed_by=_placed_by(members, links),
            members=one.events,
        )


def _took_place(members: Iterable[Event]) -> bool:
    return any(one.status in _TOOK_PLACE and not one.background for one in members)


def _readouts(
    members: Sequence[Event], statements: Mapping[str, list[Statement]], links: Mapping[str, str]
) -> tuple[Readout, ...]:
    """What each speaker says of it: statements in whose sentence it is told, or that are about it."""
    said: dict[str, list[str]] = defaultdict(list)
    by: dict[str, Link] = {}
    for event in members:
        for statement in statements.get(event.document, ()):
            if statement.speaker and _speaks_of(statement, event):
                speaker = statement.speaker[0]
                actor = speaker.actor or links.get(speaker.mention or "")
                key = actor or (speaker.span.text.lower() if speaker.span else "")
                by.setdefault(key, replace(speaker, actor=actor) if actor else speaker)
                if statement.id not in said[key]:
                    said[key].append(statement.id)
    return tuple(Readout(by=by[key], statements=tuple(said[key])) for key in sorted(said))


def _speaks_of(statement: Statement, event: Event) -> bool:
    if statement.of == event.id:
        return True
    cue = event.cue[0] if event.cue else event.evidence[0]
    return any(span.start <= cue.start < span.end for span in (*statement.evidence, *statement.content))


def _placed_by(members: Iterable[Event], links: Mapping[str, str]) -> tuple[Link, ...]:
    """Who rang whom, where that is told."""
    for event in members:
        if event.mode == "phone" and event.recipients and len(event.initiators) == 1:
            link = event.initiators[0]
            actor = link.actor or links.get(link.mention or "")
            return (replace(link, actor=actor) if actor else link,)
    return ()
