import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.annotation import Event, Figure, Link
from rashomon.model.case_file import CaseFile, Party
from rashomon.model.corrections import FIELDS, ActorNames, check, quantity, when
from rashomon.model.decisions import Decisions, in_force
from rashomon.model.finding import Action, Judgement
from rashomon.model.text import Document
from rashomon.model.values import Quantity, When
from rashomon.model.world import Actor, World

REPORT = Document(text="Osk shelled Tarn on 9 March, killing 4 soldiers.", source="x")
OSK = Actor(key="state:osk", name="Osk", type="state", names=("Osk", "Oska"))
VELM = Actor(key="state:velm", name="Velm", type="state", names=("Velm",))
ACTORS = ActorNames([OSK, VELM])


def judged(
    action: Action, *subjects: str, minute: int = 0, field: str | None = None, value: str | None = None
) -> Judgement:
    return Judgement(
        action=action, subjects=subjects, who="ana", why="read it", when=f"2031-04-01T10:{minute:02}",
        field=field, value=value,
    )  # fmt: skip


def event(**more: object) -> Event:
    made = {"type": "ASSAULT", "happened": When(earliest="2031-03-09", latest="2031-03-09"), **more}
    return Event(document=REPORT.id, evidence=(REPORT.span(0, 16),), rule="test", **made)  # type: ignore[arg-type]


def figure() -> Figure:
    return Figure(document=REPORT.id, evidence=(REPORT.span(29, 47),), rule="test", counts="killed", low=4, high=4)


def corrected(record: Event | Figure, field: str, value: str) -> Event | Figure:
    return Decisions([judged("correct", record.id, field=field, value=value)]).amended(record, ACTORS)


def test_an_undoing_can_be_undone_even_within_one_moment() -> None:
    first = judged("reject", "event-1")
    undo = judged("undo", first.id)
    again = judged("undo", undo.id)
    for order in ([first, undo, again], [again, undo, first]):
        assert in_force(order) == [first]
    assert in_force([first, undo]) == []
    assert in_force([again]) == []


@given(st.lists(st.integers(0, 4), max_size=12), st.randoms())
def test_what_was_undone_as_often_as_done_does_not_hold(targets: list[int], random: object) -> None:
    """Undoings of undoings, however they nest and in whatever order they are listed: each turns its subject over."""
    chain = [judged("reject", f"event-{n}") for n in range(5)]
    alive = {one.id: True for one in chain}
    parts = list(chain)
    tips = dict(enumerate(chain))
    for step, target in enumerate(targets):
        undo = judged("undo", tips[target].id, minute=step)
        tips[target] = undo
        alive[chain[target].id] = not alive[chain[target].id]
        parts.append(undo)
    random.shuffle(parts)  # type: ignore[attr-defined]
    assert {one.id for one in in_force(parts)} == {id for id, holds in alive.items() if holds}


def test_the_last_verdict_counts() -> None:
    reject, accept = judged("reject", "event-1"), judged("accept", "event-1", minute=1)
    assert Decisions([reject]).rejected == {"event-1"}
    assert Decisions([reject, accept]).rejected == frozenset()
    assert list(Decisions([reject, accept]).accepted) == ["event-1"]
    assert Decisions([reject, accept, judged("undo", accept.id)]).rejected == {"event-1"}


@pytest.mark.parametrize(
    ("record", "field", "value", "name", "expected"),
    [
        (event(), "status", "denied", "status", "denied"),
        (event(), "type", "COERCE", "type", "COERCE"),
        (event(), "background", "yes", "background", True),
        (event(), "mode", "", "mode", None),
        (event(), "initiators", "Oska", "initiators", (Link(actor=OSK.id),)),
        (event(), "initiators", f"{VELM.id} Velm; Osk", "initiators", (Link(actor=VELM.id), Link(actor=OSK.id))),
        (event(), "recipients", "actor-gone Velm", "recipients", (Link(actor=VELM.id),)),
        (event(), "initiators", "", "initiators", ()),
        (figure(), "category", "military", "category", "military"),
        (figure(), "amount", "40-50", "quantity", Quantity(low=40, high=50)),
        (figure(), "amount", "undisclosed", "quantity", Quantity(bound="undisclosed")),
        (figure(), "side", "Velm", "side", (Link(actor=VELM.id),)),
    ],
)
def test_a_correction_sets_one_field_and_keeps_the_id(
    record: Event | Figure, field: str, value: str, name: str, expected: object
) -> None:
    made = corrected(record, field, value)
    assert getattr(made, name) == expected and made.id == record.id
    assert World().filled(made).id == record.id


