"""Clauses behind a number that tell when it was given, or when those whom it counts were taken."""

from collections.abc import Iterator

from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.numbers import Number
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words

# Words between a number and the clause that dates it ("19 dead and 46 wounded it reported in May").
_REACH = 9


def given_by(analysis: Analysis, number: Number) -> Token | None:
    """The verb of a clause without "that" behind the number, in which somebody gave it ("the 38 *it gave* in May")."""
    given = number.head.child("relcl", "acl")
    if given is not None and given.lemma in words("figures", "giving"):
        return given
    sentence = analysis.sentence_of(number.head)
    rest = analysis.tokens[number.core[-1].i + 1 : min(sentence.last, number.core[-1].i + _REACH)]
    states = {one for kind in lexicon("figures")["states"].values() for one in kind} | {"and", "that", "which"}
    for subject, verb in zip(rest, rest[1:], strict=False):
        if subject.pos in ("PRON", "PROPN") and subject.lower not in states:
            return verb if verb.lemma in words("figures", "giving") and verb.pos == "VERB" else None
        if subject.lower not in states and subject.pos not in ("NUM", "NOUN"):
            return None
    return None


def is_recalled(analysis: Analysis, number: Number) -> bool:
    """Whether a number's time is that at which it was given ("the 142 *it gave in May*", "in May it *spoke of* 40")."""
    if given_by(analysis, number) is not None:
        return True
    verb = next((one for one in number.head.ancestors if one.pos in ("VERB", "AUX")), None)
    if verb is None or number.head.head.lemma == "life":  # "the blast *claimed* 30 lives"
        return False
    return verb.lemma in words("figures", "giving") | words("figures", "saying") and verb.tag in ("VBD", "VBN")


def taken_in(item: Counted) -> Iterator[Token]:
    """The words in which people are told to have been taken, before what came of them ("*captured* in May, freed")."""
    for clause in item.noun.all("acl", "relcl") if item.noun is not None else ():
        if clause.lemma in lexicon("figures")["verbs"]["captured"]:
            yield clause
