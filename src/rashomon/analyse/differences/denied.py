"""What a denial denies in its own report: what it leads to, was charged with, or takes up from just before."""

import re
from collections.abc import Iterator
from functools import cache

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.differences.answers import answered
from rashomon.analyse.differences.sides import states, told_by, voice
from rashomon.analyse.topics import negated
from rashomon.analyse.view import View
from rashomon.language.lexicon import words
from rashomon.model.annotation import Annotation, Event, Link, Statement

# Words of somebody who does not know, or does not say.
_UNKNOWING = re.compile(
    r"\b(not|never|neither|nor) (?:yet )?(say|know|confirm\w*|den(y|ied)|rule\w* out|clear|exclude\w*)\b"
    r"|\b(?:no|any) (?:immediate |further )?comment\b|\b(?:declin|refus)\w+ to comment\b"
)
# Within so many first words of a denial stands what is withheld from somebody.
_HEAD = 3
# How far before a denial, in characters, the accusation stands that it takes up without its own words.
_BEFORE = 600
_FEW = 3
# Words by which a denial takes up what was just told ("any part in it", "no such call", "nothing of the kind").
_JUST_TOLD = re.compile(
    r"\b(?:any|no|a) (?:part|role|hand|involvement|responsibility|knowledge|share|connection)\b|\bsuch\b"
    r"|\bnothing of the (?:kind|sort)\b|^(?:which|it|this|that|them|everything|all of (?:it|this|that))$",
    re.IGNORECASE,
)
# How near before a denial what it denies stands where no word of it says so, in characters.
_JUST = 300
# Letters by which a noun and its verb are known as one word ("delivery", "delivered").
_ROOT = 5
# The rule of what a party's own paper says of itself, which is the report's voice too.
_OWN_VOICE = "statements: own voice"
# Statements of these acts tell nothing that another could deny.
NOT_TOLD = frozenset({"deny", "reject", "demand", "propose"})


def denied_beside(view: View, denial: Statement) -> Iterator[Annotation]:
    """What a denial denies in its own report; words that its speaker only quotes back are no second voice."""
    denied: Annotation | None = None
    if denial.act == "deny" or disbelieves(denial):
        denied = (
            _named_before(view, denial)
            or target(view, denial)
            or _charge_before(view, denial)
            or _charge_just_before(view, denial)
            or _told_just_before(view, denial)
        )
    denied = denied or answered(view, denial)
    if denied is not None and not (_speakers(denied) & _speakers(denial)):
        yield denied


def denies_nothing(one: Statement) -> bool:
    """Whether somebody does not know, does not say, or withholds a thing: words of denial that deny no tale."""
    return bool(_UNKNOWING.search(" ".join(span.text for span in one.evidence))) or _withholds(one)


def _withholds(one: Statement) -> bool:
    """Whether somebody is denied a thing, not a tale ("denying repeated requests to enter", "access to the camp")."""
    content = " ".join(span.text for span in one.content).casefold()
    first = set(content.split()[:_HEAD])
    withheld = not first.isdisjoint(words("comparison", "withheld")) and "that" not in first
    return one.act == "deny" and withheld and not negated(one.content) and not _JUST_TOLD.search(content)


def target(view: View, denial: Statement) -> Annotation | None:
    """The record that a denial leads to; a deed in its own words is what it denies, no other voice's account."""
    found = view.by_id.get(denial.of or "")
    if not isinstance(found, Event):
        return found
    tellers = told_by(view, found)
    inside = any(span.covers(found.evidence[0]) for span in denial.evidence)
    voices = told_by(view, denial) | ({denial.document} if denial.rule == _OWN_VOICE else set())
    own = bool(tellers & voices) if tellers else inside
    return None if own else _telling(view, found) or _charge_of(view, found) or found


def _charge_of(view: View, event: Event) -> Statement | None:
    """The charge, by whomever, that is of this very deed ("Osk was accused of sending men")."""
    return next((one for one in view.statements_in[event.document] if one.act == "accuse" and one.of == event.id), None)


def _telling(view: View, event: Event) -> Statement | None:
    """The statement in which the voice of an event tells it, the narrowest."""
    speakers = told_by(view, event)
    tell = [
        one
        for one in view.statements_in[event.document]
        if any(span.covers(cue) for span in one.content for cue in event.cue) and speakers & told_by(view, one)
    ]
    return min(tell, key=lambda one: sum(len(span.text) for span in one.content), default=None)


