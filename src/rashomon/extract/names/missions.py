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

MISSION_AGAIN = "mission told before"
"""The rule of "the force" by which a report goes back to such a noun."""

# Plurals that, counted or described, are only some of those sent ("two U.N. soldiers").
_MEN = frozenset({"soldiers"})
# Nouns by which those sent go again once they are told of ("the force").
_AGAIN = frozenset({"force", "mission", "contingent"})

WATCHERS = "observers"
"""The title of those whom an alliance has sent to watch."""


class Missions:
    """Finds those in one report whom an alliance has sent."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases, self._entities = phrases, phrases.entities
        self._told: dict[str, Entity] = {}  # those told of without a name, by the noun and who has sent them
        self._heads: set[int] = set()  # the nouns that stand for them

    def sent(self, token: Token) -> Entity | None:
        """The alliance that has sent those whom a noun means ("the U.N. force", "African Union peacekeepers")."""
        watching = _are_watching(token)
        if token.lower not in words("organisations", "sent") and not watching:
            return None
        if token.lower in _MEN and (token.child("nummod", "relcl", "acl") or _is_counted(token)):
            return None
        near = [self._entities.at(one) for one in token.all("compound", "nmod", "amod", "poss")]
        found = [one[1] for one in near if one is not None and _may_send(one[1], watching=watching)]
        return found[0] if len(found) == 1 else None

    def mission(self, token: Token, alliance: Entity) -> Iterator[Mention]:
        """The mention of those whom an alliance has sent; by what name they go, `resolve` tells by all reports."""
        watching = _are_watching(token)
        roles = (Title(title=WATCHERS if watching else token.lower, of=alliance.name),)
        kind: ActorType = "organisation" if watching else "armed group"
        self._heads.add(token.i)
        for mention in self._phrases.made(token, kind, None, roles=roles, rule=MISSION, score=0.7):
            if token.lower in _AGAIN:
                self._told.setdefault(f"{token.lower} {alliance.name}", Entity(mention.id, kind, root=mention.id))
            yield mention

    def again(self, token: Token) -> Iterator[Mention]:
        """The mention of "the force" where the only force of which the report has told is one that an alliance sent."""
        bare = all(one.dep in ("det", "punct", "case") for one in token.children)
        the = any(one.lower == "the" for one in token.all("det"))
        if token.lower not in _AGAIN or not (bare and the) or not token.text.islower():
            return
        before = [one for one in self._phrases.all(token.lower) if one.i < token.i and one.tag in ("NN", "NNP")]
        told = [one for name, one in self._told.items() if name.startswith(f"{token.lower} ")]
        if len(told) == 1 and all(one.i in self._heads for one in before):
            self._heads.add(token.i)
            yield from self._phrases.made(token, told[0].type, told[0], rule=MISSION_AGAIN, score=0.75)


def _is_counted(token: Token) -> bool:
    """Whether a plural is some of those it names ("dozens of U.N. soldiers")."""
    share = token.head.head if token.dep == "pobj" and token.head.lower == "of" else None
    return share is not None and (share.tag == "CD" or share.tag.startswith("NN"))


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
