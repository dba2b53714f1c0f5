"""The day up to which a figure counts: "as of Friday", the day it happened, or the day it was given."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dateutil.relativedelta import relativedelta

from rashomon.extract.figures.announced import announced_before, announced_here
from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.given import given_by, taken_in
from rashomon.extract.figures.incidents import LOSSES, clause_end, incident_day
from rashomon.extract.figures.numbers import Number
from rashomon.extract.figures.other_days import begins_count, day_of_compared, is_compared, is_led
from rashomon.extract.found import Found
from rashomon.extract.said_on import said_on
from rashomon.extract.timing import when_of
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time
from rashomon.model.values import When

# What stands before the day up to which one counts.
_UP_TO = ("as of ", "up to ", " through ", "as at ", " by ")
# Words between another number and the day that it is of ("against the 315 *it gave* on Sept. 18").
_OF_NUMBER = 7
# Characters between a number and the end of brackets with its day.
_BRACKET = 90


def as_of(analysis: Analysis, found: Found, anchor: Token, number: Number, item: Counted) -> When:
    """The day up to which a figure counts, by the surest sign; never later than publication ("so far this year")."""
    when = _counted_up_to(analysis, found, anchor, number, item)
    published, start, last = analysis.document.published.last_day, when.first_day, when.last_day
    if published is None or start is None or last is None or not start <= published < last:
        return when
    return When.between(start, published, basis=f"{when.basis}, up to publication")


def _counted_up_to(analysis: Analysis, found: Found, anchor: Token, number: Number, item: Counted) -> When:
    """The day up to which a figure counts, by the surest sign.

    That is a time after "as of" in its sentence; the time of what is told by `anchor`; for
    losses the day of the incident just told; the day on which the figure was said; at last
    no later than publication. "Since" tells where a count begins: it reaches up to the day
    on which it is given.
    """
    sentence = analysis.sentence_of(anchor)
    end = clause_end(analysis, anchor)
    times = [time for time in found.within(Time, sentence.start, end) if time.when.known]
    behind = [time.when for time in found.within(Time, end, sentence.end)]
    for time in times:
        if is_as_of(analysis, time) and not _is_older(analysis, number, time):
            return _days(time.when)
    published = analysis.document.published.last_day
    own = (
        _in_brackets(analysis, number, times) or _right_behind(analysis, number, times, item)
        or _of_paper(analysis, number, times) or day_of_compared(analysis, number, times)
    )  # fmt: skip
    if own is not None:
        return _days(own)
    whole = _between(analysis, anchor, times) or _of_conflict(analysis, found, anchor)
    if whole is not None:
        return _days(whole)
    taken = list(taken_in(item)) if item.counts == "captured" else []
    for word in [*taken, *_dated_by(analysis, anchor, number, item)]:
        told = _published_on(analysis, found, word) or when_of(analysis, found, word)
        if told.basis.startswith("'now'"):
            continue  # "said on Monday it now believed": now is when it was said
        late = published is not None and told.first_day is not None and told.first_day > published
        if told in behind and told not in [one.when for one in times]:
            continue  # of what the sentence goes on with
        if word in taken and not told.is_day:
            continue  # "captured in May": when they were freed is surer
        if (
            told.known
            and not late
            and not _is_bound(analysis, told, times)
            and not _is_compared(analysis, told, times, number)
        ):
            return _days(told)
    before = announced_before(analysis, found, anchor)
    if before is None and item.rule != "toll" and item.counts in LOSSES:
        before = incident_day(analysis, found, anchor)
    before = before or (None if is_compared(analysis, number) else announced_here(analysis, times, number))
    told = before or said_on(analysis, found, number.core[0])
    if _is_compared(analysis, told, times, number):
        return When(latest=analysis.document.published.latest, granularity="interval", basis="no day given")
    return _days(told)


def lone_time(found: Found, sentence: Sentence) -> When | None:
    """The one time that a sentence names, of what is history; None where it names none or several."""
    times = [one.when for one in found.within(Time, sentence.start, sentence.end) if one.when.known]
    return times[0] if len(times) == 1 and times[0].earliest is not None else None


def _in_brackets(analysis: Analysis, number: Number, times: list[Time]) -> When | None:
    """The day in brackets behind a number and who gave it ("at 36 by the health office (7 February)")."""
    after = analysis.document.text[number.core[-1].end : number.core[-1].end + _BRACKET]
    opening = after.find("(")
    if opening < 0 or any(mark in after[:opening] for mark in ".;:"):
        return None
    start = number.core[-1].end + opening
    end = start + (after.find(")") if ")" in after else len(after))
    inside = [one for one in times if start < one.evidence[0].start <= end]
    between = analysis.tokens_in(number.core[-1].end, start)
    counted = any(one.tag == "CD" for one in between)
    return inside[-1].when if inside and not counted else None


def _right_behind(analysis: Analysis, number: Number, times: list[Time], item: Counted) -> When | None:
    """The day behind a number that stands for an earlier toll ("1,317 dead, up from 1,204 *on Tuesday*")."""
    if item.noun is not None or item.rule not in ("toll", "elided", "gap"):
        return None
    last = number.core[-1].i
    behind = analysis.tokens[last + 1 : last + 2]
    named = [one for one in times if behind and behind[0].end <= one.evidence[0].start <= behind[0].end + 1]
    return named[0].when if named and behind[0].lower in ("on", "last") else None


def _of_paper(analysis: Analysis, number: Number, times: list[Time]) -> When | None:
    """The day of the paper that a number is of ("compared with the 283 *of its statement of Sept. 11*")."""
    behind = analysis.tokens[number.core[-1].i + 1 :][:8]
    if not behind or behind[0].lower not in ("of", "in") or not number.core[-1].text[-1:].isdigit():
        return None
    paper = next((one for one in behind if one.lemma.lower() in words("figures", "papers")), None)
    between = behind[: paper.i - behind[0].i] if paper is not None else []
    if paper is None or any(one.pos == "VERB" or one.text in (",", ";", ".") for one in between):
        return None
    after = (one for one in times if 0 <= one.evidence[0].start - paper.end <= _NEAR_PAPER)
    return next((one.when for one in after), None)


# Characters between a paper and the day that it is of ("its statement of the morning of Sept. 11").
_NEAR_PAPER = 12


def _between(analysis: Analysis, anchor: Token, times: list[Time]) -> When | None:
    """From the first to the second time of "had died between 29 April, when they came, and Monday"."""
    for first, second in pairwise(times):
        before = analysis.tokens_in(first.evidence[0].start, first.evidence[0].end)[0]
        then = analysis.tokens_in(second.evidence[0].start, second.evidence[0].end)[0]
        word = analysis.tokens[before.i - 1] if before.i else before
        joint = {"between": ("and",), "from": ("to", "until", "till")}.get(word.lower, ())
        link = analysis.tokens[max(0, then.i - 2) : then.i]
        link = link[:-1] if link and link[-1].lower == "the" else link  # "between the 4th and *the* 12th"
        joined = bool(link) and link[-1].lower in joint
        start, end = first.when.first_day, second.when.last_day
        same = analysis.sentence_of(anchor) == analysis.sentence_of(word)
        near = anchor in (word.head, *word.ancestors) or (same and word.lower == "from")
        near = near or (same and _clause(word) is _clause(anchor))
        if joined and near and start and end:
            return When.between(start, end, basis=f"{first.basis} to {second.basis}") if start <= end else None
    return None


def _clause(word: Token) -> Token | None:
    """The verb of a word's clause."""
    return next((one for one in (word, *word.ancestors) if one.pos in ("VERB", "AUX")), None)


