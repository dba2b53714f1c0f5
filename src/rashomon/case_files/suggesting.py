"""What the reports of a case would put into a case file, and what only a person can tell.

Suggested is what resolution found by itself: given back unchanged it changes nothing.
What it did not do (a surname that two bear, two names a letter apart) becomes a question.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from rashomon.analyse.view import View, day, reference
from rashomon.case_files.reading import fault_of
from rashomon.model.annotation import Event, Mention
from rashomon.model.case_file import Party
from rashomon.model.values import When
from rashomon.model.world import Actor
from rashomon.resolve.parties import bare
from rashomon.resolve.spelling import initials, plain, same_word

# Of a large case only those most spoken of are worth an analyst's reading.
_PARTIES = 60
_QUESTIONS = 40
# Days; what lies somewhere in more of them does not say when the conflict began or ended.
_WIDE = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A party with a line on what it was learnt from; `dates` says when reports give each of its roles."""

    party: Party
    learnt: str
    dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A case file in the making; `window_learnt` says from what, `undated` how many reports a window would date."""

    window: When
    window_learnt: str
    undated: int
    parties: tuple[Suggestion, ...]
    outlets: tuple[Suggestion, ...]
    territories: tuple[Suggestion, ...]
    questions: tuple[str, ...]


def suggested(view: View) -> Draft:
    """The draft of a case file from what the reports of a case tell."""
    return _Drafting(view).draft()


class _Drafting:
    def __init__(self, view: View) -> None:
        self._view = view
        self._mentions = {one.id: one for one in view.mentions}
        self._reports = Counter[str]()
        for actor in view.world.actors:
            documents = {self._mentions[id].document for id in actor.mentions if id in self._mentions}
            self._reports[actor.id] = len(documents)

    def draft(self) -> Draft:
        ranked = sorted(self._view.world.actors, key=lambda one: (-self._deeds[one.id], -len(one.mentions), one.id))
        named = [one for one in ranked if not one.key.startswith("unnamed:")]  # "a diplomat" is nobody's name
        nameable = [one for one in named if self._is_own(one.name)]
        acting = [one for one in nameable if one.type not in ("outlet", "place") and not one.codes]
        window, learnt = self._window()
        return Draft(
            window=window,
            window_learnt=learnt,
            undated=sum(1 for one in self._view.documents.values() if _without_year(one.published)),
            parties=tuple(self._suggestion(one) for one in acting[:_PARTIES]),
            outlets=tuple(self._suggestion(one) for one in nameable if one.type == "outlet")[:_PARTIES],
            territories=tuple(
                self._suggestion(one) for one in nameable if one.codes and one.type in ("place", "state")
            ),
            questions=tuple(self._questions(ranked))[:_QUESTIONS],
        )

    def _suggestion(self, actor: Actor) -> Suggestion:
        roles = [one for one in actor.roles if one.of and not one.former] if actor.type == "person" else []
        count, reports = len(actor.mentions), self._reports[actor.id]
        learnt = f"{_counted(count, 'mention')} in {_counted(reports, 'report')}"
        learnt += f", takes part in {_counted(self._deeds[actor.id], 'event')}" if self._deeds[actor.id] else ""
        shown = self._example(actor)
        return Suggestion(
            party=Party(
                name=actor.name,
                type=actor.type,
                country=actor.country,
                names=tuple(self._other_names(actor)),
                roles=tuple(roles),
                claimed_by=actor.codes,
                note=actor.note if actor.codes else None,
            ),
            learnt=f"{learnt}; {reference(shown.id)}" if shown else learnt,
            dates=tuple(f"given in reports of {day(one.time)}" for one in roles),
        )

    def _example(self, actor: Actor) -> Mention | None:
        """A mention by the actor's name, for the reader to open."""
        found = [self._mentions[id] for id in actor.mentions if id in self._mentions]
        return min(found, key=lambda one: (one.name != actor.name, one.form != "name", one.id), default=None)

    def _other_names(self, actor: Actor) -> Iterator[str]:
        """Its other names that are its alone; words all in capitals only where no other spelling is there."""
        seen = {bare(actor.name)}
        for name in sorted(actor.names, key=lambda one: (one.isupper() and " " in one, one.isupper())):
            if bare(name) not in seen and self._is_own(name):
                seen.add(bare(name))
                yield name

    def _is_own(self, name: str) -> bool:
        """Whether all mentions by a name mean one actor, no other goes by it, and a case file may hold it."""
        return len(self._bearers[bare(name)]) == 1 and fault_of(name) is None

    @cached_property
    def _bearers(self) -> dict[str, set[str | None]]:
        """Who goes by a plain name: ids of actors, None for mentions whose actor is not known."""
        found: defaultdict[str, set[str | None]] = defaultdict(set)
        for actor in self._view.world.actors:
            for name in (actor.name, *actor.names):
                found[bare(name)].add(actor.id)
        links = self._view.world.links
        for one in self._mentions.values():
            for name in filter(None, (one.name, one.evidence[0].text if one.form != "pronoun" else None)):
                found[bare(name)].add(links.get(one.id))
        return found

    @cached_property
    def _deeds(self) -> Counter[str]:
        """In how many events of the conflict each actor takes part."""
        return Counter(
            actor
            for event in self._own_events
            for actor in {link.actor for link in (*event.initiators, *event.recipients) if link.actor}
        )

    @cached_property
    def _own_events(self) -> list[Event]:
        return [one for one in self._view.events if not one.background]

    def _window(self) -> tuple[When, str]:
        """From the first to the last day of what is told of the conflict itself."""
        times = [one.happened for one in self._own_events]
        times += [one.as_of for one in self._view.figures if not one.background]
        spans = [_close(one) for one in times]
        firsts, lasts = [one for one, _ in spans if one], [one for _, one in spans if one]
        if not firsts or not lasts or min(firsts) > max(lasts):
            return When(), "no event of the conflict has a date"
        first, last = min(firsts), max(lasts)
        example = next((one for one in self._own_events if one.happened.known), None)
        learnt = f"what {_counted(len(times), 'event and figure', 'events and figures')} of the conflict tell"
        return When.between(first, last), f"{learnt}; {reference(example.id)}" if example else learnt

    def _questions(self, ranked: Sequence[Actor]) -> Iterator[str]:
        """Pairs that may be one, and names whose bearer is not known."""
        for one, other in _pairs(ranked):
            if why := _alike(one, other):
                yield f"{self._called(one)} and {self._called(other)}: one? {why}"
        for surname, some in _surnames(ranked):
            yield f"“{surname}” is the surname of {', '.join(map(self._called, some))}: are any of them one?"
        for name in sorted({bare(one.name) for one in self._mentions.values() if one.name}):
            bearers = self._bearers[name]
            known = sorted(self._view.actors[id].name for id in bearers if id in self._view.actors)
            if None in bearers and known:
                yield f"“{name}” is {' or '.join(known)} in some reports, and nobody known in others"

    def _called(self, actor: Actor) -> str:
        shown = self._example(actor)
        return f"{actor.name} ({actor.type}, {_counted(len(actor.mentions), 'mention')}" + (
            f", {reference(shown.id)})" if shown else ")"
        )


