"""Organs of states that reports name without their state, or by the last word of their name."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Mention
from rashomon.resolve.keys import known_bodies
from rashomon.resolve.offices import OPEN
from rashomon.resolve.spelling import plain

# The rule of palaces and of organs with a name of their own ("the State Department"), by which they always go.
_SEAT = "seat of government"
# All reports speak of a state so many times as often as of any other.
_CLEAR = 2


def of_one(mentions: Sequence[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """The key of each mention of an organ without an owner that only one side has ("the National Guard")."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    open_ones: defaultdict[str, list[str]] = defaultdict(list)
    for one in mentions:
        kind, _, rest = keys.get(one.id, "").partition(":")
        organ = rest.partition(":")[0]
        if kind == "organ" and organ in _alone():
            if one.name:
                told[organ].add(keys[one.id])
            else:
                open_ones[organ].append(one.id)
    found: dict[str, str] = {}
    for organ, ids in open_ones.items():
        if len(told[organ]) < 2:
            found |= dict.fromkeys(ids, next(iter(told[organ]), f"organ:{organ}:{OPEN}"))
    return found


def short_organs(mentions: Sequence[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """The key of each "the Ministry", "the Guard": the only organ so called in its report, or in the case if of one."""
    by_report: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    in_case: defaultdict[str, set[str]] = defaultdict(set)
    for one in mentions:
        kind, _, rest = keys.get(one.id, "").partition(":")
        organ = rest.partition(":")[0]
        if kind == "organ":
            word = organ.rpartition(" ")[2]
            by_report[one.document, word].add(keys[one.id])
            if organ in _alone():
                in_case[word].add(keys[one.id])
    found: dict[str, str] = {}
    for one in mentions:
        kind, _, word = keys.get(one.id, "").partition(":")
        near = by_report.get((one.document, word)) or in_case.get(word, set())
        if kind == "body" and len(near) == 1:
            found[one.id] = next(iter(near))
    return found


def named_bodies(mentions: Sequence[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """The key of each "the Congress" taken for a parliament where one body alone of the case ends in the word.

    A parliament so called with its state in any report keeps the name.
    """
    ending: defaultdict[str, set[str]] = defaultdict(set)
    organs: set[str] = set()
    for one in mentions:
        kind, _, name = keys.get(one.id, "").partition(":")
        said = plain(one.evidence[0].text).removeprefix("the ")
        if kind == "body" and one.name and " " in name and name not in known_bodies():
            ending[name.rpartition(" ")[2]].add(keys[one.id])
        if kind == "organ" and " " in said:
            organs.update(said.split())
    found: dict[str, str] = {}
    for one in mentions:
        said = plain(one.evidence[0].text).removeprefix("the ")
        near = (
            ending.get(said, set()) if said not in organs and one.evidence[0].text[-len(said) :][:1].isupper() else ()
        )
        if keys.get(one.id, "").startswith("organ:parliament:") and len(near) == 1:
            found[one.id] = next(iter(near))
    return found


@cache
def _organ_names() -> frozenset[str]:
    """The plain names of organs of any state, in all their variants ("house of commons")."""
    organs: dict[str, list[str]] = lexicon("organisations")["organs"]
    return frozenset(plain(one) for organ, variants in organs.items() for one in (organ, *variants))


@cache
def _alone() -> frozenset[str]:
    return frozenset(one.lower() for one in lexicon("organisations")["organs_of_one"])


def of_one_owner(mentions: Sequence[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """The key of each organ left open of which all reports tell one owner alone, a state that its own report names.

    Armies fight armies: one that is armed is that state's only where its report speaks of it most, or where
    all reports speak of it far more than of any other. A name of its own ("Royal Armed Forces") has one owner.
    """
    owners: defaultdict[str, set[str]] = defaultdict(set)
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in mentions:
        kind, organ, state = _parts(keys.get(one.id, ""))
        if kind in ("state", "organ") and not state.startswith(OPEN):
            named[one.document][state] += 1
        own_name = one.rule == _SEAT and plain(one.evidence[0].text) not in _organ_names()
        if kind == "organ" and not state.startswith(OPEN) and not own_name:
            owners[organ].add(state)
    armed = {one.lower() for one in lexicon("organisations")["armed_organs"]}
    called = _own_names(mentions, keys)
    total = sum(named.values(), Counter[str]())
    found: dict[str, str] = {}
    for one in mentions:
        kind, organ, state = _parts(keys.get(one.id, ""))
        if kind != "organ" or not state.startswith(OPEN):
            continue
        if len(by_name := called.get((organ, _said(one)), ())) == 1:
            found[one.id] = f"organ:{organ}:{next(iter(by_name))}"
        elif len(owners[organ]) == 1:
            owner, counts = next(iter(owners[organ])), named[one.document]
            sure = organ not in armed or _is_foremost(owner, counts) or _is_main(owner, total)
            if counts[owner] and sure:
                found[one.id] = f"organ:{organ}:{owner}"
    return found


def called_forces(mentions: Sequence[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """The key of each "the Forces" taken for an army where one armed group alone of the case has the word for its last.

    A report that speaks of "the Armed Forces", too, may mean these.
    """
    ending = {
        key for one in mentions
        if (key := keys.get(one.id, "")).startswith("body:") and one.type == "armed group" and key.endswith(" forces")
    }  # fmt: skip
    if len(ending) != 1:
        return {}
    armies = {one.document for one in mentions if "armed forces" in _said(one)}
    return {
        one.id: next(iter(ending)) for one in mentions
        if one.evidence[0].text.removeprefix("the ").removeprefix("The ") == "Forces" and one.document not in armies
        and keys.get(one.id, "").startswith("organ:armed forces:")
    }  # fmt: skip


def _own_names(mentions: Sequence[Mention], keys: Mapping[str, str]) -> dict[tuple[str, str], set[str]]:
    """The states whose organs go by each name that is more than the usual one for such an organ."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in mentions:
        kind, organ, state = _parts(keys.get(one.id, ""))
        said = _said(one)
        if kind == "organ" and one.form == "name" and not state.startswith(OPEN) and said not in _organ_names():
            found[organ, said].add(state)
    return found


def _said(mention: Mention) -> str:
    """The plain words of a mention without "the"."""
    return plain(mention.evidence[0].text).removeprefix("the ")


def _is_main(state: str, total: Mapping[str, int]) -> bool:
    """Whether all reports speak of a state twice as often as of any other."""
    return all(_CLEAR * count <= total[state] for other, count in total.items() if other != state)


def _parts(key: str) -> tuple[str, str, str]:
    """The kind of a key, its organ and its state."""
    kind, _, rest = key.partition(":")
    organ, _, state = rest.rpartition(":")
    return kind, organ, state


def _is_foremost(state: str, counts: Mapping[str, int]) -> bool:
    return all(count < counts[state] for other, count in counts.items() if other != state)
