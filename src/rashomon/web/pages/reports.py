"""The reports: the list, one report with what is said in it marked, one record, and anchors that survive a re-read."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import RedirectResponse, Response

from rashomon.analyse.anchors import Anchor, anchor, found_in, located
from rashomon.analyse.evidence import Passage, members, passages, record
from rashomon.analyse.sources import sources
from rashomon.errors import SetupError
from rashomon.model.annotation import Annotation
from rashomon.model.shown import visible
from rashomon.model.text import Document, Span
from rashomon.store.search import places, terms
from rashomon.web.labels import gist, label, voices
from rashomon.web.looking import Look, Looking, NotFoundError, page
from rashomon.web.pages.hand import choices
from rashomon.web.segments import paragraphs_of
from rashomon.web.shown import KINDS

router = APIRouter()

PAGE = 100
# Members of a record that its page lists; the rest are counted.
_MEMBERS = 60


@router.get("/reports")
def show(look: Looking, outlet: str | None = None, offset: Annotated[int, Query(ge=0, le=10**6)] = 0) -> Response:
    """The reports by publication."""
    every = sources(look.view)
    outlets = sorted({one.outlet or "outlet unknown" for one in look.view.documents.values()})
    kept = [
        one for one in every if not outlet or (look.view.documents[one.document].outlet or "outlet unknown") == outlet
    ]
    return page(
        look, "reports.html", reports=kept[offset : offset + PAGE], offset=offset, size=PAGE, total=len(kept),
        outlets=outlets, outlet=outlet,
    )  # fmt: skip


@router.get("/reports/{id}")
def one(
    look: Looking,
    id: str,
    at: str | None = None,
    start: Annotated[int | None, Query(ge=0, le=10**9)] = None,
    end: Annotated[int | None, Query(ge=0, le=10**9)] = None,
    exact: Annotated[str | None, Query(max_length=2000)] = None,
    q: Annotated[str | None, Query(max_length=300)] = None,
) -> Response:
    """A report's text; `at` (a record) or `start`, `end`, `exact` (words of it) are what it is opened for."""
    document = look.view.documents.get(id)
    if document is None:
        raise NotFoundError(f"no report {id} in this case{' as of that day' if look.as_of else ''}")
    opened, targets = _targets(look, document, at, start, end, exact)
    said = [one for one in look.view.archive.annotations(document=id) if one.id not in look.view.rejected]
    records = [look.view.amended(one) for one in said]
    hits = list(places(document.text, terms(q))) if q else []
    inside = [one for one in records if one.kind in KINDS]
    inside.sort(key=lambda one: (one.evidence[0].start, list(KINDS).index(one.kind)))
    return page(
        look, "report.html", document=document, paragraphs=paragraphs_of(document, inside, hits=hits, targets=targets),
        opened=opened, targets=targets, q=q, hits=hits, records=inside, label=gist, cards=_cards(look, inside),
        counts={kind: sum(one.kind == kind for one in inside) for kind in KINDS},
        leaning=next((one for one in sources(look.view) if one.document == id), None),
        panel=None if opened is None else _panel(look, opened), passage=_passage(targets),
        neighbours=_neighbours(look, id),
    )  # fmt: skip


def _passage(targets: Sequence[Span]) -> str:
    return " … ".join(span.text for span in targets[:3])


def _neighbours(look: Look, id: str) -> tuple[str | None, str | None]:
    """The reports published before and after."""
    order = list(look.view.documents)
    n = order.index(id)
    return (order[n - 1] if n else None, order[n + 1] if n + 1 < len(order) else None)


def _targets(
    look: Look, document: Document, at: str | None, start: int | None, end: int | None, exact: str | None
) -> tuple[Any, list[Span]]:
    """The record a report is opened for, if any, and the words."""
    if at:
        try:
            found = record(look.view, at)
        except SetupError:
            return None, []
        return found, [one.span for one in passages(look.view, found) if one.document.id == document.id]
    if start is not None and end is not None and start < end <= len(document.text):
        span = document.span(start, end)
        if not exact or span.text.startswith(exact):
            return None, [span]
    if exact:
        moved = located(document, Anchor(exact=exact, start=start))
        return None, [moved] if moved else []
    return None, []


def _cards(look: Look, records: Sequence[Annotation]) -> dict[str, Any]:
    """What is shown of a record on hover and focus: its kind, what it tells, its chain of voices."""
    return {
        one.id: {
            "kind": one.kind,
            "gist": visible(gist(look.view, one)),
            "voices": [visible(name) for name in voices(look.view, one)] if hasattr(one, "according_to") else [],
        }
        for one in records
    }