def _named_before(view: View, denial: Statement) -> Statement | None:
    """What was told before in the very word by which a denial takes it up ("any such delivery": "delivered")."""
    if not _takes_up(denial) or not denial.content:
        return None
    named = {stem[:_ROOT] for stem in stems_in(denial.content[-1].text) if len(stem) >= _ROOT}
    named -= {word[:_ROOT] for word in words("comparison", "tellings")}
    if not named:
        return None
    return next(
        (one for one in _before(view, denial) if not named.isdisjoint(_roots(view, one)) and not denies(one)),
        None,
    )


def _roots(view: View, one: Statement) -> frozenset[str]:
    """The roots of the words of a statement, read once: every denial after it in its report asks for them."""
    known: dict[str, frozenset[str]] = view.findings.setdefault("roots of statements", {})
    if one.id not in known:
        known[one.id] = frozenset(stem[:_ROOT] for span in one.content for stem in stems_in(span.text))
    return known[one.id]


def _before(view: View, denial: Statement) -> Iterator[Statement]:
    """The statements of a report before a denial, the nearest first."""
    here = _place(denial)
    for one in reversed(view.statements_in[denial.document]):
        if _place(one) < here and one.evidence[0].start <= denial.evidence[0].start:
            yield one


def _place(one: Statement) -> int:
    return (one.cue or one.content or one.evidence)[0].start


def _charge_before(view: View, denial: Statement) -> Statement | None:
    """The accusation just before that a denial without a target of its own takes up: one against its speaker."""
    speakers = states(view, denial.speaker)
    if not speakers or not _takes_up(denial):
        return None
    here = denial.evidence[0].start
    near = (one for one in _before(view, denial) if here - one.evidence[0].start <= _BEFORE)
    return next((one for one in near if one.act == "accuse" and states(view, one.accused) & speakers), None)


def _charge_just_before(view: View, denial: Statement) -> Statement | None:
    """The accusation just before a denial of "any part in it", unless it is known to be against somebody else."""
    if not any(_JUST_TOLD.search(" ".join(span.text.split())) for span in denial.content):
        return None
    speakers, here = states(view, denial.speaker), denial.evidence[0].start
    for one in _before(view, denial):
        if here - one.evidence[0].start > _JUST:
            return None
        if one.act == "accuse" and not _speakers(one) & _speakers(denial):
            accused = states(view, one.accused)
            return one if not (accused and speakers) or accused & speakers else None
    return None


def _told_just_before(view: View, denial: Statement) -> Statement | None:
    """What another just told of the very party that denies, where the denial says no more of what it denies."""
    speakers = states(view, denial.speaker)
    here = denial.evidence[0].start
    for one in _before(view, denial) if speakers else ():
        if here - one.evidence[0].start > _JUST or denies(one):
            return None
        if not _teller(view, one) & speakers and speakers & _about(view, one):
            return one
    return None


def _teller(view: View, one: Statement) -> frozenset[str]:
    """For whom the outermost voice of a statement stands: what B says that A said is B's account."""
    outer = [link for link in one.according_to if link.document is None] or list(one.speaker)
    return states(view, outer[-1:]) or states(view, one.via)


def _about(view: View, one: Statement) -> frozenset[str]:
    """For whom those stand of whom a statement tells: named in it, accused, or said to have said it."""
    inside = [
        actor
        for mention, actor in view.named[one.document]
        if any(span.covers(mention.evidence[0]) for span in one.evidence)
    ]
    return states(view, (*one.accused, *one.speaker)) | frozenset(view.sides.of(actor) for actor in inside)


def _takes_up(denial: Statement) -> bool:
    """Whether a denial names no deed of its own: "the charge", "this", "involvement"."""
    return disbelieves(denial) or all(len(span.text.split()) <= _FEW for span in denial.content)


def disbelieves(one: Statement) -> bool:
    """Whether a statement takes up what another said to call it anything but true ("called the charge obscene")."""
    if one.act not in ("judge", "reject") or not _stems(one).isdisjoint(_approving()):
        return False
    said = set(" ".join(span.text for span in one.content).casefold().replace(",", " ").split())
    return bool(said & words("comparison", "tellings")) and not said & words("comparison", "belief")


def _stems(one: Statement) -> frozenset[str]:
    return stems_in(" ".join(span.text for span in one.cue))


@cache
def _approving() -> frozenset[str]:
    return stems_in(" ".join(words("comparison", "approving")))


def denies(one: Annotation) -> bool:
    """Whether a record says itself that something is not so, or only wants it so."""
    if isinstance(one, Statement):
        return one.act in NOT_TOLD or negated(one.content)
    return negated(one.evidence)


def _speakers(record: Annotation) -> set[str]:
    links: tuple[Link, ...] = voice(record)
    return {link.actor for link in links if link.actor}
