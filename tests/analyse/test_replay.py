"""What changed between two days."""

from collections.abc import Callable

from rashomon.analyse.replay import replay
from rashomon.model.annotation import Event, Link, Status
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Account, Happening, Truce
from tests.analyse.conftest import Bench


def strike(bench: Bench, report: Document, status: Status = "asserted") -> Event:
    event = Event(
        document=report.id, evidence=(bench.words(report, "bombed"),), cue=(bench.words(report, "bombed"),),
        rule="test", type="ASSAULT", initiators=(bench.link(report, "Ostria"),), status=status, happened=When(),
        according_to=(Link(document=report.id),),
    )  # fmt: skip
    bench.keep(event)
    return event


def happening(*events: Event) -> Happening:
    accounts = (Account(voice=events[0].according_to[0], status="asserted", events=tuple(one.id for one in events)),)
    told = {one.document for one in events if one.status == "asserted"}
    return Happening(
        type="ASSAULT", events=tuple(one.id for one in events), accounts=accounts, upstreams=tuple(sorted(told)),
        independent_sources=len(told),
    )  # fmt: skip


def test_what_is_new_is_told_and_what_was_known_is_not(bench: Callable[[], Bench]) -> None:
    before, after = bench(), bench()
    for made in (before, after):
        first = made.report("Ostria bombed Velm.", outlet="Gazette", published="2031-05-02")
        event = strike(made, first)
        made.world(happenings=(happening(event),))
    second = after.report("Ostria bombed Tarn too.", outlet="Courier", published="2031-05-04")
    after.world(happenings=(happening(event), happening(strike(after, second))))
    changes = replay(before.view(), after.view())
    assert [one.kind for one in changes] == ["report", "appeared"]
    assert "Ostria bombed Tarn too." in changes[1].text and changes[0].record == second.id


def test_a_second_source_corroborates_and_a_denial_is_told(bench: Callable[[], Bench]) -> None:
    before, after = bench(), bench()
    for made in (before, after):
        first = made.report("Ostria bombed Velm.", outlet="Gazette", published="2031-05-02")
        event = strike(made, first)
        made.world(happenings=(happening(event),))
    second = after.report("Ostria bombed Velm, it is true.", outlet="Courier", published="2031-05-04")
    third = after.report("Ostria never bombed Velm.", outlet="Beacon", published="2031-05-05")
    after.world(happenings=(happening(event, strike(after, second), strike(after, third, "denied")),))
    kinds = {one.kind: one.text for one in replay(before.view(), after.view())}
    assert "2 independent sources (1 before)" in kinds["corroborated"]
    assert "denied by Beacon" in kinds["denied"]


def test_a_truce_that_collapsed_is_told(bench: Callable[[], Bench]) -> None:
    before, after = bench(), bench()
    for made, fate in ((before, "holding"), (after, "collapsed")):
        report = made.report("Ostria bombed Velm.", outlet="Gazette", published="2031-05-02")
        made.world(truces=(Truce(members=(strike(made, report).id,), fate=fate),))  # type: ignore[arg-type]
    (change,) = replay(before.view(), after.view())
    assert change.kind == "truce" and "collapsed (was holding)" in change.text


def test_nothing_changed(bench: Callable[[], Bench]) -> None:
    made = bench()
    made.report("Ostria bombed Velm.", published="2031-05-02")
    view = made.view()
    assert replay(view, view) == []
