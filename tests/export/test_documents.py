from io import BytesIO

import docx
import pypdfium2
import pytest

from rashomon.analyse.brief import Brief, Line, Section
from rashomon.export.documents import to_docx, to_pdf, to_typst

HOSTILE = '#panic("no") *bold* _it_ $x$ <script> \\ "quoted" \u202e'
BRIEF = Brief(
    title="Brief of 1 report",
    sections=(
        Section(
            title="Disputed",
            note="Both stand.",
            lines=(
                Line(lead="denial", text=HOSTILE, ids=("statement-0123456789abcdef",), details=(Line(text="inner"),)),
            ),
        ),
    ),
)


def test_docx_reads_back() -> None:
    read = docx.Document(BytesIO(to_docx(BRIEF)))
    text = "\n".join(paragraph.text for paragraph in read.paragraphs)
    assert "Brief of 1 report" in text and "[statement-012345]" in text and "inner" in text
    assert '#panic("no") *bold*' in text and "\u202e" not in text


def test_pdf_holds_the_words_and_runs_none_of_them() -> None:
    pytest.importorskip("typst", reason="the extra [pdf] is not installed")
    page = pypdfium2.PdfDocument(to_pdf(BRIEF))[0].get_textpage().get_text_range()
    assert "Brief of 1 report" in page and '#panic("no") *bold* _it_ $x$' in page and "[statement-012345]" in page


def test_typst_keeps_hostile_text_in_literals() -> None:
    (line,) = [one for one in to_typst(BRIEF).splitlines() if "panic" in one]
    assert '#panic(\\"no\\")' in line and "\\\\" in line


@pytest.mark.parametrize("forbidden", ["\ufffe", "\uffff", "\x0c", "\x85"])
def test_docx_takes_what_xml_forbids(forbidden: str) -> None:
    brief = Brief(title="T", sections=(Section(title="S", lines=(Line(text=f"a{forbidden}b", lead=forbidden),)),))
    assert any("a�b" in one.text for one in docx.Document(BytesIO(to_docx(brief))).paragraphs)
