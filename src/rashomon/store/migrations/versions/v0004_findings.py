"""What the comparison of accounts showed, and of what it was concluded."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables; they are filled when somebody asks."""
    op.create_table(
        "finding",
        sa.Column("kind", KEY, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "concluded",
        sa.Column("kind", KEY, primary_key=True),
        sa.Column("made_of", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop the tables: what they hold can be concluded again."""
    op.drop_table("concluded")
    op.drop_table("finding")
