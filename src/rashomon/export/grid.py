"""A table as lines of text: thousands of rows in the time that is spent on reading them."""

import re
from collections.abc import Collection, Iterator, Sequence

from rich.cells import cell_len

_BETWEEN = " │ "
# Of these signs each takes one column: most texts have no others, and need not be measured sign by sign.
_PLAIN = re.compile(r"[ -\u02ff\u2010-\u2027\u2030-\u205e]*\Z")


def grid(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, width: int, whole: Collection[int] = ()
) -> Iterator[str]:
    """Lines of a table no wider than `width`, head and rule first; cells are folded, but for columns that stay `whole`.

    >>> list(grid(["who", "says"], [["Velm", "it was a shell"]], width=14))
    ['who  │ says   ', '─────┼────────', 'Velm │ it was ', '     │ a shell']
    """
    widths = _widths(head, rows, width - len(_BETWEEN) * (len(head) - 1), whole)
    yield from _lines(head, widths)
    yield "─┼─".join("─" * one for one in widths)
    for row in rows:
        yield from _lines(row, widths)


def _widths(head: Sequence[str], rows: Sequence[Sequence[str]], room: int, whole: Collection[int]) -> list[int]:
    """What each column takes: all it needs, and the widest share alike what is left where that is too much."""
    wanted = [max(1, *(columns_of(cell) for cell in column)) for column in zip(head, *rows, strict=True)]
    given = {n: wanted[n] for n in whole}
    left = room - sum(given.values())
    # The narrowest first: who takes less than its share leaves more to those that follow.
    others = sorted((n for n in range(len(head)) if n not in given), key=lambda n: wanted[n])
    for place, n in enumerate(others):
        given[n] = max(1, min(wanted[n], left // (len(others) - place)))
        left -= given[n]
    return [given[n] for n in range(len(head))]


def _lines(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    folded = [folding(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for n in range(max(map(len, folded))):
        yield _BETWEEN.join(
            _filled(lines[n] if n < len(lines) else "", width) for lines, width in zip(folded, widths, strict=True)
        )


def _filled(text: str, width: int) -> str:
    return text + " " * (width - columns_of(text))


def folding(text: str, width: int) -> list[str]:
    """A text in lines no wider than `width`, broken at blanks, and inside a word that is longer.

    >>> folding("the ridge of Osk", 9), folding("Karandashvili", 8)
    (['the ridge', 'of Osk'], ['Karandas', 'hvili'])
    """
    if "\n" not in text and columns_of(text) <= width:
        return [text]
    made: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if columns_of(longer) <= width:
                line = longer
                continue
            if line:
                made.append(line)
            *full, line = _pieces(word, width)
            made += full
        made.append(line)
    return made


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word cut into pieces no wider than `width`; a sign that is wider stands alone."""
    piece, taken = "", 0
    for sign in word:
        columns = columns_of(sign)
        if piece and taken + columns > width:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + sign, taken + columns
    yield piece


def columns_of(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> columns_of("“Osk”"), columns_of("北")
    (5, 2)
    """
    return len(text) if _PLAIN.match(text) else cell_len(text)
