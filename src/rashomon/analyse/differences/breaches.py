"""Breaches of a truce as each of two enemies counts the other's: two tallies, of which neither is the other's error."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from rashomon.analyse.differences.counted import asof, counter, listed, of_one_time, party
from rashomon.analyse.differences.large import is_large
from rashomon.analyse.differences.sides import side_of
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.model.annotation import Figure
from rashomon.model.finding import Difference
from rashomon.model.values import When

BREACHES = frozenset({"violation", "breach"})
"""Units of figures that count how often a truce was broken."""
# A tally has more than one stroke.
_LEAST = 2
# Days between two tallies of one truce.
_NEAR = 14
_OBSERVER = re.compile(
    r"\b(?:united nations|u\.?n\.?|observers?|monitors?|monitoring|mission|committee|commission|inspectors?|envoys?"
    r"|mediators?|supervis\w+|peacekeep\w+|red cross|diplomats?|witness(?:es)?|residents?|correspondents?)\b",
    re.IGNORECASE,
)
# So many signs behind a name may say of whom somebody is.
_BESIDE = 25
# Staffs, which count for their side whether it is known or not.
_STAFF = re.compile(r"\b(?:command|staff|headquarters|operations room|war bulletin)\b", re.IGNORECASE)


def breaches_counted(view: View) -> Iterator[Difference]:
    """Each of two parties counts how often the other broke a truce, and they count otherwise."""
    tallies: dict[object, list[Figure]] = defaultdict(list)
    some_breaches = [one for one in view.figures if one.unit in BREACHES and not one.background]
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
        if not is_large(view):
            some, others = (_retold(view, tallies, here, there) for here, there in ((some, others), (others, some)))
        yield Difference(
            type="other count",
            topic=f"breaches: {listed(pair)}",
            sides=tuple(side_of(view, first, *(one for one in more if one is not first)) for first, more in
                        zip(pair, (some, others), strict=True)),
            why=f"Each side counts the other's breaches of a truce: {listed(pair)}; two who broke it, two who counted."
            if party(view, pair[0]) and party(view, pair[1]) else
            f"Two voices count breaches of a truce, as far as is told each those of another side: {listed(pair)}.",
            check="breaches_counted",
        )  # fmt: skip


def _each_other(view: View, a: Figure, b: Figure) -> bool:
    """Whether two tallies are of one time, in two reports, each by the party whose breaches the other counts."""
    if a.document == b.document or (a.low, a.high) == (b.low, b.high) or counter(view, a) & counter(view, b):
        return False
    crossed = party(view, a) & counter(view, b) and party(view, b) & counter(view, a)
    if is_large(view):
        return bool(crossed) and a.as_of.may_meet(b.as_of) and of_one_time(view, a, b)
    # In a small case there is one truce at a time: two who count breaches of it, and not the same side's, count
    # each the other's, unless one is an observer, who counts everybody's.
    apart = not party(view, a) & party(view, b) and _takes_part(view, a, b) and _takes_part(view, b, a)
    return bool(crossed or apart) and _within(asof(view, a), asof(view, b)) and of_one_time(view, a, b)


def _retold(
    view: View, tallies: Mapping[object, list[Figure]], some: list[Figure], others: list[Figure]
) -> list[Figure]:
    """A tally with the same number of breaches told elsewhere, as far as not of the other voice's counting."""
    by = {id for one in others for id in counter(view, one)}
    number = some[0].low, some[0].high
    more = (one for each in tallies.values() for one in each if (one.low, one.high) == number and one not in some)
    return [*some, *(one for one in more if one not in others and not counter(view, one) & by)]


def _takes_part(view: View, one: Figure, other: Figure) -> bool:
    """Whether who counts can be whose breaches the other counts: no paper, no observer, and no third party.

    Of a person or a staff it may not be known for whom they speak, or be taken wrongly; a body says at least whose
    breaches it counts.
    """
    names = [view.names((link,)) for link in one.according_to[:1] if not link.document]
    if not names or any(_OBSERVER.search(name) for name in names):
        return False
    if any(_STAFF.search(name) for name in names):
        return True
    by = counter(view, one)
    kinds = {view.actors[id].type for id in by if id in view.actors}
    if kinds and kinds <= {"state", "armed group"}:
        return not party(view, other) or bool(party(view, other) & by)
    if kinds == {"person"}:
        text, span = view.documents[one.document].text, one.according_to[0].span
        # "Colonel Tarn *of the observers* counted 40"
        return span is None or not _OBSERVER.search(text[span.start : span.end + _BESIDE].partition(" said")[0])
    return bool(party(view, one)) and "organisation" not in kinds


def _within(a: When, b: When) -> bool:
    """Whether two tallies are of days that lie near each other, as those of one pause do."""
    if a.first_day is None or a.last_day is None or b.first_day is None or b.last_day is None:
        return True
    return (a.first_day - b.last_day).days <= _NEAR and (b.first_day - a.last_day).days <= _NEAR


def _first_of_its_sentence(view: View, some: list[Figure], one: Figure) -> bool:
    """Whether no other number of breaches stands before one in its sentence: what follows a tally are its parts."""
    here = sentence(view.documents[one.document], one.evidence[0]).start
    return not any(
        other.document == one.document and here <= other.evidence[0].start < one.evidence[0].start for other in some
    )
