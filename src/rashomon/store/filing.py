"""How records are checked, written and filed, alike in every archive."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import Any, get_type_hints

from rashomon.errors import SetupError
from rashomon.model.annotation import Annotation, Link
from rashomon.model.codec import RECORDS, encode
from rashomon.model.text import Document, Span
from rashomon.model.values import When
from rashomon.model.world import World


def check(document: Document, annotations: Iterable[Annotation]) -> None:
    """Raise ValueError unless every span of the annotations is the document's own words."""
    for annotation in annotations:
        if annotation.document != document.id:
            raise ValueError(f"{annotation.id} belongs to {annotation.document}, not {document.id}")
        for span in spans(annotation):
            if span.document != document.id or document.text[span.start : span.end] != span.text:
                raise ValueError(f"{annotation.id} has a span {span.start}-{span.end} that is not in {document.id}")


def spans(annotation: Annotation) -> Iterator[Span]:
    """Yield every span of an annotation: evidence, cues, and the words that fill its roles."""
    plain, linked = _span_fields(annotation.kind)
    for name in plain:
        yield from getattr(annotation, name)
    for name in linked:
        for link in getattr(annotation, name):
            if link.span is not None:
                yield link.span


@cache
def _span_fields(kind: str) -> tuple[list[str], list[str]]:
    hints = get_type_hints(RECORDS[kind])
    plain = [name for name, hint in hints.items() if hint == tuple[Span, ...]]
    return plain, [name for name, hint in hints.items() if hint == tuple[Link, ...]]


def place(annotation: Annotation) -> tuple[int, str]:
    """What the annotations of one document are ordered by."""
    return annotation.evidence[0].start, annotation.id


_TIMES = {
    "statement": "said", "event": "happened", "figure": "as_of", "pledge": "said",
    "position": "said", "relation": "when", "time": "when",
}  # fmt: skip


_UNKNOWN = When()


def time_of(annotation: Annotation) -> When:
    """The time an annotation is filed under."""
    name = _TIMES.get(annotation.kind)
    return getattr(annotation, name) if name else _UNKNOWN


def to_json(record: Any) -> str:
    """The record as JSON text; ValueError where it holds lone surrogates."""
    line = _write(encode(record))
    line.encode()  # UnicodeEncodeError is a ValueError
    return line


def end_of(as_of: str | None) -> datetime | None:
    """The first moment after a day or minute; None for None; `SetupError` where it is no date."""
    try:
        return When(latest=as_of).stop
    except ValueError as error:
        raise SetupError(f"{as_of!r} is no date such as 2020-10-28") from error


def meant(world: World) -> Iterator[Any]:
    """Yield every record of a world."""
    yield from world.actors
    yield from world.happenings
    yield from world.contacts
    yield from world.truces
    yield from world.stories


_write = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def unknown(record_id: str) -> SetupError:
    """The error for an id that names nothing."""
    return SetupError(f"no record {record_id!r} in this case")


def ambiguous(record_id: str) -> SetupError:
    """The error for the beginning of several ids."""
    return SetupError(f"several records begin with {record_id!r}: give more of the id")
