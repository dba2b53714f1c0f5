"""Numbers that stand for a toll: "the death toll was 542", "put its losses at 50 dead", "rising by 17"."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from rashomon.extract.figures.befell import LOSSES, group, is_loss, state
from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.numbers import Number
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Category, Counts

# A toll and its number further apart than this are two pieces of evidence, not one stretch.
_NEAR = 8
# Words between "its wounded" and their number at most.
_LOT = 6
# Words between a toll and its number at most.
_FAR = 14


def toll(number: Number, earlier: Counted | None, words: Sequence[Token]) -> Counted | None:
    """What a bare number counts as the value of a toll noun among `words` (the tokens of its sentence).

    `earlier` is what the last figure counted: "the army's figure was 17" goes back to it.
    """
    behind = words[number.words[-1].i - words[0].i + 1 :][:1]
    if behind and behind[0].lower in ("times", "fold"):
        return None
    told = (_owned_lot(number, words), _toll_nouns(number.head), _before_number(number, words))
    for noun in (*(one for some in told for one in some), *_after_number(number, words)):
        counts = loss_counts(noun) or _told_behind(noun, number, words)
        group = category(noun)
        if counts is None and earlier is not None and noun.lemma.lower() not in ("toll", "claim"):
            counts, group = earlier.counts, earlier.category if group == "unspecified" else group
        if counts is not None:
            near = abs(number.words[0].i - noun.i) <= _NEAR
            tokens = (*number.words, noun) if near else number.words
            return Counted(counts, noun.lemma.lower(), None, noun, group, tuple(tokens), "toll")
    return None


def _toll_nouns(number: Token) -> Iterator[Token]:
    """The nouns whose value the number may be, the nearest first."""
    verb = number.head
    if number.dep == "pobj" and number.head.lower in ("to", "from", "at"):
        yield from _revised(number)
    if number.dep == "pobj":
        preposition = number.head
        verb = preposition.head
        if preposition.lower not in ("to", "at", "from", "as", "of", "past", "above", "by", "over"):
            return
        if preposition.lower == "by" or (preposition.lower == "of" and not _is_toll(verb)):
            return
        if _is_toll(verb):
            yield verb
    elif number.dep not in ("acomp", "attr", "dobj", "oprd", "npadvmod", "advmod", "nummod"):
        return
    if verb.lemma in _set("toll_verbs"):
        yield from _around(verb)


def _before_number(number: Number, words: Sequence[Token]) -> Iterator[Token]:
    """The toll by the order of words: "put the count of its dead at 40", "the wounded number 400"."""
    at = number.words[0].i - words[0].i - 1
    if at < 1:
        return
    if words[at].lemma in ("number", "total") and state(words[at - 1]) is not None:
        yield words[at - 1]
    if words[at].lower == "of" and words[at - 1].tag == "NNS" and words[at - 1].lemma.lower() in _set("losses"):
        yield words[at - 1]  # "casualties of 340 all told"
    if words[at].text == ":":
        yield from _before_colon(words[max(0, at - _FAR) : at])
        return
    if words[at].lower not in ("to", "at", "as"):
        return
    for token in reversed(words[max(0, at - _FAR) : at]):
        if token.lemma in _set("prisoners") and token.dep == "dobj" and token.head.lemma in _set("giving"):
            yield token  # "puts the *prisoners* at no more than 250"
            return
        if token.pos == "NOUN" and _is_toll(token):
            if token.dep == "pobj" and token.head.lower == "of" and _is_toll(token.head.head):
                continue  # "the number of *deaths* in the sinking has been put at 36"
            giving = _set("giving") | _set("revising") | _set("toll_verbs")
            verb = token.head
            between = words[token.i - words[0].i + 1 : at]
            told = verb.lemma in giving and token.dep in ("dobj", "nsubj", "nsubjpass")
            before = words[max(0, token.i - words[0].i - 2) : token.i - words[0].i]
            told = told or any(one.pos == "VERB" and one.lemma in giving for one in before)
            if told or any(one.pos == "VERB" and one.lemma in _set("giving") for one in between):
                yield token
            return
        counting = token.lemma in _set("toll_verbs") or state(token) is not None or word_counts(token) is not None
        counting = counting or (token.dep == "relcl" and is_loss(token))  # "the number of those who *fled* as 300"
        if token.pos == "VERB" and not counting:
            return


def _before_colon(before: Sequence[Token]) -> Iterator[Token]:
    """The dead or losses that a clause announces before a colon: "gave *its martyrs* for the first time: 74"."""
    lots = [one for one in before if (one.pos in ("NOUN", "ADJ") and _is_toll(one)) or _is_owned_lot(one, before)]
    given = any(one.lemma in _set("giving") and one.pos == "VERB" for one in before)
    yield from lots[-1:] if given and not any(one.tag == "CD" for one in before) else ()


def _owned_lot(number: Number, words: Sequence[Token]) -> Iterator[Token]:
    """Somebody's dead or wounded right before the number ("placed its dead at 391 and *its wounded* at 530")."""
    at = number.words[0].i - words[0].i - 1
    if at < 2 or words[at].lower not in ("at", "as", "to"):
        return
    for token in reversed(words[max(0, at - _LOT) : at]):
        if _is_owned_lot(token, words):
            told = _set("giving") | _set("revising") | _set("toll_verbs")
            if any(one.lemma in told for one in words[:at]):
                yield token
            return
        since = any(one.lower == "since" for one in words[max(0, token.i - words[0].i - 2) : token.i - words[0].i])
        if token.text in (",", ";") or (token.tag == "CD" and not since):
            return


