"""Relations told by nouns: "an ally of Y", "the war between X and Y", "X's campaign against Y", "a pact with Y"."""

from collections.abc import Iterator
from functools import cache

from rashomon.extract.clauses import is_negated, subject
from rashomon.extract.relations.ties import Ends, Ties
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Relation, Statement

FIGHTS = frozenset({"fighting", "clashes"})
"""Nouns that are often taken for verbs."""
# Bodies that have people inside.
_WITH_INSIDERS = ("government", "organisation", "armed group", "alliance")


class Nouns(Ties):
    """Finds the relations told by the nouns of one report."""

    def of(self, noun: Token) -> Iterator[Relation]:
        """The relations that a noun tells."""
        if noun.pos not in ("NOUN", "PROPN") and noun.lower not in FIGHTS:
            return
        yield from self._included(noun)
        if noun.lemma.lower() in words("relations", "insiders"):
            yield from self._inside(noun)
        lemma = noun.lemma.lower()
        if lemma not in _nouns() or any(one.lower in words("relations", "lesser") for one in noun.children):
            return  # "a former ally" is none
        for type, nouns in lexicon("relations")["between"].items():
            if lemma in nouns or (type == "defence pact" and _is_pact(noun)):
                yield from self._between(noun, type)
        for type, nouns in lexicon("relations")["nouns"].items():
            if lemma in nouns:
                yield from self._by_role(noun, type)
        if lemma in words("relations", "against"):
            yield from self._against(noun)

    def _against(self, noun: Token) -> Iterator[Relation]:
        """Read "Norvland's campaign against the rebels"."""
        owners = (self._party(one) for one in noun.all("poss", "amod", "compound") if self._is_force(one))
        owner = next((links for links in owners if links), ())
        for preposition in noun.all("prep"):
            if preposition.lower == "against":
                enemy = self._party(preposition.child("pobj"))
                if owner and enemy and self._fit("hostile to", owner, enemy):
                    yield self._relation("hostile to", owner, enemy, noun)
                return

    def _is_force(self, token: Token) -> bool:
        mention = self._found.mention_of(token)
        return mention is not None and mention.type in ("state", "government", "armed group", "alliance", "people")

    def _between(self, noun: Token, type: str) -> Iterator[Relation]:
        """Read "a war between X and Y", "X has a defence pact with Y"."""
        beside = noun.head.head.all("prep") if noun.head.lower == "at" else []
        for preposition in (*noun.all("prep"), *(one for one in beside if one.lower == "with")):
            first: tuple[Link, ...] = ()
            second: tuple[Link, ...] = ()
            at_war = noun.dep == "pobj" and noun.head.lower == "at" and noun.head.head.lemma in ("be", "remain")
            if preposition.lower == "with" and at_war and type == "hostile to":
                first, second = self._party(subject(noun.head.head)), self._party(preposition.child("pobj"))
            elif preposition.lower == "between" and (pair := self._parties.pair(preposition)):
                first, second = pair[:1], pair[1:]
            elif preposition.lower == "with" and type == "defence pact" and noun.dep == "dobj":
                first, second = self._party(subject(noun.head)), self._party(preposition.child("pobj"))
            if first and second and self._fit(type, first, second):
                yield self._relation(type, first, second, noun)
                return
        if type == "defence pact":
            first, second = self._bound(noun)
            if first and second and self._fit(type, first, second):
                yield self._relation(type, first, second, noun)

    def _bound(self, pact: Token) -> Ends:
        """Read "X is bound to Y by a defence treaty", "X and Y signed a defence pact"."""
        verb = pact.head.head if pact.dep == "pobj" else pact.head
        doer = verb.child("nsubj", "nsubjpass")
        if pact.dep == "nsubj" and verb.lemma in words("pledges", "tying"):
            to = next((one for p in verb.all("prep") if p.lower in ("to", "with") for one in p.all("pobj")), None)
            return self._party(verb.child("dobj")), self._party(to)  # "a defence pact links X with Y"
        if verb.lemma == "bind":
            to = next((one for prep in verb.all("prep") if prep.lower == "to" for one in prep.all("pobj")), None)
            return self._party(doer), self._party(to)
        both = self._party(doer) if verb.lemma in words("pledges", "concluding") else ()
        return (both[:1], both[1:]) if len(both) == 2 else ((), ())

    def _by_role(self, noun: Token, type: str) -> Iterator[Relation]:
        """Read "X is an ally of Y", "X, an ally of Y", "its ally X", "considers X an ally"."""
        if type == "trades with" and not any(one.lower in ("trading", "trade") for one in noun.children):
            return
        owner = self._owner(noun, type)
        if not owner:
            yield from self._each_other(noun, type)
            return
        for bearer in self._bearers(noun):
            if bearer and self._fit(type, bearer, owner):
                yield self._relation(type, bearer, owner, noun)
                return
        if type == "part of" and noun.lemma.lower() in words("relations", "staff") and self._speaks(noun):
            yield self._relation(type, (self._found.link(noun),), owner, noun)

    def _inside(self, noun: Token) -> Iterator[Relation]:
        """Read "an officer at the Ministry of Trade told …": one without a name who speaks is part of the body."""
        mention = self._found.mention_of(noun)
        if mention is None or mention.name is not None or not self._speaks(noun) or not self._is_speaker(noun):
            return
        for preposition in noun.all("prep"):
            inside = preposition.lower in ("at", "in", "inside", "from", "within")
            inside = inside or (preposition.lower == "of" and noun.lemma.lower() in ("member", "deputy"))
            body = preposition.child("pobj") if inside else None
            of = self._found.mention_of(body) if body is not None else None
            if body is not None and of is not None and of.type in _WITH_INSIDERS and of.form != "pronoun":
                yield self._relation("part of", (self._found.link(noun),), (self._parties.named(body),), noun)
                return

    def _is_speaker(self, noun: Token) -> bool:
        """Whether a statement has the words at a noun for its speaker."""
        sentence = self._analysis.sentence_of(noun)
        told = self._found.within(Statement, max(0, sentence.start - 400), sentence.end)
        return any(
            link.span is not None and link.span.start <= noun.start < link.span.end
            for one in told
            for link in one.speaker
        )

    def _speaks(self, noun: Token) -> bool:
        """Whether an unnamed member of a staff is told of as doing something ("*an aide to Mr Holt* told …")."""
        someone = any(one.lower in ("a", "an", "one", "another") for one in noun.all("det", "nummod"))
        return someone and noun.dep in ("nsubj", "pobj", "dobj") and noun.child("appos") is None

    def _each_other(self, noun: Token, type: str) -> Iterator[Relation]:
        """Read "X and Y are *allies*", "have been sworn enemies", "are trading partners": each is the other's."""
        verb = noun.head
        mutual = noun.tag == "NNS" and noun.dep in ("attr", "appos") and type in ("ally", "hostile to", "trades with")
        past = any(one.lower in ("once", "formerly", "long-time", "then") for one in noun.all("advmod"))
        doer = subject(verb) if mutual and verb.lemma in ("be", "become", "remain") else None
        if mutual and noun.dep == "appos" and not past:
            doer = noun.head  # "X and Y, sworn enemies since 1998, deny …"
        both = self._party(doer) if doer is not None else ()
        if len(both) == 2 and self._fit(type, both[:1], both[1:]):
            yield self._relation(type, both[:1], both[1:], noun)

    def _owner(self, noun: Token, type: str) -> tuple[Link, ...]:
        only = lexicon("relations")["only"].get(noun.lemma.lower()) if type == "member of" else None
        for preposition in noun.all("prep"):
            if preposition.lower in lexicon("relations")["of"][type] and only in (None, preposition.lower):
                for one in preposition.all("pobj"):
                    links = self._party(one)
                    if links:
                        return links
        if type == "part of" and noun.lemma.lower() in ("part", "unit", "division", "branch"):
            return ()
        for one in noun.children:
            if one.dep in ("poss", "amod", "nmod", "compound") and one.i < noun.i:
                leagued = type == "ally" or (type == "member of" and self._is_league(one))
                if only not in (None, "of") or (one.dep != "poss" and not leagued):
                    continue
                links = self._party(one) if one.pos != "PRON" else self._parties.modifying(noun)
                if links:
                    return links
        return ()

    def _is_league(self, token: Token) -> bool:
        """Whether a name is one of those that have members ("a *NATO* member")."""
        mention = self._found.mention_of(token)
        return mention is not None and mention.type in ("alliance", "organisation")

    def _bearers(self, noun: Token) -> Iterator[tuple[Link, ...]]:
        """Those of whom the noun is said, alone or beside another ("a member of X and the backer of Y")."""
        if noun.dep == "conj" and noun.head.pos in ("NOUN", "ADJ"):
            yield from self._bearers(noun.head)
        verb = noun.head
        if noun.dep == "attr" and verb.lemma in ("be", "become", "remain"):
            yield self._party(subject(verb))
        if noun.dep == "nsubj" and verb.lemma in ("be", "remain") and verb.child("attr") is not None:
            yield self._party(verb.child("attr"))  # "its main trading partner is *Belgium*"
        if noun.dep == "appos":
            yield self._party(noun.head)
        for one in noun.all("appos"):
            yield self._party(one)
        if (
            noun.dep == "pobj"
            and verb.lower == "as"
            and verb.head.lemma in ("consider", "regard", "describe", "see", "treat", "name")
        ):
            yield self._party(verb.head.child("dobj"))
        if noun.dep in ("oprd", "attr") and verb.lemma in ("consider", "call"):
            yield self._party(verb.child("dobj", "nsubj"))
        if noun.lemma.lower() == "ally":
            after = [one for one in (verb, *verb.children) if one.i > noun.i and one.pos == "PROPN"]
            beside = next(
                (one for one in after if self._found.mention_of(one) is not None and one.i - noun.i <= 3), None
            )
            yield self._party(beside)  # "Syria's ally Iran"

    def _included(self, noun: Token) -> Iterator[Relation]:
        """Read "the Contact Group, which includes X and Y": they are members."""
        clauses = noun.all("relcl")
        mention = self._found.mention_of(noun) if clauses else None
        if mention is None or mention.type not in ("organisation", "alliance", "armed group"):
            return
        for clause in clauses:
            if clause.lemma == "include" and not is_negated(clause):
                members = self._party(clause.child("dobj"))
                if members:
                    yield self._relation("member of", members, (self._found.link(noun),), clause)


def _is_pact(noun: Token) -> bool:
    defence = any(one.lower in words("pledges", "defence") for one in noun.children)
    return defence and noun.lemma.lower() in words("relations", "pacts")


@cache
def _nouns() -> frozenset[str]:
    """Every noun that can tell of a relation."""
    groups = [*lexicon("relations")["nouns"].values(), *lexicon("relations")["between"].values()]
    return (
        frozenset(lexicon("relations")["pacts"])
        | words("relations", "against")
        | {noun for group in groups for noun in group}
    )
