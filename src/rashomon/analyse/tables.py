"""One table for each kind of record: rows that a person, a spreadsheet or a program can read.

A row has the columns of its table, then where it comes from: evidence, outlet,
published, document, id. Cells are text, numbers, or None for unknown.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from rashomon.analyse.corroborations import corroborations
from rashomon.analyse.deeds import deeds_of
from rashomon.analyse.differences import differences
from rashomon.analyse.figures import amount, counted_on, ledger
from rashomon.analyse.sources import leans, sources, upstreams
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.timeline import Entry, timeline
from rashomon.analyse.view import View, day, quoted, reference
from rashomon.analyse.whatif import met
from rashomon.errors import SetupError
from rashomon.model.annotation import Annotation, Event, Link
from rashomon.model.finding import Corroboration, Difference
from rashomon.model.values import When
from rashomon.model.world import Contact, link_fields

Cell: TypeAlias = str | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Cells by column; `when` and `actors` (ids) are what filters look at."""

    id: str
    cells: dict[str, Cell]
    when: When = field(default_factory=When)
    actors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A named table; `columns` is the order of the cells of every row."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which rows to keep: those of an actor (any of its names), of all of several, those from and to a day (ISO)."""

    actor: str | Sequence[str] | None = None
    since: str | None = None
    until: str | None = None
    background: bool = False


def table(view: View, name: str, wanted: Filter | None = None) -> Table:
    """The table of that name, filtered.

    Raises:
        SetupError: no actor of this name, or a day that is none.
    """
    wanted = wanted or Filter()
    columns, rows = TABLES[name]
    made = f"table {name}, background {wanted.background}"
    if made not in view.findings:
        view.findings[made] = tuple(rows(view, wanted))
    rows_of_all: tuple[Row, ...] = view.findings[made]
    narrowed = wanted.actor or wanted.since or wanted.until
    return Table(
        name=name, columns=columns, rows=tuple(_filtered(view, rows_of_all, wanted)) if narrowed else rows_of_all
    )


def _filtered(view: View, rows: Iterable[Row], wanted: Filter) -> Iterator[Row]:
    actors = [wanted.actor] if isinstance(wanted.actor, str) else wanted.actor or ()
    sought = [_named(view, one) for one in actors if one]
    try:
        span = When(earliest=wanted.since, latest=wanted.until)
    except ValueError as error:
        raise SetupError(f"not a span of days such as 2020-10-01 to 2020-10-31: {error}") from error
    for row in rows:
        if all(row.actors & who for who in sought) and (not span.known or (row.when.known and row.when.may_meet(span))):
            yield row


def _named(view: View, name: str) -> set[str]:
    asked = name.casefold()
    found = {
        one.id
        for one in view.world.actors
        if asked in (one.id, one.name.casefold()) or any(asked == other.casefold() for other in one.names)
    }
    if not found:
        raise SetupError(f"no actor called {name!r} in this case")
    return found


_BEGINNING = 200  # characters of a report that stand for it
_SOURCE = ("evidence", "outlet", "published", "document", "id")
# The kinds of records whose words stand for what rests on them.
_EVIDENT = ("statement-", "event-", "figure-", "pledge-", "mention-")


def _source(view: View, one: Annotation) -> dict[str, Cell]:
    return {
        "evidence": quoted(one.evidence),
        "outlet": view.documents[one.document].outlet,
        "published": day(view.published(one.document)),
        "document": one.document,
        "id": one.id,
    }


def _first_sources(view: View, resting: Iterable[tuple[str, Sequence[str]]]) -> dict[str, dict[str, Cell]]:
    """Where the first of the records that each (an id, theirs) rests on comes from, under its own id.

    Of a hundred thousand mentions a table of actors needs a few thousand: these alone are read.
    """
    members = {id: [one for one in ids if one.startswith(_EVIDENT)] for id, ids in resting}
    firsts = view.those(ids[0] for ids in members.values() if ids)
    found = {}
    for id, ids in members.items():
        first = next((firsts[one] for one in ids[:1] if one in firsts), None)
        if first is None and len(ids) > 1:  # a person rejected it
            others = view.those(ids[1:])
            first = next((others[one] for one in ids if one in others), None)
        found[id] = (_source(view, first) if first else dict.fromkeys(_SOURCE)) | {"id": id}
    return found


