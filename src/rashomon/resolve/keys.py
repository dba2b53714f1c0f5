"""The keys under which named mentions of all reports come together: one key, one actor."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from rashomon.language.gazetteer import adjectives, gazetteer
from rashomon.language.lexicon import lexicon
from rashomon.language.units import is_unit, unit_of
from rashomon.model.annotation import Mention
from rashomon.model.text import Document
from rashomon.resolve.offices import organ_key, state_code
from rashomon.resolve.persons import Persons
from rashomon.resolve.spelling import Near, initials, plain

STATES = ("state", "people")
"""The types of mentions that stand for a state."""
# The rule of names of which their own reports tell nothing.
_WITHOUT_SIGN = "name without a sign"
# The rule of letters that a report gives to a body.
_ACRONYM = "acronym"
# The rule of what datelines name; behind the town, what no list knows may be a state or a province.
_DATELINE = "dateline"
# The rules of those without a name: of nobody known, of who holds an office, of a paper, of a body.
_NAMELESS = ("person without a name", "person by office", "outlet without a name", "called by its kind", "press office")
# The rule of voices without a name: who speaks is somebody, though no other words go back to him.
VOICE = "voice without a name"
# The rule of organs by what they are ("the region's military command").
_ORGAN = "organ of a state"
# The rule of the names of peoples that are no state's ("Ostrian Tarvans").
_COMMUNITY = "community by its name"
# Last words of the names of those who are sent somewhere; where, not every report tells.
_SENT = {"mission", "force", "operation", "group"}
# Of several bodies whose names end in one plural, the one named so many times as often goes by it alone.
_MAIN = 3
# Words that end the names of what leads an army, besides those by which a body goes alone.
_SEATED = frozenset({"headquarters"})
RANKED = ("state", "place", "person", "body")
"""Kinds of key between which a name of one word may be told differently in different reports, the surest first."""


# ... and those of several words that may be a town's or somebody's.
_CONFUSED = ("place", "person")
# Kinds of key that tell nothing of whom else a report tells.
_NO_ACTORS = ("place:", "outlet:")


def unnamed(mentions: Sequence[Mention], by_id: Mapping[str, Mention], voices: Set[str]) -> dict[str, str]:
    """A key of its own for each person or paper without a name of whom a report speaks again, or who speaks in it.

    `voices` are the mentions that name the speakers of statements; an organ of what is no state speaks for itself, too.
    """
    roots = {one.antecedent for one in mentions if one.antecedent} | voices
    found = (by_id[id] for id in roots if id in by_id and not by_id[id].antecedents)
    return {
        one.id: f"unnamed:{one.id}"
        for one in found
        if one.rule in (*_NAMELESS, VOICE) or (one.id in voices and one.rule == _ORGAN and not (one.name or one.roles))
    }


def named_keys(documents: Mapping[str, Document], named: Sequence[Mention]) -> dict[str, str]:
    """The key of each named mention that can be told."""
    states = _invented_states(named)
    keys: dict[str, str] = {}
    persons = [one for one in named if one.type in ("person", None) and one.name and one.rule != _DATELINE]
    keys |= Persons(documents, persons).keys()
    for one in named:
        if one.id in keys or one.type == "person" or one.rule == _WITHOUT_SIGN:
            continue
        if not (one.rule == _DATELINE and one.type is None) and (key := _key(one, states)):
            keys[one.id] = key
    lands = _acting_lands(named, keys)
    for one in named:
        if one.id not in keys and one.form == "demonym" and one.name is None:
            word = plain(one.evidence[0].text)
            if land := lands.get(word) or lands.get(word.removesuffix("s")):
                keys[one.id] = land
    keys |= _without_sign(named, keys, states)
    reports = {one.id: one.document for one in named}
    keys = _told_letters(named, keys)
    return _short_bodies(_acronyms(_one_letter_off(_one_kind(_surnames_for_states(keys)))), reports)


def _without_sign(named: Sequence[Mention], keys: Mapping[str, str], states: Mapping[str, str]) -> dict[str, str]:
    """The key of each name of which its own report tells nothing: that of the only one who goes by it elsewhere."""
    borne: defaultdict[str, set[str]] = defaultdict(set)
    for one in named:
        if one.name and one.id in keys:
            borne[plain(one.name)].add(keys[one.id])
    found: dict[str, str] = {}
    for one in named:
        if (one.rule == _WITHOUT_SIGN or (one.rule == _DATELINE and one.type is None)) and one.id not in keys:
            name = plain(one.name or "")
            kinds = {key.partition(":")[0] for key in borne[name]} if name in borne else set()
            if len(borne.get(name, ())) == 1 or (kinds and kinds <= {"state", "place", "body"}):
                found[one.id] = min(borne[name], key=lambda key: (RANKED.index(key.partition(":")[0]), key))
            elif name not in borne and name in states:
                found[one.id] = f"state:{states[name]}"
    return found


def _surnames_for_states(keys: dict[str, str]) -> dict[str, str]:
    """Give what some report takes for a state or a place to the one person who bears the name more often."""
    counts = Counter(keys.values())
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(counts):
        if key.startswith("person:") and " " in key:
            bearers[key.removeprefix("person:").split(":")[0].split(" ")[-1]].append(key)
    joined = {
        f"{kind}:{name}": found[0]
        for name, found in bearers.items()
        for kind in ("state", "place")
        if len(found) == 1 and 0 < counts[f"{kind}:{name}"] < counts[found[0]]
    }
    return {mention: joined.get(key, key) for mention, key in keys.items()}


def _one_kind(keys: dict[str, str]) -> dict[str, str]:
    """Give a name of one word the kind that most mentions of it have, states before places before persons."""
    counts = Counter(keys.values())
    kinds: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for key, count in counts.items():
        kind, _, name = key.partition(":")
        if kind in (RANKED if " " not in name else _CONFUSED) and not name.isupper():
            kinds[name][kind] = count
    best = {name: min(found, key=lambda kind: (-found[kind], RANKED.index(kind))) for name, found in kinds.items()}
    for name, found in kinds.items():
        if found.get("state", 0) >= 2 and found["state"] >= found.get("place", 0) / 3:
            best[name] = "state"
    return {mention: _of_kind(key, best) for mention, key in keys.items()}


def _of_kind(key: str, best: Mapping[str, str]) -> str:
    kind, _, name = key.partition(":")
    ranked = RANKED if " " not in name else _CONFUSED
    return f"{best[name]}:{name}" if kind in ranked and name in best else key


def _invented_states(named: Sequence[Mention]) -> dict[str, str]:
    """The adjectives of the states that no gazetteer knows, across all reports."""
    names = {plain(one.name) for one in named if one.name and one.type == "state" and not one.country}
    return {form: state for state in sorted(names) for form in adjectives(state)}


def _acting_lands(named: Sequence[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """The adjectives of the places that act like states without being any ("Katanga", "the Katangese"), by their keys.

    Several reports have such a place act; its adjective goes to it where it is of no other.
    """
    acting: defaultdict[str, set[str]] = defaultdict(set)
    for one in named:
        key = keys.get(one.id, "")
        if key.startswith("place:") and one.form == "name" and one.reading == "actor" and " " not in key:
            acting[key].add(one.document)
    lands = sorted(key for key, reports in acting.items() if len(reports) > 1)
    return {form: key for key in lands for form in adjectives(key.removeprefix("place:"))}


def _key(mention: Mention, states: Mapping[str, str]) -> str | None:
    """The key of a mention that is no person's."""
    name = mention.name
    if name is None:
        word = plain(mention.evidence[0].text)
        state = states.get(word) or states.get(word.removesuffix("s"))
        return f"state:{state}" if state else None
    if mention.rule == "seat as actor":  # an unknown capital: whose, no report tells
        return f"place:{plain(name)}"
    if mention.rule == _COMMUNITY:
        return f"people:{plain(name)}"
    if mention.type in STATES:
        entry = gazetteer().entry(name)
        if entry is None and (people := gazetteer().demonym(name)) and not people.country:
            return f"people:{plain(name)}"
        if mention.country or (entry and entry.country):
            return f"state:{mention.country or (entry and entry.country)}"
        return f"place:{plain(name)}" if entry and entry.kind == "territory" else f"state:{plain(name)}"
    seat = _seats().get(plain(name))
    if seat and mention.reading != "place":
        return organ_key(seat[0], mention.country or seat[1])
    organ, _, state_name = name.partition(" of ")
    if state_name and organ in lexicon("organisations")["organs"]:
        return organ_key(organ, state_code(state_name))
    is_place = mention.type == "place" or (seat is not None and mention.reading == "place")
    return f"place:{plain(name).removeprefix('the ')}" if is_place else f"body:{_usual_body(plain(name))}"


