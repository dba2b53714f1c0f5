import json
from pathlib import Path

import pytest

from rashomon.analyse.tables import records
from rashomon.analyse.view import View
from rashomon.export.cells import to_json_text
from rashomon.export.records import export_jsonl
from rashomon.model.codec import decode


def test_every_record_reads_back_as_it_was(view: View, tmp_path: Path) -> None:
    export_jsonl(view, tmp_path / "all.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text("utf-8").splitlines()]
    assert [decode(line) for line in lines] == list(records(view))
    texts = {line["id"]: line["text"] for line in lines if line["kind"] == "document"}
    spans = [span for line in lines for span in line.get("evidence", ())]
    assert spans and all(texts[one["document"]][one["start"] : one["end"]] == one["text"] for one in spans)


def test_a_mention_tells_its_actor(view: View, tmp_path: Path) -> None:
    export_jsonl(view, tmp_path / "all.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text("utf-8").splitlines()]
    names = {line["id"]: line["name"] for line in lines if line["kind"] == "actor"}
    mentions = [line for line in lines if line["kind"] == "mention"]
    assert {names[one["actor"]] for one in mentions} >= {"Osk", "Velm", "Tarn"}


def test_standard_output_is_where_it_goes_without_a_target(view: View, capsys: pytest.CaptureFixture[str]) -> None:
    export_jsonl(view, None)
    assert len(capsys.readouterr().out.splitlines()) == len(list(records(view)))


@pytest.mark.parametrize("hidden", ["\u202e", "\u2028", "\u0085", "\x7f", "\x9b", "\u200f", "\x1b"])
def test_json_says_the_same_without_what_deceives(hidden: str) -> None:
    made = to_json_text({"a": f"x{hidden}y"})
    assert hidden not in made and json.loads(made) == {"a": f"x{hidden}y"}
