"""What two tellings share that dates an undated report: a place by its words or its capital, words, a count of dead."""

from datetime import date
from typing import Any

import pytest

from rashomon.model.annotation import Event, Figure, Link
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.agreement import agreed, bounded, enough
from rashomon.resolve.clues import Clue, Meant, Relative, clues

THURSDAY = When.on(date(2031, 3, 6), basis="test")
NOBODY = Meant(links={}, states={})


def document(text: str) -> Document:
    return Document(text=text, source=text[:9], language="en")


def deed(text: str, place: str, type: Any = "ASSAULT", actor: str | None = None) -> Event:
    one = document(text)
    at = one.text.index(place)
    return Event(
        document=one.id, evidence=(one.span(0, len(text)),), cue=(one.span(0, 1),), rule="test", type=type,
        happened=THURSDAY, places=(Link(span=one.span(at, at + len(place)), actor=actor),),
        according_to=(Link(document=one.id),),
    )  # fmt: skip


def dead(text: str) -> Figure:
    one = document(text)
    return Figure(
        document=one.id, evidence=(one.span(0, len(text)),), rule="test", counts="killed", low=9.0, high=9.0,
        bound="exact", as_of=THURSDAY, according_to=(Link(document=one.id),),
    )  # fmt: skip


def likeness(mine: Event | Figure, theirs: Event | Figure, meant: Meant = NOBODY) -> float:
    found = list(clues([Relative(record=mine, first=0, last=6)], [theirs], meant))
    return found[0].weight if found else 0.0


def test_a_raid_told_in_the_same_words_weighs_more_than_one_at_the_same_place() -> None:
    known = deed("Oskan gunners shelled the customs post at Gondar on March 6", "Gondar")
    assert likeness(deed("Shells fell on Gondar on Thursday", "Gondar"), known) < 0.5
    assert likeness(deed("On Thursday Oskan gunners shelled the customs post at Gondar", "Gondar"), known) > 0.6


def test_two_places_are_two_raids() -> None:
    known = deed("Oskan gunners shelled the customs post at Gondar on March 6", "Gondar", actor="a")
    assert (
        likeness(deed("Oskan gunners shelled the customs post at Debark on Thursday", "Debark", actor="b"), known) == 0
    )


@pytest.mark.parametrize(("states", "weight"), [({"kremlin": "rus", "moscow": "rus"}, 0.7), ({}, 0.0)])
def test_the_seat_of_a_power_is_in_its_capital(states: dict[str, str], weight: float) -> None:
    mine = deed("In the Kremlin two rulers put their names to it", "Kremlin", "SUPPORT", "kremlin")
    theirs = deed("what was sealed in Moscow on March 6", "Moscow", "SUPPORT", "moscow")
    assert likeness(mine, theirs, Meant(links={}, states=states)) == pytest.approx(weight)


def test_a_count_of_the_dead_of_a_scarce_place_is_of_the_raid_there() -> None:
    raid = deed("Thursday's shelling of the Gondar causeway", "Gondar")
    assert likeness(raid, dead("Nine of the dead were lost on the Gondar causeway on March 6")) == pytest.approx(0.4)
    assert likeness(raid, dead("Nine of the dead were lost at Debark on March 6")) == 0


@pytest.mark.parametrize(("known", "dated"), [(20, True), (400, False)])
def test_where_little_is_known_less_has_to_agree(known: int, dated: bool) -> None:
    mine, theirs = deed("Gondar burned", "Gondar"), deed("Gondar burned again", "Gondar")
    one = Clue(mine=mine, theirs=theirs, weight=0.7, first=date(2031, 3, 6), last=date(2031, 3, 12))
    assert bool(agreed([one], None, None, enough(known))) == dated


@pytest.mark.parametrize(
    ("weights", "within", "left"),
    [
        ([0.97], (None, None), (date(2031, 3, 9), date(2031, 4, 5))),
        ([0.97], (date(2031, 3, 20), None), (date(2031, 3, 20), date(2031, 4, 5))),
        ([0.3], (None, None), None),
    ],
)
def test_a_day_of_the_month_leaves_the_month_after_it(
    weights: list[float], within: tuple[date | None, date | None], left: tuple[date, date] | None
) -> None:
    mine, theirs = deed("Gondar burned on the 9th", "Gondar"), deed("Gondar burned on 9 March", "Gondar")
    found = [
        Clue(mine=mine, theirs=theirs, weight=one, first=date(2031, 3, 9), last=date(2031, 4, 5)) for one in weights
    ]
    bounds = bounded(found, *within, enough(20))
    assert (bounds and bounds[:2]) == left


def test_days_of_two_months_that_both_fit_leave_it_open() -> None:
    mine, theirs = deed("Gondar burned on the 9th", "Gondar"), deed("Gondar burned on 9 March", "Gondar")
    spans = [(date(2031, 3, 9), date(2031, 4, 5)), (date(2031, 5, 9), date(2031, 6, 5))]
    found = [Clue(mine=mine, theirs=theirs, weight=0.97, first=first, last=last) for first, last in spans]
    assert bounded(found, None, None, enough(20)) is None


def talk(text: str, *who: str) -> Event:
    one = document(text)
    return Event(
        document=one.id, evidence=(one.span(0, len(text)),), cue=(one.span(0, 1),), rule="test", type="CONSULT",
        mode="phone", happened=THURSDAY, initiators=tuple(Link(actor=name) for name in who[:1]),
        recipients=tuple(Link(actor=name) for name in who[1:]), according_to=(Link(document=one.id),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("mine", "theirs", "alike"),
    [
        (("orlo", "marne"), ("marne", "orlo"), True),
        (("orlo", "marne"), ("orlo", "dall"), False),
        (("orlo", "marne"), ("dall", "marne"), False),
        (("orlo",), ("dall", "orlo"), True),
        (("orlo", "marne"), ("osk", "velm"), True),
    ],
)
def test_a_talk_of_two_is_no_talk_of_one_of_them_with_another(
    mine: tuple[str, ...], theirs: tuple[str, ...], alike: bool
) -> None:
    states = Meant(links={}, states={"orlo": "osk", "marne": "velm", "dall": "tarn"})
    told = talk("On Thursday they spoke of the burnt granary at Gondar", *mine)
    known = talk("They talked by telephone about the burnt granary at Gondar", *theirs)
    assert (likeness(told, known, states) > 0) is alike
