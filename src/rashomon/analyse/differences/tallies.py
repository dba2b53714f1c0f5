"""Figures of one event or one period that differ, by place, name, counter or years: no side's total."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from rashomon.analyse.differences.counted import (
    ITSELF,
    PARTS,
    asof,
    counter,
    differ,
    difference,
    distinct,
    is_part,
    joined,
    listed,
    named,
    one_number,
    party,
    same_party,
    same_people,
    span_of,
    stated,
    thing,
)
from rashomon.analyse.differences.errors import withdrawn
from rashomon.analyse.differences.large import is_large
from rashomon.analyse.differences.linked import may_be_one
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.timeline import order
from rashomon.analyse.view import View
from rashomon.language.lexicon import words
from rashomon.model.annotation import Figure
from rashomon.model.finding import Difference

# Counts that stand beside each other are a sentence or two apart, in characters.
_BESIDE = 260
# A round number and one that it rounds differ by at most this share.
_ROUNDING = 0.15
# A number of so many digits or more is the same number elsewhere; a smaller one needs the same side or name.
_TELLING = 100
# Dead and wounded together of so many or more are one count where the number is the same.
_MANY = 50
_BEHIND = 60
_ROUND = 50
_KILLED_WOUNDED = re.compile(r"^[^.;]*?\b(?:killed|dead|fallen),? (?:(?:and|or) )?(?:wounded|injured)\b")
# Figures of one thing are compared with so many next to them by size.
_NEXT = 4
# So many counts of one day are compared at most.
_CROWD = 20
# A toll that grew is at most so many times what it was.
_GROWN = 6
_ONE_DAY = timedelta(days=1)
_LOOSE = frozenset({"about", "at least", "at most", "vague"})


def counts_of_one_event(view: View) -> Iterator[Difference]:
    """The dead of one day and place, or of one thing that bears a name, by several counters, or by one on two days."""
    names = named(view)
    groups: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for one in view.figures:
        if one.counts in ITSELF and not one.background and stated(one) and one.high != 0 and not is_part(view, one):
            for name in names.get(one.id, ()):
                groups[one.counts, name].append(one)
    seen: set[str] = set()
    for (_, name), group in sorted(groups.items(), key=lambda item: len(item[1])):
        for some in _of_one(group, lambda a, b: _one_event(view, a, b) and may_be_one(view, a, b)):
            kept = distinct(some)
            ids = frozenset(one.id for one in kept)
            if not seen.isdisjoint(ids) or not differ(kept) or len(kept) < 2:
                continue
            if len({counter(view, one) for one in kept}) > 1:
                seen |= ids
                yield difference(view, "other count", kept, "counts_of_one_event",
                                 f"What was counted at {name}, by several counters: {listed(kept)}.")  # fmt: skip
            elif len({one.document for one in kept}) > 1:
                seen |= ids
                kept.sort(key=lambda one: order(asof(view, one)))
                yield difference(view, "other date", kept, "counts_of_one_event",
                                 f"One counter, what was counted at {name}, as told on several days: "
                                 f"{listed(kept)}.")  # fmt: skip


def counts_beside(view: View) -> Iterator[Difference]:
    """A report sets the counts of two voices beside each other: the same kind of thing, another number."""
    for group in _by_report(view).values():
        for n, one in enumerate(group):
            for other in group[n + 1 : n + 1 + _NEXT]:
                if _set_beside(view, one, other) and may_be_one(view, one, other) and not _withdrawn(view, one, other):
                    yield difference(view, "other count", [one, other], "counts_beside",
                                     f"The same kind of thing, told side by side by two counters: "
                                     f"{listed([one, other])}.")  # fmt: skip
                    break


def _withdrawn(view: View, *figures: Figure) -> bool:
    """Whether one of some figures was taken back by its own source."""
    return not withdrawn(view).isdisjoint(one.id for one in figures)


def own_and_enemy_counts(view: View) -> Iterator[Difference]:
    """The dead of one day as a party counts its own, and as the other party counts the enemy's."""
    groups: dict[object, list[Figure]] = defaultdict(list)
    for one in view.figures:
        if one.counts in ITSELF and not one.background and one.as_of.is_day and stated(one) and one.high != 0:
            groups[one.counts, one.as_of.first_day].append(one)
    for group in groups.values():
        own = [one for one in group if party(view, one) and party(view, one) == _voice(view, one)]
        for one in own[:_CROWD]:
            others = [other for other in group if _of_the_enemy(view, one, other)]
            if len(others) == 1:
                yield difference(view, "other count", [others[0], one], "own_and_enemy_counts",
                                 f"What a party lost on one day, by the enemy's count and its own: "
                                 f"{listed([others[0], one])}.")  # fmt: skip


