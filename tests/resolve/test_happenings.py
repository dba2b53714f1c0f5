"""Mentions of one event are put together, mentions of two are not, whatever their order."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from rashomon.model.annotation import Event, EventType, Link, Status
from rashomon.model.text import Document, Furniture
from rashomon.model.values import When
from rashomon.model.world import Happening
from rashomon.resolve.happenings import happenings

FIRST = Document(text="Sesay rang Holt on Thursday. Korra shelled Velm.", source="a.txt", outlet="Argus")
SECOND = Document(text="A call of Sesay and Holt. Velm came under fire.", source="b.txt", outlet="Beacon")
LINKS = {"m-sesay": "sesay", "m-holt": "holt", "m-korra": "korra", "m-valdora": "valdora", "m-velm": "velm"}


def day(text: str | None) -> When:
    return When(earliest=text, latest=text, granularity="day") if text else When()


def event(
    document: Document,
    type: EventType,
    who: Sequence[str] = (),
    whom: Sequence[str] = (),
    on: str | None = None,
    *,
    at: tuple[int, int] = (0, 5),
    mode: str | None = None,
    where: Sequence[str] = (),
    status: Status = "asserted",
    voice: str | None = None,
    rule: str = "test",
) -> Event:
    own = Link(document=document.id)
    voices = (Link(mention=f"m-{voice}", span=document.span(0, 5)), own) if voice else (own,)
    return Event(
        document=document.id,
        evidence=(document.span(*at),),
        rule=rule,
        type=type,
        mode=mode,
        cue=(document.span(*at),),
        initiators=tuple(Link(mention=f"m-{one}") for one in who),
        recipients=tuple(Link(mention=f"m-{one}") for one in whom),
        places=tuple(Link(mention=f"m-{one}") for one in where),
        happened=day(on),
        status=status,
        according_to=voices,
    )


def joined(*events: Event) -> list[Happening]:
    return list(happenings([FIRST, SECOND], events, LINKS))


CALL = event(FIRST, "CONSULT", ["sesay", "holt"], on="2031-03-13", mode="phone")


def test_one_call_told_in_two_reports_is_one_happening() -> None:
    [happening] = joined(CALL, event(SECOND, "CONSULT", ["sesay", "holt"], on="2031-03-13", mode="phone"))
    assert len(happening.events) == 2
    assert {link.actor for link in happening.participants} == {"sesay", "holt"}
    assert (happening.upstreams, happening.independent_sources) == (("Argus", "Beacon"), 2)


def test_three_calls_on_three_days_stay_three() -> None:
    days = ["2031-03-13", "2031-03-20", "2031-03-27"]
    calls = [
        event(FIRST, "CONSULT", ["sesay", "holt"], on=one, mode="phone", at=(i, i + 5)) for i, one in enumerate(days)
    ]
    assert sorted(one.happened.earliest or "" for one in joined(*calls)) == days


@pytest.mark.parametrize(
    "other",
    [
        event(SECOND, "CONSULT", ["sesay", "holt"], on="2031-03-13", mode="visit"),
        event(SECOND, "CONSULT", ["sesay", "korra"], on="2031-03-13", mode="phone"),
        event(SECOND, "AID", ["sesay"], ["holt"], on="2031-03-13"),
        event(SECOND, "CONSULT", ["sesay", "holt"], on="2031-03-14", mode="phone"),
    ],
    ids=["a visit", "other company", "other type", "another day"],
)
def test_what_is_not_one(other: Event) -> None:
    assert len(joined(CALL, other)) == 2


def test_attack_and_counterattack_are_two() -> None:
    attack = event(FIRST, "ASSAULT", ["korra"], ["valdora"], on="2031-03-13")
    answer = event(SECOND, "ASSAULT", ["valdora"], ["korra"], on="2031-03-13")
    assert len(joined(attack, answer)) == 2


def test_attacks_on_two_towns_are_two() -> None:
    first = event(FIRST, "ASSAULT", ["korra"], ["valdora"], on="2031-03-13", where=["velm"])
    second = event(SECOND, "ASSAULT", ["korra"], ["valdora"], on="2031-03-13", where=["holt"])
    assert len(joined(first, second)) == 2


def test_an_unknown_time_alone_does_not_join() -> None:
    first = event(FIRST, "ASSAULT", ["korra"], at=(29, 42))
    second = event(SECOND, "ASSAULT", ["korra"], at=(26, 45))
    assert len(joined(first, second)) == 2


def test_each_voice_has_its_account() -> None:
    told = event(FIRST, "ASSAULT", ["korra"], ["valdora"], on="2031-03-13", status="alleged", voice="valdora")
    denied = event(SECOND, "ASSAULT", ["korra"], ["valdora"], on="2031-03-13", status="denied", voice="korra")
    [happening] = joined(told, denied)
    assert {(one.voice.actor, one.status) for one in happening.accounts} == {
        ("valdora", "alleged"),
        ("korra", "denied"),
    }


def test_one_agency_behind_two_reports_is_one_source() -> None:
    reports = [
        Document(text="VELM (TNA) - Korra shelled Velm.", source=name, outlet=name, upstreams=("TNA",), declared=name,
                 furniture=(Furniture(role="dateline", start=0, end=12),))
        for name in ("x", "y")
    ]  # fmt: skip
    events = [event(one, "ASSAULT", ["korra"], ["valdora"], on="2031-03-13") for one in reports]
    [happening] = happenings(reports, events, LINKS)
    assert (happening.upstreams, happening.independent_sources) == (("TNA",), 1)


def test_an_agency_that_the_text_only_quotes_did_not_write_the_report() -> None:
    reports = [
        Document(text="Korra shelled Velm, TNA reported.", source=name, outlet=name, upstreams=("TNA",), declared=name)
        for name in ("x", "y")
    ]
    events = [event(one, "ASSAULT", ["korra"], ["valdora"], on="2031-03-13") for one in reports]
    [happening] = happenings(reports, events, LINKS)
    assert (happening.upstreams, happening.independent_sources) == (("x", "y"), 2)


def test_the_order_of_events_does_not_matter() -> None:
    days = ["2031-03-13", "2031-03-14", None, "2031-03-20"]
    events = [
        event(document, "ASSAULT", ["korra"], ["valdora"], on=one, at=(i, i + 6))
        for document in (FIRST, SECOND)
        for i, one in enumerate(days)
    ]
    expected = joined(*events)
    for seed in range(5):
        shuffled = list(events)
        Random(seed).shuffle(shuffled)
        assert joined(*shuffled) == expected


def test_the_meeting_is_the_last_one_its_report_told() -> None:
    first = event(FIRST, "CONSULT", ["sesay", "korra"], on="2031-03-10", mode="meeting", at=(0, 5))
    second = event(FIRST, "CONSULT", ["sesay", "holt"], mode="meeting", at=(6, 10))
    again = event(FIRST, "CONSULT", mode="meeting", at=(11, 15), rule="event: meeting, again")
    assert sorted(len(one.events) for one in joined(first, second, again)) == [1, 2]
    assert {second.id, again.id} in [set(one.events) for one in joined(first, second, again)]


def test_the_talk_of_another_day_is_not_the_last_one() -> None:
    met = event(FIRST, "CONSULT", ["sesay", "holt"], mode="meeting", at=(0, 5))
    again = event(FIRST, "CONSULT", on="2031-03-13", mode="meeting", at=(6, 10), rule="event: conversation, again")
    assert len(joined(met, again)) == 2


def test_a_talk_told_twice_near_by_is_one_though_only_one_says_how() -> None:
    spoke = event(FIRST, "CONSULT", ["sesay", "holt"], mode="phone", at=(0, 5))
    discussed = event(FIRST, "CONSULT", ["sesay", "holt"], at=(6, 10))
    assert len(joined(spoke, discussed)) == 1


def test_two_kinds_of_retreat_on_one_day_are_two() -> None:
    freed = event(FIRST, "RETREAT", ["korra"], on="2031-03-13", mode="release", at=(0, 5))
    opened = event(FIRST, "RETREAT", ["korra"], on="2031-03-13", mode="access", at=(6, 10))
    assert len(joined(freed, opened)) == 2


def test_a_further_report_that_adds_nothing_leaves_ids_alone() -> None:
    other = event(SECOND, "AID", ["holt"], on="2031-04-01", at=(0, 5))
    before = {one.id for one in joined(CALL)}
    assert before <= {one.id for one in joined(CALL, other)}


def test_battles_inside_the_telling_of_an_outbreak_are_part_of_it() -> None:
    outbreak = event(FIRST, "ASSAULT", ["korra", "valdora"], on="2031-03-13", at=(0, 34), rule="event: outbreak")
    battles = event(FIRST, "ASSAULT", at=(20, 30), rule="event: battle")
    elsewhere = event(FIRST, "ASSAULT", at=(36, 44), rule="event: battle")
    assert sorted(len(one.events) for one in joined(outbreak, battles, elsewhere)) == [1, 2]


def test_a_dated_call_without_names_is_that_of_the_only_two_who_talked_that_day() -> None:
    told = event(FIRST, "CONSULT", ["sesay"], ["holt"], "2031-03-13", mode="phone")
    again = event(SECOND, "CONSULT", on="2031-03-13", mode="phone", rule="event: call, again")
    [one] = happenings([FIRST, SECOND], [told, again], LINKS)
    assert set(one.events) == {told.id, again.id}


def test_a_dated_call_without_names_stays_alone_where_two_talked_that_day() -> None:
    told = event(FIRST, "CONSULT", ["sesay"], ["holt"], "2031-03-13", mode="phone")
    other = event(FIRST, "CONSULT", ["korra"], ["holt"], "2031-03-13", mode="phone", at=(6, 10))
    again = event(SECOND, "CONSULT", on="2031-03-13", mode="phone", rule="event: call, again")
    assert len(happenings([FIRST, SECOND], [told, other, again], LINKS)) == 3


def test_a_war_begins_once() -> None:
    first = event(FIRST, "ASSAULT", ["korra"], on="2031-03-13", rule="event: outbreak")
    second = event(SECOND, "ASSAULT", on="2031-03-13", rule="event: outbreak")
    assert len(happenings([FIRST, SECOND], [first, second], LINKS)) == 1


@pytest.mark.parametrize("where", [["velm"], ["holt"], []])
def test_who_signed_and_the_truce_renewed_are_one_at_one_place_on_one_day(where: Sequence[str]) -> None:
    pens = event(FIRST, "SUPPORT", on="2031-03-13", where=["velm"], rule="event: sign")
    renewed = event(SECOND, "SUPPORT", on="2031-03-13", mode="ceasefire", where=where, rule="event: truce")
    assert len(joined(pens, renewed)) == (1 if where == ["velm"] else 2)


@pytest.mark.parametrize("rule", ["event: praise", "event: welcome", "event: endorse"])
def test_who_praised_the_envoy_that_day_signed_nothing(rule: str) -> None:
    praised = event(FIRST, "SUPPORT", ["korra"], on="2031-03-13", where=["velm"], rule=rule)
    signed = event(SECOND, "SUPPORT", ["korra"], on="2031-03-13", mode="ceasefire", where=["velm"], rule="event: truce")
    assert len(joined(praised, signed)) == 2


def test_who_signed_on_another_day_signed_something_else() -> None:
    pens = event(FIRST, "SUPPORT", ["korra"], on="2031-03-12", where=["velm"], rule="event: sign")
    renewed = event(SECOND, "SUPPORT", ["korra"], on="2031-03-13", mode="ceasefire", where=["velm"])
    assert len(joined(pens, renewed)) == 2


@pytest.mark.parametrize(
    ("status", "on", "together"),
    [("asserted", "2031-03-13", True), ("alleged", "2031-03-13", True), ("aggregate", "2031-03-13", False),
     ("asserted", "2031-03-17", False)],
)  # fmt: skip
def test_a_truce_that_began_and_held_on_one_day_is_one(status: Status, on: str, *, together: bool) -> None:
    began = event(FIRST, "RETREAT", on="2031-03-13", mode="ceasefire", rule="event: into force")
    held = event(SECOND, "RETREAT", on=on, mode="ceasefire", rule="event: kept", status=status)
    assert len(joined(began, held)) == (1 if together else 2)


def test_truces_of_two_towns_are_two() -> None:
    here = event(FIRST, "RETREAT", on="2031-03-13", mode="ceasefire", rule="event: into force", where=["velm"])
    there = event(SECOND, "RETREAT", on="2031-03-13", mode="ceasefire", rule="event: into force", where=["holt"])
    assert len(joined(here, there)) == 2


AGAIN = "event: call, again"
POSSESSED = Document(text="Last week's call was short.", source="c.txt", outlet="Courier")
WEEK = When(earliest="2031-03-10", latest="2031-03-17", granularity="week")


@pytest.mark.parametrize(
    ("told", "together"),
    [
        (replace(event(SECOND, "CONSULT", mode="phone", rule=AGAIN), happened=WEEK), True),
        (replace(event(SECOND, "CONSULT", ["sesay"], mode="phone", rule=AGAIN), happened=WEEK), True),
        (event(SECOND, "CONSULT", mode="phone", on="2031-03-13", rule=AGAIN), True),
        (replace(event(SECOND, "CONSULT", mode="visit", rule=AGAIN), happened=WEEK), False),
        (replace(event(SECOND, "CONSULT", mode="phone", rule=AGAIN), happened=When()), False),
        (replace(event(SECOND, "CONSULT", mode="phone"), happened=WEEK), False),
        (event(SECOND, "CONSULT", mode="phone", on="2031-03-13"), False),
        (replace(event(SECOND, "CONSULT", mode="phone", status="planned", rule=AGAIN), happened=WEEK), False),
        (replace(event(POSSESSED, "CONSULT", mode="phone", at=(0, 26)), happened=WEEK), True),
    ],
    ids=[
        "that week's call",
        "one end named",
        "the call of the day",
        "a visit",
        "undated",
        "some call of a week",
        "some call of a day",
        "a call to come",
        "last week's",
    ],
)
def test_the_call_of_a_week_is_the_only_one_told_of_it(told: Event, *, together: bool) -> None:
    assert len(joined(CALL, told)) == (1 if together else 2)


def test_the_call_of_a_week_with_two_calls_stays_alone() -> None:
    again = event(FIRST, "CONSULT", ["sesay", "holt"], on="2031-03-15", mode="phone", at=(6, 10))
    told = replace(event(SECOND, "CONSULT", mode="phone", rule=AGAIN), happened=WEEK)
    assert len(joined(CALL, again, told)) == 3


TALKED = Document(text="Friday's conversation was long. The talks of 13 March. They met.", source="d.txt", outlet="Day")


@pytest.mark.parametrize(
    ("told", "together"),
    [
        (event(TALKED, "CONSULT", on="2031-03-13", mode="meeting", at=(0, 21)), True),
        (event(TALKED, "CONSULT", ["sesay"], on="2031-03-13", mode="meeting", at=(0, 21)), True),
        (event(TALKED, "CONSULT", on="2031-03-13", mode="meeting", at=(32, 41), rule="event: talks, again"), True),
        (event(TALKED, "CONSULT", ["korra"], on="2031-03-13", mode="meeting", at=(0, 21)), False),
        (event(TALKED, "CONSULT", ["sesay", "holt"], on="2031-03-13", mode="meeting", at=(0, 21)), False),
        (event(TALKED, "CONSULT", on="2031-03-14", mode="meeting", at=(0, 21)), False),
        (event(TALKED, "CONSULT", on="2031-03-13", mode="meeting", at=(56, 64)), False),
        (event(TALKED, "CONSULT", on="2031-03-13", mode="meeting", at=(0, 21), status="planned"), False),
        (event(TALKED, "CONSULT", on="2031-03-13", mode="meeting", at=(0, 21), where=["velm"]), False),
    ],
)
def test_the_conversation_of_a_day_may_have_been_the_call_of_the_only_two(told: Event, *, together: bool) -> None:
    call = event(FIRST, "CONSULT", ["sesay"], ["holt"], "2031-03-13", mode="phone")
    assert len(happenings([FIRST, TALKED], [call, told], LINKS)) == (1 if together else 2)


def test_the_conversation_of_a_day_is_a_meeting_where_they_met() -> None:
    call = event(FIRST, "CONSULT", ["sesay"], ["holt"], "2031-03-13", mode="phone")
    met = event(SECOND, "CONSULT", ["sesay"], ["holt"], "2031-03-13", mode="meeting")
    told = event(TALKED, "CONSULT", on="2031-03-13", mode="meeting", at=(0, 21))
    found = happenings([FIRST, SECOND, TALKED], [call, met, told], LINKS)
    assert {frozenset(one.events) for one in found} == {frozenset({call.id}), frozenset({met.id, told.id})}


@pytest.mark.parametrize(
    ("told", "together"),
    [
        (replace(event(SECOND, "CONSULT", ["sesay"], ["holt"], mode="phone"), happened=WEEK), True),
        (replace(event(SECOND, "CONSULT", ["holt", "sesay"], mode="phone"), happened=WEEK), True),
        (replace(event(SECOND, "CONSULT", ["sesay", "holt"], mode="phone", status="denied"), happened=WEEK), True),
        (replace(event(SECOND, "CONSULT", ["sesay", "holt"], mode="phone", status="planned"), happened=WEEK), False),
        (replace(event(SECOND, "CONSULT", ["sesay", "holt"], mode="phone", status="negated"), happened=WEEK), False),
        (replace(event(SECOND, "CONSULT", ["sesay", "holt"], mode="phone", status="aggregate"), happened=WEEK), False),
        (replace(event(SECOND, "CONSULT", ["sesay", "holt"], mode="visit"), happened=WEEK), False),
        (replace(event(SECOND, "CONSULT", ["sesay", "korra"], mode="phone"), happened=WEEK), False),
        (replace(event(SECOND, "CONSULT", ["sesay", "holt"], mode="phone"), happened=When()), False),
    ],
)
def test_what_two_talked_in_a_week_is_their_only_talk_of_it(told: Event, *, together: bool) -> None:
    assert len(joined(CALL, told)) == (1 if together else 2)


def test_what_two_talked_in_a_week_may_be_either_of_two_talks() -> None:
    again = event(FIRST, "CONSULT", ["sesay", "holt"], on="2031-03-15", mode="phone", at=(6, 10))
    told = replace(event(SECOND, "CONSULT", ["sesay", "holt"], mode="phone"), happened=WEEK)
    assert len(joined(CALL, again, told)) == 3
