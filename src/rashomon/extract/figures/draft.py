"""A figure in the making."""

from dataclasses import dataclass, field

from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.numbers import Number
from rashomon.language.analysis import Sentence, Token
from rashomon.model.annotation import Category, Link
from rashomon.model.text import Span
from rashomon.model.values import When


@dataclass(slots=True, kw_only=True)
class Draft:
    """A figure before it is known whose loss it is."""

    number: Number
    item: Counted
    sentence: Sentence
    cue: tuple[Span, ...]
    evidence: Span
    side: tuple[Link, ...] = ()
    category: Category = "unspecified"
    when: When = field(default_factory=When)
    counter: tuple[Link, ...] = ()
    background: bool = False
    revised: bool = False
    """Whether it is an earlier number, beside which another is set ("to 700 *from 1,340*", "*against 26* in May")."""

    @property
    def anchor(self) -> Token:
        """The word by which it is told what befell them."""
        return self.item.cue or self.item.noun or self.number.head
