"""The day up to which a figure counts: "as of Friday", the day it happened, or the day it was given."""

from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.extract.figures.numbers import Number
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
            return _days(time.when)
    for word in _dated_by(anchor, number):
        told = when_of(analysis, found, word)
        if told.known and not _is_bound(analysis, found, anchor, told, times):
            return _days(told)
    return _days(said_on(analysis, found, number.core[0]))


def _dated_by(anchor: Token, number: Number) -> Iterator[Token]:
    """The words whose time is the figure's: "the 38 it *gave* in May", what befell them, "*put* its losses at"."""
    given = number.head.child("relcl", "acl")
    if given is not None:
        yield given
    yield anchor
    anchor = first_verb(anchor)
    yield anchor
    if anchor.dep in ("relcl", "acl") and anchor.head.lemma in words("figures", "conflicts"):
        yield anchor.head  # "a war in 1971 that killed"
    for verb in anchor.ancestors:
        if verb.pos == "VERB":
            if verb.lemma in words("figures", "giving"):
                yield verb
            return


def first_verb(anchor: Token) -> Token:
    """The verb with which a verb is coordinated and shares its time ("that killed 40 and displaced 300")."""
    while anchor.dep == "conj" and anchor.pos == "VERB" and anchor.head.pos == "VERB" and anchor.child("nsubj") is None:
        anchor = anchor.head
    return anchor


def _days(when: When) -> When:
    """The whole days of a time: a count is as of a day."""
    if when.granularity not in ("time", "part") or when.first_day is None or when.last_day is None:
        return when
    return When.between(when.first_day, when.last_day, basis=when.basis, granularity="day")


def _is_as_of(analysis: Analysis, time: Time) -> bool:
    before = analysis.document.text[max(0, time.evidence[0].start - 6) : time.evidence[0].start].lower()
    return before.endswith("as of ") or time.evidence[0].text.lower().startswith("as of")


def _is_bound(analysis: Analysis, found: Found, anchor: Token, told: When, times: list[Time]) -> bool:
    """Whether the time only begins or ends the count ("since 26 January")."""
    for time in times:
        if time.when == told:
            at = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)[0].i
            first = analysis.sentence_of(anchor).first
            return any(
                token.lower in words("figures", "not_as_of") for token in analysis.tokens[max(first, at - 2) : at]
            )
    return False