def test_a_corrected_time_says_by_whom() -> None:
    made = corrected(event(), "happened", "2031-03")
    assert isinstance(made, Event)
    assert (made.happened.earliest, made.happened.latest, made.happened.granularity) == (
        "2031-03-01",
        "2031-03-31",
        "month",
    )
    assert made.happened.basis == "corrected by ana on 2031-04-01"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "wrong"),
        ("nosuch", "x"),
        ("happened", "someday"),
        ("initiators", "Nobody"),
        ("rule", "mine"),
        ("id", "x"),
    ],
)
def test_a_correction_that_does_not_fit_changes_nothing_and_is_refused_beforehand(field: str, value: str) -> None:
    assert corrected(event(), field, value) == event()
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        check("event", field, value, ACTORS)


@given(st.sampled_from(sorted(FIELDS["event"])), st.text(max_size=30))
def test_whatever_stands_in_a_judgement_never_breaks_a_record(field: str, value: str) -> None:
    assert corrected(event(), field, value).id == event().id


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031-03-11T06:00", "2031-03-11T06:00", "2031-03-11T06:00"),
        ("2031-03..2031-04", "2031-03-01", "2031-04-30"),
        ("..2031-04-02", None, "2031-04-02"),
        ("2031-04-02..", "2031-04-02", None),
        ("unknown", None, None),
    ],
)
def test_times_as_a_person_writes_them(text: str, first: str | None, last: str | None) -> None:
    assert (when(text).earliest, when(text).latest) == (first, last)


@pytest.mark.parametrize("text", ["", "..", "2031-13", "2031-02-30", "11 March", "٢٠٣١", "2031-04..2031-03", "0000-01"])
def test_no_times(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        when(text)


@pytest.mark.parametrize("text", ["", "many", "50-40", "at least 40-50", "-3", "1e9", "9" * 80, "٤"])
def test_no_amounts(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        quantity(text)


def test_what_lies_outside_the_dates_of_the_conflict_is_background() -> None:
    told = CaseFile(window=When(earliest="2031-03-01", latest="2031-04-30"))
    decisions = Decisions([judged("case file", value=told.to_json())])

    def is_background(first: str | None, last: str | None) -> bool:
        return decisions.amended(event(happened=When(earliest=first, latest=last)), ACTORS).background

    assert is_background("2030-01-01", "2031-02-28") and is_background("2031-05-01", None)
    assert not is_background("2031-02-01", "2031-03-01")  # it may have been inside
    assert not is_background(None, None)
    old = event(happened=When(earliest="2030-01-01", latest="2030-01-01"))
    own = judged("correct", old.id, field="background", value="no")
    assert not Decisions([*decisions.all, own]).amended(old, ACTORS).background


def test_the_case_file_told_last_holds_and_can_be_undone() -> None:
    first, second = (CaseFile(parties=(Party(name=name),)) for name in ("Osk", "Velm"))
    one = judged("case file", value=first.to_json())
    two = judged("case file", value=second.to_json(), minute=1)
    broken = judged("case file", value="{", minute=2)
    assert Decisions([one, two]).case_file == second
    assert Decisions([one, two, broken]).case_file == second
    assert Decisions([one, two, judged("undo", two.id, minute=3)]).case_file == first
    assert Decisions([judged("case file", value="[" * 100_000)]).case_file == CaseFile()
