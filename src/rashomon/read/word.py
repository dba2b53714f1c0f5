"""DOCX files: paragraphs and tables in their order; styles tell titles, headings and captions."""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from rashomon.errors import DocumentError
from rashomon.model.finding import Problem
from rashomon.model.text import FurnitureRole
from rashomon.read.decoding import normalised
from rashomon.read.draft import LIMIT, Draft, whole

if TYPE_CHECKING:
    from docx.document import Document as DocxFile

_STYLES: dict[str, FurnitureRole] = {
    "title": "title",
    "subtitle": "heading",
    "heading": "heading",
    "caption": "caption",
}
_UNPACKED = 4 * LIMIT


def drafts(stream: BinaryIO, source: str) -> Iterator[Draft | Problem]:
    """Yield the one report of a DOCX file; DocumentError for other zip archives and bombs."""
    import docx  # start-up: only who reads such a file needs it

    data = whole(stream)
    _checked(data)
    try:
        file = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        raise DocumentError(f"damaged DOCX file ({error})") from error
    lines = list(_lines(file))
    if not any(char.isalnum() for line, _ in lines for char in line):
        raise DocumentError("no text in it")
    yield Draft(
        text="\n\n".join(line for line, _ in lines),
        source=source,
        title=normalised(file.core_properties.title or "").strip() or None,
        roles={line: role for line, role in lines if role},
    )


def _checked(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise DocumentError(f"not a DOCX file ({error})") from error
    if not any(member.filename == "word/document.xml" for member in members):
        raise DocumentError("a zip archive, not a DOCX file; unpack it first")
    if sum(member.file_size for member in members) > _UNPACKED:
        raise DocumentError(f"unpacks to more than {_UNPACKED // 1024 // 1024} MB")


def _lines(file: "DocxFile") -> Iterator[tuple[str, FurnitureRole | None]]:
    from docx.table import Table  # start-up: as above

    for item in file.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                text = " ".join(normalised("\t".join(cell.text for cell in row.cells)).split())
                if text:
                    yield text, None
            continue
        style = (item.style.name or "").lower().split(" ")[0] if item.style is not None else ""
        for line in normalised(item.text).split("\n"):
            if line.strip():
                yield line.strip(), _STYLES.get(style)
