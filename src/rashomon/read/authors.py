"""Lines that name the author, and the names in them."""

import re
from collections.abc import Sequence

from rashomon.read.blocks import Block
from rashomon.read.cues import alternatives, leading, words

_ROLE = re.compile(rf"\b(?:{alternatives('furniture', 'author_role')})\b", re.I)
_SPLIT = re.compile(r"\s*(?:,|;|&|\band\b|\bwith\b)\s*")
# What follows the name: place, paper, date, address.
_REST = re.compile(r"\s+(?:in|for|at|from)\s+.*|\s*[|·•/–—].*|\s*\S+@\S+.*|\s*\(.*|\s*,?\s*\d.*", re.S)
_LETTER = re.compile(r"[^\W\d_]")


def is_byline(block: Block) -> bool:
    """Whether a line says who wrote the report: "By A. Name", "From our correspondent A. Name"."""
    if block.length > 24:
        return False
    match = leading(block.plain, "furniture", "byline_start")
    if match is None or (block.closed and block.length > 8):
        return _has_role(block)
    after = block.plain[match.end() :].lstrip(" :")
    return (bool(after) and (after[0].isupper() or after.lower().startswith(("our ", "the ", "a ")))) or len(
        match.group(1)
    ) > 8


def _has_role(block: Block) -> bool:
    """Whether a name, a comma, and what its bearer does make up the line: "A. Name, special envoy"."""
    name, comma, role = block.plain.partition(",")
    return bool(comma) and block.length <= 12 and not block.closed and _is_name(name) and bool(_ROLE.search(role))


def is_author_line(block: Block, body: Sequence[Block]) -> bool:
    """Whether a bare line under the title names persons and nothing else.

    A name that the running text speaks of is no author's, and a line whose words are
    used there without capitals is a sub-title.
    """
    names = [name for name in _SPLIT.split(block.plain) if name]
    addresses = block.plain.rstrip().endswith((",", ":"))  # "Mr President,"
    if block.closed or addresses or not 1 <= len(names) <= 5 or not all(_is_name(name) for name in names):
        return False
    if len(names) == 1 and re.search(r"\b(?:and|with)\b|&", block.plain):
        return False
    particles = words("furniture", "name_particle")
    told = "\n".join(other.plain for other in body)
    for name in names:
        if re.search(rf"\b{re.escape(name)}\b", told):
            return False
        for part in name.split():
            low = part.casefold()
            if low not in particles and len(part) > 2 and re.search(rf"(?<!\w){re.escape(low)}(?!\w)", told):
                return False
    return True


def author_names(line: str) -> tuple[str, ...]:
    """The persons that a byline names; empty where it names none ("By our staff").

    >>> author_names("By Ana Lund and Petr van Dael in Harsk")
    ('Ana Lund', 'Petr van Dael')
    """
    match = leading(line, "furniture", "byline_start")
    rest = line[match.end() :].lstrip(" :") if match else line
    rest = _REST.sub("", rest, count=1) if _LETTER.search(_REST.sub("", rest, count=1)) else rest
    return tuple(name.strip(" .*") for name in _SPLIT.split(rest) if _is_name(name.strip(" .*")))


def _is_name(text: str) -> bool:
    """Whether words have the shape of a person's name: two to five, capitals and small particles."""
    if text.casefold() in words("furniture", "author_role"):
        return False
    parts = text.split()
    if not 2 <= len(parts) <= 6 or any(char.isdigit() or char in '"“”:?!()[]/|' for char in text):
        return False
    particles = words("furniture", "name_particle")
    capitals = [part for part in parts if part[0].isupper()]
    if len(capitals) < 2 or not parts[-1][0].isupper():
        return False
    if parts[0].casefold() in ("the", "our", "a", "an", "by") or (text.isupper() and len(parts) > 3):
        return False
    return all(part[0].isupper() or part.casefold() in particles for part in parts)
