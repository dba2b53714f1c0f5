"""Captives of whom several reports tell by their number: one group where number, people and time agree."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from rashomon.language.lexicon import words
from rashomon.model.annotation import CAPTIVE, Mention
from rashomon.model.text import Document

# Reports so far apart speak of others, though as many; so do more reports than this.
_APART = timedelta(days=60)
_REPORTS = 8
# A case of no more reports than this is of one time, so far as its reports do not tell their days.
_FEW = 12
# Fewer than this may be any, unless one and the same captor is told.
_MANY = 5
_END = re.compile(r"[.!?]['\"’”]?\s(?!\d)|\n\s*\n")
# Behind and before these stands who captured somebody, or holds them ("by the Front", "in Front custody").
_BY = re.compile(r"\b(?:by|(?:hands|custody|prisoners|captives) of|prisoner of)(?: the)? $", re.I)
_HOLDS = re.compile(
    r"(?:['’]s?)? (?:\w+ ){0,3}"
    r"(?:hands|custody|camps?|prisons?|captivity|captur|took|taken|seiz|h[eo]ld|releas|freed|exchang)",
    re.I,
)
# Who visits captives and brings them home is no captor.
_HELPER = re.compile(r"\bred (?:cross|crescent)\b", re.I)
# Words that tell how captives were taken, and those that tell how they came free or go back to those known.
_TAKING = re.compile(r"\b(?:captur|took|taken|takes?\b|seiz|surrender|gave\b|detain|f[ea]ll\b|fallen)", re.I)
_FREEING = re.compile(r"\b(?:releas|free|exchang|swap|repatriat|return|hand|set\b|home\b)", re.I)
_KNOWN = re.compile(r"(?:the|these|those|its|their|his|her)\b", re.I)
# Of these, two told in one report are seldom those of another.
_ANYBODY = frozenset({"man", "official", "worker", "employee", "driver", "student", "villager", "teacher"})
_RISING = frozenset({"rebel", "guerrilla", "militiaman"})
_OF_STATES = frozenset({"soldier", "policeman", "serviceman", "trooper", "gendarme", "conscript"})


def captives(mentions: Sequence[Mention], documents: Mapping[str, Document]) -> dict[str, str]:
    """The key of each mention of captives of whom some other words tell, too."""
    by_count: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in mentions:
        if one.roles and one.roles[0].title.startswith(CAPTIVE):
            by_count[one.roles[0].of or ""].append(one)
    told_in: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in mentions if by_count else ():
        told_in[one.document].append(one)
    found: dict[str, str] = {}
    for count, told in by_count.items():
        for country, group in _by_country(told):
            if (
                len(group) > 1
                and _are_alike(group)
                and _are_near(group, documents)
                and _are_one(group, told_in, documents)
            ):
                key = f"captives:{count}{f' {country}' if country else ''}"
                found |= dict.fromkeys((one.id for one in group), key)
    return found


def _by_country(told: Sequence[Mention]) -> Iterator[tuple[str | None, list[Mention]]]:
    """Those of each country; with those of whom no words tell it, where there is but one and the noun is the same."""
    countries = sorted({one.country for one in told if one.country})
    for country in countries or (None,):
        own = [one for one in told if one.country == country]
        nouns = {_noun(one) for one in own}
        alone = len(countries) == 1
        yield country, [one for one in told if one in own or (alone and not one.country and _noun(one) in nouns)]


def _noun(one: Mention) -> str:
    return one.roles[0].title.removeprefix(CAPTIVE)


def _are_alike(group: Sequence[Mention]) -> bool:
    """Whether the nouns may all mean the same: one that says what they are, others that any may be called by."""
    nouns = {_noun(one) for one in group}
    opposed = nouns & _RISING and nouns & _OF_STATES
    return not opposed and len(nouns - words("organisations", "captured_alike")) < 2


def _are_near(group: Sequence[Mention], documents: Mapping[str, Document]) -> bool:
    """Whether the reports came out in the same weeks; of those without a day, only that of a small case is known."""
    reports = {one.document for one in group}
    told = [documents[id].published for id in reports if id in documents]
    days = [one.first_day for one in told if one.is_day and one.first_day is not None]
    if len(reports) == 1:
        return True
    known = len(days) == len(reports) or len(documents) <= _FEW
    return known and len(reports) <= _REPORTS and (not days or max(days) - min(days) <= _APART)


def _are_one(
    group: Sequence[Mention], told_in: Mapping[str, Sequence[Mention]], documents: Mapping[str, Document]
) -> bool:
    """Whether they may have been taken at once: in no report twice; by the same, at one place, as far as is told."""
    taken = [one for one in group if one.document in documents and _is_taking(one, documents[one.document])]
    if len({one.document for one in taken}) < len(taken):
        return False
    places = [_beside(one, told_in[one.document], documents, places=True) for one in taken]
    captors = [_beside(one, told_in[one.document], documents) for one in group]
    alike = _share([told for told in places if told]) and _share([told for told in captors if told])
    many = all(int(one.roles[0].of or 0) >= _MANY for one in group)
    return alike and (many or bool(captors and set.intersection(*captors)) or _are_freed(group, documents))


def _are_freed(group: Sequence[Mention], documents: Mapping[str, Document]) -> bool:
    """Whether a few of one calling and country are told once in each report of a small case, in one as set free."""
    told = [_told(one, documents[one.document]) for one in group if one.document in documents]
    nouns = {_noun(one) for one in group} - words("organisations", "captives")
    once = len({one.document for one in group}) == len(group) and any(one.country for one in group)
    return (
        once
        and len(nouns - _ANYBODY) == len(nouns) == 1
        and any(_FREEING.search(one) for one in told)
        and len(documents) <= _FEW
    )


def _sentence(one: Mention, document: Document) -> tuple[int, int]:
    """The ends of the sentence in which captives are told, as its stops tell them."""
    span = one.evidence[0]
    before = max((stop.end() for stop in _END.finditer(document.text, 0, span.start)), default=0)
    behind = _END.search(document.text, span.end)
    return before, behind.start() if behind else len(document.text)


def _told(one: Mention, document: Document) -> str:
    """The sentence in which captives are told."""
    start, end = _sentence(one, document)
    return document.text[start:end]


def _is_taking(one: Mention, document: Document) -> bool:
    """Whether a sentence tells how captives were taken of whom nothing was told yet."""
    said = _told(one, document)
    known = _KNOWN.match(one.evidence[0].text)
    return bool(_TAKING.search(said)) and not _FREEING.search(said) and known is None


def _beside(
    one: Mention, others: Sequence[Mention], documents: Mapping[str, Document], *, places: bool = False
) -> set[str]:
    """What else is named in the sentence of captives: the places, or those who may have captured them."""
    if one.document not in documents:
        return set()
    start, end = _sentence(one, documents[one.document])
    return {
        other.evidence[0].text.lower().removeprefix("the ")
        for other in others
        if start <= other.evidence[0].start < end
        and other.form != "pronoun"
        and not other.evidence[0].covers(one.evidence[0])
        and not one.evidence[0].covers(other.evidence[0])
        and (other.type == "place") is places
        and (places or _may_be_captor(other, documents))
    }


def _may_be_captor(mention: Mention, documents: Mapping[str, Document]) -> bool:
    """Whether somebody told beside captives took them: an armed group, or who is told to have done so."""
    told = mention.type in ("state", "organisation") and _is_captor(mention, documents)
    return told or mention.type == "armed group"


def _is_captor(mention: Mention, documents: Mapping[str, Document]) -> bool:
    """Whether words beside a name tell that its bearer captured or holds somebody."""
    text, span = documents[mention.document].text, mention.evidence[0]
    held = _BY.search(text, max(0, span.start - 24), span.start) or _HOLDS.match(text, span.end)
    return held is not None and _HELPER.search(span.text) is None


def _share(named: Sequence[set[str]]) -> bool:
    """Whether all name one and the same, among others; where none names any, too."""
    return not named or bool(set.intersection(*named))
