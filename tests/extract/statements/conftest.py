"""The statements of a text, also of one of another genre."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.extract.statements import statements
from rashomon.extract.times import times
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Link, Statement
from rashomon.model.text import Document, Genre

Tell = Callable[..., list[Statement]]


def texts(links: tuple[Link, ...]) -> list[str]:
    return [link.span.text for link in links if link.span]


def content(statement: Statement) -> list[str]:
    return [span.text for span in statement.content]


@pytest.fixture
def written() -> Tell:
    """The statements of a document of a genre."""

    def tell(text: str, genre: Genre = "report") -> list[Statement]:
        analysis = engine().analyse(Document(text=text, source="test", language="en", genre=genre))
        found = Found(analysis)
        for extract in (times, names, statements):
            found.add(extract(analysis, found))
        return list(found.statements)

    return tell
