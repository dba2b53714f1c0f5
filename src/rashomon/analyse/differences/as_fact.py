"""Reports that tell as a fact, in their own voice, what somebody is charged with and denies."""

import re
from collections.abc import Collection, Iterable, Iterator

from rashomon.analyse.differences.large import is_large
from rashomon.analyse.differences.sides import states
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.topics import Topics, families_in, negated
from rashomon.analyse.view import View
from rashomon.model.annotation import Annotation, Event, Link, Mention, Statement
from rashomon.model.finding import Side
from rashomon.model.text import Document, Span

# How alike an event told as a fact is to the charge that the same party did it.
_RETOLD = 0.2
# Nouns by which a deed is told as known, without a verb that tells it.
_DEED = re.compile(
    r"\b(?:deployment|dispatch|sending|transfer|transport|recruitment|hiring|arming|supply|delivery|shelling|bombing|use|killing|expulsion)"
    r" of\b",
    re.IGNORECASE,
)
# The party's own deed: "Osk and its recruitment of", "Osk, whose help includes the use of", "Osk’s shelling of".
_ITS = re.compile(
    r"^[’']s?(?: [\w’'-]+){0,2} $|\b(?:its|their)(?: [\w’'-]+){0,2} $|\bwhose(?: [\w’'-]+)? $"
    r"|\bwhose [^,.;]{1,40}\b(?:include[sd]?|including|consist\w* (?:of|in)|rests on|depends on|amounts to"
    r"|beg[ai]ns? with)(?: [\w’'-]+){0,2} $",
    re.IGNORECASE,
)
# What makes it somebody's account, or no fact, between the party and the deed.
_HEDGED = re.compile(
    r"\b(?:alleged\w*|reported\w*|supposed\w*|claim\w*|accus\w+|suspect\w*|possible|would|could|may|might|should|if|not|no|never|deni\w+|against"
    r"|ask\w*|question\w*|explain\w*|condemn\w*|fear\w*|oppos\w+|criti\w+|decr\w+)\b"
    r"|[.;:?!]",
    re.IGNORECASE,
)


def as_fact(view: View, topics: Topics, told: Iterable[Annotation]) -> list[Annotation]:
    """Reports that tell as a fact, in their own voice, what is disputed; not those that tell it as a charge.

    Nothing in a large case, where words meet by chance.
    """
    charges = list(_charges(view, topics, told))
    ids, as_charge = [one.id for one in charges], {one.document for one in charges}
    found = (
        topics.records[other] for id in ids for other in topics.near(id) if _tells_the_same(view, topics, id, other)
    )
    return list({one.document: one for one in found if one.document not in as_charge}.values())


def sides_as_written(view: View, topics: Topics, told: Iterable[Annotation], shown: Collection[str]) -> Iterator[Side]:
    """Other reports that write of the charge as of something known ("Osk, whose deployment of hired men …").

    One side a report, those in `shown` left out; nothing in a large case, as above.
    """
    charges = list(_charges(view, topics, told))
    own = {one.document for one in charges} | set(shown)
    for id, document in view.documents.items():
        found = None if id in own or not charges else next(_written(view, topics, document, charges), None)
        if found is not None:
            yield Side(who=(Link(document=id),), says=found.text, evidence=(found,), said=view.published(id))


def _charges(view: View, topics: Topics, told: Iterable[Annotation]) -> Iterator[Statement]:
    for one in () if is_large(view) else told:
        if one.id in topics.of and isinstance(one, Statement) and states(view, one.accused):
            yield one


def _written(view: View, topics: Topics, document: Document, charges: list[Statement]) -> Iterator[Span]:
    """The sentences of a report that name, in its own voice, the accused's deed and whom or what he did it with."""
    named = view.named[document.id]
    for found in _DEED.finditer(document.text):
        here = sentence(document, document.span(*found.span()))
        inside = [(mention, actor) for mention, actor in named if here.covers(mention.evidence[0])]
        after = document.text[found.end() : here.end]
        if _spoken(view, document, found.start()):
            continue
        for charge in charges:
            topic = topics.of[charge.id]
            accused = states(view, charge.accused)
            doer = _before(view, inside, accused, found.start())
            others = {actor for _, actor in inside if view.sides.of(actor) not in accused} & topic.names
            same = {one for one in families_in(after) & topic.families if one.startswith("family: ")}
            between = document.text[doer : found.start()] if doer is not None else ""
            if others and same and _ITS.search(between) and not _HEDGED.search(between):
                yield here


def _before(view: View, inside: list[tuple[Mention, str]], accused: Collection[str], at: int) -> int | None:
    """Where the last mention of the accused before a place ends."""
    ends = [
        mention.evidence[0].end
        for mention, actor in inside
        if mention.evidence[0].end <= at and view.sides.of(actor) in accused
    ]
    return max(ends, default=None)


def _spoken(view: View, document: Document, at: int) -> bool:
    """Whether a place in a report stands in what somebody says."""
    return any(span.start <= at < span.end for one in view.statements_in[document.id] for span in one.content)


def _tells_the_same(view: View, topics: Topics, id: str, other: str) -> bool:
    one, event = topics.records[id], topics.records[other]
    if not isinstance(event, Event) or event.document == one.document:
        return False
    accused = states(view, one.accused) if isinstance(one, Statement) else frozenset()
    doers = states(view, event.initiators)
    same = topics.of[id].terms & topics.of[other].terms
    return bool(accused & doers and same) and topics.alike(id, other) >= _RETOLD and not negated(event.evidence)
