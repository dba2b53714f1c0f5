"""The brief as text, Markdown and one self-contained HTML page."""

import re
from collections.abc import Iterator
from datetime import date

from markupsafe import Markup, escape

from rashomon.analyse.brief import Brief, Line
from rashomon.analyse.evidence import members, record
from rashomon.analyse.view import View, day, reference
from rashomon.errors import SetupError
from rashomon.export.days import dated
from rashomon.model.annotation import Annotation
from rashomon.model.shown import visible
from rashomon.model.text import Document, Span

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


def to_text(brief: Brief) -> str:
    """The brief as plain text, references in square brackets."""
    lines = [heading(brief), ""]
    for section in brief.sections:
        lines += [section.title.upper(), *([section.note] if section.note else []), ""]
        for line in section.lines:
            lines += list(_text_lines(line, "  "))
        lines.append("")
    return visible("\n".join(lines))


def to_markdown(brief: Brief) -> str:
    """The brief as Markdown; whatever comes from reports is escaped."""
    lines = [f"# {_markdown(heading(brief))}", ""]
    for section in brief.sections:
        lines += [f"## {section.title}", ""]
        lines += [f"*{section.note}*", ""] if section.note else []
        for line in section.lines:
            lines += list(_markdown_lines(line, ""))
        lines.append("")
    return visible("\n".join(lines))


def to_html(brief: Brief, view: View) -> str:
    """The brief as one HTML page that needs nothing else: every reference opens the words in their report."""
    spans = {id: _evidence(view, id) for id in sorted(_ids(brief))}
    places = [(id, span) for id, found in spans.items() for span in found]
    reports = [
        {
            "id": id,
            "title": visible(one.title or one.source),
            "outlet": visible(one.outlet or "outlet unknown"),
            "published": day(one.published),
            "text": _marked(one, [(n, ref, span) for n, (ref, span) in enumerate(places) if span.document == id]),
        }
        for id, one in view.documents.items()
    ]
    opened = {f"{ref}--{span.start}": n for n, (ref, span) in enumerate(places) if span == spans[ref][0]}
    from jinja2 import Environment, PackageLoader  # start-up: only this format needs it

    page = Environment(loader=PackageLoader("rashomon.export"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    page.filters.update(visible=visible, reference=reference, dated=dated)
    return page.get_template("brief.html").render(
        brief=brief, heading=heading(brief), reports=reports, spans=spans, opened=opened, today=date.today().isoformat()
    )


def heading(brief: Brief) -> str:
    """The title of a brief, with the day up to which the case was known."""
    return f"{brief.title}{f', as known on {brief.as_of}' if brief.as_of else ''}"


def _references(line: Line) -> str:
    return " ".join(f"[{reference(id)}]" for id in line.ids)


def _text_lines(line: Line, indent: str) -> Iterator[str]:
    lead = f"{line.lead}  " if line.lead else ""
    yield f"{indent}{lead}{line.text} {_references(line)}".rstrip()
    for detail in line.details:
        yield from _text_lines(detail, indent + "    ")


def _markdown_lines(line: Line, indent: str) -> Iterator[str]:
    lead = f"**{_markdown(line.lead)}** " if line.lead else ""
    refs = " ".join(f"`{reference(id)}`" for id in line.ids)
    yield f"{indent}- {lead}{_markdown(line.text)} {refs}".rstrip()
    for detail in line.details:
        yield from _markdown_lines(detail, indent + "  ")


def _markdown(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def _ids(brief: Brief) -> set[str]:
    def of(line: Line) -> Iterator[str]:
        yield from line.ids
        for detail in line.details:
            yield from of(detail)

    return {id for section in brief.sections for line in section.lines for id in of(line)}


def _evidence(view: View, id: str) -> list[Span]:
    if id.startswith(("doc-", "problem-")):
        return []
    try:
        one = record(view, id)
    except SetupError:
        return []
    if isinstance(one, Annotation):
        return list(one.evidence)
    if one.kind == "difference":
        return [span for side in one.sides for span in side.evidence]
    return [span for member in members(one) for span in _evidence(view, member)[:1]]


def _marked(document: Document, found: list[tuple[int, str, Span]]) -> Markup:
    """A report's text with its evidence marked, an anchor for each reference; all of it escaped.

    The pieces of the evidence numbered 7 have the class `e7`, so that they light up together
    when its anchor is opened: evidence of several records overlaps, and elements cannot.
    """
    cuts = sorted({0, len(document.text), *(cut for _, _, span in found for cut in (span.start, span.end))})
    anchors: dict[int, list[str]] = {}
    for _, id, span in found:
        anchors.setdefault(span.start, []).append(id)
    parts = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        parts += [Markup('<a class="at" id="{}"></a>').format(f"{id}--{start}") for id in anchors.get(start, ())]
        piece = escape(visible(document.text[start:end]))
        over = " ".join(f"e{n}" for n, _, span in found if span.start <= start and end <= span.end)
        parts.append(Markup('<mark class="{}">{}</mark>').format(over, piece) if over else piece)
    return Markup("").join(parts)
