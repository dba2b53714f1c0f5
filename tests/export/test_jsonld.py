"""JSON-LD as pyld expands it, without a network: the context is in the file."""

import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from rashomon.analyse.view import View
from rashomon.export.jsonld import export_jsonld

OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"


def expanded(view: View, path: Path) -> dict[str, Any]:
    export_jsonld(view, path)
    return {one["@id"]: one for one in jsonld.expand(json.loads(path.read_text("utf-8")))}


@pytest.mark.parametrize("case", ["view", "hostile"])
def test_every_claim_has_an_annotation_that_finds_its_words(
    case: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    nodes = expanded(request.getfixturevalue(case), tmp_path / "c.jsonld")
    claims = {id for id, one in nodes.items() if one["@type"] == [f"{SCHEMA}Claim"]}
    annotations = [one for one in nodes.values() if one["@type"] == [f"{OA}Annotation"]]
    assert claims and {one[f"{OA}hasBody"][0]["@id"] for one in annotations} == claims
    for one in annotations:
        assert one[f"{OA}motivatedBy"] == [{"@id": f"{OA}identifying"}]
        for target in one[f"{OA}hasTarget"]:
            text = nodes[target[f"{OA}hasSource"][0]["@id"]][f"{SCHEMA}text"][0]["@value"]
            quote, position = target[f"{OA}hasSelector"]
            assert (quote["@type"], position["@type"]) == ([f"{OA}TextQuoteSelector"], [f"{OA}TextPositionSelector"])
            start, end = (position[f"{OA}{name}"][0]["@value"] for name in ("start", "end"))
            assert text[start:end] == quote[f"{OA}exact"][0]["@value"]
            before, after = (quote[f"{OA}{name}"][0]["@value"] for name in ("prefix", "suffix"))
            assert text[:start].endswith(before) and text[end:].startswith(after)


def test_a_claim_has_author_and_appearance_and_no_verdict(view: View, tmp_path: Path) -> None:
    nodes = expanded(view, tmp_path / "c.jsonld")
    claim = nodes[f"urn:rashomon:{view.statements[0].id}"]
    assert nodes[claim[f"{SCHEMA}author"][0]["@id"]][f"{SCHEMA}name"] == [{"@value": "Osk"}]
    assert claim[f"{SCHEMA}appearance"][0]["@id"] == f"urn:rashomon:{view.statements[0].document}"
    assert not any(f"{SCHEMA}ClaimReview" in one["@type"] for one in nodes.values())
    denied = [one for one in nodes.values() if one.get("urn:rashomon:term:status") == [{"@value": "denied"}]]
    assert len(denied) == 1 and denied[0][f"{SCHEMA}about"] == [{"@id": f"urn:rashomon:{view.world.happenings[0].id}"}]
