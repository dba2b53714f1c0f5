"""What these reports say would follow if something happened: pledges it meets, pacts that cover it or exempt it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rashomon.analyse.deeds import Deed, Deeds, alike
from rashomon.analyse.view import View
from rashomon.model.annotation import Event, Link, Pledge
from rashomon.model.shown import Shown
from rashomon.model.text import Span

Effect = Literal["triggers", "ends", "averts", "bears on", "covered", "exempt"]

# Below this a pledge is not shown: it shares a word or a name with the question, not a deed.
# Set on ten questions about the sample conflict and five that nothing covers (tests/analyse/test_whatif.py).
_LEAST = 0.6
_HAPPENED = frozenset({"asserted", "attributed", "alleged"})
_EFFECTS: dict[str, Effect] = {"if": "triggers", "red line": "triggers", "ultimatum": "averts", "until": "ends",
                               "unless": "averts"}  # fmt: skip
_OPPOSITE: dict[Effect, Effect] = {"averts": "triggers", "triggers": "averts"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Shown):
    """One pledge that bears on a question, and how.

    `effect`: the event triggers the response, ends what lasts until it, averts what comes
    unless it happens, or bears on what holds as long as something else does; a pact covers
    it, or exempts it. `authority` is who says so with the titles they bear. `met` are ids of
    events told to have been just that, each with its voice.
    """

    effect: Effect
    pledge: Pledge
    score: float
    authority: str
    met: tuple[str, ...] = ()


def whatif(view: View, deeds: Deeds, asked: Deed) -> list[Answer]:
    """The pledges that an event meets, best first; empty where nothing in these reports covers it."""
    found = [answer for pledge in view.pledges for answer in _answers(view, deeds, pledge, asked)]
    return sorted(found, key=lambda one: (-one.score, one.pledge.id))


def _answers(view: View, deeds: Deeds, pledge: Pledge, asked: Deed) -> Iterator[Answer]:
    if pledge.form in ("pact", "exemption"):
        yield from _pact(view, deeds, pledge, asked)
    if pledge.condition or pledge.form == "red line":
        told = deeds.told(pledge.condition or pledge.evidence)
        score = alike(asked, told)
        if score >= _LEAST:
            effect = _effect(pledge, turned=told.ended != asked.ended)
            happened = tuple(_met(deeds, pledge, told))
            yield Answer(effect=effect, pledge=pledge, score=score, authority=authority(view, pledge), met=happened)


def met(view: View, deeds: Deeds, pledge: Pledge) -> list[Event]:
    """The events that some voice says took place and are what a pledge's condition or red line speaks of."""
    if not pledge.condition and pledge.form != "red line":
        return []
    told = deeds.told(pledge.condition or pledge.evidence)
    return [view.events_by_id[id] for id in _met(deeds, pledge, told)]


def _pact(view: View, deeds: Deeds, pledge: Pledge, asked: Deed) -> Iterator[Answer]:
    """A defence pact covers harm to those it names, or to those it binds; what it exempts it does not cover."""
    if not asked.harms:
        return
    struck = asked.suffered or asked.who
    if pledge.exempts and deeds.named(_text(_first_clause(pledge.exempts))) & struck:
        yield Answer(effect="exempt", pledge=pledge, score=1.0, authority=authority(view, pledge))
        return
    covered = deeds.named(_text(pledge.covers)) or {link.actor for link in pledge.by if link.actor}
    if pledge.form == "pact" and covered & struck:
        yield Answer(effect="covered", pledge=pledge, score=0.9, authority=authority(view, pledge))


def _first_clause(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans up to their first comma: what is exempt, not what is told of it."""
    return tuple(
        Span(document=one.document, start=one.start, end=one.start + len(head), text=head)
        for one in spans
        if (head := one.text.partition(",")[0])
    )


def _effect(pledge: Pledge, *, turned: bool) -> Effect:
    """What an event does to a pledge; `turned` where it goes on with what the condition wants ended, or ends it."""
    if pledge.condition and pledge.condition[0].text.casefold().startswith(("as long as", "so long as", "while")):
        return "bears on"
    effect = _EFFECTS.get(pledge.form, "triggers")
    return _OPPOSITE.get(effect, effect) if turned else effect


def _met(deeds: Deeds, pledge: Pledge, told: Deed) -> Iterator[str]:
    """Events that some voice says took place after the pledge was made, and are what it speaks of."""
    for event, done in deeds.like(told):
        if event.status not in _HAPPENED or event.background or _part_of(event, pledge):
            continue
        if event.happened.known and pledge.said.known and event.happened.before(pledge.said):
            continue
        if alike(done, told) >= _LEAST:
            yield event.id


def _part_of(event: Event, pledge: Pledge) -> bool:
    return event.document == pledge.document and any(
        one.start <= event.evidence[0].start < one.end for one in pledge.evidence
    )


def authority(view: View, pledge: Pledge) -> str:
    """Who makes a pledge and who says so, each with the title they bear ("Odran Vesk (security adviser)")."""
    by = [_titled(view, link) for link in pledge.by]
    said = [_titled(view, link) for link in pledge.according_to if link.document is None]
    speaker = [one for one in said[:1] if one not in by]
    return " ".join([", ".join(by) or "unknown", *(f"by the account of {one}" for one in speaker)])


def _titled(view: View, link: Link) -> str:
    actor = view.actors.get(link.actor or "")
    titles = [f"{role.title} of {role.of}" if role.of else role.title for role in actor.roles] if actor else []
    return f"{view.name(link)} ({titles[0]})" if titles else view.name(link)


def _text(spans: Iterable[Span]) -> str:
    return " ".join(span.text for span in spans)
