"""Noun phrases that stand for somebody without a name: "the Turkish leader", "its defence ministry", "both sides"."""

from collections.abc import Iterator

from rashomon.extract.names.bodies import Bodies
from rashomon.extract.names.entities import Entities
from rashomon.extract.names.offices import before_name, is_definite, is_head_of_state, is_pair, modifiers
from rashomon.extract.names.pairs import Pairs, says_two, stands_alone
from rashomon.extract.names.persons import Persons
from rashomon.extract.names.phrases import Phrases
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Mention


class Descriptions:
    """Finds the descriptions of one report and whom they stand for."""

    def __init__(self, analysis: Analysis, entities: Entities) -> None:
        self._entities = entities
        self._phrases = Phrases(analysis, entities)
        self._persons, self._bodies = Persons(self._phrases), Bodies(self._phrases)
        self._pairs = Pairs(analysis, entities)

    def at(self, token: Token) -> Iterator[Mention]:
        """The description headed by a token, if there is one."""
        if token.i in self._entities.by_head or token.dep in ("compound", "nmod", "attr", "amod"):
            return
        if token.head.lower == "of" and is_head_of_state(token.head.head):
            return
        lower = token.lower
        if (lower in words("titles", "person_noun") or is_head_of_state(token)) and not before_name(token):
            yield from self._persons.described(token)
        elif lower in words("naming", "sides") and says_two(token):
            yield from self._phrases.several(token, self._pairs.parties(), rule="both sides")
        elif organ := self._bodies.organ(token):
            yield from self._bodies.described(token, organ)
        elif lower in words("titles", "state_noun") and is_definite(token) and token.child("appos") is None:
            yield from self._bodies.country(token)
        elif lower.endswith("s") and lower[:-1] in words("titles", "person_noun") and is_pair(token):
            yield from self._several_persons(token)
        elif lower in lexicon("organisations")["kinds"] and is_definite(token):
            yield from self._bodies.short(token)

    def alone(self, token: Token) -> Iterator[Mention]:
        """The mention of "both", "neither" or "the two" without a noun."""
        if token.i not in self._entities.by_head and stands_alone(token):
            pair = self._pairs.subjects(token) or self._pairs.persons(token)
            yield from self._phrases.several(token, pair, rule="the two")

    def _several_persons(self, token: Token) -> Iterator[Mention]:
        owned = self._phrases.owner(token) is not None or token.child("prep", "relcl") is not None
        narrowing = {one.lower for one in modifiers(token)} & words("titles", "narrowing")
        sure = says_two(token) or token.lower.removesuffix("s") in words("titles", "leaders")
        pair = None if owned or not sure else self._pairs.persons(token, narrowing)
        yield from self._phrases.several(token, pair, rule="several persons")
