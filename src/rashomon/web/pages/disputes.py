"""Where accounts differ: each side in its own words, who passed them on, when, and why it is this kind."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from rashomon.analyse.differences import differences
from rashomon.analyse.view import View
from rashomon.model.annotation import Annotation
from rashomon.model.finding import Difference, Side
from rashomon.web.labels import voices
from rashomon.web.looking import Looking, NotFoundError, page
from rashomon.web.shown import CONTESTED

router = APIRouter()

PAGE = 25


@router.get("/disputes")
def show(
    look: Looking, type: str | None = None, open: bool = False, offset: Annotated[int, Query(ge=0, le=10**6)] = 0
) -> Response:
    """The differences: the contested ones unless another kind is asked for."""
    every = differences(look.view)
    counts: dict[str, int] = {name: sum(one.type == name for one in every) for name in {one.type for one in every}}
    kept = [one for one in every if _is(one, type) and not (open and one.resolution)]
    kept.sort(key=lambda one: CONTESTED.index(one.type) if one.type in CONTESTED else len(CONTESTED))
    return page(
        look, "disputes.html", disputes=kept[offset : offset + PAGE], offset=offset, size=PAGE, total=len(kept),
        counts=counts, contested=sum(counts.get(name, 0) for name in CONTESTED), type=type,
        chain=partial(_chain, look.view),
    )  # fmt: skip


def _is(one: Difference, type: str | None) -> bool:
    if not type:
        return one.type in CONTESTED
    return type == "all" or one.type == type or (type == "compatible" and one.type not in CONTESTED)


@router.get("/disputes/{id}")
def one(look: Looking, id: str) -> Response:
    """One difference."""
    found = next((one for one in differences(look.view) if one.id == id), None)
    if found is None:
        raise NotFoundError(f"no difference {id}")
    return page(look, "dispute.html", dispute=found, chain=partial(_chain, look.view))


def _chain(view: View, side: Side) -> list[str]:
    """The voices behind a side, from the innermost out to the report."""
    record: Annotation | None = next((view.by_id[id] for id in side.records if id in view.by_id), None)
    if record is not None:
        return voices(view, record)
    document = side.evidence[0].document
    return [view.documents[document].outlet or view.numbers[document]]
