"""What speaks for two tellings being of one deed is weighed; talks and what is told otherwise stay apart."""

import math
import re
from dataclasses import replace

import pytest

from rashomon.model.annotation import Event, EventType, Link, Status
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.happenings import happenings
from rashomon.resolve.likeness import Likeness
from rashomon.resolve.tellings import can_be_one, telling

LINKS = {"m-korra": "korra", "m-velm": "velm"}


def said(text: str, cue: str, type: EventType, *, on: str | None = None, status: Status = "asserted") -> Event:
    document = Document(text=text, source=f"{text}.txt")
    start = text.index(cue)
    return Event(
        document=document.id,
        evidence=(document.span(0, len(text)),),
        rule="event: test",
        type=type,
        cue=(document.span(start, start + len(cue)),),
        initiators=(Link(mention="m-korra"),),
        happened=When(earliest=on, latest=on, granularity="day") if on else When(),
        status=status,
        according_to=(Link(document=document.id),),
    )


OTHERS = [said(f"Word {n} of nothing else at all, number {n}.", "nothing", "ASSAULT") for n in range(30)]
RAID = said("Korra raided the brewery at the ford.", "raided", "ASSAULT", on="2031-03-13")
ASSAULTED = said("Korran men stormed a brewery near a ford.", "stormed", "ASSAULT", on="2031-03-13")


def odds(a: Event, b: Event) -> float:
    told = [telling(one, {}, LINKS) for one in (a, b, *OTHERS)]
    return Likeness(told, {})(told[0], told[1])


def together(*events: Event) -> int:
    return len(happenings([], events, LINKS))


def test_a_deed_in_other_words_on_one_day_is_one() -> None:
    assert odds(RAID, ASSAULTED) > 0
    assert together(RAID, ASSAULTED, *OTHERS) < together(RAID, *OTHERS) + 1


def test_another_day_keeps_two_deeds_apart() -> None:
    later = said("Korran men stormed a brewery near a ford.", "stormed", "ASSAULT", on="2031-03-19")
    assert together(RAID, later, *OTHERS) == together(RAID, *OTHERS) + 1


def test_what_is_planned_or_counted_speaks_less_for_one_deed() -> None:
    assert odds(RAID, said("Korra raids the brewery at the ford.", "raids", "ASSAULT", status="planned")) < odds(
        RAID, said("Korra raids the brewery at the ford.", "raids", "ASSAULT")
    )


def test_talks_are_left_to_the_rules() -> None:
    first = said("Korra rang about the brewery at the ford.", "rang", "CONSULT", on="2031-03-13")
    second = said("Korra called about the brewery at the ford.", "called", "CONSULT", on="2031-03-13")
    assert odds(first, second) == -math.inf


def test_two_kinds_of_deed_are_two() -> None:
    assert odds(RAID, said("Korra freed the brewery at the ford.", "freed", "RETREAT", on="2031-03-13")) == -math.inf


def test_in_a_large_case_the_rules_stand_alone() -> None:
    told = [telling(one, {}, LINKS) for one in (RAID, ASSAULTED)]
    more = [telling(said(f"Word {n} of nothing at all.", "nothing", "ASSAULT"), {}, LINKS) for n in range(1500)]
    assert Likeness([*told, *more], {})(*told) == -math.inf
    assert list(Likeness([*told, *more], {}).rare(told[0])) == []


@pytest.mark.parametrize(
    ("loss", "other"),
    [
        ("a Kr-12 jet was lost that day near Velm", "bombed the mill of Velm that day"),
        ("the gunboat Heron was sunk below Velm", "stormed the fort of Velm and took prisoners"),
        ("two helicopters were shot down over the pass", "shelled the pass"),
    ],
)
def test_a_machine_lost_is_not_the_town_struck_that_day(loss: str, other: str) -> None:
    cues = re.search(r"was lost|sunk|shot down", loss), re.search(r"bombed|stormed|shelled", other)
    assert cues[0] and cues[1]
    first = said(loss, cues[0][0], "ASSAULT", on="2031-03-13")
    second = said(other, cues[1][0], "ASSAULT", on="2031-03-13")
    assert not can_be_one(telling(first, {}, LINKS), telling(second, {}, LINKS))
    assert together(first, second) == 2


@pytest.mark.parametrize(
    ("loss", "other", "cue"),
    [
        ("a Kr-12 jet was lost near Velm", "the jet was hit by a missile", "hit"),
        ("a jet was lost near Velm", "the attack near Velm", "attack"),
        ("forty men were lost near Velm", "stormed the fort of Velm", "stormed"),
    ],
)
def test_a_loss_may_be_one_with_what_names_a_machine_or_no_deed_of_its_own(loss: str, other: str, cue: str) -> None:
    first = said(loss, "lost", "ASSAULT", on="2031-03-13")
    second = said(other, cue, "ASSAULT", on="2031-03-13")
    assert can_be_one(telling(first, {}, LINKS), telling(second, {}, LINKS))


@pytest.mark.parametrize(
    ("first", "second", "on", "count"),
    [
        ("a helicopter crashed", "their helicopter was shot down by the guards", "2031-03-13", 1),
        ("a Mi-24 crashed in flames", "the Mi-24 was brought down with a rocket", "2031-03-13", 1),
        ("the gunboat was sunk at the quay", "a torpedo boat sank the gunboat Heron", "2031-03-13", 1),
        ("a helicopter crashed", "a gunboat was sunk at the quay", "2031-03-13", 2),
        ("a helicopter crashed", "their helicopter was shot down by the guards", "2031-03-15", 2),
    ],
)
def test_machines_of_one_kind_lost_on_one_day_are_one_loss(first: str, second: str, on: str, count: int) -> None:
    cues = [re.search("shot down|brought down|crashed|sunk|sank|destroyed", one) for one in (first, second)]
    one, other = (replace(event, initiators=(), places=(Link(mention="m-velm"),)) for event in (
        said(first, cues[0][0] if cues[0] else "", "ASSAULT", on="2031-03-13"),
        said(second, cues[1][0] if cues[1] else "", "ASSAULT", on=on),
    ))  # fmt: skip
    assert together(one, other) == count
    nowhere = replace(one, places=()), replace(other, places=())
    assert together(*nowhere) == 2


@pytest.mark.parametrize(
    ("text", "cue", "lost"),
    [
        ("A jet was shot down over the coast.", "shot down", {"jet"}),
        ("The jet was brought down by a Su-27.", "brought down", {"jet"}),
        ("Jets destroyed a tank near the mill.", "destroyed", set()),
        ("Jets destroyed nine tanks on the coast road.", "destroyed", set()),
        ("A jet destroyed the bridge.", "destroyed", set()),
        ("Nine helicopters were shot down by the guards.", "shot down", set()),
        ("Nine guards were gunned down beside a helicopter.", "gunned down", set()),
        ("A convoy was shot down the A-4 after Covid-19 checks.", "shot down", set()),
    ],
)
def test_what_brings_a_machine_down_is_not_lost(text: str, cue: str, lost: set[str]) -> None:
    assert telling(said(text, cue, "ASSAULT", on="2031-03-13"), {}, LINKS).lost == lost


@pytest.mark.parametrize(
    "text", ["Jets destroyed a bridge.", "A drone destroyed the radar.", "Tanks destroyed a mill."]
)
def test_a_bridge_destroyed_by_machines_is_no_loss_of_one(text: str) -> None:
    assert telling(said(text, "destroyed", "ASSAULT", on="2031-03-13"), {}, LINKS).machine == ""
