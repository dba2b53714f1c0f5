"""The JSON API: the tables, records, reports and judgements of a case, with a schema at /api/openapi.json."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, Field

from rashomon.analyse.evidence import passages, record
from rashomon.analyse.network import network
from rashomon.analyse.overview import days_of, overview
from rashomon.analyse.search import Narrowing, search
from rashomon.analyse.tables import TABLES, Filter, table
from rashomon.analyse.view import day
from rashomon.errors import SetupError
from rashomon.model.codec import encode
from rashomon.web.guard import own_form
from rashomon.web.looking import Looking, NotFoundError, checked_day
from rashomon.web.pages.reports import selectors
from rashomon.web.shelf import Shelf

VERSION = "1"
ABOUT = "What reports of a conflict say, who says so, and where accounts differ. Every row leads back to its words."

router = APIRouter(prefix="/api")

_MOST = 1000
Name = Literal[
    "timeline", "actors", "statements", "figures", "truces", "contacts", "pledges", "positions", "relations",
    "differences", "corroborations", "sources", "leans", "upstreams", "problems",
]  # fmt: skip
assert set(TABLES) == set(Name.__args__)  # type: ignore[attr-defined]

Text = Annotated[str | None, Query(max_length=300)]
Id = Annotated[str, Path(max_length=80, pattern="^[a-z]+-[0-9a-f]+$")]


class Problem(BaseModel):
    """Why a request was not answered."""

    error: str


class Rows(BaseModel):
    """A part of a table; a cell is text, a number, or null for unknown. A `document` and `id` lead to the words."""

    table: str
    columns: list[str]
    total: int
    offset: int
    rows: list[dict[str, str | float | None]]


class Glance(BaseModel):
    """What a case holds; `days` are those by the end of which another report is known."""

    reports: int
    outlets: list[str]
    sources: list[str]
    happenings: int
    first: str | None
    last: str | None
    days: list[str]


class Words(BaseModel):
    """Words of a report, and their W3C Web Annotation target."""

    record: str
    document: str
    before: str
    text: str
    after: str
    target: dict[str, Any]


class One(BaseModel):
    """A record of any level, as exports write it, with the words it rests on."""

    record: dict[str, Any]
    evidence: list[Words]


class Hit(BaseModel):
    """Where the words of a search stand."""

    kind: str
    record: str
    document: str
    sentence: str
    start: int
    end: int


class Hits(BaseModel):
    """What a search found, with what would narrow it."""

    total: int
    hits: list[Hit]
    facets: dict[str, dict[str, int]]


class Decision(BaseModel):
    """What a person decides: of which records, who and why; `field` and `value` for a correction."""

    action: Literal["accept", "reject", "correct", "merge", "split", "resolve", "undo"]
    ids: list[Annotated[str, Field(min_length=3, max_length=80)]] = Field(min_length=1, max_length=500)
    who: str = Field(min_length=1, max_length=200)
    why: str = Field(min_length=1, max_length=2000)
    field: str | None = Field(None, max_length=100)
    value: str | None = Field(None, max_length=2000)
    all_alike: bool = False


_ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem}, 404: {"model": Problem}, 422: {"model": Problem}, 503: {"model": Problem},
}  # fmt: skip


@router.get("", responses=_ERRORS)
def glance(look: Looking) -> Glance:
    """What the case holds at a glance."""
    made = overview(look.view)
    return Glance(
        reports=made.reports, outlets=list(made.outlets), sources=list(made.sources), happenings=made.happenings,
        first=made.first, last=made.last, days=days_of(look.view),
    )  # fmt: skip


@router.get("/tables/{name}", responses=_ERRORS)
def rows(
    look: Looking,
    name: Name,
    actor: Text = None,
    since: Text = None,
    until: Text = None,
    background: bool = False,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
    limit: Annotated[int, Query(ge=1, le=_MOST)] = 100,
) -> Rows:
    """A table, filtered by an actor (any of its names) and days, a part at a time."""
    wanted = Filter(actor=actor or None, since=checked_day(since), until=checked_day(until), background=background)
    made = table(look.view, name, wanted)
    part = made.rows[offset : offset + limit]
    cells = [{column: row.cells.get(column) for column in made.columns} for row in part]
    return Rows(table=name, columns=list(made.columns), total=len(made.rows), offset=offset, rows=cells)


@router.get("/records/{id}", responses=_ERRORS)
def a_record(look: Looking, id: Id) -> One:
    """A record by its id or the beginning of it, with the words it rests on."""
    try:
        found = record(look.view, id)
    except SetupError as error:
        raise NotFoundError(str(error)) from error
    words = [] if found.kind in ("document", "problem", "judgement") else passages(look.view, found)
    return One(
        record=encode(found),
        evidence=[
            Words(record=one.record, document=one.document.id, before=one.before, text=one.span.text, after=one.after,
                  target=selectors(one.document, one.span))
            for one in words
        ],
    )  # fmt: skip


@router.get("/reports/{id}", responses=_ERRORS)
def report(look: Looking, id: Id) -> dict[str, Any]:
    """A report: its text, what is known about it, and everything said in it, with actors filled in."""
    document = look.view.documents.get(id)
    if document is None:
        raise NotFoundError(f"no report {id} in this case")
    said = [look.view.amended(one) for one in look.view.archive.annotations(document=id)]
    kept = [encode(one) for one in said if one.id not in look.view.rejected]
    return {"report": encode(document), "records": kept}


@router.get("/search", responses=_ERRORS)
def find(
    look: Looking, q: Annotated[str, Query(min_length=1, max_length=300)], kind: Text = None, outlet: Text = None,
    month: Text = None, actor: Text = None, limit: Annotated[int, Query(ge=1, le=_MOST)] = 100,
) -> Hits:  # fmt: skip
    """Full text: the sentences in which all the words stand."""
    made = search(
        look.view, q, Narrowing(kind=kind or None, outlet=outlet or None, month=month or None, actor=actor or None)
    )
    hits = [
        Hit(kind=one.kind, record=one.record, document=one.document, sentence=one.sentence.text,
            start=one.sentence.start, end=one.sentence.end)
        for one in made.found[:limit]
    ]  # fmt: skip
    facets = {name: {one.value: one.count for one in some} for name, some in made.facets.items()}
    return Hits(total=len(made.found), hits=hits, facets=facets)


@router.get("/whatif", responses=_ERRORS)
def whatif(look: Looking, event: Annotated[str, Query(min_length=1, max_length=300)]) -> list[dict[str, Any]]:
    """What these reports say would follow from an event told in plain words; empty where nothing covers it."""
    return [
        {"effect": one.effect, "authority": one.authority, "score": one.score, "met": list(one.met),
         "pledge": encode(one.pledge)}
        for one in look.case.whatif(event)
    ]  # fmt: skip


@router.get("/network", responses=_ERRORS)
def ties(look: Looking) -> dict[str, Any]:
    """Actors and their ties, each with its words."""
    made = network(look.view)
    edges = [
        {
            "source": one.source, "target": one.target, "kind": one.kind, "label": one.label, "status": one.status,
            "directed": one.directed, "when": day(one.when), "according_to": one.according_to, "evidence": one.evidence,
            "document": one.document, "record": one.record,
        }
        for one in made.edges
    ]  # fmt: skip
    return {"actors": [{"id": one.id, "name": one.name, "type": one.type} for one in made.actors], "edges": edges}


@router.get("/judgements", responses=_ERRORS)
def judgements(look: Looking) -> list[dict[str, Any]]:
    """Every judgement, oldest first, and whether it holds."""
    return [encode(one) | {"holds": holds} for one, holds in look.case.judgements()]


@router.post(
    "/judgements", responses=_ERRORS | {403: {"model": Problem}}, dependencies=[Depends(own_form)], status_code=201
)
def judge(request: Request, decision: Decision) -> dict[str, Any]:
    """Decide on records, with the X-CSRF-Token that pages carry; a large case's world follows in the background."""
    shelf: Shelf = request.app.state.shelf
    made = shelf.case().judgement(
        decision.action, *dict.fromkeys(decision.ids), who=decision.who, why=decision.why, field=decision.field,
        value=decision.value, all_alike=decision.all_alike,
    )  # fmt: skip
    shelf.decide(made)
    return encode(made)
