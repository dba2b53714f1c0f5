"""Numbers that stand alone, and go back to what was counted before: "Velm said 31", "a spokesman conceded eight"."""

from collections.abc import Iterator, Sequence

from rashomon.extract.figures.counted import Counted, counted
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.nouns import category, counted_noun, is_person, singular
from rashomon.extract.figures.numbers import Number
from rashomon.extract.figures.tolls import word_counts
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words as listed
from rashomon.model.annotation import Counts

_CARRIED = frozenset({"killed", "wounded", "captured", "missing", "displaced", "equipment", "other", "troops"})
# Words that begin the parts of a whole; the parts may go on as a list.
_PARTS = (
    ("of", "whom"), ("of", "which"), ("among", "them"), ("among", "whom"), ("made", "up", "of"), ("including",),
    ("comprising",), ("consisting", "of"), ("composed", "of"),
)  # fmt: skip
_OBJECTS = ("dobj", "attr", "acomp", "oprd", "npadvmod", "ccomp", "xcomp", "advmod")


def alone(
    analysis: Analysis, made: Sequence[Draft], number: Number, words: Sequence[Token], sentence: Sentence
) -> Counted | None:
    """What a bare number counts that somebody gives, destroys or admits to: what was counted before it."""
    verb = _verb(number)
    if verb is None or number.bound == "vague" or counted_noun(number, words) is not None or _is_named(number, words):
        return None
    admits = verb.lemma in listed("figures", "admitting")
    if not (admits or verb.lemma in listed("figures", "giving") | listed("figures", "saying") | _wrecking()):
        return None
    last = _before(made, sentence)
    if verb.lemma in _wrecking() and (last is None or last.item.counts != "equipment"):
        return None
    told = _told_since(analysis, number, sentence, last)
    if told is not None and (last is None or admits):
        return Counted(told, None, None, verb, "unspecified", number.words, "bare")
    return last.item._replace(noun=None, cue=verb, words=number.words, rule="bare") if last is not None else None


def _verb(number: Number) -> Token | None:
    """The verb whose object a number is, by itself or behind "to" and "of"."""
    head = number.head
    if head.dep == "pobj" and head.head.lower in ("to", "of") and head.head.head.pos == "VERB":
        return head.head.head
    return head.head if head.dep in _OBJECTS and head.head.pos == "VERB" and head.head.i < head.i else None


def _wrecking() -> frozenset[str]:
    return listed("figures", "destroying") - listed("figures", "moving")


def _is_named(number: Number, words: Sequence[Token]) -> bool:
    """Whether the number is a year, money, or goes on with a word of its own ("said 40 percent")."""
    year = number.core[0].text.isdigit() and 1500 <= (number.low or 0) <= 2200 and len(number.core[0].text) == 4
    before = number.words[0].i - words[0].i - 1
    money = before >= 0 and words[before].lower in listed("figures", "currencies")
    at = number.words[-1].i - words[0].i + 1
    after = words[at] if at < len(words) else None
    goes_on = after is not None and (after.pos in ("NOUN", "PROPN", "NUM", "ADJ") or after.text in ("-", "%", ":"))
    return year or money or goes_on or number.low is None


def _before(made: Sequence[Draft], sentence: Sentence) -> Draft | None:
    """The last figure told, a sentence ago at most."""
    last = made[-1] if made else None
    near = last is not None and sentence.index - last.sentence.index <= 1 and last.item.counts in _CARRIED
    return last if near else None


def _told_since(analysis: Analysis, number: Number, sentence: Sentence, last: Draft | None) -> Counts | None:
    """What a word of the dead or wounded says that the talk is of, here or in the sentence before, since the last."""
    first = analysis.sentences[max(0, sentence.index - 1)].first
    since = last.number.core[-1].i if last is not None else -1
    for token in reversed(analysis.tokens[max(first, since + 1) : number.words[0].i]):
        counts = word_counts(token)
        if counts is not None:
            return counts
    return None


def parted(made: Sequence[Draft], number: Number, words: Sequence[Token], sentence: Sentence) -> Counted | None:
    """A part of the number before: "215 dead, made up of *133* soldiers", "37 people, of whom *21* carried arms"."""
    whole = next((one for one in reversed(made) if one.sentence is sentence and one.item.rule != "parted"), None)
    if (
        whole is None
        or whole.item.counts in ("money", "troops", "equipment")
        or (whole.number.low or 0) < (number.low or 0)
    ):
        return None
    begun = next(iter(_beginnings(words, whole, number)), None)
    noun = counted_noun(number, words)
    if begun is None or (noun is not None and not is_person(noun)):
        return None
    between = words[begun - words[0].i : number.words[0].i - words[0].i]
    if any(one.pos == "VERB" and one.tag in ("VBD", "VBZ", "VBP") for one in between):
        return None
    told = counted(number, words)
    if told is not None and told.counts != "troops":
        return told
    if noun is None and words[begun - words[0].i - 1].lower not in ("whom", "which"):
        return None
    tokens = (*number.words, noun) if noun is not None else number.words
    group = category(noun) if noun is not None else whole.item.category
    unit = singular(noun) if noun is not None else whole.item.unit
    return Counted(whole.item.counts, unit, noun, whole.item.cue, group, tokens, "parted")


def _beginnings(words: Sequence[Token], whole: Draft, number: Number) -> Iterator[int]:
    """The places in the report behind words that begin the parts of a whole."""
    first = whole.number.core[-1].i - words[0].i + 1
    last = number.words[0].i - words[0].i
    lower = [one.lower for one in words[:last]]
    for at in range(first, last):
        for phrase in _PARTS:
            if tuple(lower[at : at + len(phrase)]) == phrase:
                yield words[0].i + at + len(phrase)
