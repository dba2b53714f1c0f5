"""Clauses that sum up what stands before them: "that is the limit", "there we draw the line"."""

from collections.abc import Sequence

from rashomon.language.analysis import Token
from rashomon.language.lexicon import words

_US = ("we", "our")
_ENDING = ("end", "stop", "finish")
_POINTING = ("that", "this", "there", "here", "such", "these", "those", "so")


def sums_up(clause: Sequence[Token]) -> bool:
    """Whether a clause points back at what stands before it, and does not judge it, as "that is a lie" does."""
    judged = any(one.lemma.lower() in words("speech", "lies") for one in clause[2:])  # "there lies" judges none
    exists = clause[0].lower == "there" and any(one.lemma == "be" for one in clause[1:3])  # "there was no need"
    return clause[0].lower in _POINTING and not judged and not exists


def is_last_word(clause: Sequence[Token]) -> bool:
    """Whether a clause calls what stands before it the speaker's own limit, not what it is like or what others fear."""
    asked = {one.lower for one in clause if one.tag in ("WP", "WRB", "WDT")}
    if not sums_up(clause) or asked - {"where"} or any(one.dep == "neg" for one in clause):
        return False
    if asked and any(one.lemma in _ENDING for one in clause):
        return True  # "that is where the matter ends"
    own = any(one.lower in _US for one in clause)
    nouns = [one for one in clause if one.lemma.lower() in words("pledges", "limits") or _is_word(one)]
    return any(own or any(kid.lower == "the" for kid in noun.children) for noun in nouns)


def _is_word(noun: Token) -> bool:
    """Read "our *last word*"."""
    return noun.lower == "word" and any(one.lower in ("last", "final") for one in noun.children)
