"""Tellings of one matter by two voices, found by what they share and not by a denial's own words."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.differences import differences
from rashomon.analyse.differences.disputes import disputes
from rashomon.analyse.differences.matter import Matters
from rashomon.model.annotation import Event, Link
from rashomon.model.world import Actor

Make = Callable[[], Any]


def harm(case: Any, document: Any, words: str, cue: str, doer: str, suffers: str) -> None:
    """The report tells that one side harms another."""
    case.keep(
        Event(
            document=document.id, evidence=(case.words(document, words),), cue=(case.words(document, cue),),
            rule="test", type="ASSAULT", initiators=(case.link(document, doer),),
            recipients=(case.link(document, suffers),), according_to=(Link(document=document.id),),
        )
    )  # fmt: skip


def told(bench: Make, first: str, second: str, *, acts: tuple[Any, Any] = ("say", "say"), verb: str = "said") -> Any:
    """Two parties at war, each of which says something, one after the other in a report."""
    case = bench()
    one = case.report(
        f"Osk attacked Velm. The ministry of Osk said that {first}. The staff of Velm {verb} that {second}."
    )
    harm(case, one, "Osk attacked Velm", "attacked", "Osk", "Velm")
    case.statement(one, "The ministry of Osk", first, act=acts[0], name="Osk")
    case.statement(
        one, "The staff of Velm", second, act=acts[1], name="Velm", cue=(case.words(one, f" {verb} that {second}"),)
    )
    return case.view()


def kinds(view: Any) -> list[tuple[str, str]]:
    return [(one.type, one.check) for one in disputes(view)]


def test_what_the_enemy_says_was_not_so_is_denied(bench: Make) -> None:
    view = told(bench, "the garrison left the fort of Harn", "nobody left the fort of Harn")
    assert kinds(view) == [("denial", "disputes")]


def test_sides_that_each_hold_another_tale_of_one_matter_tell_it_otherwise(bench: Make) -> None:
    view = told(
        bench, "rockets from the hills sank the ferry Alma", "the ferry Alma went down by itself", verb="insisted"
    )
    assert kinds(view) == [("other framing", "disputes")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the garrison left the fort of Harn", "no fewer than nine left the fort of Harn"),
        ("the garrison left the fort of Harn", "nobody will leave the fort of Harn"),
        ("the garrison left the fort of Harn", "the harvest was poor this year"),
        ("rockets sank the ferry off Harn", "a mine sank the ferry off Harn"),
    ],
    ids=["no negation", "to come", "another matter", "held against nobody"],
)
def test_what_does_not_speak_against_is_no_dispute(bench: Make, first: str, second: str) -> None:
    assert kinds(told(bench, first, second)) == []


def test_one_voice_disputes_nothing_with_itself(bench: Make) -> None:
    case = bench()
    one = case.report("Osk said that the garrison left the fort. Osk said that nobody left the fort.")
    case.statement(one, "Osk", "the garrison left the fort")
    case.statement(one, "Osk", "nobody left the fort")
    assert kinds(case.view()) == []


def test_what_another_check_set_against_something_is_no_guess_any_more(bench: Make) -> None:
    view = told(bench, "the garrison left the fort of Harn", "anybody left the fort of Harn", acts=("say", "deny"))
    assert [one.check for one in differences(view)] == ["denials"]


def test_a_telling_further_off_is_less_sure(bench: Make) -> None:
    case = bench()
    between = "It rained all day in the hills. " * 8
    one = case.report(f"Osk said that the fort fell. Velm said the fort never fell. {between}Irn said the fort stood.")
    some = [
        case.statement(one, *words)
        for words in (("Osk", "the fort fell"), ("Velm", "the fort never fell"), ("Irn", "the fort stood"))
    ]
    matters = Matters(case.view())
    near, far = (matters.surely(matters.tellings[0], matters.tellings[n]) for n in (1, 2))
    assert len(some) == 3
    assert near > far


def test_the_accused_with_a_version_of_its_own_contests_the_charge(bench: Make) -> None:
    case = bench()
    one = case.report(
        "Osk attacked Velm. Velm accused Osk of mining the road to Harn. Osk said the road to Harn had slid."
    )
    harm(case, one, "Osk attacked Velm", "attacked", "Osk", "Velm")
    case.statement(one, "Velm", "mining the road to Harn", act="accuse", accused=(case.link(one, "Osk"),))
    case.statement(one, "Osk", "the road to Harn had slid")
    assert kinds(case.view()) == [("contested allegation", "disputes")]


def test_a_charge_against_another_is_not_contested_by_who_stands_beside(bench: Make) -> None:
    case = bench()
    one = case.report("Velm accused Tarn of mining the road to Harn. Osk said no word of it was true.")
    case.statement(one, "Velm", "mining the road to Harn", act="accuse", accused=(case.link(one, "Tarn"),))
    case.statement(one, "Osk", "no word of it was true", act="deny")
    assert kinds(case.view()) == []


def test_headlines_of_a_report_in_one_line_are_not_set_against_its_text(bench: Make) -> None:
    pairs = {}
    for place, head in (
        ("in the head", "Osk says the fort fell Velm says the fort stands HARN (Beacon) -- The day was quiet."),
        ("over it", "Osk says the fort fell HARN (Beacon) -- On Monday Velm says the fort stands."),
        ("below", "Two days of war HARN (Beacon) -- On Monday Osk says the fort fell but Velm says the fort stands."),
    ):
        case = bench()
        one = case.report(head)
        case.statement(one, "Osk", "the fort fell")
        case.statement(one, "Velm", "the fort stands")
        pairs[place] = len(list(Matters(case.view()).beside()))
    assert pairs == {"in the head": 0, "over it": 0, "below": 1}


def test_a_text_without_line_ends_is_taken_to_have_paragraphs(bench: Make) -> None:
    broken = {}
    for name, between in (("next", " "), ("far", " It rained. The river rose. Nobody went out. ")):
        case = bench()
        one = case.report(f"Osk says the fort fell.{between}Velm says the fort stands.")
        case.statement(one, "Osk", "the fort fell")
        case.statement(one, "Velm", "the fort stands")
        matters = Matters(case.view())
        ((a, b),) = matters.beside()
        broken[name] = matters.clues(a, b)["new paragraph"]
    assert 0 < broken["next"] < broken["far"] < 1


def test_a_dispute_of_one_voice_under_two_records_is_none(bench: Make) -> None:
    case = bench()
    one = case.report("Osk attacked Velm. A clerk said the garrison left the fort. A clerk said nobody left the fort.")
    harm(case, one, "Osk attacked Velm", "attacked", "Osk", "Velm")
    case.statement(one, "A clerk", "the garrison left the fort", name="A clerk")
    case.statement(one, "A clerk", "nobody left the fort", name="A clerk")
    assert kinds(case.view()) == []


@pytest.mark.parametrize(
    ("key", "disputed"), [("person:ilo-brand@velm", [("denial", "disputes")]), ("unnamed:a-clerk", [])]
)
def test_two_who_are_known_apart_may_bear_one_name(bench: Make, key: str, disputed: list[Any]) -> None:
    case = bench()
    for name, of in (("Osk", "person:ilo-brand@osk"), ("Velm", key)):
        case._actors[name] = Actor(key=of, name="Ilo Brand", type="person")
    one = case.report("Osk attacked Velm. Osk said the garrison left the fort. Velm said nobody left the fort.")
    harm(case, one, "Osk attacked Velm", "attacked", "Osk", "Velm")
    case.statement(one, "Osk", "the garrison left the fort", name="Osk")
    case.statement(one, "Velm", "nobody left the fort", name="Velm")
    assert kinds(case.view()) == disputed
