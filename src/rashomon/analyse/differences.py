"""Where accounts differ, and the kind of difference; one function a check.

A check takes a `View` and yields differences; its docstring says what it finds, the
`why` of each difference what was compared. A first set stands here: denials and mutual
blame. What cannot be compared is not compared: silence is better than a false alarm.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import TypeAlias

from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Annotation, Link, Statement
from rashomon.model.finding import Difference, Side

_MEANING = 4  # words

Check: TypeAlias = Callable[[View], Iterable[Difference]]


def differences(view: View) -> list[Difference]:
    """What all checks find, other people's included, each difference once."""
    if "differences" not in view.findings:
        found = {one.id: one for check in (*CHECKS, *view.checks) for one in check(view)}
        kept = (one for one in found.values() if one.id not in view.rejected)
        view.findings["differences"] = [replace(one, resolution=view.resolutions.get(one.id)) for one in kept]
    return list(view.findings["differences"])


def denials(view: View) -> Iterator[Difference]:
    """One voice says it, another denies it; both stand until a person judges."""
    for denial in view.statements:
        if denial.act != "deny" or denial.of not in view.by_id:
            continue
        denied = view.by_id[denial.of]
        sides = (_side(view, denied), _side(view, denial))
        if _speakers(sides[0].who) & _speakers(sides[1].who):
            continue  # somebody denies what was alleged in their own words: no second voice
        alleged = isinstance(denied, Statement) and denied.act == "accuse"
        yield Difference(
            type="contested allegation" if alleged else "denial",
            topic=_topic(denied),
            sides=sides,
            why=_why_denied(view, denied, denial),
            check="denials",
        )


def blame(view: View) -> Iterator[Difference]:
    """Each accuses the other of the same kind of thing; none of it is a fact by that."""
    for first, second in _pairs(view):
        if _mutual(first, second):
            yield Difference(
                type="mutual blame",
                topic=_topic(first),
                sides=(_side(view, first), _side(view, second)),
                why=f"Accusations in one report point both ways: {view.names(first.speaker)} at "
                f"{view.names(first.accused)}, {view.names(second.speaker)} at {view.names(second.accused)}.",
                check="blame",
            )


CHECKS: tuple[Check, ...] = (denials, blame)
"""The built-in checks, by order of what a reader wants first."""


def _pairs(view: View) -> Iterator[tuple[Statement, Statement]]:
    """Accusations of one report, two by two."""
    by_report: dict[str, list[Statement]] = {}
    for one in view.statements:
        if one.act == "accuse" and one.speaker and one.accused:
            by_report.setdefault(one.document, []).append(one)
    for some in by_report.values():
        yield from combinations(some, 2)


def _mutual(first: Statement, second: Statement) -> bool:
    """Whether two accusations of one report, near each other, point at each other."""
    return (
        abs(first.evidence[0].start - second.evidence[0].start) < 600  # a paragraph or two
        and bool(_speakers(first.speaker) & _speakers(second.accused))
        and bool(_speakers(second.speaker) & _speakers(first.accused))
    )


def _side(view: View, record: Annotation) -> Side:
    if isinstance(record, Statement):
        says = quoted(record.content)
        if len(says.split()) < _MEANING:  # "it", "the charge": the sentence says more
            says = quoted(record.evidence)
        return Side(who=record.speaker, says=says, evidence=record.evidence, said=record.said, records=(record.id,))
    chain: tuple[Link, ...] = getattr(record, "according_to", ())
    return Side(who=chain[:1], says=quoted(record.evidence), evidence=record.evidence, records=(record.id,))


def _speakers(links: Iterable[Link]) -> set[str]:
    return {link.actor for link in links if link.actor}


def _topic(record: Annotation) -> str:
    return quoted(getattr(record, "content", ()) or record.evidence)[:160]


def _why_denied(view: View, denied: Annotation, denial: Statement) -> str:
    teller = view.names(denied.speaker) if isinstance(denied, Statement) else view.voices(_side(view, denied).who)
    verb = "Alleged" if isinstance(denied, Statement) and denied.act == "accuse" else "Said"
    denier = view.names(denial.speaker)
    return f"{verb} by {teller}, denied by {denier}; the denial reaches no further than its own words."
