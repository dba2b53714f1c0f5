"""Offsets from an event ("two days after the truce"): known only against it, so told and left open."""

from rashomon.extract.found import Found
from rashomon.extract.timing.places import head_of_time
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Time
from rashomon.model.values import When

_OFFSETS = {"after", "before"}


def offset(analysis: Analysis, found: Found, token: Token) -> When | None:
    """Read "two days after the truce": known only against an event, so told and left open."""
    sentence = analysis.sentence_of(token)
    for time in found.within(Time, sentence.start, sentence.end):
        head = head_of_time(analysis, time) if time.timex.type == "DURATION" else None
        by = _offset_word(head) if head is not None else None
        if by is None or by is token:
            continue
        clause = by.head if by.dep == "mark" else by
        if clause.head is token or (clause.head.head is token and clause.head.pos == "ADP"):
            event = analysis.span([one for one in clause.subtree if one.i > by.i])
            if event is not None:
                return When(basis=f"'{time.evidence[0].text}' {by.lower} '{event.text}'")
    return None


def _offset_word(head: Token) -> Token | None:
    """The "after" or "before" that a length of time measures from, as the parser hangs it: above it, or beside it."""
    if head.dep == "pobj":
        return None  # "after three decades of talks" measures from nothing
    if head.head.lower in _OFFSETS:
        return head.head
    beside = [one for one in head.head.children if one.lower in _OFFSETS and one.i == head.i + 1]
    below = [one for one in head.children if one.lower in _OFFSETS]
    return next(iter(beside + below), None)
