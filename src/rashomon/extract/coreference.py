"""Whom pronouns and descriptions of a report go back to.

Precision first: a pronoun is linked by the syntax of its own sentence (the subject of a
clause above it), else by the subject of the sentence before, else where only one fitting
entity is near. What remains open has no antecedent.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.extract.found import Found
from rashomon.extract.names.authors import OWN_SIDE, Author
from rashomon.extract.names.descriptions import Descriptions
from rashomon.extract.names.entities import Entities, Entity
from rashomon.extract.names.pronouns import (
    ALONE,
    ASKED,
    GROUP,
    PERSON,
    SPEAKER,
    THING,
    country_above,
    fits,
    is_empty,
    is_of_thing,
    is_subject,
    subject_above,
)
from rashomon.extract.names.quotations import Quotations
from rashomon.extract.names.subjects import Subjects
from rashomon.extract.names.together import COUNTS
from rashomon.extract.turns import Turn, turn_at, turns
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention, Title

_PRONOUNS = set(PERSON) | THING | GROUP | SPEAKER | ASKED

# The rules by which a pronoun is so sure that it tells the gender of a person for the whole report.
_ABOVE = "pronoun of the subject above"
_SURE = {"pronoun of its clause's subject", _ABOVE, "pronoun of the only one in its sentence"}


def coreference(analysis: Analysis, named: Sequence[Mention]) -> Iterator[Mention]:
    """The pronouns and descriptions of the running text, with the mention they go back to.

    The text is read twice: what sure pronouns tell of persons helps where pronouns before them are unsure.
    """
    found = Found(analysis)
    found.add(named)
    turned = turns(analysis, found)
    first = _Resolver(analysis, Entities(analysis, named), turned)
    for _ in first.all():
        pass
    second = _Resolver(analysis, Entities(analysis, named, genders=first.genders()), turned, earlier=first)
    second.calls_states_she(first)
    yield from second.all()


class _Resolver:
    def __init__(
        self, analysis: Analysis, entities: Entities, turned: Sequence[Turn], *, earlier: "_Resolver | None" = None
    ) -> None:
        self._analysis, self._entities, self._turned = analysis, entities, turned
        self._descriptions = Descriptions(analysis, entities)
        self._subjects = Subjects(analysis, entities)
        self._quotations = Quotations(analysis, entities, earlier._entities if earlier is not None else None)
        self._author = Author(analysis)
        self._told: defaultdict[str, set[str]] = defaultdict(set)  # the genders that sure pronouns tell of persons

    def all(self) -> Iterator[Mention]:
        """Every pronoun and description, in text order."""
        heads = self._descriptions.heads
        for sentence in self._analysis.body:
            for token in self._analysis.tokens[sentence.first : sentence.last]:
                if token.lower in _PRONOUNS or token.lower in heads:
                    yield from self.at(token)

    def calls_states_she(self, first: "_Resolver") -> None:
        """Take over from a first reading whether the report calls states "she"."""
        self._subjects.personified = first._subjects.personified

    def genders(self) -> dict[str, str]:
        """The gender of each person of whom sure pronouns tell one alone."""
        return {name: next(iter(told)) for name, told in self._told.items() if len(told) == 1}

    def at(self, token: Token) -> Iterator[Mention]:
        """The pronoun or description headed by a token."""
        if token.lower in _PRONOUNS and token.tag in ("PRP", "PRP$"):
            yield from self._pronoun(token)
        elif token.pos in ("NOUN", "PROPN"):
            yield from self._descriptions.at(token)
        elif token.lower in ("both", "neither", "two", *COUNTS):
            yield from self._descriptions.alone(token)

    def _pronoun(self, token: Token) -> Iterator[Mention]:
        lower = token.lower
        if lower in THING and is_empty(token):
            return
        entity, rule = None, "pronoun"
        several: tuple[str, ...] = ()
        if lower in ASKED:
            entity, rule = self._asked(token), "second person of an interview"
            if entity is None:
                return
        elif lower in SPEAKER:
            quoted = self._analysis.quote_at(token.start) is not None
            if not quoted and lower in ALONE and self._author.name is not None and self._is_authors(token):
                yield self._of_author(token, self._author.name)
                return
            entity, rule = self._quotations.first_person(token) if quoted else self._of_turn(token)
        elif self._quotations.around(token) is not None:
            entity, rule = self._quotations.third_person(token)
        elif lower in GROUP and (several := self._subjects.several(token)):
            rule = "pronoun of those named together"
        else:
            entity, rule = self._antecedent(token)
        span = self._analysis.document.span(token.start, token.end)
        mention = Mention(
            document=span.document, evidence=(span,), form="pronoun", reading="actor",
            type=entity.type if entity else "person" if lower in PERSON else None,  # type: ignore[arg-type]
            country=entity.country if entity else country_above(self._entities, token) if lower in GROUP else None,
            antecedents=(entity.root,) if entity else several, rule=rule, score=0.85 if entity or several else 0.5,
            roles=self._side_of_turn(token) if rule == OWN_SIDE else (),
        )  # fmt: skip
        if lower in ASKED:  # who is asked is nobody of whom the question tells: no "he" goes back to "you"
            self._entities.by_head[token.i] = (mention, entity)
        else:
            self._entities.add(mention, token, entity)
        if entity and lower in PERSON:
            self._learn(token, entity, rule)
        yield mention

    def _is_authors(self, token: Token) -> bool:
        """Whether it is not somebody else's turn to speak."""
        turn = turn_at(self._turned, token.start) if self._turned else None
        return turn is None or turn.asks or turn.who is None

    def _of_turn(self, token: Token) -> tuple[Entity | None, str]:
        """Whom "I" means in an interview: the one whose turn it is; "we" may be many."""
        turn = turn_at(self._turned, token.start)
        if turn is not None and token.lower not in ALONE:
            return None, self._author.own_side(token) if not turn.asks and turn.who is not None else "pronoun"
        if turn is None or turn.asks or turn.who is None:
            return None, self._author.own_side(token)
        entity = self._entities.of(turn.who)
        return (entity, "first person of an interview") if entity is not None else (None, "pronoun")

    def _side_of_turn(self, token: Token) -> tuple[Title, ...]:
        """Whose side "we" is in somebody's turn to speak: of what state he is, all reports may tell."""
        turn = turn_at(self._turned, token.start) if self._turned else None
        quoted = self._analysis.quote_at(token.start) is not None
        who = turn.who.name if turn is not None and turn.who is not None and not quoted else None
        return (Title(title="side", of=who),) if who else ()

    def _asked(self, token: Token) -> Entity | None:
        """Whom "you" means in the question of an interview."""
        turn = turn_at(self._turned, token.start) if self._turned else None
        quoted = self._analysis.quote_at(token.start) is not None
        return self._entities.of(turn.who) if turn is not None and turn.asks and turn.who and not quoted else None

    def _learn(self, token: Token, entity: Entity, rule: str) -> None:
        """Take in what a pronoun tells: the gender of a person, that the report calls states "she"."""
        if entity.type == "state":
            self._subjects.personified = True
            return
        entity.gender = entity.gender or PERSON[token.lower]
        within = self._entities.within(token.sentence)
        if rule in _SURE and any(one is entity and mention.form == "name" for _, mention, one in within):
            self._told[entity.name].add(PERSON[token.lower])

    def _of_author(self, token: Token, name: str) -> Mention:
        span = self._analysis.document.span(token.start, token.end)
        mention = Mention(
            document=span.document, evidence=(span,), form="pronoun", reading="actor", type="person", name=name,
            rule="first person of the author", score=0.9,
        )  # fmt: skip
        self._entities.add(mention, token, None)
        return mention

    def _antecedent(self, token: Token) -> tuple[Entity | None, str]:
        if self._means_claim(token) or is_of_thing(token):
            return None, "pronoun"
        own = self._subjects.own_clause(token)
        if own is not None and fits(token, own):
            return own, "pronoun of its clause's subject"
        if (state := self._subjects.as_she(token, own)) is not None:
            return state, "pronoun of a state called she"
        if (speaker := self._subjects.last_speaker(token)) is not None:
            return speaker, "pronoun of the last speaker"
        owner = self._subjects.owner_of_speaker(token) if token.lower == "it" else None
        if owner is not None:
            return owner, "pronoun of the body for which a person speaks"
        above = None if token.lower == "them" else self._subjects.above(token)
        if above is not None and fits(token, above):
            unsure = self._subjects.is_rivalled(token, above) or (
                above.name == above.root and self._may_be(token, above)
            )
            return (None, "pronoun") if unsure else (above, _ABOVE)
        return self._before(token)

    def _before(self, token: Token) -> tuple[Entity | None, str]:
        """Whom a pronoun means of whom its own sentence has no subject: the subject before, the only one near."""
        previous = self._subjects.before(token)
        inside = self._only(token, sentences=0)
        if inside is not None and (token.dep == "poss" or previous is None or not fits(token, previous)):
            return inside, "pronoun of the only one in its sentence"
        if token.lower in GROUP and not (previous is not None and self._is_plural(token, previous)):
            return None, "pronoun"  # 1 in 4 right on our passages: a plural goes back to a plural without a name
        leads = is_subject(token) or (token.dep == "poss" and is_subject(token.head))
        if previous is not None and fits(token, previous) and leads and inside in (None, previous):
            unsure = self._may_be(token, previous)
            return (None, "pronoun") if unsure else (previous, "pronoun of the subject before")
        if token.lower not in PERSON:
            return None, "pronoun"  # "it" and "its" of the only body near: 0 in 3 right
        near = self._only(token, sentences=1) or self._only(token, sentences=2)
        return (near, "pronoun of the only one near") if near is not None else (None, "pronoun")

    def _may_be(self, token: Token, chosen: Entity) -> bool:
        """Whether "she" may as well be another than somebody chosen of whom nothing tells that it is a woman."""
        if PERSON.get(token.lower) != "female" or chosen.gender is not None:
            return False
        return any(fits(token, one) and one is not chosen for _, _, one in self._entities.before(token, sentences=1))

    def _is_plural(self, token: Token, entity: Entity) -> bool:
        """Whether somebody was last spoken of by a plural ("French troops")."""
        last = next((place for place, _, one in self._entities.before(token, sentences=1) if one is entity), None)
        return last is not None and self._analysis.tokens[last].tag == "NNS"

    def _means_claim(self, token: Token) -> bool:
        """Whether "it" as an object is what was said rather than a state ("X denied it"), or "their" is a plural's."""
        if token.lower in GROUP and token.dep == "poss":
            verb = next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None)
            subject = subject_above(verb)
            plural = subject is not None and (subject.tag in ("NNS", "NNPS") or subject.child("conj") is not None)
            return subject is not None and subject.i < token.i and plural
        if token.lower != "it" or token.dep not in ("dobj", "pobj"):
            return False
        rulers = words("naming", "political_verbs") | words("naming", "hostile_verbs") | words("naming", "political")
        return token.head.lemma not in rulers or token.head.lemma == "for"

    def _only(self, token: Token, *, sentences: int) -> Entity | None:
        """The only fitting entity in the sentence so far and so many before it."""
        found: dict[str, Entity] = {}
        barred = self._subjects.barred(token)
        for place, mention, entity in self._entities.before(token, sentences=sentences):
            present = self._analysis.tokens[place].lower in SPEAKER | ASKED  # no "he" goes back to "I" or "you"
            if entity is not barred and not present and fits(token, entity) and not self._is_modifier(place, mention):
                found.setdefault(entity.name, entity)
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_modifier(self, place: int, mention: Mention) -> bool:
        """Whether a mention only tells of what state or owner another one is."""
        return mention.form == "demonym" and self._analysis.tokens[place].dep in ("amod", "compound", "nmod")
