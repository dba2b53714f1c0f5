"""Thirty and more kinds of bad input, each beside a good report.

None raises, none loses the good report of the same folder, and each leaves a problem
that names the file and the reason, or a document where one can still be made.
"""

import gzip
import io
import json
import os
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from rashomon.errors import SetupError
from rashomon.model.finding import Problem
from rashomon.model.text import Document
from rashomon.read import fetch, read
from rashomon.read.draft import LIMIT

GOOD = (
    "Talks on the Asha canal resume\n\nBy Mira Toll\n\n"
    "HARSK, May 3, 2027 (Nordwire) - Envoys of Tarsia and Olmo met in Harsk on Monday for the first time since "
    "the canal was closed, the mediators said. Both sides agreed to meet again within the week.\n"
)
SENTENCE = "Troops of Tarsia shelled the lock at Asha for a second day, the garrison said on Tuesday. "
PAGE = (
    "<html><head><title>Lock shelled</title></head><body><article><p>" + SENTENCE * 6 + "</p></article></body></html>"
)
MAIL = b"From: Press Office <press@tarsia.example>\r\nSubject: Note\r\nDate: Mon, 3 May 2027 10:00:00 +0000\r\n"
FEED = b'<?xml version="1.0"?><rss version="2.0"><channel><title>Olmo Post</title>'


def pdf(*, text: str = SENTENCE, password: str | None = None) -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, encrypt=StandardEncryption(password) if password else None)
    if text:
        canvas.drawString(72, 700, text)
    canvas.showPage()
    canvas.save()
    return held.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def docx_bomb() -> bytes:
    """A DOCX whose directory says that its one member unpacks to 4 GB."""
    data = bytearray(zipped({"word/document.xml": b"<a/>"}))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 0xFFFFFFF0)
    return bytes(data)


def warc(body: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://olmo.example/a\r\n"
        b"WARC-Date: 2027-05-04T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: "
        + str(len(head) + len(body)).encode()
        + b"\r\n\r\n"
        + head
        + body
        + b"\r\n\r\n"
    )


LOST: dict[str, tuple[str, bytes, str]] = {
    # kind: (file name, bytes, what the problem says)
    "empty": ("a.txt", b"", "empty file"),
    "blanks only": ("a.txt", b" \n\t\n  ", "no text"),
    "punctuation only": ("a.txt", b"--- *** ...", "no text"),
    "binary": ("a.txt", bytes(range(256)) * 40, "binary"),
    "binary without an ending": ("a", os.urandom(64).join([b"\x00\x01\x02\x03"] * 40), "binary"),
    "NULs only": ("a.txt", b"\x00" * 500, "binary"),
    "a picture named as text": ("a.doc", b"\x89PNG\r\n\x1a\n" + b"\x00" * 90, "PNG"),
    "an old Office file": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 90, "Office"),
    "gz of nothing": ("a.txt.gz", gzip.compress(b""), "empty"),
    "gz of garbage": ("a.txt.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 50, "gzip"),
    "truncated gz": ("a.txt.gz", gzip.compress(os.urandom(900))[:300], "gzip"),
    "script-only HTML": ("a.html", b"<html><body><script>go()</script></body></html>", "no article"),
    "HTML without an article": ("a.html", b"<html><body><a href='/'>Home</a></body></html>", "no article"),
    "HTML of nothing": ("a.html", b"<!-- -->", "HTML"),
    "locked PDF": ("a.pdf", pdf(password="x"), "password"),
    "truncated PDF": ("a.pdf", pdf()[:200], "PDF"),
    "PDF without text": ("a.pdf", pdf(text=""), "no text"),
    "PDF that is none": ("a.pdf", b"just words", "PDF"),
    "DOCX that is no zip": ("a.docx", b"just words", "DOCX"),
    "DOCX cut off": ("a.docx", zipped({"word/document.xml": b"<a/>"})[:40], "DOCX"),
    "a zip archive": ("a.zip", zipped({"b.txt": b"words"}), "zip archive"),
    "DOCX bomb": ("a.docx", docx_bomb(), "unpacks"),
    "DOCX with an empty body": ("a.docx", zipped({"word/document.xml": b"<a/>"}), "cannot be read|DOCX"),
    "mail without a body": ("a.eml", MAIL + b"\r\n", "no text"),
    "mail with an attachment only": (
        "a.eml",
        MAIL + b"MIME-Version: 1.0\r\nContent-Type: application/pdf\r\n"
        b"Content-Disposition: attachment; filename=map.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n",
        "only attachments: map.pdf",
    ),
    "JSON line cut off": ("a.jsonl", b'{"text": "The lock was sh', "line 1"),
    "JSON line without text": ("a.jsonl", b'{"title": "The lock"}\n', "'text'"),
    "JSON line with text of a wrong type": ("a.jsonl", b'{"text": 5}\n', "'text' is not a string"),
    "JSON line with a title of a wrong type": ("a.jsonl", b'{"text": "The lock.", "title": {}}\n', "'title'"),
    "JSON line that is no object": ("a.jsonl", b"[1, 2]\n", "not an object"),
    "JSON nested too deep": ("a.jsonl", b"[" * 100_000 + b"\n", "line 1"),
    "JSON without text": ("a.json", b'{"name": "settings"}', "'text'"),
    "feed without entries": ("a.rss", FEED + b"</channel></rss>", "no entries"),
    "feed that is none": ("a.atom", b"just words", "no entries"),
    "feed with an empty entry": ("a.rss", FEED + b"<item><title>x</title></item></channel></rss>", "entry 1"),
    "XML entity bomb": (
        "a.xml",
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>',
        "entities",
    ),
    "WARC of nothing": ("a.warc", b"WARC/1.0\r\n", "archive"),
    "WARC without an article": ("a.warc", warc(b"<html></html>"), "olmo.example/a"),
    "gz of a broken WARC": ("a.warc.gz", gzip.compress(warc(PAGE.encode()))[:80], "archive|gzip"),
}