def _is_owned_lot(token: Token, words: Sequence[Token]) -> bool:
    """Whether a word names somebody's dead or wounded without a noun ("*its wounded*", "*rebel dead*")."""
    at = token.i - words[0].i
    before = words[at - 1] if at > 0 else None
    owned = before is not None and (
        before.tag in ("PRP$", "POS")
        or before.lower == "the"
        or (before.lower == "of" and at > 1 and words[at - 2].lower == "and")  # "of dead to 12 and *of wounded* to 71"
        or (before.pos in ("ADJ", "NOUN", "PROPN") and at > 1 and _opens(words[at - 2]))
    )
    if not owned or not (state(token) or token.lemma in _set("prisoners")):
        return False
    return at + 1 >= len(words) or words[at + 1].pos not in ("NOUN", "PROPN", "ADJ")


def _is_breach(noun: Token) -> bool:
    """Whether breaches of a truce are counted ("put at 44 *the breaches* by the enemy")."""
    return noun.lemma.lower() in _set("breaches")


def _opens(token: Token) -> bool:
    """Whether an adjective behind the word stands for a people ("gave *the Osk* wounded as 335")."""
    return token.lemma in _set("giving") or token.lower == "the"


def _after_number(number: Number, words: Sequence[Token]) -> Iterator[Token]:
    """The toll behind its number: "puts *at 2,000* the number of its people slain"."""
    at, last = number.words[0].i - words[0].i - 1, number.words[-1].i - words[0].i
    lot = _given_as(words[last + 1 :][:_LOT], words)
    if lot is not None:
        yield lot
        return
    behind = words[last + 1 : last + 4]
    if (
        at < 1
        or words[at].lower not in ("at", "to")
        or len(behind) < 2
        or behind[0].lower not in ("the", "its", "their")
    ):
        return
    given = words[at].head.lemma in _set("giving") | _set("revising") | _set("toll_verbs")
    noun = next((one for one in behind[1:] if one.pos == "NOUN" and (_is_toll(one) or _is_breach(one))), None)
    if noun is not None and given:
        yield noun


