"""The tasks of each stage: read a checkpoint, apply the stage's function, write the next one."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pyarrow
import pyarrow.compute

from rashomon.model.codec import decode, write_value
from rashomon.model.finding import Problem
from rashomon.model.text import digest
from rashomon.scale import files
from rashomon.scale.copies import COPY, copies
from rashomon.scale.grouping import GROUPED, Sizes, grouped
from rashomon.scale.inputs import InputFile, drafts
from rashomon.scale.records import (
    CONCLUDED,
    KINDS,
    RECORD,
    folder_of,
    generic,
    record_rows,
    rows_of,
    schema,
)
from rashomon.scale.stages import DRAFT, TOLD, compared, extracted, resolved
from rashomon.scale.workers import Note

Place: TypeAlias = tuple[str, int]
"""A report's story and the bundle of its story."""

STAGES = "_stages"
"""The folder of the checkpoints in OUTPUT: readers of Parquet pass over what begins with an underscore."""

_PARTED = GROUPED.append(pyarrow.field("part", pyarrow.string()))
_BUNDLED = TOLD.append(pyarrow.field("bundle", pyarrow.int32()))


def read_file(output: str, file: InputFile, name: str, size: int) -> Note:
    """Split a file of the input into parts of `size` reports, with a problem for what is no report.

    The note has each part with a digest of what it holds: where a file grew, its first parts are what they were.
    """
    folder = Path(output)
    parts: dict[str, str] = {}
    problems: list[Problem] = []
    held: list[dict[str, Any]] = []
    reports = 0

    def put() -> None:
        into = f"{STAGES}/read/{name}-{len(parts):06}.parquet"
        files.write(folder / into, [files.batch(held, DRAFT)], DRAFT)
        parts[into] = digest([one["draft"] for one in held])
        held.clear()

    for one in drafts(file):
        if isinstance(one, Problem):
            problems.append(one)
            continue
        reports += 1
        held.append({"draft": files.to_text(write_value(one))})
        if len(held) == size:
            put()
    if held:
        put()
    return {
        "files": [*parts, *_problems(folder, f"read-{name}", problems)],
        "parts": parts,
        "reports": reports,
        "problems": len(problems),
    }


def extract_part(output: str, part: str, name: str) -> Note:
    """Extract what is said in the reports of a part."""
    into = f"{STAGES}/extract/{name}.parquet"
    made = extracted(files.one_batch(files.read(Path(output) / part)))
    files.write(Path(output) / into, [made], made.schema)
    lost = made.filter(pyarrow.compute.is_null(made.column("id"))).column("problems").to_pylist()
    problems = [decode(one) for text in lost for one in files.from_text(text)]
    return {"files": [into, *_problems(Path(output), f"extract-{name}", problems)], "part": into}


def find_copies(output: str, parts: Sequence[str]) -> Note:
    """Tie the near-duplicates among all reports to their originals."""
    made = copies(_ordered(Path(output), parts, ("prints",)))
    files.write(Path(output) / "copies" / "copies.parquet", [made], COPY)
    return {"files": ["copies/copies.parquet"], "copies": made.num_rows}


def group_reports(output: str, parts: Sequence[str], sizes: Sizes) -> Note:
    """Group all reports into stories."""
    folder = Path(output)
    ties = files.read(folder / "copies" / "copies.parquet").to_pylist()
    reports = _ordered(folder, parts, ("terms", "often"))
    made, problems = grouped(reports, {one["id"]: one["original"] for one in ties}, sizes)
    where = dict(zip(reports.column("id").to_pylist(), reports.column("part").to_pylist(), strict=True))
    own = [where[id] for id in made.column("id").to_pylist()]
    into = f"{STAGES}/stories/stories.parquet"
    files.write(folder / into, [made.append_column("part", pyarrow.array(own, pyarrow.string()))], _PARTED)
    return {
        "files": [into, *_problems(folder, "stories", problems)],
        "stories": len(set(made.column("story").to_pylist())),
        "problems": len(problems),
    }


