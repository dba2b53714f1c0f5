"""Marks the furniture of a page: what is printed around the running text.

Body text must not be eaten: a paragraph gets a role only on a cue or by its place
(before the first sentence, after the last), never by being odd.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from rashomon.model.text import Furniture, FurnitureRole
from rashomon.read.authors import is_author_line, is_byline
from rashomon.read.blocks import Block, Layout, blocks_of
from rashomon.read.captions import is_caption, is_credit
from rashomon.read.cues import leading, words
from rashomon.read.dates import FULL, ISSUED, MONTH
from rashomon.read.markup import breaks, dateline, markup_spans, page_number

_CLOCK = r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*(?:[A-Z]{2,4}|\([A-Z]{2,4}\)))?"
_DATE_LINE = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|updated|last\s+updated|date|issued|dated)\b\s*(?:on|at)?\s*:?\s*)?"
    rf"(?-i:[^\W\d_a-z][\w'’.\-]+(?: [^\W\d_a-z][\w'’.\-]+){{0,3}},\s+)?{FULL}(?:[,\s|·–—-]*(?:at\s+)?{_CLOCK})?\.?"
    # The line under a masthead tells the number of the issue, and sometimes a motto, after its date.
    r"(?:\s*[·|•,–—-]\s*(?:no|nº|issue|edition|vol|year)\b.{0,60})?",
    re.I,
)
# "From the headquarters, 3 May 2031": where and when, in a line of its own above the text.
_PLACE_AND_DAY = re.compile(rf"[^\d.!?]{{3,50}}, (?:{FULL})", re.I)
# "Thursday, May 3, 2031. Price two pence", "Issue 46, Sunday 3 May 2031 (covers 1 to 2 May)", "May 2031, No. 2":
# above the text a line that begins with its date, or tells when it was issued, is no sentence of the report.
_NUMBER = r"(?:issue|no\.?|nº|number|bulletin|report|edition|vol(?:ume|\.)?|communiqu[eé]|release)\s*[\w./-]{0,12}"
_HEAD_DATE = re.compile(
    rf"(?:{_NUMBER}\W{{1,3}})?(?:{FULL}|{MONTH},?\s+(?:1[89]|20)\d\d)\s*(?:[.,;:(|·•–—-].*)?"
    rf"|.{{0,80}}\b{ISSUED}\b[^.]{{0,40}}?\b{FULL}.{{0,60}}",
    re.I,
)
_TOP = 6  # paragraphs
_LONG_HEAD = 30  # words
# An item of a list that ends as a sentence does tells something from so many words on.
_ITEM = 6
_HOUR = re.compile(_CLOCK)
_BARE_URL = re.compile(r"<?https?://\S+>?|www\.\S+")
_SIGN_OFF = re.compile(
    r".{2,60}\((?:with|from)\s+[^()]{2,80}\)\.?|(?:with|from)\s+(?:agencies|[A-Z][\w/]*(?:,| and|$)).{0,60}", re.S
)
_EDITION = re.compile(r"\bYear\s+[IVXLCDM]+\b|\bVol(?:ume|\.)\s*\d+|\bNo\.\s*[\d,.]+\b|\bISSN\b")


def mark(text: str, *, title: str | None = None, roles: Mapping[str, FurnitureRole] | None = None) -> Layout:
    """The paragraphs of `text` with their roles, and the furniture as spans.

    `title` is the title that the source declares; `roles` are lines whose role the
    format gives.
    """
    blocks = blocks_of(text)
    shouting = sum(block.capitals for block in blocks if block.length > 3) > len(blocks) // 2
    _known(blocks, roles or {})
    _cued(blocks)
    first = _head(blocks, title)
    _tail(blocks)
    if not shouting:
        _headings(blocks, first)
    return Layout(text, tuple(blocks), tuple(_spans(text, blocks)))


def _known(blocks: list[Block], roles: Mapping[str, FurnitureRole]) -> None:
    for block in blocks:
        block.role = roles.get(block.raw) if roles else None


def _cued(blocks: list[Block]) -> None:
    """Give roles that a cue shows wherever the paragraph stands."""
    for place, block in enumerate(blocks):
        if block.role is None and block.length <= 90:
            block.role = _cue_role(block, place)
        if block.role == "related" and block.key in words("furniture", "related_whole"):
            _list_after(blocks, place)


def _cue_role(block: Block, place: int) -> FurnitureRole | None:
    if place < _TOP and not block.tells and _dates_the_head(block):
        return "dateline"
    for role, found in _CUES:
        # A first line "Background: …" is a title; further down it leads to another article.
        if found(block) and (place or role != "related"):
            return role
    return "caption" if place and is_caption(block) else None


def _dates_the_head(block: Block) -> bool:
    """Whether a line above the text is there to date it."""
    if block.length <= 10 and _PLACE_AND_DAY.fullmatch(block.plain):
        return True
    return block.length <= _LONG_HEAD and _HEAD_DATE.fullmatch(block.plain) is not None


def _is_related(block: Block) -> bool:
    if block.key in words("furniture", "related_whole"):
        return True
    match = leading(block.plain, "furniture", "related_start")
    if not match or block.length > 40:
        return False
    after = block.plain[match.end() :].lstrip(" *")
    return (
        after.startswith((":", "—", "–", "- ", ">", "»"))
        or ("](" in block.raw and not block.closed)
        or (match.group(1).isupper() and not block.capitals)
        or _also_in(block, match.group(1))
    )


def _also_in(block: Block, cue: str) -> bool:
    """Whether the cue takes a word or two before its colon: "See page 4: …"."""
    return " " in cue and re.match(r"[^:.]{4,40}:\s", block.plain) is not None and not block.closed


def _is_share(block: Block) -> bool:
    if block.key in words("furniture", "share_whole"):
        return True
    if not _is_asking(block.plain[:60]):
        return False
    pieces = [piece for piece in re.split(r"(?<=[.!])\s+|\s*[|·•]\s*", block.plain) if piece]
    return block.length <= 30 and all(_is_asking(piece) for piece in pieces)


def _is_asking(piece: str) -> bool:
    """Whether a line asks the reader to do something with the page."""
    if leading(piece, "furniture", "share_start"):
        return True
    first = re.split(r"\s*[|·•]\s*", piece)[0].casefold().strip(" .!:")
    return first in words("furniture", "share_whole")


def _is_footer(block: Block) -> bool:
    if _BARE_URL.fullmatch(block.raw.strip()):
        return True
    if block.length > 60:
        return False
    match = leading(block.plain, "furniture", "footer_start")
    return match is not None or _has_cue(block.key)


def _has_cue(key: str) -> bool:
    return any(cue in key for cue in words("furniture", "footer_inside"))


def _is_date_line(block: Block) -> bool:
    return len(block.plain) < 100 and _DATE_LINE.fullmatch(block.plain) is not None


_CUES: tuple[tuple[FurnitureRole, Callable[[Block], bool]], ...] = (
    ("break", lambda block: page_number(block.plain)),
    ("share", _is_share),
    ("related", _is_related),
    ("footer", _is_footer),
    ("dateline", _is_date_line),
    ("credit", is_credit),
    ("heading", lambda block: _HOUR.fullmatch(block.plain) is not None),
)


def _list_after(blocks: list[Block], place: int) -> None:
    """The short open lines under "Most read" and its like are links."""
    for block in blocks[place + 1 :]:
        if block.closed or block.length > 20 or block.role not in (None, "related"):
            return
        block.role = "related"


def _head(blocks: list[Block], title: str | None) -> int:
    """Give roles to what stands before the running text; the place where that begins."""
    first = _first_of_body(blocks, title)
    heads = [block for block in blocks[:first] if block.role is None]
    named = None
    wanted = " ".join(title.casefold().split()).strip(" :.!*·•|-–—") if title else None
    for place, block in enumerate(heads):
        if block.key in words("furniture", "section_whole") and block.key != wanted:
            block.role = "heading"
        elif is_byline(block):
            block.role = "byline"
        elif place == 0 and is_masthead(block) and any(map(_may_be_title, heads[1:])):
            block.role = "heading"
        elif named is None or block.key == named:
            block.role, named = "title", block.key
        elif is_author_line(block, blocks[first:]):
            block.role = "byline"
        elif block.capitals and block.length <= 3 and place and heads[place - 1].role == "byline":
            block.role = "dateline"
        else:
            block.role = "heading"
    for block in blocks[first:]:
        if block.role is None and not block.closed and block.key and block.key in (named, wanted):
            block.role = "title"
    return first


def is_masthead(block: Block) -> bool:
    """Whether a first line is the name of a paper ("The Harbour Gazette"), and no title."""
    names = words("outlets", "media_word")
    given = block.key.split()
    return 1 < len(given) <= 5 and not block.closed and (given[-1] in names or given[1] in names)


def _first_of_body(blocks: list[Block], title: str | None) -> int:
    """The place of the first paragraph of running text; 0 where the text begins with it."""
    byline = next((place for place, block in enumerate(blocks[:8]) if block.role is None and is_byline(block)), -1)
    wanted = title.casefold().strip() if title else None
    for place, block in enumerate(blocks):
        if block.role is not None or place <= byline:
            continue
        if wanted is not None and block.plain.casefold().strip() == wanted:
            continue
        if place == 0 and len(blocks) > 1 and _may_be_title(block):
            continue
        if block.closed and not block.bold and (not block.bullet or block.length >= _ITEM):
            return place
        if block.length > 40 or dateline(block.plain, first=True):
            return place
        if place and block.plain[:1] in '"“' and block.length > 8:
            return place
    return len(blocks) if len(blocks) > 1 and blocks[-1].role else 0


def _may_be_title(block: Block) -> bool:
    if block.raw.startswith("#"):
        return True
    if dateline(block.plain, first=True):
        return False
    return block.length <= 30 and (
        not block.closed or (block.length <= 16 and block.plain.rstrip("”\"’'")[-1:] in "?!")
    )


def _tail(blocks: list[Block]) -> None:
    """Give roles to what stands after the running text."""
    ended = False
    for place, block in enumerate(blocks):
        ended = ended or (
            place > len(blocks) // 3 and block.plain.casefold().strip() in words("furniture", "end_whole")
        )
        if ended and block.role is None:
            block.role = "footer"
    authors = [block.key.removeprefix("by ") for block in blocks if block.role == "byline"]
    for block in reversed(blocks):
        if block.role is not None:
            continue
        if not _closes_page(block, authors):
            return
        block.role = "footer"


def _closes_page(block: Block, authors: list[str]) -> bool:
    if block.length > 45:
        return False
    if any(len(author) > 6 and block.key.startswith(author + " ") for author in authors):
        return True
    if _EDITION.search(block.plain) and not block.tells:
        return True
    return not block.closed and _SIGN_OFF.fullmatch(block.plain) is not None and not block.tells


def _headings(blocks: list[Block], first: int) -> None:
    """Give roles to sub-heads between the paragraphs of the running text."""
    for place in range(first + 1, len(blocks)):
        block = blocks[place]
        if block.role is None and _is_heading(block, blocks, place):
            block.role = "heading"


def _is_heading(block: Block, blocks: list[Block], place: int) -> bool:
    if block.raw.startswith("#") or (block.bold and block.length <= 20):
        return True
    if block.capitals and block.length <= 12 and len(block.plain) > 3:
        return True
    if block.length > 8 or block.closed or block.bullet or block.tells or block.plain[-1] in ":;,-–—":
        return False
    if not (block.plain[0].isupper() or block.plain[0].isdigit()):
        return False
    before = next((other for other in reversed(blocks[:place]) if other.role is None), None)
    after = next((other for other in blocks[place + 1 :] if other.role is None), None)
    return before is not None and after is not None and before.closed and not after.plain[:1].islower()


def _spans(text: str, blocks: list[Block]) -> Iterator[Furniture]:
    """Yield the furniture in the order of the text."""
    made = [
        Furniture(role=block.role, start=block.start, end=block.end)
        for block in blocks
        if block.role is not None and block.role != "break"
    ]
    body = [block for block in blocks if block.role is None]
    made += breaks(blocks)
    for place, block in enumerate(body):
        match = dateline(block.plain, first=place == 0) if block.plain == block.raw else None
        if match:
            made.append(Furniture(role="dateline", start=block.start, end=block.start + len(match.group().rstrip())))
        made += markup_spans(text, block.start, block.end)
    yield from sorted(made, key=lambda one: (one.start, one.end))
