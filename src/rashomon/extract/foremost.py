"""Which one of several a report tells of by far the most often."""

from collections import Counter

# So many times as often as the next.
_FAR = 3


def foremost(times: Counter[str]) -> str | None:
    """The only one, or the one told of several times as often as the next; None where no one stands out."""
    ranked = times.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _FAR * ranked[1][1]):
        return None
    return ranked[0][0]
