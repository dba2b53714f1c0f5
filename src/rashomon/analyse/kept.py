"""What comparing accounts showed is kept in the case, for the next who asks: it takes longer than all else.

It holds as long as nothing that it depends on is another: the reports, what is said in them, the
judgements and the world (`Archive.state`), the code that compares, and other people's checks.
"""

import hashlib
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import rashomon
from rashomon.analyse.view import View
from rashomon.model.finding import Corroboration, Difference

F = TypeVar("F", Difference, Corroboration)

# The folders whose files decide what is concluded: this one, and those it may import (docs/model.md). What is
# stored was made by the pipeline, whose version is part of the state.
_OURS = ("analyse", "language", "lexicon", "model")


def kept(view: View, kind: type[F], conclude: Callable[[], Sequence[F]]) -> list[F]:
    """What is concluded of a view: as the archive keeps it, or made now and kept."""
    made_of = basis(view.state, view.checks, _OURS)
    if made_of is None:
        return list(conclude())
    found = view.archive.findings(kind.kind, made_of)
    if found is None:
        found = list(conclude())
        view.archive.keep_findings(kind.kind, found, made_of=made_of, state=view.state)
    return found


def basis(state: str, checks: Iterable[Callable[..., Any]], ours: Sequence[str]) -> str | None:
    """All that what is concluded of a case depends on; None where that cannot be told.

    Args:
        state: the archive's.
        checks: other people's.
        ours: the folders and files of this package that decide.
    """
    named = [_code_of(one) for one in checks]
    if not state or None in named:
        return None
    code = _digest(tuple(_home() / one for one in ours))
    # Of other libraries only the one that tells reprints decides what is concluded.
    return f"{state}, code {code}, rensa {version('rensa')}, checks {named}" if code else None


def _home() -> Path:
    return Path(rashomon.__file__).parent


def _code_of(check: Callable[..., Any]) -> str | None:
    """A check's name and a hash of its package; None for what no module names, a closure for example."""
    module = sys.modules.get(getattr(check, "__module__", ""))
    name = getattr(check, "__qualname__", "")
    if module is None or not name.isidentifier() or getattr(module, name, None) is not check:
        return None
    top = sys.modules.get(module.__name__.partition(".")[0], module)
    places = [*getattr(top, "__path__", ()), *filter(None, [getattr(module, "__file__", None)])]
    made = _digest(tuple(map(Path, places)))
    return f"{module.__name__}.{name} {made}" if made else None


@cache
def _digest(places: tuple[Path, ...]) -> str | None:
    """A hash of files, and of all in folders; None where there is none to read, as for a package in an archive."""
    made, count = hashlib.sha256(), 0
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and path.suffix != ".pyc":
                made.update(f"{path.relative_to(place.parent).as_posix()} {path.stat().st_size}\n".encode())
                made.update(path.read_bytes())
                count += 1
    return made.hexdigest()[:16] if count else None
