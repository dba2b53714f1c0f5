"""What differs between SQLite and PostgreSQL: connecting, locking, full text.

`Sqlite` and `Postgres` answer the same questions; everything else is one (`sql.py`).
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Protocol

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    TextClause,
    create_engine,
    event,
    exc,
    make_url,
    text,
)

from rashomon.errors import SetupError
from rashomon.store.search import Term

# Seconds to wait for another process that writes: a rebuild of a large case takes minutes.
PATIENCE = 600

# … and for one that keeps what may as well be left: milliseconds.
_BRIEFLY = 100

# Seconds to wait for a PostgreSQL server to answer.
_CONNECT = 10

# Stands for "somebody writes to this case" among PostgreSQL's advisory locks, beside the schema's own number.
_LOCK = 0x5241_5348


class Database(Protocol):
    """One kind of database, open for one case. `name` is how messages call the case."""

    name: str
    engine: Engine

    def prepare(self) -> None:
        """Set what is set once in the life of a new case."""

    def begin(self, connection: Connection, *, writing: bool, patient: bool = True) -> None:
        """Begin a transaction: one that sees one state throughout, or the only one that writes.

        Who is not `patient` gives up where another writes just now.
        """

    def index(self, connection: Connection, number: int, words: Sequence[str]) -> None:
        """Put the words of the document of this number into the full-text index, in place of its earlier ones."""

    def matching(self, wanted: Sequence[Term]) -> TextClause:
        """A condition on the document table: it holds all the terms."""


def database(case: str | Path) -> Database:
    """The database behind a path or a PostgreSQL URL; nothing is read or written yet."""
    if "\0" in str(case):
        raise SetupError("a case's name cannot hold a zero byte")
    if "://" not in str(case):
        return Sqlite(Path(case))
    if not re.match(r"postgres(ql)?(\+psycopg)?://", str(case)):
        raise SetupError(f"{str(case).partition('://')[0]}:// is no case: give a file or a postgresql:// URL")
    return Postgres(str(case))


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn what a failing database raises into a one-line `SetupError`."""
    try:
        yield
    except exc.DBAPIError as error:
        # The others (integrity, programming, data) are bugs of ours and keep their traceback.
        if isinstance(error, exc.OperationalError | exc.InterfaceError) or type(error) is exc.DatabaseError:
            raise SetupError(f"{name}: {_first_line(error.orig)}") from error
        raise


def _first_line(error: object) -> str:
    return " ".join(str(error).split("\n")[0].split()) or type(error).__name__


class Sqlite:
    """A case in a file."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        _look_at(path)
        self.engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": PATIENCE})
        event.listen(self.engine, "connect", _set_up)

    def prepare(self) -> None:
        """Turn on write-ahead logging, which stays on: readers and a writer do not wait for each other."""
        deadline = monotonic() + PATIENCE
        while True:
            try:
                with self.engine.connect() as connection:
                    connection.exec_driver_sql("PRAGMA journal_mode = WAL")
                return
            except exc.OperationalError as error:
                # For this one command SQLite does not wait for another process that opens the case.
                if "locked" not in str(error.orig) or monotonic() > deadline:
                    raise
                sleep(0.02)

    def begin(self, connection: Connection, *, writing: bool, patient: bool = True) -> None:
        """Begin at once what writes: a transaction that turns from reading to writing may have to fail."""
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {1000 * PATIENCE if patient else _BRIEFLY}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    def index(self, connection: Connection, number: int, words: Sequence[str]) -> None:
        """Fill the FTS5 table, whose rows go by the document's number."""
        connection.exec_driver_sql("DELETE FROM document_words WHERE rowid = ?", (number,))
        connection.exec_driver_sql("INSERT INTO document_words (rowid, words) VALUES (?, ?)", (number, " ".join(words)))

    def matching(self, wanted: Sequence[Term]) -> TextClause:
        """Ask the FTS5 table; a term is letters and digits only, so it cannot become syntax."""
        query = " AND ".join(f'"{term.word}"' + ("*" if term.open else "") for term in wanted)
        found = "document.number IN (SELECT rowid FROM document_words WHERE document_words MATCH :query)"
        return text(found).bindparams(query=query)


def _look_at(path: Path) -> None:
    """Refuse what cannot be a SQLite file, before SQLite makes or changes anything."""
    try:
        if path.is_dir():
            raise SetupError(f"{path} is a folder, not a case")
        if not path.parent.is_dir():
            raise SetupError(f"{path}: the folder {path.parent} does not exist")
        head = b""
        if path.exists():
            with path.open("rb") as file:
                head = file.read(16)
    except (OSError, ValueError) as error:
        raise SetupError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    if head and head != b"SQLite format 3\0":
        raise SetupError(f"{path} is no Rashomon case")


def _set_up(connection: Any, _record: Any) -> None:
    """Prepare each new SQLite connection."""
    connection.isolation_level = None  # transactions begin where we say, see `Sqlite.begin`
    connection.execute("PRAGMA foreign_keys = ON")
    # With write-ahead logging a kill loses nothing; only a power cut may lose the last seconds.
    connection.execute("PRAGMA synchronous = NORMAL")


class Postgres:
    """A case in a schema of a PostgreSQL database (the first of its search path)."""

    def __init__(self, case: str) -> None:
        try:
            url = make_url(case).set(drivername="postgresql+psycopg")
            self.name = url.set(drivername="postgresql").render_as_string(hide_password=True)
            self.engine = create_engine(url, connect_args={"connect_timeout": _CONNECT}, pool_pre_ping=True)
        except ImportError as error:
            raise SetupError('a PostgreSQL case needs psycopg: pip install "rashomon[postgres]"') from error
        except (exc.ArgumentError, ValueError) as error:
            raise SetupError("this postgresql:// URL cannot be read") from error

    def prepare(self) -> None:
        """Nothing to set."""

    def begin(self, connection: Connection, *, writing: bool, patient: bool = True) -> None:
        """See one state throughout where reading; where writing, wait for the only writer to be done."""
        if writing:
            if not patient:
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_BRIEFLY}")
            lock = text("SELECT pg_advisory_xact_lock(:lock, hashtext(current_schema()))")
            connection.execute(lock, {"lock": _LOCK})
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def index(self, connection: Connection, number: int, words: Sequence[str]) -> None:
        """Fill the tsvector column; the words are folded, so no dictionary is asked."""
        statement = text("UPDATE document SET words = array_to_tsvector(CAST(:words AS text[])) WHERE number = :number")
        connection.execute(statement, {"number": number, "words": list(words)})

    def matching(self, wanted: Sequence[Term]) -> TextClause:
        """Ask the GIN index; a term is letters and digits only, so it cannot become syntax."""
        query = " & ".join(f"'{term.word}'" + (":*" if term.open else "") for term in wanted)
        return text("document.words @@ CAST(:query AS tsquery)").bindparams(query=query)
