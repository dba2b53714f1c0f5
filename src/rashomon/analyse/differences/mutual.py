"""Blame that a report itself sets against blame: "each accused the other", or one charge beside its reverse."""

import re
from collections.abc import Collection, Iterator, Sequence

from rashomon.analyse.differences.answers import about
from rashomon.analyse.differences.sides import side_of, states, topic
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Link, Statement
from rashomon.model.finding import Difference, Side
from rashomon.model.text import Span

# Two charges set against each other stand at most so far apart, in characters.
_NEAR = 500
# How many statements after a charge its reverse is looked for.
_NEXT = 6
_EACH = re.compile(r"(?:each|both|either|neither|the two)\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:the other|each other|one another)\b", re.IGNORECASE)
_REVERSE = re.compile(r"\bthe same\b|\bthe (?:reverse|opposite)\b|\bthe other way (?:a?round)\b", re.IGNORECASE)
# Two who charge a third, who is said to fight for whichever is not theirs.
_BY_BOTH = re.compile(r"\b(?:accused|blamed|charged|faulted) by (?:both|each|either)\b", re.IGNORECASE)
# A charge that is said to be another's charge too, in the words of the report alone.
_SAME_CHARGE = re.compile(
    r"(?P<who>[A-Z][^.;:“\"]{1,60}?) (?:levels?|levelled|leveled|makes?|made|returns?|returned|brings?"
    r"|brought|throws?|threw"
    r"|hurls?|hurled|lays?|laid) (?:much |exactly |almost |back )?the (?:very )?same "
    r"(?:charge|accusation|allegation|reproach)s? (?:back )?(?:at|against|of|to|about)\b"
)
_NOT_BROUGHT = re.compile(
    r"\b(?:no|not|never|nobody|without|refus\w+|declin\w+|could|would|may|might|should|if|whether|fear\w*)\b",
    re.IGNORECASE,
)
_CHARGED_BEFORE = 300
_BLAMING = frozenset({"say", "accuse", "admit", "judge"})


def each_the_other(view: View) -> Iterator[Difference]:
    """A report says in one breath that each side blames the other."""
    seen: set[tuple[str, int]] = set()
    told: list[Statement | Event] = [one for one in view.statements if one.act in _BLAMING]
    told += [one for one in view.events if one.type == "ACCUSE"]
    for one in told:
        by = one.speaker if isinstance(one, Statement) else one.initiators
        place = one.document, one.evidence[0].start
        if place not in seen and _several(by) and _is_each_way(one) and _blames(one):
            seen.add(place)
            sides = [(link,) for link in by] if len(by) > 1 else [tuple(by), tuple(by)]
            yield Difference(
                type="mutual blame",
                topic=topic(one),
                sides=tuple(side_of(view, one, who=who) for who in sides),
                why=f"Told as blame both ways: {view.names(by)}, “{quoted(one.evidence)[:160]}”.",
                check="each_the_other",
            )


def set_against(view: View) -> Iterator[Difference]:
    """Two parties, one beside the other in a report, each of which lays something at the other's door."""
    for some in view.statements_in.values():
        charges = [
            one for one in some if one.act in _BLAMING and _blames(one) and not _OTHER.search(quoted(one.evidence))
        ]
        for n, one in enumerate(charges):
            other = next((each for each in charges[n + 1 : n + 1 + _NEXT] if _crossed(view, one, each)), None)
            if other is not None:
                yield Difference(
                    type="mutual blame",
                    topic=topic(one),
                    sides=(side_of(view, one), side_of(view, other)),
                    why=f"{view.names(one.speaker)} blames {view.names(other.speaker)}, "
                    f"{view.names(other.speaker)} blames {view.names(one.speaker)}, side by side in one report.",
                    check="set_against",
                )


def the_same_charge(view: View) -> Iterator[Difference]:
    """A charge, and the report's own word that the other side brings the same one ("levels the same charge at …")."""
    for id, document in view.documents.items():
        for found in _SAME_CHARGE.finditer(document.text):
            here = sentence(document, document.span(found.start("who"), found.end()))
            by = _named_in(view, document.span(*found.span("who")))
            first = _charge_before(view, id, here.start, by)
            if by and first is not None and not _NOT_BROUGHT.search(found.group()) and _back(view, found, here, first):
                yield Difference(
                    type="mutual blame",
                    topic=topic(first),
                    sides=(
                        side_of(view, first),
                        Side(who=by, says=here.text, evidence=(here,), said=view.published(id)),
                    ),
                    why=f"{view.names(first.speaker)} brings a charge; by the report {view.names(by)} brings the same.",
                    check="the_same_charge",
                )


def _named_in(view: View, span: Span) -> tuple[Link, ...]:
    """The last one named within a few words."""
    found = [
        Link(actor=actor, span=mention.evidence[0])
        for mention, actor in view.named[span.document]
        if span.covers(mention.evidence[0])
    ]
    return tuple(found[-1:])


def _back(view: View, found: re.Match[str], here: Span, first: Statement) -> bool:
    """Whether the same charge is, as far as is told, against who brought the first, and not against a third."""
    named = [
        view.sides.of(actor)
        for mention, actor in view.named[here.document]
        if found.end() <= mention.evidence[0].start < here.end and _parties(view, {actor})
    ]
    return not named or named[0] in states(view, first.speaker)


def _charge_before(view: View, document: str, here: int, by: Sequence[Link]) -> Statement | None:
    """The accusation nearest before a place, by a voice of another side than some."""
    charges = [
        one
        for one in view.statements_in[document]
        if one.act == "accuse" and one.speaker and 0 < here - one.evidence[0].start <= _CHARGED_BEFORE
    ]
    nearest = charges[-1] if charges else None
    if nearest is None or states(view, nearest.speaker) & states(view, by):
        return None
    accused = states(view, nearest.accused)
    return nearest if not accused or accused & states(view, by) else None


def _is_each_way(one: Statement | Event) -> bool:
    said = quoted(one.evidence)
    return bool(_OTHER.search(said)) and not _BY_BOTH.search(said)


def _is_inside(a: Statement, b: Statement) -> bool:
    """Whether the words of one statement stand in the other: somebody's words, and who passes them on."""
    return any(x.start < y.end and y.start < x.end for x in a.evidence for y in b.evidence)


def _several(by: Sequence[Link]) -> bool:
    return len({link.actor or str(link) for link in by}) == 2 or any(
        link.span is not None and _EACH.match(link.span.text) for link in by
    )


def _blames(one: Statement | Event) -> bool:
    """Whether words lay something at somebody's door."""
    if isinstance(one, Event) or one.act == "accuse":
        return True
    said = set(re.findall(r"[a-z]+", quoted(one.content).casefold()))
    return bool(said & words("comparison", "blame")) and not said & words("comparison", "negations")


def _parties(view: View, ids: Collection[str]) -> bool:
    """Whether a state or a group in arms is among some: a charge against a third is no reverse of one's own."""
    return any(view.actors[id].type in ("state", "armed group") for id in ids if id in view.actors)


def _crossed(view: View, a: Statement, b: Statement) -> bool:
    """Whether each of two statements is by the one of whom the other speaks."""
    if abs(b.evidence[0].start - a.evidence[0].start) > _NEAR or _is_inside(a, b):
        return False
    by = states(view, a.speaker), states(view, b.speaker)
    if not by[0] or not by[1] or by[0] & by[1]:
        return False
    of = about(view, a), about(view, b)
    back = bool(of[1] & by[0]) or (
        bool(_REVERSE.search(quoted(b.content))) and not _parties(view, of[1] - by[0] - by[1])
    )
    return bool(of[0] & by[1]) and back
