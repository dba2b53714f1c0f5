"""What one sentence of one report says: the annotations.

An annotation is immutable and carries the words it came from. Its id hashes what is
said (kind, document, words), not the rule that found it nor the actors it links to,
so a second run adds nothing and judgements outlive better rules.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any, ClassVar, Literal, TypeVar, get_args

from rashomon.model.shown import Shown, ShownShort
from rashomon.model.text import Span, digest
from rashomon.model.values import Bound, Granularity, Quantity, When

A = TypeVar("A", bound="Annotation")

Form = Literal["name", "demonym", "title", "description", "pronoun"]
Reading = Literal["actor", "place", "outlet", "people"]
ActorType = Literal[
    "person", "state", "government", "armed group", "alliance", "organisation", "outlet", "people", "place",
]  # fmt: skip
Act = Literal[
    "say", "deny", "accuse", "demand", "reject", "threaten", "promise", "propose", "warn", "admit", "predict", "judge",
]  # fmt: skip
SpeechForm = Literal["direct", "indirect", "mixed"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal[
    "asserted", "attributed", "alleged", "denied", "planned", "hypothetical", "negated", "aggregate", "judged",
]  # fmt: skip
Counts = Literal["killed", "wounded", "displaced", "captured", "missing", "equipment", "troops", "money", "other"]
Category = Literal["military", "civilian", "all", "unspecified"]
LossOf = Literal["own", "enemy", "both", "unspecified"]
PledgeForm = Literal["if", "until", "unless", "red line", "pact", "exemption", "ultimatum"]
Stance = Literal["demands", "offers", "accepts", "rejects", "supports", "opposes", "aims at"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

# Marks a tuple field that is written as one item where it holds one, null where it holds none.
FOLD = {"fold": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(ShownShort):
    """Somebody in a role: who is meant, and the words that say so.

    Inside an annotation `actor` is None (who is meant is a matter of `resolve`) and
    `mention` is the id of the mention that names them; `World.filled` puts the actor
    in. `document` alone stands for the report's own voice.
    """

    actor: str | None = None
    span: Span | None = None
    mention: str | None = None
    document: str | None = None

    def __str__(self) -> str:
        return self.span.text if self.span else self.actor or self.document or "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title borne by somebody: its words, of what, when, and whether it is over ("former")."""

    title: str
    of: str | None = None
    time: When | None = None
    former: bool = False


CAPTIVE = "captive "
"""What begins the title of captives, of how many; the noun behind it tells what they are."""

RISEN = "the rebels"
"""Whose leader somebody is whom a report calls that of those who rise, without their name."""

