"""Who blames whom for a truce's end: accusations beside its breach, and what one side tells of the other's guns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations

from rashomon.model.annotation import Event, Link
from rashomon.model.sides import Sides
from rashomon.model.world import Blame
from rashomon.resolve.truce_drafts import Draft, step

# An accusation so near to the breach of a truce, in characters, is of that breach.
_BESIDE = 250


def blames(draft: Draft, parties: Sequence[Link], by_report: Mapping[str, list[Event]], sides: Sides) -> list[Blame]:
    """Each charge by one party to a truce against the other, once for each pair.

    Args:
        draft: The truce with its steps.
        parties: Those who agreed.
        by_report: All that is told, by report.
        sides: On whose side actors stand.
    """
    found: dict[tuple[str, str], Blame] = {}
    both = {link.actor for link in parties if link.actor}
    for blame in _charges(draft, parties, by_report, sides):
        pair = _pair(blame, sides)
        if pair is not None and set(pair) <= both:
            found.setdefault(pair, blame)
    return list(found.values())


def opponents(draft: Draft, by_report: Mapping[str, list[Event]], sides: Sides) -> tuple[str, ...]:
    """The two sides of whom one lays a truce's end to the other's charge; none where more than two do so."""
    pairs = {_pair(blame, sides) for blame in _charges(draft, (), by_report, sides)} - {None}
    ends = {tuple(sorted(one)) for one in pairs if one is not None and all(_is_camp(id, sides) for id in one)}
    return ends.pop() if len(ends) == 1 else ()


def _is_camp(id: str, sides: Sides) -> bool:
    actor = sides.actor(id)
    return actor is not None and actor.type in ("state", "government", "armed group", "alliance")


def _charges(
    draft: Draft, parties: Sequence[Link], by_report: Mapping[str, list[Event]], sides: Sides
) -> Iterator[Blame]:
    """What is laid to somebody's charge beside a breach, by whom; accusations first."""
    broken = draft.of("truce broken")
    near = [one for breach in broken for one in by_report.get(breach.document, ()) if _is_beside(one, breach)]
    for kept in draft.of("truce kept", "truce signed"):
        near += [one for one in by_report.get(kept.document, ()) if one.type == "ACCUSE" and _is_within(one, kept)]
    told = {one.id: one for one in (*near, *broken)}.values()
    for event in sorted(told, key=lambda one: (one.type != "ACCUSE", one.document, one.evidence[0].start, one.id)):
        if event.type == "ACCUSE":
            yield from _accused(event, parties, sides)
        elif step(event) == "truce broken" or _follows(event, broken):
            yield from _told_of(event, parties, sides)


def _pair(blame: Blame, sides: Sides) -> tuple[str, str] | None:
    by, whom = ({sides.of(link.actor) for link in links if link.actor} for links in (blame.by, blame.whom))
    return (by.pop(), whom.pop()) if len(by) == len(whom) == 1 and by != whom else None


def _accused(event: Event, parties: Sequence[Link], sides: Sides) -> Iterator[Blame]:
    """Who blames whom by an accusation; "each side blamed the other" is two blames."""
    by, whom = dict(sides.linked(event.initiators)), dict(sides.linked(event.recipients))
    if len(by) == 1 and whom:
        yield Blame(by=tuple(by.values()), whom=tuple(whom.values()))
    elif not whom and len(parties) == 2 and (len(by) == 2 or _is_mutual(event)):
        yield from (Blame(by=(a,), whom=(b,)) for a, b in permutations(parties))


def _is_mutual(event: Event) -> bool:
    """Whether "each side", "both sides" accuse."""
    said = " ".join(one.span.text.lower() for one in event.initiators if one.span)
    return said.split(" ")[0] in ("each", "both") or "the two" in said


def _told_of(event: Event, parties: Sequence[Link], sides: Sides) -> Iterator[Blame]:
    """A breach, or a blow told right after one, that somebody tells of others ("X says Y's guns fired first").

    Breaches that one of two parties counts are the other's, where nobody else is named.
    """
    if event.type != "ASSAULT" or event.status not in _TOLD_OF_OTHERS:
        return
    voice = list(sides.linked(event.according_to[:1]))
    done = dict(sides.linked(event.initiators))
    if not voice:
        return
    if not done and not event.initiators and step(event) == "truce broken" and len(parties) == _BOTH:
        others = [one for one in parties if one.actor != sides.of(voice[0][0])]
        done = {one.actor: one for one in others if one.actor} if len(others) == 1 else {}
    if done:
        yield Blame(by=(voice[0][1],), whom=tuple(done.values()))


_BOTH = 2
_TOLD_OF_OTHERS = frozenset({"alleged", "attributed"})


def _follows(event: Event, broken: Iterable[Event]) -> bool:
    """Whether an event is told after a breach, in its paragraph's stretch of words."""
    start = event.evidence[0].start
    return any(one.document == event.document and one.evidence[0].start < start for one in broken)


def _is_beside(event: Event, breach: Event) -> bool:
    start, end = breach.evidence[0].start, breach.evidence[0].end
    return start - _BESIDE <= event.evidence[0].start <= end + _BESIDE


def _is_within(event: Event, kept: Event) -> bool:
    """Whether an accusation is told in the sentence that tells of a truce ("it holds, although each blamed …")."""
    return kept.evidence[0].start <= event.evidence[0].start <= kept.evidence[0].end
