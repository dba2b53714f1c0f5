"""The network of a case as GraphML and as dynamic GEXF, for graph tools such as Gephi.

In: a `Network`. Text from reports is freed of characters that XML forbids or that hide other text (`visible`).
"""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from rashomon.analyse.network import Edge, Network, network
from rashomon.analyse.view import View
from rashomon.export.target import write
from rashomon.model.shown import visible
from rashomon.model.world import Actor


def to_graphml(network: Network) -> bytes:
    """GraphML: actors as nodes, every tie an edge with its dates, voice, words and record."""
    graph = _graph(network)
    for _, _, attributes in graph.edges(data=True):
        attributes.pop("start", None)
        attributes.pop("end", None)
        days = _days(network.edges[int(attributes["id"])])
        attributes |= dict(zip(("earliest", "latest"), days, strict=True))
    import networkx  # start-up: it takes a second, and only this needs it

    out = BytesIO()
    networkx.write_graphml(graph, out)
    return out.getvalue()


def to_gexf(network: Network) -> bytes:
    """Dynamic GEXF 1.2: an edge lasts from its earliest to its latest day, so that Gephi can play it."""
    import networkx  # start-up: as above

    out = BytesIO()
    networkx.write_gexf(_graph(network), out, version="1.2draft")
    return out.getvalue()


def export_graphml(view: View, target: Path | None) -> None:
    """The network as GraphML."""
    write(to_graphml(network(view)), target)


def export_gexf(view: View, target: Path | None) -> None:
    """The network as dynamic GEXF."""
    write(to_gexf(network(view)), target)


def _graph(network: Network) -> Any:
    """A directed multigraph; ties that have no direction say so in their attribute."""
    import networkx  # start-up: as above

    graph: Any = networkx.MultiDiGraph(mode="dynamic", timeformat="date", name="Rashomon")
    days = sorted(day for edge in network.edges for day in _days(edge) if day)
    for actor in network.actors:
        graph.add_node(actor.id, **_node(actor))
    for number, edge in enumerate(network.edges):
        graph.add_edge(edge.source, edge.target, key=number, id=str(number), **_edge(edge), **_spell(edge, days))
    return graph


def _node(actor: Actor) -> dict[str, Any]:
    roles = (f"{role.title} of {role.of}" if role.of else role.title for role in actor.roles)
    return {
        "label": visible(actor.name),
        "type": actor.type,
        "country": actor.country or "",
        "names": visible("; ".join(actor.names)),
        "roles": visible("; ".join(roles)),
        "mentions": len(actor.mentions),
    }


def _edge(edge: Edge) -> dict[str, Any]:
    return {
        "kind": edge.kind,
        "label": edge.label,
        "status": edge.status,
        "directed": edge.directed,
        "according_to": visible(edge.according_to),
        "evidence": visible(edge.evidence),
        "document": edge.document,
        "record": edge.record,
    }


def _spell(edge: Edge, days: Sequence[str]) -> dict[str, str]:
    """From when to when an edge lasts; an end that is not known is that of the whole graph: Gephi needs both."""
    start, end = _days(edge)
    return {"start": start or days[0], "end": end or days[-1]} if start or end else {}


def _days(edge: Edge) -> tuple[str, str]:
    return (edge.when.earliest or "")[:10], (edge.when.latest or "")[:10]
