"""Who counts one side's losses: the side itself, by whatever voice, or another party; and which counts are one series.

A general staff, a minister and a spokesman of one side count for it. Of whom no report tells for
whom he speaks, his number is put with the side's own where it fits in between them: a toll grows.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from rashomon.analyse.differences.counted import asof, counter, party, stated
from rashomon.analyse.timeline import order
from rashomon.analyse.view import View
from rashomon.model.annotation import Figure

_PARTIES = frozenset({"state", "armed group", "alliance", "government"})
_FIRM = frozenset({"exact", "about"})
# A later number of one series is at most so many times an earlier one next to it.
_GROWN = 6
# Counts of two voices so many days apart are as of one time.
_OF_ONE_TIME = 21
_NEARLY = 4
# What two voices count at several times is shown as it stood first and last.
_TIMES = 2


@dataclass(frozen=True, slots=True)
class ByCounter:
    """The counts of one kind of loss of one side: its own, those of each other voice, and who was only fitted in."""

    own: list[Figure] = field(default_factory=list)
    others: dict[Hashable, list[Figure]] = field(default_factory=lambda: defaultdict(list))
    fitted: set[str] = field(default_factory=set)

    @property
    def all(self) -> list[list[Figure]]:
        """The counts of each voice, the side's own first."""
        return [some for some in (self.own, *self.others.values()) if some]


def by_counter(view: View, group: Iterable[Figure]) -> ByCounter:
    """The counts of one kind of loss of one side by who counts."""
    found, open = ByCounter(), list[Figure]()
    known: set[Hashable] = set()  # parties' counts: a voice nobody knows may be of either
    for one in group:
        by = counter(view, one)
        another = _is_party(view, by)  # who counts is known, and is not this side
        if by & party(view, one) or (one.loss_of == "own" and not another) or one.bound == "undisclosed":
            found.own.append(one)
        elif one.loss_of == "enemy" or another:
            known.add(by)
            found.others[by].append(one)
        else:
            open.append(one)
    for one in sorted(open, key=lambda one: order(asof(view, one))):
        nobodys = (some for by, some in found.others.items() if by not in known and _fits(view, some, one))
        series = found.own if found.own else next(nobodys, [])
        if series and not _is_third(view, counter(view, one)) and _fits(view, series, one):
            found.fitted.add(one.id)
            series.append(one)
        else:
            found.others[counter(view, one)].append(one)
    return found


def by_time(view: View, own: Iterable[Figure], others: Iterable[Figure]) -> list[tuple[list[Figure], list[Figure]]]:
    """The counts of two voices, those of one time together: each of the one with the nearest of the other.

    The latest come first; where none lie near each other, the latest of each stand together.
    """
    mine, theirs = (sorted(some, key=lambda one: order(asof(view, one)))[::-1] for some in (own, others))
    pairs: list[tuple[list[Figure], list[Figure]]] = []
    for one in theirs:
        days, near = min(((_days(view, each, one), n) for n, each in enumerate(mine)), default=(None, 0))
        if days is None or days > _OF_ONE_TIME:
            continue
        home = next((pair for pair in pairs if pair[0][0] is mine[near]), None)
        if home is not None:
            home[1].append(one)
        else:
            pairs.append(([mine[near]], [one]))
    if len(pairs) > _TIMES:
        pairs = [pairs[0], pairs[-1]]
    return [(_about(view, mine, pair[0][0]), pair[1]) for pair in pairs] or [(mine, theirs)]


def _about(view: View, some: Iterable[Figure], one: Figure) -> list[Figure]:
    """A count, and those of the same voice as of nearly the same day."""
    return [one, *(other for other in some if other is not one and _days(view, one, other) <= _NEARLY)]


def _days(view: View, a: Figure, b: Figure) -> int:
    """How many days lie between two counts; many where a day is not known."""
    days = [asof(view, one).last_day for one in (a, b)]
    return abs((days[0] - days[1]).days) if days[0] and days[1] else _OF_ONE_TIME + 1


def _is_party(view: View, by: Iterable[str]) -> bool:
    return any((actor := view.actors.get(id)) is not None and actor.type in _PARTIES for id in by)


def _is_third(view: View, by: Iterable[str]) -> bool:
    """Whether an organisation counts, which speaks for no side ("the Red Cross")."""
    return any((actor := view.actors.get(id)) is not None and actor.type == "organisation" for id in by)


def _fits(view: View, series: Iterable[Figure], one: Figure) -> bool:
    """Whether a number lies between those of a series as days go by; of one day only the same number does."""
    told = [other for other in series if stated(other)]
    if one.bound not in _FIRM or not told or any(other.document == one.document for other in told):
        return False
    return all(_rises(view, other, one) for other in told)


def _rises(view: View, other: Figure, one: Figure) -> bool:
    if other.bound not in _FIRM:
        return False
    numbers = other.low or 0, one.low or 0
    if asof(view, one).before(asof(view, other)):
        numbers = numbers[1], numbers[0]
    elif not asof(view, other).before(asof(view, one)):
        return numbers[0] == numbers[1]
    return 0 < numbers[0] <= numbers[1] <= _GROWN * numbers[0]
