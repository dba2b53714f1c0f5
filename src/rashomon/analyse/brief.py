"""The brief: what a case holds, for a reader; no line without a reference, no adjective of our own."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.analyse.corroborations import corroborations
from rashomon.analyse.differences import differences
from rashomon.analyse.figures import Cell, amount, ledger
from rashomon.analyse.sources import sources
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.timeline import timeline
from rashomon.analyse.view import View, day, quoted
from rashomon.model.annotation import Annotation, Event, Statement
from rashomon.model.shown import cell_html
from rashomon.model.text import Document
from rashomon.model.values import When

# A section of a large case is cut after this many lines; the table of the same name has them all.
_MOST = 120
# Longer quotations are cut at a blank; the reference leads to the whole sentence.
_LONGEST = 260
_SHORT = 70
_TOLD_BY = 3
_MONTH = 31  # days
# Told as speech in the sections of statements, positions and pledges.
_TIMELINE = "What some voice says took place, each thing once. History is left out; what was only said stands below."
# The kinds of difference in which somebody must be wrong, or has changed their mind; the others need not disagree.
_CONTESTED = frozenset(
    {"contradiction", "denial", "mutual blame", "contested allegation", "change of position", "error in source"}
)
_COMPATIBLE = frozenset({"other date", "other count", "other scope", "other precision", "other framing"})
_VERBAL = {"ACCUSE", "REQUEST", "REJECT", "THREATEN"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: `lead` (a day, an actor, a kind), text, the ids it rests on, and `details` below it."""

    text: str
    lead: str = ""
    ids: tuple[str, ...] = ()
    details: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A headed list of lines; `note` says how to read it, or why it is empty."""

    title: str
    lines: tuple[Line, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Sections in reading order; `as_of` is the day up to which the case was known, None for all."""

    title: str
    sections: tuple[Section, ...]
    as_of: str | None = None

    def _repr_html_(self) -> str:
        """The brief in a notebook: headings and lists, all text escaped."""
        sections = "".join(f"<h3>{cell_html(one.title)}</h3>{_lines_html(one.lines)}" for one in self.sections)
        return f"<b>{cell_html(self.title)}</b>{sections}"


def _lines_html(lines: tuple[Line, ...]) -> str:
    items = (f"<li><b>{cell_html(one.lead)}</b> {cell_html(one.text)}{_lines_html(one.details)}</li>" for one in lines)
    return f"<ul>{''.join(items)}</ul>" if lines else ""


def brief(view: View, *, as_of: str | None = None) -> Brief:
    """The brief of a case."""
    sections = (
        _section("Reports", _reports(view)),
        _section(
            "Disputed",
            _differing(view, _CONTESTED),
            "Accounts that differ. Both sides stand; nothing is decided by majority.",
        ),
        _section(
            "Timeline",
            _timeline(view),
            _TIMELINE,
        ),
        _section(
            "Told otherwise, without a contradiction",
            _differing(view, _COMPATIBLE),
            "Other dates, counts, scopes, precision, words: what seems to disagree and need not.",
        ),
        _section("Told by several independent sources", _agreed(view, independent=True)),
        _section(
            "Carried by several reports from one source",
            _agreed(view, independent=False),
            "However many carry it, one said it.",
        ),
        _section("Truces", _truces(view)),
        _section("Contacts", _contacts(view)),
        _section("Figures", _figures(view), "By who counted; never added across counters, sides, categories or days."),
        _section(
            "Undisclosed", _undisclosed(view), "What a side keeps to itself, by the reports; not the same as unknown."
        ),
        _section("Accusations and denials", _contested(view)),
        _section("Pledges and threats on a condition", _pledges(view)),
        _section("Positions", _positions(view)),
        _section("Who said what", _said(view)),
        _section("Problems", _problems(view)),
    )
    return Brief(title=_title(view), sections=tuple(one for one in sections if one.lines), as_of=as_of)


