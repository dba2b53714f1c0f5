"""Those whom an alliance has sent to keep a peace or to watch: "the U.N. force", "the observers of the union"."""

from collections.abc import Iterator

from rashomon.extract.names.entities import Entity
from rashomon.extract.names.offices import modifiers
from rashomon.extract.names.phrases import Phrases
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import ActorType, Mention, Title

MISSION = "mission of an alliance"
"""The rule of a noun for those whom an alliance has sent ("the U.N. force")."""

WATCHERS = "observers"
"""The title of those whom an alliance has sent to watch."""


class Missions:
    """Finds those in one report whom an alliance has sent."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases, self._entities = phrases, phrases.entities

    def sent(self, token: Token) -> Entity | None:
        """The alliance that has sent those whom a noun means ("the U.N. force", "African Union peacekeepers")."""
        watching = _are_watching(token)
        if token.lower not in words("organisations", "sent") and not watching:
            return None
        near = [self._entities.at(one) for one in token.all("compound", "nmod", "amod", "poss")]
        found = [one[1] for one in near if one is not None and _may_send(one[1], watching=watching)]
        return found[0] if len(found) == 1 else None

    def mission(self, token: Token, alliance: Entity) -> Iterator[Mention]:
        """The mention of those whom an alliance has sent; by what name they go, `resolve` tells by all reports."""
        watching = _are_watching(token)
        roles = (Title(title=WATCHERS if watching else token.lower, of=alliance.name),)
        kind: ActorType = "organisation" if watching else "armed group"
        yield from self._phrases.made(token, kind, None, roles=roles, rule=MISSION, score=0.7)


def _are_watching(token: Token) -> bool:
    """Whether a noun means those sent to watch ("U.N. observers", "the monitoring team")."""
    if token.lower in words("organisations", "watchers"):
        return True
    before = {one.lower for one in modifiers(token)}
    return token.lower in words("organisations", "watching") and bool(before & words("organisations", "of_watchers"))


def _may_send(entity: Entity, *, watching: bool) -> bool:
    """Whether a body may have sent those who keep a peace or watch it."""
    if entity.type == "alliance":
        return True
    return watching and entity.type == "organisation" and entity.name in words("organisations", "senders")
