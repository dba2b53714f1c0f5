"""The day up to which a figure counts: "as of Friday", the day it happened, or the day it was given."""

from rashomon.extract.found import Found
from rashomon.extract.numbers import Number
from rashomon.extract.said_on import said_on
from rashomon.extract.timing import when_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time
from rashomon.model.values import When


def as_of(analysis: Analysis, found: Found, anchor: Token, number: Number) -> When:
    """The day up to which a figure counts, by the surest sign.

    That is a time after "as of" in its sentence; the time of what is told by `anchor`;
    the day on which the figure was said; at last no later than publication.
    """
    sentence = analysis.sentence_of(anchor)
    times = [time for time in found.within(Time, sentence.start, sentence.end) if time.when.known]
    for time in times:
        if _is_as_of(analysis, time):
            return time.when
    told = when_of(analysis, found, anchor)
    if told.known and not _is_bound(analysis, found, anchor, told, times):
        return told
    return said_on(analysis, found, number.core[0])


def _is_as_of(analysis: Analysis, time: Time) -> bool:
    before = analysis.document.text[max(0, time.evidence[0].start - 6) : time.evidence[0].start].lower()
    return before.endswith("as of ") or time.evidence[0].text.lower().startswith("as of")


def _is_bound(analysis: Analysis, found: Found, anchor: Token, told: When, times: list[Time]) -> bool:
    """Whether the time only begins or ends the count ("since 26 January")."""
    for time in times:
        if time.when == told:
            at = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)[0].i
            first = analysis.sentence_of(anchor).first
            return any(token.lower in words("figures", "not_as_of") for token in analysis.tokens[max(first, at - 2) : at])
    return False