def is_span(found: Found, sentence: Sentence, when: When) -> bool:
    """Whether a time is a span of days that a sentence tells by its first and its last day."""
    first, last = when.first_day, when.last_day
    if first is None or last is None or first >= last:
        return False
    told = [one.when for one in found.within(Time, sentence.start, sentence.end) if one.when.known]
    return any((start.first_day, end.last_day) == (first, last) for start, end in pairwise(told))


def _of_conflict(analysis: Analysis, found: Found, anchor: Token) -> When | None:
    """When the war was, or ended, whose whole cost it is ("the war of 1988 to 1994 killed", "killed … and ended")."""
    verb = first_verb(anchor.head if anchor.dep == "dobj" else anchor)
    conflict = verb.child("nsubj") if verb.pos == "VERB" else None
    if conflict is None or conflict.lemma not in words("figures", "conflicts"):
        conflict = anchor.head if anchor.dep == "relcl" else None
    if conflict is None or conflict.lemma not in words("figures", "conflicts"):
        return None
    own = [time for time in _below(analysis, found, conflict, but=verb) if time.when.known]
    ends = [one for one in (*verb.all("conj"), conflict.head) if one.lemma in words("figures", "ending")]
    told = own or [time for one in ends for time in _below(analysis, found, one, but=verb) if time.when.known]
    first, last = (told[0].when.first_day, told[-1].when.last_day) if told else (None, None)
    if not told:
        return _told_before(analysis, found, conflict)
    if first is None or last is None or first > last:
        return None
    return When.between(first, last, basis=" to ".join(dict.fromkeys(one.basis for one in (told[0], told[-1]))))


