"""On whose side somebody speaks: the names and countries that a phrase leads to."""

from collections.abc import Iterable

from rashomon.extract.found import Found
from rashomon.model.annotation import Link, Mention

# A pronoun may go back to a description that goes back to a name; further back lies nothing.
_STEPS = 3


def names_of(found: Found, links: Iterable[Link]) -> frozenset[str]:
    """What those are called whom the links lead to, and those named in their words ("Peru's army": Peru, too)."""
    return frozenset(one.name for one in _mentioned(found, links) if one.name)


def meant_by(found: Found, link: Link) -> Mention | None:
    """The mention that a link goes back to, and nobody else named in its words."""
    own = found.record(link.mention) if link.mention else None
    return _traced(found, own) if isinstance(own, Mention) else None


def sides_of(found: Found, links: Iterable[Link]) -> frozenset[str]:
    """The same, and the countries they belong to."""
    return _sides(_mentioned(found, links))


def sides_within(found: Found, start: int, end: int) -> frozenset[str]:
    """The names and countries of those mentioned from `start` to `end`."""
    return _sides(_traced(found, one) for one in found.within(Mention, start, end))


def _sides(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(key for one in mentions for key in (one.name, one.country) if key)


def _mentioned(found: Found, links: Iterable[Link]) -> Iterable[Mention]:
    for link in links:
        own = found.record(link.mention) if link.mention else None
        inside = found.within(Mention, link.span.start, link.span.end) if link.span else []
        for one in (own, *inside):
            known = isinstance(own, Mention) and one is not own
            if isinstance(one, Mention) and not (known and one.form == "pronoun"):
                yield _traced(found, one)


def _traced(found: Found, mention: Mention) -> Mention:
    """The earlier mention that a pronoun or description goes back to; itself where that is unknown."""
    for _ in range(_STEPS):
        before = found.record(mention.antecedent) if mention.antecedent else None
        if not isinstance(before, Mention):
            break
        mention = before
    return mention
