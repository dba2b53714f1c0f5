"""Judging on a page changes the world at once, and undoing brings it back."""

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import monotonic, sleep
from typing import Any

import pytest
from fastapi.testclient import TestClient

from rashomon import open_case, pipeline
from rashomon.pipeline import refresh
from rashomon.web import shelf
from rashomon.web.app import application
from rashomon.web.settings import Settings
from tests.web.conftest import client_of
from tests.web.test_guard import csrf_of


def decided(client: TestClient, **data: object) -> str:
    """Send a judgement; the page that follows."""
    form = {"why": "a test", "who": "Ada", "csrf": csrf_of(client), "back": "/timeline"} | data
    answer = client.post("/judge", data=form)
    assert answer.status_code == 200, answer.text
    return answer.text


def record(client: TestClient, table: str, words: str) -> str:
    rows = client.get(f"/api/tables/{table}?limit=1000").json()["rows"]
    return next(str(row["id"]) for row in rows if words in str(row["evidence"]))


def row(client: TestClient, table: str, words: str) -> dict[str, object]:
    rows = client.get(f"/api/tables/{table}?limit=1000").json()["rows"]
    return next(one for one in rows if words in str(one["evidence"]))


def undo(client: TestClient, page: str) -> str:
    id = re.findall(r'name="ids" value="(judgement-[0-9a-f]+)"', page)[0]
    return decided(client, action="undo", ids=id)


def test_a_corrected_actor_changes_the_timeline_and_undoing_brings_it_back(client: TestClient) -> None:
    id = record(client, "timeline", "shelled the town")
    assert "Armed Forces of Norvak" in str(row(client, "timeline", "shelled the town")["participants"])
    page = decided(client, action="correct", ids=id, field="initiators", value="Ruvania")
    assert "Decided:" in page
    assert "Ruvania" in str(row(client, "timeline", "shelled the town")["participants"])
    assert "Undone:" in undo(client, page) or "undo" in client.get("/judgements").text
    assert "Ruvania" not in str(row(client, "timeline", "shelled the town")["participants"])


def test_a_rejected_record_leaves_the_tables_and_is_restored(client: TestClient) -> None:
    id = record(client, "figures", "more than 30 wounded")
    decided(client, action="reject", ids=id)
    assert "more than 30 wounded" not in client.get("/figures").text
    assert "Rejected" in client.get(f"/records/{id}").text
    decided(client, action="accept", ids=id)
    assert "more than 30 wounded" in client.get("/figures").text


def test_an_amount_a_status_and_a_date_can_be_corrected(client: TestClient) -> None:
    figure = record(client, "figures", "40 Estarian soldiers")
    decided(client, action="correct", ids=figure, field="amount", value="35-45")
    assert row(client, "figures", "40 Estarian soldiers")["low"] == 35
    happening = record(client, "timeline", "shelled the town")
    decided(client, action="correct", ids=happening, field="happened", value="2034-04-30")
    assert row(client, "timeline", "shelled the town")["happened"] == "2034-04-30"
    decided(client, action="correct", ids=happening, field="status", value="alleged")
    assert row(client, "timeline", "shelled the town")["status"] == "alleged"


def test_two_actors_become_one(client: TestClient) -> None:
    rows = client.get("/api/tables/actors").json()["rows"]
    ids = [one["id"] for one in rows if one["name"] in ("Pavel Sorin", "Vera Lund")]
    decided(client, action="merge", ids=ids)
    names = [one["name"] for one in client.get("/api/tables/actors").json()["rows"]]
    assert ("Pavel Sorin" in names) != ("Vera Lund" in names)


def test_an_actor_is_merged_with_one_that_is_named(client: TestClient) -> None:
    rows = client.get("/api/tables/actors").json()["rows"]
    id = next(one["id"] for one in rows if one["name"] == "Pavel Sorin")
    form = {"action": "merge", "ids": id, "why": "w", "who": "Ada", "csrf": csrf_of(client)}
    assert client.post("/judge", data=form | {"other": "Nobody Known"}).status_code == 400
    decided(client, action="merge", ids=id, other="vera lund")
    names = [one["name"] for one in client.get("/api/tables/actors").json()["rows"]]
    assert ("Pavel Sorin" in names) != ("Vera Lund" in names)


def test_two_happenings_become_one_and_two_again(client: TestClient) -> None:
    before = client.get("/api/tables/timeline").json()["total"]
    ids = [record(client, "timeline", words) for words in ("shelled the", "when shells hit")]
    first, second = (client.get(f"/api/records/{id}").json()["record"]["events"] for id in ids)
    decided(client, action="merge", ids=ids)
    assert client.get("/api/tables/timeline").json()["total"] == before - 1
    merged = client.get(f"/api/records/{record(client, 'timeline', 'shell')}").json()["record"]
    assert sorted(merged["events"]) == sorted([*first, *second])
    decided(client, action="split", ids=second)
    assert client.get("/api/tables/timeline").json()["total"] == before


def test_what_is_decided_of_one_is_decided_of_all_alike(client: TestClient) -> None:
    killed = ("killed 40 Estarian", "19 Estarian soldiers had been killed")
    id = record(client, "timeline", killed[0])
    page = decided(client, action="correct", ids=id, field="status", value="alleged", all_alike="true")
    assert [row(client, "timeline", words)["status"] for words in killed] == ["alleged", "alleged"]
    undo(client, page)
    assert row(client, "timeline", killed[0])["status"] == "attributed"


