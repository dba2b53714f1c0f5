"""The nouns that a report itself gives to those it names: "X, a rubber farmer, …", "Y is a schoolmaster"."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from rashomon.extract.names.entities import Entities, Entity
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

_NEW = {"a", "an", "another", "one"}
# Beside a noun these tell nothing of who is meant.
_EMPTY = ("det", "punct")
_MODIFYING = ("amod", "compound", "nmod")


class _Given(NamedTuple):
    """A noun given to somebody: where, with what words before it, to whom."""

    at: int
    narrowed: frozenset[str]
    entity: Entity


class Nouns:
    """Tells whom "the farmer" means where the report has told who is a farmer."""

    def __init__(self, analysis: Analysis, entities: Entities) -> None:
        """Learn from the appositions and predicates of those named."""
        self._given: defaultdict[str, list[_Given]] = defaultdict(list)
        for place, (_, entity) in entities.by_head.items():
            if entity is not None and (entity.is_person or (entity.is_body and entity.type != "state")):
                for noun in _beside(analysis.tokens[place]):
                    narrowed = frozenset(one.lower for one in noun.children if one.dep in _MODIFYING)
                    self._given[noun.lower].append(_Given(noun.i, narrowed, entity))
        given = {one.at for found in self._given.values() for one in found}
        self._others: defaultdict[str, list[int]] = defaultdict(list)  # "a farmer" who is somebody else
        for token in analysis.tokens if self._given else ():
            if token.lower in self._given and token.i not in given and _is_new(token):
                self._others[token.lower].append(token.i)

    @property
    def heads(self) -> frozenset[str]:
        """The nouns that the report gives to anybody."""
        return frozenset(self._given)

    def bearer(self, token: Token) -> Entity | None:
        """The only one of whom the report has told so far that a noun with an article is his."""
        found = [one for one in self._given.get(token.lower, ()) if one.at < token.i]
        definite = token.tag == "NN" and any(one.lower in ("the", "this") for one in token.all("det"))
        if not found or not definite or any(at < token.i for at in self._others[token.lower]):
            return None
        said = {one.lower for one in token.children if one.dep not in _EMPTY}
        bearers = {one.entity.name: one.entity for one in found}
        fits = any(said <= one.narrowed for one in found)
        return next(iter(bearers.values())) if len(bearers) == 1 and fits else None


def _beside(name: Token) -> Iterator[Token]:
    """The nouns in apposition to a name, and those that it is said to be."""
    near = [*name.all("appos"), *([name.head] if name.dep == "appos" else [])]
    if name.dep == "nsubj" and name.head.lemma == "be":
        near += [one for one in name.head.all("attr") if _is_new(one)]
    for one in near:
        if one.tag == "NN" and one.text.islower() and one.lower not in words("naming", "given_to_all"):
            yield one


def _is_new(token: Token) -> bool:
    return any(one.lower in _NEW for one in token.children if one.dep in ("det", "nummod"))
