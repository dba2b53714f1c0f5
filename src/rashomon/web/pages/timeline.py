"""What happened, when, by whose account: drawn in lanes, and as a table; replayed by the day as of which one looks."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from rashomon.analyse.timeline import Entry, timeline
from rashomon.analyse.view import View, day
from rashomon.errors import SetupError
from rashomon.model.shown import visible
from rashomon.model.values import When
from rashomon.web.listed import choices, words_of
from rashomon.web.looking import Look, Looking, checked_day, page
from rashomon.web.shown import cut

router = APIRouter()

PAGE = 60
# What is drawn at once; a longer timeline is narrowed by its filters.
_DRAWN = 400
_LANES = 12
_NOBODY = "nobody named"


@router.get("/timeline")
def show(
    look: Looking,
    actor: str | None = None,
    type: str | None = None,
    since: str | None = None,
    until: str | None = None,
    background: bool = False,
    disputed: bool = False,
    lanes: Literal["type", "actor"] = "type",
    offset: Annotated[int, Query(ge=0, le=10**6)] = 0,
) -> Response:
    """The timeline, filtered."""
    view = look.view
    every = timeline(view, background=background)
    entries = _kept(view, every, actor, type, since, until)
    if disputed:
        entries = [one for one in entries if one.denied_by]
    dated = [one for one in entries if one.happening.happened.known]
    return page(
        look, "timeline.html", entries=entries[offset : offset + PAGE], offset=offset, size=PAGE, total=len(entries),
        every=len(every), undated=len(entries) - len(dated), drawn=min(len(dated), _DRAWN),
        data=_drawing(look, dated[:_DRAWN], lanes), choices=choices(view, background=background), days=look.days,
        lanes=lanes,
        told=lambda one: words_of(view, one), published=lambda one: _published(view, one),
    )  # fmt: skip


def _kept(
    view: View, entries: list[Entry], actor: str | None, type: str | None, since: str | None, until: str | None
) -> list[Entry]:
    first, last = checked_day(since), checked_day(until)
    if first and last and first > last:
        raise SetupError(f"from {first} is after {last}")
    span = When(earliest=first, latest=last)
    who = None
    if actor:
        who = actor if actor in view.actors else view.sides.named(actor)
        if who is None:
            raise SetupError(f"no actor is called {actor[:60]!r}, or several are")
    return [
        one
        for one in entries
        if (who is None or any(link.actor == who for link in one.happening.participants))
        and (not type or one.happening.type == type)
        and (not span.known or (one.happening.happened.known and one.happening.happened.may_meet(span)))
    ]


def _published(view: View, entry: Entry) -> list[When]:
    """When the reports that tell it appeared, earliest first."""
    documents = dict.fromkeys(
        view.events_by_id[id].document for id in entry.happening.events if id in view.events_by_id
    )
    return [view.published(id) for id in sorted(documents, key=view.order.__getitem__)]


def _drawing(look: Look, entries: list[Entry], lanes: str) -> dict[str, Any]:
    """What timeline.js draws: lanes, and items by lane with their days and what opens them."""
    items = [_item(look, one, lanes) for one in entries]
    counts: dict[str, int] = {}
    for one in items:
        for lane in one["lanes"]:
            counts[lane] = counts.get(lane, 0) + 1
    first = sorted(counts, key=lambda lane: (lane == _NOBODY, -counts[lane], lane))[:_LANES]
    for one in items:
        one["lanes"] = [lane if lane in first else "others" for lane in one["lanes"]]
        one["lanes"] = list(dict.fromkeys(one["lanes"]))
    return {"lanes": [*first, *(["others"] if len(counts) > len(first) else [])], "items": items}


def _item(look: Look, entry: Entry, lanes: str) -> dict[str, Any]:
    view, happening, event = look.view, entry.happening, entry.event
    who = [view.actors[link.actor].name for link in happening.participants if link.actor in view.actors]
    named = sorted(set(who)) or [_NOBODY]
    published = [one.last_day for one in _published(view, entry) if one.last_day]
    when = happening.happened
    return {
        "id": happening.id,
        "lanes": [happening.type.lower()] if lanes == "type" else [visible(one) for one in named],
        "from": when.earliest,
        "to": when.latest,
        "granularity": when.granularity,
        "when": day(when),
        "label": visible(_label(who, happening.mode, words_of(view, entry), lanes)),
        "text": visible(words_of(view, entry)[:300]),
        "who": visible(", ".join(dict.fromkeys(who))),
        "told": visible(", ".join(entry.told_by[:4])),
        "denied": visible(", ".join(entry.denied_by)),
        "sources": happening.independent_sources,
        "reported": sorted({one.isoformat() for one in published}),
        "href": look.url(f"/reports/{event.document}#here", at=happening.id),
    }


def _label(who: list[str], mode: str | None, words: str, lanes: str) -> str:
    """What stands beside a bar: what its lane does not say already."""
    if lanes == "type" and who:
        return ", ".join(dict.fromkeys(who))
    return (mode or "").replace("-", " ") or f"“{cut(words, 60)}”"
