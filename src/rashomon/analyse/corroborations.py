"""Where accounts agree, and from how many independent upstreams: reprints of one source are one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.analyse.differences.sides import told_by, voice
from rashomon.analyse.figures import amount
from rashomon.analyse.timeline import TOLD, timeline
from rashomon.analyse.topics import Topics
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Annotation, Figure, Pledge, Statement
from rashomon.model.finding import Corroboration

# How alike, and in how many rare words, two statements of one voice are the same one carried twice.
_SAME = 0.7
_SHARED = 3


def corroborations(view: View) -> list[Corroboration]:
    """What more than one report or voice tells alike, those with most independent sources first.

    What several reports carry from one upstream is here too, with one independent source:
    six reprints are no six sources.
    """
    if "corroborations" not in view.findings:
        found = [one for agreement in AGREEMENTS for one in agreement(view)]
        unique = {one.id: one for one in found if one.id not in view.rejected}
        view.findings["corroborations"] = sorted(unique.values(), key=lambda one: -one.independent_sources)
    return list(view.findings["corroborations"])


def happenings_told(view: View) -> Iterator[Corroboration]:
    """Happenings that several voices or reports tell."""
    for entry in timeline(view):
        members = [view.events_by_id[id] for id in entry.happening.events if id in view.events_by_id]
        told = [one for one in members if one.status in TOLD]
        if entry.happening.independent_sources > 1 or len({one.document for one in told}) > 1:
            yield Corroboration(
                topic=quoted(entry.event.evidence),
                members=tuple(one.id for one in told),
                upstreams=entry.happening.upstreams,
                independent_sources=entry.happening.independent_sources,
            )


def same_numbers(view: View) -> Iterator[Corroboration]:
    """One number of one thing in several reports; those who give it without a source have it from those who count."""
    groups: dict[object, list[Figure]] = defaultdict(list)
    for one in view.figures:
        if one.low is not None and one.bound != "vague" and one.low > 1:
            key = one.background, one.counts, one.unit if one.counts in ("equipment", "other") else "", one.low
            groups[key].append(one)
    for some in groups.values():
        for group in _compatible(view, some):
            if len({one.document for one in group}) > 1:
                topic = f"{amount(group[0])} {group[0].counts}: {quoted(group[0].evidence)}"
                yield _corroboration(view, topic, group)


def carried_statements(view: View) -> Iterator[Corroboration]:
    """The words of one voice in several reports."""
    topics = Topics(view, view.statements)
    told: set[str] = set()
    for one in view.statements:
        if one.id in told or not one.speaker:
            continue
        same = [one, *_copies(view, topics, one)]
        if len({each.document for each in same}) > 1:
            told |= {each.id for each in same}
            yield _corroboration(view, quoted(one.content), same)


def same_terms(view: View) -> Iterator[Corroboration]:
    """What a pact covers or exempts, told by several reports."""
    groups: dict[object, list[Pledge]] = defaultdict(list)
    for one in view.pledges:
        if one.form in ("pact", "exemption") and one.by:
            named = frozenset(view.sides.of(link.actor) for link in one.by if link.actor)
            scope = quoted(one.exempts or one.covers).casefold().partition(",")[0]
            groups[one.form, named, scope].append(one)
    for some in groups.values():
        if len({one.document for one in some}) > 1:
            yield _corroboration(view, quoted(some[0].evidence), some)


AGREEMENTS: Sequence[Callable[[View], Iterable[Corroboration]]] = (
    happenings_told, same_numbers, carried_statements, same_terms,
)  # fmt: skip
"""The ways in which accounts can be seen to agree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Upstream:
    key: str
    name: str
    own: bool


def _corroboration(view: View, topic: str, members: Sequence[Annotation]) -> Corroboration:
    upstreams = {one.key: one for one in (_upstream(view, record) for record in members)}
    sources = [one for one in upstreams.values() if not one.own] or list(upstreams.values())
    return Corroboration(
        topic=topic,
        members=tuple(one.id for one in members),
        upstreams=tuple(sorted(one.name for one in sources)),
        independent_sources=len(sources),
    )


def _upstream(view: View, record: Annotation) -> _Upstream:
    """Who says it first: the state for which the innermost voice stands; `own` where a report tells it itself.

    What a report reprints is its first printer's own.
    """
    links = voice(record)
    own = not links or links[0].document is not None
    known = sorted(told_by(view, record)) if not own else [view.reprints.first(record.evidence[0])]
    name = view.names(links) if links else view.counter(())
    return _Upstream(key=known[0] if known else name.casefold(), name=name, own=own)


def _compatible(view: View, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Figures that can be of one thing: sides, as far as they are told, of one state; categories that do not clash."""
    groups: list[list[Figure]] = []
    for one in figures:
        home = next((group for group in groups if all(_agree(view, one, other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    yield from groups


def _agree(view: View, a: Figure, b: Figure) -> bool:
    sides = [{view.sides.of(link.actor) for link in one.side if link.actor} for one in (a, b)]
    same_side = not sides[0] or not sides[1] or bool(sides[0] & sides[1])
    return same_side and {a.category, b.category} != {"military", "civilian"} and a.as_of.may_meet(b.as_of)


def _copies(view: View, topics: Topics, one: Statement) -> Iterator[Statement]:
    tellers = told_by(view, one)
    for id in topics.near(one.id) if tellers else ():
        other = topics.records[id]
        if (
            isinstance(other, Statement)
            and other.document != one.document
            and not tellers.isdisjoint(told_by(view, other))
            and topics.shared(one.id, id) >= _SHARED
            and topics.alike(one.id, id) >= _SAME
        ):
            yield other
