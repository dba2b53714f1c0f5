"""How values are shown: dates with their ISO form, numbers, names that lead to their actor, words as evidence."""

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from markupsafe import Markup, escape

from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View, day, quoted
from rashomon.export.days import dated
from rashomon.model.annotation import Position, Statement
from rashomon.model.finding import Side
from rashomon.model.shown import visible
from rashomon.model.text import Span
from rashomon.model.values import When

# What a report says, by kind, as its legend calls it.
KINDS = {
    "statement": "Statements", "event": "Events", "figure": "Figures", "pledge": "Pledges",
    "position": "Positions", "relation": "Relations", "time": "Times", "mention": "Names",
}  # fmt: skip

# The kinds of difference in which somebody must be wrong, or has changed their mind; the others need not disagree.
CONTESTED = (
    "contradiction", "denial", "contested allegation", "mutual blame", "change of position", "error in source",
)  # fmt: skip

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w])|(?<![\w.,])\d+(?:\.\d+)?(?![\w,])", re.ASCII)
# Fewer words than these say nothing without their sentence.
_TELLING = 3


def cleaned(value: Any) -> Any:
    """Text without characters that hide or turn round other text; anything else as it is."""
    return visible(value) if type(value) is str else value


def when(value: When | None) -> Markup:
    """A time for a reader, why it is thought so on hover; a dash where nothing is known."""
    if value is None or not value.known:
        why = value.basis if value and value.basis else "no time is known"
        return Markup('<span class="unknown" title="{}">undated</span>').format(visible(why))
    kind = "" if value.is_day else " wide"
    return Markup('<span class="when{}" title="{}">{}</span>').format(
        kind, visible(value.basis), dated(day(value), months=True)
    )


def number(value: float | None) -> Markup:
    """A number that the page puts into the reader's locale."""
    if value is None:
        return Markup('<span class="unknown">?</span>')
    text = f"{value:,.0f}" if value == int(value) else f"{value:,}"
    return Markup('<data class="n" value="{}">{}</data>').format(f"{value:g}" if abs(value) < 1e6 else value, text)


def numbered(text: str | None) -> Markup:
    """Text with each number in it marked, so that the page can put it into the reader's locale."""
    parts: list[Markup] = []
    end, text = 0, text or ""
    for found in _NUMBER.finditer(text):
        parts.append(escape(visible(text[end : found.start()])))
        parts.append(Markup('<data class="n" value="{}">{}</data>').format(found[0].replace(",", ""), found[0]))
        end = found.end()
    return Markup("").join([*parts, escape(visible(text[end:]))])


def counted(count: int, one: str, several: str | None = None) -> Markup:
    """A number with its noun: "1 report", "7 reports"."""
    return Markup("{} {}").format(number(count), one if count == 1 else several or f"{one}s")


def capital(text: str) -> str:
    """Words that stand as a heading, beginning with a capital."""
    return text[:1].upper() + text[1:]


def file_name(source: str) -> str:
    """The last part of where a report came from."""
    return PurePath(source).name or source


def cut(text: str | None, length: int = 240) -> str:
    """Text up to a length, cut at a blank."""
    text = text or ""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


def once(sides: Iterable[Side]) -> list[Side]:
    """The sides of a difference, those of one voice with the same words once."""
    return list({(tuple(link.actor or link.document for link in one.who), one.says): one for one in sides}.values())


def told(view: View, one: Statement | Position) -> str:
    """What was said or stood for, in the report's words; in their sentence where those are but "it" or "the other"."""
    spans = (one.content if isinstance(one, Statement) else one.issue) or one.evidence
    words = quoted(spans)
    short = len(words.split()) < _TELLING and (isinstance(one, Statement) or (words.islower() and " " not in words))
    return quoted([sentence(view.documents[one.document], spans[0])]) if short and spans else words


def evidence_query(span: Span) -> dict[str, Any]:
    """The parameters that lead to words of a report: where they stand, and the words, should they have moved."""
    return {"start": span.start, "end": span.end, "exact": cut(span.text, 120).removesuffix(" …")}


def _numbers(view: View) -> tuple[dict[str, str], dict[str, str]]:
    """The ids of reports by their numbers, and the numbers of those without an outlet by their titles; made once."""
    if "numbers of reports" not in view.findings:
        titled = ((one.title, id) for id, one in view.documents.items() if one.title and not one.outlet)
        view.findings["numbers of reports"] = (
            {number: id for id, number in view.numbers.items()},
            {title: view.numbers[id] for title, id in titled},
        )
    made: tuple[dict[str, str], dict[str, str]] = view.findings["numbers of reports"]
    return made


def actors_in(view: View, text: str | None) -> list[tuple[str, str | None]]:
    """The pieces of a list of names ("A, B; C"), each with the id of the one actor that bears it, or None.

    A report that goes by its title, for want of an outlet, goes by its number here as it does on all pages; with
    the report's id.
    """
    numbered, untitled = _numbers(view)
    pieces: list[tuple[str, str | None]] = []
    for part in re.split(r"(; | \| )", text or ""):
        if part in ("; ", " | "):
            pieces.append((part, None))
            continue
        part = untitled.get(part, part)
        if part in numbered:
            pieces.append((part, numbered[part]))
            continue
        names = part.split(", ")
        while names:
            taken = next((n for n in range(len(names), 0, -1) if view.sides.named(", ".join(names[:n]))), 1)
            name = ", ".join(names[:taken])
            names = names[taken:]
            pieces.append((name, view.sides.named(name)))
            if names:
                pieces.append((", ", None))
    return pieces
