"""Every reader takes any bytes: documents and problems come out, never an error.

CI tries a few hundred files a kind; `make fuzz` sets RASHOMON_FUZZ to try as many as one has time for.
"""

import gzip
import io
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.finding import Problem
from rashomon.model.text import Document
from rashomon.read import read
from tests.read.test_bad_input import FEED, GOOD, MAIL, PAGE, pdf, warc, zipped

TRIES = int(os.environ.get("RASHOMON_FUZZ", "40"))
SENTENCES = GOOD.encode()


def written() -> dict[str, bytes]:
    """The members of a DOCX file."""
    file, held = docx.Document(), io.BytesIO()
    file.add_paragraph(GOOD)
    file.save(held)
    with zipfile.ZipFile(held) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


MEMBERS = written()
# A file of each kind, from which the tried ones are made.
SEEDS = {
    "a.txt": SENTENCES,
    "a.md": b"# Talks\n\n" + SENTENCES,
    "a.html": PAGE.encode(),
    "a.eml": MAIL + b"\r\n" + SENTENCES,
    "a.rss": FEED + b"<item><title>Lock</title><description>" + SENTENCES + b"</description></item></channel></rss>",
    "a.jsonl": json.dumps({"text": GOOD, "published": "2027-05-03"}).encode() + b"\n",
    "a.json": json.dumps([{"text": GOOD}]).encode(),
    "a.docx": zipped(MEMBERS),
    "a.pdf": pdf(),
    "a.warc": warc(PAGE.encode()),
    "a.txt.gz": gzip.compress(SENTENCES, mtime=0),
}
# What parsers trip over, put in anywhere.
_BREAKING = (
    b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\r", b"<!DOCTYPE a [<!ENTITY b 'c'>]>&b;", b"<![CDATA[", b"]]>", b"<",
    b"&#x110000;",
    b"\xe2\x80\xae", b'{"', b"[" * 50, b"%PDF-", b"PK\x03\x04", b"1e999", b"-1", b"Content-Length: 99999999999\r\n",
    b"Content-Transfer-Encoding: base64\r\n", b"=?utf-8?b?////?=", b"charset=utf-7", b"9999-99-99", b"(" * 50,
)  # fmt: skip


@st.composite
def spoilt(draw: st.DrawFn, seed: bytes) -> bytes:
    """A file with a few of its bytes changed, cut, doubled, or mixed with what breaks parsers."""
    data = bytearray(seed)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 40))
        match draw(st.sampled_from(("put", "cut", "double", "end", "noise"))):
            case "put":
                data[at:at] = draw(st.sampled_from(_BREAKING))
            case "cut":
                del data[at : at + length]
            case "double":
                data[at:at] = data[at : at + length] * 3
            case "end":
                del data[at:]
            case _:
                data[at : at + length] = draw(st.binary(max_size=40))
    return bytes(data)


def files(name: str) -> st.SearchStrategy[bytes]:
    """Files of a kind, spoilt, or of any bytes; of a DOCX also what is packed in it."""
    body = "word/document.xml"
    inside = (
        spoilt(MEMBERS[body]).map(lambda data: zipped({**MEMBERS, body: data})) if name == "a.docx" else st.nothing()
    )
    return st.one_of(spoilt(SEEDS[name]), st.binary(max_size=300), inside)


def taken(folder: Path, name: str, data: bytes) -> Iterator[Document | Problem]:
    """What is read from a file of that name."""
    path = folder / name
    path.write_bytes(data)
    return read(str(path))


@pytest.mark.parametrize("name", SEEDS)
def test_the_file_that_is_spoilt_was_read(name: str, tmp_path: Path) -> None:
    assert any(isinstance(one, Document) for one in taken(tmp_path, name, SEEDS[name])), "the seed of its kind is none"


@pytest.mark.parametrize("name", SEEDS)
def test_whatever_a_file_holds_it_becomes_documents_or_problems(name: str, tmp_path: Path) -> None:
    @settings(
        max_examples=TRIES, deadline=None, database=None, derandomize="RASHOMON_FUZZ" not in os.environ,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )  # fmt: skip
    @given(files(name))
    def fuzz(data: bytes) -> None:
        for one in taken(tmp_path, name, data):
            assert isinstance(one, Document | Problem)
            if isinstance(one, Document):
                one.text.encode()
                assert all(0 <= mark.start <= mark.end <= len(one.text) for mark in one.furniture)
            else:
                assert one.message
                assert "Traceback" not in one.message

    fuzz()
