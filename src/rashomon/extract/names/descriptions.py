"""Noun phrases that stand for somebody without a name: "the Turkish leader", "its defence ministry"."""

from collections.abc import Iterator

from rashomon.extract.found import phrase
from rashomon.extract.names.entities import Entities, Entity, Owner
from rashomon.extract.names.offices import (
    before_name,
    gender_of,
    holds,
    is_definite,
    is_head_of_state,
    is_pair,
    modifiers,
    office_head,
    organ_nouns,
    same_state,
)
from rashomon.extract.names.words import organ_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention

_PLURAL_SIDES = {"side", "sides", "party", "parties"}
_PAIRS = {"both", "two", "each", "either", "neither", "warring", "other"}


class Descriptions:
    """Finds the descriptions of one report and whom they stand for."""

    def __init__(self, analysis: Analysis, entities: Entities) -> None:
        self._analysis, self._entities = analysis, entities

    def at(self, token: Token) -> Iterator[Mention]:
        """The description headed by a token, if there is one."""
        if token.i in self._entities.by_head or token.dep in ("compound", "nmod", "attr", "amod"):
            return
        lower = token.lower
        if (lower in words("titles", "person_noun") or is_head_of_state(token)) and not before_name(token):
            yield from self._person(token)
        elif organ := self._organ(token):
            yield from self._body(token, organ)
        elif lower in words("titles", "state_noun") and is_definite(token) and token.child("appos") is None:
            yield from self._country(token)
        elif lower in _PLURAL_SIDES and any(one.lower in _PAIRS for one in token.children):
            yield from self._made(token, None, None, rule="sides")
        elif lower.endswith("s") and lower[:-1] in words("titles", "person_noun") and is_pair(token):
            yield from self._made(token, "people", None, rule="several persons")
        elif lower in _GROUP_NOUNS and is_definite(token):
            yield from self._short_body(token)

    # Persons.

    def _person(self, token: Token) -> Iterator[Mention]:
        owner = self.owner(token)
        named = self._apposed(token)
        if named is not None:
            yield from self._made(token, "person", named, rule="apposition", score=0.95)
            return
        rule, entity = "person by office", None
        if token.lower in ("counterpart", "colleague", "interlocutor"):
            rule, entity = "counterpart", self._counterpart(token, owner)
        elif is_definite(token) or (owner is not None and token.child("det") is None):
            entity = self._holder(token, owner)
        yield from self._made(token, "person", entity, owner=owner, rule=rule, score=0.85)

    def _apposed(self, token: Token) -> Entity | None:
        """The person named in apposition ("the foreign minister, X,"; "X, the foreign minister")."""
        for one in [*token.all("appos"), *([token.head] if token.dep == "appos" else [])]:
            found = self._entities.at(one)
            if found and found[1].is_person:
                return found[1]
        return None

    def _holder(self, token: Token, owner: Owner | None) -> Entity | None:
        """The one person of the report so far who holds the office described."""
        seen: dict[str, tuple[int, Entity]] = {}
        for place, _, entity in self._entities.before(token, sentences=token.sentence):
            own_subject = token.dep in ("dobj", "pobj", "dative") and self._is_own_subject(token, place)
            if entity.is_person and not own_subject and entity.name not in seen and self._fits(token, owner, entity):
                seen[entity.name] = (place, entity)
        found = [entity for _, entity in seen.values()]
        if len(found) == 1:
            return found[0]
        if found and owner is None:
            near = {e.name for _, _, e in self._entities.before(token, sentences=3)}
            close = [entity for entity in found if entity.name in near]
            return close[0] if len(close) == 1 else None
        return None

    def _is_own_subject(self, token: Token, place: int) -> bool:
        """Whether the word at `place` is the subject of the clause in which `token` is an object."""
        verb = next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None)
        subject = verb.child("nsubj", "nsubjpass") if verb is not None else None
        return subject is not None and subject.i == place

    def _fits(self, token: Token, owner: Owner | None, entity: Entity) -> bool:
        if gender_of(token.lower) and entity.gender and gender_of(token.lower) != entity.gender:
            return False
        if owner is not None and not same_state(owner, entity):
            return False
        if owner is None and any(role.title == "counterpart" for role in entity.roles):
            return True  # of the same office as somebody else: the description may mean either
        word = "president" if token.lower == "head" else token.lower
        wanted = {word} | ({one.lower for one in modifiers(token)} & words("titles", "narrowing"))
        if not entity.roles:
            return False
        if token.lower == "leader":
            leading = words("titles", "leaders") | {"counterpart"}
            return owner is not None and any(office_head(role.title) in leading for role in entity.roles)
        return any(holds(role.title.lower().split(), wanted) for role in entity.roles if not role.former)

    def _counterpart(self, token: Token, owner: Owner | None) -> Entity | None:
        """The person who holds for another state the office that the phrase's owner holds."""
        pronoun = token.child("poss")
        held = self._entities.at(pronoun) if pronoun is not None else None
        offices = {office_head(role.title) for role in held[1].roles} if held else set()
        seen: dict[str, Entity] = {}
        for _, _, entity in self._entities.before(token, sentences=token.sentence):
            if not entity.is_person or (held and entity.name == held[1].name):
                continue
            if owner is None and token.lower != "interlocutor":
                continue
            same = offices & {office_head(role.title) for role in entity.roles} or any(
                r.title == "counterpart" for r in entity.roles
            )
            if owner is None or (same_state(owner, entity) and (same or not offices)):
                seen.setdefault(entity.name, entity)
                if owner is None and len(seen) > 1:
                    break
        near = {e.name for _, _, e in self._entities.before(token, sentences=2)} if owner is None else set(seen)
        found = [entity for name, entity in seen.items() if name in near]
        return found[0] if len(found) == 1 else None

    # Bodies and states.

    def _organ(self, token: Token) -> str | None:
        """The organ of a state that a noun and the words before it name."""
        if token.text[0].isupper() or token.pos not in ("NOUN", "PROPN") or token.lower not in organ_nouns():
            return None
        before = [one for one in modifiers(token) if one.i < token.i and not one.text[0].isupper()]
        if token.lower in ("service", "office", "department") and any(
            one.lower in ("press", "information") for one in before
        ):
            return "press office"
        if token.lower == "office" and token.child("poss") is not None:
            return "press office"
        for start in range(len(before) + 1):
            text = " ".join(one.lower for one in [*before[start:], token])
            if organ := organ_of(text):
                return organ
        return None

    def _press_office(self, token: Token) -> Iterator[Mention]:
        """The press office of an organ or a president speaks for the organ."""
        found = None
        office = next((p.child("pobj") for p in token.all("prep") if p.lower == "of"), None)
        if office is not None and office.lower == "president" and (presided := self.owner(office)):
            yield from self._made(
                token, "government", None, owner=presided, name=f"Presidency of {presided.name}", rule="press office"
            )
            return
        for one in [*token.all("poss", "compound", "amod"), *(p.child("pobj") for p in token.all("prep"))]:
            held = self._entities.at(one) if one is not None else None
            if held and held[1].type == "government":
                found = held[1]
            elif held and held[1].is_person and (state := self._presided(held[1])):
                found = self._named_entity(f"Presidency of {state}")
                yield from self._made(
                    token,
                    "government",
                    found,
                    name=f"Presidency of {state}",
                    country=held[1].country,
                    rule="press office",
                )
                return
        seen = {
            e.name: e for _, _, e in self._entities.before(token, sentences=8) if e.name.startswith("Presidency of ")
        }
        if found is None and len(seen) == 1 and token.child("poss", "prep") is None:
            found = next(iter(seen.values()))
        name = found.name if found is not None and " of " in found.name else None
        yield from self._made(
            token,
            "government",
            found,
            name=name,
            country=found.country if found else None,
            rule="press office",
            score=0.85,
        )

    def _presided(self, entity: Entity) -> str | None:
        """The state of which a person is president."""
        return next((entity.state for role in entity.roles if office_head(role.title) == "president"), None)

    def _named_entity(self, name: str) -> Entity | None:
        return next((entity for entity in self._entities.all() if entity.name == name), None)

    def _body(self, token: Token, organ: str) -> Iterator[Mention]:
        if organ == "press office":
            yield from self._press_office(token)
            return
        owner = self.owner(token)
        if owner is None and not is_definite(token):
            return
        if organ == "Armed Forces" and token.lower in ("troops", "forces") and owner is None:
            return
        entity = None if owner else self._earlier_organ(token, organ)
        name = (
            f"{organ} of {owner.name}"
            if owner and (owner.country or owner.entity is None or owner.entity.type == "state")
            else None
        )
        type_ = "armed group" if organ in words("organisations", "armed_organs") else "government"
        yield from self._made(token, type_, entity, owner=owner, name=name, rule="organ of a state", score=0.9)

    def _earlier_organ(self, token: Token, organ: str) -> Entity | None:
        seen = {e.name: e for _, _, e in self._entities.before(token, sentences=6) if e.name.startswith(organ + " of ")}
        return next(iter(seen.values())) if len(seen) == 1 else None

    def _country(self, token: Token) -> Iterator[Mention]:
        poss = token.child("poss")
        entity = None
        if poss is not None:  # "his country": the state of the person
            found = self._entities.at(poss)
            entity = self._state_entity(found[1].country, found[1].state) if found else None
        elif token.child("det") is not None:
            entity = self._topic_state(token)
        yield from self._made(token, "state", entity, rule="the country", score=0.8)

    def _topic_state(self, token: Token) -> Entity | None:
        """The only state spoken of in the sentence so far, else in the one before."""
        for sentences in (0, 1, 2):
            states: dict[str, Entity | None] = {}
            for _, _, entity in self._entities.before(token, sentences=sentences):
                if entity.state or entity.type == "state":
                    name = entity.state or entity.name
                    states[name] = self._state_entity(entity.country, name)
            if states:
                return next(iter(states.values())) if len(states) == 1 else None
        return None

    def _state_entity(self, country: str | None, name: str | None) -> Entity | None:
        for entity in self._entities.all():
            if entity.type == "state" and ((country and entity.country == country) or entity.name == name):
                return entity
        return None

    def _short_body(self, token: Token) -> Iterator[Mention]:
        """The only body near by that is called so or is of that kind ("the group", "the agency")."""
        seen: dict[str, Entity] = {}
        for _, _, entity in self._entities.before(token, sentences=3):
            if entity.is_body and entity.type in _GROUP_NOUNS[token.lower]:
                seen.setdefault(entity.name, entity)
        exact = [one for one in seen.values() if one.name.lower().endswith(token.lower)]
        found = exact or list(seen.values())
        if len(found) == 1:
            yield from self._made(token, found[0].type, found[0], rule="short description of a body", score=0.8)

    # What they share.

    def owner(self, token: Token) -> Owner | None:
        """The state or person that a phrase names as its owner: adjective, possessive, "of", "in" a capital."""
        for one in token.children:
            if one.dep in ("amod", "compound", "nmod", "poss") and one.i < token.i and (found := self._owning(one)):
                return found
        for preposition in token.all("prep"):
            if preposition.lower in ("of", "for") or (preposition.lower == "in" and token.lower in organ_nouns()):
                place = preposition.child("pobj")
                if place is not None and (found := self._owning(place)):
                    return found
        return None

    def _owning(self, token: Token) -> Owner | None:
        found = self._entities.at(token)
        if found is None:
            inner = next((one for one in token.children if one.dep in ("amod", "compound", "poss")), None)
            return self._owning(inner) if inner is not None and token.text[0].isupper() else None
        entity = found[1]
        if entity.type in ("state", "people"):
            return Owner(entity.state or entity.name, entity.country, entity)
        if entity.type == "place":
            from_capital = self._state_entity(entity.country, None) if entity.country else None
            return Owner(from_capital.name, from_capital.country, from_capital) if from_capital else None
        if entity.state and entity.type == "government":
            return Owner(entity.state, entity.country, entity)
        return Owner(entity.name, None, entity) if entity.is_person else None

    def _made(
        self, token: Token, type_: str | None, entity: Entity | None, *, owner: Owner | None = None,
        name: str | None = None, country: str | None = None, rule: str, score: float = 0.7,
    ) -> Iterator[Mention]:  # fmt: skip
        span = phrase(self._analysis, token)
        if span is None:
            return
        country = country or (owner.country if owner else entity.country if entity else None)
        titled = words("titles", "leaders") | words("titles", "rank")
        article = token.child("det")
        title = type_ in ("person", "people") and article is not None and article.lower == "the" and (
            token.lower.removesuffix("s") in titled - {"leader", "ruler", "dictator", "chairman", "commander"}
        )  # fmt: skip
        mention = Mention(
            document=span.document, evidence=(span,), form="title" if title else "description",
            reading="outlet" if type_ == "outlet" else "actor",
            type=type_, name=name, country=country, antecedents=(entity.root,) if entity else (), rule=rule,  # type: ignore[arg-type]
            score=score if entity or name else 0.6,
        )  # fmt: skip
        if entity is None and name is not None:
            entity = Entity(name, type_, country, owner.name if owner else None, root=mention.id)
        self._entities.add(mention, token, entity)
        yield mention


_GROUP_NOUNS = {
    "group": {"armed group", "organisation"}, "organisation": {"organisation", "alliance"},
    "organization": {"organisation", "alliance"}, "agency": {"outlet"}, "militia": {"armed group"},
    "alliance": {"alliance"}, "bloc": {"alliance"}, "movement": {"armed group", "organisation"},
    "newspaper": {"outlet"},
    "council": {"organisation", "government"}, "commission": {"organisation"}, "committee": {"organisation"},
    "ministry": {"government"}, "guard": {"armed group"}, "rebels": {"armed group"}, "league": {"alliance"},
    "party": {"organisation"}, "department": {"government"}, "mission": {"organisation"}, "front": {"armed group"},
    "union": {"alliance"}, "broadcaster": {"outlet"}, "daily": {"outlet"},
}  # fmt: skip
