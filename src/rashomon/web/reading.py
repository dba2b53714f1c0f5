"""Reports that are dropped on a page: kept beside the case, then read in the background, one batch after the other."""

import hashlib
import re
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from rashomon.case import Case
from rashomon.errors import RashomonError
from rashomon.pipeline import Tally
from rashomon.web.settings import Settings
from rashomon.web.shelf import Shelf

# A batch larger than this is analysed by two processes, whose start takes some seconds.
_MANY = 40
_UNSAFE = re.compile(r"[^\w.,() \-]")
_LONGEST = 120


@dataclass(slots=True, kw_only=True)
class Batch:
    """Files being read: how many, what was done so far, the file last finished, and how it ended."""

    files: int
    tally: Tally = field(default_factory=Tally)
    last: str = ""
    done: bool = False
    error: str | None = None

    @property
    def seen(self) -> int:
        """Reports and problems met so far."""
        return self.tally.read + self.tally.known + self.tally.problems

    @property
    def resolving(self) -> bool:
        """Whether all is read and the world is being made anew."""
        return not self.done and self.seen >= self.files


class Desk:
    """Takes files in and reads them into the case."""

    def __init__(self, settings: Settings, shelf: Shelf) -> None:
        self._settings = settings
        self._shelf = shelf
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._folder = settings.uploads
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self.batch: Batch | None = None

    @property
    def busy(self) -> bool:
        """Whether a batch is being read."""
        return self.batch is not None and not self.batch.done

    def keep(self, name: str, content: BinaryIO) -> str:
        """Keep one file under its own name, in a folder named by what it holds; returns its path."""
        data = content.read()
        folder = self._home() / hashlib.sha256(data).hexdigest()[:16]
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / safe_name(name)
        target.write_bytes(data)
        return str(target)

    def read(self, files: Iterable[str], *, published: str | None, outlet: str | None) -> None:
        """Begin to read files that were kept."""
        paths = list(files)
        self.batch = Batch(files=len(paths))
        self._pool.submit(self._read, self.batch, paths, published, outlet)

    def close(self) -> None:
        """End after the report being read."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        if self._temporary is not None:
            self._temporary.cleanup()

    def _read(self, batch: Batch, paths: list[str], published: str | None, outlet: str | None) -> None:
        try:
            case = Case(self._shelf.archive)
            jobs = 2 if len(paths) > _MANY else 1
            case.read(*paths, published=published, outlet=outlet, jobs=jobs, progress=_noted(batch))
            self._shelf.renew()
        except RashomonError as error:
            batch.error = str(error)
        except Exception as error:  # told on the page: nobody waits for this thread
            batch.error = f"{type(error).__name__}: {error}"
        finally:
            batch.done = True

    def _home(self) -> Path:
        if self._folder is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="rashomon-")
            self._folder = Path(self._temporary.name)
        return self._folder


def safe_name(name: str) -> str:
    """The last part of a file's name as a browser gives it, without anything that could lead elsewhere.

    >>> safe_name("../../etc/passwd"), safe_name("notes/a<b>.txt"), safe_name("..")
    ('passwd', 'a_b_.txt', 'report')
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = _UNSAFE.sub("_", last).lstrip(". ").strip()
    stem, dot, ending = kept.rpartition(".")
    if len(kept) > _LONGEST:
        kept = stem[: _LONGEST - len(ending) - 1] + dot + ending[:20]
    return kept or "report"


def _noted(batch: Batch) -> Callable[[Tally, str], None]:
    def note(tally: Tally, source: str) -> None:
        batch.tally = tally
        batch.last = Path(source).name

    return note
