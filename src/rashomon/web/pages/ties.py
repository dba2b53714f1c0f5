"""Who is tied to whom, as a graph; and where, as a map on which contested territories are drawn as contested."""

from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from rashomon.analyse.geography import Spot, mapped
from rashomon.analyse.network import Edge, network
from rashomon.analyse.view import day
from rashomon.model.shown import visible
from rashomon.model.values import When
from rashomon.web.looking import Look, Looking, checked_day, page

router = APIRouter()

# Ties that are drawn; of more nobody can tell one from the other.
_DRAWN = 120


@router.get("/relations")
def relations(
    look: Looking, kind: str = "relation", label: str | None = None, actor: str | None = None,
    since: str | None = None, until: str | None = None,
) -> Response:  # fmt: skip
    """The graph, and the same ties as a table."""
    made = network(look.view)
    span = When(earliest=checked_day(since), latest=checked_day(until))
    names = {one.id: one.name for one in look.view.world.actors}
    asked = look.view.sides.named(actor) if actor else None
    kept = [
        one
        for one in made.edges
        if (kind == "all" or one.kind == kind)
        and (not label or one.label == label)
        and (not actor or asked in (one.source, one.target))
        and (not span.known or (one.when.known and one.when.may_meet(span)))
    ]
    shown = kept[:_DRAWN]
    tied = {id for one in shown for id in (one.source, one.target)}
    data = {
        "nodes": [{"id": one.id, "name": visible(one.name), "type": one.type, "size": len(one.mentions),
                   "href": look.url(f"/actors/{one.id}")} for one in made.actors if one.id in tied],
        "edges": [_edge(one) for one in shown],
    }  # fmt: skip
    ties = _ties(kept)
    return page(
        look, "relations.html", data=data, ties=ties[:_DRAWN], total=len(ties), names=names, kind=kind, label=label,
        labels=sorted({one.label for one in made.edges if kind in ("all", one.kind)}),
        actors=sorted(names[one.id] for one in made.actors), actor=actor or "", since=since or "", until=until or "",
    )  # fmt: skip


def _ties(edges: list[Edge]) -> list[list[Edge]]:
    """The edges of one tie together, by whom they tie, how, and whether it is told so."""
    found: dict[tuple[str, str, str, str], list[Edge]] = {}
    for one in edges:
        found.setdefault((one.source, one.target, one.label, one.status), []).append(one)
    return list(found.values())


def _edge(one: Edge) -> dict[str, Any]:
    return {
        "source": one.source, "target": one.target, "label": visible(one.label), "status": one.status, "kind": one.kind,
        "directed": one.directed, "when": day(one.when) if one.when.known else "",
    }  # fmt: skip


@router.get("/map")
def show(look: Looking) -> Response:
    """The places of the case on an offline map."""
    found = mapped(look.view)
    data = {
        name: [_spot(look, one) for one in some]
        for name, some in (("places", found.places), ("states", found.states), ("contested", found.contested))
    }
    return page(look, "map.html", data=data, places=found.places, states=found.states,
                contested=found.contested, unplaced=found.unplaced)  # fmt: skip


def _spot(look: Look, one: Spot) -> dict[str, Any]:
    return {
        "name": visible(one.actor.name), "country": one.actor.country, "lat": one.latitude, "lon": one.longitude,
        "happenings": one.happenings, "mentions": len(one.actor.mentions), "href": look.url(f"/actors/{one.actor.id}"),
        "claimed_by": list(one.claimed_by), "note": visible(one.note),
    }  # fmt: skip
