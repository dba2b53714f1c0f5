"""RSS and Atom feeds: each entry that holds text is a report."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import feedparser

from rashomon.errors import DocumentError
from rashomon.model.finding import Problem
from rashomon.read.decoding import normalised
from rashomon.read.draft import Draft, problem, whole
from rashomon.read.html import fragment_text


def drafts(stream: BinaryIO, source: str) -> Iterator[Draft | Problem]:
    """Yield the entries of a feed; DocumentError where it has none.

    The pages that the entries link to are not fetched.
    """
    data = whole(stream)
    if b"<!ENTITY" in data:
        raise DocumentError("XML entities are not read")
    found = feedparser.parse(data)
    if not found.entries:
        why = f" ({found.bozo_exception})" if found.get("bozo") else ""
        raise DocumentError(f"no entries in the feed{why}")
    if found.get("bozo"):
        yield problem(source, "feed", f"broken XML ({found.bozo_exception})")
    outlet = _text(found.feed.get("title"))
    for number, entry in enumerate(found.entries, 1):
        yield _draft(entry, source, outlet) or problem(source, "feed", f"entry {number}: no text in it")


def _draft(entry: Any, source: str, outlet: str | None) -> Draft | None:
    title = _text(fragment_text(entry.get("title") or ""))
    contents = [part.get("value", "") for part in entry.get("content") or ()]
    body = fragment_text(max([*contents, entry.get("summary") or ""], key=len))
    if not any(char.isalnum() for char in body):
        return None
    return Draft(
        text=f"{title}\n\n{body}" if title and not body.startswith(title) else body,
        source=source,
        declared_id=_text(entry.get("id")),
        url=_text(entry.get("link")),
        title=title,
        outlet=outlet,
        byline=tuple(name for author in entry.get("authors") or () if (name := _text(author.get("name")))),
        published=_text(entry.get("published")),
        published_basis="date of the feed's entry",
        metadata={"tags": [tag["term"] for tag in entry.tags if tag.get("term")]} if entry.get("tags") else {},
        roles={title: "title"} if title else {},
    )


def _text(value: Any) -> str | None:
    return " ".join(normalised(str(value)).split()) or None if value else None
