"""Where an export goes: a file, a folder, or standard output where none is named."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from rashomon.errors import SetupError


@contextmanager
def text_to(target: Path | None) -> Iterator[TextIO]:
    """A stream of UTF-8 text into a file whose folder is made, or to standard output."""
    if target is None:
        yield sys.stdout
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8", newline="") as stream:
        yield stream


def write(made: str | bytes, target: Path | None) -> None:
    """Write what was made to a file whose folder is made, or to standard output."""
    content = made.encode("utf-8") if isinstance(made, str) else made
    if target is None:
        sys.stdout.write(content.decode("utf-8"))
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def folder(target: Path | None, what: str) -> Path:
    """The folder an export of several files goes to, made.

    Raises:
        SetupError: none is named; `what` begins the message.
    """
    if target is None:
        raise SetupError(f"{what}: give --out FOLDER")
    target.mkdir(parents=True, exist_ok=True)
    return target