@router.get("/records/{id}")
def a_record(look: Looking, id: str, part: bool = False) -> Response:
    """One record: its fields, how it was found, its words in their paragraphs, what was judged of it."""
    try:
        found = record(look.view, id)
    except SetupError as error:
        raise NotFoundError(str(error)) from error
    if found.kind == "document":
        return RedirectResponse(look.url(f"/reports/{found.id}"), 303)
    if found.kind == "actor" and found.id in look.view.actors:
        return RedirectResponse(look.url(f"/actors/{found.id}"), 303)
    if found.kind == "difference" and not part:
        return RedirectResponse(look.url(f"/disputes/{found.id}"), 303)
    return page(look, "record_part.html" if part else "record.html", **_panel(look, found))


def _panel(look: Look, found: Any) -> dict[str, Any]:
    """What a record's panel shows."""
    resting = [id for id in members(found) if found.kind != "actor"]
    known = [one for id in resting[:_MEMBERS] if (one := _known(look, id))]
    return {
        "record": found,
        "title": label(look.view, found),
        "fields": _fields(look, found),
        "voices": voices(look.view, found) if isinstance(found, Annotation) else [],
        "passages": _found_passages(look, found),
        "cited": cited,
        "members": known,
        "more": len(resting) - len(known),
        "judged": look.case.judged(found),
        "rejected": found.id in look.view.rejected,
        "choices": choices(look.view, found),
        "gist": gist,
    }


def _found_passages(look: Look, found: Any) -> list[Passage]:
    return [] if found.kind in ("judgement", "problem") else passages(look.view, found)


def cited(some: Sequence[Passage]) -> list[tuple[Document, list[tuple[str, Span | None]]]]:
    """The paragraphs of some passages, each once, in pieces: their text, and the span where it is the words."""
    paragraphs: dict[tuple[str, int], list[Passage]] = {}
    for one in some:
        paragraphs.setdefault((one.document.id, one.span.start - len(one.before)), []).append(one)
    made = []
    for (_, start), here in paragraphs.items():
        document, last = here[0].document, here[-1]
        pieces: list[tuple[str, Span | None]] = []
        for span in sorted((one.span for one in here), key=lambda span: span.start):
            if span.start >= start:
                pieces += [(_shown(document, start, span.start), None), (_shown(document, span.start, span.end), span)]
                start = span.end
        pieces.append((_shown(document, start, last.span.end + len(last.after)), None))
        made.append((document, pieces))
    return made


def _shown(document: Document, start: int, end: int) -> str:
    """The text between two places without the brackets and addresses of links."""
    text = ""
    for one in sorted(document.furniture, key=lambda one: one.start):
        if one.role == "markup" and start < one.end and one.start < end:
            text += document.text[start : max(start, one.start)]
            start = one.end
    return text + document.text[start:end]


def _known(look: Look, id: str) -> Any:
    try:
        return record(look.view, id)
    except SetupError:
        return None


_HIDDEN = frozenset({
    "kind", "id", "document", "evidence", "rule", "score", "mentions", "events", "members", "according_to", "accounts",
    "cue",
    "content", "antecedents", "statements", "timex", "sides",
})  # fmt: skip


def _fields(look: Look, found: Any) -> list[tuple[str, Any]]:
    """The fields of a record that hold something, for a reader."""
    made = []
    for name in found.__dataclass_fields__:
        value = getattr(found, name)
        if name not in _HIDDEN and value not in (None, (), "", False):
            made.append((name.replace("_", " "), value))
    return made


@router.get("/at")
def at(
    look: Looking,
    exact: Annotated[str, Query(min_length=1, max_length=2000)],
    prefix: Annotated[str, Query(max_length=200)] = "",
    suffix: Annotated[str, Query(max_length=200)] = "",
    start: Annotated[int | None, Query(ge=0, le=10**9)] = None,
    source: str | None = None,
) -> Response:
    """Lead to words by their W3C selectors, in the report they were in or, should that be another now, in any."""
    wanted = Anchor(exact=exact, prefix=prefix, suffix=suffix, start=start)
    own = look.view.documents.get(source or "")
    span = (located(own, wanted) if own else None) or found_in(look.view.documents.values(), wanted)
    if span is None:
        raise NotFoundError("these words stand in no report of this case")
    return RedirectResponse(look.url(f"/reports/{span.document}#here", start=span.start, end=span.end), 303)


def selectors(document: Document, span: Span) -> dict[str, Any]:
    """Words as a W3C Web Annotation target: quotation and position."""
    made = anchor(document, span)
    return {
        "source": document.id,
        "selector": [
            {"type": "TextQuoteSelector", "exact": made.exact, "prefix": made.prefix, "suffix": made.suffix},
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }
