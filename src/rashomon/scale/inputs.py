"""INPUT as files, and each file as drafts: Parquet, JSON Lines (plain, gz, zst), WARC; here or where fsspec leads."""

import glob
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, cast

import pyarrow
import pyarrow.parquet

from rashomon.errors import DocumentError, SetupError
from rashomon.model.finding import Problem
from rashomon.read.draft import Draft, problem
from rashomon.read.formats import drafts_of
from rashomon.read.jsonl import draft_of

_ENDINGS = (
    ".parquet",
    ".jsonl",
    ".ndjson",
    ".jsonl.gz",
    ".ndjson.gz",
    ".jsonl.zst",
    ".ndjson.zst",
    ".warc",
    ".warc.gz",
)
_ROWS = 256  # of a Parquet file in memory at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file of the input; `stamp` (size and time of change) tells whether it is still the one that was read."""

    path: str
    stamp: str


def input_files(source: str) -> list[InputFile]:
    """The files that INPUT names, in the order of their paths: a file, a folder, a glob, an address of fsspec.

    Raises:
        SetupError: there is none, or fsspec is needed and not installed.
    """
    found = _remote(source) if "://" in source else _local(source)
    if not found:
        raise SetupError(f"{source}: no Parquet, JSON Lines or WARC file there")
    return sorted(found, key=lambda one: one.path)


def drafts(file: InputFile) -> Iterator[Draft | Problem]:
    """Yield the reports of a file and a problem for each that cannot be read; a broken file ends with a problem."""
    try:
        with _opened(file.path) as stream:
            if file.path.endswith(".parquet"):
                yield from _rows(stream, file.path)
            else:
                yield from drafts_of(stream, file.path, name=file.path.removesuffix(".zst"))
    except DocumentError as error:
        yield problem(file.path, "", str(error))
    except Exception as error:  # libraries of formats and of file systems raise anything; the other files go on
        yield problem(file.path, "", f"cannot be read further ({type(error).__name__}: {error})")


def _local(source: str) -> list[InputFile]:
    path = Path(source)
    if path.is_file():
        paths = [path]
    elif path.is_dir():
        paths = [one for one in path.rglob("*") if one.is_file() and _readable(one.relative_to(path))]
    else:
        paths = [Path(one) for one in glob.glob(source, recursive=True) if Path(one).is_file()]  # noqa: PTH207
    return [InputFile(path=str(one), stamp=_stamp(one.stat())) for one in paths]


def _readable(path: Path) -> bool:
    """Whether a file of a folder is input: others write beside theirs what begins with a dot or an underscore."""
    hidden = any(part.startswith((".", "_")) for part in path.parts)
    return not hidden and path.name.lower().endswith(_ENDINGS)


def _stamp(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns}"


def _remote(source: str) -> list[InputFile]:
    system, path = _file_system(source)
    scheme = source.partition("://")[0]
    if system.isdir(path):
        names = [one for one in system.find(path) if _readable(Path(os.path.relpath(one, path)))]
    else:
        names = system.glob(path)
    details = {name: system.info(name) for name in names}
    return [
        InputFile(path=f"{scheme}://{name.lstrip('/')}" if scheme != "file" else f"file://{name}", stamp=_told(info))
        for name, info in details.items()
        if info.get("type") == "file"
    ]


def _told(info: dict[str, Any]) -> str:
    """What a file system tells of a file that changes with it."""
    return " ".join(str(info[key]) for key in ("size", "ETag", "etag", "LastModified", "mtime") if key in info)


def _file_system(source: str) -> tuple[Any, str]:
    try:
        core = import_module("fsspec.core")
    except ImportError:
        raise SetupError(f"{source}: an address needs fsspec: pip install fsspec (and s3fs, gcsfs …)") from None
    try:
        system, path = core.url_to_fs(source)
    except (ImportError, ValueError, OSError) as error:
        raise SetupError(f"{source}: {error}") from None
    return system, path


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    with _raw(path) as raw:
        if path.endswith(".zst"):
            # Arrow brings the codec along.
            yield cast(BinaryIO, io.BufferedReader(pyarrow.CompressedInputStream(raw, "zstd")))
        else:
            yield raw


def _raw(path: str) -> BinaryIO:
    if "://" not in path:
        return Path(path).open("rb")
    system, inner = _file_system(path)
    return cast(BinaryIO, system.open(inner, "rb"))


def _rows(stream: BinaryIO, source: str) -> Iterator[Draft | Problem]:
    """The rows of a Parquet file, with the columns that lines of JSON have."""
    number = 0
    for batch in pyarrow.parquet.ParquetFile(stream).iter_batches(batch_size=_ROWS):
        for row in batch.to_pylist():
            number += 1
            given = {name: _plain(value) for name, value in row.items() if value is not None}
            yield draft_of(given, number, source)


def _plain(value: Any) -> Any:
    """A cell as JSON would have it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return value if isinstance(value, str | int | float | bool | None) else str(value)
