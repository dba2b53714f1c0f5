"""Truces from announcement to end: who agreed, who brokered, when it held, who is blamed for its end.

A truce that no report describes, and that is known only from a count ("the third
truce"), is `counted_only`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Event, Link, Statement
from rashomon.model.sides import TOLD, Sides
from rashomon.model.text import Document
from rashomon.model.world import Actor, Happening, Truce
from rashomon.resolve.truce_blames import blames, opponents
from rashomon.resolve.truce_drafts import MADE, STEPS, WORDS, Draft, step
from rashomon.resolve.truce_fates import fate
from rashomon.resolve.truce_joins import drafts
from rashomon.resolve.truce_pacts import dated_by_pacts

# A mediator told so near to the making of a truce, in characters, mediated that truce.
_SENTENCE = 150


def truces(
    happenings: Iterable[Happening],
    events: Iterable[Event],
    statements: Iterable[Statement],
    links: Mapping[str, str],
    *,
    actors: Iterable[Actor] = (),
    documents: Iterable[Document] = (),
) -> tuple[Truce, ...]:
    """The truces that the steps among `events` tell of, in the order in which they were agreed.

    Args:
        happenings: What the events tell of.
        events: All events of all reports.
        statements: All statements.
        links: From a mention's id to its actor's id.
        actors: Who is meant, for the sides on which they stand.
        documents: The reports, for when they came out.
    """
    sides = Sides(actors, links)
    told = sorted(
        (one for one in events if not one.background), key=lambda one: (one.document, one.evidence[0].start, one.id)
    )
    steps = [one for one in told if step(one) in STEPS and _is_of_arms(one) and _is_some(one)]
    if not steps:
        return ()
    steps = dated_by_pacts(steps, told)
    found = drafts(steps, sides, {one.id: one for one in documents})
    found = sorted((one for one in found if one.is_told), key=Draft.key)
    maker = _Maker(sides, told)
    made = [maker.truce(one, _next(found[n + 1 :])) for n, one in enumerate(found)]
    return (*made, *_counted(steps, len(made)))


def _next(drafts: Iterable[Draft]) -> Draft | None:
    """The first of some truces of which it is told when it came about."""
    return next((one for one in drafts if one.agreed or one.in_force), None)


def _is_of_arms(event: Event) -> bool:
    """Whether what rests is fighting: a pause or a moratorium can be of anything."""
    cue = " ".join(span.text.lower() for span in event.cue)
    if not words("events", "rests") & set(cue.replace("-", " ").split()):
        return True
    told = event.evidence[0].text.lower()
    return any(stem in told for stem in words("events", "arms"))


def _is_some(event: Event) -> bool:
    """Whether a step tells of a truce there is: what is said not to have been made or kept tells of none."""
    if step(event) == "truce declared" and _is_asked_for(event):
        return False
    told = event.evidence[0].text
    if step(event) == "truce broken" and _LULL.search(told):
        return False
    if _AHEAD.search(told) and not event.happened.placed:
        return False
    if event.rule.endswith(_INTENDED) and _REFUSED.search(told):
        return False
    return step(event) == "truce broken" or event.status not in ("negated", "denied")


# "resumed after a lull": nobody had agreed on one.
_LULL = re.compile(r"\bafter (?:an?|the)(?: [\w-]+)? (?:lull|respite|pause in)\b")


# "A fifth truce will follow", "there will be another truce": what somebody foresees, without a time, is none …
_AHEAD = re.compile(
    r"\b(?:an?(?: new| further| \w+(?:th|rd|nd|st))|another) (?:truce|cease-?fire|armistice) (?:will|would|may|might)\b"
    r"|\b(?:will|would|may|might)(?: soon| then)? be (?:another|an?(?: new| further| \w+(?:th|rd|nd|st)))"
    r" (?:truce|cease-?fire|armistice)\b",
    re.IGNORECASE,
)
# … nor is what somebody says he will not order.
_INTENDED = ", intended"
_REFUSED = re.compile(r"\b(?:will|would|shall|should|do|does|did|could) ?(?:not|n't|n’t|never)\b|\bnever\b")


def _is_asked_for(event: Event) -> bool:
    """Whether a truce is only "called for"."""
    told = event.evidence[0]
    calls = [one.end - told.start for one in event.cue if one.text.lower().startswith("call")]
    return any(at >= 0 and told.text[at:].lower().startswith(" for") for at in calls)


class _Maker:
    """Makes truces of drafts, with what the reports tell beside their steps."""

    def __init__(self, sides: Sides, told: Sequence[Event]) -> None:
        self._sides = sides
        self._war = sides.at_war(told, sure=True)
        harmful = [one for one in told if one.type in ("ASSAULT", "COERCE") and step(one) != "truce broken"]
        harmed = [one for one in harmful if one.status in TOLD]
        links = [link for one in harmed for link in (*one.initiators, *one.recipients)]
        self._fighters = {sides.of(id) for id, _ in sides.linked(links)}
        self._by_report: dict[str, list[Event]] = {}
        for one in told:
            self._by_report.setdefault(one.document, []).append(one)

    def truce(self, draft: Draft, later: Draft | None) -> Truce:
        """The truce that a draft tells of; `later` is the one agreed after it."""
        parties = self._parties(draft)
        return Truce(
            parties=parties,
            brokers=self._brokers(draft, _ids(parties)),
            agreed=draft.agreed,
            in_force=draft.in_force,
            ended=draft.ended,
            fate=fate(draft, later, self._by_report),
            blamed=tuple(blames(draft, parties, self._by_report, self._sides)),
            members=tuple(one.id for one in draft.steps),
        )

    def _parties(self, draft: Draft) -> tuple[Link, ...]:
        """Those who agreed, each side once; both sides of the war where only one of them, or none, is named."""
        documents = {one.document for one in draft.steps}
        told = [one for id in sorted(documents) for one in self._by_report[id]]
        charged = opponents(draft, self._by_report, self._sides)
        war = charged or self._sides.at_war(told, sure=True) or self._war
        brokers = {self._sides.of(id) for id in draft.brokers}
        named: dict[str, Link] = {}
        for id, link in draft.parties.items():
            side = self._side(id, link)
            foreign = side not in (war or self._fighters or (side,)) or (side not in war and self._is_diplomat(id))
            third = id in draft.announcers and (foreign or self._is_body(id, side))
            lent = side in brokers and (len(draft.parties) > 2 or (bool(war) and side not in war))
            if id not in draft.brokers and not third and not lent and not self._is_place(side):
                named.setdefault(side, Link(actor=side, span=link.span if side == id else None))
        camps = {side: link for side, link in named.items() if self._is_camp(side)}
        named = camps if len(camps) > 1 or war else named
        if len(named) < 2 and not set(war) & brokers:
            named = {side: link for side, link in named.items() if side in war or not war}
            for side in war:
                named.setdefault(side, Link(actor=side))
        return tuple(named[side] for side in sorted(named))

    def _side(self, id: str, link: Link) -> str:
        """The side of a party; of a person of whom no more is known, the one his own words name ("X of Veldania")."""
        side, actor = self._sides.of(id), self._sides.actor(id)
        if side != id or actor is None or actor.type != "person" or link.span is None:
            return side
        whose = self._sides.named(link.span.text.rpartition(" of ")[2]) if " of " in link.span.text else None
        return self._sides.of(whose) if whose is not None else side

    def _is_camp(self, side: str) -> bool:
        """Whether a side can be at war: a person who signed for it, or an organisation that helped, is none."""
        actor = self._sides.actor(side)
        return actor is not None and actor.type in ("state", "government", "armed group", "alliance", "people")

    def _is_place(self, side: str) -> bool:
        """Whether a side is only a place: where a truce holds is no party to it."""
        actor = self._sides.actor(side)
        return actor is not None and actor.type == "place"

    def _is_body(self, id: str, side: str) -> bool:
        """Whether somebody is a league or organisation that does not fight: it announces what others agreed."""
        actor = self._sides.actor(id)
        return actor is not None and actor.type in ("alliance", "organisation") and side not in self._fighters

    def _is_diplomat(self, id: str) -> bool:
        """Whether somebody speaks for others by office; a truce of one's own is announced by others."""
        actor = self._sides.actor(id)
        titles = [role.title.lower() for role in actor.roles] if actor else []
        return any(word in title for title in titles for word in words("events", "diplomats"))

    def _brokers(self, draft: Draft, parties: set[str]) -> tuple[Link, ...]:
        """Third sides that brought it about; who announced it is one where it was no party's to announce."""
        told = {id: link for id, link in draft.brokers.items() if self._sides.of(id) not in parties}
        known = [link for id, link in told.items() if not id.startswith(WORDS)]
        announcers = (draft.parties[id] for id in sorted(draft.announcers))
        third = [link for link in announcers if self._sides.of(link.actor or "") not in parties]
        return tuple(
            known or list(told.values()) or third or self._mediators(draft, parties) or self._hosts(draft, parties)
        )

    def _mediators(self, draft: Draft, parties: set[str]) -> list[Link]:
        """Those told beside its making to have mediated ("X and Y, *which mediated*, said …")."""
        found: dict[str, Link] = {}
        for made in draft.of(*MADE):
            for event in self._by_report[made.document]:
                if event.rule not in _MEDIATED or event.status not in TOLD or not _overlap(event, made):
                    continue
                found |= {id: Link(actor=id) for id, _ in self._sides.linked(event.initiators)}
        return [link for id, link in found.items() if self._sides.of(id) not in parties]

    def _hosts(self, draft: Draft, parties: set[str]) -> Iterator[Link]:
        """The states of those who hosted or chaired the meeting at which a truce came about, as the day tells."""
        day = draft.agreed
        if day is None or not day.known or not parties:
            return
        seen: set[str] = set()
        for event in (one for id in sorted({one.document for one in draft.steps}) for one in self._by_report[id]):
            if event.mode == "multilateral" and event.status in TOLD and event.happened.within(day):
                sides = {self._sides.of(id) for id, _ in self._sides.linked(event.initiators)}
                if sides & parties:
                    yield from (Link(actor=one) for one in sorted(sides - parties - seen))
                    seen |= sides


