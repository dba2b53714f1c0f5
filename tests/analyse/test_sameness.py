"""Two tellings of one deed in other words, and what keeps two apart."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from rashomon.analyse.corroborations import corroborations
from rashomon.analyse.telling import acts_in
from rashomon.model.annotation import Event
from rashomon.model.values import When

# What else is told in the case: what two tellings share is scarce beside it.
_RAIN = [f"Hamlet{n} had rain. " for n in range(120)]


@pytest.mark.parametrize(
    ("one", "other", "act"),
    [
        ("They put 6,000 men ashore", "Then the army landed", "landing"),
        ("froze the assets of the general", "put the commander's name on a list", "punishing"),
        ("took three prisoners", "Three gunners gave themselves up", "capturing"),
        ("The navy shut the strait", "since the blockade", "closing"),
    ],
)
def test_one_act_in_other_words(one: str, other: str, act: str) -> None:
    assert act in acts_in(one) & acts_in(other)


def test_words_inside_words_are_no_act() -> None:
    assert "landing" not in acts_in("The islander was landless")


def _told(case: Any, day: str, *, rule: str = "test") -> list[tuple[str, ...]]:
    """Corroborations of a landing on 8 September that another report tells of a given day."""
    made: list[Event] = []
    for text, cue, when, outlet in (
        ("Dorn put Osk marines ashore at Kell.", "put", "2031-09-08", "Daily"),
        ("Osk marines landed at Kell.", "landed", day, "Gazette"),
    ):
        report = case.report(text, outlet=outlet)
        made.append(_event(case, report, text, cue, when))
    made[1] = replace(made[1], rule=rule)
    for one in made:
        case.keep(one)
    rain = case.report("".join(_RAIN), outlet="Weather")
    for sentence in _RAIN:
        case.keep(_event(case, rain, sentence.strip(), sentence[: sentence.index(" had") + 4], None, type="AID"))
    return [one.members for one in corroborations(case.view())]


def _event(case: Any, report: Any, text: str, cue: str, day: str | None, *, type: Any = "ASSAULT") -> Event:
    span = case.words(report, text)
    when = When(earliest=day, latest=day, granularity="day", basis="test") if day else When()
    return Event(
        document=report.id, evidence=(span,), cue=(case.words(report, cue),), rule="test", type=type,
        status="asserted", happened=when,
    )  # fmt: skip


def test_a_landing_told_in_other_words(bench: Callable[[], Any]) -> None:
    assert [len(members) for members in _told(bench(), "2031-09-08")] == [2]


def test_a_landing_of_another_day_is_another(bench: Callable[[], Any]) -> None:
    assert _told(bench(), "2031-09-11") == []


def test_a_truce_broken_is_no_landing_of_that_day(bench: Callable[[], Any]) -> None:
    assert _told(bench(), "2031-09-08", rule="event: truce broken") == []
