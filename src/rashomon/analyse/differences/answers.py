"""Who answers whom: a statement that takes up, and does not accept, what another voice said just before it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.differences.sides import states, told_by
from rashomon.analyse.topics import negated, negates
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Mention, Statement

# An answer stands at most so far after what it answers, in characters.
_AFTER = 320
_HARM = frozenset({"ASSAULT", "COERCE"})
_TOLD = frozenset({"asserted", "attributed", "alleged"})
# Acts that say nothing of what is so.
_NO_FACT = frozenset({"demand", "propose", "threaten", "promise", "warn", "predict"})
# Words by which somebody denies a part in a deed without naming it.
_PART = re.compile(r"\b(?:involvement|part|role|hand|responsibility|responsible|connection|blame)\b", re.IGNORECASE)
# Words for a speaker that say nothing of who it is.
PRONOUN = re.compile(r"(?:it|they|he|she|we|i|you|that|this|one|who|which|some|others?)", re.IGNORECASE)
# Words that take up what was just told: a denial with one is of what stands before it.
TAKEN_UP = re.compile(r"\b(?:such|there|any|none|nobody|nothing|somewhere else|elsewhere|of \w+ own accord)\b")
# What shall not be says nothing of what was.
TO_COME = re.compile(r"\b(?:will|would|shall|should|must|can|cannot|could|may|might|let|ready|going to|until|unless)\b")
# Where one thing said ends and another begins.
PIECE = re.compile(r"[.;:!?,–—]|\b(?:but|while|although)\b", re.IGNORECASE)
# A denial of so few words that mean something names no matter of its own.
_FEW = 3
_ELSEWHERE = re.compile(
    r"\b(?:somewhere else|elsewhere|nothing of the (?:kind|sort)|no such|of (?:its|their|his|her) own accord)\b"
)


def answers(view: View, one: Statement) -> bool:
    """Whether a statement can be an answer: it denies, says that something was not so, or answers by its verb."""
    if one.act in _NO_FACT or not one.content:
        return False
    if one.act == "deny" or _answering(one):
        return True
    said = quoted(one.content).casefold()
    so = negated(one.content) or bool(_ELSEWHERE.search(said))
    return so and one.act in ("say", "judge", "reject") and not TO_COME.search(said)


def answered(view: View, one: Statement) -> Statement | Event | None:
    """What another voice said just before an answer, of the answerer's side or of the same matter."""
    near: list[tuple[int, Statement]] = []
    for told in _before(view, one):
        if (
            told.act == "accuse"
            and states(view, told.accused)
            and not states(view, told.accused) & states(view, one.speaker)
        ):
            break  # the charge just before is against somebody else
        if told.act not in _NO_FACT and told.act != "deny" and _known(told) and apart(view, told, one):
            near.append((_of_one_matter(view, told, one), told))
    best = max(near, key=lambda item: item[0], default=(0, None))
    return best[1] if best[0] else _deed_before(view, one)


def _before(view: View, one: Statement) -> Iterator[Statement]:
    """The statements just before one, the nearest first."""
    here = one.evidence[0].start
    for told in reversed(view.statements_in[one.document]):
        if _begin(told) < _begin(one):
            if here - told.evidence[0].start > _AFTER:
                break
            yield told


def _known(one: Statement) -> bool:
    """Whether it is known at all whose words these are."""
    return any(link.actor or (link.span and not PRONOUN.fullmatch(link.span.text)) for link in one.speaker)


def apart(view: View, a: Statement, b: Statement) -> bool:
    """Whether two statements are certainly of two voices; of a pronoun that leads to nobody that is not known."""
    voices = [outermost(view, one) for one in (a, b)]
    if voices[0] and voices[1]:
        return not voices[0] & voices[1]
    if any(
        not link.actor and link.span and PRONOUN.fullmatch(link.span.text) for one in (a, b) for link in one.speaker
    ):
        return False
    names = [{link.span.text.casefold() for link in one.speaker if link.span} for one in (a, b)]
    return (
        bool(names[0] and names[1])
        and not names[0] & names[1]
        and not (states(view, a.speaker) & states(view, b.speaker))
    )


def about(view: View, one: Statement) -> frozenset[str]:
    """For whom those stand whom a statement names or accuses."""
    named = view.named[one.document]
    inside = (
        actor
        for span in one.content
        for mention, actor in named[_place(named, span.start) : _place(named, span.end)]
        if span.covers(mention.evidence[0])
    )
    return states(view, one.accused) | frozenset(view.sides.of(actor) for actor in inside)


def _place(named: Sequence[tuple[Mention, str]], at: int) -> int:
    """Where in names, in text order, the first one stands that begins at a place or behind it."""
    return bisect_left(named, at, key=lambda one: one[0].evidence[0].start)


def outermost(view: View, one: Statement) -> frozenset[str]:
    """For whom the outermost voice of a statement stands: what B says that A said is B's account."""
    voices = [link for link in one.according_to if link.document is None]
    outer = [link for link in voices if (actor := view.actors.get(link.actor or "")) is None or actor.type != "outlet"]
    return states(view, outer[-1:] or one.speaker)


def _of_one_matter(view: View, told: Statement, one: Statement) -> int:
    """How surely an answer is of what was told: by words shared, the answerer spoken of, or no matter of its own."""
    contents = [quoted(each.content) for each in (told, one)]
    shared = len(stems_in(contents[0]) & stems_in(contents[1]))
    spoken_of = bool(about(view, told) & states(view, one.speaker))
    if one.act == "deny" or _answering(one):
        own = len(stems_in(contents[1])) > _FEW
        return 2 * shared + spoken_of + (not own) if shared or not own else 0
    shared = len(stems_in(contents[0]) & stems_negated(one))
    taken_up = spoken_of and bool(TAKEN_UP.search(contents[1].casefold()))
    return 2 * shared + taken_up if shared > 1 or taken_up else 0


def stems_negated(one: Statement) -> frozenset[str]:
    """The stems of those pieces of what somebody says in which something is negated."""
    pieces = (piece for span in one.content for piece in PIECE.split(span.text))
    return frozenset(stem for piece in pieces if negates(piece) for stem in stems_in(piece))


def _deed_before(view: View, one: Statement) -> Event | None:
    """The harm that the report itself tells just before somebody denies a part in it."""
    if one.act != "deny" or not any(_PART.search(span.text) for span in one.content):
        return None
    here = one.evidence[0].start
    near = [
        event
        for event in events_in(view, one.document)
        if 0 < here - event.evidence[0].start <= _AFTER and event.type in _HARM and event.status in _TOLD
    ]
    return near[-1] if near and not told_by(view, near[-1]) & states(view, one.speaker) else None


def events_in(view: View, document: str) -> list[Event]:
    """The events of a report, in text order."""
    by_report: dict[str, list[Event]] = view.findings.setdefault("events of reports", {})
    if not by_report:
        for event in view.events:
            by_report.setdefault(event.document, []).append(event)
    return by_report.get(document, [])


def _answering(one: Statement) -> bool:
    """Whether the verb itself answers somebody ("retorted")."""
    said = {word for span in one.cue for word in re.findall(r"[a-z]+", span.text.casefold())}
    return bool(said & words("comparison", "answering"))


def _begin(one: Statement) -> tuple[int, int]:
    return one.evidence[0].start, (one.content or one.cue or one.evidence)[0].start
