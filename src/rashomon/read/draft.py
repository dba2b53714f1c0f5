"""What a format's reader hands over: a report's text and what its source declares of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, TypeAlias

from rashomon.errors import DocumentError
from rashomon.model.finding import Problem
from rashomon.model.text import Document, FurnitureRole

LIMIT = 50 * 1024 * 1024
"""Bytes of one report at most; nobody writes a longer one by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report before anything is inferred: everything here stands in the source itself.

    `published` is the date as written by the source and `published_basis` says where.
    `roles` names lines of the text whose role the format itself gives (a heading, a
    caption). `declared_id` is the identity that an archive gives the report.
    """

    text: str
    source: str
    declared_id: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    published_basis: str = ""
    language: str | None = None
    genre: str | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)
    roles: Mapping[str, FurnitureRole] = field(default_factory=dict)


Format: TypeAlias = Callable[[BinaryIO, str], Iterator[Draft | Problem]]
"""Reads a stream that comes from `source`; raises DocumentError where nothing can be read."""

Reader: TypeAlias = Callable[[str], Iterable[Document | Draft]]
"""A plug-in that reads a source of its own kind."""


def whole(stream: BinaryIO) -> bytes:
    """All bytes of `stream`; DocumentError where there are none or more than `LIMIT`."""
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise DocumentError(f"larger than {LIMIT // 1024 // 1024} MB")
    if not data:
        raise DocumentError("empty file")
    return data


def problem(source: str, part: str, message: str) -> Problem:
    """A problem met by a part of this room ("" for the room itself), its message in one line."""
    return Problem(source=source, component=f"read.{part}" if part else "read", message=" ".join(message.split()))
