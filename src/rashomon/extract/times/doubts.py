"""Times that cannot be right as they are told: they are kept, and why is said; nothing is mended.

A day that does not exist, a weekday that its date does not bear, an end before its start,
a number of years that the years beside it do not make.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from rashomon.extract.times import words
from rashomon.extract.times.anchors import Resolved
from rashomon.extract.times.calendars import bounds
from rashomon.extract.times.forms import Partial
from rashomon.extract.times.tense import head_of
from rashomon.language.analysis import Analysis, Token

# The Gregorian calendar begins; before it weekdays and leap days fall otherwise.
_GREGORIAN = 1583


class Doubt(NamedTuple):
    """Why a time cannot be right.

    `open` where its interval would only repeat the error, `value` (TIMEX3) where its value would.
    """

    why: str
    open: bool = False
    value: str | None = None


class Text(NamedTuple):
    """A report with its resolved times in text order."""

    analysis: Analysis
    times: Sequence[Resolved]

    def between(self, k: int) -> str:
        """The words between a time and the next."""
        return self.analysis.document.text[self.times[k].reading.end : self.times[k + 1].reading.start]

    def together(self, k: int) -> bool:
        """Whether a time and the next stand in one sentence."""
        first, second = (self.analysis.sentence_at(self.times[j].reading.start) for j in (k, k + 1))
        return first is not None and first is second

    def said(self, k: int) -> str:
        """The words of a time."""
        return self.analysis.document.text[self.times[k].reading.start : self.times[k].reading.end]


def doubts(analysis: Analysis, times: Sequence[Resolved], *, history: bool) -> dict[int, Doubt]:
    """Why times cannot be right, by their place in the list; the first reason counts."""
    text = Text(analysis, times)
    found: dict[int, Doubt] = {}
    for check in (_days, _weekdays, _ends, _lengths, _repeated, *(() if history else (_present, _since))):
        for k, doubt in check(text):
            found.setdefault(k, doubt)
    return found


Found = Iterator[tuple[int, Doubt]]


def _days(text: Text) -> Found:
    """Tell of "31 April", "29 February 2019"."""
    for k, one in enumerate(text.times):
        when = one.reading.partial
        if when.day is None or when.month is None or when.bc or when.feast or one.reading.days_off:
            continue
        # Without its year, any year that has the day would do.
        if bounds(replace(when, year=when.year or _LEAP)) is None:
            yield k, Doubt(f"there is no such day as '{text.said(k)}'", open=True)


_LEAP = 2000
_WEEKDAY_NAMES = [name for name, _ in sorted(words.WEEKDAYS.items(), key=lambda pair: pair[1]) if name.endswith("day")]


def _weekdays(text: Text) -> Found:
    """Tell of "Tuesday, 5 March" of a year in which that was no Tuesday."""
    for k, one in enumerate(text.times):
        named, day = one.reading.named_weekday, _day(one)
        if named is not None and day is not None and day.year >= _GREGORIAN and day.weekday() != named:
            yield k, Doubt(f"{day} is a {_WEEKDAY_NAMES[day.weekday()]}, not a {_WEEKDAY_NAMES[named]}")


def _day(one: Resolved) -> date | None:
    found = re.match(r"\d{4}-\d\d-\d\d", one.value)
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


_RANGE = re.compile(r" ?(?:[-–—]| to | until | till | through )(?:the )?")
_RANGE_GAP = 24  # characters: " through the ", with blanks to spare
_FROM = re.compile(r"\b(?:from|between|of|in)(?: the)? $", re.IGNORECASE)


def _ranges(text: Text) -> Iterator[int]:
    """The first of each two dates that are a range."""
    for k in range(len(text.times) - 1):
        if text.times[k + 1].reading.start - text.times[k].reading.end > _RANGE_GAP:
            continue
        between = re.sub(r"\s+", " ", text.between(k))
        start = text.times[k].reading.start
        opened = _FROM.search(re.sub(r"\s", " ", text.analysis.document.text[max(0, start - 20) : start]))
        if _RANGE.fullmatch(between) or (between == " and " and opened and opened[0].lower().startswith("between")):
            yield k


def _ends(text: Text) -> Found:
    """Tell of what ends before it starts: "from 1994 to 1992", "from 9 to 5 May"."""
    for k in _ranges(text):
        first, last = text.times[k], text.times[k + 1]
        start, stop = first.when.first_day, last.when.last_day
        if start is None or stop is None or start <= stop:
            continue
        if _given_alike(first.reading.partial, last.reading.partial):
            yield k + 1, Doubt(f"it would end on {stop}, before it starts on {start}")


def _given_alike(first: Partial, last: Partial) -> bool:
    """Whether both ends give their year, or both a day of one month: else a year was only guessed."""
    if first.year is not None and last.year is not None:
        return True
    return first.year == last.year and first.month == last.month is not None


# Between a range of years and its length: "from 1994 to 2020, 16 years", "16 years, from 1994 to 2020".
_AFTER = re.compile(
    r"[\s,(:–—-]*(?:(?:or|for|a (?:period|span|gap) of|lasting|lasted|which is|that is|i\.e\.|all)\s+)*"
)
_BEFORE = re.compile(r"\s*[,(:–—]?\s*(?:(?:lasted|running|long|that is|namely)[, ]*)?(?:from|between|of)\s+")


def _lengths(text: Text) -> Found:
    """Tell of "from 1994 to 2020, 16 years": the years beside it make 26."""
    for k in _ranges(text):
        first, last = _year(text.times[k]), _year(text.times[k + 1])
        if first is None or last is None or last < first:
            continue
        if k + 2 < len(text.times) and text.together(k + 1) and _AFTER.fullmatch(text.between(k + 1)):
            yield from _misfit(text, k + 2, last - first, f"{first} to {last}")
        if k > 0 and text.together(k - 1) and _BEFORE.fullmatch(text.between(k - 1)):
            yield from _misfit(text, k - 1, last - first, f"{first} to {last}")


def _year(one: Resolved) -> int | None:
    when = one.reading.partial
    return when.year if not when.bc and one.reading.shift is None else None


def _misfit(text: Text, k: int, years: int, span: str) -> Found:
    """A length in years that is not that of the span beside it."""
    one = text.times[k]
    told = re.fullmatch(r"P(\d+)Y", one.value)
    whole = one.reading.rule == "duration" or (one.reading.length is not None and one.reading.length[0] < 0)
    if told and whole and not _fits(int(told[1]), years, one.reading.mod):
        yield k, Doubt(f"{span} is {years} years")


def _fits(told: int, years: int, mod: str | None) -> bool:
    """Whether "told years" may be said of so many: a year off passes, and what "almost", "more than" leave room for."""
    slack = max(1.0, 0.2 * years) if mod == "APPROX" else 1.0
    below = max(2.0, 0.25 * years) if mod in ("MORE_THAN", "EQUAL_OR_MORE") else slack
    above = max(2.0, 0.25 * years) if mod in ("LESS_THAN", "EQUAL_OR_LESS") else slack
    return years - below <= told <= years + above


_MORE = re.compile(r"(?:(?:well )?(?:more than|over)|at least)\b", re.IGNORECASE)


def _repeated(text: Text) -> Found:
    """Tell of "sixteen years later, in 2020" after 1994."""
    for k, one in enumerate(text.times):
        claim = one.reading.claimed
        told = _year(one)
        if claim is None or claim.unit != "Y" or claim.amount is None or told is None or one.claimed is None:
            continue
        reached = one.claimed.year
        if reached is None or one.claimed.bc:
            continue
        start = reached - claim.amount
        more = "MORE_THAN" if _MORE.match(text.said(k)) else None
        if not _fits(abs(claim.amount), abs(told - start), more):
            yield k, Doubt(f"{abs(claim.amount)} years from {start} is {reached}, not {told}")


def _present(text: Text) -> Found:
    """Tell of "sixteen years later Norland remains alone" after 1994 in a report of 2020."""
    published = text.analysis.document.published
    for k, one in enumerate(text.times):
        shift = one.reading.shift
        if one.reading.rule != "offset" or shift is None or shift.unit != "Y" or shift.base != "narrative":
            continue
        reached = re.fullmatch(r"\d{4}", one.value)
        if not reached or not shift.amount or shift.amount < 2 or published.first_day is None:
            continue
        then = int(reached[0]) - shift.amount
        first, last = published.first_day.year - then, (published.last_day or published.first_day).year - then
        fits = any(_fits(shift.amount, years, one.reading.mod) for years in (first, last))
        if not fits and first > 0 and _tells_the_present(text.analysis, one):
            why = f"{then} and {shift.amount} years make {reached[0]}, but it is told of {published.first_day.year}"
            yield k, Doubt(why, open=True, value="XXXX")


def _tells_the_present(analysis: Analysis, one: Resolved) -> bool:
    """Whether a state that lasts is told: "remains", "has not been found", but not "invades"."""
    head = head_of(analysis.tokens_in(one.reading.start, one.reading.end))
    verb = next((word for word in head.ancestors if word.pos in ("VERB", "AUX")), None) if head else None
    if verb is None:
        return False
    helpers = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
    lasting = verb.tag in ("VBZ", "VBP") and verb.lemma in words.LASTING
    return lasting or bool(helpers & {"has", "have", "is", "are", "'s", "'ve"})


_SINCE = re.compile(r"(?:\s*,)?\s*(?:ever )?since(?: the)?\s+", re.IGNORECASE)


def _since(text: Text) -> Found:
    """Tell of "for 16 years, since 1994" in a report of 2020."""
    published = text.analysis.document.published
    for k in range(len(text.times) - 1):
        began = _year(text.times[k + 1])
        if began is None or published.first_day is None or not _SINCE.fullmatch(text.between(k)):
            continue
        years = published.first_day.year - began
        if years > 0 and _now_perfect(text.analysis, text.times[k]):
            yield from _misfit(text, k, years, f"{began} to {published.first_day.year}")


def _now_perfect(analysis: Analysis, one: Resolved) -> bool:
    head = head_of(analysis.tokens_in(one.reading.start, one.reading.end))
    verbs = (word for word in head.ancestors if word.pos in ("VERB", "AUX")) if head else iter(())
    verb: Token | None = next(verbs, None)
    return verb is not None and any(child.lower in ("has", "have", "'ve") for child in verb.children)
