"""The day of the incident just told ("On Monday jets struck the camp. Fifty rebels were killed there")."""

from collections.abc import Sequence
from itertools import pairwise

from rashomon.extract.figures.days import is_one_day
from rashomon.extract.figures.other_days import begins_count, is_of_another
from rashomon.extract.found import Found
from rashomon.extract.timing import when_of
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time
from rashomon.model.values import When

LOSSES = frozenset({"killed", "wounded", "captured", "missing", "equipment"})
"""What an incident leaves behind."""

# How many sentences back in its paragraph the day of an incident is looked for.
_BACK = 2
# How many sentences back an incident that has a name, or the head of a section, is looked for.
_FAR = 12
# The first lines of a report are its title and dateline, which date all of it and no section.
_TOP = 3
# Lines that head a section have no more characters.
_LINE = 100
_KNOWN = frozenset({"the", "that", "this"})


def incident_day(analysis: Analysis, found: Found, anchor: Token) -> When | None:
    """The day of what the sentences before tell, where a loss in the simple past goes on with it.

    A total ("have lost", "so far", "the toll") is of no incident. A sentence that names one
    day tells of that day, unless somebody only spoke then. None where two days are told.
    """
    here = analysis.sentence_of(anchor)
    named = _of_deed(analysis, found, here)
    if named is not None:
        return named
    if not (_simple_past(anchor) or _is_act(anchor)):
        return None
    end = clause_end(analysis, anchor)
    times = [one for one in _times(analysis, found, here) if one.evidence[0].start < end]
    total = _totals(analysis, here)
    if times:
        return _beside(analysis, times, anchor, total=total)
    if total:
        return None
    goes_on = any(one.evidence[0].start >= end for one in _times(analysis, found, here))
    if goes_on:  # the sentence has a day of its own, by which the one before it dates nothing here
        return _named(analysis, found, here)
    return _just_told(analysis, found, here) or _named(analysis, found, here) or _of_section(analysis, found, here)


def clause_end(analysis: Analysis, anchor: Token) -> int:
    """Where a sentence goes on with something else ("It gave no number; *in May it spoke of dozens*").

    It does not where it goes on about the incident itself: "Nine died in the blast; *it struck* a market on 3 May".
    """
    sentence = analysis.sentence_of(anchor)
    cuts = [one.i for one in analysis.tokens[anchor.i : sentence.last] if one.text == ";"]
    for cut, until in pairwise([*cuts, sentence.last]):
        if not _is_of_incident(analysis.tokens[sentence.first : cut], analysis.tokens[cut + 1 : until]):
            return analysis.tokens[cut].start
    return sentence.end


def _is_of_incident(before: Sequence[Token], clause: Sequence[Token]) -> bool:
    """Whether a clause tells more of the incident of the one before it: "*it* struck a market", "*the raid* began"."""
    subject = next((one for one in clause if one.dep in ("nsubj", "nsubjpass")), None)
    telling = words("figures", "giving") | words("figures", "saying") | words("figures", "announcing")
    if subject is None or subject.head.lemma in telling:
        return False
    deeds = words("figures", "incidents")
    if subject.lower == "it":
        return any(one.pos == "NOUN" and one.lemma in deeds for one in before)
    return subject.lemma in deeds and any(one.lower in _KNOWN for one in subject.all("det"))


def _of_deed(analysis: Analysis, found: Found, here: Sentence) -> When | None:
    """The day by which a sentence calls the one deed of which it counts the cost ("*Friday's* assault")."""
    times = _times(analysis, found, here)
    if len({(one.when.first_day, one.when.last_day) for one in times}) != 1:
        return None
    one = times[0]
    if begins_count(analysis, one):
        return None  # "since the battle *of 5 May*"
    inside = analysis.tokens_in(one.evidence[0].start, one.evidence[0].end)
    head = next((token for token in inside if token.head not in inside), inside[-1])
    deed = head.head if head.dep in ("poss", "compound", "nmod") else head
    if head.dep == "pobj" and head.head.lower in ("of", "on"):
        deed = head.head.head  # "the assault *of Sept. 20*"
    is_deed = deed.pos == "NOUN" and deed.lemma in words("figures", "incidents") | words("figures", "conflicts")
    return one.when if is_deed and deed is not head and _is_day(analysis, one.when) else None


def _just_told(analysis: Analysis, found: Found, here: Sentence) -> When | None:
    """The one day of the sentences before, in the same paragraph."""
    at = here.index
    for before in reversed(analysis.sentences[max(0, at - _BACK) : at]):
        if before.paragraph != here.paragraph:
            return None
        told = [one.when for one in _times(analysis, found, before) if not _bounds(analysis, before, one)]
        if len({(one.first_day, one.last_day) for one in told}) > 1:
            return None
        if told:
            return told[0] if is_one_day(analysis, told[0]) else None
    return None


