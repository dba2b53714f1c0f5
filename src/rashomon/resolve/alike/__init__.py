"""How alike deeds are told, whatever their kind: by their words, those of their sentences, and their reports.

Takes the texts of reports and where deeds are told in them, gives the log odds that each two are one deed. Two passes:
the first weighs what two deeds have in common (`signs`); the second weighs it again beside what the first said of all
others (`support`): two that are alike to the same third, or told in sentences whose other deeds are alike too. The
weights (`lexicon/alike.yaml`, by `scripts/train_alike.py`) are learnt on the training topics of ECB+, civil news of all
sorts, and know no names. Never reads events: what cannot be one deed is for `resolve.happenings` to say.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from rashomon.language.lexicon import lexicon
from rashomon.resolve.alike.joining import joined
from rashomon.resolve.alike.signs import Square, scarcity, signs
from rashomon.resolve.alike.support import support
from rashomon.resolve.alike.told import Deed, Report, Told

__all__ = ["Alike", "Deed"]

# Each sign has a weight of its own, one where both deeds go by one lemma, and one where their words are kin.
_WITH = ("one lemma", "kin")

Weights = Mapping[str, Sequence[float]]


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
        told = [self._told[n] for n in group]
        first = dict(self.first(group))
        odds = weighed(first, lexicon("alike")["first"])
        return weighed(first | dict(support(odds, told)), lexicon("alike")["second"])

    def first(self, group: Sequence[int]) -> Iterable[tuple[str, Square]]:
        """What each two of these deeds have in common."""
        return signs([self._told[n] for n in group], self._reports, self._scarce)

    def told(self, group: Sequence[int]) -> list[Told]:
        """These deeds with the words they are compared by."""
        return [self._told[n] for n in group]

    def groups(self, stories: Iterable[Sequence[int]]) -> list[list[int]]:
        """The deeds of each story put together where they are alike enough on average."""
        chance = float(lexicon("alike")["chance"])
        return [[story[n] for n in group] for story in stories for group in joined(self.odds(story), chance)]


def weighed(found: Mapping[str, Square], weights: Weights) -> Square:
    """The sum of the weights of the signs, for each pair."""
    one, kin = (found[name] for name in _WITH)
    odds = np.full(one.shape, weights["bias"][0], np.float32)
    for name, square in found.items():
        alone, of_lemma, of_kin = weights[name]
        odds += square * (alone + of_lemma * one + of_kin * kin)
    return odds
