"""The Python API: what it hands out, as records, tables and HTML."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas
import pyarrow
import pytest

import rashomon
from rashomon import plugins
from rashomon.analyse.tables import TABLES
from rashomon.case import Case
from rashomon.export.exporters import EXPORTERS
from rashomon.model.finding import Judgement, Problem
from rashomon.model.values import When
from tests.export.conftest import HOSTILE, Harbour

LISTS: dict[str, Callable[[Case], Iterable[Any]]] = {
    "documents": Case.documents,
    "statements": Case.statements,
    "events": Case.events,
    "figures": Case.figures,
    "pledges": Case.pledges,
    "positions": Case.positions,
    "relations": Case.relations,
    "actors": Case.actors,
    "happenings": Case.happenings,
    "contacts": Case.contacts,
    "truces": Case.truces,
    "differences": Case.differences,
    "corroborations": Case.corroborations,
    "records": Case.records,
    "search": lambda case: case.search("denied"),
    "passages": lambda case: case.passages(case.statements()[0].id),
}


@pytest.fixture(scope="module")
def case() -> Case:
    """A case whose outlet, title and names are hostile."""
    made = Harbour()
    text = f"{HOSTILE} denied that Velm shelled Tarn."
    one = made.report(text, outlet=HOSTILE, title=HOSTILE, published="2031-03-02")
    made.statement(one, HOSTILE, "denied that Velm shelled Tarn", act="deny", of=made.claim.id)
    archive = made.view().archive
    archive.remember(Problem(source=HOSTILE, component="read", message=HOSTILE))
    archive.judge(Judgement(action="accept", subjects=(made.claim.id,), who=HOSTILE, why=HOSTILE, when="2031-03-10"))
    return Case(archive)


class Tags(HTMLParser):
    """The tags of a page, each closed in turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add(tag)
        assert {name for name, _ in attributes} <= {"style"}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def check(html: str) -> None:
    """HTML that is whole and holds nothing of what reports would smuggle in."""
    tags = Tags()
    tags.feed(html)
    assert not tags.open and tags.seen
    assert tags.seen <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li", "b", "p", "h3"}
    assert "\u202e" not in html and "\x1b" not in html


@pytest.mark.parametrize("name", sorted(LISTS))
def test_every_list_and_every_record_of_it_shows_itself(name: str, case: Case) -> None:
    found = list(LISTS[name](case))
    assert found or name in ("positions", "contacts", "corroborations")
    check(LISTS[name](case)._repr_html_())  # type: ignore[attr-defined]
    for one in found:
        check(one._repr_html_())


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_shows_itself_and_goes_to_pandas_and_arrow(name: str, case: Case) -> None:
    table = case.table(name, background=True)
    check(table._repr_html_())
    frame, arrow = table.to_pandas(), table.to_arrow()
    assert isinstance(frame, pandas.DataFrame) and isinstance(arrow, pyarrow.Table)
    assert tuple(frame.columns) == tuple(arrow.column_names) == table.columns
    assert arrow.to_pylist() == list(table) and len(frame) == len(table)


def test_the_brief_shows_itself(case: Case) -> None:
    html = case.brief()._repr_html_()
    check(html)
    assert "&lt;script&gt;" in html and "Who said what" in html


def test_a_record_shows_its_words_and_its_fields(case: Case) -> None:
    html = case.figures()[0]._repr_html_()
    assert "killed 7 dockers" in html and "2031-03-03 (test)" in html and "civilian" in html


def test_a_long_list_shows_its_beginning_and_tells_the_rest() -> None:
    made = Harbour()
    words = [f"Speaker{n} spoke" for n in range(120)]
    one = made.report(". ".join(words), published="2031-03-02")
    for n in range(120):
        made.statement(one, f"Speaker{n}", "spoke")
    case = Case(made.view().archive)
    assert "… and 71 more" in case.statements()._repr_html_()
    assert "… and 21 more" in case.table("statements")._repr_html_()


def test_numbers_are_numbers_also_where_all_are_unknown(case: Case) -> None:
    assert str(case.table("figures").to_arrow().schema.field("low").type) == "double"
    assert str(Case(Harbour().archive).table("figures").to_arrow().schema.field("low").type) == "double"


def test_without_pandas_one_line_says_what_to_install(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(rashomon.SetupError, match="pip install pandas") as raised:
        case.table("timeline").to_pandas()
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda case: case.table("gossip"), "no table 'gossip': one of timeline"),
        (lambda case: case.table("timeline", actor="Nobody"), "no actor called 'Nobody'"),
        (lambda case: case.table("timeline", since="someday"), "someday"),
        (lambda case: case.export("gif"), "no export format 'gif': one of jsonl, csv"),
        (lambda case: case.export("csv"), "give --out FOLDER"),
        (lambda case: case.record("statement-zzz"), "statement-zzz"),
        (lambda case: rashomon.open_case("/nowhere/at-all", create=False), "no such case"),
    ],
)
def test_what_is_wrong_is_told_on_one_line(call: Callable[[Case], Any], said: str, case: Case) -> None:
    with pytest.raises(rashomon.SetupError) as raised:
        call(case)
    assert said in str(raised.value) and "\n" not in str(raised.value)


@pytest.mark.parametrize("format", sorted(EXPORTERS))
def test_every_format_can_be_exported(format: str, case: Case, tmp_path: Path) -> None:
    case.export(format, tmp_path / "deep" / "out")
    assert (tmp_path / "deep" / "out").exists()


def test_another_package_s_exporter_gets_the_view_and_the_target(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @dataclass
    class Entry:
        name = "count"
        value = "somewhere:count"

        def load(self) -> Callable[[Any, Path], object]:
            return lambda view, target: target.write_text(f"{len(view.documents)} reports")

    monkeypatch.setattr(plugins, "entry_points", lambda group: [Entry()] if group == "rashomon.exporters" else [])
    plugins.plugins.cache_clear()
    try:
        case.export("count", tmp_path / "n.txt")
    finally:
        plugins.plugins.cache_clear()
    assert (tmp_path / "n.txt").read_text() == "3 reports"


def test_a_time_has_one_line() -> None:
    assert (
        str(When(earliest="2031-03-01", latest="2031-03-31", basis="'March'")) == "2031-03-01 to 2031-03-31 ('March')"
    )
    assert str(When(latest="2031-03-31")) == "? to 2031-03-31" and str(When()) == "?"
