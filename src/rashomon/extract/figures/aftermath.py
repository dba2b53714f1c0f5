"""The day of the deed just told, for what it cost: "Jets hit a camp on Monday. The hospital *put the dead at 11*".

A toll without whose it is, right behind one deed of one day, is that deed's. "Its dead", "the dead so far" are of the
whole war, and a sentence with a time of its own tells by that.
"""

from rashomon.extract.figures.days import is_one_day
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.incidents import clause_end
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Sentence
from rashomon.language.lexicon import words
from rashomon.model.annotation import EARLIER_COUNT, Event, Mention, Time
from rashomon.model.values import When

# Sentences back in the paragraph in which the deed stands.
_BACK = 2
_COUNTED = frozenset({"killed", "wounded", "captured", "missing"})
_DEEDS = frozenset({"ASSAULT", "COERCE"})
_TOLD = frozenset({"asserted", "attributed", "alleged", "presupposed"})
_BASIS = ", told before"
# Besides the words of totals (`comparison`): what a count of many days or places is told with.
_SUMS = frozenset({"all", "across", "nationwide", "both", "each", "more", "another", "already", "still", "earlier"})


def take_day(analysis: Analysis, found: Found, draft: Draft) -> None:
    """Give a toll the day of the one deed that the sentences before it tell."""
    when = draft.when
    if when.earliest is not None or "'" in when.basis or when.basis.startswith(EARLIER_COUNT):
        return
    if (
        draft.background
        or draft.revised
        or draft.item.counts not in _COUNTED
        or draft.item.rule not in ("toll", "state")
    ):
        return
    here = draft.sentence
    if draft.number.bound == "undisclosed" or found.within(Time, here.start, clause_end(analysis, draft.anchor)):
        return
    if _is_sum(analysis, draft) or _is_elsewhere(analysis, found, draft):
        return
    day = _day_of_deed(analysis, found, here)
    if day is not None:
        draft.when = day


def _is_sum(analysis: Analysis, draft: Draft) -> bool:
    """Whether the words tell a count of one side, or of more than the deed."""
    told = {one.lower for one in analysis.words(draft.sentence)}
    if told & _SUMS or told & (words("comparison", "totals") - {"count", "counts", "number", "figure", "toll"}):
        return True
    noun = draft.item.noun or draft.number.head
    near = [one for word in (noun, draft.anchor, draft.number.head, noun.head) for one in word.children]
    owned = any(one.dep == "poss" or one.tag == "PRP$" for one in near)
    verb = draft.anchor.head if draft.anchor.pos != "VERB" else draft.anchor
    perfect = any(one.lower in ("has", "have") for one in (*verb.all("aux"), *draft.anchor.all("aux")))
    return perfect or (owned and "there" not in told)


def _is_elsewhere(analysis: Analysis, found: Found, draft: Draft) -> bool:
    """Whether the dead are of a place that was not told of with the deed ("put the dead *in the capital* at 300")."""
    here = draft.sentence
    before = analysis.sentences[max(0, here.index - _BACK) : here.index]
    if any(one.lemma.lower() in words("events", "nature") for each in (*before, here) for one in analysis.words(each)):
        return True  # "the floods in the south went on. The government put the dead at 31"
    known = {one.lemma.lower() for each in before for one in analysis.words(each)}
    named = [one for one in found.within(Mention, here.start, here.end) if one.type == "place" and one.form == "name"]
    if any(
        analysis.tokens_in(one.evidence[0].start, one.evidence[0].end)[-1].lemma.lower() not in known for one in named
    ):
        return True  # "the hospital in Tarn put the dead there at 31"
    told = [one for one in (draft.anchor, draft.item.noun, draft.number.head) if one is not None]
    told += [one.head for one in told if one.head.pos in ("VERB", "AUX")]
    told += [one.head.head for one in told if one.dep == "pobj" and one.head.head.pos == "VERB"]
    around = {one.i: one for word in told for one in word.children}
    places = [one for prep in around.values() if prep.lower in _AT for one in prep.all("pobj")]
    return any(one.lemma.lower() not in known and one.i != draft.number.head.i for one in places if one.tag != "CD")


_AT = frozenset({"in", "on", "across", "near", "around"})


def _day_of_deed(analysis: Analysis, found: Found, here: Sentence) -> When | None:
    """The day of the deeds told just before, where all of them are of one and no other day is told."""
    for before in reversed(analysis.sentences[max(0, here.index - _BACK) : here.index]):
        if before.paragraph != here.paragraph:
            return None
        times = [one for one in found.within(Time, before.start, before.end) if one.when.known]
        if not times:
            continue
        deeds = [
            one for one in found.within(Event, before.start, before.end)
            if one.type in _DEEDS and one.status in _TOLD and not one.background
        ]  # fmt: skip
        days = {(one.happened.first_day, one.happened.last_day): one.happened for one in deeds if one.happened.known}
        told = {(one.when.first_day, one.when.last_day) for one in times}
        if len(days) != 1 or told - set(days):
            return None
        (day,) = days.values()
        return _whole(day) if is_one_day(analysis, day) else None
    return None


def _whole(when: When) -> When | None:
    first, last = when.first_day, when.last_day
    if first is None or last is None:
        return None
    basis = f"{when.basis}{_BASIS}"
    return When.on(first, basis=basis) if first == last else When.between(first, last, basis=basis)
