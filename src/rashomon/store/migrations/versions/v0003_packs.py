"""The mentions of each document in one row."""

import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from rashomon.model.annotation import Mention
from rashomon.model.codec import decode
from rashomon.store.packs import packed

revision = "0003"
down_revision = "0002"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table and fill it from the mentions that are there; those of another version wait for `refresh`."""
    op.create_table(
        "pack",
        sa.Column("document", KEY, sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("mentions", sa.Text, nullable=False),
    )
    connection = op.get_bind()
    fill = sa.text("INSERT INTO pack (document, mentions) VALUES (:document, :mentions)")
    for document in connection.execute(sa.text("SELECT id FROM document")).scalars().all():
        try:
            line = packed(_mentions(connection, document))
        except ValueError:
            continue
        connection.execute(fill, {"document": document, "mentions": line})


def _mentions(connection: sa.Connection, document: str) -> Iterator[Mention]:
    query = sa.text("SELECT record FROM annotation WHERE kind = 'mention' AND document = :document ORDER BY start, id")
    for record in connection.execute(query, {"document": document}).scalars():
        yield decode(json.loads(record))


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("pack")
