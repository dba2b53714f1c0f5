"""Positions: who demands, offers, accepts, rejects, supports, opposes or aims at what."""

from typing import Any

from quality.data import own
from quality.passages import measures as of_passages
from quality.pledges import named, within
from quality.reading import Tally, document, read
from rashomon.model.annotation import Position


def positions() -> dict[str, float]:
    """Measures on our own sentences: holder, stance and issue together."""
    tally = Tally()
    for item in own("positions"):
        found = [one for one in read(document(item["text"])).all() if isinstance(one, Position)]
        gold = [tuple(one) for one in item["positions"]]
        tally.add(gold, [_matched(one, gold) for one in found])
    return tally.measures("own: holder, stance and issue") | of_passages("positions")


def _matched(position: Position, gold: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    for holder, stance, words in gold:
        if stance == position.stance and named(position.holder, holder) and within(position.issue, words):
            return (holder, stance, words)
    return (position.stance, *(span.text for span in position.issue))
