"""Full text: an FTS5 table on SQLite, an indexed tsvector column on PostgreSQL."""

import json

import sqlalchemy as sa
from alembic import op

from rashomon.store.search import vocabulary

revision = "0002"
down_revision = "0001"

# The words come folded and parted by blanks, so the index needs no alphabet of its own ("ascii" keeps
# whatever is not ASCII whole), and no positions ("detail=none"): the places are found in the text.
FTS5 = "CREATE VIRTUAL TABLE document_words USING fts5(words, tokenize = 'ascii', detail = none, columnsize = 0)"


def upgrade() -> None:
    """Make the index and fill it from the documents that are there."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute(FTS5)
        fill = sa.text("INSERT INTO document_words (rowid, words) VALUES (:number, :joined)")
    else:
        op.execute("ALTER TABLE document ADD COLUMN words tsvector")
        op.execute("CREATE INDEX document_words ON document USING gin (words)")
        fill = sa.text("UPDATE document SET words = array_to_tsvector(CAST(:words AS text[])) WHERE number = :number")
    record = sa.text("SELECT record FROM document WHERE number = :number")
    for number in connection.execute(sa.text("SELECT number FROM document")).scalars().all():
        text = json.loads(connection.execute(record, {"number": number}).scalar_one())["text"]
        words = vocabulary(text)
        connection.execute(fill, {"number": number, "words": words, "joined": " ".join(words)})


def downgrade() -> None:
    """Drop the index."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE document_words")
    else:
        op.execute("DROP INDEX document_words")
        op.execute("ALTER TABLE document DROP COLUMN words")
