"""The subjects to which pronouns go back: of their own clause, of a clause above, of the sentence before."""

from rashomon.extract.found import coordinated
from rashomon.extract.names.entities import Entities, Entity
from rashomon.extract.names.pronouns import ASKED, GROUP, PERSON, SPEAKER, fits, is_subject, subject_above
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words


class Subjects:
    """Reads whom the subjects around a pronoun stand for, in one report."""

    def __init__(self, analysis: Analysis, entities: Entities) -> None:
        self._analysis, self._entities = analysis, entities
        self._main: dict[int, Entity | None] = {}  # the subject of the main clause of each sentence
        self.personified = False
        """Whether the report calls states "she"."""

    def own_clause(self, token: Token) -> Entity | None:
        """For a possessive or an object: the subject of the clause in which it stands, before it."""
        if is_subject(token):
            return None
        verb = next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None)
        while verb is not None:
            subject = verb.child("nsubj", "nsubjpass")
            if subject is not None:
                if subject.i >= token.i or token.i in {one.i for one in subject.subtree}:
                    return None
                return self._fitting_of(token, subject, verb.child("dobj")) if token.dep == "poss" else None
            if verb.dep in ("xcomp", "advcl", "acl") and (told := self._told(token, verb.head, verb.dep)):
                return told
            verb = (
                verb.head if verb.dep in ("xcomp", "conj", "advcl", "pcomp", "prep") and verb.head is not verb else None
            )
        return None

    def _third(self, subject: Token) -> Entity | None:
        """Whom a subject stands for; nobody where it is "I" or "you", to whom no "he" goes back."""
        return None if subject.lower in SPEAKER | ASKED else self._entities.single(subject)

    def _fitting_of(self, token: Token, subject: Token, target: Token | None) -> Entity | None:
        """The subject for which a possessive can stand, else the object that it follows ("thanked X for its help")."""
        found = self._third(subject)
        if found is None or fits(token, found) or target is None or target.i > token.i or token in target.subtree:
            return found
        other = self._entities.single(target)
        return other if other is not None and fits(token, other) else found

    def _told(self, token: Token, verb: Token, dep: str) -> Entity | None:
        """Who is told or given to do what the possessive stands in ("gave X three days to clear its posts")."""
        for one in [*verb.all("dative"), *(verb.all("dobj") if dep == "xcomp" else ())]:
            found = self._entities.single(one) if one.i < token.i else None
            if found is not None and fits(token, found):
                return found
        return None

    def above(self, token: Token) -> Entity | None:
        """The subject of a clause above the pronoun's own: "X said he …", "X, whose …"."""
        clause = next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None)
        if clause is None:
            return None
        subject = subject_above(clause)
        own = self._entities.single(subject) if subject is not None else None
        for verb in [clause, *clause.ancestors] if token.dep == "poss" else clause.ancestors:
            if verb.pos not in ("VERB", "AUX"):
                continue
            subject = verb.child("nsubj", "nsubjpass")
            if subject is None or subject.i > token.i or subject is token:
                continue
            found = self._third(subject)
            if found is not None and fits(token, found) and (token.dep == "poss" or found is not own):
                return found
        return None

    def as_she(self, token: Token, own: Entity | None) -> Entity | None:
        """The state meant by "her" in "X defends her soil", by "she" behind a sentence of which it is the subject."""
        if PERSON.get(token.lower) != "female" or token.dep == "dobj":
            return None
        if any(fits(token, one) for _, _, one in self._entities.before(token, sentences=2)):
            return None
        leads = is_subject(token) or (token.dep == "poss" and is_subject(token.head))
        found = own if token.dep == "poss" and own is not None else self.before(token) if leads else None
        sure = found is own or self.personified
        return found if found is not None and found.type == "state" and sure else None

    def is_rivalled(self, token: Token, above: Entity) -> bool:
        """Whether somebody told or met by the subject above may as well be meant ("X told Y that it must go")."""
        subject = token if is_subject(token) else token.head if token.dep == "poss" else None
        clause = subject.head if subject is not None and is_subject(subject) else None
        if clause is None or clause.dep not in ("ccomp", "advcl") or token.lower in PERSON:
            return False
        if clause.dep == "ccomp" and not {one.lower for one in clause.all("aux")} & words("naming", "duties"):
            return False  # "X told Y that it would come": who speaks tells of what he does himself
        if clause.dep == "advcl" and token.dep != "poss":
            return False
        told = [
            place
            for place, _, one in self._entities.before(token, sentences=0)
            if one is not above and fits(token, one)
        ]
        return any(clause.head.i < place < token.i for place in told)

    def several(self, token: Token) -> tuple[str, ...]:
        """The mentions of those coordinated as the subject to which "they" or "their" goes back; none of another."""
        inner = subject_above(next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None))
        for verb in token.ancestors:
            subject = verb.child("nsubj", "nsubjpass") if verb.pos in ("VERB", "AUX") else None
            if subject is not None and subject.i < token.i and token not in subject.subtree:
                return self._together(subject)
        index = token.sentence - 1
        leads = inner is token or (inner is not None and token.head is inner)
        if not leads or index < 0 or self._analysis.sentences[index].role:
            return ()
        roots = self._analysis.roots(self._analysis.sentences[index])
        subject = roots[0].child("nsubj", "nsubjpass") if len(roots) == 1 else None
        return self._together(subject) if subject is not None else ()

    def _together(self, subject: Token) -> tuple[str, ...]:
        """The mentions of all who are a subject together, or to whom "both" goes back."""
        said = self._entities.by_head.get(subject.i)
        if said is not None and len(said[0].antecedents) > 1:
            return said[0].antecedents
        named = [self._entities.at(one) for one in coordinated(subject)]
        roots = tuple(dict.fromkeys(one[1].root for one in named if one is not None))
        return roots if len(roots) == len(named) > 1 else ()

    def owner_of_speaker(self, token: Token) -> Entity | None:
        """For "it" in "the Guard's commander said it …": the body of which the speaker is."""
        verb = token.head if is_subject(token) and token.head.dep == "ccomp" else None
        subject = verb.head.child("nsubj") if verb is not None and verb.head is not verb else None
        if subject is None or (found := self._entities.single(subject)) is None or not found.is_person:
            return None
        near = [*subject.all("poss", "amod", "compound"), *(p.child("pobj") for p in subject.all("prep"))]
        owners = [held[1] for one in near if one is not None and (held := self._entities.at(one))]
        fitting = [one for one in owners if fits(token, one)]
        return fitting[0] if len(fitting) == 1 else None

    def last_speaker(self, token: Token) -> Entity | None:
        """For "she said", "it added" beside words reported: who spoke last, in this sentence or the two before."""
        if not is_subject(token) or token.head.lemma not in words("naming", "voicing"):
            return None
        if token.lower == "they":
            return self._last_called_they(token)
        above = token.head.head
        if token.head is not above and any(one.i < token.i for one in above.all("nsubj", "nsubjpass")):
            return None  # "X said it would answer": somebody above speaks of it
        previous = self.before(token)
        if previous is not None and fits(token, previous):
            return previous  # "X put its losses at 50. Half of them were drowned, it said."
        for place, mention, entity in self._entities.before(token, sentences=2):
            one = self._analysis.tokens[place]
            spoke = one.dep == "nsubj" and one.head.lemma in words("naming", "voicing")
            cited = one.dep == "pobj" and one.head.lower == "to" and one.head.head.lower == "according"
            if (spoke or cited) and one.head is not token.head and mention.form != "demonym":
                return entity if fits(token, entity) else None
        return None

    def _last_called_they(self, token: Token) -> Entity | None:
        """For "they said" beside words reported: the subject before, to which "they" or "their" went back already."""
        if any(
            one.i < token.i for one in token.head.head.all("nsubj", "nsubjpass") if token.head.head is not token.head
        ):
            return None
        previous = self.before(token)
        near = self._entities.before(token, sentences=1)
        called = any(
            one is previous and mention.form == "pronoun" and self._analysis.tokens[place].lower in GROUP
            for place, mention, one in near
        )
        return previous if previous is not None and called and fits(token, previous) else None

    def barred(self, token: Token) -> Entity | None:
        """Whom an object pronoun cannot stand for: the subject of its own clause."""
        if is_subject(token) or token.dep == "poss" or token.lower.endswith("self"):
            return None
        clause = next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None)
        subject = subject_above(clause)
        if subject is not None and clause is not None and clause.dep == "relcl" and subject.tag in ("WP", "WDT"):
            subject = clause.head  # "X, who told him"
        return self._entities.single(subject) if subject is not None else None

    def before(self, token: Token) -> Entity | None:
        """The subject of the main clause of the sentence before, of its speaker where it is a quotation."""
        index = token.sentence - 1
        if index < 0 or self._analysis.sentences[index].role:
            return None
        if index not in self._main:
            self._main[index] = self._main_subject(index)
        return self._main[index]

    def _main_subject(self, index: int) -> Entity | None:
        sentence = self._analysis.sentences[index]
        for root in self._analysis.roots(sentence):
            for verb in [root, *root.all("conj")]:
                subject = verb.child("nsubj", "nsubjpass")
                if subject is not None and (found := self._third(subject)) is not None:
                    return found
            misread = root.pos in ("NOUN", "PROPN") and root.child("acl") is not None  # "The minister, X, held talks"
            if misread and (found := self._entities.single(root)) is not None:
                return found
        speakers = [
            found
            for one in self._analysis.words(sentence)
            if one.dep == "nsubj" and one.head.lemma in ("say", "tell", "add", "state", "announce")
            and (found := self._third(one)) is not None
        ]  # fmt: skip
        return speakers[0] if len({one.name for one in speakers}) == 1 else None
