"""What a report itself tells about the names in it: persons, invented states, places, bodies.

Every occurrence of an unknown name votes; the kind with most votes is that of the name
in the whole report. A surname goes with the full name it was part of.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from rashomon.extract.names.datelines import dateline_places
from rashomon.extract.names.parts import Part
from rashomon.extract.names.readings import subject_of
from rashomon.extract.names.seats import Seats
from rashomon.extract.names.titles import title_before, titles_beside
from rashomon.extract.names.words import known
from rashomon.language.analysis import Analysis, Token
from rashomon.language.gazetteer import adjectives, folded, gazetteer
from rashomon.language.lexicon import words

Votes: TypeAlias = defaultdict[str, defaultdict[str, float]]
"""Weights by kind, for each folded name."""

# Below this a kind is not taken: one weak sign alone tells nothing.
_ENOUGH = 1.0
_LONG_ENOUGH = 0.7


# Bigger cities are known to be no capital of an invented state.
_LARGE = 100_000

# Prepositions before which hardly anything but a place stands; "on" and "into" take persons too.
_STRONG = {"in", "at", "near", "inside", "outside", "north", "south", "east", "west", "upstream", "downstream"}


@dataclass(slots=True)
class Evidence:
    """What the report tells: a kind for each unknown name, full names by surname, states by demonym and capital."""

    kinds: dict[str, str] = field(default_factory=dict)
    persons: dict[str, set[str]] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, set[str]] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)
    occurrences: Counter[str] = field(default_factory=Counter)

    def kind(self, text: str) -> str | None:
        """person, state, demonym, place, outlet, armed group, or None where nothing tells."""
        return self.kinds.get(folded(text))

    def full_name(self, surname: str) -> str | None:
        """The full name to which a surname belongs; None where no one or several bear it."""
        found = self.persons.get(folded(surname), set())
        return next(iter(found)) if len(found) == 1 else None

    def state_of(self, demonym: str) -> str | None:
        """The invented state of which this is the adjective."""
        key = folded(demonym)
        return self.states.get(key) or (self.states.get(key[:-1]) if key.endswith("s") else None)

    def body(self, head: str) -> str | None:
        """The one longer body of the report whose name ends in this word ("the Guard")."""
        found = self.bodies.get(head, set())
        return next(iter(found)) if len(found) == 1 else None


def evidence(analysis: Analysis, found: list[Part]) -> Evidence:
    """Weigh all occurrences of the unknown names of a report."""
    votes: Votes = defaultdict(lambda: defaultdict(float))
    texts: dict[str, str] = {}
    for part in found:
        if part.kind == "name":
            key = folded(part.text)
            texts.setdefault(key, part.text)
            for kind, weight in _votes(analysis, part):
                votes[key][kind] += weight
        elif part.kind == "body" and part.last - part.first > 1:
            first = analysis.tokens[part.first].text
            if looks_adjective(first) and first[0].isupper() and known(first) is None:
                texts.setdefault(folded(first), first)
    for place in dateline_places(analysis.document):
        votes[folded(place)]["place"] += 2
    told = Evidence(occurrences=Counter(folded(part.text) for part in found if part.kind == "name"))
    _pair_demonyms(told, texts, votes)
    for key, text in texts.items():
        decided = _decided(text, votes[key])
        if decided:
            told.kinds.setdefault(key, decided)
    _surnames(told, texts, votes)
    for part in found:
        if part.kind == "body" and " " in part.text:
            told.bodies.setdefault(part.text.split()[-1], set()).add(part.text)
    told.seats = _seats(analysis, found, told, texts)
    return told


def _seats(analysis: Analysis, found: list[Part], told: Evidence, texts: Mapping[str, str]) -> dict[str, str]:
    """The capitals of invented states: places that no list knows."""
    open_ones = {
        key
        for key in texts
        if told.kinds.get(key) == "place"
        or (" " not in key and told.kinds.get(key) in ("person", None) and key not in told.persons)  # "Zor said"
    }

    def state_of(part: Part) -> str | None:
        if part.known is not None:
            return None
        return part.text if told.kind(part.text) == "state" else told.state_of(part.text)

    dated = {folded(place) for place in dateline_places(analysis.document)}
    open_ones |= {place for place in dated if told.kinds.get(place, "place") == "place"}
    candidates = {key for key in open_ones if (gazetteer().city(key) or ((), 0))[1] < _LARGE}
    return Seats(analysis, found, state_of=state_of, candidates=candidates).learnt()


def _votes(analysis: Analysis, part: Part) -> Iterator[tuple[str, float]]:
    tokens = analysis.tokens
    head = head_of(tokens, part)
    before = tokens[part.first - 1] if part.first else None
    after = tokens[part.last] if part.last < len(tokens) else None
    yield from _person_votes(analysis, part, head)
    yield from _place_votes(analysis, part, before, after)
    yield from _state_votes(tokens, part, before, after)
    yield from _outlet_votes(analysis, part, before, after)


def head_of(tokens: list[Token], part: Part) -> Token:
    """The word of a part on which its other words hang, the last one where there are several."""
    for token in reversed(tokens[part.first : part.last]):
        if token.head is token or not part.first <= token.head.i < part.last:
            return token
    return tokens[part.last - 1]


def _person_votes(analysis: Analysis, part: Part, head: Token) -> Iterator[tuple[str, float]]:
    long = 2 <= len(part.text.split()) <= 5
    bearing = title_before(analysis, part.first)
    if bearing:
        yield "person", 3.0
    if any(True for _ in titles_beside(analysis, head)):
        yield "person", 2.5
    if any(one.dep == "relcl" and any(w.lower in ("who", "whom") for w in one.children) for one in head.children):
        yield "person", 2.0
    verb = subject_of(head)
    if verb is not None and verb.lemma in words("naming", "speech"):
        yield "voice", 1.0
        if long:
            yield "person", 0.6
    if verb is not None and verb.lemma in words("naming", "person_verbs"):
        yield "person", 1.0
    if long and _is_name_like(part.text):
        yield "person", 0.7
    follow = analysis.tokens[part.last + 1 : part.last + 3] if part.last + 1 < len(analysis.tokens) else []
    if follow and follow[0].text.isdigit() and analysis.tokens[part.last].text == ",":
        yield "person", 1.0


def _is_name_like(text: str) -> bool:
    pieces = text.replace("-", " ").split()
    return all(piece[0].isupper() or piece in words("naming", "particles") for piece in pieces) and not any(
        piece.lower() in words("naming", "not_actors") or any(char.isdigit() for char in piece) for piece in pieces
    )


def _place_votes(
    analysis: Analysis, part: Part, before: Token | None, after: Token | None
) -> Iterator[tuple[str, float]]:
    tokens, places = analysis.tokens, words("organisations", "place_nouns")
    if before is not None and before.lower == "the":
        yield "person", -2.0
        yield "place", 0.6
        before = tokens[before.i - 1] if before.i else None
    if before is not None and before.lower in words("naming", "locative"):
        yield "place", 1.5 if before.lower in _STRONG else 0.4
    elif before is not None and before.lower in words("naming", "directional"):
        yield "place", 0.6
    of = tokens[before.i - 1].lower if before is not None and before.lower == "of" and before.i else ""
    if of in places and of != "capital":
        yield "place", 3.0
    if before is not None and before.lower in places:
        yield "place", 1.5
    if after is not None and after.lower in places:
        yield "place", 2.0
    if after is not None and after.lower in ("administration", "camp", "team", "campaign", "aides"):
        yield "person", 3.0
    if after is not None and after.lower in words("organisations", "armed_nouns") and " " not in part.text:
        yield "people", 0.6
    head = head_of(tokens, part)
    if head.dep == "dobj" and head.head.lemma in words("naming", "taking_verbs") and " " not in part.text:
        yield "place", 0.7
    city = gazetteer().city(part.text)
    if city is not None:
        yield "place", 1.0 if city[1] > 50_000 else 0.5
    if after is not None and after.text == "," and _is_dateline(analysis, part):
        yield "place", 2.0


def _is_dateline(analysis: Analysis, part: Part) -> bool:
    sentence = analysis.sentence_of(analysis.tokens[part.first])
    return part.first == sentence.first and part.text.isupper()


def _state_votes(
    tokens: list[Token], part: Part, before: Token | None, after: Token | None
) -> Iterator[tuple[str, float]]:
    if before is not None and before.lower == "of" and before.i:
        office = _titled(tokens, before.i - 1)
        if office.lemma.lower() in _offices_of_state() and part.text[0].isupper():
            yield "state", 2.0
    if before is not None and before.lower == "of" and before.i and tokens[before.i - 1].lower == "capital":
        yield "state", 3.0
    if _is_at_war(head_of(tokens, part)):
        yield "state", 2.0
    verb = subject_of(tokens[part.last - 1]) if " " not in part.text else None
    if verb is not None and verb.lemma in words("naming", "state_verbs"):
        yield "state", 1.2
    if after is not None and after.tag == "POS":
        owned = " ".join(token.lower for token in tokens[part.last + 1 : part.last + 3])
        if owned in words("naming", "state_owned") or owned.split(" ")[0] in words("naming", "state_owned"):
            yield "state", 1.5
        elif owned.split(" ")[0] in words("naming", "person_owned"):
            yield "person", 2.0
        elif owned.split(" ")[0] in words("organisations", "of_a_state") and " " not in part.text:
            yield "state", 0.5
    if after is not None and " " not in part.text:
        if after.lower in words("organisations", "of_a_state") or (
            after.lower in words("titles", "modifier") | words("titles", "office") | words("titles", "rank")
            and tokens[part.last - 1].tag in ("JJ", "NNP")
        ):
            yield "demonym", 1.0
        if after.lower in words("naming", "of_states_alone"):
            yield "named state", 1.0
        if tokens[part.last - 1].tag in ("NNPS", "NNS") and before is not None and before.lower == "the":
            yield "demonym", 0.6


def _is_at_war(head: Token) -> bool:
    """Whether a name stands in "the war between X and Y"."""
    while head.dep == "conj":
        head = head.head
    return head.dep == "pobj" and head.head.lower == "between" and head.head.head.lemma in words("naming", "wars")


def _titled(tokens: list[Token], i: int) -> Token:
    """The word before "of", or the title before the name that stands there ("President Ana Tolan of …")."""
    at = i
    while at > 0 and i - at < 5 and tokens[at].pos == "PROPN" and tokens[at].lower not in words("titles", "office"):
        at -= 1
    return tokens[at] if tokens[at].text[0].isupper() else tokens[i]


@cache
def _offices_of_state() -> frozenset[str]:
    return frozenset(title.split()[-1] for title in words("titles", "of_state")) - {"affairs", "defence", "defense"}


def _outlet_votes(
    analysis: Analysis, part: Part, before: Token | None, after: Token | None
) -> Iterator[tuple[str, float]]:
    document = analysis.document
    named = {folded(name) for name in (document.outlet, *document.upstreams) if name}
    if folded(part.text) in named or "the " + folded(part.text) in named:
        yield "outlet", 5.0
    media = words("outlets", "media_noun")
    if after is not None and after.lower in media | {"agency"} and part.text[0].isupper():
        yield "outlet", 1.5
    if before is not None and before.lower in media and before.lower != "agency":
        yield "outlet", 2.0
    if part.text.isupper() and 2 <= len(part.text) <= 6 and after is not None:
        if after.lemma in ("report", "quote", "cite") or (before is not None and before.lemma in ("tell", "quote")):
            yield "outlet", 2.0
        yield "acronym", 1.0


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
        elif votes[key]["demonym"] >= 1 and votes[key]["person"] < 1 and looks_adjective(text):
            told.kinds[key] = "demonym"


def looks_adjective(text: str) -> bool:
    """Whether a word has the form of a state's adjective."""
    return text.lower().rstrip("s").endswith(("ian", "an", "ese", "ish", "i", "ic"))


