"""Events that tell of one thing, within and across reports, put together: happenings.

Two mentions are one happening where type, time, participants and place agree and
something speaks for it (a shared day, a shared place, the same words). What cannot be
the same time is never merged, nor a call with a visit, nor A's attack on B with B's on
A. The result does not depend on the order of the input.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations

from rashomon.model.annotation import Event, Link, Statement, Status
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Account, Happening

# What pairs of mentions must reach to be one; found on the made-up sample reports (quality/happenings.py).
_ENOUGH = 3.0
# A time of at most so many days says when something was; a longer one only bounds it.
_SHARP_DAYS = 4
# In a bucket above this, a mention is compared with its neighbours in time only.
_CROWD = 60
_STOP = frozenset("the a an of and in on at to for with by from that which who was were had has have been be is are it its their his her after before said as into over".split())  # fmt: skip
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
        return _days(self.when) <= _SHARP_DAYS


def happenings(
    documents: Iterable[Document],
    events: Iterable[Event],
    links: Mapping[str, str],
    statements: Iterable[Statement] = (),
) -> tuple[Happening, ...]:
    """The happenings that `events` tell of, in time order, unknown times last.

    Args:
        documents: The reports, for publication and upstream sources.
        events: All events of all reports.
        links: From a mention's id to its actor's id.
        statements: All statements; kept for readings that need what was said.
    """
    reports = {one.id: one for one in documents}
    tellings = sorted((_telling(one, reports, links) for one in events), key=lambda one: one.event.id)
    made = [_happening(group, reports, links) for group in _groups(tellings)]
    return tuple(sorted(made, key=lambda one: (one.happened.earliest or one.happened.latest or "9999", one.id)))


def _telling(event: Event, reports: Mapping[str, Document], links: Mapping[str, str]) -> Telling:
    report = reports.get(event.document)
    cue = " ".join(span.text.lower() for span in event.cue)
    text = " ".join(span.text.lower() for span in event.evidence)
    words = frozenset(word for word in text.replace(",", " ").replace(".", " ").split() if word not in _STOP)
    return Telling(
        event=event,
        doers=_who(event.initiators, links),
        others=_who(event.recipients, links),
        places=_who(event.places, links),
        when=event.happened,
        cue=cue,
        words=words,
        published=report.published if report else When(),
    )


def _who(given: Iterable[Link], links: Mapping[str, str]) -> frozenset[str]:
    """Who is meant: actors' ids; words of an unnamed one are left out, for they may be anybody's."""
    found = (one.actor or links.get(one.mention or "") for one in given)
    return frozenset(one for one in found if one)


def _groups(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Mentions joined pair by pair, the surest first, as long as every pair of the group can be one."""
    group_of = {one.event.id: [one] for one in tellings}
    for _, a, b in sorted(_pairs(tellings), key=lambda one: (-one[0], one[1].event.id, one[2].event.id)):
        first, second = group_of[a.event.id], group_of[b.event.id]
        if first is not second and all(_can_be_one(x, y) for x in first for y in second):
            joined = first + second
            for one in joined:
                group_of[one.event.id] = joined
    unique = {id(group): group for group in group_of.values()}
    return list(unique.values())


def _pairs(tellings: Sequence[Telling]) -> Iterator[tuple[float, Telling, Telling]]:
    """Pairs that are one, with how sure it is; only mentions that share a bucket are compared."""
    buckets: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for one in tellings:
        for key in _keys(one):
            buckets[key].append(one)
    seen: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        for a, b in _neighbours(bucket):
            pair = (a.event.id, b.event.id)
            if pair not in seen:
                seen.add(pair)
                sure = _sureness(a, b) if _can_be_one(a, b) else 0.0
                if sure >= _ENOUGH:
                    yield sure, a, b


def _keys(one: Telling) -> Iterator[tuple[str, ...]]:
    """The buckets of a mention: its type with whom, where and when."""
    kind = "truce" if one.event.mode == "ceasefire" and one.event.type in _TRUCE else one.event.type
    for who in (*one.everybody, *one.places):
        yield kind, who, one.cue
        if one.sharp:
            yield from ((kind, who, day) for day in _each_day(one.when))
        else:
            yield kind, who, "undated"
    if one.sharp:
        yield from ((kind, day) for day in _each_day(one.when))


def _neighbours(bucket: list[Telling]) -> Iterator[tuple[Telling, Telling]]:
    if len(bucket) <= _CROWD:
        yield from combinations(bucket, 2)
        return
    ordered = sorted(bucket, key=lambda one: (one.when.earliest or one.published.earliest or "", one.event.id))
    for i, one in enumerate(ordered):
        for other in ordered[i + 1 : i + _CROWD]:
            yield (one, other) if one.event.id < other.event.id else (other, one)


