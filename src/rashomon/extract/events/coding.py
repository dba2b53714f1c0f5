"""Events as PLOVER codes them: one a sentence, stated intent by types of its own."""

from collections.abc import Iterable

from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Event, EventType, Link

_OPEN = ("planned", "hypothetical")


def coded(event: Event) -> EventType:
    """The type PLOVER would give: a deed that is only intended is a promise or a threat."""
    quad = lexicon("plover")[event.type]["quad"]
    if event.status in _OPEN and quad.startswith("material"):
        return "AGREE" if quad.endswith("cooperation") else "THREATEN"
    if event.status in _OPEN and event.type in ("CONSULT", "SUPPORT", "CONCEDE"):
        return "AGREE"
    if event.status in _OPEN and event.type == "REJECT":
        return "THREATEN"
    if event.status == "negated" and quad.endswith("cooperation"):
        return "REJECT"
    return event.type


def main_event(events: Iterable[Event]) -> Event | None:
    """The event that a sentence is about: one with two sides, or a place, before one with one, then the earliest."""
    told = sorted(events, key=lambda one: one.cue[0].start)
    return min(told, key=lambda one: (not one.initiators, _is_open(one), len(_sides(one)) < 2), default=None)


def _is_open(event: Event) -> bool:
    """Whether a deed is only intended; a threat is told of, whatever becomes of it."""
    return event.status in _OPEN and event.type != "THREATEN"


def _sides(event: Event) -> tuple[Link, ...]:
    return (*event.initiators[:2], *(event.recipients or event.places)[:1])
