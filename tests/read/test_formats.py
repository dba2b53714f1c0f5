"""Every format: what comes out of a small file of its kind."""

import gzip
import io
import json
import sys
from pathlib import Path

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from rashomon.model.finding import Problem
from rashomon.model.text import Document
from rashomon.read import Draft, read

ONE = "Gunners on the Olmo side fired on the lock at Asha before dawn, the garrison said on Monday."
TWO = "Nobody was hurt. The mediators asked both armies to keep away from the canal until they had met."
THREE = "The lock has been shut since March, and the rice of the lower valley stands dry in its fields."


def only(source: Path | str, **options: str) -> Document:
    found = list(read(str(source), **options))  # type: ignore[arg-type]
    assert [type(one) for one in found] == [Document], found
    assert isinstance(found[0], Document)
    return found[0]


def told(document: Document, role: str) -> list[str]:
    return [document.text[one.start : one.end] for one in document.furniture if one.role == role]


def test_plain_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(f"Lock shelled\r\n\r\nBy Mira Toll\r\n\r\n{ONE}\r\n\r\n{TWO}".encode())
    document = only(tmp_path / "a.txt")
    assert document.text == f"Lock shelled\n\nBy Mira Toll\n\n{ONE}\n\n{TWO}"
    assert (document.title, document.byline, document.language) == ("Lock shelled", ("Mira Toll",), "en")
    assert document.declared == ""


def test_markdown(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        f"# Lock shelled\n\nBy [Mira Toll](#)\n\n[{ONE[:7]}](#){ONE[7:]}\n\n{TWO}", encoding="utf-8"
    )
    document = only(tmp_path / "a.md")
    assert (document.title, document.byline) == ("Lock shelled", ("Mira Toll",))
    assert told(document, "markup") == ["[", "](#)"]


PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Lock shelled | The Harsk Mail</title><meta name="author" content="Mira Toll">
<meta property="og:title" content="Lock shelled"><meta property="og:site_name" content="The Harsk Mail">
<meta property="og:url" content="https://mail.example/world/lock">
<meta property="article:published_time" content="2031-05-03T22:40:00+05:00">
<script>track()</script></head><body><nav><a href="/">Home</a></nav><article><h1>Lock shelled</h1>
<figure><img src="a.jpg"><figcaption>The lock. Photo: Jan Osten</figcaption></figure>
<p>{ONE}</p><h2>Dry fields</h2><p>{TWO}</p><p>{THREE}</p></article>
<aside><a href="/1">Rice grows dear</a></aside><footer>All rights reserved</footer></body></html>"""


def test_html(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    document = only(tmp_path / "a.html")
    assert document.text == f"Lock shelled\n\n{ONE}\n\nDry fields\n\n{TWO}\n\n{THREE}"
    assert (document.title, document.outlet, document.byline) == ("Lock shelled", "The Harsk Mail", ("Mira Toll",))
    assert (document.published.earliest, document.published.basis) == ("2031-05-03", "page metadata")
    assert document.declared == "https://mail.example/world/lock|The Harsk Mail"
    assert told(document, "title") == ["Lock shelled"]
    assert told(document, "heading") == ["Dry fields"]
    assert document.metadata["captions"] == ["The lock. Photo: Jan Osten"]


def test_html_without_an_ending_is_known_by_its_head(tmp_path: Path) -> None:
    (tmp_path / "page").write_text(PAGE, encoding="utf-8")
    assert only(tmp_path / "page").outlet == "The Harsk Mail"


def test_html_names_the_genre(tmp_path: Path) -> None:
    marked = PAGE.replace("track()", '{"@type": "OpinionNewsArticle", "datePublished": "2030-01-01"}')
    (tmp_path / "a.html").write_text(marked, encoding="utf-8")
    assert only(tmp_path / "a.html").genre == "opinion"


def test_pdf_paragraphs(tmp_path: Path) -> None:
    style = getSampleStyleSheet()["BodyText"]
    made = SimpleDocTemplate(str(tmp_path / "a.pdf"), pagesize=A4)
    made.build([Paragraph(text * 2, style) for text in (ONE + " ", TWO + " ", THREE + " ")])
    parts = only(tmp_path / "a.pdf").text.split("\n\n")
    assert parts == [f"{text} {text}" for text in (ONE, TWO, THREE)]


def test_pdf_running_heads_are_furniture(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for number, text in enumerate((ONE, TWO, THREE), 1):
        canvas.drawString(72, 800, f"The Harsk Mail, page {number}")
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    document = only(tmp_path / "a.pdf")
    assert told(document, "footer") == [f"The Harsk Mail, page {number}" for number in (1, 2, 3)]


MAIL = (
    "From: Ministry of Canals, Press Office <press@tarsia.example>\r\nTo: desk@mail.example\r\n"
    "Date: Mon, 3 May 2027 23:30:00 +0300\r\nSubject: =?utf-8?q?Note_on_the_caf=C3=A9_at_the_lock?=\r\n"
    "Message-ID: <1@tarsia.example>\r\nMIME-Version: 1.0\r\n"
)


def test_mail(tmp_path: Path) -> None:
    body = f"Content-Type: text/plain; charset=utf-8\r\n\r\n{ONE}\r\n\r\n{TWO}\r\n"
    (tmp_path / "a.eml").write_bytes((MAIL + body).encode())
    document = only(tmp_path / "a.eml")
    assert document.title == "Note on the café at the lock"
    assert (document.outlet, document.genre) == ("Ministry of Canals, Press Office", "statement")
    assert (document.published.earliest, document.published.basis) == ("2027-05-03", "Date of the message")
    assert document.declared.startswith("<1@tarsia.example>|")


def test_mail_of_a_person_with_html_only(tmp_path: Path) -> None:
    head = MAIL.replace("Ministry of Canals, Press Office", "Mira Toll")
    body = f"Content-Type: text/html; charset=utf-8\r\n\r\n<p>{ONE}</p><script>x()</script><p>{TWO}</p>"
    (tmp_path / "a.eml").write_bytes((head + body).encode())
    document = only(tmp_path / "a.eml")
    assert document.text == f"{ONE}\n\n{TWO}"
    assert (document.byline, document.outlet) == (("Mira Toll",), None)


def test_mail_in_parts_gives_its_plain_part(tmp_path: Path) -> None:
    parts = (
        'Content-Type: multipart/alternative; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html\r\n\r\n<p>other</p>\r\n"
        f"--b\r\nContent-Type: text/plain\r\n\r\n{ONE}\r\n--b--\r\n"
    )
    (tmp_path / "message").write_bytes((MAIL + parts).encode())
    assert only(tmp_path / "message").text.strip() == ONE


def test_docx(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph("Lock shelled", style="Title")
    file.add_paragraph(ONE)
    file.add_paragraph("A burnt ferry lies below the gates", style="Caption")
    file.add_heading("Who fired first?", 2)
    file.add_paragraph(TWO)
    file.add_table(1, 2).rows[0].cells[0].text = "Dead: none"
    file.save(str(tmp_path / "a.docx"))
    document = only(tmp_path / "a.docx")
    assert document.title == "Lock shelled"
    assert told(document, "caption") == ["A burnt ferry lies below the gates"]
    assert told(document, "heading") == ["Who fired first?"]
    assert document.text.endswith("Dead: none")


RECORD = {
    "id": "lock-1", "text": ONE, "url": "https://mail.example/1", "title": "Lock shelled", "outlet": "The Harsk Mail",
    "byline": ["Mira Toll"], "published": "2027-05-03T10:00", "language": "en", "genre": "analysis", "desk": "world",
}  # fmt: skip


def test_json_lines(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(RECORD) + "\n\n" + json.dumps({"text": TWO}), encoding="utf-8")
    one, two = read(str(tmp_path / "a.jsonl"))
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (one.title, one.outlet, one.byline, one.genre) == (
        "Lock shelled",
        "The Harsk Mail",
        ("Mira Toll",),
        "analysis",
    )
    assert (one.published.earliest, one.published.basis) == ("2027-05-03", "'published' of the record")
    assert (one.declared, one.metadata) == ("lock-1|The Harsk Mail", {"desk": "world"})
    assert (two.text, two.published.known) == (TWO, False)


def test_json_lines_packed(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress((json.dumps(RECORD) + "\n").encode()))
    assert only(tmp_path / "a.jsonl.gz").title == "Lock shelled"


def test_json_list(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([RECORD, {"text": TWO}], indent=1), encoding="utf-8")
    assert [one.text for one in read(str(tmp_path / "a.json")) if isinstance(one, Document)] == [ONE, TWO]


RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Harsk Mail</title>
<item><title>Lock shelled</title><link>https://mail.example/1</link><guid>g1</guid>
<pubDate>Mon, 03 May 2027 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{ONE}&lt;/p&gt;&lt;p&gt;{TWO}&lt;/p&gt;</description></item>
<item><title>Dry</title><description>{THREE}</description></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Harsk Mail</title>
<entry><title>Lock shelled</title><id>g1</id><link href="https://mail.example/1"/>
<author><name>Mira Toll</name></author>
<published>2027-05-03T10:00:00Z</published><content type="html">&lt;p&gt;{ONE}&lt;/p&gt;</content></entry></feed>"""


