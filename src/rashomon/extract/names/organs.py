"""Descriptions of organs of states: "its defence ministry", "our units", "the press service", "the junta"."""

from collections.abc import Iterator
from functools import cache

from rashomon.extract.names.entities import Entities, Entity, Owner
from rashomon.extract.names.offices import is_against, is_definite, modifiers, office_head, organ_nouns
from rashomon.extract.names.phrases import Phrases
from rashomon.extract.names.pronouns import is_subject
from rashomon.extract.names.words import organ_of
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import ActorType, Mention, Title

_RULE = "organ of a state"

PRESS = "press office"
"""The rule of an office that speaks for an organ of a state."""

BEFORE_A_TITLE = "organ before a title"
"""The rule of an organ inside the words for who speaks for it or leads it ("the Sulean army spokesman")."""

# Such words, besides which an organ is only where somebody serves ("an army doctor").
_OF_ORGANS = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokesmen", "commander", "chief", "communique"})

# Sentences behind "the army" in which "the soldiers" are its own.
_SOON = 3

# "The command announced": that of a state's forces.
_COMMAND = "Joint Command"

# Plurals that mean an army where a state's adjective alone stands before them, and not some of its men.
_OF_THE_ARMY = {"troops", "forces", "soldiers", "paratroops", "paratroopers", "gunners", "infantry"}

# Of what a party has these may be anybody's weapons, or stand with others.
_THINGS = {"guns", "tanks", "ships", "boats", "vessels"}

# Before "troops" and the like these tell that the state's own army is meant.
_REGULAR = {"government", "federal", "army", "armed", "regular", "defence", "defense"}

# ... and these often have a capital ("Federal troops").
_CAPITAL = {"government", "federal"}

# In an office these tell that it is one of a state's forces.
_ARMED = {"military", "army", "forces"}

# Verbs with "itself" by which a body gives its own name.
_STYLING = {"style", "call", "name", "dub", "term"}

# Before an organ without its state these say that it is not, or may not be, that of the report's own.
_NOT_OWN = {"same", "other", "another", "opposing", "enemy", "rival", "foreign", "hostile", "invading", "neighbouring"}


@cache
def our_arms() -> dict[str, str]:
    """The arm of a party's forces that has what it calls "our"."""
    arms: dict[str, list[str]] = lexicon("naming")["our_arms"]
    return {noun: arm for arm, nouns in arms.items() for noun in nouns}


