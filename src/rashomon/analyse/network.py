"""Who stands how to whom, and who did what to whom: the case as a graph of actors, each edge with its words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product

from rashomon.analyse.surroundings import sentence
from rashomon.analyse.timeline import timeline
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Link, Relation
from rashomon.model.values import When
from rashomon.model.world import Actor

# Relations whose two ends are alike: "A borders B" is told once, whoever stands first.
_MUTUAL = frozenset({"ally", "defence pact", "borders", "hostile to", "trades with"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One tie between two actors (ids), with when it held, by whose account, and the words.

    `kind` is "relation" or "happening", `label` the relation's type or the PLOVER type;
    `record` is the id of what it stands for.
    """

    source: str
    target: str
    kind: str
    label: str
    status: str
    directed: bool
    when: When
    according_to: str
    evidence: str
    document: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Actors that are tied to another, and their ties, each in a fixed order."""

    actors: tuple[Actor, ...]
    edges: tuple[Edge, ...] = field(default=())


def network(view: View) -> Network:
    """The graph of a case: relations as told, and the timeline's happenings between two or more actors."""
    if "network" not in view.findings:
        view.findings["network"] = _network(view)
    made: Network = view.findings["network"]
    return made


def _network(view: View) -> Network:
    edges = sorted({*_relations(view), *_happenings(view)}, key=lambda one: (one.source, one.target, one.record))
    tied = {id for edge in edges for id in (edge.source, edge.target)}
    return Network(actors=tuple(one for one in view.world.actors if one.id in tied), edges=tuple(edges))


def _relations(view: View) -> Iterator[Edge]:
    for one in view.relations:
        for source, target in _pairs(one):
            yield Edge(
                source=source, target=target, kind="relation", label=one.type, status=one.status,
                directed=one.type not in _MUTUAL, when=one.when, according_to=view.voices(one.according_to),
                evidence=quoted(one.evidence), document=one.document, record=one.id,
            )  # fmt: skip


def _pairs(relation: Relation) -> Iterator[tuple[str, str]]:
    """Who is tied to whom; whom one mediates between are each tied to the mediator."""
    yield from _apart(product(_ids(relation.subject), _ids(relation.object)))


def _happenings(view: View) -> Iterator[Edge]:
    """From those who did it to those it was done to; those who met, each with each."""
    for entry in timeline(view):
        event, happening = entry.event, entry.happening
        doers, others = _ids(event.initiators), _ids(event.recipients)
        pairs = list(_apart(product(doers, others))) if others else list(combinations(sorted(doers), 2))
        for source, target in pairs:
            yield Edge(
                source=source, target=target, kind="happening", label=happening.type, status=event.status,
                directed=bool(others), when=happening.happened, according_to="; ".join(entry.told_by),
                evidence=quoted([sentence(view.documents[event.document], event.evidence[0])]),
                document=event.document, record=happening.id,
            )  # fmt: skip


def _apart(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((a, b) for a, b in pairs if a != b)


def _ids(links: Iterable[Link]) -> list[str]:
    return list(dict.fromkeys(link.actor for link in links if link.actor))
