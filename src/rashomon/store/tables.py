"""The tables of a case, for SQLite and PostgreSQL alike.

Each record stands whole, as JSON, in `record`; the columns beside it are what records
are found and ordered by. Times are minutes of text ("2020-10-28T00:00"), `…_from`
included, `…_until` excluded, null where unknown. Change them by a migration only.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()

# Ordered by code point on both databases, so that both give records in one order.
Key = Text().with_variant(Text(collation="C"), "postgresql")

documents = Table(
    "document",
    metadata,
    # The full-text index of SQLite goes by this number.
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Key, nullable=False, unique=True),
    Column("version", Text, nullable=False),
    # A hash of the document, its annotations, its problems and the version.
    Column("content", Text, nullable=False),
    Column("published_from", Key),
    Column("published_until", Key),
    Column("record", Text, nullable=False),
)

annotations = Table(
    "annotation",
    metadata,
    Column("id", Key, primary_key=True),
    Column("document", Key, ForeignKey("document.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("time_from", Key),
    Column("time_until", Key),
    Column("record", Text, nullable=False),
    Index("annotation_place", "document", "start", "id"),
    Index("annotation_kind", "kind", "document", "start", "id"),
)

# The mentions of each document in one row, made of their own rows (see `store.packs`).
packs = Table(
    "pack",
    metadata,
    Column("document", Key, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("mentions", Text, nullable=False),
)

# What the resolution made: actors, happenings, contacts, truces, stories, in its order.
meant = Table(
    "meant",
    metadata,
    Column("id", Key, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("record", Text, nullable=False),
)

# From a mention to the actor it names.
links = Table(
    "link",
    metadata,
    Column("mention", Key, primary_key=True),
    Column("actor", Key, nullable=False),
)

problems = Table(
    "problem",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Key, nullable=False, index=True),
    # Null: it belongs to no document.
    Column("document", Key, ForeignKey("document.id", ondelete="CASCADE"), index=True),
    Column("record", Text, nullable=False),
)

judgements = Table(
    "judgement",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Key, nullable=False, unique=True),
    Column("record", Text, nullable=False),
)

# What the comparison of accounts showed, in its order …
findings = Table(
    "finding",
    metadata,
    Column("kind", Key, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("record", Text, nullable=False),
)

# … and of what it was concluded, a row a kind (see `Archive.findings`).
concluded = Table(
    "concluded",
    metadata,
    Column("kind", Key, primary_key=True),
    Column("made_of", Text, nullable=False),
)

# What commands printed, packed, and of what that was made (see `Archive.printed`).
printed = Table(
    "printed",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("name", Key, nullable=False, unique=True),
    Column("made_of", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# One row: how often what the world is made of has changed, and of what state it was made.
state = Table(
    "state",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("changes", Integer, nullable=False),
    Column("world_of", Text),
    CheckConstraint("one = 1", name="state_one"),
)
