"""What a report recalls of a happening told elsewhere: "the call", "the talk of 6 May", "last week's conversation"."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from rashomon.language.lexicon import lexicon
from rashomon.resolve.tellings import LASTING, NEAR, OUTBREAK, Telling, can_be_one, days, spoken_of

# "Last Thursday's call" may leave this many days open.
_WEEK = 10
# "Last week's talks", "Monday's call", "the 6 May call".
_TIMES = r"(?:week|month|day|night|weekend|yesterday|today|\w+day)"
_POSSESSIVE = re.compile(
    rf"\b(?:the|last|this|that)\s(?:[\w-]+\s){{0,2}}?{_TIMES}(?:[’']s)\s|\b(?:\w+day|yesterday|today)[’']s\s"
    rf"|\b(?:last|this|that)\s{_TIMES}[’']s\s",
    re.IGNORECASE,
)
# Statuses of what has not happened yet, and of what is no single talk that was held.
_AHEAD = frozenset({"planned", "hypothetical"})
_NO_TALK = _AHEAD | {"aggregate", "negated"}


def goes_back(told: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of one report where the words of the second go back to the first ("the call").

    The first is the last of that kind before it, for an attack not far before.
    """
    by_report: dict[str, list[Telling]] = {}
    for one in told:
        by_report.setdefault(one.event.document, []).append(one)
    for report in by_report.values():
        report.sort(key=lambda one: (one.event.evidence[0].start, one.event.cue[0].start, one.event.id))
        for n, one in enumerate(report):
            if not one.again and not _is_bare_fight(one):
                continue
            fits = _may_mean if one.again else _holds
            before = next((other for other in reversed(report[:n]) if fits(one, other)), None)
            if before is not None:
                yield before, one


def dated_talks(told: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs where "the call of 6 May" names too few to tell whose it was, and one company alone talked that day.

    "Last week's call" means the only one of that week, of those that were calls too; "last week's conversation" may
    have been a call where nobody met. "Their meeting last week" is the only one of these two in that week.
    """
    held: dict[str, list[Telling]] = {}
    for one in told:
        if one.event.type == "CONSULT" and one.sharp and len(one.everybody) > 1:
            for day in _days(one):
                held.setdefault(day, []).append(one)
    for one in told if held else ():
        if one.event.type != "CONSULT" or days(one.when) > _WEEK or not (_is_definite(one) or _is_of_a_week(one)):
            continue
        if len(one.everybody) > 1 and not _is_of_a_week(one):
            continue
        near = {other.event.id: other for day in _days(one) for other in held.get(day, ())}.values()
        sure = one.again and one.sharp
        fits = [other for other in near if (sure or _as_told(other, one)) and can_be_one(one, other)]
        if len(one.everybody) > 1:
            fits = [other for other in fits if other.everybody == one.everybody]
        fits = [other for other in fits if other.event.mode == one.event.mode] or fits
        if not sure and len({other.when.first_day for other in fits}) > 1:
            continue
        if fits and len({other.everybody for other in fits}) == 1:
            yield fits[0], one


def _days(one: Telling) -> Iterator[str]:
    """The days on which a talk can have been; of an open time none."""
    first = one.when.first_day
    if first is not None:
        for step in range(min(days(one.when), _WEEK)):
            yield (first + timedelta(days=step)).isoformat()


def _is_definite(one: Telling) -> bool:
    """Whether a talk is one that is known already ("the call", "last week's talks"), and is told to have been."""
    said = " ".join(span.text for span in one.event.evidence)
    return one.event.status not in _AHEAD and (one.again or _POSSESSIVE.search(said) is not None)


def _is_of_a_week(one: Telling) -> bool:
    """Whether a talk of two or more is told to be of some time of a few days ("his meeting with the envoy last week").

    Who denies it denies that very talk; "they did not speak last week" and "nine calls last week" tell of no talk.
    """
    return len(one.everybody) > 1 and not one.sharp and one.event.status not in _NO_TALK


def _as_told(held: Telling, one: Telling) -> bool:
    """Whether a talk took place, and in the way another telling says, if it says so."""
    alike = one.event.mode == held.event.mode is not None or spoken_of(held, one)
    return alike and held.event.status not in _AHEAD


def _is_bare_fight(one: Telling) -> bool:
    """Whether fighting is told without who or when ("with battles raging in the hills")."""
    named = one.event.rule.partition(": ")[2] in lexicon("events")["things"]["war"]
    return named and one.event.type == "ASSAULT" and not one.everybody and not one.sharp


def _holds(one: Telling, before: Telling) -> bool:
    """Whether the clause that tells of a fight stands inside the telling of its outbreak."""
    outbreak = before.event.rule == OUTBREAK and before.event.evidence[0].covers(one.event.evidence[0])
    return outbreak and can_be_one(before, one)


def _may_mean(one: Telling, before: Telling) -> bool:
    far = one.event.evidence[0].start - before.event.evidence[0].end > NEAR
    if far and one.event.type not in ("CONSULT", *LASTING):
        return False
    if one.event.type == "CONSULT" and not before.everybody:
        return False
    if one.sharp and not before.sharp:
        return False  # "the talk of 13 March" has a day of its own, and may be another
    return can_be_one(before, one)
