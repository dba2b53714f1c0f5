"""The reports that are measured on: real ones where they are, and as many as are asked for."""

import gzip
import json
import os
import re
from collections.abc import Iterator
from itertools import chain, cycle, islice
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_SHARED = Path(os.environ.get("RASHOMON_SHARED", _ROOT.parent / "shared")) / "reports"
_FILES = [_SHARED / name for name in ("libya-2011.jsonl.gz", "iraq-2005.jsonl.gz")]
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def name() -> str:
    """What the corpus is, in words."""
    files = [one.name for one in _FILES if one.exists()]
    if not files:
        return "the samples, each time of another year"
    return f"{' and '.join(files)}; past their {len(list(_originals()))} reports the same ones of other years"


def reports(size: int) -> Iterator[dict[str, str]]:
    """So many reports, as JSON Lines records; no two are the same."""
    originals = list(_originals())
    for number, one in enumerate(islice(cycle(originals), size)):
        yield _of_another_year(one, number // len(originals))


def _originals() -> Iterator[dict[str, str]]:
    files = [one for one in _FILES if one.exists()]
    if files:
        yield from chain.from_iterable(_lines(one) for one in files)
        return
    for path in sorted((_ROOT / "samples").glob("0*.txt")):
        yield {"id": path.stem, "text": path.read_text("utf-8")}


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _of_another_year(report: dict[str, str], copy: int) -> dict[str, str]:
    """A report with all its years a score earlier for each copy: another war, told in the same words."""
    if not copy:
        return report
    # Each copy also has a word of its own, so that none of its paragraphs is a repeated one.
    earlier = {key: _YEAR.sub(lambda year: str(int(year.group()) - 20 * copy), value) for key, value in report.items()}
    text = re.sub(r"(?<=[a-z])\. ", f", file {copy}. ", earlier["text"])
    return earlier | {"id": f"{report['id']}-{copy}", "text": text}
