"""Descriptions of bodies and states: "its defence ministry", "the press service", "the agency", "the country"."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from rashomon.extract.names.entities import Entity, Owner
from rashomon.extract.names.offices import is_definite, modifiers, office_head, organ_nouns
from rashomon.extract.names.phrases import Phrases
from rashomon.extract.names.pronouns import is_subject
from rashomon.extract.names.words import looks_adjective, organ_of
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words
from rashomon.language.units import is_unit
from rashomon.model.annotation import ActorType, Mention, Title

# Of several armed groups of a report, "the rebels" are the one spoken of so many times as often.
_MAIN = 3

# Sentences behind "the army" in which "the soldiers" are its own.
_SOON = 3

# "The command announced": that of a state's forces.
_COMMAND = "Joint Command"

# Words for a state that, with a capital and without a name, mean the writer's own.
_OWN_STATE = ("State", "Republic", "Kingdom", "Motherland", "Fatherland", "Nation")

# What narrows a noun to a body of its own ("the workers' movement", "the mission to X").
_NARROWING = ("amod", "compound", "nmod", "poss", "prep", "relcl", "acl")


# Plurals that mean an army where a state's adjective alone stands before them, and not some of its men.
_OF_THE_ARMY = {"troops", "forces", "soldiers", "paratroops", "paratroopers", "gunners", "infantry"}

# Before "troops" and the like these tell that the state's own army is meant.
_REGULAR = {"government", "federal", "army", "armed", "regular", "defence", "defense"}

# Verbs with "itself" by which a body gives its own name.
_STYLING = {"style", "call", "name", "dub", "term"}

# Before an organ without its state these say that it is not, or may not be, that of the report's own.
_NOT_OWN = {"same", "other", "another", "opposing", "enemy", "rival", "foreign", "hostile", "invading", "neighbouring"}

LED = "men of a leader"
"""The rule of a noun for those whom somebody leads ("his men", "X's fighters")."""

BAND = "band of a rising"
"""The rule of a plural for those who have seized power, or who stay loyal to who has lost it."""

INSURGENTS = "the rebels"
"""The rule of a plural by which a report means the armed group of its war, without a name near by."""

MISSION = "mission of an alliance"
"""The rule of a noun for those whom an alliance has sent ("the U.N. force")."""

COLLECTIVE = "acting together"
"""The rule of a plural that means all who hold an office in a war."""


def _owned_by_pronoun(token: Token) -> bool:
    """Whether a noun has "its", "his" or "their" before it."""
    return any(one.tag == "PRP$" and one.lower != "our" for one in token.children)


@cache
def our_arms() -> dict[str, str]:
    """The arm of a party's forces that has what it calls "our"."""
    arms: dict[str, list[str]] = lexicon("naming")["our_arms"]
    return {noun: arm for arm, nouns in arms.items() for noun in nouns}


def _is_narrowed(token: Token) -> bool:
    """Whether a clause behind a noun tells which are meant; one behind a comma does not."""
    clause = token.child("relcl")
    return clause is not None and not any(one.text == "," and token.i < one.i < clause.i for one in token.children)


def _office_of(word: str) -> str | None:
    """The office that a word before "countries" tells ("guarantor", "mediating")."""
    offices = words("naming", "collective_states")
    return next((one for one in sorted(offices) if word in (one, f"{one[:-2]}ing", f"{one}ing")), None)