def _row(view: View, one: Annotation, filed: When, links: Iterable[Link], /, **cells: Cell) -> Row:
    who = frozenset(link.actor for link in links if link.actor)
    return Row(id=one.id, when=filed, actors=who, cells=cells | _source(view, one))


def _or_none(text: str) -> str | None:
    return None if text in ("unknown", "") else text


def _statements(view: View, wanted: Filter) -> Iterator[Row]:
    for one in view.statements:
        yield _row(
            view, one, one.said if one.said.known else view.published(one.document),
            [*one.speaker, *one.addressee, *one.accused],
            said=day(one.said),
            speaker=_or_none(view.names(one.speaker)),
            act=one.act,
            content=quoted(one.content),
            form=one.form,
            addressee=_or_none(view.names(one.addressee)),
            channel=one.channel,
            via=_or_none(view.names(one.via)),
            accused=_or_none(view.names(one.accused)),
            of=one.of,
        )  # fmt: skip


def _figures(view: View, wanted: Filter) -> Iterator[Row]:
    for cell in ledger(view):
        for one in cell.figures:
            if one.background and not wanted.background:
                continue
            yield _row(
                view, one, one.as_of, [*one.side, *one.according_to],
                counts=one.counts, unit=one.unit, amount=amount(one), low=one.low, high=one.high, bound=one.bound,
                side=None if cell.side == "unspecified" else cell.side,
                category=one.category, as_of=counted_on(one), counter=view.voices(one.according_to),
                loss_of=one.loss_of, scope="background" if one.background else "this conflict",
                cell_low=cell.low, cell_best=cell.best, cell_high=cell.high, cell_rule=cell.rule,
            )  # fmt: skip


def _timeline(view: View, wanted: Filter) -> Iterator[Row]:
    for entry in timeline(view, background=wanted.background):
        yield _timeline_row(view, entry)


def _timeline_row(view: View, entry: Entry) -> Row:
    happening, event = entry.happening, entry.event
    return Row(
        id=happening.id,
        when=happening.happened,
        actors=frozenset(link.actor for link in happening.participants if link.actor),
        cells={
            "happened": day(happening.happened),
            "type": happening.type,
            "mode": happening.mode,
            "what": quoted([sentence(view.documents[event.document], event.evidence[0])]),
            "participants": _or_none(view.names(happening.participants)),
            "places": _or_none(view.names(happening.places)),
            "status": event.status,
            "told_by": "; ".join(entry.told_by),
            "denied_by": "; ".join(entry.denied_by) or None,
            "reports": len(set(_documents(view, happening.events))),
            "independent_sources": happening.independent_sources,
        }
        | _source(view, event)
        | {"id": happening.id},
    )


def _documents(view: View, events: Iterable[str]) -> Iterator[str]:
    yield from (view.events_by_id[id].document for id in events if id in view.events_by_id)


def _actors(view: View, wanted: Filter) -> Iterator[Row]:
    sources = _first_sources(view, ((one.id, one.mentions) for one in view.world.actors))
    for one in view.world.actors:
        titles = [f"{role.title} of {role.of}" if role.of else role.title for role in one.roles]
        yield Row(
            id=one.id,
            actors=frozenset((one.id,)),
            cells=sources[one.id]
            | {
                "name": one.name, "type": one.type, "country": one.country, "names": "; ".join(one.names),
                "roles": "; ".join(titles) or None, "mentions": len(one.mentions),
                "codes": "; ".join(one.codes) or None, "note": one.note,
            },
        )  # fmt: skip


