"""Where a report turns to history: sections under a heading that looks back, "then as now"."""

import re
from collections.abc import Iterator

from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

# A heading of more words is a headline of news.
_SHORT = 8
_WORD = re.compile(r"\w+")
_OLD_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")


def sections_looking_back(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """The stretches of text under a heading of their own that looks back ("A lesson of 1931", "Ten years ago")."""
    document = analysis.document
    heads = sorted((one.start, one.end) for one in document.furniture if one.role in ("heading", "title"))
    ends = [start for start, _ in heads[1:]] + [len(document.text)]
    for (start, end), until in zip(heads, ends, strict=False):
        if end < until and _looks_back(document.text[start:end]) and start > 0:
            yield end, until


def _looks_back(heading: str) -> bool:
    told = [one.lower() for one in _WORD.findall(heading)]
    if len(told) > _SHORT:
        return False
    return any(one in words("events", "looking_back") or _OLD_YEAR.fullmatch(one) for one in told)


def is_then_as_now(verb: Token) -> bool:
    """Whether a verb tells of old days by a likeness with today ("then as now the capital sent threats")."""
    said = " ".join(one.lower for one in verb.subtree if one.i < verb.i)
    return said.startswith(("then as now", "then, as now", "then as today", "then, as today"))
