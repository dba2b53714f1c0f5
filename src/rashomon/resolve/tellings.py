"""Mentions of events as they are compared: what speaks against two being one, and what for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Link
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve import machines
from rashomon.resolve.counted import breaches, of_truce

# What pairs of mentions must reach to be one. Measured by quality/happenings.py (B-cubed F1 own, samples):
# 2.0 gives 96.7, 88.1; 2.5 and 3.0 give 96.7, 88.5; 3.5 gives 91.4, 89.4.
ENOUGH = 3.0
# A time of at most so many days says when something was; a longer one only bounds it.
_SHARP_DAYS = 4
# One of more days than this says next to nothing.
_VAGUE_DAYS = 31
# Types whose modes tell apart what was done: a release is no opening of a border.
_BY_MODE = frozenset({"RETREAT", "COERCE", "SANCTION", "AID", "PROTEST"})
NEAR = 500
"""Two tellings of one talk that stand so near, in characters, need no day to be one."""
OUTBREAK = "event: outbreak"
"""The rule of a war's beginning."""
# Ends the rule of an event whose words go back to one told before.
_AGAIN = ", again"
LASTING = frozenset({"COERCE", "SANCTION"})
"""What lasts: "the blockade" is the one told of before, however far."""
# A machine's loss, and a deed of another kind that names none.
_APART = frozenset({"loss", "other"})
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
    again: bool = False
    """Whether its words go back to something its report told before ("the call")."""
    machine: machines.Of = ""
    """Whether it is a machine's loss …"""
    lost: frozenset[str] = frozenset()
    """… and the kind of the one machine that is lost."""
    count: int = 0
    """How many breaches of a truce it counts, 0 where it counts none …"""
    of_truce: bool = False
    """… and whether it says that a truce was broken."""

    # Of what is asked for each pair, once for each mention: it took half the time.
    everybody: frozenset[str] = field(init=False)
    """All who take part."""
    sharp: bool = field(init=False)
    """Whether its time is known to a few days."""
    vague: bool = field(init=False)
    """Whether its time only bounds it."""
    start: datetime | None = field(init=False)
    """The first moment at which it can have been …"""
    stop: datetime | None = field(init=False)
    """… and the first after which it cannot."""
    out: tuple[date, date] | None = field(init=False)
    """The first and last day on which its report can have come out."""

    def __post_init__(self) -> None:
        self.everybody = self.doers | self.others
        self.sharp = days(self.when) <= _SHARP_DAYS
        self.vague = days(self.when) > _VAGUE_DAYS
        self.start, self.stop = self.when.start, self.when.stop
        first, last = self.published.first_day, self.published.last_day
        self.out = (first, last) if first and last else None


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
        again=event.rule.endswith(_AGAIN),
        machine=machines.of(event, cue),
        lost=machines.lost(event, cue),
        count=breaches(event, cue),
        of_truce=of_truce(cue, told),
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
    if (a.stop and b.start and a.stop <= b.start) or (b.stop and a.start and b.stop <= a.start):
        return False
    kindred = _same_kind(a.event, b.event) or one_signing(a, b) or spoken_of(a, b)
    if a.event.background != b.event.background or not kindred:
        return False
    if a.places and b.places and not a.places & b.places and a.event.type in ("ASSAULT", "COERCE", "CONSULT"):
        return False
    if {a.machine, b.machine} == _APART:
        return False
    if a.event.type == "CONSULT":
        return _same_company(a.everybody, b.everybody)
    if a.event.rule == b.event.rule == OUTBREAK:
        return _agree(a.everybody, b.everybody)  # who is told as doing it depends on the wording
    return _agree(a.doers, b.doers) and _agree(a.others, b.others) and not _reversed(a, b)


def _same_kind(a: Event, b: Event) -> bool:
    if a.type != b.type:
        return a.mode == b.mode == "ceasefire" and {a.type, b.type} <= _TRUCE
    if a.type == "CONSULT":
        return a.mode == b.mode or not a.mode or not b.mode or _one_occasion(a, b)
    if a.type in _BY_MODE and a.mode and b.mode and a.mode != b.mode:
        return False
    return _truce_rule(a) == _truce_rule(b)


def one_signing(a: Telling, b: Telling) -> bool:
    """Whether "they signed" and "the truce renewed" are told of one place (or of the same) on one day."""
    if {a.event.mode, b.event.mode} != {None, "ceasefire"} or not (signs(a) and signs(b)):
        return False
    return a.sharp and b.sharp and bool(a.places & b.places or a.everybody & b.everybody)


def signs(one: Telling) -> bool:
    """Whether a telling is of a truce signed or renewed, or of a signing of something: praise is no signing."""
    if one.event.type != "SUPPORT" or one.event.mode not in (None, "ceasefire"):
        return False
    said = {one.event.rule.removesuffix(_AGAIN).partition(": ")[2], *one.cue.split()}
    return one.event.mode is not None or bool(said & (words("events", "signing") | {"signature", "signatures"}))


