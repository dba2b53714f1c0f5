"""Noun phrases that stand for somebody without a name: "the Turkish leader", "its defence ministry", "both sides"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from rashomon.extract.names.bodies import Bodies
from rashomon.extract.names.captives import Captives
from rashomon.extract.names.entities import Entities, Entity
from rashomon.extract.names.groups import Groups, group_nouns
from rashomon.extract.names.missions import Missions
from rashomon.extract.names.nouns import Nouns
from rashomon.extract.names.offices import (
    before_name,
    is_counterpart,
    is_definite,
    is_head,
    is_pair,
    modifiers,
    organ_nouns,
)
from rashomon.extract.names.organs import Organs, our_arms
from rashomon.extract.names.pairs import Pairs, says_two, stands_alone
from rashomon.extract.names.persons import Persons
from rashomon.extract.names.phrases import Phrases
from rashomon.extract.names.pronouns import is_subject
from rashomon.extract.names.stations import BROADCASTERS, Stations
from rashomon.extract.names.together import COUNTS, Together
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Mention, Title

# Nouns for what speaks for an organ: "the press service".
_OFFICES = {"service", "office", "department"}


@cache
def describing() -> frozenset[str]:
    """The nouns that can head a description, singular and plural, and the words that stand alone for two."""
    nouns = {*words("titles", "person_noun"), *words("titles", "state_noun"), *words("naming", "sides"), "head"}
    nouns |= words("naming", "collective_states") | words("naming", "collective_bodies") | words("naming", "powers")
    nouns |= words("naming", "papers") | words("titles", "somebody") | words("titles", "kin") | {"number"}
    nouns |= words("organisations", "watching")
    nouns |= words("organisations", "led") | words("organisations", "risen_men") | set(our_arms())
    nouns |= {noun for band in lexicon("organisations")["bands"].values() for noun in band}
    nouns |= words("organisations", "captured") | words("organisations", "captives")
    nouns |= set(lexicon("organisations")["called_again"]) | set(BROADCASTERS)
    nouns |= {*words("naming", "foes"), *organ_nouns(), *lexicon("organisations")["kinds"], *_OFFICES}
    return frozenset(
        nouns
        | {"countries"}
        | {noun + "s" for noun in nouns}
        | group_nouns()
        | {"both", "neither", "two"}
        | set(COUNTS)
    )


class Descriptions:
    """Finds the descriptions of one report and whom they stand for."""

    def __init__(self, analysis: Analysis, entities: Entities) -> None:
        self._entities = entities
        self._phrases = Phrases(analysis, entities)
        self._persons, self._bodies = Persons(self._phrases), Bodies(self._phrases)
        self._together, self._missions = Together(self._phrases), Missions(self._phrases)
        self._organs = Organs(self._phrases)
        self._captives = Captives(self._phrases)
        self._stations = Stations(self._phrases)
        self._pairs, self._groups = Pairs(analysis, entities), Groups(analysis, entities)
        self._nouns = Nouns(analysis, entities)
        self.heads = describing() | self._nouns.heads
        """The nouns that can head a description in this report."""

    def at(self, token: Token) -> Iterator[Mention]:
        """The description headed by a token, if there is one."""
        if token.dep in ("compound", "nmod") and token.i not in self._entities.by_head:
            yield from self._organs.before_title(token)
        if token.i in self._entities.by_head or token.dep in ("compound", "nmod", "attr", "amod"):
            return
        if token.head.lower == "of" and is_head(token.head.head):
            return
        bearer = self._nouns.bearer(token)
        if bearer is not None and token.lower not in words("titles", "person_noun"):
            yield from self._phrases.made(token, bearer.type, bearer, rule="noun told before", score=0.8)
            return
        found = list(self._somebody(token)) or list(self._groups.described(token))
        if bearer is not None and not any(one.antecedents or one.name for one in found):
            found = list(self._phrases.made(token, bearer.type, bearer, rule="noun told before", score=0.8))
        found = found or list(self._stations.told(token)) or list(self._bodies.called(token))
        captive = self._captives.counted(token)
        if captive is not None and not any(one.antecedents or one.name or one.roles for one in found):
            of_country = [replace(one, roles=(captive,)) for one in found if one.type == "people"]
            found = of_country or (found or list(self._captives.mention(token, captive)))
        yield from found

    def _somebody(self, token: Token) -> Iterator[Mention]:
        """The description of a person, a party, a body or a state known to the report."""
        lower = token.lower
        if collective := self._together.collective(token):
            yield from self._together.together(token, collective)
        elif (lower in words("titles", "person_noun") or is_head(token) or is_counterpart(token)) and not before_name(
            token
        ):
            yield from self._persons.described(token)
        elif lower in words("titles", "kin") and token.tag == "NN" and token.child("poss") is not None:
            yield from self._persons.relative(token)
        elif lower in words("titles", "somebody") and self._persons.is_somebody(token):
            yield from self._persons.somebody(token)
        elif lower in words("naming", "sides") and says_two(token):
            yield from self._phrases.several(token, self._both(token), rule="both sides")
        elif lower in ("side", "party") and is_definite(token) and token.child("poss", "prep") is None:
            yield from self._side(token)
        elif lower in words("naming", "foes") and is_definite(token) and token.child("poss", "prep") is None:
            yield from self._enemy(token)
        elif (leader := self._bodies.leader(token)) is not None:
            yield from self._bodies.men(token, leader)
        elif (band := self._bodies.banded(token)) is not None:
            yield from self._bodies.band(token, band)
        elif (alliance := self._missions.sent(token)) is not None:
            yield from self._missions.mission(token, alliance)
        elif again := list(self._missions.again(token)):
            yield from again
        elif organ := self._organs.organ(token):
            yield from self._organs.described(token, organ)
        elif lower in words("titles", "state_noun") and is_definite(token) and token.child("appos") is None:
            yield from self._bodies.country(token)
        elif lower.endswith("s") and lower[:-1] in words("titles", "person_noun") and is_pair(token):
            yield from self._several_persons(token)
        elif lower in words("naming", "papers") and any(one.lower in ("a", "an") for one in token.all("det")):
            yield from self._bodies.paper(token)
        elif lower in lexicon("organisations")["kinds"] and is_definite(token):
            yield from self._bodies.short(token)
        elif (
            lower in words("organisations", "insurgents")
            and is_subject(token)
            and not any(True for _ in token.children)
        ):
            yield from self._bodies.rebels(token)  # "Rebels opened fire"

    def _both(self, token: Token) -> tuple[Entity, Entity] | None:
        """The two sides: of states those just named, else the parties to the war, else two who act together."""
        just = None
        if token.lower in words("naming", "states"):
            just = self._pairs.states(token) or self._pairs.coordinated_states(token)
        return just or self._pairs.parties() or self._pairs.agreeing(token)

    def _side(self, token: Token) -> Iterator[Mention]:
        """The state of "the Velmoran side", the other one of "the other side"."""
        before = [one for one in token.children if one.dep in ("amod", "compound", "nmod")]
        if any(one.lower == "other" for one in before):
            yield from self._enemy(token, rule="the other side")
            return
        owner = self._phrases.owner(token) if len(before) == 1 and token.lower == "side" else None
        if owner is not None and owner.entity is not None and owner.entity.type in ("state", "people"):
            yield from self._phrases.made(token, "state", owner.entity, owner=owner, rule="side of a state")

    def _enemy(self, token: Token, *, rule: str = "the enemy") -> Iterator[Mention]:
        """The other of the two at war, where the one who speaks here is of one of them."""
        owner = self._phrases.adjective(token) if rule == "the enemy" else None
        if owner is not None and owner.entity is not None and owner.entity.type == "state":  # "the Sulean invader"
            yield from self._phrases.made(token, "state", owner.entity, owner=owner, rule="side of a state")
            return
        pair, own = self._pairs.parties(), self._pairs.acting(token)
        if own is None and not _is_told_by_pronoun(token):
            own = self._pairs.speaking(token)
        other = None
        if pair is not None and own is not None and own.name in (pair[0].name, pair[1].name):
            other = pair[1] if own.name == pair[0].name else pair[0]
        told = other is None and own is not None and own.type == "state"
        roles = (Title(title="enemy", of=own.name),) if told and own is not None else ()
        yield from self._phrases.made(token, other.type if other else None, other, roles=roles, rule=rule, score=0.75)

    def alone(self, token: Token) -> Iterator[Mention]:
        """The mention of "both", "neither", "the two" or "the four" without a noun."""
        if token.lower in COUNTS:
            yield from self._together.counted(token)
        elif token.i not in self._entities.by_head and stands_alone(token):
            pair = self._pairs.subjects(token) or self._pairs.persons(token)
            yield from self._phrases.several(token, pair, rule="the two")

    def _several_persons(self, token: Token) -> Iterator[Mention]:
        owner = self._phrases.owner(token)
        owned = owner is not None or token.child("prep", "relcl") is not None
        narrowing = {one.lower for one in modifiers(token)} & words("titles", "narrowing")
        sure = says_two(token) or token.lower.removesuffix("s") in words("titles", "leaders")
        pair = None if owned or not sure else self._pairs.persons(token, narrowing)
        yield from self._phrases.several(token, pair, rule="several persons", owner=owner)


def _is_told_by_pronoun(token: Token) -> bool:
    """Whether "it" or "he" tells of the enemy ("It has the enemy's dead at six"): whoever spoke last may be another."""
    verb = next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None)
    subject = verb.child("nsubj") if verb is not None else None
    return subject is not None and subject.tag == "PRP" and subject.i < token.i