def _voice(view: View, one: Figure) -> frozenset[str]:
    """For whom the voice stands that counts; a party's own paper stands for it."""
    known = counter(view, one)
    issuer = {view.sides.of(id) for id in (view.sides.named(view.documents[one.document].outlet or ""),) if id}
    return known if not _own(one) else frozenset(issuer)


def _of_the_enemy(view: View, own: Figure, one: Figure) -> bool:
    """Whether another voice counts what a party lost: its side, or words for the enemy, and another number."""
    by = counter(view, one)
    if one.document == own.document or by & party(view, own) or span_of(one) == span_of(own) or _own(one):
        return False
    sides = party(view, one)
    return (bool(sides & party(view, own)) if sides else any(link.span for link in one.side)) and same_people(own, one)


def tolls_of_a_counter(view: View) -> Iterator[Difference]:
    """One counter's number of one kind of loss, of nobody's side, in reports of several days: a toll that grew."""
    groups: dict[object, list[Figure]] = defaultdict(list)
    for one in view.figures:
        if one.counts in ITSELF and not one.background and stated(one) and not party(view, one) and not _own(one):
            groups[one.counts, counter(view, one)].append(one)
    for group in groups.values():
        for some in _of_one(group, lambda a, b: _one_toll(view, a, b) and may_be_one(view, a, b)):
            kept = sorted(distinct(some), key=lambda one: order(view.published(one.document)))
            if len({one.document for one in kept}) > 1 and differ(kept):
                yield difference(view, "other date", kept, "tolls_of_a_counter",
                                 f"One counter, the same kind of loss, as told on several days: "
                                 f"{listed(kept)}.")  # fmt: skip


def other_precision(view: View) -> Iterator[Difference]:
    """The same number with another bound ("at least 11", "11"), or a round one and one that it rounds."""
    drawers: dict[object, list[Figure]] = defaultdict(list)
    names = named(view)
    for one in view.figures:
        number = one.low if one.low is not None else one.high
        what = "casualties" if joined(one) else thing(one)
        if what is None or number is None or number <= 1:
            continue
        drawers[what, one.background, party(view, one), number].append(one)
        if number >= _MANY and _together(view, one):
            drawers["casualties", one.background, number].append(one)
        for mark in (*party(view, one), *names.get(one.id, ()), *_years(one), *([number] * (number >= _TELLING))):
            drawers[one.counts if one.counts in ITSELF else what, one.background, mark].append(one)
    seen: set[frozenset[str]] = set()
    for some in drawers.values():
        some.sort(key=lambda one: (one.low or one.high or 0, view.order[one.document]))
        for n, one in enumerate(some):
            for other in some[n + 1 : n + 1 + _NEXT]:
                ids = frozenset((one.id, other.id))
                if ids not in seen and _of_one_number(view, one, other) and may_be_one(view, one, other):
                    seen.add(ids)
                    yield difference(view, "other precision", [one, other], "other_precision",
                                     f"One number, told more and less precisely: {listed([one, other])}.")  # fmt: skip


def _of_one_number(view: View, a: Figure, b: Figure) -> bool:
    """Whether two figures can be one number, rounded or bounded otherwise on its way into the other report."""
    if a.document == b.document or not same_people(a, b) or a.bound == b.bound:
        return False
    if _retold(view, a, b):
        return True
    if not same_party(view, a, b):
        return False
    if not (a.bound in _LOOSE or b.bound in _LOOSE) or not a.as_of.may_meet(b.as_of) or not one_number(view, a, b):
        return False
    numbers = sorted((a.low or a.high or 0, b.low or b.high or 0))
    loose = a if a.bound in _LOOSE else b
    if numbers[0] == numbers[1]:
        return True
    return loose.bound == "about" and numbers[1] - numbers[0] <= _ROUNDING * numbers[1] and a.background


