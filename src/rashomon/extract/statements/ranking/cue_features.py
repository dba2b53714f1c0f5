"""What is to be seen of a word that may tell of speech."""

from collections.abc import Sequence

from rashomon.extract.found import Found
from rashomon.extract.statements.drafts import Draft, takes_of
from rashomon.extract.statements.ranking.features import Row, distance, number, sort_of, word_of
from rashomon.extract.statements.ranking.layout import Layout
from rashomon.language.analysis import Token

# The dependencies of which a cue's first child is looked at.
DEPENDENTS = (
    "nsubj", "nsubjpass", "ccomp", "xcomp", "dobj", "prep", "advcl", "mark", "aux", "auxpass", "neg", "agent", "conj",
    "parataxis", "prt", "acomp", "oprd", "dative", "npadvmod", "advmod", "poss", "det", "compound", "relcl", "acl",
    "attr", "pobj", "amod", "cc", "dep",
)  # fmt: skip

CUE = (
    "lemma", "tag", "dep", "pos", "rule", "act", "quoted", "near quote", "quote before", "quote behind", "before",
    "behind", "behind 2", "before 2", "head", "head lemma", "subject", "passive subject", "place", "rest", "inside",
    "ahead", "stop", "verb above", "takes", *DEPENDENTS,
)  # fmt: skip
"""The names of the features."""


def of_cue(layout: Layout, found: Found, cue: Token, draft: Draft | None, told: Sequence[Draft]) -> Row:
    """The features in the order of `CUE`; `draft` is what the rules make of the cue, `told` all of its sentence."""
    sentence = layout.analysis.sentence_of(cue)
    at, shapes = cue.i, layout.shapes
    near = [shapes[i] if sentence.first <= i < sentence.last else 0 for i in (at - 2, at - 1, at + 1, at + 2)]
    marks = [_mark(layout, i) if sentence.first <= i < sentence.last else 0 for i in (at - 1, at + 1, at + 2)]
    first = {one.dep: one for one in reversed(cue.children)}
    above = cue.head
    governs = above.pos in ("VERB", "AUX", "ADP", "SCONJ")
    verb = next((one for one in cue.ancestors if one.pos in ("VERB", "AUX")), None)
    around = layout.counts(layout.whole(sentence))
    inside = next((one for one in told if one is not draft and _covers(one, cue)), None)
    takes = takes_of(cue) if cue.tag[:2] == "VB" else None
    return [
        word_of(cue),
        number(cue.tag),
        number(cue.dep),
        number(cue.pos),
        number(draft.rule) if draft is not None else 0,
        number(draft.act) if draft is not None else 0,
        int(layout.quote_of[at] >= 0),
        4 if around.quoted == around.words else min(3, around.quoted),
        marks[0],
        marks[1] * 3 + marks[2],
        near[1],
        near[2],
        near[3],
        near[0],
        number(above.pos) if above is not cue else 0,
        number(above.lemma) if governs else 0,
        sort_of(found, first.get("nsubj")),
        sort_of(found, first.get("nsubjpass")),
        min(4, at - sentence.first),
        distance(at, sentence.last),
        number(inside.rule) if inside is not None else 0,
        sum(one.place < (cue.start, cue.end) for one in told),
        int(layout.tokens[sentence.last - 1].text in '.!?"”'),
        number(verb.dep, verb.pos) if verb is not None else 0,
        number(*sorted(takes)) if takes else 0,
        *(shapes[one.i] * 2 + (one.i > at) if (one := first.get(dep)) is not None else 0 for dep in DEPENDENTS),
    ]


def _covers(draft: Draft, token: Token) -> bool:
    return any(start <= token.start < end for start, end in draft.content)


def _mark(layout: Layout, number: int) -> int:
    """2 for a quotation mark, 1 for another mark, 0 for a word."""
    token = layout.tokens[number]
    return 2 if token.text in '"“”' else 1 if token.pos == "PUNCT" else 0
