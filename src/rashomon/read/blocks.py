"""Paragraphs of a report as furniture is looked for in them."""

import re
from dataclasses import dataclass
from functools import cached_property

from rashomon.model.text import Furniture, FurnitureRole, paragraphs
from rashomon.read.cues import words

_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}\)")
_MARKS = re.compile(r"\*{1,3}|^#{1,6}\s+|^>\s+|<(?=https?://)|(?<=\S)>$")
_CLOSERS = "\"'“”‘’«»)]*_ \u00a0"
_WORDS = re.compile(r"\w+")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$")


@dataclass
class Block:
    """A paragraph: where it stands, its words without markup, and the role it is given."""

    start: int
    end: int
    raw: str
    role: FurnitureRole | None = None

    @cached_property
    def plain(self) -> str:
        """The words without link marks, stars and hashes."""
        if not any(mark in self.raw for mark in "[*#<>"):
            return self.raw
        return _MARKS.sub("", _LINK.sub(r"\1", self.raw)).strip()

    @cached_property
    def key(self) -> str:
        """The words for comparison with other lines and with cues."""
        return " ".join(self.plain.casefold().split()).strip(" :.!*·•|-–—")

    @cached_property
    def length(self) -> int:
        """How many words stand in it."""
        return len(self.plain.split())

    @cached_property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        inner = self.plain.rstrip(_CLOSERS)
        return inner.endswith((".", "!", "?", "…")) and not _ABBREVIATED.search(inner)

    @cached_property
    def tells(self) -> bool:
        """Whether a verb of speaking stands in it."""
        return not words("furniture", "speech").isdisjoint(_WORDS.findall(self.key))

    @cached_property
    def bold(self) -> bool:
        """Whether the whole paragraph is set in bold, in italics, or as a Markdown heading."""
        inner = self.raw.strip()
        stars = len(inner) - len(inner.lstrip("*"))
        framed = 0 < stars <= 3 and inner.endswith("*" * stars) and "*" not in inner[stars : len(inner) - stars]
        return framed or inner.startswith("#")

    @cached_property
    def capitals(self) -> bool:
        """Whether all its letters are capitals."""
        return self.plain.isupper()

    @cached_property
    def bullet(self) -> bool:
        """Whether it is an item of a list."""
        return self.raw.lstrip()[:2] in ("• ", "- ", "* ", "– ", "· ", "◦ ", "▪ ")


@dataclass(frozen=True)
class Layout:
    """A report's text cut into paragraphs whose roles are known."""

    text: str
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...]

    def of(self, *roles: str) -> list[Block]:
        """The paragraphs of these roles, in order."""
        return [block for block in self.blocks if block.role in roles]

    @property
    def body(self) -> list[Block]:
        """The paragraphs of the running text."""
        return [block for block in self.blocks if block.role is None]


def blocks_of(text: str) -> list[Block]:
    """The paragraphs of `text`, no role given yet."""
    return [Block(start, end, text[start:end]) for start, end in paragraphs(text)]
