"""Records to JSON and back; whatever is no record is refused by name."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.annotation import Link, Mention, Statement
from rashomon.model.codec import RECORDS, decode, encode
from rashomon.model.text import Document
from tests.model.records import HERE, instances, loose, records, spans

EASY = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))

REPORT = Document(text="Minister Varga denied that the barge was shelled.", source="a.txt")


def statement(**changes: Any) -> Statement:
    """A statement of the report above."""
    given: dict[str, Any] = {
        "document": REPORT.id,
        "evidence": (REPORT.span(0, 49),),
        "rule": "cue",
        "speaker": (Link(span=REPORT.span(0, 14)),),
        "content": (REPORT.span(27, 48),),
        "cue": (REPORT.span(15, 21),),
        "according_to": (Link(span=REPORT.span(0, 14)), Link(document=REPORT.id)),
    }
    return Statement(**(given | changes))


# There and back --------------------------------------------------------------------


@pytest.mark.parametrize("kind", RECORDS)
@EASY
@given(data=st.data())
def test_every_record_comes_back_equal(kind: str, data: st.DataObject) -> None:
    record = data.draw(instances(RECORDS[kind]))
    line = json.dumps(encode(record))
    back = decode(json.loads(line))
    assert back == record
    assert back.id == record.id
    assert json.dumps(encode(back)) == line


def test_every_kind_is_known() -> None:
    assert set(RECORDS) == {
        "document", "mention", "time", "statement", "event", "figure", "pledge", "position", "relation", "lever",
        "actor", "happening", "contact", "truce", "story", "difference", "corroboration", "problem", "judgement",
    }  # fmt: skip


def test_the_json_is_that_of_the_export() -> None:
    data = encode(statement())
    assert list(data)[:2] == ["kind", "id"]
    span = {"document": REPORT.id, "start": 0, "end": 14, "text": "Minister Varga"}
    assert data["speaker"] == {"actor": None, "span": span}
    assert data["addressee"] is None
    assert data["according_to"] == [{"actor": None, "span": span}, {"document": REPORT.id}]
    assert data["cue"]["text"] == "denied"
    assert data["content"] == [{"document": REPORT.id, "start": 27, "end": 48, "text": "the barge was shelled"}]


def test_several_in_one_role_are_a_list() -> None:
    link = Link(span=REPORT.span(0, 14), mention="mention-1")
    data = encode(statement(speaker=(link, Link(actor="actor-1"))))
    assert data["speaker"][0]["mention"] == "mention-1"
    assert data["speaker"][1] == {"actor": "actor-1", "span": None}


def test_a_link_to_a_document_and_more_loses_nothing() -> None:
    voice = Link(document=REPORT.id, actor="actor-1")
    assert decode(encode(statement(according_to=(voice,)))).according_to == (voice,)


def test_unknown_fields_are_passed_over_and_optional_ones_may_be_missing() -> None:
    data = encode(statement())
    for name in ("score", "addressee", "via", "said", "id"):
        del data[name]
    assert decode(data | {"mood": "grim"}) == statement()


# Hostile input ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", [None, 3, "statement", [], {}, {"kind": None}, {"kind": "rumour"}, {"kind": ["mention"]}]
)
def test_what_is_no_record_is_refused(data: Any) -> None:
    with pytest.raises(ValueError):
        decode(data)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"document": 3}, "document: expected str"),
        ({"document": None}, "document"),
        ({"document": "doc-other"}, "another document"),
        ({"evidence": []}, "without evidence"),
        ({"evidence": None}, "evidence: expected a list"),
        ({"evidence": [{}]}, "evidence: document, start, end, text missing"),
        ({"evidence": [{"document": REPORT.id, "start": "0", "end": 4, "text": "Mini"}]}, "start: expected int"),
        ({"evidence": [{"document": REPORT.id, "start": True, "end": 5, "text": "Mini"}]}, "start: expected int"),
        ({"evidence": [{"document": REPORT.id, "start": 0, "end": 5, "text": "Mini"}]}, "does not hold"),
        ({"evidence": [{"document": REPORT.id, "start": -4, "end": 0, "text": "Mini"}]}, "does not hold"),
        ({"act": "whisper"}, "act: expected one of"),
        ({"act": ["say"]}, "act: expected one of"),
        ({"act": None}, "act: expected one of"),
        ({"score": "high"}, "score: expected a number"),
        ({"score": True}, "score: expected a number"),
        ({"score": float("nan")}, "score: expected a number"),
        ({"score": 2}, "the score 2"),
        ({"speaker": "Varga"}, "speaker: expected an object"),
        ({"speaker": [[]]}, "speaker: expected an object"),
        ({"speaker": {"span": 3}}, "speaker: span: expected an object"),
        ({"said": "Monday"}, "said: expected an object"),
        ({"said": {"earliest": "Monday"}}, "said: 'Monday' is no date"),
        ({"said": {"earliest": 1987}}, "said: earliest: expected str"),
        ({"said": {"earliest": "1987-03-02", "latest": "1987-03-01"}}, "said: 1987-03-02 is after"),
        ({"said": {"granularity": "eon"}}, "said: granularity"),
        ({"via": None}, "via: expected a list"),
        ({"via": {"actor": None}}, "via: expected a list"),
        ({"rule": 1}, "rule: expected str"),
        ({"id": "statement-0000000000000000"}, "does not name what it holds"),
        ({"id": 7}, "does not name what it holds"),
        ({"kind": "mention"}, "form: expected one of"),
        ({"kind": "event"}, "type missing"),
    ],
)
def test_a_field_that_is_wrong_is_named(change: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        decode(encode(statement()) | change)


@pytest.mark.parametrize("name", ["document", "evidence", "rule", "content"])
def test_a_field_that_is_missing_is_named(name: str) -> None:
    data = encode(statement())
    del data[name]
    with pytest.raises(ValueError, match=f"{name} missing"):
        decode(data)


@EASY
@given(record=records, data=st.data())
def test_any_field_may_hold_anything(record: Any, data: st.DataObject) -> None:
    whole = encode(record)
    name = data.draw(st.sampled_from(sorted(whole)))
    junk = data.draw(loose | st.lists(loose, max_size=2) | st.floats())
    with suppress(ValueError):  # and nothing else
        assert decode(whole | {name: junk}).id == record.id or name != "id"


@EASY
@given(data=st.dictionaries(st.sampled_from(["id", "document", "events", "members", "text"]), loose, max_size=4))
@pytest.mark.parametrize("kind", RECORDS)
def test_any_object_is_a_record_or_refused(kind: str, data: dict[str, Any]) -> None:
    with suppress(ValueError):
        assert decode(data | {"kind": kind}).kind == kind


@EASY
@given(span=spans())
def test_a_mention_of_any_words(span: Any) -> None:
    mention = Mention(document=HERE, evidence=(span,), rule="r", form="name", reading="actor", name=span.text)
    assert decode(encode(mention)) == mention
