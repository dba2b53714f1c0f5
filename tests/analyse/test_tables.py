"""What one table answers alone: who contests a call, what two people had together, whether a condition was met."""

from collections.abc import Callable

from rashomon.analyse.tables import TABLES, Filter, table
from rashomon.model.annotation import Event, Link, Pledge
from rashomon.model.values import When
from rashomon.model.world import Contact, Happening, Readout
from tests.analyse.conftest import Bench

TEXT = (
    "Ana Tarr called Ben Orlo. Ana Tarr said they agreed on a corridor. Ben Orlo denied it. Ana Tarr met Cara Vey. "
    "Osk will fight if Velm shells Tarn. Later Velm shelled Tarn."
)
DAY = When(earliest="2031-03-02", latest="2031-03-02", granularity="day")


def contacts(case: Bench) -> None:
    one = case.report(TEXT, outlet="Osk Herald", published="2031-03-03")
    links = {name: case.link(one, name) for name in ("Ana Tarr", "Ben Orlo", "Cara Vey")}
    who = {name: Link(actor=case._links[link.mention or ""], span=link.span) for name, link in links.items()}
    call = Event(document=one.id, evidence=(case.words(one, "called"),), rule="test", type="CONSULT")
    talk = Event(document=one.id, evidence=(case.words(one, "met"),), rule="test", type="CONSULT")
    case.keep(call), case.keep(talk)
    claim = case.statement(one, "Ana Tarr", "they agreed on a corridor")
    case.statement(one, "Ben Orlo", "denied it", act="deny", of=claim.id)
    happenings = tuple(Happening(type="CONSULT", events=(each.id,)) for each in (call, talk))
    readout = Readout(by=who["Ana Tarr"], statements=(claim.id,))
    case.world(
        happenings=happenings,
        contacts=(
            Contact(
                type="phone", happening=happenings[0].id, participants=(who["Ana Tarr"], who["Ben Orlo"]),
                members=(call.id,), readouts=(readout,), happened=DAY,
            ),
            Contact(
                type="meeting", happening=happenings[1].id, participants=(who["Ana Tarr"], who["Cara Vey"]),
                members=(talk.id,), happened=DAY,
            ),
        ),
    )  # fmt: skip


def test_a_call_tells_who_contests_what_was_said_of_it(bench: Callable[[], Bench]) -> None:
    case = bench()
    contacts(case)
    phone, meeting = table(case.view(), "contacts").rows
    assert str(phone.cells["contested"]).startswith("denial: Ana Tarr, Ben Orlo [difference-")
    assert meeting.cells["contested"] is None
    assert phone.cells["outlet"] == "Osk Herald" and phone.cells["evidence"] == "called"


def test_several_actors_must_all_take_part(bench: Callable[[], Bench]) -> None:
    case = bench()
    contacts(case)
    view = case.view()

    def types(*names: str) -> list[object]:
        return [row.cells["type"] for row in table(view, "contacts", Filter(actor=names)).rows]

    assert types("Ana Tarr") == types() == ["phone", "meeting"]
    assert types("Ana Tarr", "Cara Vey") == ["meeting"] and types("Ben Orlo", "Cara Vey") == []


def test_a_pledge_tells_who_says_that_its_condition_was_met(bench: Callable[[], Bench]) -> None:
    case = bench()
    one = case.report(TEXT, outlet="Osk Herald", published="2031-03-03")
    case.keep(
        Pledge(
            document=one.id, evidence=(case.words(one, "Osk will fight if Velm shells Tarn"),), rule="test", form="if",
            by=(case.link(one, "Osk"),), condition=(case.words(one, "Velm shells Tarn"),),
        )
    )  # fmt: skip
    doer, place = case.link(one, "Velm"), case.link(one, "Tarn")
    for cue, status in (("shells", "hypothetical"), ("shelled", "asserted")):
        case.keep(
            Event(
                document=one.id, evidence=(case.words(one, cue),), cue=(case.words(one, cue),), rule="test",
                type="ASSAULT", initiators=(doer,), recipients=(place,), status=status, happened=DAY,
                according_to=(Link(document=one.id),),
            )
        )  # fmt: skip
    (row,) = table(case.view(), "pledges").rows
    assert row.cells["met"] == "Osk Herald (2031-03-02)"


def test_every_table_has_outlet_and_evidence(bench: Callable[[], Bench]) -> None:
    view = bench().view()
    for name in TABLES:
        assert {"outlet", "evidence", "id"} <= set(table(view, name).columns), name
