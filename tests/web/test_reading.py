"""Files dropped on a page are kept under safe names and read into the case."""

import io
from pathlib import Path
from time import monotonic, sleep

import pytest
from fastapi.testclient import TestClient

from rashomon.web.app import application
from rashomon.web.reading import safe_name
from rashomon.web.settings import Settings
from tests.web.conftest import REPORTS, client_of
from tests.web.test_guard import csrf_of


@pytest.mark.parametrize(
    ("name", "kept"),
    [("a.txt", "a.txt"), ("../../etc/passwd", "passwd"), ("/etc/shadow", "shadow"), ("..", "report"), ("", "report"),
     ("C:\\x\\b.txt", "b.txt"), (".bashrc", "bashrc"), ("a\0b\n.txt", "a_b_.txt"),
     ("x" * 300 + ".html", "x" * 115 + ".html")],
)  # fmt: skip
def test_a_name_from_outside_leads_nowhere(name: str, kept: str) -> None:
    assert safe_name(name) == kept


def wait(client: TestClient) -> str:
    deadline = monotonic() + 60
    while monotonic() < deadline:
        text = client.get("/reading?part=true").text
        if "<progress" not in text:
            return text
        sleep(0.05)
    raise AssertionError("reading did not end")


def test_reports_are_read_with_progress_and_problems(tmp_path: Path) -> None:
    with client_of(application(Settings(case=str(tmp_path / "new.rashomon"), who="Ada", most=3))) as client:
        seal = csrf_of(client)
        files = [
            ("files", (f"../{name}", io.BytesIO(REPORTS[name].encode()))) for name in ("courier.txt", "gazette.txt")
        ]
        files.append(("files", ("empty.txt", io.BytesIO(b""))))
        answer = client.post("/read", data={"csrf": seal, "outlet": "The Wire"}, files=files)
        assert answer.url.path == "/reading"
        assert "2" in wait(client)
        assert {one["outlet"] for one in client.get("/api/tables/sources").json()["rows"]} == {"The Wire"}
        assert "empty.txt" in client.get("/problems").text
        kept = {path.name for path in (tmp_path / "new.rashomon.uploads").rglob("*") if path.is_file()}
        assert kept == {"courier.txt", "gazette.txt", "empty.txt"}
        assert {path.parent for path in tmp_path.rglob("courier.txt")} != {tmp_path}
        too_many = [("files", (f"{n}.txt", io.BytesIO(b"x"))) for n in range(4)]
        assert client.post("/read", data={"csrf": seal}, files=too_many).status_code == 400
        wrong_day = {"csrf": seal, "published": "soon"}
        assert client.post("/read", data=wrong_day, files=[files[0]]).status_code == 400
