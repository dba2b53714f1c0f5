"""A count told beside what its counter gave before ("cut its estimate to 80 from 120"; "In May it spoke of 120")."""

import re
from collections import defaultdict
from collections.abc import Iterator

from rashomon.analyse.differences.counted import (
    LOWERED,
    counter,
    difference,
    joined,
    listed,
    named,
    same_party,
    same_people,
    stated,
)
from rashomon.analyse.differences.counts import of_one_day, running_totals
from rashomon.analyse.differences.formerly import ONCE
from rashomon.analyse.differences.once import found_once
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.model.annotation import Figure
from rashomon.model.finding import Difference, DifferenceType

# What stands between the new number and the old one.
_FROM = re.compile(
    r"\b(?:from|instead of|having (?:\w+ ){1,4}(?:at|of|to)|(?:where|after|against)\b[^.;]{0,30}?\bhad|rather than)\b",
    re.IGNORECASE,
)
# A sentence that tells what somebody gave at an earlier time.
_GAVE = re.compile(
    rf"(?:but |yet |and )?{ONCE}\b[^;\n]{{0,60}}?"
    r"\b(?:spoke|spoken|said|put|given|gave|announced|reported|claimed|counted|admitted|acknowledged)\b",
    re.IGNORECASE,
)
# Of one day or deed, and no count of all.
_DEED = re.compile(
    r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:in|by) (?:the|a|an|one|that|this|another) (?:[\w-]+ )??"
    r"(?:attack|raid|strike|bombing|clash|battle|crash|explosion|blast|ambush|shelling|assault|massacre)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:it|he|she|they)\b", re.IGNORECASE)
# Between two sentences there is a space or two.
_NEXT = 3
# How near each other the two stand, in characters.
_NEAR = 140


def lowered_in_a_sentence(view: View) -> Iterator[Difference]:
    """A sentence says that a count was lowered, and from what to what."""
    found: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    known = {id for one in found_once(view, running_totals) if one.type == "change of position"
             for side in one.sides for id in side.records}  # fmt: skip
    for one in view.figures:
        if stated(one) and not one.background:
            here = sentence(view.documents[one.document], one.evidence[0])
            if LOWERED.search(here.text):
                found[one.document, here.start].append(one)
    for some in found.values():
        some.sort(key=lambda one: one.evidence[0].start)
        for now, before in zip(some, some[1:], strict=False):
            if now.id not in known and _of_one_count(view, now, before):
                yield difference(view, "change of position", [before, now], "lowered_in_a_sentence",
                                 f"The report says itself that it was lowered: {listed([before, now])}.")  # fmt: skip


def formerly_counted(view: View) -> Iterator[Difference]:
    """A report gives a count, and in the next sentence what its counter had given before."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for one in view.figures:
        if stated(one) and not one.background:
            found[one.document].append(one)
    for some in found.values():
        some.sort(key=lambda one: one.evidence[0].start)
        for now, before in zip(some, some[1:], strict=False):
            if _given_before(view, now, before):
                fell = (now.low or now.high or 0) < (before.low or before.high or 0)
                kind: DifferenceType = "change of position" if fell else "other date"
                why = f"The report tells what its counter had given before: {listed([before, now])}."
                yield difference(view, kind, [before, now], "formerly_counted", why)


def _given_before(view: View, now: Figure, before: Figure) -> bool:
    """Whether the second of two numbers is what the counter of the first is told to have given earlier."""
    document = view.documents[now.document]
    first, second = (sentence(document, one.evidence[0]) for one in (now, before))
    if not first.end <= second.start <= first.end + _NEXT or not _GAVE.match(second.text):
        return False
    if _of_a_deed(view, now, first.text) or _of_a_deed(view, now, second.text, before):
        return False
    bare = before.unit is None  # "In May it spoke of 120."
    if not bare and (now.counts != before.counts or joined(now) != joined(before)):
        return False
    if not same_people(now, before) or not same_party(view, now, before):
        return False
    both = counter(view, now), counter(view, before)
    told = not _PRONOUN.search(second.text[: before.evidence[0].start - second.start])
    return (now.low, now.high) != (before.low, before.high) and (bool(both[0] & both[1]) or not told)


def _of_a_deed(view: View, now: Figure, said: str, before: Figure | None = None) -> bool:
    """Whether a number is of one day or deed, or the earlier one of a place or thing that the later does not name."""
    if _DEED.search(said) or (before is None and of_one_day(view, now)):
        return True
    names = named(view)
    return before is not None and not set(names.get(before.id, ())) <= set(names.get(now.id, ()))


def _of_one_count(view: View, now: Figure, before: Figure) -> bool:
    """Whether the second of two numbers is what the first was before."""
    between = view.documents[now.document].text[now.evidence[0].end : before.evidence[0].start]
    lower = (now.high or now.low or 0) < (before.low or before.high or 0)
    same = (now.counts == before.counts or before.unit is None) and same_people(now, before)
    near = len(between) <= _NEAR and bool(_FROM.search(between))
    return same and lower and joined(now) == joined(before) and near and same_party(view, now, before)
