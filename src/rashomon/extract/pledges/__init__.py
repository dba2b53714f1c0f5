"""Conditional commitments and threats, red lines, ultimatums, pacts and what they exempt."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.extract.found import Found
from rashomon.extract.pledges.conditionals import Conditionals
from rashomon.extract.pledges.deadlines import Deadlines, opens_with_failing
from rashomon.extract.pledges.exemptions import exemptions
from rashomon.extract.pledges.pacts import Pacts
from rashomon.extract.pledges.red_lines import red_lines
from rashomon.extract.pledges.treatment import treatments
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Pledge


def pledges(analysis: Analysis, found: Found) -> Iterator[Pledge]:
    """The pledges of a report's running text, in text order.

    A forecast ("the truce will fail unless …") is none, nor is what has happened; the
    one who speaks must be the one who acts, or nobody else's voice may stand between.
    """
    conditionals, deadlines, pacts = Conditionals(analysis, found), Deadlines(analysis, found), Pacts(analysis, found)
    told: list[Pledge] = []
    for sentence in analysis.body:
        tokens = analysis.words(sentence)
        due = list(deadlines.of(tokens))
        made = [*_apart(conditionals.of(tokens), due), *due, *pacts.of(tokens)]
        if opens_with_failing(tokens):
            made = _otherwise(made, told[-1:])
        made = made or list(treatments(analysis, found, tokens))
        made = made or list(red_lines(analysis, found, tokens))
        made = made or list(pacts.guarantees(tokens))
        made = made or list(conditionals.made_conditional(tokens))
        if not any(one.exempts for one in made):
            made = _with_exempts(made, list(exemptions(analysis, found, tokens, [*told, *made])))
        made.sort(key=lambda pledge: pledge.evidence[0].start)
        told += made
        yield from made


def _with_exempts(made: list[Pledge], left_out: list[Pledge]) -> list[Pledge]:
    """The pledges of a sentence, what its pact leaves out with the pact: "it applies to all; convoys are exempt"."""
    pact = next((one for one in made if one.form == "pact"), None)
    own = [one for one in left_out if pact is not None and one.by == pact.by and one.according_to == pact.according_to]
    if pact is None or not own:
        return [*made, *left_out]
    whole = replace(pact, exempts=own[0].exempts)
    return [*(whole if one is pact else one for one in made), *(one for one in left_out if one is not own[0])]


def _apart(made: Iterable[Pledge], due: list[Pledge]) -> list[Pledge]:
    """The conditionals that are no part of an ultimatum."""
    taken = [one.condition[0] for one in due if one.condition]
    return [one for one in made if not any(a.start < b.end and b.start < a.end for a in one.condition for b in taken)]


def _otherwise(made: list[Pledge], last: list[Pledge]) -> list[Pledge]:
    """The pledges of "If it is not, …": part of the ultimatum before, else an ultimatum beside the offer before."""
    if any(one.form == "ultimatum" for one in last):
        return []
    return [
        replace(one, form="ultimatum", rule="pledge: otherwise") if one.form == "if" and last else one for one in made
    ]
