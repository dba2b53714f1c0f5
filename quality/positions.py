"""Positions: who demands, offers, accepts, rejects, supports, opposes or aims at what."""

from typing import Any

from quality.passages import measures as of_passages
from quality.pledges import named, within, written
from quality.reading import Tally, document, read
from rashomon.model.annotation import Position


def positions() -> dict[str, float]:
    """Measures on our own sentences: holder, stance and issue together."""
    measures: dict[str, float] = {}
    for label, items in written("positions"):
        tally = Tally()
        for item in items:
            found = [one for one in read(document(item["text"])).all() if isinstance(one, Position)]
            gold = [tuple(one) for one in item["positions"]]
            tally.add(gold, [_matched(one, gold) for one in found])
        measures |= tally.measures(f"{label}: holder, stance and issue")
    return measures | of_passages("positions")


def _matched(position: Position, gold: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    for holder, stance, words in gold:
        if stance == position.stance and named(position.holder, holder) and within(position.issue, words):
            return (holder, stance, words)
    return (position.stance, *(span.text for span in position.issue))
