"""When something was said: the time beside the tag."""

from rashomon.extract.drafts import Draft
from rashomon.extract.found import Found
from rashomon.extract.timing import said_when
from rashomon.language.analysis import Analysis
from rashomon.model.values import When


def said_at(analysis: Analysis, found: Found, draft: Draft) -> When:
    """The time that belongs to the cue; by publication at the latest where none does."""
    if draft.verb is None:
        latest = analysis.document.published.latest
        return (
            When(latest=latest, granularity="interval", basis=f"said by publication on {latest}") if latest else When()
        )
    return said_when(analysis, found, draft.verb)
