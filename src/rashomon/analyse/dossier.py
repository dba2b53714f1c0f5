"""All that a case holds of one actor: what it said and did, what it is accused of, what is counted of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.analyse.differences import differences
from rashomon.analyse.timeline import Entry, timeline
from rashomon.analyse.view import View
from rashomon.model.annotation import Figure, Link, Mention, Pledge, Position, Relation, Statement
from rashomon.model.finding import Difference
from rashomon.model.world import Actor, Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Records about an actor, each list in reading order; `about` are the figures of its losses or means."""

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
    id, own = actor.id, set(actor.mentions)

    def among(links: Iterable[Link]) -> bool:
        return any(link.actor == id for link in links)

    return Dossier(
        actor=actor,
        mentions=tuple(one for one in view.mentions if one.id in own),
        said=tuple(one for one in view.statements if among(one.speaker)),
        accused_of=tuple(one for one in view.statements if among(one.accused)),
        took_part=tuple(one for one in timeline(view, background=True) if among(one.happening.participants)),
        about=tuple(one for one in view.figures if among(one.side)),
        counted_by_it=tuple(one for one in view.figures if among(one.according_to[:1])),
        pledges=tuple(one for one in view.pledges if among(one.by)),
        positions=tuple(one for one in view.positions if among(one.holder)),
        relations=tuple(one for one in view.relations if among((*one.subject, *one.object))),
        contacts=tuple(one for one in view.world.contacts if among(one.participants)),
        disputes=tuple(one for one in differences(view) if any(among(side.who) for side in one.sides)),
    )
