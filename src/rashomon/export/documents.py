"""The brief as a Word document and as PDF."""

from importlib import import_module
from io import BytesIO

from docx import Document
from docx.document import Document as Docx
from docx.shared import Pt

from rashomon.analyse.brief import Brief, Line
from rashomon.analyse.view import reference
from rashomon.errors import SetupError
from rashomon.export.report import heading
from rashomon.model.shown import visible

_INDENT = 18  # points a level


def to_docx(brief: Brief) -> bytes:
    """The brief as DOCX: headings, a bullet a line, references in small print."""
    document = Document()
    document.core_properties.title = visible(heading(brief))
    document.add_heading(visible(heading(brief)), level=0)
    for section in brief.sections:
        document.add_heading(section.title, level=1)
        if section.note:
            document.add_paragraph().add_run(section.note).italic = True
        for line in section.lines:
            _add_line(document, line, 0)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _add_line(document: Docx, line: Line, level: int) -> None:
    paragraph = document.add_paragraph(style="List Bullet")
    paragraph.paragraph_format.left_indent = Pt(_INDENT * (level + 1))
    if line.lead:
        paragraph.add_run(visible(line.lead) + "  ").bold = True
    paragraph.add_run(visible(line.text) + " ")
    for id in line.ids:
        paragraph.add_run(f"[{reference(id)}] ").font.size = Pt(7)
    for detail in line.details:
        _add_line(document, detail, level + 1)


def to_pdf(brief: Brief) -> bytes:
    """The brief as PDF on A4.

    Raises:
        SetupError: typst is not installed.
    """
    try:
        typst = import_module("typst")  # an extra: only PDF needs it
    except ImportError as error:
        raise SetupError("PDF needs typst: install rashomon[pdf]") from error
    made: bytes = typst.compile(to_typst(brief).encode("utf-8"))
    return made


def to_typst(brief: Brief) -> str:
    """The brief in typst's markup; whatever comes from reports stands in string literals."""
    parts = [
        '#set page(paper: "a4", margin: 2cm, numbering: "1")',
        f"#set document(title: {_literal(heading(brief))})",
        '#set text(size: 10pt, lang: "en")',
        f"= #{_literal(heading(brief))}",
    ]
    for section in brief.sections:
        parts += [f"== #{_literal(section.title)}", *([f"#emph({_literal(section.note)})"] if section.note else [])]
        for line in section.lines:
            parts += _typst_lines(line, 0)
    return "\n\n".join(parts) + "\n"


def _typst_lines(line: Line, level: int) -> list[str]:
    refs = "".join(f' + " " + box(text(size: 6.5pt, {_literal(f"[{reference(id)}]")}))' for id in line.ids)
    lead = f"strong({_literal(line.lead + '  ')}) + " if line.lead else ""
    words = f"{lead}text({_literal(line.text)}){refs}"
    sticky = "true" if line.details else "false"
    made = f"#block(sticky: {sticky}, pad(left: {level * _INDENT}pt, {words}))"
    return [made, *(one for detail in line.details for one in _typst_lines(detail, level + 1))]


def _literal(text: str) -> str:
    """A string literal of typst."""
    escaped = visible(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
