"""Who has been spoken of so far in a report: the entities to which pronouns and descriptions go back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.extract.found import head_of
from rashomon.extract.names.words import presidencies
from rashomon.language.analysis import Analysis, Token
from rashomon.language.gazetteer import folded
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention, Title


@dataclass(slots=True)
class Entity:
    """Somebody spoken of in the report, with what all mentions together tell of them."""

    name: str
    type: str | None
    country: str | None = None
    state: str | None = None
    gender: str | None = None
    roles: list[Title] = field(default_factory=list)
    root: str = ""

    @property
    def is_person(self) -> bool:
        """Whether "he" or "she" can go back to it."""
        return self.type == "person"

    @property
    def is_body(self) -> bool:
        """Whether "it" can go back to it."""
        return self.type in ("state", "government", "armed group", "alliance", "organisation", "outlet", None)

    @property
    def is_presidency(self) -> bool:
        """Whether it is a palace that stands for a presidency."""
        return self.type == "government" and folded(self.name) in presidencies()

    @property
    def is_group(self) -> bool:
        """Whether "they" can go back to it."""
        return self.type in ("people", "armed group", "organisation")


@dataclass(frozen=True, slots=True)
class Owner:
    """The state (or person, or body) that a noun phrase names as its own."""

    name: str
    country: str | None
    entity: Entity | None = None


class Entities:
    """The entities of a report by name, and the mentions by the token that is their head."""

    def __init__(
        self, analysis: Analysis, named: Sequence[Mention], *, genders: Mapping[str, str] | None = None
    ) -> None:
        """Take in the named mentions, and what is known beforehand of the genders of persons by name."""
        self._analysis, self._genders = analysis, genders or {}
        self.by_head: dict[int, tuple[Mention, Entity | None]] = {}
        self._known: dict[tuple[str, str], Entity] = {}
        self._in_sentence: defaultdict[int, list[tuple[int, Mention, Entity]]] = defaultdict(list)
        for mention in named:
            if head := head_of(analysis, mention):
                self.add(mention, head, self._entity(mention))
        for _, entity in self.by_head.values():
            if entity is not None and entity.is_person:
                entity.state = entity.state or next((role.of for role in entity.roles if role.of), None)

    def add(self, mention: Mention, head: Token, entity: Entity | None) -> None:
        """Take in a mention and whom it stands for."""
        self.by_head[head.i] = (mention, entity)
        if entity is not None:
            entity.root = entity.root or mention.id
            self._in_sentence[head.sentence].append((head.i, mention, entity))

    def _entity(self, mention: Mention) -> Entity | None:
        if mention.name is None:
            unowned = mention.form == "name" and mention.type in ("government", "armed group")
            return Entity(mention.evidence[0].text, mention.type, root=mention.id) if unowned else None
        kind = "state" if mention.type == "people" and mention.country else mention.type
        key = (folded(mention.name), "place" if kind == "place" else "actor")
        entity = self._known.setdefault(key, Entity(mention.name, mention.type, mention.country))
        if mention.type == "people":
            return Entity(mention.name, "people", mention.country, mention.name, root=mention.id)
        entity.country = entity.country or mention.country
        entity.roles.extend(role for role in mention.roles if role not in entity.roles)
        entity.gender = entity.gender or self._gender(mention) or self._genders.get(entity.name)
        if entity.type == "state":
            entity.state = entity.name
        if entity.type == "place":
            entity.state = entity.state or next((one.of for one in mention.roles if one.title == "capital"), None)
        return entity

    def _gender(self, mention: Mention) -> str | None:
        if mention.type != "person":
            return None
        start = mention.evidence[0].start
        before = self._analysis.tokens_in(max(0, start - 8), max(1, start - 1))[-1:]
        told = {token.lower for token in before} | {
            word.lower() for role in mention.roles for word in role.title.split()
        }
        if told & words("titles", "female"):
            return "female"
        return "male" if told & words("titles", "male") else None

    def at(self, token: Token) -> tuple[Mention, Entity] | None:
        """The mention headed by a token and whom it stands for, where that is known."""
        found = self.by_head.get(token.i)
        return (found[0], found[1]) if found and found[1] is not None else None

    def single(self, subject: Token) -> Entity | None:
        """Whom a subject stands for, where it is one and not several."""
        found = self.at(subject) if subject.child("conj") is None else None
        return found[1] if found else None

    def of(self, mention: Mention) -> Entity | None:
        """Whom a named mention stands for."""
        return (
            self._known.get((folded(mention.name), "place" if mention.type == "place" else "actor"))
            if mention.name
            else None
        )

    def called(self, word: str) -> Entity | None:
        """The one body, named anywhere in the report, in whose name a word stands."""
        found = [
            one
            for one in self._known.values()
            if one.is_body and one.type != "state" and word in folded(one.name).split()
        ]
        return found[0] if len(found) == 1 else None

    def same(self, other: Entity) -> Entity:
        """The entity of this reading that an entity of another reading of the report is."""
        return self._known.get((folded(other.name), "place" if other.type == "place" else "actor"), other)

    def before(self, token: Token, *, sentences: int) -> list[tuple[int, Mention, Entity]]:
        """What is spoken of before a token in its sentence and so many sentences before, latest first."""
        found = [one for one in self._in_sentence[token.sentence] if one[0] < token.i]
        for index in range(token.sentence - 1, token.sentence - 1 - sentences, -1):
            if index >= 0 and not self._analysis.sentences[index].role:
                found.extend(self._in_sentence.get(index, ()))
        return sorted(found, key=lambda one: -one[0])

    def within(self, sentence: int) -> list[tuple[int, Mention, Entity]]:
        """What is spoken of in a sentence, as far as it is read."""
        return self._in_sentence.get(sentence, [])

    def state_named(self, country: str | None, name: str | None) -> Entity | None:
        """The state of a code or a name, where the report names it."""
        for entity in self._known.values():
            if entity.type == "state" and ((country and entity.country == country) or (name and entity.name == name)):
                return entity
        return None

    def states(self) -> list[Entity]:
        """Every state that the report names."""
        return [entity for entity in self._known.values() if entity.type == "state"]

    def state(self, entity: Entity) -> Entity | None:
        """The state for which somebody stands or acts, where the report names it."""
        return entity if entity.type == "state" else self.state_named(entity.country, entity.state)