def _given_as(behind: Sequence[Token], words: Sequence[Token]) -> Token | None:
    """Somebody's dead or wounded behind the number: "gave 402 *as the number of its dead* and 815 *as that of …*"."""
    told = [one.lower for one in behind]
    number = told[:4] in (["as", "the", "number", "of"], ["as", "the", "total", "of"]) or told[:3] == [
        "as",
        "that",
        "of",
    ]
    if not number or not any(one.lemma in _set("giving") for one in words[: behind[0].i - words[0].i]):
        return None
    return next((one for one in behind[3:] if state(one) or _is_toll(one) or one.lemma in _set("prisoners")), None)


def _told_behind(noun: Token, number: Number, words: Sequence[Token]) -> Counts | None:
    """What the words between a toll and its number say that it counts ("the number of Thai dead as 17")."""
    between = words[noun.i - words[0].i + 1 : number.words[0].i - words[0].i]
    if noun.i > number.words[-1].i:  # "puts at 2,000 the number of its people *slain*"
        between = words[noun.i - words[0].i + 1 :]
    return next((counts for one in between[:_NEAR] if (counts := word_counts(one))), None)


def _revised(number: Token) -> Iterator[Token]:
    """The toll that a verb further up sets to the number ("lowered its count of those killed there to 80")."""
    for verb in (one for one in number.ancestors if one.pos == "VERB" and one.lemma in _set("revising")):
        yield from (one for one in verb.all("dobj", "nsubjpass") if _is_toll(one))


def _around(verb: Token) -> Iterator[Token]:
    """Toll nouns that are subject or object of the verb, or of the verb it hangs on."""
    for one in verb.children:
        if one.dep in ("nsubj", "nsubjpass", "dobj") and _is_toll(one):
            yield one
    if verb.dep in ("xcomp", "advcl", "conj", "acl") and verb.head is not verb:
        near = (verb.head, *verb.head.all("nsubj", "nsubjpass", "dobj"))
        yield from (one for one in near if _is_toll(one))


def _is_toll(noun: Token) -> bool:
    return noun.lemma.lower() in _set("tolls") or noun.lemma.lower() in _set("losses")


def loss_counts(noun: Token) -> Counts | None:
    """What a noun of loss or of number counts, by itself and the words that hang on it."""
    for one in sorted(noun.subtree, key=lambda token: abs(token.i - noun.i)):
        counts = word_counts(one)
        if counts is not None:
            return counts
    if noun.lemma.lower() == "toll":
        return "killed"
    verbs = [one for one in noun.subtree if one.pos == "VERB"]  # "the number of people known to have *died*"
    return next((kind for one in verbs for kind in LOSSES if one.lemma.lower() in group("verbs", kind)), None)


def word_counts(token: Token) -> Counts | None:
    """What a word in the phrase of a toll says that it counts ("dead", "casualties")."""
    for counts, cues in _lexicon()["toll_words"].items():
        if token.lower in cues or token.lemma.lower() in cues:
            return counts  # type: ignore[no-any-return]
    return None


def category(noun: Token) -> Category:
    """Military or civilian, by any word of the noun phrase."""
    for one in noun.subtree if not _is_breach(noun) else ():
        for kind in ("military", "civilian"):
            if one.lower in _lexicon()["category_words"][kind] or one.lemma.lower() in _lexicon()["people"][kind]:
                return kind
    return "unspecified"


def change(number: Number, words: Sequence[Token]) -> int:
    """Which way a number changes a toll: 1 in "rising by 17", "up 17 from", -1 in "down 3"; 0 where it does not."""
    at = number.words[0].i - words[0].i - 1
    if at < 0:
        return 0
    before = words[at]
    by = before.lower == "by"
    if before.dep == "prt":  # "shot down three"
        return 0
    word = words[at - 1] if by and at else before
    for step, kind in ((1, "up"), (-1, "down")):
        if word.lower == kind or (by and word.lemma.lower() in _lexicon()["changes"][kind]):
            return step
    return 0


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(_lexicon()[name])


@cache
def _lexicon() -> Any:
    return lexicon("figures")
