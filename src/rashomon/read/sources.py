"""Sources as the user names them, resolved to streams: files, folders, globs, "-", addresses."""

import glob
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from rashomon.errors import DocumentError
from rashomon.model.finding import Problem
from rashomon.read.draft import LIMIT, problem
from rashomon.read.fetch import fetched, is_url

_STREAMED = (".jsonl", ".ndjson", ".warc", ".gz")
# Files that hold no one knows how many reports.
_MANY = (*_STREAMED, ".xml", ".rss", ".atom", ".mbox", ".json")
# Notes on a folder, parts of saved pages, code and data: no report is lost by passing them over.
_NOTES = frozenset(("readme", "license", "licence", "changelog", "notice", "copying"))
_COMPANIONS = frozenset(
    ".css .js .mjs .map .woff .woff2 .ttf .pyc .sqlite .rashomon .ico .svg "  # noqa: SIM905
    ".png .jpg .jpeg .gif .webp .mp3 .mp4 .webm .py .sh .yaml .yml .toml .ini .cfg .csv .tsv .parquet".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stream comes from: a path, an address, or standard input ("-")."""

    source: str

    @property
    def name(self) -> str:
        """The name whose ending hints at the format."""
        if is_url(self.source):
            return self.source.split("?")[0].split("#")[0].rstrip("/").rsplit("/", 1)[-1]
        return Path(self.source).name

    def open(self) -> BinaryIO:
        """The bytes; DocumentError where they cannot be had."""
        if self.source == "-":
            return sys.stdin.buffer
        if is_url(self.source):
            return io.BytesIO(fetched(self.source))
        return _opened(Path(self.source))


def places(source: str) -> Iterator[Place | Problem]:
    """Yield the places that `source` stands for, folders and globs in sorted order."""
    if source == "-" or is_url(source):
        yield Place(source)
        return
    if "://" in source:
        yield problem(source, "sources", "only http and https addresses can be read")
        return
    try:
        yield from _local(source)
    except (OSError, ValueError) as error:
        yield problem(source, "sources", _reason(error))


def expected(sources: Iterable[str]) -> int | None:
    """How many reports sources hold, to tell how far a reader is; None where only reading tells (lines, feeds, "-")."""
    found = [place for source in sources for place in places(source) if isinstance(place, Place)]
    if any(one.source == "-" or is_url(one.source) or one.name.lower().endswith(_MANY) for one in found):
        return None
    return len(found)


def _local(source: str) -> Iterator[Place | Problem]:
    path = Path(source)
    if path.is_dir():
        yield from _folder(path)
    elif os.path.lexists(path):
        yield Place(source)
    elif glob.has_magic(source):
        yield from _matches(source)
    else:
        yield problem(source, "sources", "no such file or folder")


def _matches(pattern: str) -> Iterator[Place | Problem]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 -- Path.glob takes no absolute pattern
    if not found:
        yield problem(pattern, "sources", "matches no file")
    for path in found:
        if Path(path).is_dir():
            yield from (() if pattern.endswith("**") else _folder(Path(path)))
        else:
            yield Place(path)


def _folder(folder: Path) -> Iterator[Place | Problem]:
    """Yield the files under `folder`; links to folders are followed, but into no circle."""
    failed: list[OSError] = []
    seen: set[str] = set()
    count = 0
    for top, inner, names in os.walk(folder, onerror=failed.append, followlinks=True):
        real = os.path.realpath(top)
        if real in seen:
            inner.clear()
            yield problem(top, "sources", "a link back to a folder already read")
            continue
        seen.add(real)
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if not _is_companion(name):
                count += 1
                yield Place(str(Path(top) / name))
        while failed:
            error = failed.pop(0)
            yield problem(str(error.filename), "sources", _reason(error))
    for error in failed:
        yield problem(str(error.filename), "sources", _reason(error))
    if not count:
        yield problem(str(folder), "sources", "no reports in this folder")


def _is_companion(name: str) -> bool:
    """Whether a file of a folder is no report by its name; named by itself it would be read."""
    path = Path(name.lower())
    return name.startswith(".") or path.suffix in _COMPANIONS or path.stem in _NOTES


def _opened(path: Path) -> BinaryIO:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise DocumentError("a folder, not a file" if path.is_dir() else "not a regular file")
        if status.st_size > LIMIT and path.suffix.lower() not in _STREAMED:
            raise DocumentError(f"larger than {LIMIT // 1024 // 1024} MB")
        if not status.st_size:
            raise DocumentError("empty file")
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise DocumentError(_reason(error)) from error


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def stream_of(place: Place) -> closing[BinaryIO]:
    """The open stream of a place as a context; standard input is left open at the end."""
    stream = place.open()
    return closing(cast(BinaryIO, io.BytesIO(stream.read(4 * LIMIT))) if place.source == "-" else stream)
