"""Whom pronouns and descriptions of a report go back to.

Precision first: a pronoun is linked by the syntax of its own sentence (the subject of a
clause above it), else by the subject of the sentence before, else where only one fitting
entity is near. What remains open has no antecedent.
"""

from collections.abc import Iterator, Sequence

from rashomon.extract.names.authors import Author
from rashomon.extract.names.descriptions import Descriptions, describing
from rashomon.extract.names.entities import Entities, Entity
from rashomon.extract.names.pronouns import country_above, is_empty, subject_above
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention

_PERSON = dict.fromkeys(("he", "him", "his", "himself"), "male") | dict.fromkeys(
    ("she", "her", "hers", "herself"), "female"
)
_THING = {"it", "its", "itself"}
_GROUP = {"they", "them", "their", "themselves"}
_SPEAKER = {"i", "me", "my", "we", "us", "our"}
_ALONE = {"i", "me", "my"}
_PRONOUNS = set(_PERSON) | _THING | _GROUP | _SPEAKER


def coreference(analysis: Analysis, named: Sequence[Mention]) -> Iterator[Mention]:
    """The pronouns and descriptions of the running text, with the mention they go back to."""
    heads = describing()
    resolver = _Resolver(analysis, Entities(analysis, named))
    for sentence in analysis.body:
        for token in analysis.tokens[sentence.first : sentence.last]:
            if token.lower in _PRONOUNS or token.lower in heads:
                yield from resolver.at(token)


