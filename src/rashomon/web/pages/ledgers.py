"""The ledgers: figures, truces, contacts, pledges, positions, statements, what several tell, sources, problems."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from rashomon.analyse.figures import ledger
from rashomon.analyse.sources import sources
from rashomon.analyse.tables import Filter, Row, Table, table
from rashomon.analyse.view import View
from rashomon.model.annotation import Annotation, Position
from rashomon.web.charts import charts_of
from rashomon.web.listed import by_day, positions_by_holder, statements_by_day, tellings
from rashomon.web.looking import Look, Looking, checked_day, page

router = APIRouter()

PAGE = 100
_CHARTS = 12
_GROUPS = 30
_HOLDERS = 12
_NAMELESS = 20
_CARDS = 40
_OF_A_FORM = 30
_ANSWERS = 20
_MET = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a page: its cell's name, its heading, and how it is shown ("text", "date", "actor", "quote" …)."""

    name: str
    heading: str
    shown: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A page that shows one table: its title, a line on how to read it, and what it says where it is empty."""

    table: str
    title: str
    note: str
    empty: str
    columns: tuple[Column, ...]


def _columns(*some: tuple[str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(name=name, heading=heading, shown=shown) for name, heading, shown in some)


LEDGERS = {
    "statements": Ledger(
        table="statements", title="Statements", note="Who said what, to whom, by which way it came.",
        empty="No report here tells of anybody saying anything.",
        columns=_columns(("said", "Said", "date"), ("speaker", "Speaker", "actor"), ("act", "Act", "tag"),
                         ("content", "Words", "quote"), ("addressee", "To", "actor"), ("via", "Via", "text"),
                         ("outlet", "Report", "report")),
    ),
    "agreed": Ledger(
        table="corroborations", title="Told alike", note="What several voices tell alike. Sources are counted by who "
        "said it first: two papers with one press service are one source.",
        empty="Nothing here is told by more than one voice.",
        columns=_columns(("happened", "When", "date"), ("topic", "What", "alike"),
                         ("independent_sources", "Independent sources", "number"),
                         ("upstreams", "Who said it first", "actor"),
                         ("reports", "Reports", "number")),
    ),
    "problems": Ledger(
        table="problems", title="Problems", note="What could not be read or done. The rest of the run went on.",
        empty="Everything was read.",
        columns=_columns(("source", "Source", "file"), ("component", "Where", "text"),
                         ("message", "What went wrong", "text")),
    ),
}  # fmt: skip
"""Pages that are one table and no more."""


def _rows(look: Look, name: str, actor: str | None, since: str | None, until: str | None) -> Table:
    wanted = Filter(actor=actor or None, since=checked_day(since), until=checked_day(until))
    return table(look.view, name, wanted)


@router.get("/statements")
@router.get("/agreed")
@router.get("/problems")
def show(
    look: Looking,
    actor: str | None = None,
    since: str | None = None,
    until: str | None = None,
    offset: Annotated[int, Query(ge=0, le=10**6)] = 0,
) -> Response:
    """One table, a page of its rows at a time."""
    wanted = LEDGERS[look.request.url.path.strip("/")]
    filtered = bool(actor or since or until)
    rows: Sequence[Row]
    if wanted.table == "statements" and not filtered:
        rows = statements_by_day(look.view)
    else:
        rows = _rows(look, wanted.table, actor, since, until).rows
        rows = by_day(look.view, rows) if wanted.table == "statements" else rows
    shown = rows[offset : offset + PAGE]
    told_first = _told_first(look.view, shown) if wanted.table == "corroborations" else {}
    # What was just rejected is in the list until the case is made anew.
    if wanted.table == "statements":
        shown = [row for row in shown if row.id in look.view.by_id]
    elif wanted.table == "corroborations":
        shown = [row for row in shown if row.id in told_first]
    return page(
        look, "ledger.html", ledger=wanted, rows=shown, offset=offset, size=PAGE, total=len(rows),
        filtered=filtered,
        told_first=told_first,
    )  # fmt: skip


def _told_first(view: View, rows: Sequence[Row]) -> dict[str, Annotation]:
    """The first telling of each corroboration of some rows, by the row's id."""
    first = {row.id: next((id for id in tellings(view)[row.id] if id in view.by_id), None) for row in rows}
    return {row: view.by_id[id] for row, id in first.items() if id is not None}


