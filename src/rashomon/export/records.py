"""Every record of a case as JSON Lines."""

from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path
from typing import Any, TextIO

from rashomon.analyse.tables import records
from rashomon.analyse.view import View
from rashomon.export.cells import to_json_text
from rashomon.export.target import text_to
from rashomon.model.codec import encode


def export_jsonl(view: View, target: Path | None) -> None:
    """Every record, said, meant, concluded and judged, one JSON object a line."""
    with text_to(target) as out:
        write_records(records(view), out, view.world.links)


def to_jsonl(view: View) -> str:
    """What `export_jsonl` writes."""
    out = StringIO()
    write_records(records(view), out, view.world.links)
    return out.getvalue()


def write_records(records: Iterable[Any], out: TextIO, links: Mapping[str, str]) -> int:
    """Records as JSON Lines, one a line; `links` gives the actor of a mention. Returns how many."""
    count = 0
    for record in records:
        count += 1
        line = encode(record)
        if record.kind == "mention":
            line["actor"] = links.get(record.id)
        out.write(to_json_text(line) + "\n")
    return count