class _Resolver:
    def __init__(self, analysis: Analysis, entities: Entities) -> None:
        self._analysis, self._entities = analysis, entities
        self._descriptions = Descriptions(analysis, entities)
        self._author = Author(analysis)
        self._subjects: dict[int, Entity | None] = {}  # the subject of the main clause of each sentence

    def at(self, token: Token) -> Iterator[Mention]:
        """The pronoun or description headed by a token."""
        if token.lower in _PRONOUNS and token.tag in ("PRP", "PRP$"):
            yield from self._pronoun(token)
        elif token.pos in ("NOUN", "PROPN"):
            yield from self._descriptions.at(token)
        elif token.lower in ("both", "neither", "two"):
            yield from self._descriptions.alone(token)

    def _pronoun(self, token: Token) -> Iterator[Mention]:
        lower = token.lower
        if lower in _THING and is_empty(token):
            return
        entity, rule = None, "pronoun"
        if lower in _SPEAKER:
            quoted = self._analysis.quote_at(token.start) is not None
            if not quoted and lower in _ALONE and self._author.name is not None:
                yield self._of_author(token, self._author.name)
                return
            entity, rule = self._first_person(token) if quoted else (None, self._author.own_side(token))
        elif self._quoted(token) is not None:
            entity, rule = self._in_quote(token)
        else:
            entity, rule = self._antecedent(token)
        span = self._analysis.document.span(token.start, token.end)
        mention = Mention(
            document=span.document, evidence=(span,), form="pronoun", reading="actor",
            type=entity.type if entity else "person" if lower in _PERSON else None,  # type: ignore[arg-type]
            country=entity.country if entity else country_above(self._entities, token) if lower in _GROUP else None,
            antecedents=(entity.root,) if entity else (), rule=rule, score=0.85 if entity else 0.5,
        )  # fmt: skip
        self._entities.add(mention, token, entity)
        if entity and lower in _PERSON:
            entity.gender = entity.gender or _PERSON[lower]
        yield mention

    def _of_author(self, token: Token, name: str) -> Mention:
        span = self._analysis.document.span(token.start, token.end)
        mention = Mention(
            document=span.document, evidence=(span,), form="pronoun", reading="actor", type="person", name=name,
            rule="first person of the author", score=0.9,
        )  # fmt: skip
        self._entities.add(mention, token, None)
        return mention

    def _quoted(self, token: Token) -> int | None:
        quote = self._analysis.quote_at(token.start)
        return quote.start if quote and quote.end - quote.start > 25 else None

    def _fits(self, token: Token, entity: Entity) -> bool:
        lower = token.lower
        if lower in _PERSON:
            return entity.is_person and entity.gender in (None, _PERSON[lower])
        return entity.is_body if lower in _THING else entity.is_group

    def _antecedent(self, token: Token) -> tuple[Entity | None, str]:
        if self._means_claim(token):
            return None, "pronoun"
        own = self._own_clause(token)
        if own is not None and self._fits(token, own):
            return own, "pronoun of its clause's subject"
        if (speaker := self._last_speaker(token)) is not None:
            return speaker, "pronoun of the last speaker"
        owner = self._owner_of_speaker(token) if token.lower == "it" else None
        if owner is not None:
            return owner, "pronoun of the body for which a person speaks"
        above = None if token.lower == "them" else self._above(token)
        if above is not None and self._fits(token, above):
            return above, "pronoun of the subject above"
        previous = self._previous_subject(token)
        inside = self._only(token, sentences=0)
        if inside is not None and (token.dep == "poss" or previous is None or not self._fits(token, previous)):
            return inside, "pronoun of the only one in its sentence"
        leads = self._is_subject(token) or (token.dep == "poss" and self._is_subject(token.head))
        if previous is not None and self._fits(token, previous) and leads and inside in (None, previous):
            return previous, "pronoun of the subject before"
        near = self._only(token, sentences=1)
        if near is None and token.lower in _PERSON:
            near = self._only(token, sentences=2)
        return (near, "pronoun of the only one near") if near is not None else (None, "pronoun")

    def _own_clause(self, token: Token) -> Entity | None:
        """For a possessive or an object: the subject of the clause in which it stands, before it."""
        if self._is_subject(token):
            return None
        verb = next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None)
        while verb is not None:
            subject = verb.child("nsubj", "nsubjpass")
            if subject is not None:
                if subject.i >= token.i or token.i in {one.i for one in subject.subtree}:
                    return None
                return self._fitting_of(token, subject, verb.child("dobj")) if token.dep == "poss" else None
            if verb.dep == "xcomp" and (told := self._told(token, verb.head)):
                return told
            verb = (
                verb.head if verb.dep in ("xcomp", "conj", "advcl", "pcomp", "prep") and verb.head is not verb else None
            )
        return None

    def _fitting_of(self, token: Token, subject: Token, target: Token | None) -> Entity | None:
        """The subject for which a possessive can stand, else the object that it follows ("thanked X for its help")."""
        found = self._single(subject)
        if found is None or self._fits(token, found) or target is None or target.i > token.i or token in target.subtree:
            return found
        other = self._single(target)
        return other if other is not None and self._fits(token, other) else found

    def _told(self, token: Token, verb: Token) -> Entity | None:
        """Who is told or given to do what the possessive stands in ("gave X three days to clear its posts")."""
        for one in [*verb.all("dative"), *verb.all("dobj")]:
            found = self._single(one) if one.i < token.i else None
            if found is not None and self._fits(token, found):
                return found
        return None

    def _is_subject(self, token: Token) -> bool:
        return token.dep in ("nsubj", "nsubjpass")

    def _above(self, token: Token) -> Entity | None:
        """The subject of a clause above the pronoun's own: "X said he …", "X, whose …"."""
        clause = next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None)
        if clause is None:
            return None
        subject = subject_above(clause)
        own = self._single(subject) if subject is not None else None
        for verb in [clause, *clause.ancestors] if token.dep == "poss" else clause.ancestors:
            if verb.pos not in ("VERB", "AUX"):
                continue
            subject = verb.child("nsubj", "nsubjpass")
            if subject is None or subject.i > token.i or subject is token:
                continue
            found = self._single(subject)
            if found is not None and self._fits(token, found) and (token.dep == "poss" or found is not own):
                return found
        return None

    def _means_claim(self, token: Token) -> bool:
        """Whether "it" as an object is what was said rather than a state ("X denied it"), or "their" is a plural's."""
        if token.lower in _GROUP and token.dep == "poss":
            verb = next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None)
            subject = subject_above(verb)
            plural = subject is not None and (subject.tag in ("NNS", "NNPS") or subject.child("conj") is not None)
            return subject is not None and subject.i < token.i and plural
        if token.lower != "it" or token.dep not in ("dobj", "pobj"):
            return False
        rulers = words("naming", "political_verbs") | words("naming", "hostile_verbs") | words("naming", "political")
        return token.head.lemma not in rulers or token.head.lemma == "for"

    def _owner_of_speaker(self, token: Token) -> Entity | None:
        """For "it" in "the Guard's commander said it …": the body of which the speaker is."""
        verb = token.head if self._is_subject(token) and token.head.dep == "ccomp" else None
        subject = verb.head.child("nsubj") if verb is not None and verb.head is not verb else None
        if subject is None or (found := self._single(subject)) is None or not found.is_person:
            return None
        near = [*subject.all("poss", "amod", "compound"), *(p.child("pobj") for p in subject.all("prep"))]
        owners = [held[1] for one in near if one is not None and (held := self._entities.at(one))]
        fitting = [one for one in owners if self._fits(token, one)]
        return fitting[0] if len(fitting) == 1 else None

    def _last_speaker(self, token: Token) -> Entity | None:
        """For "she said", "it added" beside words reported: who spoke last, in this sentence or the two before."""
        if not self._is_subject(token) or token.head.lemma not in words("naming", "voicing") or token.lower == "they":
            return None
        above = token.head.head
        if token.head is not above and any(one.i < token.i for one in above.all("nsubj", "nsubjpass")):
            return None  # "X said it would answer": somebody above speaks of it
        previous = self._previous_subject(token)
        if previous is not None and self._fits(token, previous):
            return previous  # "X put its losses at 50. Half of them were drowned, it said."
        for place, mention, entity in self._entities.before(token, sentences=2):
            one = self._analysis.tokens[place]
            spoke = one.dep == "nsubj" and one.head.lemma in words("naming", "voicing")
            cited = one.dep == "pobj" and one.head.lower == "to" and one.head.head.lower == "according"
            if (spoke or cited) and one.head is not token.head and mention.form != "demonym":
                return entity if self._fits(token, entity) else None
        return None

    def _barred(self, token: Token) -> Entity | None:
        """Whom an object pronoun cannot stand for: the subject of its own clause."""
        if self._is_subject(token) or token.dep == "poss" or token.lower.endswith("self"):
            return None
        clause = next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None)
        subject = subject_above(clause)
        return self._single(subject) if subject is not None else None

    def _single(self, subject: Token) -> Entity | None:
        """Whom a subject stands for, where it is one and not several."""
        if subject.child("conj") is not None:
            return None
        found = self._entities.at(subject)
        return found[1] if found else None

    def _previous_subject(self, token: Token) -> Entity | None:
        """The subject of the main clause of the sentence before, of its speaker where it is a quotation."""
        index = token.sentence - 1
        if index < 0 or self._analysis.sentences[index].role:
            return None
        if index not in self._subjects:
            self._subjects[index] = self._main_subject(index)
        return self._subjects[index]

    def _main_subject(self, index: int) -> Entity | None:
        sentence = self._analysis.sentences[index]
        for root in self._analysis.roots(sentence):
            for verb in [root, *root.all("conj")]:
                subject = verb.child("nsubj", "nsubjpass")
                if subject is not None and (found := self._single(subject)) is not None:
                    return found
            misread = root.pos in ("NOUN", "PROPN") and root.child("acl") is not None  # "The minister, X, held talks"
            if misread and (found := self._single(root)) is not None:
                return found
        speakers = [
            found
            for one in self._analysis.words(sentence)
            if one.dep == "nsubj" and one.head.lemma in ("say", "tell", "add", "state", "announce")
            and (found := self._single(one)) is not None
        ]  # fmt: skip
        return speakers[0] if len({one.name for one in speakers}) == 1 else None

    def _only(self, token: Token, *, sentences: int) -> Entity | None:
        """The only fitting entity in the sentence so far and so many before it."""
        found: dict[str, Entity] = {}
        barred = self._barred(token)
        for place, mention, entity in self._entities.before(token, sentences=sentences):
            if entity is not barred and self._fits(token, entity) and not self._is_modifier(place, mention):
                found.setdefault(entity.name, entity)
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_modifier(self, place: int, mention: Mention) -> bool:
        """Whether a mention only tells of what state or owner another one is."""
        return mention.form == "demonym" and self._analysis.tokens[place].dep in ("amod", "compound", "nmod")

    def _in_quote(self, token: Token) -> tuple[Entity | None, str]:
        """Inside somebody's words only an antecedent in the same words is taken."""
        start = self._quoted(token)
        found: dict[str, Entity] = {}
        for place, _, entity in self._entities.before(token, sentences=1):
            if self._fits(token, entity) and self._analysis.tokens[place].start >= (start or 0):
                found.setdefault(entity.name, entity)
        if len(found) == 1:
            return next(iter(found.values())), "pronoun inside a quotation"
        if not found and token.lower in _PERSON:
            return self._spoken_of(token), "pronoun of the only other person"
        return None, "pronoun"

    def _speaker(self, token: Token) -> tuple[bool, Entity | None]:
        """Whether the words around a quotation name who says it, and who that is where it is known."""
        quote = self._analysis.quote_at(token.start)
        if quote is None:
            return False, None
        last = self._analysis.sentence_at(quote.closing - 1)
        around = {token.sentence, *([last.index] if last else [])}
        for index in sorted(around):
            for one in self._analysis.words(self._analysis.sentences[index]):
                outside = one.end <= quote.start or one.start >= quote.end
                if outside and one.dep == "nsubj" and one.head.lemma in words("naming", "voicing"):
                    return True, self._single(one)
        return False, None

    def _first_person(self, token: Token) -> tuple[Entity | None, str]:
        """The first person: "I" inside a quotation is its speaker; "we" may be many."""
        _, speaker = self._speaker(token)
        if token.lower in _ALONE and speaker is not None and speaker.is_person:
            return speaker, "first person of a quotation"
        return None, "pronoun"

    def _spoken_of(self, token: Token) -> Entity | None:
        """Whom "he" means at the head of somebody's words: the only other person of the sentence before them."""
        told, speaker = self._speaker(token)
        if not told:
            return None
        found = {
            entity.name: entity
            for _, mention, entity in self._entities.before(token, sentences=1)
            if entity is not speaker and self._fits(token, entity) and mention.form != "pronoun"
        }
        return next(iter(found.values())) if len(found) == 1 and speaker is not None else None
