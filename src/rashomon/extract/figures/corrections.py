"""Corrections: a number that a paper gave wrongly, and the right one, count as of the day of what is corrected.

"CORRECTION: In a dispatch of 14 March we gave the dead as nine. The ministry had said six."
"""

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Sentence
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time
from rashomon.model.values import When

# Characters between a paper and the day that it is of ("its report of the morning of May 8").
_NEAR = 16
# Sentences of a correction that may follow the one that names the paper.
_AFTER = 2


def corrected_day(analysis: Analysis, found: Found, here: Sentence) -> When | None:
    """The day of the paper that a sentence corrects, or the one before it does; None where nothing is corrected."""
    near = analysis.sentences[max(0, here.index - _AFTER) : here.index + 1]
    same = [one for one in near if one.paragraph == here.paragraph]
    if not any(_corrects(analysis, one) for one in same):
        return None
    days = [day for one in same if (day := _paper_day(analysis, found, one)) is not None]
    return days[-1] if days else None


def _corrects(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence begins as corrections do, or says that a paper was wrong."""
    told = analysis.words(sentence)
    opening = [one.lower for one in told[:3]]
    return any(one.startswith(("correct", "clarif", "errat")) for one in opening) or any(
        one.lemma in words("figures", "misstating") for one in told
    )


def _paper_day(analysis: Analysis, found: Found, sentence: Sentence) -> When | None:
    """The day behind the first paper that a sentence names ("a dispatch *of 14 March*")."""
    times = [one for one in found.within(Time, sentence.start, sentence.end) if one.when.first_day is not None]
    for paper in analysis.words(sentence):
        if paper.lemma.lower() in words("figures", "papers"):
            after = [one.when for one in times if 0 <= one.evidence[0].start - paper.end <= _NEAR]
            if after:
                return after[0]
    return None
