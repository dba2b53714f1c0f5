"""Who takes part: the list of actors, and all that is known of one of them."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from rashomon.analyse.dossier import dossier
from rashomon.web.looking import Looking, NotFoundError, page
from rashomon.web.pages.hand import choices

router = APIRouter()

PAGE = 100
# So many actors can be chosen from a list; of more, one is named.
_LISTED = 300


@router.get("/actors")
def show(
    look: Looking, type: str | None = None, name: str | None = None, offset: Annotated[int, Query(ge=0, le=10**6)] = 0
) -> Response:
    """The actors, those most spoken of first."""
    every = look.view.world.actors
    asked = (name or "").strip().casefold()
    kept = [
        one
        for one in every
        if (not type or one.type == type)
        and (not asked or any(asked in other.casefold() for other in (one.name, *one.names)))
    ]
    kept.sort(key=lambda one: (-len(one.mentions), one.name))
    return page(
        look, "actors.html", actors=kept[offset : offset + PAGE], offset=offset, size=PAGE, total=len(kept),
        types=sorted({one.type for one in every}), type=type, name=name or "",
    )  # fmt: skip


@router.get("/actors/{id}")
def one(look: Looking, id: str) -> Response:
    """One actor."""
    found = look.view.actors.get(id)
    if found is None:
        raise NotFoundError(f"no actor {id}: it may have become another by a judgement or a new report")
    every = look.view.world.actors
    others = sorted((one for one in every if one.id != id), key=lambda one: one.name) if len(every) <= _LISTED else ()
    return page(look, "actor.html", dossier=dossier(look.view, found), actor=found, others=others,
                judged=look.case.judged(found), correct=choices(look.view, found))  # fmt: skip
