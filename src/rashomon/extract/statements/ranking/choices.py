"""Cues with all that they may announce and all who may speak by them, as the weights see them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from rashomon.extract.found import Found
from rashomon.extract.statements.drafts import Draft, cue_of, takes_of
from rashomon.extract.statements.nouns import acts
from rashomon.extract.statements.ranking.content_features import ContentFeatures
from rashomon.extract.statements.ranking.contents import contents
from rashomon.extract.statements.ranking.cue_features import of_cue
from rashomon.extract.statements.ranking.features import Row
from rashomon.extract.statements.ranking.layout import Layout, Runs
from rashomon.extract.statements.ranking.source_features import of_sources
from rashomon.extract.statements.ranking.sources import sources
from rashomon.language.analysis import Token


@dataclass(slots=True)
class Choice:
    """A cue and what the rules make of it; once filled, the candidates and their features, in the same order."""

    cue: Token
    draft: Draft | None
    row: Row
    words: Runs = ()
    rule: Runs = ()
    rule_source: Runs = ()
    contents: list[Runs] = field(default_factory=list)
    content_kinds: list[list[str]] = field(default_factory=list)
    content_rows: list[Row] = field(default_factory=list)
    sources: list[Runs] = field(default_factory=list)
    heads: list[Token] = field(default_factory=list)
    source_rows: list[Row] = field(default_factory=list)


class Choices:
    """The cues of one report."""

    def __init__(self, layout: Layout, found: Found, told: Sequence[Draft]) -> None:
        """Take the rules' drafts of the report, quotations that go on already joined."""
        self._layout = layout
        self._found = found
        self._by_cue = {one.verb.i: one for one in reversed(told) if one.verb is not None}
        self._tellers = [0, *accumulate(token.i in self._by_cue for token in layout.tokens)]
        self._in_cues = {token.i for one in told for token in one.cue}
        self._by_sentence: dict[int, list[Draft]] = {}
        for one in told:
            if one.cue:
                self._by_sentence.setdefault(one.cue[0].sentence, []).append(one)

    def all(self) -> list[Choice]:
        """Each cue the rules found, and each other word of speech, in text order, not filled."""
        found = []
        for sentence in self._layout.analysis.body:
            near = self._by_sentence.get(sentence.index, [])
            for token in self._layout.analysis.words(sentence):
                draft = self._by_cue.get(token.i)
                if draft is not None or (token.i not in self._in_cues and is_of_speech(token)):
                    found.append(Choice(token, draft, of_cue(self._layout, self._found, token, draft, near)))
        return found

    def fill(self, choice: Choice) -> None:
        """Put in the candidates for what was said and for the speaker."""
        layout, cue, draft = self._layout, choice.cue, choice.draft
        choice.words = layout.of_tokens(draft.cue if draft is not None else cue_of(cue))
        if draft is not None:
            choice.rule = layout.of_places(draft.content)
            choice.rule_source = layout.of_tokens(draft.source.tokens)
        told = contents(layout, cue, choice.words, choice.rule, choice.rule_source)
        seen = ContentFeatures(layout, cue, draft, choice.rule, choice.rule_source, self._tellers)
        choice.contents, choice.content_kinds, choice.content_rows = list(told), list(told.values()), seen.rows(told)
        head = draft.source.heads[0] if draft is not None and draft.source.heads else None
        named = sources(layout, cue, choice.rule_source, head)
        choice.sources, choice.heads = list(named), [head for head, _ in named.values()]
        choice.source_rows = of_sources(layout, self._found, cue, draft, choice.rule_source, choice.rule, named)


def is_of_speech(token: Token) -> bool:
    """Whether the lexicon knows a word as one that may tell of speech."""
    if token.tag[:2] == "VB":
        return takes_of(token) is not None
    return token.lower == "according" or (token.pos == "NOUN" and token.lemma in acts())


EVIDENCE = (
    "cue", "content", "content share", "second content", "source", "source share", "second source", "nobody",
    "rule", "content of rule", "source of rule", "contents", "sources",
)  # fmt: skip
"""What a statement is accepted on: how well its parts did against the other candidates, and the rules' word."""


def evidence(choice: Choice, cue: float, content: NDArray[np.float32], source: NDArray[np.float32]) -> list[float]:
    """The numbers of `EVIDENCE` for a filled choice, from its log odds and the scores of its candidates."""
    told, named = shares(content), shares(source)
    best, speaker = int(content.argmax()), int(source.argmax())
    first, second = _two(told)
    third, fourth = _two(named)
    return [
        cue,
        float(np.log(first + 1e-6)),
        first,
        second,
        float(np.log(third + 1e-6)),
        third,
        fourth,
        float(not choice.sources[speaker]),
        float(choice.draft is not None),
        float(choice.contents[best] == choice.rule),
        float(choice.sources[speaker] == choice.rule_source),
        float(min(len(told), 20)) / 10,
        float(min(len(named), 20)) / 10,
    ]


def shares(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The chance of each candidate by its score (softmax)."""
    raised = np.exp(scores - scores.max())
    found: NDArray[np.float32] = raised / raised.sum()
    return found


def _two(chances: NDArray[np.float32]) -> tuple[float, float]:
    """The highest chance and the next one."""
    ordered = np.sort(chances)
    return float(ordered[-1]), float(ordered[-2]) if len(ordered) > 1 else 0.0
