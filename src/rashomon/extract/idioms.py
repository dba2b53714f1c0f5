"""Idioms by the order of words: "turned its back on the plan", whatever the parser makes of them."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from rashomon.language.analysis import Analysis, Token

# "~" in an idiom.
_OWN = frozenset({"its", "his", "her", "their", "our", "my", "the", "a", "an", "any", "all", "every", "no"})
# So many loose words may stand between two words of an idiom, so many in its gap.
_LOOSE, _GAP = 2, 14
_ENDS = frozenset({",", ";", ":", "—", "–", "--", ".", "?", "!", "(", ")"})
_CLAUSES = frozenset(
    {"if", "unless", "until", "when", "while", "because", "although", "though", "but", "after", "before", "since"}
)


class Idiom(NamedTuple):
    """A verb with the words that make an idiom of it: each place holds its choices."""

    verbs: frozenset[str]
    places: tuple[frozenset[str], ...]


class Match(NamedTuple):
    """An idiom found: its last word, and the words in its gap."""

    last: Token
    gap: list[Token]


@cache
def idiom(pattern: str) -> Idiom:
    """An idiom as word lists write it: "turn/twist ~ back on"; "~" is a possessive or article or none, "…" a gap."""
    verb, *rest = pattern.split()
    return Idiom(frozenset(verb.split("/")), tuple(frozenset(one.split("/")) for one in rest))


def by_verb(patterns: Iterable[str]) -> dict[str, list[Idiom]]:
    """Idioms by the lemma of their verb."""
    found: dict[str, list[Idiom]] = {}
    for pattern in patterns:
        one = idiom(pattern)
        for verb in one.verbs:
            found.setdefault(verb, []).append(one)
    return found


def matched(analysis: Analysis, verb: Token, one: Idiom) -> Match | None:
    """The idiom at a verb, where the words behind the verb make it."""
    at, gap, last = verb.i + 1, list[Token](), verb
    for k, place in enumerate(one.places):
        if "~" in place:
            at += _is_word(analysis, verb, at, _OWN)
            continue
        if "…" in place:
            end = _next(analysis, verb, at + 1, one.places[k + 1] - {"~"} or one.places[k + 2], _GAP)
            if end is None or any(one.text in _ENDS for one in analysis.tokens[at:end]):
                return None
            gap, at = list(analysis.tokens[at:end]), end
            continue
        found = _next(analysis, verb, at, place, _LOOSE)
        if found is None or any(not _is_loose(one) for one in analysis.tokens[at:found]):
            return None
        last, at = analysis.tokens[found], found + 1
    return Match(last, gap)


def behind(analysis: Analysis, verb: Token, last: Token) -> list[Token]:
    """The words behind the last word of an idiom, up to where its clause ends."""
    found: list[Token] = []
    for token in analysis.tokens[last.i + 1 : last.i + 60]:
        opens = token.lower in _CLAUSES and token.dep in ("mark", "advmod", "cc", "prep")
        second = token.dep == "cc" and any(
            one.dep == "conj" and one.pos in ("VERB", "AUX") and one.i > token.i for one in token.head.children
        )
        if token.sentence != verb.sentence or token.text in _ENDS or token.text in '"“”' or opens or second:
            break
        found.append(token)
    return found


def _next(analysis: Analysis, verb: Token, at: int, words: frozenset[str], within: int) -> int | None:
    for place in range(at, min(at + within + 1, len(analysis.tokens))):
        if _is_word(analysis, verb, place, words):
            return place
    return None


def _is_word(analysis: Analysis, verb: Token, at: int, words: frozenset[str]) -> bool:
    return (
        at < len(analysis.tokens)
        and analysis.tokens[at].lower in words
        and analysis.tokens[at].sentence == verb.sentence
    )


def _is_loose(token: Token) -> bool:
    """Whether a word may stand inside an idiom: "has its heart *firmly* set on"."""
    return token.pos in ("ADV", "ADJ") or token.dep in ("advmod", "amod")


def head_of(words: Sequence[Token]) -> Token | None:
    """The word on which the others hang."""
    inside = {one.i for one in words}
    return next((one for one in words if one.head.i not in inside), None)
