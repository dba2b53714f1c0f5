"""What brought a machine down: by one voice it was shot down, by another it failed, strayed or landed."""

import re
from collections.abc import Iterator

from rashomon.analyse.differences.answers import apart
from rashomon.analyse.differences.sides import side_of, topic
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Statement
from rashomon.model.finding import Difference

# The two accounts stand at most so far apart, in characters, and so many statements.
_NEAR = 450
_NEXT = 6
_MACHINE = re.compile(
    r"\b(?:planes?|aircraft|aeroplanes?|helicopters?|gunships?|jets?|bombers?|fighter-bombers?|drones?|warplanes?|airliners?)\b",
    re.IGNORECASE,
)
# What says that what failed is a machine: named, flown by somebody, or "it".
_OF_IT = re.compile(
    rf"{_MACHINE.pattern}|\b(?:crew|pilots?|airm[ae]n)\b|^\W*It\b|\bsa(?:id|ys) (?:that )?it\b", re.IGNORECASE
)
_TYPE = re.compile(r"\b[A-Z][A-Za-z]{0,3}-?\d{1,3}[A-Z]?\b")
_SHOT = re.compile(
    r"\b(?:shot|brought|gunned)(?: [\w’'-]+){0,4}? down\b|\bdowned\b"
    r"|\b(?:hit|struck) (?:it|the (?:plane|aircraft|helicopter|jet|bomber|drone|machine))\b",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"\b(?:technical|mechanical|engine|hydraulic)\b[^.;]{0,20}"
    r"\b(?:faults?|failures?|trouble|problems?|malfunctions?|defects?)\b"
    r"|\btrouble with (?:the|its|an|his) engine\b|\bmalfunction\w*"
    r"|\bpilot(?:[’']s)? error\b|\b(?:lost its way|went astray)\b"
    r"|\bcrashed (?:on|while|during|owing|because|due|in a)\b|\bcollided\b"
    r"|\bran out of fuel\b|\b(?:forced|emergency) landing\b"
    r"|\blanded (?:undamaged|safely|unharmed)\b",
    re.IGNORECASE,
)
# Not told as done: wanted, threatened, tried, thought, or said not to be so.
_NOT_DONE = re.compile(
    r"\b(?:would|will|could|may|might|should|must|can|if|tried|attempt\w*|not|never|no|nobody|deni\w+|whether|threat\w*|vow\w*|order\w*)\b[^.;]*$",
    re.IGNORECASE,
)
_ACTS = frozenset({"say", "judge", "admit", "accuse", "deny"})


def brought_down(view: View) -> Iterator[Difference]:
    """Two voices, one beside the other in a report, tell of one lost machine: shot down by one, by the other not."""
    for document, some in view.statements_in.items():
        told = [one for one in some if one.act in _ACTS and one.content]
        taken: set[str] = set()
        for n, one in enumerate(told):
            for other in told[n + 1 : n + 1 + _NEXT]:
                if other.evidence[0].start - one.evidence[-1].end > _NEAR or taken & {one.id, other.id}:
                    continue
                if _of_one_machine(view, document, one, other) and apart(view, one, other):
                    taken |= {one.id, other.id}
                    shot, failed = (one, other) if _tells(one, _SHOT) else (other, one)
                    yield Difference(
                        type="contradiction",
                        topic=topic(shot),
                        sides=(side_of(view, shot), side_of(view, failed)),
                        why=f"One machine: by {view.names(shot.speaker)} it was shot down, "
                        f"by {view.names(failed.speaker)} something else befell it.",
                        check="brought_down",
                    )


def _of_one_machine(view: View, document: str, one: Statement, other: Statement) -> bool:
    """Whether one of two accounts tells of shooting down and the other of another end, of what can be one machine."""
    pairs = ((one, other), (other, one))
    if not any(_tells(a, _SHOT) and _tells(b, _FAILED) and not _tells(b, _SHOT) for a, b in pairs):
        return False
    around = [sentence(view.documents[document], each.evidence[0]).text for each in (one, other)]
    if not _OF_IT.search(around[0 if _tells(one, _FAILED) and not _tells(one, _SHOT) else 1]):
        return False
    types = [set(_TYPE.findall(text)) for text in around]
    kinds = [{found.casefold().rstrip("s") for found in _MACHINE.findall(text)} for text in around]
    if (types[0] and types[1] and not types[0] & types[1]) or not (types[0] or types[1] or kinds[0] or kinds[1]):
        return False
    # Two kinds of machine are two machines, but for "aircraft" and "plane", which name any.
    return not (_particular(kinds[0]) and _particular(kinds[1])) or bool(_particular(kinds[0]) & _particular(kinds[1]))


def _particular(kinds: set[str]) -> set[str]:
    return kinds & {"helicopter", "gunship", "drone", "airliner", "bomber"}


def _tells(one: Statement, pattern: re.Pattern[str]) -> bool:
    """Whether words tell of such an end, as of something that happened."""
    said = quoted(one.content)
    found = pattern.search(said)
    return found is not None and not _NOT_DONE.search(said[: found.start()])
