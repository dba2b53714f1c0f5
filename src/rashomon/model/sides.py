"""For whom actors stand: a state's leaders, organs and troops are on its side, and the two sides of a war."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from rashomon.model.annotation import Event, Link, Status
from rashomon.model.world import Actor

TOLD: frozenset[Status] = frozenset({"asserted", "attributed", "alleged"})
"""The statuses of what some voice says took place."""

_CAMPS = frozenset({"state", "armed group", "alliance"})
_HARM = frozenset({"ASSAULT", "COERCE"})
# Words of the names of a state's own forces, unless with these of those who rise against it.
_REGULAR = frozenset({"army", "navy", "force", "forces", "guard", "guards", "police", "staff", "command", "marines"})
_RISING = frozenset({"liberation", "resistance", "revolutionary", "people's", "popular", "free", "rebel", "salvation"})
# Of the pairs told to fight each other, the first must be told so many times as often as the second.
_CLEAR = 2
_BOTH = 2


class Sides:
    """Who is meant by links, and on whose side they stand."""

    def __init__(self, actors: Iterable[Actor], links: Mapping[str, str]) -> None:
        self._actors = {one.id: one for one in actors}
        self._links = links
        self._sides: dict[str, str] = {}

    def who(self, link: Link) -> str | None:
        """The id of the actor that a link means; where no mention tells, the one whose name the words are."""
        actor = link.actor or self._links.get(link.mention or "")
        if actor is None and link.mention is None and link.span is not None:
            return self._named.get(link.span.text.lower())
        return actor

    def linked(self, links: Iterable[Link]) -> Iterator[tuple[str, Link]]:
        """The links that mean somebody known, with the actor put in."""
        for link in links:
            actor = self.who(link)
            if actor:
                yield actor, link if link.actor else replace(link, actor=actor)

    def actor(self, id: str) -> Actor | None:
        """The actor of that id."""
        return self._actors.get(id)

    def named(self, name: str) -> str | None:
        """The id of the actor that goes by this name, whatever its article; None where none or several do."""
        return self._named.get(name.lower()) or self._named.get(name.lower().removeprefix("the "))

    def of(self, id: str) -> str:
        """The state on whose side an actor stands; the actor itself where none is known."""
        if id not in self._sides:  # comparing accounts asks this many times of each
            self._sides[id] = self._side_of(id)
        return self._sides[id]

    def _side_of(self, id: str) -> str:
        actor = self._actors.get(id)
        if actor is None:
            return id
        if actor.country is not None and not _rises(actor):
            return self._states.get(actor.country, actor.country)
        for name in (*(role.of or role.title.rpartition(" of ")[2] for role in actor.roles), _whose(actor)):
            state = self._named.get(name.lower()) if name else None
            if state is not None and self._actors[state].type == "state":
                return state
        return id

    def at_war(self, events: Iterable[Event], *, sure: bool = False) -> tuple[str, ...]:
        """The two sides that these events tell to fight each other; none where it is not clear.

        Accusations count beside blows, and alone where each of the two accuses the other. What is told once alone
        is not `sure` where others strike or accuse too.
        """
        told = [one for one in events if not one.background and one.status in TOLD]
        counts = Counter(pair for event in told for pair in self._opposed(event))
        charges = Counter(pair for event in told if event.type == "ACCUSE" for pair in self._charged(event))
        for (accuser, accused), number in charges.items():
            pair = tuple(sorted((accuser, accused)))
            if pair in counts or (accused, accuser) in charges:
                counts[pair] += number
        camps = {id for pair in (*counts, *charges) for id in pair}
        if sure and max(counts.values(), default=0) == 1 and len(camps) > _BOTH:
            return ()
        ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEAR * ranked[1][1]):
            return ()
        return ranked[0][0]

    def _opposed(self, event: Event) -> Iterator[tuple[str, ...]]:
        """The pairs of sides of which one harms the other, or which fight or accuse each other."""
        doers, others = self._camps(event.initiators), self._camps(event.recipients)
        if event.type in _HARM:
            yield from (tuple(sorted((a, b))) for a in doers for b in others if a != b)
        if len(doers) == 2 and not others and (event.rule.endswith("outbreak") or event.type == "ACCUSE"):
            yield tuple(sorted(doers))

    def _charged(self, event: Event) -> Iterator[tuple[str, str]]:
        """The pairs of sides of which one accuses the other."""
        accused = self._camps(event.recipients)
        yield from ((a, b) for a in self._camps(event.initiators) for b in accused if a != b)

    def _camps(self, links: Iterable[Link]) -> set[str]:
        """The sides of links, of those that can wage war."""
        found = {self.of(id) for id, _ in self.linked(links)}
        return {one for one in found if (actor := self._actors.get(one)) and actor.type in _CAMPS}

    @cached_property
    def _states(self) -> dict[str, str]:
        """The actor that is the state of each country."""
        return {one.country: one.id for one in self._actors.values() if one.type == "state" and one.country}

    @cached_property
    def _named(self) -> dict[str, str]:
        """Actors by name, where a name is one actor's alone."""
        found: dict[str, set[str]] = {}
        for one in self._actors.values():
            for name in {one.name, *one.names}:
                found.setdefault(name.lower(), set()).add(one.id)
        return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _rises(actor: Actor) -> bool:
    """Whether an armed group of a country has a name of its own, as no state's forces have ("Armed Forces")."""
    words = set(actor.name.lower().replace("’", "'").split())
    own = not words & _REGULAR or bool(words & _RISING)
    return actor.type == "armed group" and not _whose(actor) and own


def _whose(actor: Actor) -> str:
    """The state in the name of an organ ("Armed Forces of Ostria")."""
    return actor.name.rpartition(" of ")[2] if " of " in actor.name and actor.type != "state" else ""
