"""What lies inside running text without being part of it: link marks, page breaks, datelines."""

import re
from collections.abc import Iterator, Sequence

from rashomon.model.text import Furniture
from rashomon.read.blocks import Block
from rashomon.read.cues import words
from rashomon.read.dates import FULL, MONTH, PARTIAL, WEEKDAY

_LINK = re.compile(r"(?P<open>!?\[)(?=[^\[\]\n]{1,300}(?P<close>\]\([^()\s]{0,500}\)))")
_STARS = re.compile(r"(?<![\w*\\])\*{1,3}(?=[^\s*])|(?<=[^\s*\\])\*{1,3}(?![\w*])")
_HASHES = re.compile(r"^#{1,6}\s+")
_TAG = re.compile(
    r"</?(?:b|i|u|a|p|br|em|strong|span|div|cite|sup|sub)(?:\s[^<>\n]{0,300})?/?>|<(?=https?://)|(?<=/)>", re.I
)

_UPPER = "".join(chr(code) for code in range(0x41, 0x250) if chr(code).isupper())
_CAPITALS = rf"[{_UPPER}][{_UPPER}'’.\-]+(?:[ \-][{_UPPER}][{_UPPER}'’.\-]+){{0,3}}"
_NAMED = rf"[{_UPPER}][\w'’.\-]+(?:[ \-][{_UPPER}][\w'’.\-]+){{0,2}}"
_AGENCY = r"(?:\((?P<{0}>[^()\n]{{2,40}})\)|/(?P<{0}_>[^/\n]{{2,40}})/)"
_DATE = rf"(?:{FULL}|{PARTIAL}|{WEEKDAY}|\d{{1,2}}\s+{MONTH}(?:\s+\d{{2}})?)"
_DASH = r"(?:\s*\.?\s*(?:--|[-–—])\s*)"
_STOP = rf"(?:{_DASH}|\s*[.:]\s+(?=[{_UPPER}“\"'‘\[(])|(?<=/)\.?\s+)"

_DATELINES = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        # PLACE, Region, 3 May 2022 (Agency) -    PLACE, May 3. /AGENCY/.    PLACE, May 3 —
        (
            rf"{_CAPITALS}(?:/{_CAPITALS})?(?:,\s+{_NAMED}\.?)?,\s+(?P<date>{_DATE})\.?"
            rf"(?:\s*[,.]?\s*{_AGENCY.format('agency')})?{_STOP}",
            0,
        ),
        # PLACE (Agency) -    Place (Agency) —
        (rf"(?:{_CAPITALS}|{_NAMED})(?:/{_CAPITALS})?(?:,\s+{_NAMED}\.?)?\s+{_AGENCY.format('agency')}{_DASH}", 0),
        # Place, 3 May (Agency) -    Place, 3 May 2022 —
        (rf"{_NAMED}(?:,\s+{_NAMED}\.?)?,\s+(?P<date>{_DATE})\.?(?:\s*,?\s*{_AGENCY.format('agency')})?{_DASH}", 0),
        # (Agency) --
        (rf"{_AGENCY.format('agency')}\s*(?:--|[–—])\s*", 0),
    )
)
_FIRST_DATELINE = re.compile(rf"{_CAPITALS}(?:,\s+{_NAMED}\.?)?\s*(?:--|[–—]|\s-)\s+(?=\S)")

_PAGE_NUMBER = re.compile(r"[\s\-–—•.|]*(?:page\s+)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?[\s\-–—•.|]*", re.I)


def dateline(text: str, *, first: bool) -> re.Match[str] | None:
    """The dateline that opens a paragraph, its dash or full stop included.

    Groups: date and agency (or agency_), where they stand in it. A bare "PLACE —" is
    one only in the first paragraph: later it may be an acronym with an aside.
    """
    if not (text[:1].isupper() or text[:1] in "(/"):
        return None
    head = text[:160]
    for pattern in _DATELINES:
        match = pattern.match(head)
        if match:
            return match
    match = _FIRST_DATELINE.match(head) if first else None
    if match and head[match.end() :].isupper():  # "THE BEACON – LIVE" is a masthead
        return None
    if match and match.group().strip(" -–—").casefold() not in words("furniture", "section_whole"):
        return match
    return None


def markup_spans(text: str, start: int, end: int) -> Iterator[Furniture]:
    """Yield the Markdown and HTML marks between `start` and `end`, without the words they enclose."""
    piece = text[start:end]
    if not any(mark in piece for mark in ("](", "*", "#", "<")):
        return
    found = [(match.start(), match.end()) for match in (_HASHES.match(piece),) if match]
    for match in _LINK.finditer(piece):
        found += [match.span("open"), match.span("close")]
    found += [match.span() for match in _TAG.finditer(piece)]
    stars = [match.span() for match in _STARS.finditer(piece)]
    found += stars if len(stars) % 2 == 0 else []
    reached = 0
    for first, last in sorted(found):
        if first >= reached:
            yield Furniture(role="markup", start=start + first, end=start + last)
            reached = last


def page_number(text: str) -> bool:
    """Whether a paragraph is nothing but the number of a page."""
    return len(text) < 24 and _PAGE_NUMBER.fullmatch(text) is not None


def breaks(blocks: Sequence[Block]) -> Iterator[Furniture]:
    """Yield the gaps at which a page ends inside a sentence; a page's number belongs to the gap."""
    body = [block for block in blocks if block.role is None]
    at = {id(block): place for place, block in enumerate(blocks)}
    for one, two in zip(body, body[1:], strict=False):
        between = blocks[at[id(one)] + 1 : at[id(two)]]
        if all(page_number(block.plain) for block in between) and goes_on(one, two):
            yield Furniture(role="break", start=one.end, end=two.start)


def goes_on(one: Block, two: Block) -> bool:
    """Whether the sentence that `one` leaves open goes on in `two`."""
    if one.closed or one.length < 8 or one.plain[-1] in ":;":
        return False
    if two.plain[:1].islower():
        return True
    last = re.sub(r"\W+$", "", one.plain).rsplit(None, 1)[-1:] or [""]
    # A name cut in two, or a word that cannot end a sentence; else a full stop was forgotten.
    return last[0].casefold() in words("furniture", "unfinished") or (
        last[0][:1].isupper() and one.length > 20 and two.plain[:1].isupper() and two.closed and one.plain[-1].isalpha()
    )