def _usual_body(name: str) -> str:
    """A plain name of a body, the alliance at its head in full and without where the body is at work."""
    name = name.removeprefix("the ")
    for short in ("un ", "u n "):
        if name.startswith(short) and name not in known_bodies():
            name = f"united nations {name.removeprefix(short)}"
    first, within, place = name.partition(" in ")
    return first if within and first.rpartition(" ")[2] in _SENT and not place.startswith("the ") else name


@cache
def known_bodies() -> frozenset[str]:
    """The names of bodies that everybody knows: what else has their initials is not meant."""
    return frozenset(plain(name) for bodies in lexicon("organisations")["known"].values() for name in bodies)


@cache
def _seats() -> dict[str, tuple[str, str]]:
    """The organ and state for which each palace stands."""
    return {
        plain(name): (organ.lower(), country)
        for organ, countries in lexicon("metonyms")["seats"].items()
        for country, names in countries.items()
        for name in names
    }


def _one_letter_off(keys: dict[str, str]) -> dict[str, str]:
    """Join a rare name with a frequent one that differs in one letter (a typing error)."""
    counts = Counter(keys.values())
    joined: dict[str, str] = {}
    rare = [key for key in sorted(counts) if counts[key] == 1 and key.startswith(("body:", "state:", "place:"))]
    frequent = {kind: Near() for kind in ("body", "state", "place")}
    for key, count in counts.items():
        if count > 2 and (kind := key.partition(":")[0]) in frequent:
            frequent[kind].add(key)
    for key in rare:
        kind, _, name = key.partition(":")
        if len(name) < 6 or name.isupper():
            continue
        near = frequent[kind].of(key)
        if len(near) == 1:
            joined[key] = next(iter(near))
    return {mention: joined.get(key, key) for mention, key in keys.items()}