FLAWED: dict[str, tuple[str, bytes, str | None]] = {
    # kind: (file name, bytes, what a problem beside the document says, None for no problem)
    "wrong encoding": (
        "a.txt",
        ("Erdoğan'ın sözcüsü açıklama yaptı, dışişleri bakanlığı doğruladı. " * 6).encode("cp1254"),
        None,
    ),
    "Cyrillic code page": (
        "a.txt",
        ("Войска обстреляли шлюз, сообщили в штабе во вторник. " * 6).encode("cp1251"),
        None,
    ),
    "UTF-16 without a mark": ("a.txt", (SENTENCE * 3).encode("utf-16-le"), None),
    "UTF-16 with a mark": ("a.txt", (SENTENCE * 3).encode("utf-16"), None),
    "mixed encodings": ("a.txt", ("Café “lock” — " + SENTENCE).encode() * 3 + "é".encode("cp1252") + b" end.", "mixed"),
    "truncated UTF-8": ("a.txt", (SENTENCE + "Café").encode()[:-1], "cut off"),
    "NULs in text": ("a.txt", SENTENCE.replace(" ", " \x00", 2).encode(), "NUL"),
    "control and direction characters": ("a.txt", ("\u202e\x07" + SENTENCE + "\ufeff").encode(), None),
    "surrogate junk": ("a.jsonl", b'{"text": "The lock \\ud83d was shelled on Tuesday."}\n', None),
    "a date that is none": ("a.jsonl", json.dumps({"text": SENTENCE, "published": "soon"}).encode(), "no date"),
    "broken HTML": ("a.html", PAGE.replace("</p>", "").replace("</article>", "<div><b").encode(), None),
    "hostile markup": ("a.html", PAGE.replace("<p>", "<p onclick=x()><script>steal()</script>").encode(), None),
    "broken MIME": (
        "a.eml",
        MAIL + b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
        b"--x\r\nContent-Type: text/plain\r\n\r\n" + SENTENCE.encode() + b"\r\n",
        "broken message",
    ),
    "mail with a charset nobody knows": (
        "a.eml",
        MAIL + b"Content-Type: text/plain; charset=klingon\r\n\r\n" + SENTENCE.encode(),
        None,
    ),
    "broken feed": (
        "a.rss",
        FEED + b"<item><description>" + SENTENCE.encode() + b"</description><item><",
        "broken XML",
    ),
    "another language": (
        "a.txt",
        ("Les troupes ont bombardé l'écluse mardi, selon la garnison de la ville. " * 4).encode(),
        None,
    ),
    "no date": ("a.txt", SENTENCE.encode(), None),
    "a line of 1 MB": ("a.txt", (SENTENCE * 11_000).encode(), None),
    "words without spaces": ("a.txt", b"lock" * 50_000, None),
    "open brackets": ("a.md", b"[" * 30_000 + SENTENCE.encode(), None),
    "stars": ("a.md", b"*a " * 30_000 + SENTENCE.encode(), None),
}


