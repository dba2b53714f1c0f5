"""Corrections: a number that a paper gave wrongly, and the right one, count as of the day of what is corrected.

"CORRECTION: In a dispatch of 14 March we gave the dead as nine. The ministry had said six."
"""

from collections.abc import Sequence

from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.numbers import numbers
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time
from rashomon.model.values import When

# Tolls that belong to who counts; a number or a death toll belongs to those who are counted.
_OF_COUNTERS = frozenset({"figure", "count", "estimate", "tally", "reckoning", "claim"})
# Characters between a paper and the day that it is of ("its report of the morning of May 8").
_NEAR = 16
# Sentences of a correction that may follow the one that names the paper.
_AFTER = 2


def corrected(analysis: Analysis, found: Found, draft: Draft, made: Sequence[Draft]) -> Draft | None:
    """The wrong figure that one sets right ("… gave the wounded as 61. *The ministry's figure was 41*"); None if none.

    Whose figure it is tells who counted, not who was counted.
    """
    here = draft.sentence
    wrong = next((one for one in reversed(made) if one.sentence.paragraph == here.paragraph), None)
    if wrong is None or wrong.sentence is here or wrong.item.counts != draft.item.counts:
        return None
    if _counts_of(analysis, found, wrong.sentence) > 1:
        return None  # nobody tells which of the two is set right
    cue = draft.item.cue
    bare = draft.item.rule == "toll" and cue is not None and cue.lemma.lower() in words("figures", "tolls")
    if not bare or cue is None or _tells_of_whom(cue):
        return None
    return wrong if _in_correction(analysis, here) else None


def is_of_counter(analysis: Analysis, draft: Draft) -> bool:
    """Whether a bare number in a correction is told by who counted it, but not whom: "the *ministry's* figure"."""
    whose = counted_by(draft.item) if draft.item.rule == "toll" else None
    return whose is not None and _in_correction(analysis, draft.sentence)


def _counts_of(analysis: Analysis, found: Found, sentence: Sentence) -> int:
    """How many numbers a sentence tells that are no days."""
    times = [one.evidence[0] for one in found.within(Time, sentence.start, sentence.end)]
    told = (one.words[0].start for one in numbers(analysis.words(sentence)))
    return sum(not any(time.start <= at < time.end for time in times) for at in told)


def _tells_of_whom(cue: Token) -> bool:
    """Whether a toll tells whom it counts: "Chad's *toll*", "the *number* of rebels", "the figure *for* Chad"."""
    behind = {preposition.lower for preposition in cue.all("prep")}
    if cue.lemma.lower() not in _OF_COUNTERS:
        return bool(behind) or cue.child("poss", "nmod", "compound", "amod") is not None
    return bool(behind - {"of", "by", "from"})


def counted_by(item: Counted) -> Token | None:
    """Whose number it is by the words beside it: "*the ministry's* figure", "the figure given *by the Red Cross*"."""
    if item.cue is None or item.cue.lemma.lower() not in _OF_COUNTERS:
        return None
    given = item.cue.child("acl")
    agent = given.child("agent") if given is not None and given.lemma in words("figures", "giving") else None
    if agent is not None:
        return agent.child("pobj")
    of = (one for prep in item.cue.all("prep") if prep.lower in ("of", "by", "from") for one in prep.all("pobj"))
    whose = item.cue.child("poss", "nmod", "compound") or next(of, None)
    of_people = words("figures", "losses") | words("figures", "rebels")
    return whose if whose is not None and whose.lemma.lower() not in of_people else None


def corrected_day(analysis: Analysis, found: Found, here: Sentence) -> When | None:
    """The day of the paper that a sentence corrects, or the one before it does; None where nothing is corrected."""
    if not _in_correction(analysis, here):
        return None
    days = [day for one in _near(analysis, here) if (day := _paper_day(analysis, found, one)) is not None]
    return days[-1] if days else None


def _in_correction(analysis: Analysis, here: Sentence) -> bool:
    return any(_corrects(analysis, one) for one in _near(analysis, here))


def _near(analysis: Analysis, here: Sentence) -> list[Sentence]:
    """A sentence and those before it that may belong to one correction with it."""
    near = analysis.sentences[max(0, here.index - _AFTER) : here.index + 1]
    return [one for one in near if one.paragraph == here.paragraph]


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
