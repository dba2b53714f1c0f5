"""What became of a truce: it collapsed, is failing, was superseded, holds, or nobody tells."""

from collections.abc import Mapping

from rashomon.model.annotation import Event
from rashomon.model.sides import TOLD
from rashomon.model.world import Fate
from rashomon.resolve.truce_drafts import Draft

# Fighting told to begin again so soon after the last step of a truce, in characters, speaks of that truce.
_BESIDE = 250
# Words after "lasted" that say that it was no time at all.
_HARDLY = frozenset({"barely", "hardly", "only", "just", "scarcely", "less"})


def fate(draft: Draft, later: Draft | None, by_report: Mapping[str, list[Event]]) -> Fate:
    """What became of a truce: by its end, by the one agreed after it, by what is told of its holding."""
    broken = [one for one in draft.of("truce broken") if one.status in (*TOLD, "judged")]
    short = any(_was_short(one) for one in draft.of("truce kept") if one.status in TOLD)
    if short or any(one.status in ("asserted", "attributed") for one in broken):
        return "collapsed"
    if later is not None and (later.agreed or later.in_force) is not None:
        return "superseded"
    if broken or _resumed(draft, by_report):
        return "failing"
    return "holding" if any(one.status in TOLD for one in draft.of("truce kept")) else "unknown"


def _was_short(event: Event) -> bool:
    """Whether a truce is told to have held for hardly any time ("lasted barely a day")."""
    told = event.evidence[0].text.lower().split()
    return any(
        word in ("last", "lasted", "held", "survived") and any(one in _HARDLY for one in told[n + 1 : n + 3])
        for n, word in enumerate(told)
    )


def _resumed(draft: Draft, by_report: Mapping[str, list[Event]]) -> bool:
    """Whether fighting is told to have begun again soon after the last step of a truce."""
    for last in {one.document: one for one in sorted(draft.steps, key=lambda one: one.evidence[0].end)}.values():
        for event in by_report.get(last.document, ()):
            near = 0 < event.evidence[0].end - last.evidence[0].start <= _BESIDE
            cue = event.cue[0].text.lower() if event.cue else ""
            again = any(word.startswith(("resum", "renew")) for word in cue.split())
            if event.type == "ASSAULT" and again and near and event.status in ("asserted", "attributed"):
                return event.evidence[0].end > last.evidence[0].end
    return False
