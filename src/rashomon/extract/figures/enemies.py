"""Sides that only the whole report tells: whom a party says to have killed are its opponent's."""

from collections.abc import Sequence

from rashomon.extract.figures.acts import claimed_act, goes_with
from rashomon.extract.figures.allegiance import Allegiance
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.homes import Homes
from rashomon.extract.figures.incidents import LOSSES
from rashomon.extract.figures.nouns import singular
from rashomon.extract.figures.opponents import Opponents
from rashomon.extract.figures.own_voice import OwnVoice
from rashomon.extract.figures.owners import in_arms
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties, is_enemy, is_party, key
from rashomon.extract.voices import holders
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link

_OTHERS = frozenset({"other side", "opposing side", "opposite side", "opposing forces", "opposing formations"})


class Enemies:
    """Finds whom those who count fight, once all figures of one report are known."""

    def __init__(
        self,
        analysis: Analysis,
        found: Found,
        opponents: Opponents,
        homes: Homes,
        own: OwnVoice,
        allegiance: Allegiance,
    ) -> None:
        self._analysis = analysis
        self._found = found
        self._opponents = opponents
        self._homes = homes
        self._own = own
        self._allegiance = allegiance
        self._parties = Parties(analysis, found)

    def settle(self, drafts: Sequence[Draft]) -> None:
        """Give the figures without a side, and those of "the enemy", the side that is meant."""
        for draft in drafts:
            if not draft.side and self._own.is_ours(draft.number):
                continue  # whosever they are, they are not the enemy's
            if not draft.side:
                self._of_claim(draft, drafts)
            elif any(link.mention is None for link in draft.side) and self._calls_enemy(draft):
                own = self._allegiance.of(draft.counter, draft.number.head) or self._own.key_at(draft.number.head)
                self._give(draft, own, drafts, meant=True)

    def _calls_enemy(self, draft: Draft) -> bool:
        span = draft.side[0].span
        if span is not None and span.text.lower().removeprefix("the ") in _OTHERS:
            return True
        return span is not None and any(is_enemy(one) for one in self._analysis.tokens_in(span.start, span.end))

    def _of_claim(self, draft: Draft, drafts: Sequence[Draft]) -> None:
        """The side of those whom somebody says to have killed, taken or destroyed."""
        if self._is_of_others(draft):
            own = self._allegiance.of(draft.counter, draft.number.head)
            fights = own in self._opponents.fighting() or own in self._sides(drafts)
            if (own is not None and fights) or self._opponents.foe(own) is not None:
                self._give(draft, own, drafts, meant=True)
            if draft.side:
                return
        if self._is_taken(draft):
            self._give(draft, self._own.key_at(draft.number.head), drafts, meant=True)
            return
        verb = claimed_act(draft.item)
        if verb is None or draft.category == "civilian" or draft.background:
            return
        like = next((one for one in drafts if one.side and one.item.cue is not None and goes_with(verb, one)), None)
        # "knocked out nine Thai tanks and downed a helicopter"
        draft.side = like.side if like is not None else self._of_attacked(verb)
        if not draft.side:
            self._give(draft, self._homes.doer(verb) or self._of_ours(verb), drafts)

    def _give(self, draft: Draft, own: str | None, drafts: Sequence[Draft], *, meant: bool = False) -> None:
        """Give the side of whom `own` fights; where an enemy is `meant`, also that of the whole report's."""
        enemy = self._opponents.in_ledger(own, drafts) if own is not None or meant else None
        if enemy is not None:
            span = draft.side[0].span if draft.side else enemy.evidence[0]
            draft.side = (Link(span=span, mention=enemy.id),)

    def _sides(self, drafts: Sequence[Draft]) -> set[str]:
        """Those whose losses the report counts."""
        links = (link for one in drafts if one.item.counts in LOSSES and not one.background for link in one.side)
        return {name for link in links if (name := key(self._found, link))}

    def _is_of_others(self, draft: Draft) -> bool:
        """Whether one counts of others only: prisoners taken, breaches of a truce ("denounced eleven violations")."""
        item = draft.item
        noun = item.noun.lemma.lower() if item.noun is not None else ""
        if item.counts == "other":
            return noun in words("figures", "breaches") or item.unit in words("figures", "breaches")
        taken = item.cue is not None and item.cue.lemma.lower() in ("prisoner", "captive", "take")
        return item.counts == "captured" and (noun in ("prisoner", "captive") or taken) and draft.category != "civilian"

    def _is_taken(self, draft: Draft) -> bool:
        """Whether a paper that takes sides tells by itself of men taken: its own it would call so."""
        cue = draft.item.cue
        if draft.item.counts != "captured" or draft.category == "civilian" or draft.background or cue is None:
            return False
        told = self._analysis.quote_at(cue.start) is None and not holders(self._found, cue)
        regulars = draft.item.noun is not None and singular(draft.item.noun) in words("figures", "regulars")
        foe, taker = self._opponents.foe(None), cue.child("agent") or cue.child("nsubj")
        return told and regulars and foe is not None and (taker is None or taker.lower == "we")

    def _of_attacked(self, verb: Token) -> tuple[Link, ...]:
        """Read "swept *the rebels* from the road, killing 63": who is attacked loses those killed."""
        attacked = verb.head.child("dobj") if verb.dep == "advcl" and verb.tag == "VBG" else None
        if attacked is None or verb.i < attacked.i:
            return ()
        mention = self._found.mention_of(attacked)
        fits = mention is not None and mention.type in ("armed group", "people") and is_party(mention)
        return self._parties.party(attacked) if fits else in_arms(self._found, attacked)

    def _of_ours(self, verb: Token) -> str | None:
        """The key of the own party that does what a verb tells ("*we* hold 12", "*our gunners* downed 21")."""
        subject = verb.child("nsubj") or self._parties.subject(verb)
        if subject is None or verb.child("auxpass") is not None:
            return None
        links = self._own.of(subject) or self._own.of_possessor(subject)
        return key(self._found, links[0]) if links else None
