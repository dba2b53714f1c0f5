"""Numbers spoken of earlier: "gave no new figure for Osk losses; last month it spoke of 40 killed"."""

from collections.abc import Callable

from rashomon.extract.figures.acts import is_toll
from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.numbers import Number
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link

_PRONOUNS = frozenset({"he", "she", "it", "they"})
# What tells that a toll is not given again.
_NOTHING_NEW = frozenset({"no", "not", "nothing", "never", "decline", "refuse", "without", "n't", "n’t", "stand"})

OfToll = Callable[[Token, tuple[Link, ...]], tuple[Link, ...]]


class SpokenOf:
    """Finds whose losses a bare number counts that somebody is told to have given before."""

    def __init__(self, analysis: Analysis, of_toll: OfToll) -> None:
        self._analysis = analysis
        self._of_toll = of_toll

    def of(self, number: Number, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The side of the toll told before, in this sentence or the last; empty where nobody goes on about it."""
        verb = self._speaking(number)
        if verb is None or item.noun is not None:
            return ()
        here = self._analysis.sentence_of(number.head)
        before = self._analysis.sentences[here.index - 1] if here.index else here
        for sentence in (here, before) if before.paragraph == here.paragraph else (here,):
            tolls = [one for one in self._analysis.words(sentence) if is_toll(one) and one.i < verb.i]
            if tolls:
                new = self._is_given_anew(sentence, tolls[-1])
                return () if new else self._of_toll(tolls[-1], counter)
        return ()

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
