"""Where accounts agree, and from how many independent upstreams: reprints of one source are one."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.deeds_of_a_day import retold
from rashomon.analyse.differences.answers import events_in
from rashomon.analyse.differences.counted import named, one_number, party, same_party, same_people
from rashomon.analyse.differences.positions import turn
from rashomon.analyse.differences.sides import told_by, voice
from rashomon.analyse.figures import amount
from rashomon.analyse.kept import kept
from rashomon.analyse.sameness import retold_otherwise
from rashomon.analyse.timeline import TOLD, timeline
from rashomon.analyse.topics import Topics, negated
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import words
from rashomon.model.annotation import Annotation, Event, Figure, Pledge, Statement
from rashomon.model.finding import Corroboration

# How alike, and in how many rare words, two statements of one voice are the same one carried twice.
_SAME = 0.7
_SHARED = 3
_LESS = 0.5
_FEWER = 2
# A number so large is the same number elsewhere, whatever day it is told of.
_TELLING = 20
_SEVERAL = 2
# Of these, numbers of different units are different things.
_BY_UNIT = frozenset({"equipment", "troops", "other"})
# What a party writes down stroke by stroke.
_STROKES = frozenset({"breach", "violation", "attack", "sortie", "time", "times"})
# Actors of these types count for themselves.
_PLACED = frozenset({"state", "armed group", "alliance"})
# Rules of events by which a truce is told to have been made, and to have held.
_MADE = tuple(
    f"event: {rule}"
    for rule in ("truce agreed", "truce signed", "truce declared", "truce brokered", "truce kept", "guns silent")
)
_CONFIRMS = re.compile(r"\bconfirm(?:s|ed)?\b", re.IGNORECASE)


def corroborations(view: View) -> list[Corroboration]:
    """What more than one report or voice tells alike, those with most independent sources first.

    What several reports carry from one upstream is here too, with one independent source:
    six reprints are no six sources.
    """
    if "corroborations" not in view.findings:
        view.findings["corroborations"] = kept(view, Corroboration, lambda: _concluded(view))
    return list(view.findings["corroborations"])


def _concluded(view: View) -> list[Corroboration]:
    found = [one for agreement in AGREEMENTS for one in agreement(view)]
    counted = (_by_counters(view, one) for one in _widest(found))
    unique = {one.id: one for one in counted if one.id not in view.rejected}
    return sorted(unique.values(), key=lambda one: -one.independent_sources)


def _widest(found: Sequence[Corroboration]) -> Iterator[Corroboration]:
    """Those whose members are not all members of one that was found before."""
    holding: dict[str, list[frozenset[str]]] = defaultdict(list)
    for one in found:
        members = frozenset(one.members)
        if not any(members <= other for other in holding[one.members[0]]):
            yield one
        for id in members:
            holding[id].append(members)


def happenings_told(view: View) -> Iterator[Corroboration]:
    """Happenings that several voices or reports tell; those that tell of one deed in other words are put together."""
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


def deeds_retold(view: View) -> Iterator[Corroboration]:
    """One deed of one day that reports tell in other words, under other types, or as happenings of their own."""
    happening = {id: one for one in view.world.happenings for id in one.events}
    group_of: dict[str, set[str]] = {}
    for a, b in retold(view):
        if a.id in happening and b.id in happening and happening[a.id] is not happening[b.id]:
            ids = happening[a.id].id, happening[b.id].id
            joined = group_of.get(ids[0], {ids[0]}) | group_of.get(ids[1], {ids[1]})
            group_of |= dict.fromkeys(joined, joined)
    by_id = {one.id: one for one in view.world.happenings}
    for joined in {id(group): group for group in group_of.values()}.values():
        some = [by_id[one] for one in sorted(joined)]
        members = [view.events_by_id[id] for one in some for id in one.events if id in view.events_by_id]
        told = sorted((one for one in members if one.status in TOLD), key=lambda one: view.order[one.document])
        upstreams = {name: None for one in some for name in one.upstreams}
        if told:
            yield Corroboration(
                topic=quoted(told[0].evidence),
                members=tuple(one.id for one in told),
                upstreams=tuple(sorted(upstreams)),
                independent_sources=len({_bare(name) for name in upstreams}),
            )


def confirmed(view: View) -> Iterator[Corroboration]:
    """What a report tells, and another voice in it confirms ("the presidency confirmed the call")."""
    for some in view.statements_in.values():
        for one in some:
            if any(_CONFIRMS.search(span.text) for span in one.cue) and one.speaker:
                told = _confirmed(view, one)
                if told is not None:
                    yield _corroboration(view, quoted(one.evidence), [told, one])


def _confirmed(view: View, one: Statement) -> Annotation | None:
    """The talk or deed told before a statement that it confirms in the same word, or in one for a talk."""
    said = stems_in(quoted(one.content))
    before = [
        event
        for event in events_in(view, one.document)
        if event.evidence[0].end <= one.evidence[0].start and event.status in TOLD
    ]
    for event in reversed(before):
        talk = event.type == "CONSULT" and bool(said & {"call", "convers", "talk", "meet", "visit"})
        if (talk or stems_in(quoted(event.cue)) & said) and told_by(view, event).isdisjoint(told_by(view, one)):
            return event
    return None


def told_otherwise(view: View) -> Iterator[Corroboration]:
    """One deed told by reports under other types, or by one as an event and by another as somebody's words."""
    for a, b in retold_otherwise(view):
        members: list[Annotation] = sorted((a.record, b.record), key=lambda one: view.order[one.document])
        yield _corroboration(view, quoted(members[0].evidence), members)


