"""An ultimatum that one side told of, and of which the other says that there was none."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from rashomon.analyse.differences.answers import TO_COME
from rashomon.analyse.differences.denied import denies_nothing, disbelieves
from rashomon.analyse.differences.sides import side_of, states, told_by
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.topics import negates, topic_of
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Event, Pledge, Statement
from rashomon.model.finding import Difference
from rashomon.model.text import Span

Demand: TypeAlias = Statement | Event | Pledge
_ULTIMATUM = re.compile(
    r"\b(?:ultimatums?|deadlines?|time limits?|summons|summoned to (?:surrender|leave|lay|come|withdraw|yield))\b",
    re.IGNORECASE,
)
_BY_ITSELF = re.compile(r"\b(?:ultimatum|summoned to\b)", re.IGNORECASE)
_PARTY = re.compile(
    r"\b(?:us|them|our|its|their|men|troops|soldiers|garrison|army|forces|fighters|rebels|defenders)\b", re.IGNORECASE
)
# An hour by which something is demanded.
_HOUR = re.compile(
    r"\b(?:until|till|by|before|within)\b[^.;\n]{0,30}?\b(?:noon|midnight|midday|dawn|dusk|sunset|sunrise|nightfall|o[’']clock"
    r"|hours?|morning|evening|\d{1,2}[:.]\d\d|[ap]\.?m\b)",
    re.IGNORECASE,
)
# What those have to do who are summoned.
_YIELD = re.compile(
    r"\b(?:leave|come out|walk out|march out|embark|surrender|yield|give (?:themselves|himself) up|lay down|hand over"
    r"|withdraw|go|quit|evacuate|vacate|clear)\b",
    re.IGNORECASE,
)
_ACTS = frozenset({"threaten", "demand", "warn"})
_PIECE = re.compile(r"[.;:!?,]|\band\b|\bbut\b")


def ultimatums_denied(view: View) -> Iterator[Difference]:
    """One side gives the other until an hour to go; the other, in another report, knows of no ultimatum."""
    denials = [one for one in view.statements if _denies_one(one)]
    if not denials:
        return
    demands = [one for one in _demands(view) if _with_an_hour(view, one)]
    for denial in denials:
        found = _met(view, demands, denial)
        if found is not None:
            yield Difference(
                type="denial",
                topic=quoted(found.evidence)[:160],
                sides=(side_of(view, found), side_of(view, denial)),
                why=f"One report tells of an ultimatum; {view.names(denial.speaker)} says that there was none.",
                check="ultimatums_denied",
            )


def _denies_one(one: Statement) -> bool:
    """Whether somebody says that there was no ultimatum, or laughs at the tale of one."""
    text = quoted(one.content)
    if not _ULTIMATUM.search(text) or denies_nothing(one):
        return False
    # A deadline may be for a bid, summons come from a court: there it has to be said what it was for.
    if not (_BY_ITSELF.search(text) or _YIELD.search(text) or _PARTY.search(text)):
        return False
    if disbelieves(one) or one.act == "deny":
        return True
    pieces = (piece for piece in _PIECE.split(text) if _ULTIMATUM.search(piece))
    return one.act in ("say", "reject", "judge") and any(
        negates(piece) and not TO_COME.search(piece.casefold()) for piece in pieces
    )


def _demands(view: View) -> Iterator[Demand]:
    yield from (one for one in view.pledges if one.form == "until")
    yield from (one for one in view.events if one.type == "THREATEN")
    yield from (one for one in view.statements if one.act in _ACTS and one.content)


def _with_an_hour(view: View, one: Demand) -> bool:
    said = _around(view, one).text
    return bool(_HOUR.search(said) and _YIELD.search(said)) and not negates(quoted(one.evidence))


def _met(view: View, demands: Sequence[Demand], denial: Statement) -> Demand | None:
    """The demand of another side, told by then in another report, that shares most names with the denial."""
    deniers, order = states(view, denial.speaker), view.order
    wanted = topic_of(view, denial).names
    best: tuple[tuple[int, int], Demand] | None = None
    for one in demands:
        if one.document == denial.document or order[one.document] > order[denial.document]:
            continue
        if not deniers or _by(view, one) & deniers:
            continue
        shared = len(topic_of(view, one).names & wanted)
        rank = shared, order[one.document]
        if (shared or _names(view, one, deniers)) and (best is None or rank > best[0]):
            best = rank, one
    return best[1] if best else None


def _by(view: View, one: Demand) -> frozenset[str]:
    """For whom those stand who make a demand, and who tell of it."""
    who = one.speaker if isinstance(one, Statement) else one.initiators if isinstance(one, Event) else one.by
    return states(view, who) | told_by(view, one)


def _names(view: View, one: Demand, sides: frozenset[str]) -> bool:
    """Whether a demand is to somebody of a side, or names one."""
    if isinstance(one, Event) and states(view, one.recipients) & sides:
        return True
    named = view.named[one.document]
    inside = (who for mention, who in named if any(span.covers(mention.evidence[0]) for span in one.evidence))
    return any(view.sides.of(who) in sides for who in inside)


def _around(view: View, one: Demand) -> Span:
    return sentence(view.documents[one.document], one.evidence[0])