def _decided(text: str, votes: Mapping[str, float]) -> str | None:
    """The kind with most votes, where it has enough."""
    if " " not in text:
        return _decided_single(votes)
    kinds = ("state", "person", "place", "outlet")
    best = max(kinds, key=lambda kind: (votes[kind], -kinds.index(kind)))
    return best if votes[best] >= _LONG_ENOUGH else None


def _decided_single(votes: Mapping[str, float]) -> str | None:
    """The kind of a name of one word, which may be a surname as well as a town."""
    for kind in ("outlet", "person", "state"):
        if votes[kind] >= 2 and votes[kind] == max(votes[one] for one in ("outlet", "person", "state", "place")):
            return kind
    if votes["acronym"]:
        return "organisation"
    if votes["named state"] >= 1 and votes["person"] < 1:
        return "state"
    if votes["place"] >= _ENOUGH and votes["place"] >= votes["voice"]:
        return "place"
    if votes["voice"] >= 1 and votes["place"] < 1 and votes["state"] < 1:
        return "person" if votes["place"] <= 0 else "place"
    if votes["state"] >= _ENOUGH or votes["people"] >= _ENOUGH:
        return "state" if votes["state"] >= votes["people"] else "people"
    return "place" if votes["place"] >= 0.6 and votes["voice"] == 0 else None


def _surnames(told: Evidence, texts: dict[str, str], votes: Votes) -> None:
    """Which full names end in which surname; a single name that is one becomes a person."""
    for key, text in texts.items():
        if told.kinds.get(key) == "person" and " " in key:
            for piece in _surname_forms(text):
                told.persons.setdefault(folded(piece), set()).add(text)
    paired = {folded(state) for state in told.states.values()}
    for key in texts:
        if key in told.persons and key not in paired and told.kinds.get(key) != "demonym":
            told.kinds[key] = "person"


def _surname_forms(text: str) -> list[str]:
    """The shorter names under which a person may go on: last name, last two, with particles, and the first."""
    pieces = text.split()
    forms = [" ".join(pieces[i:]) for i in range(1, len(pieces))]
    if "-" in pieces[-1]:
        forms.append(pieces[-1].split("-")[-1])
    return forms
