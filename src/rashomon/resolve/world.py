"""All annotations and judgements to a `World`: a pure function, no database."""

from collections.abc import Iterable, Sequence

from rashomon.model.annotation import Annotation, Event, Mention, Statement
from rashomon.model.corrections import ActorNames
from rashomon.model.decisions import Decisions
from rashomon.model.finding import Judgement
from rashomon.model.text import Document
from rashomon.model.world import World
from rashomon.resolve.actors import actors
from rashomon.resolve.contacts import contacts
from rashomon.resolve.happenings import happenings
from rashomon.resolve.territories import contested
from rashomon.resolve.truces import truces

KINDS = (Mention.kind, Event.kind, Statement.kind)
"""The kinds of annotations that make a world; others are passed over."""


def resolve(documents: Sequence[Document], annotations: Iterable[Annotation], judgements: Sequence[Judgement]) -> World:
    """The world that these annotations mean, whatever their order."""
    decisions = Decisions(judgements)
    said = [one for one in annotations if one.id not in decisions.rejected]
    nobody = ActorNames()
    mentions = [decisions.amended(one, nobody) for one in said if isinstance(one, Mention)]
    voices = {link.mention for one in said if isinstance(one, Statement) for link in one.speaker if link.mention}
    found, links = actors(documents, mentions, judgements, voices=voices)
    who = contested(found, decisions.case_file)
    names = ActorNames(who)
    events = [decisions.amended(one, names) for one in said if isinstance(one, Event)]
    statements = [decisions.amended(one, names) for one in said if isinstance(one, Statement)]
    what = happenings(documents, events, links, statements, actors=who, judgements=decisions.all)
    kept = tuple(one for one in what if one.id not in decisions.rejected)
    met = contacts(kept, events, statements, links, actors=who)
    paused = truces(kept, events, statements, links, actors=who, documents=documents)
    return World(
        actors=who,
        happenings=kept,
        contacts=tuple(one for one in met if one.id not in decisions.rejected),
        truces=tuple(one for one in paused if one.id not in decisions.rejected),
        links=links,
    )
