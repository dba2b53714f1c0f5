"""Days that an undated report shares with dated ones, and what they say of its publication.

"Three soldiers were captured on Sunday" and, in a dated report, "the three captured on
5 March": the Sunday is 5 March, so the first report came out from then to the Saturday
after. One likeness proves little (wars repeat themselves: calls of the same two
presidents, raids on the same town), so likenesses are weighed, and must agree.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import nlargest
from operator import itemgetter

from rashomon.language.gazetteer import folded
from rashomon.language.lexicon import words
from rashomon.model.annotation import Annotation, Event, Figure, Link, Statement, Time
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.wording import Wordings, day_told, told_of
from rashomon.resolve.years import looks_ahead

# Words that two statements share one after the other: a quotation of one utterance.
_QUOTED = 6
# A number as small as this is given of many things; one that is not round is seldom given of two.
_SMALL = 10
# What is signed or declared at a named place is seldom done there twice; talks and attacks often are.
_SIGNED = {"AGREE", "SUPPORT", "CONCEDE"}
_MOST = {"AGREE": 1.0, "SUPPORT": 1.0, "CONCEDE": 1.0, "RETREAT": 0.7, "COERCE": 0.7}
_MOST_OTHERS = 0.5
# More than so many words in common raise what a raid may weigh, each by this, up to so much.
_WORDS = 3
_EACH_WORD = 0.1
_MOST_BY_WORDS = 0.8
_SHORT_WORD = 3
_MARKS = ".,;:!?'’‘“”\"()"
# Those who talk with each other.
_TWO = 2
_NOT_YET = {"planned", "hypothetical"}
# Deeds in which people are lost.
_DEADLY = {"ASSAULT", "COERCE"}
# A day of the month comes round after so many days at most: one told without its month is the last one.
_MONTH = 27
# Words in common that weigh less than this are of another day more often than not.
_WORDED = 0.25
# Below this, two weekdays in like words are seldom one day: another report goes back to what is told of with its date.
_CLEAR = 1.0
# Times told from the report's day; others ("that evening") are told from times before them.
_OWN_DAYS = {f"times:{rule}" for rule in ("weekday", "step_name", "date_in_year", "deictic", "day_alone")}
# The basis of a day that is counted from another of the report ("'six days earlier' from 2031-05-14").
_COUNTED = re.compile(r"' from (\d{4}-\d\d-\d\d)$")
# Counts whose unit may be left out ("fourteen of the dead").
_OF_PEOPLE = {"killed", "wounded", "displaced", "captured", "missing"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """Something a report dates from its own publication, which lies `first` to `last` days after it."""

    record: Annotation
    first: int
    last: int
    monthly: bool = False
    """Whether only its day of the month is told ("the 15th")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """A likeness of something undated (`mine`) and something dated, and the publication that follows from it."""

    mine: Annotation
    theirs: Annotation
    weight: float
    first: date
    last: date


def day_of(record: Annotation) -> When:
    """When what a record tells took place, was said or was counted."""
    if isinstance(record, Event):
        return record.happened
    if isinstance(record, Figure):
        return record.as_of
    if isinstance(record, Time):
        return record.when
    return record.said if isinstance(record, Statement) else When()


def readings_of(day: date) -> tuple[date, date, date]:
    """The days as whose report one of about `day` is read to tell what it dates from itself (`relatives`)."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6), monday + timedelta(days=7)


def relatives(published: date, readings: Sequence[Iterable[Annotation]]) -> Iterator[Relative]:
    """What a report dates from its publication.

    Args:
        published: a Monday taken for its publication.
        readings: what is said in it if published then, on the Sunday after, on the Monday after (`readings_of`).
    """
    monday, sunday, next_monday = ({_place(one): one for one in reading} for reading in readings)
    for place, record in monday.items():
        others = sunday.get(place), next_monday.get(place)
        told = [one for one in (record, *others) if one is not None]
        days = [day for one in told if (day := told_day(one))]
        steps = {_step(one) for one in told}
        step = steps.pop() if len(steps) == 1 else 0
        told_from = [day + timedelta(days=step) for day in days]
        if len(days) == len(readings) and (span := _span(published, told_from[0], told_from[1], told_from[2])):
            first, last = span[0] + step, span[1] + step
            # "Two days later": that, too, is over, where it can be. One day of a week stays apart from one day alone.
            if span[0] >= 0 and last > 0:
                first = max(0, first)
            yield Relative(record=record, first=first, last=last)
        elif isinstance(record, Time) and record.rule == "times:day_alone" and days:
            yield Relative(record=record, first=0, last=_MONTH, monthly=True)


def _place(one: Annotation) -> str | tuple[int, int]:
    """What is the same of a record however its report is dated: the place of a time, the id of others."""
    return (one.evidence[0].start, one.evidence[-1].end) if isinstance(one, Time) else one.id


def told_day(one: Annotation) -> date | None:
    """The one day that a record tells of."""
    if isinstance(one, Time):
        return day_told(one)
    when = day_of(one)
    return when.first_day if when.is_day else None


def _step(one: Annotation) -> int:
    """How many days before a day told with it a record tells of: "on Tuesday … Nine days earlier" is 9."""
    counted = _COUNTED.search(day_of(one).basis)
    day = told_day(one) if counted else None
    return (date.fromisoformat(counted[1]) - day).days if counted and day else 0


def _span(published: date, monday: date, sunday: date, next_monday: date) -> tuple[int, int] | None:
    """How many days after a day so told a report may be published: one number for "yesterday", a week for "Friday"."""
    if next_monday - monday != timedelta(days=7):
        return None
    apart = (published - monday).days
    if sunday - monday == timedelta(days=6):
        return apart, apart
    if sunday - monday == timedelta(days=7) or apart == 0:  # the nearest one, before or after, or one weeks before it
        weeks = 7 * max(0, (apart - 1) // 7)
        return (weeks, weeks + 6) if monday <= published else (-7, -1)
    # "Friday of last week" is one day for all reports of a week.
    return (apart, apart + 6) if sunday == monday else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Who is meant: actors by mention id (`links`), and the state an actor stands for by its id (`states`)."""

    links: Mapping[str, str]
    states: Mapping[str, str]

    def who(self, given: Iterable[Link]) -> set[str]:
        """The actors that links mean."""
        return {who for one in given if (who := one.actor or self.links.get(one.mention or ""))}

    def sides(self, given: Iterable[Link]) -> set[str]:
        """The states for which they stand: "its soldiers" are an army's in one report, their state's in another."""
        return {self.states.get(who, who) for who in self.who(given)}


