"""The store: keeps documents, annotations, judgements and the world of one case.

In: records of `rashomon.model`. Out: the same records, by id, kind, document or words.
Never: reading files, deciding what is meant, showing anything. The only folder that
knows SQLAlchemy and Alembic.
"""

from rashomon.store.archive import Archive, MemoryArchive
from rashomon.store.search import Hit
from rashomon.store.sql import DEFAULT_CASE, open_archive

__all__ = ["DEFAULT_CASE", "Archive", "Hit", "MemoryArchive", "open_archive"]
