"""Bare numbers that another side, day or paper gave: "up from the 38", "Y to 46", "a month ago it was 340"."""

from collections.abc import Sequence

from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.nouns import counted_noun
from rashomon.extract.figures.numbers import Number
from rashomon.extract.found import Found
from rashomon.language.analysis import Sentence, Token
from rashomon.language.lexicon import words as lexicon_words

# Words before "the" and the number that another account gave ("not *the* 5,000 of the bulletin").
_COMPARED = frozenset({"from", "against", "with", "than", "not", "above", "below", "to"})
# Words between a number and the one from which it was revised.
_APART = 6


def elided(
    found: Found, last: Draft | None, number: Number, words: Sequence[Token], sentence: Sentence
) -> Counted | None:
    """A bare number that goes back to the one before: "50 dead, up from the 38", "X admits to 31, Y to 46"."""
    at = number.words[0].i - words[0].i
    if last is None or last.sentence is not sentence or number.bound == "vague":
        return None
    before = [token.lower for token in words[max(0, at - 3) : at]]
    if _gapped(found, words, at, number):
        return last.item._replace(noun=None, cue=number.head, words=(words[at - 1], *number.words), rule="gap")
    if _answers(found, before, last, words, at):
        return last.item._replace(
            noun=None, cue=number.head, words=tuple(words[at - 2 : at]) + number.words, rule="gap"
        )
    compared = before[-1:] == ["the"] and before[-2:-1] and before[-2] in _COMPARED
    compared = compared or before[-2:] in (["compared", "with"], ["as", "against"])
    revised = compared or before[-2:] in (["up", "from"], ["down", "from"]) or _was_put_anew(last, words, at)
    noun = counted_noun(number, words)
    of_paper = noun is not None and noun.lemma.lower() in lexicon_words("figures", "papers")
    if not revised or (noun is not None and not of_paper) or (number.head.dep == "nummod" and not compared):
        return None
    return last.item._replace(noun=None, cue=number.head, words=number.words, rule="elided")


def _was_put_anew(last: Draft, words: Sequence[Token], at: int) -> bool:
    """Whether "from" stands before the number from which a toll was set anew ("to 39 dead *from* 10")."""
    if words[at - 1].lower != "from" or at < 3:
        return False
    before = words[max(0, at - _APART) : at - 1]
    near = last.number.core[-1].i >= before[0].i and not any(one.pos == "VERB" and one.tag != "VBN" for one in before)
    place = last.number.words[0].i - words[0].i - 1
    return near and place >= 0 and words[place].lower == "to"


def then(last: Draft | None, number: Number, words: Sequence[Token], sentence: Sentence) -> Counted | None:
    """A toll of another day: "stands at 512 dead; a month ago *it was 340*", "the figure *had been 61* on Friday"."""
    verb = number.head.head
    subject = verb.child("nsubj")
    if last is None or last.item.counts in ("money", "troops") or verb.lemma != "be" or subject is None:
        return None
    tolls = lexicon_words("figures", "tolls")
    bare = number.head.dep in ("attr", "acomp") and number.bound != "vague" and counted_noun(number, words) is None
    end = words[number.words[-1].i - words[0].i + 1 :][:1]
    told = subject.lower == "it" or (subject.lemma in tolls and any(one.lower == "the" for one in subject.children))
    near = sentence.index - last.sentence.index <= 1 and last.item.rule in ("toll", "state", "noun", "given anew")
    if not (bare and told and near) or (end and end[0].pos in ("NOUN", "ADJ", "PROPN", "NUM")):
        return None
    return last.item._replace(noun=None, cue=verb, words=number.words, rule="then")


def _gapped(found: Found, words: Sequence[Token], at: int, number: Number) -> bool:
    """Whether only a name stands before the number in a part of its own ("Osk lost 11 dead, *Velm 14*.")."""
    end = number.words[-1].i - words[0].i + 1
    alone = end >= len(words) or words[end].text in (".", ",", ";")
    named = at >= 2 and (words[at - 1].pos == "PROPN" or found.mention_of(words[at - 1]) is not None)
    first = at - 3 if at >= 3 and words[at - 2].lower == "the" else at - 2  # "Osk 38 dead, *the Junta 52*"
    return named and alone and words[first].text in (",", ";", "and")


def _answers(found: Found, before: Sequence[str], last: Draft, words: Sequence[Token], at: int) -> bool:
    """Whether a name and the preposition of the last figure stand before the number ("X admits to 31, Y to 46")."""
    if at < 3 or words[at - 3].text != "," or found.mention_of(words[at - 2]) is None:
        return False
    place = last.number.words[0].i - words[0].i - 1
    return place >= 0 and before[-1] == words[place].lower and words[at - 1].tag in ("IN", "TO")


def given(made: Sequence[Draft], number: Number, sentence: Sentence) -> tuple[Draft, Counted] | None:
    """The figure that a bare number gives anew: "put its losses at 71 dead", then "had given 57 in March"."""
    verb = number.head.head
    bare = number.head.dep == "dobj" and number.head in number.core and number.bound != "vague"
    if not bare or verb.lemma not in lexicon_words("figures", "giving") or verb.child("nsubj") is None:
        return None
    if any(one.dep in ("prep", "acl") and one.lower == "of" for one in number.head.children):
        return None
    last = next((one for one in reversed(made) if one.sentence.index < sentence.index), None)
    if last is None or sentence.index - last.sentence.index > 1 or last.item.counts in ("money", "troops"):
        return None
    subject = verb.child("nsubj")
    if subject is None or subject.pos != "PRON":
        return None
    first = next(one for one in made if one.sentence is last.sentence)
    return first, first.item._replace(noun=None, cue=verb, words=(*number.words,), rule="given anew")
