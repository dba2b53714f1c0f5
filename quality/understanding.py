"""Texts read, analysed and understood up to their events, for the suites that measure on single sentences."""

from collections.abc import Iterator, Sequence
from datetime import date

from rashomon.extract.events import events as extract_events
from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.extract.statements import statements
from rashomon.extract.times import times
from rashomon.language.analysis import Analysis
from rashomon.language.spacy_engine import engine
from rashomon.model.text import Document
from rashomon.model.values import When

_PUBLISHED = date(2031, 5, 2)


def understood(texts: Sequence[str]) -> Iterator[Found]:
    """What is found in each text up to its events, as if published on one day."""
    yield from (found for _, found in analysed(texts, _PUBLISHED))


def understood_on(texts: Sequence[str], day: date, *, source: str = "gold") -> Iterator[tuple[Document, Found]]:
    """Each text as a report published on a day, and what is found in it up to its events."""
    yield from ((analysis.document, found) for analysis, found in analysed(texts, day, source=source))


def analysed(texts: Sequence[str], day: date = _PUBLISHED, *, source: str = "gold") -> Iterator[tuple[Analysis, Found]]:
    """Each text with its analysis and what is found in it up to its events."""
    published = When.on(day)
    documents = [Document(text=text, source=source, language="en", published=published) for text in texts]
    for analysis in engine().analyse_all(documents):
        found = Found(analysis)
        for extract in (times, names, statements, extract_events):
            found.add(extract(analysis, found))
        yield analysis, found
