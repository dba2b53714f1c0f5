"""Plain text and Markdown: the bytes are the text."""

from collections.abc import Iterator
from typing import BinaryIO

from rashomon.errors import DocumentError
from rashomon.model.finding import Problem
from rashomon.read.decoding import decoded, normalised
from rashomon.read.draft import Draft, problem, whole


def drafts(stream: BinaryIO, source: str) -> Iterator[Draft | Problem]:
    """Yield the one report of a text file, and a problem where its encoding was flawed."""
    text, flaw = decoded(whole(stream))
    if flaw:
        yield problem(source, "plain", flaw)
    text = normalised(text)
    if not any(char.isalnum() for char in text):
        raise DocumentError("no text in it")
    yield Draft(text=text, source=source)
