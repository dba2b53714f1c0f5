"""The archives under test: one behaviour, four of them; "kept" holds in memory what it has read."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from rashomon.store import Archive, MemoryArchive, open_archive
from tests.store.postgres import new_postgres_case, postgres_server

__all__ = ["new_postgres_case", "postgres_server"]


@pytest.fixture(params=["sqlite", "postgres"])
def new_case(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Names a new case on each call: a file, or a PostgreSQL URL."""
    if request.param == "postgres":
        return request.getfixturevalue("new_postgres_case")  # type: ignore[no-any-return]
    numbers = count(1)
    return lambda: str(tmp_path / f"{next(numbers)}.rashomon")


@pytest.fixture
def case(new_case: Callable[[], str]) -> str:
    """A new case that outlives the archive that opens it."""
    return new_case()


@pytest.fixture(params=["memory", "sqlite", "kept", "postgres"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    """A new archive of each kind."""
    if request.param == "memory":
        yield MemoryArchive()
        return
    case = tmp_path / "case.rashomon"
    if request.param == "postgres":
        case = request.getfixturevalue("new_postgres_case")()
    with open_archive(case, keep=request.param == "kept") as opened:
        yield opened
