"""When something was said: the time beside the tag."""

from rashomon.extract.attribution import Draft
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Time
from rashomon.model.values import When


def said_at(analysis: Analysis, found: Found, draft: Draft) -> When:
    """The time that stands in the tag's sentence outside the words said; unknown where there is none."""
    if not draft.cue:
        return When()
    sentence = analysis.sentence_of(draft.cue[0])
    near = [
        time
        for time in found.within(Time, sentence.start, sentence.end)
        if time.timex.type in ("DATE", "TIME")
        and not any(a <= time.evidence[0].start < b for a, b in draft.content)
    ]
    if not near:
        return When()
    return min(near, key=lambda time: abs(time.evidence[0].start - draft.cue[0].start)).when