def _pledges(view: View, wanted: Filter) -> Iterator[Row]:
    deeds = deeds_of(view)
    for one in view.pledges:
        yield _row(
            view, one, one.said, [*one.by, *one.according_to],
            said=day(one.said), by=_or_none(view.names(one.by)), form=one.form,
            condition=_or_none(quoted(one.condition)), response=_or_none(quoted(one.response)),
            covers=_or_none(quoted(one.covers)), exempts=_or_none(quoted(one.exempts)),
            met=_told_by(view, met(view, deeds, one)), according_to=view.voices(one.according_to),
        )  # fmt: skip


def _told_by(view: View, events: Iterable[Event]) -> str | None:
    """Who tells events, and when they are said to have been."""
    told = (f"{view.counter(one.according_to)} ({day(one.happened)})" for one in events)
    return "; ".join(dict.fromkeys(told)) or None


def _positions(view: View, wanted: Filter) -> Iterator[Row]:
    for one in view.positions:
        yield _row(
            view, one, one.said, [*one.holder, *one.according_to],
            said=day(one.said), holder=_or_none(view.names(one.holder)), stance=one.stance,
            issue=_or_none(quoted(one.issue)), according_to=view.voices(one.according_to),
        )  # fmt: skip


def _relations(view: View, wanted: Filter) -> Iterator[Row]:
    for one in view.relations:
        yield _row(
            view, one, one.when, [*one.subject, *one.object],
            subject=_or_none(view.names(one.subject)), type=one.type, object=_or_none(view.names(one.object)),
            scope=_or_none(quoted(one.scope)), exempts=_or_none(quoted(one.exempts)), status=one.status,
            when=day(one.when), according_to=view.voices(one.according_to),
        )  # fmt: skip


def _truces(view: View, wanted: Filter) -> Iterator[Row]:
    sources = _first_sources(view, ((one.id, one.members) for one in view.world.truces))
    for one in view.world.truces:
        parties = [*one.parties, *one.brokers]
        yield Row(
            id=one.id,
            when=next((when for when in (one.agreed, one.in_force, one.ended) if when and when.known), When()),
            actors=frozenset(link.actor for link in parties if link.actor),
            cells=sources[one.id]
            | {
                "agreed": day(one.agreed), "in_force": day(one.in_force), "ended": day(one.ended),
                "parties": _or_none(view.names(one.parties)), "brokers": _or_none(view.names(one.brokers)),
                "fate": one.fate,
                "blamed": "; ".join(f"{view.names(b.by)} blames {view.names(b.whom)}" for b in one.blamed) or None,
                "counted_only": "yes" if one.counted_only else "no",
            },
        )  # fmt: skip


def _contacts(view: View, wanted: Filter) -> Iterator[Row]:
    disputes = differences(view)
    by_record: dict[str, list[int]] = defaultdict(list)
    for place, dispute in enumerate(disputes):
        for id in dict.fromkeys(id for side in dispute.sides for id in side.records):
            by_record[id].append(place)
    sources = _first_sources(view, ((one.id, one.members) for one in view.world.contacts))
    read_out = (readout.statements[:1] for one in view.world.contacts for readout in one.readouts)
    records = view.those(id for ids in read_out for id in ids)
    for one in view.world.contacts:
        readouts = (
            f"{view.name(readout.by)}: {quoted(record.evidence)}"
            for readout in one.readouts
            for id in readout.statements[:1]
            if (record := records.get(id))
        )
        yield Row(
            id=one.id,
            when=one.happened,
            actors=frozenset(link.actor for link in one.participants if link.actor),
            cells=sources[one.id]
            | {
                "happened": day(one.happened), "type": one.type, "participants": view.names(one.participants),
                "placed_by": _or_none(view.names(one.placed_by)), "readouts": " | ".join(readouts) or None,
                "contested": "; ".join(_disputed(view, one, disputes, by_record)) or None,
            },
        )  # fmt: skip