def _told_before(analysis: Analysis, found: Found, conflict: Token) -> When | None:
    """When "that war" was, by the last time it was named with a date; its end where it is told how long it lasted."""
    if not any(child.lower in ("the", "that", "this") for child in conflict.children):
        return None
    at = analysis.sentence_of(conflict)
    first = analysis.sentences[max(0, conflict.sentence - 1)].first
    for one in reversed(analysis.tokens[first : conflict.i]):
        if one.lemma == conflict.lemma and one.i != conflict.i:
            when = next((time.when for time in _below(analysis, found, one, but=one) if time.when.known), None)
            when = when or when_of(analysis, found, one)
            start, end = when.first_day, when.last_day
            if start is None or end is None:
                return None
            lengths = [time.timex.value for time in found.within(Time, at.start, at.end)]
            length = next((match for one in lengths if (match := _LASTED.fullmatch(one))), None)
            if length is None or not any(token.lemma == "last" for token in analysis.words(at)):
                return when
            step = int(length[1]) * _UNITS[length[2]]
            return When.between(start + step, end + step, basis=f"{when.basis}, and so long after")
    return None


_LASTED = re.compile(r"P(\d{1,3})([DWMY])")
_UNITS = {
    "D": relativedelta(days=1),
    "W": relativedelta(weeks=1),
    "M": relativedelta(months=1),
    "Y": relativedelta(years=1),
}


def _below(analysis: Analysis, found: Found, token: Token, *, but: Token) -> list[Time]:
    """The times among the words that hang on `token`, those below `but` left out."""
    without = {one.i for one in but.subtree} if but is not token and token in but.ancestors else set()
    inside = {one.i for one in token.subtree} - without
    sentence = analysis.sentence_of(token)
    return [
        time for time in found.within(Time, sentence.start, sentence.end)
        if all(one.i in inside for one in analysis.tokens_in(time.evidence[0].start, time.evidence[0].end))
    ]  # fmt: skip


def _published_on(analysis: Analysis, found: Found, verb: Token) -> When | None:
    """The day of the paper that gave it ("a dispatch of 11 February gave the number as 27")."""
    paper = verb.child("nsubj") if verb.lemma in words("figures", "giving") else None
    if paper is None or paper.lemma not in words("figures", "papers"):
        return None
    return next((time.when for time in _below(analysis, found, paper, but=verb) if time.when.known), None)


