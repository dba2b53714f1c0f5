"""Descriptions of persons: "the Turkish leader", "his counterpart", "the President"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.extract.names.entities import Entity, Owner
from rashomon.extract.names.offices import (
    before_name,
    fits_office,
    gender_of,
    headed,
    heads,
    holds,
    is_counterpart,
    is_definite,
    modifiers,
    office_head,
    same_state,
)
from rashomon.extract.names.phrases import Phrases
from rashomon.language.analysis import Token
from rashomon.language.gazetteer import gazetteer
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import RISEN, Mention, Title

# Sentences back; in partisan papers "the President" without a state is their own, whoever was named long before.
_LATELY = 6

# Offices of which a body has one holder, as far as a war's reports speak of it ("the Front's commander").
_OF_BODIES = {"commander", "chief"}


# Who leads those who rise.
_LEADING = {"leader", "head", "chairman", "chairwoman", "president"}


class Persons:
    """Finds whom the descriptions of persons in one report stand for."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases, self._entities = phrases, phrases.entities
        self._unnamed: defaultdict[str, list[Entity]] = defaultdict(list)  # persons without a name, by noun
        self._relatives: dict[tuple[str, str], Entity] = {}  # … and by whose wife or brother they are

    def described(self, token: Token) -> Iterator[Mention]:
        """The description headed by a token, with the person it goes back to where one alone fits."""
        owner = self._phrases.adjective(token) if is_counterpart(token) else None
        owner = owner or self._phrases.owner(token) or self._phrases.body(token)
        named = self._apposed(token)
        if named is not None:
            roles = self._same_office(token, owner) if is_counterpart(token) else self._role(token, owner)
            named.roles.extend(role for role in roles if is_counterpart(token) and role not in named.roles)
            yield from self._phrases.made(
                token, "person", named, owner=owner, roles=roles, rule="apposition", score=0.95
            )
            return
        rule, entity = "person by office", None
        if is_definite(token) and {one.lower for one in modifiers(token)} & words("titles", "over"):
            # "the deposed president": none of those who hold the office
            yield from self._phrases.made(
                token, "person", self._former(token, owner), owner=owner, rule=rule, score=0.8
            )
            return
        definite = is_definite(token) or (owner is not None and token.child("det") is None)
        if definite and owner is None and (risen := _of_risen(token)) is not None:
            # None of a state's; who leads them, all reports may tell. "The rebel leader in X" is a lesser one.
            leads = token.lower in _LEADING and all(one.lower == "of" for one in token.all("prep"))
            near = self._stateless(token)
            roles = (Title(title="leader", of=RISEN),) if leads and risen and not near else ()
            leaders = [one for one in near if _leads_some(one)]
            entity = leaders[0] if leads and risen and len(near) == len(leaders) == 1 else None
            yield from self._phrases.made(token, "person", entity, roles=roles, rule=rule, score=0.7)
            return
        if is_counterpart(token):
            rule, entity = "counterpart", self._counterpart(token, owner)
        elif definite:
            entity = self._holder(token, owner)
            if entity is None and owner is None and token.lower not in words("titles", "leaders"):
                entity = self._told_of(token)  # "the mayor of X … the mayor"; presidents and ministers are many
        if not definite and entity is None and any(one.lower in ("a", "an") for one in token.all("det")):
            yield from self._without_name(token, owner)
            return
        if rule == "counterpart":
            roles = () if entity else self._same_office(token, owner)
        else:
            roles = () if entity or not definite or self._is_contested(token, owner) else self._office(token, owner)
        yield from self._phrases.made(token, "person", entity, owner=owner, roles=roles, rule=rule, score=0.85)
        if roles and entity is None and (holder := self._phrases.holder(token, roles)) is not None:
            self._unnamed[token.lower].append(holder)

    def _stateless(self, token: Token) -> list[Entity]:
        """The persons named shortly before who are of no state's: any of them may be who leads the rebels.

        Who has another office than a leader's is not.
        """
        near = {one.name: one for _, _, one in self._entities.before(token, sentences=3) if one.is_person}
        found = [one for one in near.values() if one.name and not one.country and not one.state]
        return [one for one in found if not one.roles or _leads_some(one)]

    def _same_office(self, token: Token, owner: Owner | None) -> tuple[Title, ...]:
        """The office of a counterpart: the only one that the person beside the noun holds, in another state."""
        whose = token.child("poss")
        held = self._entities.at(whose) if whose is not None else None
        if held is None or not held[1].is_person or owner is None or owner.entity is None or owner.entity.is_person:
            return ()
        titles = {role.title.lower() for role in held[1].roles if not role.former}
        found = sorted(title for title in titles if title.split()[-1] in words("titles", "national"))
        return (Title(title=found[0], of=owner.name),) if len(found) == 1 else ()

    def relative(self, token: Token) -> Iterator[Mention]:
        """The mention of somebody's wife or brother without a name: a new person, or the one told of before."""
        if before_name(token) or self._apposed(token) is not None:
            return
        whose = token.child("poss")
        held = self._entities.at(whose) if whose is not None else None
        key = (held[1].name, token.lower) if held is not None else None
        known_one = self._relatives.get(key) if key is not None else None
        if known_one is not None:
            yield from self._phrases.made(token, "person", known_one, rule="person without a name", score=0.7)
            return
        for mention in self._phrases.unnamed(token, None):
            yield mention
            if key is not None and (made := self._entities.at(token)) is not None:
                self._relatives[key] = made[1]

    def _role(self, token: Token, owner: Owner | None) -> tuple[Title, ...]:
        """The office that an apposition gives by a pronoun ("its military chief, X"); others the name itself tells."""
        whose = token.child("poss")
        if owner is None or whose is None or whose.lower not in ("its", "their") or owner.entity is None:
            return ()
        if owner.entity.is_person or token.lower not in words("titles", "office") | words("titles", "rank"):
            return ()
        said = [one.lower for one in modifiers(token) if one.tag != "PRP$" and one.dep != "poss"]
        return (Title(title=" ".join([*said, token.lower]), of=owner.name),)

    def is_somebody(self, token: Token) -> bool:
        """Whether a noun is for one person without a name: told of for the first time, or the one told of before."""
        if token.tag != "NN" or before_name(token) or self._apposed(token) is not None:
            return False
        if any(one.lower in ("not", "no", "neither") for one in token.subtree if one.i < token.i):
            return False  # "not one soldier" is nobody
        if any(one.lower in ("a", "an", "one") for one in token.all("det", "nummod")):
            return token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "agent") and not _is_likened(token)
        return any(one.lower == "the" for one in token.all("det")) and self._told_of(token) is not None

    def somebody(self, token: Token) -> Iterator[Mention]:
        """The mention of a person who has no office and no name: a new one, or the one of this noun told of before."""
        known_one = self._told_of(token) if any(one.lower == "the" for one in token.all("det")) else None
        if known_one is not None:
            yield from self._phrases.made(token, "person", known_one, rule="person without a name", score=0.8)
        else:
            yield from self._without_name(token, self._phrases.owner(token) or self._phrases.body(token))

    def _told_of(self, token: Token) -> Entity | None:
        """The one person without a name of whom the report told by this noun."""
        found = self._unnamed[token.lower]
        narrowed = token.child("amod", "compound", "poss", "relcl", "prep") is not None
        return found[0] if len(found) == 1 and not narrowed else None

    def _without_name(self, token: Token, owner: Owner | None) -> Iterator[Mention]:
        for mention in self._phrases.unnamed(token, owner):
            yield mention
            if (held := self._entities.at(token)) is not None:
                self._unnamed[token.lower].append(held[1])

    def _is_contested(self, token: Token, owner: Owner | None) -> bool:
        """Whether somebody near by fits a title without a state, who then may be meant."""
        near = [entity for _, _, entity in self._entities.before(token, sentences=3) if entity.is_person]
        return owner is None and any(self._fits(token, owner, entity) for entity in near)

    def _office(self, token: Token, owner: Owner | None) -> tuple[Title, ...]:
        """The office that a description names, where one person alone holds it in a state."""
        word = _hyphened(token)
        body = owner.entity.type if owner is not None and owner.entity is not None else None
        leading = word in _OF_BODIES and body == "armed group"
        if word not in words("titles", "leaders") | words("titles", "single") and word != "head" and not leading:
            return ()
        before = {one.lower for one in modifiers(token)}
        if word in ("leader", "chief") and before & words("naming", "leading_others"):
            return ()
        narrowing = [one.lower for one in modifiers(token) if one.lower in words("titles", "narrowing")]
        narrowing = narrowing or _portfolio(token)
        office = " ".join([*narrowing, word])
        if word == "head":
            office = "head of state" if headed(token) == "government" else f"head of {headed(token)}"
        whose = token.child("poss")
        of = self._of(owner)
        if of is None and whose is not None and whose.lower not in ("our", "my"):
            return ()
        return (Title(title=office, of=of),)

    def _of(self, owner: Owner | None) -> str | None:
        """The state of an office: its owner, or that of the person whose president or minister it is."""
        if owner is None or owner.entity is None or not owner.entity.is_person:
            return owner.name if owner else None
        state = self._entities.state(owner.entity)
        country = owner.entity.country
        return state.name if state else owner.entity.state or (gazetteer().display(country) if country else None)

    def _apposed(self, token: Token) -> Entity | None:
        """The person named in apposition ("the foreign minister, X,"; "X, the foreign minister")."""
        of_state = [held for p in token.all("prep") if p.lower == "of" for held in p.all("pobj")]
        behind = [one for held in of_state for one in held.all("appos")]  # "the President of X, Y"
        behind += [
            held
            for held in of_state
            if any(c.text == "," and c.i < held.i for n in held.children for c in (n, *n.children))
        ]
        behind += [  # "a spokesman for the Front, X"; behind an office it may be the holder's name
            one for p in token.all("prep") if p.lower == "for" for held in p.all("pobj")
            if held.pos == "PROPN" and held.lower not in words("titles", "person_noun") for one in held.all("appos")
        ]  # fmt: skip
        before = [token.head] if token.dep == "appos" and not _speaks_for_him(token) else []
        for one in [*token.all("appos"), *behind, *before]:
            found = self._entities.at(one)
            if found and found[1].is_person:
                return found[1]
        return None

    def _holder(self, token: Token, owner: Owner | None) -> Entity | None:
        """The one person of the report so far who holds the office described."""
        seen: dict[str, Entity] = {}
        for place, _, entity in self._entities.before(token, sentences=token.sentence):
            own_subject = token.dep in ("dobj", "pobj", "dative") and _is_own_subject(token, place)
            if entity.is_person and not own_subject and entity.name not in seen and self._fits(token, owner, entity):
                seen[entity.name] = entity
        found = list(seen.values())
        own = self._own_holder(token, found) if owner is None else None
        if own is not None:
            return own  # "the President" in his own office's paper, whoever he met
        told_of = self._told_of(token) if not token.child("amod", "poss", "prep") else None
        if len(found) == 1 and (owner is not None or found[0] is told_of or self._is_near(token, found[0])):
            return found[0]
        if found and owner is None:
            near = {e.name for _, _, e in self._entities.before(token, sentences=3)}
            close = [entity for entity in found if entity.name in near]
            return close[0] if len(close) == 1 else None
        return None

    def _former(self, token: Token, owner: Owner | None) -> Entity | None:
        """The one person of the report so far who held the office described."""
        seen = {
            entity.name: entity
            for _, _, entity in self._entities.before(token, sentences=token.sentence)
            if entity.is_person and any(
                role.former and holds(role.title.lower().split(), {token.lower}) for role in entity.roles
            ) and (owner is None or same_state(owner, entity))
        }  # fmt: skip
        return next(iter(seen.values())) if len(seen) == 1 else None

    def _own_holder(self, token: Token, found: Sequence[Entity]) -> Entity | None:
        """Who holds the office where the paper is from: "the President of the Republic, X", or by the sender."""
        if not token.text[0].isupper() or not self._phrases.is_own_voice(token):
            return None
        styled = {
            named.name: named
            for one in self._phrases.all(token.lower)
            if one.i < token.i and _of_own_state(one) and (named := self._apposed(one)) is not None
        }
        own = list(styled.values()) or [entity for entity in found if self._phrases.is_of_issuer(entity)]
        return own[0] if len(own) == 1 else None

    def _is_near(self, token: Token, entity: Entity) -> bool:
        """Whether somebody was spoken of so lately that a title without a state can mean them."""
        return any(one is entity for _, _, one in self._entities.before(token, sentences=_LATELY))

    def _fits(self, token: Token, owner: Owner | None, entity: Entity) -> bool:
        if gender_of(token.lower) and entity.gender and gender_of(token.lower) != entity.gender:
            return False
        if (body := headed(token)) in ("mission", "delegation"):
            return heads(entity, body)
        others = {one.lower for one in modifiers(token)} & words("naming", "leading_others")
        if others and token.lower in ("leader", "chief"):  # of the opposition, of rebels: of no state
            return any(holds(role.title.lower().split(), {token.lower} | others) for role in entity.roles)
        if (owner is None and token.lower == "leader") or (owner is not None and not same_state(owner, entity)):
            return False
        narrowing = {one.lower for one in modifiers(token)} & words("titles", "narrowing")
        return fits_office(token.lower, narrowing, entity, owned=owner is not None)

    def _counterpart(self, token: Token, owner: Owner | None) -> Entity | None:
        """The person who holds for another state the office that the phrase's owner holds."""
        pronoun = token.child("poss")
        held = self._entities.at(pronoun) if pronoun is not None else None
        if owner is None:
            return self._interlocutor(token, held[1] if held else None)
        offices = {office_head(role.title) for role in held[1].roles} if held else set()
        seen: dict[str, Entity] = {}
        for _, _, entity in self._entities.before(token, sentences=token.sentence):
            if entity.is_person and not (held and entity.name == held[1].name) and same_state(owner, entity):
                held_too = {office_head(role.title) for role in entity.roles}
                if not offices or offices & held_too or "counterpart" in held_too:
                    seen.setdefault(entity.name, entity)
        return next(iter(seen.values())) if len(seen) == 1 else None

    def _interlocutor(self, token: Token, own: Entity | None) -> Entity | None:
        """The only other person spoken of near by."""
        if own is None:
            return None
        found = {
            entity.name: entity
            for _, _, entity in self._entities.before(token, sentences=3)
            if entity.is_person and entity.name != own.name
        }
        return next(iter(found.values())) if len(found) == 1 else None


