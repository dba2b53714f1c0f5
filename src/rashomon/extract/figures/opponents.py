"""Who fights whom in a report: whom a party calls the enemy, and whose losses it claims."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.foes import Foes
from rashomon.extract.found import Found
from rashomon.extract.parties import key, root
from rashomon.model.annotation import Link, Mention

# Reports name whom they call the enemy more than once.
_LEAST_DEEDS = 2
_LOSSES = frozenset({"killed", "wounded", "captured", "missing", "equipment"})


class Opponents:
    """Finds opponents in one report, by what its events tell."""

    def __init__(self, found: Found, foes: Foes) -> None:
        self._found = found
        self._foes = foes
        self._fighters: Counter[str] | None = None
        self._pairs: Counter[tuple[str, str]] | None = None

    def fighting(self) -> Counter[str]:
        """How often each party of the report takes part in an assault."""
        if self._fighters is None:
            links = [
                link for event in self._found.events if event.type == "ASSAULT" and not event.background
                for link in (*event.initiators, *event.recipients) if not self._is_scene(link)
            ]  # fmt: skip
            self._fighters = Counter(one for link in links if (one := key(self._found, link)))
        return self._fighters

    def _is_scene(self, link: Link) -> bool:
        """Whether a town or the like is hit: it fights nobody."""
        mention = root(self._found, link)
        return mention is not None and mention.reading == "place" and mention.type != "state"

    def of(self, own: str | None) -> Mention | None:
        """Whom the report is against, else the only other one that fights in it as often as nobody else."""
        foe = self.foe(own)
        if foe is not None:
            return foe
        others = [(name, deeds) for name, deeds in self.fighting().most_common(3) if name != own]
        if own is None or own not in self.fighting() or not others or others[0][1] < _LEAST_DEEDS:
            return None
        if len(others) > 1 and others[1][1] == others[0][1]:
            return None
        return self.named(others[0][0])

    def foe(self, own: str | None) -> Mention | None:
        """Whom the report itself is against; None for the one it is against, whose enemy is another."""
        return self._foes.foe if self._foes.key != own else None

    def in_ledger(self, own: str | None, drafts: Sequence[Draft]) -> Mention | None:
        """Whom the report is against, whom `own` fights by the events, else the only other one that loses people."""
        foe = self.foe(own)
        if foe is not None or own is None:
            return foe
        struck = self._struck().items()
        partners = Counter({two if one == own else one: n for (one, two), n in struck if own in (one, two)})
        ranked = partners.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            return self.named(ranked[0][0])
        others = {
            name for draft in drafts
            if draft.item.counts in _LOSSES and not draft.background and draft.category != "civilian"
            for link in draft.side if (name := key(self._found, link)) and name != own
        }  # fmt: skip
        if len(others) != 1:
            others = {name for name in self.fighting() if name != own}
        return self.named(others.pop()) if len(others) == 1 else None

    def named(self, name: str | None) -> Mention | None:
        """The first mention of the party with that key: of the state or group itself, if it is named at all."""
        return self._named.get(name) if name is not None else None

    @cached_property
    def _named(self) -> dict[str, Mention]:
        """The same for every key."""
        first: dict[str, Mention] = {}
        themselves: dict[str, Mention] = {}
        for mention in self._found.mentions:
            name = key(self._found, Link(mention=mention.id))
            if name is not None:
                first.setdefault(name, mention)
                if mention.type in ("state", "armed group"):
                    themselves.setdefault(name, mention)
        return first | themselves

    def _struck(self) -> Counter[tuple[str, str]]:
        """How often two parties stand against each other in an assault, the names in order."""
        if self._pairs is None:
            self._pairs = Counter()
            for event in self._found.events:
                if event.type != "ASSAULT" or event.background:
                    continue
                for one in {name for link in event.initiators if (name := key(self._found, link))}:
                    for two in {name for link in event.recipients if (name := key(self._found, link))} - {one}:
                        self._pairs[min(one, two), max(one, two)] += 1
        return self._pairs
