"""Who mediates between whom, by the truces and talks they bring about: "a truce brokered by X between Y and Z"."""

from collections.abc import Iterator

from rashomon.extract.clauses import is_negated, modal, subject
from rashomon.extract.pledges.signatories import signatories
from rashomon.extract.relations.ties import Ties
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Relation


class Mediation(Ties):
    """Finds the mediators of one report."""

    def of(self, verb: Token) -> Iterator[Relation]:
        """The mediation that a verb tells."""
        yield from self._sponsored(verb)
        if verb.pos != "VERB" or verb.lemma not in words("relations", "brokering") or modal(verb) is not None:
            return
        thing = self._thing(verb)
        if thing is None or not _is_brokered(verb, thing) or is_negated(verb):
            return
        broker = self._broker(verb)
        pair = self._pair(verb, thing)
        if broker and len(pair) == 2 and self._fit("mediates between", broker, pair):
            yield self._relation("mediates between", broker, pair, verb)

    def _sponsored(self, verb: Token) -> Iterator[Relation]:
        """Read "the truce reached *with the mediation of* Osk", "signed *under the auspices of* Osk"."""
        for preposition in verb.all("prep") if verb.pos == "VERB" and verb.tag in ("VBN", "VBD") else []:
            noun = preposition.child("pobj")
            of = next((one for one in noun.all("prep") if one.lower == "of"), None) if noun is not None else None
            whose = of.child("pobj") if of is not None else None
            if noun is None or whose is None or noun.lemma.lower() not in words("relations", "mediation"):
                continue
            thing = verb.head if verb.dep == "acl" else verb.child("nsubjpass", "dobj")
            pact = words("relations", "brokered") | words("pledges", "papers")
            if thing is None or thing.lemma.lower() not in pact or is_negated(verb) or modal(verb) is not None:
                continue
            broker, pair = self._party(whose), self._pair(verb, thing)
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
        if doer is not None and doer.tag in ("WP", "WDT") and verb.dep == "relcl":
            doer = verb.head  # "the envoy, *who* brokered it"
        return self._party(doer) if doer is not None else ()

    def _pair(self, verb: Token, thing: Token) -> tuple[Link, ...]:
        """Those between whom it is: told beside it, else the two sides of the report."""
        for preposition in (*thing.all("prep"), *verb.all("prep")):
            if preposition.lower == "between" and (pair := self._parties.pair(preposition)):
                return pair
        return self._taking(thing) or self._parties.belligerents(verb) or self._bound(verb)

    def _taking(self, thing: Token) -> tuple[Link, ...]:
        """The two who sign or accept it: "*Osk and Velm* signed a truce brokered by Torvia"."""
        above = thing.head if thing.dep == "dobj" or (thing.dep == "pobj" and thing.head.lower == "to") else None
        above = above.head if above is not None and above.lower == "to" else above
        doer = subject(above) if above is not None and above.lemma in words("relations", "taking_up") else None
        return self._party(doer) if doer is not None else ()

    def _bound(self, verb: Token) -> tuple[Link, ...]:
        """The two whom the one pact that a report tells of binds."""
        pacts = {one.by for one in self._found.pledges if one.form == "pact" and len(one.by) == 2}
        return next(iter(pacts)) if len(pacts) == 1 else signatories(self._analysis, self._found, verb)


def _is_brokered(verb: Token, thing: Token) -> bool:
    """Whether it is a truce or talks that somebody brings about; of "it" the verb itself must say so."""
    if thing.lower == "it":
        return verb.lemma in ("broker", "mediate")
    return thing.lemma.lower() in words("relations", "brokered")
