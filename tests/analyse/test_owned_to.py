"""Words by which one owns to what another tells of him, machines brought down, and charges brought back."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.differences.conceded import owned_to_in_its_words
from rashomon.analyse.differences.downed import brought_down
from rashomon.analyse.differences.mutual import the_same_charge
from rashomon.model.annotation import Mention

Make = Callable[[], Any]


@pytest.mark.parametrize(
    ("first", "second", "said", "found"),
    [
        ("Osk burned the orchards", "Osk owns to no more than “a clearing of weeds”.", "a clearing of weeds", 1),
        ("Osk burned the orchards", "Osk admits only what it calls “the tending of hedges”.", "the tending", 1),
        ("the men of Osk emptied Harn", "Osk speaks only of “a change of air”.", "a change of air", 1),
        ("the men of Osk emptied Harn", "Osk speaks of “a new age” in trade.", "a new age", 0),
        ("the men of Osk emptied Harn", "Osk recognises only “the old council” of Lisk.", "the old council", 0),
        ("the men of Osk emptied Harn", "Osk grants only “safe passage” by sea.", "safe passage", 0),
        ("the men of Osk emptied Harn", "Osk admits only “the very old” to its camps.", "the very old", 0),
        ("the men of Osk emptied Harn", "Osk acknowledged only “receipt of a note”.", "receipt of a note", 0),
        ("the men of Osk emptied Harn", "Osk concedes only “a few removals”.", "a few removals", 1),
        ("the ferry is late", "Osk admits only “a few removals”.", "a few removals", 0),
        ("Osk burned the orchards", "Osk admits that “weeds were cleared”.", "weeds were cleared", 0),
        ("Osk burned the orchards", "Osk speaks of peace and “of bread”.", "peace", 0),
        ("Osk emptied Harn", "Osk acknowledged only the mayor’s word and the city’s loss.", "the mayor’s word", 0),
    ],
)
def test_one_owns_to_it_in_its_own_words(bench: Make, first: str, second: str, said: str, found: int) -> None:
    case = bench()
    one = case.report(f"Velm says that {first}. {second}", published="2031-04-02")
    case.statement(one, "Velm", first)
    if "Osk" in first:
        case.link(one, "Osk")
    case.statement(one, "Osk", said, act="admit")
    assert [each.type for each in owned_to_in_its_words(case.view())] == ["other framing"] * found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("its gunners shot the plane down", "The crew went astray in the fog", 1),
        ("it downed the helicopter over Harn", "the helicopter landed safely with a fault", 1),
        ("its men had brought the bomber down", "the pilot had reported engine trouble", 1),
        ("its men had brought the bomber down", "a drone had an engine failure", 0),
        ("its gunners shot down a helicopter", "the drone had a technical fault", 0),
        ("it would shoot the plane down, or had downed one", "the crew went astray", 0),
        ("its gunners had not shot the plane down", "the crew went astray", 0),
        ("its gunners shot the plane down", "two lorries collided and a pilot was hurt", 0),
        ("its gunners shot the plane down", "another plane had engine trouble", 0),
        ("its gunners shot the plane down", "a jet made an emergency landing last week", 0),
        ("its gunners shot the plane down on Tuesday", "a jet had engine trouble on Sunday", 0),
        ("its men shot down a helicopter", "two trains collided at Tolmin", 0),
        ("its men shot a Kr-25 down", "a Ba-7 jet had engine trouble", 0),
    ],
)
def test_what_brought_a_machine_down(bench: Make, first: str, second: str, found: int) -> None:
    case = bench()
    one = case.report(f"Velm said {first}. Osk said {second}.", published="2031-04-02")
    case.statement(one, "Velm", first)
    case.statement(one, "Osk", second)
    assert [each.type for each in brought_down(case.view())] == ["contradiction"] * found


@pytest.mark.parametrize(("owner", "found"), [("Velm", 0), ("Osk", 1)])
def test_whose_machine_it_was(bench: Make, owner: str, found: int) -> None:
    case = bench()
    first, second = "its men downed an Osk helicopter", f"a {owner} plane crashed on landing"
    one = case.report(f"Velm said {first}. Osk said {second}.", published="2031-04-02")
    case.statement(one, "Velm", first)
    case.statement(one, "Osk", second)
    named(case, one, "Osk", one.text.index("Osk helicopter"))
    named(case, one, owner, one.text.index(f"{owner} plane"))
    assert len(list(brought_down(case.view()))) == found


def test_one_voice_tells_of_two_machines(bench: Make) -> None:
    case = bench()
    one = case.report("Velm said its gunners shot a plane down. It said another plane had engine trouble.")
    case.statement(one, "Velm", "its gunners shot a plane down")
    case.statement(one, "It", "another plane had engine trouble", name="Velm")
    assert list(brought_down(case.view())) == []


@pytest.mark.parametrize(
    ("back", "by", "accused", "found"),
    [
        ("Osk levels the same charge at Velm.", "Osk", "Osk", 1),
        ("The palace of Osk made the very same accusation against Velm.", "Osk", None, 1),
        ("Osk throws the same reproach back at Velm.", "Osk", "Osk", 1),
        ("Tarn levels the same charge at Lisk.", "Tarn", "Osk", 0),
        ("Osk has never made the same charge against Velm.", "Osk", "Osk", 0),
        ("Osk refused to make the same accusation against Velm.", "Osk", "Osk", 0),
        ("Osk brought the same charge against Lisk.", "Osk", "Osk", 0),
        ("Osk brought the same charge against the lorries to Tolmin.", "Osk", "Osk", 1),
        ("Osk pays the same charge for water.", "Osk", "Osk", 0),
        ("Velm’s allies level other charges; Osk said the same.", "Osk", "Osk", 0),
    ],
)
def test_a_charge_brought_back(bench: Make, back: str, by: str, accused: str | None, found: int) -> None:
    case = bench()
    one = case.report(f"Velm accused the enemy at Osk of hiding guns. {back}", published="2031-04-02")
    more = {"accused": (case.link(one, "the enemy at Osk", accused),)} if accused else {}
    case.statement(one, "Velm", "hiding guns", act="accuse", **more)
    start = one.text.index(back)
    place = one.text.index(by, start)
    if "Lisk" in back:
        case.link(one, "Lisk")
    if "Tolmin" in back:
        case.link(one, "Tolmin", type="place")
    named(case, one, by, place)
    assert [each.type for each in the_same_charge(case.view())] == ["mutual blame"] * found


def named(case: Any, document: Any, words: str, start: int) -> None:
    """A name at a place, however often the words stand before it."""
    span = document.span(start, start + len(words))
    mention = Mention(document=document.id, evidence=(span,), rule="test", form="name", reading="actor")
    case.keep(mention)
    if words not in case._actors:
        case.link(document, words)
    case.links(mention, words)
