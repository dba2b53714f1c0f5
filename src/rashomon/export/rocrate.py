"""A case packed for an archive as a RO-Crate 1.1: a folder or a zip that says of each file what it is.

In it: every record as JSON Lines, the judgements, the texts of the reports, the tables as
CSV, the claims as JSON-LD, the brief as Markdown and HTML.
"""

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rashomon.analyse.brief import brief
from rashomon.analyse.tables import TABLES, Filter, table
from rashomon.analyse.view import View
from rashomon.errors import SetupError
from rashomon.export import judgements, report
from rashomon.export.cells import to_json_text
from rashomon.export.jsonld import to_jsonld
from rashomon.export.records import to_jsonl
from rashomon.export.tables import to_csv
from rashomon.model.shown import visible
from rashomon.model.text import Document

METADATA = "ro-crate-metadata.json"
_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_PROFILE = "https://w3id.org/ro/crate/1.1"
_RIGHTS = "#rights"
_RIGHTS_TEXT = (
    "The texts of the reports belong to their publishers and are kept here as evidence. "
    "Records, tables and judgements were made from them."
)
_ZIPPED = (1980, 1, 1, 0, 0, 0)  # one time for all files, so that a case packed twice is the same


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One file of the crate, and what its metadata says of it."""

    path: str
    name: str
    format: str
    content: bytes
    more: dict[str, Any] = field(default_factory=dict)


def export_rocrate(view: View, target: Path | None) -> None:
    """The case as a RO-Crate: a zip where the target ends in ".zip", else a folder.

    Raises:
        SetupError: no target, or a folder that holds something else.
    """
    if target is None:
        raise SetupError("a RO-Crate is a folder or a zip: give --out FOLDER or --out NAME.zip")
    parts = list(_parts(view))
    files = {METADATA: _metadata(view, parts), **{part.path: part.content for part in parts}}
    if target.suffix == ".zip":
        _zip(files, target)
    else:
        _unpacked(files, target)


def _zip(files: dict[str, bytes], target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as packed:
        for path, content in files.items():
            info = zipfile.ZipInfo(path, _ZIPPED)
            packed.writestr(info, content, compress_type=zipfile.ZIP_DEFLATED)


def _unpacked(files: dict[str, bytes], target: Path) -> None:
    if target.is_dir() and any(target.iterdir()) and not (target / METADATA).exists():
        raise SetupError(f"{target}: holds files that are no RO-Crate; give another --out")
    for path, content in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)


def _parts(view: View) -> Iterator[_Part]:
    made = brief(view)
    lines, decided = to_jsonl(view), judgements.to_jsonl(view.archive.judgements())
    yield _part("records.jsonl", "Every record, one a line", "application/x-ndjson", lines)
    yield _part("judgements.jsonl", "What people decided, one judgement a line", "application/x-ndjson", decided)
    yield _part("claims.jsonld", "Claims and where they stand", "application/ld+json", to_jsonld(view))
    yield _part("brief.md", "The brief", "text/markdown", report.to_markdown(made))
    yield _part("brief.html", "The brief, with the words behind each line", "text/html", report.to_html(made, view))
    for name in TABLES:
        text = to_csv(table(view, name, Filter(background=True)))
        yield _part(f"tables/{name}.csv", f"Table: {name}", "text/csv", text)
    for document in view.documents.values():
        yield _report(document)


def _part(path: str, name: str, format: str, text: str, **more: Any) -> _Part:
    return _Part(path=path, name=name, format=format, content=text.encode("utf-8"), more=more)


def _report(document: Document) -> _Part:
    """The text of a report, under its id: what a source calls its file is not to be trusted as a path."""
    published = document.published
    more = {
        "identifier": document.id,
        "publisher": visible(document.outlet) if document.outlet else None,
        "author": [visible(name) for name in document.byline],
        "datePublished": published.earliest if published.is_day else None,
        "inLanguage": document.language,
        "isBasedOn": document.url,
    }
    name = visible(document.title or document.source)
    return _part(f"reports/{document.id}.txt", name, "text/plain", document.text, **more)


def _metadata(view: View, parts: Iterable[_Part]) -> bytes:
    files = [_file(part) for part in parts]
    number = len(view.documents)
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": f"A Rashomon case of {number} report{'' if number == 1 else 's'}",
        "description": "What reports of a conflict say, who says so, and where their accounts differ; "
        "every record leads to the words it rests on.",
        "datePublished": datetime.now(UTC).date().isoformat(),
        "license": {"@id": _RIGHTS},
        "hasPart": [{"@id": one["@id"]} for one in files],
    }
    descriptor = {
        "@id": METADATA,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": _PROFILE},
    }
    rights = {"@id": _RIGHTS, "@type": "CreativeWork", "name": "Rights", "description": _RIGHTS_TEXT}
    graph = [descriptor, root, rights, *files]
    return to_json_text({"@context": _CONTEXT, "@graph": graph}, indent=1).encode("utf-8")


def _file(part: _Part) -> dict[str, Any]:
    made = {
        "@id": part.path,
        "@type": "File",
        "name": part.name,
        "encodingFormat": part.format,
        "contentSize": str(len(part.content)),
        "sha256": hashlib.sha256(part.content).hexdigest(),
    }
    return made | {name: value for name, value in part.more.items() if value not in (None, [])}
