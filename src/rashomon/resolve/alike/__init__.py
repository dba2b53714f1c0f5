"""How alike deeds are told, whatever their kind: by their words, those of their sentences, and their reports.

Takes the texts of reports and where deeds are told in them, gives the log odds that each two are one deed. Two passes:
the first weighs what two deeds have in common (`signs`); the second weighs it again beside what the first said of all
others (`support`): two that are alike to the same third, or told in sentences whose other deeds are alike too. The
weights (`lexicon/alike.yaml`, by `scripts/train_alike.py`) are learnt on the training topics of ECB+, civil news of all
sorts, and know no names. Never reads events: what cannot be one deed is for `resolve.happenings` to say.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, TypeAlias

import numpy as np

from rashomon.language.lexicon import lexicon
from rashomon.resolve.alike.joining import joined
from rashomon.resolve.alike.signs import Square, scarcity, signs
from rashomon.resolve.alike.support import support
from rashomon.resolve.alike.told import Deed, Report, Told

__all__ = ["Alike", "Deed"]

Weights: TypeAlias = Mapping[str, Any]


class Alike:
    """Compares deeds told in these reports."""

    def __init__(self, texts: Mapping[str, str], deeds: Sequence[Deed]) -> None:
        """Read the reports in which any of the deeds is told."""
        ids = dict.fromkeys(one.document for one in deeds)
        self._reports = {id: Report(texts[id]) for id in ids}
        self._told = [self._reports[one.document].told(one) for one in deeds]
        self._scarce = scarcity(self._reports)

    def odds(self, group: Sequence[int]) -> Square:
        """The log odds that each two of these deeds (by their numbers) are one."""
        look = lexicon("alike")
        found = iter(self.first(group))
        leading = [next(found), next(found)]
        given = [square for _, square in leading]
        first, second = weighed(chain(leading, found), given, look["first"], look["second"])
        first += look["first"]["bias"]
        [more] = weighed(support(first, self.told(group)), given, look["second"])
        second += more + look["second"]["bias"]
        return second

    def first(self, group: Sequence[int]) -> Iterator[tuple[str, Square]]:
        """What each two of these deeds have in common; one lemma and kin words first."""
        return signs([self._told[n] for n in group], self._reports, self._scarce)

    def told(self, group: Sequence[int]) -> list[Told]:
        """These deeds with the words they are compared by."""
        return [self._told[n] for n in group]

    def groups(self, stories: Iterable[Sequence[int]]) -> list[list[int]]:
        """The deeds of each story put together where they are alike enough on average."""
        chance = float(lexicon("alike")["chance"])
        return [[story[n] for n in group] for story in stories for group in joined(self.odds(story), chance)]


def weighed(found: Iterable[tuple[str, Square]], given: Sequence[Square], *weights: Weights) -> list[Square]:
    """The sum of the signs for each pair by each set of weights, without bias; each is let go of then: they are large.

    A sign has a weight of its own, and one more for each of the squares `given`: one lemma, and kin.
    """
    sums = [np.zeros_like(given[0]) for _ in weights]
    for name, square in found:
        for total, of in zip(sums, weights, strict=True):
            alone, *more = of[name]
            total += square * sum((weight * one for weight, one in zip(more, given, strict=True)), alone)
    return sums
