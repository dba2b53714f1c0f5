"""How two stand to each other: who leads, speaks for, arms, backs, fights, borders, chairs or is allied with whom."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from rashomon.extract import certainty
from rashomon.extract.clauses import is_negated, spans, subject
from rashomon.extract.found import Found
from rashomon.extract.relations.levers import levers
from rashomon.extract.relations.offices import offices
from rashomon.extract.parties import Parties, key
from rashomon.extract.timing import when_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Annotation, Lever, Link, Mention, Pledge, Relation, Status
from rashomon.model.text import Span

_Ends = tuple[tuple[Link, ...], tuple[Link, ...]]
_OF_PARTIES = frozenset({"arms", "borders", "trades with", "defence pact", "sanctions", "member of", "hostile to"})
_PEOPLE_ENDS = frozenset({"leads", "speaks for", "part of", "member of", "chairs"})


def relations(analysis: Analysis, found: Found) -> Iterator[Relation | Lever]:
    """The relations and levers of a report's running text; the same relation is told once a report and status."""
    finder = _Finder(analysis, found)
    told: set[tuple[object, ...]] = set()
    pressed: set[tuple[str, ...]] = set()
    for sentence in analysis.body:
        tokens = analysis.words(sentence)
        made: list[Annotation] = [*offices(analysis, found, sentence), *finder.of_sentence(tokens)]
        for one in made:
            if isinstance(one, Relation):
                mark = _mark(found, one)
                if mark in told or one.status == "hypothetical":
                    continue
                told.add(mark)
                yield one
        for lever in levers(analysis, found, sentence):
            said = tuple(_who(found, link) for link in (*lever.holder, *lever.over)) + tuple(
                m.text for m in lever.means
            )
            if said not in pressed:
                pressed.add(said)
                yield lever


def _mark(found: Found, relation: Relation) -> tuple[object, ...]:
    ends = [tuple(sorted(_who(found, link) for link in end)) for end in (relation.subject, relation.object)]
    return (relation.type, *ends, relation.status in ("negated", "denied"))


def _who(found: Found, link: Link) -> str:
    mention = found.record(link.mention) if link.mention else None
    if isinstance(mention, Mention) and mention.name:
        return mention.name
    return link.span.text if link.span else ""


