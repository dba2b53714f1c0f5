"""All annotations and judgements to a `World`: a pure function, no database."""

from collections.abc import Iterable, Sequence

from rashomon.model.annotation import Annotation, Event, Mention, Statement
from rashomon.model.finding import Judgement
from rashomon.model.text import Document
from rashomon.model.world import World
from rashomon.resolve.actors import actors
from rashomon.resolve.contacts import contacts
from rashomon.resolve.happenings import happenings
from rashomon.resolve.truces import truces


def resolve(documents: Sequence[Document], annotations: Iterable[Annotation], judgements: Sequence[Judgement]) -> World:
    """The world that these annotations mean, whatever their order."""
    said = list(annotations)
    mentions = [one for one in said if isinstance(one, Mention)]
    events = [one for one in said if isinstance(one, Event)]
    statements = [one for one in said if isinstance(one, Statement)]
    who, links = actors(documents, mentions, judgements)
    what = happenings(documents, events, links, statements, actors=who)
    return World(
        actors=who,
        happenings=what,
        contacts=contacts(what, events, statements, links, actors=who),
        truces=truces(what, events, statements, links, actors=who, documents=documents),
        links=links,
    )
