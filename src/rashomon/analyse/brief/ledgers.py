"""Lines of the brief on what an analyst keeps in ledgers: truces, contacts, figures, pledges, positions."""

from collections.abc import Iterator

from rashomon.analyse.brief.lines import Line, content, dated, opinion, words
from rashomon.analyse.deeds import deeds_of
from rashomon.analyse.figures import Cell, amount, ledger, several
from rashomon.analyse.view import View, day, quoted
from rashomon.analyse.whatif import authority, met
from rashomon.model.annotation import Figure
from rashomon.model.values import When


def truces(view: View) -> Iterator[Line]:
    """Truces, a line each, from announcement to end."""
    for one in view.world.truces:
        parts = [f"between {view.names(one.parties)}" if one.parties else "parties not told"]
        parts += [f"brokered by {view.names(one.brokers)}"] if one.brokers else []
        parts += [f"in force {day(one.in_force)}"] if one.in_force and one.in_force.known else []
        parts += [f"ended {day(one.ended)}"] if one.ended and one.ended.known else []
        parts += ["known only from a count"] if one.counted_only else []
        parts += [f"{view.names(blame.by)} blames {view.names(blame.whom)}" for blame in one.blamed]
        fate = "fate unknown" if one.fate == "unknown" else one.fate
        yield Line(lead=f"{dated(one.agreed)}: {fate}", text="; ".join(parts), ids=(one.id,))


def contacts(view: View) -> Iterator[Line]:
    """Contacts, with each side's readout below."""
    for one in view.world.contacts:
        details = tuple(
            Line(lead=view.name(readout.by), text=words(content(record)), ids=(record.id,))
            for readout in one.readouts
            for id in readout.statements
            if (record := view.by_id.get(id))
        )
        yield Line(
            lead=f"{dated(one.happened)}: {one.type}",
            text=view.names(one.participants),
            ids=(one.id,),
            details=details,
        )


def figures(view: View) -> Iterator[Line]:
    """The ledger's cells, with the numbers of each below."""
    for cell in ledger(view):
        if not cell.background:
            yield _cell(view, cell)


def undisclosed(view: View) -> Iterator[Line]:
    """What sides keep to themselves."""
    for one in view.figures:
        if one.bound == "undisclosed" and not one.background:
            what = " ".join(filter(None, (one.category if one.category != "unspecified" else "", one.counts)))
            side = view.names(one.side) if one.side else "side not said"
            yield Line(lead=f"{side}, {what}", text=f"{words(quoted(one.evidence))}{opinion(view, one)}", ids=(one.id,))


def pledges(view: View) -> Iterator[Line]:
    """Conditional promises and threats; below each, who says that its condition was met."""
    deeds = deeds_of(view)
    for one in view.pledges:
        parts = [f"{label} {words(quoted(spans))}" for label, spans in (
            ("condition:", one.condition), ("what follows:", one.response), ("covers", one.covers),
            ("does not cover", one.exempts),
        ) if spans]  # fmt: skip
        claims = tuple(
            Line(
                lead=f"met, by the account of {view.voices(event.according_to)}",
                text=f"{words(quoted(event.evidence))}{opinion(view, event)}",
                ids=(event.id,),
            )
            for event in met(view, deeds, one)
        )
        yield Line(lead=f"{authority(view, one)} ({one.form})", text="; ".join(parts), ids=(one.id,), details=claims)


def positions(view: View) -> Iterator[Line]:
    """Who demands, offers, accepts, rejects what."""
    for one in view.positions:
        yield Line(lead=f"{view.names(one.holder)} {one.stance}", text=words(quoted(one.issue)), ids=(one.id,))


def _cell(view: View, cell: Cell) -> Line:
    what = " ".join(filter(None, (cell.category if cell.category != "unspecified" else "", cell.counts)))
    details = tuple(
        Line(
            lead=_counted_on(one.as_of),
            text=f"{amount(one)}{_unit(cell, one)} — {words(quoted(one.evidence))}{opinion(view, one)}",
            ids=(one.id,),
        )
        for one in cell.figures
    )
    side = "side not said" if cell.side == "unspecified" else cell.side
    return Line(lead=f"{side}, {what}", text=f"counted by {cell.counter}", ids=(), details=details)


def _counted_on(when: When) -> str:
    shown = dated(when)
    return shown if shown.startswith(("by", "from", "undated")) else f"as of {shown}"


def _unit(cell: Cell, one: Figure) -> str:
    if not one.unit or cell.counts not in ("equipment", "other", "money", "troops"):
        return ""
    return f" {one.unit if one.low == one.high == 1 else several(one.unit)}"
