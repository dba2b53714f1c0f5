"""Broadcasters told by whose they are: "Dara radio", "the Front's radio", "state television"."""

from collections.abc import Iterator

from rashomon.extract.names.entities import Entity
from rashomon.extract.names.offices import modifiers
from rashomon.extract.names.phrases import Phrases
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention, Title

STATION = "radio of a party"
"""The rule of a broadcaster told by whose it is; by what key it goes, `resolve` tells."""

BROADCASTERS = {"radio": "radio", "television": "television", "tv": "television"}
"""The nouns, and the one under which all reports' words come together."""

# Before "radio" these say whose it is, or how it sends; other words make it a thing ("a hand-held radio").
_OF_STATES = frozenset({"state", "national", "government", "official", "state-run", "state-owned", "state-controlled"})
_OF_OTHERS = frozenset({"clandestine", "rebel", "own", "mobile", "underground"})
_OWNERS = ("state", "armed group", "organisation", "alliance")
# Verbs of which a broadcaster is the subject, besides those of saying, and with which it is told something.
_SENDING = frozenset({"broadcast", "air", "relay", "carry", "quote", "monitor"})
_TOLD = frozenset({"tell", "inform", "assure"})


class Stations:
    """Finds the broadcasters of one report that have no name of their own."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases, self._entities = phrases, phrases.entities

    def told(self, token: Token) -> Iterator[Mention]:
        """The mention of a broadcaster headed by a token; nothing where it may be a thing, or nobody's."""
        noun = BROADCASTERS.get(token.lower)
        if noun is None or token.tag not in ("NN", "NNP") or token.text in ("Radio", "Television"):
            return
        whose = token.child("poss")
        before = [one for one in modifiers(token) if one is not whose]
        held = [found[1] for one in before if (found := self._entities.at(one)) is not None]
        said = {one.lower for one in before if self._entities.by_head.get(one.i) is None}
        if not said <= _OF_STATES | _OF_OTHERS or len(held) > 1 or _is_any(token):
            return
        if whose is not None:
            yield from self._owned(token, noun, whose)
        elif held and self._is_station(token, noun, held[0], said):
            yield from self._of(token, noun, held[0])
        elif said & _OF_STATES:
            yield from self._made(token, noun, None)
        elif (
            not held and not said and token.all("det") and (behind := self._behind(token)) is not None and _sends(token)
        ):
            yield from self._of(token, noun, behind)

    def _is_station(self, token: Token, noun: str, entity: Entity, said: set[str]) -> bool:
        """Whether "the Kenyan radio" sends and is no device; "Dara radio" and "Kenyan state radio" always do."""
        named = entity.type == "place" and not token.all("det")
        return noun == "television" or bool(said & _OF_STATES) or named or _sends(token)

    def _owned(self, token: Token, noun: str, whose: Token) -> Iterator[Mention]:
        """The radio that somebody has: only where it broadcasts or is spoken to, as soldiers have radios, too."""
        found = self._entities.at(whose)
        owns = found is not None and (found[1].is_person or found[1].type in _OWNERS)
        if found is not None and owns and (noun == "television" or _sends(token)):
            yield from self._made(token, noun, found[1])

    def _of(self, token: Token, noun: str, entity: Entity) -> Iterator[Mention]:
        """The radio of a town, by its name, or of a state or body."""
        if entity.type == "place":
            yield from self._phrases.made(
                token, "outlet", None, name=f"{entity.name} {noun}", country=entity.country, rule=STATION, score=0.8
            )
        elif entity.type in (*_OWNERS, "people"):
            yield from self._made(token, noun, entity)

    def _made(self, token: Token, noun: str, entity: Entity | None) -> Iterator[Mention]:
        of = (entity.state or entity.name) if entity is not None else None
        country = entity.country if entity is not None else None
        roles = (Title(title=noun, of=of),)
        yield from self._phrases.made(token, "outlet", None, country=country, roles=roles, rule=STATION, score=0.8)

    def _behind(self, token: Token) -> Entity | None:
        """The place or body named behind a noun ("the radio in Dara", "the radio of the Front")."""
        for preposition in token.all("prep") if token.all("det") else ():
            held = preposition.child("pobj") if preposition.lower in ("in", "of") else None
            found = self._entities.at(held) if held is not None else None
            if found is not None and (found[1].type == "place" or preposition.lower == "of"):
                return found[1]
        return None


def _is_any(token: Token) -> bool:
    """Whether a noun means one of many, or some thing."""
    vague = any(one.lower in ("a", "an", "any", "some", "no", "every") for one in token.all("det"))
    return vague or token.child("nummod", "relcl") is not None


def _sends(token: Token) -> bool:
    """Whether a noun says something, or something is said to it."""
    verb = token.head
    if token.dep == "pobj":
        told = verb.lower in ("on", "over") and verb.head.lemma in _SENDING | words("naming", "speech")
        sent = verb.lower == "by" and verb.head.lemma in _SENDING  # "he said by radio" is how he said it
        return told or sent or (verb.lower == "to" and verb.head.lemma in ("according", "speak"))
    speaks = verb.lemma in words("naming", "speech") | _SENDING
    return (token.dep == "nsubj" and speaks) or (token.dep in ("dobj", "dative") and verb.lemma in _TOLD)
