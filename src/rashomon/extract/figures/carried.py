"""The day on which an account was given that goes on: "In a bulletin issued on Monday … *The same bulletin* puts …".

A count without a day of its own is as of the day on which it was given. That day stands where the paper or the
speaker was named first, a sentence or two before.
"""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.other_days import begins_count, is_of_another
from rashomon.extract.figures.paper_threads import days_of_papers, goes_on, is_than, source_of, whole_day
from rashomon.extract.found import Found
from rashomon.extract.parties import is_enemy, key, root
from rashomon.extract.voices import teller
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import EARLIER_COUNT, Link, Statement, Time
from rashomon.model.values import When

# Sentences over which an account goes on in its paragraph.
_BACK = 3
# A chain of voices that names somebody beside the report.
_TOLD = 2
_BASIS = "the day of the account"


def take_account(analysis: Analysis, found: Found, draft: Draft, made: Sequence[Draft]) -> bool:
    """Give a count of an account that goes on its counter, and the day on which it was given where it has none.

    Returns whether the count takes up a paper that was named before.
    """
    if draft.background or draft.revised:
        return False
    source = source_of(analysis, found, draft.sentence)
    if source is not None and (len(draft.counter) < _TOLD or _is_by_it(found, draft, source)):
        told = [one for one in made if len(one.counter) >= _TOLD and _is_of(analysis, found, one, source)]
        if told:
            draft.counter = (*told[-1].counter[:-1], draft.counter[-1])
    when = draft.when
    own_day = when.earliest is not None or when.basis.startswith(EARLIER_COUNT) or "'" in when.basis
    own_day = own_day or (source is not None and _names_day(analysis, found, draft.sentence))
    if own_day or len(draft.counter) < _TOLD or _counts_breaches(draft):
        return source is not None
    day = _given_on(analysis, found, draft, source) or _gone_on(analysis, found, draft, made)
    if day is not None:
        draft.when = replace(day, basis=_BASIS)
    return source is not None


def _names_day(analysis: Analysis, found: Found, sentence: Sentence) -> bool:
    """Whether a sentence names a day of its own, and not only one with which its counts begin ("since 8 May")."""
    for time in found.within(Time, sentence.start, sentence.end):
        first = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)[0]
        before = analysis.tokens[max(sentence.first, first.i - 3) : first.i]
        begun = begins_count(analysis, time) or any(one.lower in words("figures", "not_as_of") for one in before)
        if time.when.known and time.timex.type in ("DATE", "TIME") and not begun:
            return True
    return False


def _is_of(analysis: Analysis, found: Found, one: Draft, source: Sentence) -> bool:
    """Whether a figure is told by the paper that a sentence names."""
    return one.sentence is source or (
        source.index < one.sentence.index and source_of(analysis, found, one.sentence) is source
    )


def _is_by_it(found: Found, draft: Draft, source: Sentence) -> bool:
    """Whether a count is told by "it", which was read as somebody named after the paper ("The enemy, *it says*, …")."""
    voice, span = teller(found, draft.anchor), draft.counter[0].span
    by_it = voice is not None and [one.span.text.lower() for one in voice.speaker if one.span] == ["it"]
    return by_it and span is not None and span.start >= source.end


def is_ours(analysis: Analysis, draft: Draft) -> bool:
    """Whether a paper of one side counts that side's own ("the same bulletin gives *our losses* as …")."""
    first, last = draft.sentence.first, max(one.i for one in (*draft.item.words, *draft.number.words))
    told = analysis.tokens[first : last + 1]
    ours = (one.head for one in told if one.lower == "our")
    lost = any(one in (draft.item.noun, draft.item.cue) or _is_lost(one) for one in ours)  # not "*our men* killed 31"
    return lost and not any(is_enemy(one) for one in told)


def _is_lost(noun: Token) -> bool:
    """Whether a noun is of the dead, or of those who are told to lose somebody or to be lost."""
    verb = noun.head
    losing = noun.dep == "nsubj" and verb.lemma in ("lose", "suffer", "die", "fall", "perish", "mourn", "bury")
    return losing or noun.dep == "nsubjpass" or noun.lemma.lower() in words("figures", "losses")


def _gone_on(analysis: Analysis, found: Found, draft: Draft, made: Sequence[Draft]) -> When | None:
    """The day of the count before in the paragraph, where the same voice goes on with the same account."""
    last = made[-1] if made else None
    if last is None or last.sentence.paragraph != draft.sentence.paragraph or last.when.basis != _BASIS:
        return None
    same = _same_voice(found, last.counter[:1], draft) or goes_on(analysis, draft.sentence)
    return last.when if same else None


def _counts_breaches(draft: Draft) -> bool:
    """Whether acts are counted, which were done before anybody wrote of them."""
    return draft.item.counts == "other" and draft.item.unit in words("figures", "breaches")


def _given_on(analysis: Analysis, found: Found, draft: Draft, source: Sentence | None) -> When | None:
    """The day of the paper, or the one on which the same voice last spoke in the paragraph."""
    if source is not None:
        return _only(days_of_papers(analysis, found, source))
    here = draft.sentence
    for sentence in reversed(analysis.sentences[max(0, here.index - _BACK) : here.index + 1]):
        if sentence.paragraph != here.paragraph:
            return None
        said = [
            one.said for one in found.within(Statement, sentence.start, sentence.end)
            if _same_voice(found, one.speaker, draft) and not _is_compared(analysis, found, sentence, one.said)
        ]  # fmt: skip
        papers = days_of_papers(analysis, found, sentence) if said or sentence is here else []
        days = papers or [day for one in said if (day := whole_day(analysis, one)) is not None]
        if days:
            return _only(days)
    return None


def _is_compared(analysis: Analysis, found: Found, sentence: Sentence, said: When) -> bool:
    """Whether a day is of another count, with which one is compared ("51 more *than on 10 July*")."""
    times = [one for one in found.within(Time, sentence.start, sentence.end) if one.when.first_day == said.first_day]
    return any(is_of_another(analysis, one) or is_than(analysis, one) for one in times)


def _only(days: list[When]) -> When | None:
    return days[0] if len({(one.earliest, one.latest) for one in days}) == 1 else None


def _same_voice(found: Found, speakers: tuple[Link, ...], draft: Draft) -> bool:
    """Whether a statement is of the same speaker as a count."""
    first = draft.counter[0]
    for one in speakers:
        if one.mention is not None and one.mention == first.mention:
            return True
        known = key(found, one)
        if known is not None and known == key(found, first):
            return True
        mine, other = root(found, one), root(found, first)
        if mine is not None and other is not None and mine.name and mine.name == other.name:
            return True
    return False
