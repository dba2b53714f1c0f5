"""Web archives (WARC): each archived page is a report."""

import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from rashomon.errors import DocumentError
from rashomon.model.finding import Problem
from rashomon.read.decoding import decoded, normalised
from rashomon.read.draft import LIMIT, Draft, problem
from rashomon.read.html import page_draft

with warnings.catch_warnings():
    # fastwarc 2 warns about a legacy module of its own whenever it is imported.
    warnings.simplefilter("ignore", DeprecationWarning)
    from fastwarc import ArchiveIterator, WarcRecordType

_PAGES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion


def drafts(stream: BinaryIO, source: str) -> Iterator[Draft | Problem]:
    """Yield the pages of an archive, and a problem for each that cannot be read.

    The day on which a page was archived is kept as metadata: it is not that of
    publication.
    """
    seen = 0
    records = iter(ArchiveIterator(stream, record_types=_PAGES, parse_http=True))
    while True:
        try:
            record = next(records)
        except StopIteration:
            break
        except Exception as error:
            # The parser raises whatever its decompressor does; what was read stays.
            yield problem(source, "warc", f"damaged or truncated archive after {seen} pages ({error})")
            return
        seen += 1
        yield from _page(record, source)
    if not seen:
        raise DocumentError("no pages in the archive")


def _page(record: Any, source: str) -> Iterator[Draft | Problem]:
    url = record.headers.get("WARC-Target-URI", "").strip("<>") or None
    kind = _kind(record)
    if "html" not in kind and "text/plain" not in kind:
        yield problem(source, "warc", f"{url}: {kind or 'unknown kind'} is no page")
        return
    try:
        yield from _drafts(record, source, url, kind)
    except Exception as error:
        yield problem(source, "warc", f"{url}: {error}")


def _kind(record: Any) -> str:
    headers = record.http_headers
    kind = headers.get("Content-Type", "") if headers is not None else record.headers.get("Content-Type", "")
    return str(kind).lower()


def _drafts(record: Any, source: str, url: str | None, kind: str) -> Iterator[Draft | Problem]:
    data = record.reader.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise DocumentError(f"larger than {LIMIT // 1024 // 1024} MB")
    length = int(record.headers.get("Content-Length", 0) or 0)
    if record.http_headers is None and len(data) < length:
        yield problem(source, "warc", f"{url}: cut off after {len(data)} of {length} bytes")
    text, flaw = decoded(data, charset=record.http_charset)
    if flaw:
        yield problem(source, "warc", f"{url}: {flaw}")
    if "html" in kind:
        draft = page_draft(text, source, url=url)
    else:
        draft = Draft(text=normalised(text), source=source, url=url)
    crawled = record.headers.get("WARC-Date")
    archived = {"archived": crawled} if crawled else {}
    yield replace(draft, url=url or draft.url, metadata={**draft.metadata, **archived})
