"""Mentions of events as they are compared: what speaks against two being one, and what for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Link
from rashomon.model.text import Document
from rashomon.model.values import When

# What pairs of mentions must reach to be one. Measured by quality/happenings.py (B-cubed F1 own, samples):
# 2.0 gives 96.7, 88.1; 2.5 and 3.0 give 96.7, 88.5; 3.5 gives 91.4, 89.4.
ENOUGH = 3.0
# A time of at most so many days says when something was; a longer one only bounds it.
_SHARP_DAYS = 4
# Types that stand for steps of one truce.
_TRUCE = frozenset({"AGREE", "CONCEDE", "SUPPORT"})


@dataclass(slots=True)
class Telling:
    """An event with what it is compared by."""

    event: Event
    doers: frozenset[str]
    others: frozenset[str]
    places: frozenset[str]
    when: When
    cue: str
    words: frozenset[str]
    published: When

    @property
    def everybody(self) -> frozenset[str]:
        """All who take part."""
        return self.doers | self.others

    @property
    def sharp(self) -> bool:
        """Whether its time is known to a few days."""
        return days(self.when) <= _SHARP_DAYS


def telling(event: Event, reports: Mapping[str, Document], links: Mapping[str, str]) -> Telling:
    """An event with what it is compared by."""
    report = reports.get(event.document)
    cue = " ".join(span.text.lower() for span in event.cue)
    text = " ".join(span.text.lower() for span in event.evidence)
    shared = words("events", "common")
    told = frozenset(word for word in text.replace(",", " ").replace(".", " ").split() if word not in shared)
    return Telling(
        event=event,
        doers=_who(event.initiators, links),
        others=_who(event.recipients, links),
        places=_who(event.places, links),
        when=event.happened,
        cue=cue,
        words=told,
        published=report.published if report else When(),
    )


def _who(given: Iterable[Link], links: Mapping[str, str]) -> frozenset[str]:
    """Who is meant: actors' ids; words of an unnamed one are left out, for they may be anybody's."""
    found = (one.actor or links.get(one.mention or "") for one in given)
    return frozenset(one for one in found if one)


def kind(event: Event) -> str:
    """What is compared at all: the type; the steps by which a truce is made are one kind."""
    return "truce" if event.mode == "ceasefire" and event.type in _TRUCE else event.type


def can_be_one(a: Telling, b: Telling) -> bool:
    """Whether nothing speaks against the two being one: type, kind of contact, time, place, who did it to whom."""
    if not _same_kind(a.event, b.event) or a.event.background != b.event.background:
        return False
    if not a.when.may_meet(b.when):
        return False
    if a.places and b.places and not a.places & b.places and a.event.type in ("ASSAULT", "COERCE", "CONSULT"):
        return False
    if a.event.type == "CONSULT":
        return _same_company(a.everybody, b.everybody)
    return _agree(a.doers, b.doers) and _agree(a.others, b.others) and not _reversed(a, b)


def _same_kind(a: Event, b: Event) -> bool:
    if a.type != b.type:
        return a.mode == b.mode == "ceasefire" and {a.type, b.type} <= _TRUCE
    if a.type == "CONSULT":
        return a.mode == b.mode or not a.mode or not b.mode or {a.mode, b.mode} == {"meeting", "multilateral"}
    return "truce" not in a.rule + b.rule or _truce_rule(a) == _truce_rule(b)


def _truce_rule(event: Event) -> str:
    return event.rule if "truce" in event.rule else ""


def _same_company(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two talks can have been between the same: one company holds the other."""
    return not a or not b or a <= b or b <= a


def _agree(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or bool(a & b)


def _reversed(a: Telling, b: Telling) -> bool:
    """Whether one is done by those to whom the other is done."""
    return bool(a.doers & b.others and not a.doers & b.doers) or bool(b.doers & a.others and not a.doers & b.doers)


def sureness(a: Telling, b: Telling) -> float:
    """How much speaks for the two being one; `ENOUGH` is needed."""
    shared = len(a.everybody & b.everybody)
    sure = min(shared, 2) * 0.75
    sure += 0.75 if a.places & b.places else 0.0
    if a.sharp and b.sharp:
        sure += 1.75
    elif a.when.known and b.when.known:
        sure += 0.5
    elif _echoes(a, b):
        return ENOUGH
    elif not _close(a.published, b.published):
        sure -= 1.0  # "the attack" of March need not be that of May
    sure += 0.5 if a.event.mode and a.event.mode == b.event.mode else 0.0
    sure += 0.75 if a.cue == b.cue or _stem(a.cue) == _stem(b.cue) else 0.0
    sure += 2.0 * len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    if a.event.document == b.event.document and not (a.sharp and b.sharp):
        sure -= 0.75  # a report seldom tells one thing twice without saying so
    return sure


def _echoes(a: Telling, b: Telling) -> bool:
    """Whether one report comes back to a talk whose day it told ("on the call with Holt")."""
    if a.event.type != "CONSULT" or a.event.document != b.event.document or a.event.mode != b.event.mode:
        return False
    return len(a.everybody) > 1 and a.everybody == b.everybody and a.sharp != b.sharp and a.event.mode is not None


def _stem(cue: str) -> str:
    return cue[:4]


def _close(a: When, b: When) -> bool:
    """Whether two reports came out within a few days of each other."""
    if a.first_day is None or a.last_day is None or b.first_day is None or b.last_day is None:
        return False
    return a.first_day - b.last_day <= timedelta(days=3) and b.first_day - a.last_day <= timedelta(days=3)


def days(when: When) -> int:
    """How many days a time spans; very many where an end is open."""
    if when.first_day is None or when.last_day is None:
        return 10_000
    return (when.last_day - when.first_day).days + 1


def each_day(when: When) -> Iterator[str]:
    """The days of a sharp time."""
    if when.first_day is not None:
        for step in range(min(days(when), _SHARP_DAYS)):
            yield (when.first_day + timedelta(days=step)).isoformat()
