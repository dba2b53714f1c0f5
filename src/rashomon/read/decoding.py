"""Bytes to text, and the one place where a text is normalised."""

import codecs
import re
import unicodedata

from resiliparse.parse.encoding import detect_encoding

from rashomon.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\u0085\x0b\x0c]")
# Control characters say nothing; direction overrides make a text look other than it reads.
_HARMFUL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")


def normalised(text: str) -> str:
    r"""The text in the form in which it is kept: NFC, "\n" line ends, no control characters.

    >>> normalised("Cafe\u0301\r\nclosed\x00")
    'Café\nclosed'
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _HARMFUL.sub("", text)
    text = _SURROGATES.sub("\ufffd", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def decoded(data: bytes, *, charset: str | None = None) -> tuple[str, str | None]:
    """The text of `data`, and what was wrong with its encoding (None where nothing was).

    `charset` is what the source declares; UTF-8 is tried before it is believed.
    Raises DocumentError where the bytes are no text.
    """
    text, flaw = _decoded(data, charset)
    odd = len(_CONTROL.findall(text[:200_000]))
    if odd > 0.05 * len(text[:200_000]) + 8:
        raise DocumentError("binary data, no text")
    if text.count("\x00"):
        flaw = flaw or "NUL characters were left out"
    return text, flaw


def _decoded(data: bytes, charset: str | None) -> tuple[str, str | None]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _forgiving(data[len(mark) :], encoding)
    wide = _wide_without_mark(data)
    if wide:
        return _forgiving(data, wide)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:
            return data[: error.start].decode("utf-8"), "the last character is cut off"
    return _legacy(data, charset)


def _forgiving(data: bytes, encoding: str) -> tuple[str, str | None]:
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError:
        return data.decode(encoding, "replace"), f"some bytes are not {encoding}"


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 shows as a NUL in every other byte of Latin text."""
    head = data[:2000]
    if len(head) < 8:
        return None
    half = len(head) // 2
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if zeros.count(0) > 0.7 * half and head.count(0) < 1.3 * zeros.count(0):
            return encoding
    return None


def _legacy(data: bytes, charset: str | None) -> tuple[str, str | None]:
    mostly = data.decode("utf-8", "replace")
    bad = mostly.count("\ufffd")
    good = sum(1 for char in mostly[:500_000] if ord(char) > 127 and char != "\ufffd")
    if good > 2 * bad:
        return mostly, f"mixed encodings: {bad} places are not UTF-8"
    for encoding in (charset, detect_encoding(data[:131_072])):
        try:
            if encoding and codecs.lookup(encoding).name != "utf-8":
                return data.decode(encoding), None
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", "replace"), "encoding unknown, read as Windows-1252"
