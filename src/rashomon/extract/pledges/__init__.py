"""Conditional commitments and threats, red lines, ultimatums, pacts and what they exempt."""

from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.extract.pledges.conditionals import Conditionals
from rashomon.extract.pledges.deadlines import Deadlines
from rashomon.extract.pledges.pacts import Pacts
from rashomon.extract.pledges.red_lines import red_lines
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Pledge


def pledges(analysis: Analysis, found: Found) -> Iterator[Pledge]:
    """The pledges of a report's running text, in text order.

    A forecast ("the truce will fail unless …") is none, nor is what has happened; the
    one who speaks must be the one who acts, or nobody else's voice may stand between.
    """
    conditionals, deadlines, pacts = Conditionals(analysis, found), Deadlines(analysis, found), Pacts(analysis, found)
    for sentence in analysis.body:
        tokens = analysis.words(sentence)
        made = [*conditionals.of(tokens), *deadlines.of(tokens), *pacts.of(tokens)]
        if not made:
            made = list(red_lines(analysis, found, tokens))
        yield from sorted(made, key=lambda pledge: pledge.evidence[0].start)
