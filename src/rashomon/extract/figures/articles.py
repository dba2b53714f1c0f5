"""Things and people told without a number: "an A-37 was lost", "a soldier was killed", "both its pilots"."""

from collections.abc import Iterator, Sequence

from rashomon.extract.figures.befell import is_brought_down
from rashomon.extract.figures.counted import Counted, counted
from rashomon.extract.figures.nouns import is_equipment, is_person
from rashomon.extract.figures.numbers import Number
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words as listed

_VALUES = {"a": 1.0, "an": 1.0, "both": 2.0}


def articles(words: Sequence[Token]) -> Iterator[Number]:
    """The articles and "both" among `words` (the tokens of a sentence) that count a loss."""
    for i, token in enumerate(words):
        value = _VALUES.get(token.lower)
        if value is None or token.dep not in ("det", "predet"):
            continue
        noun = token.head
        if any(one.lower in listed("figures", "ordinals") for one in noun.children):
            continue  # "a tenth patient" tells of ten
        if noun.i <= token.i or not (_is_arms(noun) or is_person(noun)):
            continue
        number = Number((token,), (token,), value, value, "exact")
        item = counted(number, words[i:])
        if item is not None and item.rule == "predicate" and item.noun is noun and _is_one_by_one(item, noun):
            yield number


def _is_arms(noun: Token) -> bool:
    modelled = noun.text[-1:].isdigit() and noun.text[:1].isupper()
    named = noun.pos == "PROPN" and noun.dep in ("dobj", "nsubjpass") and is_brought_down(noun.head, noun)
    return modelled or named or is_equipment(noun)


def _is_one_by_one(item: Counted, noun: Token) -> bool:
    """Whether "a" counts: what befell the noun is told, and people stand alone, not in an apposition."""
    if item.counts == "equipment":
        return item.cue is not None and item.cue.lemma.lower() in _wrecking()
    return item.counts != "other" and noun.dep != "appos" and (noun.dep != "conj" or _goes_on(noun))


def _goes_on(noun: Token) -> bool:
    """Whether it ends a list of people that begins with a number ("*two* soldiers and a French airman were killed")."""
    first = noun.head
    while first.dep == "conj":
        first = first.head
    return first.child("nummod") is not None and is_person(first)


def _wrecking() -> frozenset[str]:
    """The verbs by which arms are lost, not only moved or fired."""
    return listed("figures", "destroying") - listed("figures", "moving")
