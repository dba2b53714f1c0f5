"""Lines of tables and lists: "Tarsk | 112 | 340", "- wounded: 34"; a heading above tells what columns count."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.figures.befell import state
from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.nouns import category, is_equipment, is_person, singular
from rashomon.extract.figures.numbers import Number, numbers
from rashomon.extract.figures.tolls import word_counts
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import lexicon
from rashomon.language.lexicon import words as listed
from rashomon.model.annotation import Category, Counts

_CELLS = re.compile(r"[^|\t]+")
_ITEM = re.compile(r"\W{0,4}\w[^:|\t]{0,50}?(?::|\s[-–—])\s+\W{0,2}\w.{0,60}$")
_BULLET = re.compile(r"[-–—•*·]\s{0,3}\d[^\n]{0,80}$")
# What may follow the number of a list line besides its noun.
_REST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A number of a table or list line.

    `label` are the words that may name whose it is, `above` the sentence that heads the table or list.
    """

    sentence: Sentence
    number: Number
    item: Counted
    label: tuple[Token, ...]
    above: Sentence | None


@dataclass(frozen=True, slots=True)
class _Cell:
    tokens: tuple[Token, ...]
    counts: Counts | None
    number: Number | None


def lines(analysis: Analysis) -> dict[int, list[Line]]:
    """The numbers in lines of tables and lists, by the index of their sentence."""
    found: dict[int, list[Line]] = {}
    header: list[_Cell] = []
    above: Sentence | None = None
    for sentence in analysis.sentences:
        text = analysis.document.text[sentence.start : sentence.end]
        made: list[Line] | None = None
        if "|" in text or "\t" in text:
            cells = _cells(analysis, sentence, text)
            if any(cell.number is not None for cell in cells):
                made = list(_row(sentence, cells, header, above))
            elif len(cells) > 1 or any(cell.counts for cell in cells):
                header, made = cells, []
        elif ":" in text or " - " in text or "–" in text:
            words = analysis.words(sentence)
            if _ITEM.match(text) and not any(one.pos == "VERB" and one.child("nsubj") for one in words):
                made = list(_listed(analysis, sentence, words, above))
        if made is None:
            header, above = [], sentence
        elif made or header:
            found[sentence.index] = made
    return {index: made for index, made in found.items() if made}


def bullets(analysis: Analysis) -> dict[int, Sentence]:
    """The line that heads the list of each item that is a number with its noun ("Enemy losses:", then "- 210 killed").

    Keys are the items' sentences by index.
    """
    found: dict[int, Sentence] = {}
    above: Sentence | None = None
    for sentence in analysis.sentences:
        text = analysis.document.text[sentence.start : sentence.end]
        if _BULLET.match(text) or _BULLET.match(analysis.document.text[max(0, sentence.start - 2) : sentence.end]):
            if above is not None:
                found[sentence.index] = above
        elif text.rstrip().endswith(":"):
            above = sentence
        else:
            above = None
    return found


def _cells(analysis: Analysis, sentence: Sentence, text: str) -> list[_Cell]:
    body = text.strip().strip("|")
    start = sentence.start + text.find(body)
    return [_cell(analysis.tokens_in(start + hit.start(), start + hit.end())) for hit in _CELLS.finditer(body)]


def _cell(tokens: Sequence[Token]) -> _Cell:
    inside = tuple(one for one in tokens if one.text.strip(" |\t"))
    number = next(numbers(inside), None) if inside else None
    told = next((kind for one in inside if (kind := _counts(one))), None)
    return _Cell(inside, told, number)


def _counts(token: Token) -> Counts | None:
    told = state(token) or word_counts(token)
    return told or ("equipment" if is_equipment(token) else None)


def _row(sentence: Sentence, cells: Sequence[_Cell], header: Sequence[_Cell], above: Sentence | None) -> Iterator[Line]:
    """The numbers of a row: what they count is told by its own label or by the heads of its columns."""
    label = cells[0]
    for at, cell in enumerate(cells):
        if cell.number is None or len(cell.tokens) > _REST or (at == 0 and cell.counts is None):
            continue
        # A header without a cell above the labels is one cell short.
        place = at - (len(cells) - len(header)) if header and len(header) < len(cells) else at
        head = header[place] if 0 <= place < len(header) else None
        counts = cell.counts or label.counts or (head.counts if head is not None else None)
        if counts is None:
            continue
        named = label if label.counts is None else head
        telling = cell if cell.counts else label if label.counts else head
        tokens = (*label.tokens, *cell.number.words) if at else cell.number.words
        item = _item(counts, (*telling.tokens, *label.tokens) if telling else (), tokens, "cell")
        yield Line(
            sentence=sentence, number=cell.number, item=item, above=above,
            label=named.tokens if named is not None and named is not cell else (),
        )  # fmt: skip


def _listed(
    analysis: Analysis, sentence: Sentence, words: Sequence[Token], above: Sentence | None
) -> Iterator[Line] | tuple[()]:
    """The number of "wounded: 34", "Tanks - 4"; what it counts is told by the label or the line that heads the list."""
    at = next((i for i, one in enumerate(words) if i and one.text in (":", "-", "–", "—")), None)
    if at is None:
        return ()
    label, rest = [one for one in words[:at] if one.text.isalpha()], words[at + 1 :]
    number = next(numbers(rest), None) if rest else None
    if number is None or number.words[0].i - rest[0].i > 1 or rest[-1].i - number.words[-1].i > _REST or not label:
        return ()
    counts = next((kind for one in label if (kind := _counts(one))), None)
    heads = analysis.words(above) if above is not None else []
    headed = next((kind for one in heads if (kind := word_counts(one) or state(one))), None)
    people = any(is_person(one) or singular(one) in listed("figures", "troops") for one in label)
    if counts is None and headed is not None and people:
        counts = headed if headed != "other" else "killed"
    if counts is None or any(one.lower in listed("figures", "measures") for one in rest[1:]):
        return ()
    item = _item(counts, label, (*label, *number.words), "line")
    return iter([Line(sentence=sentence, number=number, item=item, label=tuple(label), above=above)])


def _item(counts: Counts, telling: Sequence[Token], tokens: Sequence[Token], rule: str) -> Counted:
    noun = next((one for one in telling if is_person(one) or is_equipment(one)), None)
    groups = [_group(one) for one in telling if _group(one) != "unspecified"]
    cue = telling[0] if telling else None
    unit = singular(noun) if noun is not None else cue.lower if cue is not None else None
    return Counted(counts, unit, noun, cue, groups[0] if groups else "unspecified", tuple(tokens), rule)


def _group(token: Token) -> Category:
    """Military or civilian by one word of a label, as a noun or as an adjective ("military dead")."""
    for kind, adjectives in lexicon("figures")["category_words"].items():
        if token.lower in adjectives:
            return kind  # type: ignore[no-any-return]
    return category(token)
