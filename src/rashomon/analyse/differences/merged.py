"""One matter, one difference: what several checks tell of the same dispute is put together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.finding import Difference, Side
from rashomon.model.text import Span

# Disputes: who denies, charges, blames. Two of them that share the words of a side are of one matter.
_DISPUTES = frozenset({"contradiction", "denial", "contested allegation", "mutual blame"})
# So many sides are enough to show; a word of a whole war would else gather all its disputes.
_MOST = 8


def one_a_matter(found: Sequence[Difference]) -> Iterator[Difference]:
    """The differences, disputes that share the words of a side as one: under the type of the first, with all sides."""
    kept: list[Difference] = []
    homes: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for one in found:
        spans = [span for side in one.sides for span in side.evidence]
        home = None
        if one.type in _DISPUTES:
            home = next((n for span in spans for other, n in homes[span.document] if span.meets(other)), None)
        if home is not None and len(kept[home].sides) + len(one.sides) <= _MOST:
            kept[home] = _joined(kept[home], one)
        else:
            home = len(kept)
            kept.append(one)
        if one.type in _DISPUTES:
            for span in spans:
                homes[span.document].append((span, home))
    yield from kept


def _joined(one: Difference, other: Difference) -> Difference:
    """A difference with the sides of another that it has not yet."""
    more = tuple(side for side in other.sides if not any(_same_words(side, own) for own in one.sides))
    score = max(one.score, other.score)
    return replace(one, sides=(*one.sides, *more), score=score, why=one.why if not more else f"{one.why} {other.why}")


def _same_words(a: Side, b: Side) -> bool:
    return any(x.meets(y) for x in a.evidence for y in b.evidence)
