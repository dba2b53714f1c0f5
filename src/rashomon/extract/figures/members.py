"""Numbers that name some of those just counted: "The dead *included 19 children*", "among the wounded were six"."""

from collections.abc import Sequence

from rashomon.extract.figures.befell import state
from rashomon.extract.figures.counted import Counted, counted
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.nouns import category, counted_noun, is_person, singular
from rashomon.extract.figures.numbers import Number
from rashomon.extract.figures.tolls import word_counts
from rashomon.language.analysis import Sentence, Token
from rashomon.model.annotation import Counts

_THE = frozenset({"the", "those", "its", "their", "these"})
_INCLUDING = frozenset({"include", "comprise", "number"})
_LOSSES = frozenset({"killed", "wounded", "captured", "missing", "displaced"})
# Sentences between a toll and the one that says who was among it.
_BACK = 3


def member(number: Number, words: Sequence[Token]) -> Counted | None:
    """What a number counts whose noun is told to be among the dead, the wounded, the missing; None for others."""
    noun = counted_noun(number, words)
    if noun is None or not is_person(noun):
        return None
    named = _named_before(number, words)
    told = counted(number, words)
    if named is None or (told is not None and told.rule not in ("noun", "predicate")):
        return None
    kind, cue = named
    return Counted(kind, singular(noun), noun, cue, category(noun), (*number.words, noun), "member")


def whole_of(made: Sequence[Draft], item: Counted, sentence: Sentence) -> Draft | None:
    """The figure told last of those among whom the number counts, a few sentences back at most."""
    near = (one for one in reversed(made) if sentence.index - one.sentence.index <= _BACK)
    return next((one for one in near if one.item.counts == item.counts and one.item.rule != "member"), None)


def _named_before(number: Number, words: Sequence[Token]) -> tuple[Counts, Token] | None:
    """The words "the dead include", "among the dead are" before a number, with no other verb between them."""
    found: tuple[Counts, Token] | None = None
    bound = False
    for at, token in enumerate(words[: number.words[0].i - words[0].i]):
        if found is None:
            kind = _group(words, at)
            among = at >= 2 and words[at - 2].lower == "among"
            found, bound = ((kind, token), among) if kind is not None else (None, False)
        elif token.lemma in _INCLUDING:
            bound = True
        elif token.pos == "VERB" or token.text in (";", ":"):
            found = None
    return found if bound else None


def _group(words: Sequence[Token], at: int) -> Counts | None:
    """What befell those whom "the dead", "those killed" or "the wounded" name at a place of a sentence."""
    token = words[at]
    if at == 0 or words[at - 1].lower not in _THE or (at + 1 < len(words) and words[at + 1].pos == "NOUN"):
        return None
    kind = state(token) or word_counts(token)
    return kind if kind in _LOSSES else None
