"""Search finds the same places in every archive, and nothing that is typed is syntax."""

import pytest

from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.store import Archive
from tests.store.invented import fill, report


def test_search_finds_the_words_in_reports_and_statements(archive: Archive) -> None:
    (document, _) = fill(archive, 41, 42)
    report_hit, statement_hit = archive.search("SHELLED barge 41")
    assert report_hit.record == report_hit.document == document.id
    assert document.text[report_hit.start : report_hit.end] == "barge 41 was shelled"
    assert archive.record(statement_hit.record).kind == "statement"
    assert "denied that barge 41 was shelled. Two" in report_hit.snippet


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("pilots", True), ("PILOTS", True), ("pilot", False), ("pilot*", True), ("pil* kil*", True),
        ("pilots weir", False), ("Várgá", True), ("varga's", False), ("Torin-Guild", True),
    ],
)  # fmt: skip
def test_search_by_words(archive: Archive, words: str, found: bool) -> None:
    fill(archive, 1)
    assert bool(archive.search(words)) is found


@pytest.mark.parametrize(
    "words",
    [
        '"', "'", "NEAR(", "NEAR(pilots killed, 2)", "*", "-", "-pilots", "pilots:", "words:pilots", "pilots OR weir",
        "a AND", "(", ")", "^pilots", "{pilots}", "\\", "&", "!", "| :*", "<->", "%", "_", "\0", "pilots\0", "\ud800",
        "ⅷ½ﬁ", "ß", "", " ", "a" * 5000,
    ],
)  # fmt: skip
def test_nothing_in_a_search_is_syntax(archive: Archive, words: str) -> None:
    fill(archive, 1)
    kept = [one for one in ("pilots", "killed", "weir", "NEAR", "words", "OR", "AND") if one in words]
    hits = archive.search(words)
    assert bool(hits) is (kept == ["pilots"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Der Fluß stieg", "FLUSS"), ("في المدينة", "المدينة"), ("Эрдоган уехал", "эрдоган"), ("İzmir sustu", "izmir"),
        ("Erdoğan left", "erdogan"), ("停火 协议", "停火"), ("snake_case_word", "case"),
        ("the 𝟜𝟚nd", "42nd"),
    ],
)  # fmt: skip
def test_search_without_case_and_accents_in_any_script(archive: Archive, text: str, words: str) -> None:
    archive.add(Document(text=text, source="a.txt"), ())
    assert len(archive.search(words)) == 1


def test_search_gives_the_closest_place_and_a_short_snippet(archive: Archive) -> None:
    text = "Ferry. " + "Nothing happened here. " * 50 + "The ferry sank. " + "Nobody spoke of it. " * 50 + "Sank."
    document = Document(text=text, source="a.txt")
    archive.add(document, ())
    (hit,) = archive.search("sank ferry")
    assert document.text[hit.start : hit.end] == "ferry sank"
    assert hit.snippet.startswith("… ")
    assert hit.snippet.endswith(" …")
    assert len(hit.snippet) < 160


def test_search_is_ordered_by_publication_and_limited(archive: Archive) -> None:
    days = [When(earliest=f"1987-03-0{n}", latest=f"1987-03-0{n}") for n in (3, 1, 2)]
    documents = [report(n, published=day) for n, day in enumerate(days)]
    for document in documents:
        archive.add(document, ())
    assert [hit.document for hit in archive.search("barge", limit=2)] == [documents[1].id, documents[2].id]
