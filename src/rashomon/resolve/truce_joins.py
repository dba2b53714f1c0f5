"""Tellings of truces by several reports put together: of one day, broker, place or name, or "the truce" of its time.

Drafts are one where they share a day, or a broker, place or name within two weeks, and nothing
speaks against it. What goes by no day ("the truce was violated") is of the last one made by then.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from rashomon.model.annotation import Event
from rashomon.model.sides import Sides
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.truce_drafts import MADE, NEAR, Draft, close, day_of, differ, in_report, number_apart, share

# Reports this many days apart or less, that give no day, can speak of one truce of a broker or place …
_NEWS = timedelta(days=14)
# A time so long does not tell a truce from others of its weeks.
_WEEK = timedelta(days=7)
# A truce takes effect so soon after it was made …
_SOON = timedelta(days=10)
# … and so soon whatever else is told: no two truces follow on each other's heels.
_AT_ONCE = timedelta(days=1)
# … and is still "the truce" for so long after it was made.
_ALIVE = timedelta(days=60)


def drafts(steps: Sequence[Event], sides: Sides, reports: Mapping[str, Document]) -> list[Draft]:
    """The truces that steps, ordered by report and place in it, tell of; each telling once."""
    found: list[Draft] = []
    by_report: dict[str, list[Event]] = {}
    for one in steps:
        by_report.setdefault(one.document, []).append(one)
    for document, told in by_report.items():
        published = reports[document].published if document in reports else When()
        found += in_report(told, sides, published)
    return _joined(found, sides)


def _joined(found: Sequence[Draft], sides: Sides) -> list[Draft]:
    """Drafts of one truce put together; those that tell only its end go to the one then alive."""
    made = sorted((one for one in found if one.made), key=Draft.key)
    loose = sorted((one for one in found if not one.made), key=Draft.key)
    joined: list[Draft] = []
    for one in [*(d for d in made if d.agreed), *(d for d in made if not d.agreed)]:
        fits = [other for other in joined if _is_one(one, other, sides)]
        if not fits and one.agreed is None and one.steps[0].rule.endswith(", again"):
            fits = [other for other in joined if _outlived(other, one, sides) and not _dated_apart(other, one)]
        if not fits and one.in_force is None and (one.ended is not None or not one.of(*MADE)):
            fits = _latest(joined, one, sides)
        fits = fits or _undated(joined, one, sides)
        if len(fits) == 1:
            fits[0].join(one)
        else:
            joined.append(one)
    for one in loose:
        alive = _predecessor(joined, one) or _nth(joined, one, sides) or _latest(joined, one, sides)
        alive = alive or _undated(joined, one, sides)
        if len(alive) == 1:
            alive[0].join(one)
        else:
            joined.append(one)
    return joined


def _latest(truces: Sequence[Draft], one: Draft, sides: Sides) -> list[Draft]:
    """The truce that "the truce" means where no day is told: the last one that was made by then."""
    alive = [other for other in truces if _outlived(other, one, sides) and not _dated_apart(other, one)]
    alive = [other for other in alive if not differ(other.brokers, one.brokers, sides)]
    return [max(alive, key=Draft.key)] if alive else []


def _undated(truces: Sequence[Draft], one: Draft, sides: Sides) -> list[Draft]:
    """The truce told of last in those weeks where no report gives the day of any, and all say "the truce"."""
    if one.days or one.in_force or not one.steps[0].rule.endswith(", again"):
        return []
    near = [other for other in truces if any(close(x, y, _NEWS) for x in other.told for y in one.told)]
    if any(other.days or other.agreed or other.in_force for other in near):
        return []
    return [o for o in near if not number_apart(o, one) and not differ(o.bound, one.bound, sides)][-1:]


def _predecessor(truces: Sequence[Draft], end: Draft) -> list[Draft]:
    """The truce before the one to which a breach is told to be prior ("under its predecessor …")."""
    if end.after is None:
        return []
    ordered = sorted((one for one in truces if one.is_told), key=Draft.key)
    place = next((n for n, one in enumerate(ordered) if end.after.steps[0] in one.steps), 0)
    return ordered[place - 1 : place] if place else []


def _nth(truces: Sequence[Draft], end: Draft, sides: Sides) -> list[Draft]:
    """The truce that a number means when its end is told ("the first was dead before supper")."""
    ordered = sorted((one for one in truces if one.is_told), key=Draft.key)
    numbered = [ordered[number - 1] for number in end.numbers if number <= len(ordered)]
    return [one for one in numbered if not differ(one.bound, end.bound, sides) and not number_apart(one, end)]


def _is_one(a: Draft, b: Draft, sides: Sides) -> bool:
    if differ(a.brokers, b.brokers, sides) or (differ(a.bound, b.bound, sides) and not a.places & b.places):
        return False
    shared = bool(a.places & b.places or a.names & b.names) or share(a.brokers, b.brokers, sides)
    if a.agreed and b.agreed:
        exact = day_of(a.agreed) is not None and day_of(b.agreed) is not None
        return close(a.agreed, b.agreed, NEAR if exact else timedelta())  # a stretch of days allows for doubt already
    if _is_called_by(a, b) or _is_called_by(b, a):
        return True
    if a.days and b.days:
        elsewhere = a.places and b.places and not a.places & b.places
        if not elsewhere and (_takes_effect(a, b, _AT_ONCE) or _takes_effect(b, a, _AT_ONCE)):
            return True
        return bool(a.days & b.days) or (shared and (_takes_effect(a, b) or _takes_effect(b, a)))
    if a.numbers and b.numbers:
        return a.numbers == b.numbers and not (a.agreed or b.agreed)
    if a.places and b.places and not a.places & b.places:
        return False
    if a.in_force and b.in_force and not shared and not close(a.in_force, b.in_force, NEAR):
        return False
    told = any(close(x, y, _NEWS) for x in a.told for y in b.told)
    first = a.agreed or b.agreed
    if first is not None:
        told = any(close(first, one, _NEWS) for draft in (a, b) if not draft.agreed for one in draft.told)
    return told and (shared or (not first and share(a.parties, b.parties, sides)))


def _is_called_by(named: Draft, other: Draft) -> bool:
    """Whether one goes by the weeks or the month in which the other was made or held ("the truce decreed in March")."""
    when, day = named.agreed or named.in_force, other.agreed or other.in_force
    first = day.first_day if day is not None and day_of(day) is not None else None
    if when is None or first is None or not (when.first_day and when.last_day) or number_apart(named, other):
        return False
    return when.last_day - when.first_day >= _WEEK and when.first_day <= first <= when.last_day


def _takes_effect(made: Draft, kept: Draft, within: timedelta = _SOON) -> bool:
    """Whether of two tellings one knows when a truce was made, and the other when it took effect soon after."""
    if made.in_force or kept.agreed or not (made.agreed and kept.in_force):
        return False
    first, last = made.agreed.first_day, kept.in_force.first_day
    return first is not None and last is not None and timedelta() <= last - first <= within


def _of_others(a: Draft, b: Draft, sides: Sides) -> bool:
    """Whether two truces are between others; of tellings that name one party each, the two may be its parties."""
    return len({*a.bound}) + len({*b.bound}) > _PARTIES and differ(a.bound, b.bound, sides)


# A truce has so many parties as a rule.
_PARTIES = 2


def _dated_apart(truce: Draft, later: Draft) -> bool:
    """Whether what is told to be kept goes by a day on which another truce was made ("renewed on 14 May, held")."""
    force = later.in_force
    named = later.days or {day for day in (force.first_day if force else None,) if day}
    begun = {day for one in (truce.agreed, truce.in_force) if one and (day := day_of(one))}
    return bool(named and begun) and min(named) > max(begun) + NEAR


def _outlived(truce: Draft, end: Draft, sides: Sides) -> bool:
    """Whether a truce was made, and not yet over, when the end of one is told."""
    made = truce.agreed or truce.in_force
    when = end.ended or next((one for one in end.told if one.last_day), None)
    if made is None or when is None or _of_others(truce, end, sides) or number_apart(truce, end):
        return False
    first, last = made.first_day, when.last_day
    if first is None or last is None or not first <= last <= first + _ALIVE:
        return False
    over = truce.ended.last_day if truce.ended else None
    return over is None or (when.first_day or last) <= over + NEAR
