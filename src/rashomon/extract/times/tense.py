"""On which side of now a time lies, as far as the verb that governs it says."""

from collections.abc import Sequence

from rashomon.extract.times import words
from rashomon.language.analysis import Token

_FUTURE_AUXILIARIES = {"will", "'ll", "’ll", "wo", "shall"}
_OPEN_AUXILIARIES = {"would", "should", "may", "might", "must"}
_SILENT_AUXILIARIES = {"can", "could", "ca"}
_PAST_AUXILIARIES = {"had", "was", "were", "did"}


def head_of(tokens: Sequence[Token]) -> Token | None:
    """The word of an expression on which its other words hang."""
    inside = {token.i for token in tokens}
    for token in reversed(tokens):
        if token.head is token or token.head.i not in inside:
            return token
    return None


def side(token: Token) -> int | None:
    """On which side the clause around a time tells: -1 the past, 1 the future, None neither.

    2 is the future of somebody who spoke before ("he said they would leave on Friday").
    """
    seen = token
    for one in token.ancestors:
        if one.lower == "since":
            return -1
        if one.lower in ("until", "till"):
            return _until(one)
        if one.lemma in words.SCHEDULING and one.pos in ("ADJ", "VERB") and one.tag != "VBD":
            return -1 if _had(one) or _had(one.head) else 1
        if one.pos in ("VERB", "AUX"):
            told = _verb_side(one)
            if told is not None:
                return told
        seen = one
    return _verb_side(seen) if seen.pos in ("VERB", "AUX") else None


def _until(token: Token) -> int | None:
    """Read "postponed until Tuesday" lies ahead; "held until Tuesday" does not."""
    verb = next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None)
    if verb is None or verb.lemma in ("postpone", "delay", "extend", "give", "have"):
        return 1
    return _verb_side(verb)


def _had(token: Token) -> bool:
    return any(child.lower == "had" for child in token.children)


def _verb_side(verb: Token) -> int | None:
    """What the form of one verb says; None sends the question on to the verb above."""
    helpers = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
    if helpers & _FUTURE_AUXILIARIES:
        return 1
    if "would" in helpers and "have" not in helpers:
        return 2
    if helpers & _OPEN_AUXILIARIES:
        return -1 if helpers & {"have"} else 1
    if helpers & _SILENT_AUXILIARIES:
        return None
    if verb.tag == "VBD" or helpers & _PAST_AUXILIARIES:
        return 1 if verb.lemma in words.SCHEDULING and verb.tag != "VBD" else -1
    if helpers & {"has", "have", "'ve"}:
        return -1
    if verb.tag == "VB" and "to" in helpers:
        planned = verb.head is not verb and verb.head.pos in ("VERB", "ADJ", "AUX") and _plans(verb.head)
        return 1 if planned else None
    if verb.tag == "VBN":
        return 1 if verb.lemma in words.SCHEDULING else -1
    if verb.tag in ("VBZ", "VBP") and verb.lemma in words.REPORTING:
        return -1
    return None


def _plans(token: Token) -> bool:
    return token.lemma in words.PROSPECTIVE