def _disputed(
    view: View, contact: Contact, disputes: Sequence[Difference], by_record: Mapping[str, Sequence[int]]
) -> Iterator[str]:
    """The differences over what took place or was said in a contact: the kind, whose, and the id."""
    said = {*contact.members, *(id for readout in contact.readouts for id in readout.statements)}
    for place in sorted({place for id in said for place in by_record.get(id, ())}):
        one = disputes[place]
        sides = ", ".join(dict.fromkeys(view.names(side.who) for side in one.sides))
        yield f"{one.type}: {sides} [{reference(one.id)}]"


def _differences(view: View, wanted: Filter) -> Iterator[Row]:
    for one in differences(view):
        says = (f"{view.names(side.who)}: {side.says}" for side in one.sides)
        evidence = one.sides[0].evidence[0]
        yield Row(
            id=one.id,
            when=one.sides[-1].said,
            actors=frozenset(link.actor for side in one.sides for link in side.who if link.actor),
            cells={
                "type": one.type, "topic": one.topic, "sides": " | ".join(says), "why": one.why,
                "resolution": one.resolution, "evidence": quoted([evidence]),
                "outlet": view.documents[evidence.document].outlet,
                "published": day(view.published(evidence.document)), "document": evidence.document, "id": one.id,
            },
        )  # fmt: skip


def _corroborations(view: View, wanted: Filter) -> Iterator[Row]:
    for one in corroborations(view):
        members = [view.by_id[id] for id in one.members]
        when = next((at for each in members if (at := _time_of(each)).known), When())
        row = _row(
            view, members[0], when, [link for each in members for link in _parties(each)],
            happened=day(when), topic=one.topic, independent_sources=one.independent_sources,
            upstreams="; ".join(one.upstreams), reports=len({each.document for each in members}),
        )  # fmt: skip
        yield replace(row, id=one.id, cells=row.cells | {"id": one.id})


def _time_of(record: Annotation) -> When:
    """When what a record tells took place, was counted or was said."""
    for name in ("happened", "as_of", "said"):
        when: When | None = getattr(record, name, None)
        if when is not None:
            return when
    return When()


def _parties(record: Annotation) -> Iterator[Link]:
    kind: type = type(record)
    for name in link_fields(kind):
        yield from getattr(record, name)


def _sources(view: View, wanted: Filter) -> Iterator[Row]:
    for one in sources(view):
        yield Row(
            id=one.document,
            when=view.published(one.document),
            cells={
                "published": day(view.published(one.document)), "outlet": view.documents[one.document].outlet,
                "title": one.title, "genre": one.genre, "upstreams": "; ".join(one.upstreams) or None,
                "statements": one.statements, "relayed": one.relayed, "own_share": _percent(one.own),
                "carried_share": _percent(one.carried), "opinion_share": _percent(one.opinion),
                "basis": view.published(one.document).basis, "source": view.documents[one.document].source,
                "evidence": _first_words(view, one.document), "id": one.document,
            },
        )  # fmt: skip


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share)


def _leans(view: View, wanted: Filter) -> Iterator[Row]:
    for one in leans(view):
        document = view.documents[one.document]
        when = view.published(one.document)
        cells: dict[str, Cell] = {
            "outlet": document.outlet, "leans_on": one.on, "how": one.how, "times": one.times,
            "published": day(when), "title": document.title, "evidence": _first_words(view, one.document),
            "document": one.document, "id": one.document,
        }  # fmt: skip
        yield Row(id=one.document, when=when, cells=cells)


def _upstreams(view: View, wanted: Filter) -> Iterator[Row]:
    entries = {one.happening.id: one for one in timeline(view)}
    for one in upstreams(view):
        event = entries[(one.alone or one.happenings)[0]].event
        cells: dict[str, Cell] = {
            "upstream": one.name, "happenings": len(one.happenings), "alone": len(one.alone),
            "reports": len(one.documents),
        }  # fmt: skip
        yield Row(id=event.id, when=event.happened, cells=cells | _source(view, event))


