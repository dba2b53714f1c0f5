"""Events that are done by saying: promises, threats, refusals and accusations told as plain speech.

"We will receive observers", said by those who would do it, is a promise (AGREE); "we
will retaliate" a threat; "we will not withdraw" a refusal (REJECT). "Valdora says that
Korran gunners fired first" accuses Korran, and the deed is alleged. PLOVER codes stated
intent so (its 03 and 13), and an accusation beside the deed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.extract.events.depths import country, named
from rashomon.extract.events.grievances import is_grievance
from rashomon.extract.found import Found
from rashomon.extract.parties import is_political
from rashomon.extract.voices import teller
from rashomon.language.analysis import Token
from rashomon.model.annotation import Event, EventType, Link, Mention, Statement
from rashomon.model.text import Span

_HOSTILE = frozenset({"ASSAULT", "COERCE"})
_THREATS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN"})
_PROMISES = frozenset({"RETREAT", "CONCEDE", "AID", "COOPERATE", "CONSULT", "AGREE"})
_MODALS = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
_FIRST = frozenset({"i", "we", "our", "us", "my"})


def stated(found: Found, event: Event, head: Token) -> Event:
    """The event as the act of saying it, where those who would do it say so themselves."""
    if event.background or not any(one.lower in _MODALS for one in head.all("aux")):
        return event
    statement = teller(found, head)
    if statement is None:
        return event
    if not any(same_side(found, one, statement.speaker) for one in event.initiators):
        return event
    type = _act(event, head)
    if type is None or (type == event.type and type not in ("THREATEN", "AGREE")):
        return event
    status = event.status if event.status == "hypothetical" else "attributed"
    return replace(event, type=type, mode=None, status=status, happened=statement.said, rule=f"{event.rule}, intended")


def spoken(found: Found, event: Event, head: Token) -> Event:
    """The event with the speaker for "I" and "me", and the one person spoken to for "you"."""
    statement = teller(found, head)
    if statement is None:
        return event
    by = _only(found, statement.speaker)
    to = _only(found, statement.addressee) if _is_person(found, statement.addressee) else None

    def told(links: tuple[Link, ...]) -> tuple[Link, ...]:
        return tuple(
            replace(one, mention=by) if by and _is_pronoun_of(found, one, _MYSELF)
            else replace(one, mention=to) if to and _is_pronoun_of(found, one, _YOU)
            else one
            for one in links
        )  # fmt: skip

    changed = replace(event, initiators=told(event.initiators), recipients=told(event.recipients))
    return changed if changed != event else event


def _only(found: Found, links: tuple[Link, ...]) -> str | None:
    """The mention of the one who fills a role, None where there are more, or none is named."""
    return links[0].mention if len(links) == 1 else None


def _is_person(found: Found, links: tuple[Link, ...]) -> bool:
    mention = named(found, links[0]) if len(links) == 1 else None
    return mention is not None and mention.type == "person" and mention.form != "pronoun"


_MYSELF = frozenset({"i", "me", "myself"})
_YOU = frozenset({"you", "yourself"})


def _is_pronoun_of(found: Found, link: Link, words: frozenset[str]) -> bool:
    """Whether a link's words are one of those pronouns, and it is not known yet who is meant."""
    if link.span is None or link.span.text.lower() not in words:
        return False
    mention = named(found, link)
    return mention is None or mention.form == "pronoun"


def _act(event: Event, head: Token) -> EventType | None:
    negated = event.status == "negated" or head.child("neg") is not None
    if negated:
        return "REJECT" if event.type in _PROMISES else None
    if event.type in _THREATS or "walk" in event.rule:
        return "THREATEN"
    if event.type == "CONSULT" and event.mode == "visit":
        return None  # "said that she would go to Velm" tells of the journey
    return "AGREE" if event.type in _PROMISES else None


def parties(found: Found, events: Iterable[Event]) -> frozenset[str]:
    """The countries that do harm, or to which it is done, in a report."""
    return frozenset(
        code
        for event in events
        if event.type in _HOSTILE and not event.background
        for link in (*event.initiators, *event.recipients)
        if (code := country(found, link))
    )


