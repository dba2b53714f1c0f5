"""Figures of one thing that differ: another date, count, scope or precision, or a count taken back.

Two numbers are compared only where they count the same kind of thing on the same side of
the same war. Figures never make a contradiction here: counters count differently, and
tolls grow.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from rashomon.analyse.differences.sides import side_of, states
from rashomon.analyse.figures import amount
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.timeline import order
from rashomon.analyse.view import View, day
from rashomon.language.lexicon import words
from rashomon.model.annotation import Figure
from rashomon.model.finding import Difference, DifferenceType, Side
from rashomon.model.values import When

# A name inside a sentence: a capital that no sentence begins with; days and months are none.
_NAME = re.compile(
    r"(?<=[a-z,;0-9] )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)[A-Z][a-z]{3,}"
)
# What is counted in itself; of all else the unit must be the same.
_ITSELF = frozenset({"killed", "wounded", "displaced", "captured", "missing"})
_BOTH_LOSSES = frozenset({"casualty", "killed", "dead", "loss", "wounded"})


def running_totals(view: View) -> Iterator[Difference]:
    """One side's own count, or one counter's of another, as of several days: a total that grew, no contradiction."""
    for group in _groups(view, _one_counter):
        distinct = _distinct(group)
        if len(distinct) < 2:
            continue
        ordered = sorted(distinct, key=lambda one: order(_asof(view, one)))
        fell = [one for one in ordered if any(_fell(view, former, one) for former in ordered)]
        if fell:
            taken = [one for one in ordered if one not in fell]
            yield _difference(view, "change of position", [*taken, *fell], "running_totals",
                              f"One counter, one side: the later count, {_listed(fell)}, is lower than before: "
                              f"{_listed(taken)}. A total cannot fall unless it is taken back.")  # fmt: skip
        elif len({day(_asof(view, one)) for one in distinct}) > 1:
            yield _difference(view, "other date", ordered, "running_totals",
                              "One counter, one side, the same kind of loss, as of several days: "
                              f"{_listed(ordered)}.")  # fmt: skip


def other_counts(view: View) -> Iterator[Difference]:
    """Several counters of one side's losses give other numbers: neither is the other's error."""
    for group in _groups(view, _one_loss):
        by_counter: dict[frozenset[str], list[Figure]] = defaultdict(list)
        for one in group:
            if one.high != 0:  # who says there were none denies it: see `losses_denied`
                by_counter[_counter(view, one)].append(one)
        if len(by_counter) < 2 or len({_range(one) for one in group if _stated(one)}) < 2:
            continue
        latest = [sorted(some, key=lambda one: order(_asof(view, one)))[::-1] for some in by_counter.values()]
        if not _differ([some[0] for some in latest]):
            continue
        sides = tuple(side_of(view, *some, who=some[0].according_to[:1]) for some in latest)
        yield Difference(
            type="other count", topic=_topic(view, group[0]), sides=sides, check="other_counts",
            why=f"The same kind of loss on the same side, by {len(latest)} counters: "
            f"{'; '.join(f'{view.counter(some[0].according_to)} {amount(some[0])}' for some in latest)}.",
        )  # fmt: skip


def counts_of_one_event(view: View) -> Iterator[Difference]:
    """The dead of one day and place, or of one thing that bears a name, by several counters."""
    named = _named(view)
    groups: dict[tuple[str, str, bool], list[Figure]] = defaultdict(list)
    for one in view.figures:
        if one.counts in _ITSELF and not one.background and _stated(one) and not states(view, one.side):
            for name in named.get(one.id, ()):
                groups[one.counts, name, one.category == "military"].append(one)
    seen: set[str] = set()
    for (_, name, _), group in sorted(groups.items(), key=lambda item: len(item[1])):
        kept = _distinct(group)
        ids = frozenset(one.id for one in kept)
        if seen.isdisjoint(ids) and len({_counter(view, one) for one in kept}) > 1 and _differ(kept):
            seen |= ids
            yield _difference(view, "other count", kept, "counts_of_one_event",
                              f"What was counted at {name}, by several counters: {_listed(kept)}.")  # fmt: skip


def other_precision(view: View) -> Iterator[Difference]:
    """The same number with another bound ("at least 11", "11"): precision was lost or won on the way."""
    for group in _groups(view, _one_number, background=True):
        by_bound: dict[str, Figure] = {}
        for one in sorted(group, key=lambda one: order(view.published(one.document))):
            by_bound.setdefault(one.bound, one)
        kept = list(by_bound.values())
        if len(kept) > 1 and len({one.document for one in kept}) > 1:
            yield _difference(view, "other precision", kept, "other_precision",
                              f"The same number, once with another bound: {_listed(kept)}.")  # fmt: skip


def other_scopes(view: View) -> Iterator[Difference]:
    """Numbers that only seem to be of one thing: one counts dead and wounded together, another the dead alone."""
    for group in _groups(view, _one_side):
        together = [one for one in group if _joined(one)]
        apart = [one for one in group if one.counts in ("killed", "wounded") and not _joined(one) and _stated(one)]
        if together and apart:
            yield Difference(
                type="other scope", topic=_topic(view, group[0]), check="other_scopes",
                sides=tuple(side_of(view, *some, who=some[0].according_to[:1]) for some in (together, apart)),
                why=f"One counts killed and wounded together ({_listed(together)}), the other apart "
                f"({_listed(apart)}).",
            )  # fmt: skip


Key = Callable[[View, Figure], object]


def _groups(view: View, key: Key, *, background: bool = False) -> Iterator[list[Figure]]:
    """The figures (of this conflict, unless history is wanted) that share a key; those without one are left out."""
    found: dict[object, list[Figure]] = defaultdict(list)
    for one in view.figures:
        if (background or not one.background) and (what := key(view, one)) is not None:
            found[what].append(one)
    yield from (group for group in found.values() if len(group) > 1)


def _thing(one: Figure) -> str | None:
    """What is counted: the kind, or the unit where the kind says too little."""
    if one.counts in _ITSELF:
        return one.counts
    return f"{one.counts} {one.unit}" if one.unit else None


def _one_loss(view: View, one: Figure) -> object:
    side = states(view, one.side)
    what = _thing(one)
    if not side or what is None or _joined(one) or _of_one_day(view, one):
        return None
    return what, side, one.category == "civilian"


def _one_counter(view: View, one: Figure) -> object:
    loss = _one_loss(view, one)
    return (loss, _counter(view, one)) if loss else None


def _one_side(view: View, one: Figure) -> object:
    side = states(view, one.side)
    return (side, one.category == "civilian") if side else None


def _one_number(view: View, one: Figure) -> object:
    number = one.low if one.low is not None else one.high
    what = _thing(one)
    side = states(view, one.side)
    return (what, side, number, one.background) if what and number and number > 1 else None


def _counter(view: View, one: Figure) -> frozenset[str]:
    """Who counts: the state for which the counter stands, the report where it counts itself.

    What is kept secret is kept so by the side itself, whoever tells.
    """
    voice = one.side if one.bound == "undisclosed" else one.according_to[:1]
    known = states(view, voice)
    return known or frozenset(str(link) for link in voice)


def _of_one_day(view: View, one: Figure) -> bool:
    """Whether a figure is of one event: of a day, in a sentence that speaks of no total."""
    if not one.as_of.is_day or one.bound == "undisclosed":
        return False
    here = sentence(view.documents[one.document], one.evidence[0])
    return not words("comparison", "totals") & set(here.text.casefold().replace(",", " ").replace(".", " ").split())


# A name in more than so many figures' sentences tells none of them apart.
_SCARCE = 8


def _named(view: View) -> dict[str, list[str]]:
    """The names in the sentence of each figure that few others have: a ship, a square, a village."""
    found = {
        one.id: list(dict.fromkeys(_NAME.findall(sentence(view.documents[one.document], one.evidence[0]).text)))
        for one in view.figures
    }
    often = Counter(name for names in found.values() for name in names)
    who = {
        word for actor in view.world.actors if actor.type != "place" for name in actor.names for word in name.split()
    }
    return {id: [one for one in names if often[one] <= _SCARCE and one not in who] for id, names in found.items()}


def _joined(one: Figure) -> bool:
    """Whether killed and wounded are counted together."""
    said = " ".join(span.text.casefold() for span in one.evidence)
    return one.counts == "other" and ((one.unit or "") in _BOTH_LOSSES or ("wounded" in said and "killed" in said))


def _asof(view: View, one: Figure) -> When:
    return one.as_of if one.as_of.latest else view.published(one.document)


def _stated(one: Figure) -> bool:
    return one.low is not None or one.high is not None


def _range(one: Figure) -> tuple[float | None, float | None]:
    return one.low, one.high


def _distinct(group: Iterable[Figure]) -> list[Figure]:
    """One figure for each amount, the first that gives it."""
    found: dict[object, Figure] = {}
    for one in group:
        found.setdefault((_range(one), one.bound == "undisclosed"), one)
    return list(found.values())


def _fell(view: View, former: Figure, later: Figure) -> bool:
    """Whether a total is certainly later than another, and certainly lower."""
    top, least = later.high, former.low
    lower = top is not None and least is not None and top < least
    return lower and _asof(view, former).before(_asof(view, later))


def _differ(figures: Sequence[Figure]) -> bool:
    return len({(_range(one), one.bound) for one in figures}) > 1


def _listed(figures: Iterable[Figure]) -> str:
    return ", ".join(f"{amount(one)} {_when(one)}" for one in figures)


def _when(one: Figure) -> str:
    shown = day(one.as_of)
    return "undated" if not one.as_of.latest else shown if shown.startswith("by ") else f"as of {shown}"


def _topic(view: View, one: Figure) -> str:
    category = "" if one.category == "unspecified" else f"{one.category} "
    what = one.counts if one.counts in _ITSELF else one.unit or one.counts
    return f"{view.names(one.side) if one.side else 'side not said'}: {category}{what}"


def _difference(view: View, type: DifferenceType, figures: Sequence[Figure], check: str, why: str) -> Difference:
    sides: tuple[Side, ...] = tuple(side_of(view, one) for one in figures)
    return Difference(type=type, topic=_topic(view, figures[0]), sides=sides, why=why, check=check)
