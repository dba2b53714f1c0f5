"""Whose the losses are that figures count, by what all reports of a case tell: an army's, an enemy's, a counter's."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Figure, Link
from rashomon.model.sides import TOLD, Sides
from rashomon.model.world import Actor

_LOSSES = frozenset({"killed", "wounded", "captured", "missing", "equipment"})
_FIGHTING = frozenset({"ASSAULT", "COERCE"})
_ARMY = "organ:armed forces:"
_POLICE = "organ:police:"
_POLICEMEN = frozenset({"police", "policeman", "policewoman", "gendarme"})
# The end of the key of an organ of whom no report tells whose it is, though one side alone has one.
_OF_ONE = ":@"
# Units and staffs, which may be of either side where their names do not tell.
_UNITS = frozenset(
    {"command", "staff", "headquarters", "division", "brigade", "battalion", "corps", "regiment", "army"}
)
# … unless these tell that they are of those who rose ("the Liberation Army").
_RISING = frozenset({"liberation", "resistance", "revolutionary", "people's", "popular", "free", "salvation", "lord's"})
# Of such only a state has any; a staff or a command may be rebels'.
_OF_STATES = frozenset({"army", "armed", "navy", "police", "ministry"})
_GENERIC = _OF_STATES | {"the", "of", "and", "interior", "national"}
_GROUPS = ("armed group", "organisation", "government", "alliance")
# Losses of a group that are told so often make it a side of the war.
_LEAST = 2
# Whom one fights must be told so many times as often as anybody else.
_CLEAR = 2


class Bearers:
    """Finds who bears the losses of one case.

    Where a state fights another, its army's losses are the state's. Where it fights a guard, a front or
    a militia, the two that fight are that group and the army, which is not the whole of the state: those who rose
    are of it too.
    """

    def __init__(
        self, actors: Mapping[str, Actor], sides: Sides, figures: Iterable[Figure], events: Iterable[Event],
        home: Callable[[str], str | None] = lambda _: None,
    ) -> None:  # fmt: skip
        """Learn from all figures and events; `home` tells the state in whose town a report is dated."""
        self._home = home
        self._actors = actors
        self._sides = sides
        every = list(figures)
        told = [one for one in every if one.counts in _LOSSES and not one.background]
        self._homes: defaultdict[str, set[str | None]] = defaultdict(set)
        for one in every:
            for link in one.according_to[:1]:
                self._homes[link.actor or ""].add(home(one.document))
        self._lost = Counter(camp for one in told for link in one.side if (camp := self._camp(link.actor)) is not None)
        self._against: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._part: Counter[str] = Counter()
        self._learn(told, list(events))
        self._armies = self._in_arms(told)

    def of(self, figure: Figure) -> tuple[Link, ...]:
        """Those who bear the loss that a figure counts."""
        return tuple(self._bearer(link, figure) for link in figure.side or self._meant(figure))

    def _meant(self, figure: Figure) -> tuple[Link, ...]:
        """The side that no words name: the counter's own, or whom the counter fights and whose breaches it counts."""
        others_deed = figure.counts == "other" and figure.unit in words("figures", "breaches")
        if not (others_deed or figure.loss_of in ("own", "enemy")) or not figure.according_to:
            return ()
        counter = figure.according_to[0]
        own = self._camp(counter.actor) or self._of_officer(counter.actor, figure.document)
        if own is None or not self._fights(own):
            return ()
        if figure.loss_of == "own":
            return (Link(actor=own, span=counter.span),)
        enemy = self._enemy(own)
        return (Link(actor=enemy),) if enemy is not None else ()

    def _fights(self, id: str) -> bool:
        """Whether somebody strikes, is struck or loses people; of a group in arms also whether it counts losses."""
        counts = self._actors[id].type == "armed group" and self._part[id] >= _LEAST
        return bool(self._against[id] or self._lost[id] or counts)

    def _bearer(self, link: Link, figure: Figure) -> Link:
        """The state for the staff or ministry that owns to losses, the army for a state whose soldiers are lost."""
        actor = self._actors.get(link.actor or "")
        if actor is None:
            return self._called_enemy(link, figure)
        who = actor.id
        if actor.name.partition(" of ")[0] in words("organisations", "counting_organs"):
            state = self._actors.get(self._sides.of(who))
            who = state.id if state is not None and state.type == "state" else who
        return self._of_army(link, who, figure)

    def _of_officer(self, id: str | None, document: str) -> str | None:
        """The state of an officer or minister of whom nobody tells whose: where the report is dated, if it fights.

        Else, where one state alone fights those who rose, whoever speaks for "the army" is of that state.
        """
        actor = self._actors.get(id or "")
        if actor is None or actor.type != "person":
            return None
        titles = {word for role in actor.roles for word in role.title.lower().split()}
        if titles & (words("figures", "counters") | {"minister"}):
            home = self._home(document)
            elsewhere = self._homes[actor.id] - {home}  # whom reports of both sides quote may be of either
            if home is not None and not elsewhere and (self._against[home] or self._lost[home]):
                return home
        told = titles | {word for role in actor.roles for word in (role.of or "").lower().split()}
        whose = told - titles - _GENERIC - words("figures", "counters")  # "the army", not "the Lord's Resistance Army"
        of_state = told & _OF_STATES and not whose and not told & (words("figures", "rebels") | _RISING)
        return next(iter(self._armies)) if of_state and len(self._armies) == 1 else None

    def _called_enemy(self, link: Link, figure: Figure) -> Link:
        """Whom the counter means by "the enemy"."""
        told = {word.lower() for word in link.span.text.split()} if link.span else set()
        if not told & words("figures", "enemies") or not figure.according_to:
            return link
        counter = figure.according_to[0].actor
        own = self._camp(counter) or self._of_officer(counter, figure.document)
        enemy = self._enemy(own) if own is not None else None
        return self._of_army(link, enemy, figure) if enemy is not None else link

    def _of_army(self, link: Link, who: str, figure: Figure) -> Link:
        if figure.category == "military" and figure.counts in _LOSSES and not figure.background:
            who = self._armies.get(who, who)
        return link if who == link.actor else replace(link, actor=who)

    def _enemy(self, own: str) -> str | None:
        """Whom a side fights: who stands against it and bears losses, clearly more often than anybody else."""
        ranked = self._others(own).most_common(2)
        clear = ranked and (len(ranked) == 1 or ranked[0][1] >= _CLEAR * ranked[1][1])
        return ranked[0][0] if clear and ranked[0][1] >= _LEAST else None

    def _others(self, own: str) -> Counter[str]:
        """How often each other side is told to stand against one, and to have lost people or arms."""
        return self._against[own] + Counter({id: count for id, count in self._lost.items() if id != own})

    def _learn(self, figures: Sequence[Figure], events: Sequence[Event]) -> None:
        """Who stands against whom, by blows and by whose losses one counts as the enemy's; who takes part at all."""
        pairs = [
            (one, two) for event in events
            if event.type in _FIGHTING and event.status in TOLD and not event.background
            for one in self._camps(event.initiators) for two in self._camps(event.recipients)
        ]  # fmt: skip
        pairs += [
            (one, two) for figure in figures if figure.loss_of == "enemy"
            for one in self._camps(figure.according_to[:1]) for two in self._camps(figure.side)
        ]  # fmt: skip
        for one, two in pairs:
            if one != two:
                self._against[one][two] += 1
                self._against[two][one] += 1
        self._part.update(self._lost)
        for event in events:
            if event.type in _FIGHTING and event.status in TOLD and not event.background:
                self._part.update(self._camps(event.initiators) | self._camps(event.recipients))
        for figure in figures:
            self._part.update(self._camps(figure.according_to[:1]))

    def _in_arms(self, figures: Sequence[Figure]) -> dict[str, str]:
        """The forces of the states that fight a group in arms more than another state, by the states' ids.

        Such a group strikes, is struck, loses people and counts losses more often than any other state. The force is
        the army, or the police where most of those lost are policemen.
        """
        found: dict[str, str] = {}
        organs = {one.key: one.id for one in self._actors.values()}
        for id in [id for id in self._lost if self._actors[id].type == "state"]:
            state = self._actors[id].key.partition(":")[2]
            police = organs.get(_POLICE + state) if self._is_policed(id, figures) else None
            force = police or organs.get(_ARMY + state)
            others = Counter({other: count for other, count in self._part.items() if other != id})
            groups = sum(count for other, count in others.items() if self._actors[other].type == "armed group")
            states = [count for other, count in others.items() if self._actors[other].type == "state"]
            if force is not None and groups >= _LEAST and groups > max(states, default=0):
                found[id] = force
        return found

    def _is_policed(self, state: str, figures: Iterable[Figure]) -> bool:
        """Whether most of what a state loses are policemen: its police fight, and not its army."""
        units = [set((one.unit or "").lower().split()) for one in figures if state in self._camps(one.side)]
        police = sum(bool(unit & _POLICEMEN) for unit in units)
        return police >= _LEAST and 2 * police > len(units)

    def _camps(self, links: Iterable[Link]) -> set[str]:
        return {camp for link in links if (camp := self._camp(self._sides.who(link))) is not None}

    def _camp(self, id: str | None) -> str | None:
        """The state or the group for which somebody fights or speaks; None where nobody knows."""
        actor = self._actors.get(id or "")
        if actor is None or actor.type == "state":
            return id if actor is not None else None
        kind = actor.key.partition(":")[0]
        if kind == "person":
            groups = {named for role in actor.roles if role.of and (named := self._sides.named(role.of)) is not None}
            groups = {one for one in groups if self._is_group(self._actors[one])}
            if len(groups) == 1:
                return groups.pop()
        elif self._is_group(actor):
            name = actor.name.lower().replace("’", "'").split()
            return actor.id if name[-1] not in _UNITS or _RISING & set(name) else None
        state = self._actors.get(self._sides.of(actor.id))
        return state.id if state is not None and state.type == "state" else None

    def _is_group(self, actor: Actor) -> bool:
        """Whether a body with a name of its own can wage war; the organs of a state are its state's."""
        own = actor.key.startswith("body:") or actor.key.endswith(_OF_ONE)
        return own and actor.type in _GROUPS
