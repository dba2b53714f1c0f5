"""Text is normalised once, the same way for every format."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.text import paragraphs
from rashomon.read.decoding import decoded, normalised


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x85f\x0cg", "a\nb\nc\nd\ne\nf\ng"),
        ("Cafe\u0301", "Café"),
        ("a\x00b\x07c\x1bd", "abcd"),
        ("\ufeffa\u202eb\u2066c", "abc"),
        ("soft\u00adhyphen zero\u200bwidth\u00a0space\ttab", "soft\u00adhyphen zero\u200bwidth\u00a0space\ttab"),
        ("lone \ud83d half", "lone \ufffd half"),
    ],
)
def test_normalised(raw: str, kept: str) -> None:
    assert normalised(raw) == kept


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=40))
def test_utf8_is_read_as_it_is(text: str) -> None:
    data = text.encode()
    if not data.startswith(b"\xef\xbb\xbf") and "\ufffd" not in text:
        assert decoded(data) == (text, None)


@given(st.text(alphabet="ab. \n\t", max_size=300))
def test_paragraphs_cover_all_words(text: str) -> None:
    found = list(paragraphs(text))
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)


def test_paragraphs_end_at_line_ends() -> None:
    text = "One sentence.\nAnother one.\n\n  A third."
    assert [text[start:end] for start, end in paragraphs(text)] == ["One sentence.", "Another one.", "A third."]


def test_paragraphs_of_wrapped_text_end_at_blank_or_short_lines() -> None:
    lines = [
        "The Minister of the Canals received the envoy of Olmo yesterday and spoke",
        "with him for an hour about the lock at Asha, which has been closed since",
        "the end of March. The envoy handed over a letter of the President, who is",
        "ready to send engineers.",
        "The mediators asked both armies to keep away from the canal until they had",
        "met again in Harsk, where the talks go on.",
    ]
    text = "\n".join(lines)
    assert [text[start:end] for start, end in paragraphs(text)] == ["\n".join(lines[:4]), "\n".join(lines[4:])]
