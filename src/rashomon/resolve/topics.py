"""What state a report is about, and from what state it is dated."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from rashomon.language.units import is_unit
from rashomon.model.annotation import Mention
from rashomon.resolve.spelling import plain

# A report is about the state that it mentions so often, and so many times as often as any other.
_OFTEN = 3
_CLEAR = 2.0
_MORE = 1.5
# A report is of the war of all reports if both parties are among so many that it speaks of most.
_NEAR = 4
# A dateline's state stands at most so many characters behind its town.
_NEXT = 3


class Topics:
    """The states that reports are about, told by how often they are mentioned."""

    def __init__(self, mentions: Sequence[Mention], keys: Mapping[str, str], seats: Mapping[str, str]) -> None:
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._rising: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._lands: defaultdict[str, Counter[str]] = defaultdict(Counter)  # where armed groups are at home, by report
        self._dated: defaultdict[str, set[str]] = defaultdict(set)
        self._lying: dict[str, str] = {}  # the state that a dateline names behind the town, by report
        self._last: dict[tuple[str, str], int] = {}  # where a report last mentions a state
        self._heads: dict[str, int] = {}  # where the town of a dateline ends, by report
        for one in mentions:
            kind, _, name = keys.get(one.id, "").partition(":")
            if kind in ("state", "organ"):
                self._counts[one.document][name.rpartition(":")[2]] += 1
                place = (one.document, name.rpartition(":")[2])
                self._last[place] = max(self._last.get(place, 0), one.evidence[0].start)
            if kind == "body" and one.type == "armed group" and one.form == "name" and not is_unit(name):
                self._rising[one.document][name] += 1
                if one.country:
                    self._lands[one.document][one.country] += 1
            if one.rule == "dateline":
                self._heads[one.document] = one.evidence[0].end
            if one.rule == "dateline" and one.type == "place":
                state = one.country or seats.get(plain(one.name or ""))
                if state:
                    self._dated[one.document].add(state)
            if one.rule == "dateline" and one.type in ("state", None) and kind == "state":
                self._lying[one.document] = name

    def of(self, document: str) -> str | None:
        """The key of the one state that a report mentions far more often than any other."""
        ranked = self._counts[document].most_common(2) if document in self._counts else []
        if not ranked or ranked[0][1] < _OFTEN:
            return None
        clear = len(ranked) == 1 or ranked[0][1] >= _CLEAR * ranked[1][1]
        return ranked[0][0] if clear else None

    def of_all(self, document: str) -> str | None:
        """The key of the one state that all reports are about, where this one mentions none more often."""
        ranked = self._total.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEAR * ranked[1][1]):
            return None
        counts = self._counts[document] if document in self._counts else Counter[str]()
        return ranked[0][0] if counts and counts[ranked[0][0]] == max(counts.values()) else None

    def risen_against(self, document: str) -> str | None:
        """The key of the state in whose civil war all reports are: far ahead of others, its foes named more than these.

        A report is of that war if it names both, and no other state far more often.
        """
        ranked, foes = self._total.most_common(2), self._all_rising.most_common(1)
        rival = ranked[1][1] if len(ranked) > 1 else 0
        if not ranked or not foes or ranked[0][1] < max(_OFTEN, _CLEAR * rival) or foes[0][1] < max(_OFTEN, rival):
            return None
        state, first = ranked[0][0], self.first(document)
        counts = self._counts[document] if first is not None else Counter[str]()
        named = counts[state] and foes[0][0] in self._rising.get(document, ())
        return state if named and counts[first or state] < _CLEAR * counts[state] else None

    def rising(self, document: str, state: str) -> str | None:
        """The name of the armed group that rises against a state in its civil war, where a report is of that war."""
        foe = self.foremost_rising()
        if foe is None or state not in self.foremost():
            return None
        counts = self._counts[document] if document in self._counts else Counter[str]()
        third = max((count for one, count in counts.items() if one != state), default=0)
        more = self._all_rising[foe] - self._rival(state)
        own = more >= 0 and self.main() == state
        own = own or (more > 0 and self.dated(document) == state)  # not in the paper of who rises
        return foe if third <= counts[state] and own else None

    def foremost_rising(self) -> str | None:
        """The name of the armed group of which all reports speak, and far more than of any other."""
        foes = self._all_rising.most_common(2)
        alone = foes and foes[0][1] >= _OFTEN and (len(foes) < 2 or foes[0][1] >= _CLEAR * foes[1][1])
        return foes[0][0] if alone else None

    def names_others_rising(self, document: str, group: str | None) -> bool:
        """Whether a report names armed groups, and this one no more than another."""
        counts = self._rising.get(document, Counter[str]())
        others = max((count for one, count in counts.items() if one != group), default=0)
        return others > 0 and others >= counts[group or ""]

    def of_rising(self, document: str) -> str | None:
        """The key of the one state in which the armed groups that a report names are at home, where it speaks of it."""
        lands = self._lands.get(document, Counter[str]())
        state = next(iter(lands)) if len(lands) == 1 and lands.total() > 1 else None
        return state if state in self.foremost() and state in self.states(document) else None

    def _rival(self, state: str) -> int:
        """How often all reports speak of the state that they mention most but for this one."""
        return max((count for one, count in self._total.items() if one != state), default=0)

    def first(self, document: str) -> str | None:
        """The key of the state that a report mentions most, by however little."""
        ranked = self._counts[document].most_common(2) if document in self._counts else []
        return ranked[0][0] if ranked and (len(ranked) < 2 or ranked[0][1] > ranked[1][1]) else None

    def foe(self, document: str, home: str, *, own: bool = False) -> str | None:
        """The key of the one against whom a home stands in all reports, where this report names no third far more.

        A paper of the home's own (`own`) may speak of a mediator as much as it likes. Where all reports speak of
        an armed group more than of any other state, the war is with that group.
        """
        ranked = [one for one in self._total.most_common(3) if one[0] != home]
        clear = ranked and (len(ranked) < 2 or ranked[0][1] >= _MORE * ranked[1][1])
        foes = self._all_rising.most_common(1)
        if foes and foes[0][1] >= _OFTEN and ranked and foes[0][1] > ranked[0][1]:
            return None
        if not clear or home not in self.foremost():
            found = self.other(document, home)
            return found if home not in self.foremost() or found in self.foremost() else None
        if own:
            return ranked[0][0]
        counts = self._counts[document] if document in self._counts else Counter[str]()
        third = max((count for state, count in counts.items() if state not in (home, ranked[0][0])), default=0)
        return ranked[0][0] if third <= max(1, counts[ranked[0][0]]) else self.other(document, home)

    def other(self, document: str, home: str) -> str | None:
        """The key of the state that a report of a home and the whole case mention more than any other but its own."""
        found, first = set(), set()
        for counted in (self._counts[document], self._total):
            ranked = [one for one in counted.most_common(3) if one[0] != home]
            alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
            first.add(ranked[0][0] if alone else None)
            if ranked and (len(ranked) == 1 or ranked[0][1] >= _MORE * ranked[1][1]):
                found.add(ranked[0][0])
        agreed = first if len(first) == 1 else found
        return next(iter(agreed)) if len(agreed) == 1 else None

    def parties(self, document: str) -> str:
        """The two states whose war a report is about, in one word: those of all reports, else its own foremost."""
        ranked = self._counts[document].most_common(_NEAR) if document in self._counts else []
        foremost, states = self.foremost(), {state for state, _ in ranked}
        if len(foremost) == 2 and (foremost <= states or (self._is_one_war and foremost & states)):
            return "+".join(sorted(foremost))
        return "+".join(sorted(state for state, _ in ranked[:2]))

    def states(self, document: str) -> set[str]:
        """The keys of the states that a report mentions."""
        return set(self._counts[document]) if document in self._counts else set()

    def tells_of(self, document: str, state: str) -> bool:
        """Whether a report mentions a state elsewhere than in its dateline."""
        last = self._last.get((document, state))
        return last is not None and last > self._heads.get(document, -_NEXT) + _NEXT

    def foremost(self) -> set[str]:
        """The keys of the two states of which all reports together speak most."""
        return {state for state, _ in self._total.most_common(2)}

    def main(self) -> str | None:
        """The key of the one state of which all reports together speak far more than of any other."""
        ranked = [one for one in self._total.most_common(3) if not one[0].startswith("@")]
        clear = ranked and ranked[0][1] >= _OFTEN and (len(ranked) < 2 or ranked[0][1] >= _CLEAR * ranked[1][1])
        return ranked[0][0] if clear else None

    @cached_property
    def _is_one_war(self) -> bool:
        """Whether all reports together speak of two states more than of all others."""
        return 2 * sum(count for _, count in self._total.most_common(2)) > sum(self._total.values())

    # Asked for every report: summed up once, not a case over for each.
    @cached_property
    def _total(self) -> Counter[str]:
        return _summed(self._counts)

    @cached_property
    def _all_rising(self) -> Counter[str]:
        return _summed(self._rising)

    def dated(self, document: str) -> str | None:
        """The key of the state in whose place a report was written."""
        found = self._dated.get(document, set())
        if not found and document in self._lying and self.is_clear(document, self._lying[document]):
            return self._lying[document]
        return next(iter(found)) if len(found) == 1 else None

    def is_clear(self, document: str, state: str) -> bool:
        """Whether a report speaks of no other state half as often as of this one, and is not dated from another."""
        if self._lying.get(document, state) != state:
            return False
        counts = self._counts[document] if document in self._counts else Counter[str]()
        return all(_CLEAR * count <= counts[state] for other, count in counts.items() if other != state)


def _summed(by_report: Mapping[str, Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for counts in by_report.values():
        total.update(counts)
    return total
