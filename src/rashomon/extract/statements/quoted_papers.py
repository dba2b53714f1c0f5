"""Words quoted out of a paper whose owner is named, without a verb of speech.

"Last week's note from the Palace, with its “bridge of two banks”, was much admired"; "“Six breaches by dusk” is
the figure in the army's bulletin".
"""

from collections.abc import Sequence

from rashomon.extract.found import Found
from rashomon.extract.paper_owners import is_paper, owner
from rashomon.extract.statements.drafts import Draft
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Quote, Sentence, Token

# What is quoted has so many words at least; fewer are a word taken up.
_WORDS = 3
# How a quotation is told to be what a paper has: "is the figure in".
_HOLDING = ("figure", "count", "number", "verdict", "phrase", "wording", "finding", "version", "tally", "claim", "word")


def quoted_papers(analysis: Analysis, found: Found, told: Sequence[Draft]) -> list[Draft]:
    """What a paper is quoted with whose owner its own words name; nothing that somebody is told to say."""
    taken = [place for one in told for place in (one.place, *one.content)]
    drafts = []
    for quote in analysis.quotes:
        sentence = analysis.sentence_at(quote.start)
        inside = analysis.tokens_in(quote.start, quote.end)
        if sentence is None or sentence.role or quote.end > sentence.end or len(inside) < _WORDS:
            continue
        if any(a < quote.end and quote.start < b for a, b in taken):
            continue
        paper = _paper(analysis, sentence, quote)
        who = owner(analysis, found, paper) if paper is not None else None
        if paper is not None and who is not None and not quote.start <= who.start < quote.end:
            drafts.append(
                Draft(
                    cue=[paper],
                    act="say",
                    source=Source.of(who),
                    content=[(quote.start, quote.end)],
                    rule="quoted paper",
                )
            )
    return drafts


def _paper(analysis: Analysis, sentence: Sentence, quote: Quote) -> Token | None:
    """The paper below whose noun a quotation stands, or in which what is quoted is told to be the figure."""
    line = [one for one in analysis.words(sentence) if not quote.start <= one.start < quote.end]
    behind = [one for one in line if one.start >= quote.end and one.pos != "PUNCT"]
    held = bool(behind) and behind[0].lemma == "be" and any(one.lemma in _HOLDING for one in behind[:5])
    for one in line:
        if not is_paper(one):
            continue
        below = {each.i for each in _phrase(one)}
        under = any(each.i in below for each in analysis.tokens_in(quote.start, quote.end))
        if (under and one.start < quote.start and one.dep in ("nsubj", "nsubjpass", "pobj", "dobj", "attr")) or (
            held and one in behind
        ):
            return one
    return None


def _phrase(paper: Token) -> list[Token]:
    """The words that tell of a paper, and of what it is a part of: "the sentence in the note about …"."""
    top = paper
    while top.dep == "pobj" and top.head.dep == "prep" and top.head.head.pos == "NOUN":
        top = top.head.head
    return top.subtree
