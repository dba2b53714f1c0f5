"""Relations told by words that parsers misread: "Chad borders Libya", "Iran-backed", "allied with", "are allies"."""

from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.extract.relations.ties import Ties
from rashomon.extract.relations.titles import office_of
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Mention, Relation

# What somebody belongs to who is "of" it.
_WITH_STAFF = ("armed group", "organisation", "government")


class Phrases(Ties):
    """Finds the relations told by the order of words, whatever their parse."""

    def may_tell(self, word: Token) -> bool:
        """Whether a word is one of those that tell a relation by their neighbours: names, and a few others."""
        return word.pos == "PROPN" or word.lower in _cues() or word.lemma.lower() in _cues()

    def of(self, word: Token) -> Iterator[Relation]:
        """The relation that a word tells with its neighbours."""
        if word.lower in words("relations", "between_names"):
            yield from self._between_names(word)
        if word.lower in ("back", "support") and word.i > 2:
            yield from self._several_back(word)
        if word.lower in words("relations", "heading"):
            yield from self._heading(word)
        if word.lower in lexicon("relations")["between_bodies"]:
            yield from self._between_bodies(word)
        if word.lemma.lower() in words("relations", "shipments"):
            yield from self._shipped(word)
        if word.lower in words("relations", "hyphened"):
            yield from self._hyphened(word)
        yield from self._of_body(word)
        if word.lemma == "ally" and not any(one.lower in words("relations", "lesser") for one in word.children):
            yield from self._allied(word)

    def _between_names(self, word: Token) -> Iterator[Relation]:
        """Read "Chad borders Libya" by the order of words, where the parser takes the verb for a noun."""
        if word.pos in ("VERB", "AUX") or word.i == 0 or word.i + 1 >= len(self._analysis.tokens):
            return
        before, after = self._analysis.tokens[word.i - 1], self._analysis.tokens[word.i + 1]
        ends = (self._state(before), self._state(after))
        if ends[0] is not None and ends[1] is not None and before.sentence == after.sentence:
            type = lexicon("relations")["between_names"][word.lower]
            yield self._relation(type, (ends[0],), (ends[1],), word)

    def _several_back(self, word: Token) -> Iterator[Relation]:
        """Read "Osk and Velm *back* Ada Holt": of several named together parsers take the verb for an adverb."""
        ends = self._beside(word) if word.pos not in ("VERB", "AUX") else None
        person = self._found.mention_of(ends[1]) if ends is not None else None
        known = person is not None and person.form == "name" and person.type in (*_WITH_STAFF, "person", "state")
        if ends is None or person is None or not known or self._goes_on(person):
            return
        joined: list[Token] = []
        at = ends[0].i
        while at >= 0 and (one := self._analysis.tokens[at]).sentence == word.sentence:
            named = self._found.mention_of(one)
            if named is not None and named.type == "state" and named.form == "name":
                joined.append(one)
                at = self._analysis.tokens_in(named.evidence[0].start, named.evidence[0].end)[0].i - 1
            elif one.lower in ("and", "the", ","):
                at -= 1
            else:
                break
        first = tuple(self._parties.named(one) for one in reversed(joined))
        opens = (
            at < 0 or self._analysis.tokens[at].sentence != word.sentence or self._analysis.tokens[at].pos == "PUNCT"
        )
        second = (self._parties.named(ends[1]),)
        if len(first) > 1 and opens and self._fit("supports", first, second):
            yield self._relation("supports", first, second, word)

    def _goes_on(self, mention: Mention) -> bool:
        """Whether a name only tells whose or which thing is meant: "Osk's *plan*", "Osk *sanctions*"."""
        name = self._analysis.tokens_in(mention.evidence[0].start, mention.evidence[0].end)
        behind = next(iter(self._analysis.tokens[name[-1].i + 1 :][:1]), None)
        return behind is not None and (behind.tag == "POS" or behind.tag.startswith(("NN", "JJ")))

    def _heading(self, word: Token) -> Iterator[Relation]:
        """Read "Jonas Katenda heads UNITA" where the parser takes the verb for a noun."""
        ends = self._beside(word) if word.pos not in ("VERB", "AUX") else None
        if ends is None:
            return
        person, body = (self._found.mention_of(one) for one in ends)
        if person is not None and person.type == "person" and body is not None and body.type in (*_WITH_STAFF, "state"):
            yield self._relation("leads", (self._parties.named(ends[0]),), (self._parties.named(ends[1]),), word)

    def _between_bodies(self, word: Token) -> Iterator[Relation]:
        """Read "NATO member Turkey", "US ally Jordan"."""
        ends = self._beside(word)
        if ends is None:
            return
        body, bearer = (self._found.mention_of(one) for one in ends)
        types = ("alliance", "organisation", "state")
        if body is not None and bearer is not None and body.type in types and bearer.type in ("state", "armed group"):
            first, second = (self._parties.named(ends[1]),), (self._parties.named(ends[0]),)
            type = lexicon("relations")["between_bodies"][word.lower]
            if self._fit(type, first, second) and not (type == "member of" and body.type == "state"):
                yield self._relation(type, first, second, word)

    def _beside(self, word: Token) -> tuple[Token, Token] | None:
        """The words right before and behind a word, where they are of its sentence."""
        tokens = self._analysis.tokens
        if word.i == 0 or word.i + 1 >= len(tokens):
            return None
        before = tokens[word.i - 2] if tokens[word.i - 1].text in ("'s", "’s") and word.i > 1 else tokens[word.i - 1]
        behind = next((one for one in tokens[word.i + 1 : word.i + 4] if self._found.mention_of(one) is not None), None)
        if behind is None or before.sentence != behind.sentence or not _is_name(tokens[word.i + 1 : behind.i]):
            return None
        return before, behind

    def _shipped(self, noun: Token) -> Iterator[Relation]:
        """Read "arms shipments from China to Sudan"."""
        things = [*noun.all("compound", "amod"), *[one for prep in noun.all("prep") for one in prep.all("pobj")]]
        if not any(one.lemma.lower() in words("relations", "weapons") for one in things):
            return
        ends = {prep.lower: prep.child("pobj") for prep in noun.all("prep")}
        first, second = self._party(ends.get("from")), self._party(ends.get("to"))
        if first and second and self._fit("arms", first, second):
            yield self._relation("arms", first, second, noun)

    def _of_body(self, word: Token) -> Iterator[Relation]:
        """Read "Colonel Petrak of the General Staff": a named person with the body to which they belong."""
        mention = self._found.mention_of(word) if word.pos == "PROPN" else None
        if mention is None or mention.type != "person" or mention.form != "name":
            return
        if any(office_of(role.title.lower()) for role in mention.roles):
            return  # who commands it has been told
        for preposition in word.all("prep"):
            body = preposition.child("pobj") if preposition.lower == "of" and preposition.i == word.i + 1 else None
            whose = self._found.mention_of(body) if body is not None else None
            named = whose is not None and whose.form == "name"
            if body is not None and whose is not None and named and whose.type in _WITH_STAFF:
                first, second = (self._parties.named(word),), (self._parties.named(body),)
                yield self._relation("part of", first, second, word)

    def _state(self, token: Token) -> Link | None:
        mention = self._found.mention_of(token)
        named = mention is not None and mention.type == "state" and mention.form == "name"
        return self._parties.named(token) if named else None

    def _hyphened(self, word: Token) -> Iterator[Relation]:
        """Read "Iran-backed fighters of the Guard", where those who are backed have a name."""
        tokens = self._analysis.tokens
        if word.i < 2 or tokens[word.i - 1].text != "-" or word.head is word:
            return
        owner, backed = self._found.mention_of(tokens[word.i - 2]), self._found.mention_of(word.head)
        named = backed is not None and (backed.name is not None) and backed.form == "name"
        if owner is not None and named and owner.type == "state":
            first, second = (self._parties.named(tokens[word.i - 2]),), (self._parties.named(word.head),)
            if self._fit("supports", first, second):
                yield self._relation(lexicon("relations")["hyphened"][word.lower], first, second, word)

    def _allied(self, word: Token) -> Iterator[Relation]:
        """Read "a militia allied with Iran", "X is allied to Y", "X and Y are allies"."""
        if word.pos == "NOUN":
            doer = word.head.child("nsubj") if word.dep == "attr" else None
            pair = (
                self._party(doer) if doer is not None and word.tag == "NNS" and not word.child("prep", "poss") else ()
            )
            if len(pair) == 2 and self._fit("ally", pair[:1], pair[1:]):
                yield self._relation("ally", pair[:1], pair[1:], word)
            return
        others = [one for prep in word.all("prep") if prep.lower in ("with", "to") for one in prep.all("pobj")]
        bearer = word.child("nsubjpass", "nsubj") or word.head
        while bearer.dep == "appos":
            bearer = bearer.head
        first, second = self._party(bearer), self._party(others[0]) if others else ()
        if first and second and self._fit("ally", first, second):
            yield self._relation("ally", first, second, word)


@cache
def _cues() -> frozenset[str]:
    groups = ("between_names", "heading", "between_bodies", "shipments", "hyphened")
    return frozenset({"ally", "back", "support"}).union(*(words("relations", group) for group in groups))


def _is_name(between: Sequence[Token]) -> bool:
    """Whether words between belong to a name ("heads *the Free* Army")."""
    return all(one.pos in ("PROPN", "DET", "ADJ") for one in between)
