"""What the tools answer: JSON of a case's findings, each item with its references."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from pydantic import BaseModel

from rashomon.analyse.brief import Line
from rashomon.analyse.evidence import passages, record
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View, day, quoted
from rashomon.analyse.whatif import Answer
from rashomon.case import Case
from rashomon.errors import SetupError
from rashomon.mcp import arguments
from rashomon.mcp.arguments import Tool
from rashomon.model.codec import encode
from rashomon.model.finding import Difference, Side
from rashomon.model.shown import visible
from rashomon.model.text import Span

Json: TypeAlias = dict[str, Any]

_REFERENCES = 12  # of an item; a record named by `show` has more
_LONGEST = 1_000  # characters of a quotation
_TEXT = 20_000  # characters of a report's text
# What a table's row repeats of its references, or says of its evidence only.
_LEFT_OUT = frozenset({"evidence", "outlet", "published", "document"})


def answer(case: Case, tool: Tool, asked: BaseModel) -> Json:
    """The answer of a tool to checked arguments; text that hides or turns round other text is made visible.

    Raises:
        SetupError: no such record, actor or section.
    """
    made: Json = _shown(_ANSWERS[tool](case, asked))
    return made


def _search(case: Case, asked: arguments.Search) -> Json:
    hits = case.search(asked.words, limit=asked.offset + asked.limit + 1)
    items = (
        {"record": hit.record, "snippet": hit.snippet}
        | {"references": [_reference(case.view, hit.record, _span(case.view, hit.document, hit.start, hit.end))]}
        for hit in hits[asked.offset :]
    )
    return _paged(list(items), asked.limit, len(hits) > asked.offset + asked.limit)


def _span(view: View, document: str, start: int, end: int) -> Span:
    return view.documents[document].span(start, end)


def _table(name: str) -> Callable[[Case, Any], Json]:
    def rows(case: Case, asked: arguments.Timeline | arguments.Figures) -> Json:
        made = case.table(
            name, actor=asked.actor, background=asked.background,
            since=asked.since, until=asked.until,
        )  # fmt: skip
        wanted = made.rows[asked.offset : asked.offset + asked.limit]
        items = [
            {name: cell for name, cell in row.cells.items() if name not in _LEFT_OUT and cell is not None}
            | {"references": _references(case.view, row.id)}
            for row in wanted
        ]
        return _paged(items, asked.limit, len(made.rows) > asked.offset + asked.limit, len(made.rows))

    return rows


def _differences(case: Case, asked: arguments.Differences) -> Json:
    kept = {row.id for row in case.table("differences", actor=asked.actor).rows}
    found = [one for one in case.differences() if one.id in kept and asked.type in (None, one.type)]
    items = [_difference(case.view, one) for one in found[asked.offset : asked.offset + asked.limit]]
    return _paged(items, asked.limit, len(found) > asked.offset + asked.limit, len(found))


def _difference(view: View, one: Difference) -> Json:
    return {
        "id": one.id,
        "type": one.type,
        "topic": one.topic,
        "why": one.why,
        "resolution": one.resolution,
        "sides": [_side(view, one.id, side) for side in one.sides],
    }


def _side(view: View, id: str, side: Side) -> Json:
    rests = side.records[0] if side.records else id
    return {
        "who": view.names(side.who),
        "says": side.says,
        "said": day(side.said),
        "records": list(side.records),
        "references": [_reference(view, rests, span) for span in side.evidence[:_REFERENCES]],
    }


def _show(case: Case, asked: arguments.Show) -> Json:
    one = case.record(asked.id)
    made = encode(one)
    if one.kind == "document":
        whole = one.text
        made |= {"text": whole[:_TEXT], "characters": len(whole)}
        made.pop("furniture")
    return {"record": made, "references": _references(case.view, one.id, most=None)}


def _whatif(case: Case, asked: arguments.Whatif) -> Json:
    found = case.whatif(asked.event)
    note = None if found else "Nothing in these reports covers it."
    return {"note": note, "items": [_effect(case.view, one) for one in found]}


def _effect(view: View, one: Answer) -> Json:
    pledge = one.pledge
    parts = {"condition": pledge.condition, "response": pledge.response, "covers": pledge.covers}
    return {
        "effect": one.effect,
        "authority": one.authority,
        "form": pledge.form,
        "said": day(pledge.said),
        **{name: quoted(spans) for name, spans in {**parts, "exempts": pledge.exempts}.items() if spans},
        "pledge": pledge.id,
        "references": _references(view, pledge.id),
        "met": [{"event": id, "references": _references(view, id)} for id in one.met],
    }


def _brief(case: Case, asked: arguments.Brief) -> Json:
    made = case.brief()
    titles = [one.title for one in made.sections]
    if asked.section is not None and asked.section not in titles:
        raise SetupError(f"no section {asked.section!r} in this brief: one of {', '.join(titles)}")
    sections = [
        {
            "title": one.title,
            "note": one.note,
            "lines": [_line(case.view, line) for line in one.lines[: asked.limit]],
            "more": max(0, len(one.lines) - asked.limit),
        }
        for one in made.sections
        if asked.section in (None, one.title)
    ]
    return {"title": made.title, "as_of": made.as_of, "sections": sections}


def _line(view: View, line: Line) -> Json:
    return {
        "lead": line.lead,
        "text": line.text,
        "references": [one for id in line.ids for one in _references(view, id)[:1]],
        "details": [_line(view, detail) for detail in line.details],
    }


def _references(view: View, id: str, *, most: int | None = _REFERENCES) -> list[Json]:
    """Where the words stand that a record rests on; for a report itself, the report."""
    if id in view.documents:
        return [_report(view, id)]
    if id.startswith(("problem-", "judgement-")):
        return []
    return [_reference(view, one.record, one.span) for one in passages(view, record(view, id))[:most]]


def _report(view: View, id: str) -> Json:
    document = view.documents[id]
    return {
        "document": id,
        "title": document.title,
        "outlet": document.outlet,
        "published": day(document.published),
        "source": document.url or document.source,
    }


def _reference(view: View, record: str, span: Span) -> Json:
    around = sentence(view.documents[span.document], span)
    return _report(view, span.document) | {
        "record": record,
        "start": span.start,
        "end": span.end,
        "quote": span.text[:_LONGEST],
        "sentence": around.text[:_LONGEST],
    }


def _paged(items: Sequence[Json], limit: int, more: bool, total: int | None = None) -> Json:
    made: Json = {"items": list(items[:limit]), "more": more}
    return made if total is None else made | {"total": total}


def _shown(value: Any) -> Any:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {visible(str(name)): _shown(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(item) for item in value]
    return value


_ANSWERS: dict[Tool, Callable[[Case, Any], Json]] = {
    "search": _search, "timeline": _table("timeline"), "figures": _table("figures"), "differences": _differences,
    "show": _show, "whatif": _whatif, "brief": _brief,
}  # fmt: skip
