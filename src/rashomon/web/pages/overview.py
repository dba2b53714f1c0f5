"""The first page: what is disputed, what changed, when things happened, what is counted; and reading reports in."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from rashomon.analyse.differences import differences
from rashomon.analyse.figures import Cell, ledger
from rashomon.analyse.overview import days_of, overview
from rashomon.analyse.replay import ORDER, Change
from rashomon.analyse.view import View
from rashomon.errors import SetupError
from rashomon.web.charts import Chart, charts_of, strip
from rashomon.web.guard import own_form
from rashomon.web.looking import Looking, NotReadyError, checked_day, page
from rashomon.web.reading import Desk
from rashomon.web.shelf import Shelf, is_large
from rashomon.web.shown import CONTESTED

router = APIRouter()

_DISPUTES = 4
_CHARTS = 2
_CHANGES = 8
_COUNTS = 8
_NUMBERED = 6
HEADINGS = {
    "report": "New reports", "appeared": "New on the timeline", "corroborated": "Told by more sources",
    "denied": "Denied", "revised": "Figures, new or revised", "truce": "Truces", "disputed": "Newly disputed",
}  # fmt: skip


@router.get("/")
def show(look: Looking) -> Response:
    """What the case holds at a glance."""
    view = look.view
    if not view.documents:
        return page(look, "empty.html")
    found = differences(view)
    contested = sorted((one for one in found if one.type in CONTESTED), key=lambda one: CONTESTED.index(one.type))
    days = days_of(view)
    nameless = [view.numbers[id] for id, one in view.documents.items() if not one.outlet]
    return page(
        look, "overview.html", glance=overview(view), disputes=contested[:_DISPUTES], contested=len(contested),
        compatible=len(found) - len(contested), strip=strip(view), charts=_tolls(view)[:_CHARTS],
        days=days, since=days[-2] if len(days) > 1 else None, large=is_large(view),
        last=[] if len(_tolls(view)) >= _CHARTS else _last(view),
        nameless=len(nameless), nameless_as=", ".join([*nameless[:_NUMBERED], *["…"][: len(nameless) > _NUMBERED]]),
    )  # fmt: skip


def _tolls(view: View) -> list[Chart]:
    """The charts of the dead of this conflict, those with most numbers first."""
    drawn = (one for one in charts_of(view) if one.cells[0].counts == "killed" and one.told > 1)
    return sorted(drawn, key=lambda one: -one.told)


def _last(view: View) -> list[Cell]:
    """Who counts how many dead of this conflict, for the table where there are few charts; numbers before words."""
    lethal = [cell for cell in ledger(view) if not cell.background and cell.counts == "killed"]
    return sorted(lethal, key=lambda cell: (cell.side == "unspecified", cell.best is None))[:_COUNTS]


@router.get("/changes")
def changes(
    request: Request, look: Looking, since: str | None = None, until: str | None = None, short: bool = False
) -> Response:
    """What was known on one day and not on an earlier one."""
    days = days_of(look.view)
    until = checked_day(until)
    first = checked_day(since) or (days[-2] if len(days) > 1 else None)
    made: Sequence[Change] = ()
    if first is not None:
        shelf: Shelf = request.app.state.shelf
        before, after = shelf.on(first), shelf.on(until) if until else None
        if before is None or (until and after is None):
            raise NotReadyError(first)
        compared = shelf.changes(before.case.view, after.case.view if after else look.view)
        if compared is None:
            raise NotReadyError(first)
        made = compared
    groups = [(HEADINGS[kind], [one for one in made if one.kind == kind]) for kind in ORDER]
    groups = [(heading, some) for heading, some in groups if some]
    return page(
        look, "changes_short.html" if short else "changes.html", groups=groups, since=first, until=until, days=days,
        most=_CHANGES,
    )  # fmt: skip


@router.post("/read", dependencies=[Depends(own_form)])
def read(
    request: Request,
    files: Annotated[list[UploadFile], File()],
    published: Annotated[str, Form()] = "",
    outlet: Annotated[str, Form()] = "",
) -> Response:
    """Take reports in and begin to read them.

    Raises:
        SetupError: there are too many, or others are being read.
    """
    desk: Desk = request.app.state.desk
    most = request.app.state.settings.most
    given = [one for one in files if one.filename]
    if desk.busy:
        raise SetupError("other reports are being read: wait until they are done")
    if not given:
        raise SetupError("no file was chosen")
    if len(given) > most:
        raise SetupError(f"{len(given)} files at once: {most} are the most; use `rashomon read` for a whole archive")
    kept = [desk.keep(one.filename or "report", one.file) for one in given]
    desk.read(kept, published=checked_day(published.strip()), outlet=outlet.strip() or None)
    return RedirectResponse("/reading", 303)


@router.get("/reading")
def reading(request: Request, look: Looking, part: bool = False) -> Response:
    """How far the reading is."""
    desk: Desk = request.app.state.desk
    return page(look, "reading_part.html" if part else "reading.html", batch=desk.batch)
