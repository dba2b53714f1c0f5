"""Lines of the brief on accounts: where they differ, where they agree, who said what."""

from collections.abc import Iterator

from rashomon.analyse.brief.lines import Line, content, opinion, said_on, words
from rashomon.analyse.corroborations import corroborations
from rashomon.analyse.differences import differences
from rashomon.analyse.figures import amount, things
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Figure, Statement
from rashomon.model.finding import Corroboration, Difference

# Where somebody answers what another said; that two blame each other is told everywhere.
_ANSWERED = frozenset({"contradiction", "denial", "contested allegation"})


def differing(view: View, types: frozenset[str]) -> Iterator[Line]:
    """The differences of some types, each side below in its own words; first what somebody denies, and the surest."""
    some = (one for one in differences(view) if one.type in types)
    for one in sorted(some, key=lambda one: (not _in_so_many_words(view, one), one.type not in _ANSWERED, -one.score)):
        details = tuple(
            Line(
                lead=view.names(side.who),
                text=f"{said_on(side.said)}{words(side.says)}",
                ids=side.records or (one.id,),
            )
            for side in one.sides
        )
        resolved = f" Resolved: {one.resolution}" if one.resolution else ""
        yield Line(lead=one.type, text=f"{one.why}{resolved}", ids=(one.id,), details=details)


def _in_so_many_words(view: View, one: Difference) -> bool:
    """Whether a side of a difference is itself a denial or a charge, no words that only do not fit another's."""
    records = (view.by_id.get(id) for side in one.sides for id in side.records)
    return any(isinstance(record, Statement) and record.act in ("deny", "accuse", "reject") for record in records)


def agreed(view: View, *, independent: bool) -> Iterator[Line]:
    """What several accounts tell alike: from several sources, or from one that several carry."""
    untitled = {one.title: view.numbers[id] for id, one in view.documents.items() if one.title and not one.outlet}
    for one in corroborations(view):
        if (one.independent_sources > 1) == independent:
            number = f"{one.independent_sources} sources" if independent else f"{len(one.members)} times"
            told_by = ", ".join(untitled.get(name, name) for name in one.upstreams)
            yield Line(lead=number, text=f"{_topic(view, one)} ({told_by})", ids=(one.id,))


def _topic(view: View, one: Corroboration) -> str:
    """What is told alike: the number where it is one, and the words of who tells it first."""
    first = view.by_id[one.members[0]]
    if isinstance(first, Figure):
        return f"{amount(first)} {things(first)}: {words(quoted(first.evidence))}"
    return words(one.topic)


def contested(view: View) -> Iterator[Line]:
    """Accusations and denials."""
    for one in view.statements:
        if one.act in ("accuse", "deny"):
            yield _statement_line(view, one)


def said(view: View) -> Iterator[Line]:
    """All other statements."""
    for one in view.statements:
        if one.act not in ("accuse", "deny"):
            yield _statement_line(view, one)


def _statement_line(view: View, one: Statement) -> Line:
    act = "" if one.act == "say" else f" ({_act(view, one)})"
    via = f", via {view.names(one.via)}" if one.via else ""
    where = f"{view.numbers[one.document]}{via}{opinion(view, one)}"
    return Line(
        lead=f"{view.names(one.speaker)}{act}",
        text=f"{said_on(one.said)}{words(content(one))} ({where})",
        ids=(one.id,),
    )


def _act(view: View, one: Statement) -> str:
    return f"{one.act}: {view.names(one.accused)}" if one.accused else one.act
