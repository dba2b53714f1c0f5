"""Captions of pictures and the credits of those who took them."""

import re

from rashomon.read.blocks import Block
from rashomon.read.cues import alternatives, leading
from rashomon.read.dates import FULL, WEEKDAY

_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’\-]*"
_PARTS = re.compile(
    rf"©?\s*{_NAME}(?:\s+{_NAME}){{0,4}}(?:\s*/\s*{_NAME}(?:\s+{_NAME}){{0,3}}){{1,3}}(?:\s+via\s+{_NAME}(?:\s+{_NAME})?)?"
)
_CREDIT = rf"(?i:{alternatives('furniture', 'credit_word')})"
_CREDIT_LINE = re.compile(rf"\(?{_CREDIT}(?:\s+credit)?\s*(?::|by\b)\s*\S.{{1,80}}\)?", re.I)
_AGENCY_LINE = re.compile(
    rf"(?:{_NAME}[\s/]+){{0,5}}(?:via\s+)?(?:Getty Images|Shutterstock|AFP|EPA|Reuters|REUTERS)"
    rf"(?:\s+via\s+{_NAME}(?:\s{_NAME})?)?"
)
# "Photo: A. Name", "(AP Photo/A. Name)", ". (Agency/A. Name)" at the end of the paragraph.
_CREDIT_AT_END = re.compile(
    rf"(?:^|[.!?\"”’)]\s*|\s\(|\s[|/–—-]\s){_CREDIT}\s*(?::|\bby\b)\s*{_NAME}[^.!?]{{0,60}}[).]*$"
)
_NAMED_AT_END = re.compile(
    rf"[.\"”’]\s*\((?:{_NAME}[\w\s.'’\-]*(?:/|\bvia\s)[^()]{{1,60}}|[^()]{{0,40}}\b[Pp]hotos?\b[^()]{{0,60}}|[^()]{{0,40}}Getty[^()]{{0,40}})\)\.?$"
)
_PHOTO_AT_END = re.compile(r"\((?:[^()]{0,40}\bPhoto\b|Photo\b)[^()]{0,60}\)\.?$")
# "[A. Name/Agency]" and "AGENCY/A. Name" after the last sentence.
_BRACKETS_AT_END = re.compile(r"\[[^\[\]]{2,40}(?:/|\bvia )[^\[\]]{2,60}\]\.?$")
_AGENCY_AT_END = re.compile(rf"[.\"”]\s+(?:REUTERS|AP|AFP|EPA|TASS)\s?/\s?{_NAME}(?:\s+{_NAME}){{0,3}}\.?$")
_DATED = re.compile(rf",\s+(?P<weekday>{WEEKDAY},?\s+)?(?:{FULL})\.?$", re.I)
_SENTENCE_END = re.compile(r"[.!?][\"”’]?\s+(?=[A-Z“\"])")
_PAST = re.compile(r"\b(?:was|were|had|did|has|have|killed|signed|will|would)\b")


def is_credit(block: Block) -> bool:
    """Whether a line only names who made a picture: "A. Name / Agency", "Photo: A. Name"."""
    if block.length > 12 or (block.closed and not block.plain.endswith(")")):
        return False
    plain = block.plain
    return any(pattern.fullmatch(plain) is not None for pattern in (_PARTS, _CREDIT_LINE, _AGENCY_LINE))


def is_caption(block: Block) -> bool:
    """Whether a paragraph tells what a picture shows.

    It opens with "File photo:", ends with a credit, or is one sentence in the present
    that ends, after a comma, with a full date. A sentence of the running text puts
    "on" before its date, tells in the past, or says who said it.
    """
    if "![" in block.raw:
        return True
    if block.length > 70:
        return False
    plain = block.plain
    if _opens_as_caption(plain):
        return True
    if (":" in plain or " by " in plain) and _CREDIT_AT_END.search(plain):
        return True
    if "/" in plain[-60:] and (_BRACKETS_AT_END.search(plain) or _AGENCY_AT_END.search(plain)):
        return True
    if plain.rstrip(".").endswith(")"):
        return _ends_with_credit(block)
    return plain.rstrip(".")[-4:].isdigit() and _ends_with_date(block)


def _ends_with_credit(block: Block) -> bool:
    if _PHOTO_AT_END.search(block.plain):
        return True
    if not _NAMED_AT_END.search(block.plain):
        return False
    return not block.tells or _DATED.search(re.sub(r"\s*\([^()]*\)\.?$", "", block.plain)) is not None


def _ends_with_date(block: Block) -> bool:
    if block.tells or block.length > 45:
        return False
    dated = _DATED.search(block.plain)
    if dated is None:
        return False
    return bool(dated.group("weekday")) or not (_PAST.search(block.plain) or _SENTENCE_END.search(block.plain))


def _opens_as_caption(plain: str) -> bool:
    match = leading(plain, "furniture", "caption_start")
    if match is None:
        return False
    after = plain[match.end() :].lstrip()
    if match.group(1).casefold().startswith("image ") and after.startswith(","):
        return True
    return after.startswith(":") or (match.group(1).isupper() and after.startswith(("-", "–", "—")))
