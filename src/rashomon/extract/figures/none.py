"""Losses that are none at all: "no losses", "no soldiers were killed", "nobody was hurt"."""

from collections.abc import Iterator, Sequence

from rashomon.extract.figures.counted import Counted, counted
from rashomon.extract.figures.nouns import is_equipment, is_person, singular
from rashomon.extract.figures.numbers import Number
from rashomon.extract.figures.tolls import category, loss_counts
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words as lexicon_words

_NO = frozenset({"no", "nobody", "none"})
_NO_ONE = _NO | {"not"}


def nothing(words: Sequence[Token], earlier: Counted | None) -> Iterator[tuple[Number, Counted]]:
    """Losses that are none: "no losses", "no soldiers were killed", "nobody was hurt"."""
    if _NO_ONE.isdisjoint(token.lower for token in words):
        return
    for token in words:
        if token.i + 1 > words[-1].i:
            continue
        if token.lower == "not" and words[token.i - words[0].i + 1].lower in ("one", "a"):
            yield from _not_one(token, words)
        behind = words[token.i - words[0].i + 1 :][:2]
        bound = [one.lower for one in behind] in (["less", "than"], ["fewer", "than"], ["more", "than"])
        if token.lower not in _NO or bound:  # "no less than 500" are many
            continue
        noun = token.head if token.dep == "det" else token
        if noun.lower == "one":
            noun = token  # "no one was hurt"
        number = Number((token,), (token,), 0.0, 0.0, "exact")
        item = _none_of(number, noun, words)
        if item is not None:
            yield number, item


def _not_one(negation: Token, words: Sequence[Token]) -> Iterator[tuple[Number, Counted]]:
    """Read "*not one* of its fighters was captured", "*not a single* tank was lost"."""
    at = negation.i - words[0].i
    end = at + 3 if [one.lower for one in words[at : at + 3]] == ["not", "a", "single"] else at + 2
    core = tuple(words[at:end])
    if words[at + 1].lower == "a" and end == at + 2:
        return
    number = Number(core, core, 0.0, 0.0, "exact")
    item = counted(number, words)
    if item is not None and item.rule in ("predicate", "state") and _is_lost(item):
        yield number, item._replace(rule="none")


def _none_of(number: Number, noun: Token, words: Sequence[Token]) -> Counted | None:
    verb = noun.head
    if verb.lemma in lexicon_words("figures", "disclosing") and verb.lemma not in ("report", "announce"):
        return None
    lemma = singular(noun)
    if lemma in lexicon_words("figures", "losses") - lexicon_words("figures", "tolls") and lemma not in (
        "toll",
        "dead",
    ):
        counts = loss_counts(noun)
        tokens = (*number.words, noun)
        return Counted(counts or "killed", lemma, noun, noun, category(noun), tokens, "none") if counts else None
    held = lemma in ("prisoner", "captive", "hostage") and verb.lemma in ("be", "have", "hold", "keep")
    if held and noun.dep in ("attr", "dobj", "nsubj"):
        return Counted("captured", lemma, noun, noun, category(noun), (*number.words, noun), "none")
    if not (is_person(noun) or is_equipment(noun) or noun.lower in _NO):
        return None
    item = counted(number, words)
    if item is None or item.rule not in ("predicate", "state") or not _is_lost(item):
        return None
    return item._replace(rule="none")


def _is_lost(item: Counted) -> bool:
    """Whether it is a loss that there was none of: not in "no tank came through"."""
    lemma = item.cue.lemma.lower() if item.cue is not None else ""
    wrecking = lexicon_words("figures", "destroying") - lexicon_words("figures", "moving")
    return item.counts != "equipment" or lemma in wrecking
