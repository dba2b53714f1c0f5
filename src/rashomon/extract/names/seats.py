"""Which place is the capital of which state, as far as a report itself tells it of places that no list knows."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from rashomon.extract.names.datelines import dateline_places
from rashomon.extract.names.parts import Part
from rashomon.extract.names.readings import subject_of
from rashomon.extract.names.words import known
from rashomon.language.analysis import Analysis, Token
from rashomon.language.gazetteer import folded
from rashomon.language.lexicon import words

StateOf = Callable[[Part], str | None]
"""The state that a name or an adjective stands for."""

# Measured on 125 reports of real wars with the gazetteer's capitals hidden: docs of the suite `actors`.
_ENOUGH = 1.5
_AGAINST = -3.0
_WEAK = 0.5
# Half of what is enough will do where no other place and no other state remain.
_HALF = 0.75
_GOVERNMENTS = {"government", "regime", "authorities", "rulers", "leaders", "leadership", "cabinet", "presidency"}


class Seats:
    """Weighs the signs for each place and state of a report.

    After `learnt`, `weak` has the state for which something speaks, but not enough in this report alone.
    """

    def __init__(self, analysis: Analysis, parts: list[Part], *, state_of: StateOf, candidates: set[str]) -> None:
        self._analysis = analysis
        self._candidates = candidates
        self.weak: dict[str, str] = {}
        self._places: dict[int, str] = {}
        self._states: dict[int, str] = {}
        for part in parts:
            head = part.last - 1
            if part.kind == "name" and folded(part.text) in candidates:
                self._places[head] = folded(part.text)
            elif part.kind in ("name", "known") and (state := state_of(part)):
                self._states[head] = state
            elif part.kind == "body":  # "Veldanian Defence Ministry": the state stands inside
                inner = Part(part.first, part.first + 1, "name", analysis.tokens[part.first].text)
                if part.last - part.first > 1 and (state := state_of(inner)):
                    self._states[head] = state

    def learnt(self) -> dict[str, str]:
        """The state of each place that is the capital of one, by folded name."""
        if not self._candidates or not self._states:
            return {}
        votes: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for place, state, weight in self._signs():
            votes[place][state] += weight
        found = {place: best for place, weights in votes.items() if (best := _best(weights, _ENOUGH))}
        found |= self._last_one(votes, found)
        self.weak = {
            place: best for place, weights in votes.items() if place not in found and (best := _best(weights, _HALF))
        }
        return found

    def _last_one(self, votes: Mapping[str, Mapping[str, float]], found: Mapping[str, str]) -> dict[str, str]:
        """The one place left from which somebody governs is the capital of the one state left without."""
        left = {state for state in self._states.values() if known(state) is None} - set(found.values())
        if len(left) != 1:
            return {}
        state = next(iter(left))
        signs = {place for place, weights in votes.items() if place not in found and weights[state] >= _HALF}
        seats = (signs | self._governing()) - set(found)
        against = {place for place in seats if place in votes and votes[place][state] < 0}
        return dict.fromkeys(seats, state) if len(seats) == 1 and not against else {}

    def _governing(self) -> set[str]:
        """The places in which a government without a state is said to sit ("the government in X denies it")."""
        found = set()
        for i, place in self._places.items():
            above = self._analysis.tokens[i].head
            if above.lower == "in" and above.head.lower in _GOVERNMENTS and self._state(above.head) is None:
                found.add(place)
        return found

    def _signs(self) -> Iterator[tuple[str, str, float]]:
        yield from self._dateline()
        tokens = self._analysis.tokens
        for i, place in self._places.items():
            for state, weight in self._of(tokens[i]):
                yield place, state, weight

    def _of(self, token: Token) -> Iterator[tuple[str, float]]:
        yield from self._called_capital(token)
        verb = subject_of(token)
        if verb is not None:
            yield from self._as_subject(verb)
        if token.dep == "pobj" and token.head.lower == "in":
            yield from self._inside(token.head.head)
        for one in [*token.all("conj"), *([token.head] if token.dep == "conj" else [])]:
            if state := self._state(one):
                yield state, _AGAINST

    def _called_capital(self, token: Token) -> Iterator[tuple[str, float]]:
        """X called the capital of a state ("the Veldanian capital Korvast")."""
        near = [token.head, *token.all("appos"), *token.all("compound", "nmod")]
        for one in near:
            if one.lower == "capital":
                owner = [*one.all("amod", "poss", "compound"), *(p.child("pobj") for p in one.all("prep"))]
                for other in owner:
                    if other is not None and (state := self._states.get(other.i)):
                        yield state, 3.0

    def _as_subject(self, verb: Token) -> Iterator[tuple[str, float]]:
        """An official of a state who says what X will do; whom X accuses is another state."""
        if verb.dep == "ccomp" and verb.head.lemma in words("naming", "speech"):
            speaker = verb.head.child("nsubj")
            if speaker is not None and (state := self._official(speaker)):
                # A state that speaks of a place by itself may speak of its foe ("X said Y was lying").
                yield state, 1.5 if speaker.i not in self._states else _WEAK
        for one in verb.all("dobj"):
            if state := self._state(one):
                yield state, _AGAINST

    def _inside(self, above: Token) -> Iterator[tuple[str, float]]:
        """An organ in X ("the ministry in X said"), an official who speaks in X."""
        if above.lower in words("naming", "seated"):
            if state := self._state(above):
                yield state, 2.0
            elif above.head.lemma in words("naming", "speech"):
                said = above.head.child("ccomp")
                subject = said.child("nsubj") if said is not None else None
                if subject is not None and (state := self._state(subject)):
                    yield state, 1.0
        elif above.lemma in words("naming", "speech"):
            speaker = above.child("nsubj")
            if speaker is not None and (state := self._official(speaker) or self._before(speaker)):
                yield state, 0.75

    def _dateline(self) -> Iterator[tuple[str, str, float]]:
        """The state that speaks first in a report from X."""
        places = [folded(place) for place in dateline_places(self._analysis.document)]
        body = self._analysis.body
        if not places or places[0] not in self._candidates or not body:
            return
        outlet = " " + folded(self._analysis.document.outlet or "").replace(",", " ") + " "
        for own in sorted(set(self._states.values())):  # what a government gives out is dated from its capital
            if f" of {folded(own)} " in outlet:
                yield places[0], own, 2.0
        for one in self._analysis.tokens[: body[0].last]:  # "besieging the capital of Y", written from there
            if one.lower == "capital" and not one.all("appos") and one.dep != "appos":
                owners = [*one.all("amod", "poss", "compound"), *(p.child("pobj") for p in one.all("prep"))]
                for owner in owners:
                    if owner is not None and (own_state := self._states.get(owner.i)):
                        yield places[0], own_state, 2.0
        for root in self._analysis.roots(body[0]):
            for verb in (root, *root.all("parataxis")):  # "X will pay, the minister said"
                subject = verb.child("nsubj")
                if subject is not None and verb.lemma in words("naming", "speech") and (state := self._state(subject)):
                    yield places[0], state, 1.0

    def _official(self, token: Token) -> str | None:
        """The state of a speaker: a state itself, or one whose title or phrase tells it."""
        if state := self._state(token):
            return state
        for one in token.all("prep"):
            held = one.child("pobj") if one.lower == "of" else None
            if held is not None and (state := self._states.get(held.i)):
                return state
        return None

    def _before(self, speaker: Token) -> str | None:
        """For an official without a state: the state that spoke in the sentence before."""
        titled = any(one.lower in words("titles", "office") for one in speaker.all("compound", "appos"))
        if not titled or not speaker.sentence:
            return None
        for root in self._analysis.roots(self._analysis.sentences[speaker.sentence - 1]):
            subject = root.child("nsubj")
            if subject is not None and root.lemma in words("naming", "speech"):
                return self._state(subject)
        return None

    def _state(self, token: Token) -> str | None:
        """The state that a noun names, or whose adjective or possessive stands before it."""
        if state := self._states.get(token.i):
            return state
        inner = token.all("amod", "compound", "poss", "nmod")
        deeper = [two for one in inner if one.dep == "poss" for two in one.all("amod", "compound", "nmod")]
        found = {state for one in [*inner, *deeper] if (state := self._states.get(one.i))}
        return next(iter(found)) if len(found) == 1 else None


def _best(weights: Mapping[str, float], enough: float) -> str | None:
    """The state with enough weight and twice that of any other."""
    ranked = sorted(weights.items(), key=lambda one: (-one[1], one[0]))
    if ranked[0][1] < enough or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    return ranked[0][0]
