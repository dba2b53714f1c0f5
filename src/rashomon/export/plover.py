"""Event rows in the columns of POLECAT (PLOVER's types), with the words and the voices behind each."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from rashomon.analyse.coding import Party, cow, intensity, party, quad
from rashomon.analyse.timeline import TOLD
from rashomon.analyse.view import View, day, quoted
from rashomon.export.cells import write_tsv
from rashomon.export.target import text_to
from rashomon.model.annotation import Event
from rashomon.model.values import When
from rashomon.model.world import Happening

POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Event Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
"""The columns of POLECAT's files, in their order; those we have nothing for stay empty."""

PROVENANCE = (
    "Earliest", "Latest", "Status", "According To", "Denied By", "Codes", "Codes Note", "Evidence", "Document", "Start",
    "End", "Record", "Happening",
)  # fmt: skip
"""Our columns, after theirs: when, who says so, who denies it, how a place is contested, and the words."""

VERSION = "rashomon"
_NOBODY = Party(name="")


def export_plover(view: View, target: Path | None) -> None:
    """A row for each initiator and recipient of each event that some voice says took place, tab-separated."""
    with text_to(target) as out:
        write_tsv(out, (*POLECAT, *PROVENANCE), _rows(view))


def _rows(view: View) -> Iterator[dict[str, Any]]:
    happenings = {id: one for one in view.world.happenings for id in one.events}
    stories = {id: _story(view, id) for id in view.documents}
    for event in view.events:
        if event.status not in TOLD or event.background:
            continue
        shared = _event(view, event, happenings.get(event.id)) | stories[event.document]
        doers = [party(view, link) for link in event.initiators] or [_NOBODY]
        others = [party(view, link) for link in event.recipients] or [_NOBODY]
        for number, (doer, other) in enumerate(product(doers, others), start=1):
            row = shared | _party("Actor", doer) | _party("Recipient", other) | _contested(doer, other)
            yield row | {"Event ID": event.id if number == 1 else f"{event.id}.{number}"}


def _event(view: View, event: Event, happening: Happening | None) -> dict[str, Any]:
    place = party(view, event.places[0]) if event.places else _NOBODY
    evidence = event.evidence[0]
    return {
        "Event Date": event.happened.first_day if event.happened.is_day else None,
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Event Intensity": intensity(event.type),
        "Quad Code": quad(event.type),
        "Placename": place.name,
        "Raw Placename": place.raw,
        "Country": place.country,
        "Earliest": event.happened.earliest,
        "Latest": event.happened.latest,
        "Status": event.status,
        "According To": view.voices(event.according_to),
        "Denied By": "; ".join(_denied(view, happening)),
        "Evidence": quoted(event.evidence),
        "Document": event.document,
        "Start": evidence.start,
        "End": evidence.end,
        "Record": event.id,
        "Happening": happening.id if happening else None,
    }


def _denied(view: View, happening: Happening | None) -> Iterator[str]:
    if happening is not None:
        names = (view.name(one.voice) for one in happening.accounts if one.status in ("denied", "negated"))
        yield from dict.fromkeys(names)


def _party(role: str, one: Party) -> dict[str, Any]:
    return {
        f"{role} Name": one.name,
        f"{role} Country": one.country,
        f"{role} COW": cow(one.country),
        f"Primary {role} Sector": one.sector,
        f"{role} Sectors": one.sector,
        f"{role} Title": one.title,
        f"{role} Name Raw": one.raw,
    }


def _contested(*parties: Party) -> dict[str, Any]:
    """Who claims or holds the contested territories of a row, and how; they have no country of their own."""
    told = {one.name: one for one in parties if one.codes}
    return {
        "Codes": "; ".join(f"{one.name}: {', '.join(one.codes)}" for one in told.values()),
        "Codes Note": "; ".join(one.note for one in told.values() if one.note),
    }


def _story(view: View, id: str) -> dict[str, Any]:
    """What a row says of the report it is from."""
    document = view.documents[id]
    return {
        "Source": document.outlet,
        "Publication Date": _published(document.published),
        "Language": document.language,
        "Version": VERSION,
    } | {
        f"Story {column}": "; ".join(_named(view, id, types))
        for column, types in (
            ("People", {"person"}),
            ("Organizations", {"organisation", "government", "alliance", "armed group"}),
            ("Locations", {"state", "place"}),
        )
    }


def _named(view: View, document: str, types: set[str]) -> list[str]:
    """The actors of these types whom a report names, by name."""
    mentioned = {view.world.links.get(one.id) for one in view.mentions if one.document == document}
    return sorted(one.name for one in view.world.actors if one.id in mentioned and one.type in types)


def _published(when: When) -> str | None:
    return day(when) if when.is_day else None
