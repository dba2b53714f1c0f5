"""For whom actors stand, and which two fight each other."""

import pytest

from rashomon.model.annotation import Event, EventType, Link, Title
from rashomon.model.sides import Sides
from rashomon.model.text import Document
from rashomon.model.world import Actor

REPORT = Document(text="Ostria shelled Lumera. Korra shelled Ostria.", source="a.txt")
OSTRIA = Actor(key="ostria", name="Ostria", type="state")
LUMERA = Actor(key="lumera", name="Lumera", type="state")
KENYA = Actor(key="kenya", name="Kenya", type="state", country="KEN")
ACTORS = [
    OSTRIA,
    LUMERA,
    KENYA,
    Actor(key="ilse", name="Queen Ilse", type="person", roles=(Title(title="Queen", of="Ostria"),)),
    Actor(key="army", name="Armed Forces of Lumera", type="armed group"),
    Actor(key="navy", name="Kenya Navy", type="armed group", country="KEN"),
    Actor(key="wolves", name="Kenya Wolves", type="armed group", country="KEN"),
    Actor(key="stray", name="Tom Stray", type="person"),
]
IDS = {one.key: one.id for one in ACTORS}
SIDES = Sides(ACTORS, {f"m-{key}": id for key, id in IDS.items()})


def harm(by: str, whom: str, at: int, type: EventType = "ASSAULT") -> Event:
    return Event(
        document=REPORT.id,
        evidence=(REPORT.span(at, at + 5),),
        rule="test",
        type=type,
        initiators=(Link(mention=f"m-{by}"),),
        recipients=(Link(mention=f"m-{whom}"),),
    )


@pytest.mark.parametrize(
    ("key", "side"),
    [
        ("ilse", "ostria"),
        ("army", "lumera"),
        ("navy", "kenya"),
        ("wolves", "wolves"),
        ("stray", "stray"),
        ("kenya", "kenya"),
    ],
)
def test_the_side_of_an_actor(key: str, side: str) -> None:
    assert SIDES.of(IDS[key]) == IDS[side]


def test_words_without_a_mention_are_found_by_name() -> None:
    assert SIDES.who(Link(span=REPORT.span(0, 6))) == OSTRIA.id


def test_the_two_sides_of_a_war() -> None:
    assert set(SIDES.at_war([harm("army", "ilse", 0), harm("ostria", "lumera", 7)])) == {OSTRIA.id, LUMERA.id}


def test_no_two_sides_where_three_fight_alike() -> None:
    assert SIDES.at_war([harm("ostria", "lumera", 0), harm("kenya", "ostria", 7)]) == ()


def test_accusing_is_no_war_by_itself() -> None:
    assert SIDES.at_war([harm("ostria", "lumera", 0, "ACCUSE")]) == ()


def test_accusing_each_other_is() -> None:
    told = [harm("ostria", "lumera", 0, "ACCUSE"), harm("lumera", "ostria", 7, "ACCUSE")]
    assert set(SIDES.at_war(told)) == {OSTRIA.id, LUMERA.id}


def test_what_is_told_once_is_not_sure_where_others_accuse_too() -> None:
    told = [harm("ostria", "lumera", 0), harm("kenya", "ostria", 7, "ACCUSE")]
    assert set(SIDES.at_war(told)) == {OSTRIA.id, LUMERA.id}
    assert SIDES.at_war(told, sure=True) == ()
    assert set(SIDES.at_war([*told, harm("lumera", "ostria", 7)], sure=True)) == {OSTRIA.id, LUMERA.id}
    assert set(SIDES.at_war(told[:1], sure=True)) == {OSTRIA.id, LUMERA.id}
