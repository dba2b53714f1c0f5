"""Relations told by verbs: "X backs Y", "sold rifles to Y", "imposed sanctions on Y", "mediated between Y and Z"."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from rashomon.extract.clauses import is_negated, modal, subject
from rashomon.extract.relations.ties import OF_MEMBERS, Ends, Ties
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Relation

# What is given, counted in money: of what it is stands behind "in".
_SUMS = frozenset({"million", "billion", "dollar", "pound", "euro", "franc"})


class Verbs(Ties):
    """Finds the relations told by the verbs of one report."""

    def of(self, verb: Token) -> Iterator[Relation]:
        """The relation that a verb tells."""
        if verb.pos != "VERB" or verb.lemma not in _verbs():
            return
        for entry in _verbs().get(verb.lemma, ()):
            if not _has_things(verb, entry) or (is_negated(verb) and modal(verb) is not None):
                continue  # "will not supply arms" promises; it does not tell how they stand
            first, second = self._ends(verb, entry)
            if "turned" in entry:
                first, second = second, first  # "gets its rifles from": who gives stands behind
                if any(self._is_person(link) for link in (*first, *second)):
                    continue  # "took money from Mr Ames"
            if first and second and self._fit(entry["type"], first, second):
                yield self._relation(entry["type"], first, second, verb)
                return

    def _ends(self, verb: Token, entry: dict[str, Any]) -> Ends:
        doer, other = _doer(verb), _other(verb, str(entry["object"]))
        if verb.child("auxpass") is not None or (verb.dep == "acl" and verb.tag == "VBN"):
            if "through" in entry and entry["object"] == "to" and "turned" not in entry:
                given = verb.child("agent")  # "were supplied to Angola by the Soviet Union"
                giver = given.child("pobj") if given is not None else None
                return self._party(giver), self._party(other)
            if entry["object"] != "dobj" or entry["type"] == "member of":
                return (), ()
            other = verb.child("nsubjpass") or (verb.head if verb.dep == "acl" else None)
            agent = verb.child("agent")
            doer = agent.child("pobj") if agent is not None else None
        if (
            verb.lemma != "arm"
            and (entry["type"] == "arms" or "group" in entry)
            and entry["object"] == "dobj"
            and "with" not in entry
            and not self._takes_arms(other)
        ):
            return (), ()  # "supplied the hospital", "paid the driver"
        if entry["type"] in OF_MEMBERS and other is not None and self._found.mention_of(other) is None:
            if entry["type"] == "leads" and self._is_unknown_group(doer, other):
                return self._party(doer), (Link(span=self._analysis.span(_proper(other))),)
            force = entry["type"] in ("leads", "chairs") and other.lemma.lower() in words("relations", "forces")
            named = other.child("det", "poss") is not None and doer is not None and doer.pos == "PROPN"
            # who heads "US congressmen" does not head the US, who commands "the task force" leads it
            return (self._party(doer), (self._found.link(other),)) if force and named else ((), ())
        if entry["type"] == "leads" and not self._is_body(other):
            return (), ()  # "led the senators through the plan"
        if entry["type"] == "sanctions" and other is not None and _is_firm(other):
            return self._party(doer), (Link(span=self._analysis.span(other.subtree)),)
        return self._party(doer), self._party(other)

    def _is_body(self, noun: Token | None) -> bool:
        """Whether a noun names what can have a leader, or nothing is known of the name."""
        mention = self._found.mention_of(noun) if noun is not None else None
        return mention is not None and (mention.form == "name" or mention.type not in ("person", "people", None))

    def _is_unknown_group(self, doer: Token | None, other: Token) -> bool:
        """Read "the Red Shields, a militia, are led by Ada Holt": a name of which nothing is known, led by somebody."""
        mention = self._found.mention_of(doer) if doer is not None else None
        groups = words("relations", "forces") | words("relations", "rebels")
        told = [one for one in other.all("appos", "attr") if one.lemma.lower() in groups]
        person = mention is not None and mention.type == "person" and mention.form == "name"
        return person and other.text[:1].isupper() and bool(told)

    def _takes_arms(self, noun: Token | None) -> bool:
        """Whether somebody named is a state, a force or a group."""
        mention = self._found.mention_of(noun) if noun is not None else None
        return mention is not None and mention.type in ("state", "armed group", "people", "alliance")


def _is_firm(noun: Token) -> bool:
    """Whether those on whom sanctions fall are firms without a name ("on three shipping companies")."""
    return noun.pos == "NOUN" and noun.lemma.lower() in words("relations", "firms")


def _proper(noun: Token) -> list[Token]:
    """A name without what stands in apposition to it."""
    return [one for one in noun.subtree if one.i <= noun.i and one.text[:1].isupper()]


def _has_things(verb: Token, entry: dict[str, Any]) -> bool:
    """Whether the verb has the things that make the relation ("sold *rifles* to")."""
    if "through" in entry:
        nouns = words("relations", entry["through"])
        things = [*verb.all("dobj"), *verb.all("nsubjpass"), *([verb.head] if verb.dep == "relcl" else [])]
        if entry["through"] == "commerce":  # who breaks off "trade talks" still trades
            return any(one.lemma.lower() in nouns for thing in things for one in (thing, *thing.all("conj")))
        return any(_names_thing(one, nouns) for one in things)
    if "with" in entry:
        nouns = words("relations", entry["with"])
        found = [one for prep in verb.all("prep") if prep.lower == "with" for one in prep.all("pobj")]
        return any(_names_thing(one, nouns) for one in found)
    return True


def _names_thing(noun: Token, nouns: frozenset[str]) -> bool:
    near = [noun, *noun.all("compound", "conj"), *[one for prep in noun.all("prep") for one in prep.all("pobj")]]
    if noun.lemma.lower() in _SUMS:  # "suspended 30 million dollars *in aid*", which parsers hang on the verb
        near += [one for prep in noun.head.all("prep") if prep.lower == "in" for one in prep.all("pobj")]
    near += [one for each in list(near) for one in each.all("conj")]
    return any(one.lemma.lower() in nouns for one in near)


def _doer(verb: Token) -> Token | None:
    """Who does what the verb tells, also in "accused X of selling", "X, which backs"."""
    doer = subject(verb)
    if doer is not None and doer.tag in ("WDT", "WP"):
        return doer.head.head if doer.head.head is not doer.head else verb.head
    if doer is None and verb.dep == "pcomp" and verb.head.lower in ("of", "with"):
        return verb.head.head.child("dobj", "nsubjpass")
    if doer is None and verb.dep == "acl" and verb.tag == "VBG":
        return verb.head
    if doer is None and verb.dep == "advcl" and verb.tag == "VBG":
        return subject(verb.head)  # "speaking for the Front, X said"
    going_on = verb.dep == "pcomp" and verb.head.lower == "on" and verb.head.head.lemma in ("go", "carry", "keep")
    if doer is None and going_on:
        return subject(verb.head.head)  # "went on shipping rockets"
    return doer


def _other(verb: Token, way: str) -> Token | None:
    """The other end: the object, or what stands behind a preposition; none behind "out" ("ruled out", "fought off")."""
    if way == "dobj":
        return (verb.child("dobj") or _shared(verb)) if verb.child("prt") is None else None
    things = [*verb.all("dobj")]
    things += [noun for one in things for prep in one.all("prep") for noun in prep.all("pobj")]
    near = [*[kid for one in things for kid in one.children], *verb.children]  # "imposed on Monday sanctions on"
    for one in near:
        if one.dep in ("prep", "dative") and one.lower == way:
            return one.child("pobj")
    return verb.child("dative") if way == "to" else None


def _shared(verb: Token) -> Token | None:
    """The object that a verb shares with the next one: "has *armed* and paid the rebels"."""
    nexts = [one for one in verb.all("conj") if _is_past(one) == _is_past(verb) and one.i - verb.i == 2]
    joined = [one for one in nexts if one.child("nsubj", "nsubjpass") is None and verb.child("prep") is None]
    return joined[0].child("dobj") if joined else None


def _is_past(verb: Token) -> bool:
    return verb.tag in ("VBD", "VBN")


@cache
def _verbs() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in lexicon("relations")["verbs"]:
        for verb in entry["verbs"]:
            found.setdefault(str(verb), []).append(entry)
    return found