def _of_own_state(token: Token) -> bool:
    """Whether a title is of the state that needs no name: "the President of the Republic"."""
    # In the order of the words: parsers hang "Republic, Ada Brandt" together.
    behind = [one for prep in token.all("prep") if prep.lower == "of" for one in prep.subtree[1:4]]
    named = [one for one in behind if one.lower != "the"]
    return len(named) > 1 and named[0].text in ("Republic", "State", "Nation", "Federation") and named[1].text == ","


def _is_own_subject(token: Token, place: int) -> bool:
    """Whether the word at `place` is the subject of the clause in which `token` is an object."""
    verb = next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None)
    subject = verb.child("nsubj", "nsubjpass") if verb is not None else None
    return subject is not None and subject.i == place


def _is_likened(token: Token) -> bool:
    """Whether a noun only says what somebody is like or is called ("as a soldier", "like a guard")."""
    return token.dep == "pobj" and token.head.lower in ("as", "like", "than")


def _portfolio(token: Token) -> list[str]:
    """What a minister is said to be of, as words before the title: "foreign" of "Minister of Foreign Affairs"."""
    for of in token.all("prep"):
        held = of.child("pobj") if of.lower in ("of", "for") else None
        near = [held, *held.all("amod", "compound")] if held is not None else []
        found = [one.lower for one in near if one.lower in words("titles", "narrowing")]
        if found:
            return found[:1]
    return []


