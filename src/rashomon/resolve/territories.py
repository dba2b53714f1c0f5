"""The state codes of contested territories and their authorities, which have no country of their own.

What a case file tells overrules the lexicon `contested.yaml`. An authority is a body that bears
the territory's name, or somebody who holds an office of it. The codes say who claims
or holds the territory, never whose it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from rashomon.language.gazetteer import gazetteer
from rashomon.language.lexicon import lexicon
from rashomon.model.case_file import CaseFile
from rashomon.model.world import Actor
from rashomon.resolve.spelling import plain

_BODIES = ("government", "armed group")


@dataclass(frozen=True, slots=True)
class _Claim:
    """Who claims or holds a territory: state codes, and a note."""

    territory: str
    codes: tuple[str, ...]
    note: str


def contested(actors: Iterable[Actor], case_file: CaseFile) -> tuple[Actor, ...]:
    """The actors, those of contested territories with their codes and a note."""
    claims = dict(_known()) | dict(_told(case_file))
    return tuple(_coded(one, claims) for one in actors)


def _coded(actor: Actor, claims: Mapping[str, _Claim]) -> Actor:
    for name in (actor.name, *actor.names) if actor.type != "person" else ():
        if claim := claims.get(plain(name)):
            return replace(actor, codes=claim.codes, note=claim.note)
    if actor.country is None:
        for name in _owners(actor):
            if claim := claims.get(plain(name)):
                return replace(actor, codes=claim.codes, note=f"of {claim.territory}: {claim.note}")
    return actor


def _owners(actor: Actor) -> Iterator[str]:
    """The names of territories whose authority an actor may be."""
    if actor.type in _BODIES:
        for name in (actor.name, *actor.names):
            yield name.rpartition(" of ")[2]
            yield from (name.rsplit(" ", cut)[0] for cut in range(1, len(name.split())))
    yield from (role.of for role in actor.roles if role.of and not role.former)


@cache
def _known() -> Mapping[str, _Claim]:
    """What the lexicon tells of each territory, by all plain names the gazetteer has for it."""
    told = lexicon("contested")["territories"]
    names: dict[str, list[str]] = {}
    for name in gazetteer().names():
        entry = gazetteer().entry(name)
        if entry is not None and entry.kind in ("territory", "state"):
            names.setdefault(entry.code, []).append(name)
    return {
        plain(name): _Claim(one["name"], tuple(one["claimed_by"]), one["note"])
        for one in told
        for name in {one["name"], *one.get("names", ()), *(n for code in one["gazetteer"] for n in names.get(code, ()))}
    }


def _told(case_file: CaseFile) -> Iterator[tuple[str, _Claim]]:
    """What the case file tells of each territory, by its plain names."""
    for party in case_file.parties:
        if party.claimed_by:
            codes = tuple(dict.fromkeys(_code(one, case_file) for one in party.claimed_by))
            note = party.note or f"claimed by {', '.join(party.claimed_by)}"
            for name in party.all_names:
                yield plain(name), _Claim(party.name, codes, note)


def _code(state: str, case_file: CaseFile) -> str:
    """The code of a state told by its code or name; the name itself where nobody gives it a code."""
    told = next((one.country for one in case_file.named(state) if one.country), None)
    entry = gazetteer().entry(state)
    return told or (entry.country if entry and entry.kind in ("state", "former") else None) or state
