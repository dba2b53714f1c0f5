"""All that a case holds of one actor: what it said and did, what it is accused of, what is counted of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from rashomon.analyse.differences import differences
from rashomon.analyse.timeline import Entry, order, timeline
from rashomon.analyse.view import View
from rashomon.model.annotation import Figure, Link, Mention, Pledge, Position, Relation, Statement
from rashomon.model.finding import Difference
from rashomon.model.world import Actor, Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Records about an actor, each list in order of time, then the undated; `about` are its losses or means."""

    actor: Actor
    mentions: tuple[Mention, ...]
    said: tuple[Statement, ...]
    accused_of: tuple[Statement, ...]
    took_part: tuple[Entry, ...]
    about: tuple[Figure, ...]
    counted_by_it: tuple[Figure, ...]
    pledges: tuple[Pledge, ...]
    positions: tuple[Position, ...]
    relations: tuple[Relation, ...]
    contacts: tuple[Contact, ...]
    disputes: tuple[Difference, ...]


def dossier(view: View, actor: Actor) -> Dossier:
    """The dossier of an actor of this case."""
    found = by_actor(view).get(actor.id, {})
    parts: dict[str, Any] = {one.name: tuple(found.get(one.name, ())) for one in fields(Dossier)}
    return Dossier(**parts | {"actor": actor})


def by_actor(view: View) -> dict[str, dict[str, list[Any]]]:
    """What there is of each actor, by the names of a dossier's fields; each record once."""
    if "by actor" not in view.findings:
        view.findings["by actor"] = _by_actor(view)
    made: dict[str, dict[str, list[Any]]] = view.findings["by actor"]
    return made


def _by_actor(view: View) -> dict[str, dict[str, list[Any]]]:
    found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))

    def put(part: str, record: Any, links: Iterable[Link]) -> None:
        for id in {link.actor for link in links if link.actor}:
            found[id][part].append(record)

    own = {mention: actor.id for actor in view.world.actors for mention in actor.mentions}
    for one in view.mentions:
        if one.id in own:
            found[own[one.id]]["mentions"].append(one)
    for said in sorted(view.statements, key=lambda one: order(one.said)):
        put("said", said, said.speaker)
        put("accused_of", said, said.accused)
    for entry in timeline(view, background=True):
        put("took_part", entry, entry.happening.participants)
    for figure in sorted(view.figures, key=lambda one: order(one.as_of)):
        put("about", figure, figure.side)
        put("counted_by_it", figure, figure.according_to[:1])
    for pledge in sorted(view.pledges, key=lambda one: order(one.said)):
        put("pledges", pledge, pledge.by)
    for position in sorted(view.positions, key=lambda one: order(one.said)):
        put("positions", position, position.holder)
    for relation in view.relations:
        put("relations", relation, (*relation.subject, *relation.object))
    for contact in view.world.contacts:
        put("contacts", contact, contact.participants)
    for dispute in differences(view):
        put("disputes", dispute, (link for side in dispute.sides for link in side.who))
    return found
