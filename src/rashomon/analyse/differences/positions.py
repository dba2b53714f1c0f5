"""Somebody's position that is another one later: told apart from a contradiction between two voices."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from typing import TypeAlias

from rashomon.analyse.differences.sides import side_of, states
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.timeline import order
from rashomon.analyse.topics import Topics
from rashomon.analyse.view import View, day
from rashomon.language.lexicon import words
from rashomon.model.annotation import Position, Statement
from rashomon.model.finding import Difference
from rashomon.model.values import When

_AGAINST = frozenset({"rejects", "opposes"})
_FOR = frozenset({"accepts", "supports", "offers"})
# Measured by `rashomon eval differences` on five dossiers: 0.35 finds two changes less, 0.25 makes two that are none.
_ALIKE = 0.3
# How much of both issues is the same in a large case, where many stands share a word or two.
_CLOSE = 0.5
_NO = re.compile(r"\b(?:against|reject|oppos|refus|rul(?=\w* out))")
Stand: TypeAlias = Position | Statement
# Acts by which a party takes a stand.
_STANDS = frozenset({"demand", "reject", "promise", "propose", "threaten", "warn", "say"})


def changes_of_position(view: View) -> Iterator[Difference]:
    """One party, one issue, another stance on a later day."""
    topics = Topics(view, view.positions)
    by_holder: dict[str, list[Position]] = defaultdict(list)
    for one in view.positions:
        for holder in sorted(states(view, one.holder)):
            by_holder[holder].append(one)
    for some in by_holder.values():
        against = [one for one in some if one.stance in _AGAINST]
        in_favour = [one for one in some if one.stance in _FOR]
        for a, b in product(against, in_favour):
            if (
                topics.of[a.id].terms & topics.of[b.id].terms
                and topics.alike(a.id, b.id) >= _ALIKE
                and topics.of_one_matter(a.id, b.id)
                and (not topics.crowding or _plainly_one(view, topics, a, b))
                and _apart(view, a, b)
                and not _still_against(view, a, b)
            ):
                yield _difference(view, *sorted((a, b), key=lambda one: order(_when(view, one))))


def _plainly_one(view: View, topics: Topics, a: Position, b: Position) -> bool:
    """Whether two stands of a large case are by one holder, no two of a state, and mostly of the same words."""
    holders = [{link.actor for link in one.holder if link.actor} for one in (a, b)]
    return bool(holders[0] & holders[1]) and topics.close(a.id, b.id) >= _CLOSE


def _still_against(view: View, a: Position, b: Position) -> bool:
    """Whether who is for a thing now is told to be against it in the word by which he was ("was against it, but …")."""
    said = [sentence(view.documents[one.document], one.evidence[0]).text.casefold() for one in (a, b)]
    return bool(set(_NO.findall(said[0])) & set(_NO.findall(said[1])))


def turns_told(view: View) -> Iterator[Difference]:
    """A report says itself that a party no longer stands where it stood ("which had vowed …, would … after all")."""
    told: dict[tuple[str, int], list[Stand]] = defaultdict(list)
    stands: list[Stand] = [*view.positions, *(one for one in view.statements if one.act in _STANDS)]
    for record in stands:
        here = sentence(view.documents[record.document], record.evidence[0])
        if turn(here.text):
            told[record.document, here.start].append(record)
    for some in told.values():
        for holder, group in _by_holder(view, some).items():
            if len(group) > 1:
                yield Difference(
                    type="change of position",
                    topic=f"{view.actors[holder].name}: {' '.join(group[0].evidence[0].text.split())}"[:160],
                    sides=tuple(side_of(view, one) for one in group),
                    why="The report says itself that the party stood elsewhere before: "
                    f"“{turn(sentence(view.documents[group[0].document], group[0].evidence[0]).text)}”.",
                    check="turns_told",
                )


def _by_holder(view: View, records: Iterable[Stand]) -> dict[str, list[Stand]]:
    """Stands by whose they are, in text order, each place once."""
    found: dict[str, list[Stand]] = defaultdict(list)
    for one in sorted(records, key=lambda one: (one.evidence[0].start, one.id)):
        for holder in sorted(states(view, one.holder if isinstance(one, Position) else one.speaker)):
            if not any(_same_words(one, other) for other in found[holder]):
                found[holder].append(one)
    return found


def _same_words(a: Stand, b: Stand) -> bool:
    spans = [
        {
            at
            for span in (getattr(one, "issue", ()) or getattr(one, "content", ()))
            for at in range(span.start, span.end)
        }
        for one in (a, b)
    ]
    return bool(spans[0] & spans[1])


def turn(text: str) -> str | None:
    """The words by which a sentence says that a party has moved, or nothing."""
    said = " ".join(text.casefold().split())
    return next((one for one in sorted(words("comparison", "turns")) if one in said), None)


def _apart(view: View, a: Position, b: Position) -> bool:
    first, second = _when(view, a), _when(view, b)
    return a.document != b.document and (first.before(second) or second.before(first))


def _when(view: View, one: Position) -> When:
    return one.said if one.said.earliest and one.said.latest else view.published(one.document)


def _difference(view: View, former: Position, later: Position) -> Difference:
    return Difference(
        type="change of position",
        topic=f"{view.names(former.holder)}: {' '.join(span.text for span in former.issue)}"[:160],
        sides=(side_of(view, former), side_of(view, later)),
        why=f"The same party on one issue: {former.stance} it ({day(_when(view, former))}), "
        f"{later.stance} it later ({day(_when(view, later))}).",
        check="changes_of_position",
    )