def _section(title: str, lines: Iterator[Line], note: str = "") -> Section:
    every = list(lines)
    if len(every) > _MOST:
        note = f"{note} The first {_MOST} of {len(every)}.".strip()
    return Section(title=title, lines=tuple(every[:_MOST]), note=note)


def _title(view: View) -> str:
    number = len(view.documents)
    return f"Brief of {number} report{'' if number == 1 else 's'}"


def _reports(view: View) -> Iterator[Line]:
    leaning = {one.document: one.upstreams for one in sources(view)}
    for id, document in view.documents.items():
        parts = [document.outlet or "outlet unknown", document.genre]
        parts += [f"leans on {', '.join(leaning[id])}"] if leaning[id] else []
        text = f"{_appeared(document)}: {document.title or document.source} ({'; '.join(parts)})"
        yield Line(lead=view.numbers[id], text=text, ids=(id,))


def _appeared(document: Document) -> str:
    published = document.published
    if not published.known:
        return "undated"
    return day(published) if published.is_day else f"{day(published)} (inferred)"


def _differing(view: View, types: frozenset[str]) -> Iterator[Line]:
    for one in differences(view):
        if one.type not in types:
            continue
        details = tuple(
            Line(
                lead=view.names(side.who),
                text=f"{_said_on(side.said)}“{_cut(side.says)}”",
                ids=side.records or (one.id,),
            )
            for side in one.sides
        )
        resolved = f" Resolved: {one.resolution}" if one.resolution else ""
        yield Line(lead=one.type, text=f"{one.why}{resolved}", ids=(one.id,), details=details)


def _timeline(view: View) -> Iterator[Line]:
    for entry in timeline(view):
        happening, event = entry.happening, entry.event
        if happening.type in _VERBAL:
            continue
        told = ", ".join(entry.told_by[:_TOLD_BY]) + (" and others" if len(entry.told_by) > _TOLD_BY else "")
        account = f"told by {told}" if event.status != "alleged" else f"alleged by {told}"
        account += f"; denied by {', '.join(entry.denied_by)}" if entry.denied_by else ""
        what = f"{happening.type.lower()} ({happening.mode})" if happening.mode else happening.type.lower()
        yield Line(
            lead=_dated(happening.happened),
            text=f"{what}: {_cut(_told(view, event))} ({account}{_opinion(view, event)})",
            ids=(happening.id,),
        )


def _told(view: View, event: Event) -> str:
    """An event's words; the whole sentence where they are few."""
    words = quoted(event.evidence)
    if len(words) >= _SHORT:
        return words
    return quoted([sentence(view.documents[event.document], event.evidence[0])])


def _agreed(view: View, *, independent: bool) -> Iterator[Line]:
    for one in corroborations(view):
        if (one.independent_sources > 1) == independent:
            number = f"{one.independent_sources} sources" if independent else f"{len(one.members)} times"
            yield Line(lead=number, text=f"{_cut(one.topic)} ({', '.join(one.upstreams)})", ids=(one.id,))


def _truces(view: View) -> Iterator[Line]:
    for one in view.world.truces:
        parts = [f"between {view.names(one.parties)}"]
        parts += [f"brokered by {view.names(one.brokers)}"] if one.brokers else []
        parts += [f"in force {day(one.in_force)}"] if one.in_force and one.in_force.known else []
        parts += [f"ended {day(one.ended)}"] if one.ended and one.ended.known else []
        parts += ["known only from a count"] if one.counted_only else []
        parts += [f"{view.names(blame.by)} blames {view.names(blame.whom)}" for blame in one.blamed]
        yield Line(lead=f"{_dated(one.agreed)}: {one.fate}", text="; ".join(parts), ids=(one.id,))


def _contacts(view: View) -> Iterator[Line]:
    for one in view.world.contacts:
        details = tuple(
            Line(lead=view.name(readout.by), text=f"“{_cut(_content(record))}”", ids=(record.id,))
            for readout in one.readouts
            for id in readout.statements
            if (record := view.by_id.get(id))
        )
        yield Line(
            lead=f"{_dated(one.happened)}: {one.type}",
            text=view.names(one.participants),
            ids=(one.id,),
            details=details,
        )