def run(source: Path | str) -> tuple[list[Document], list[Problem]]:
    found = list(read(str(source)))
    return [one for one in found if isinstance(one, Document)], [one for one in found if isinstance(one, Problem)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("0-first.txt", "z-last.txt"):
        (tmp_path / name).write_text(name + " " + GOOD, encoding="utf-8")
    return tmp_path


def assert_good_ones_stay(documents: list[Document]) -> None:
    names = [Path(document.source).name for document in documents]
    assert names[0] == "0-first.txt"
    assert names[-1] == "z-last.txt"


@pytest.mark.parametrize("kind", LOST)
def test_what_cannot_be_read_is_a_problem(folder: Path, kind: str) -> None:
    name, data, reason = LOST[kind]
    (folder / name).write_bytes(data)
    documents, problems = run(folder)
    assert_good_ones_stay(documents)
    assert len(documents) == 2
    assert problems, kind
    assert all(Path(problem.source).name == name for problem in problems)
    assert any(part in problem.message for part in reason.split("|") for problem in problems), problems
    assert all("\n" not in problem.message and problem.component.startswith("read") for problem in problems)


@pytest.mark.parametrize("kind", FLAWED)
def test_what_is_flawed_is_still_read(folder: Path, kind: str) -> None:
    name, data, reason = FLAWED[kind]
    (folder / name).write_bytes(data)
    documents, problems = run(folder)
    assert_good_ones_stay(documents)
    assert len(documents) == 3, problems
    assert all("\x00" not in one.text and "\u202e" not in one.text for one in documents)
    assert "steal()" not in documents[1].text
    assert all(one.text[part.start : part.end] for one in documents for part in one.furniture)
    if reason is None:
        assert not problems
    else:
        assert any(reason in problem.message for problem in problems), problems


def test_encodings_are_read_right(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(FLAWED["wrong encoding"][1])
    (tmp_path / "b.txt").write_bytes(FLAWED["Cyrillic code page"][1])
    (tmp_path / "c.txt").write_bytes(FLAWED["UTF-16 without a mark"][1])
    documents, _ = run(tmp_path)
    assert documents[0].text.startswith("Erdoğan'ın sözcüsü")
    assert documents[0].language == "tr"
    assert documents[1].text.startswith("Войска обстреляли")
    assert documents[1].language == "ru"
    assert documents[2].text.startswith("Troops of Tarsia")


def test_another_language_is_kept_whole(tmp_path: Path) -> None:
    data = FLAWED["another language"][1]
    (tmp_path / "a.txt").write_bytes(data)
    documents, problems = run(tmp_path)
    assert documents[0].language == "fr"
    assert documents[0].text == data.decode()
    assert not problems


def test_a_bad_line_loses_no_other_line(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(number), "text": f"{SENTENCE}{number}."}) for number in range(4)]
    lines[1] = "{broken"
    (tmp_path / "a.jsonl").write_text("\n".join(lines) + '\n{"text": "half', encoding="utf-8")
    documents, problems = run(tmp_path / "a.jsonl")
    assert [document.text[-2] for document in documents] == ["0", "2", "3"]
    assert [problem.message.split(":")[0] for problem in problems] == ["line 2", "line 5"]


def test_lines_before_the_break_of_a_gz_stay(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"text": SENTENCE + os.urandom(40).hex()}).encode() + b"\n" for _ in range(400))
    packed = gzip.compress(lines)
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    documents, problems = run(tmp_path)
    assert len(documents) > 50
    assert any("gzip" in problem.message for problem in problems)


def test_pages_before_the_break_of_a_warc_stay(tmp_path: Path) -> None:
    data = warc(PAGE.encode()) + warc(PAGE.replace("second", "third").encode())[:300]
    (tmp_path / "a.warc").write_bytes(data)
    documents, _ = run(tmp_path)
    assert documents[0].url == "https://olmo.example/a"
    assert "second day" in documents[0].text


