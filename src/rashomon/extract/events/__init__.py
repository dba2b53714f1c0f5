"""What is told to have happened: events with their PLOVER type, participants, place, time and certainty.

A verb or noun of `lexicon/events.yaml` in its frame makes an event; speech alone is none
(statements are). A class that is missing is better than a wrong one.
"""

from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.backgrounds import Background
from rashomon.extract.events.company import beside, day_of, follows, in_passing, same_day
from rashomon.extract.events.deed import Deed
from rashomon.extract.events.deeds import deeds
from rashomon.extract.events.depths import apart_from
from rashomon.extract.events.fallen import fallen
from rashomon.extract.events.in_force import in_force
from rashomon.extract.events.learned import LEARNED, Weigher
from rashomon.extract.events.mediation import mediation
from rashomon.extract.events.pledged import pledged
from rashomon.extract.events.proforms import DID_IT
from rashomon.extract.events.records import record
from rashomon.extract.events.roles import unique
from rashomon.extract.events.speech import accusations, alleged, charged, parties, spoken, stated
from rashomon.extract.events.talks import paired, separate
from rashomon.extract.events.undertakings import undertakings
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Event

__all__ = ["by_rule", "events"]


def events(analysis: Analysis, found: Found) -> Iterator[Event]:
    """The events of a report's running text, in text order."""
    background = Background(analysis, found)
    told: list[Event] = []
    heads: list[Token] = []
    rules = by_rule(analysis, found)
    weigher = Weigher(analysis, found, rules)
    for deed in sorted([*rules, *weigher.unforeseen()], key=lambda one: one.head.i):
        event = record(analysis, found, deed, background)
        if event is not None and event.background and deed.pattern.name == LEARNED:
            continue  # of history the rules tell enough, and the weights too much
        if deed.pattern.name == _LASTED and any(one.type == "CONSULT" and not one.background for one in told):
            continue  # how long the talk took that was told of before
        if event is not None and (deed.pattern is not DID_IT or _has_fight(told)):
            if event.type == "CONSULT" and not event.happened.known:
                event = replace(event, happened=day_of(analysis, found, deed.head))
                if not event.happened.known and follows(deed.head):
                    event = replace(event, happened=same_day(event, told))
            event = paired(found, spoken(found, event, deed.head), told)
            apart = list(separate(analysis, found, event, deed))
            told += apart
            heads += [deed.head] * len(apart)
    sides = parties(found, told)
    told = [alleged(found, stated(found, one, head), head, sides) for one, head in zip(told, heads, strict=True)]
    told = pledged(analysis, found, told)
    told += accusations(found, told)
    told += charged(found, told)
    yield from (one for one in told if weigher.is_sure(one))


def _has_fight(told: list[Event]) -> bool:
    """Whether force was told of shortly before, for which "did it" may stand."""
    return any(one.type in ("ASSAULT", "COERCE") for one in told[-_RECENT:])


_RECENT = 10
_LASTED = "talk lasted"


def by_rule(analysis: Analysis, found: Found) -> list[Deed]:
    """The deeds of the running text that the rules know, in text order."""
    told = [deed for sentence in analysis.body for deed in told_in(analysis, found, analysis.words(sentence))]
    return sorted(told, key=lambda one: one.head.i)


def told_in(analysis: Analysis, found: Found, tokens: list[Token]) -> list[Deed]:
    """What the words of a sentence tell of, with what they tell in passing: of a truce's brokers, of talks."""
    told = deeds(analysis, found, tokens)
    for one in told:
        one.initiators = unique((*one.initiators, *beside(found, one)))
        one.recipients = apart_from(found, one.recipients, one.initiators)
    undertakings(told)
    passing = [
        *mediation(analysis, found, tokens, told),
        *in_passing(found, tokens, told),
        *in_force(analysis, found, tokens, told),
    ]
    passing += fallen(found, tokens, told)
    # "Negotiated by X" of a truce is X's good offices, and no talk of X's.
    better = {(one.head.i, one.pattern.type) for one in passing}
    arranged = {one.head.i for one in passing if one.pattern.name == "truce brokered"}
    told = [one for one in told if (one.head.i, one.pattern.type) not in better]
    told = [one for one in told if one.head.i not in arranged or not one.pattern.name.startswith("truce")]
    return sorted([*told, *passing], key=lambda one: one.head.i)
