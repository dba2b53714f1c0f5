"""What is said, and what its id stands for."""

from dataclasses import replace
from typing import Any

import pytest

from rashomon.model.annotation import Event, Figure, Link, Mention, Time, Timex
from rashomon.model.finding import Judgement, Problem
from rashomon.model.text import Document, Span
from rashomon.model.values import When
from rashomon.model.world import Actor, Happening, Story, Truce, World

REPORT = Document(text="Troops of Torin shelled Port Aster on Monday; 40 people fled.", source="a.txt", declared="x")


def event(**changes: Any) -> Event:
    """The shelling of the report above."""
    given: dict[str, Any] = {
        "document": REPORT.id,
        "evidence": (REPORT.span(0, 44),),
        "rule": "verb",
        "type": "ASSAULT",
        "cue": (REPORT.span(16, 23),),
    }
    return Event(**(given | changes))


def figure(**changes: Any) -> Figure:
    """Those who fled."""
    evidence = (REPORT.span(46, 61),)
    return Figure(document=REPORT.id, evidence=evidence, rule="number", counts="displaced", **changes)


# Ids: whoever changes one breaks every judgement that was made on it ----------------


def test_ids_never_change() -> None:
    assert REPORT.id == "doc-1592ae524a73a69f"
    assert event().id == "event-66075d50e2958a90"


def test_an_id_is_of_what_is_said_not_of_how_it_was_found() -> None:
    found = event()
    others = [
        event(rule="another", score=0.5),
        event(initiators=(Link(span=REPORT.span(0, 15), mention="mention-1", actor="actor-1"),)),
        event(status="denied", happened=When(earliest="1987-03-02"), according_to=(Link(document=REPORT.id),)),
        event(evidence=(REPORT.span(0, 23),)),
    ]
    assert {one.id for one in others} == {found.id}
    assert all(one != found for one in others)


@pytest.mark.parametrize("change", [{"type": "COERCE"}, {"cue": (REPORT.span(0, 6),)}])
def test_something_else_said_has_another_id(change: dict[str, Any]) -> None:
    assert event(**change).id != event().id


def test_the_same_words_in_another_report_have_another_id() -> None:
    other = replace(REPORT, declared="y")
    assert other.id != REPORT.id
    moved = event(document=other.id, evidence=(other.span(0, 44),), cue=(other.span(16, 23),))
    assert moved.id != event().id


def test_a_document_is_its_words_and_its_source_not_its_header() -> None:
    assert replace(REPORT, title="Shelling", published=When(earliest="1987-03-02"), source="b.txt").id == REPORT.id


# Evidence ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "evidence", [(), (Span(document="doc-other", start=0, end=6, text="Troops"),)], ids=["none", "of another document"]
)
def test_evidence_is_required(evidence: tuple[Span, ...]) -> None:
    with pytest.raises(ValueError, match="evidence"):
        event(evidence=evidence)


@pytest.mark.parametrize(
    ("start", "end", "text"), [(3, 3, ""), (-1, 1, "ab"), (5, 3, "ab"), (0, 3, "ab"), (0, 1, "ab")]
)
def test_a_span_holds_its_words(start: int, end: int, text: str) -> None:
    with pytest.raises(ValueError, match="does not hold"):
        Span(document=REPORT.id, start=start, end=end, text=text)


@pytest.mark.parametrize(
    "change", [{"type": "WAR"}, {"status": "rumoured"}, {"score": 1.5}, {"score": -0.1}, {"score": float("nan")}]
)
def test_a_word_or_score_that_is_none_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="event with"):
        event(**change)


def test_a_figure_is_a_quantity() -> None:
    assert figure(low=40, high=40).quantity.low == 40
    with pytest.raises(ValueError, match="more than"):
        figure(low=41, high=40)


def test_a_time_is_an_interval() -> None:
    given: dict[str, Any] = {
        "document": REPORT.id,
        "evidence": (REPORT.span(38, 44),),
        "rule": "r",
        "timex": Timex(type="DATE", value="XXXX"),
    }
    assert Time(earliest="1987-03-02", latest="1987-03-02", **given).when.is_day
    with pytest.raises(ValueError, match="is after"):
        Time(earliest="1987-03-03", latest="1987-03-02", **given)


# The world ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make",
    [lambda: Happening(type="ASSAULT", events=()), lambda: Truce(members=()), lambda: Story(documents=(), topic="")],
)
def test_what_is_made_of_nothing_is_refused(make: Any) -> None:
    with pytest.raises(ValueError, match="made of nothing"):
        make()


def test_the_id_of_a_happening_does_not_hang_on_the_order_of_its_events() -> None:
    one = Happening(type="ASSAULT", events=("event-2", "event-1"))
    other = Happening(type="ASSAULT", events=("event-1", "event-2"))
    assert one.id == other.id


def test_a_world_fills_in_who_is_meant() -> None:
    words = REPORT.span(10, 15)
    mention = Mention(document=REPORT.id, evidence=(words,), rule="r", form="name", reading="actor", name="Torin")
    torin = Actor(key="torin", name="Torin", type="state", mentions=(mention.id,))
    world = World(actors=(torin,), links={mention.id: torin.id})
    unfilled = event(initiators=(Link(span=words, mention=mention.id),), recipients=(Link(mention="mention-0"),))
    filled = world.filled(unfilled)
    assert filled.initiators[0].actor == torin.id
    assert filled.recipients[0].actor is None
    assert filled.id == unfilled.id
    assert unfilled.initiators[0].actor is None


def test_findings_are_named_by_what_they_hold() -> None:
    problem = Problem(source="a.txt", component="read", message="empty")
    assert problem.id == replace(problem).id != replace(problem, message="no text").id
    made = Judgement(action="merge", subjects=("mention-1", "mention-2"), who="ana", why="same", when="1987-03-02")
    assert replace(made, who="ben").id != made.id == replace(made).id
