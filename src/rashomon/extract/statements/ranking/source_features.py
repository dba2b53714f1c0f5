"""What is to be seen of words that may name a speaker."""

from rashomon.extract.found import Found
from rashomon.extract.statements.drafts import Draft
from rashomon.extract.statements.ranking.features import Row, distance, number, size, sort_of, word_of
from rashomon.extract.statements.ranking.layout import Layout, Runs, meet
from rashomon.extract.statements.ranking.sources import Sources
from rashomon.language.analysis import Token

SOURCE = (
    "kind", "kind 2", "kind 3", "kinds", "lemma", "tag", "dep", "rule", "agrees", "passive", "side", "gap", "size",
    "speaker", "first", "last", "behind", "before", "quoted", "commas", "added", "head dep", "sentence", "capital",
    "in content", "behind tag",
)  # fmt: skip
"""The names of the features; of a speaker who is not named only those up to "passive" are seen."""

_ALWAYS = SOURCE.index("passive") + 1


def of_sources(
    layout: Layout, found: Found, cue: Token, draft: Draft | None, rule: Runs, content: Runs, candidates: Sources
) -> list[Row]:
    """The features of each candidate in the order of `SOURCE`; `rule` and `content` are what the rules hold."""
    here = (word_of(cue), number(cue.tag), number(cue.dep), number(draft.rule) if draft is not None else 0)
    passive = int(cue.child("auxpass", "nsubjpass") is not None)
    rows = []
    for runs, (head, kinds) in candidates.items():
        row = [
            number(kinds[0]),
            number(kinds[1]) if len(kinds) > 1 else 0,
            number(kinds[2]) if len(kinds) > 2 else 0,
            number(*kinds),
            *here,
            2 + int(4 * layout.shared(runs, rule)) if rule else 1,
            passive,
        ]
        more = _of_phrase(layout, found, cue, runs, head) if runs else [0] * (len(SOURCE) - _ALWAYS - 2)
        rows.append([*row, *more, int(meet(runs, content)), _behind(layout, runs)])
    return rows


def _of_phrase(layout: Layout, found: Found, cue: Token, runs: Runs, head: Token) -> Row:
    """What is seen of words that name somebody."""
    first, last = runs[0][0], runs[-1][1] - 1
    shapes, tokens, counts = layout.shapes, layout.tokens, layout.counts(runs)
    quote = layout.quote_of[head.i]
    return [
        int(last < cue.i),
        distance(last if last < cue.i else first, cue.i),
        size(counts.words),
        sort_of(found, head),
        shapes[first],
        shapes[last],
        shapes[last + 1] if last + 1 < len(tokens) else 0,
        shapes[first - 1] if first else 0,
        int(quote >= 0 and quote != layout.quote_of[cue.i]),
        min(3, counts.marks),
        number(*sorted({one.dep for one in head.children if head.i < one.i <= last})),
        number(head.dep),
        int(head.sentence == cue.sentence),
        int(tokens[last].tag == "NNP" or tokens[first].tag == "NNP"),
    ]


def _behind(layout: Layout, runs: Runs) -> int:
    """The tag of the next word close behind."""
    stop = runs[-1][1] if runs else len(layout.tokens)
    behind = layout.tokens[stop : stop + 2]
    return next((number(one.tag) for one in behind if one.pos not in ("PUNCT", "SPACE")), 0)
