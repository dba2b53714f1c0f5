"""The JSON API: tables, records and searches that lead to words; no request makes it fail."""

from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.web.test_guard import csrf_of


def test_a_row_leads_to_its_words(shared: TestClient) -> None:
    table = shared.get("/api/tables/figures?actor=Estaria").json()
    row = table["rows"][0]
    assert list(row) == table["columns"]
    one = shared.get(f"/api/records/{row['id']}").json()
    words = one["evidence"][0]
    text = shared.get(f"/api/reports/{words['document']}").json()["report"]["text"]
    quote, position = words["target"]["selector"]
    assert text[position["start"] : position["end"]] == quote["exact"] == words["text"]
    assert text[: position["start"]].endswith(quote["prefix"])


def test_a_table_is_given_in_parts(shared: TestClient) -> None:
    first = shared.get("/api/tables/statements?limit=2").json()
    second = shared.get("/api/tables/statements?limit=2&offset=2").json()
    assert len(first["rows"]) == 2
    assert first["total"] == second["total"] > 4
    assert first["rows"] != second["rows"]


def test_a_judgement_needs_the_seal_and_is_kept(client: TestClient) -> None:
    id = client.get("/api/tables/figures").json()["rows"][0]["id"]
    decision = {"action": "reject", "ids": [id], "who": "Ada", "why": "misread"}
    assert client.post("/api/judgements", json=decision).status_code == 403
    seal = {"X-CSRF-Token": csrf_of(client)}
    assert client.post("/api/judgements", json=decision, headers=seal).status_code == 201
    assert client.get("/api/judgements").json()[0]["holds"]
    assert id not in str(client.get("/api/tables/figures").json())


CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
OPERATIONS = [
    ("GET", "/api"), ("GET", "/api/tables/{name}"), ("GET", "/api/records/{id}"), ("GET", "/api/reports/{id}"),
    ("GET", "/api/search"), ("GET", "/api/whatif"), ("GET", "/api/network"), ("GET", "/api/judgements"),
    ("POST", "/api/judgements"),
]  # fmt: skip


@pytest.fixture(scope="module")
def schema(shared: TestClient) -> tuple[Any, TestClient]:
    """The API's own schema, over the case that nobody changes: no request carries the seal."""
    return schemathesis.openapi.from_dict(shared.get("/api/openapi.json").json()), shared


def test_every_operation_is_tried(schema: tuple[Any, TestClient]) -> None:
    paths = schema[0].raw_schema["paths"]
    assert {(method.upper(), path) for path, some in paths.items() for method in some} == set(OPERATIONS)


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_no_request_makes_the_server_fail(schema: tuple[Any, TestClient], method: str, path: str) -> None:
    made, client = schema

    @settings(
        max_examples=6, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=made[path][method].as_strategy())
    def tried(case: Any) -> None:
        asked = case.as_transport_kwargs(base_url="http://127.0.0.1:8000")
        kept = {name: asked[name] for name in ("method", "url", "params", "json", "data", "headers") if name in asked}
        answer = client.request(**kept)
        assert answer.status_code < 500, answer.text
        case.validate_response(answer, checks=CHECKS)

    tried()
