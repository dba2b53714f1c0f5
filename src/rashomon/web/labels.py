"""A few words for each record: what it is, and who says so."""

from typing import Any

from rashomon.analyse.figures import amount, things
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import (
    Annotation,
    Event,
    Figure,
    Lever,
    Mention,
    Pledge,
    Position,
    Relation,
    Statement,
    Time,
)
from rashomon.model.finding import Corroboration, Difference, Judgement
from rashomon.model.text import Document
from rashomon.model.world import Actor, Contact, Happening, Truce


def label(view: View, one: Any) -> str:
    """A record in a few words ("event: assault (shelling), denied")."""
    return f"{one.kind}: {gist(view, one)}"


def gist(view: View, one: Any) -> str:
    """What a record tells, in a few words."""
    match one:
        case Statement():
            who = view.names(one.speaker) if one.speaker else "somebody unnamed"
            return f"{who} {_verb(one)}{f' {view.names(one.accused)}' if one.accused else ''}"
        case Event():
            return f"{one.type.lower()}{f' ({one.mode})' if one.mode else ''}, {one.status}"
        case Figure():
            what = things(one)
            side = f" of {view.names(one.side)}" if one.side else ""
            return f"{amount(one)} {what}{side}"
        case Pledge():
            return f"{one.form} by {view.names(one.by)}"
        case Position():
            return f"{view.names(one.holder)} {one.stance}"
        case Relation():
            return f"{view.names(one.subject)} {one.type} {view.names(one.object)}, {one.status}"
        case Lever():
            return f"{view.names(one.holder)} over {view.names(one.over)}"
        case Mention():
            actor = view.actors.get(view.world.links.get(one.id, ""))
            return actor.name if actor else f"{one.name or quoted(one.evidence)}, nobody known"
        case Time():
            return f"{one.timex.type.lower()} {one.timex.value}"
    return _of_many(view, one)


def _verb(one: Statement) -> str:
    """What its speakers do by saying it, after their names."""
    if len(one.speaker) > 1:
        return one.act
    return f"{one.act[:-1]}ies" if one.act.endswith("y") and one.act != "say" else f"{one.act}s"


def _of_many(view: View, one: Any) -> str:
    """What a record tells that many annotations, or a person, made."""
    match one:
        case Actor():
            return f"{one.name} ({one.type})"
        case Happening():
            return f"{one.type.lower()}{f' ({one.mode})' if one.mode else ''}, {view.names(one.participants)}"
        case Contact():
            return f"{one.type} between {view.names(one.participants)}"
        case Truce():
            return f"between {view.names(one.parties)}: {one.fate}"
        case Difference():
            return f"{one.type}: {one.topic}"
        case Corroboration():
            return one.topic
        case Judgement():
            return f"{one.action} by {one.who}"
        case Document():
            return one.title or one.source
    return str(one.id)


def voices(view: View, one: Annotation) -> list[str]:
    """The chain of voices of a record, from the innermost out to the report."""
    chain = getattr(one, "according_to", ())
    return list(dict.fromkeys(view.name(link) for link in chain)) or [_outlet(view, one.document)]


def _outlet(view: View, document: str) -> str:
    return view.documents[document].outlet or view.numbers[document]


def primary(one: Annotation) -> tuple[Any, ...]:
    """The spans by which a record is marked in its report: what was said, the cue, the number; else its evidence."""
    if isinstance(one, Statement):
        return one.content or one.evidence
    if isinstance(one, Position):
        return one.issue or one.evidence
    return tuple(getattr(one, "cue", ()) or one.evidence)
