"""Events that tell of one thing, within and across reports, put together: happenings.

Two mentions are one happening where type, time, participants and place agree and
something speaks for it (a shared day, a shared place, the same words). What cannot be
the same time is never merged, nor a call with a visit, nor A's attack on B with B's on
A. The result does not depend on the order of the input.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.model.annotation import Event, Link, Statement, Status
from rashomon.model.finding import Judgement
from rashomon.model.sides import Sides
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Account, Actor, Happening
from rashomon.resolve.judgements import regrouped
from rashomon.resolve.likeness import BY_RULE, Likeness
from rashomon.resolve.recalled import dated_talks, goes_back
from rashomon.resolve.tellings import (
    ENOUGH,
    Telling,
    can_be_one,
    days,
    each_day,
    kind,
    signs,
    sureness,
    telling,
)
from rashomon.resolve.upstreams import Upstreams

# In a bucket above this, a mention is compared with its neighbours in time only.
_CROWD = 60


def happenings(
    documents: Iterable[Document],
    events: Iterable[Event],
    links: Mapping[str, str],
    statements: Iterable[Statement] = (),
    *,
    actors: Iterable[Actor] = (),
    judgements: Iterable[Judgement] = (),
) -> tuple[Happening, ...]:
    """The happenings that `events` tell of, in time order, unknown times last.

    Args:
        documents: The reports, for publication and upstream sources.
        events: All events of all reports.
        links: From a mention's id to its actor's id.
        statements: All statements; kept for readings that need what was said.
        actors: The actors, to tell which voices are of one side.
        judgements: Those that hold, oldest first.
    """
    reports = {one.id: one for one in documents}
    tellings = sorted((telling(one, reports, links) for one in events), key=lambda one: one.event.id)
    upstreams = Upstreams(reports, Sides(actors, links))
    texts = {id: one.text for id, one in reports.items()}
    groups = regrouped(_groups(tellings, texts), judgements, lambda one: one.event.id)
    made = [_happening(group, upstreams, links) for group in groups]
    return tuple(sorted(made, key=lambda one: (one.happened.earliest or one.happened.latest or "9999", one.id)))


def _groups(tellings: Sequence[Telling], texts: Mapping[str, str]) -> list[list[Telling]]:
    """Mentions joined pair by pair, the surest first, as long as every pair of the group can be one."""
    group_of = {one.event.id: [one] for one in tellings}
    for _, a, b in sorted(_pairs(tellings, texts), key=lambda one: (-one[0], one[1].event.id, one[2].event.id)):
        first, second = group_of[a.event.id], group_of[b.event.id]
        if first is not second and all(can_be_one(x, y) for x in first for y in second):
            joined = first + second
            for one in joined:
                group_of[one.event.id] = joined
    unique = {id(group): group for group in group_of.values()}
    return list(unique.values())


def _pairs(tellings: Sequence[Telling], texts: Mapping[str, str]) -> Iterator[tuple[float, Telling, Telling]]:
    """Pairs that are one, with how sure it is; only mentions that share a bucket are compared."""
    buckets: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    place: dict[str, int] = {}
    likeness = Likeness(tellings, texts)
    for one in tellings:
        place[one.event.id] = len(place)
        for key in _keys(one):
            buckets[key].append(one)
        for word in likeness.rare(one) if one.event.type not in BY_RULE else ():
            buckets[kind(one.event), "word", word].append(one)
    seen: set[int] = set()  # of many millions at times: one number a pair, its first by `place` before its second
    for before, again in (*goes_back(tellings), *dated_talks(tellings)):
        first, second = sorted((place[before.event.id], place[again.event.id]))
        seen.add(first * len(place) + second)
        yield 3 * ENOUGH, before, again
    for bucket in buckets.values():
        for a, b in _neighbours(bucket):
            pair = place[a.event.id] * len(place) + place[b.event.id]
            if pair not in seen:
                seen.add(pair)
                sure = max(sureness(a, b), ENOUGH + likeness(a, b)) if can_be_one(a, b) else 0.0
                if sure >= ENOUGH:
                    yield sure, a, b


def _keys(one: Telling) -> Iterator[tuple[str, ...]]:
    """The buckets of a mention: its type with whom, where and when."""
    what = kind(one.event)
    for who in (*one.everybody, *one.places):
        yield what, who, one.cue
        if one.sharp:
            yield from ((what, who, day) for day in each_day(one.when))
        else:
            yield what, who, "undated"
    if one.event.type == "CONSULT" and len(one.everybody) > 1:
        yield what, one.event.document, *sorted(one.everybody)
    if one.sharp and signs(one):
        yield from (("signing", day) for day in each_day(one.when))
    if one.count:
        yield what, "count", str(one.count)
    if one.sharp:
        yield from ((what, day) for day in each_day(one.when))


def _neighbours(bucket: list[Telling]) -> Iterator[tuple[Telling, Telling]]:
    if len(bucket) <= _CROWD:
        yield from combinations(bucket, 2)
        return
    ordered = sorted(bucket, key=lambda one: (one.when.earliest or one.published.earliest or "", one.event.id))
    for i, one in enumerate(ordered):
        for other in ordered[i + 1 : i + _CROWD]:
            yield (one, other) if one.event.id < other.event.id else (other, one)


def _happening(group: list[Telling], upstreams: Upstreams, links: Mapping[str, str]) -> Happening:
    events = sorted((one.event for one in group), key=lambda one: one.id)
    kinds = [one.type for one in events]
    sources = upstreams.of(events)
    return Happening(
        type=max(sorted(set(kinds)), key=kinds.count),
        mode=next((one.mode for one in events if one.mode), None),
        events=tuple(one.id for one in events),
        participants=_participants(events, links),
        happened=_when(events),
        places=_together((link for one in events for link in one.places), links),
        accounts=_accounts(events, links),
        upstreams=sources,
        independent_sources=len(sources),
    )


def _participants(events: Sequence[Event], links: Mapping[str, str]) -> tuple[Link, ...]:
    """Each actor once; of a talk of which one end is known, the words for the other end ("the ambassador") too."""
    given = [link for one in events for link in (*one.initiators, *one.recipients)]
    known = _together(given, links)
    meets = events[0].type == "CONSULT" or events[0].rule == "event: summon"
    if not meets or len(known) != 1 or not known[0].actor:
        return known
    others = [one for one in given if _describes(one, links)]
    return (*known, *_together(others, links)[:1])


def _describes(link: Link, links: Mapping[str, str]) -> bool:
    """Whether words that lead to no actor describe somebody: no pronoun does."""
    nobody = not link.actor and not links.get(link.mention or "")
    return nobody and link.span is not None and " " in link.span.text


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
    known = sorted(
        (one.happened for one in events if one.happened.known),
        key=lambda one: (not one.placed, days(one), one.earliest or "", one.latest or "", one.basis),
    )
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
