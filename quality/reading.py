"""Reading a sentence or report with the built-in extractors, and counting what is right."""

from collections import Counter
from collections.abc import Hashable, Iterable
from datetime import date

from rashomon.extract import EXTRACTORS
from rashomon.extract.found import Found
from rashomon.language.spacy_engine import engine
from rashomon.model.text import Document
from rashomon.model.values import When


def document(text: str, published: str | None = None) -> Document:
    """A document that holds a text."""
    when = When.on(date.fromisoformat(published), basis="gold") if published else When()
    return Document(text=text, source="gold", language="en", published=when)


def read(document: Document) -> Found:
    """Everything the built-in extractors find in a document."""
    analysis = engine().analyse(document)
    found = Found(analysis)
    for extractor in EXTRACTORS:
        found.add(extractor(analysis, found))
    return found


class Tally:
    """Counts what is right, found and wanted over many sentences."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.right = self.found = self.wanted = 0

    def add(self, gold: Iterable[Hashable], got: Iterable[Hashable]) -> None:
        """Take in what one sentence should give and what it gave."""
        want, have = Counter(gold), Counter(got)
        self.right += sum((want & have).values())
        self.found += have.total()
        self.wanted += want.total()

    def measures(self, name: str) -> dict[str, float]:
        """Precision, recall and F1 in percent."""
        return {
            f"{name}, precision": 100 * self.right / max(1, self.found),
            f"{name}, recall": 100 * self.right / max(1, self.wanted),
            f"{name}, F1": 200 * self.right / max(1, self.found + self.wanted),
        }
