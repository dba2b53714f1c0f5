"""Title, author, outlet and address of a report, as far as it tells them itself."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from rashomon.read.authors import author_names
from rashomon.read.blocks import Block, Layout
from rashomon.read.cues import lists
from rashomon.read.draft import Draft
from rashomon.read.furniture import is_masthead
from rashomon.read.upstreams import credited_in_frame

_ORIGINAL = re.compile(r"^(?:original\s+(?:url|link|source|article)|source|url|link)\W", re.I)
_URL = re.compile(r"https?://[^\s<>()\[\]\"]+")
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w'’&\-]*(?:\s+(?:(?:of|de|do|da|del|la|and)\s+)?[^\W\d_a-zß-öø-ÿ][\w'’&\-]*){0,5}"
_RIGHTS = re.compile(
    rf"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?,?\s*)?(?:by\s+)?(?P<name>(?-i:{_NAME}))", re.I
)
_POSITION = re.compile(
    rf"\b(?:position|views?|opinion|those|policy|stance)\s+(?:of|held by)\s+(?P<name>(?:the\s+)?(?-i:{_NAME}))",
    re.I,
)
_SIGNED = re.compile(rf"^(?P<name>{_NAME})(?:,\s+{_NAME})?\s*\(with\b|^(?P<edition>{_NAME})\.\s+(?:Year|Vol)\b")
_GENERIC = frozenset(
    {"the author", "author", "the authors", "the editors", "its author", "this newspaper", "all", "all rights"}
)


def title_of(draft: Draft, layout: Layout) -> str | None:
    """The title: declared, else that of the page."""
    if draft.title:
        return " ".join(draft.title.split())
    found = layout.of("title")
    return " ".join(found[0].plain.split()) if found else None


def byline_of(draft: Draft, layout: Layout) -> tuple[str, ...]:
    """The authors' names: declared, else those of the byline."""
    if draft.byline:
        return draft.byline
    names = [name for block in layout.of("byline") for name in author_names(block.plain)]
    return tuple(dict.fromkeys(names))


def url_of(draft: Draft, layout: Layout) -> str | None:
    """The address: declared, else that of the footer "Original url: …"."""
    if draft.url:
        return draft.url
    footers = layout.of("footer")
    for place, block in enumerate(footers):
        if not _ORIGINAL.match(block.plain + " "):
            continue
        for near in footers[place : place + 2]:
            if match := _URL.search(near.raw):
                return match.group().rstrip(".,;*")
    return None


def outlet_of(draft: Draft, layout: Layout, url: str | None) -> str | None:
    """The outlet: declared, signed for in a footer, the dateline's agency, or by its address.

    None where the report does not tell.
    """
    if draft.outlet:
        return draft.outlet
    return _signed(layout) or _masthead(layout) or _agency(layout) or outlet_at(url)


def _masthead(layout: Layout) -> str | None:
    """The paper whose name stands above the title."""
    first = layout.blocks[0] if layout.blocks else None
    if first is None or first.role != "heading" or not is_masthead(first):
        return None
    return first.plain.title().replace("’S", "’s").replace("'S", "'s") if first.capitals else first.plain


def _signed(layout: Layout) -> str | None:
    for block in reversed(layout.of("footer")):
        for name in _claims(block):
            if name.casefold() not in _GENERIC and not name.casefold().startswith(("its ", "his ", "her ")):
                return name
    return None


def _claims(block: Block) -> Iterator[str]:
    for pattern in (_RIGHTS, _POSITION, _SIGNED):
        if match := pattern.search(block.plain):
            groups = match.groupdict()
            name = (groups.get("name") or groups.get("edition") or "").strip()
            name = re.sub(r"^the\s", "The ", name)
            if name:
                yield name


def _agency(layout: Layout) -> str | None:
    """The agency of the dateline, where it stands alone for the whole report."""
    datelines = {block.start for block in layout.body}
    at_head = [one for one in layout.furniture if one.role == "dateline" and one.start in datelines]
    names = list(credited_in_frame(layout)) if at_head else []
    return names[0] if len(set(names)) == 1 else None


def outlet_at(url: str | None) -> str | None:
    """The outlet that stands behind an address: a well-known name, else the host."""
    if not url:
        return None
    host = (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.")
    domains = lists("outlets")["domains"]
    for known in (host, host.partition(".")[2]):
        if known in domains:
            return str(domains[known])
    return host or None
