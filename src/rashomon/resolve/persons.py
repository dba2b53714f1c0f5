"""Persons across reports: full names joined, surnames linked where one bearer remains."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention, Title
from rashomon.model.text import Document
from rashomon.resolve.spelling import Near, plain, same_person, sound, surnames, within_one

# Shorter words may be initials, or parts of names that many bear.
_GIVEN = 4
# Perhaps French for "Mr", perhaps an initial.
_MONSIEUR = re.compile(r"M\. ([^\W\d_][^\s.]+)")


class Persons:
    """Persons by their full names; surnames linked where one bearer remains."""

    def __init__(self, documents: Mapping[str, Document], persons: Sequence[Mention]) -> None:
        self._documents, self._persons = documents, persons
        self._in_full: defaultdict[str, set[str]] = defaultdict(set)  # full names by their last words
        for one in persons:
            name = plain(one.name or "")
            if " " in name and monsieur(one.evidence[0].text) is None:
                self._in_full[name.split()[-1]].add(name)

    def keys(self) -> dict[str, str]:
        """The key of each mention of a person that can be told."""
        whole = [
            one for one in self._persons
            if one.type == "person" and " " in plain(one.name or "") and not self._is_monsieur(one)
        ]  # fmt: skip
        longer = {surname for name in {plain(one.name or "") for one in whole} for surname in surnames(name)}
        full = [one for one in whole if plain(one.name or "") not in longer]  # "Silva Costa" of "Ana Silva Costa"
        group = self._grouped(full)
        bearers, local = self._bearers(full, group)
        keys = {one.id: group[plain(one.name or ""), one.country] for one in full}
        whole_names: defaultdict[str, set[str]] = defaultdict(set)
        for (name, _), key in group.items():
            whole_names[name].add(key)
        titles = {(keys[one.id], _office(role)) for one in full for role in one.roles if not role.former}
        given = self._by_given_name(keys, titles)
        for one in self._persons:
            if one.id in keys or not one.name:
                continue
            surname = monsieur(one.evidence[0].text) or plain(one.name)
            found = local.get((one.document, surname)) or bearers.get(surname, set()) or whole_names.get(surname, set())
            if not found and one.type == "person":
                found = given.get(surname, set())
            if len(found) > 1:
                found = self._of_country(found, one, keys)
            found = _in_office(one, found, found | bearers.get(surname, set()), titles)
            if len(found) == 1:
                keys[one.id] = next(iter(found))
            elif not found and one.type == "person":
                keys[one.id] = f"person:{plain(one.name)}"
        return keys

    def _by_given_name(self, keys: Mapping[str, str], titles: Set[tuple[str, str]]) -> dict[str, set[str]]:
        """The persons called by the first word of their names, as some peoples do.

        Some report names them in full and so, or with the title that another gives with the full name.
        """
        found: defaultdict[str, set[str]] = defaultdict(set)
        bearers: defaultdict[str, set[str]] = defaultdict(set)
        for one in self._persons:
            first, _, rest = plain(one.name or "").partition(" ")
            if rest and one.id in keys:
                bearers[first].add(keys[one.id])
                if plain(one.evidence[0].text).split()[-1:] == [first]:
                    found[first].add(keys[one.id])
        for one in self._persons:
            near = bearers.get(plain(one.name or ""), set())
            if len(near) == 1 and any((next(iter(near)), _office(role)) in titles for role in one.roles):
                found[plain(one.name or "")] |= near
        return found

    def _is_monsieur(self, mention: Mention) -> bool:
        """Whether the "M." before a surname is French for "Mr": all who bear it in full have other initials."""
        surname = monsieur(mention.evidence[0].text)
        if surname is None:
            return False
        bearers = self._in_full.get(surname, set())
        return bool(bearers) and not any(name.startswith("m") for name in bearers)

    def _grouped(self, full: Sequence[Mention]) -> dict[tuple[str, str | None], str]:
        """The key for each name and country: names of one person joined, fullest name first."""
        seen = Counter((plain(one.name or ""), one.country) for one in full)
        countries: defaultdict[str, set[str]] = defaultdict(set)
        for name, country in seen:
            if country:
                countries[name].add(country)
        canonical = _joined_names(Counter(plain(one.name or "") for one in full), countries)
        several = _several_countries(canonical, countries)
        return {
            (name, country): f"person:{canonical[name]}"
            + (f":{country}" if country and canonical[name] in several else "")
            for name, country in seen
        }

    def _bearers(
        self, full: Sequence[Mention], group: Mapping[tuple[str, str | None], str]
    ) -> tuple[dict[str, set[str]], dict[tuple[str, str], set[str]]]:
        """Who bears a surname in the case, and who in each report; captions' names count only there."""
        case: defaultdict[str, set[str]] = defaultdict(set)
        local: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for one in full:
            name = plain(one.name or "")
            for surname in surnames(name):
                local[one.document, surname].add(group[name, one.country])
                if not self._in_caption(one):
                    case[surname].add(group[name, one.country])
        return case, local

    def _in_caption(self, mention: Mention) -> bool:
        document = self._documents.get(mention.document)
        span = mention.evidence[0]
        return document is not None and any(
            one.role in ("caption", "credit") and one.start <= span.start < one.end for one in document.furniture
        )

    def _of_country(self, found: set[str], mention: Mention, keys: Mapping[str, str]) -> set[str]:
        """Those of the bearers who are of the mention's country, where it tells one."""
        if mention.country is None:
            return found
        fitting = {keys[one.id] for one in self._persons if one.country == mention.country and one.id in keys}
        return found & fitting or found


