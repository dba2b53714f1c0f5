"""How likely two tellings are of one deed: a sum of weights for what they share and where they differ.

The weights stand in `lexicon/happenings.yaml`; `scripts/train_happenings.py` fits them on the learnt dossiers by
logistic regression. One sign is how alike the two are told, whatever their kind (`resolve/alike`, which learns from
other news). Left out by eighths, 28 dossiers gave B-cubed F1 83.6 by the rules alone, 84.3 with the other signs and
84.4 with all; three more 84.4, 84.7 and 85.0. No pair that must stay apart became one. Talks and charges are left to
the rules of `tellings`: two calls of the same two on two days look too much alike.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rashomon.language.lexicon import lexicon
from rashomon.resolve.alike import Alike, Deed
from rashomon.resolve.machines import acts
from rashomon.resolve.tellings import Telling

BY_RULE = frozenset({"CONSULT", "ACCUSE"})
"""The types whose tellings are put together by rules alone."""

_DENYING = frozenset({"denied", "negated"})
_OPEN = frozenset({"planned", "hypothetical"})
# The log odds that are needed. Left out by eighths, 0.45, 0.6 and 0.75 gave the same F1 (84.4), 0.75 the best
# precision; fitted on all dossiers, at 0.45 a pair that must be kept apart became one.
_MARGIN = 0.75
# A word is rare where its weight is above this: it stands in at most a tenth of the tellings.
_RARE = 2.5
# The most that one word counts for: as rare as a word can be in a case of some hundred tellings.
_MOST = 4.0
# In so many tellings at most does a word stand that brings them together.
_FEW = 60
# With more tellings than this much is like something else by chance: of 25 groups that the weights put together out of
# the 15,000 tellings of 773 reports a dozen were wrong, so that the rules stand alone there (decision 14).
_LARGE = 1500
# With log odds this far below 0, by the words alone, two deeds are told as unlike as can be.
_UNLIKE = 4.0


class Likeness:
    """The log odds that two of these tellings are of one deed; words count by how few tellings use them."""

    def __init__(self, tellings: Sequence[Telling], texts: Mapping[str, str]) -> None:
        """Count the words of all tellings, and compare how they are told by the texts of their reports."""
        self._many = len(tellings)
        compared = tellings if self._many <= _LARGE else ()
        self._counts = Counter(word for one in compared for word in one.words)
        self._acts = {one.event.id: acts(one.cue) for one in compared}
        self._scarce = {word: min(_MOST, math.log((self._many + 1) / (n + 0.5))) for word, n in self._counts.items()}
        # `fsum` gives the same whatever the order of a set.
        self._whole = {one.event.id: math.fsum(map(self._scarce.__getitem__, one.words)) for one in compared}
        self._place = {one.event.id: n for n, one in enumerate(compared)}
        deeds = [_deed(one) for one in compared]
        read = bool(deeds) and all(one.document in texts for one in deeds)
        self._alike = Alike(texts, deeds).odds(range(len(deeds))) if read else None
        self._weights: dict[str, float] = lexicon("happenings")["weights"]

    def __call__(self, a: Telling, b: Telling) -> float:
        """The log odds above what is needed; minus infinity for talks, charges, two types and in large cases."""
        if self._many > _LARGE or a.event.type in BY_RULE or a.event.type != b.event.type:
            return -math.inf
        odds = sum(self._weights[name] * value for name, value in self.signs(a, b))
        return self._weights["bias"] + odds - _MARGIN

    def signs(self, a: Telling, b: Telling) -> Iterator[tuple[str, float]]:
        """Yield what two tellings have in common or apart, by name: 0 to 3, most of it 0 or 1."""
        here, there = self._acts[a.event.id], self._acts[b.event.id]
        yield "same mode", bool(a.event.mode) and a.event.mode == b.event.mode
        yield "other mode", bool(a.event.mode and b.event.mode) and a.event.mode != b.event.mode
        yield "one act", bool(here & there)
        yield "other act", bool(here and there) and not here & there
        yield "shared doers", min(2, len(a.doers & b.doers))
        yield "shared others", min(2, len(a.others & b.others))
        yield "other doers", bool(a.doers and b.doers) and not a.doers & b.doers
        yield "other others", bool(a.others and b.others) and not a.others & b.others
        yield "shared place", bool(a.places & b.places)
        yield "shared day", a.sharp and b.sharp
        yield "undated", not (a.when.placed or b.when.placed)
        yield "told alike", self._told_alike(a, b)
        yield from self._words(a, b)
        yield "one report", a.event.document == b.event.document
        yield "one denies", (a.event.status in _DENYING) != (b.event.status in _DENYING)
        yield "background", a.event.background
        yield "one is open", (a.event.status in _OPEN) != (b.event.status in _OPEN)
        yield "counted", "aggregate" in (a.event.status, b.event.status)

    def _told_alike(self, a: Telling, b: Telling) -> float:
        """How alike the two are told, from 0: most are as unlike as can be."""
        if self._alike is None:
            return 0.0
        odds = float(self._alike[self._place[a.event.id], self._place[b.event.id]])
        return max(0.0, min(_UNLIKE, odds) + _UNLIKE) / _UNLIKE

    def _words(self, a: Telling, b: Telling) -> Iterator[tuple[str, float]]:
        shared = [self._scarce[word] for word in a.words & b.words]
        least = min(self._whole[a.event.id], self._whole[b.event.id])
        yield "shared words", math.fsum(shared) / least if least else 0.0
        yield "rarest word", max(shared, default=0.0) / 5
        yield "rare words", min(3, sum(one > _RARE for one in shared))

    def rare(self, one: Telling) -> Iterator[str]:
        """Yield the words of a telling that few others use; none in a large case."""
        if self._many > _LARGE:
            return
        yield from (word for word in one.words if self._scarce[word] > _RARE and 1 < self._counts[word] <= _FEW)


def _deed(one: Telling) -> Deed:
    spans = one.event.cue or one.event.evidence
    return Deed(document=one.event.document, spans=tuple((span.start, span.end) for span in spans))
