"""From a record of any level to the words it rests on, each in its paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.analyse.corroborations import corroborations
from rashomon.analyse.differences import differences
from rashomon.analyse.surroundings import paragraph
from rashomon.analyse.view import View
from rashomon.errors import SetupError
from rashomon.model.annotation import Annotation
from rashomon.model.finding import Corroboration, Difference
from rashomon.model.shown import Shown
from rashomon.model.text import Document, Span

# An actor is shown with this many of its mentions; the rest are counted.
_MENTIONS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Shown):
    """Words in their paragraph: `before` + `span.text` + `after` is the document's own text."""

    record: str
    document: Document
    before: str
    span: Span
    after: str


def record(view: View, id: str) -> Any:
    """The record of that id (or its only beginning), with actors filled in; findings included.

    Raises:
        SetupError: no record, or several, begin so.
    """
    if id.startswith(("difference", "corroboration")):
        concluded: list[Difference | Corroboration] = [*differences(view), *corroborations(view)]
        found = [one for one in concluded if one.id.startswith(id)]
        if len(found) != 1:
            raise SetupError(f"{'no record begins' if not found else 'several records begin'} with {id!r}")
        return found[0]
    return _held(view, id)


def passages(view: View, one: Any) -> list[Passage]:
    """Every piece of evidence of a record, in its paragraph."""
    return [_passage(view.documents[span.document], id, span) for id, span in _spans(view, one)]


def members(one: Any) -> tuple[str, ...]:
    """The ids of the records that a record of a higher level rests on."""
    if one.kind == "happening":
        return tuple(one.events)
    if one.kind in ("contact", "truce", "corroboration"):
        return tuple(one.members)
    if one.kind == "actor":
        return tuple(one.mentions)
    if one.kind == "difference":
        return tuple(id for side in one.sides for id in side.records)
    return ()


def _spans(view: View, one: Any) -> Iterator[tuple[str, Span]]:
    if isinstance(one, Annotation):
        yield from ((one.id, span) for span in one.evidence)
        return
    if one.kind == "difference":
        yield from ((one.id, span) for side in one.sides for span in side.evidence)
        return
    for id in members(one)[: _MENTIONS if one.kind == "actor" else None]:
        yield from _spans(view, _held(view, id))


def _held(view: View, id: str) -> Any:
    """The record of that id: what the view has already, before the archive is asked."""
    if "meant" not in view.findings:
        world = view.world
        view.findings["meant"] = {
            one.id: one for some in (world.happenings, world.contacts, world.truces) for one in some
        }
    known = view.those([id]).get(id) or view.findings["meant"].get(id)
    if known is not None:
        return known
    one = view.archive.record(id)
    return view.shown(one) if isinstance(one, Annotation) else one


def _passage(document: Document, id: str, span: Span) -> Passage:
    start, end = paragraph(document, span)
    return Passage(
        record=id,
        document=document,
        before=document.text[start : span.start],
        span=span,
        after=document.text[span.end : end],
    )
