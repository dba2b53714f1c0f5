"""Who is let in, what leaves, and that nothing changes unless one of our pages asks for it."""

import io
import socket
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from rashomon.errors import SetupError
from rashomon.web.app import application
from rashomon.web.guard import own_form
from rashomon.web.serving import serve
from rashomon.web.settings import Settings
from tests.web.conftest import client_of

TOKEN = "a-token-of-some-length"


def csrf_of(client: TestClient, path: str = "/judgements") -> str:
    """The value that forms of a page carry."""
    text = client.get(path).text
    return text.split('name="csrf" value="')[1].split('"')[0]


@pytest.mark.parametrize("path", ["/", "/timeline", "/api", "/static/app.css", "/nothing", "/downloads/brief.html"])
def test_every_answer_carries_the_security_headers(shared: TestClient, path: str) -> None:
    headers = shared.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_no_page_needs_inline_script_or_style(shared: TestClient) -> None:
    for path in ("/", "/timeline", "/figures", "/relations", "/map", "/disputes"):
        text = shared.get(path).text
        assert " style=" not in text
        assert "<style" not in text
        assert " onclick" not in text
        for script in text.split("<script")[1:]:
            tag = script.partition(">")[0]
            assert 'src="/static/' in tag or 'type="application/json"' in tag


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8000", ""])
def test_a_request_under_another_name_is_refused(shared: TestClient, host: str) -> None:
    assert shared.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:9999", "[::1]:8000"])
def test_the_names_of_this_machine_are_served(shared: TestClient, host: str) -> None:
    assert shared.get("/judgements", headers={"host": host}).status_code == 200


def test_every_route_that_changes_something_asks_for_our_form(case: Path) -> None:
    app = application(Settings(case=str(case), who="Ada"))
    changing = 0
    routers = [app.router, *(getattr(one, "original_router", None) for one in app.routes)]
    for router in filter(None, routers):
        for route in router.routes:
            if isinstance(route, APIRoute) and route.methods - {"GET", "HEAD"}:
                changing += 1
                assert own_form in [one.dependency for one in route.dependencies], route.path
    assert changing >= 4


def forms() -> list[tuple[str, dict[str, str]]]:
    decided = {"action": "reject", "ids": "statement-0", "why": "w", "who": "x"}
    return [("/judge", decided), ("/judgements/import", {}), ("/read", {}), ("/api/judgements", {})]


@pytest.mark.parametrize(("path", "data"), forms())
@pytest.mark.parametrize("value", ["", "0" * 64])
def test_a_form_without_our_seal_changes_nothing(
    shared: TestClient, path: str, data: dict[str, str], value: str
) -> None:
    csrf_of(shared)
    files = {"files": ("a.txt", io.BytesIO(b"x")), "file": ("a.txt", io.BytesIO(b"x"))} if "api" not in path else None
    answer = shared.post(path, data=data | {"csrf": value}, files=files, follow_redirects=False)
    assert answer.status_code == 403
    assert not shared.get("/api/judgements").json()


def test_a_form_sent_by_another_site_is_refused(shared: TestClient) -> None:
    data = {"action": "reject", "ids": "x", "why": "w", "who": "x", "csrf": csrf_of(shared)}
    answer = shared.post("/judge", data=data, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403


def test_a_seal_belongs_to_one_browser(case: Path) -> None:
    app = application(Settings(case=str(case), who="Ada"))
    with client_of(app) as one:
        stolen = csrf_of(one)
        other = client_of(app)
        csrf_of(other)
        data = {"action": "reject", "ids": "x", "why": "w", "who": "x", "csrf": stolen}
        assert other.post("/judge", data=data).status_code == 403


def test_cookies_are_strict_and_out_of_reach_of_scripts(case: Path) -> None:
    with client_of(application(Settings(case=str(case), who="Ada"))) as client:
        cookie = client.get("/judgements").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_others_than_this_machine_need_a_token() -> None:
    with pytest.raises(SetupError, match="token"):
        Settings(case="x", who="Ada", host="0.0.0.0")
    with pytest.raises(SetupError, match="16 characters"):
        Settings(case="x", who="Ada", host="0.0.0.0", token="short")
    assert Settings(case="x", who="Ada", host="0.0.0.0", token=TOKEN).hosts is None


def test_with_a_token_nothing_is_seen_without_it(case: Path) -> None:
    with client_of(application(Settings(case=str(case), who="Ada", token=TOKEN))) as client:
        refused = client.get("/")
        assert refused.status_code == 401
        assert "Estaria" not in refused.text
        assert client.get("/api").status_code == 401
        assert client.get("/?token=wrong").status_code == 401
        assert client.get("/api", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
        entered = client.get(f"/?token={TOKEN}", follow_redirects=False)
        assert entered.headers["location"] == "/"
        assert client.get("/").status_code == 200


def test_a_request_that_is_too_large_is_refused(case: Path) -> None:
    with client_of(application(Settings(case=str(case), who="Ada", largest=4096))) as client:
        seal = csrf_of(client)
        file = {"files": ("a.txt", io.BytesIO(b"x" * 8192))}
        assert client.post("/read", data={"csrf": seal}, files=file).status_code == 413


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/%2e%2e/app.py", "/downloads/../../etc/passwd", "/static/vendor/..%2f..%2fapp.py"],
)
def test_no_path_leads_out(shared: TestClient, path: str) -> None:
    assert shared.get(path).status_code in (400, 404)


def test_a_port_that_is_taken_is_told(case: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SetupError, match="try another --port"):
            serve(Settings(case=str(case), who="Ada", port=port))
