"""Numbers that go back to those just told: "of these, 15 …", "205 of the deaths", "as many again"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.extract.figures.befell import LOSSES, group, state
from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.nouns import category, is_person, singular
from rashomon.extract.figures.numbers import Number
from rashomon.extract.figures.tolls import word_counts
from rashomon.language.analysis import Sentence, Token
from rashomon.language.lexicon import lexicon
from rashomon.language.lexicon import words as listed
from rashomon.model.annotation import Counts
from rashomon.model.values import Bound

_PEOPLE = frozenset({"killed", "wounded", "captured", "missing", "displaced", "other"})
_PLURALS = frozenset({"them", "these", "those", "whom"})
_HEAD = frozenset({"total", "number", "figure", "latter", "former"})
_INCLUDING = frozenset({"include", "comprise", "number", "count"})
# Words between a "Of these" at the head of a part and its number.
_FRONTED = 14
# So many figures before a number are looked at.
_LAST = 40
# Sentences between a number and the one that goes back to it.
_BACK = 2


class Again(NamedTuple):
    """A number told by another: the number it comes to, what it counts, and the figure it is told by."""

    number: Number
    item: Counted
    whole: Draft


def fronted(made: Sequence[Draft], number: Number, words: Sequence[Token], sentence: Sentence) -> Draft | None:
    """The figure of which a part is told that "Of these", "Of the 114" or "Of the former" opens."""
    first = number.words[0].i - words[0].i
    if words[0].lower == "the" and any(one.lemma in _INCLUDING for one in words[: min(first, _FRONTED)]):
        whole = _named([one for one in made[-_LAST:] if sentence.index - one.sentence.index <= _BACK], words[1])
        if whole is not None and words[1].text[:1].isdigit() and words[1].i != number.core[0].i:
            return whole  # "*The 114* include 20 conscripts"
    for at in range(max(0, first - _FRONTED), first):
        opens = at == 0 or words[at - 1].text in (",", ";", ":", ".", "—", "–")
        if words[at].lower != "of" or not opens:
            continue
        if any(one.text in (";", ":") for one in words[at:first]):
            continue
        whole = _meant(made, words[at + 1 :], sentence, number)
        if whole is not None:
            return whole
    return None


def _meant(made: Sequence[Draft], behind: Sequence[Token], sentence: Sentence, number: Number) -> Draft | None:
    """The figure that "these", "the former" or "the 114" stands for."""
    if not behind:
        return None
    near = [
        one for one in made[-_LAST:]
        if sentence.index - one.sentence.index <= _BACK and one.item.counts in _PEOPLE and one.number.bound != "vague"
        and one.item.rule != "elided" and not one.revised
    ]  # fmt: skip
    if not near:
        return None
    newest = near[-1].sentence.index
    last = [one for one in near if one.sentence.index == newest]
    word = behind[0].lower
    if word in _PLURALS or (word in ("the", "this", "that") and len(behind) > 1 and behind[1].lower in _HEAD):
        told = behind[1].lower if word not in _PLURALS else ""
        pair = last if len(last) > 1 else near[-2:]
        if told in ("former", "latter"):
            return (pair[0] if told == "former" else pair[-1]) if len(pair) == 2 else None
        return _larger(last, number)
    if word in ("the", "those", "its", "their") and len(behind) > 1:
        return _named(near, behind[1])
    return None


def _larger(told: Sequence[Draft], number: Number) -> Draft | None:
    """The first of several figures that can hold the number as its part."""
    return next((one for one in told if _most(one.number) > (number.high or number.low or 0)), None)


def _named(near: Sequence[Draft], word: Token) -> Draft | None:
    """The figure told last whose amount or whose lot a word names ("the *114*", "the *dead*")."""
    digits = word.text.replace(",", "")
    if digits.isdigit():
        return next((one for one in reversed(near) if one.number.low == float(digits)), None)
    kind = state(word) or word_counts(word)
    return next((one for one in reversed(near) if kind is not None and one.item.counts == kind), None)


def lot(made: Sequence[Draft], number: Number, words: Sequence[Token], sentence: Sentence) -> Draft | None:
    """The toll of whose dead a number is a part: "205 *of the deaths*", "nine *of that number*"."""
    at = number.words[-1].i - words[0].i + 1
    behind = words[at : at + 3]
    if len(behind) < 3 or behind[0].lower != "of" or behind[1].lower not in _DEFINITE:
        return None
    whole = _meant(made, behind[1:], sentence, number)
    return whole if whole is not None and _most(whole.number) > (number.high or number.low or 0) else None


_DEFINITE = frozenset({"the", "those", "these", "its", "their", "that", "this"})


def _most(number: Number) -> float:
    return number.high or number.low or 0


def again(made: Sequence[Draft], words: Sequence[Token], sentence: Sentence) -> Iterator[Again]:
    """Numbers told by the one before: "and *as many* wounded", "*twice that number* fled"."""
    if not any(one.lower in ("many", "number") for one in words):
        return
    for at, token in enumerate(words):
        times, last = _multiple(words, at)
        if not times:
            continue
        whole = _before(made, token, sentence)
        if whole is None or whole.number.low is None or whole.number.low != whole.number.high:
            continue
        item = _told(words, at, last, whole)
        if item is not None:
            core = tuple(words[at:last])
            bound: Bound = "about" if whole.number.bound == "about" or _is_loose(words, at) else "exact"
            value = whole.number.low * times
            yield Again(Number(core, core, value, value, bound), item, whole)


def _is_loose(words: Sequence[Token], at: int) -> bool:
    return at > 0 and words[at - 1].lower in ("nearly", "almost", "about", "roughly", "perhaps", "around")


def _multiple(words: Sequence[Token], at: int) -> tuple[float, int]:
    """How many times the number before is meant from place `at` on, and the place behind; 0 times for none."""
    text = [one.lower for one in words[at : at + 5]]
    factors = lexicon("figures")["multiples"]
    behind_verb = at > 0 and words[at - 1].lower in ("times", "twice", "thrice", "so", "not")
    if text[:2] == ["as", "many"] and not behind_verb:
        return (
            (1.0, at + 3 if text[2:3] in (["again"], ["more"], ["others"]) else at + 2)
            if text[2:3] != ["as"]
            else (0, at)
        )
    if text and text[0] in factors:
        step = 2 if text[1:2] == ["times"] else 1
        if (step == 2) != (text[0] not in ("twice", "thrice", "double", "treble")):
            return 0, at
        meant = text[step : step + 2] in (["that", "number"], ["that", "many"], ["as", "many"], ["this", "number"])
        if meant and text[step + 2 : step + 3] != ["as"]:
            return float(factors[text[0]]), at + step + 2
    return 0, at


def _before(made: Sequence[Draft], token: Token, sentence: Sentence) -> Draft | None:
    """The figure told last before a word, in its sentence or the one before."""
    told = [
        one for one in made[-_LAST:]
        if sentence.index - one.sentence.index <= 1 and one.number.words[0].i < token.i and one.item.counts in _PEOPLE
        and one.item.rule != "elided" and not one.revised
    ]  # fmt: skip
    if not told or any(_is_rival(one, told[-1]) for one in told):
        return None  # "lost 11, Peloria 14; the hospitals tell of twice as many"
    return told[-1]


def _is_rival(one: Draft, last: Draft) -> bool:
    """Whether another figure of the sentence counts the same losses, so that either may be meant."""
    return one is not last and one.sentence is last.sentence and one.item.counts == last.item.counts


def _told(words: Sequence[Token], at: int, last: int, whole: Draft) -> Counted | None:
    """What the words behind say of them: "as many *wounded*", "as many again *had been taken prisoner*"."""
    behind = words[last : last + 5]
    noun = next((one for one in behind[:2] if one.pos == "NOUN" and is_person(one)), None)
    tokens = (*words[at:last], *([noun] if noun is not None else []))
    unit = singular(noun) if noun is not None else None
    kind: Counts | None = None
    cue: Token | None = None
    for one in behind:
        if one.text in (",", ";", ".") or one.lower in ("and", "as"):
            break
        kind, cue = (told, one) if (told := state(one) or _participle(one)) else (kind, cue)
        if kind is not None:
            break
    if kind is None:
        values = at > 0 and words[at - 1].lower in ("of", "is", "was", "at", "be", "spoke", "to")
        if not values or (behind and behind[0].pos in ("NOUN", "PROPN")):
            return None
        return whole.item._replace(noun=None, cue=words[at], words=tokens, rule="again")
    joined = cue is not None and cue.i <= words[last - 1].i + 2
    tokens = (*tokens, cue) if joined and cue is not None and cue not in tokens else tokens
    of = category(noun) if noun is not None else whole.item.category
    return Counted(kind, unit, noun, cue, of, tokens, "again")


def _participle(token: Token) -> Counts | None:
    """What a participle of loss says of them ("had been *taken* prisoner", "*fled*")."""
    if token.tag not in ("VBN", "VBD") or token.lemma in listed("figures", "losing"):
        return None
    return next((kind for kind in LOSSES if token.lemma in group("verbs", kind)), None)
