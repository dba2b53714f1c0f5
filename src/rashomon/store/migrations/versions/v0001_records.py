"""Tables for all records."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "document",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", KEY, nullable=False, unique=True),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("published_from", KEY),
        sa.Column("published_until", KEY),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "annotation",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("document", KEY, sa.ForeignKey("document.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("time_from", KEY),
        sa.Column("time_until", KEY),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("annotation_place", "annotation", ["document", "start", "id"])
    op.create_index("annotation_kind", "annotation", ["kind", "document", "start", "id"])
    op.create_table(
        "meant",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "link",
        sa.Column("mention", KEY, primary_key=True),
        sa.Column("actor", KEY, nullable=False),
    )
    op.create_table(
        "problem",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", KEY, nullable=False, index=True),
        sa.Column("document", KEY, sa.ForeignKey("document.id", ondelete="CASCADE"), index=True),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "judgement",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", KEY, nullable=False, unique=True),
        sa.Column("record", sa.Text, nullable=False),
    )
    state = op.create_table(
        "state",
        sa.Column("one", sa.Integer, primary_key=True),
        sa.Column("changes", sa.Integer, nullable=False),
        sa.Column("world_of", sa.Text),
        sa.CheckConstraint("one = 1", name="state_one"),
    )
    op.bulk_insert(state, [{"one": 1, "changes": 0}])


def downgrade() -> None:
    """Drop the tables."""
    for table in ("state", "judgement", "problem", "link", "meant", "annotation", "document"):
        op.drop_table(table)
