from collections.abc import Callable, Iterator
from typing import Any

from rashomon.analyse.brief import brief
from rashomon.analyse.differences import differences
from rashomon.analyse.view import View
from rashomon.export.report import to_text
from rashomon.model.finding import Difference, Judgement, Side


def test_a_denial_shows_both_sides(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk said monitors were promised. Velm denied it.", outlet="Daily", published="2031-03-02")
    claim = case.statement(one, "Osk", "monitors were promised")
    denial = case.statement(one, "Velm", "denied it", act="deny", of=claim.id)
    (found,) = differences(case.view())
    assert found.type == "denial"
    assert [side.records for side in found.sides] == [(claim.id,), (denial.id,)]
    assert [side.evidence[0].text for side in found.sides] == ["monitors were promised", "denied it"]
    assert "denied by Velm" in found.why and found.resolution is None


def test_a_denied_accusation_is_a_contested_allegation(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk accused Velm of shelling Tarn. Velm called that a lie.")
    claim = case.statement(one, "Osk", "shelling Tarn", act="accuse")
    case.statement(one, "Velm", "called that a lie", act="deny", of=claim.id)
    (found,) = differences(case.view())
    assert found.type == "contested allegation"


def test_nobody_contradicts_himself_by_denying_what_he_quotes(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk said the bridge stood. Later Osk denied that the bridge had fallen.")
    claim = case.statement(one, "Osk", "the bridge stood")
    case.statement(one, "Osk", "the bridge had fallen", act="deny", of=claim.id)
    assert differences(case.view()) == []


def test_a_denial_of_something_unknown_is_no_difference(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Velm denied everything.")
    case.statement(one, "Velm", "denied everything", act="deny")
    assert differences(case.view()) == []


def test_each_blames_the_other(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk says Velm fired first; Velm says Osk did.")
    case.statement(one, "Osk", "fired first", act="accuse", accused=(case.link(one, "Velm"),))
    case.statement(one, "Velm", "Osk did", act="accuse", accused=(case.link(one, "Osk"),))
    (found,) = differences(case.view())
    assert found.type == "mutual blame"
    assert len(found.sides) == 2


def test_two_who_accuse_a_third_do_not_blame_each_other(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk says Dorn armed them; Velm says Dorn paid them.")
    dorn = case.link(one, "Dorn")
    case.statement(one, "Osk", "armed them", act="accuse", accused=(dorn,))
    case.statement(one, "Velm", "paid them", act="accuse", accused=(dorn,))
    assert differences(case.view()) == []


def test_a_side_prints_who_by_their_words(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk said monitors were promised. Velm denied it.")
    claim = case.statement(one, "Osk", "monitors were promised")
    case.statement(one, "Velm", "denied it", act="deny", of=claim.id)
    (found,) = differences(case.view())
    assert [str(side.who) for side in found.sides] == ["Osk", "Velm"]


def test_a_person_resolves_a_difference_and_may_undo_it(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk said monitors were promised. Velm denied it.")
    claim = case.statement(one, "Osk", "monitors were promised")
    case.statement(one, "Velm", "denied it", act="deny", of=claim.id)
    (found,) = differences(case.view())
    decision = Judgement(
        action="resolve", subjects=(found.id,), who="me", why="the recording is out", when="2031-03-09T12:00:00"
    )
    case.archive.judge(decision)
    (resolved,) = differences(case.view())
    assert (resolved.id, resolved.resolution) == (found.id, "the recording is out (me, 2031-03-09)")
    undone = Judgement(action="undo", subjects=(decision.id,), who="me", why="wrong", when="2031-03-10T12:00:00")
    case.archive.judge(undone)
    assert differences(case.view())[0].resolution is None


def test_other_peoples_checks_are_asked_too(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk said sixteen years had passed.")
    claim = case.statement(one, "Osk", "sixteen years had passed")

    def arithmetic(view: View) -> Iterator[Difference]:
        side = Side(says="sixteen years", evidence=claim.evidence, records=(claim.id,))
        yield Difference(type="error in source", topic="years", sides=(side,), why="It was more.", check="arithmetic")

    view = View(case.view().archive, checks=[arithmetic])
    assert [found.type for found in differences(view)] == ["error in source"]
    assert "It was more." in to_text(brief(view))
