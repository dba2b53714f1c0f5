"""Which format a stream of bytes has, and who reads it."""

import gzip
import io
import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import BinaryIO, cast

from rashomon.errors import DocumentError
from rashomon.model.finding import Problem
from rashomon.read import feed, html, jsonl, mail, pdf, plain, warc, word
from rashomon.read.draft import Draft, Format

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": plain.drafts,
        "html": html.drafts,
        "pdf": pdf.drafts,
        "mail": mail.drafts,
        "docx": word.drafts,
        "jsonl": jsonl.drafts,
        "json": jsonl.json_drafts,
        "feed": feed.drafts,
        "warc": warc.drafts,
    }
)
"""Every built-in format by name."""

_ENDINGS = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".rst": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".eml": "mail", ".docx": "docx",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".rss": "feed", ".atom": "feed", ".warc": "warc",
}  # fmt: skip

_HEAD = 4096
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")
_HEADER = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To|Content-Type):", re.I | re.M
)
_OTHER_KINDS = (
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as DOCX"), (b"{\\rtf", "an RTF file; save it as DOCX"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"), (b"Rar!", "a RAR archive; unpack it first"),
    (b"\x7fELF", "a program"), (b"MZ", "a program"), (b"SQLite format 3", "a database"), (b"PAR1", "a Parquet file"),
)  # fmt: skip


def drafts_of(stream: BinaryIO, source: str, *, name: str) -> Iterator[Draft | Problem]:
    """Yield what stands in `stream`; `name` is the file's name, its ending a hint.

    Raises DocumentError where nothing can be read at all.
    """
    stream = _buffered(stream)
    head = _peek(stream)
    if head.startswith(b"\x1f\x8b"):
        yield from _unpacked(stream, source, name)
        return
    yield from FORMATS[kind_of(head, name)](stream, source)


def kind_of(head: bytes, name: str) -> str:
    """The format by the first bytes, else by the ending of the name, else text.

    Raises DocumentError for kinds that cannot be read.
    """
    ending = PurePosixPath(name).suffix.lower()
    by_ending = _ENDINGS.get(ending)
    for magic, kind in ((b"%PDF-", "pdf"), (b"PK\x03\x04", "docx"), (b"WARC/", "warc")):
        if head.startswith(magic):
            return kind
    for magic, what in _OTHER_KINDS:
        if head.startswith(magic) and by_ending != "text":
            raise DocumentError(f"{what} cannot be read")
    return by_ending if by_ending not in (None, "text") else _by_content(head, by_ending)


def _by_content(head: bytes, by_ending: str | None) -> str:
    inner = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if _HTML.match(inner):
        return "html"
    if inner.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf:RDF")):
        return "feed" if _FEED.search(head) else "html" if b"<html" in head else by_ending or "feed"
    if by_ending:
        return by_ending
    if inner.startswith(b"{") and b'"text"' in inner:
        return "jsonl"
    top = inner.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0]
    if len(_HEADER.findall(top)) >= 2 and _HEADER.match(inner):
        return "mail"
    return "text"


def _unpacked(stream: BinaryIO, source: str, name: str) -> Iterator[Draft | Problem]:
    if PurePosixPath(name.removesuffix(".gz")).suffix.lower() == ".warc":
        # Each record of a packed archive is packed by itself: its reader unpacks.
        yield from FORMATS["warc"](stream, source)
        return
    inner = cast(BinaryIO, io.BufferedReader(gzip.GzipFile(fileobj=stream)))
    try:
        yield from drafts_of(inner, source, name=name.removesuffix(".gz"))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DocumentError(f"damaged or truncated gzip file ({error})") from error


def _buffered(stream: BinaryIO) -> BinaryIO:
    return stream if hasattr(stream, "peek") else cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, stream)))


def _peek(stream: BinaryIO) -> bytes:
    found: bytes = stream.peek(_HEAD)[:_HEAD]  # type: ignore[attr-defined]
    return found