def _retold(view: View, a: Figure, b: Figure) -> bool:
    """Whether a bounded count of dead and wounded together is told again without its bound.

    Of such counts, and of so many, hardly two bear one number; whose they are and as of when gets lost on the way.
    """
    if is_large(view) or not (_together(view, a) and _together(view, b)) or "exact" not in (a.bound, b.bound):
        return False
    number = {one.low if one.low is not None else one.high for one in (a, b)}
    if len(number) != 1 or (many := number.pop() or 0) < _MANY:
        return False
    # A round number is soon told of others too.
    return (bool(many % _ROUND) or same_party(view, a, b)) and one_number(view, a, b)


def _together(view: View, one: Figure) -> bool:
    """Whether dead and wounded are counted together, by the figure's words or those right behind them."""
    said = view.documents[one.document].text[one.evidence[0].start : one.evidence[0].end + _BEHIND]
    return joined(one) or bool(_KILLED_WOUNDED.search(said))


def _years(one: Figure) -> Iterator[str]:
    """The years of a count of times gone by, by which two counts of one war meet."""
    first, last = one.as_of.first_day, one.as_of.last_day
    if one.background and first is not None and last is not None and last.year - first.year <= _NEXT:
        yield from (f"in {year}" for year in range(first.year, last.year + 1))


def _one_event(view: View, a: Figure, b: Figure) -> bool:
    return same_party(view, a, b) and same_people(a, b) and _days_meet(a, b)


def _days_meet(a: Figure, b: Figure) -> bool:
    """Whether two counts can be of one day; two days that are known and a day or more apart are two events."""
    if not (a.as_of.is_day and b.as_of.is_day):
        return a.as_of.may_meet(b.as_of)
    first, second = a.as_of.first_day, b.as_of.first_day
    return first is not None and second is not None and abs(first - second) <= _ONE_DAY


def _one_toll(view: View, a: Figure, b: Figure) -> bool:
    """Whether two numbers of one counter can be one toll: of one name, or of the same people and grown between."""
    if a.as_of.is_day or b.as_of.is_day or a.category != b.category:
        return False
    names = [set(named(view).get(one.id, ())) for one in (a, b)]
    if names[0] & names[1]:
        return True
    first, second = sorted((a, b), key=lambda one: order(view.published(one.document)))
    numbers = first.low or first.high or 0, second.low or second.high or 0
    return a.unit == b.unit and not (names[0] or names[1]) and numbers[0] < numbers[1] <= _GROWN * numbers[0]


def _set_beside(view: View, a: Figure, b: Figure) -> bool:
    between = b.evidence[0].start - a.evidence[0].end
    if between > _BESIDE or thing(a) != thing(b) or thing(a) is None or span_of(a) == span_of(b):
        return False
    if not (stated(a) and stated(b)) or b.high == 0 or a.high == 0 or counter(view, a) == counter(view, b):
        return False
    if not same_party(view, a, b) or not same_people(a, b) or not a.as_of.may_meet(b.as_of) or joined(a) != joined(b):
        return False
    said = _around(view, a, b)
    if PARTS.search(said):
        return False
    known = party(view, a) & party(view, b)
    return bool(known) or ((a.unit == b.unit or None in (a.unit, b.unit)) and _tallied(said))


def _tallied(said: str) -> bool:
    """Whether words speak of counting as somebody's account ("put the number at")."""
    return bool(words("comparison", "tallying") & set(re.findall(r"[a-z-]+", said.casefold())))


def _around(view: View, a: Figure, b: Figure) -> str:
    document = view.documents[a.document]
    return document.text[sentence(document, a.evidence[0]).start : sentence(document, b.evidence[0]).end]


def _own(one: Figure) -> bool:
    """Whether a report counts in its own voice."""
    return not one.according_to or one.according_to[0].document is not None


def _by_report(view: View) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for one in sorted(view.figures, key=lambda one: one.evidence[0].start):
        if not one.background:
            found[one.document].append(one)
    return found


def _of_one(figures: Iterable[Figure], fit: Callable[[Figure, Figure], bool]) -> Iterator[list[Figure]]:
    """Figures put together as far as each fits the others of its group."""
    groups: list[list[Figure]] = []
    for one in figures:
        home = next((group for group in groups if all(fit(one, other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    yield from (group for group in groups if len(group) > 1)
