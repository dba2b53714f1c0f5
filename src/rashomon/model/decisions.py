"""What people decided, as it holds now: what is rejected, corrected, settled, told beforehand."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from rashomon.model.annotation import Annotation, Event, Figure, amended
from rashomon.model.case_file import CaseFile
from rashomon.model.corrections import ActorNames, corrected
from rashomon.model.finding import Judgement

A = TypeVar("A", bound=Annotation)


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that hold, oldest first, undoings left out."""
    return [one for one in standing(judgements) if one.action != "undo"]


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that nothing undoes, oldest first; an undoing can be undone itself."""
    ordered = sorted({one.id: one for one in judgements}.values(), key=lambda one: (one.when, one.id))
    undoings: defaultdict[str, list[str]] = defaultdict(list)
    for one in ordered:
        if one.action == "undo":
            for subject in one.subjects:
                undoings[subject].append(one.id)
    holds: dict[str, bool] = {}
    for one in ordered:
        _settle(one.id, undoings, holds)
    return [one for one in ordered if holds[one.id]]


def _settle(judgement: str, undoings: dict[str, list[str]], holds: dict[str, bool]) -> None:
    """Tell whether a judgement holds: no undoing of it does. An id hashes its subjects, so there is no circle."""
    waiting = [judgement]
    while waiting:
        one = waiting[-1]
        against = undoings.get(one, [])
        unsettled = [other for other in against if other not in holds]
        if unsettled:
            waiting += unsettled
        else:
            holds[one] = not any(holds[other] for other in against)
            waiting.pop()


class Decisions:
    """The judgements of a case that hold, by what they are asked for."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self.all = in_force(judgements)
        self._corrections: defaultdict[str, list[Judgement]] = defaultdict(list)
        for one in self.all:
            if one.action == "correct":
                for subject in one.subjects:
                    self._corrections[subject].append(one)

    @cached_property
    def rejected(self) -> frozenset[str]:
        """The ids of records that a person rejected and did not accept after that."""
        return frozenset(subject for subject, last in self._verdicts.items() if last.action == "reject")

    @cached_property
    def accepted(self) -> dict[str, Judgement]:
        """The judgement that accepted a record, by the record's id."""
        return {subject: last for subject, last in self._verdicts.items() if last.action == "accept"}

    @cached_property
    def resolutions(self) -> dict[str, str]:
        """What a person concluded of a difference, by its id: the reason, who, and when."""
        return {
            subject: f"{one.why} ({one.who}, {one.when[:10]})"
            for one in self.all
            if one.action == "resolve"
            for subject in one.subjects
        }

    @cached_property
    def case_file(self) -> CaseFile:
        """The case file told last; an empty one where there is none."""
        for one in reversed(self.all):
            if one.action == "case file" and one.value is not None:
                try:
                    return CaseFile.from_json(one.value)
                except (ValueError, RecursionError):  # of a later version: the one before it still says something
                    continue
        return CaseFile()

    def about(self, record: str) -> list[Judgement]:
        """The judgements that name a record, oldest first."""
        return [one for one in self.all if record in one.subjects]

    def amended(self, annotation: A, actors: ActorNames) -> A:
        """The annotation as corrected, and as background where it lies outside the conflict's dates."""
        for one in self._corrections.get(annotation.id, ()):
            annotation = corrected(annotation, one, actors)
        if isinstance(annotation, Event | Figure) and not annotation.background:
            when = annotation.happened if isinstance(annotation, Event) else annotation.as_of
            if self.case_file.outside(when) and not self._says_so(annotation):
                return amended(annotation, background=True)
        return annotation

    def _says_so(self, annotation: Annotation) -> bool:
        """Whether a person decided by hand what is background."""
        return any(one.field == "background" for one in self._corrections.get(annotation.id, ()))

    @cached_property
    def _verdicts(self) -> dict[str, Judgement]:
        """The last acceptance or rejection of each record."""
        return {subject: one for one in self.all if one.action in ("accept", "reject") for subject in one.subjects}
