"""Sides told by a common noun: "the rebels" where a report names one armed group, "soldiers" where one state fights."""

from collections import Counter
from functools import cached_property

from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.nouns import singular
from rashomon.extract.foremost import foremost
from rashomon.extract.found import Found
from rashomon.extract.parties import key
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

_GOVERNMENT = frozenset({"government", "loyalist", "federal", "regime"})
_OF_ARMY = frozenset({"army", "military", "government", "federal"})
_ARMED = frozenset({"troop", "force", "soldier", "man", "fighter", "unit"})


class Camps:
    """Finds for one report of a civil war whom its common nouns for fighters mean."""

    def __init__(self, found: Found) -> None:
        self._found = found

    def of(self, item: Counted) -> tuple[Link, ...]:
        """The group or the state whose fighters a noun counts; empty where several could be meant."""
        return self.of_noun(item.noun) if item.noun is not None else ()

    def of_noun(self, noun: Token) -> tuple[Link, ...]:
        """The same by a noun alone ("its estimate of *guerrillas* killed")."""
        if self.rebels is None:
            return ()
        kind = singular(noun)
        if self.are_risen(noun):
            return (_to(self.rebels),)
        loyal = kind in _ARMED and any(one.lower in _GOVERNMENT for one in noun.children)
        if self.state is not None and (loyal or kind in words("figures", "regulars")) and not self._mourned(noun):
            return (_to(self.state),)
        return ()

    def of_loss(self, noun: Token, before: Token | None) -> tuple[Link, ...]:
        """The state whose losses are called its army's, where it fights one armed group ("the *army* wounded")."""
        told = before is not None and before.lower in _OF_ARMY and before.i == noun.i - 1
        alone = self.rebels is not None and self.state is not None
        return (_to(self.state),) if told and alone and self.state is not None else ()

    def are_risen(self, noun: Token) -> bool:
        """Whether a noun is of those who rise: "guerrillas", "the *opposition* fighters", "*rebel* troops"."""
        rising = words("figures", "rebels") | {"opposition"}
        if singular(noun) in words("figures", "rebels"):
            return True
        return singular(noun) in _ARMED and any(one.lower in rising for one in noun.children)

    def _mourned(self, noun: Token) -> bool:
        """Whether they are told as one's own dead ("have given their lives"): whose, the report does not say here."""
        told = [one for one in (noun, *noun.ancestors) if one.sentence == noun.sentence]
        around = [one for word in told for one in (word, *word.children)]
        gave = any(one.lemma in ("give", "lay") for one in told) and any(one.lemma == "life" for one in around)
        return gave or any(one.lemma in words("figures", "mourning") for one in around)

    @cached_property
    def rebels(self) -> Mention | None:
        """The only armed group that the report names, or by far the most often; no army of a state is one."""
        groups: dict[str, Mention] = {}
        times: Counter[str] = Counter()
        for mention in self._found.mentions:
            if mention.type == "armed group" and mention.name and mention.form != "pronoun":
                name = key(self._found, Link(mention=mention.id))
                if name == mention.name and not _is_unit(mention.name):
                    groups.setdefault(mention.name, mention)
                    times[mention.name] += 1
        return _foremost(groups, times)

    @cached_property
    def state(self) -> Mention | None:
        """The only state that takes part in the fighting or whose forces the report names, or by far the most often."""
        fighting = Counter(
            name
            for event in self._found.events
            if event.type in ("ASSAULT", "COERCE") and not event.background
            for link in (*event.initiators, *event.recipients)
            if (name := key(self._found, link))
        )
        states: dict[str, Mention] = {}
        for mention in self._found.mentions:
            name = key(self._found, Link(mention=mention.id))
            if mention.type == "state" and mention.name and name is not None and name in fighting:
                states.setdefault(name, mention)
        return _foremost(states, fighting)


def _foremost(named: dict[str, Mention], times: Counter[str]) -> Mention | None:
    """The only one of those named, or the one told of several times as often as the next."""
    name = foremost(Counter({one: times[one] for one in named}))
    return named[name] if name is not None else None


def _is_unit(name: str) -> bool:
    """Whether a name is a unit's, a staff's or a kind of arms': either side has such ("60th Brigade", "MiGs")."""
    told = name.lower().replace("’", "'").split()
    unit = told[-1] in words("figures", "unit_names") and not words("figures", "rising_names") & set(told)
    return unit or told[-1].rstrip("s") in words("figures", "equipment") | {"mig"}


def _to(mention: Mention) -> Link:
    return Link(span=mention.evidence[0], mention=mention.id)
