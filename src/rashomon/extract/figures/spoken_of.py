"""Numbers spoken of earlier: "gave no new figure for Osk losses; last month it spoke of 40 killed"."""

from collections.abc import Callable

from rashomon.extract.figures.acts import is_toll
from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.numbers import Number
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Time

_PRONOUNS = frozenset({"he", "she", "it", "they"})
# What tells that a toll is not given again.
_NOTHING_NEW = frozenset({"no", "not", "nothing", "never", "decline", "refuse", "without", "n't", "n’t", "stand"})
# What tells that a number was given once …
_EARLIER = frozenset({"earlier", "previously", "before", "last", "once", "initially", "originally"})
# … and words behind such a verb among which it may stand.
_REACH = 3
# Before the place or cause in which people died who are not those of the toll told.
_OWN = frozenset({"in", "on", "at", "near", "during", "from", "among", "across", "by"})

OfToll = Callable[[Token, tuple[Link, ...]], tuple[Link, ...]]


class SpokenOf:
    """Finds whose losses a bare number counts that somebody is told to have given before."""

    def __init__(self, analysis: Analysis, found: Found, of_toll: OfToll) -> None:
        self._analysis = analysis
        self._found = found
        self._of_toll = of_toll

    def of(self, number: Number, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The side of the toll told before, in this sentence or the last; empty where nobody goes on about it."""
        verb = self._speaking(number)
        if verb is None or item.noun is not None or not self._was_before(verb) or self._has_place(number, verb):
            return ()
        here = self._analysis.sentence_of(number.head)
        before = self._analysis.sentences[here.index - 1] if here.index else here
        for sentence in (here, before) if before.paragraph == here.paragraph else (here,):
            tolls = [one for one in self._analysis.words(sentence) if is_toll(one) and one.i < verb.i]
            if tolls:
                new = self._is_given_anew(sentence, tolls[-1])
                return () if new else self._of_toll(tolls[-1], counter)
        return ()

    def _was_before(self, verb: Token) -> bool:
        """Whether a number is told to have been given once: "it *had* put", "*earlier*", "*last month* it spoke of"."""
        if any(one.lower in ("had", "'d", "’d") for one in verb.all("aux")):
            return True
        sentence = self._analysis.sentence_of(verb)
        cut = max((one.i for one in self._analysis.words(sentence) if one.i < verb.i and one.text == ";"), default=-1)
        near = [one for one in self._analysis.words(sentence) if one.i > cut and one.i < verb.i + _REACH]
        if any(one.lower in _EARLIER for one in near):
            return True
        return bool(near and self._found.within(Time, near[0].start, verb.start))  # "*in May* it spoke of dozens"

    def _has_place(self, number: Number, verb: Token) -> bool:
        """Whether a number is of people in a place or cause of their own ("said 40 had died *in the flood*")."""
        between = [one for one in number.head.ancestors if one.i > verb.i]
        for above in (number.head, *between):
            for prep in above.all("prep"):
                noun = prep.child("pobj") if prep.i > number.head.i and prep.lower in _OWN else None
                if noun is not None and not self._found.within(Time, prep.start, noun.end):
                    return True
        return False

    def _speaking(self, number: Number) -> Token | None:
        """The verb by which "it" or "he" gives a number: "*spoke* of 250", "had earlier *set* at 1,100"."""
        telling = words("figures", "saying") | words("figures", "giving")
        for verb in number.head.ancestors:
            if verb.pos != "VERB":
                continue
            subject = verb.child("nsubj")
            if verb.lemma in telling and subject is not None and subject.i < number.head.i:
                return verb if subject.lower in _PRONOUNS else None
        return None

    def _is_given_anew(self, sentence: Sentence, toll: Token) -> bool:
        """Whether a toll is told with a number or as given, and not as one of which nothing new is said."""
        before = [one for one in self._analysis.words(sentence) if one.i < toll.i]
        return not any(one.lemma.lower() in _NOTHING_NEW or one.lower in _NOTHING_NEW for one in before)
