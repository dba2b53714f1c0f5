"""What many annotations speak of together: actors, happenings, contacts, truces, stories.

A world is a pure function of annotations and judgements. It is rebuilt, never edited.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any, ClassVar, Literal, TypeVar

from rashomon.model.annotation import (
    FOLD,
    ActorType,
    Annotation,
    EventType,
    Link,
    Status,
    Title,
    amended,
)
from rashomon.model.shown import Shown
from rashomon.model.text import digest
from rashomon.model.values import When

A = TypeVar("A", bound=Annotation)

Fate = Literal["holding", "failing", "collapsed", "superseded", "unknown"]


def _first(kind: str, members: Iterable[str]) -> str:
    """The least of the ids a record is made of, which names it."""
    found = min(members, default=None)
    if found is None:
        raise ValueError(f"a {kind} made of nothing")
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Shown):
    """Somebody (or some place) that reports speak of, with all names they go by.

    `key` is what makes them this actor (a state's code, a person's full name): the id
    hashes it, so it stays when reports are added that use the same names. `codes` are the
    ISO 3166-1 alpha-3 codes of the states that claim or hold a contested territory, given
    for the territory and its authorities; `note` says how it is contested.
    """

    kind: ClassVar[str] = "actor"

    key: str
    name: str
    type: ActorType
    country: str | None = None
    names: tuple[str, ...] = ()
    roles: tuple[Title, ...] = ()
    mentions: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    note: str | None = None
    id: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", f"actor-{digest(self.key)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One voice's account of a happening: who tells it, how surely, in which events."""

    voice: Link
    status: Status
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening(Shown):
    """One thing that happened (or is said to have), with every account of it."""

    kind: ClassVar[str] = "happening"

    type: EventType
    mode: str | None = None
    events: tuple[str, ...]
    participants: tuple[Link, ...] = ()
    happened: When = field(default_factory=When)
    places: tuple[Link, ...] = ()
    accounts: tuple[Account, ...] = ()
    upstreams: tuple[str, ...] = ()
    independent_sources: int = 0
    id: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", f"{self.kind}-{digest(_first(self.kind, self.events))}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readout:
    """What one side says of a contact; `statements` are ids."""

    by: Link
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Shown):
    """A call, visit, meeting or letter between named participants."""

    kind: ClassVar[str] = "contact"

    type: Literal["phone", "visit", "meeting", "letter", "unspecified"] = "unspecified"
    happening: str
    participants: tuple[Link, ...] = ()
    happened: When = field(default_factory=When)
    readouts: tuple[Readout, ...] = ()
    placed_by: tuple[Link, ...] = field(default=(), metadata=FOLD)
    members: tuple[str, ...] = ()
    id: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", f"contact-{digest(self.happening)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """Who blames whom for a truce's end; `statement` is an id."""

    by: tuple[Link, ...] = field(default=(), metadata=FOLD)
    whom: tuple[Link, ...] = field(default=(), metadata=FOLD)
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Truce(Shown):
    """A truce from announcement to end. Agreed, in force and ended are three times."""

    kind: ClassVar[str] = "truce"

    parties: tuple[Link, ...] = ()
    brokers: tuple[Link, ...] = ()
    agreed: When | None = None
    in_force: When | None = None
    ended: When | None = None
    fate: Fate = "unknown"
    blamed: tuple[Blame, ...] = ()
    members: tuple[str, ...]
    counted_only: bool = False
    id: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", f"truce-{digest(_first(self.kind, self.members))}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Shown):
    """Reports that tell of one conflict."""

    kind: ClassVar[str] = "story"

    documents: tuple[str, ...]
    topic: str
    span: When = field(default_factory=When)
    id: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", f"story-{digest(_first(self.kind, self.documents))}")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything meant. `links` leads from a mention's id to its actor's id."""

    actors: tuple[Actor, ...] = ()
    happenings: tuple[Happening, ...] = ()
    contacts: tuple[Contact, ...] = ()
    truces: tuple[Truce, ...] = ()
    stories: tuple[Story, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)

    def filled(self, annotation: A) -> A:
        """The annotation with the actors put into its links."""
        record: type = type(annotation)
        changes: dict[str, Any] = {
            name: tuple(self._filled(link) for link in links)
            for name in link_fields(record)
            if (links := getattr(annotation, name))
        }
        return amended(annotation, **changes) if changes else annotation

    def _filled(self, link: Link) -> Link:
        actor = self.links.get(link.mention) if link.mention else None
        return replace(link, actor=actor) if actor else link


@cache
def link_fields(record: type) -> tuple[str, ...]:
    """The names of the fields of `record` that hold links."""
    return tuple(one.name for one in fields(record) if one.type == tuple[Link, ...])
