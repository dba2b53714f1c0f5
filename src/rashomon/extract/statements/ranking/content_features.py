"""What is to be seen of words that a cue may announce."""

from collections.abc import Sequence

from rashomon.extract.statements.drafts import Draft
from rashomon.extract.statements.ranking.contents import Contents
from rashomon.extract.statements.ranking.features import Row, distance, number, size, word_of
from rashomon.extract.statements.ranking.layout import Layout, Runs, meet
from rashomon.language.analysis import Token

CONTENT = (
    "kind", "kind 2", "kind 3", "kinds", "lemma", "tag", "dep", "rule", "agrees", "side", "quoted", "size", "gap",
    "share", "quotes", "cut quotes", "first", "second", "last", "before", "behind", "behind 2", "beyond", "verbs",
    "holes", "sentence quoted", "commas", "starts", "ends", "quote edge", "top", "subject", "parts", "paragraphs",
    "first tag", "others",
)  # fmt: skip
"""The names of the features."""


class ContentFeatures:
    """Looks at what one cue may announce."""

    def __init__(
        self, layout: Layout, cue: Token, draft: Draft | None, rule: Runs, source: Runs, tellers: Sequence[int]
    ) -> None:
        """Take what the rules hold for said and for the speaker.

        `tellers` counts before each token the cues the rules found.
        """
        self._layout = layout
        self._cue = cue
        self._rule = rule
        self._source = source
        self._sentence = layout.analysis.sentence_of(cue)
        self._here = (word_of(cue), number(cue.tag), number(cue.dep), number(draft.rule) if draft is not None else 0)
        whole = layout.counts(layout.whole(self._sentence))
        self._words = max(1, whole.words)
        self._sentence_quoted = 0 if not whole.quoted else 2 if whole.quoted == whole.words else 1
        subject = cue.child("nsubj", "nsubjpass")
        self._subject = layout.of_tokens(subject.subtree) if subject is not None else ()
        self._tellers = tellers

    def rows(self, candidates: Contents) -> list[Row]:
        """The features of each candidate in the order of `CONTENT`."""
        return [self._row(runs, kinds) for runs, kinds in candidates.items()]

    def _row(self, runs: Runs, kinds: list[str]) -> Row:
        layout, cue = self._layout, self._cue
        first, last = runs[0][0], runs[-1][1] - 1
        counts = layout.counts(runs)
        side = 0 if last < cue.i else 1 if first > cue.i else 2
        return [
            number(kinds[0]),
            number(kinds[1]) if len(kinds) > 1 else 0,
            number(kinds[2]) if len(kinds) > 2 else 0,
            number(*kinds),
            *self._here,
            2 + int(4 * layout.shared(runs, self._rule)) if self._rule else 1,
            side,
            0 if not counts.quoted else 2 if counts.quoted == counts.words else 1,
            size(counts.words),
            distance(first if side == 1 else last, cue.i),
            *self._measures(runs),
            *self._edges(first, last),
            min(2, counts.finite),
            _holes(runs) if len(runs) > 1 else 0,
            self._sentence_quoted,
            min(3, counts.marks),
            int(first <= layout.next_word(self._sentence.first)),
            int(layout.next_word(last + 1) >= self._sentence.last),
            self._marks(first, last),
            _top(layout, runs),
            (2 if self._subject == runs else 1) if meet(self._subject, runs) else 0,
            min(3, len(runs)) + 4 * meet(self._source, runs),
            self._paragraphs(last),
            number(layout.tokens[first].tag),
            self._others(runs),
        ]

    def _measures(self, runs: Runs) -> tuple[int, int, int]:
        """The share of the sentence, how many quotations there are, and how many of them only in part."""
        layout = self._layout
        begin, end = self._sentence.first, self._sentence.last
        inside = 0
        for first, stop in runs:
            if first < end and begin < stop:
                inside += min(stop, end) - max(first, begin)
        quotes = {layout.quote_of[i] for a, b in runs for i in (a, b - 1)} - {-1}
        cut = 0
        for one in quotes:
            quote = (layout.quotes[one],)
            cut += 0 < layout.common(runs, quote) < layout.count(quote)
        return int(5 * inside / self._words), min(3, len(quotes)), cut

    def _edges(self, first: int, last: int) -> tuple[int, ...]:
        """The words at and beside both ends, and how far the sentences of the ends lie from the cue's."""
        shapes, tokens, stop = self._layout.shapes, self._layout.tokens, self._sentence.last
        here = self._sentence.index
        return (
            shapes[first],
            shapes[first + 1] if first < last else 0,
            shapes[last],
            shapes[first - 1] if first else 0,
            shapes[last + 1] if last + 1 < stop else 1,
            shapes[last + 2] if last + 2 < stop else 1,
            min(3, abs(tokens[last].sentence - here) + abs(tokens[first].sentence - here)),
        )

    def _marks(self, first: int, last: int) -> int:
        """Which ends stand beside a quotation mark: 2 the first, 1 the last."""
        text, tokens = self._layout.analysis.document.text, self._layout.tokens
        start, end = tokens[first].start, tokens[last].end
        return (text[start - 1 : start] in ("“", '"')) * 2 + ("”" in text[end : end + 3] or '"' in text[end : end + 2])

    def _others(self, runs: Runs) -> int:
        """How many cues the rules found in it."""
        found = 0
        for first, stop in runs:
            found += self._tellers[stop] - self._tellers[first]
        return min(2, found)

    def _paragraphs(self, last: int) -> int:
        end = self._layout.analysis.sentences[self._layout.tokens[last].sentence]
        return min(3, max(0, end.paragraph - self._sentence.paragraph + 1))


def _holes(runs: Runs) -> int:
    """How often more than a mark or two stands between two stretches."""
    return min(3, sum(other[0] - one[1] > 2 for one, other in zip(runs, runs[1:], strict=False)))


def _top(layout: Layout, runs: Runs) -> int:
    """How the first stretch of words hangs on the rest: dependency and part of speech of its topmost word."""
    first, stop = runs[0]
    for token in layout.tokens[first:stop]:
        if token.head is token or not first <= token.head.i < stop:
            return number(token.dep, token.pos)
    return 0
