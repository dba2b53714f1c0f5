"""The two whom "both sides", "the two presidents" or "neither" stand for."""

from collections import Counter
from collections.abc import Iterable

from rashomon.extract.found import coordinated
from rashomon.extract.names.entities import Entities, Entity
from rashomon.extract.names.offices import fits_office
from rashomon.extract.names.pronouns import is_subject
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

Pair = tuple[Entity, Entity]

_PERSON_WINDOW = 6
"""Sentences before a plural of persons in which the two must have been named."""


def says_two(token: Token) -> bool:
    """Whether a noun is said to be two known ones: both, each, either, neither, the two, the warring, the other."""
    said = {one.lower for one in token.children if one.i < token.i}
    if token.lower == "side" and any(one.dep == "prep" and one.lower == "with" for one in token.children):
        return False  # "either side with X": the verb
    return bool(said & words("naming", "both")) or {"the", "two"} <= said


def stands_alone(token: Token) -> bool:
    """Whether "both", "neither", "each" or "the two" stands without a noun, as a subject or an object."""
    if token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj") or token.tag not in ("DT", "CD", "PDT", "NN"):
        return False
    if any(one.lower == "of" for one in token.children):
        return False
    if token.lower == "two":
        return any(one.lower == "the" for one in token.children) and not token.child("amod", "relcl")
    return token.lower in ("both", "neither") and token.child("amod") is None


