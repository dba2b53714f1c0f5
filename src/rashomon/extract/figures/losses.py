"""Whether a loss is the counter's own or the enemy's."""

from collections.abc import Iterable

from rashomon.extract.found import Found
from rashomon.extract.parties import key
from rashomon.model.annotation import Link, LossOf, Mention


def loss_of(found: Found, side: tuple[Link, ...], counter: tuple[Link, ...], parties: Iterable[str]) -> LossOf:
    """Whether the side's loss is the counter's own or its enemy's; unspecified where that is not sure.

    `parties` are the keys (see `key`) of those who suffer losses in the report: a counter
    outside of it is a third party.
    """
    sides = {key(found, link) for link in side}
    if not side or not counter or counter[0].document:
        return "unspecified"
    if counter[0].mention is not None and counter[0].mention in {link.mention for link in side}:
        return "own" if len(side) == 1 else "both"
    counts = key(found, counter[0]) or _key_inside(found, counter[0])
    if counts is None or None in sides:
        return "unspecified"
    if counts in sides:
        return "both" if len(sides) > 1 else "own"
    return "enemy" if counts in set(parties) and len(sides) == 1 else "unspecified"


def _key_inside(found: Found, link: Link) -> str | None:
    """The party named inside a phrase ("Norvland officials"), where it is one only."""
    if link.span is None:
        return None
    inside = found.within(Mention, link.span.start, link.span.end)
    keys = {one for each in inside if (one := key(found, Link(mention=each.id)))}
    return keys.pop() if len(keys) == 1 else None
