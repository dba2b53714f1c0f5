"""Counts by order: "the fourth truce" tells of four."""

from collections.abc import Iterator, Sequence

from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.nouns import singular
from rashomon.extract.figures.numbers import Number
from rashomon.extract.figures.predicates import is_hypothetical, is_unreal
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon
from rashomon.language.lexicon import words as listed


def ordinals(words: Sequence[Token]) -> Iterator[tuple[Number, Counted]]:
    """What the ordinals among `words` (the tokens of a sentence) count up to."""
    for token in words:
        if token.lower not in listed("figures", "ordinals") or token.dep not in ("amod", "nummod", "advmod"):
            continue
        behind = words[token.i - words[0].i + 1 :][:3]
        noun = next((one for one in behind if singular(one) in listed("figures", "counted_in_order")), None)
        if noun is None or is_unreal(noun.head) or is_hypothetical(noun.head):
            continue
        value = float(lexicon("figures")["ordinals"][token.lower])
        between = tuple(words[token.i - words[0].i : noun.i - words[0].i + 1])
        item = Counted("other", singular(noun), noun, noun, "unspecified", between, "ordinal")
        yield Number((token,), (token,), value, value, "exact"), item
