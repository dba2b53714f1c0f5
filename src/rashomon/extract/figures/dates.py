"""The day up to which a figure counts: "as of Friday", the day it happened, or the day it was given."""

from collections.abc import Iterator

from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.numbers import Number
from rashomon.extract.found import Found
from rashomon.extract.said_on import said_on
from rashomon.extract.timing import when_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Time
from rashomon.model.values import When

# Words between a number and the clause that dates it ("19 dead and 46 wounded it reported in May").
_REACH = 9


def as_of(analysis: Analysis, found: Found, anchor: Token, number: Number, item: Counted) -> When:
    """The day up to which a figure counts, by the surest sign.

    That is a time after "as of" in its sentence; the time of what is told by `anchor`;
    the day on which the figure was said; at last no later than publication. "Since"
    tells where a count begins: it reaches up to the day on which it is given.
    """
    sentence = analysis.sentence_of(anchor)
    times = [time for time in found.within(Time, sentence.start, sentence.end) if time.when.known]
    for time in times:
        if _is_as_of(analysis, time):
            return _days(time.when)
    for word in _dated_by(analysis, anchor, number, item):
        told = when_of(analysis, found, word)
        if told.known and not _is_bound(analysis, told, times):
            return _days(told)
    return _days(said_on(analysis, found, number.core[0]))


def _dated_by(analysis: Analysis, anchor: Token, number: Number, item: Counted) -> Iterator[Token]:
    """The words whose time is the figure's: "the 38 it *gave* in May", what befell them, "*put* its losses at"."""
    given = _given_by(analysis, number)
    if given is not None:
        yield given
    if item.rule != "toll":  # "the toll of Monday's raid rose to 14": the raid's day is not the toll's
        yield anchor
        anchor = first_verb(anchor)
        yield anchor
    if anchor.dep in ("relcl", "acl") and anchor.head.lemma in words("figures", "conflicts"):
        yield anchor.head  # "a war in 1971 that killed"
    for verb in anchor.ancestors:
        if verb.pos == "VERB":
            if verb.lemma in words("figures", "giving") or item.rule == "toll":
                yield verb
            return


def _given_by(analysis: Analysis, number: Number) -> Token | None:
    """The verb of a clause without "that" behind the number, in which somebody gave it ("the 38 *it gave* in May")."""
    given = number.head.child("relcl", "acl")
    if given is not None and given.lemma in words("figures", "giving"):
        return given
    sentence = analysis.sentence_of(number.head)
    rest = analysis.tokens[number.core[-1].i + 1 : min(sentence.last, number.core[-1].i + _REACH)]
    states = {one for kind in lexicon("figures")["states"].values() for one in kind} | {"and", "that", "which"}
    for subject, verb in zip(rest, rest[1:], strict=False):
        if subject.pos in ("PRON", "PROPN") and subject.lower not in states:
            return verb if verb.lemma in words("figures", "giving") and verb.pos == "VERB" else None
        if subject.lower not in states and subject.pos not in ("NUM", "NOUN"):
            return None
    return None


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
    """Whether a time stands after "as of", or after "up to" or "until" with a loss."""
    before = analysis.document.text[max(0, time.evidence[0].start - 6) : time.evidence[0].start].lower()
    return before.endswith(("as of ", "up to ")) or time.evidence[0].text.lower().startswith("as of")


def _is_bound(analysis: Analysis, told: When, times: list[Time]) -> bool:
    """Whether the time only begins or ends the count ("since 26 January")."""
    for time in times:
        if told.earliest is None or told.earliest not in (time.when.earliest, time.when.latest):
            continue
        at = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)[0].i
        first = analysis.sentences[analysis.tokens[at].sentence].first
        if any(token.lower in words("figures", "not_as_of") for token in analysis.tokens[max(first, at - 2) : at]):
            return True
    return False