def _can_be_one(a: Telling, b: Telling) -> bool:
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


def _sureness(a: Telling, b: Telling) -> float:
    """How much speaks for the two being one; `_ENOUGH` is needed."""
    shared = len(a.everybody & b.everybody)
    sure = min(shared, 2) * 0.75
    sure += 0.75 if a.places & b.places else 0.0
    if a.sharp and b.sharp:
        sure += 1.75
    elif a.when.known and b.when.known:
        sure += 0.5
    elif not _close(a.published, b.published):
        sure -= 1.0  # "the attack" of March need not be that of May
    sure += 0.5 if a.event.mode and a.event.mode == b.event.mode else 0.0
    sure += 0.75 if a.cue == b.cue or _stem(a.cue) == _stem(b.cue) else 0.0
    sure += 2.0 * len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    if a.event.document == b.event.document and not (a.sharp and b.sharp):
        sure -= 0.75  # a report seldom tells one thing twice without saying so
    return sure


def _stem(cue: str) -> str:
    return cue[:4]


def _close(a: When, b: When) -> bool:
    """Whether two reports came out within a few days of each other."""
    if a.first_day is None or a.last_day is None or b.first_day is None or b.last_day is None:
        return False
    return a.first_day - b.last_day <= timedelta(days=3) and b.first_day - a.last_day <= timedelta(days=3)


def _days(when: When) -> int:
    if when.first_day is None or when.last_day is None:
        return 10_000
    return (when.last_day - when.first_day).days + 1


def _each_day(when: When) -> Iterator[str]:
    if when.first_day is not None:
        for step in range(min(_days(when), _SHARP_DAYS)):
            yield (when.first_day + timedelta(days=step)).isoformat()


def _happening(group: list[Telling], reports: Mapping[str, Document], links: Mapping[str, str]) -> Happening:
    events = sorted((one.event for one in group), key=lambda one: one.id)
    kinds = [one.type for one in events]
    sources = sorted(source for one in events for source in _upstreams(one, reports, links))
    upstreams = tuple(sorted(dict(reversed(sources)).values()))
    return Happening(
        type=max(sorted(set(kinds)), key=kinds.count),
        mode=next((one.mode for one in events if one.mode), None),
        events=tuple(one.id for one in events),
        participants=_together((link for one in events for link in (*one.initiators, *one.recipients)), links),
        happened=_when(events),
        places=_together((link for one in events for link in one.places), links),
        accounts=_accounts(events, links),
        upstreams=upstreams,
        independent_sources=len(upstreams),
    )


def _together(given: Iterable[Link], links: Mapping[str, str]) -> tuple[Link, ...]:
    """Each actor once; where actors are known, words that name none are left out."""
    found: dict[str, Link] = {}
    unnamed: dict[str, Link] = {}
    for link in given:
        actor = link.actor or links.get(link.mention or "")
        if actor:
            found.setdefault(actor, replace(link, actor=actor))
        elif link.span:
            unnamed.setdefault(link.span.text.lower(), link)
    return tuple(found.values() or unnamed.values())


def _when(events: Sequence[Event]) -> When:
    """The closest time that is told; an interval that all times share."""
    known = sorted((one.happened for one in events if one.happened.known), key=lambda one: (_days(one), one.earliest or "", one.latest or "", one.basis))  # fmt: skip
    return known[0] if known else When()


def _accounts(events: Sequence[Event], links: Mapping[str, str]) -> tuple[Account, ...]:
    """What each voice tells, how surely: one account per voice and status."""
    voices: dict[tuple[str, Status], list[Event]] = defaultdict(list)
    told: dict[str, Link] = {}
    for event in events:
        voice = event.according_to[0] if event.according_to else Link(document=event.document)
        actor = voice.actor or links.get(voice.mention or "")
        key = actor or (voice.span.text.lower() if voice.span else None) or voice.document or event.document
        told.setdefault(key, replace(voice, actor=actor) if actor else voice)
        voices[key, event.status].append(event)
    return tuple(
        Account(voice=told[key], status=status, events=tuple(one.id for one in group))
        for (key, status), group in sorted(voices.items())
    )


def _upstreams(event: Event, reports: Mapping[str, Document], links: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Who said it first, as a key and a name: the innermost voice, else the report's agencies, else its outlet."""
    voice = event.according_to[0] if event.according_to else None
    if voice is not None and voice.document is None:
        actor = voice.actor or links.get(voice.mention or "")
        name = voice.span.text if voice.span else actor or ""
        yield actor or name.lower(), name
        return
    report = reports.get(event.document)
    if report is None or not report.upstreams:
        name = (report.outlet or report.source) if report else event.document
        yield name.lower(), name
    else:
        yield from ((name.lower(), name) for name in report.upstreams)
