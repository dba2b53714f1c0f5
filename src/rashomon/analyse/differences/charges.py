"""Denials of what is a charge, however soberly it is told: that somebody armed a party at war or has men in it."""

import re
from dataclasses import replace
from functools import cache

from rashomon.analyse.differences.answers import events_in
from rashomon.analyse.differences.sides import states, told_by
from rashomon.analyse.topics import negated
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Annotation, Event, Statement
from rashomon.model.finding import Difference

# Who delivered arms by another's account is charged with it; in dossiers eight of ten such denials are of a charge.
_CLAIMED = frozenset({"alleged", "attributed"})
_TELLS = frozenset({"say", "accuse", "judge"})
_TOLD_OR_ASKED = _TELLS | {"demand", "threaten", "warn"}
_WORD = re.compile(r"[a-z]+")
_NAME = re.compile(r"\b[A-Z][\w-]+")
# Before a name: to whom or where something goes, not whose it is.
_TOWARDS = re.compile(r"\b(?:to|for|at|in|into|near|against|over|on) (?:the )?$", re.IGNORECASE)
_BEFORE_NAME = 12  # characters before a name in which that stands
_PEACE = re.compile(
    r"[^.;,]{0,40}?\b(?:to|into) (?:[\w’'-]+ ){0,3}?(?:United Nations|UN|U\.N\.|peacekeepers|observers|monitors"
    r"|inspectors)\b"
)
_SELF = re.compile(r"\b(?:it|they|he|she|we|I)(?: (?:had|has|have|was|were|is|are|will|would|\w+ly|already))* $")


def as_charges(view: View, found: Difference) -> Difference:
    """A difference as it was found; as a contested allegation where what is denied is that somebody armed another.

    So is what the very party denies whose officers, soldiers or aircraft another tells to be in a war.
    """
    if found.type == "denial" or (found.type == "other framing" and found.check == "disputes"):
        told = [one for side in found.sides for id in side.records if (one := view.by_id.get(id)) is not None]
        if any(_charges(view, one) for one in told):
            why = f"{found.why.removesuffix('.')}. To have armed a party at war is a charge, however it is told."
            return replace(found, type="contested allegation", why=why)
        deniers = frozenset(state for one in told for state in _deniers(view, one))
        if any(_has_a_hand(view, one, deniers) for one in told):
            told_of = "Told of the very party that denies it: to have a hand in a war is a charge."
            why = f"{found.why.removesuffix('.')}. {told_of}"
            return replace(found, type="contested allegation", why=why)
    return found


def _deniers(view: View, one: Annotation) -> frozenset[str]:
    """For whom somebody stands who denies."""
    return states(view, one.speaker) if isinstance(one, Statement) and one.act == "deny" else frozenset()


def _has_a_hand(view: View, one: Annotation, deniers: frozenset[str]) -> bool:
    """Whether somebody else tells that the men or machines of those who deny it are in a war; losses are no charge."""
    if not isinstance(one, Statement) or one.act not in _TOLD_OR_ASKED or told_by(view, one) & deniers:
        return False
    said = set(_WORD.findall(quoted(one.content).casefold()))
    if said.isdisjoint(words("comparison", "hands")) or said & words("comparison", "no_hands") or negated(one.content):
        return False
    text = view.documents[one.document].text
    theirs = [
        mention.evidence[0]
        for mention, actor in view.named[one.document]
        if view.sides.of(actor) in deniers and any(span.covers(mention.evidence[0]) for span in one.content)
    ]
    if all(_TOWARDS.search(text[max(0, name.start - _BEFORE_NAME) : name.start]) for name in theirs):
        return False
    # At home, with nobody of another side about, soldiers and pilots have no hand in another's war.
    named = set(_NAME.findall(quoted(one.content))) - {word for name in theirs for word in _NAME.findall(name.text)}
    named = {one for one in named if one.casefold() not in words("comparison", "grammar")}
    return bool(named or {one.removesuffix("s") for one in said} & words("figures", "rebels"))


def _charges(view: View, one: Annotation) -> bool:
    """Whether a record tells, by another's account than the doer's, that arms were given."""
    if isinstance(one, Event):
        return _given(view, one)
    if not isinstance(one, Statement) or one.act not in _TELLS:
        return False
    inside = (event for event in events_in(view, one.document) if _within(event, one))
    return _of_arming(view, one) or any(_given(view, event) for event in inside)


def _of_arming(view: View, one: Statement) -> bool:
    """Whether words tell that arms were handed over, not one's own, not to keepers of peace, not by the speaker."""
    text = quoted(one.content)
    return any(
        not _PEACE.match(text, found.end()) and not _own_deed(view, one, text, found)
        for found in _handed_over().finditer(text)
    )


@cache
def _handed_over() -> re.Pattern[str]:
    matters = lexicon("comparison")["matters"]
    arms = rf"(?:{'|'.join(matters['arms'])})"
    deeds = [one for one in matters["arming"] if one != "armed"]
    nouns = [one for one in deeds if one.startswith(("deliver", "suppl", "ship")) and one[-1] in "sy"]
    verb, noun = rf"(?:{'|'.join(deeds)})", rf"(?:{'|'.join(nouns)})"
    done = rf"(?:{'|'.join(one for one in deeds if one.endswith(('ed', 'sold')))})"
    # Up to three words between, none of which says whose they were or ends the phrase.
    between = r"(?:(?!its\b|their\b|his\b|own\b|no\b|that\b|and\b|but\b|after\b|by\b)[\w’'-]+ ){0,3}?"
    return re.compile(
        rf"\b(?:{verb} {between}{arms}|{verb} {between}with {between}{arms}"
        rf"|{arms} (?:was|were|is|are|(?:had|has|have) been|being) (?:\w+ )?{done}"
        rf"|{arms} {noun}|{noun} of {between}{arms})\b",
        re.IGNORECASE,
    )


def _own_deed(view: View, one: Statement, text: str, found: re.Match[str]) -> bool:
    """Whether who speaks tells of himself ("it had supplied", "by it"), or the name nearest before is his."""
    if _SELF.search(text[: found.start()]) or re.match(r" by (?:it|them|him)\b", text[found.end() :]):
        return True
    if len(one.content) != 1:
        return False
    begin = one.content[0].start
    named = [
        actor
        for mention, actor in view.named[one.document]
        if begin <= mention.evidence[0].start < begin + found.start()
    ]
    return bool(named) and view.sides.of(named[-1]) in told_by(view, one)


def _given(view: View, event: Event) -> bool:
    doers = states(view, event.initiators)
    return event.type == "AID" and event.status in _CLAIMED and doers.isdisjoint(told_by(view, event))


def _within(event: Event, one: Statement) -> bool:
    here = event.evidence[0]
    return any(span.start <= here.start and here.end <= span.end for span in one.content)
