"""One interval from the times of a clause: ranges and lists, and what "since", "by", "until" make of a time."""

import re
from collections.abc import Sequence
from datetime import date

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Time
from rashomon.model.values import When

# The basis of a time whose anchor, the day of publication, is known within days only.
_OPEN_DAY = re.compile(r" to \d{4}-\d\d-\d\d$")
_LINKS = {"and", ", and", "to", "-", "–", "—", "until", "through", "till", "or", "&", ","}


def listed(analysis: Analysis, found: Found, time: Time) -> list[Time]:
    """The times that go on a list or a range begun by `time` ("November 1" … "and 2")."""
    rest = [one for one in found.times if one.evidence[0].start > time.evidence[0].start]
    listed: list[Time] = []
    for one in rest:
        gap = analysis.document.text[(listed or [time])[-1].evidence[0].end : one.evidence[0].start]
        if gap.strip().lower() not in _LINKS or not one.when.known or one.when.granularity != time.when.granularity:
            break
        listed.append(one)
    return listed


def combined(analysis: Analysis, chosen: Sequence[tuple[Time, Token | None]], *, past: bool) -> When:
    """One interval from the times of a clause: the closest one, or both ends of a range."""
    sharpest, by = chosen[0]
    if len(chosen) > 1:
        ends = _range(analysis, [time for time, _ in chosen])
        if ends is not None:
            return ends
        for time, preposition in chosen[1:]:
            if time.when.within(sharpest.when) and time.when != sharpest.when:
                sharpest, by = time, preposition
    return _bounded(analysis, sharpest.when, by, past=past)


def _range(analysis: Analysis, times: Sequence[Time]) -> When | None:
    """From … to …, between … and …, and lists of days: from the first to the last."""
    first, second = times[0], times[-1]
    gap = analysis.document.text[first.evidence[0].end : second.evidence[0].start].strip()
    one, other = first.when, second.when
    if len(times) == 2 and (gap.lower() not in _LINKS or gap == ","):
        return None
    if one.first_day is None or other.last_day is None or one.first_day > other.last_day:
        return None
    return When.between(one.first_day, other.last_day, basis=f"{one.basis} to {other.basis}")


def _bounded(analysis: Analysis, when: When, preposition: Token | None, *, past: bool) -> When:
    """The interval that "since", "by", "until", "before", "after" make of a time."""
    word = preposition.lower if preposition is not None else ""
    published = analysis.document.published.latest if past or word == "since" else None
    basis = f"{word} {when.basis}"
    # Where the report's own day is open, "before Friday" may be before the last of several Fridays.
    start, stop = (when.latest, when.earliest) if _OPEN_DAY.search(when.basis) else (when.earliest, when.latest)
    if word in ("since", "from"):
        return _open(when.earliest, published, basis)
    if word == "after":
        return _open(stop, published, basis)
    if word in ("by", "until", "till", "before"):
        return When(latest=start if word == "before" else when.latest, granularity="interval", basis=basis)
    return when


def _open(earliest: str | None, latest: str | None, basis: str) -> When:
    """From `earliest` on, to `latest` where that is not before it."""
    if earliest and latest and date.fromisoformat(earliest[:10]) > date.fromisoformat(latest[:10]):
        latest = None
    return When(earliest=earliest, latest=latest, granularity="interval", basis=basis)
