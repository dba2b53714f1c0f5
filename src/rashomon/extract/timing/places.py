"""Which word of its sentence a time belongs to, also where the parser went wrong."""

from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time

_VERBAL = {"VERB", "AUX"}
_SAYING = words("times", "saying")
_MEETINGS = words("times", "occasions")
# "Said in Tuesday's talks" was said on Tuesday, "said of Tuesday's talks" was not.
_TOPIC = {"of", "about", "over", "regarding", "concerning"}


def head_of_time(analysis: Analysis, time: Time) -> Token | None:
    """The word of a time on which its other words hang; None where its words are apart."""
    span = time.evidence[0]
    inside = analysis.tokens_in(span.start, span.end)
    numbers = {token.i for token in inside}
    return next((one for one in reversed(inside) if one.head is one or one.head.i not in numbers), None)


def said_then(analysis: Analysis, time: Time) -> Token | None:
    """The verb of saying that a day follows at once: "said on Friday its troops had taken" was said that day."""
    inside = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)
    first, behind = inside[0].i, inside[-1].i + 1
    if behind < len(analysis.tokens) and analysis.tokens[behind].lower in ("'s", "’s"):
        return None
    before = first - 2 if first > 1 and analysis.tokens[first - 1].lower == "on" else first - 1
    verb = analysis.tokens[before] if before >= 0 else inside[0]
    same = verb.sentence == inside[0].sentence and time.timex.type in ("DATE", "TIME")
    return verb if same and verb.pos == "VERB" and verb.lemma in _SAYING else None


def misparsed(analysis: Analysis, time: Time, head: Token) -> Token | None:
    """The preposition or verb just before a time that the parser took for part of the next noun.

    "On Monday rebels attacked" and "said Monday rebels attacked" are read as if there
    were "Monday rebels".
    """
    first = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)[0]
    if head.dep not in ("compound", "nmod", "nummod") or head.head.i < head.i or first.i == 0:
        return None
    before = analysis.tokens[first.i - 1]
    if before.tag == "IN" and before.child("pobj") is None:
        return before
    return before if before.pos == "VERB" else None


def distance(
    head: Token, token: Token, instead: Token | None = None, spoken: bool = False
) -> tuple[int, Token | None] | None:
    """How many steps of syntax lie between a time and the word it belongs to, and its preposition.

    None where another verb, or a noun with a time of its own, stands between. `instead`
    is where the time hangs in truth, when the parser went wrong.
    """
    steps, preposition = 0, None
    one = head
    if one is token:
        return None
    if instead is not None:
        if instead is token:
            return 1, None
        if instead.pos == "VERB":
            return None
        one, steps, preposition = instead, 1, instead
    below = head  # the last noun passed
    while one.head is not one:
        if one.dep == "relcl":
            return None
        one = one.head
        steps += 1
        if one is token:
            return steps, preposition
        if one.pos == "ADP" or one.tag == "IN":
            preposition = preposition or one
        elif one.pos in _VERBAL:
            # "Accused them of arming rebels in remarks to a paper on Monday": the remarks hang on the arming.
            if not (spoken and _is_means(below)):
                return None
        elif one.pos in ("NOUN", "PROPN", "PRON") and one.dep not in ("npadvmod",):
            occasion = one.lemma in _MEETINGS and one.head.lower not in _TOPIC
            through = one.dep == "pobj" and (occasion or _of_time(one) or (spoken and _is_means(one)))
            # "Shot down jets over the river a day earlier" hangs on the river, by mistake.
            through = through or _is_named_subject(one, head) or (head.pos == "ADV" and not one.child("relcl"))
            if not through and one.dep not in ("conj", "appos"):
                return None
            preposition = preposition if preposition and preposition.i < head.i else None
            below = one
    return None


# "Told her by telephone on Thursday", "accused them in remarks to a broadcaster on Monday".
_MEANS = words("times", "means")
_HEARERS = {"to", "with"}


def _is_means(token: Token) -> bool:
    """Whether a noun says by what means, or below it to whom, something was said."""
    if token.head.lower in _TOPIC:
        return False
    if token.lemma in _MEANS and token.head.lower in ("by", "in", "via", "over", "on", "through"):
        return True
    above = token.head.head
    return token.head.lower in _HEARERS and above.lemma in _MEANS


def _is_named_subject(token: Token, time: Token) -> bool:
    """Whether the parser hung on a name the time that stands between it and its verb ("Osk on Monday lowered …")."""
    verb = token.head
    return token.pos == "PROPN" and token.dep == "nsubj" and verb.pos == "VERB" and token.i < time.i < verb.i


def _of_time(token: Token) -> bool:
    """Whether a noun is itself a part of a date ("the night of Friday")."""
    return token.lower in words("times", "units") or token.lower in words("times", "parts")
