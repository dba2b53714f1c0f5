"""What a few words tell of a deed: what is done, by whom, to whom. Two deeds can be compared."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any, TypeVar

from rashomon.analyse.names import WORD, Names
from rashomon.analyse.view import View
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Event, Link
from rashomon.model.text import Span

K = TypeVar("K", bound=Hashable)

_HARM = frozenset({"ASSAULT", "COERCE"})
# How well the parts fit where a question names nobody, and where only the words compared do not.
_ANYBODY = 0.5
_SOMEBODY = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is done (PLOVER types, also with modes; word stems) and who takes part (ids of actors, and their states).

    `doers` and `suffered` are the parts of `who` whose role is known. `ended` says that
    the words tell of the deed's end ("stopped shelling").
    """

    types: frozenset[str] = frozenset()
    modes: frozenset[tuple[str, str | None]] = frozenset()
    stems: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    suffered: frozenset[str] = frozenset()
    ended: bool = False
    strangers: frozenset[str] = frozenset()
    """Names in a question that nobody in the reports bears."""

    @property
    def harms(self) -> bool:
        """Whether it is what a defence pact is for: force used against somebody."""
        return bool(self.types & _HARM or self.stems & _stems_of("harm"))


class Deeds:
    """Reads deeds off spans and questions of one case."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._names = Names(view)
        self._told: dict[tuple[Span, ...], Deed] = {}
        self._events: dict[str, list[Event]] = {}
        for event in view.events:
            self._events.setdefault(event.document, []).append(event)

    def like(self, told: Deed) -> Iterator[tuple[Event, Deed]]:
        """The events of the case that share with a deed who takes part, and what is done; each as a deed, in order."""
        who = set().union(*(self._by_who.get(id, ()) for id in told.who))
        what = set().union(*(self._by_what.get(one, ()) for one in (*told.modes, *told.stems)))
        for place in sorted(who & what):
            yield self._view.events[place], self._done[place]

    @cached_property
    def _done(self) -> Sequence[Deed]:
        return [self.done(one) for one in self._view.events]

    @cached_property
    def _by_who(self) -> Mapping[str, set[int]]:
        return _places(one.who for one in self._done)

    @cached_property
    def _by_what(self) -> Mapping[object, set[int]]:
        return _places((*one.modes, *one.stems) for one in self._done)

    def told(self, spans: Iterable[Span]) -> Deed:
        """What stands in spans of one report."""
        spans = tuple(spans)
        if spans not in self._told:
            self._told[spans] = self._read(spans)
        return self._told[spans]

    def _read(self, spans: tuple[Span, ...]) -> Deed:
        inside = [
            event
            for document in {span.document for span in spans}
            for event in self._events.get(document, ())
            if any(_within(cue, spans) for cue in event.cue or event.evidence)
        ]
        return self._deed(" ".join(span.text for span in spans), inside)

    def asked(self, question: str, events: Iterable[Event]) -> Deed:
        """What a question in plain words asks about; `events` are those found in it."""
        events = tuple(events)
        told = (link.span.text for event in events for link in _parties(event) if link.span)
        return replace(self._deed(question, events), strangers=self._names.strangers(question, told))

    def done(self, event: Event) -> Deed:
        """What one event tells."""
        return self._deed(" ".join(span.text for span in event.cue), (event,))

    def named(self, text: str) -> frozenset[str]:
        """The ids of the actors named in a text, without their states."""
        return self._names.named(text)

    def _deed(self, text: str, events: Iterable[Event]) -> Deed:
        events = tuple(events)
        named = self.named(text)
        stems = stems_in(text, without=self._name_words(named))
        return Deed(
            types=frozenset(event.type for event in events),
            modes=frozenset((event.type, event.mode) for event in events),
            stems=(stems - _stems_of("ending")) | deeds_in(text),
            who=self._with_states(named | self._actors(link for event in events for link in _parties(event))),
            doers=self._with_states(self._actors(link for event in events for link in event.initiators)),
            suffered=self._with_states(
                self._actors(link for event in events for link in (*event.recipients, *event.places))
            ),
            ended=bool(stems & _stems_of("ending")),
        )

    def _actors(self, links: Iterable[Link]) -> frozenset[str]:
        found: set[str] = set()
        for link in links:
            if link.actor:
                found.add(link.actor)
            elif link.span:
                found |= self.named(link.span.text)
        return frozenset(found)

    def _with_states(self, ids: Iterable[str]) -> frozenset[str]:
        return frozenset(one for id in ids for one in (id, self._view.sides.of(id)))

    def _name_words(self, ids: Iterable[str]) -> frozenset[str]:
        names = (name for id in ids for name in (self._view.actors[id].name, *self._view.actors[id].names))
        return frozenset(word.casefold() for name in names for word in WORD.findall(name))


def deeds_of(view: View) -> Deeds:
    """The reader of a case's deeds, made once."""
    if "deeds" not in view.findings:
        view.findings["deeds"] = Deeds(view)
    made: Deeds = view.findings["deeds"]
    return made


def _places(some: Iterable[Iterable[K]]) -> Mapping[K, set[int]]:
    """In which places of a list each key stands."""
    found: dict[K, set[int]] = defaultdict(set)
    for place, keys in enumerate(some):
        for key in keys:
            found[key].add(place)
    return found


def alike(asked: Deed, told: Deed) -> float:
    """How well two deeds fit, in [0, 1]: 0 where what is done or who takes part is another.

    Half of it is who takes part, half what is done. A question that names nobody fits
    anybody by half; words that name nobody ("to leave it") may mean anybody else, so they
    hardly fit a question that does. Roles that are known must not be crossed.
    """
    if told.who and asked.who and not told.who & asked.who:
        return 0.0
    if asked.strangers and not (told.who and told.who <= asked.who):
        return 0.0  # of somebody else, or somewhere else
    if _crossed(asked, told):
        return 0.0
    shared = asked.stems & told.stems
    done = 1.0 if shared else 0.8 if asked.types & told.types else 0.0
    if not done:
        return 0.0
    if not asked.who:
        who = _ANYBODY
    else:
        who = len(told.who & asked.who) / len(told.who) if told.who else _SOMEBODY
    return (who + done) / 2


def _crossed(asked: Deed, told: Deed) -> bool:
    """Whether those who act in one are only acted upon in the other."""
    return bool(
        asked.doers
        and told.doers
        and not asked.doers & told.doers
        and (asked.doers & told.suffered or told.doers & asked.suffered)
    )


def _parties(event: Event) -> tuple[Link, ...]:
    return (*event.initiators, *event.recipients, *event.places)


def _within(cue: Span, spans: Iterable[Span]) -> bool:
    return any(span.start <= cue.start and cue.end <= span.end for span in spans)


def stems_in(text: str, *, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """The stems of a text's words, but for grammar, light verbs and the words given."""
    grammar = words("comparison", "grammar")
    left = (word.casefold() for word in WORD.findall(text))
    kept = {word for word in left if word not in grammar and word not in without}
    return frozenset(_stem(word) for word in kept) - _stems_of("light")


def deeds_in(text: str) -> frozenset[str]:
    """The families of deeds that a text's words belong to: "left" and "withdraws" tell of one."""
    told = {word.casefold() for word in WORD.findall(text)}
    families: dict[str, list[str]] = lexicon("comparison")["deeds"]
    return frozenset(f"deed: {name}" for name, some in families.items() if told & set(some))


@cache
def _stems_of(group: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in words("comparison", group))


@cache
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Any:
    import snowballstemmer  # start-up: it loads the rules of thirty languages

    return snowballstemmer.stemmer("english")
