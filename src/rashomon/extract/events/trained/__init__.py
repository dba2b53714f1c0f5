"""What a sentence tells between two given sides, and whether it tells more than words: trained weights decide.

The rules of this room find events with their cues; where a source and a target are given
beforehand, `type_of` weighs all that the rules found, and the words between the two. The
weights come from `scripts/train_events.py` (docs/model-card-events); without them the rules answer.
"""

from collections.abc import Sequence

from rashomon.extract.events.coding import coded, main_event
from rashomon.extract.events.trained.features import features
from rashomon.extract.events.trained.weights import weights
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Event, EventType
from rashomon.model.text import Span

__all__ = ["only_said", "type_of"]

YIELD = "YIELD"
"""CONCEDE and RETREAT in one: the development sets do not tell them apart."""


def type_of(
    analysis: Analysis, found: Found, tokens: Sequence[Token], source: Span | None, target: Span | None
) -> EventType | None:
    """The PLOVER type of what `source` does to `target` in the sentence of these words.

    `found` holds what the extractors up to events have found. None where nothing is told.
    """
    rules = main_event(_events(found, tokens))
    trained = weights()
    if trained is None or not tokens:
        return coded(rules) if rules else None
    best = trained.type_of(features(analysis, found, tokens, source, target))
    if best != YIELD:
        return best  # type: ignore[return-value]
    told = [coded(one) for one in _events(found, tokens)]
    return next((one for one in told if one in ("CONCEDE", "RETREAT")), "RETREAT")


def only_said(analysis: Analysis, found: Found, tokens: Sequence[Token]) -> bool:
    """Whether a sentence tells that somebody said something, and of nothing done between two sides."""
    trained = weights()
    if trained is None:
        return not _events(found, tokens)
    return trained.only_said(features(analysis, found, tokens, None, None))


def _events(found: Found, tokens: Sequence[Token]) -> list[Event]:
    return [one for one in found.events if tokens and tokens[0].start <= one.cue[0].start < tokens[-1].end]
