"""What kind of text it is: report, analysis, opinion, statement."""

import re
from typing import get_args
from urllib.parse import urlsplit

from rashomon.model.text import Genre
from rashomon.read.blocks import Block, Layout
from rashomon.read.cues import alternatives, inside, words
from rashomon.read.draft import Draft

_QUOTED = re.compile(r"[“\"«][^”\"“»\n]{0,1500}[”\"»]")
_SENTENCES = re.compile(r"(?<=[.!?”\"])\s+")
_SPACED = str.maketrans(dict.fromkeys('.,;:!?()[]“”"\n—–', " "))
_FIRST_PERSON = re.compile(r"\b(?:I(?:['’](?:m|ve|d|ll))?|my|me|myself)\b")
_ATTRIBUTED = re.compile(
    r"\b(?:according to|said|says|told|urged|called (?:on|for)|demanded|insisted|stressed|warned|stated|announced"
    r"|added)\b",
    re.I,
)
# A line over a text that says what paper it is, and whose or which: "Address by President …", "War bulletin No. 23".
_OPENING = re.compile(
    rf"(?:[\w'’-]+\s+){{0,3}}?(?i:{alternatives('genre', 'statement_opening')})"
    r"(?:,?\s+\(?\d|\s+(?i:no\.?|number|nr\.?)\s*\d|\s+(?i:dated)\b|\s+(?i:by|of|from|to)\s+(?:(?i:the|his|her|our)\s+)?[A-Z]"
    r"|\s+(?i:to)\s+the\s+\w+(?:\s+(?i:by)\b|\W*$)|\W*$)"
)
# An office's name in so many words, beginning with what it is within so many characters.
_OFFICE, _FIRST = 10, 12
# In a party's own paper at most this share of sentences tells what others say.
_OTHERS = 0.25
# Per 1,000 words of the text. Measured: columns (4) 12 to 22, reports (9) 0 to 3; of 377 articles
# of one agency 1 in 100 lies above 9, two above 11.
_JUDGING = 11.0
_SHORT = 40
# So many paragraphs that end as questions make an interview.
_QUESTIONS = 4


def genre_of(draft: Draft, layout: Layout, *, sender: str | None = None) -> Genre:
    """The genre by metadata, then labels, address and disclaimers, then the author's own voice.

    `sender` is the name of the office or person that sent the text. "unknown" where the
    text is too short to tell.
    """
    declared = (draft.genre or "").casefold().strip()
    if declared:
        return _of_word(declared)
    return _of_labels(draft, layout, sender) or _of_voice(layout)


def _of_word(word: str) -> Genre:
    for genre in get_args(Genre):
        if word == genre:
            found: Genre = genre
            return found
    return _by_label(word) or (
        "report" if word in ("news", "news report", "article", "newsarticle", "wire") else "unknown"
    )


def _by_label(key: str) -> Genre | None:
    for genre in ("opinion", "analysis", "statement"):
        if key in words("genre", f"{genre}_label"):
            found: Genre = genre
            return found
    return None


def _of_labels(draft: Draft, layout: Layout, sender: str | None) -> Genre | None:
    for block in layout.of("heading", "title", "byline")[:6]:
        label, _, _ = block.key.partition(":")
        found = _by_label(block.key) or (_by_label(label.strip()) if ":" in block.key else None)
        if found:
            return found
    if sender and inside("outlets", "office_word").search(sender):
        return "statement"
    if _first_lines_release(layout):
        return "statement"
    disclaimer = inside("genre", "opinion_disclaimer")
    if any(disclaimer.search(block.plain) for block in layout.of("footer")):
        return "opinion"
    return _of_address(draft.url)


def _first_lines_release(layout: Layout) -> bool:
    """Press releases say so in a line of their own before the text, or end with "- ENDS -"."""
    head = [block for block in layout.blocks[:5] if block.length <= 12]
    label = inside("genre", "statement_label")
    if any((match := label.search(block.plain)) and match.start() < 4 for block in head):
        return True
    if any(block.plain.casefold().strip(" -–—") == "ends" for block in layout.of("footer")):
        return True
    signed = any(block.key.startswith(("(signed)", "signed:")) for block in layout.blocks[-4:])
    lines = [block for block in layout.blocks[:6] if not block.closed and block.length <= 30]
    opens = any(_OPENING.match(block.plain) for block in lines) or any(_is_office(block) for block in lines[:3])
    undated = [block for block in lines if block.role != "dateline"]  # "Radio Osk, 3 May 2031" is where it was said
    outlet = any(block.length <= 12 and inside("genre", "outlet_line").search(block.plain) for block in undated)
    return (opens or signed) and not outlet and not _tells_of_others(layout)


def _is_office(block: Block) -> bool:
    """Whether a line is the name of an office that issues papers: "PRESS SERVICE OF THE PRESIDENT"."""
    match = inside("genre", "office_line").search(block.plain)
    return match is not None and block.length <= _OFFICE and match.start() < _FIRST and not block.tells


def _tells_of_others(layout: Layout) -> bool:
    """Whether a text mostly reports what others say, as a news report under such a line does."""
    sentences = [one for block in layout.body for one in _SENTENCES.split(block.plain) if one.strip()]
    return sum(bool(_ATTRIBUTED.search(one)) for one in sentences) > _OTHERS * max(1, len(sentences))


def _of_address(url: str | None) -> Genre | None:
    if not url:
        return None
    parts = set(urlsplit(url).path.casefold().split("/"))
    for genre in ("opinion", "analysis", "statement"):
        if parts & words("genre", f"{genre}_path"):
            found: Genre = genre
            return found
    return None


def _count(flat: str, group: str) -> int:
    return sum(flat.count(f" {cue} ") for cue in words("genre", group))


def _of_voice(layout: Layout) -> Genre:
    """Opinion where the author says "I", "should", "clearly" outside of what others are quoted with."""
    text = "\n".join(block.plain for block in layout.body)
    count = len(text.split())
    if count < _SHORT:
        return "unknown"
    if sum(block.plain.rstrip(" *_").endswith("?") for block in layout.body) >= _QUESTIONS:
        return "report"  # an interview: who says "I" is not its author
    own = " ".join(one for one in _SENTENCES.split(_QUOTED.sub('""', text)) if not _ATTRIBUTED.search(one))
    flat = f" {own.casefold().translate(_SPACED)} ".replace("  ", " ")
    judging = _count(flat, "judgement") + 0.7 * _count(flat, "deontic")
    judging += min(len(_FIRST_PERSON.findall(own)), 12) * 0.8
    return "opinion" if judging >= 3 and judging * 1000 / count >= _JUDGING else "report"
