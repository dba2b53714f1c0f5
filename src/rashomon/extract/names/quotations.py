"""Whom pronouns inside somebody's words go back to: the speaker, or somebody of the same words."""

from rashomon.extract.names.entities import Entities, Entity
from rashomon.extract.names.pronouns import ALONE, PERSON, fits
from rashomon.language.analysis import Analysis, Quote, Token
from rashomon.language.lexicon import words

# Shorter words in quotation marks are a phrase of the sentence in which they stand ("its own master").
_SHORTEST = 25


class Quotations:
    """Reads the pronouns inside the quotations of one report."""

    def __init__(self, analysis: Analysis, entities: Entities, earlier: Entities | None = None) -> None:
        """Take what is read so far, and what an earlier reading made of the words behind it."""
        self._analysis, self._entities, self._earlier = analysis, entities, earlier

    def around(self, token: Token) -> Quote | None:
        """The quotation in which a pronoun stands, where its words are a clause of their own."""
        quote = self._analysis.quote_at(token.start)
        if quote is None:
            return None
        opens = token.start - quote.start <= 1 and token.dep in ("nsubj", "nsubjpass") and token.head.end <= quote.end
        return quote if opens or quote.end - quote.start > _SHORTEST else None

    def third_person(self, token: Token) -> tuple[Entity | None, str]:
        """Inside somebody's words only an antecedent in the same words is taken."""
        quote = self.around(token)
        found: dict[str, Entity] = {}
        for place, _, entity in self._entities.before(token, sentences=1):
            if fits(token, entity) and self._analysis.tokens[place].start >= (quote.start if quote else 0):
                found.setdefault(entity.name, entity)
        if len(found) == 1:
            return next(iter(found.values())), "pronoun inside a quotation"
        if not found and token.lower in PERSON:
            return self._spoken_of(token), "pronoun of the only other person"
        return None, "pronoun"

    def first_person(self, token: Token) -> tuple[Entity | None, str]:
        """The first person: "I" inside a quotation is its speaker; "we" may be many."""
        _, speaker = self._speaker(token)
        if token.lower in ALONE and speaker is not None and speaker.is_person:
            return speaker, "first person of a quotation"
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
                    return True, self._entities.single(one) or self._behind(one)
        return False, None

    def _behind(self, speaker: Token) -> Entity | None:
        """Who speaks behind the quotation ("I will stay," she said), as the earlier reading told."""
        found = self._earlier.single(speaker) if self._earlier is not None else None
        return self._entities.same(found) if found is not None else None

    def _spoken_of(self, token: Token) -> Entity | None:
        """Whom "he" means at the head of somebody's words: the only other person of the sentence before them."""
        told, speaker = self._speaker(token)
        if not told:
            return None
        found = {
            entity.name: entity
            for _, mention, entity in self._entities.before(token, sentences=1)
            if entity is not speaker and fits(token, entity) and mention.form != "pronoun"
        }
        return next(iter(found.values())) if len(found) == 1 and speaker is not None else None
