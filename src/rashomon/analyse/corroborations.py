"""Where accounts agree, and from how many independent upstreams: reprints of one source are one."""

from rashomon.analyse.timeline import TOLD, timeline
from rashomon.analyse.view import View, quoted
from rashomon.model.finding import Corroboration


def corroborations(view: View) -> list[Corroboration]:
    """The happenings that more than one independent source tells, those with most sources first."""
    found = [
        Corroboration(
            topic=quoted(entry.event.evidence),
            members=tuple(id for id in entry.happening.events if view.events_by_id[id].status in TOLD),
            upstreams=entry.happening.upstreams,
            independent_sources=entry.happening.independent_sources,
        )
        for entry in timeline(view)
        if entry.happening.independent_sources > 1
    ]
    return sorted(found, key=lambda one: -one.independent_sources)