def _ids(links: Iterable[Link]) -> set[str]:
    return {one.actor for one in links if one.actor}


# Rules of what a third side does for others, with how far before a truce they may be told, in characters.
_MEDIATED = {"event: mediation": _SENTENCE, "event: pact brokered": 400}


def _overlap(event: Event, other: Event) -> bool:
    """Whether two events are told in one sentence, one after the other; a paper signed is told in the one before."""
    start, end = other.evidence[0].start - _MEDIATED[event.rule], other.evidence[0].end + _SENTENCE
    return start <= event.evidence[0].start <= end


def _counted(steps: Sequence[Event], found: int) -> Iterator[Truce]:
    """Truces known only from a count that is higher than the number described."""
    counts = [(number, one) for one in steps if one.status == "aggregate" and (number := _number(one))]
    if not counts:
        return
    highest = max(number for number, _ in counts)
    counting = [one for number, one in sorted(counts, key=lambda one: (-one[0], one[1].id)) if number > found]
    for _, one in zip(range(highest - found), counting, strict=False):
        yield Truce(members=(one.id,), counted_only=True)


def _number(event: Event) -> int | None:
    """The number in "the third truce", "three ceasefires", "the truce was the third"."""
    evidence, cue = event.evidence[0], event.cue[0] if event.cue else event.evidence[0]
    at = cue.start - evidence.start
    before = evidence.text[: max(0, at)].lower().split()[-6:]
    after = evidence.text[max(0, at) :].lower().split()[1:4]
    known = {**lexicon("events")["ordinals"], **lexicon("events")["cardinals"]}
    near = [known[word] for word in (*before, *after) if word in known and word != "first"]
    return max(near, default=None)
