"""A document from a sentence or two, analysed and extracted up to a given step."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any

import pytest

from rashomon.extract.found import Found
from rashomon.extract.times import times
from rashomon.language.analysis import Analysis
from rashomon.language.spacy_engine import engine
from rashomon.model.text import Document
from rashomon.model.values import When

Values = Callable[..., list[tuple[str, str]]]
"""From a text to its time expressions, each with its value; published on `PUBLISHED` where nothing else is told."""
# A Wednesday.
PUBLISHED = "2031-05-14"
ORDER = ("times", "names", "statements", "pledges", "events", "figures", "positions", "relations")


@pytest.fixture(scope="session")
def analysed() -> Callable[..., Analysis]:
    def analyse(text: str, published: str | None = None, **told: Any) -> Analysis:
        when = When.on(date.fromisoformat(published), basis="test") if published else When()
        return engine().analyse(Document(text=text, source="test", language="en", published=when, **told))

    return analyse


@pytest.fixture(scope="session")
def found(analysed: Callable[..., Analysis]) -> Callable[..., Found]:
    """Everything found in a text by the extractors up to and with `upto`; `told` are further fields of the document."""

    def extract(text: str, published: str | None = None, upto: str = "relations", **told: Any) -> Found:
        analysis = analysed(text, published, **told)
        result = Found(analysis)
        for name in ORDER[: ORDER.index(upto) + 1]:
            result.add(getattr(import_module(f"rashomon.extract.{name}"), name)(analysis, result))
        return result

    return extract


@pytest.fixture(scope="session")
def values(analysed: Callable[..., Analysis]) -> Values:
    def tell(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
        analysis = analysed(text, published)
        return [(one.evidence[0].text, one.timex.value) for one in times(analysis, Found(analysis))]

    return tell
