"""Times beside a number that are not its day: those that only begin its count, those that another count is of."""

from collections.abc import Sequence

from rashomon.extract.figures.numbers import Number
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Time
from rashomon.model.values import When

# Before "with", "against" and "from" these tell that a number is set beside another.
_BESIDE = frozenset({"compared", "comparing", "comparison", "as", "contrast", "up", "down", "set"})
# Before "than" these bound the number itself ("*more* than 300 rebels").
_BOUND = frozenset({"more", "fewer", "less", "greater", "larger", "higher", "lower", "other", "better", "later"})
# Verbs that set a number anew, but also only move people or things ("took 30 men *from* 12 villages").
_MOVING = frozenset({"bring", "push", "take", "put", "go"})
# Words between the two ends of a span of days.
_UP_TO = frozenset({"to", "until", "till", "and", "-", "–"})
# Words between "from" and the number ("from *the more than* 400"); between another number and the day it is of.
_LED = 4
_OF_NUMBER = 8
# Characters between a number and the day that it is of ("the 2,500 killed and wounded of last month").
_BEHIND = 60


def begins_count(analysis: Analysis, time: Time) -> bool:
    """Whether a clause with "since" holds the time ("since *the rebels attacked the port on May 5*")."""
    inside = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)
    above = [*inside[-1].ancestors] if inside else []
    nearest = next((one for one in above if one.pos in ("VERB", "AUX")), None)
    below = above[: above.index(nearest)] if nearest is not None else above
    if any(one.lower == "since" and one.dep == "prep" for one in below):
        return True  # "since the landings *of 5 November*"
    return nearest is not None and any(
        one.lower == "since" and one.dep == "mark" and one.i < inside[0].i for one in nearest.children
    )


def is_of_another(analysis: Analysis, time: Time) -> bool:
    """Whether the time is of a number with which one is compared ("up from the 38 *it gave on Feb. 17*")."""
    inside = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)
    if not inside:
        return False
    first = analysis.sentence_of(inside[0]).first
    before = analysis.tokens[max(first, inside[0].i - _OF_NUMBER) : inside[0].i]
    if before and before[-1].lower in _UP_TO:
        return False  # "from 5 *to 19 September*"
    at = next((one for one in reversed(before) if one.tag == "CD"), None)
    return at is not None and is_led(analysis.tokens[first : at.i])


def day_of_compared(analysis: Analysis, number: Number, times: Sequence[Time]) -> When | None:
    """The day of the number with which another is compared ("from over 400 *at the beginning of the month*").

    The first time behind it, before any other number and any mark that ends the comparison.
    """
    if not is_compared(analysis, number):
        return None
    end = number.core[-1].end
    for time in times:
        start = time.evidence[0].start
        if not end <= start <= end + _BEHIND:
            continue
        between = analysis.tokens_in(end, start)
        ended = any(one.tag == "CD" or one.text in (";", ":", ",", "(") for one in between)
        bound = bool(between) and between[-1].lower in words("figures", "not_as_of") - {"from"}
        return None if ended or bound else time.when
    return None


def is_compared(analysis: Analysis, number: Number) -> bool:
    """Whether a number is an earlier one, beside which another is set ("down *from* 400", "*having put it at* 400")."""
    first = analysis.sentence_of(number.head).first
    return is_led(analysis.tokens[first : number.words[0].i]) or _is_put_before(number)


def is_led(before: Sequence[Token]) -> bool:
    """Whether what stands before a number sets it beside another ("compared *with*", "up *from the more than*")."""
    for at in reversed(range(max(0, len(before) - _LED), len(before))):
        token = before[at]
        told = before[at - 1].lower if at else ""
        the = before[-1].lower == "the"
        if token.lower == "not":
            return the
        if token.lower == "than" and (the or told not in _BOUND):
            return True
        if token.lower in ("with", "against", "from"):
            aside = token.lower == "against" and told == ","  # "90 dead, *against* the 62 it gave on May 3"
            return told in _BESIDE or aside or (token.lower == "from" and _is_set_anew(token.head))
        if token.pos in ("NOUN", "VERB", "PROPN") or token.text in (",", ";", "."):
            return False
    return False


def _is_set_anew(verb: Token) -> bool:
    """Whether a verb tells that a number became another ("*raised* its toll from 30 to 50", "has *risen* from 30")."""
    changes = lexicon("figures")["changes"]
    return verb.lemma in (words("figures", "revising") | {*changes["up"], *changes["down"]}) - _MOVING


def _is_put_before(number: Number) -> bool:
    """Whether a participle tells that it was given earlier ("*having put* it at 1,900 in mid-September")."""
    verb = next((one for one in number.head.ancestors if one.pos == "VERB"), None)
    perfect = verb is not None and any(one.lower == "having" for one in verb.all("aux"))
    return perfect and verb is not None and verb.lemma in words("figures", "giving") | words("figures", "saying")