def _told_letters(named: Sequence[Mention], keys: dict[str, str]) -> dict[str, str]:
    """Join letters with the only body that any report gives them to in brackets behind its name."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for one in named:
        key = keys.get(one.id, "")
        if one.rule == _ACRONYM and key.startswith("body:") and one.evidence[0].text.isupper():
            bearers[f"body:{plain(one.evidence[0].text)}"].add(key)
    joined = {short: next(iter(full)) for short, full in bearers.items() if len(full) == 1 and short not in full}
    return {mention: joined.get(key, key) for mention, key in keys.items()}


def _acronyms(keys: dict[str, str]) -> dict[str, str]:
    """Join a body known by its initials with the only body of the case that has them."""
    bodies = sorted({key.removeprefix("body:") for key in keys.values() if key.startswith("body:")})
    full: defaultdict[str, list[str]] = defaultdict(list)
    for name in bodies:
        if len(name.split()) > 2:
            full[initials(name)].append(name)
    joined = {
        f"body:{short}": f"body:{found[0]}"
        for short, found in full.items()
        if len(found) == 1 and short in bodies and short not in known_bodies()
    }
    return {mention: joined.get(key, key) for mention, key in keys.items()}


def _short_bodies(keys: dict[str, str], reports: Mapping[str, str]) -> dict[str, str]:
    """Join "the Front" and "the League" with the only body of the case whose name ends so, or begins so before "of".

    `reports` tells of each mention in which report it stands.
    """
    counts = Counter(keys.values())
    called: defaultdict[str, set[str]] = defaultdict(set)
    nicknamed: defaultdict[str, set[str]] = defaultdict(set)
    for key, name in [(one, name) for one in keys.values() for name in _in_full(one)]:
        if " " in name:
            pieces = name.replace(" for ", " of ").split(" of ")
            ends = pieces[:1] if is_unit(pieces[0]) else [pieces[0], pieces[-1]]
            for word in {one.rpartition(" ")[2] for one in ends} & _heads():
                called[word].add(key)
            last = pieces[0].rpartition(" ")[2]
            if f"body:{last}" in counts and last.endswith("s") and last not in _heads():
                nicknamed[last].add(key)
    tails = {name.removeprefix("body:") for name in counts if name.startswith("body:") and " " in name}
    for name in sorted(tails):  # "the Resistance Army": the one whose whole name ends so
        pieces = name.split(" ")
        for cut in range(1, len(pieces) - 1):
            if pieces[cut - 1] in ("of", "for"):
                break  # "the First Brigade of the Resistance Army" is another
            if (
                (tail := " ".join(pieces[cut:])) in tails
                and pieces[-1] in _heads() | _SEATED
                and tail not in known_bodies()
            ):
                called[tail].add(f"body:{name}")
        head = _before_aim(name)  # "the Western Front": the only one whose name goes on with what it is for
        if head in tails and head not in known_bodies():
            called[head].add(f"body:{name}")
    for word, found in called.items():  # "the Liberation Front" of the Sule Liberation Front is the same front
        if len(found) > 1:
            whole = [key for key in found if not any(_ends(other, key) for other in found - {key})]
            if len(whole) == 1 and all(_ends(whole[0], key) for key in found):
                called[word] = {whole[0]}
    for word, found in nicknamed.items():  # "the Falcons": the Red Falcons, unless other Falcons are as much spoken of
        ranked = sorted(found, key=lambda one: (-counts[one], one))
        if len(ranked) == 1 or counts[ranked[0]] >= _MAIN * counts[ranked[1]]:
            called[word] = {ranked[0]}
    joined = {f"body:{word}": next(iter(found)) for word, found in called.items() if len(found) == 1}
    joined |= _shortened(counts)
    joined |= _numbered(counts)
    told: defaultdict[str, set[str]] = defaultdict(set)
    for mention, key in keys.items():
        told[reports[mention]].add(key)
    apart = {
        (report, short)
        for short, full in joined.items()
        if _before_aim(full.removeprefix("body:")) == short.removeprefix("body:")
        for report in _elsewhere(short, full, told)
    }
    return {mention: key if (reports[mention], key) in apart else joined.get(key, key) for mention, key in keys.items()}


def _elsewhere(short: str, full: str, told: Mapping[str, Set[str]]) -> Iterator[str]:
    """The reports that tell of a body by a short name, and neither by its full one nor of any actor told with that."""
    beside = {key for keys in told.values() if full in keys for key in keys if not key.startswith(_NO_ACTORS)}
    for report, keys in told.items():
        if short in keys and not keys & (beside - {short}):
            yield report


def _before_aim(name: str) -> str:
    """The words of a body's name before "for …" and "of …", where they are more than the word of its kind."""
    head = name.partition(" for ")[0].partition(" of ")[0]
    return head if head != name and " " in head and head.rpartition(" ")[2] in _heads() else ""