class Pairs:
    """Finds the two parties or persons of a report that a plural means."""

    def __init__(self, analysis: Analysis, entities: Entities) -> None:
        self._analysis, self._entities = analysis, entities
        self._parties: Pair | None = None
        self._weighed = False

    def persons(self, token: Token, narrowing: Iterable[str] = ()) -> Pair | None:
        """The two last named persons who hold the office that a plural names, any two persons for "the two"."""
        office = token.lower.removesuffix("s") if token.tag in ("NNS", "NNPS") else None
        for sentences in range(_PERSON_WINDOW + 1):
            found: dict[str, Entity] = {}
            for _, _, entity in self._entities.before(token, sentences=sentences):
                if entity.is_person and (office is None or fits_office(office, set(narrowing), entity)):
                    found.setdefault(entity.name, entity)
            if len(found) >= 2:
                pair = list(reversed(found.values()))
                return (pair[0], pair[1]) if len(pair) == 2 else None
            if office is None and sentences == 1:
                return None
        return None

    def states(self, token: Token) -> Pair | None:
        """The two states, and no third, of which the sentence so far or the one before speaks."""
        for sentences in (0, 1):
            found: dict[str, Entity] = {}
            for _, mention, entity in self._entities.before(token, sentences=sentences):
                state = self._entities.state(entity) if mention.reading == "actor" else None
                if state is not None:
                    found.setdefault(state.name, state)
            if len(found) > 1:
                pair = list(reversed(found.values()))
                return (pair[0], pair[1]) if len(pair) == 2 else None
        return None

    def subjects(self, token: Token) -> Pair | None:
        """The two coordinated subjects of the sentence before ("X and Y …. Both …")."""
        index = token.sentence - 1
        if index < 0 or self._analysis.sentences[index].role:
            return None
        for root in self._analysis.roots(self._analysis.sentences[index]):
            subject = root.child("nsubj", "nsubjpass")
            if subject is not None and (pair := self._coordinated(subject)):
                return pair
        return None

    def agreeing(self, token: Token) -> Pair | None:
        """The two subjects with whose verb that of a plural is coordinated ("X and Y met, and both sides will …")."""
        verb = token.head
        while verb.dep == "conj" and verb.head is not verb:
            verb = verb.head
            subject = verb.child("nsubj", "nsubjpass")
            if subject is not None and subject.i < token.i:
                return self._of_states(subject)
        index = token.sentence - 1
        roots = self._analysis.roots(self._analysis.sentences[index]) if index >= 0 and verb.dep == "ROOT" else []
        subject = roots[0].child("nsubj", "nsubjpass") if len(roots) == 1 and is_subject(token) else None
        return self._of_states(subject) if subject is not None and not self._analysis.sentences[index].role else None

    def coordinated_states(self, token: Token) -> Pair | None:
        """The only two coordinated states of the sentence before, wherever they stand in it."""
        index = token.sentence - 1
        if index < 0 or self._analysis.sentences[index].role:
            return None
        heads = [one for one in self._analysis.words(self._analysis.sentences[index]) if one.child("conj") is not None]
        found = [pair for one in heads if one.dep != "conj" and (pair := self._of_states(one))]
        return found[0] if len(found) == 1 else None

    def _of_states(self, first: Token) -> Pair | None:
        pair = self._coordinated(first)
        return pair if pair is not None and all(one.type in ("state", "armed group") for one in pair) else None

    def _coordinated(self, first: Token) -> Pair | None:
        """The two named that stand coordinated, and no third."""
        both = coordinated(first)
        named = [found[1] for one in both if (found := self._entities.at(one))]
        return (named[0], named[1]) if len(both) == len(named) == 2 and named[0].name != named[1].name else None

    def speaking(self, token: Token) -> Entity | None:
        """The state or group of who spoke last, in this sentence or the two before."""
        for index in range(token.sentence, max(-1, token.sentence - 3), -1):
            sentence = self._analysis.sentences[index]
            for one in reversed(self._analysis.words(sentence)):
                if one.dep == "nsubj" and one.head.lemma in words("naming", "voicing") and one.i < token.i:
                    found = self._entities.at(one)
                    return self._entities.state(found[1]) or found[1] if found else None
        return None

    def acting(self, token: Token) -> Entity | None:
        """The state or group that does what is told above a noun ("*X* will comply as long as the other side does")."""
        for verb in token.ancestors:
            subject = verb.child("nsubj", "nsubjpass") if verb.pos in ("VERB", "AUX") else None
            if subject is not None and subject.i < token.i and token not in subject.subtree:
                party = self._party(subject)
                if party is not None:
                    return party
        return None

    def parties(self) -> Pair | None:
        """The two states (or groups) at war with each other in the report, where it tells of one such pair alone."""
        if not self._weighed:
            self._weighed = True
            self._parties = self._opponents()
        return self._parties

    def _opponents(self) -> Pair | None:
        votes: Counter[frozenset[str]] = Counter()
        known: dict[str, Entity] = {}
        for one, other, weight in self._oppositions():
            if one.name != other.name:
                votes[frozenset((one.name, other.name))] += weight
                known |= {one.name: one, other.name: other}
        ranked = votes.most_common(2)
        if (
            not ranked
            or (ranked[0][1] < 2 and not self._are_alone(ranked[0][0]))
            or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1])
        ):
            return None
        first, second = sorted((known[name] for name in ranked[0][0]), key=lambda entity: entity.name)
        return first, second

    def _are_alone(self, names: frozenset[str]) -> bool:
        """Whether no other state is spoken of in the report."""
        return {entity.name for entity in self._entities.states()} <= names

    def _oppositions(self) -> Iterable[tuple[Entity, Entity, int]]:
        """Who stands against whom: war between two, war with one, one accusing or attacking the other."""
        for sentence in self._analysis.body:
            for token in self._analysis.words(sentence):
                if token.lemma in words("naming", "wars"):
                    yield from self._of_war(token)
                elif token.pos == "VERB" and token.lemma in words("naming", "hostile_verbs"):
                    yield from self._of_verb(token)

    def _of_war(self, noun: Token) -> Iterable[tuple[Entity, Entity, int]]:
        for preposition in noun.all("prep"):
            first = preposition.child("pobj")
            if first is None:
                continue
            named = [party for one in coordinated(first) if (party := self._party(one))]
            if preposition.lower == "between" and len(named) == 2:
                yield named[0], named[1], 2
            elif preposition.lower in ("with", "against") and len(named) == 1:
                owner = noun.child("poss")
                verb = next((one for one in noun.ancestors if one.pos == "VERB"), None)
                subject = owner or (verb.child("nsubj") if verb is not None else None)
                above = self._party(subject) if subject is not None else None
                if above is None and verb is not None:
                    above = next((p for one in verb.ancestors for s in one.all("nsubj") if (p := self._party(s))), None)
                if above is not None:
                    yield above, named[0], 2

    def _of_verb(self, verb: Token) -> Iterable[tuple[Entity, Entity, int]]:
        subject, target = verb.child("nsubj", "agent"), verb.child("dobj", "nsubjpass")
        if subject is not None and subject.dep == "agent":
            subject = subject.child("pobj")
        if subject is None or target is None:
            return
        one, other = self._party(subject), self._party(target)
        if one is not None and other is not None:
            yield one, other, 1

    def _party(self, token: Token) -> Entity | None:
        """The state or armed group for which a noun stands, or whose adjective or possessive is before it."""
        for one in [token, *token.all("amod", "compound", "poss", "nmod")]:
            found = self._entities.at(one)
            entity = found[1] if found else None
            if entity is None or found is None or found[0].reading == "place":
                continue
            if entity.type in ("armed group", "government", "person", "people", "state"):
                state = self._entities.state(entity)
                return state or (entity if entity.type == "armed group" else None)
        return None