def _figures(view: View) -> Iterator[Line]:
    for cell in ledger(view):
        if not cell.background:
            yield _cell(view, cell)


def _cell(view: View, cell: Cell) -> Line:
    what = " ".join(filter(None, (cell.category if cell.category != "unspecified" else "", cell.counts)))
    details = tuple(
        Line(
            lead=_counted_on(one.as_of),
            text=f"{amount(one)}{_unit(cell, one.unit)} — “{_cut(quoted(one.evidence))}”{_opinion(view, one)}",
            ids=(one.id,),
        )
        for one in cell.figures
    )
    side = "side not said" if cell.side == "unspecified" else cell.side
    return Line(lead=f"{side}, {what}", text=f"counted by {cell.counter}", ids=(), details=details)


def _undisclosed(view: View) -> Iterator[Line]:
    for one in view.figures:
        if one.bound == "undisclosed" and not one.background:
            what = " ".join(filter(None, (one.category if one.category != "unspecified" else "", one.counts)))
            side = view.names(one.side) if one.side else "side not said"
            yield Line(
                lead=f"{side}, {what}", text=f"“{_cut(quoted(one.evidence))}”{_opinion(view, one)}", ids=(one.id,)
            )


def _counted_on(when: When) -> str:
    shown = _dated(when)
    return shown if shown.startswith(("by", "from", "undated")) else f"as of {shown}"


def _unit(cell: Cell, unit: str | None) -> str:
    return f" {unit}" if unit and cell.counts in ("equipment", "other", "money", "troops") else ""


def _contested(view: View) -> Iterator[Line]:
    for one in view.statements:
        if one.act in ("accuse", "deny"):
            yield _statement_line(view, one)


def _pledges(view: View) -> Iterator[Line]:
    for one in view.pledges:
        parts = [f"{label} “{_cut(quoted(spans))}”" for label, spans in (
            ("if", one.condition), ("then", one.response), ("covers", one.covers), ("does not cover", one.exempts),
        ) if spans]  # fmt: skip
        yield Line(lead=f"{view.names(one.by)} ({one.form})", text="; ".join(parts), ids=(one.id,))


def _positions(view: View) -> Iterator[Line]:
    for one in view.positions:
        yield Line(lead=f"{view.names(one.holder)} {one.stance}", text=f"“{_cut(quoted(one.issue))}”", ids=(one.id,))


def _said(view: View) -> Iterator[Line]:
    for one in view.statements:
        if one.act not in ("accuse", "deny"):
            yield _statement_line(view, one)


def _statement_line(view: View, one: Statement) -> Line:
    act = "" if one.act == "say" else f" ({_act(view, one)})"
    via = f", via {view.names(one.via)}" if one.via else ""
    where = f"{view.numbers[one.document]}{via}{_opinion(view, one)}"
    return Line(
        lead=f"{view.names(one.speaker)}{act}",
        text=f"{_said_on(one.said)}“{_cut(_content(one))}” ({where})",
        ids=(one.id,),
    )


def _act(view: View, one: Statement) -> str:
    return f"{one.act}: {view.names(one.accused)}" if one.accused else one.act


def _problems(view: View) -> Iterator[Line]:
    for one in view.archive.problems():
        yield Line(lead=one.component, text=f"{one.source}: {one.message}", ids=(one.id,))


def _content(record: Annotation) -> str:
    return quoted(record.content) if isinstance(record, Statement) and record.content else quoted(record.evidence)


def _said_on(when: When) -> str:
    """A day before a quotation; nothing where it is not known within a month."""
    first, last = when.first_day, when.last_day
    known = first is not None and last is not None and (last - first).days <= _MONTH
    return f"{day(when)}: " if known else ""


def _dated(when: When | None) -> str:
    return day(when) if when and when.known else "undated"


def _opinion(view: View, one: Annotation) -> str:
    return "; opinion piece" if view.documents[one.document].genre == "opinion" else ""


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + " …"
