"""Claims in tables and lists: a column tells whose they are, a line "Claimed by: X", or brackets behind a number."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rashomon.extract.found import Found
from rashomon.extract.statements.drafts import Draft, Place
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention, Time

# Cells stand between bars, tabs, or runs of blanks.
_CELLS = re.compile(r"\s*\|\s*|\t+|[ ]{3,}")
_RULED = re.compile(r"[\s|:+-]*")
_LABEL = re.compile(r"[ \t]*[*_]*(?P<label>[A-Za-z][A-Za-z ]{1,20}?)[*_]*:[*_]*[ \t]+(?P<value>\S.*)")
_BRACKET = re.compile(r"\((?P<who>[^()\d\n]{2,60}?)(?:,\s*(?P<when>[^()\n]{3,30}))?\)")
_LONGEST = 600  # characters
_NAMED = ("organisation", "government", "armed group", "alliance", "state", "person")


def tabled(analysis: Analysis, found: Found) -> Iterator[Draft]:
    """The claims of tables, of records in lines ("Claimed by: …"), and those whose source stands in brackets."""
    lines = list(_lines(analysis.document.text))
    yield from _of_rows(analysis, lines)
    yield from _of_labels(analysis, lines)
    for start, line in lines:
        yield from _of_brackets(analysis, found, start, line)


def without_told(drafts: Iterable[Draft], told: Sequence[Draft]) -> list[Draft]:
    """The drafts whose words nobody else is told to say."""
    taken = [place for one in told for place in one.content]
    return [one for one in drafts if not any(a < end and start < b for a, b in taken for start, end in one.content)]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, line.rstrip("\n")
        at += len(line)


def _of_rows(analysis: Analysis, lines: Sequence[tuple[int, str]]) -> Iterator[Draft]:
    """The rows below a head in which one column is headed "Source", "Claimed by" …."""
    column = width = 0
    for start, line in lines:
        cells = list(_cells(start, line))
        if len(cells) < 2:
            if line.strip() and not _RULED.fullmatch(line):
                width = 0
            continue
        heads = [analysis.document.text[a:b].strip("*_: ").lower() for a, b in cells]
        sources = [k for k, head in enumerate(heads) if head in words("speech", "claimants")]
        if len(sources) == 1:
            column, width = sources[0], len(cells)
        elif width and len(cells) == width:
            claims = [cell for k, cell in enumerate(cells) if k != column]
            yield from _claim(analysis, cells[column], _told(analysis, claims))


def _cells(start: int, line: str) -> Iterator[Place]:
    """The places of the cells of a row, empty ones left out."""
    at = 0
    for match in [*_CELLS.finditer(line), None]:
        end = match.start() if match is not None else len(line)
        cell = line[at:end]
        if cell.strip() and not _RULED.fullmatch(cell):
            first = at + len(cell) - len(cell.lstrip())
            yield start + first, start + first + len(cell.strip())
        at = match.end() if match is not None else end


def _told(analysis: Analysis, cells: Sequence[Place]) -> Place | None:
    """The cell with what is claimed: the first with a number in it, else the longest."""
    text = analysis.document.text
    numbered = [one for one in cells if any(map(str.isdigit, text[slice(*one)]))]
    return next(iter(numbered), max(cells, key=lambda one: one[1] - one[0], default=None))


def _of_labels(analysis: Analysis, lines: Sequence[tuple[int, str]]) -> Iterator[Draft]:
    """Claims told in lines of their own: "Claimed by: the Front", then "What: two boats sunk"."""
    source: Place | None = None
    for start, line in lines:
        match = _LABEL.fullmatch(line)
        if match is None:
            source = source if not line.strip() and source is not None else None
            continue
        place = (start + match.start("value"), start + len(line.rstrip()))
        label = match["label"].strip().lower()
        if label in words("speech", "claimants"):
            source = place
        elif source is not None and label in words("speech", "claimed"):
            yield from _claim(analysis, source, place)


def _of_brackets(analysis: Analysis, found: Found, start: int, line: str) -> Iterator[Draft]:
    """Numbers whose source stands behind them: "141 deaths established (the inquiry, 20 August)".

    The brackets hold a name and a day, or there are several such in the line.
    """
    if len(line) > _LONGEST:
        return  # no line of a table or list
    claims = [(_claimed(line, one.start()), one) for one in _BRACKET.finditer(line)]
    matches = [(claim, one) for claim, one in claims if any(map(str.isdigit, line[slice(*claim)]))]
    for claim, match in matches:
        who = (start + match.start("who"), start + match.end("who"))
        named = [one for one in found.within(Mention, *who) if one.type in _NAMED]
        if len(named) != 1 or not (len(matches) > 1 or _is_time(found, start, match)):
            continue
        yield from _claim(analysis, who, (start + claim[0], start + claim[1]))


def _claimed(line: str, end: int) -> Place:
    """The place in a line of the claim before a bracket at `end`: back to the last bracket, colon or semicolon."""
    told = line[:end].rstrip()
    first = 1 + max(told.rfind(one) for one in "();:")
    return len(told) - len(told[first:].lstrip(" ,*•-–")), len(told)


def _is_time(found: Found, start: int, match: re.Match[str]) -> bool:
    at = match.start("when")
    return at >= 0 and bool(found.within(Time, start + at, start + match.end("when")))


def _claim(analysis: Analysis, source: Place, told: Place | None) -> Iterator[Draft]:
    tokens = [one for one in analysis.tokens_in(*source) if one.pos != "SPACE"]
    if tokens and told is not None and analysis.tokens_in(*told):
        yield Draft(cue=[], act="say", source=Source((_head(tokens),), tuple(tokens)), content=[told], rule="table")


def _head(tokens: Sequence[Token]) -> Token:
    """The word on which a name's other words hang; its last noun where the parse has none."""
    inside = {one.i for one in tokens}
    tops = [one for one in tokens if one.head is one or one.head.i not in inside]
    nouns = [one for one in (*tops, *tokens) if one.pos in ("NOUN", "PROPN")]
    return nouns[0] if nouns else tokens[-1]
