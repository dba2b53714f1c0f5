"""Capitals that no gazetteer knows: what all reports together tell of them, and for whom they stand."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import PERHAPS_CAPITAL, Mention
from rashomon.resolve.keys import RANKED
from rashomon.resolve.spelling import plain


def capitals(named: Sequence[Mention]) -> dict[str, str]:
    """The state of each capital that reports tell of, by plain name; of one that two states share, none."""
    told = _governed(named)
    found = {place: next(iter(states)) for place, states in told.items() if len(states) == 1}
    acting = _acting(named)
    for place, reports in _weak(named).items():
        states = set(reports.values())
        if place not in told and len(states) == 1 and (len(reports) > 1 or place in acting):
            found[place] = next(iter(states))
    return found


def as_states(named: Sequence[Mention], keys: Mapping[str, str], seats: Mapping[str, str]) -> dict[str, str]:
    """A capital that another report tells of stands for its state where it acts, else for the place."""
    found: dict[str, str] = {}
    disputed = {place for place, states in _governed(named).items() if len(states) > 1}
    for one in named:
        kind, _, name = keys.get(one.id, "").partition(":")
        said = plain(one.evidence[0].text)
        if one.rule == "capital as actor" and not one.country and said in disputed:
            found[one.id] = f"place:{said}"  # whose, reports tell differently
        elif kind in RANKED and name in seats:
            found[one.id] = f"state:{seats[name]}" if one.reading == "actor" else f"place:{name}"
    return found | _as_alliances(named, keys)


def _as_alliances(named: Sequence[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """Capitals that act for the one body of many states that sits there, where no report speaks of their own state."""
    found: dict[str, str] = {}
    bodies = set(keys.values())
    for capital, alliances in lexicon("metonyms")["alliances"].items():
        here = [one for one in named if plain(one.evidence[0].text) == plain(capital)]
        states = {one.country for one in here if one.country}
        ids = {one.id for one in here}
        spoken = any(key in {f"state:{code}" for code in states} for id, key in keys.items() if id not in ids)
        near = [f"body:{plain(one)}" for one in alliances if f"body:{plain(one)}" in bodies]
        if len(near) == 1 and not spoken:
            found |= {one.id: near[0] for one in here if one.reading == "actor"}
    return found


def _governed(named: Sequence[Mention]) -> dict[str, set[str]]:
    """The states of which reports tell that a place is the capital, by plain name."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for one in named:
        if one.rule == "capital as actor" and not one.country and one.name:
            told[plain(one.evidence[0].text)].add(plain(one.name))
        for role in one.roles:
            if role.title == "capital" and role.of and one.name:
                told[plain(one.name)].add(plain(role.of))
    return told


def _weak(named: Sequence[Mention]) -> dict[str, dict[str, str]]:
    """For each place of which a report tells that it may be a capital: the state, by report."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one in named:
        for role in one.roles:
            if role.title == PERHAPS_CAPITAL and role.of:
                found[plain(one.name or "")][one.document] = plain(role.of)
    return found


def _acting(named: Sequence[Mention]) -> set[str]:
    """The plain names of one word that stand for a place in one report, and do what governments do in this or another.

    Somebody who bears a title is no government.
    """
    places = {plain(one.name or "") for one in named if one.type == "place" or one.rule == "seat as actor"}
    known = {plain(one.name or "") for one in named if one.country or (one.roles and one.type == "person")}
    acts = {plain(one.name or "") for one in named if one.reading == "actor" and one.form == "name"}
    return {name for name in (places & acts) - known if name and " " not in name}
