"""Figures of one thing that differ: another date, count, scope or precision, or a count taken back.

Two numbers are compared only where they count the same kind of thing on the same side of
the same war. Figures never make a contradiction here: counters count differently, and
tolls grow.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from rashomon.analyse.differences.breaches import BREACHES
from rashomon.analyse.differences.by_counter import ByCounter, by_counter, by_time
from rashomon.analyse.differences.counted import (
    LOWERED,
    about,
    asof,
    counter,
    differ,
    difference,
    distinct,
    is_part,
    joined,
    listed,
    of_one_time,
    span_of,
    stated,
    thing,
)
from rashomon.analyse.differences.errors import withdrawn
from rashomon.analyse.differences.linked import of_one_thing
from rashomon.analyse.differences.misprints import misprinted
from rashomon.analyse.differences.sides import side_of, states
from rashomon.analyse.figures import amount
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.timeline import order
from rashomon.analyse.view import View, day
from rashomon.language.lexicon import words
from rashomon.model.annotation import Figure
from rashomon.model.finding import Difference

# Words of a count that goes up to a day.
_UP_TO = re.compile(
    r"\bup to (?:and including )?(?:\w+ )?(?:[A-Z]|midnight|noon|yesterday|today|now|then)|\bestimates? of\b"
    r"|\b(?:[Ii]ts|[Tt]heir|[Oo]ur) own (?:dead|fallen|wounded|losses)\b"
)


def running_totals(view: View) -> Iterator[Difference]:
    """One side's own count, or one counter's of another, as of several days: a total that grew, no contradiction."""
    grown: set[tuple[object, ...]] = set()
    for group, fitted in _series(view):
        several = distinct(group)
        if len(several) < 2:
            continue
        ordered = sorted(several, key=lambda one: order(asof(view, one)))
        fell = [one for one in ordered if any(_fell(view, former, one) for former in ordered)]
        if fell:
            taken = [one for one in ordered if one not in fell]
            yield difference(view, "change of position", [*taken, *fell], "running_totals",
                              f"One counter, one side: the later count, {listed(fell)}, is lower than before: "
                              f"{listed(taken)}. A total cannot fall unless it is taken back.")  # fmt: skip
            if len({day(asof(view, one)) for one in taken}) > 1:
                yield difference(view, "other date", taken, "running_totals",
                                  "One counter, one side, the same kind of loss, as of several days: "
                                  f"{listed(taken)}.")  # fmt: skip
        elif any(_lowered(view, one, several) for one in several):
            yield difference(view, "change of position", ordered, "running_totals",
                              f"One counter, one side: {listed(ordered)}; a report says itself that a count was "
                              "lowered.")  # fmt: skip
        elif len({day(asof(view, one)) for one in several}) > 1:
            whose = states(view, group[0].side), group[0].category == "civilian", counter(view, group[0])
            if group[0].counts == "wounded" and whose in grown:
                continue  # told with the dead: one toll that grew, not two
            grown.add(whose)
            voices = (
                "One counter" if fitted.isdisjoint(one.id for one in ordered) else "Several voices, none less later"
            )
            yield difference(view, "other date", ordered, "running_totals",
                              f"{voices}, one side, the same kind of loss, as of several days: "
                              f"{listed(ordered)}.")  # fmt: skip


def other_counts(view: View) -> Iterator[Difference]:
    """Several counters of one side's losses give other numbers: neither is the other's error."""
    told: set[object] = set()
    wrong = withdrawn(view) | misprinted(view)
    for group in sorted(_groups(view, _one_loss), key=lambda some: some[0].counts != "killed"):
        if group[0].unit in BREACHES:
            continue  # nobody's loss: see `breaches_counted`
        # Who says there were none denies it: see `losses_denied`.
        counted = (one for one in group if one.high != 0 and stated(one) and one.id not in wrong)
        voices = by_counter(view, counted)
        whose = states(view, group[0].side), group[0].category == "civilian"
        if group[0].counts == "wounded" and whose in told:
            continue  # the counters differ on the dead already
        for latest in _compared(view, voices):
            if differ([some[0] for some in latest]) and len({span_of(one) for some in latest for one in some}) > 1:
                told.add(whose)
                sides = tuple(side_of(view, *some, who=some[0].according_to[:1]) for some in latest)
                yield Difference(
                    type="other count", topic=about(view, group[0]), sides=sides, check="other_counts",
                    why=f"The same kind of loss on the same side, by {len(latest)} counters: "
                    f"{'; '.join(f'{view.counter(some[0].according_to)} {amount(some[0])}' for some in latest)}.",
                )  # fmt: skip


def _compared(view: View, voices: ByCounter) -> Iterator[list[list[Figure]]]:
    """The counts of several voices that are set against each other, each voice's latest first.

    What a side counts and what one other voice does are compared time by time.
    """
    if voices.own and len(voices.others) == 1:
        yield from (list(pair) for pair in by_time(view, voices.own, next(iter(voices.others.values()))))
    elif len(voices.all) > 1:
        yield [sorted(some, key=lambda one: order(asof(view, one)))[::-1] for some in voices.all]


def other_scopes(view: View) -> Iterator[Difference]:
    """Numbers that only seem to be of one thing: one counts dead and wounded together, another the dead alone."""
    for group in _groups(view, _one_side):
        together = [one for one in group if joined(one) and one.high != 0]
        apart = [
            one
            for one in group
            if one.counts in ("killed", "wounded")
            and not joined(one)
            and stated(one)
            and not of_one_day(view, one)
            and any(of_one_time(view, one, other) for other in together)
        ]
        if together and apart:
            yield Difference(
                type="other scope", topic=about(view, group[0]), check="other_scopes",
                sides=tuple(side_of(view, *some, who=some[0].according_to[:1]) for some in (together, apart)),
                why=f"One counts killed and wounded together ({listed(together)}), the other apart "
                f"({listed(apart)}).",
            )  # fmt: skip


Key = Callable[[View, Figure], object]


def _groups(view: View, key: Key, *, background: bool = False) -> Iterator[list[Figure]]:
    """The figures (of this conflict, unless history is wanted) that share a key; those without one are left out."""
    found: dict[object, list[Figure]] = defaultdict(list)
    for one in view.figures:
        if (background or not one.background) and (what := key(view, one)) is not None:
            found[what].append(one)
    groups = (part for group in found.values() if len(group) > 1 for part in of_one_thing(view, group))
    yield from (part for part in groups if len(part) > 1)


def _one_loss(view: View, one: Figure) -> object:
    side = states(view, one.side)
    what = thing(one)
    if not side or what is None or joined(one) or is_part(view, one) or of_one_day(view, one):
        return None
    return what, side, one.category == "civilian"


def _series(view: View) -> Iterator[tuple[list[Figure], set[str]]]:
    """The counts of one loss by one voice, the dead first, with the ids of those fitted in by their numbers."""
    for group in sorted(_groups(view, _one_loss), key=lambda some: some[0].counts != "killed"):
        voices = by_counter(view, group)
        yield from ((some, voices.fitted) for some in voices.all if len(some) > 1)


def _one_side(view: View, one: Figure) -> object:
    side = states(view, one.side)
    return (side, one.category == "civilian") if side else None


def of_one_day(view: View, one: Figure) -> bool:
    """Whether a figure is of one event: of a day, in a sentence that speaks of no total, and of no count up to it."""
    if not one.as_of.is_day or one.bound == "undisclosed":
        return False
    here = sentence(view.documents[one.document], one.evidence[0])
    if _UP_TO.search(here.text):
        return False
    return not words("comparison", "totals") & set(here.text.casefold().replace(",", " ").replace(".", " ").split())


def _lowered(view: View, one: Figure, several: Iterable[Figure]) -> bool:
    """Whether a figure's sentence says that a count was lowered, and it is less than another that is not later."""
    if not LOWERED.search(sentence(view.documents[one.document], one.evidence[0]).text) or one.high is None:
        return False
    more = (other for other in several if other.low is not None and other.low > one.high)
    return any(not asof(view, one).before(asof(view, other)) for other in more)


def _fell(view: View, former: Figure, later: Figure) -> bool:
    """Whether a total is certainly later than another, and certainly lower."""
    top, least = later.high, former.low
    lower = top is not None and least is not None and top < least
    return lower and asof(view, former).before(asof(view, later))