def test_a_huge_line_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.read.jsonl.LIMIT", 1000)
    huge = json.dumps({"text": "lock " * 1000})
    (tmp_path / "a.jsonl").write_text(huge + "\n" + json.dumps({"text": SENTENCE}) + "\n", encoding="utf-8")
    documents, problems = run(tmp_path)
    assert [document.text for document in documents] == [SENTENCE]
    assert "line 1: larger" in problems[0].message


def test_too_large(folder: Path) -> None:
    with (folder / "large.txt").open("wb") as file:
        file.truncate(LIMIT + 1)
    documents, problems = run(folder)
    assert len(documents) == 2
    assert problems[0].message == "larger than 50 MB"


def test_a_gz_that_unpacks_to_too_much(folder: Path) -> None:
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    data = b"".join(pack.compress(b" " * 1_000_000) for _ in range(54)) + pack.flush()
    (folder / "bomb.txt.gz").write_bytes(data)
    documents, problems = run(folder)
    assert len(documents) == 2
    assert problems[0].message == "larger than 50 MB"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(folder: Path) -> None:
    (folder / "secret.txt").write_text("words", encoding="utf-8")
    (folder / "secret.txt").chmod(0)
    documents, problems = run(folder)
    assert len(documents) == 2
    assert "Permission denied" in problems[0].message


def test_open_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: Callable[..., io.BufferedReader] = Path.open

    def refuse(path: Path, *args: Any, **options: Any) -> io.BufferedReader:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args, **options)

    (folder / "a.txt").write_text("words", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    documents, problems = run(folder)
    assert len(documents) == 2
    assert problems[0].message == "Permission denied"


def test_paths_that_lead_nowhere(folder: Path) -> None:
    (folder / "dangling.txt").symlink_to(folder / "gone.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "named.txt").mkdir()
    documents, problems = run(folder)
    assert_good_ones_stay(documents)
    told = {Path(problem.source).name: problem.message for problem in problems}
    assert "No such file" in told["dangling.txt"]
    assert "already read" in told["loop"]
    assert "symbolic links" in told["self.txt"]
    assert "not a regular file" in told["pipe.txt"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("gone.txt", "no such file"),
        ("gone/", "no such file"),
        ("*.gone", "matches no file"),
        ("a\x00b", "null|no such file"),
        ("ftp://olmo.example/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http://[", "cannot be fetched"),
        ("x" * 5000, "too long|no such file"),
        ("", "no such file|no reports|."),
    ],
)
def test_sources_that_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, reason: str) -> None:
    monkeypatch.chdir(tmp_path)
    documents, problems = run(source)
    assert not documents
    assert len(problems) == 1
    assert any(part in problems[0].message for part in reason.split("|")), problems


def test_a_folder_without_reports(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "style.css").write_text("b{}", encoding="utf-8")
    _, problems = run(tmp_path)
    assert [problem.message for problem in problems] == ["no reports in this folder"]


def test_an_address_that_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr("urllib.request.OpenerDirector.open", refuse)
    _, problems = run("https://olmo.example/a")
    assert problems[0].source == "https://olmo.example/a"
    assert "cannot be fetched" in problems[0].message
    assert "refused" in problems[0].message


def test_a_redirect_to_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OSError, match="redirected"):
        fetch._SameKind().redirect_request(None, None, 302, "", None, "file:///etc/passwd")


def test_standard_input_of_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    _, problems = run("-")
    assert problems[0].source == "-"
    assert problems[0].message == "empty file"


def test_a_date_that_is_none_stops_the_call() -> None:
    with pytest.raises(SetupError, match="no date"):
        read("a.txt", published="soon")


def test_a_plugin_that_raises(tmp_path: Path) -> None:
    def broken(source: str) -> list[Document]:
        raise RuntimeError("no idea")

    (tmp_path / "a.odd").write_text("words", encoding="utf-8")
    found = list(read(str(tmp_path / "a.odd"), readers={"odd": broken}))
    assert [type(one) for one in found] == [Problem]
    assert "no idea" in found[0].message  # type: ignore[union-attr]
