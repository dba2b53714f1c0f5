from collections.abc import Callable
from typing import Any

from rashomon.analyse.sources import leans, sources, upstreams
from rashomon.model.annotation import Event, Link
from rashomon.model.world import Happening

LONG = (
    "The harbour of Sele was closed at dawn after two trawlers struck mines in the outer channel, "
    "the port captain told reporters, and no ship has sailed since."
)


def test_shares_of_a_report_that_carries_another_and_tells_itself(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report(
        "Osk will not talk, the minister said, Radio Dorn reported. Velm said it would wait.", outlet="Daily"
    )
    radio = case.link(one, "Radio Dorn")
    case.statement(one, "the minister", "Osk will not talk", via=(radio,))
    case.statement(one, "Velm", "it would wait")
    (found,) = sources(case.view())
    assert (found.own, found.carried, found.opinion) == (0.5, 0.5, 0.0)
    assert found.upstreams == ("Radio Dorn",) and (found.statements, found.relayed) == (2, 1)


def test_an_opinion_piece_speaks_for_itself(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("The truce was a farce.", outlet="Review", genre="opinion")
    span = case.words(one, "was a farce")
    case.keep(Event(document=one.id, evidence=(span,), cue=(span,), rule="test", type="ACCUSE", status="asserted",
                    according_to=(Link(document=one.id),)))  # fmt: skip
    (found,) = sources(case.view())
    assert (found.own, found.opinion) == (0.0, 1.0)


def test_a_report_without_records_has_no_shares(bench: Callable[[], Any]) -> None:
    case = bench()
    case.report("Rain.", outlet="Daily")
    (found,) = sources(case.view())
    assert (found.own, found.carried, found.opinion) == (None, None, None)


def test_who_leans_on_whom_and_how_often(bench: Callable[[], Any]) -> None:
    case = bench()
    wire = case.report(LONG, outlet="Wire", published="2031-05-02")
    paper = case.report(
        f"{LONG}\n\nNothing moved at noon.", outlet="Paper", published="2031-05-03", upstreams=("Wire",)
    )
    found = {(one.document, one.on, one.how, one.times) for one in leans(case.view())}
    assert found == {(paper.id, "Wire", "credits", 1), (paper.id, "Wire", "reprints", 1)}
    assert wire.id not in {one.document for one in leans(case.view())}


def test_its_own_short_name_is_nobody_a_paper_leans_on(bench: Callable[[], Any]) -> None:
    case = bench()
    case.report("Rain.", outlet="The Korvast Courier", upstreams=("Courier", "Dorn Press"))
    assert [one.on for one in leans(case.view())] == ["Dorn Press"]


def test_what_rests_on_one_upstream_alone_comes_first(bench: Callable[[], Any]) -> None:
    case = bench()
    one = case.report("Shells fell. A bridge fell.", outlet="Daily")
    events = []
    for words in ("Shells fell", "A bridge fell"):
        span = case.words(one, words)
        events.append(case.keep(Event(document=one.id, evidence=(span,), cue=(span,), rule="test", type="ASSAULT",
                                      status="asserted", according_to=(Link(document=one.id),))))  # fmt: skip
    shared = Happening(type="ASSAULT", events=(events[0].id,), upstreams=("Army", "Daily"), independent_sources=2)
    single = Happening(type="ASSAULT", events=(events[1].id,), upstreams=("Daily",), independent_sources=1)
    case.world(happenings=(shared, single))
    found = {each.name: (len(each.happenings), len(each.alone)) for each in upstreams(case.view())}
    assert list(found.items()) == [("Daily", (2, 1)), ("Army", (1, 0))]
