"""Relations told by idioms: "is at war with", "took over command of", "at the head of", "acts as go-between for"."""

from collections.abc import Iterator
from functools import cache

from rashomon.extract.clauses import subject
from rashomon.extract.idioms import Idiom, behind, by_verb_and_kind, head_of, matched
from rashomon.extract.relations.ties import Ties
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Relation

# With these it is only thought of.
_OPEN = frozenset({"may", "might", "could", "would", "should", "must", "will", "shall"})
HEADS = frozenset({"head", "helm"})
"""Nouns at which somebody stands."""


class Idioms(Ties):
    """Finds the relations told by the idioms of one report."""

    def of(self, word: Token) -> Iterator[Relation]:
        """The relation that an idiom of a verb tells, or "at the head of"."""
        if word.lower in HEADS and word.dep == "pobj" and word.head.lower == "at":
            yield from self._at_the_head(word)
        if word.pos not in ("VERB", "AUX") or any(one.dep == "aux" and one.lower in _OPEN for one in word.children):
            return
        doer = subject(word) or (subject(word.head) if word.dep == "auxpass" else None)
        if doer is None:
            return
        for type, one in _idioms("idioms").get(word.lemma, ()):
            match = matched(self._analysis, word, one)
            if match is not None:
                yield from self._told(type, doer, head_of(behind(self._analysis, word, match.last)), word)
                return
        yield from self._mutual(doer, word)

    def _told(self, type: str, doer: Token, other: Token | None, verb: Token) -> Iterator[Relation]:
        first = self._party(doer.head if doer.tag in ("WDT", "WP") else doer)
        second = self._party(other)
        if type == "mediates between" and len(second) != 2:
            return
        if first and second and self._fit(type, first, second):
            yield self._relation(type, first, second, verb)

    def _mutual(self, doer: Token, verb: Token) -> Iterator[Relation]:
        """Read "Iran and Iraq have been at war"."""
        idioms = _idioms("mutual").get(verb.lemma, ())
        pair = self._party(doer) if idioms else ()
        if len(pair) != 2 or not self._fit("ally", pair[:1], pair[1:]):
            return
        for type, one in idioms:
            if matched(self._analysis, verb, one) is not None:
                yield self._relation(type, pair[:1], pair[1:], verb)
                return

    def _at_the_head(self, noun: Token) -> Iterator[Relation]:
        """Read "X, at the head of the observers", "at the head of the Union stands X"."""
        at = noun.head
        bodies = [one for prep in noun.all("prep") if prep.lower == "of" for one in prep.all("pobj")]
        above = at.head
        bearer = (
            (subject(above) or above.child("dobj", "attr"))
            if above.pos in ("VERB", "AUX") and above.lemma in words("relations", "standing")
            else None
        )
        before = self._analysis.tokens[at.i - 2] if at.i > 1 and self._analysis.tokens[at.i - 1].text == "," else None
        bearer = bearer or (before if before is not None and before.pos == "PROPN" else None)
        bearer = bearer or (above if above.pos == "PROPN" else None)
        first: tuple[Link, ...] = self._party(bearer) if bearer is not None else ()
        second = self._party(bodies[0]) if bodies else ()
        if len(first) == 1 and self._is_person(first[0]) and second and self._fit("leads", first, second):
            yield self._relation("leads", first, second, noun)


@cache
def _idioms(group: str) -> dict[str, list[tuple[str, Idiom]]]:
    """The idioms of each verb with the relations that they tell."""
    return by_verb_and_kind(lexicon("relations")[group])
