"""Whether a deed is told of a stretch of time rather than of a day: "between 8 and 20 July", "in the same weeks"."""

from calendar import month_name
from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time

_DAYS = frozenset({"day", "week", "month", "hour", "year"})
_SAME = frozenset({"same", "first", "last", "past"})
_STRETCHES = frozenset({"period", "campaign"})
_LONG = frozenset({"month", "year"})
_CLAUSES = frozenset({"conj", "ccomp"})


def over_time(analysis: Analysis, found: Found, verb: Token) -> bool:
    """Whether the words of a verb, or those that open its sentence, tell how long what it tells of went on.

    "From 22 April to 4 May", "in the same period", "this summer", "in this spring's fighting", "in last month's war".
    """
    if any(_is_long(one) for one in verb.all("npadvmod", "tmod")) and not _is_of_one(verb):
        return True
    for one in verb.all("prep"):
        within = one.child("pobj") if one.lower in ("in", "during", "over", "within") else None
        if within is not None and (within.lemma in _STRETCHES or _is_of_season(within) or _is_several(within)):
            return True
    here = {one.start for one in own_phrase(verb)}
    days = [one for one in found.within(Time, verb.subtree[0].start, verb.subtree[-1].end) if _is_day(one)]
    if _is_range(analysis, [one for one in days if one.evidence[0].start in here]):
        return True
    opening = _opening(analysis, found, verb)
    days = [one for one in days if one not in opening]
    if days or (verb.dep in _CLAUSES and verb.i > verb.head.i and verb.all("advcl", "npadvmod")):
        return False
    return bool(opening)


def own_phrase(verb: Token) -> Iterator[Token]:
    """The words below a verb that are in no clause of their own."""
    left = [verb]
    while left:
        token = left.pop()
        yield token
        left += [one for one in token.children if one.dep not in _OTHERS and (one.dep != "conj" or one.pos != "VERB")]


_OTHERS = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "parataxis"})


def _is_day(time: Time) -> bool:
    return time.timex.type == "DATE" and time.when.known


def _is_range(analysis: Analysis, times: list[Time]) -> bool:
    """Whether two times bound a stretch ("between Monday and Thursday", "from 22 April to 4 May")."""
    for first, second in zip(times, times[1:], strict=False):
        opening = _word_before(analysis, first)
        joined = analysis.document.text[first.evidence[-1].end : second.evidence[0].start].strip().lower()
        if (opening, joined) in _RANGES and first.when.last_day != second.when.last_day:
            return True
    return False


_RANGES = frozenset({("between", "and"), ("from", "to"), ("from", "until"), ("from", "through"), ("from", "till")})


def _word_before(analysis: Analysis, time: Time) -> str:
    inside = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)
    return analysis.tokens[inside[0].i - 1].lower if inside and inside[0].i else ""


def _opening(analysis: Analysis, found: Found, verb: Token) -> list[Time]:
    """The times of the stretch with which a sentence begins, which holds for what it tells without a time."""
    sentence = analysis.sentence_of(verb)
    times = [one for one in found.within(Time, sentence.start, verb.start) if _is_day(one)][:2]
    opening = analysis.words(sentence)[0]
    if not times or opening.lower not in ("between", "from", "since"):
        return []
    first = analysis.tokens_in(times[0].evidence[0].start, times[0].evidence[0].end)
    if not first or first[0].i != opening.i + 1:
        return []
    if opening.lower == "since":
        return times[:1]
    return times if _is_range(analysis, times) else []


def _is_several(noun: Token) -> bool:
    """Whether it is "the same days", "the first two weeks"."""
    plural = noun.lemma in _DAYS and noun.tag == "NNS"
    return plural and any(one.lower in _SAME for one in noun.all("amod"))


def _is_long(noun: Token) -> bool:
    """Whether it is "this summer", "this month"."""
    long = noun.lemma in _LONG or noun.lemma in words("events", "seasons")
    return long and any(one.lower == "this" for one in noun.all("det"))


def _is_of_season(noun: Token) -> bool:
    """Whether what is told lasted a season or a month ("this summer's offensive", "in last month's fighting")."""
    named = noun.all("poss", "compound", "amod", "nmod")
    season = any(one.lemma.lower() in words("events", "seasons") for one in named)
    lasted = noun.lemma in _LASTING or (noun.lemma in _SEVERAL and noun.tag == "NNS")
    return season or (lasted and any(one.dep == "poss" and _is_month(one) for one in named))


def _is_month(noun: Token) -> bool:
    """Whether it is "last month" or a month's name ("in February's battles")."""
    return noun.lemma in _LONG or (noun.pos == "PROPN" and noun.text in _MONTHS)


_MONTHS = frozenset(month_name[1:])
_LASTING = frozenset({"fighting", "offensive", "campaign", "war"})
_SEVERAL = frozenset({"battle", "clash", "raid", "attack"})


def _is_of_one(verb: Token) -> bool:
    """Whether one deed is told, whose month is only when it was ("a bomb killed nine this month", "he was shot")."""
    behind = [noun for one in verb.all("agent", "prep") for noun in one.all("pobj") if one.lower in ("by", "in")]
    doers = [*verb.all("nsubj"), *behind]
    if any(one.tag == "NN" and any(two.lower in ("a", "an") for two in one.all("det")) for one in doers):
        return True
    struck = verb.all("dobj", "nsubjpass") or verb.all("nsubj")
    return bool(struck) and not any(_is_plural(one) for one in struck)


def _is_plural(noun: Token) -> bool:
    return noun.tag in ("NNS", "NNPS", "CD") or bool(noun.all("nummod", "conj")) or noun.lemma in ("people", "police")
