"""What a case holds at a glance: how many reports, whose, from when to when, and the days on which it grew."""

from dataclasses import dataclass

from rashomon.analyse.corroborations import corroborations
from rashomon.analyse.timeline import timeline
from rashomon.analyse.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Counts of a case; `sources` are the independent upstreams from which its happenings are known."""

    reports: int
    outlets: tuple[str, ...]
    sources: tuple[str, ...]
    happenings: int
    first: str | None
    last: str | None


def overview(view: View) -> Overview:
    """The counts of a case."""
    if "overview" not in view.findings:
        view.findings["overview"] = _overview(view)
    made: Overview = view.findings["overview"]
    return made


def _overview(view: View) -> Overview:
    published = [one.published for one in view.documents.values() if one.published.is_day]
    days = sorted(str(one.last_day) for one in published)
    upstreams = {name for entry in timeline(view) for name in entry.happening.upstreams}
    upstreams |= {name for one in corroborations(view) for name in one.upstreams}
    return Overview(
        reports=len(view.documents),
        outlets=tuple(sorted({one.outlet for one in view.documents.values() if one.outlet})),
        sources=tuple(sorted(upstreams)),
        happenings=len(timeline(view)),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def days_of(view: View) -> list[str]:
    """The days (ISO) by the end of which another report is certainly known, in order."""
    if "days" not in view.findings:
        ends = (one.published.last_day for one in view.documents.values())
        view.findings["days"] = sorted({str(day) for day in ends if day})
    return list(view.findings["days"])
