from pathlib import Path
from xml.etree import ElementTree

import networkx

from rashomon.analyse.network import network
from rashomon.analyse.view import View
from rashomon.export.graph import export_gexf, export_graphml
from tests.export.conftest import Harbour

GEXF = "{http://www.gexf.net/1.2draft}"


def test_graphml_gives_back_every_tie_with_its_dates_and_words(view: View, tmp_path: Path) -> None:
    export_graphml(view, tmp_path / "g.graphml")
    graph = networkx.read_graphml(tmp_path / "g.graphml")
    made = network(view)
    assert set(graph) == {one.id for one in made.actors}
    found = {(a, b, data["label"], data["earliest"], data["record"]) for a, b, data in graph.edges(data=True)}
    assert found == {
        (one.source, one.target, one.label, one.when.earliest or "", one.record) for one in made.edges
    }  # fmt: skip
    assert {"2031-03-01", "2031-03-03"} <= {one[3] for one in found}


def test_gexf_has_both_ends_of_every_dated_edge(harbour: Harbour, tmp_path: Path) -> None:
    view = harbour.view()
    export_gexf(view, tmp_path / "g.gexf")
    root = ElementTree.parse(tmp_path / "g.gexf").getroot()
    graph = root.find(f"{GEXF}graph")
    assert graph is not None and graph.get("mode") == "dynamic" and graph.get("timeformat") == "date"
    edges = list(root.iter(f"{GEXF}edge"))
    assert {(one.get("start"), one.get("end")) for one in edges} == {
        ("2031-03-01", "2031-03-31"), ("2031-03-03", "2031-03-03"),
    }  # fmt: skip
    back = networkx.read_gexf(tmp_path / "g.gexf", version="1.2draft")
    assert back.number_of_edges() == len(network(view).edges) == len(edges)