def _pairs(actors: Sequence[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """Actors of one type whose names begin alike, or end alike; of all pairs there are too many."""
    buckets: defaultdict[tuple[str, str], list[Actor]] = defaultdict(list)
    for one in actors:
        words = plain(one.name).split()
        for key in {words[-1][:1], words[0][:1], *([initials(plain(one.name))[:1]])} if words else ():
            buckets[one.type, key].append(one)
    seen: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        for one, other in combinations(bucket, 2):
            if (one.id, other.id) not in seen:
                seen |= {(one.id, other.id), (other.id, one.id)}
                yield one, other


def _surnames(actors: Sequence[Actor]) -> Iterator[tuple[str, list[Actor]]]:
    """The surnames that several persons bear, with their bearers."""
    bearers: defaultdict[str, list[Actor]] = defaultdict(list)
    for one in actors:
        if one.type == "person" and " " in plain(one.name):
            bearers[plain(one.name).rsplit(" ", 1)[1]].append(one)
    for some in bearers.values():
        if len(some) > 1:
            yield some[0].name.split()[-1], some


def _alike(one: Actor, other: Actor) -> str | None:
    """Why two actors may be one."""
    first, second = plain(one.name), plain(other.name)
    for short, long in ((one.name, second), (other.name, first)):
        if one.type != "person" and short.isupper() and " " in long and initials(long) == short.lower():
            return "the one has the other's initials"
    return "a letter apart, or spelt in another way" if _near(first, second) else None


def _near(first: str, second: str) -> bool:
    """Whether names of as many words differ in spelling only."""
    ours, theirs = first.split(), second.split()
    return len(ours) == len(theirs) and first != second and all(map(same_word, ours, theirs))


def _close(when: When) -> tuple[date | None, date | None]:
    """The first and last day of a time; of one that is wide, its near ends, so that it is not outside and no more."""
    first, last = when.first_day, when.last_day
    wide = first is None or last is None or (last - first).days > _WIDE
    return (last, first) if wide else (first, last)


def _without_year(published: When) -> bool:
    first, last = published.first_day, published.last_day
    return first is None or last is None or (last - first).days > 365


def _counted(count: int, one: str, several: str | None = None) -> str:
    return f"{count} {one if count == 1 else several or one + 's'}"
