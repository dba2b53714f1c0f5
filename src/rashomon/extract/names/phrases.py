"""What all noun phrases for somebody without a name share: whose they are, and the mention made of them."""

from collections.abc import Iterator, Sequence

from rashomon.extract.found import phrase
from rashomon.extract.names.entities import Entities, Entity, Owner
from rashomon.extract.names.offices import gender_of, is_definite, organ_nouns
from rashomon.extract.names.words import known
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import ActorType, Mention, Title
from rashomon.model.text import Span

# Offices that a phrase with an article describes rather than titles ("the leader").
_DESCRIBING = {"leader", "ruler", "dictator", "chairman", "commander"}


class Phrases:
    """Reads the noun phrases of one report and makes mentions of them."""

    def __init__(self, analysis: Analysis, entities: Entities) -> None:
        self._analysis, self.entities = analysis, entities
        self.tokens = analysis.tokens

    def all(self, word: str) -> list[Token]:
        """Every token of the report that is this word, in small letters."""
        return [token for token in self._analysis.tokens if token.lower == word]

    def subjects(self, first: int, last: int) -> list[Token]:
        """The subjects of the sentences from one to another, both counted in."""
        near = (one for one in self._analysis.tokens if first <= one.sentence <= last)
        return [one for one in near if one.dep in ("nsubj", "nsubjpass")]

    def is_own_voice(self, token: Token) -> bool:
        """Whether a word is a party's own, in its own paper and outside quotation marks; not what an interview has."""
        return self._analysis.document.genre == "statement" and self._analysis.quote_at(token.start) is None

    def is_of_issuer(self, entity: Entity) -> bool:
        """Whether a person's offices are of those whose paper the report is, by its sender's name, and of no others."""
        document = self._analysis.document
        sender = (document.outlet or document.title or "").lower()
        return bool(sender) and all(one.of is None or one.of.lower() in sender for one in entity.roles)

    def outlet(self) -> str | None:
        """The outlet in which the report stands."""
        return self._analysis.document.outlet

    def is_of_report(self, entity: Entity) -> bool:
        """Whether an outlet is the one in which the report stands."""
        return entity.type == "outlet" and (self.outlet() or "").lower() == entity.name.lower()

    def owner(self, token: Token) -> Owner | None:
        """The state or person that a phrase names as its owner: adjective, possessive, "of", "in" a capital."""
        before = [one for one in token.children if one.dep in ("amod", "compound", "nmod", "poss") and one.i < token.i]
        for one in before:
            if found := self.owning(one):
                behind = next((other for other in before if other.i == one.i + 1), None)
                narrower = self.owning(behind) if behind is not None and one.dep != "poss" else None
                return narrower or found  # "the Ostrian Tarvan administration" is the Tarvans'
        for preposition in token.all("prep"):
            if preposition.lower in ("of", "for") or (preposition.lower == "in" and token.lower in organ_nouns()):
                place = preposition.child("pobj")
                if place is not None and (found := self.owning(place)):
                    return found
        return self._ruled(token)

    def adjective(self, token: Token) -> Owner | None:
        """The state whose adjective stands before a noun ("her *Peruvian* counterpart")."""
        found = [self.owning(one) for one in token.all("amod", "compound", "nmod") if one.i < token.i]
        return next((one for one in found if one is not None), None)

    def body(self, token: Token) -> Owner | None:
        """The body of no state that a phrase names as its owner ("the Front's leader", "the head of the mission")."""
        near = token.all("poss", "compound", "nmod")
        near += [held for one in token.all("prep") if one.lower in ("of", "for") for held in one.all("pobj")]
        for one in near:
            found = self.entities.at(one)
            if found is not None and found[1].type in ("armed group", "alliance", "organisation"):
                return Owner(found[1].name, None, found[1])
        return None

    def _ruled(self, token: Token) -> Owner | None:
        """The state that somebody is said to rule ("the junta that has ruled X")."""
        for verb in token.all("relcl"):
            held = verb.child("dobj") if verb.lemma in ("rule", "govern") else None
            if held is not None and (found := self.owning(held)) and found.entity and found.entity.type == "state":
                return found
        return None

    def place(self, token: Token) -> str | None:
        """The place that stands where a phrase names its owner: perhaps the capital of a state."""
        near = [*token.all("compound", "nmod"), *(p.child("pobj") for p in token.all("prep") if p.lower == "in")]
        found = [self.entities.at(one) for one in near if one is not None]
        return next((one[1].name for one in found if one and one[1].type in ("place", "person")), None)

    def owning(self, token: Token) -> Owner | None:
        """The state or person that a word of a phrase names as its owner."""
        found = self.entities.at(token)
        if found is None:
            inner = next((one for one in token.children if one.dep in ("amod", "compound", "poss")), None)
            return self.owning(inner) if inner is not None and token.text[0].isupper() else None
        entity = found[1]
        if entity.type in ("state", "people"):
            return Owner(entity.state or entity.name, entity.country, entity)
        if entity.type == "place":
            if entity.state is None and not _is_capital(entity.name):
                return None  # a town like another in a land that the report does not mean: nobody governs from it
            from_capital = self.entities.state_named(entity.country, entity.state)
            return Owner(from_capital.name, from_capital.country, from_capital) if from_capital else None
        if entity.state and entity.type == "government":
            return Owner(entity.state, entity.country, entity)
        return Owner(entity.name, None, entity) if entity.is_person else None

    def made(
        self, token: Token, type_: ActorType | str | None, entity: Entity | None, *, owner: Owner | None = None,
        name: str | None = None, country: str | None = None, roles: Sequence[Title] = (), rule: str,
        score: float = 0.7,
    ) -> Iterator[Mention]:  # fmt: skip
        """The mention of the phrase headed by a token; `entity` is whom it goes back to, None where that is open."""
        span = phrase(self._analysis, token)
        if span is None:
            return
        country = country or (owner.country if owner else entity.country if entity else None)
        if country is None and entity is None and rule not in ("counterpart", "the State", "acting together"):
            country = self._told_around(token, owner)
        mention = Mention(
            document=span.document, evidence=(span,), form="title" if _is_title(token, type_) else "description",
            reading="outlet" if type_ == "outlet" else "actor",
            type=type_, name=name, country=country, roles=tuple(roles),  # type: ignore[arg-type]
            antecedents=(entity.root,) if entity else (), rule=rule, score=score if entity or name else 0.6,
        )  # fmt: skip
        if entity is None and name is not None:
            entity = Entity(name, type_, country, owner.name if owner else None, root=mention.id)
        self.entities.add(mention, token, entity)
        yield mention

    def span(self, token: Token) -> Span | None:
        """The words of the phrase headed by a token."""
        return phrase(self._analysis, token)

    def inner(
        self, first: Token, last: Token, type_: ActorType, *, name: str | None, country: str | None,
        roles: Sequence[Title], rule: str,
    ) -> Iterator[Mention]:  # fmt: skip
        """The mention of words inside a phrase for somebody else; nothing in the report goes back to it."""
        span = self._analysis.document.trimmed(first.start, last.end)
        if span is not None:
            yield Mention(
                document=span.document, evidence=(span,), form="description", reading="actor", type=type_, name=name,
                country=country, roles=tuple(roles), rule=rule, score=0.8,
            )  # fmt: skip

    def _told_around(self, token: Token, owner: Owner | None) -> str | None:
        """The country of a phrase that does not tell its own: its owner's, else the only one of its sentence."""
        if owner is not None:
            return owner.entity.country if owner.entity else None
        found = {one[1].country for one in self.entities.within(token.sentence) if one[1].country}
        return next(iter(found)) if len(found) == 1 and is_definite(token) else None

    def unnamed(self, token: Token, owner: Owner | None) -> Iterator[Mention]:
        """Somebody new without a name ("a Western diplomat"): later words may go back to the phrase."""
        for mention in self.made(token, "person", None, owner=owner, rule="person without a name", score=0.6):
            of = owner.name if owner is not None and not (owner.entity and owner.entity.is_person) else None
            entity = Entity(
                mention.id, "person", mention.country, of, gender_of(token.lower),
                [Title(title=token.lower, of=of)], mention.id,
            )  # fmt: skip
            self.entities.add(mention, token, entity)
            yield mention

    def holder(self, token: Token, roles: Sequence[Title]) -> Entity | None:
        """Who holds an office, whoever that is: the same noun may go back to the phrase, and no pronoun does."""
        held = self.entities.by_head.get(token.i)
        if held is None or held[1] is not None:
            return None
        mention, of = held[0], roles[0].of
        return Entity(mention.id, "person", mention.country, of, gender_of(token.lower), list(roles), mention.id)

    def several(
        self, token: Token, found: Sequence[Entity] | None, *, rule: str, owner: Owner | None = None
    ) -> Iterator[Mention]:
        """The mention of a plural that goes back to several; to nobody where they are not known."""
        span = phrase(self._analysis, token)
        if span is None:
            return
        type_ = "people" if token.lower.removesuffix("s") in words("titles", "person_noun") else None
        mention = Mention(
            document=span.document, evidence=(span,), form="description", reading="actor", type=type_,  # type: ignore[arg-type]
            country=owner.country if owner and not found else None,
            antecedents=tuple(one.root for one in found or ()), rule=rule, score=0.8 if found else 0.6,
        )  # fmt: skip
        self.entities.add(mention, token, None)
        yield mention


def _is_capital(name: str) -> bool:
    what = known(name)
    return what is not None and what.kind == "capital"


def _is_title(token: Token, type_: str | None) -> bool:
    """Whether a phrase is a title used for its bearer: "the President", "the Foreign Minister"."""
    article = token.child("det")
    if type_ not in ("person", "people") or article is None or article.lower != "the":
        return False
    titled = (words("titles", "leaders") | words("titles", "rank")) - _DESCRIBING
    of_state = token.text[0].isupper() and token.lower in words("titles", "office") | {"head"}
    return token.lower.removesuffix("s") in titled or of_state
