"""Holders of offices and organs that a report names without a name or without a state.

Three steps, each where one answer remains: the home of a report (the state whose
officials and organs it names without saying of what state they are), the organs of that
state, and the persons who hold an office in a state.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.language.gazetteer import gazetteer
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Mention, Title
from rashomon.resolve.spelling import plain

_OWN_SIDE = "our side"
"""The rule of a first person that means the report's own side."""


@dataclass(slots=True)
class _Holder:
    """What all reports tell of one person: the states of the offices held, their words."""

    states: set[str] = field(default_factory=set)
    titles: set[tuple[str, ...]] = field(default_factory=set)


def described(mentions: Sequence[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """The keys of descriptions, titles, unowned organs and "our" that one report alone leaves open."""
    holders = _holders(mentions, keys)
    homes = _homes(mentions, keys, holders)
    found: dict[str, str] = {}
    for one in mentions:
        if one.id in keys or one.antecedents or one.name:
            continue
        home = homes.get(one.document)
        key = f"state:{home}" if one.rule == _OWN_SIDE and home else _told(one, home, holders, keys, mentions)
        if key:
            found[one.id] = key
    return found


def _told(
    mention: Mention, home: str | None, holders: Mapping[str, _Holder], keys: Mapping[str, str], mentions: Sequence[Mention]
) -> str | None:
    for role in mention.roles:
        if mention.type == "person":
            state = state_code(role.of) if role.of else home
            return _holder(role.title, state, holders) if state else None
        if role.title in lexicon("organisations")["organs"]:
            state = home if role.of is None else _presided(role.of, mention, keys, mentions, holders)
            return f"organ:{role.title.lower()}:{state}" if state else None
    return None


def state_code(name: str) -> str:
    """What stands for a state in a key: its code, the plain name of one that no list knows."""
    entry = gazetteer().entry(name)
    return entry.code if entry and entry.country else plain(name)


def _presided(
    person: str, mention: Mention, keys: Mapping[str, str], mentions: Sequence[Mention], holders: Mapping[str, _Holder]
) -> str | None:
    """The state of which the person named so in the mention's report is president."""
    found = {
        keys[one.id]
        for one in mentions
        if one.document == mention.document and one.name == person and keys.get(one.id, "").startswith("person:")
    }
    holder = holders.get(next(iter(found))) if len(found) == 1 else None
    if holder is None or len(holder.states) != 1 or not any(_is_office(held, "president") for held in holder.titles):
        return None
    return next(iter(holder.states))


def _holders(mentions: Iterable[Mention], keys: Mapping[str, str]) -> dict[str, _Holder]:
    """What is told of each person, by key."""
    holders: defaultdict[str, _Holder] = defaultdict(_Holder)
    for one in mentions:
        key = keys.get(one.id, "")
        if not key.startswith("person:"):
            continue
        for role in one.roles:
            if role.of is not None and not role.former:
                holders[key].states.add(state_code(role.of))
            if not role.former:
                holders[key].titles.add(tuple(role.title.lower().split()))
        if one.country:
            holders[key].states.add(one.country)
    return holders


def _homes(mentions: Iterable[Mention], keys: Mapping[str, str], holders: Mapping[str, _Holder]) -> dict[str, str]:
    """The one state of all officials whom a report names without their state, by report.

    Officials of two states named so leave it open: then it is the context that tells.
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in mentions:
        holder = holders.get(keys.get(one.id, ""))
        if holder is None or len(holder.states) != 1:
            continue
        if any(_is_national(role) for role in one.roles):
            votes[one.document][next(iter(holder.states))] += 1
    return {document: next(iter(found)) for document, found in votes.items() if len(found) == 1}


def _is_national(role: Title) -> bool:
    return role.of is None and not role.former and role.title.lower().split()[-1] in words("titles", "national")


def _holder(office: str, state: str, holders: Mapping[str, _Holder]) -> str | None:
    """The one person who holds an office in a state, in all reports."""
    found = [
        key
        for key, holder in holders.items()
        if state in holder.states and any(_is_office(held, office) for held in holder.titles)
    ]
    return found[0] if len(found) == 1 else None


def _is_office(held: Sequence[str], office: str) -> bool:
    """Whether a title names an office: every word of it; "leader" and "head of state" are the highest."""
    wanted = {"president"} if office in ("head of state", "head") else set(office.split())
    if office == "leader":
        return held[-1] in words("titles", "leaders") - {"minister", "marshal", "chairman"} or "prime" in held
    if tuple(held[:3]) == ("head", "of", "state"):
        return wanted == {"president"}
    if wanted <= {"president", "minister"} and {"vice", "deputy", "prime"} & set(held):
        return False
    return all(any(word == one or _same(word, one) for one in held) for word in wanted) and len(wanted) >= min(len(held), 1)


def _same(one: str, other: str) -> bool:
    return any(one in same and other in same for same in lexicon("titles")["same_office"])
