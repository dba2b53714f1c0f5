"""The reports of a case: what each tells itself and what it carries, whom it leans on, and what rests on one source."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rashomon.analyse.timeline import timeline
from rashomon.analyse.view import View
from rashomon.model.annotation import Annotation, Event, Statement

How = Literal["credits", "relays", "reprints"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One report: what it is, the press services, agencies and outlets it leans on, and how much it relays.

    `statements` counts what it reports somebody to have said; `relayed` those of them
    that came to it through another outlet or agency. The shares are of all the statements
    and events it tells, in [0, 1], None where it tells none: `own` of what its reporters
    heard or saw, `carried` of what came through another or is another's text, `opinion` of
    what it judges or, in an opinion piece, says itself.
    """

    document: str
    title: str | None
    genre: str
    upstreams: tuple[str, ...]
    statements: int
    relayed: int
    own: float | None
    carried: float | None
    opinion: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lean:
    """One report (`document`, an id) leans on another source, by name: how, and how often."""

    document: str
    on: str
    how: How
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Upstream:
    """Who says first what the timeline holds: which happenings, which of them alone (ids), told by which reports."""

    name: str
    happenings: tuple[str, ...]
    alone: tuple[str, ...]
    documents: tuple[str, ...]


def sources(view: View) -> list[Source]:
    """The reports by publication."""
    if "sources" not in view.findings:
        view.findings["sources"] = _sources(view)
    return list(view.findings["sources"])


def _sources(view: View) -> list[Source]:
    said = Counter(one.document for one in view.statements)
    relayed = Counter(one.document for one in view.statements if one.via)
    told: dict[str, Counter[str]] = defaultdict(Counter)
    records: list[Statement | Event] = [*view.statements, *view.events]
    for one in records:
        told[one.document][_kind(view, one)] += 1
    leaning: dict[str, list[str]] = defaultdict(list)
    for lean in leans(view):
        leaning[lean.document].append(lean.on)
    return [
        Source(
            document=id,
            title=document.title,
            genre=document.genre,
            upstreams=_others(document.outlet, leaning[id]),
            statements=said[id],
            relayed=relayed[id],
            own=_share(told[id], "own"),
            carried=_share(told[id], "carried"),
            opinion=_share(told[id], "opinion"),
        )
        for id, document in view.documents.items()
    ]


def leans(view: View) -> list[Lean]:
    """Who leans on whom: the edges of a graph from reports to what they credit, relay or reprint."""
    if "leans" not in view.findings:
        counted = Counter(_leans(view))
        view.findings["leans"] = [
            Lean(document=document, on=on, how=how, times=times) for (document, on, how), times in counted.items()
        ]
    return list(view.findings["leans"])


def upstreams(view: View) -> list[Upstream]:
    """Those who said first what the timeline holds, the one that most rests on alone first."""
    told: dict[str, list[str]] = defaultdict(list)
    alone: dict[str, list[str]] = defaultdict(list)
    carried: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in timeline(view):
        happening = entry.happening
        for name in happening.upstreams:
            told[name].append(happening.id)
            documents = (view.events_by_id[id].document for id in happening.events if id in view.events_by_id)
            carried[name].update(dict.fromkeys(documents))
        if len(happening.upstreams) == 1:
            alone[happening.upstreams[0]].append(happening.id)
    found = (
        Upstream(name=name, happenings=tuple(ids), alone=tuple(alone[name]), documents=tuple(carried[name]))
        for name, ids in told.items()
    )
    return sorted(found, key=lambda one: (-len(one.alone), -len(one.happenings), one.name))


def _leans(view: View) -> Iterator[tuple[str, str, How]]:
    for id, document in view.documents.items():
        for name in _others(document.outlet, document.upstreams):
            yield id, name, "credits"
    for one in view.statements:
        for name in _others(view.documents[one.document].outlet, map(view.name, one.via)):
            yield one.document, name, "relays"
    for (later, first), times in view.reprints.shared.items():
        for _ in range(times):
            yield later, view.documents[first].outlet or view.numbers[first], "reprints"


def _kind(view: View, one: Statement | Event) -> str:
    """Whose a record of a report is: its own reporting, carried from another, or its opinion."""
    if _carried(view, one):
        return "carried"
    own_voice = len(one.according_to) < 2
    judged = isinstance(one, Event) and one.status == "judged"
    return "opinion" if own_voice and (judged or view.documents[one.document].genre == "opinion") else "own"


def _carried(view: View, one: Annotation) -> bool:
    chain = getattr(one, "according_to", ())
    return bool(getattr(one, "via", ())) or len(chain) > 2 or view.reprints.first(one.evidence[0]) != one.document


def _share(told: Counter[str], kind: str) -> float | None:
    total = sum(told.values())
    return told[kind] / total if total else None


def _others(outlet: str | None, names: Iterable[str]) -> tuple[str, ...]:
    """The names once each, whatever their article and case, without the report's own outlet."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(_bare(name), name.strip("“”"))
    own = _bare(outlet or "").split()
    return tuple(name for key, name in kept.items() if not set(key.split()) <= set(own))


def _bare(name: str) -> str:
    return name.casefold().strip("“”").removeprefix("the ")
