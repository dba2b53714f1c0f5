"""Whose losses figures count, by what a whole case tells."""

from collections.abc import Sequence
from typing import Any

import pytest

from rashomon.analyse.bearers import Bearers
from rashomon.model.annotation import Event, Figure, Link, Title
from rashomon.model.sides import Sides
from rashomon.model.text import Span
from rashomon.model.world import Actor

OSK = Actor(key="state:osk", name="Osk", type="state")
VELM = Actor(key="state:velm", name="Velm", type="state")
ARMY = Actor(key="organ:armed forces:osk", name="Armed Forces of Osk", type="armed group")
STAFF = Actor(key="organ:general staff:osk", name="General Staff of Osk", type="armed group")
FRONT = Actor(key="body:lantern front", name="Lantern Front", type="armed group")
ENVOY = Actor(
    key="person:ida ruhl", name="Ida Ruhl", type="person", roles=(Title(title="spokeswoman", of="Lantern Front"),)
)
GENERAL = Actor(key="person:jan tor", name="Jan Tor", type="person", roles=(Title(title="General"),))
CROSS = Actor(key="body:red cross", name="Red Cross", type="organisation")
ALL = {one.id: one for one in (OSK, VELM, ARMY, STAFF, FRONT, ENVOY, GENERAL, CROSS)}


def figure(side: Actor | str | None, counter: Actor, n: int = 1, **more: object) -> Figure:
    text = side if isinstance(side, str) else "x"
    span = Span(document="d", start=n, end=n + len(text), text=text)
    link = () if side is None else (Link(span=span, actor=None if isinstance(side, str) else side.id),)
    told: dict[str, object] = {"counts": "killed", "category": "military", "low": n, "high": n} | more
    return Figure(
        document="d", evidence=(span,), rule="test", side=link,
        according_to=(Link(actor=counter.id), Link(document="d")), **told,  # type: ignore[arg-type]
    )  # fmt: skip


def given(one: Figure, others: Sequence[Figure], events: Sequence[Event] = (), home: Actor | None = None) -> list[str]:
    bearers = Bearers(ALL, Sides(ALL.values(), {}), [*others, one], events, lambda _: home.id if home else None)
    return [ALL[link.actor].name if link.actor else str(link) for link in bearers.of(one)]


def war(*lost: tuple[Actor, int]) -> list[Figure]:
    return [figure(side, CROSS, n=100 + n) for side, count in lost for n in range(count)]


AGAINST_A_GROUP = war((FRONT, 4), (OSK, 3))
AGAINST_A_STATE = war((FRONT, 1), (VELM, 4), (OSK, 3))


def test_soldiers_of_a_state_that_fights_a_group_are_its_armys() -> None:
    assert given(figure(OSK, FRONT), AGAINST_A_GROUP) == ["Armed Forces of Osk"]
    assert given(figure(STAFF, FRONT), AGAINST_A_GROUP) == ["Armed Forces of Osk"]
    assert given(figure(OSK, FRONT, counts="equipment"), AGAINST_A_GROUP) == ["Armed Forces of Osk"]


def test_a_states_losses_stay_its_own_in_a_war_of_states() -> None:
    assert given(figure(OSK, VELM), AGAINST_A_STATE) == ["Osk"]
    assert given(figure(STAFF, VELM), AGAINST_A_STATE) == ["Osk"]
    assert given(figure(OSK, FRONT), war((OSK, 3))) == ["Osk"]  # nobody counts the group's dead


@pytest.mark.parametrize("more", [{"category": "civilian"}, {"counts": "troops"}, {"background": True}])
def test_civilians_those_who_are_only_there_and_history_are_the_states(more: dict[str, Any]) -> None:
    assert given(figure(OSK, FRONT, **more), AGAINST_A_GROUP) == ["Osk"]


def test_what_one_owns_to_is_ones_own() -> None:
    assert given(figure(None, ENVOY, loss_of="own"), AGAINST_A_GROUP) == ["Lantern Front"]
    assert given(figure(None, STAFF, loss_of="own"), AGAINST_A_STATE) == ["Osk"]
    assert given(figure(None, GENERAL, loss_of="own"), AGAINST_A_STATE, home=OSK) == ["Osk"]


def test_what_one_claims_is_the_enemys() -> None:
    assert given(figure(None, ENVOY, loss_of="enemy"), AGAINST_A_GROUP) == ["Armed Forces of Osk"]
    assert given(figure(None, STAFF, loss_of="enemy"), AGAINST_A_GROUP) == ["Lantern Front"]
    assert given(figure("the enemy", FRONT), AGAINST_A_GROUP) == ["Armed Forces of Osk"]