def clues(told: Iterable[Relative], known: Sequence[Annotation], meant: Meant) -> Iterator[Clue]:
    """Likenesses of what is told from an unknown publication with what is known to the day."""
    for one in told:
        for other in known:
            day = day_of(other).first_day
            if day is None or isinstance(other, Time):
                continue
            weight = _likeness(one.record, other, meant)
            if weight > 0:
                first, last = day + timedelta(days=one.first), day + timedelta(days=one.last)
                if _same_weekday(one.record, day, one):
                    yield Clue(mine=one.record, theirs=other, weight=weight, first=first, last=last)


def worded(
    told: Sequence[Relative], document: Document, wordings: Wordings, lenders: Collection[str]
) -> Iterator[Clue]:
    """Likenesses of what a report tells of its times with what lenders tell of days, by their words alone.

    Args:
        told: what it dates from an unknown publication.
        document: the report.
        wordings: what dated reports tell of days.
        lenders: the ids of those that may lend.
    """
    talks = [one.record for one in told if isinstance(one.record, Event) and one.record.type == "CONSULT"]
    for one in told:
        if not isinstance(one.record, Time) or one.record.rule not in _OWN_DAYS or one.last <= 0:
            continue
        if looks_ahead(document.text, one.record):
            continue
        most = _WORDED if _dates_any(one.record, talks) else 1.0
        for mine in told_of(document, [one.record]):
            like = [
                (theirs, weight)
                for theirs, weight in wordings.like(mine)
                if theirs.time.document in lenders and _fits(one, mine.day, theirs.day)
            ]
            best: defaultdict[date, dict[str, float]] = defaultdict(dict)
            for theirs, weight in like:
                of_day = best[theirs.day]
                of_day[theirs.time.document] = max(weight, of_day.get(theirs.time.document, 0.0))
            second = {day: nlargest(2, of_day.items(), key=itemgetter(1)) for day, of_day in best.items()}
            for theirs, weight in like:
                # Two reports that tell it of one day say more than one.
                others = (more for name, more in second[theirs.day] if name != theirs.time.document)
                weight = min(most, weight + max(others, default=0.0) / 2)
                if not theirs.is_date and weight < _CLEAR:
                    weight /= 2
                if weight >= _WORDED:
                    first, last = theirs.day + timedelta(days=one.first), theirs.day + timedelta(days=one.last)
                    yield Clue(mine=one.record, theirs=theirs.time, weight=weight, first=first, last=last)


def _dates_any(time: Time, events: Iterable[Annotation]) -> bool:
    """Whether a time stands in the words of one of the events: two who talk each week are told of in the same words."""
    return any(span.covers(time.evidence[0]) for one in events for span in one.evidence)


def _fits(one: Relative, told: date, day: date) -> bool:
    """Whether a day can be the one told: the weekday, or the day of the month, is the same."""
    if one.monthly:
        return told.day == day.day
    return one.first == one.last or told.weekday() == day.weekday()


def _same_weekday(record: Annotation, day: date, relative: Relative) -> bool:
    told = day_of(record).first_day
    return told is not None and _fits(relative, told, day)