class Organs:
    """Finds what the descriptions of organs of states in one report stand for."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._entities: Entities = phrases.entities
        self._offices: set[tuple[Title, ...]] = set()  # whose press offices the report has told of
        self._pressing: dict[str, Entity] = {}  # the press offices told of, by whose they are
        self._armies: list[int] = []  # the sentences that speak of "the army" without its state

    def organ(self, token: Token) -> str | None:
        """The organ of a state that a noun and the words before it name."""
        if _is_ours(token) and not token.child("nummod") and (arm := our_arms().get(token.lower)) is not None:
            return arm
        if (arm := self._arm(token)) is not None:
            return arm
        bare = token.lower == "command" and not [
            one for one in modifiers(token) if one.pos == "NOUN" or one.lower == "high"
        ]
        if bare and token.text.islower() and is_subject(token) and token.child("prep", "relcl") is None:
            return _COMMAND if is_definite(token) and not _owned_by_pronoun(token) else None
        if token.pos not in ("NOUN", "PROPN") or token.lower not in organ_nouns() or is_against(token):
            return None
        owned = any(one.tag == "PRP$" for one in token.children)  # "its Joint Command" goes by its pronoun
        if token.text[0].isupper() and not owned:
            return None
        before = [
            one for one in modifiers(token)
            if one.i < token.i and (owned or not one.text[0].isupper() or one.lower in _CAPITAL)
        ]  # fmt: skip
        if token.lower in ("service", "office", "department") and any(
            one.lower in ("press", "information") for one in before
        ):
            return "press office"
        for start in range(len(before) + 1):
            text = " ".join(one.lower for one in [*before[start:], token])
            if organ := organ_of(text):
                return organ
        return "press office" if token.lower == "office" and token.child("poss") is not None and not before else None

    def before_title(self, token: Token) -> Iterator[Mention]:
        """The organ inside the words for who speaks for it: it is named, though the sentence tells of somebody else."""
        title = token.head
        if not token.text.islower() or title.lower not in _OF_ORGANS or token.lower not in organ_nouns():
            return
        near = {one.i: one for word in (title, token) for one in [*modifiers(word), *word.all("poss")]}
        before: list[Token] = []
        while (one := near.get(token.i - len(before) - 1)) is not None:
            before.insert(0, one)
        small = [one for one in before if one.text.islower() and self._entities.by_head.get(one.i) is None]
        if small and before[-len(small) :] != small:
            return
        organ, kept = None, small
        while (organ := organ_of(" ".join(one.lower for one in [*kept, token]))) is None and kept:
            kept = kept[1:]
        whose = before[len(before) - len(kept) - 1] if len(before) > len(kept) else near.get(token.i - len(kept) - 2)
        owner = self._phrases.owning(whose) if whose is not None else None
        the = any(one.lower == "the" for one in title.all("det"))
        if organ is None or not (owner or (the and whose is None)):
            return
        first = kept[0] if kept else token
        first = whose if owner and whose is not None else first
        name = f"{organ} of {owner.name}" if owner else None
        type_: ActorType = "armed group" if organ in words("organisations", "armed_organs") else "government"
        roles = () if owner else (Title(title=organ, of=None),)
        yield from self._phrases.inner(
            first, token, type_, name=name, country=owner.country if owner else None, roles=roles, rule=BEFORE_A_TITLE
        )

    def _arm(self, token: Token) -> str | None:
        """The arm of a state that a plural means with its adjective and nothing else ("Sulean warplanes")."""
        arm = our_arms().get(token.lower)
        if arm is None or token.lower in _THINGS or token.text[0].isupper():
            return None
        told = [one for one in token.children if one.dep in ("nummod", "relcl", "acl", "prep", "appos", "poss")]
        vague = any(one.dep in ("det", "predet") and one.lower != "the" for one in token.children)
        before = modifiers(token)
        counted = any(one.tag == "CD" for word in before for one in word.children)
        if told or vague or counted or len(before) != 1:
            return None
        if before[0].lower in _REGULAR:
            return arm if arm == "Armed Forces" else None
        owner = self._phrases.adjective(token)
        return arm if owner is not None and owner.entity is not None and owner.entity.type == "state" else None

    def described(self, token: Token, organ: str) -> Iterator[Mention]:
        """The organ headed by a token, with its state where that is told."""
        if organ == "press office":
            yield from self._press_office(token)
            return
        if token.lower == "junta" and (styled := self._styled(token) or self._entities.called("junta")) is not None:
            rule = "what it calls itself"
            yield from self._phrases.made(token, styled.type, styled, rule=rule, score=0.9)
            return
        if any(one.lower in words("organisations", "of_parts") for one in modifiers(token)):
            yield from self._phrases.made(token, "government", None, rule=_RULE, score=0.6)
            return
        owner = self._phrases.owner(token)
        place = self._phrases.place(token) if owner is None else None
        our = _is_ours(token) and owner is None
        our = our and (organ in words("organisations", "armed_organs") or self._phrases.is_own_voice(token))
        another = owner is None and any(one.lower in _NOT_OWN for one in modifiers(token))
        regular = organ == "Armed Forces" and _is_regular(token)
        if owner is None and place is None and not is_definite(token) and not regular:
            return
        alone = owner is None and place is None and not another and not _owned_by_pronoun(token)
        if alone and token.lower in ("army", "military"):
            owner = self._spoken_for(token)
        entity = None if owner or place else self._earlier_organ(token, organ)
        some = organ == "Armed Forces" and token.lower in _OF_THE_ARMY and not (our or regular)
        bare = _is_bare(token) and (entity or self._is_open_army(token) or self._is_own_army(token))
        if some and not _is_the_army(token, owner) and not bare:
            return
        of_state = owner and (owner.country or owner.entity is None or owner.entity.type == "state")
        name = f"{organ} of {owner.name}" if owner and of_state else None
        type_: ActorType = "armed group" if organ in words("organisations", "armed_organs") else "government"
        if organ == "Armed Forces" and owner is None and entity is None:
            self._armies.append(token.sentence)
        open_one = owner is None and entity is None and not another and (our or token.child("poss") is None)
        roles = (Title(title=organ, of=place),) if open_one else ()
        if owner and name is None and entity is None and owner.entity is not None and owner.entity.is_person:
            roles = (Title(title=organ, of=owner.name),)  # whom he leads, all reports tell
        yield from self._phrases.made(token, type_, entity, owner=owner, name=name, roles=roles, rule=_RULE, score=0.9)

    def _is_open_army(self, token: Token) -> bool:
        """Whether "the soldiers" are those of "the army" of which the sentences before spoke, and of no other."""
        if not self._armies or token.sentence - self._armies[-1] > _SOON:
            return False
        near = self._entities.before(token, sentences=_SOON)
        return not any(entity.type == "armed group" and entity.name != "Armed Forces" for _, _, entity in near)

    def _spoken_for(self, token: Token) -> Owner | None:
        """The state whose forces somebody speaks for in a sentence that goes on to tell of "the army"."""
        told: dict[str, Entity] = {}
        for _, _, entity in self._entities.before(token, sentences=0):
            for role in entity.roles if entity.is_person else ():
                state = self._entities.state_named(None, role.of)
                if state is not None and _ARMED & set(role.title.lower().split()) and not role.former:
                    told[state.name] = state
        state = next(iter(told.values())) if len(told) == 1 else None
        return Owner(state.name, state.country, state) if state is not None else None

    def _is_own_army(self, token: Token) -> bool:
        """Whether "the troops" that do something in a party's own paper are its own."""
        acts = token.lower == "troops" and is_definite(token) and is_subject(token)
        return acts and self._phrases.is_own_voice(token)

    def _styled(self, token: Token) -> Entity | None:
        """The body that the report says a noun calls itself ("the junta, which styles itself the Council of State")."""
        for one in self._phrases.all(token.lower):
            for verb in one.all("relcl"):
                if verb.lemma in _STYLING and any(inner.lower == "itself" for inner in verb.subtree):
                    held = [found[1] for inner in verb.subtree if (found := self._entities.at(inner)) is not None]
                    bodies = [entity for entity in held if entity.is_body and entity.type != "state"]
                    if len({entity.name for entity in bodies}) == 1:
                        return bodies[0]
        return None

    def _earlier_organ(self, token: Token, organ: str) -> Entity | None:
        seen = {e.name: e for _, _, e in self._entities.before(token, sentences=3) if e.name.startswith(organ + " of ")}
        return next(iter(seen.values())) if len(seen) == 1 else None

    # The press office of an organ or a president speaks for the organ.

    def _press_office(self, token: Token) -> Iterator[Mention]:
        name, found, holder = self._pressed(token)
        if found is None and name is None and token.child("poss", "prep") is None:
            found = self._last_presidency(token)
            name = found.name if found else None
        country = found.country if found else None
        roles = (Title(title="Presidency", of=holder.name),) if holder and name is None else self._open_organ(token)
        if roles:
            self._offices.add(roles)
        elif found is None and name is None and token.child("poss", "prep") is None and len(self._offices) == 1:
            roles = next(iter(self._offices))  # the one told of before
        entity = found if found is None or found.type == "government" else None
        owned = name or (found.name if found else None) or next((f"{one.title} {one.of}" for one in roles), None)
        if owned is None and token.child("poss", "prep") is None:
            told = {**self._pressing, **self._named_offices(token)}
            entity = next(iter(told.values())) if len(told) == 1 else entity  # the only one of which the report tells
        for mention in self._phrases.made(
            token, "government", entity, name=name, country=country, roles=roles, rule=PRESS, score=0.85
        ):  # fmt: skip
            if owned or entity is None:
                self._pressing.setdefault(owned or mention.id, Entity(mention.id, "government", root=mention.id))
            yield mention

    def _named_offices(self, token: Token) -> dict[str, Entity]:
        """The bodies named before that are press offices by their names ("the Federal Press Office")."""
        near = self._entities.before(token, sentences=token.sentence)
        ends = ("Press Office", "Press Service", "Information Office", "Press Bureau")
        return {entity.name: entity for _, _, entity in near if entity.name.endswith(ends)}

    def _pressed(self, token: Token) -> tuple[str | None, Entity | None, Entity | None]:
        """The name of the organ for which a press office speaks, what names it, and the person whose office it is."""
        office = next((p.child("pobj") for p in token.all("prep") if p.lower == "of"), None)
        if office is not None and office.lower == "president" and (presided := self._phrases.owner(office)):
            return f"Presidency of {presided.name}", presided.entity, None
        if any(one.lower == "presidential" for one in token.children) and (presided := self._phrases.owner(token)):
            return f"Presidency of {presided.name}", presided.entity, None
        for one in [*token.all("poss", "compound", "amod"), *(p.child("pobj") for p in token.all("prep"))]:
            held = self._entities.at(one) if one is not None else None
            if held and held[1].type == "government":
                return (held[1].name if " of " in held[1].name else None), held[1], None
            if held and held[1].is_person:
                state = next((r.of for r in held[1].roles if office_head(r.title) == "president" and r.of), None)
                return (f"Presidency of {state}" if state else None), held[1] if state else None, held[1]
        return None, None, None

    def _open_organ(self, token: Token) -> tuple[Title, ...]:
        """The organ beside a press office of which the report does not tell the state ("the presidency's office")."""
        near = [*token.all("poss", "compound"), *(p.child("pobj") for p in token.all("prep") if p.lower == "of")]
        held = [self._entities.by_head.get(one.i) for one in near if one is not None]
        return next((one[0].roles for one in held if one is not None and one[0].rule == _RULE and not one[1]), ())

    def _last_presidency(self, token: Token) -> Entity | None:
        seen = {
            e.name: e
            for _, _, e in self._entities.before(token, sentences=8)
            if e.name.startswith("Presidency of ") or e.is_presidency
        }
        return next(iter(seen.values())) if len(seen) == 1 else None


def _is_ours(token: Token) -> bool:
    """Whether a report calls an organ "our"."""
    poss = token.child("poss")
    return poss is not None and poss.lower == "our"


def _is_the_army(token: Token, owner: Owner | None) -> bool:
    """Whether a plural with its state means the army, and not some counted or described men of it."""
    if token.lower in ("troops", "forces"):
        return owner is not None
    told = [one for one in token.children if one.dep in ("nummod", "det", "relcl", "acl", "prep")]
    return owner is not None and not told and len(modifiers(token)) == (0 if token.child("poss") else 1)


def _is_bare(token: Token) -> bool:
    """Whether a noun has an article and nothing else beside it ("the soldiers")."""
    return all(one.dep in ("det", "punct") for one in token.children)


def _is_regular(token: Token) -> bool:
    """Whether a plural means the state's army by the word before it, and not some of its men ("government troops")."""
    counted = token.child("nummod", "relcl", "acl") is not None
    return not counted and any(one.lower in _REGULAR for one in modifiers(token))


def _owned_by_pronoun(token: Token) -> bool:
    """Whether a noun has "its", "his" or "their" before it."""
    return any(one.tag == "PRP$" and one.lower != "our" for one in token.children)
