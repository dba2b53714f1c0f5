"""Provenance rows in the columns of GDELT 2.0 Mentions: one for each telling of a happening."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.analyse.surroundings import sentence_number
from rashomon.analyse.view import View
from rashomon.export.cells import to_json_text, write_tsv
from rashomon.export.target import text_to
from rashomon.model.annotation import Event, Link
from rashomon.model.values import When
from rashomon.model.world import Happening

MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
"""The columns of GDELT's mentions, in their order."""

_WEB, _CITATION = 1, 2
_LONGEST = 2_000  # characters of evidence in a cell; start and end lead to all of it
_MISSING = -1  # GDELT's offset of an actor that is not named


def export_gdelt(view: View, target: Path | None) -> None:
    """A row for each telling, with the sentence, the offsets and the score; `Extras` holds the rest as JSON."""
    with text_to(target) as out:
        write_tsv(out, MENTIONS, _rows(view))


def _rows(view: View) -> Iterator[dict[str, Any]]:
    for happening in view.world.happenings:
        for id in happening.events:
            event = view.events_by_id.get(id)
            if event is not None and not event.background:
                yield _row(view, happening, event)


def _row(view: View, happening: Happening, event: Event) -> dict[str, Any]:
    document = view.documents[event.document]
    evidence = event.evidence[0]
    return {
        "GLOBALEVENTID": happening.id,
        "EventTimeDate": _stamp(happening.happened),
        "MentionTimeDate": _stamp(document.published),
        "MentionType": _WEB if document.url else _CITATION,
        "MentionSourceName": document.outlet,
        "MentionIdentifier": document.url or document.id,
        "SentenceID": sentence_number(document, evidence),
        "Actor1CharOffset": _offset(event.initiators),
        "Actor2CharOffset": _offset(event.recipients),
        "ActionCharOffset": (event.cue or event.evidence)[0].start,
        "InRawText": 1,
        "Confidence": round(event.score * 100),
        "MentionDocLen": len(document.text),
        "Extras": to_json_text(_extras(view, event)),
    }


def _extras(view: View, event: Event) -> dict[str, Any]:
    evidence = event.evidence[0]
    return {
        "record": event.id,
        "document": event.document,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text[:_LONGEST],
        "type": event.type,
        "status": event.status,
        "according_to": view.voices(event.according_to),
    }


def _offset(links: tuple[Link, ...]) -> int:
    """Where the first that words name stands, counted in characters from the start of the text."""
    return next((link.span.start for link in links if link.span), _MISSING)


def _stamp(when: When) -> str | None:
    """A day as GDELT writes moments (YYYYMMDDHHMMSS); None where the day is not known."""
    first = when.start
    return first.strftime("%Y%m%d%H%M%S") if first and when.is_day else None
