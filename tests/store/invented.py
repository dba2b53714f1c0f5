"""Reports of an invented war over the river Sava-Tol, with what is said in them."""

from collections.abc import Sequence

from rashomon.model.annotation import Annotation, Event, Figure, Link, Mention, Statement
from rashomon.model.finding import Judgement
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Actor, Story, World
from rashomon.store import Archive


def report(number: int, *, published: When | None = None, outlet: str = "The Ferryman") -> Document:
    """A report of two sentences that no other number has."""
    text = f"Minister Varga denied that barge {number} was shelled. Two pilots were killed, the Torin Guild said."
    return Document(text=text, source=f"reports/{number}.txt", outlet=outlet, published=published or When())


def said(document: Document) -> tuple[Annotation, ...]:
    """A mention, a statement, an event and a figure of such a report."""
    text = document.text
    first, second = text.index(".") + 1, len(text)

    def words(what: str) -> tuple[int, int]:
        return text.index(what), text.index(what) + len(what)

    varga = document.span(*words("Minister Varga"))
    cue = document.span(*words("denied"))
    shelled = document.span(*words("shelled"))
    content = document.span(cue.end + 6, first - 1)
    mention = Mention(
        document=document.id,
        evidence=(varga,),
        rule="title",
        form="title",
        reading="actor",
        type="person",
        name="Varga",
    )
    speaker = Link(span=varga, mention=mention.id)
    voices = (speaker, Link(document=document.id))
    sentence = document.span(0, first)
    return (
        mention,
        Statement(
            document=document.id, evidence=(sentence,), rule="cue", speaker=(speaker,), act="deny", content=(content,),
            cue=(cue,), said=document.published, according_to=voices,
        ),
        Event(
            document=document.id, evidence=(sentence,), rule="verb", type="ASSAULT", cue=(shelled,), status="denied",
            happened=When(earliest="1987-03-02", latest="1987-03-02", granularity="day", basis="'on Monday'"),
            according_to=voices,
        ),
        Figure(
            document=document.id, evidence=(document.span(first + 1, second),), rule="number", counts="killed",
            low=2, high=2, cue=(document.span(*words("Two pilots")),), according_to=(Link(document=document.id),),
        ),
    )  # fmt: skip


def fill(archive: Archive, *numbers: int) -> list[Document]:
    """Add the reports of these numbers."""
    documents = [report(number) for number in numbers]
    for document in documents:
        assert archive.add(document, said(document))
    return documents


def resolve(documents: Sequence[Document], annotations: Sequence[Annotation], judgements: Sequence[Judgement]) -> World:
    """One story of all documents, one actor for every mention; a judgement's value names the story."""
    if not documents:
        return World()
    mentions = [one.id for one in annotations if one.kind == "mention"]
    actor = Actor(key="person varga", name="Varga", type="person", mentions=tuple(mentions))
    topic = judgements[-1].value if judgements else "the river"
    story = Story(documents=tuple(one.id for one in documents), topic=topic or "")
    return World(actors=(actor,), stories=(story,), links=dict.fromkeys(mentions, actor.id))
