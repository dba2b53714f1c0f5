"""JSON Lines: one report a line; also a JSON file with one object or a list of them."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from rashomon.errors import DocumentError
from rashomon.model.finding import Problem
from rashomon.read.decoding import decoded, normalised
from rashomon.read.draft import LIMIT, Draft, problem, whole

_TEXTS = ("id", "url", "title", "outlet", "published", "language", "genre")
_FIELDS = frozenset((*_TEXTS, "text", "byline"))


def drafts(stream: BinaryIO, source: str) -> Iterator[Draft | Problem]:
    """Yield a draft or a problem for each line of `stream`, whatever the other lines hold."""
    number, seen = 0, False
    while True:
        number += 1
        line = stream.readline(LIMIT + 1)
        if not line:
            break
        if len(line) > LIMIT:
            seen = True
            yield problem(source, "jsonl", f"line {number}: larger than {LIMIT // 1024 // 1024} MB")
            _skip_line(stream, line)
        elif line.strip(b" \t\r\n\xef\xbb\xbf\x00"):
            seen = True
            yield from _line(line, number, source)
    if not seen:
        raise DocumentError("empty file")


def json_drafts(stream: BinaryIO, source: str) -> Iterator[Draft | Problem]:
    """Yield the reports of a .json file: lines, a list of objects, or a single object."""
    data = whole(stream)
    try:
        text, _ = decoded(data)
        loaded = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        yield from (one for number, line in enumerate(data.splitlines(), 1) for one in _line(line, number, source))
        return
    for number, one in enumerate(loaded if isinstance(loaded, list) else [loaded], 1):
        yield draft_of(one, number, source)


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(LIMIT)


def _line(line: bytes, number: int, source: str) -> Iterator[Draft | Problem]:
    try:
        text, flaw = decoded(line)
        loaded = json.loads(text.strip("\ufeff\x00 \r\n\t"))
    except (ValueError, RecursionError, DocumentError) as error:
        yield problem(source, "jsonl", f"line {number}: no JSON ({error})")
        return
    if flaw:
        yield problem(source, "jsonl", f"line {number}: {flaw}")
    yield draft_of(loaded, number, source)


def draft_of(loaded: Any, number: int, source: str) -> Draft | Problem:
    """The draft that the object of a line stands for, or what is wrong with it."""
    try:
        return _draft(loaded, source)
    except DocumentError as error:
        return problem(source, "jsonl", f"line {number}: {error}")


def _draft(loaded: Any, source: str) -> Draft:
    """The draft of one object; raises DocumentError naming the field that does not fit."""
    if not isinstance(loaded, dict):
        raise DocumentError("not an object")
    text = loaded.get("text")
    if not isinstance(text, str):
        raise DocumentError("no field 'text'" if text is None else "'text' is not a string")
    text = normalised(text)
    if not any(char.isalnum() for char in text):
        raise DocumentError("'text' is empty")
    given = {name: _text(loaded, name) for name in _TEXTS}
    return Draft(
        text=text,
        source=source,
        declared_id=given.pop("id"),
        byline=_byline(loaded.get("byline")),
        published_basis="'published' of the record",
        metadata={str(key): value for key, value in loaded.items() if key not in _FIELDS},
        **given,  # type: ignore[arg-type]
    )


def _text(loaded: dict[str, Any], name: str) -> str | None:
    value = loaded.get(name)
    if value is None or isinstance(value, str):
        return normalised(value).strip() or None if value else None
    if name in ("id", "published") and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise DocumentError(f"'{name}' is not a string")


def _byline(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise DocumentError("'byline' is neither a string nor a list of strings")
    return tuple(normalised(name).strip() for name in names if name.strip())
