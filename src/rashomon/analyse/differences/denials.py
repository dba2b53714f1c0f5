"""One voice says it, another denies it: within a report, and across reports of one case."""

from collections.abc import Iterator
from typing import TypeAlias

from rashomon.analyse.differences.sides import side_of, states, told_by, topic, voice
from rashomon.analyse.topics import Topics, negated
from rashomon.analyse.view import View
from rashomon.model.annotation import Annotation, Event, Link, Statement
from rashomon.model.finding import Difference

# How much of the lighter record's topic, and how many rare words, a denial shares with what it denies elsewhere.
# Measured by `rashomon eval differences` on three dossiers.
_ALIKE = 0.5
_SHARED = 2
# How alike an event told as a fact is to the charge that the same party did it.
_RETOLD = 0.2
# Events that are speech stand as statements already.
_SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONSULT"})


def denials(view: View) -> Iterator[Difference]:
    """One voice says it, another denies it; both stand until a person judges."""
    topics = Topics(view, [*view.statements, *_told_as_fact(view)])
    disputed: dict[str, tuple[list[Annotation], list[Statement]]] = {}
    for denial in view.statements:
        told = list(_told(view, topics, denial))
        if told:
            first = min(told, key=lambda one: (one.document, one.evidence[0].start)).id
            same, deniers = disputed.setdefault(first, ([], []))
            same += [one for one in told if one not in same]
            deniers.append(denial)
    for told, deniers in _joined(view, topics, list(disputed.values())):
        yield _difference(view, [*told, *_as_fact(view, topics, told)], deniers)


Dispute: TypeAlias = tuple[list[Annotation], list[Statement]]


def _joined(view: View, topics: Topics, disputes: list[Dispute]) -> list[Dispute]:
    """Disputes of one thing put together: charges against the same party, denied by the same, in other words."""
    kept: list[Dispute] = []
    for told, deniers in disputes:
        same = next((one for one in kept if _same_charge(view, topics, one, (told, deniers))), None)
        if same is None:
            kept.append((list(told), list(deniers)))
        else:
            same[0].extend(one for one in told if one not in same[0])
            same[1].extend(one for one in deniers if one not in same[1])
    return kept


def _same_charge(view: View, topics: Topics, a: Dispute, b: Dispute) -> bool:
    deniers = [states(view, [link for one in some for link in one.speaker]) for _, some in (a, b)]
    charges = [[one for one in told if isinstance(one, Statement) and one.accused] for told, _ in (a, b)]
    return bool(deniers[0] & deniers[1]) and any(
        states(view, x.accused) & states(view, y.accused) and topics.of[x.id].stems & topics.of[y.id].stems
        for x in charges[0]
        for y in charges[1]
    )


def _as_fact(view: View, topics: Topics, told: list[Annotation]) -> list[Annotation]:
    """Reports that tell as a fact, in their own voice, what is disputed."""
    ids = [one.id for one in told if one.id in topics.of]
    found = (
        topics.records[other] for id in ids for other in topics.near(id) if _tells_the_same(view, topics, id, other)
    )
    return list({one.document: one for one in found}.values())


def _tells_the_same(view: View, topics: Topics, id: str, other: str) -> bool:
    one, event = topics.records[id], topics.records[other]
    if not isinstance(event, Event) or event.document == one.document or negated(event.evidence):
        return False
    accused = states(view, one.accused) if isinstance(one, Statement) else frozenset()
    doers = states(view, event.initiators)
    same = topics.of[id].stems & topics.of[other].stems
    return bool(accused & doers and same) and topics.alike(id, other) >= _RETOLD


def _told(view: View, topics: Topics, denial: Statement) -> Iterator[Annotation]:
    """What a statement denies, here and elsewhere; nothing where it denies nothing."""
    if denial.act == "deny":
        yield from _denied(view, denial)
    if denial.act == "deny" or negated(denial.content):
        yield from _elsewhere(view, topics, denial)


def _denied(view: View, denial: Statement) -> Iterator[Annotation]:
    """What a denial denies in its own report; words that its speaker only quotes back are no second voice."""
    denied = view.by_id.get(denial.of or "")
    if denied is not None and not (_speakers(denied) & _speakers(denial)):
        yield denied


def _told_as_fact(view: View) -> Iterator[Event]:
    """Events that reports tell in their own voice."""
    for one in view.events:
        if one.status == "asserted" and not one.background and one.type not in _SPEECH:
            yield one


def _elsewhere(view: View, topics: Topics, denial: Statement) -> Iterator[Annotation]:
    """What other voices say in other reports of the very thing, without denying it."""
    for id in topics.near(denial.id):
        one = topics.records[id]
        if (
            one.document != denial.document
            and not _denies(one)
            and not (told_by(view, one) & told_by(view, denial))
            and topics.shared(id, denial.id) >= _SHARED
            and topics.alike(id, denial.id) >= _ALIKE
        ):
            yield one


def _denies(one: Annotation) -> bool:
    if isinstance(one, Statement):
        return one.act == "deny" or negated(one.content)
    return negated(one.evidence)


def _difference(view: View, told: list[Annotation], deniers: list[Statement]) -> Difference:
    alleged = any(isinstance(one, Statement) and one.act == "accuse" for one in told)
    by = dict.fromkeys(view.names(voice(one)) for one in told)
    not_by = dict.fromkeys(view.names(one.speaker) for one in deniers)
    return Difference(
        type="contested allegation" if alleged else "denial",
        topic=topic(told[0]),
        sides=tuple(side_of(view, one) for one in (*told, *deniers)),
        why=f"{'Alleged' if alleged else 'Said'} by {', '.join(by)}, denied by {', '.join(not_by)}; "
        "a denial reaches no further than its own words.",
        check="denials",
    )


def _speakers(record: Annotation) -> set[str]:
    links: tuple[Link, ...] = voice(record)
    return {link.actor for link in links if link.actor}
