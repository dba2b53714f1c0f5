"""Our view of an analysed document: `Token`, `Sentence`, `Quote`, `Analysis`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from rashomon.model.text import Document, FurnitureRole, Span


class Token:
    """A word: its place in the document, its form, and its place in the syntax tree.

    `pos` is universal (VERB, NOUN, PROPN …), `tag` Penn Treebank, `dep` ClearNLP
    (nsubj, ccomp …). The root of a sentence is its own `head`.
    """

    __slots__ = (
        "_below",
        "children",
        "dep",
        "end",
        "head",
        "i",
        "lemma",
        "lower",
        "pos",
        "sentence",
        "start",
        "tag",
        "text",
    )

    head: "Token"
    children: list["Token"]

    def __init__(self, i: int, start: int, text: str, lemma: str, pos: str, tag: str, dep: str, sentence: int) -> None:
        self.i = i
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        self.pos = pos
        self.tag = tag
        self.dep = dep
        self.sentence = sentence
        self.head = self
        self.children = []
        self._below: list[Token] | None = None  # the tree stands once the document is analysed

    def __repr__(self) -> str:
        return f"<{self.text} {self.tag} {self.dep}>"

    def child(self, *deps: str) -> "Token | None":
        """The first child that stands in one of these dependencies."""
        for one in self.children:
            if one.dep in deps:
                return one
        return None

    def all(self, *deps: str) -> list["Token"]:
        """The children that stand in one of these dependencies, in text order."""
        if not self.children:  # as of most words
            return []
        return [one for one in self.children if one.dep in deps]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """From the head up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> list["Token"]:
        """This token and all below it, in text order; a list of the caller's own."""
        if self._below is None:
            found, left = [], [self]
            while left:
                token = left.pop()
                found.append(token)
                left.extend(token.children)
            found.sort(key=_place)
            self._below = found
        return list(self._below)


_place = attrgetter("i")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Tokens `first` to `last` (not included), characters `start` to `end`.

    `role` is "" in running text, else the furniture it stands in (title, caption,
    heading). `paragraph` counts the paragraphs of the document.
    """

    index: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int
    role: FurnitureRole | str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words between quotation marks: `start` to `end` are the words, marks left out.

    `closed` is False where a paragraph ends before the closing mark, as in a quotation
    that runs on in the next paragraph; `continues` is True in that next one.
    """

    start: int
    end: int
    opening: int
    closing: int
    closed: bool = True
    continues: bool = False


@dataclass(slots=True, kw_only=True)
class Analysis:
    """A document's sentences, words, syntax and quotations, all with document offsets."""

    document: Document
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    _starts: list[int] = field(init=False, default_factory=list)
    _ends: list[int] = field(init=False, default_factory=list)
    _quoted: list[int] = field(init=False, default_factory=list)
    _forms: dict[int, frozenset[str]] = field(init=False, default_factory=dict)
    phrases: dict[int, Span | None] = field(init=False, default_factory=dict)
    """The noun phrases asked for so far, by the number of their head: see `extract.found.phrase`."""

    def __post_init__(self) -> None:
        self._starts = [token.start for token in self.tokens]
        self._ends = [token.end for token in self.tokens]
        self._quoted = [quote.start for quote in self.quotes]

    @property
    def body(self) -> list[Sentence]:
        """The sentences of the running text, without title, captions and headings."""
        return [sentence for sentence in self.sentences if not sentence.role]

    def words(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def forms(self, index: int) -> frozenset[str]:
        """The words of a sentence and their lemmas in lower case: most finders look for words that it has none of."""
        found = self._forms.get(index)
        if found is None:
            tokens = self.words(self.sentences[index])
            found = frozenset([one.lower for one in tokens] + [one.lemma.lower() for one in tokens])
            self._forms[index] = found
        return found

    def roots(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence that hang on nothing."""
        return [token for token in self.words(sentence) if token.head is token]

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence in which a token stands."""
        return self.sentences[token.sentence]

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that share a character with `start` to `end`."""
        first = bisect_right(self._ends, start)
        return self.tokens[first : bisect_left(self._starts, end, first)]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`."""
        token = bisect_right(self._ends, offset)
        if token == len(self.tokens) or self._starts[token] > offset:
            return None  # between two words
        return self.sentences[self.tokens[token].sentence]

    def quote_at(self, offset: int) -> Quote | None:
        """The (outermost) quotation that holds the character at `offset`."""
        k = bisect_right(self._quoted, offset) - 1
        return self.quotes[k] if k >= 0 and offset < self.quotes[k].end else None

    def span(self, tokens: Iterable[Token]) -> Span | None:
        """From the first to the last of `tokens`, without quotation marks, commas and blanks at the edges."""
        found = list(tokens)
        if not found:
            return None
        return self.document.trimmed(min(token.start for token in found), max(token.end for token in found))

    def evidence(self, sentence: Sentence) -> Span:
        """A sentence as evidence."""
        return self.document.span(sentence.start, sentence.end)
