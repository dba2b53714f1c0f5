"""Descriptions of bodies and states: "the agency", "the rebels", "his men", "the country"."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rashomon.extract.foremost import foremost
from rashomon.extract.names.entities import Entity
from rashomon.extract.names.offices import is_against, is_definite, modifiers
from rashomon.extract.names.phrases import Phrases
from rashomon.extract.names.words import looks_adjective, organ_of
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words
from rashomon.language.units import is_unit
from rashomon.model.annotation import Mention, Title

# Words for a state that, with a capital and without a name, mean the writer's own.
_OWN_STATE = ("State", "Republic", "Kingdom", "Motherland", "Fatherland", "Nation")

# What narrows a noun to a body of its own ("the workers' movement", "the mission to X").
_NARROWING = ("amod", "compound", "nmod", "poss", "prep", "relcl", "acl")

# Nouns, besides those for insurgents, that mean fighters and no part of an army.
_BANDED = frozenset({"militia", "movement", "group"})
# Nouns that mean the only body of their kind in a report, however long ago it was named.
_OF_REPORT = frozenset({"agency", "opposition", "ministry"})
# ... and these only where the body's name ends so.
_BY_NAME = frozenset({"opposition", "ministry"})

# Nouns that stand behind the name of a body of their kind, and mean the whole of it.
_BEHIND_NAMES = dict.fromkeys((*words("organisations", "insurgents"), "group", "militia"), ("armed group",)) | {
    "movement": ("armed group", "organisation")
}  # fmt: skip

# In the name of an outlet these tell that it is no agency.
_PAPERS_AND_RADIOS = (set(lexicon("organisations")["heads"]["outlet"]) | {"Radio", "Television"}) - {
    "News", "Press", "Newswire", "Wire", "Dispatch", "Service"
}  # fmt: skip

# Of those only spoken of a report may tell, and mean them by "the rebels", if it says this so many times as often.
_PASSING = 2

# "Anti-government forces" are those who rise.
_AGAINST = frozenset({"anti", "-", "antigovernment", "government", "regime", "armed"})

LED = "men of a leader"
"""The rule of a noun for those whom somebody leads ("his men", "X's fighters")."""

BAND = "band of a rising"
"""The rule of a plural for those who have seized power, or who stay loyal to who has lost it."""

INSURGENTS = "the rebels"
"""The rule of a plural by which a report means the armed group of its war, without a name near by."""

CALLED = "called by its kind"
"""The rule of a noun for a body of that kind of which the report itself does not tell the name."""

OWN_PAPER = "outlet of the report"
"""The rule of words by which a report means the paper in which it stands."""

PAPER = "outlet without a name"
"""The rule of a paper of which a report tells without its name."""


class Bodies:
    """Finds what the descriptions of bodies and states in one report stand for."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases, self._entities = phrases, phrases.entities
        self._tokens = phrases.tokens
        self._parties: dict[str, bool] = {}  # whether an armed group may be "the rebels", by its name
        self._called: dict[str, list[Entity]] = {}  # bodies without a name, by the noun of their kind
        self._papers: dict[str, list[Entity]] = {}  # outlets without a name, by the noun that told of them

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

    def paper(self, token: Token) -> Iterator[Mention]:
        """An outlet told for the first time without a name ("a Dara weekly"): "the weekly" goes back to it."""
        for mention in self._phrases.made(token, "outlet", None, rule=PAPER, score=0.6):
            entity = Entity(mention.id, "outlet", root=mention.id)
            self._entities.add(mention, token, entity)
            self._papers.setdefault(token.lower, []).append(entity)
            yield mention

    def told_paper(self, token: Token) -> Entity | None:
        """The one outlet without a name of which the report has told by this noun."""
        found = self._papers.get(token.lower, ())
        return found[0] if len(found) == 1 else None

    def short(self, token: Token) -> Iterator[Mention]:
        """The only body near by that is called so or is of that kind ("the group", "the agency")."""
        if (whole := self._called_besides(token)) is not None:
            yield from self._phrases.made(token, whole.type, whole, rule="noun behind a body's name", score=0.85)
            return
        armed = token.lower == "bands" and [one.lower for one in modifiers(token)] == ["armed"]
        narrowed = [one for one in token.children if one.dep in _NARROWING and not _is_behind_comma(token, one)]
        if len(narrowed) > armed:
            return
        if (told := self.told_paper(token)) is not None:
            yield from self._phrases.made(token, "outlet", told, rule="short description of a body", score=0.8)
            return
        kinds = lexicon("organisations")["kinds"][token.lower]
        own = self._phrases.outlet() if "outlet" in kinds else None
        if own is not None and any(one.lower == "this" for one in token.all("det")):  # "told this newspaper"
            yield from self._phrases.made(token, "outlet", None, name=own, rule=OWN_PAPER, score=0.9)
            return
        seen: dict[str, Entity] = {}
        for _, _, entity in self._entities.before(token, sentences=6 if "outlet" in kinds else 3):
            rising = token.lower in words("organisations", "insurgents")
            unit = (rising or token.lower in _BANDED) and _is_unit_or_organ(entity)
            unit = unit or (rising and entity.type == "armed group" and not self._is_party(entity))
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
        if token.lower == "agency":
            seen = {name: one for name, one in seen.items() if not {*name.split()} & _PAPERS_AND_RADIOS}
        found = exact or [
            one
            for one in seen.values()
            if alike and not (one.type == "organisation" and one.name.isupper()) and not _ends_in_organ(one.name)
        ]
        if not seen and token.lower in _OF_REPORT:
            found = self._only_so_called(token, kinds)
        if len(found) == 1:
            yield from self._phrases.made(token, found[0].type, found[0], rule="short description of a body", score=0.8)
        elif token.lower in words("organisations", "insurgents") or (not found and self._is_rebel(token)):
            if not any(one.type == "armed group" and not _is_unit_or_organ(one) for one in self._above(token)):
                yield from self.rebels(token)
        elif "outlet" in kinds and token.dep in ("nsubj", "pobj"):
            yield from self._phrases.made(token, "outlet", None, rule="short description of a body")

    def _called_besides(self, token: Token) -> Entity | None:
        """The body whose name stands before the noun of its kind, and nothing else ("the Dara Front rebels")."""
        found = (
            self._entities.at(token.children[-1]) if token.children and token.children[-1].i == token.i - 1 else None
        )
        alone = all(one.dep in ("det", "punct", "compound", "nmod") for one in token.children)
        if found is None or not alone or token.lower not in _BEHIND_NAMES or _is_unit_or_organ(found[1]):
            return None
        kinds = _BEHIND_NAMES[token.lower]
        return found[1] if found[1].type in kinds and found[0].form == "name" else None

    def _only_so_called(self, token: Token, kinds: Sequence[str]) -> list[Entity]:
        """The only body of a kind of which the report has spoken so far, however long ago ("the agency")."""
        seen: dict[str, Entity] = {}
        for _, _, entity in self._entities.before(token, sentences=token.sentence):
            if entity.type in kinds and not self._phrases.is_of_report(entity):
                seen.setdefault(entity.name, entity)
        if token.lower in _BY_NAME:
            seen = {name: one for name, one in seen.items() if name.lower().partition(" of ")[0].endswith(token.lower)}
        found = list(seen.values())
        return found if len(found) == 1 and not {*found[0].name.split()} & _PAPERS_AND_RADIOS else []

    def called(self, token: Token) -> Iterator[Mention]:
        """A body by the noun of its kind alone, which goes back to the only one so called in the report.

        Which body with a name it is, `resolve` may tell by all reports.
        """
        noun = token.lower
        type_ = lexicon("organisations")["called_again"].get(noun)
        if type_ is None or token.tag != "NN" or not token.text.islower():
            return
        if _is_alone(token) and is_definite(token):
            told = self._called.get(noun, ())
            entity = told[0] if len(told) == 1 else None
        elif any(one.i > token.i and _is_alone(one) and is_definite(one) for one in self._phrases.all(noun)):
            told, entity = (), None  # "a commission of African officers": "the commission" may go back to it
        else:
            return
        for mention in self._phrases.made(token, type_, entity, rule=CALLED, score=0.5):
            if entity is None and not (told and _is_alone(token)):
                self._called.setdefault(noun, []).append(Entity(mention.id, type_, root=mention.id))
            yield mention

    def _is_rebel(self, token: Token) -> bool:
        """Whether the report told of "the rebel militia", so that "the militia" is that of those who rise."""
        told = [one for one in self._phrases.all(token.lower) if one.i < token.i]
        return token.lower in _BANDED and any(
            {mod.lower for mod in modifiers(one)} & words("organisations", "rising") for one in told
        )

    def banded(self, token: Token) -> str | None:
        """What a plural means by the word before it or by itself: those who rise, are loyal, plot."""
        before = {one.lower for one in modifiers(token)}
        if is_against(token) and before <= _AGAINST and token.lower in words("organisations", "risen_men"):
            return INSURGENTS if not _is_counted(token, adjectives=len(_AGAINST)) else None
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
            if entity.type == "armed group" and not _is_organ(entity) and not _is_unit_or_organ(entity):
                counts[entity.name] += 1
                groups[entity.name] = entity
        name = foremost(counts)
        return {name: groups[name]} if name is not None and self._is_party(groups[name]) else {}

    def _is_party(self, group: Entity) -> bool:
        """Whether "the rebels" of a report may be an armed group that it names: one that is called so there.

        Of one named in passing ("links to X") the report tells much less often than of "the rebels".
        """
        if group.name not in self._parties:
            named = [
                self._tokens[place]
                for place, (mention, entity) in self._entities.by_head.items()
                if entity is group and mention.form == "name"
            ]
            rising = words("organisations", "insurgents") - words("organisations", "labels")
            spoken = sum(len(self._phrases.all(noun)) for noun in rising)
            self._parties[group.name] = (
                not named or spoken <= _PASSING * len(named) or any(map(_is_called_rebel, named))
            )
        return self._parties[group.name]


