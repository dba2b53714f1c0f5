"""Who mediates between whom, by the truces and talks they bring about: "a truce brokered by X between Y and Z"."""

from collections.abc import Iterator

from rashomon.extract.clauses import is_negated, modal, subject
from rashomon.extract.relations.ties import Ties
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Relation


class Mediation(Ties):
    """Finds the mediators of one report."""

    def of(self, verb: Token) -> Iterator[Relation]:
        """The mediation that a verb tells."""
        if verb.pos != "VERB" or verb.lemma not in words("relations", "brokering") or modal(verb) is not None:
            return
        thing = self._thing(verb)
        if thing is None or thing.lemma.lower() not in words("relations", "brokered") or is_negated(verb):
            return
        broker = self._broker(verb)
        pair = self._pair(verb, thing)
        if broker and len(pair) == 2 and self._fit("mediates between", broker, pair):
            yield self._relation("mediates between", broker, pair, verb)

    def _thing(self, verb: Token) -> Token | None:
        if verb.child("agent") is not None:
            told = verb.child("nsubjpass")
            if told is not None and told.tag not in ("WDT", "WP"):
                return told
            # parsers hang "negotiated by Y" on the last name of "a truce between V and W"
            near = (one for one in verb.ancestors if one.lemma.lower() in words("relations", "brokered"))
            return next(near, None)
        thing = verb.child("dobj")
        relative = thing is None or thing.tag in ("WDT", "WP")
        return verb.head if relative and verb.dep == "relcl" else thing

    def _broker(self, verb: Token) -> tuple[Link, ...]:
        agent = verb.child("agent")
        doer = agent.child("pobj") if agent is not None else subject(verb)
        return self._party(doer) if doer is not None else ()

    def _pair(self, verb: Token, thing: Token) -> tuple[Link, ...]:
        """Those between whom it is: told beside it, else the two sides of the report."""
        for preposition in (*thing.all("prep"), *verb.all("prep")):
            if preposition.lower == "between" and (pair := self._parties.pair(preposition)):
                return pair
        return self._parties.belligerents(verb)
