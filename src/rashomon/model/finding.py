"""What is concluded from the comparison of accounts, what went wrong, and what people decided."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from rashomon.model.annotation import FOLD, Link
from rashomon.model.shown import Shown
from rashomon.model.text import Span, digest
from rashomon.model.values import When

DifferenceType = Literal[
    "contradiction", "denial", "mutual blame", "contested allegation", "other date", "other count",
    "other scope", "other precision", "other framing", "change of position", "error in source",
]  # fmt: skip
Action = Literal["merge", "split", "correct", "reject", "accept", "resolve", "undo", "case file"]


class Links(tuple[Link, ...]):
    """Several in one role, printed by their words."""

    __slots__ = ()

    def __str__(self) -> str:
        return ", ".join(map(str, self)) or "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Shown):
    """One side of a difference: who, what they say, when, where it stands; `records` are ids."""

    who: tuple[Link, ...] = field(default=(), metadata=FOLD)
    says: str
    evidence: tuple[Span, ...]
    said: When = field(default_factory=When)
    records: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "who", Links(self.who))


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Shown):
    """Accounts that differ, the kind of difference, and why it is of this kind.

    `score` is how surely the sides are of one matter, in (0, 1]: 1 where what they say tells it, less where weights do.
    """

    kind: ClassVar[str] = "difference"

    type: DifferenceType
    topic: str
    sides: tuple[Side, ...]
    resolution: str | None = None
    why: str
    check: str
    score: float = 1.0
    id: str = field(init=False, default="")

    def __post_init__(self) -> None:
        said = sorted((span.document, span.start, span.end) for side in self.sides for span in side.evidence)
        object.__setattr__(self, "id", f"difference-{digest(self.check, said)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration(Shown):
    """Records that agree, and from how many independent upstream sources."""

    kind: ClassVar[str] = "corroboration"

    topic: str
    members: tuple[str, ...]
    upstreams: tuple[str, ...]
    independent_sources: int
    id: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", f"corroboration-{digest(sorted(self.members))}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Shown):
    """Something that could not be read or done; the run went on."""

    kind: ClassVar[str] = "problem"

    source: str
    component: str
    message: str
    id: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", f"problem-{digest(self.source, self.component, self.message)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Shown):
    """A person's decision: append-only, with who, why and when.

    `subjects` are ids of annotations, of what they mean or of findings; merge and split take
    mentions or events, which outlive the actors and happenings made of them. `field` and
    `value` say what a correction sets; `undo` takes a judgement's id as its subject; a "case
    file" has no subjects, its value is the JSON of a `CaseFile`.
    """

    kind: ClassVar[str] = "judgement"

    action: Action
    subjects: tuple[str, ...]
    who: str
    why: str
    when: str
    field: str | None = None
    value: str | None = None
    id: str = ""

    def __post_init__(self) -> None:
        made = digest(self.action, self.subjects, self.who, self.why, self.when, self.field, self.value)
        object.__setattr__(self, "id", f"judgement-{made}")
