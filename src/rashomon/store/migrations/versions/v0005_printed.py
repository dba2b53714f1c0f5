"""What commands printed of a case."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table; it is filled when somebody asks."""
    op.create_table(
        "printed",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("name", KEY, nullable=False, unique=True),
        sa.Column("made_of", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    """Drop the table: what it holds can be printed again."""
    op.drop_table("printed")
