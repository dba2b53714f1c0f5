"""Bringing the tables of a case up to date when it is opened, and refusing what is no case."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

from rashomon.errors import SetupError
from rashomon.store.databases import Database, told

_MIGRATIONS = Path(__file__).parent / "migrations"
_VERSION = "rashomon_version"

HEAD = "0005"
"""The last revision of the tables."""


def bring_up(database: Database) -> None:
    """Make the tables of a new case, or migrate those of an older one.

    Two processes may do so at once: the second waits and finds it done.

    Raises:
        SetupError: the database holds something else, or was made by a newer Rashomon.
    """
    with told(database.name):
        # A look without a lock: a case that is up to date must open while another process writes.
        if _is_current(database):
            return
        database.prepare()
        with database.engine.connect() as connection:
            database.begin(connection, writing=True)
            if _found(connection, database.name) != HEAD:
                migrate(connection, "head")
            connection.commit()


def migrate(connection: Connection, target: str) -> None:
    """Bring the tables up or down to a revision, inside the transaction of `connection`.

    Args:
        connection: one that writes.
        target: "head", "base", or a revision; revisions are numbered, so they can be compared.
    """
    from alembic import command  # start-up: only an older case needs it, and it takes a third of a second

    config = _config()
    config.attributes["connection"] = connection
    if target == "base" or target < (_version(connection) or ""):
        command.downgrade(config, target)
    else:
        command.upgrade(config, target)


def _is_current(database: Database) -> bool:
    with database.engine.connect() as connection:
        database.begin(connection, writing=False)
        return _found(connection, database.name) == HEAD


def _found(connection: Connection, name: str) -> str | None:
    """The revision of the tables, None in an empty database; `SetupError` where it is not ours to touch."""
    version = _version(connection)
    if version is None:
        if set(inspect(connection).get_table_names()) - {_VERSION}:
            raise SetupError(f"{name} is no Rashomon case")
        return None
    if version > HEAD:
        raise SetupError(f"{name} was made by a newer Rashomon: install that to open it")
    return version


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_VERSION):
        return None
    return connection.execute(text(f"SELECT version_num FROM {_VERSION}")).scalar()


def _config() -> Any:
    from alembic.config import Config  # start-up: the same

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
