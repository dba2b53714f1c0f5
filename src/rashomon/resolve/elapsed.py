"""Reports that tell how long something has lasted: "Five days into the Bela truce, the town has light again"."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from rashomon.model.annotation import Annotation, Event, Time
from rashomon.model.values import When

_LENGTH = re.compile(r"P(\d{1,3})([DW])")
_INTO = re.compile(
    r"\s+into\s+(?:the|its|this|a)\s+(?P<name>(?:[\w-]+\s+){0,3}?)(?P<what>truce|cease-?fire|armistice|war|fighting|siege)\b"
)
# The first verb after it tells whether the length reaches up to the day of writing.
_VERB = re.compile(r"\b(?:(has|have|is|are|remains?|continues?)|was|were|had|did|would|\w+ed)\b")
_SENTENCE = 300
_TRUCES = {"truce", "ceasefire", "cease-fire", "armistice"}
_BEGUN = {"asserted", "attributed"}
# Steps by which one truce is made lie within so many days: signed, announced, in force.
_STEPS = timedelta(days=3)


def elapsed(
    text: str, said: Iterable[Annotation], known: Iterable[Annotation]
) -> Iterator[tuple[date, date, str, str]]:
    """Yield when a report came out by what it says has lasted so long: first and last day, words, lender.

    Args:
        text: the report.
        said: what is said in it.
        known: what is said in other reports.
    """
    begun = [one for one in known if isinstance(one, Event) and one.status in _BEGUN and not one.background]
    for time in said:
        length = _LENGTH.fullmatch(time.timex.value) if isinstance(time, Time) else None
        into = _INTO.match(text, time.evidence[0].end) if length else None
        verb = _VERB.search(text, into.end(), into.end() + _SENTENCE) if into else None
        if length and into and verb and verb[1]:
            days = int(length[1]) * (7 if length[2] == "W" else 1)
            starts = _starts(begun, into["what"].lower(), [one for one in into["name"].split() if one[0].isupper()])
            if starts:
                # "Five days into" is the fifth day, or the fifth after the first. A truce is counted from when it is in
                # force, which may be days after its signature.
                in_force = [one for one in starts if one[1].type == "RETREAT"]
                late = _STEPS if into["what"].lower() in _TRUCES and not in_force else timedelta()
                starts = in_force or starts
                first = starts[0][0] + timedelta(days=days - 1)
                last = starts[-1][0] + timedelta(days=days) + late
                yield first, last, f"{time.evidence[0].text}{into[0]}", starts[0][1].document


def _starts(begun: Iterable[Event], what: str, names: list[str]) -> list[tuple[date, Event]]:
    """The days on which the one thing so named began, in order; none where there are several such things."""
    if what in _TRUCES:
        of_kind = [one for one in begun if one.mode == "ceasefire" and one.type != "ASSAULT"]
    else:
        of_kind = [one for one in begun if one.rule == "event: outbreak"]
    dated = sorted((day, one.id, one) for one in of_kind if (day := _day(one.happened)))
    named = [day for day, _, one in dated if all(name in one.evidence[0].text for name in names)]
    if not named or named[-1] - named[0] > _STEPS:
        return []
    return [(day, one) for day, _, one in dated if named[0] - _STEPS <= day <= named[-1] + _STEPS]


def _day(when: When) -> date | None:
    """The day of a time; that of a night is its first, and midnight is over at once."""
    first, last = when.first_day, when.last_day
    over = when.latest is not None and when.latest.endswith("T00:00") and first and last == first + timedelta(days=1)
    return first if first is not None and (first == last or over) else None