def _shortened(counts: Mapping[str, int]) -> dict[str, str]:
    """Join "the United Opposition" with the only one whose name says of which country ("United Sudanese Opposition").

    Only of those who fight: a National Council and a National Electoral Council are two.
    """
    by_ends: defaultdict[tuple[str, str], list[list[str]]] = defaultdict(list)
    for key in sorted(counts):
        pieces = key.removeprefix("body:").split(" ")
        if key.startswith("body:") and len(pieces) > 1 and pieces[-1] in _fighting() and not {"of", "for"} & {*pieces}:
            by_ends[pieces[0], pieces[-1]].append(pieces)
    joined: dict[str, str] = {}
    for bodies in by_ends.values():
        for short in bodies:
            found = [long for long in bodies if _adds_a_country(short, long)]
            if len(found) == 1 and " ".join(short) not in known_bodies():
                joined[f"body:{' '.join(short)}"] = f"body:{' '.join(found[0])}"
    return joined


def _adds_a_country(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a name has all the words of a shorter one and, among them, those of a country or people."""
    more = len(long) - len(short)
    for cut in range(1, len(short)) if more > 0 else ():
        if [*long[:cut], *long[cut + more :]] == [*short]:
            entry = gazetteer().entry(" ".join(long[cut : cut + more]))
            return entry is not None and entry.kind != "capital"
    return False


@cache
def _fighting() -> frozenset[str]:
    """The words by which alone a body may go that fights, or is against those who rule."""
    armed = frozenset(word.lower() for word in lexicon("organisations")["heads"]["armed group"])
    return armed | frozenset(lexicon("organisations")["called"])


def _in_full(key: str) -> tuple[str, ...]:
    """The name in a body's key, and the others by which everybody knows it ("Sulean Liberation Front" of "SLF")."""
    kind, _, name = key.partition(":")
    return (name, *_other_names().get(name, ())) if kind == "body" else ()


@cache
def _other_names() -> dict[str, tuple[str, ...]]:
    """The other plain names of the armed groups that everybody knows by their letters."""
    known: dict[str, list[str]] = lexicon("organisations")["known"]["armed group"]
    return {plain(name): tuple(plain(one) for one in others) for name, others in known.items() if name.isupper()}


def _ends(long: str, short: str) -> bool:
    """Whether the name in a body's key ends in the whole name in another's, or is it."""
    return f" {long.removeprefix('body:')}".endswith(f" {short.removeprefix('body:')}")


def _numbered(counts: Mapping[str, int]) -> dict[str, str]:
    """Join "the 4th Brigade" with the only body of its number whose name says of what arm it is."""
    units: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(counts):
        if key.startswith("body:") and (unit := unit_of(key.removeprefix("body:"))):
            units[unit].append(key)
    joined: dict[str, str] = {}
    for found in units.values():
        short, long = ([key for key in found if (len(key.split()) > 2) is more] for more in (False, True))
        main = long[0] if len(long) == 1 else short[0] if short and not long else None
        joined |= {key: main for key in short if main is not None and key != main}
    return joined


@cache
def _heads() -> frozenset[str]:
    """The words by which alone a body may go."""
    return frozenset(word.lower() for heads in lexicon("organisations")["heads"].values() for word in heads)
