"""Denials of what is a charge, however soberly it is told: that somebody armed a party at war."""

import re
from dataclasses import replace

from rashomon.analyse.differences.answers import events_in
from rashomon.analyse.differences.sides import states, told_by
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Annotation, Event, Statement
from rashomon.model.finding import Difference

# Who delivered arms by another's account is charged with it; in dossiers eight of ten such denials are of a charge.
_CLAIMED = frozenset({"alleged", "attributed"})
_TELLS = frozenset({"say", "accuse", "judge"})


def as_charges(view: View, found: Difference) -> Difference:
    """A difference as it was found; as a contested allegation where what is denied is that somebody armed another."""
    if found.type == "denial" or (found.type == "other framing" and found.check == "disputes"):
        told = [one for side in found.sides for id in side.records if (one := view.by_id.get(id)) is not None]
        if any(_charges(view, one) for one in told):
            why = f"{found.why.removesuffix('.')}. To have armed a party at war is a charge, however it is told."
            return replace(found, type="contested allegation", why=why)
    return found


def _charges(view: View, one: Annotation) -> bool:
    """Whether a record tells, by another's account than the doer's, that arms were given."""
    if isinstance(one, Event):
        return _given(view, one)
    if not isinstance(one, Statement) or one.act not in _TELLS:
        return False
    inside = (event for event in events_in(view, one.document) if _within(event, one))
    return _of_arming(quoted(one.content)) or any(_given(view, event) for event in inside)


def _of_arming(text: str) -> bool:
    """Whether words for handing over and for arms stand in a text."""
    said = set(re.findall(r"[a-z]+", text.casefold()))
    return all(said & set(lexicon("comparison")["matters"][name]) for name in ("arming", "arms"))


def _given(view: View, event: Event) -> bool:
    doers = states(view, event.initiators)
    return event.type == "AID" and event.status in _CLAIMED and doers.isdisjoint(told_by(view, event))


def _within(event: Event, one: Statement) -> bool:
    here = event.evidence[0]
    return any(span.start <= here.start and here.end <= span.end for span in one.content)
