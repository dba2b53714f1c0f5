"""Long lists: shown in parts, put in order once, and still there while a judgement is being applied."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from rashomon import open_case
from rashomon.analyse.corroborations import corroborations
from rashomon.web import listed, shelf, shown
from rashomon.web.app import application
from rashomon.web.pages import ledgers
from rashomon.web.settings import Settings
from tests.web.conftest import client_of

THREATS = ("close the strait", "recall its envoys", "arm the dockers", "shut the mines", "cut the power")


@pytest.fixture
def threatened(tmp_path: Path) -> Iterator[TestClient]:
    """Five reports with a threat each, all on one condition."""
    with open_case(tmp_path / "threats.rashomon") as case:
        for number, threat in enumerate(THREATS, start=1):
            report = tmp_path / f"{number}.txt"
            report.write_text(
                f"Estaria warns Norvak\n\nThe Harbour Courier\n{number} May 2034\n\n"
                f"If Norvak crosses the Marn, Estaria will {threat}, President Tomas Adler said.\n"
            )
            case.read(report)
    with client_of(application(Settings(case=str(tmp_path / "threats.rashomon"), who="Ada"))) as client:
        yield client


def test_answers_are_shown_in_parts(threatened: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledgers, "_ANSWERS", 2)
    first = threatened.get("/pledges?event=Norvak+crosses+the+Marn").text
    assert first.count('class="tag effect"') == 2
    assert "1–2 of" in first and "Next 2" in first
    last = threatened.get("/pledges?event=Norvak+crosses+the+Marn&offset=4").text
    assert last.count('class="tag effect"') == 1
    assert "5–5 of" in last


def test_pledges_of_a_form_are_all_behind_its_link(threatened: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledgers, "_OF_A_FORM", 2)
    some = threatened.get("/pledges").text
    assert sum(threat in some for threat in THREATS) == 2
    link = re.findall(r'The first 2 of .*?href="([^"]+)"', some)[0]
    every = threatened.get(unescape(link)).text
    assert all(threat in every for threat in THREATS)
    monkeypatch.setattr(ledgers, "PAGE", 3)
    rest = threatened.get("/pledges?form=if&offset=3").text
    assert sum(threat in rest for threat in THREATS) == 2
    assert "No pledge of that form" in threatened.get("/pledges?form=never").text


def test_statements_are_put_in_order_once(threatened: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    made = listed.order
    monkeypatch.setattr(listed, "order", lambda when: asked.append(when) or made(when))
    view = open_case(threatened.app.state.settings.case).view  # type: ignore[attr-defined]
    assert [row.cells["said"] for row in listed.statements_by_day(view)] == sorted(
        str(row.cells["said"]) for row in listed.statements_by_day(view)
    )
    assert len(asked) == len(view.statements) > 0


def test_names_are_told_without_going_through_all_reports_again(threatened: TestClient) -> None:
    view = open_case(threatened.app.state.settings.case).view  # type: ignore[attr-defined]
    assert shown.actors_in(view, "R2")[0][1] == list(view.documents)[1]
    touched: list[str] = []

    class Watched(dict[str, object]):
        def items(self) -> object:  # type: ignore[override]
            touched.append("documents")
            return super().items()

    view.documents = Watched(view.documents)  # type: ignore[assignment]
    assert [name for name, _ in shown.actors_in(view, "Estaria; Norvak")] == ["Estaria", "; ", "Norvak"]
    assert not touched


def test_lists_stand_while_what_they_show_first_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_SMALL", 1)
    with open_case(tmp_path / "war.rashomon") as left:
        for number, paper in enumerate(("The Harbour Courier", "The Ruvania Ledger"), start=1):
            report = tmp_path / f"{number}.txt"
            told = "Estaria killed 120 Norvak soldiers at Osk on 2 May, President Tomas Adler said."
            report.write_text(f"Fighting at Osk\n\n{paper}\n{number + 2} May 2034\n\n{told}\n")
            left.read(report)
        firsts = {one.members[0] for one in corroborations(left.view)}
        assert firsts
        ids = sorted(firsts | {left.view.statements[0].id})
        judged = [left.judgement("reject", id, who="Ada", why="a test") for id in ids]
    with client_of(application(Settings(case=str(tmp_path / "war.rashomon"), who="Ada"))) as client:
        made: shelf.Shelf = client.app.state.shelf  # type: ignore[attr-defined]
        assert ">120</data>" in client.get("/agreed").text
        monkeypatch.setattr(shelf.Shelf, "_apply", lambda self, dated: None)
        monkeypatch.setattr(shelf.Shelf, "_is_judged", lambda self: True)
        made.decide(*judged)
        for path in ("/agreed", "/statements", "/timeline", "/positions", "/figures", "/", "/search?q=soldiers"):
            assert client.get(path).status_code == 200, path


def test_two_copies_are_compared_once_and_a_newer_one_again(
    threatened: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    made = listed.replay
    monkeypatch.setattr(listed, "replay", lambda before, after: asked.append(after) or made(before, after))
    case = threatened.app.state.settings.case  # type: ignore[attr-defined]
    before, after, newer = open_case(case, as_of="2000-01-01").view, open_case(case).view, open_case(case).view
    assert listed.changes_between(before, after) == listed.changes_between(before, after) != []
    assert asked == [after]
    assert listed.changes_between(before, newer) == listed.changes_between(before, after)
    assert asked == [after, newer, after]