class Bodies:
    """Finds what the descriptions of bodies and states in one report stand for."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases, self._entities = phrases, phrases.entities
        self._armies: list[int] = []  # the sentences that speak of "the army" without its state

    def organ(self, token: Token) -> str | None:
        """The organ of a state that a noun and the words before it name."""
        if _is_ours(token) and not token.child("nummod") and (arm := our_arms().get(token.lower)) is not None:
            return arm
        bare = token.lower == "command" and not [
            one for one in modifiers(token) if one.pos == "NOUN" or one.lower == "high"
        ]
        if bare and token.text.islower() and is_subject(token) and token.child("prep", "relcl") is None:
            return _COMMAND if is_definite(token) and not _owned_by_pronoun(token) else None
        if token.pos not in ("NOUN", "PROPN") or token.lower not in organ_nouns():
            return None
        owned = any(one.tag == "PRP$" for one in token.children)  # "its Joint Command" goes by its pronoun
        if token.text[0].isupper() and not owned:
            return None
        before = [one for one in modifiers(token) if one.i < token.i and (owned or not one.text[0].isupper())]
        if token.lower in ("service", "office", "department") and any(
            one.lower in ("press", "information") for one in before
        ):
            return "press office"
        for start in range(len(before) + 1):
            text = " ".join(one.lower for one in [*before[start:], token])
            if organ := organ_of(text):
                return organ
        return "press office" if token.lower == "office" and token.child("poss") is not None and not before else None

    def described(self, token: Token, organ: str) -> Iterator[Mention]:
        """The organ headed by a token, with its state where that is told."""
        if organ == "press office":
            yield from self._press_office(token)
            return
        if token.lower == "junta" and (styled := self._styled(token) or self._entities.called("junta")) is not None:
            rule = "what it calls itself"
            yield from self._phrases.made(token, styled.type, styled, rule=rule, score=0.9)
            return
        owner = self._phrases.owner(token)
        place = self._phrases.place(token) if owner is None else None
        our = _is_ours(token) and owner is None
        our = our and (organ in words("organisations", "armed_organs") or self._phrases.is_own_voice(token))
        another = owner is None and any(one.lower in _NOT_OWN for one in modifiers(token))
        regular = organ == "Armed Forces" and _is_regular(token)
        if owner is None and place is None and not is_definite(token) and not regular:
            return
        entity = None if owner or place else self._earlier_organ(token, organ)
        some = organ == "Armed Forces" and token.lower in _OF_THE_ARMY and not (our or regular)
        if some and not _is_the_army(token, owner) and not (_is_bare(token) and (entity or self._is_open_army(token))):
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
        yield from self._phrases.made(
            token, type_, entity, owner=owner, name=name, roles=roles, rule="organ of a state", score=0.9
        )

    def _is_open_army(self, token: Token) -> bool:
        """Whether "the soldiers" are those of "the army" of which the sentences before spoke, and of no other."""
        if not self._armies or token.sentence - self._armies[-1] > _SOON:
            return False
        near = self._entities.before(token, sentences=_SOON)
        return not any(entity.type == "armed group" and entity.name != "Armed Forces" for _, _, entity in near)

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
        roles = (Title(title="Presidency", of=holder.name),) if holder and name is None else ()
        entity = found if found is None or found.type == "government" else None
        yield from self._phrases.made(
            token, "government", entity, name=name, country=country, roles=roles, rule="press office", score=0.85
        )

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

    def _last_presidency(self, token: Token) -> Entity | None:
        seen = {
            e.name: e
            for _, _, e in self._entities.before(token, sentences=8)
            if e.name.startswith("Presidency of ") or e.is_presidency
        }
        return next(iter(seen.values())) if len(seen) == 1 else None

    # Those who act together.

    def collective(self, token: Token) -> str | None:
        """The office in which a plural acts together: "the guarantors", "four mediating nations", "the observers"."""
        if token.tag not in ("NNS", "NNPS"):
            return None
        before = {one.lower: one for one in modifiers(token)}
        counted = token.child("nummod") is not None
        the = any(one.dep == "det" and one.lower in ("the", "these", "those") for one in token.children)
        if token.lemma.lower() in words("naming", "powers"):
            said = next((office for one in before if (office := _office_of(one))), None)
            return said if the or counted else None
        lemma = token.lemma.lower()
        if not the or before or token.child("poss", "prep") is not None or _is_narrowed(token):
            return None
        if lemma in words("naming", "collective_states"):
            return lemma
        return lemma if lemma in words("naming", "collective_bodies") and not counted else None

    def together(self, token: Token, office: str) -> Iterator[Mention]:
        """The mention of those who act together in an office; who they are, `resolve` tells by the war."""
        type_: ActorType = "alliance" if office in words("naming", "collective_states") else "organisation"
        yield from self._phrases.made(token, type_, None, roles=(Title(title=office),), rule=COLLECTIVE, score=0.7)

    # States and bodies by their kind.

    def country(self, token: Token) -> Iterator[Mention]:
        """What "the country", "his country" mean: the state of the person, or the only one spoken of."""
        poss = token.child("poss")
        entity = None
        narrowed = any(one.dep in _NARROWING for one in token.children)
        if token.text in _OWN_STATE and token.child("det") is not None and not narrowed:
            # "The State does not haggle", "aid to the Republic": one's own
            own = (Title(title="Government"),)
            yield from self._phrases.made(token, "state", None, roles=own, rule="the State", score=0.7)
            return
        roles: tuple[Title, ...] = ()
        if poss is not None:
            found = self._entities.at(poss)
            entity = self._entities.state_named(found[1].country, found[1].state) if found else None
            if entity is None and found is not None and found[1].is_person:
                roles = (Title(title="country", of=found[1].name),)  # whose office all reports may tell
        elif token.child("det") is not None and not self._is_another_state(token):
            entity = self._topic_state(token)
        yield from self._phrases.made(token, "state", entity, roles=roles, rule="the country", score=0.8)

    def _is_another_state(self, token: Token) -> bool:
        """Whether the words before "republic" tell that it is not the state spoken of ("the breakaway X republic")."""
        before = modifiers(token)
        named = any(one.dep in ("compound", "nmod") and one.text[0].isupper() for one in before)
        return named or any(one.lower in words("naming", "other_states") for one in before)

    def _topic_state(self, token: Token) -> Entity | None:
        """The only state spoken of in the sentence so far, else in the one before."""
        for sentences in (0, 1, 2):
            states: dict[str, Entity | None] = {}
            for _, _, entity in self._entities.before(token, sentences=sentences):
                if entity.state or entity.type == "state":
                    name = entity.state or entity.name
                    states[name] = self._entities.state_named(entity.country, name)
            if states:
                return next(iter(states.values())) if len(states) == 1 else None
        return None

    def short(self, token: Token) -> Iterator[Mention]:
        """The only body near by that is called so or is of that kind ("the group", "the agency")."""
        if any(one.dep in _NARROWING for one in token.children):
            return
        kinds = lexicon("organisations")["kinds"][token.lower]
        seen: dict[str, Entity] = {}
        for _, _, entity in self._entities.before(token, sentences=6 if "outlet" in kinds else 3):
            unit = token.lower in words("organisations", "insurgents") and (
                is_unit(entity.name) or organ_of(entity.name) is not None
            )
            fights = entity.type == "armed group" and token.lower in entity.name.lower().split()
            if entity.is_body and (fights or entity.type in kinds) and not _is_organ(entity) and not unit:
                seen.setdefault(entity.name, entity)
        if token.lower in words("organisations", "insurgents"):
            if len(seen) != 1:
                seen = self._insurgents(token) or seen
            beside = self._acting_above(token)
            seen = {name: one for name, one in seen.items() if name not in beside}  # whom they fight, or who helps
        exact = [one for one in seen.values() if token.lower in one.name.lower().split()]
        alike = token.lower in words("organisations", "kinds_alone")
        found = exact or [
            one
            for one in seen.values()
            if alike and not (one.type == "organisation" and one.name.isupper()) and not _ends_in_organ(one.name)
        ]
        if len(found) == 1:
            yield from self._phrases.made(token, found[0].type, found[0], rule="short description of a body", score=0.8)
        elif token.lower in words("organisations", "insurgents"):
            if not any(entity.type == "armed group" for entity in self._above(token)):
                yield from self.rebels(token)
        elif "outlet" in kinds and token.dep in ("nsubj", "pobj"):
            yield from self._phrases.made(token, "outlet", None, rule="short description of a body")

    def banded(self, token: Token) -> str | None:
        """What a plural means by the word before it or by itself: those who rise, are loyal, plot."""
        before = {one.lower for one in modifiers(token)}
        if token.lower in words("organisations", "risen_men") and before:
            if len(before) == 1 and before <= words("organisations", "rising") and not _is_counted(token, adjectives=1):
                return "loyalists" if before <= {"loyalist"} else INSURGENTS
            return None
        if before or not is_definite(token) or token.child("poss", "nummod", "relcl", "prep") is not None:
            return None
        band = next((band for band, nouns in lexicon("organisations")["bands"].items() if token.lower in nouns), None)
        return str(band) if band is not None else None

    def band(self, token: Token, called: str) -> Iterator[Mention]:
        """The mention of those who act together in a rising; who they are, `resolve` tells by all reports."""
        if called == INSURGENTS:
            found = self._insurgents(token)
            group = next(iter(found.values())) if len(found) == 1 else None
            if group is None or group.name in self._acting_above(token):
                yield from self.rebels(token)
            else:
                yield from self._phrases.made(token, group.type, group, rule=INSURGENTS, score=0.7)
            return
        roles = (Title(title=called),)
        yield from self._phrases.made(token, "armed group", None, roles=roles, rule=BAND, score=0.6)

    def rebels(self, token: Token) -> Iterator[Mention]:
        """The mention of those who rise, without a name near by; who they are, `resolve` tells by all reports."""
        yield from self._phrases.made(token, "armed group", None, rule=INSURGENTS, score=0.6)

    def leader(self, token: Token) -> Entity | None:
        """The person whose men a noun means ("his men", "Kresh's fighters")."""
        whose = token.child("poss")
        if whose is None or token.lower not in words("organisations", "led") or _is_counted(token):
            return None
        found = self._entities.at(whose)
        return found[1] if found is not None and found[1].is_person else None

    def men(self, token: Token, leader: Entity) -> Iterator[Mention]:
        """The mention of those whom somebody leads; who they are, `resolve` tells by what all reports tell of him."""
        roles = (Title(title=token.lower, of=leader.name),)
        yield from self._phrases.made(token, "armed group", None, roles=roles, rule=LED, score=0.6)

    def sent(self, token: Token) -> Entity | None:
        """The alliance that has sent those whom a noun means ("the U.N. force", "African Union peacekeepers")."""
        if token.lower not in words("organisations", "sent"):
            return None
        near = [self._entities.at(one) for one in token.all("compound", "nmod", "amod", "poss")]
        found = [one[1] for one in near if one is not None and one[1].type == "alliance"]
        return found[0] if len(found) == 1 else None

    def mission(self, token: Token, alliance: Entity) -> Iterator[Mention]:
        """The mention of those whom an alliance has sent; by what name they go, `resolve` tells by all reports."""
        roles = (Title(title=token.lower, of=alliance.name),)
        yield from self._phrases.made(token, "armed group", None, roles=roles, rule=MISSION, score=0.7)

    def _acting_above(self, token: Token) -> set[str]:
        """The names of those who act in the clauses in which a noun stands."""
        return {entity.name for entity in self._above(token)}

    def _above(self, token: Token) -> list[Entity]:
        """Those inside the subjects of the clauses in which a noun stands: they would be "it" or "its" there."""
        near = self._entities.before(token, sentences=0)
        subjects = [one for verb in token.ancestors for one in verb.all("nsubj", "nsubjpass") if one is not token]
        inside = {one.i for subject in subjects for one in subject.subtree}
        return [entity for place, _, entity in near if place in inside]

    def _insurgents(self, token: Token) -> dict[str, Entity]:
        """The armed group of which a report tells so far, if one alone, or one far more than any other."""
        counts: Counter[str] = Counter()
        groups: dict[str, Entity] = {}
        for _, _, entity in self._entities.before(token, sentences=token.sentence):
            organ = _is_organ(entity) or organ_of(entity.name) is not None
            if entity.type == "armed group" and not organ and not is_unit(entity.name):
                counts[entity.name] += 1
                groups[entity.name] = entity
        ranked = counts.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < _MAIN * ranked[1][1]):
            return {}
        return {ranked[0][0]: groups[ranked[0][0]]}


def _is_organ(entity: Entity) -> bool:
    """Whether a body is an organ of a state, which no "group" or "rebels" means."""
    organ, _, state = entity.name.partition(" of ")
    return bool(state) and organ in words("organisations", "armed_organs")


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


def _is_counted(token: Token, *, adjectives: int = 0) -> bool:
    """Whether a noun means some of those it names ("two of his men", "his dead soldiers")."""
    narrowed = token.child("nummod", "relcl") is not None or len(token.all("amod")) > adjectives
    if narrowed or token.dep != "pobj" or token.head.lower != "of":
        return narrowed
    share = token.head.head
    return share.tag == "CD" or share.lower in ("some", "many", "most", "several", "few", "dozens")


def _is_bare(token: Token) -> bool:
    """Whether a noun has an article and nothing else beside it ("the soldiers")."""
    return all(one.dep in ("det", "punct") for one in token.children)


def _is_regular(token: Token) -> bool:
    """Whether a plural means the state's army by the word before it, and not some of its men ("government troops")."""
    counted = token.child("nummod", "relcl", "acl") is not None
    return not counted and any(one.lower in _REGULAR for one in modifiers(token))


def _ends_in_organ(name: str) -> bool:
    """Whether a body's name is that of an organ whose state the report does not tell ("the Sulean Army")."""
    first, _, rest = name.partition(" ")
    return looks_adjective(first) and organ_of(rest) is not None