def _leads_some(person: Entity) -> bool:
    """Whether somebody bears the title of one who leads."""
    return any(role.title.split()[-1].lower() in _LEADING for role in person.roles)


def _of_risen(token: Token) -> bool | None:
    """Whether an office among those who rise is told by a plain word for them ("the leader of the mutineers").

    False where a word of their foes' tells it ("the leader of the bandits"), None where it is no such office.
    """
    held = [noun for prep in token.all("prep") if prep.lower == "of" for noun in prep.all("pobj")]
    bands = {noun for nouns in lexicon("organisations")["bands"].values() for noun in nouns} - {"loyalists"}
    whose = {one.lower for one in (*held, *token.all("poss"))}
    before = {one.lower for one in modifiers(token)} & (words("organisations", "rising") - {"opposition", "loyalist"})
    if not before and not whose & (words("organisations", "insurgents") | bands):
        return None
    return not whose & words("organisations", "labels") and "militant" not in before


def _hyphened(token: Token) -> str:
    """The word of an office with what a hyphen joins to it ("Secretary-General")."""
    before = sorted((one for one in token.children if one.i < token.i), key=lambda one: one.i)
    pieces = [one for one in before if token.i - one.i <= 2 and (one.text == "-" or one.lower == "secretary")]
    return f"secretary-{token.lower}" if len(pieces) == 2 else token.lower


def _speaks_for_him(token: Token) -> bool:
    """Whether somebody's own man speaks between commas ("Mr Orlan, his spokesman said, had refused")."""
    whose = token.child("poss")
    if whose is None or whose.tag != "PRP$":
        return False
    top = [token, *token.ancestors][-1]
    following = next((one for one in top.subtree if one.i == token.i + 1), None)
    return following is not None and following.lemma in words("naming", "speech")
