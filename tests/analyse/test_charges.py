"""Denials of what is a charge: that somebody armed a party at war."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.differences import differences
from rashomon.model.annotation import Event, Link

Make = Callable[[], Any]


@pytest.mark.parametrize(
    ("told", "denied", "type"),
    [
        ("Osk had delivered rifles to the rebels", "it had delivered rifles to anybody", "contested allegation"),
        ("Osk supplied shells to the garrison of Harn", "any shells were supplied by it", "contested allegation"),
        ("arms deliveries from Osk reached Harn", "arms deliveries to Harn took place", "contested allegation"),
        ("Osk was arming the rebels with rockets", "it was arming anybody with rockets", "contested allegation"),
        ("Osk's armed men had fired shells at Harn", "its men had fired shells at Harn", "denial"),
        ("Osk had supplied no food and shells had fallen", "it had supplied no food to Harn", "denial"),
        ("Osk had delivered its rifles to the monitors", "it had delivered its rifles to anybody", "denial"),
        ("Osk had delivered rifles to the monitors at Harn", "it had delivered rifles to Harn", "denial"),
        (
            "two planeloads of ammunition from Osk landed at Harn",
            "any such planes were its own",
            "contested allegation",
        ),
        ("officers from Osk had led the men at Harn", "it had anybody at Harn", "contested allegation"),
        ("Osk has lent its airfields to the rebels of Harn", "any rebels used Harn", "contested allegation"),
        ("soldiers of Osk were captured at Harn", "any of its men were at Harn", "denial"),
        ("soldiers of Osk had mutinied at Harn", "its soldiers had mutinied at Harn", "denial"),
        ("officers of Osk had met rebels at Harn", "its officers had met rebels at Harn", "denial"),
        ("Osk had bought tanks at Harn", "it had bought tanks at Harn", "denial"),
        ("The pilots of Osk were hungry", "its pilots were hungry", "denial"),
        ("pilots of Osk flew for the rebels", "its pilots flew for anybody", "contested allegation"),
        ("the pilots of Osk were idle", "its pilots were idle", "denial"),
        ("Osk had promised flights to Harn", "it had promised flights", "denial"),
        ("Osk had promised to leave Harn", "it had promised to leave Harn", "denial"),
        ("the army of Osk had laid down its arms at Harn", "its army had laid down its arms", "denial"),
    ],
)
def test_arms_for_a_party_at_war_are_a_charge(bench: Make, told: str, denied: str, type: str) -> None:
    case = bench()
    one = case.report(f"Velm said that {told}. Osk denied that {denied}.", published="2031-03-02")
    case.statement(one, "Velm", told)
    case.statement(one, "Osk", denied, act="deny")
    assert [each.type for each in differences(case.view())] == [type]


@pytest.mark.parametrize(("by", "type"), [("Velm", "contested allegation"), ("Osk", "denial")])
def test_who_tells_of_his_own_help_charges_nobody(bench: Make, by: str, type: str) -> None:
    case = bench()
    one = case.report(f"{by} said that Osk lent its airfields to Tarn. Tarn denied that any airfields were lent to it.")
    words = "Osk lent its airfields to Tarn"
    case.statement(one, by, words)
    case.keep(
        Event(
            document=one.id, evidence=(case.words(one, words),), cue=(case.words(one, "lent"),), rule="test",
            type="AID", status="attributed", initiators=(case.link(one, "Osk"),),
            according_to=(case.link(one, by), Link(document=one.id)),
        )
    )  # fmt: skip
    case.statement(one, "Tarn", "any airfields were lent to it", act="deny")
    assert {each.type for each in differences(case.view())} == {type}


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (
            ("attacking the convoy of nurses", "it attacked any convoy"),
            ("attacking a school", "it attacked the school"),
            False,
        ),
        (
            ("shelling the monastery", "it shelled any monastery"),
            ("attacking a hamlet", "it attacked the hamlet"),
            False,
        ),
        (
            ("shelling the monastery of Harn", "it shelled any monastery"),
            ("firing shells at the monastery in Harn", "it fired any shells at the monastery"),
            True,
        ),
    ],
)
def test_two_attacks_are_two_charges(
    bench: Make, first: tuple[str, str], second: tuple[str, str], together: bool
) -> None:
    case = bench()
    for day, (charge, denial) in (("2031-03-02", first), ("2031-09-20", second)):
        one = case.report(f"Velm accused Osk of {charge}. Osk denied that {denial}.", published=day)
        case.statement(one, "Velm", charge, act="accuse", accused=(case.link(one, "Osk"),))
        case.statement(one, "Osk", denial, act="deny")
    found = [each for each in differences(case.view()) if each.type == "contested allegation"]
    assert len(found) == (1 if together else 2)
