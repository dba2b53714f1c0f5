"""Losses that are summed up: no deed of a day, but what many came to."""

from rashomon.extract.events.deed import Deed, has_day
from rashomon.extract.events.kinds import is_a
from rashomon.extract.events.patterns import things
from rashomon.extract.found import Found
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time

_STRETCHES = frozenset({"period", "campaign"})
# A hundred has so many digits: so many do not fall at one place in one deed of which no day is told.
_HUNDREDS = 3
_MANY = frozenset({"hundred", "thousand", "hundreds", "thousands"})
_TALLIES = frozenset({"number", "toll", "count", "tally", "figure", "total", "list"})


def adds_up(found: Found, deed: Deed) -> bool:
    """Whether losses are summed up: over a stretch of time, or by the hundred without a day.

    "Has lost 300 men since January", "400 killed in the same period", "no fewer than 600 rebels were killed", "the
    number of soldiers killed in the valley".
    """
    if deed.pattern.type != "ASSAULT":
        return False
    head = deed.head
    if _is_tallied(found, head):
        return True
    harm = deed.pattern.turned or deed.pattern.word in words("events", "harm")
    nouns = [*deed.frame.objects, *deed.frame.subjects] if deed.frame else []
    numbers = [one for noun in nouns for one in (noun, *noun.all("nummod")) if one.tag == "CD"]
    counted = bool(numbers) or any(is_a(one, words("events", "counts")) for one in nouns)
    since = any(one.lower == "since" for one in head.all("prep", "mark"))
    if any(one.lemma == "have" for one in head.all("aux")):
        harm = harm or (deed.frame is not None and any(is_a(one, things("fire")) for one in deed.frame.subjects))
        return harm and (counted or since)
    if harm and _is_over_time(head):
        return True
    many = any(_is_many(one) for one in numbers) or any(is_a(one, _MANY) for one in nouns)
    return harm and ((counted and since) or (many and not has_day(found, head)))


def _is_tallied(found: Found, verb: Token) -> bool:
    """Whether it is told of those who are counted.

    "The total of recruits they believe were wounded", "drivers killed this autumn".
    """
    told = verb
    while told.dep in ("ccomp", "xcomp", "conj") and told.head.dep in ("relcl", "acl", "ccomp"):
        told = told.head
    if told.dep not in ("acl", "relcl"):
        return False
    who = told.head  # the parser hangs the clause on those counted or on the count
    if who.lemma in _TALLIES or (who.dep == "pobj" and who.head.lower == "of" and who.head.head.lemma in _TALLIES):
        return not any(one.when.is_day for one in found.within(Time, verb.start, who.subtree[-1].end))
    return any(one.lower == "since" for one in verb.all("prep")) or any(
        one.lemma in ("year", "month") and any(det.lower == "this" for det in one.all("det"))
        for one in verb.all("npadvmod")
    )


def _is_over_time(verb: Token) -> bool:
    """Whether something was done over a stretch of time ("in the same period", "in this spring's fighting")."""
    for one in verb.all("prep"):
        within = one.child("pobj") if one.lower in ("in", "during", "over") else None
        if within is not None and (within.lemma in _STRETCHES or _is_of_season(within)):
            return True
    return False


def _is_of_season(noun: Token) -> bool:
    """Whether what is told lasted a season ("this summer's offensive", "the spring campaign")."""
    named = {one.lemma.lower() for one in noun.all("poss", "compound", "amod", "nmod")}
    return bool(named & words("events", "seasons"))


def _is_many(number: Token) -> bool:
    """Whether a number is a hundred or more."""
    digits = number.lower.replace(",", "")
    return len(digits) >= _HUNDREDS and digits.isdecimal()
