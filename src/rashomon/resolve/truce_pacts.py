"""Pacts that are truces: a truce's step without a day takes that of the paper signed beside it.

"The agreement which both signed on Sunday in Basel … reaffirms the ceasefire": the paper is
told by one sentence, the truce in it by the next. A paper signed on the day on which
another report says that the truce was made is a telling of that truce too.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from rashomon.language.lexicon import words
from rashomon.model.annotation import Event
from rashomon.model.sides import TOLD
from rashomon.resolve.truce_drafts import MADE, QUIET, THIRD, names_of, step

# A paper told so few characters before a step of a truce is the paper of that truce.
_BESIDE = 400
# A truce takes effect so soon after its paper was signed.
_SOON = timedelta(days=10)


def dated_by_pacts(steps: Sequence[Event], told: Sequence[Event]) -> list[Event]:
    """The steps of truces, with the signings that are theirs, and the days that these give; in their order.

    Args:
        steps: The steps of truces, in the order in which they are told.
        told: All that is told, in the order in which it is told.
    """
    known = {one.id for one in steps}
    pacts = [one for one in told if one.id not in known and _is_pact(one)]
    truces = [replace(one, rule="event: truce signed") for one in pacts if one.mode == "ceasefire"]
    steps = [*(_decreed(one) for one in steps), *truces]
    pacts = [one for one in pacts if one.mode != "ceasefire"]
    dated = [_dated(one, pacts) for one in steps]
    days = {one.happened.first_day for one in dated if _is_made(one) and one.happened.placed}
    made = {one.document for one in dated if _is_made(one)}
    others = {one.document for one in dated} - made
    signed = [
        replace(one, rule="event: truce signed")
        for one in pacts
        if one.happened.is_day
        and one.document not in made
        and ((one.document in others and one.happened.first_day in days) or _gives_name(one, dated))
    ]
    return sorted([*dated, *signed], key=lambda one: (one.document, one.evidence[0].start, one.id))


def _gives_name(pact: Event, steps: Iterable[Event]) -> bool:
    """Whether a truce told to hold goes by where a paper was signed ("the Lenz truce", signed in Lenz days before)."""
    at = {word.lower() for link in pact.places if link.span for word in link.span.text.split()}
    day = pact.happened.first_day
    for one in steps:
        if step(one) in MADE or not at & names_of(one):
            continue
        since = one.happened.first_day
        if since is None or day is None or timedelta() <= since - day <= _SOON:
            return True
    return False


def _dated(event: Event, pacts: Iterable[Event]) -> Event:
    """A making of a truce without a time, with the time and the makers of the paper told just before it."""
    if not _is_made(event) or event.happened.placed:
        return event
    start = event.evidence[0].start
    near = [
        one
        for one in pacts
        if one.document == event.document and one.happened.is_day and 0 <= start - one.evidence[0].start <= _BESIDE
    ]
    if not near:
        return event
    pact = near[-1]
    return replace(event, happened=pact.happened, initiators=event.initiators or pact.initiators, places=pact.places)


def _decreed(event: Event) -> Event:
    """A halt that somebody says his side will keep from a time on ("that his guns would fall silent at dawn")."""
    text = event.evidence[0].text.lower()
    if step(event) == "truce kept" and event.status == "planned" and event.happened.placed and _SHALL.search(text):
        return replace(event, status="attributed")  # an end of fighting by the hour is announced by those who set it
    will = event.status in ("planned", "hypothetical") and step(event) in (QUIET, "truce declared")
    if not (will and event.initiators and _FROM.search(text)) or _IF.search(text):
        return event
    return replace(event, rule="event: truce declared", status="attributed")


# "would fall silent on Monday at dawn", and no "would hold their fire if …".
_FROM = re.compile(r"\b(?:would|will|shall)\b.{1,80}\b(?:from|at|on|as of) (?!the other\b)[\w']+")
_SHALL = re.compile(r"\bhostilities\b.{0,80}\b(?:shall|will|are to) (?:cease|end|stop)\b")
_IF = re.compile(r"\b(?:if|unless|until|once|provided|should|when|while|as long as|so long as|the moment|as soon as)\b")


def _is_made(event: Event) -> bool:
    return step(event) in MADE - THIRD and event.status in TOLD


def _is_pact(event: Event) -> bool:
    """Whether a paper is told to be signed, or confirmed."""
    if event.type not in ("SUPPORT", "AGREE") or event.status not in TOLD:
        return False
    signs = words("events", "signing") | words("events", "renewing") | _SIGNS
    return any(word.startswith(tuple(signs)) for span in event.cue for word in span.text.lower().split())


# "set their names to", "put pen to".
_SIGNS = frozenset({"name", "signature", "pen", "undert"})
