"""Small cases made by hand: documents, annotations and the actors their links lead to."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.view import View
from rashomon.model.annotation import ActorType, Annotation, Form, Link, Mention, Statement
from rashomon.model.text import Document, Span
from rashomon.model.values import When
from rashomon.model.world import Actor, World
from rashomon.store import MemoryArchive


class Bench:
    """Builds a case sentence by sentence; names are linked to one actor a name."""

    def __init__(self) -> None:
        self.archive = MemoryArchive()
        self._said: dict[str, tuple[Document, list[Annotation]]] = {}
        self._links: dict[str, str] = {}
        self._actors: dict[str, Actor] = {}
        self._meant: dict[str, Any] = {}

    def report(self, text: str, *, outlet: str | None = None, published: str | None = None, **more: Any) -> Document:
        when = When(earliest=published, latest=published, granularity="day", basis="test") if published else When()
        document = Document(
            text=text, source=f"{outlet or 'x'}.txt", outlet=outlet, published=when, language="en", **more
        )
        self._said[document.id] = (document, [])
        return document

    def words(self, document: Document, words: str) -> Span:
        start = document.text.index(words)
        return document.span(start, start + len(words))

    def link(
        self, document: Document, words: str, name: str | None = None, type: ActorType = "state", form: Form = "name"
    ) -> Link:
        span = self.words(document, words)
        mention = Mention(document=document.id, evidence=(span,), rule="test", form=form, reading="actor")
        actor = self._actors.setdefault(
            name or words, Actor(key=f"test:{name or words}", name=name or words, type=type)
        )
        self._links[mention.id] = actor.id
        self._said[document.id][1].append(mention)
        return Link(span=span, mention=mention.id)

    def links(self, mention: Mention, name: str) -> None:
        """Say whom a mention means, where the same words stand more than once."""
        self._links[mention.id] = self._actors[name].id

    def filled(self, link: Link) -> Link:
        """A link with its actor, as the world's own records have it."""
        return Link(span=link.span, actor=self._links[link.mention or ""])

    def keep(self, annotation: Annotation) -> Annotation:
        _, said = self._said[annotation.document]
        said.append(annotation)
        return annotation

    def statement(self, document: Document, speaker: str, content: str, **more: Any) -> Statement:
        one = Statement(
            document=document.id,
            evidence=(self.words(document, content),),
            rule="test",
            speaker=(self.link(document, speaker, more.pop("name", None)),),
            content=(self.words(document, content),),
            **more,
        )
        self.keep(one)
        return one

    def world(self, **meant: Any) -> None:
        self._meant |= meant

    def view(self) -> View:
        for document, said in self._said.values():
            self.archive.add(document, said)
        self.archive.put_world(World(actors=tuple(self._actors.values()), links=self._links, **self._meant))
        return View(self.archive)


@pytest.fixture
def bench() -> Callable[[], Bench]:
    return Bench
