"""What brought a machine down: by one voice it was shot down, by another it failed, strayed or landed."""

import re
from collections.abc import Iterator

from rashomon.analyse.differences.answers import apart
from rashomon.analyse.differences.sides import side_of, topic
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Statement
from rashomon.model.finding import Difference
from rashomon.model.text import Span

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
# Of something on wheels, rails or water; and of another machine than the one just told of.
_NO_MACHINE = re.compile(
    r"\b(?:cars?|trucks?|lorr(?:y|ies)|trains?|bus(?:es)?|ships?|boats?|vessels?|tanks?|shells?|missiles?)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    rf"\banother\b|\b(?:other|second|third) {_MACHINE.pattern}|\blast (?:week|month|year)\b", re.IGNORECASE
)
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\byesterday\b")
# Between whose a machine is and what it is ("an Eritrean transport helicopter").
_BETWEEN = re.compile(r"(?: (?!(?:said|says|shot|downed|brought|that|its|their|his|an?|the)\b)[\w-]+){0,2} ")
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
    spans = [sentence(view.documents[document], each.evidence[0]) for each in (one, other)]
    around = [span.text for span in spans]
    last = 0 if _tells(one, _FAILED) and not _tells(one, _SHOT) else 1
    if not _is_of_it(around[last]) or _ANOTHER.search(around[last]):
        return False
    if any(_apart(told(view, spans[0]), told(view, spans[1])) for told in (_days, _places, _owners)):
        return False
    types = [set(_TYPE.findall(text)) for text in around]
    kinds = [{found.casefold().rstrip("s") for found in _MACHINE.findall(text)} for text in around]
    if (types[0] and types[1] and not types[0] & types[1]) or not (types[0] or types[1] or kinds[0] or kinds[1]):
        return False
    # Two kinds of machine are two machines, but for "aircraft" and "plane", which name any.
    return not (_particular(kinds[0]) and _particular(kinds[1])) or bool(_particular(kinds[0]) & _particular(kinds[1]))


def _is_of_it(text: str) -> bool:
    """Whether the last thing named before what failed, or right behind it, is a machine or who flies it."""
    failed = _FAILED.search(text)
    if failed is None:
        return False
    before = [found.end() for found in _OF_IT.finditer(text, 0, failed.start())]
    others = [found.end() for found in _NO_MACHINE.finditer(text, 0, failed.start())]
    if others and max(others) > max(before, default=-1):
        return False
    return bool(before) or bool(_OF_IT.search(text, failed.start()))


def _apart(a: set[str], b: set[str]) -> bool:
    return bool(a and b) and not a & b


def _days(view: View, span: Span) -> set[str]:
    return set(_DAY.findall(span.text))


def _places(view: View, span: Span) -> set[str]:
    """The places named in a sentence."""
    return {
        actor
        for mention, actor in view.named[span.document]
        if mention.reading == "place" and span.covers(mention.evidence[0])
    }


def _owners(view: View, span: Span) -> set[str]:
    """For whom those stand who are named right before a machine ("an Eritrean helicopter")."""
    text, start = view.documents[span.document].text, span.start
    machines = [start + found.start() for found in _MACHINE.finditer(span.text)]
    return {
        view.sides.of(actor)
        for mention, actor in view.named[span.document]
        if span.covers(own := mention.evidence[0])
        and any(own.end < at and _BETWEEN.fullmatch(text, own.end, at) for at in machines)
    }


def _particular(kinds: set[str]) -> set[str]:
    return kinds & {"helicopter", "gunship", "drone", "airliner", "bomber"}


def _tells(one: Statement, pattern: re.Pattern[str]) -> bool:
    """Whether words tell of such an end, as of something that happened."""
    said = quoted(one.content)
    found = pattern.search(said)
    return found is not None and not _NOT_DONE.search(said[: found.start()])
