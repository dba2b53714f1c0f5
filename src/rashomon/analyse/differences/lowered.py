"""A count that somebody takes back in the sentence that gives the new one ("cut its estimate to 80 from 120")."""

import re
from collections import defaultdict
from collections.abc import Iterator

from rashomon.analyse.differences.counted import LOWERED, difference, joined, listed, stated
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.model.annotation import Figure
from rashomon.model.finding import Difference

# What stands between the new number and the old one.
_FROM = re.compile(
    r"\b(?:from|instead of|having (?:\w+ ){1,4}(?:at|of|to)|where|after|against|rather than)\b", re.IGNORECASE
)
# How near each other the two stand, in characters.
_NEAR = 140


def lowered_in_a_sentence(view: View) -> Iterator[Difference]:
    """A sentence says that a count was lowered, and from what to what."""
    found: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for one in view.figures:
        if stated(one) and not one.background:
            here = sentence(view.documents[one.document], one.evidence[0])
            if LOWERED.search(here.text):
                found[one.document, here.start].append(one)
    for some in found.values():
        some.sort(key=lambda one: one.evidence[0].start)
        for now, before in zip(some, some[1:], strict=False):
            if _of_one_count(view, now, before):
                yield difference(view, "change of position", [before, now], "lowered_in_a_sentence",
                                 f"The report says itself that it was lowered: {listed([before, now])}.")  # fmt: skip


def _of_one_count(view: View, now: Figure, before: Figure) -> bool:
    """Whether the second of two numbers is what the first was before."""
    between = view.documents[now.document].text[now.evidence[0].end : before.evidence[0].start]
    lower = (now.high or now.low or 0) < (before.low or before.high or 0)
    same = now.counts == before.counts or before.unit is None
    return same and lower and joined(now) == joined(before) and len(between) <= _NEAR and bool(_FROM.search(between))
