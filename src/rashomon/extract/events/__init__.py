"""What is told to have happened: events with their PLOVER type, participants, place, time and certainty.

A verb or noun of `lexicon/events.yaml` in its frame makes an event; speech alone is none
(statements are). A class that is missing is better than a wrong one.
"""

from collections.abc import Iterator

from rashomon.extract.backgrounds import Background
from rashomon.extract.events.deeds import deeds
from rashomon.extract.events.records import record
from rashomon.extract.events.speech import accusations, alleged, parties, stated
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Event

__all__ = ["events"]


def events(analysis: Analysis, found: Found) -> Iterator[Event]:
    """The events of a report's running text, in text order."""
    background = Background(analysis, found)
    told: list[Event] = []
    heads: list[Token] = []
    for sentence in analysis.body:
        for deed in deeds(analysis, found, analysis.words(sentence)):
            event = record(analysis, found, deed, background)
            if event is not None:
                told.append(event)
                heads.append(deed.head)
    sides = parties(found, told)
    told = [alleged(found, stated(found, one, head), head, sides) for one, head in zip(told, heads, strict=True)]
    yield from told
    yield from accusations(found, told)
