"""Persons named in a report: the full name behind a surname, titles, the country known once and for all."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from rashomon.extract.names.evidence import Evidence
from rashomon.extract.names.parts import Part
from rashomon.extract.names.roles import Roles
from rashomon.language.analysis import Token
from rashomon.language.gazetteer import folded, gazetteer
from rashomon.language.lexicon import words
from rashomon.model.annotation import ActorType, Title

Fields = dict[str, Any]

# Behind these another state is named than one's own.
_OTHERS = {"to", "against", "with", "on", "toward", "towards", "at"}


class Bearers:
    """Tells who bears the names of persons in one report."""

    def __init__(
        self, tokens: Sequence[Token], parts: Sequence[Part], told: Evidence, roles: Roles, countries: set[str]
    ) -> None:
        self._tokens, self._parts, self._told = tokens, parts, told
        self._roles, self._countries = roles, countries
        self._titles: defaultdict[str, set[str]] = defaultdict(set)  # of persons named in full

    def fields(self, part: Part) -> Fields:
        """What a mention of a person says: the full name, titles, country."""
        roles, country = self._roles.of(part)
        full = self._told.full_name(part.text) or (
            part.text if " " in part.text else self._titled_bearer(part, roles) or self._last_bearer(part)
        )
        shared = full is None and folded(part.text) in self._told.persons
        if full is not None and full != part.text and self._is_another(roles, full):
            full, shared = None, True
        return as_name(
            full or part.text, "actor", "person", country=country, roles=roles,
            rule="surname of several" if shared else "person", score=0.5 if shared else 0.9,
        )  # fmt: skip

    def _is_another(self, roles: Sequence[Title], full: str) -> bool:
        """Whether "President X" is not the minister who bears the surname: a title that leads a state, never theirs."""
        if not roles:
            return False
        theirs = {role.title for one in self._parts if one.text == full for role in self._roles.of(one)[0]}
        said = {rank for role in roles if (rank := _rank(role.title))}
        ranks = {rank for title in theirs if (rank := _rank(title))}
        if said and ranks and not said & ranks and len(full.split()) > 1:
            return True  # "Colonel Sule" beside "Captain Ibrahim Sule"
        led = {role.title.lower() for role in roles if role.title.lower() in words("titles", "leading")}
        theirs = {title.lower() for title in theirs}
        other = {title for title in theirs if title.split()[-1] in words("titles", "serving")}
        return bool(led and other) and theirs == other and not led & theirs

    def _titled_bearer(self, part: Part, roles: Sequence[Title]) -> str | None:
        """Of several bearers of a surname the only one to whom the report gives the same rank or office."""
        bearers = self._told.persons.get(folded(part.text), set())
        said = {_abbreviated(role.title) for role in roles}
        if len(bearers) < 2 or not said:
            return None
        if not self._titles:
            for one in self._parts:
                if one.kind == "name" and " " in one.text and self._told.kind(one.text) == "person":
                    self._titles[one.text] |= {_abbreviated(role.title) for role in self._roles.of(one)[0]}
        found = [one for one in bearers if said & self._titles[one]]
        return found[0] if len(found) == 1 else None

    def _last_bearer(self, part: Part) -> str | None:
        """Of several bearers of a surname the only one named so far, or in this sentence and the two before."""
        bearers = self._told.persons.get(folded(part.text), set())
        here = self._tokens[part.first].sentence
        so_far = [one for one in self._parts if one.first < part.first and one.text in bearers]
        near = {one.text for one in so_far if here - self._tokens[one.first].sentence <= 2}
        for found in ({one.text for one in so_far}, near):
            if len(found) == 1:
                return next(iter(found))
        return None

    def give_countries(self, persons: list[Fields]) -> None:
        """A person's country is known wherever the person is named; in a report of one state, officials are its own."""
        invented = self._told.states or "state" in self._told.kinds.values()
        alone = len(self._countries) == 1 and not invented and self._names_state(self._countries)
        only = next(iter(self._countries)) if alone else None
        for fields in persons:
            held = (role.title.lower().split()[-1] for role in fields["roles"] if role.of is None)
            if only and not fields["country"] and any(office in words("titles", "national") for office in held):
                fields["country"], fields["score"] = only, 0.7
        countries: dict[str, set[str]] = {}
        for fields in persons:
            if fields["name"] and fields["country"]:
                countries.setdefault(fields["name"], set()).add(fields["country"])
        for fields in persons:
            known_ones = countries.get(fields["name"], set())
            if fields["country"] is None and len(known_ones) == 1:
                fields["country"] = next(iter(known_ones))

    def _names_state(self, countries: set[str]) -> bool:
        """Whether one of these countries is named as a state, or all towns of the report may be its own."""
        visited = {part.first for part in self._parts if part.first and self._tokens[part.first - 1].lower in _OTHERS}
        named = [part.known for part in self._parts if part.known and part.known.type == "state"]
        behind = ((part, self._tokens[part.last : part.last + 1]) for part in self._parts)
        owners = {part.first for part, after in behind if after and after[0].tag == "POS"}
        visited -= owners  # "loyal to Y's king" visits nobody
        if named and all(part.first in visited for part in self._parts if part.known in named):
            return False  # "ambassador to Y", "flew to Y", "war against Y": not of Y
        towns = (key for key, kind in self._told.kinds.items() if kind == "place")
        return any(what.country in countries for what in named) or all(gazetteer().city(key) for key in towns)


def _rank(title: str) -> str | None:
    """The first letters of the rank that a title is: "Lt. Col.", "Colonel" are one; None of an office."""
    last = title.lower().replace("-", " ").split()[-1]
    return last[:3] if last in words("titles", "rank") else None


def _abbreviated(title: str) -> str:
    """A title by the first letters of its words: "Gen." and "General" are one."""
    return " ".join(word.rstrip(".")[:3] for word in title.lower().split())


def as_name(
    name: str | None, reading: str, type_: ActorType | None, *, country: str | None = None,
    roles: tuple[Title, ...] = (), rule: str, score: float = 0.9,
) -> Fields:  # fmt: skip
    """The fields of a mention by name."""
    return {
        "form": "name", "reading": reading, "type": type_, "name": name, "country": country, "roles": roles,
        "rule": rule, "score": score,
    }  # fmt: skip
