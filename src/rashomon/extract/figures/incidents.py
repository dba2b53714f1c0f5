"""The day of the incident just told ("On Monday jets struck the camp. Fifty rebels were killed there")."""

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time
from rashomon.model.values import When

LOSSES = frozenset({"killed", "wounded", "captured", "missing", "equipment"})
"""What an incident leaves behind."""

# How many sentences back in its paragraph the day of an incident is looked for.
_BACK = 2
_OF_A_DAY = frozenset({"day", "part", "time"})


def incident_day(analysis: Analysis, found: Found, anchor: Token) -> When | None:
    """The day of what the sentences before tell, where a loss in the simple past goes on with it.

    A total ("have lost", "so far", "the toll") is of no incident; a sentence with a time of
    its own needs none. None where the sentences before tell of two days.
    """
    here = analysis.sentence_of(anchor)
    if not _simple_past(anchor) or _times(found, here) or _totals(analysis, here):
        return None
    at = analysis.sentences.index(here)
    for before in reversed(analysis.sentences[max(0, at - _BACK) : at]):
        if before.paragraph != here.paragraph:
            return None
        told = [one.when for one in _times(found, before) if not _bounds(analysis, before, one)]
        if len({(one.first_day, one.last_day) for one in told}) > 1:
            return None
        if told:
            return told[0] if told[0].granularity in _OF_A_DAY else None
    return None


def _simple_past(anchor: Token) -> bool:
    """Whether it is told as one thing that happened: "died", "were killed", "had been killed", not "have died"."""
    verb = anchor if anchor.pos == "VERB" else next((one for one in anchor.ancestors if one.pos == "VERB"), None)
    if verb is None:
        return False
    helpers = [one for one in verb.children if one.dep in ("aux", "auxpass")]
    if verb.tag == "VBD":
        return True
    return verb.tag == "VBN" and [one.lower for one in helpers] in (["was"], ["were"], ["had", "been"])


def _times(found: Found, sentence: Sentence) -> list[Time]:
    within = found.within(Time, sentence.start, sentence.end)
    return [one for one in within if one.when.known and one.timex.type in ("DATE", "TIME")]


def _totals(analysis: Analysis, sentence: Sentence) -> bool:
    return any(one.lower in words("comparison", "totals") for one in analysis.words(sentence))


def _bounds(analysis: Analysis, sentence: Sentence, time: Time) -> bool:
    """Whether a time only begins or ends something ("since Monday")."""
    first = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)[0]
    before = analysis.tokens[max(sentence.first, first.i - 2) : first.i]
    return any(one.lower in words("figures", "not_as_of") for one in before)