PERHAPS_CAPITAL = "perhaps capital"
"""The title of a place for whose being a state's capital something speaks, but not enough in its report alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """The TIMEX3 reading of a time: type, value and mod."""

    type: TimexType
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation(Shown):
    """What all annotations share: their document, their evidence, and how they were found.

    `rule` names the rule, `score` is its measured chance to be right in [0, 1].
    """

    kind: ClassVar[str] = ""

    document: str
    evidence: tuple[Span, ...]
    rule: str
    score: float = 1.0
    id: str = field(init=False, default="")

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a {self.kind} without evidence")
        for span in self.evidence:
            if span.document != self.document:
                raise ValueError(f"a {self.kind} with evidence from another document")
        if not 0 <= self.score <= 1:
            raise ValueError(f"a {self.kind} with the score {self.score}")
        kind: type = type(self)
        for name, words in _worded(kind):
            value = getattr(self, name)
            if value is not None and value not in words:
                raise ValueError(f"a {self.kind} with {name} {value!r}")
        object.__setattr__(self, "id", f"{self.kind}-{digest(self.kind, self.document, *self._said())}")

    def _said(self) -> Iterable[object]:
        """What the id hashes beside kind and document."""
        return _places(self.evidence)


def amended(annotation: A, **changes: Any) -> A:
    """The annotation with other fields under the id it has: whatever was decided of it still means it."""
    made = replace(annotation, **changes)
    object.__setattr__(made, "id", annotation.id)
    return made


@cache
def _worded(record: Any) -> list[tuple[str, frozenset[str]]]:
    """The fields that hold one of a few words, and which."""
    return [(one.name, one.metadata["words"]) for one in fields(record) if "words" in one.metadata]


def _places(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _one_of(words: Any, default: Any = ...) -> Any:
    """A field whose value is one of the words of a Literal."""
    options: dict[str, Any] = {"metadata": {"words": frozenset(get_args(words))}}
    return field(**options) if default is ... else field(default=default, **options)


def _folded() -> Any:
    """A tuple field written as null, one item, or a list."""
    return field(default=(), metadata=FOLD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Annotation):
    """Words that stand for somebody or some place.

    `name` is the name they stand for as far as the words themselves say (a demonym's
    state, a person without titles); None for pronouns and descriptions. `roles` are
    the titles given beside it, or what a description says of somebody without a name.
    `antecedents` are the ids of the earlier mentions of the same report to which a
    pronoun or description goes back: one, none where unknown, several for "both sides".
    """

    kind: ClassVar[str] = "mention"

    form: Form = _one_of(Form)
    reading: Reading = _one_of(Reading)
    type: ActorType | None = _one_of(ActorType, None)
    name: str | None = None
    country: str | None = None
    roles: tuple[Title, ...] = ()
    antecedents: tuple[str, ...] = ()

    @property
    def antecedent(self) -> str | None:
        """The one mention it goes back to, None where there is none or more than one."""
        return self.antecedents[0] if len(self.antecedents) == 1 else None


def placed(mention: Mention, *, id: str, evidence: tuple[Span, ...], antecedents: tuple[str, ...]) -> Mention:
    """A mention that tells what this one does, of other words; `id` is the one that these words have.

    A world is made of all mentions of a case: hashing each anew would take half the time of reading them.
    """
    made = object.__new__(Mention)
    for name in _TOLD:
        object.__setattr__(made, name, getattr(mention, name))
    object.__setattr__(made, "id", id)
    object.__setattr__(made, "document", evidence[0].document)
    object.__setattr__(made, "evidence", evidence)
    object.__setattr__(made, "antecedents", antecedents)
    return made


# What a mention tells, wherever it stands.
_TOLD = [one.name for one in fields(Mention) if one.name not in ("id", "document", "evidence", "antecedents")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Annotation):
    """A time expression with its TIMEX3 reading and the interval it stands for.

    `doubt` says why it cannot be right as it is told; it is kept as told, never mended.
    """

    kind: ClassVar[str] = "time"

    earliest: str | None = None
    latest: str | None = None
    granularity: Granularity | None = None
    basis: str = ""
    timex: Timex
    doubt: str = ""

    def __post_init__(self) -> None:
        Annotation.__post_init__(self)
        _ = self.when  # raises ValueError where it is no interval

    @property
    def when(self) -> When:
        """The interval as a value."""
        return When(earliest=self.earliest, latest=self.latest, granularity=self.granularity, basis=self.basis)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Annotation):
    """Somebody says something; evidence is the sentence(s), content the words said.

    `according_to` runs from the speaker over those who carried it to the document.
    `of` is the record that is denied, demanded, alleged or rejected, where it is known.
    """

    kind: ClassVar[str] = "statement"

    speaker: tuple[Link, ...] = _folded()
    addressee: tuple[Link, ...] = _folded()
    act: Act = _one_of(Act, "say")
    form: SpeechForm = _one_of(SpeechForm, "indirect")
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = _folded()
    channel: str | None = None
    via: tuple[Link, ...] = ()
    said: When = field(default_factory=When)
    of: str | None = None
    accused: tuple[Link, ...] = _folded()
    according_to: tuple[Link, ...] = ()

    def _said(self) -> Iterable[object]:
        speakers = _places(link.span for link in self.speaker if link.span)
        return [_places(self.content), _places(self.cue), speakers]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Annotation):
    """Something told to have happened (or not, or perhaps), by whose account."""

    kind: ClassVar[str] = "event"

    type: EventType = _one_of(EventType)
    mode: str | None = None
    cue: tuple[Span, ...] = _folded()
    initiators: tuple[Link, ...] = ()
    recipients: tuple[Link, ...] = ()
    places: tuple[Link, ...] = ()
    happened: When = field(default_factory=When)
    status: Status = _one_of(Status, "asserted")
    background: bool = False
    according_to: tuple[Link, ...] = ()

    def _said(self) -> Iterable[object]:
        return [_places(self.cue or self.evidence), self.type]


EARLIER_COUNT = "an earlier count"
"""So begins the basis of a count that its report sets beside a newer one without telling its day ("down from 900")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Annotation):
    """A number of something that somebody counts, as of some day."""

    kind: ClassVar[str] = "figure"

    counts: Counts = _one_of(Counts)
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound = _one_of(Bound, "exact")
    side: tuple[Link, ...] = _folded()
    category: Category = _one_of(Category, "unspecified")
    as_of: When = field(default_factory=When)
    according_to: tuple[Link, ...] = ()
    loss_of: LossOf = _one_of(LossOf, "unspecified")
    background: bool = False
    cue: tuple[Span, ...] = _folded()

    def __post_init__(self) -> None:
        Annotation.__post_init__(self)
        _ = self.quantity  # raises ValueError where it is no number

    @property
    def quantity(self) -> Quantity:
        """The number as a value."""
        return Quantity(low=self.low, high=self.high, bound=self.bound)

    def _said(self) -> Iterable[object]:
        return [_places(self.cue or self.evidence), self.counts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge(Annotation):
    """A conditional commitment or threat, a pact, or what a pact exempts."""

    kind: ClassVar[str] = "pledge"

    by: tuple[Link, ...] = _folded()
    form: PledgeForm = _one_of(PledgeForm)
    condition: tuple[Span, ...] = _folded()
    response: tuple[Span, ...] = _folded()
    covers: tuple[Span, ...] = _folded()
    exempts: tuple[Span, ...] = _folded()
    according_to: tuple[Link, ...] = ()
    said: When = field(default_factory=When)

    def _said(self) -> Iterable[object]:
        return [_places(self.evidence), self.form]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Annotation):
    """What somebody demands, offers, accepts, rejects, supports, opposes or aims at."""

    kind: ClassVar[str] = "position"

    holder: tuple[Link, ...] = _folded()
    stance: Stance = _one_of(Stance)
    issue: tuple[Span, ...] = _folded()
    according_to: tuple[Link, ...] = ()
    said: When = field(default_factory=When)

    def _said(self) -> Iterable[object]:
        return [_places(self.issue or self.evidence), self.stance]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Annotation):
    """How two stand to each other: ally, member, arms, leads, hostile to and the like."""

    kind: ClassVar[str] = "relation"

    subject: tuple[Link, ...] = _folded()
    object: tuple[Link, ...] = _folded()
    type: str
    scope: tuple[Span, ...] = _folded()
    exempts: tuple[Span, ...] = _folded()
    status: Status = _one_of(Status, "asserted")
    when: When = field(default_factory=When)
    according_to: tuple[Link, ...] = ()

    def _said(self) -> Iterable[Any]:
        ends = [_places(link.span for link in end if link.span) for end in (self.subject, self.object)]
        return [_places(self.evidence), self.type, ends]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever(Annotation):
    """Who can press whom, by what means, at what cost to themselves."""

    kind: ClassVar[str] = "lever"

    holder: tuple[Link, ...] = _folded()
    over: tuple[Link, ...] = _folded()
    means: tuple[Span, ...] = _folded()
    figure: str | None = None
    cost_to_holder: tuple[Span, ...] = _folded()
    according_to: tuple[Link, ...] = ()

    def _said(self) -> Iterable[object]:
        return [_places(self.means or self.evidence)]
