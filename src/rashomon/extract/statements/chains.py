"""The voices of each statement, from its speaker out to the document."""

from rashomon.extract.statements.drafts import Draft
from rashomon.extract.statements.relays import Carried
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Link


def chains_of(analysis: Analysis, kept: list[Carried]) -> list[tuple[Link, ...]]:
    """For each draft the voices from its speaker out to the document."""
    told = [one.draft for one in kept]
    above = [_holder(draft, told) for draft in told]
    chains = []
    for number in range(len(kept)):
        chain: list[Link] = []
        seen: set[int] = set()
        at: int | None = number
        while at is not None and at not in seen:
            seen.add(at)
            chain.extend(_voice(analysis, kept[at]))
            at = above[at]
        chains.append((*chain, Link(document=analysis.document.id)))
    return chains


def _voice(analysis: Analysis, one: Carried) -> list[Link]:
    """The speaker, as one link (an empty one where unknown), and who carried it."""
    if one.draft.own:
        return []
    if len(one.speakers) == 1:
        return [*one.speakers, *one.via]
    # Several speak as one voice: one link with all their words, as each further link means a further mouth.
    return [Link(span=analysis.span(one.draft.source.tokens)), *one.via]


def _holder(draft: Draft, others: list[Draft]) -> int | None:
    """The narrowest other draft inside whose words the cue of this one stands."""
    start, end = draft.place
    best: tuple[int, int] | None = None
    for number, other in enumerate(others):
        if other is draft:
            continue
        for a, b in other.content:
            if a <= start and end <= b:
                size = sum(y - x for x, y in other.content)
                if best is None or size < best[0]:
                    best = (size, number)
    return best[1] if best else None
