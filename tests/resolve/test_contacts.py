"""Contacts: calls and visits that took place, with what each side says of them."""

from dataclasses import replace

import pytest

from rashomon.model.annotation import Event, Link, Statement
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Actor
from rashomon.resolve.contacts import contacts
from rashomon.resolve.happenings import happenings

TEXT = "Sesay telephoned Holt on 13 March. Holt said the call had been frank."
REPORT = Document(text=TEXT, source="a.txt")
LINKS = {"m-sesay": "sesay", "m-holt": "holt", "m-korr": "korr", "m-palace": "palace"}


def call(status: str = "asserted", mode: str | None = "phone") -> Event:
    return Event(
        document=REPORT.id,
        evidence=(REPORT.span(0, 34),),
        rule="test",
        type="CONSULT",
        mode=mode,
        cue=(REPORT.span(6, 16),),
        initiators=(Link(mention="m-sesay"),),
        recipients=(Link(mention="m-holt"),),
        happened=When(earliest="2031-03-13", latest="2031-03-13", granularity="day"),
        status=status,  # type: ignore[arg-type]
        according_to=(Link(document=REPORT.id),),
    )


def said(of: str | None, by: str = "holt") -> Statement:
    return Statement(
        document=REPORT.id,
        evidence=(REPORT.span(35, len(TEXT)),),
        rule="test",
        speaker=(Link(mention=f"m-{by}", span=REPORT.span(35, 39)),),
        content=(REPORT.span(45, len(TEXT) - 1),),
        of=of,
    )


def test_a_call_with_the_readout_of_one_side() -> None:
    event = call()
    statement = said(event.id)
    [contact] = contacts(happenings([REPORT], [event], LINKS), [event], [statement], LINKS)
    assert (contact.type, contact.happened.earliest) == ("phone", "2031-03-13")
    assert {link.actor for link in contact.participants} == {"sesay", "holt"}
    assert [link.actor for link in contact.placed_by] == ["sesay"]
    assert [(one.by.actor, one.statements) for one in contact.readouts] == [("holt", (statement.id,))]


def test_what_a_side_says_soon_after_is_its_readout() -> None:
    event = call()
    [contact] = contacts(happenings([REPORT], [event], LINKS), [event], [said(None)], LINKS)
    assert [one.by.actor for one in contact.readouts] == ["holt"]


def test_what_others_say_soon_after_is_no_readout() -> None:
    event = call()
    [contact] = contacts(happenings([REPORT], [event], LINKS), [event], [said(None, "korr")], LINKS)
    assert contact.readouts == ()


def test_a_leaders_palace_is_no_further_participant() -> None:
    people = [
        Actor(key="sesay", name="Amara Sesay", type="person", country="KEN"),
        Actor(key="holt", name="Tom Holt", type="person", country="UGA"),
        Actor(key="palace", name="Presidency of Uganda", type="government", country="UGA"),
    ]
    links = {f"m-{one.key}": one.id for one in people}
    event = replace(call(), recipients=(Link(mention="m-holt"), Link(mention="m-palace")))
    [contact] = contacts(happenings([REPORT], [event], links), [event], [], links, actors=people)
    assert [one.actor for one in contact.participants] == [people[0].id, people[1].id]


def test_a_visit_needs_a_place_or_a_host() -> None:
    event = replace(call(mode="visit"), recipients=())
    assert contacts(happenings([REPORT], [event], LINKS), [event], [], LINKS) == ()


def test_a_planned_call_is_no_contact() -> None:
    event = call("planned")
    assert contacts(happenings([REPORT], [event], LINKS), [event], [], LINKS) == ()


def test_a_mediation_is_no_contact() -> None:
    event = call(mode="third-party")
    assert contacts(happenings([REPORT], [event], LINKS), [event], [], LINKS) == ()


def test_the_order_of_statements_does_not_matter() -> None:
    event = call()
    told = happenings([REPORT], [event], LINKS)
    given = [said(None), said(event.id, "korr")]
    assert contacts(told, [event], given, LINKS) == contacts(told, [event], given[::-1], LINKS)


def test_a_denial_of_the_other_sides_account_is_a_readout() -> None:
    text = "Sesay telephoned Holt on 13 March. Holt rejected that account of the call."
    report = Document(text=text, source="b.txt")
    event = replace(call(), document=report.id, evidence=(report.span(0, 34),), cue=(report.span(6, 16),))
    denied = Statement(
        document=report.id,
        evidence=(report.span(35, len(text)),),
        rule="test",
        act="deny",
        speaker=(Link(mention="m-holt", span=report.span(35, 39)),),
        content=(report.span(49, len(text) - 1),),
    )
    [contact] = contacts(happenings([report], [event], LINKS), [event], [denied], LINKS)
    assert [one.by.actor for one in contact.readouts] == ["holt"]


