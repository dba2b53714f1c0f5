"""Those whom an alliance has sent to keep a peace or to watch: "the U.N. force", "the observers of the union"."""

from collections.abc import Iterator

from rashomon.extract.names.entities import Entity
from rashomon.extract.names.offices import modifiers
from rashomon.extract.names.phrases import Phrases
from rashomon.extract.names.together import is_deployed
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

# Sentences behind which such a noun may mean others; parties whose telling makes "the force" theirs.
_NEAR = 3
_ARMED = frozenset(
    {"army", "military", "militia", "rebel", "guerrilla", "insurgent", "fighter", "gunman", "troop", "force"}
)

WATCHERS = "observers"
"""The title of those whom an alliance has sent to watch."""


class Missions:
    """Finds those in one report whom an alliance has sent."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases, self._entities = phrases, phrases.entities
        self._told: dict[str, Entity] = {}  # those told of without a name, by the noun and who has sent them
        self._heads: set[int] = set()  # the nouns that stand for them
        self._last: dict[str, Token] = {}  # the last of these nouns, by the noun

    def sent(self, token: Token) -> Entity | None:
        """The alliance that has sent those whom a noun means ("the U.N. force", "African Union peacekeepers")."""
        watching = _are_watching(token)
        if token.lower not in words("organisations", "sent") and not watching:
            return None
        if token.lower in _MEN and (token.child("nummod", "relcl", "acl") or _is_counted(token)):
            return None
        near = [self._entities.at(one) for one in token.all("compound", "nmod", "amod", "poss")]
        if watching:  # "the observers of the union"; "observers of the union" are those who write about it
            sure = any(one.lower in ("the", "these", "those") for one in token.all("det")) or token.child("nummod")
            own = (sure or is_deployed(token)) and token.child("amod") is None
            behind = [prep for prep in token.all("prep") if prep.lower == "from" or (own and prep.lower == "of")]
            near += [self._entities.at(noun) for prep in behind for noun in prep.all("pobj")]
        found = [one[1] for one in near if one is not None and _may_send(one[1], watching=watching)]
        return found[0] if len(found) == 1 else None

    def mission(self, token: Token, alliance: Entity) -> Iterator[Mention]:
        """The mention of those whom an alliance has sent; by what name they go, `resolve` tells by all reports."""
        watching = _are_watching(token)
        roles = (Title(title=WATCHERS if watching else token.lower, of=alliance.name),)
        kind: ActorType = "organisation" if watching else "armed group"
        self._heads.add(token.i)
        self._last[token.lower] = token
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
        if len(told) == 1 and all(one.i in self._heads for one in before) and self._goes_on(token):
            self._heads.add(token.i)
            self._last[token.lower] = token
            yield from self._phrases.made(token, told[0].type, told[0], rule=MISSION_AGAIN, score=0.75)

    def _goes_on(self, token: Token) -> bool:
        """Whether a noun is soon told again, no other armed party acting; a mission (which may be any task) speaks."""
        last = self._last.get(token.lower)
        if last is None or not 0 <= token.sentence - last.sentence <= _NEAR:
            return False
        if token.lower == "mission" and (token.dep != "nsubj" or token.head.lemma not in words("naming", "speech")):
            return False
        return not any(
            self._is_armed(one)
            for one in self._phrases.subjects(last.sentence, token.sentence)
            if one.i not in self._heads and one.i != token.i
        )

    def _is_armed(self, token: Token) -> bool:
        """Whether a noun is a party that bears arms."""
        found = self._entities.at(token)
        return token.lemma.lower() in _ARMED or (found is not None and found[1].type == "armed group")


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
