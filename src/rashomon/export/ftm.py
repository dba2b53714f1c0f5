"""FollowTheMoney entities, one JSON object a line.

Reports are Articles; actors Persons, PublicBodies, Organizations, LegalEntities or
Addresses; offices Positions that are held; happenings Events; ties Memberships or
UnknownLinks; what is said Notes, since the model has no claims. Each leads to its report by
`proof`, and quotes it in `summary` or `description`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rashomon.analyse.coding import ftm_country, ftm_language
from rashomon.analyse.network import Edge, network
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.timeline import Entry, timeline
from rashomon.analyse.view import View, day, quoted
from rashomon.export.cells import to_json_text
from rashomon.export.target import text_to
from rashomon.model.annotation import Link, Mention, Statement
from rashomon.model.shown import visible
from rashomon.model.text import Document, digest
from rashomon.model.values import When
from rashomon.model.world import Actor

_SCHEMATA = {
    "person": "Person", "state": "PublicBody", "government": "PublicBody", "armed group": "Organization",
    "alliance": "Organization", "organisation": "Organization", "outlet": "Organization", "people": "LegalEntity",
    "place": "Address",
}  # fmt: skip
_MEMBER = "member of"
_LONGEST = 200  # characters of a name made of a quotation
_LENGTHS = {"year": 4, "month": 7, "day": 10}  # characters of an ISO date that are known
# Characters that the library takes, by property; of others 1,024. What is longer is cut; the records have it whole.
_ROOM = {"name": 384, "alias": 384, "summary": 65_000, "description": 65_000, "notes": 65_000, "bodyText": 65_000}
_ROOM_ELSE = 1_024
# Entities a relation may not stand for: those of the model with members are organisations.
_ORGANISED = frozenset({"PublicBody", "Organization"})

Values = str | int | None | Iterable[str | None]


def export_ftm(view: View, target: Path | None) -> None:
    """Every entity of the case, those first that others refer to."""
    written: set[str] = set()
    with text_to(target) as out:
        for entity in _entities(view):
            if entity["id"] not in written:  # an office that several hold is one
                written.add(entity["id"])
                out.write(to_json_text(entity) + "\n")


def _entities(view: View) -> Iterator[dict[str, Any]]:
    for document in view.documents.values():
        yield _article(document)
    for actor in view.world.actors:
        yield _actor(view, actor)
        if actor.type == "person":
            yield from _offices(view, actor)
    for mention in view.mentions:
        if mention.name or mention.form == "name":
            yield _mention(view, mention)
    for entry in timeline(view, background=True):
        yield _event(view, entry)
    for edge in network(view).edges:
        if edge.kind == "relation":
            yield _tie(view, edge)
    for statement in view.statements:
        yield _note(view, statement)


def _entity(id: str, schema: str, **properties: Values) -> dict[str, Any]:
    """An entity; every property is a list of strings, and one without any is left out."""
    made = {name: _strings(values, _ROOM.get(name, _ROOM_ELSE)) for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in made.items() if values}}


def _strings(values: Values, most: int) -> list[str]:
    many = [values] if isinstance(values, str | int) or values is None else values
    return list(dict.fromkeys(_cut(visible(str(one)), most) for one in many if one not in (None, "")))


def _article(document: Document) -> dict[str, Any]:
    return _entity(
        document.id,
        "Article",
        title=document.title,
        fileName=Path(document.source).name or document.id,
        author=document.byline,
        publisher=document.outlet,
        sourceUrl=_web(document.url),
        publishedAt=_partial(document.published),
        language=ftm_language(document.language),
        bodyText=document.text,
    )


def _actor(view: View, actor: Actor) -> dict[str, Any]:
    country = None if actor.codes else ftm_country(actor.country)
    others = [name for name in actor.names if name != actor.name]
    claimed = f"claimed or held by {', '.join(actor.codes)}" if actor.codes else None
    titles = [f"{role.title} of {role.of}" if role.of else role.title for role in actor.roles]
    return _entity(
        actor.id,
        _schema(actor),
        name=actor.name,
        alias=others,
        country=country,
        notes=[actor.note, claimed],
        proof=_documents(view, actor),
        **({"position": titles} if actor.type == "person" else {"full": actor.name} if actor.type == "place" else {}),
    )


def _schema(actor: Actor) -> str:
    return _SCHEMATA[actor.type]


def _documents(view: View, actor: Actor) -> Iterator[str]:
    yield from (view.mentions_by_id[id].document for id in actor.mentions if id in view.mentions_by_id)


def _offices(view: View, actor: Actor) -> Iterator[dict[str, Any]]:
    """The offices of a person, each a Position and that they hold it."""
    for role in actor.roles:
        if not role.of:
            continue
        post = f"post-{digest(role.title, role.of)}"
        body = view.actors.get(view.sides.named(role.of) or "")
        yield _entity(
            post,
            "Position",
            name=f"{role.title} of {role.of}",
            organization=body.id if body and _schema(body) in _ORGANISED else None,
            country=ftm_country(body.country) if body and not body.codes else None,
        )
        yield _entity(
            f"occupancy-{digest(actor.id, post, role.former)}",
            "Occupancy",
            holder=actor.id,
            post=post,
            status="former" if role.former else None,
            **_dates(role.time),
        )


def _mention(view: View, mention: Mention) -> dict[str, Any]:
    actor = view.actors.get(view.world.links.get(mention.id, ""))
    return _entity(
        mention.id,
        "Mention",
        document=mention.document,
        name=" ".join(mention.evidence[0].text.split()),
        resolved=actor.id if actor and _schema(actor) != "Address" else None,
        detectedSchema=_schema(actor) if actor else None,
        contextCountry=ftm_country(actor.country) if actor and not actor.codes else None,
    )


def _event(view: View, entry: Entry) -> dict[str, Any]:
    happening, event = entry.happening, entry.event
    words = quoted([sentence(view.documents[event.document], event.evidence[0])])
    what = " ".join(filter(None, (happening.type, happening.mode)))
    told = f"{event.status}; told by {', '.join(entry.told_by)}"
    denied = f"denied by {', '.join(entry.denied_by)}" if entry.denied_by else None
    known = dict.fromkeys(view.events_by_id[id].document for id in happening.events if id in view.events_by_id)
    return _entity(
        happening.id,
        "Event",
        name=f"{what}: {_cut(words, _LONGEST)}",
        summary=words,
        notes=[told, denied, "background: history, or another conflict" if event.background else None],
        location=[view.name(link) for link in happening.places],
        involved=_legal(view, happening.participants),
        organizer=_legal(view, event.initiators),
        keywords=[happening.type, happening.mode],
        proof=known,
        recordId=event.id,
        sourceUrl=_web(view.documents[event.document].url),
        **_dates(happening.happened),
    )


def _legal(view: View, links: Iterable[Link]) -> Iterator[str]:
    """The actors of links that can take part in an event: not places."""
    found = (view.actors.get(link.actor or "") for link in links)
    yield from (actor.id for actor in found if actor and _schema(actor) != "Address")


def _tie(view: View, edge: Edge) -> dict[str, Any]:
    member, body = view.actors[edge.source], view.actors[edge.target]
    said = {
        "role": edge.label,
        "status": edge.status,
        "summary": f"“{edge.evidence}” according to {edge.according_to}",
        "proof": edge.document,
        "recordId": edge.record,
    }
    id = f"tie-{digest(edge.record, edge.source, edge.target)}"
    if edge.label == _MEMBER and _schema(member) != "Address" and _schema(body) in _ORGANISED:
        return _entity(id, "Membership", member=member.id, organization=body.id, **said, **_dates(edge.when))
    return _entity(id, "UnknownLink", subject=member.id, object=body.id, **said, **_dates(edge.when))


def _note(view: View, one: Statement) -> dict[str, Any]:
    about = [link.actor for link in (*one.speaker, *one.addressee, *one.accused) if link.actor]
    return _entity(
        one.id,
        "Note",
        name=f"{view.names(one.speaker)}: {one.act}",
        entity=about,
        description=quoted(one.content or one.evidence),
        summary=f"said {day(one.said)}; {view.voices(one.according_to)}",
        proof=one.document,
        sourceUrl=_web(view.documents[one.document].url),
    )


def _dates(when: When | None) -> dict[str, Values]:
    """One partial date where that says it all, else the ends that are known."""
    if when is None or not when.known:
        return {}
    partial = _partial(when)
    if partial:
        return {"date": partial}
    return {"startDate": (when.earliest or "")[:10], "endDate": (when.latest or "")[:10]}


def _partial(when: When) -> str | None:
    """A day, month or year as far as it is known; None where it is none of these."""
    first, last = when.earliest or "", when.latest or ""
    length = _LENGTHS["day"] if when.is_day else _LENGTHS.get(when.granularity or "", 0)
    return first[:length] if length and first and first[:length] == last[:length] else None


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 2].rsplit(" ", 1)[0] + " …"


def _web(url: str | None) -> str | None:
    """An address of the web; None for whatever else a source gives as one."""
    return url if url and url.startswith(("https://", "http://")) else None
