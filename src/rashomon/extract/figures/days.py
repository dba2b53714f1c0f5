"""Whether a time is one day, told by a report of which nobody knows to the day when it came out.

"On Monday" of a report that came out between 8 and 12 May is one day all the same: the time holds every Monday that
it can be. What may carry over from one day told to the next count may carry over from such a one, too.
"""

from rashomon.language.analysis import Analysis
from rashomon.model.values import When

_OF_A_DAY = frozenset({"day", "part", "time"})
# Days between the first and the last that one weekday can be, for the longest time that weekdays are read in.
_MOST = 21
_WEEK = 7


def is_one_day(analysis: Analysis, when: When) -> bool:
    """Whether a time is a single day, or all the days that "Monday" or "yesterday" of an undated report can be."""
    first, last = when.first_day, when.last_day
    if when.granularity in _OF_A_DAY:
        return first is not None
    published = analysis.document.published
    start, end = published.first_day, published.last_day
    if first is None or last is None or start is None or end is None or start == end:
        return False
    apart = (last - first).days
    if not 0 < apart <= _MOST or not when.basis.startswith("'"):
        return False
    return apart % _WEEK == 0 or apart == (end - start).days
