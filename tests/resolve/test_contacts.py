"""Contacts: calls and visits that took place, with what each side says of them."""

from rashomon.model.annotation import Event, Link, Statement
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.contacts import contacts
from rashomon.resolve.happenings import happenings

TEXT = "Sesay telephoned Holt on 13 March. Holt said the call had been frank."
REPORT = Document(text=TEXT, source="a.txt")
LINKS = {"m-sesay": "sesay", "m-holt": "holt"}


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


def said(of: str | None) -> Statement:
    return Statement(
        document=REPORT.id,
        evidence=(REPORT.span(35, len(TEXT)),),
        rule="test",
        speaker=(Link(mention="m-holt", span=REPORT.span(35, 39)),),
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


def test_what_is_said_of_something_else_is_no_readout() -> None:
    event = call()
    [contact] = contacts(happenings([REPORT], [event], LINKS), [event], [said(None)], LINKS)
    assert contact.readouts == ()


def test_a_planned_call_is_no_contact() -> None:
    event = call("planned")
    assert contacts(happenings([REPORT], [event], LINKS), [event], [], LINKS) == ()


def test_a_mediation_is_no_contact() -> None:
    event = call(mode="third-party")
    assert contacts(happenings([REPORT], [event], LINKS), [event], [], LINKS) == ()
