from collections.abc import Callable, Iterator
from typing import Any

import pytest

from rashomon.analyse.brief import brief
from rashomon.analyse.differences import differences
from rashomon.analyse.view import View
from rashomon.export.report import to_text
from rashomon.model.annotation import Event, Figure, Link
from rashomon.model.finding import Difference, Judgement, Side
from rashomon.model.values import When
from rashomon.model.world import Contact, Readout


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


def test_a_charge_called_names_is_denied_by_the_one_it_is_against(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk accused Velm of poisoning wells. Velm called the charge grotesque.")
    claim = case.statement(one, "Osk", "poisoning wells", act="accuse", accused=(case.link(one, "Velm"),))
    answer = case.statement(one, "Velm", "the charge grotesque", act="judge")
    (found,) = differences(case.view())
    assert found.type == "contested allegation"
    assert [side.records for side in found.sides] == [(claim.id,), (answer.id,)]


def test_a_charge_called_credible_is_not_denied(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk accused Velm of poisoning wells. Velm called the charge credible.")
    case.statement(one, "Osk", "poisoning wells", act="accuse", accused=(case.link(one, "Velm"),))
    case.statement(one, "Velm", "the charge credible", act="judge")
    assert differences(case.view()) == []


def test_who_neither_confirms_nor_denies_denies_nothing(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk said the ferry sank. Velm has not confirmed that the ferry sank.")
    case.statement(one, "Osk", "the ferry sank")
    case.statement(one, "Velm", "has not confirmed that the ferry sank", act="deny")
    assert differences(case.view()) == []


def test_a_deed_is_denied_in_other_words_of_the_same_matter(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk said Velm had supplied rockets to the islanders.", outlet="Daily", published="2031-03-02")
    other = case.report("Velm said no munitions were ever delivered to the islanders.", outlet="Post",
                        published="2031-03-04")  # fmt: skip
    case.statement(one, "Osk", "Velm had supplied rockets to the islanders")
    case.statement(other, "Velm", "no munitions were ever delivered to the islanders")
    (found,) = differences(case.view())
    assert found.type == "contested allegation" and len(found.sides) == 2


@pytest.mark.parametrize(
    ("told", "denied", "found"),
    [
        pytest.param("2031-03-02", "2031-03-04", 1, id="told before"),
        pytest.param("2031-03-20", "2031-03-04", 0, id="told only weeks after"),
        pytest.param("2030-03-02", "2031-03-04", 0, id="told a year before"),
        pytest.param(None, "2031-03-04", 1, id="nobody knows when told"),
    ],
)
def test_what_is_denied_elsewhere_was_told_by_then(
    bench: Callable[[], Any], told: str | None, denied: str, found: int
) -> None:
    case = bench()
    one = case.report("Osk said Velm had supplied rockets to the islanders.", outlet="Daily", published=told)
    other = case.report("Velm said no rockets were ever supplied to the islanders.", outlet="Post", published=denied)
    case.statement(one, "Osk", "Velm had supplied rockets to the islanders")
    case.statement(other, "Velm", "no rockets were ever supplied to the islanders")
    assert len(differences(case.view())) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param("the ferry landing was mined by rebels, that nobody was hurt", 0, id="another thing is negated"),
        pytest.param("it had not mined the ferry landing, that rebels came by night", 1, id="the very thing is"),
    ],
)
def test_in_a_large_case_a_denial_is_of_what_its_negated_words_speak_of(
    bench: Callable[[], Any], said: str, found: int
) -> None:
    case = bench()
    for number in range(400):
        other = case.report(f"Tarn said mill {number} was closed.", outlet=f"Paper {number}", published="2031-01-02")
        case.statement(other, "Tarn", f"mill {number} was closed")
    one = case.report("Osk said Velm had mined the ferry landing.", outlet="Daily", published="2031-03-02")
    two = case.report(f"Velm said {said}.", outlet="Post", published="2031-03-04")
    case.statement(one, "Osk", "Velm had mined the ferry landing")
    case.statement(two, "Velm", said)
    assert len([each for each in differences(case.view()) if each.type == "denial"]) == found


@pytest.mark.parametrize(
    ("denied", "found"),
    [
        pytest.param("repeated requests to enter the camp at Tarn", 0, id="a request"),
        pytest.param("any such entry into the camp at Tarn", 1, id="a tale"),
    ],
)
def test_who_denies_a_request_denies_no_tale(bench: Callable[[], Any], denied: str, found: int) -> None:
    case = bench()
    one = case.report(f"Osk said Velm had entered the camp at Tarn. Velm denied {denied}.", published="2031-03-02")
    case.statement(one, "Osk", "Velm had entered the camp at Tarn")
    case.statement(one, "Velm", denied, act="deny")
    assert len(differences(case.view())) == found


def test_what_shall_not_be_denies_no_fact(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk said Velm had supplied rockets to the islanders.", outlet="Daily", published="2031-03-02")
    other = case.report("Velm says it will not supply rockets to the islanders.", outlet="Post",
                        published="2031-03-04")  # fmt: skip
    case.statement(one, "Osk", "Velm had supplied rockets to the islanders")
    case.statement(other, "Velm", "it will not supply rockets to the islanders")
    assert differences(case.view()) == []


def test_a_denial_of_any_part_in_it_is_of_the_charge_just_before(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk accused its neighbour of arming the clans. The palace in Tolm denied any part in it.")
    case.statement(one, "Osk", "arming the clans", act="accuse")
    case.statement(one, "palace", "any part in it", act="deny", name="the palace")
    (found,) = differences(case.view())
    assert found.type == "contested allegation"


def test_a_denial_of_any_part_in_it_is_of_no_charge_against_another(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk accused Tarn of arming the clans. Velm denied any part in it.")
    case.statement(one, "Osk", "arming the clans", act="accuse", accused=(case.link(one, "Tarn"),))
    case.statement(one, "Velm", "any part in it", act="deny")
    assert differences(case.view()) == []


def _figure(case: Any, document: Any, words: str, by: str, **more: Any) -> Figure:
    span = case.words(document, words)
    chain = (case.link(document, by), Link(document=document.id))
    one = Figure(document=document.id, evidence=(span,), rule="test", according_to=chain, bound="exact", **more)
    case.keep(one)
    return one


def test_losses_that_their_side_says_it_did_not_have_are_denied(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk said it took three soldiers of Velm. Velm said there are no prisoners.")
    velm = (case.link(one, "Velm"),)
    took = _figure(case, one, "three soldiers", "Osk", counts="captured", low=3, high=3, side=velm)
    none = _figure(case, one, "no prisoners", "Velm", counts="captured", low=0, high=0, side=velm)
    (found,) = differences(case.view())
    assert (found.type, found.check) == ("denial", "losses_denied")
    assert [side.records for side in found.sides] == [(took.id,), (none.id,)]


def _attack(case: Any, document: Any, words: str, by: str, doer: str, day: str, rule: str = "test") -> Event:
    span = case.words(document, words)
    when = When(earliest=day, latest=day, granularity="day", basis="test")
    one = Event(document=document.id, evidence=(span,), cue=(span,), rule=rule, type="ASSAULT", status="attributed",
                initiators=(case.link(document, doer),), happened=when,
                according_to=(case.link(document, by), Link(document=document.id)))  # fmt: skip
    case.keep(one)
    return one


def test_two_reports_that_each_lay_one_breach_at_the_other_s_door(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("According to Osk, Velm broke the truce.", outlet="Daily")
    other = case.report("Velm has it that Osk violated the truce.", outlet="Post")
    _attack(case, one, "broke the truce", "Osk", "Velm", "2031-03-02", rule="event: truce broken")
    _attack(case, other, "violated the truce", "Velm", "Osk", "2031-03-02", rule="event: truce broken")
    (found,) = differences(case.view())
    assert found.type == "mutual blame" and len(found.sides) == 2


def test_breaches_of_two_days_are_no_mutual_blame(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("According to Osk, Velm broke the truce.", outlet="Daily")
    other = case.report("Velm has it that Osk violated the truce.", outlet="Post")
    _attack(case, one, "broke the truce", "Osk", "Velm", "2031-03-02", rule="event: truce broken")
    _attack(case, other, "violated the truce", "Velm", "Osk", "2031-03-20", rule="event: truce broken")
    assert differences(case.view()) == []


def test_a_turn_that_the_report_tells_itself_is_a_change_of_position(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk, which had vowed to keep the pass shut, will open it after all.")
    case.statement(one, "Osk", "to keep the pass shut", act="promise")
    case.statement(one, "Osk", "will open it", act="promise")
    (found,) = differences(case.view())
    assert (found.type, found.check) == ("change of position", "turns_told")


def test_two_stands_of_one_party_without_a_turn_are_none(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk promised to keep the pass shut and promised to open the bridge.")
    case.statement(one, "Osk", "to keep the pass shut", act="promise")
    case.statement(one, "Osk", "to open the bridge", act="promise")
    assert differences(case.view()) == []


def test_one_call_told_by_both_sides_is_another_framing(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Osk said the call was cordial. Velm said it was a lecture.")
    a = case.statement(one, "Osk", "the call was cordial")
    b = case.statement(one, "Velm", "it was a lecture")
    sides = [Readout(by=case.filled(said.speaker[0]), statements=(said.id,)) for said in (a, b)]
    call = Contact(type="phone", happening="h", participants=tuple(one.by for one in sides), readouts=tuple(sides))
    case.world(contacts=(call,))
    (found,) = differences(case.view())
    assert (found.type, found.check) == ("other framing", "readouts")
