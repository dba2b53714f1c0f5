"""Which talk an account is of: two calls of the same two leaders are not told against each other."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

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
    mine = told.evidence[0]
    own = {
        contact.id: _parties(contact)
        for contact, deed in _by_report(view).get(told.document, ())
        if mine.covers(deed.evidence[0]) or deed.evidence[0].covers(mine)
    }
    there = {contact.id for contact, _ in _by_report(view).get(other.document, ()) if _parties(contact) in own.values()}
    return bool(there) and there.isdisjoint(own)


def _by_report(view: View) -> Mapping[str, Sequence[tuple[Contact, Event]]]:
    """The talks that each report tells of, each with the deeds by which it does."""
    if "talks" not in view.findings:
        found = view.findings["talks"] = defaultdict[str, list[tuple[Contact, Event]]](list)
        for contact in view.world.contacts:
            for deed in filter(None, map(view.events_by_id.get, contact.members)):
                found[deed.document].append((contact, deed))
    talks: Mapping[str, Sequence[tuple[Contact, Event]]] = view.findings["talks"]
    return talks


def _parties(contact: Contact) -> frozenset[str]:
    """Those who talked, where both sides are known; none of a talk of one known side."""
    found = frozenset(link.actor for link in contact.participants if link.actor)
    return found if len(found) > 1 else frozenset({contact.id})