def test_judgements_survive_a_new_reading_and_go_to_another_case(
    client: TestClient, case: Path, read_once: Path, tmp_path: Path
) -> None:
    decided(client, action="correct", ids=record(client, "timeline", "shelled"), field="initiators", value="Ruvania")
    with open_case(case) as read_anew:
        assert refresh(read_anew.archive) == 3
    assert "Ruvania" in str(row(client, "timeline", "shelled")["participants"])
    shutil.copy(read_once, tmp_path / "other.rashomon")
    with open_case(tmp_path / "other.rashomon") as other:
        assert other.take_judgements(client.get("/judgements.jsonl").text, "lines") == 1
        told = next(one for one in other.table("timeline") if "shelled" in str(one["evidence"]))
    assert "Ruvania" in str(told["participants"])


def test_a_dispute_is_resolved_with_its_reason(client: TestClient) -> None:
    id = client.get("/api/tables/differences").json()["rows"][0]["id"]
    decided(client, action="resolve", ids=id, why="a film of the bridge")
    assert "a film of the bridge (Ada" in client.get(f"/disputes/{id}").text


def test_what_cannot_be_decided_is_told(client: TestClient) -> None:
    data = {"action": "correct", "ids": record(client, "figures", "40 Estarian"), "field": "amount", "value": "many"}
    answer = client.post("/judge", data=data | {"why": "w", "who": "Ada", "csrf": csrf_of(client)})
    assert answer.status_code == 400
    assert "is no amount" in answer.text


def test_judgements_go_from_one_case_to_another(client: TestClient, tmp_path: Path) -> None:
    id = record(client, "figures", "40 Estarian soldiers")
    page = decided(client, action="correct", ids=id, field="amount", value="35-45")
    lines = client.get("/judgements.jsonl").text
    undo(client, page)
    seal = csrf_of(client)
    wrong = {"file": ("j.jsonl", io.BytesIO(b"not json\n"))}
    assert client.post("/judgements/import", data={"csrf": seal}, files=wrong).status_code == 400
    again = {"file": ("j.jsonl", io.BytesIO(lines.encode()))}
    assert "0 new judgements" in client.post("/judgements/import", data={"csrf": seal}, files=again).text


def test_the_way_back_stays_in_the_application(client: TestClient) -> None:
    id = record(client, "figures", "40 Estarian soldiers")
    for back in ("//evil.example/x", "https://evil.example", "/\\evil.example", "javascript:alert(1)"):
        form = {"action": "accept", "ids": id, "why": "w", "who": "Ada", "csrf": csrf_of(client), "back": back}
        location = client.post("/judge", data=form, follow_redirects=False).headers["location"]
        assert location.startswith("/judgements?"), location


def test_who_decided_is_remembered(client: TestClient) -> None:
    decided(client, action="accept", ids=record(client, "figures", "40 Estarian"), who="Grace")
    assert 'value="Grace"' in client.get("/disputes").text


@pytest.fixture
def large(case: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[TestClient, Event]]:
    """A client of a case that counts as large, whose world is made anew once the event is set."""
    monkeypatch.setattr(shelf, "_SMALL", 2)
    may_go = Event()
    made = pipeline.apply_decisions

    def waiting(*given: Any, **options: Any) -> bool:
        assert may_go.wait(60)
        return made(*given, **options)

    monkeypatch.setattr(pipeline, "apply_decisions", waiting)
    try:
        with client_of(application(Settings(case=str(case), who="Ada"))) as client:
            yield client, may_go
            may_go.set()
    finally:
        may_go.set()


def settled(client: TestClient) -> None:
    """Ask until the case is as it was decided."""
    deadline = monotonic() + 60
    while "being put together anew" in client.get("/judgements").text:
        assert monotonic() < deadline
        sleep(0.02)


def test_a_judgement_on_a_large_case_shows_at_once_and_the_world_follows(large: tuple[TestClient, Event]) -> None:
    client, may_go = large
    figure = record(client, "figures", "more than 30 wounded")
    happening = record(client, "timeline", "shelled the town")
    page = decided(client, action="reject", ids=figure)
    assert "being put together anew" in page
    assert "Decided:" in page
    decided(client, action="correct", ids=happening, field="status", value="alleged")
    assert "Rejected" in client.get(f"/records/{figure}").text
    event = client.get(f"/api/records/{happening}").json()["record"]["events"][0]
    assert client.get(f"/api/records/{event}").json()["record"]["status"] == "alleged"
    assert len(client.get("/api/judgements").json()) == 2
    assert row(client, "timeline", "shelled the town")["status"] == "attributed"
    may_go.set()
    settled(client)
    assert row(client, "timeline", "shelled the town")["status"] == "alleged"
    assert "more than 30 wounded" not in client.get("/figures").text


def test_undoing_on_a_large_case_brings_a_record_back_at_once(large: tuple[TestClient, Event]) -> None:
    client, may_go = large
    figure = record(client, "figures", "more than 30 wounded")
    page = decided(client, action="reject", ids=figure)
    undo(client, page)
    assert "Rejected" not in client.get(f"/records/{figure}").text
    may_go.set()
    settled(client)
    assert "more than 30 wounded" in client.get("/figures").text


def test_decisions_of_a_server_that_was_stopped_are_applied_by_the_next(case: Path) -> None:
    with open_case(case) as left:
        id = next(one.id for one in left.figures() if one.low == 30)
        pipeline.keep_decisions(left.archive, [left.judgement("reject", id, who="Ada", why="a test")])
        assert not left.archive.settled()
    with client_of(application(Settings(case=str(case), who="Ada"))) as client:
        assert "more than 30 wounded" not in client.get("/figures").text
    with open_case(case) as right:
        assert right.archive.settled()
