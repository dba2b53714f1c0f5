"""A draft becomes a document: furniture marked, identity, genre, language and date inferred."""

from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.read.blocks import Layout
from rashomon.read.dating import given_date, inferred_date, undated_dateline
from rashomon.read.decoding import normalised
from rashomon.read.draft import Draft
from rashomon.read.furniture import mark
from rashomon.read.genre import genre_of
from rashomon.read.identity import byline_of, outlet_of, title_of, url_of
from rashomon.read.languages import language_of
from rashomon.read.upstreams import upstreams_of


def finished(draft: Draft, *, published: When | None = None, outlet: str | None = None) -> Document:
    """The document of `draft`; `published` and `outlet` are the caller's word, which wins."""
    text = normalised(draft.text)
    layout = mark(text, title=draft.title, roles=draft.roles)
    url = url_of(draft, layout)
    named = outlet or outlet_of(draft, layout, url)
    return Document(
        text=text,
        source=draft.source,
        title=title_of(draft, layout),
        outlet=named,
        byline=byline_of(draft, layout),
        url=url,
        language=language_of("\n".join(block.plain for block in layout.body) or text, draft.language),
        genre=genre_of(draft, layout, sender=draft.outlet),
        published=published or _published(draft, layout, url),
        upstreams=upstreams_of(layout, named),
        furniture=layout.furniture,
        metadata={**draft.metadata, **undated_dateline(layout)},
        declared=_declared(draft),
    )


def _published(draft: Draft, layout: Layout, url: str | None) -> When:
    declared = given_date(draft.published, draft.published_basis) if draft.published else None
    return declared or inferred_date(layout, url=url, source=draft.source)


def _declared(draft: Draft) -> str:
    """What the source itself says it is; nothing of what is inferred or what the caller says."""
    identity = draft.declared_id or draft.url or ""
    return f"{identity}|{draft.outlet or ''}" if identity or draft.outlet else ""
