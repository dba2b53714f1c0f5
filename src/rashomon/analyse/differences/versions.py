"""One talk in two versions that a report gives one after the other, also where the second voice is only "it"."""

from collections.abc import Iterator

from rashomon.analyse.differences.answers import events_in, outermost
from rashomon.analyse.differences.framing import gathered, told_otherwise
from rashomon.analyse.differences.sides import side_of, states
from rashomon.analyse.timeline import TOLD
from rashomon.analyse.view import View
from rashomon.model.annotation import Event, Statement
from rashomon.model.finding import Difference

# The versions of a talk stand at most so far after it is told, in characters.
_AFTER = 800
# Acts that answer another's version, or charge somebody, instead of telling the talk.
_NO_VERSION = frozenset({"deny", "reject", "accuse", "threaten"})


def versions(view: View) -> Iterator[Difference]:
    """A talk as the offices of both who talked tell it, one beside the other; what one leaves out it does not deny."""
    shown = {one.id for _, sides in gathered(view) for some in sides.values() for one in some}
    told: set[frozenset[str]] = set()
    for document in view.documents:
        talks = [one for one in events_in(view, document) if one.type == "CONSULT" and one.status in TOLD]
        for talk in talks:
            of = states(view, (*talk.initiators, *talk.recipients))
            sides = _by_side(view, talk, of, talks) if len(of) > 1 and not talk.background else {}
            firsts = frozenset(some[0].id for some in sides.values())
            if len(sides) > 1 and not firsts <= shown and firsts not in told and told_otherwise(sides.values()):
                told.add(firsts)
                yield Difference(
                    type="other framing",
                    topic=" ".join(talk.evidence[0].text.split())[:160],
                    sides=tuple(side_of(view, *some) for some in sides.values()),
                    why=f"One talk, told by {len(sides)} sides, each in its own words; "
                    "what one leaves out it does not deny.",
                    check="versions",
                )


def _by_side(view: View, talk: Event, of: frozenset[str], talks: list[Event]) -> dict[str, list[Statement]]:
    """What each side to a talk says soon after it is told, or its office gives out later in the report.

    "It" goes on with the side that spoke last.
    """
    start = talk.evidence[0].start
    others = [
        one.evidence[0].start
        for one in talks
        if one.evidence[0].start > start and not states(view, (*one.initiators, *one.recipients)) <= of
    ]
    end = min((start + _AFTER, *others))
    found: dict[str, list[Statement]] = {}
    last: str | None = None
    for one in view.statements_in[talk.document]:
        here = one.evidence[0].start
        if here < start or one.act in _NO_VERSION:
            continue
        if here >= end:
            if side := _read_out(view, one, talk, of):
                found.setdefault(side, []).append(one)
            continue
        by = outermost(view, one) or states(view, one.speaker)
        if by and not any(_speaks_for_it(view, link.actor) for link in one.speaker):
            last = None
        elif by:
            last = _only(by & of)
        if last is not None and one.content:
            found.setdefault(last, []).append(one)
    return found


def _read_out(view: View, one: Statement, talk: Event, of: frozenset[str]) -> str | None:
    """The side whose office gives out what one who talked said: "Mr Osk, the palace wrote, had asked for …"."""
    talked = {link.actor for link in (*talk.initiators, *talk.recipients) if link.actor}
    voices = [link for link in one.according_to if link.document is None]
    if len(voices) < 2 or not talked & {link.actor for link in one.speaker}:
        return None
    return _only(outermost(view, one) & states(view, one.speaker) & of)


def _only(sides: frozenset[str]) -> str | None:
    """The side for which words are given out; what is said for both is no version of either."""
    return next(iter(sides)) if len(sides) == 1 else None


def _speaks_for_it(view: View, id: str | None) -> bool:
    """Whether a voice is that of one who talked, his state or its government: what others add is no version."""
    actor = view.actors.get(id or "")
    return actor is not None and (actor.type in ("person", "state", "government") or " of " in actor.name)
