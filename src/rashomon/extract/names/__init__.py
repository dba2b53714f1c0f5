"""Names: who and what a report mentions.

In: the `Analysis` of a report. Out: a mention for each person, state, people, body,
outlet and place named, with what the report itself tells of it, and for the pronouns
and descriptions that go back to them. Never: a decision across reports.
"""

from collections.abc import Iterator

from rashomon.extract.coreference import coreference
from rashomon.extract.found import Found
from rashomon.extract.names.datelines import datelines
from rashomon.extract.names.evidence import evidence
from rashomon.extract.names.letterhead import letterhead
from rashomon.extract.names.mentions import Naming
from rashomon.extract.names.parts import parts
from rashomon.extract.names.shared import told_apart
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Mention


def names(analysis: Analysis, found: Found) -> Iterator[Mention]:
    """The mentions of a report: names first, then pronouns and descriptions with their antecedents."""
    cut = parts(analysis)
    told = evidence(analysis, cut)
    head = letterhead(analysis.document)
    named = told_apart(
        analysis,
        [
            *head,
            *datelines(analysis.document, told.seats, told.unlisted_states()),
            *Naming(analysis, cut, told).mentions(),
        ],
    )
    yield from named
    yield from coreference(analysis, named)
