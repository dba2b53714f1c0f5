"""Who writes a report: whom "I" means outside quotations, and whether "our" is said of one side in a war."""

import re
from functools import cached_property
from itertools import takewhile

from rashomon.extract.names.datelines import usual
from rashomon.extract.names.words import is_plain, title_words
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

OWN_SIDE = "our side"
"""The rule of a first person that means the report's own side; `resolve` tells which state that is."""


_SPEECH = re.compile(
    r"\b(?:address|speech|remarks|message|letter|broadcast|statement|testimony|sermon|appeal)\b[^.:\n]{0,30}?"
    r"\b(?:by|of|from)\b (?:the )?((?:[^\W\d_][\w.’'-]+ ?){2,8})",
    re.IGNORECASE,
)
# Who holds the office that is told first stands between commas: "Address of the Speaker, Ada Brandt, at …".
_IN_OFFICE = re.compile(
    r"\b(?:address|speech|remarks|message|letter|broadcast|statement|testimony|sermon|appeal)\b[^.:,\n]{0,30}?"
    r"\b(?:by|of|from)\b (?:the )?[^,.:\n]{3,70}, ((?:[^\W\d_][\w.’'-]+ ?){2,6})(?:,|$)",
    re.IGNORECASE,
)


def _untitled(name: str) -> str:
    """A name without the titles before it: "Ada Brandt" of "Prime Minister Ada Brandt"."""
    pieces = name.split()
    while pieces and pieces[0].lower().rstrip(".") in title_words() | words("titles", "modifier"):
        pieces.pop(0)
    return " ".join(pieces)


class Author:
    """Reads the byline of one report, and what it calls its own."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis

    @cached_property
    def name(self) -> str | None:
        """Who signs the report, where it is one person: the first person outside quotations."""
        document = self._analysis.document
        if not document.byline:
            return self._speaker
        names = [name for one in document.byline if 1 < len((name := _untitled(one)).split()) < 5]
        if len(self._analysis.document.byline) != 1 or not names or any(is_plain(word) for word in names[0].split()):
            return None
        return names[0]

    @cached_property
    def _speaker(self) -> str | None:
        """Who speaks in a speech, by its heading ("Address by President Ana Tolan to the nation")."""
        document = self._analysis.document
        heads = [document.text[one.start : one.end] for one in document.furniture if one.role in ("title", "heading")]
        for head in heads[:6]:
            for match in filter(None, (_SPEECH.search(head), _IN_OFFICE.search(head))):
                pieces = takewhile(lambda piece: piece[0].isupper(), match[1].split())
                name = usual(_untitled(" ".join(pieces)))
                if 1 < len(name.split()) < 5 and not any(is_plain(piece) for piece in name.split()):
                    return name
        return None

    def own_side(self, token: Token) -> str:
        """The rule of "our" outside quotations, in a party's own paper and in one that writes "our losses"."""
        own_paper = self._analysis.document.genre == "statement"
        if token.lower not in ("we", "us", "our", "ours") or not (own_paper or self._is_partisan):
            return "pronoun"
        to_paper = token.lower == "us" and token.dep in ("dobj", "dative") and token.head.lemma in ("tell", "show")
        return "pronoun" if to_paper else OWN_SIDE

    @cached_property
    def _is_partisan(self) -> bool:
        """Whether the report speaks of the forces of a state as "our", outside quotations."""
        owned = words("naming", "our_forces")
        return any(
            token.lower == "our" and token.dep == "poss" and token.head.lower in owned
            and self._analysis.quote_at(token.start) is None
            for token in self._analysis.tokens
        )  # fmt: skip
