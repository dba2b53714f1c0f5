"""Idioms by the order of words: "turned its back on the plan", whatever the parser makes of them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from rashomon.language.analysis import Analysis, Token

K = TypeVar("K", bound=str)

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
    told: tuple[frozenset[str], ...]
    """Those of the places in which some word must stand."""


class Match(NamedTuple):
    """An idiom found: its last word, and the words in its gap."""

    last: Token
    gap: list[Token]


@cache
def idiom(pattern: str) -> Idiom:
    """An idiom as word lists write it: "turn/twist ~ back on"; "~" is a possessive or article or none, "…" a gap."""
    verb, *rest = pattern.split()
    places = tuple(frozenset(one.split("/")) for one in rest)
    return Idiom(frozenset(verb.split("/")), places, tuple(one for one in places if one.isdisjoint(("~", "…"))))


def by_verb_and_kind(patterns: Mapping[K, Iterable[str]]) -> dict[str, list[tuple[K, Idiom]]]:
    """Idioms by the lemma of their verb, each with the kind under which the word list has it."""
    found: dict[str, list[tuple[K, Idiom]]] = {}
    for kind, some in patterns.items():
        for one in map(idiom, some):
            for verb in one.verbs:
                found.setdefault(verb, []).append((kind, one))
    return found


def matched(analysis: Analysis, verb: Token, one: Idiom) -> Match | None:
    """The idiom at a verb, where the words behind the verb make it."""
    forms = analysis.forms(verb.sentence)
    for place in one.told:
        if place.isdisjoint(forms):
            return None  # as of nearly all idioms
    tokens, end_of_sentence = analysis.tokens, analysis.sentences[verb.sentence].last
    at, gap, last = verb.i + 1, list[Token](), verb
    for k, place in enumerate(one.places):
        if "~" in place:
            at += at < end_of_sentence and tokens[at].lower in _OWN
            continue
        if "…" in place:
            wanted = one.places[k + 1] - {"~"} or one.places[k + 2]
            end = _next(tokens, at + 1, min(at + _GAP + 2, end_of_sentence), wanted)
            if end is None or any(one.text in _ENDS for one in tokens[at:end]):
                return None
            gap, at = tokens[at:end], end
            continue
        found = _next(tokens, at, min(at + _LOOSE + 1, end_of_sentence), place)
        if found is None or any(not _is_loose(one) for one in tokens[at:found]):
            return None
        last, at = tokens[found], found + 1
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


def _next(tokens: Sequence[Token], at: int, end: int, words: frozenset[str]) -> int | None:
    for place in range(at, end):
        if tokens[place].lower in words:
            return place
    return None


def _is_loose(token: Token) -> bool:
    """Whether a word may stand inside an idiom: "has its heart *firmly* set on"."""
    return token.pos in ("ADV", "ADJ") or token.dep in ("advmod", "amod")


def head_of(words: Sequence[Token]) -> Token | None:
    """The word on which the others hang."""
    inside = {one.i for one in words}
    return next((one for one in words if one.head.i not in inside), None)
