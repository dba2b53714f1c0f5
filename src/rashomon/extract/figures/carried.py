"""The day on which an account was given that goes on: "In a bulletin issued on Monday … *The same bulletin* puts …".

A count without a day of its own is as of the day on which it was given. That day stands where the paper or the
speaker was named first, a sentence or two before.
"""

from collections.abc import Sequence
from datetime import date

from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.other_days import is_of_another
from rashomon.extract.found import Found
from rashomon.extract.parties import is_enemy, key, root
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import EARLIER_COUNT, Link, Statement, Time
from rashomon.model.values import When

# Sentences over which an account goes on in its paragraph.
_BACK = 3
# What is done with a paper on the day it is of.
_ISSUED = frozenset({"issue", "date", "read", "release", "publish", "put", "give", "broadcast", "circulate", "hand"})
_LINKING = ("ADP", "DET", "PUNCT")
# Words between a paper and what was done with it ("Communiqué No. 5 of the staff, *issued* on Monday").
_NEAR = 9
# A chain of voices that names somebody beside the report.
_TOLD = 2
_BASIS = "the day of the account"
_DAYS = frozenset({"day", "part", "time"})


def take_account(analysis: Analysis, found: Found, draft: Draft, made: Sequence[Draft]) -> bool:
    """Give a count of an account that goes on its counter, and the day on which it was given where it has none.

    Returns whether the count takes up a paper that was named before.
    """
    if draft.background or draft.revised:
        return False
    source = _taken_up(analysis, draft)
    if source is not None and len(draft.counter) < _TOLD:
        told = [one for one in made if one.sentence is source and len(one.counter) >= _TOLD]
        if told:
            draft.counter = (*told[-1].counter[:-1], draft.counter[-1])
    when = draft.when
    own_day = when.earliest is not None or when.basis.startswith(EARLIER_COUNT) or "'" in when.basis
    if own_day or len(draft.counter) < _TOLD or _counts_breaches(draft):
        return source is not None
    day = _given_on(analysis, found, draft, source) or _gone_on(found, draft, made)
    if day is not None:
        draft.when = When.on(day, basis=_BASIS)
    return source is not None


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


def _gone_on(found: Found, draft: Draft, made: Sequence[Draft]) -> date | None:
    """The day of the count before in the paragraph, where the same voice goes on with the same account."""
    last = made[-1] if made else None
    if last is None or last.sentence.paragraph != draft.sentence.paragraph or last.when.basis != _BASIS:
        return None
    return last.when.first_day if _same_voice(found, last.counter[:1], draft) else None


def _counts_breaches(draft: Draft) -> bool:
    """Whether acts are counted, which were done before anybody wrote of them."""
    return draft.item.counts == "other" and draft.item.unit in words("figures", "breaches")


def _taken_up(analysis: Analysis, draft: Draft) -> Sentence | None:
    """The sentence that names the paper which the count's own takes up: "*the same bulletin* puts our losses at …".

    A sentence that only announces what the paper tells counts for the next one too.
    """
    here = draft.sentence
    start = here
    if not _takes_up(analysis, here):
        before = analysis.sentences[here.index - 1] if here.index else None
        if before is None or before.paragraph != here.paragraph or not _takes_up(analysis, before):
            return None
        if any(one.tag == "CD" for one in analysis.words(before)):
            return None  # it told its own numbers
        start = before
    for sentence in reversed(analysis.sentences[max(0, start.index - _BACK) : start.index]):
        if start.paragraph - sentence.paragraph > 1:
            return None
        if any(_is_paper(one) for one in analysis.words(sentence)):
            return sentence
    return None


def _takes_up(analysis: Analysis, sentence: Sentence) -> bool:
    return any(_is_paper(one) and any(kid.lower == "same" for kid in one.children) for one in analysis.words(sentence))


def _given_on(analysis: Analysis, found: Found, draft: Draft, source: Sentence | None) -> date | None:
    """The day of the paper, or the one on which the same voice last spoke in the paragraph."""
    if source is not None:
        return _only(_paper_days(analysis, found, source))
    here = draft.sentence
    for sentence in reversed(analysis.sentences[max(0, here.index - _BACK) : here.index + 1]):
        if sentence.paragraph != here.paragraph:
            return None
        said = [
            one.said for one in found.within(Statement, sentence.start, sentence.end)
            if _same_voice(found, one.speaker, draft) and not _is_compared(analysis, found, sentence, one.said)
        ]  # fmt: skip
        papers = _paper_days(analysis, found, sentence) if said or sentence is here else []
        days = papers or [day for one in said if (day := _day(one)) is not None]
        if days:
            return _only(days)
    return None


def _is_compared(analysis: Analysis, found: Found, sentence: Sentence, said: When) -> bool:
    """Whether a day is of another count, with which one is compared ("51 more *than on 10 July*")."""
    times = [one for one in found.within(Time, sentence.start, sentence.end) if one.when.first_day == said.first_day]
    return any(is_of_another(analysis, one) or _is_than(analysis, one) for one in times)


def _is_than(analysis: Analysis, time: Time) -> bool:
    inside = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)
    before = analysis.tokens[max(0, inside[0].i - 2) : inside[0].i] if inside else []
    return any(one.lower in ("than", "against") for one in before)


def _only(days: list[date]) -> date | None:
    return days[0] if len(set(days)) == 1 else None


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


def _is_paper(noun: Token) -> bool:
    return noun.pos in ("NOUN", "PROPN") and noun.lemma.lower() in words("figures", "papers")


def _day(when: When) -> date | None:
    day = when.first_day
    return day if when.granularity in _DAYS and day == when.last_day else None


def _paper_days(analysis: Analysis, found: Found, sentence: Sentence) -> list[date]:
    """The days of the papers of a sentence: "a bulletin *of 4 May*", "its statement, *read out on Monday*"."""
    days: list[date] = []
    for time in found.within(Time, sentence.start, sentence.end):
        day = _day(time.when)
        inside = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)
        if day is None or not inside or is_of_another(analysis, time) or _is_than(analysis, time):
            continue
        above = next((one for one in inside[-1].ancestors if one not in inside and one.pos not in _LINKING), None)
        issued = (
            above is not None
            and above.lemma in _ISSUED
            and any(_is_paper(one) for one in analysis.tokens[max(sentence.first, above.i - _NEAR) : above.i])
        )
        bound = inside[0].i > 0 and analysis.tokens[inside[0].i - 1].lower in words("figures", "not_as_of")
        if above is not None and not bound and (_is_paper(above) or issued):
            days.append(day)
    return days