class _Finder:
    """Finds the relations told by nouns and verbs."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._parties = Parties(analysis, found)

    def of_sentence(self, tokens: Sequence[Token]) -> Iterator[Relation]:
        """The relations told by the words of one sentence."""
        for token in tokens:
            if token.pos == "VERB":
                yield from self._of_verb(token)
            elif token.pos in ("NOUN", "PROPN"):
                yield from self._of_noun(token)

    # Verbs

    def _of_verb(self, verb: Token) -> Iterator[Relation]:
        for entry in _verbs().get(verb.lemma, ()):
            if not _has_things(verb, entry):
                continue
            first, second = self._ends(verb, entry)
            if first and second and self._fit(entry["type"], first, second):
                yield self._relation(entry["type"], first, second, verb)
                return

    def _ends(self, verb: Token, entry: dict[str, Any]) -> _Ends:
        doer, other = _doer(verb), _other(verb, str(entry["object"]))
        if verb.child("auxpass") is not None or (verb.dep == "acl" and verb.tag == "VBN"):
            if entry["object"] != "dobj" or entry["type"] == "member of":
                return (), ()
            other = verb.child("nsubjpass") or (verb.head if verb.dep == "acl" else None)
            agent = verb.child("agent")
            doer = agent.child("pobj") if agent is not None else None
        if entry["type"] in _PEOPLE_ENDS and other is not None and self._found.mention_of(other) is None:
            return (), ()  # who heads "US congressmen" does not head the US
        return self._party(doer), self._party(other)

    def _party(self, noun: Token | None) -> tuple[Link, ...]:
        """Who a noun phrase names: itself, or the party whose army, ally or campaign it is."""
        if noun is None:
            return ()
        mention = self._found.mention_of(noun)
        if mention is not None and mention.reading != "outlet" and (mention.form != "pronoun" or mention.antecedent):
            return tuple(link for link in self._found.links(noun) if link.mention)
        related = noun.lemma.lower() in words("relations", "related")
        return self._parties.party(noun) if noun.pos == "NOUN" and not related else ()

    def _fit(self, type: str, first: tuple[Link, ...], second: tuple[Link, ...]) -> bool:
        """Whether the two ends are two, and the object can be one (an armed force is not led by a state)."""
        if {link.mention for link in first} & {link.mention for link in second}:
            return False
        if type in _OF_PARTIES and any(self._is_person(link) for link in (*first, *second)):
            return False
        keys = {key(self._found, link) for link in first} & {key(self._found, link) for link in second} - {None}
        return not keys or type in _PEOPLE_ENDS

    def _is_person(self, link: Link) -> bool:
        mention = self._found.record(link.mention) if link.mention else None
        while isinstance(mention, Mention) and mention.antecedent and mention.form == "pronoun":
            mention = self._found.record(mention.antecedent)
        return isinstance(mention, Mention) and mention.type == "person"

    # Nouns

    def _of_noun(self, noun: Token) -> Iterator[Relation]:
        lemma = noun.lemma.lower()
        yield from self._included(noun)
        if lemma not in _nouns():
            return
        for type, nouns in _lexicon()["between"].items():
            if lemma in nouns or (type == "defence pact" and _is_pact(noun)):
                yield from self._between(noun, type)
        for type, nouns in _lexicon()["nouns"].items():
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
        for preposition in noun.all("prep"):
            first: tuple[Link, ...] = ()
            second: tuple[Link, ...] = ()
            if preposition.lower == "between" and (pair := self._parties.pair(preposition)):
                first, second = pair[:1], pair[1:]
            elif preposition.lower == "with" and type == "defence pact" and noun.dep == "dobj":
                first, second = self._party(subject(noun.head)), self._party(preposition.child("pobj"))
            if first and second and self._fit(type, first, second):
                yield self._relation(type, first, second, noun)

    def _by_role(self, noun: Token, type: str) -> Iterator[Relation]:
        """Read "X is an ally of Y", "X, an ally of Y", "its ally X", "considers X an ally"."""
        owner = self._owner(noun, type)
        if not owner:
            return
        for bearer in self._bearers(noun):
            if bearer and self._fit(type, bearer, owner):
                yield self._relation(type, bearer, owner, noun)
                return

    def _owner(self, noun: Token, type: str) -> tuple[Link, ...]:
        for preposition in noun.all("prep"):
            if preposition.lower in _lexicon()["of"][type]:
                for one in preposition.all("pobj"):
                    links = self._party(one)
                    if links:
                        return links
        if type == "part of" and noun.lemma.lower() in ("part", "unit", "division", "branch"):
            return ()
        for one in noun.children:
            if one.dep in ("poss", "amod", "nmod", "compound") and one.i < noun.i:
                if one.dep != "poss" and type not in ("ally", "leads", "speaks for"):
                    continue
                links = self._party(one) if one.pos != "PRON" else self._parties.modifying(noun)
                if links:
                    return links
        return ()

    def _bearers(self, noun: Token) -> Iterator[tuple[Link, ...]]:
        """Those of whom the noun is said."""
        verb = noun.head
        if noun.dep == "attr" and verb.lemma in ("be", "become", "remain"):
            yield self._party(subject(verb))
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
        if noun.dep == "compound" and self._found.mention_of(verb) is not None and noun.lemma.lower() == "ally":
            yield self._party(verb)

    def _included(self, noun: Token) -> Iterator[Relation]:
        """Read "the Contact Group, which includes X and Y": they are members."""
        mention = self._found.mention_of(noun)
        if mention is None or mention.type not in ("organisation", "alliance", "armed group"):
            return
        for clause in noun.all("relcl"):
            if clause.lemma == "include" and not is_negated(clause):
                members = self._party(clause.child("dobj"))
                if members:
                    yield self._relation("member of", members, (self._found.link(noun),), clause)

    def _relation(self, type: str, first: tuple[Link, ...], second: tuple[Link, ...], anchor: Token) -> Relation:
        analysis, found = self._analysis, self._found
        evidence = analysis.evidence(analysis.sentence_of(anchor))
        return Relation(
            document=analysis.document.id, evidence=(evidence,), rule=f"relation: {anchor.lemma.lower()}",
            subject=first, object=second, type=type, scope=self._scope(anchor), exempts=self._exempts(anchor, type),
            status=self._status(anchor), when=when_of(analysis, found, anchor),
            according_to=certainty.voices(analysis, found, anchor),
        )  # fmt: skip

    def _status(self, anchor: Token) -> Status:
        verbs = [anchor, *[one for one in anchor.ancestors if one.pos in ("VERB", "AUX")][:1]]
        if any(is_negated(one) for one in verbs if one.pos in ("VERB", "AUX")):
            return "negated"
        if anchor.pos == "NOUN" and anchor.lemma.lower() in _lexicon()["between"]["hostile to"]:
            # "talks to end the war between X and Y": the war is told as real whatever becomes of the talks
            return "asserted"
        return certainty.status(self._analysis, self._found, anchor)

    def _scope(self, anchor: Token) -> tuple[Span, ...]:
        """Within what the relation holds: "an ally in NATO", "arms deliveries"."""
        if anchor.pos == "VERB":
            things = anchor.child("dobj")
            known = things is None or self._found.mention_of(things) is not None
            return () if known or things is None else spans(self._analysis, things.subtree)
        for preposition in anchor.all("prep"):
            if preposition.lower in ("in", "against", "over"):
                return spans(self._analysis, [token for one in preposition.all("pobj") for token in one.subtree])
        return ()

    def _exempts(self, anchor: Token, type: str) -> tuple[Span, ...]:
        """What a pact or a sanction leaves out, by the pledge found in the same sentence."""
        if type not in ("defence pact", "sanctions"):
            return ()
        sentence = self._analysis.sentence_of(anchor)
        return next((one.exempts for one in self._pledges(sentence.start, sentence.end) if one.exempts), ())

    def _pledges(self, start: int, end: int) -> list[Pledge]:
        return self._found.within(Pledge, start, end)


def _has_things(verb: Token, entry: dict[str, Any]) -> bool:
    """Whether the verb has the things that make the relation ("sold *rifles* to")."""
    if "through" in entry:
        nouns = words("relations", entry["through"])
        things = [*verb.all("dobj"), *verb.all("nsubjpass")]
        return any(_names_thing(one, nouns) for one in things)
    if "with" in entry:
        nouns = words("relations", entry["with"])
        found = [one for prep in verb.all("prep") if prep.lower == "with" for one in prep.all("pobj")]
        return any(_names_thing(one, nouns) for one in found)
    return True


def _names_thing(noun: Token, nouns: frozenset[str]) -> bool:
    near = [noun, *noun.all("compound", "conj"), *[one for prep in noun.all("prep") for one in prep.all("pobj")]]
    near += [one for each in list(near) for one in each.all("conj")]
    return any(one.lemma.lower() in nouns for one in near)


def _doer(verb: Token) -> Token | None:
    """Who does what the verb tells, also in "accused X of selling", "X, which backs"."""
    doer = subject(verb)
    if doer is not None and doer.tag in ("WDT", "WP"):
        return verb.head
    if doer is None and verb.dep == "pcomp" and verb.head.lower == "of":
        return verb.head.head.child("dobj", "nsubjpass")
    if doer is None and verb.dep == "acl" and verb.tag == "VBG":
        return verb.head
    return doer


def _other(verb: Token, way: str) -> Token | None:
    if way == "dobj":
        return verb.child("dobj")
    near = [*verb.children, *[kid for one in verb.all("dobj") for kid in one.children]]
    for one in near:
        if one.dep in ("prep", "dative") and one.lower == way:
            return one.child("pobj")
    return verb.child("dative") if way == "to" else None


def _is_pact(noun: Token) -> bool:
    defence = any(one.lower in words("pledges", "defence") for one in noun.children)
    return defence and noun.lemma.lower() in words("relations", "pacts")


@cache
def _nouns() -> frozenset[str]:
    """Every noun that can tell of a relation."""
    groups = [*_lexicon()["nouns"].values(), *_lexicon()["between"].values()]
    return frozenset(_lexicon()["pacts"]) | words("relations", "against") | {noun for group in groups for noun in group}


@cache
def _verbs() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in _lexicon()["verbs"]:
        for verb in entry["verbs"]:
            found.setdefault(str(verb), []).append(entry)
    return found


@cache
def _lexicon() -> Any:
    return lexicon("relations")
