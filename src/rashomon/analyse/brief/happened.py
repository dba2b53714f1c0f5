"""Lines of the brief on what is told to have happened, each thing once."""

from collections.abc import Iterator

from rashomon.analyse.brief.lines import Line, dated, opinion, words
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.timeline import timeline
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Event

_SHORT = 70
_TOLD_BY = 3
# Told as speech in the sections of statements, positions and pledges.
_VERBAL = {"ACCUSE", "REQUEST", "REJECT", "THREATEN"}


def happened(view: View) -> Iterator[Line]:
    """The timeline without what was only said."""
    for entry in timeline(view):
        happening, event = entry.happening, entry.event
        if happening.type in _VERBAL:
            continue
        told = ", ".join(entry.told_by[:_TOLD_BY]) + (" and others" if len(entry.told_by) > _TOLD_BY else "")
        account = f"told by {told}" if event.status != "alleged" else f"alleged by {told}"
        account += f"; denied by {', '.join(entry.denied_by)}" if entry.denied_by else ""
        mode = f" ({happening.mode.replace('-', ' ')})" if happening.mode else ""
        what = f"{happening.type.lower()}{mode}"
        yield Line(
            lead=dated(happening.happened),
            text=f"{what}: {words(_told(view, event))} ({account}{opinion(view, event)})",
            ids=(happening.id,),
        )


def _told(view: View, event: Event) -> str:
    """An event's words; the whole sentence where they are few."""
    own = quoted(event.evidence)
    if len(own) >= _SHORT:
        return own
    return quoted([sentence(view.documents[event.document], event.evidence[0])])