def test_rss(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS, encoding="utf-8")
    one, two = read(str(tmp_path / "feed.xml"))
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert one.text == f"Lock shelled\n\n{ONE}\n\n{TWO}"
    assert (one.outlet, one.url, one.published.earliest) == ("The Harsk Mail", "https://mail.example/1", "2027-05-03")
    assert told(one, "title") == ["Lock shelled"]
    assert one.declared == "g1|The Harsk Mail"
    assert two.title == "Dry"


def test_atom(tmp_path: Path) -> None:
    (tmp_path / "feed.atom").write_text(ATOM, encoding="utf-8")
    document = only(tmp_path / "feed.atom")
    assert (document.byline, document.published.basis) == (("Mira Toll",), "date of the feed's entry")


def warc(body: str) -> bytes:
    held = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://mail.example/kept\r\n"
        "WARC-Date: 2032-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http\r\nContent-Length: {len(held)}\r\n\r\n"
    )
    return head.encode() + held + b"\r\n\r\n"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_warc(tmp_path: Path, name: str) -> None:
    data = warc(PAGE)
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    document = only(tmp_path / name)
    assert (document.title, document.url) == ("Lock shelled", "https://mail.example/kept")
    assert (document.published.earliest, document.metadata["archived"]) == ("2031-05-03", "2032-01-01T00:00:00Z")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ONE.encode())))
    document = only("-")
    assert (document.source, document.text) == ("-", ONE)


def test_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.read.sources.fetched", lambda url: PAGE.encode())
    document = only("https://mail.example/world/lock?page=1")
    assert document.source == "https://mail.example/world/lock?page=1"
    assert document.url == "https://mail.example/world/lock"


def test_folder_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "0.txt", ".hidden/3.txt", "page_files/style.css", "README.md", "gold.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}: {ONE}", encoding="utf-8")
    assert [one.text.split(":")[0] for one in read(str(tmp_path)) if isinstance(one, Document)] == [
        "0.txt",
        "a/1.txt",
        "b/2.txt",
    ]


def test_glob(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(f"{name}: {ONE}", encoding="utf-8")
    found = [Path(one.source).name for one in read(str(tmp_path / "*.txt"))]
    assert found == ["a.txt", "b.txt"]


def test_a_file_whose_name_looks_like_a_glob(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(ONE, encoding="utf-8")
    assert only(tmp_path / "a[1].txt").text == ONE


def test_the_callers_word_wins_but_does_not_change_the_id(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    plain = only(tmp_path / "a.html")
    told_so = only(tmp_path / "a.html", published="2031-06-01", outlet="Olmo Post")
    assert (told_so.published.earliest, told_so.published.basis) == ("2031-06-01", "given by the caller")
    assert told_so.outlet == "Olmo Post"
    assert told_so.id == plain.id


def test_the_same_words_in_two_outlets_are_two_documents(tmp_path: Path) -> None:
    lines = [json.dumps({"text": ONE, "outlet": name}) for name in ("Harsk Mail", "Olmo Post")]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert len({one.id for one in read(str(tmp_path / "a.jsonl"))}) == 2


def test_plugins_by_ending_and_by_scheme(tmp_path: Path) -> None:
    (tmp_path / "a.odd").write_text("ignored", encoding="utf-8")

    def reader(source: str) -> list[Draft]:
        return [Draft(text=ONE, source=source, title="Odd")]

    for source in (str(tmp_path / "a.odd"), "odd:box/1"):
        found = list(read(source, readers={"odd": reader}))
        assert [(type(one), one.source) for one in found] == [(Document, source)]


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ONE, encoding="utf-8")
    first, second = list(read(str(tmp_path))), list(read(str(tmp_path)))
    assert first == second
    assert not any(isinstance(one, Problem) for one in first)
