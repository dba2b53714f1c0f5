"""The search page: words, where they stand, and facets to narrow what was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from markupsafe import Markup, escape
from starlette.responses import Response

from rashomon.analyse.search import Found, Narrowing, Results, search, sentences
from rashomon.analyse.view import View
from rashomon.model.shown import visible
from rashomon.model.text import Span
from rashomon.web.looking import Looking, page

router = APIRouter()

PAGE = 40
_LONGEST = 320
_FACETS = {"kind": "Kind", "outlet": "Outlet", "month": "Published", "actor": "Actor"}


@router.get("/search")
def show(
    look: Looking,
    q: Annotated[str, Query(max_length=300)] = "",
    outlet: str | None = None,
    month: str | None = None,
    actor: str | None = None,
    kind: str | None = None,
    offset: Annotated[int, Query(ge=0, le=10**6)] = 0,
) -> Response:
    """What was found, a page at a time."""
    narrowing = Narrowing(outlet=outlet or None, month=month or None, actor=actor or None, kind=kind or None)
    results = search(look.view, q, narrowing) if q.strip() else Results(found=(), facets={})
    chosen = {name: look.request.query_params.get(name) for name in _FACETS}
    found = _sentences(results.found)
    return page(
        look, "search.html", q=q, found=found[offset : offset + PAGE], total=len(found), offset=offset,
        left_out=results.left_out,
        size=PAGE, facets=results.facets, headings=_FACETS, chosen=chosen, snippet=lambda one: _snippet(look.view, one),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence that was found, with the kinds of all records in it that were, and who has a role in them."""

    document: str
    sentence: Span
    words: tuple[tuple[int, int], ...]
    kinds: tuple[str, ...]
    actors: tuple[str, ...]


def _sentences(found: Sequence[Found]) -> list[_Sentence]:
    """What was found, each sentence once, in the order of the search."""
    return [
        _Sentence(
            document=some[0].document,
            sentence=some[0].sentence,
            words=some[0].words,
            kinds=tuple(dict.fromkeys(one.kind for one in some)),
            actors=tuple(dict.fromkeys(id for one in some for id in sorted(one.actors))),
        )
        for some in sentences(found)
    ]


def _snippet(view: View, found: _Sentence) -> Markup:
    """The sentence with the words marked; the middle of a long one left out."""
    text = view.documents[found.document].text
    start, end = found.sentence.start, found.sentence.end
    if end - start > _LONGEST and found.words:
        start = max(start, found.words[0][0] - _LONGEST // 2)
        end = min(end, start + _LONGEST)
    markup = [(one.start, one.end) for one in view.documents[found.document].furniture if one.role == "markup"]

    def plain(a: int, b: int) -> str:
        """The words between, without what only makes a link."""
        kept, at = "", a
        for first, last in markup:
            if a <= first and last <= b:
                kept, at = kept + text[at:first], last
        return visible(kept + text[at:b])

    parts = [Markup("… ") if start > found.sentence.start else Markup("")]
    place = start
    for a, b in found.words:
        if place <= a and b <= end and not any(first <= a and b <= last for first, last in markup):
            parts += [escape(plain(place, a)), Markup("<mark>{}</mark>").format(visible(text[a:b]))]
            place = b
    parts += [escape(plain(place, end)), Markup(" …") if end < found.sentence.end else Markup("")]
    return Markup("").join(parts)
