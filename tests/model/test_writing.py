"""JSON as `json.dumps` writes it, by an encoder that is made once."""

import json
from datetime import date

import pytest

from rashomon.model.writing import json_writer

VALUES = [
    ("event", "doc-1", (3, 9)),
    {"b": "Ōsmund “said” \\ \n", "a": None, "c": [1, 2.5, True]},
    "alone",
    [],
    {"nested": {"z": [{}], "y": "\ud800"}},
]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("sort_keys", [False, True])
def test_writes_what_json_writes(value: object, sort_keys: bool) -> None:
    assert json_writer(sort_keys=sort_keys)(value) == json.dumps(value, ensure_ascii=False, sort_keys=sort_keys)
    close = json_writer(separators=(",", ":"))
    assert close(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_what_json_does_not_know_is_the_callers_to_write() -> None:
    day = date(2031, 3, 20)
    assert json_writer(default=str)([day]) == '["2031-03-20"]'
    with pytest.raises(TypeError):
        json_writer()([day])


def test_writes_the_same_where_python_has_no_encoder_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("json.encoder.c_make_encoder", None)
    assert [json_writer()(one) for one in VALUES] == [json.dumps(one, ensure_ascii=False) for one in VALUES]