def shuffle_part(output: str, part: str, name: str, places: Mapping[str, Place]) -> Note:
    """Order the reports of a part by bundle and story, a row group a bundle, so that a bundle reads only its own."""
    folder = Path(output)
    table = files.read(folder / part, ("id", "document", "annotations", "problems"))
    rows = [{**row, "story": places[row["id"]][0], "bundle": places[row["id"]][1]} for row in _once(table, places)]
    rows.sort(key=lambda row: (row["bundle"], row["story"], row["id"]))
    bundles: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        bundles.setdefault(row["bundle"], []).append(row)
    into = f"{STAGES}/shuffle/{name}.parquet"
    files.write(folder / into, [files.batch(held, _BUNDLED) for held in bundles.values()], _BUNDLED)
    return {"files": [into]}


def resolve_bundle(output: str, bundle: int, parts: Sequence[str]) -> Note:
    """Resolve the stories of a bundle and write what is said and meant in them."""
    folder = Path(output)
    tables = [files.read(folder / part, filters=[("bundle", "==", bundle)]) for part in parts]
    table = pyarrow.concat_tables(tables).sort_by("story").select(TOLD.names)
    made = resolved(files.one_batch(table))
    return {"files": [_kind(folder, kind, bundle, made) for kind in KINDS], "records": made.num_rows}


def compare_bundle(output: str, bundle: int) -> Note:
    """Compare the accounts of each story of a bundle, as resolving wrote them."""
    folder = Path(output)
    rows = [row for kind in KINDS for row in generic(kind, files.read(folder / _file(kind, bundle)))]
    rows.sort(key=lambda row: row["story"] or "")
    made = compared(files.batch(rows, RECORD))
    failed = [decode(files.from_text(row["record"])) for row in made.to_pylist() if row["kind"] == "problem"]
    kept = [_kind(folder, kind, bundle, made) for kind in CONCLUDED]
    differences = made.column("kind").to_pylist().count("difference")
    return {
        "files": [*kept, *_problems(folder, f"differences-{bundle:06}", failed)],
        "differences": differences,
        "problems": len(failed),
    }


def _kind(folder: Path, kind: str, bundle: int, records: pyarrow.RecordBatch) -> str:
    """Write the records of a kind, also where there are none: every kind has a folder with the same columns."""
    files.write(folder / _file(kind, bundle), [rows_of(kind, records)], schema(kind))
    return _file(kind, bundle)


def _file(kind: str, bundle: int) -> str:
    return f"{folder_of(kind)}/bundle-{bundle:06}.parquet"


def _problems(folder: Path, name: str, problems: Sequence[Problem]) -> list[str]:
    """Write problems that belong to no story; no file where there are none."""
    if not problems:
        return []
    made = files.batch(list(record_rows(problems, None, {})), RECORD)
    into = f"problems/{name}.parquet"
    files.write(folder / into, [rows_of("problem", made)], schema("problem"))
    return [into]


def _ordered(folder: Path, parts: Sequence[str], columns: Sequence[str]) -> pyarrow.RecordBatch:
    """All reports, each once, in the order in which they came out: the same, however the input was cut."""
    tables = []
    for part in parts:
        table = files.read(folder / part, ("id", "day", "source", *columns))
        tables.append(table.append_column("part", pyarrow.array([part] * table.num_rows, pyarrow.string())))
    table = pyarrow.concat_tables(tables)
    table = table.filter(pyarrow.compute.is_valid(table["id"]))
    table = table.sort_by([(name, "ascending") for name in ("day", "id", "source", "part")])
    # One text from one source is one report, however often it stands in the input: the first stays.
    ids = table["id"].to_pylist()
    seen: set[str] = set()
    first = [number for number, id in enumerate(ids) if not (id in seen or seen.add(id))]  # type: ignore[func-returns-value]
    return files.one_batch(table.take(pyarrow.array(first, pyarrow.int64())))


def _once(table: pyarrow.Table, places: Mapping[str, Place]) -> list[dict[str, Any]]:
    """The rows that `places` names, each once."""
    return list({row["id"]: row for row in reversed(table.to_pylist()) if row["id"] in places}.values())