def _one_occasion(a: Event, b: Event) -> bool:
    """Whether two kinds of talk can be one: a summit is a meeting, and "talks" in the same report may be a call."""
    modes = {a.mode, b.mode}
    if modes == {"meeting", "multilateral"}:
        return True
    if a.document != b.document or modes != {"meeting", "phone"}:
        return False
    met = a if a.mode == "meeting" else b
    said = {word for span in met.cue for word in span.text.lower().split()}
    return bool(said & words("events", "spoken"))


def spoken_of(a: Telling, b: Telling) -> bool:
    """Whether one is a call, the other a conversation that says neither where nor between whom ("the conversation")."""
    if a.event.type != "CONSULT" or {a.event.mode, b.event.mode} != {"meeting", "phone"}:
        return False
    met = a if a.event.mode == "meeting" else b
    spoken = not words("events", "spoken").isdisjoint(met.cue.split())
    return spoken and len(met.everybody) < 2 and not met.places


def _truce_rule(event: Event) -> str:
    if event.type == "RETREAT" and event.mode == "ceasefire":
        return "kept"  # "the guns fell silent", "the truce of Sunday" and "the truce held" may be one
    return event.rule.removesuffix(_AGAIN) if "truce" in event.rule else ""


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
    if a.event.document != b.event.document and spoken_of(a, b):
        return 0.0  # it may be any talk; which it is `recalled` tells
    shared = len(a.everybody & b.everybody)
    if _retold(a, b) or one_signing(a, b) or _one_count(a, b) or _one_lull(a, b) or _one_loss(a, b):
        return 2 * ENOUGH
    sure = min(shared, 2) * 0.75
    sure += 0.75 if a.places & b.places else 0.0
    if not shared and not a.places & b.places and (a.everybody or b.everybody):
        sure -= 0.75  # a shared day and kind alone join only what names nobody
    if a.sharp and b.sharp:
        sure += 1.75
    elif a.when.placed and b.when.placed:
        sure += 0.0 if a.vague or b.vague else 0.5
    elif not _close(a, b):
        sure -= 1.0  # "the attack" of March need not be that of May
    sure += 0.5 if a.event.mode and a.event.mode == b.event.mode else 0.0
    sure += 0.75 if a.cue == b.cue or _stem(a.cue) == _stem(b.cue) else 0.0
    if a.event.rule == b.event.rule == OUTBREAK and a.sharp and b.sharp:
        sure += 2.0  # a war begins once
    if a.event.background and a.places & b.places and _stem(a.cue) == _stem(b.cue):
        sure += 0.75  # what is long past and told by one word at one place is one thing
    if a.event.type in LASTING and a.cue == b.cue and (a.again or b.again) and not (a.sharp and b.sharp):
        sure += 1.0  # "the blockade" of two reports
    sure += 2.0 * len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    if a.event.document == b.event.document and not (a.sharp and b.sharp):
        sure -= 0.75  # a report seldom tells one thing twice without saying so
    return sure


def _retold(a: Telling, b: Telling) -> bool:
    """Whether one report tells a talk of the same company again, near by or without another day."""
    if a.event.type != "CONSULT" or a.event.document != b.event.document or (a.sharp and b.sharp):
        return False
    if len(a.everybody) < 2 or a.everybody != b.everybody:
        return False
    return a.sharp != b.sharp or abs(a.event.evidence[0].start - b.event.evidence[0].start) <= NEAR


def _one_loss(a: Telling, b: Telling) -> bool:
    """Whether both tell that one machine of a kind was lost, within a few days and at one place or to the same."""
    return a.sharp and b.sharp and bool(a.lost & b.lost) and bool(a.places & b.places or a.everybody & b.everybody)


def _one_count(a: Telling, b: Telling) -> bool:
    """Whether both count so many breaches, of one truce as far as it is told: two wars have ten attacks each."""
    if not a.count or a.count != b.count:
        return False
    return (a.sharp and b.sharp) or bool(a.places & b.places or a.doers & b.doers) or (a.of_truce and b.of_truce)


def _one_lull(a: Telling, b: Telling) -> bool:
    """Whether two tell that a truce began or held on one day, at no two places: of two at a place none speaks so."""
    if not a.event.type == b.event.type == "RETREAT" or not a.event.mode == b.event.mode == "ceasefire":
        return False
    counted = "aggregate" in (a.event.status, b.event.status)
    return a.sharp and b.sharp and not counted and _agree(a.places, b.places)


def _stem(cue: str) -> str:
    return cue[:4]


def _close(a: Telling, b: Telling) -> bool:
    """Whether two reports came out within a few days of each other."""
    if a.out is None or b.out is None:
        return False
    return a.out[0] - b.out[1] <= _DAYS_APART and b.out[0] - a.out[1] <= _DAYS_APART


_DAYS_APART = timedelta(days=3)


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
