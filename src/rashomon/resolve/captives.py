"""Captives of whom several reports tell by their number: one group where number, people and time agree."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from rashomon.language.lexicon import words
from rashomon.model.annotation import CAPTIVE, Mention
from rashomon.model.text import Document

# Reports so far apart speak of others, though as many; so do more reports than this.
_APART = timedelta(days=60)
_REPORTS = 8


def captives(mentions: Sequence[Mention], documents: Mapping[str, Document]) -> dict[str, str]:
    """The key of each mention of captives of whom some other words tell, too."""
    by_count: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in mentions:
        if one.roles and one.roles[0].title.startswith(CAPTIVE):
            by_count[one.roles[0].of or ""].append(one)
    found: dict[str, str] = {}
    for count, told in by_count.items():
        for country, group in _by_country(told):
            if len(group) > 1 and _are_alike(group) and _are_near(group, documents):
                key = f"captives:{count}{f' {country}' if country else ''}"
                found |= dict.fromkeys((one.id for one in group), key)
    return found


def _by_country(told: Sequence[Mention]) -> Iterator[tuple[str | None, list[Mention]]]:
    """Those of each country; those of whom no words tell it with these, where there is but one."""
    countries = sorted({one.country for one in told if one.country})
    if len(countries) < 2:
        yield (countries[0] if countries else None), list(told)
        return
    for country in countries:
        yield country, [one for one in told if one.country == country]


def _are_alike(group: Sequence[Mention]) -> bool:
    """Whether the nouns may all mean the same: one that says what they are, others that any may be called by."""
    nouns = {one.roles[0].title.removeprefix(CAPTIVE) for one in group}
    return len(nouns - words("organisations", "captured_alike")) < 2


def _are_near(group: Sequence[Mention], documents: Mapping[str, Document]) -> bool:
    """Whether the reports, as far as their days are known, came out in the same weeks."""
    reports = {one.document for one in group}
    told = [documents[id].published for id in reports if id in documents]
    days = [one.first_day for one in told if one.is_day and one.first_day is not None]
    return len(reports) <= _REPORTS and (not days or max(days) - min(days) <= _APART)