def _is_called_rebel(token: Token) -> bool:
    """Whether words beside a body's name say that its people are those who rise ("the rebels of the Dara Front")."""
    rising = words("organisations", "insurgents")
    if {one.lower for one in modifiers(token)} & (words("organisations", "rising") | rising):
        return True
    top = token.head.head if token.dep == "pobj" and token.head.lower in ("of", "from") else token.head
    return token.dep in ("compound", "nmod", "appos", "pobj") and top.lower in rising | words("organisations", "led")


def _is_alone(token: Token) -> bool:
    """Whether a noun has an article and nothing else beside it."""
    return all(one.dep in ("det", "punct", "case") for one in token.children)


def _is_behind_comma(token: Token, clause: Token) -> bool:
    """Whether a clause goes on behind a comma ("the movement, known as X, said"), and narrows nothing."""
    comma = any(one.text == "," and one.i == token.i + 1 for one in token.children)
    return clause.dep in ("relcl", "acl") and comma


def _is_unit_or_organ(entity: Entity) -> bool:
    """Whether a body is part of an army or an organ of a state, whoever has it: no militia and no "rebels"."""
    last = entity.name.rpartition(" ")[2].lower()
    return is_unit(entity.name) or organ_of(entity.name) is not None or last in words("organisations", "of_armies")


def _is_organ(entity: Entity) -> bool:
    """Whether a body is an organ of a state, which no "group" or "rebels" means."""
    organ, _, state = entity.name.partition(" of ")
    return bool(state) and organ in words("organisations", "armed_organs")


def _is_counted(token: Token, *, adjectives: int = 0) -> bool:
    """Whether a noun means some of those it names ("two of his men", "his dead soldiers")."""
    narrowed = token.child("nummod", "relcl") is not None or len(token.all("amod")) > adjectives
    if narrowed or token.dep != "pobj" or token.head.lower != "of":
        return narrowed
    share = token.head.head
    return share.tag == "CD" or share.lower in ("some", "many", "most", "several", "few", "dozens")


def _ends_in_organ(name: str) -> bool:
    """Whether a body's name is that of an organ whose state the report does not tell ("the Sulean Army")."""
    first, _, rest = name.partition(" ")
    return looks_adjective(first) and organ_of(rest) is not None
