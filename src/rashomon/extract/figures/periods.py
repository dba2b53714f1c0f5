"""Counts of acts over several days, told by the day: "31 times, twelve on the first day and twenty on the second"."""

from calendar import day_name
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from rashomon.extract.figures.dates import is_as_of
from rashomon.extract.figures.draft import Draft
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Time
from rashomon.model.values import When

# Words behind a number among which its day is named.
_BEHIND = 8
# No longer than this is a span of days that is counted by the day.
_LONGEST = timedelta(days=31)
_WEEK = timedelta(days=7)
_FIRST = frozenset({"first", "opening", "former"})
_LAST = frozenset({"latter", "last", "final"})
_REST = frozenset({"followed", "following", "after", "rest"})
_ORDERED = _FIRST | _LAST | _REST | {"second"}
_DAYS = frozenset({"day", "days", "those", "one"})
_WEEKDAYS = tuple(name.lower() for name in day_name)


def share_days(analysis: Analysis, found: Found, drafts: Sequence[Draft]) -> None:
    """Date a count of acts in one sentence up to the end of its days, and its parts by theirs."""
    whole, parts = _split(drafts)
    if whole is None or not parts:
        return
    told = [_told(analysis, one, following) for one, following in zip(parts, [*parts[1:], None], strict=True)]
    if not any(told):
        return
    days = _days(analysis, found, whole, parts, told)
    if days is None:
        return
    first, last = days
    for one, words in zip(parts, told, strict=True):
        day = _day(words, first, last)
        if day is not None:
            one.when = When.on(day, basis=f"'{' '.join(words)}', of the days told")
    times = found.within(Time, whole.sentence.start, whole.sentence.end)
    if last is None or any(is_as_of(analysis, one) for one in times):
        return  # "as of 9 May" is surer
    whole.when = (
        When.between(first, last, basis="the days told") if first < last else When.on(last, basis="the day told")
    )


def _split(drafts: Sequence[Draft]) -> tuple[Draft | None, list[Draft]]:
    """The count of acts of which those behind it are parts."""
    acts = [one for one in drafts if one.item.counts == "other" and one.number.low is not None]
    whole = acts[0] if acts else None
    if whole is None or whole.background:
        return None, []
    return whole, [one for one in acts[1:] if (one.number.low or 0) < (whole.number.low or 0)]


def _told(analysis: Analysis, draft: Draft, following: Draft | None) -> list[str]:
    """The words that name the day of a part: "first day", "wednesday", "days followed"."""
    last = draft.number.core[-1].i
    end = min(draft.sentence.last, last + _BEHIND, following.number.words[0].i if following else draft.sentence.last)
    behind = analysis.tokens[last + 1 : end]
    found: list[str] = []
    for token in behind:
        if token.text in (";", ":") or (found and token.text == ","):
            break
        word = token.lower
        if word in _WEEKDAYS:
            return [word]
        of_days = word in _DAYS and (bool(found) or word in ("days", "those"))
        if of_days or word in _ORDERED:
            found.append(word)
    alone = bool(set(found) & {"former", "latter", "second"})  # "twenty on the *second*", but not "six *after* it"
    named = alone or bool(set(found) & {"day", "days", "those"})
    return found if named and set(found) & _ORDERED else []


def _days(
    analysis: Analysis, found: Found, whole: Draft, parts: Sequence[Draft], told: Sequence[Sequence[str]]
) -> tuple[date, date | None] | None:
    """The first and the last of the days that a count is of; no last one where the words do not tell it."""
    sentence = whole.sentence
    times = [one for one in found.within(Time, sentence.start, parts[0].number.words[0].start) if one.when.first_day]
    spans = [(one.when.first_day, one.when.last_day) for one in times]
    for first, last in spans:
        if first and last and timedelta(0) < last - first <= _LONGEST:
            return first, last
    single = [first for first, last in spans if first and first == last]
    for one, other in pairwise(single):
        if timedelta(0) < other - one <= _LONGEST and _joined(analysis, times):
            return one, other
    if not times:
        return _by_parts(parts)
    if len(set(single)) != 1:
        return None
    weekdays = {word for words in told for word in words if word in _WEEKDAYS}
    if _is_up_to(analysis, times[0]):
        return (_before(single[0], weekdays), single[0]) if weekdays else None
    next_day = single[0] + timedelta(days=1)
    two = weekdays <= {_WEEKDAYS[one.weekday()] for one in (single[0], next_day)}
    ends = {"second", "latter", _WEEKDAYS[next_day.weekday()]}
    return single[0], next_day if two and any(ends & set(words) for words in told) else None


def _by_parts(parts: Sequence[Draft]) -> tuple[date, date] | None:
    """From the first to the last day of the parts, where the report dates each by itself."""
    days = [one.when.first_day for one in parts if one.when.is_day and one.when.first_day]
    return (min(days), max(days)) if len(set(days)) == len(parts) > 1 else None


def _joined(analysis: Analysis, times: Sequence[Time]) -> bool:
    """Whether "between" or "from" stands before one of the times, or "to" between two ("the pause *of 4 to 9 May*")."""
    between = any(word.lower in ("between", "from") for time in times for word in _ahead(analysis, time))
    return between or any(
        analysis.document.text[one.evidence[0].end : other.evidence[0].start].strip() in ("to", "-", "–")
        for one, other in pairwise(times)
    )


def _is_up_to(analysis: Analysis, time: Time) -> bool:
    """Whether a count reaches up to a time."""
    ahead = any(word.lower in ("to", "until", "till", "by") for word in _ahead(analysis, time))
    return ahead or is_as_of(analysis, time)


def _ahead(analysis: Analysis, time: Time) -> list[Token]:
    at = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)
    return analysis.tokens[max(0, at[0].i - 2) : at[0].i] if at else []


def _before(last: date, weekdays: Iterable[str]) -> date:
    """The earliest of the weekdays told in the week that ends on `last`."""
    return min(day for one in weekdays if (day := _day([one], last - _WEEK + timedelta(days=1), last)) is not None)


def _day(words: Sequence[str], first: date, last: date | None) -> date | None:
    """The day of a part among those of the whole."""
    if last is None:
        return first if _FIRST & set(words) else None
    for word in words:
        if word in _WEEKDAYS:
            day = first + timedelta(days=(_WEEKDAYS.index(word) - first.weekday()) % 7)
            return day if day <= last else None
        if word in _FIRST:
            return first
        if word == "second":
            return first + timedelta(days=1)
        if word in _LAST | _REST:
            return last
    return None
