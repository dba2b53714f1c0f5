"""Parquet files that are there wholly or not at all."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow
import pyarrow.parquet


def write(path: Path, batches: Iterable[pyarrow.RecordBatch], schema: pyarrow.Schema) -> int:
    """Write a Parquet file with a row group for each batch; it appears under its name when it is whole.

    Of two workers that write one file the last wins: a task always writes the same.

    Returns:
        How many rows.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Readers of a folder pass over what begins with a dot.
    hidden = path.with_name(f".{path.name}.{uuid4().hex}")
    rows = 0
    try:
        with pyarrow.parquet.ParquetWriter(hidden, schema, compression="zstd") as writer:
            for batch in batches:
                writer.write_batch(batch)
                rows += batch.num_rows
        os.replace(hidden, path)  # noqa: PTH105
    finally:
        hidden.unlink(missing_ok=True)
    return rows


def read(path: Path, columns: Sequence[str] | None = None, *, filters: Any = None) -> pyarrow.Table:
    """The rows of one Parquet file."""
    return pyarrow.parquet.read_table(
        path, columns=list(columns) if columns else None, filters=filters, partitioning=None
    )


def one_batch(table: pyarrow.Table) -> pyarrow.RecordBatch:
    """A table as a single batch."""
    batches = table.combine_chunks().to_batches()
    return batches[0] if batches else batch([], table.schema)


def batch(rows: Sequence[Mapping[str, Any]], schema: pyarrow.Schema) -> pyarrow.RecordBatch:
    """Rows as a batch of this schema."""
    columns = [pyarrow.array([row[name] for row in rows], type=schema.field(name).type) for name in schema.names]
    return pyarrow.RecordBatch.from_arrays(columns, schema=schema)


def to_text(value: Any) -> str:
    """JSON on one line, the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Any:
    """What a text of `to_text` stands for."""
    return json.loads(text)


def count(path: Path) -> int:
    """The rows of a Parquet file."""
    return int(pyarrow.parquet.read_metadata(path).num_rows)


def write_text(path: Path, text: str) -> None:
    """Write a text file that appears under its name when it is whole."""
    hidden = path.with_name(f".{path.name}.{uuid4().hex}")
    hidden.write_text(text, encoding="utf-8")
    os.replace(hidden, path)  # noqa: PTH105


def json_lines(path: Path) -> Iterator[Any]:
    """The objects of a file of JSON lines; a last line that was not finished is passed over."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            continue
