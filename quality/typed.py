"""Sentences of the development sets with their types, read and understood, for measuring and for training."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quality.understanding import analysed
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.model.text import Span

YIELD = ("CONCEDE", "RETREAT")
"""Types that the sets join as one class."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with the right answer, and the sides that the set gives (offsets into the sentence)."""

    text: str
    answer: str
    source: tuple[int, int] | None = None
    target: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """A row with what was found in it."""

    row: Row
    found: Found
    analysis: Analysis
    tokens: list[Token]
    source: Span | None
    target: Span | None


def key(text: str) -> str:
    """What is the same where two sets hold one sentence."""
    return "".join(one for one in text.lower() if one.isalnum())


def rows_of_plv(gold: Path) -> Iterator[Row]:
    """The sentences of `events-plv`: its source and target are marked in a copy of the sentence."""
    with (gold / "events-plv" / "PLV_train.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            text, sides = unmarked(row["marked_sentence"])
            answer = "YIELD" if row["gold_root"] in YIELD else row["gold_root"]
            yield Row(text, answer, sides.get("s"), sides.get("t"))


def rows_of_classes(gold: Path) -> Iterator[Row]:
    """The sentences of `events-cameo-class`; class 0 is for what is only said."""
    seen = set()
    for name in ("train_clean.tsv", "test.tsv"):
        for line in (gold / "events-cameo-class" / name).read_text("utf-8").splitlines():
            text, _, answer = line.rpartition("\t")
            if text and key(text) not in seen:
                seen.add(key(text))
                yield Row(text, answer)


def unmarked(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """A sentence without its marks ("<s>X</s> met <t>Y</t>"), and where the marked parts stand in it."""
    text = ""
    open_at: dict[str, int] = {}
    sides: dict[str, tuple[int, int]] = {}
    left = marked
    while left:
        mark = next((one for one in ("<s>", "</s>", "<t>", "</t>") if left.startswith(one)), None)
        if mark is None:
            text, left = text + left[0], left[1:]
            continue
        side = mark.strip("</>")
        if "/" in mark and side in open_at:
            sides.setdefault(side, (open_at[side], len(text)))
        else:
            open_at.setdefault(side, len(text))
        left = left[len(mark) :]
    return text, sides


def understood_rows(rows: Sequence[Row]) -> Iterator[Understood]:
    """Each row with what is found in it."""
    for row, (analysis, found) in zip(rows, analysed([one.text for one in rows]), strict=True):
        tokens = [token for sentence in analysis.body for token in analysis.words(sentence)]
        yield Understood(row, found, analysis, tokens, _span(analysis, row.source), _span(analysis, row.target))


def _span(analysis: Analysis, side: tuple[int, int] | None) -> Span | None:
    return analysis.document.trimmed(*side) if side else None