def _likeness(mine: Annotation, theirs: Annotation, meant: Meant) -> float:
    """How much speaks for two records telling of one thing, leaving their days aside."""
    if isinstance(mine, Statement) and isinstance(theirs, Statement):
        return 1.0 if quotes_the_same(mine, theirs) else 0.0
    if isinstance(mine, Figure) and isinstance(theirs, Figure):
        return _same_count(mine, theirs, meant)
    if isinstance(mine, Event) and isinstance(theirs, Event):
        return _same_event(mine, theirs, meant)
    if isinstance(mine, Event | Figure) and isinstance(theirs, Event | Figure):
        return _of_one_loss(mine, theirs)
    return 0.0


def quotes_the_same(mine: Statement, theirs: Statement) -> bool:
    """Whether two statements share so many words in a row that both give one utterance."""
    return bool(_runs(mine) & _runs(theirs))


def _runs(one: Statement) -> set[tuple[str, ...]]:
    told = [word.strip(_MARKS).lower() for span in one.content for word in span.text.split()]
    told = [word for word in told if word]
    return {tuple(told[at : at + _QUOTED]) for at in range(len(told) - _QUOTED + 1)}


def _same_count(mine: Figure, theirs: Figure, meant: Meant) -> float:
    if (mine.counts, mine.low, mine.high, mine.bound) != (theirs.counts, theirs.low, theirs.high, theirs.bound):
        return 0.0
    number = mine.low if mine.low is not None else mine.high
    sides = meant.sides(mine.side), meant.sides(theirs.side)
    if number is None or (all(sides) and not sides[0] & sides[1]):
        return 0.0
    if mine.unit != theirs.unit and mine.counts not in _OF_PEOPLE:
        return 0.0
    if mine.bound != "exact" or number < _SMALL:
        return 0.5 if all(sides) and number > 1 else 0.2
    return 0.6 if number % _SMALL == 0 or not all(sides) else 1.0


def _of_one_loss(mine: Event | Figure, theirs: Event | Figure) -> float:
    """How much speaks for a deed and a count of its dead being of one thing: a scarce name and words in common."""
    event, figure = (mine, theirs) if isinstance(mine, Event) else (theirs, mine)
    if not (isinstance(event, Event) and isinstance(figure, Figure)) or event.type not in _DEADLY:
        return 0.0
    if figure.counts not in _OF_PEOPLE or event.status in _NOT_YET:
        return 0.0
    shared = _words(event) & _words(figure)
    return 0.4 if len(shared) > 1 and any(word in _names(event.places) for word in shared) else 0.0


def _same_event(mine: Event, theirs: Event, meant: Meant) -> float:
    signed = mine.type in _SIGNED and theirs.type in _SIGNED
    if not signed and (mine.type != theirs.type or (mine.mode and theirs.mode and mine.mode != theirs.mode)):
        return 0.0
    if _NOT_YET & {mine.status, theirs.status}:
        return 0.0
    doers = meant.who(mine.initiators), meant.who(theirs.initiators)
    others = meant.who(mine.recipients), meant.who(theirs.recipients)
    if any(a and b and not a & b for a, b in (() if mine.type == "CONSULT" else (doers, others))):
        return 0.0
    if mine.type == "CONSULT" and not _same_company(mine, theirs, meant):
        return 0.0
    placed = _places(mine, meant), _places(theirs, meant)
    if all(placed) and not placed[0] & placed[1]:
        return 0.0
    shared = len((doers[0] | others[0]) & (doers[1] | others[1]))
    weight = 0.2 * min(shared, 2)
    if placed[0] & placed[1]:
        weight += 0.7 if mine.type in _SIGNED else 0.3
    alike = len(_words(mine) & _words(theirs))
    weight += _EACH_WORD * alike
    # Two who talk each week are told of in the same words each time.
    more = 0 if mine.type == "CONSULT" else max(0, alike - _WORDS)
    by_words = min(_MOST_OTHERS + _EACH_WORD * more, _MOST_BY_WORDS)
    return min(weight, max(_MOST.get(mine.type, 0.0), by_words)) if weight >= 0.4 else 0.0


def _same_company(mine: Event, theirs: Event, meant: Meant) -> bool:
    """Whether two who talk may be the same two: one of them alone talks with many."""
    told = [(*one.initiators, *one.recipients) for one in (mine, theirs)]
    persons, states = ([of(one) for one in told] for of in (meant.who, meant.sides))
    return any(min(len(a), len(b)) < _TWO or len(a & b) >= _TWO for a, b in (persons, states))


def _places(one: Event, meant: Meant) -> set[str]:
    """Where it was: the places, the states whose seats they are ("the Kremlin"), and the words of their names."""
    return meant.who(one.places) | meant.sides(one.places) | _names(one.places)


def _names(places: Iterable[Link]) -> set[str]:
    told = (word.strip(_MARKS) for link in places if link.span for word in link.span.text.split())
    return {folded(word.lower()) for word in told if len(word) > _SHORT_WORD and word[0].isupper()}


def _words(one: Event | Figure) -> set[str]:
    told = (folded(word.strip(_MARKS).lower()) for span in one.evidence for word in span.text.split())
    return {word for word in told if len(word) > _SHORT_WORD or word.isdigit()} - words("events", "common")
