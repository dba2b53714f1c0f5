"""Accounts that a report sets beside each other: answers, blame both ways, two doers, turns, corrections, names."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.corroborations import corroborations
from rashomon.analyse.differences import differences
from rashomon.model.annotation import Event, Link, Statement
from rashomon.model.values import When

Make = Callable[[], Any]


def closing(case: Any, document: Any, words: str, doer: str, of: str | None, by: str | None, **more: Any) -> Event:
    """Somebody shuts something: told by a voice, or by the report itself."""
    chain = (case.link(document, by),) if by else ()
    one = Event(
        document=document.id, evidence=(case.words(document, words),), cue=(case.words(document, more.pop("cue")),),
        rule="test", type="COERCE", status="attributed" if by else "asserted", initiators=(case.link(document, doer),),
        recipients=(Link(span=case.words(document, of)),) if of else (),
        according_to=(*chain, Link(document=document.id)), **more,
    )  # fmt: skip
    case.keep(one)
    return one


def two_doers(bench: Make, second: str, doer: str, **more: Any) -> Any:
    case = bench()
    one = case.report(f"Osk shut the sluice at Harn. Velm says that {second}.")
    closing(case, one, "Osk shut the sluice", "Osk", None, None, cue="shut")
    closing(case, one, second, doer, "it", "Velm", cue="closed", **more)
    return differences(case.view())


def test_one_act_of_two_doers_is_a_contradiction(bench: Make) -> None:
    (found,) = two_doers(bench, "villagers closed it", "villagers")
    assert (found.type, found.check) == ("contradiction", "one_deed_two_doers")


def test_two_acts_of_two_days_are_no_contradiction(bench: Make) -> None:
    case = bench()
    one = case.report("Osk shut the sluice on Monday. Velm says that villagers closed it.")
    days = [When(earliest=day, latest=day, granularity="day", basis="test") for day in ("2031-03-02", "2031-03-09")]
    closing(case, one, "Osk shut the sluice", "Osk", None, None, cue="shut", happened=days[0])
    closing(case, one, "villagers closed it", "villagers", "it", "Velm", cue="closed", happened=days[1])
    assert differences(case.view()) == []


def test_another_thing_that_was_closed_is_no_contradiction(bench: Make) -> None:
    case = bench()
    one = case.report("Osk shut the sluice at Harn. Velm says that villagers closed the road.")
    closing(case, one, "Osk shut the sluice", "Osk", None, None, cue="shut")
    closing(case, one, "villagers closed the road", "villagers", "the road", "Velm", cue="closed")
    assert differences(case.view()) == []


def test_one_voice_that_tells_of_two_doers_contradicts_nobody(bench: Make) -> None:
    case = bench()
    one = case.report("Velm says that Osk shut the sluice and that villagers closed it again.")
    closing(case, one, "Osk shut the sluice", "Osk", None, "Velm", cue="shut")
    closing(case, one, "villagers closed it again", "villagers", "it", "Velm", cue="closed")
    assert differences(case.view()) == []


def test_an_answer_is_set_against_what_was_said_just_before(bench: Make) -> None:
    case = bench()
    one = case.report('Osk says jets of Velm dropped gas on Harn. "We have no such weapons," Velm says.')
    told = case.statement(one, "Osk", "jets of Velm dropped gas on Harn")
    answer = case.statement(one, "Velm", "We have no such weapons")
    (found,) = differences(case.view())
    assert found.type == "denial" and [side.records for side in found.sides] == [(told.id,), (answer.id,)]


def test_what_shall_not_be_answers_nothing(bench: Make) -> None:
    case = bench()
    one = case.report("Osk says jets of Velm are over Harn. Velm says there will be no talks.")
    case.statement(one, "Osk", "jets of Velm are over Harn")
    case.statement(one, "Velm", "there will be no talks")
    assert differences(case.view()) == []


def test_each_side_blames_the_other_in_one_sentence(bench: Make) -> None:
    case = bench()
    one = case.report("Each side accused the other of firing first.")
    case.statement(one, "Each side", "firing first", act="accuse")
    case.keep(
        Event(
            document=one.id, evidence=(case.words(one, "Each side accused the other of firing first."),),
            cue=(case.words(one, "accused"),), rule="test", type="ACCUSE",
            initiators=(Link(span=case.words(one, "Each side")),), according_to=(Link(document=one.id),),
        )
    )  # fmt: skip
    (found,) = differences(case.view())
    assert (found.type, len(found.sides)) == ("mutual blame", 2)


def test_a_sentence_tells_where_a_party_stood_and_stands(bench: Make) -> None:
    case = bench()
    one = case.report("Osk, which in May swore that no troops were there, told the court in June that they were.")
    case.link(one, "Osk")
    (found,) = differences(case.view())
    assert (found.type, found.check) == ("change of position", "turned_in_a_sentence")
    assert [side.says for side in found.sides] == [
        "in May swore that no troops were there", "told the court in June that they were.",
    ]  # fmt: skip


def test_what_somebody_did_before_is_no_turn(bench: Make) -> None:
    case = bench()
    one = case.report("Osk, which in 1990 built the dam across the river, said on Monday that it was safe.")
    case.link(one, "Osk")
    assert differences(case.view()) == []


def test_a_paper_takes_back_what_it_printed(bench: Make) -> None:
    case = bench()
    case.report("An earlier version of this report gave the day as Monday. It was Tuesday. The talks go on.")
    (found,) = differences(case.view())
    assert found.type == "error in source"
    assert [side.says for side in found.sides] == [
        "An earlier version of this report gave the day as Monday.", "It was Tuesday.",
    ]  # fmt: skip


@pytest.mark.parametrize(("years", "wrong"), [("ten", True), ("nineteen", False), ("twenty", False)])
def test_years_since_a_year_that_do_not_fit(bench: Make, years: str, wrong: bool) -> None:
    case = bench()
    case.report(f"In the {years} years since the armistice of 2012 nothing was built.", published="2031-05-01")
    assert [one.type for one in differences(case.view())] == ["error in source"] * wrong


def test_two_names_for_one_thing(bench: Make) -> None:
    case = bench()
    one = case.report("Osk calls the march a patrol; Velm speaks of an invasion.")
    case.statement(one, "Osk", "a patrol", cue=(case.words(one, "calls"),))
    case.statement(one, "Velm", "an invasion", cue=(case.words(one, "speaks of"),))
    (found,) = [each for each in differences(case.view()) if each.check == "called_otherwise"]
    assert found.type == "other framing" and len(found.sides) == 2


def test_what_one_office_told_another_confirms(bench: Make) -> None:
    case = bench()
    one = case.report("Osk spoke with Velm on Monday. Velm confirmed the call.")
    case.keep(
        Event(
            document=one.id, evidence=(case.words(one, "Osk spoke with Velm on Monday."),),
            cue=(case.words(one, "spoke"),), rule="test", type="CONSULT", initiators=(case.link(one, "Osk"),),
            recipients=(case.link(one, "Velm"),), according_to=(Link(document=one.id),),
        )
    )  # fmt: skip
    case.statement(one, "Velm", "the call", cue=(case.words(one, "confirmed"),))
    assert [len(found.members) for found in corroborations(case.view())] == [2]


def talk(bench: Make, second: str, act: str = "say", first: str = "it was cordial") -> list[str]:
    case = bench()
    one = case.report(f"Osk spoke with Velm on Monday. Osk said {first}. Velm said {second}.")
    case.keep(
        Event(
            document=one.id, evidence=(case.words(one, "Osk spoke with Velm on Monday."),),
            cue=(case.words(one, "spoke"),), rule="test", type="CONSULT", initiators=(case.link(one, "Osk"),),
            recipients=(case.link(one, "Velm"),), according_to=(Link(document=one.id),),
        )
    )  # fmt: skip
    case.statement(one, "Osk", first)
    case.statement(one, "Velm", second, act=act)
    return [each.check for each in differences(case.view())]


def test_a_talk_that_both_offices_tell_has_two_versions(bench: Make) -> None:
    assert talk(bench, "it was short") == ["versions"]


@pytest.mark.parametrize(("given_out", "made"), [(True, ["versions"]), (False, [])])
def test_an_office_gives_out_its_version_at_the_end_of_a_report(bench: Make, given_out: bool, made: list[str]) -> None:
    case = bench()
    between = "The harbour lay still, and nothing moved on the quays. " * 20
    one = case.report(f"Osk spoke with Velm. Osk said it was cordial. {between}Velm, the palace wrote, wanted boats.")
    talked = case.link(one, "Velm")
    case.keep(
        Event(
            document=one.id, evidence=(case.words(one, "Osk spoke with Velm."),), cue=(case.words(one, "spoke"),),
            rule="test", type="CONSULT", initiators=(case.link(one, "Osk"),), recipients=(talked,),
            according_to=(Link(document=one.id),),
        )
    )  # fmt: skip
    case.statement(one, "Osk", "it was cordial")
    palace = (case.link(one, "the palace", "Velm"),) * given_out
    case.statement(one, "Velm", "wanted boats", according_to=(talked, *palace, Link(document=one.id)))
    assert [each.check for each in differences(case.view())] == made


def test_a_charge_made_after_a_talk_is_no_version_of_it(bench: Make) -> None:
    assert "versions" not in talk(bench, "Osk was arming clans", act="accuse")


@pytest.mark.parametrize("told", ["Osk and Velm deplored the raid", "both called it cordial", "they would meet again"])
def test_what_both_say_of_their_talk_is_no_version_of_either(bench: Make, told: str) -> None:
    case = bench()
    one = case.report(f"Osk spoke with Velm on Monday. {told[:1].upper()}{told[1:]}. Osk said it was long.")
    osk, velm = case.link(one, "Osk"), case.link(one, "Velm")
    case.keep(
        Event(
            document=one.id, evidence=(case.words(one, "Osk spoke with Velm on Monday."),),
            cue=(case.words(one, "spoke"),), rule="test", type="CONSULT", initiators=(osk,), recipients=(velm,),
            according_to=(Link(document=one.id),),
        )
    )  # fmt: skip
    said = case.words(one, told.split()[-1])
    case.keep(Statement(document=one.id, evidence=(said,), rule="test", speaker=(osk, velm), content=(said,)))
    case.statement(one, "Osk", "it was long")
    assert "versions" not in [each.check for each in differences(case.view())]


@pytest.mark.parametrize("first", ["the harvest was poor", "boats were on their way", "Velm shelled the pier"])
def test_what_two_say_of_other_things_are_no_versions_of_their_talk(bench: Make, first: str) -> None:
    assert "versions" not in talk(bench, "rain was near", first=first)
