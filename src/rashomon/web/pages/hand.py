"""The analyst's hand: judging records, undoing it, and taking judgements from one case to another."""

from dataclasses import dataclass, fields
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from starlette.datastructures import URL
from starlette.responses import RedirectResponse, Response

from rashomon.analyse.view import View
from rashomon.case import Case
from rashomon.errors import SetupError
from rashomon.export.judgements import described
from rashomon.model.codec import RECORDS
from rashomon.model.corrections import FIELDS
from rashomon.model.finding import Judgement
from rashomon.web.guard import own_form
from rashomon.web.looking import WHO_COOKIE, Looking, page
from rashomon.web.shelf import Shelf

router = APIRouter()

_REASON = 2000
_ACTIONS = Literal["accept", "reject", "correct", "merge", "split", "resolve", "undo"]
_TIME = "2031, 2031-03, 2031-03-11, 2031-03-11T06:00, 2031-03-01..2031-03-05, or unknown"
_AMOUNT = "40, 40-50, about 40, at least 40, or undisclosed"
_HINTS = {"happened": _TIME, "said": _TIME, "as_of": _TIME, "when": _TIME, "amount": _AMOUNT, "background": "yes or no",
          "country": "an ISO code of three letters, such as KEN"}  # fmt: skip
_LARGEST = 20 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A field that can be corrected: what may stand in it, and how it is written."""

    field: str
    options: tuple[str, ...]
    hint: str


def choices(view: View, one: Any) -> list[Choice]:
    """The fields of a record that a person may correct."""
    kind = "event" if one.kind in ("happening", "contact") else one.kind
    record: type = RECORDS.get(kind, Judgement)
    words = {one.name: one.metadata.get("words", ()) for one in fields(record)}
    made = []
    for name in FIELDS.get(kind, {}):
        options = tuple(sorted(words.get(name) or ()))
        if kind == "actor" and name == "type":
            options = tuple(sorted({one.type for one in view.world.actors}))
        hint = _HINTS.get(name) or ("" if options else "an actor's name; several parted by ;")
        if name in ("unit", "mode", "channel", "name") or (kind == "relation" and name == "type"):
            hint = "a few words"
        made.append(Choice(field=name, options=("yes", "no") if name == "background" else options, hint=hint))
    return made


@router.post("/judge", dependencies=[Depends(own_form)])
def judge(
    request: Request,
    action: Annotated[_ACTIONS, Form()],
    ids: Annotated[list[str], Form()],
    why: Annotated[str, Form(max_length=_REASON)],
    who: Annotated[str, Form(max_length=200)],
    back: Annotated[str, Form(max_length=4000)] = "/judgements",
    field: Annotated[str, Form(max_length=100)] = "",
    value: Annotated[str, Form(max_length=_REASON)] = "",
    all_alike: Annotated[bool, Form()] = False,
    other: Annotated[str, Form(max_length=300)] = "",
) -> Response:
    """Decide on records; see `Shelf.decide` for what shows it when. `other` is one more actor, by name or id.

    Raises:
        SetupError: what was decided cannot be decided of these records.
    """
    shelf: Shelf = request.app.state.shelf
    setting = {"field": field, "value": value} if action == "correct" else {}
    case = shelf.case()
    if other.strip():
        ids = [*ids, _actor(case.view, other.strip())]
    made = case.judgement(action, *dict.fromkeys(ids), who=who, why=why, all_alike=all_alike, **setting)
    shelf.decide(made)
    answer = RedirectResponse(_marked(back, made.id), 303)
    answer.set_cookie(WHO_COOKIE, who[:100].encode("ascii", "ignore").decode(), httponly=True, samesite="strict",
                      max_age=365 * 24 * 3600)  # fmt: skip
    return answer


def _actor(view: View, name: str) -> str:
    """The id of the actor of that name or id; SetupError where none bears it, or several do."""
    bearing = [one for one in view.world.actors if name == one.id or name.casefold() in map(str.casefold, one.names)]
    found = view.sides.named(name) or (bearing[0].id if len(bearing) == 1 else None)
    if found is None and bearing:
        raise SetupError(f"several are called {name!r}: {', '.join(f'{one.id} ({one.type})' for one in bearing[:6])}")
    if found is None:
        raise SetupError(f"no actor is called {name!r}")
    return found


def _marked(back: str, judgement: str) -> str:
    """The page to go back to, which then says what was decided; never one of another host."""
    inside = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable()
    return str(URL(back if inside else "/judgements").include_query_params(done=judgement))


@router.get("/judgements")
def show(look: Looking) -> Response:
    """Every judgement, newest first, and whether it holds."""
    made = list(reversed(look.case.judgements()))
    return page(look, "judgements.html", judgements=made, described=described)


@router.get("/judgements.jsonl")
def export(look: Looking) -> Response:
    """All judgements, for another case of the same reports."""
    return _download(look.case.judgements_as_jsonl(), "judgements.jsonl", "application/x-ndjson")


@router.post("/judgements/import", dependencies=[Depends(own_form)])
def take(request: Request, file: Annotated[UploadFile, File()]) -> Response:
    """Take over judgements made elsewhere; those that are there already are left.

    Raises:
        SetupError: a line is no judgement.
    """
    data = file.file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise SetupError("that is no file of judgements: it is too large")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise SetupError("that is no file of judgements: it is not UTF-8") from None
    shelf: Shelf = request.app.state.shelf
    new = Case(shelf.archive).new_judgements(text, "the file")
    shelf.decide(*new)
    return RedirectResponse(f"/judgements?taken={len(new)}", 303)


def _download(content: str, name: str, type: str) -> Response:
    return Response(content, media_type=type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
