"""Which talk an account is of: two calls of the same two leaders are not told against each other."""

from rashomon.analyse.view import View
from rashomon.model.annotation import Annotation, Event
from rashomon.model.world import Contact


def of_another_talk(view: View, a: Annotation, b: Annotation) -> bool:
    """Whether two reports tell of two talks of the same parties, and one record tells of its own report's.

    A denial "that the two leaders discussed it" is of the call that its own report tells of, not of another call
    which another report tells of.
    """
    if a.document == b.document:
        return False
    return any(_is_of_another(view, told, other) for told, other in ((a, b), (b, a)))


def _is_of_another(view: View, told: Annotation, other: Annotation) -> bool:
    own = [one for one in view.world.contacts if _tells(view, one, told)]
    if not own:
        return False
    parties = [_parties(one) for one in own]
    there = [one for one in view.world.contacts if _is_in(view, one, other.document) and _parties(one) in parties]
    return bool(there) and not {one.id for one in there} & {one.id for one in own}


def _tells(view: View, contact: Contact, told: Annotation) -> bool:
    """Whether a record tells of a contact: one of its deeds stands in the record's words, or about them."""
    mine = told.evidence[0]
    return any(
        deed.id == told.id or (deed.document == told.document and (mine.covers(own) or own.covers(mine)))
        for deed in _deeds(view, contact)
        for own in deed.evidence[:1]
    )


def _is_in(view: View, contact: Contact, document: str) -> bool:
    return any(deed.document == document for deed in _deeds(view, contact))


def _deeds(view: View, contact: Contact) -> list[Event]:
    return [deed for id in contact.members if (deed := view.events_by_id.get(id)) is not None]


def _parties(contact: Contact) -> frozenset[str]:
    """Those who talked, where both sides are known; none of a talk of one known side."""
    found = frozenset(link.actor for link in contact.participants if link.actor)
    return found if len(found) > 1 else frozenset({contact.id})
