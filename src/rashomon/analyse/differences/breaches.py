"""Breaches of a truce as each of two enemies counts the other's: two tallies, of which neither is the other's error."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rashomon.analyse.differences.counted import counter, listed, of_one_time, party
from rashomon.analyse.differences.large import is_large
from rashomon.analyse.differences.sides import side_of
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.model.annotation import Figure
from rashomon.model.finding import Difference

_BREACHES = frozenset({"violation", "breach"})
# A tally has more than one stroke.
_LEAST = 2


def breaches_counted(view: View) -> Iterator[Difference]:
    """Each of two parties counts how often the other broke a truce, and they count otherwise."""
    tallies: dict[object, list[Figure]] = defaultdict(list)
    some_breaches = [one for one in view.figures if one.unit in _BREACHES and not one.background]
    for one in some_breaches:
        if (one.low or 0) >= _LEAST and counter(view, one) and _first_of_its_sentence(view, some_breaches, one):
            # one number of breaches twice is one tally, carried by two reports
            tallies[one.low, one.high, counter(view, one), party(view, one)].append(one)
    taken: set[object] = set()
    for (key, some), (other_key, others) in combinations(tallies.items(), 2):
        pair = next(((a, b) for a in some for b in others if _each_other(view, a, b)), None)
        if pair is None or taken & {key, other_key}:
            continue
        taken |= {key, other_key}
        yield Difference(
            type="other count",
            topic=f"breaches: {listed(pair)}",
            sides=tuple(side_of(view, first, *(one for one in more if one is not first)) for first, more in
                        zip(pair, (some, others), strict=True)),
            why=f"Each side counts the other's breaches of a truce: {listed(pair)}; two who broke it, two who counted.",
            check="breaches_counted",
        )  # fmt: skip


def _each_other(view: View, a: Figure, b: Figure) -> bool:
    """Whether two tallies are of one time, in two reports, each by the party whose breaches the other counts."""
    if a.document == b.document or (a.low, a.high) == (b.low, b.high) or counter(view, a) & counter(view, b):
        return False
    crossed = party(view, a) & counter(view, b) and party(view, b) & counter(view, a)
    # In a small case there is one truce at a time: two at war who count breaches of it count the other's.
    half = not is_large(view) and _may_be_of(view, a, b) and _may_be_of(view, b, a)
    return bool(crossed or half) and a.as_of.may_meet(b.as_of) and of_one_time(view, a, b)


def _may_be_of(view: View, a: Figure, b: Figure) -> bool:
    """Whether one may count the breaches of who counts the others, and is at war; observers count everybody's."""
    by = [view.actors[id].type for id in counter(view, a) if id in view.actors]
    told = party(view, a)
    return bool(by) and set(by) <= {"state", "armed group"} and (not told or told <= counter(view, b))


def _first_of_its_sentence(view: View, some: list[Figure], one: Figure) -> bool:
    """Whether no other number of breaches stands before one in its sentence: what follows a tally are its parts."""
    here = sentence(view.documents[one.document], one.evidence[0]).start
    return not any(
        other.document == one.document and here <= other.evidence[0].start < one.evidence[0].start for other in some
    )