def test_who_does_not_fight_has_no_losses_and_no_enemy() -> None:
    assert given(figure(None, CROSS, loss_of="enemy"), AGAINST_A_GROUP) == []
    assert given(figure(None, CROSS, loss_of="own"), AGAINST_A_GROUP) == []
    assert given(figure(None, GENERAL, loss_of="own"), AGAINST_A_GROUP) == []  # dated nowhere


def test_whom_one_fights_is_unknown_where_two_lose_as_often() -> None:
    assert given(figure(None, STAFF, loss_of="enemy"), war((FRONT, 3), (VELM, 3), (OSK, 2))) == []
    assert given(figure("the enemy", STAFF), war((FRONT, 3), (VELM, 3), (OSK, 2))) == ["the enemy"]


def test_nobody_is_meant_where_the_words_tell_neither() -> None:
    assert given(figure(None, STAFF), AGAINST_A_GROUP) == []


LIBERATORS = Actor(key="body:velm liberation army", name="Velm Liberation Army", type="armed group")
POLICE = Actor(key="organ:police:osk", name="Police of Osk", type="armed group")
SPEAKER = Actor(key="person:ira moll", name="Ira Moll", type="person", roles=(Title(title="army spokesman", of=None),))
WIDER = ALL | {one.id: one for one in (LIBERATORS, POLICE, SPEAKER)}


def borne(one: Figure, others: Sequence[Figure]) -> list[str]:
    bearers = Bearers(WIDER, Sides(WIDER.values(), {}), [*others, one], (), lambda _: None)
    return [WIDER[link.actor].name if link.actor else str(link) for link in bearers.of(one)]


def test_a_liberation_army_is_a_party_and_no_unit() -> None:
    counted = [figure(OSK, LIBERATORS, n=200 + n) for n in range(3)]
    assert borne(figure(OSK, CROSS), counted) == ["Armed Forces of Osk"]  # it counts losses, so it takes part


def test_the_police_fight_where_most_of_those_lost_are_policemen() -> None:
    rising = war((LIBERATORS, 3))
    policemen = [figure(OSK, CROSS, n=300 + n, unit="policeman") for n in range(3)]
    assert borne(figure(OSK, CROSS), [*rising, *policemen]) == ["Police of Osk"]
    soldiers = [figure(OSK, CROSS, n=400 + n, unit="soldier") for n in range(4)]
    assert borne(figure(OSK, CROSS), [*rising, *policemen, *soldiers]) == ["Armed Forces of Osk"]


def test_who_speaks_for_the_army_is_of_the_one_state_that_fights_a_group() -> None:
    told = war((FRONT, 4), (OSK, 3))
    assert borne(figure(None, SPEAKER, loss_of="own"), told) == ["Armed Forces of Osk"]
    assert borne(figure(None, SPEAKER, loss_of="own"), war((VELM, 4), (OSK, 3))) == []


def test_whose_breaches_one_counts_are_the_enemys() -> None:
    breaches = figure(None, FRONT, counts="other", unit="violation", category="unspecified")
    assert borne(breaches, war((FRONT, 4), (OSK, 3))) == ["Osk"]
    assert borne(figure(None, FRONT, counts="other", unit="sortie", category="unspecified"), war((OSK, 3))) == []


def test_who_speaks_for_another_army_is_not_of_the_state() -> None:
    told = war((FRONT, 4), (OSK, 3))
    for whose in ("Lord's Resistance Army", "Army of Lenz", "Velm Liberation Army"):
        other = Actor(key="person:b", name="Bo Lin", type="person", roles=(Title(title="spokesman", of=whose),))
        known = WIDER | {other.id: other}
        bearers = Bearers(known, Sides(known.values(), {}), told, (), lambda _: None)
        assert bearers.of(figure(None, other, loss_of="own")) == ()


def test_a_general_of_a_state_that_does_not_fight_is_not_of_the_home_of_the_report() -> None:
    guest = Actor(key="person:b", name="Bo Lin", type="person", roles=(Title(title="General", of="Velm"),))
    known = ALL | {guest.id: guest}
    bearers = Bearers(known, Sides(known.values(), {}), AGAINST_A_GROUP, (), lambda _: OSK.id)
    assert bearers.of(figure(None, guest, loss_of="own")) == ()
