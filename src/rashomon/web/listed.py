"""Lists that pages show in an order of their own, put in order once a copy of the case."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from weakref import ref

from rashomon.analyse.corroborations import corroborations
from rashomon.analyse.replay import Change, replay
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.tables import Filter, Row, table
from rashomon.analyse.timeline import Entry, order, timeline
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Position

# Names that the field for an actor proposes.
_PROPOSED = 300


def statements_by_day(view: View) -> Sequence[Row]:
    """The rows of all statements in order of the days on which they were said, the undated last."""
    if "statements by day" not in view.findings:
        view.findings["statements by day"] = by_day(view, table(view, "statements", Filter()).rows)
    made: Sequence[Row] = view.findings["statements by day"]
    return made


def by_day(view: View, rows: Sequence[Row]) -> Sequence[Row]:
    """Rows of statements in that order."""
    if "places of statements" not in view.findings:
        said = sorted(view.statements, key=lambda one: order(one.said))
        view.findings["places of statements"] = {one.id: n for n, one in enumerate(said)}
    places: dict[str, int] = view.findings["places of statements"]
    return sorted(rows, key=lambda row: places.get(row.id, 0))


def tellings(view: View) -> dict[str, tuple[str, ...]]:
    """The ids of the tellings of each corroboration, the first first, by the corroboration's id."""
    if "tellings" not in view.findings:
        view.findings["tellings"] = {one.id: one.members for one in corroborations(view)}
    made: dict[str, tuple[str, ...]] = view.findings["tellings"]
    return made


def changes_between(before: View, after: View) -> Sequence[Change]:
    """What one copy knows and an earlier day's did not, compared once for each two copies."""
    kept = before.findings.get("changes")
    if kept is None or kept[0]() is not after:  # a later copy must be free to go
        before.findings["changes"] = kept = (ref(after), replay(before, after))
    made: Sequence[Change] = kept[1]
    return made


def positions_by_holder(view: View) -> dict[str, list[Position]]:
    """The positions by whose they are, in order of time; those with most first, those of nobody known last."""
    if "positions by holder" not in view.findings:
        view.findings["positions by holder"] = _positions_by_holder(view)
    made: dict[str, list[Position]] = view.findings["positions by holder"]
    return made


def _positions_by_holder(view: View) -> dict[str, list[Position]]:
    groups: dict[str, list[Position]] = defaultdict(list)
    for one in view.positions:
        groups[view.names(one.holder)].append(one)
    ranked = sorted(groups.items(), key=lambda pair: (pair[0] == "unknown", -len(pair[1]), pair[0]))
    return {name: sorted(some, key=lambda one: order(one.said)) for name, some in ranked}


def choices(view: View, *, background: bool = False) -> dict[str, list[str]]:
    """The types and the actors (those who take part in most) that the filters of a timeline propose."""
    kept = f"choices of the timeline, background {background}"
    if kept not in view.findings:
        every = timeline(view, background=background)
        types = sorted({one.happening.type for one in every})
        view.findings[kept] = {"types": types, "actors": _actors(view, every)}
    made: dict[str, list[str]] = view.findings[kept]
    return made


def _actors(view: View, entries: list[Entry]) -> list[str]:
    counts = Counter(link.actor for one in entries for link in one.happening.participants if link.actor in view.actors)
    return sorted({view.actors[id].name for id, _ in counts.most_common(_PROPOSED) if id})


def words_of(view: View, entry: Entry) -> str:
    """The sentence that tells a happening."""
    known: dict[str, str] = view.findings.setdefault("words of happenings", {})
    if entry.happening.id not in known:
        span = sentence(view.documents[entry.event.document], entry.event.evidence[0])
        known[entry.happening.id] = quoted([span])
    return known[entry.happening.id]
