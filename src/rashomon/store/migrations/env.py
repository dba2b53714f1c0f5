"""Alembic asks here how to run; `schema.py` hands over the connection and its transaction."""

from alembic import context

from rashomon.store.tables import metadata


def run() -> None:
    """Run the migrations that were asked for."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        version_table="rashomon_version",
    )
    context.run_migrations()


# Alembic runs this file under another name; merely imported (by a test collector) it does nothing.
if __name__ != "rashomon.store.migrations.env":
    run()
