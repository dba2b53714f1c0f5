"""The network of a case as GraphML and as dynamic GEXF, for graph tools such as Gephi.

In: a `Network`. Text from reports is freed of characters that XML forbids or that hide other text.
"""

import re
from io import BytesIO
from typing import Any

import networkx

from rashomon.analyse.network import Edge, Network
from rashomon.model.shown import visible
from rashomon.model.world import Actor

# What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_graphml(network: Network) -> bytes:
    """GraphML: actors as nodes, every tie an edge with its dates, voice, words and record."""
    graph = _graph(network)
    for _, _, attributes in graph.edges(data=True):
        attributes |= {"earliest": attributes.pop("start", ""), "latest": attributes.pop("end", "")}
    out = BytesIO()
    networkx.write_graphml(graph, out)
    return out.getvalue()


def to_gexf(network: Network) -> bytes:
    """Dynamic GEXF 1.2: an edge lasts from its earliest to its latest day, so that Gephi can play it."""
    out = BytesIO()
    networkx.write_gexf(_graph(network), out, version="1.2draft")
    return out.getvalue()


def _graph(network: Network) -> Any:
    """A directed multigraph; ties that have no direction say so in their attribute."""
    graph: Any = networkx.MultiDiGraph(mode="dynamic", timeformat="date", name="Rashomon")
    for actor in network.actors:
        graph.add_node(actor.id, **_node(actor))
    for number, edge in enumerate(network.edges):
        graph.add_edge(edge.source, edge.target, key=number, id=str(number), **_edge(edge))
    return graph


def _node(actor: Actor) -> dict[str, Any]:
    roles = (f"{role.title} of {role.of}" if role.of else role.title for role in actor.roles)
    return {
        "label": _clean(actor.name),
        "type": actor.type,
        "country": actor.country or "",
        "names": _clean("; ".join(actor.names)),
        "roles": _clean("; ".join(roles)),
        "mentions": len(actor.mentions),
    }


def _edge(edge: Edge) -> dict[str, Any]:
    dates = {"start": (edge.when.earliest or "")[:10], "end": (edge.when.latest or "")[:10]}
    return {
        "kind": edge.kind,
        "label": edge.label,
        "status": edge.status,
        "directed": edge.directed,
        "according_to": _clean(edge.according_to),
        "evidence": _clean(edge.evidence),
        "document": edge.document,
        "record": edge.record,
    } | {name: day for name, day in dates.items() if day}


def _clean(text: str) -> str:
    return visible(_FORBIDDEN.sub("�", text))
