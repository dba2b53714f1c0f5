"""A PostgreSQL server to test with: a private one that is thrown away, or the one that is named.

Debian's server, found on the PATH or in /usr/lib/postgresql, is started on a socket in a
folder of its own. Where there is none, `RASHOMON_TEST_POSTGRES` may give the URL of one.
Each case gets a schema of its own.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

NewCase = Callable[[], str]
"""Makes an empty schema and gives the URL of a case in it."""


@dataclass(frozen=True)
class Server:
    """A PostgreSQL server that tests may stop and start; `halt` and `start` are None where it is not ours."""

    url: str
    halt: Callable[[], None] | None = None
    start: Callable[[], None] | None = None


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A server; skips where none can be had."""
    binaries = postgres_programs()
    named = os.environ.get("RASHOMON_TEST_POSTGRES")
    if binaries is not None:
        with _server(binaries) as server:
            yield server
    elif named:
        try:
            psycopg.connect(named, connect_timeout=5).close()
        except psycopg.OperationalError as error:
            pytest.skip(f"RASHOMON_TEST_POSTGRES cannot be reached: {error}")
        yield Server(named)
    else:
        pytest.skip("no PostgreSQL: neither Debian's server is installed nor RASHOMON_TEST_POSTGRES set")


@pytest.fixture(scope="session")
def new_postgres_case(postgres_server: Server) -> NewCase:
    """Gives the URL of a new case on each call."""
    return _schemas(postgres_server.url)


def postgres_programs() -> Path | None:
    """The folder of PostgreSQL's programs, the newest where there are several."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: float(one.parent.name))
    return folders[-1] if folders else None


@contextmanager
def _server(binaries: Path) -> Iterator[Server]:
    """Run a server while the body runs."""
    folder = Path(tempfile.mkdtemp(prefix="rashomon-pg-"))
    user = _unprivileged()
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off -c max_connections=50"
    control = str(binaries / "pg_ctl")

    def start() -> None:
        _run(user, control, "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start")

    def halt() -> None:
        _run(user, control, "-D", str(data), "-m", "immediate", "stop")

    try:
        _run(user, str(binaries / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
        start()
        try:
            yield Server(f"postgresql://postgres@/postgres?host={folder}", halt, start)
        finally:
            halt()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> str | None:
    """Somebody else to run the server, which refuses to run as root; None where we are not root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _run(user: str | None, *command: str) -> None:
    before = ["runuser", "-u", user, "--"] if user else []
    subprocess.run([*before, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")


def _schemas(url: str) -> NewCase:
    numbers = count(1)

    def new_case() -> str:
        schema = f"case_{os.getpid()}_{next(numbers)}"
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")  # type: ignore[arg-type]
            connection.execute(f"CREATE SCHEMA {schema}")  # type: ignore[arg-type]
        return make_url(url).update_query_dict({"options": f"-csearch_path={schema}"}).render_as_string(False)

    return new_case