def _first_words(view: View, document: str) -> str:
    """How a report begins, furniture included: what a person knows it by."""
    return " ".join(view.documents[document].text[:_BEGINNING].split())


def _problems(view: View, wanted: Filter) -> Iterator[Row]:
    for one in view.archive.problems():
        yield Row(
            id=one.id,
            cells=dict.fromkeys(_SOURCE)
            | {"source": one.source, "component": one.component, "message": one.message, "id": one.id},
        )


_TIMELINE = (
    "happened", "type", "mode", "what", "participants", "places", "status", "told_by", "denied_by", "reports",
    "independent_sources", *_SOURCE,
)  # fmt: skip

TABLES: dict[str, tuple[tuple[str, ...], Callable[[View, Filter], Iterator[Row]]]] = {
    "timeline": (_TIMELINE, _timeline),
    "actors": (("name", "type", "country", "names", "roles", "mentions", "codes", "note", *_SOURCE), _actors),
    "statements": (
        ("said", "speaker", "act", "content", "form", "addressee", "channel", "via", "accused", "of", *_SOURCE),
        _statements,
    ),
    "figures": (
        ("counts", "unit", "amount", "low", "high", "bound", "side", "category", "as_of", "counter", "loss_of",
         "scope", "cell_low", "cell_best", "cell_high", "cell_rule", *_SOURCE),
        _figures,
    ),
    "truces": (
        ("agreed", "in_force", "ended", "parties", "brokers", "fate", "blamed", "counted_only", *_SOURCE),
        _truces,
    ),
    "contacts": (("happened", "type", "participants", "placed_by", "readouts", "contested", *_SOURCE), _contacts),
    "pledges": (
        ("said", "by", "form", "condition", "response", "covers", "exempts", "met", "according_to", *_SOURCE),
        _pledges,
    ),
    "positions": (("said", "holder", "stance", "issue", "according_to", *_SOURCE), _positions),
    "relations": (
        ("subject", "type", "object", "scope", "exempts", "status", "when", "according_to", *_SOURCE), _relations,
    ),
    "differences": (("type", "topic", "sides", "why", "resolution", *_SOURCE), _differences),
    "corroborations": (
        ("happened", "topic", "independent_sources", "upstreams", "reports", *_SOURCE), _corroborations,
    ),
    "sources": (
        ("published", "outlet", "title", "genre", "upstreams", "statements", "relayed", "own_share", "carried_share",
         "opinion_share", "basis", "source", "evidence", "id"),
        _sources,
    ),
    "leans": (("outlet", "leans_on", "how", "times", "published", "title", "evidence", "document", "id"), _leans),
    "upstreams": (("upstream", "happenings", "alone", "reports", *_SOURCE), _upstreams),
    "problems": (("source", "component", "message", *_SOURCE), _problems),
}  # fmt: skip
"""Every table by its command's name: its columns, and the function that makes its rows."""


def records(view: View) -> Iterator[Any]:
    """Every record of a case, said, meant and concluded, with actors filled in, as `export` writes them."""
    yield from told(view)
    yield from concluded(view)
    yield from view.archive.judgements()


def concluded(view: View) -> Iterator[Difference | Corroboration]:
    """What the comparison of accounts shows."""
    yield from differences(view)
    yield from corroborations(view)


def told(view: View) -> Iterator[Any]:
    """The records that are said and meant: documents, problems, annotations with actors filled in, the world."""
    yield from view.documents.values()
    yield from view.archive.problems()
    for kind in (
        view.mentions, view.times, view.statements, view.events, view.figures,
        view.pledges, view.positions, view.relations, view.levers,
    ):  # fmt: skip
        yield from kind
    world = view.world
    for meant in (world.actors, world.happenings, world.contacts, world.truces, world.stories):
        yield from meant
