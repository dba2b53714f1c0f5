"""Talks of one with several, told in one breath: each a contact of its own.

"On 1 and 2 May Sesay held talks over the phone with Holt and Korr" tells of two calls,
for a call has two ends unless it is said to be a conference.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.depths import named
from rashomon.extract.found import Found, coordinated
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Link, Time
from rashomon.model.values import When


def separate(analysis: Analysis, found: Found, event: Event, deed: Deed) -> Iterator[Event]:
    """The event itself, or one for each partner where one side talks with each of several."""
    partners = _partners(found, deed) if _is_bilateral(deed) else []
    marks = [_mark(one, partners) for one, _ in partners[1:]]
    own = [one for one in event.initiators if all(one.span != link.span for _, link in partners)]
    spans = [analysis.span([mark]) if mark else None for mark in marks]
    if len(partners) < 2 or len(own) != 1 or not all(spans):
        yield event
        return
    for n, (token, link) in enumerate(partners):
        # The word that adds a partner ("and") is part of what tells of the further call.
        cue = event.cue if n == 0 else (*event.cue, *(one for one in spans[n - 1 : n] if one))
        happened = _beside(analysis, found, token) or event.happened
        yield replace(event, cue=cue, initiators=(own[0], link), recipients=(), happened=happened)


def paired(found: Found, event: Event, told: Sequence[Event]) -> Event:
    """The event with those of the report's last talk for "the two leaders" who talk."""
    spans = {one.span for one in event.initiators}
    if event.type != "CONSULT" or event.recipients or len(spans) != 1 or not _is_pair(event.initiators[0]):
        return event
    for before in reversed(told):
        both = (*before.initiators, *before.recipients)
        held = before.type == "CONSULT" and before.status in _HELD
        if held and len({one.span for one in both}) == 2 and all(_has_name(found, one) for one in both):
            pair = tuple(replace(event.initiators[0], mention=one.mention) for one in both)
            return replace(event, initiators=pair)
    return event


def _has_name(found: Found, link: Link) -> bool:
    mention = named(found, link)
    return mention is not None and mention.name is not None


_HELD = frozenset({"asserted", "attributed"})


def _is_pair(link: Link) -> bool:
    said = link.span.text.lower().split() if link.span else []
    return said[:2] == ["the", "two"] or said[:1] == ["both"] or said in (["the", "leaders"], ["the", "presidents"])


def _is_bilateral(deed: Deed) -> bool:
    if deed.frame is None or not deed.pattern.mutual or deed.pattern.type != "CONSULT":
        return False
    around = [deed.head, *deed.frame.objects, *deed.frame.after()]
    if any(inner.lower in words("events", "joint") for one in around for inner in (one, *one.children)):
        return False
    apart = any(one.lower in words("events", "apart") for one in deed.head.children)
    return apart or (deed.pattern.mode == "phone" and len(deed.frame.subjects) == 1)


def _partners(found: Found, deed: Deed) -> list[tuple[Token, Link]]:
    """The partners with whom a talk was, each with its link."""
    if deed.frame is None:
        return []
    listed = [one for noun in deed.frame.after("with", "to") for one in coordinated(noun)]
    links = {link.span: link for link in deed.initiators}
    named = [(one, found.link(one)) for one in listed]
    return [(one, link) for one, link in named if link.span in links and link.mention]


def _mark(token: Token, partners: Sequence[tuple[Token, Link]]) -> Token | None:
    """The "and" or comma before a partner."""
    before = [one for first, _ in partners for one in first.children if one.dep in ("cc", "punct") and one.i < token.i]
    return max(before, key=lambda one: (one.dep == "cc", one.i), default=None)


def _beside(analysis: Analysis, found: Found, token: Token) -> When | None:
    """The time in brackets right after a partner's name ("with Holt (1 May) and Korr (2 May)")."""
    text = analysis.document.text
    for time in found.within(Time, token.end, token.end + 6):
        if text[token.end : time.evidence[0].start].strip() == "(" and time.when.known:
            return time.when
    return None