def monsieur(text: str) -> str | None:
    """The plain surname behind "M." where nothing else stands between; None of other names."""
    match = _MONSIEUR.fullmatch(text)
    return plain(match[1]) if match else None


def _in_office(mention: Mention, found: set[str], bearers: Set[str], titles: Set[tuple[str, str]]) -> set[str]:
    """Those found who are named in full with the title that a mention gives; else whoever bears the surname with it."""
    offices = {_office(role) for role in mention.roles if not role.former}
    holders = {key for key in bearers for office in offices if (key, office) in titles}
    return found & holders or holders or found


def _office(role: Title) -> str:
    """The words of a title without courtesies; a rank by the first letters of its last word ("Lt. Col.": col)."""
    said = [word for word in role.title.lower().replace("-", " ").split() if word not in words("titles", "courtesy")]
    return said[-1][:3] if said and said[-1] in words("titles", "rank") else " ".join(said)


def _joined_names(counts: Mapping[str, int], countries: Mapping[str, set[str]]) -> dict[str, str]:
    """For each full name the fullest (then the most frequent) spelling of the same person's name."""
    bearers = _Bearers()
    canonical: dict[str, str] = {}
    for name in sorted(counts, key=lambda one: (-len(one.split()), -counts[one], one)):
        fitting = [
            one
            for one in bearers.of(name)
            if same_person(name, one)
            and (not countries[name] or not countries[one] or countries[name] & countries[one])
        ]
        if not fitting:
            fitting = [
                one
                for one in bearers.with_one_more(name)
                if not (countries[name] and countries[one]) or countries[name] & countries[one]
            ]
        if len(fitting) == 1 or (fitting and within_one(fitting[0], name)):
            canonical[name] = canonical[fitting[0]]
        else:
            canonical[name] = name
            bearers.add(name)
    return canonical


class _Bearers:
    """Full names, to be asked for those whose last words may be one."""

    def __init__(self) -> None:
        self._names: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self._by_sound: defaultdict[str, list[str]] = defaultdict(list)
        self._near = Near()
        self._count = 0
        self._cut: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, name: str) -> None:
        """Take in a name that is not there yet."""
        last = name.split()[-1]
        if last not in self._names:
            self._by_sound[sound(last)].append(last)
            self._near.add(last)
        self._names[last].append((self._count, name))
        self._count += 1
        self._cut[name.rpartition(" ")[0]].append(name)

    def with_one_more(self, name: str) -> list[str]:
        """The names that have one word more behind a name of two, as those who bear two surnames often go by one."""
        given, _, surname = name.partition(" ")
        return self._cut.get(name, []) if len(given) >= _GIVEN and len(surname) >= _GIVEN and " " not in surname else []

    def of(self, name: str) -> list[str]:
        """The names of those who may bear the last word of a name, however it is spelt, in the order they came in."""
        last = name.split()[-1]
        alike = {*self._by_sound.get(sound(last), ()), *self._near.of(last)}
        return [one for _, one in sorted(pair for word in alike for pair in self._names[word])]


def _several_countries(canonical: Mapping[str, str], countries: Mapping[str, set[str]]) -> set[str]:
    """The names borne by persons of more than one state."""
    joined: defaultdict[str, set[str]] = defaultdict(set)
    for name, main in canonical.items():
        joined[main] |= countries.get(name, set())
    return {name for name, found in joined.items() if len(found) > 1}
