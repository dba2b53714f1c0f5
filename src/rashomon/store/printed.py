"""The rows of what commands printed: given back only where the case and all else are as they were."""

import zlib
from itertools import accumulate

from sqlalchemy import Connection, delete, func, insert, select

from rashomon.store.tables import printed

# So many outputs are kept, and so many bytes of them; the one that was kept first goes first. A timeline of 773
# reports takes 4 MB.
_MOST, _MOST_BYTES = 20, 1 << 26
# A case may come from elsewhere: what unpacks to more than this is no output of ours.
_LARGEST = 1 << 28


def packed(text: str) -> bytes | None:
    """A text as a row keeps it, None where it is too large or no text that could be printed."""
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError:
        return None
    # Level 1: 30 MB in .3 s to a seventh; a higher level would take thrice as long.
    return zlib.compress(content, 1) if len(content) <= _LARGEST else None


def kept_text(connection: Connection, name: str, made_of: str) -> str | None:
    """The text of this name, None where it was made of something else or is none of ours."""
    query = select(printed.c.content).where(printed.c.name == name, printed.c.made_of == made_of)
    content = connection.execute(query).scalar()
    if not isinstance(content, bytes):
        return None  # a file of SQLite holds what somebody put there
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(content, _LARGEST).decode("utf-8")
    except (zlib.error, ValueError):
        return None
    return text if unpacking.eof else None


def put_text(connection: Connection, name: str, content: bytes, made_of: str) -> None:
    """Keep a text instead of the one of this name; the oldest of all go where there are too many."""
    connection.execute(delete(printed).where(printed.c.name == name))
    connection.execute(insert(printed), {"name": name, "made_of": made_of, "content": content})
    sizes = connection.execute(
        select(printed.c.number, func.length(printed.c.content)).order_by(printed.c.number.desc())
    ).all()
    together = accumulate(size for _, size in sizes)
    kept = sum(at < _MOST and size <= _MOST_BYTES for at, size in enumerate(together))
    gone = [number for number, _ in sizes[kept:]]
    connection.execute(delete(printed).where(printed.c.number.in_(gone)))
