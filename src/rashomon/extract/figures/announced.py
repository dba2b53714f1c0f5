"""The day of an announcement that gives a number."""

from collections.abc import Sequence

from rashomon.extract.figures.days import is_one_day
from rashomon.extract.figures.numbers import Number
from rashomon.extract.found import Found
from rashomon.extract.timing import when_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time
from rashomon.model.values import When

# Sentences between an announcement and one that goes on with it.
_BACK = 3


def announced_before(analysis: Analysis, found: Found, anchor: Token) -> When | None:
    """The day of the announcement that a sentence goes on with ("It also raised its own toll to 34")."""
    verb = next((one for one in (anchor, *anchor.ancestors) if one.lemma in words("figures", "revising")), None)
    if verb is None or verb.tag != "VBD":
        return None
    sentence = analysis.sentence_of(verb)
    if not {"also", "own"} & {one.lower for one in analysis.words(sentence)}:
        return None
    for earlier in reversed(analysis.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        times = found.within(Time, earlier.start, earlier.end)
        for other in analysis.words(earlier):
            if other.lemma in words("figures", "revising") and other.tag in ("VBD", "VBN"):
                told = _right_before(analysis, times, other) or when_of(analysis, found, other)
                return told if told.known else None
    return None


def announced_here(analysis: Analysis, times: Sequence[Time], number: Number) -> When | None:
    """The day that stands right before the verb that gives a number ("the staff *on Monday raised* its toll to 70").

    The parser may take the verb for a participle, and hang the day on whoever gives the number.
    """
    sentence = analysis.sentence_of(number.head)
    giving = words("figures", "revising") | words("figures", "giving")
    before = analysis.tokens[sentence.first : number.words[0].i]
    verbs = [one for one in before if one.lemma in giving and one.tag in ("VBD", "VBN", "NN", "VB")]
    days = [day for one in verbs if (day := _right_before(analysis, times, one)) is not None]
    told = any(one.text in (";", ":", '"', "“") for one in before)
    return days[0] if len(days) == 1 and not told else None


def _right_before(analysis: Analysis, times: Sequence[Time], verb: Token) -> When | None:
    """The day between whoever does something and the verb ("*on Monday* raised")."""
    for time in times:
        end = time.evidence[0].end
        at = analysis.tokens_in(time.evidence[0].start, end)
        day = is_one_day(analysis, time.when)
        if at and at[-1].i + 1 == verb.i and day and analysis.tokens[max(0, at[0].i - 1)].lower == "on":
            return time.when
    return None