def _beside(analysis: Analysis, times: list[Time], anchor: Token, *, total: bool) -> When | None:
    """The one day that the sentence itself names, unless it is the day on which somebody spoke."""
    days = {(one.when.first_day, one.when.last_day) for one in times}
    one = times[-1]
    if len(days) > 1 or not _is_day(analysis, one.when):
        return None
    if _bounds(analysis, analysis.sentence_of(anchor), one):
        return None
    inside = analysis.tokens_in(one.evidence[0].start, one.evidence[0].end)
    verb = next((above for above in inside[-1].ancestors if above.pos == "VERB"), None)
    spoken = words("figures", "giving") | words("figures", "saying") | words("times", "saying")
    if verb is None or verb.lemma in spoken or (total and verb is not anchor):
        return None  # "put its losses at 40, and denied that it had fled on Monday"
    return one.when


def _named(analysis: Analysis, found: Found, here: Sentence) -> When | None:
    """The day of "the raid" or "the blast" that a sentence speaks of, by where it was told with its day before."""
    for noun in analysis.words(here):
        known = any(one.lower in _KNOWN for one in noun.children if one.dep == "det")
        if noun.pos != "NOUN" or not known or noun.lemma not in words("figures", "incidents"):
            continue
        first = analysis.sentences[max(0, here.index - _FAR)].first
        for one in reversed(analysis.tokens[first : here.first]):
            if one.lemma == noun.lemma and one.pos in ("NOUN", "VERB"):
                when = when_of(analysis, found, one)
                if is_one_day(analysis, when):
                    return when
    return None


def _of_section(analysis: Analysis, found: Found, here: Sentence) -> When | None:
    """The one day in the line that heads a section of a digest ("2. RADIO LENK in English, 21 May 2100 GMT")."""
    for at in range(here.index - 1, max(_TOP, here.index - _FAR) - 1, -1):
        above = analysis.sentences[at]
        text = analysis.document.text[above.start : above.end].rstrip()
        if len(text) <= _LINE and text[-1:].isalnum() and analysis.sentences[at + 1].paragraph >= above.paragraph:
            days = [one.when for one in _times(analysis, found, above) if one.when.first_day is not None]
            return days[0] if len(days) == 1 and is_one_day(analysis, days[0]) else None
    return None


def _is_day(analysis: Analysis, when: When) -> bool:
    """Whether a time is one day and no night over two."""
    return is_one_day(analysis, when) and (when.granularity == "interval" or when.is_day)


def _simple_past(anchor: Token) -> bool:
    """Whether it is told as one thing that happened: "died", "were killed", "had been killed", not "have died"."""
    verb = anchor if anchor.pos == "VERB" else next((one for one in anchor.ancestors if one.pos == "VERB"), None)
    if verb is None:
        return False
    while verb.tag == "VBG" and verb.dep in ("advcl", "xcomp", "conj") and verb.head.pos == "VERB":
        verb = verb.head  # "withdrew, *leaving* 17 dead behind"
    helpers = [one for one in verb.children if one.dep in ("aux", "auxpass")]
    if verb.tag == "VBD":
        return True
    return verb.tag == "VBN" and [one.lower for one in helpers] in (
        ["was"], ["were"], ["had", "been"], ["had"]
    )  # fmt: skip


def _is_act(anchor: Token) -> bool:
    """Whether it is told by a noun of one deed ("the killing of 17 clerks, who were found on 6 May")."""
    return anchor.pos == "NOUN" and anchor.lemma in ("killing", "murder", "massacre", "execution", "abduction")


def _times(analysis: Analysis, found: Found, sentence: Sentence) -> list[Time]:
    within = found.within(Time, sentence.start, sentence.end)
    dated = [one for one in within if one.when.known and one.timex.type in ("DATE", "TIME")]
    return [one for one in dated if not _of_paper(analysis, sentence, one) and not is_of_another(analysis, one)]


def _of_paper(analysis: Analysis, sentence: Sentence, time: Time) -> bool:
    """Whether a time dates a paper that told something ("its statement of Sept. 11"), and no incident."""
    before = analysis.tokens_in(sentence.start, time.evidence[0].start)[-3:]
    return any(one.lemma.lower() in words("figures", "papers") for one in before)


def _totals(analysis: Analysis, sentence: Sentence) -> bool:
    told = (
        one for one in analysis.words(sentence) if one.lower in words("comparison", "totals") and one.dep != "prt"
    )  # "giving up the hill" adds nothing
    return any(
        not any(kid.lemma == "life" for kid in one.all("dobj")) for one in told
    )  # "lost their lives" adds nothing


def _bounds(analysis: Analysis, sentence: Sentence, time: Time) -> bool:
    """Whether a time only begins or ends something ("since Monday"); "before dawn on Monday" is still on Monday."""
    if time.when.granularity in ("part", "time"):
        return False
    if begins_count(analysis, time):
        return True
    first = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)[0]
    before = analysis.tokens[max(sentence.first, first.i - 2) : first.i]
    return any(one.lower in words("figures", "not_as_of") for one in before)