def _dated_by(analysis: Analysis, anchor: Token, number: Number, item: Counted) -> Iterator[Token]:
    """The words whose time is the figure's: "the 38 it *gave* in May", what befell them, "*put* its losses at"."""
    given = given_by(analysis, number)
    if given is not None:
        yield given
    if item.counts == "captured":
        near = [anchor, *anchor.ancestors]
        near += [one for above in near for one in above.all("conj")]
        yield from (one for one in near if one.lemma in words("figures", "freeing"))
    if item.rule != "toll":  # "the toll of Monday's raid rose to 14": the raid's day is not the toll's
        yield anchor
        anchor = first_verb(anchor)
        yield anchor
    if anchor.dep in ("relcl", "acl") and anchor.head.lemma in words("figures", "conflicts"):
        yield anchor.head  # "a war in 1971 that killed"
    for verb in anchor.ancestors:
        if verb.pos == "VERB":
            if verb.lemma in words("figures", "giving") or item.rule in ("toll", "load"):
                yield verb
            return


def first_verb(anchor: Token) -> Token:
    """The verb with which a verb is coordinated and shares its time ("that killed 40 and displaced 300")."""
    while anchor.dep == "conj" and anchor.pos == "VERB" and anchor.head.pos == "VERB" and anchor.child("nsubj") is None:
        anchor = anchor.head
    return anchor


def _days(when: When) -> When:
    """The whole days of a time: a count is as of a day."""
    if "T" not in f"{when.earliest}{when.latest}" or when.last_day is None:
        return when
    if when.first_day is None:
        return replace(when, latest=when.last_day.isoformat(), granularity="interval")
    exact = when.granularity in ("time", "part")
    return When.between(
        when.first_day, when.last_day, basis=when.basis, granularity="day" if exact else when.granularity or "interval"
    )


def _is_older(analysis: Analysis, number: Number, time: Time) -> bool:
    """Whether the day up to which one counts now stands before an earlier number ("196 *up to May 5*, against 131")."""
    return time.evidence[0].start < number.words[0].start and is_compared(analysis, number)


def is_as_of(analysis: Analysis, time: Time) -> bool:
    """Whether a time stands after "as of", or after "up to" or "until" with a loss."""
    before = analysis.document.text[max(0, time.evidence[0].start - 8) : time.evidence[0].start].lower()
    return before.endswith(_UP_TO) or time.evidence[0].text.lower().startswith("as of")


def _is_compared(analysis: Analysis, told: When, times: list[Time], number: Number) -> bool:
    """Whether the time is that of another count only ("51 more *than on July 10*")."""
    for time in times:
        if (told.earliest, told.latest) != (time.when.earliest, time.when.latest):
            continue
        at = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)[0].i
        first = analysis.sentences[analysis.tokens[at].sentence].first
        before = analysis.tokens[max(first, at - _OF_NUMBER) : at]
        if any(token.lower in ("than", "against") for token in before[-2:]) or _behind_other(before, number):
            return True
        papers = [
            one for one in analysis.tokens[max(first, at - 3) : at] if one.lemma.lower() in words("figures", "papers")
        ]
        if papers and papers[-1].dep == "pobj" and papers[-1].i > number.core[0].i:
            return True  # "compared with the 283 of its statement *of Sept. 11*"
    return False


def _behind_other(before: Sequence[Token], number: Number) -> bool:
    """Whether a day is that of another number, with which one is compared ("402, *as against 315* on Sept. 18")."""
    at = next((i for i in reversed(range(len(before))) if before[i].tag == "CD"), 0)
    told = [one for one in before[at:] if one.pos == "VERB" and one.lemma not in words("figures", "giving")]
    return at > 0 and before[at] not in number.words and not told and is_led(before[:at])


def _is_bound(analysis: Analysis, told: When, times: list[Time]) -> bool:
    """Whether the time only begins or ends the count ("since 26 January")."""
    for time in times:
        if told.earliest is None or told.earliest not in (time.when.earliest, time.when.latest):
            continue
        if begins_count(analysis, time):
            return True
        at = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)[0].i
        first = analysis.sentences[analysis.tokens[at].sentence].first
        if any(token.lower in words("figures", "not_as_of") for token in analysis.tokens[max(first, at - 2) : at]):
            return True
    return False