@router.get("/figures")
def figures(
    look: Looking,
    counts: str | None = None,
    side: str | None = None,
    background: bool = False,
    offset: Annotated[int, Query(ge=0, le=10**6)] = 0,
) -> Response:
    """The ledger of figures, with a chart for each side and kind of loss."""
    cells = [one for one in ledger(look.view) if background or not one.background]
    drawn = [
        one
        for one in charts_of(look.view, background=background)
        if (not counts or one.cells[0].counts == counts) and (not side or one.cells[0].side == side)
    ]
    worth = [one for one in drawn if one.told > 1] if not offset else []
    return page(
        look, "figures.html", charts=worth[:_CHARTS], undrawn=max(0, len(worth) - _CHARTS),
        groups=drawn[offset : offset + _GROUPS], offset=offset, size=_GROUPS, total=len(drawn),
        kinds=list(dict.fromkeys(one.counts for one in cells)), sides=sorted({one.side for one in cells}),
        counts=counts, side=side, background=background,
    )  # fmt: skip


@router.get("/truces")
def truces(look: Looking, offset: Annotated[int, Query(ge=0, le=10**6)] = 0) -> Response:
    """The truces, from announcement to end."""
    every = look.view.world.truces
    return page(look, "truces.html", truces=every[offset : offset + _CARDS], offset=offset, size=_CARDS,
                total=len(every))  # fmt: skip


@router.get("/contacts")
def contacts(look: Looking, actor: str | None = None, offset: Annotated[int, Query(ge=0, le=10**6)] = 0) -> Response:
    """Calls, visits, meetings and letters, each side's readout beside the other's."""
    made = _rows(look, "contacts", actor, None, None)
    by_id = {one.id: one for one in look.view.world.contacts}
    shown = [by_id[row.id] for row in made.rows[offset : offset + _CARDS]]
    return page(look, "contacts.html", contacts=shown, every=len(by_id), offset=offset, size=_CARDS,
                total=len(made.rows))  # fmt: skip


@router.get("/pledges")
def pledges(
    look: Looking,
    actor: str | None = None,
    event: str | None = None,
    form: str | None = None,
    part: bool = False,
    offset: Annotated[int, Query(ge=0, le=10**6)] = 0,
) -> Response:
    """Pledges, pacts and red lines, some of each form or those of one; and what would follow if something happened.

    `offset` goes through the answers where something was asked, else through the pledges of one form.
    """
    asked = (event or "").strip()[:300]
    answers = look.case.whatif(asked) if asked else None
    place = offset if answers is not None else 0
    every: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(look, "pledges", actor, None, None).rows:
        every[str(row.cells["form"])].append(row)
    begin, size = (0 if asked else offset, PAGE) if form else (0, _OF_A_FORM)
    groups = {name: some[begin : begin + size] for name, some in every.items() if form in (None, "", name)}
    return page(
        look, "whatif_part.html" if part else "pledges.html", groups=groups, form=form, offset=offset, size=size,
        totals={name: len(some) for name, some in every.items()}, event=asked,
        answers=answers if answers is None else answers[place : place + _ANSWERS],
        answered=len(answers or ()), answers_shown=_ANSWERS, most_met=_MET,
    )  # fmt: skip


@router.get("/positions")
def positions(look: Looking, actor: str | None = None) -> Response:
    """What each side demands, offers, accepts or rejects, through time."""
    every = positions_by_holder(look.view)
    wanted = {name: some for name, some in every.items() if not actor or name == actor or actor in _ids(some)}
    groups = dict(list(wanted.items())[:_HOLDERS])
    rest = list(wanted)[_HOLDERS:]
    return page(look, "positions.html", groups=groups, every=every, actor=actor, rest=rest)


def _ids(some: list[Position]) -> set[str | None]:
    return {link.actor for one in some for link in one.holder}


@router.get("/sources")
def leaning(look: Looking) -> Response:
    """The outlets, whom their reports lean on, and how much of what they tell came through others."""
    found = sources(look.view)
    outlets: dict[str, list[Any]] = defaultdict(list)
    # Reports of unknown outlets are no one outlet; few of them stand each for itself.
    few = sum(not one.outlet for one in look.view.documents.values()) <= _NAMELESS
    for one in found:
        unknown = look.view.numbers[one.document] if few else "outlet unknown"
        outlets[look.view.documents[one.document].outlet or unknown].append(one)
    ties: dict[tuple[str, str], int] = defaultdict(int)
    for name, some in outlets.items():
        for one in some:
            for upstream in one.upstreams:
                ties[name, upstream] += 1
    names = sorted(set(outlets) | {upstream for _, upstream in ties})
    data = {
        "nodes": [{"id": name, "name": name, "type": "outlet" if name in outlets else "source",
                   "size": len(outlets.get(name, ())), "href": None} for name in names],
        "edges": [{"source": a, "target": b, "label": f"{n} reports" if n > 1 else "", "directed": True,
                   "kind": "leans on"} for (a, b), n in sorted(ties.items())],
    }  # fmt: skip
    return page(look, "sources.html", outlets=dict(sorted(outlets.items())), data=data, total=len(found))