def truces_told(view: View) -> Iterator[Corroboration]:
    """One truce of which several reports tell that it was made or that it held, each in its own words."""
    for truce in view.world.truces:
        some = [view.events_by_id[id] for id in truce.members if id in view.events_by_id]
        made = [one for one in some if one.status in TOLD and one.rule.startswith(_MADE)]
        if len({one.document for one in made}) > 1:
            yield _corroboration(view, quoted(made[0].evidence), made)


def same_numbers(view: View) -> Iterator[Corroboration]:
    """One number of one thing in several reports; those who give it without a source have it from those who count."""
    groups: dict[object, list[Figure]] = defaultdict(list)
    for one in view.figures:
        if one.low is not None and one.bound != "vague" and one.low > 1:
            key = (
                one.background,
                one.counts,
                one.unit if one.counts in ("equipment", "troops", "other") else "",
                one.low,
            )
            groups[key].append(one)
    for some in groups.values():
        for group in _compatible(view, some):
            if len({one.document for one in group}) > 1:
                topic = f"{amount(group[0])} {group[0].counts}: {quoted(group[0].evidence)}"
                yield _corroboration(view, topic, group)


def carried_statements(view: View) -> Iterator[Corroboration]:
    """The words of one voice in several reports."""
    topics = Topics(view, view.statements)
    by_teller: dict[str, set[str]] = defaultdict(set)
    for one in view.statements:
        for teller in told_by(view, one):
            by_teller[teller].add(one.id)
    told: set[str] = set()
    for one in view.statements:
        if one.id in told or not one.speaker:
            continue
        same = [one, *_copies(view, topics, one, by_teller)]
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
    happenings_told, deeds_retold, confirmed, same_numbers, carried_statements, same_terms, truces_told, told_otherwise,
)  # fmt: skip
"""The ways in which accounts can be seen to agree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Upstream:
    key: str
    name: str
    own: bool
    placed: bool


def _corroboration(view: View, topic: str, members: Sequence[Annotation]) -> Corroboration:
    upstreams = {one.key: one for one in (_upstream(view, record) for record in members)}
    carried = [one for one in upstreams.values() if not one.own]
    sources = carried or list(upstreams.values())
    if all(isinstance(record, Event) or _seen(record) for record in members):
        sources = _tellers(view, members)
    elif all(isinstance(record, Figure) for record in members):
        sources = _counters(sources)
    return Corroboration(
        topic=topic,
        members=tuple(one.id for one in members),
        upstreams=tuple(sorted(one.name for one in sources)),
        independent_sources=len(sources),
    )


def _by_counters(view: View, found: Corroboration) -> Corroboration:
    """Deeds that all are told in one number ("fourteen breaches") have the sources of the number."""
    if found.independent_sources < _SEVERAL:
        return found
    members = [view.by_id[id] for id in found.members]
    numbers = [_tallies(view, one) for one in members if isinstance(one, Event)]
    if len(numbers) < len(members) or not frozenset.intersection(*numbers):
        return found
    upstreams = {one.key: one for one in (_upstream(view, record) for record in members)}
    sources = _counters([one for one in upstreams.values() if not one.own] or list(upstreams.values()))
    if len(sources) >= found.independent_sources:
        return found
    names = tuple(sorted(one.name for one in sources))
    return replace(found, upstreams=names, independent_sources=len(sources))


def _tallies(view: View, event: Event) -> frozenset[float]:
    """The numbers in which deeds are told that a party writes down day by day: breaches, attacks, sorties."""
    inside = (
        one
        for one in _strokes(view).get(event.document, ())
        if any(span.start < other.end and other.start < span.end for span in one.evidence for other in event.evidence)
    )
    return frozenset(one.low for one in inside if one.low and one.low > _SEVERAL)


def _strokes(view: View) -> Mapping[str, Sequence[Figure]]:
    """The figures that count breaches, attacks and the like, by report."""
    if "strokes" not in view.findings:
        found = view.findings["strokes"] = defaultdict[str, list[Figure]](list)
        for one in view.figures:
            if one.counts == "other" and one.unit in _STROKES:
                found[one.document].append(one)
    strokes: Mapping[str, Sequence[Figure]] = view.findings["strokes"]
    return strokes


def _tellers(view: View, members: Sequence[Annotation]) -> list[_Upstream]:
    """The sources of a deed: a report that tells it itself is one, and needs no other; else those whom it names."""
    told = [(record.document, _upstream(view, record)) for record in members]
    itself = {document for document, one in told if one.own}
    return list({one.key: one for document, one in told if one.own or document not in itself}.values())


def _seen(record: Annotation) -> bool:
    """Whether those counted are held: whoever sees prisoners can count them, who counts the dead has it from others."""
    return isinstance(record, Figure) and record.counts == "captured"


def _counters(sources: Sequence[_Upstream]) -> list[_Upstream]:
    """The sources of one number: nobody counts to the same number by chance.

    So who is not known to stand for a party, a state or a body of its own (a person, an office of nobody known, "its
    figures") has it from one who is, or, where none is, all have it from one.
    """
    placed = [one for one in sources if one.placed]
    return placed or list(sources[:1])


def _upstream(view: View, record: Annotation) -> _Upstream:
    """Who says it first: the state for which the innermost voice stands; `own` where a report tells it itself.

    What a report reprints is its first printer's own.
    """
    links = voice(record)
    own = not links or links[0].document is not None
    known = sorted(told_by(view, record)) if not own else [view.reprints.first(record.evidence[0])]
    name = view.names(links) if links else view.counter(())
    placed = not own and any(view.actors[id].type in _PLACED for id in known if id in view.actors)
    return _Upstream(key=known[0] if known else name.casefold(), name=name, own=own, placed=placed)


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
    if not same_party(view, a, b) or not same_people(a, b) or not one_number(view, a, b):
        return False
    known = bool(party(view, a) & party(view, b)) and not a.background
    if not known and not a.background and (a.low or 0) < _TELLING and not _one_thing(view, a, b):
        return False
    return a.as_of.may_meet(b.as_of) or (known and (a.low or 0) > 1) or (not a.background and (a.low or 0) >= _TELLING)


def _one_thing(view: View, a: Figure, b: Figure) -> bool:
    """Whether the words around two small numbers speak of one thing: the same unit, or a name that few others have."""
    names = named(view)
    units = {a.unit, b.unit} - words("comparison", "people_counted") - {None}
    return len(units) < 2 or not set(names.get(a.id, ())).isdisjoint(names.get(b.id, ()))


def _told_alike(topics: Topics, a: Statement, b: Statement) -> bool:
    """Whether two statements of one voice are one: alike in their words, and both a yes or both a no."""
    shared, alike = topics.shared(a.id, b.id), topics.alike(a.id, b.id)
    if not ((shared >= _SHARED and alike >= _SAME) or (shared >= _FEWER and alike >= _LESS)):
        return False
    return negated(a.content) == negated(b.content) and not (turn(quoted(a.evidence)) or turn(quoted(b.evidence)))


def _copies(view: View, topics: Topics, one: Statement, by_teller: Mapping[str, set[str]]) -> Iterator[Statement]:
    tellers = [by_teller[teller] for teller in told_by(view, one)]
    among = tellers[0] if len(tellers) == 1 else set().union(*tellers)
    for id in topics.near(one.id, among) if among else ():
        other = topics.records[id]
        if (
            topics.may_share(id, one.id, _FEWER)
            and isinstance(other, Statement)
            and other.document != one.document
            and _told_alike(topics, one, other)
        ):
            yield other


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")
