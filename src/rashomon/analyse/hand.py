"""The analyst's hand: what a person decides of records, as a judgement that outlives them.

An actor or happening is made anew at every rebuild, and its id goes when rules change;
so a judgement names the words it rests on: a mention beside an actor, the events of a
happening or contact.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from rashomon.analyse.evidence import record
from rashomon.analyse.view import View
from rashomon.errors import SetupError
from rashomon.model.annotation import Annotation
from rashomon.model.corrections import ActorNames, check
from rashomon.model.finding import Action, Judgement
from rashomon.model.world import Actor, Contact, Happening

_ACTORS = ("actor", "mention")
_HAPPENINGS = ("happening", "contact", "event")


def judgement(
    view: View,
    action: Action,
    ids: Sequence[str],
    *,
    who: str,
    why: str,
    when: str,
    field: str | None = None,
    value: str | None = None,
    all_alike: bool = False,
) -> Judgement:
    """The judgement by which a person decides so of these records.

    Args:
        view: the case.
        action: what is decided.
        ids: the records' ids, or their beginnings.
        who: who decides.
        why: the reason.
        when: the moment, ISO.
        field: what a correction sets.
        value: and to what, as `model.corrections` has it; an actor by its id or name.
        all_alike: also of all records of that kind found by the same rule in the same words.

    Raises:
        SetupError: no such record, or one of which this cannot be decided.
    """
    found = [record(view, id) for id in ids]
    _check_kinds(action, found)
    if all_alike:
        found = list({one.id: one for given in found for one in (given, *alike(view, given))}.values())
    if action == "correct":
        value = _checked(view, found, field or "", value or "")
    subjects = dict.fromkeys(subject for one in found for subject in _subjects(view, action, one))
    return Judgement(action=action, subjects=tuple(subjects), who=who, why=why, when=when, field=field, value=value)


def alike(view: View, one: Any) -> list[Any]:
    """The records of one kind that the same rule found in the same words; of a happening, those like its events."""
    if isinstance(one, Happening):
        own = [record(view, id) for id in one.events]
        others = {other.id: other for event in own for other in alike(view, event)}
        return [other for id, other in others.items() if id not in one.events]
    if not isinstance(one, Annotation):
        raise SetupError(f"{one.id} was found by no one rule: only what a report says has others alike")
    same = (view.amended(other) for other in view.archive.annotations(kind=one.kind))
    return [other for other in same if other.rule == one.rule and _words(other) == _words(one) and other.id != one.id]


def _words(one: Annotation) -> tuple[str, ...]:
    spans = getattr(one, "cue", ()) or getattr(one, "issue", ()) or one.evidence
    return tuple(" ".join(span.text.casefold().split()) for span in spans)


def _check_kinds(action: Action, found: Sequence[Any]) -> None:
    """Refuse what would do nothing."""
    kinds = {one.kind for one in found}
    if action == "merge" and (len(found) < 2 or not any(kinds <= set(some) for some in (_ACTORS, _HAPPENINGS))):
        raise SetupError("merge takes two or more actors, or two or more happenings")
    if action == "split" and not (kinds <= {"mention"} or kinds <= {"event"}):
        raise SetupError("split takes the mentions that are another actor's, or the events that are another happening")
    if action == "undo" and kinds != {"judgement"}:
        raise SetupError("undo takes the id of a judgement: see `rashomon judge --list`")
    if action != "undo" and "judgement" in kinds:
        raise SetupError(f"a judgement cannot be the subject of {action}: undo it")
    if action == "resolve" and kinds != {"difference"}:
        raise SetupError("resolve takes a difference")


def _checked(view: View, found: Iterable[Any], field: str, value: str) -> str:
    """The value of a correction that fits all these records, actors told by id and name."""
    names = ActorNames(view.world.actors)
    for one in found:
        kind = "event" if isinstance(one, Happening | Contact) else one.kind
        try:
            check(kind, field, value, names)
        except ValueError as error:
            raise SetupError(str(error)) from error
    return _lasting(view, names, value) if field in _LINKS else value


_LINKS = frozenset({
    "actor", "speaker", "addressee", "accused", "initiators", "recipients", "places", "side", "by", "holder",
    "subject", "object", "over",
})  # fmt: skip


def _lasting(view: View, names: ActorNames, value: str) -> str:
    """Actors by id and name, so that either finds them when the other is gone."""
    found = [names.find(one) for one in value.split(";") if one.strip()]
    return "; ".join(f"{id} {view.actors[id].name}" for id in found)


def _subjects(view: View, action: Action, one: Any) -> Sequence[str]:
    """What a judgement names for a record."""
    if isinstance(one, Actor) and action != "accept":
        return (one.id, *(one.mentions if action == "reject" else _telling(view, one)))
    if isinstance(one, Happening) and action != "accept":
        return one.events
    if isinstance(one, Contact) and action != "accept":
        return one.members
    return (one.id,)


def _telling(view: View, actor: Actor) -> Sequence[str]:
    """The mention with the fullest name of an actor: it leads to the actor when its id does not any more."""
    own = set(actor.mentions)
    named = [one for one in view.mentions if one.id in own]
    return [min(named, key=lambda one: (-len((one.name or "").split()), one.id)).id] if named else []
