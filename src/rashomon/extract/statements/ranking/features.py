"""Features as numbers, without a name in them.

A feature is a word class, a place in the tree, a length, or a word of grammar or of
speech, by its hash. A name, or any other word that tells what a text is about, never
is one: the weights must hold for other wars than those they were trained on.
"""

from functools import cache
from typing import TypeAlias
from zlib import crc32

from rashomon.extract.found import Found
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words

Row: TypeAlias = list[int]
"""The features of one thing, always in the same order, each a whole number not below zero."""

_OPEN = {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "X", "SYM"}
_GROUPS = ("papers", "offices", "carriers", "people", "anybody", "sides", "things")


@cache
def number(*words: str) -> int:
    """The hash of words (of grammar, of speech, names of dependencies …), the same on every machine."""
    return crc32("|".join(words).encode())


def shape(token: Token) -> int:
    """A word of grammar by its form, any other by its part of speech."""
    return number(token.tag if token.pos in _OPEN else token.lower)


@cache
def _group(lemma: str) -> str:
    """Which list of the lexicon a noun stands in, if any."""
    return next((name for name in _GROUPS if lemma in words("speech", name)), "")


def sort_of(found: Found, token: Token | None) -> int:
    """What a noun phrase names by its head: a pronoun, a paper, an office, a person …; 0 without a head."""
    if token is None:
        return 0
    if token.pos == "PRON":
        return number(token.lower)
    mention = found.mention_of(token)
    return number(_group(token.lemma.lower()) or token.pos, (mention.type or "") if mention is not None else "")


def word_of(cue: Token) -> int:
    """The cue's own word, which is always one of speech."""
    return number("according" if cue.lower == "according" else cue.lemma.lower())


def distance(one: int, other: int) -> int:
    """How far two tokens are apart, in steps that grow."""
    apart = abs(one - other)
    return apart if apart < 6 else 6 if apart < 10 else 7 if apart < 20 else 8


def size(count: int) -> int:
    """A number of words, in steps that grow."""
    return count if count < 4 else 4 if count < 6 else 5 if count < 9 else 6 if count < 15 else 7 if count < 30 else 8