def test_a_charge_of_another_deed_soon_after_a_call_is_no_readout() -> None:
    text = "Sesay telephoned Holt on 13 March. Holt accused the raiders of burning Velm."
    report = Document(text=text, source="b.txt")
    event = replace(call(), document=report.id, evidence=(report.span(0, 34),), cue=(report.span(6, 16),))
    accused = Statement(
        document=report.id,
        evidence=(report.span(35, len(text)),),
        rule="test",
        act="accuse",
        speaker=(Link(mention="m-holt", span=report.span(35, 39)),),
        content=(report.span(63, len(text) - 1),),
        of="event-of-another-deed",
    )
    [contact] = contacts(happenings([report], [event], LINKS), [event], [accused], LINKS)
    assert contact.readouts == ()


def test_a_summoned_envoy_was_met() -> None:
    event = replace(call(), type="ACCUSE", mode="disapprove", rule="event: summon")
    [contact] = contacts(happenings([REPORT], [event], LINKS), [event], [], LINKS)
    assert (contact.type, {link.actor for link in contact.participants}) == ("meeting", {"sesay", "holt"})


def test_a_reproach_is_no_meeting() -> None:
    event = replace(call(), type="ACCUSE", mode="disapprove", rule="event: condemn")
    assert contacts(happenings([REPORT], [event], LINKS), [event], [], LINKS) == ()


TOLD = "Sesay said that he had rung Holt on 13 March."
TELLING = Document(text=TOLD, source="b.txt")
PERSONS = [Actor(key="sesay", name="Sesay", type="person"), Actor(key="holt", name="Holt", type="person")]


def rung_by(pronoun: str, form: str = "indirect") -> list[str]:
    """The names of those who take part in a call that Sesay tells of."""
    links = {f"m-{one.key}": one.id for one in PERSONS}
    at = TOLD.index("he had")
    event = Event(
        document=TELLING.id,
        evidence=(TELLING.span(at, len(TOLD) - 1),),
        rule="test",
        type="CONSULT",
        mode="phone",
        cue=(TELLING.span(TOLD.index("rung"), TOLD.index("rung") + 4),),
        initiators=(Link(span=TELLING.span(TOLD.index(pronoun), TOLD.index(pronoun) + len(pronoun))),),
        recipients=(Link(mention="m-holt"),),
        happened=When(earliest="2031-03-13", latest="2031-03-13", granularity="day"),
        status="attributed",
        according_to=(Link(document=TELLING.id),),
    )
    statement = Statement(
        document=TELLING.id,
        evidence=(TELLING.span(0, len(TOLD)),),
        rule="test",
        form=form,  # type: ignore[arg-type]
        speaker=(Link(mention="m-sesay"),),
        content=(TELLING.span(at, len(TOLD) - 1),),
    )
    found = happenings([TELLING], [event], links)
    names = {one.id: one.key for one in PERSONS}
    made = contacts(found, [event], [statement], links, actors=PERSONS)
    return [names[link.actor or ""] for one in made for link in one.participants]


def test_he_who_says_that_he_rang_took_part() -> None:
    assert set(rung_by("he")) == {"sesay", "holt"}


def test_in_a_quotation_he_is_somebody_else() -> None:
    assert rung_by("he", form="direct") == []


@pytest.mark.parametrize("rule", ["event: truce signed", "event: truce signed, again", "event: initial, again"])
def test_two_who_sign_a_paper_somewhere_on_a_day_have_met(rule: str) -> None:
    both = (Link(mention="m-sesay"), Link(mention="m-holt"))
    place = (Link(span=REPORT.span(0, 5)),)
    signed = replace(call(mode=None), type="SUPPORT", rule=rule, initiators=both, recipients=(), places=place)
    [contact] = contacts(happenings([REPORT], [signed], LINKS), [signed], [], LINKS)
    assert (contact.type, {link.actor for link in contact.participants}) == ("meeting", {"sesay", "holt"})
    alone = replace(signed, initiators=both[:1])
    assert contacts(happenings([REPORT], [alone], LINKS), [alone], [], LINKS) == ()
