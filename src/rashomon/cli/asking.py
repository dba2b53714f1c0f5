"""Commands that ask a case: what would follow (`whatif`), what changed (`replay`), who is tied to whom (`network`)."""

from enum import StrEnum
from typing import Annotated

import typer

from rashomon.analyse.network import network as ties
from rashomon.analyse.replay import ORDER, Change
from rashomon.analyse.replay import replay as changed
from rashomon.analyse.view import day, quoted, reference
from rashomon.analyse.whatif import Answer
from rashomon.case import Case
from rashomon.cli.options import AsOfOption, CaseOption, OutOption, check_day, opened
from rashomon.export import graph
from rashomon.export.target import write
from rashomon.model.shown import visible
from rashomon.store import DEFAULT_CASE

_HEADINGS = {
    "report": "NEW REPORTS", "appeared": "APPEARED", "corroborated": "CORROBORATED", "denied": "DENIED",
    "revised": "FIGURES, NEW OR REVISED", "truce": "TRUCES", "disputed": "NEWLY DISPUTED",
}  # fmt: skip


class NetworkFormat(StrEnum):
    """How the network is written."""

    graphml = "graphml"
    gexf = "gexf"


def whatif(
    event: Annotated[str, typer.Argument(metavar="EVENT", help='In plain words: "Ostria attacks Velm".')],
    case: CaseOption = DEFAULT_CASE,
    as_of: AsOfOption = None,
) -> None:
    """The pledges that an event would trigger, the pacts that cover it, and those that exempt it."""
    with opened(case, as_of) as asked:
        answers = asked.whatif(event)
        if not answers:
            print("Nothing in these reports covers it.")
        for one in answers:
            print(visible(_answer(asked, one)))


def _answer(case: Case, answer: Answer) -> str:
    pledge, view = answer.pledge, case.view
    lines = [
        f"{answer.effect}: {answer.authority} [{reference(pledge.id)}]",
        f"    “{quoted(pledge.evidence)}” ({view.numbers[pledge.document]}, {day(view.published(pledge.document))})",
    ]
    parts = {"if": pledge.condition, "then": pledge.response, "covers": pledge.covers, "exempts": pledge.exempts}
    lines += [f"    {name}: {quoted(spans)}" for name, spans in parts.items() if spans]
    for id in answer.met:
        event = view.events_by_id[id]
        lines.append(
            f"    met, says {view.counter(event.according_to)} ({day(event.happened)}): "
            f"“{quoted(event.evidence)}” [{reference(id)}]"
        )
    return "\n".join(lines)


def replay(
    case: CaseOption = DEFAULT_CASE,
    since: Annotated[str, typer.Option("--from", metavar="DATE", help="What was known at the end of this day.")] = "",
    until: Annotated[str, typer.Option("--to", metavar="DATE", help="What was known at the end of this one.")] = "",
) -> None:
    """What changed between two days: what appeared, was denied, revised, corroborated, collapsed."""
    check_day(since, "--from")
    check_day(until, "--to")
    with opened(case, since) as before, opened(case, until) as after:
        changes = changed(before.view, after.view)
    if not changes:
        print(f"Nothing changed from {since} to {until}.")
    for kind in ORDER:
        some = [one for one in changes if one.kind == kind]
        if some:
            print(f"\n{_HEADINGS[kind]}\n" + "\n".join(visible(_change(one)) for one in some))


def _change(change: Change) -> str:
    return f"  {change.text} [{reference(change.record)}]"


def network(
    case: CaseOption = DEFAULT_CASE,
    as_of: AsOfOption = None,
    format: Annotated[NetworkFormat, typer.Option("--format")] = NetworkFormat.graphml,
    out: OutOption = None,
) -> None:
    """Who is tied to whom, as a graph with dates: GraphML, or GEXF that Gephi can play."""
    with opened(case, as_of) as shown:
        made = ties(shown.view)
    write(graph.to_graphml(made) if format is NetworkFormat.graphml else graph.to_gexf(made), out)
