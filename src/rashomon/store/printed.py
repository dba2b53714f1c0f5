"""The rows of what commands printed: given back only where the case and all else are as they were."""

import zlib

from sqlalchemy import Connection, delete, func, insert, select

from rashomon.store.tables import printed

# So many outputs are kept of one state of a case; the one that was kept first goes first. A timeline of 773 reports
# takes 4 MB.
_MOST = 20
# A case may come from elsewhere: what unpacks to more than this is no output of ours.
_LARGEST = 1 << 28


def packed(text: str) -> bytes | None:
    """A text as a row keeps it, None where it is too large to be kept."""
    content = text.encode("utf-8", errors="surrogatepass")
    # Level 1: 30 MB in .3 s to a seventh; a higher level would take thrice as long.
    return zlib.compress(content, 1) if len(content) <= _LARGEST else None


def kept_text(connection: Connection, name: str, made_of: str) -> str | None:
    """The text of this name, None where it was made of something else or is none of ours."""
    query = select(printed.c.content).where(printed.c.name == name, printed.c.made_of == made_of)
    content = connection.execute(query).scalar()
    if content is None:
        return None
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(content, _LARGEST).decode("utf-8", errors="surrogatepass")
    except (zlib.error, ValueError):
        return None
    return text if unpacking.eof else None


def put_text(connection: Connection, name: str, content: bytes, made_of: str) -> None:
    """Keep a text; those that were made of something else can never be asked for again, and go."""
    connection.execute(delete(printed).where((printed.c.name == name) | (printed.c.made_of != made_of)))
    connection.execute(insert(printed), {"name": name, "made_of": made_of, "content": content})
    last = connection.execute(select(func.max(printed.c.number))).scalar_one()
    connection.execute(delete(printed).where(printed.c.number <= last - _MOST))
