"""Whether a denial is of what was told: not every "no" after a tale is one."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.differences.denials import denials
from rashomon.analyse.differences.denied import disbelieves
from rashomon.analyse.differences.heard import clues, of_their_talk
from rashomon.analyse.differences.matter import matters_of

Make = Callable[[], Any]
FAR = "The market of Harn was full of fruit that day, and children ran between the stalls. " * 12


def said(bench: Make, told: str, denied: str, *, between: str = "", act: str = "deny", cue: str = "denied") -> Any:
    """What Osk tells, and what Velm denies after it."""
    case = bench()
    one = case.report(f"The ministry of Osk said that {told}. {between}The staff of Velm {cue} {denied}.")
    first = case.statement(one, "The ministry of Osk", told, act="say", name="Osk")
    second = case.statement(
        one, "The staff of Velm", denied, act=act, name="Velm", cue=(case.words(one, f"Velm {cue}"),)
    )
    return case.view(), first, second


@pytest.mark.parametrize(
    ("told", "denied", "cue"),
    [
        ("rockets of Velm had sunk the ferry Alma", "any part in the sinking of the ferry Alma", "denied"),
        ("Velm had shelled the hospital of Harn", "that it had shelled the hospital of Harn", "denied"),
        ("troops of Velm had taken the fort", "the claim that they had taken the fort", "rejected"),
    ],
)
def test_a_denial_of_what_another_just_told_is_a_difference(bench: Make, told: str, denied: str, cue: str) -> None:
    view, _, _ = said(bench, told, denied, cue=cue)
    assert [one.type for one in denials(view)] == ["denial"]


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("the harvest of the valley was good", "that its envoy had flown to the capital"),
        ("its new bridge would open in spring", "a report that the colonel had been dismissed"),
        ("two ferries had left the port", "holding talks with the miners"),
    ],
)
def test_a_denial_far_away_of_something_else_is_none(bench: Make, told: str, denied: str) -> None:
    view, _, _ = said(bench, told, denied, between=FAR)
    assert list(denials(view)) == []


def test_the_farther_away_a_tale_is_the_less_it_is_denied(bench: Make) -> None:
    told, denied = "Velm had shelled the hospital of Harn", "that it had shelled the hospital of Harn"
    near, far = (
        clues(view, matters_of(view), first, second)
        for view, first, second in (said(bench, told, denied), said(bench, told, denied, between=FAR))
    )
    assert near["far"] < far["far"]
    assert "very far" in far and "very far" not in near


@pytest.mark.parametrize(("cue", "so"), [("welcomed", False), ("believed", False), ("ridiculed", True)])
def test_who_welcomes_an_account_does_not_call_it_untrue(bench: Make, cue: str, so: bool) -> None:
    _, _, judged = said(bench, "the fort had fallen", "the account of the miners", act="judge", cue=cue)
    assert disbelieves(judged) is so


@pytest.mark.parametrize(
    ("denied", "target", "talk"),
    [
        ("the two leaders discussed a share of the ferry", True, True),
        ("they had ever spoken of a ferry", True, True),
        ("either of the men had raised the matter of ferries", True, True),
        ("the two leaders discussed a share of the ferry", False, False),
        ("the ferry was sold to anybody", True, False),
        ("they had raised the fare", True, False),
        ("both had ever touched the mines", True, False),
        ("its guards had crossed at Harn", True, False),
    ],
)
def test_who_denies_that_the_two_spoke_of_it_denies_what_the_other_told(
    bench: Make, denied: str, target: bool, talk: bool
) -> None:
    case = bench()
    told = "Velm and Osk should run the ferry at Harn together"
    one = case.report(f"Velm said that {told}. The weather was dull. Osk denied that {denied}.")
    case.link(one, "Osk")
    first = case.statement(one, "Velm", told)
    case.statement(one, "Osk", denied, act="deny", of=first.id if target else None)
    view = case.view()
    said, denial = view.statements
    assert of_their_talk(view, said, denial) == talk
