"""What a report itself tells about the names in it: persons, invented states, places, bodies.

Every occurrence of an unknown name votes; the kind with most votes is that of the name
in the whole report. A surname goes with the full name it was part of.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import TypeAlias

from rashomon.extract.names.datelines import dateline_places, dateline_states
from rashomon.extract.names.letterhead import letterhead
from rashomon.extract.names.parts import Part
from rashomon.extract.names.readings import is_agent, preposition, subject_of
from rashomon.extract.names.seats import Seats
from rashomon.extract.names.votes import head_of, votes_of
from rashomon.extract.names.words import head_words, is_civil_organ, is_plain, known, looks_adjective
from rashomon.language.analysis import Analysis
from rashomon.language.gazetteer import adjectives, folded, gazetteer
from rashomon.language.lexicon import words

Votes: TypeAlias = defaultdict[str, defaultdict[str, float]]
"""Weights by kind, for each folded name."""

# Below this a kind is not taken: one weak sign alone tells nothing.
_ENOUGH = 1.0
_LONG_ENOUGH = 0.7
# A noun that calls it a company, or what only companies have, twice.
_FIRM = 2.0
# So much speaks for a place though its name stands in capitals, as towns do at the head of reports.
_IN_CAPITALS = 3.0
# What speaks for a place where nothing does but that some city has the name.
_OF_A_CITY = 1.0


# Votes that a name has by its words alone, wherever it stands.
_ONCE = ("like a name", "with an article")
# The most that speaks for a place because some city has its name: where anything tells of a person, and else.
_AS_A_CITY, _AS_A_CITY_AT_MOST = 0.5, 1.5

# A name behind the town of a dateline may be that of a province: something else must speak for a state.
_IN_DATELINE = 0.9


# Bigger cities are known to be no capital of an invented state.
_LARGE = 100_000


@dataclass(slots=True)
class Evidence:
    """What the report tells: a kind for each unknown name, full names by surname, states by demonym and capital."""

    kinds: dict[str, str] = field(default_factory=dict)
    persons: dict[str, set[str]] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, set[str]] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)
    weak_seats: dict[str, str] = field(default_factory=dict)
    occurrences: Counter[str] = field(default_factory=Counter)

    def kind(self, text: str) -> str | None:
        """person, state, demonym, community, place, outlet, armed group, letters, or None where nothing tells."""
        return self.kinds.get(folded(text))

    def full_name(self, surname: str) -> str | None:
        """The full name to which a surname belongs; None where no one or several bear it."""
        found = self.persons.get(folded(surname), set())
        return next(iter(found)) if len(found) == 1 else None

    def state_of(self, demonym: str) -> str | None:
        """The invented state of which this is the adjective."""
        key = folded(demonym)
        return self.states.get(key) or (self.states.get(key[:-1]) if key.endswith("s") else None)

    def unlisted_states(self) -> set[str]:
        """The folded names of the states that no list knows."""
        return {key for key, kind in self.kinds.items() if kind == "state"}

    def body(self, head: str) -> str | None:
        """The one longer body of the report whose name ends in this word ("the Guard")."""
        found = self.bodies.get(head, set())
        return next(iter(found)) if len(found) == 1 else None


def evidence(analysis: Analysis, found: list[Part]) -> Evidence:
    """Weigh all occurrences of the unknown names of a report."""
    votes: Votes = defaultdict(lambda: defaultdict(float))
    texts: dict[str, str] = {}
    for part in found:
        key = folded(part.text)
        if part.kind == "name" and key not in words("organisations", "rising"):  # there is no land of Rebel
            texts.setdefault(key, part.text)
            for kind, weight in votes_of(analysis, part):
                # What the words alone tell is not told more often than so, however often they stand here.
                votes[key][kind] = weight if kind in _ONCE else votes[key][kind] + weight
        elif part.kind == "body" and part.last - part.first > 1:
            first = analysis.tokens[part.first].text
            unknown = first[0].isupper() and known(first) is None and first.lower() not in words("naming", "of_organs")
            if unknown and looks_adjective(first):
                texts.setdefault(folded(first), first)
            elif unknown and is_civil_organ(part.text.partition(" ")[2]) and not is_plain(first):
                texts.setdefault(folded(first), first)  # "the Sule Foreign Ministry"
                votes[folded(first)]["state"] += 1
    for found_votes in votes.values():
        found_votes["city"] = min(found_votes["city"], _AS_A_CITY if found_votes["person"] > 0 else _AS_A_CITY_AT_MOST)
        found_votes["place"] += found_votes["city"]
        found_votes["person"] += found_votes["like a name"] + found_votes["with an article"]
    for place in dateline_places(analysis.document):
        votes[folded(place)]["place"] += 2
    for state in dateline_states(analysis.document):
        texts.setdefault(folded(state), state)
        votes[folded(state)]["state"] += _IN_DATELINE
    for mention in letterhead(analysis.document):
        if mention.name and not mention.country and mention.type in ("state", "place"):
            votes[folded(mention.name)][mention.type or ""] += 3
    told = Evidence(occurrences=Counter(folded(part.text) for part in found if part.kind == "name"))
    _pair_demonyms(told, texts, votes)
    for key, text in texts.items():
        decided = "community" if votes[f"{key}s"]["community"] else _decided(text, votes[key])
        if decided:
            told.kinds.setdefault(key, decided)
    _surnames(told, texts, votes)
    for key in _fighting(analysis, found):
        if told.kinds.get(key) in ("place", None) or (" " not in key and told.kinds[key] in ("state", "people")):
            told.kinds[key] = "people"
    for part in found:
        inner = part.text.rpartition(" of the ")[2]  # "the Press Office of the Front": the Front is another body
        if part.kind in ("body", "outlet") and " " in part.text and (inner == part.text or " " in inner):
            told.bodies.setdefault(part.text.split()[-1], set()).add(part.text)
    things = {key for key in texts if votes[key]["thing"] and votes[key]["state"] < _ENOUGH}
    seats = _seats(analysis, found, told, texts, things)
    told.seats, told.weak_seats = seats.learnt(), seats.weak
    for mention in letterhead(analysis.document):
        told.seats |= {folded(mention.name or ""): role.of for role in mention.roles if role.of}
        for word in head_words(mention.name) if mention.type != "state" and mention.name else ():
            told.bodies.setdefault(word, set()).add(mention.name or "")
    return told


def _fighting(analysis: Analysis, found: list[Part]) -> set[str]:
    """The plurals with an article that act ("the Falcons shelled the port") more often than anything is in them."""
    acts, stands = Counter[str](), Counter[str]()
    for part in found:
        tokens = analysis.tokens
        if part.kind != "name" or not part.first or tokens[part.first - 1].lower != "the":
            continue
        key, head = folded(part.text), head_of(tokens, part)
        if key.endswith("s") and not part.text.isupper() and head.dep not in ("compound", "nmod"):
            acts[key] += subject_of(head) is not None or is_agent(head)
            stands[key] += preposition(head) in words("naming", "locative")
    return {key for key, count in acts.items() if count > stands[key]}


def _seats(analysis: Analysis, found: list[Part], told: Evidence, texts: Mapping[str, str], things: Set[str]) -> Seats:
    """The signs for the capitals of invented states: places that no list knows; `things` act, and may be either."""
    open_ones = {
        key
        for key in texts
        if told.kinds.get(key) == "place"
        or key in things
        or (" " not in key and told.kinds.get(key) in ("person", None) and key not in told.persons)  # "Zor said"
    }

    def state_of(part: Part) -> str | None:
        if part.known is not None:
            return None
        return part.text if told.kind(part.text) == "state" else told.state_of(part.text)

    dated = {folded(place) for place in dateline_places(analysis.document)}
    open_ones |= {place for place in dated if told.kinds.get(place, "place") == "place"}
    candidates = {key for key in open_ones if (gazetteer().city(key) or ((), 0))[1] < _LARGE}
    return Seats(analysis, found, state_of=state_of, candidates=candidates)


def _pair_demonyms(told: Evidence, texts: dict[str, str], votes: Votes) -> None:
    """Find adjectives and their states among the unknown names (Ombar, Ombari; Veldania, Veldanians)."""
    single = {key: text for key, text in texts.items() if " " not in key and "-" not in key and len(key) > 3}
    # The shortest state comes last and wins; a name is not the adjective of itself.
    longest_first = sorted(single, key=lambda one: (-len(one), one))
    forms = {form: state for state in longest_first for form in adjectives(state) if form != state}
    for key, text in single.items():
        state = forms.get(key) or (forms.get(key[:-1]) if key.endswith("s") else None)
        if state and votes[state]["person"] <= votes[state]["state"] + 1 and votes[key]["person"] < 2:
            told.kinds[key] = "demonym"
            told.states[key] = told.states[key.removesuffix("s")] = single[state]
            votes[state]["state"] += 2
        elif votes[key]["demonym"] > votes[key]["bare"] and votes[key]["person"] < 1 and looks_adjective(text):
            told.kinds[key] = "demonym"


def _decided(text: str, votes: Mapping[str, float]) -> str | None:
    """The kind with most votes, where it has enough."""
    if " " not in text:
        return _decided_single(votes)
    if votes["community"]:
        return "community"
    kinds = ("state", "person", "place", "outlet", "firm")
    best = max(kinds, key=lambda kind: (votes[kind], -kinds.index(kind)))
    if votes[best] < _LONG_ENOUGH:
        return None
    return "organisation" if best == "firm" else best


def _decided_single(votes: Mapping[str, float]) -> str | None:
    """The kind of a name of one word, which may be a surname as well as a town."""
    if votes["firm"] >= _FIRM and votes["firm"] > votes["place"]:
        return "organisation"
    for kind in ("outlet", "person", "state"):
        if votes[kind] >= 2 and votes[kind] == max(votes[one] for one in ("outlet", "person", "state", "place")):
            return kind
    if votes["acronym"] and not (votes["place"] >= _IN_CAPITALS and votes["place"] > 2 * votes["body"]):
        return "organisation" if votes["body"] or votes["voice"] or votes["thing"] or votes["firm"] else "letters"
    if votes["thing"] and votes["thing"] + votes["state"] > max(votes["place"], votes["person"]):
        return "state"
    if votes["named state"] >= 1 and votes["person"] < 1:
        return "state"
    if votes["place"] >= _ENOUGH and votes["place"] >= votes["voice"]:
        return "place"
    if votes["voice"] >= 1 and votes["place"] < 1 and votes["state"] < 1:
        by_name_alone = votes["place"] <= votes["city"]  # a town of that name is all that speaks for a place
        return "person" if votes["place"] <= 0 or (by_name_alone and votes["person"] > 0) else "place"
    if votes["state"] >= _ENOUGH or votes["people"] >= _ENOUGH:
        return "state" if votes["state"] >= votes["people"] else "people"
    return "place" if votes["place"] >= 0.6 and votes["voice"] == 0 else None


def _surnames(told: Evidence, texts: dict[str, str], votes: Votes) -> None:
    """Which full names end in which surname; a single name that is one becomes a person."""
    inner: dict[str, set[str]] = {}
    for key, text in texts.items():
        if told.kinds.get(key) == "person" and " " in key:
            for piece in _surname_forms(text):
                told.persons.setdefault(folded(piece), set()).add(text)
            for piece in _inner_forms(text):
                inner.setdefault(folded(piece), set()).add(text)
    for key, bearers in inner.items():
        weak = votes[key]["place"] <= _OF_A_CITY and votes[key]["state"] < 1 and key not in told.states
        if key in texts and key not in told.persons and len(bearers) == 1 and weak:
            told.persons[key] = bearers
    paired = {folded(state) for state in told.states.values()}
    for key in texts:
        if key in told.persons and key not in paired and told.kinds.get(key) != "demonym":
            told.kinds[key] = "person"


def _inner_forms(text: str) -> list[str]:
    """The first name, and for Iberian names the words inside: forms that may as well be the name of a town."""
    pieces = text.split()
    small = words("naming", "particles")
    joined = [" ".join(pieces[i : i + 2]) for i in range(1, len(pieces) - 1) if pieces[i] in small]
    return [one for one in [*pieces[:-1], *joined] if one not in small and len(one) > 2]


def _surname_forms(text: str) -> list[str]:
    """The shorter names under which a person may go on: last name, last two, with particles."""
    pieces = text.split()
    forms = [" ".join(pieces[i:]) for i in range(1, len(pieces))]
    if "-" in pieces[-1]:
        forms.append(pieces[-1].split("-")[-1])
    return forms
