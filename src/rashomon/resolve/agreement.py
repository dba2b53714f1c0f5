"""The days of publication on which clues agree.

Each clue allows some days and speaks for them by its weight. One likeness proves little,
so they are summed, what tells of one thing by its best; the days with the best sum must
lie in one week, and no other week may have half as much.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import log

from rashomon.model.annotation import Annotation, Event, Time
from rashomon.resolve.clues import Clue, told_day

# What the likenesses that agree on a day must weigh together; no other day may have half as much as the best.
# Measured on reports of one war without their dates: of 120 beside 120 dated ones 13 came out to a week, 11 rightly (at
# 1.0: 16 and 13); of 60 beside 40 dated ones 1, rightly.
_ENOUGH = 1.2
# … and where so few things are known to the day that hardly one is like another by chance.
_ENOUGH_OF_FEW = 0.55
_FEW = 150
# … and this part of it where only a week is left, rising to the whole at so many weeks.
_ENOUGH_OF_SHORT = 0.6
_MANY_WEEKS = 30
# What a single likeness may be wrong by: days that weigh so little less than the best stay possible. A call of the same
# two on the same weekday weighs as much as this at most, and so never leaves out a day: they may have talked each week.
_TOLERANCE = 0.5
# … and those that weigh less by no more than this share of the best, where much speaks for it.
_NEARLY = 0.3
# Talks of the same two never date a report alone: they may have talked each week.
_MOST_OF_TALK = 0.3
# Words within so many characters tell of one thing.
_SENTENCE = 200


def enough(known: int, window: tuple[date | None, date | None] | None = None) -> float:
    """What likenesses must weigh together to date a report.

    Of `known` things that are dated at all the more there are, the more must speak for a day; as there must where the
    reports of the case, and so likely this one, came out over a long time (`window`; by default unknown).
    """
    return (_ENOUGH if known >= _FEW else _ENOUGH_OF_FEW) * _chance(window or (None, None))


def agreed(
    found: Iterable[Clue], first: date | None, last: date | None, needed: float
) -> tuple[date, date, list[Clue]] | None:
    """The days of publication between `first` and `last` on which clues agree, and these clues; None if they do not.

    `needed` is what they must weigh together (`enough`).
    """
    found = list(found)
    sums = _sums(found, first, last)
    best = max(sums.values(), default=0.0)
    if best < needed:
        return None
    top = sorted(day for day, weight in sums.items() if weight >= best - min(max(_TOLERANCE, best * _NEARLY), best / 2))
    rest = max((sums[day] for day in sums.keys() - set(top) if not _beside(day, top)), default=0.0)
    if top[-1] - top[0] > timedelta(days=6) or rest > best / 2:
        return None
    return top[0], top[-1], [clue for clue in found if clue.first <= top[-1] and clue.last >= top[0]]


def bounded(
    found: Iterable[Clue], first: date | None, last: date | None, needed: float
) -> tuple[date, date, list[Clue]] | None:
    """The month of publication that clues of a day of the month alone ("the 9th") leave; None where they leave two.

    Arguments as for `agreed`; each clue must weigh as much.
    """
    months = [one for one in found if one.last - one.first > timedelta(days=6) and one.weight >= needed]
    start = max([one.first for one in months] + ([first] if first else []), default=None)
    end = min([one.last for one in months] + ([last] if last else []), default=None)
    if not months or start is None or end is None or end < start:
        return None
    return start, end, months


def _chance(window: tuple[date | None, date | None]) -> float:
    """What part of it is enough where a report came out within so many weeks: fewer can be taken for each other."""
    first, last = window
    weeks = (last - first).days / 7 if first and last else _MANY_WEEKS
    return _ENOUGH_OF_SHORT + (1 - _ENOUGH_OF_SHORT) * min(1.0, log(max(weeks, 1.0)) / log(_MANY_WEEKS))


def _sums(found: Iterable[Clue], first: date | None, last: date | None) -> dict[date, float]:
    """What speaks for each day of publication between `first` and `last`.

    Words near each other speak once, as do all that tell of one day: the best of them counts, the others by half.
    """
    by_place: defaultdict[date, dict[tuple[date, int], float]] = defaultdict(dict)
    for clue in found:
        told, at = told_day(clue.theirs), clue.mine.evidence[0].start // _SENTENCE
        if told is None:
            continue
        most = _MOST_OF_TALK if _is_talk(clue.mine) else clue.weight
        for day in _days(clue):
            if (first is None or first <= day) and (last is None or day <= last):
                key = told, 2 * at + isinstance(clue.mine, Time)
                by_place[day][key] = max(by_place[day].get(key, 0.0), min(most, clue.weight))
    sums = {}
    for day, weights in by_place.items():
        by_day: defaultdict[date, list[float]] = defaultdict(list)
        for (told, _), weight in weights.items():
            by_day[told].append(weight)
        sums[day] = sum(max(some) + (sum(some) - max(some)) / 2 for some in by_day.values())
    return sums


def _is_talk(one: Annotation) -> bool:
    return isinstance(one, Event) and one.type == "CONSULT"


def _beside(day: date, top: Sequence[date]) -> bool:
    """Whether a day lies in the week of the best ones, and so has part of their clues."""
    return top[0] - timedelta(days=6) <= day <= top[-1] + timedelta(days=6)


def _days(clue: Clue) -> Iterator[date]:
    for step in range((clue.last - clue.first).days + 1):
        yield clue.first + timedelta(days=step)
