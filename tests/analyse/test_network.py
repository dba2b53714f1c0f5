"""The network: who is tied to whom, by whose account, and the files graph tools read."""

from collections.abc import Callable
from io import BytesIO

import networkx

from rashomon.analyse.network import network
from rashomon.export.graph import to_gexf, to_graphml
from rashomon.model.annotation import Event, Link, Relation
from rashomon.model.values import When
from rashomon.model.world import Account, Happening
from tests.analyse.conftest import Bench

TEXT = "Ostria bombed the port of Velm. Ostria and Tarn are allies, the ministry said. Tarn's =cmd()\u202e envoy left."


def bombing(bench: Bench) -> None:
    """A report in which Ostria bombs Velm, and Tarn stands by Ostria."""
    report = bench.report(TEXT, outlet="Gazette", published="2031-05-02")
    own = (Link(document=report.id),)
    event = Event(
        document=report.id, evidence=(bench.words(report, "bombed"),), rule="test",
        cue=(bench.words(report, "bombed"),), type="ASSAULT",
        initiators=(bench.link(report, "Ostria"),), recipients=(bench.link(report, "Velm"),),
        happened=When(earliest="2031-05-01", latest="2031-05-01", granularity="day"), according_to=own,
    )  # fmt: skip
    bench.keep(event)
    bench.keep(
        Relation(
            document=report.id, evidence=(bench.words(report, "Ostria and Tarn are allies"),), rule="test", type="ally",
            subject=(bench.link(report, "Ostria"),), object=(bench.link(report, "Tarn"),), according_to=own,
        )
    )  # fmt: skip
    account = Account(voice=own[0], status="asserted", events=(event.id,))
    bench.world(
        happenings=(
            Happening(type="ASSAULT", events=(event.id,), happened=event.happened, accounts=(account,)),
        )
    )  # fmt: skip


def test_relations_and_happenings_tie_actors(bench: Callable[[], Bench]) -> None:
    made = bench()
    bombing(made)
    found = network(made.view())
    names = {one.id: one.name for one in found.actors}
    ties = {(names[one.source], one.label, names[one.target], one.directed) for one in found.edges}
    assert ties == {("Ostria", "ASSAULT", "Velm", True), ("Ostria", "ally", "Tarn", False)}
    assert {one.evidence for one in found.edges} >= {"Ostria bombed the port of Velm."}


def test_graph_tools_read_both_files_with_dates(bench: Callable[[], Bench]) -> None:
    made = bench()
    bombing(made)
    found = network(made.view())
    graphml = networkx.read_graphml(BytesIO(to_graphml(found)))
    gexf = networkx.read_gexf(BytesIO(to_gexf(found)), version="1.2draft")
    assert sorted(node["label"] for _, node in graphml.nodes(data=True)) == ["Ostria", "Tarn", "Velm"]
    for graph in (graphml, gexf):
        assert graph.number_of_edges() == 2
    bombed = next(one for _, _, one in graphml.edges(data=True) if one["label"] == "ASSAULT")
    assert (bombed["earliest"], bombed["latest"]) == ("2031-05-01", "2031-05-01")
    assert any(one.get("start") == "2031-05-01" for _, _, one in gexf.edges(data=True))


def test_what_xml_forbids_does_not_break_a_file(bench: Callable[[], Bench]) -> None:
    made = bench()
    report = made.report("Ostria\x0bsent Tarn\u202e troops.", published="2031-05-02")
    made.keep(
        Relation(
            document=report.id, evidence=(made.words(report, "Ostria\x0bsent Tarn\u202e"),), rule="test", type="arms",
            subject=(made.link(report, "Ostria"),), object=(made.link(report, "Tarn"),),
            according_to=(Link(document=report.id),),
        )
    )  # fmt: skip
    written = to_graphml(network(made.view())).decode("utf-8")
    assert "\x0b" not in written and "\u202e" not in written
    assert networkx.read_graphml(BytesIO(written.encode())).number_of_edges() == 1
