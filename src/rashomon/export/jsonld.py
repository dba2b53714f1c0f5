"""Claims as JSON-LD: schema.org's `Claim` for what is said, W3C Web Annotations for where it stands.

The context is written into the file, so that nothing needs to be fetched. Offsets count
characters as Unicode code points, from 0, the end not included. A difference is no verdict:
there is no `ClaimReview` here.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rashomon.analyse.differences import differences
from rashomon.analyse.figures import amount
from rashomon.analyse.view import View, day, quoted
from rashomon.export.cells import to_json_text
from rashomon.export.target import write
from rashomon.model.annotation import Annotation, Event, Figure, Link, Statement
from rashomon.model.finding import Difference
from rashomon.model.text import Document, Span
from rashomon.model.values import When
from rashomon.model.world import Actor, Happening

CONTEXT: Mapping[str, Any] = {
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rashomon": "urn:rashomon:term:",
    "id": "@id",
    "type": "@type",
    "identifying": "oa:identifying",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}
"""The terms of the W3C's annotation context that we use, and our own; the rest is prefixed."""

_ARTICLES = {"opinion": "schema:OpinionNewsArticle", "analysis": "schema:AnalysisNewsArticle",
             "report": "schema:ReportageNewsArticle"}  # fmt: skip
_ACTORS = {"person": "schema:Person", "state": "schema:Country", "government": "schema:GovernmentOrganization",
           "outlet": "schema:NewsMediaOrganization", "place": "schema:Place"}  # fmt: skip
_AROUND = 32  # characters of prefix and suffix, as annotation tools write them


def export_jsonld(view: View, target: Path | None) -> None:
    """Reports, actors, happenings, claims with their annotations, and differences, as one JSON-LD document."""
    write(to_jsonld(view) + "\n", target)


def to_jsonld(view: View) -> str:
    """What `export_jsonld` writes."""
    return to_json_text({"@context": CONTEXT, "@graph": list(_graph(view))}, indent=1)


def _graph(view: View) -> Iterator[dict[str, Any]]:
    for document in view.documents.values():
        yield _report(document)
    for actor in view.world.actors:
        yield _actor(actor)
    for happening in view.world.happenings:
        yield _happening(view, happening)
    about = {id: one.id for one in view.world.happenings for id in one.events}
    for statement in view.statements:
        yield from _claim(view, statement, statement.content, _said(statement))
    for event in view.events:
        yield from _claim(view, event, event.evidence, _told(event, about.get(event.id)))
    for figure in view.figures:
        yield from _claim(view, figure, figure.evidence, _counted(figure))
    for difference in differences(view):
        yield _difference(difference)


def _node(id: str, type: str, **properties: Any) -> dict[str, Any]:
    """A node; properties of ours and schema.org's are written with their prefix, unknown ones left out."""
    kept = {name.replace("_", ":", 1): value for name, value in properties.items() if value not in (None, "", [])}
    return {"id": _iri(id), "type": type, **kept}


def _iri(id: str) -> str:
    return f"urn:rashomon:{id}"


def _refs(ids: Iterable[str | None]) -> list[dict[str, str]]:
    return [{"id": _iri(id)} for id in dict.fromkeys(ids) if id]


def _report(document: Document) -> dict[str, Any]:
    publisher = {"type": "schema:Organization", "schema:name": document.outlet} if document.outlet else None
    return _node(
        document.id,
        _ARTICLES.get(document.genre, "schema:Article"),
        schema_headline=document.title,
        schema_publisher=publisher,
        schema_author=[{"type": "schema:Person", "schema:name": name} for name in document.byline],
        schema_datePublished=_day(document.published),
        schema_inLanguage=document.language,
        schema_url=document.url,
        schema_text=document.text,
    )


def _actor(actor: Actor) -> dict[str, Any]:
    return _node(
        actor.id,
        _ACTORS.get(actor.type, "schema:Organization"),
        schema_name=actor.name,
        schema_alternateName=[name for name in actor.names if name != actor.name],
        schema_description=actor.note,
        rashomon_codes=list(actor.codes),
        rashomon_country=actor.country,
    )


def _happening(view: View, one: Happening) -> dict[str, Any]:
    happened = one.happened
    return _node(
        one.id,
        "schema:Event",
        schema_name=" ".join(filter(None, (one.type, one.mode))),
        schema_startDate=happened.earliest,
        schema_endDate=happened.latest,
        schema_attendee=_refs(link.actor for link in one.participants),
        schema_location=_refs(link.actor for link in one.places),
        rashomon_independentSources=one.independent_sources,
    )


def _said(one: Statement) -> dict[str, Any]:
    return {
        "rashomon_act": one.act,
        "schema_dateCreated": _day(one.said),
        "schema_about": _refs(link.actor for link in one.accused),
        "rashomon_of": _refs([one.of]),
        "schema_author": _refs(link.actor for link in one.speaker),
    }


def _told(one: Event, happening: str | None) -> dict[str, Any]:
    return {
        "rashomon_status": one.status,
        "rashomon_background": one.background,
        "schema_about": _refs([happening]),
        "schema_author": _voice(one.according_to),
    }


def _counted(one: Figure) -> dict[str, Any]:
    return {
        "rashomon_counts": one.counts,
        "rashomon_amount": amount(one),
        "rashomon_asOf": day(one.as_of) if one.as_of.known else None,
        "schema_about": _refs(link.actor for link in one.side),
        "schema_author": _voice(one.according_to),
    }


def _voice(chain: tuple[Link, ...]) -> list[dict[str, str]]:
    """The innermost voice: somebody, or the report itself."""
    return _refs([chain[0].actor or chain[0].document]) if chain else []


def _claim(view: View, one: Annotation, words: Iterable[Span], more: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A claim, and the annotation that leads to its words."""
    yield _node(
        one.id, "schema:Claim", schema_text=quoted(words), schema_appearance=_refs([one.document]),
        rashomon_kind=one.kind, rashomon_rule=one.rule, rashomon_score=one.score, **more,
    )  # fmt: skip
    document = view.documents[one.document]
    yield {
        "id": _iri(f"annotation-of-{one.id}"),
        "type": "oa:Annotation",
        "motivation": "identifying",
        "body": _iri(one.id),
        "target": [_target(document, span) for span in one.evidence],
    }


def _target(document: Document, span: Span) -> dict[str, Any]:
    quote = {
        "type": "oa:TextQuoteSelector",
        "exact": span.text,
        "prefix": document.text[max(0, span.start - _AROUND) : span.start],
        "suffix": document.text[span.end : span.end + _AROUND],
    }
    position = {"type": "oa:TextPositionSelector", "start": span.start, "end": span.end}
    return {"source": _iri(document.id), "selector": [quote, position]}


def _difference(one: Difference) -> dict[str, Any]:
    sides = [
        {"rashomon:says": side.says, "rashomon:who": _refs(link.actor for link in side.who),
         "rashomon:claims": _refs(side.records)}
        for side in one.sides
    ]  # fmt: skip
    return _node(
        one.id, "rashomon:Difference", rashomon_type=one.type, rashomon_topic=one.topic, rashomon_why=one.why,
        rashomon_resolution=one.resolution, rashomon_sides=sides,
    )  # fmt: skip


def _day(when: When) -> str | None:
    return when.first_day.isoformat() if when.is_day and when.first_day else None