def alleged(found: Found, event: Event, head: Token, sides: frozenset[str]) -> Event:
    """The event as alleged where a party to it (one of `sides`) lays it to another's charge."""
    if event.status != "attributed" or event.type not in _CHARGEABLE:
        return event
    statement = teller(found, head)
    if statement is None:
        return event
    laid = _charges(event, statement) or _accuses(found, event, statement, sides)
    if not laid and not is_grievance(found, event, head, statement):
        return event
    return replace(event, status="alleged")


_CHARGEABLE = frozenset({"ASSAULT", "COERCE", "AID", "MOBILIZE", "COOPERATE"})


def _charges(event: Event, statement: Statement) -> bool:
    """Whether a deed is what a statement charges somebody with, who is not the one who says so."""
    accused = {one.span for one in statement.accused}
    return (
        statement.act == "accuse"
        and bool(event.initiators)
        and (not accused or any(one.span in accused for one in event.initiators))
    )


def accusations(found: Found, events: Iterable[Event]) -> Iterator[Event]:
    """The accusation beside each alleged deed whose statement has no event of its own for it."""
    events = list(events)
    cues = {span.start for one in events if one.type == "ACCUSE" for span in one.cue}
    deeds = {span.start for one in events for span in one.cue}
    for event in events:
        if event.status != "alleged" or event.type not in _CHARGEABLE:
            continue
        statement = next((one for one in found.statements if _tells(one, event)), None)
        if statement is None or not statement.cue:
            continue
        if any(_overlap(span, own) for span in statement.cue for own in event.cue):
            continue  # what tells of the deed itself is no accusation beside it
        if any(span.start in deeds - cues for span in statement.cue):
            continue  # nor is what tells of another deed
        if any(span.start <= at < span.end for span in statement.cue for at in cues):
            continue
        cues.update(span.start for span in statement.cue)
        yield _accusing(statement, "event: accuses", event.initiators, background=event.background)


def charged(found: Found, events: Iterable[Event]) -> Iterator[Event]:
    """The accusations that statements make, of which no event tells yet."""
    taken = [span for one in events for span in one.cue]
    for statement in found.statements:
        if statement.act != "accuse" or not (statement.cue and statement.accused and statement.speaker):
            continue
        if any(_overlap(span, own) for span in statement.cue for own in taken):
            continue
        if any(one.mention and is_political(found, one) for one in statement.accused):  # not "a tired printer"
            yield _accusing(statement, "event: accuses, by statement", statement.accused)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _tells(statement: Statement, event: Event) -> bool:
    return statement.according_to == event.according_to and any(
        span.start <= event.cue[0].start < span.end for span in statement.content
    )


def _accuses(found: Found, event: Event, statement: Statement, sides: frozenset[str]) -> bool:
    """Whether a hostile deed is told by the side it was done to, of a country that is not its own."""
    if event.type not in _HOSTILE or not event.initiators or _is_pronoun(found, event.initiators[0]):
        return False
    own = {country(found, one) for one in statement.speaker} - {None}
    doers = {country(found, one) for one in event.initiators} - {None}
    others = {country(found, one) for one in event.recipients} - {None}
    return bool(own & sides and doers) and not own & doers and (not others or bool(own & others))


def _is_pronoun(found: Found, link: Link) -> bool:
    mention = found.record(link.mention) if link.mention else None
    return isinstance(mention, Mention) and mention.form == "pronoun"


def same_side(found: Found, link: Link, speakers: tuple[Link, ...]) -> bool:
    """Whether somebody is one of those who speak, of their country, or "we"."""
    words = link.span.text.lower().split() if link.span else []
    if words and words[0] in _FIRST:
        return True
    mention = named(found, link)
    told = [one for one in (named(found, speaker) for speaker in speakers) if one]
    if mention is None or not told:
        return False
    if any(one.id == mention.id or (one.name and one.name == mention.name) for one in told):
        return True
    return mention.country is not None and any(one.country == mention.country for one in told)


def _accusing(statement: Statement, rule: str, whom: tuple[Link, ...], *, background: bool = False) -> Event:
    """The accusation that a statement makes."""
    return Event(
        document=statement.document,
        evidence=statement.evidence[:1],
        rule=rule,
        type="ACCUSE",
        mode="allege",
        cue=statement.cue,
        initiators=statement.speaker,
        recipients=whom,
        happened=statement.said,
        background=background,
        according_to=statement.according_to[len(statement.speaker[:1]) :] or statement.according_to[-1:],
    )
