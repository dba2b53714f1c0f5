"""What a person decides of records becomes a judgement that names lasting words."""

from pathlib import Path

import pytest

from rashomon.case import Case
from rashomon.errors import SetupError
from rashomon.model.annotation import Event, Mention
from rashomon.model.finding import Judgement
from rashomon.store import MemoryArchive

REPORTS = (
    "KORR, March 10, 2031 (Corran) - Kenya shelled Tarn on Monday, killing four soldiers. Ghana denied it. Many\n"
    "people of the town have left their houses, and those who stayed are without water and bread since the morning.\n",
    "KORR, March 12, 2031 (Corran) - Ghana shelled Velm on Tuesday. Ana Orlo of Kenya met Ivo Brand of Ghana. It was\n"
    "the first time that the two have seen each other after the war, and it was over within the hour.\n",
)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    for number, text in enumerate(REPORTS):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    made = Case(MemoryArchive())
    made.read(tmp_path)
    return made


def judge(case: Case, action: str, *ids: str, **more: object) -> Judgement:
    return case.judge(action, *ids, who="ana", why="read it", **more)  # type: ignore[arg-type]


def events(case: Case, words: str) -> list[Event]:
    return [one for one in case.view.events if words in one.evidence[0].text]


def test_an_actor_is_told_by_its_id_and_a_mention(case: Case) -> None:
    ids = [one.id for one in case.view.world.actors if one.name in ("Ana Orlo", "Ivo Brand")]
    made = judge(case, "merge", *ids)
    mentions = {one.id: one for one in case.view.mentions}
    assert set(ids) < set(made.subjects)
    assert {mentions[one].name for one in made.subjects if one in mentions} == {"Ana Orlo", "Ivo Brand"}
    assert len([one for one in case.view.world.actors if one.name in ("Ana Orlo", "Ivo Brand")]) == 1


def test_a_happening_is_told_by_its_events(case: Case) -> None:
    first, second = case.view.world.happenings[:2]
    made = judge(case, "merge", first.id, second.id)
    assert set(made.subjects) == {*first.events, *second.events}
    assert any(set(one.events) == set(made.subjects) for one in case.view.world.happenings)


@pytest.mark.parametrize("kind", ["statement", "event", "figure", "happening", "actor", "mention"])
def test_what_is_rejected_leaves_all_tables_until_it_is_accepted_or_undone(case: Case, kind: str) -> None:
    def ids() -> set[str]:
        return {one.id for one in case.records()}

    before = ids()
    one = next(one for one in case.records() if one.kind == kind)
    made = judge(case, "reject", one.id)
    assert one.id not in ids()
    assert not any(
        row.id == one.id for name in ("actors", "timeline", "statements", "figures") for row in case.table(name).rows
    )
    undo = judge(case, "undo", made.id)
    assert ids() == before | {made.id, undo.id}


def test_a_correction_shows_in_tables_and_export(case: Case) -> None:
    (shelled,) = events(case, "Kenya shelled Tarn")
    judge(case, "correct", shelled.id, field="status", value="alleged")
    judge(case, "correct", shelled.id, field="initiators", value="Ghana")
    (again,) = events(case, "Kenya shelled Tarn")
    assert (again.id, again.status, case.view.names(again.initiators)) == (shelled.id, "alleged", "Ghana")
    (own,) = [one.id for one in case.view.world.happenings if shelled.id in one.events]
    row = next(row for row in case.table("timeline").rows if row.id == own)
    assert row.cells["status"] == "alleged" and "Ghana" in str(row.cells["participants"])
    assert case.record(shelled.id) == again
    assert [one.field for one in case.judged(again)] == ["status", "initiators"]


def test_an_actor_in_a_correction_is_kept_by_id_and_name(case: Case) -> None:
    figure = next(one for one in case.view.figures if one.counts == "killed")
    made = judge(case, "correct", figure.id, field="side", value="ghana")
    (ghana,) = [one for one in case.view.world.actors if one.name == "Ghana"]
    assert made.value == f"{ghana.id} Ghana"
    judge(case, "correct", figure.id, field="amount", value="at least 5")
    again = next(one for one in case.view.figures if one.id == figure.id)
    assert (again.low, again.high, again.bound, again.side[0].actor) == (5, None, "at least", ghana.id)


def test_all_alike_are_those_of_the_same_rule_and_words(case: Case) -> None:
    one, other = events(case, "shelled")
    assert one.rule == other.rule
    made = judge(case, "correct", one.id, field="type", value="COERCE", all_alike=True)
    assert set(made.subjects) == {one.id, other.id}
    assert {again.type for again in events(case, "shelled")} == {"COERCE"}
    (undone,) = [judge(case, "undo", made.id)]
    assert undone.subjects == (made.id,) and {again.type for again in events(case, "shelled")} == {"ASSAULT"}


def test_judgements_survive_reading_again(case: Case, tmp_path: Path) -> None:
    mention = next(one for one in case.view.mentions if isinstance(one, Mention) and one.name == "Ana Orlo")
    judge(case, "reject", mention.id)
    case.archive.add(case.archive.document(mention.document), ())  # as if nothing had been found
    case.decide()
    case.read(tmp_path)
    assert mention.id not in {one.id for one in case.view.mentions}


@pytest.mark.parametrize(
    ("action", "kinds", "more", "reason"),
    [
        ("merge", ["actor"], {}, "two or more"),
        ("merge", ["actor", "happening"], {}, "two or more"),
        ("split", ["actor"], {}, "split takes the mentions"),
        ("undo", ["actor"], {}, "undo takes the id of a judgement"),
        ("resolve", ["actor"], {}, "resolve takes a difference"),
        ("reject", ["actor"], {"all_alike": True}, "no one rule"),
        ("correct", ["event"], {"field": "status", "value": "maybe"}, "'maybe' is none of"),
        ("correct", ["event"], {"field": "colour", "value": "red"}, "no field 'colour'"),
        ("correct", ["event"], {"field": "initiators", "value": "Nobody"}, "no actor is called 'Nobody'"),
        ("correct", ["mention"], {"field": "actor", "value": ""}, "no actor is called"),
        ("correct", ["document"], {"field": "title", "value": "x"}, "a document cannot be corrected"),
    ],
)
def test_what_cannot_be_decided_is_refused_on_one_line(
    case: Case, action: str, kinds: list[str], more: dict[str, object], reason: str
) -> None:
    ids = [next(one.id for one in case.records() if one.kind == kind) for kind in kinds]
    with pytest.raises(SetupError) as error:
        judge(case, action, *ids, **more)
    assert reason in str(error.value) and "\n" not in str(error.value)
    assert not case.judgements()


def test_a_judgement_needs_who_and_why(case: Case) -> None:
    (one, *_) = case.view.events
    with pytest.raises(SetupError, match="who decides and why"):
        case.judge("reject", one.id, who="ana", why=" ")
