"""Who does what to whom, as the syntax has it: the frame of a verb.

Passives, relative clauses, reduced ones ("soldiers captured on Sunday"), verbs that
share a subject, and verbs below another ("began shelling", "accused X of shelling")
all come out as the same: subjects do it, objects have it done to them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from rashomon.extract.events.kinds import Marks, is_a
from rashomon.extract.events.patterns import things
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words

RELATIVE = frozenset({"who", "which", "that", "whom"})
# Verbs whose object is not the one who does what follows ("promised him to …").
_SUBJECT_CONTROL = frozenset(
    {"call", "telephone", "phone", "ring", "promise", "threaten", "vow", "swear", "use", "offer", "make", "have"}
)
# Prepositions after which a verb's subject is the object of the verb before ("accused X of shelling").
_OBJECT_CONTROL = frozenset({"of", "for", "from", "into"})


@dataclass(slots=True)
class Frame:
    """A verb with those who do it, those to whom it is done, and the nouns after its prepositions."""

    verb: Token
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    indirect: list[Token] = field(default_factory=list)
    passive: bool = False
    marks: Marks = field(default_factory=dict)
    """The kinds of the names around it."""
    recall: Callable[[frozenset[str], Token | None], Token | None] = field(default=lambda kinds, pronoun: None)
    """Finds the last noun of some kinds before the verb, for what "it" and "which", or a given plural, stand for."""
    _after: list[tuple[str, Token]] | None = None

    def after(self, *prepositions: str) -> list[Token]:
        """The nouns after these prepositions, of the verb itself first, then of its object ("is due in Velm")."""
        if self._after is None:
            self._after = list(_prepositional(self.verb))
            for one in self.verb.all("dobj", "attr", "oprd", "acomp"):
                self._after += _prepositional(one)
        return [noun for word, noun in self._after if not prepositions or word in prepositions]


def nouns_after(token: Token, *prepositions: str) -> list[Token]:
    """The nouns after these prepositions of `token`."""
    return [noun for word, noun in _prepositional(token) if not prepositions or word in prepositions]


def _prepositional(token: Token) -> Iterator[tuple[str, Token]]:
    """The prepositions of a word with the nouns after them."""
    for one in (*token.children, *_ways(token)):
        if one.dep in _PREPOSITIONS:
            for inner in one.children:
                if inner.dep == "pobj":
                    yield one.lower, inner
                elif inner.dep == "prep":  # "from inside Corvia"
                    for last in inner.all("pobj"):
                        yield one.lower, last


_PREPOSITIONS = frozenset({"prep", "agent", "dative"})


def _ways(token: Token) -> list[Token]:
    """The prepositions after a word for the way ("back in Velm", "home from the front")."""
    return [inner for one in token.all("advmod") if one.lower in ("back", "home") for inner in one.all("prep")]


def frame(verb: Token, depth: int = 0) -> Frame:
    """The frame of a verb; parts the sentence leaves open stay empty."""
    found = Frame(verb, indirect=verb.all("dative"))
    found.passive = bool(verb.all("nsubjpass", "auxpass", "csubjpass")) and not _is_busy(verb)
    own = verb.all("nsubj" if found.passive or not _is_busy(verb) else "nsubjpass")
    subjects = [antecedent(_in_clause(one)) for one in own]
    patients = [antecedent(one) for one in verb.all("nsubjpass")] if found.passive else []
    found.objects = [antecedent(one) for one in verb.all("dobj")]
    if verb.lemma in _CRYING and not subjects and verb.tag == "VBD":
        subjects, found.objects = found.objects, []  # "… , chanted the crowd"
    if not subjects and verb.lemma in words("events_force", "inverting") and _is_inverted(verb):
        subjects, found.objects = found.objects + verb.all("attr"), []  # "out of the gate marched the garrison"
    if not found.objects and not found.passive:
        found.objects = _in_small_clause(verb) or _up_to(verb) or _shared(verb)
    bare = subjects and not found.passive and not found.objects
    if bare and (_is_passive(verb) or any(_is_undergone(verb, one) for one in subjects)):
        subjects, patients, found.passive = [], subjects, True
    if not subjects and not patients and depth < 4:
        subjects, patients, found.passive = _borrowed(verb, found.passive, depth)
    if found.passive:
        found.objects = (patients or subjects) + found.objects
        found.subjects = nouns_after(verb, "by") or _strayed_agent(verb)
    else:
        found.subjects = subjects
        if not found.objects and _lacks_object(verb):
            found.objects = [verb.head]
    return found


def _in_clause(subject: Token) -> Token:
    """The noun where the parse takes what is said of it for the subject ("the council sitting in Velm ruled")."""
    inner = subject.child("nsubj") if subject.tag in ("VBG", "VBN") else None
    return inner if inner is not None and inner.i == subject.i - 1 else subject


def _is_inverted(verb: Token) -> bool:
    """Whether a finite verb that takes no object stands between a place and what the parse takes for its object."""
    before = verb.child("prep", "advmod", "prt")
    after = verb.child("dobj", "attr")
    finite = verb.tag in ("VBD", "VBZ", "VBP")
    return finite and before is not None and after is not None and before.i < verb.i < after.i and not verb.all("aux")


_CRYING = frozenset({"chant", "shout", "cry", "yell"})


def _strayed_agent(verb: Token) -> list[Token]:
    """The agent that the parse hangs on the noun before it ("was stopped at a checkpoint by militiamen")."""
    nouns = [noun for word, noun in _prepositional(verb) if word in _SPOTS and noun.i > verb.i]
    return [agent for noun in nouns for agent in nouns_after(noun, "by") if agent.tag in ("NNS", "NNPS", "NNP")]


_SPOTS = frozenset({"at", "in", "on", "near", "outside"})


def _is_busy(verb: Token) -> bool:
    """Whether a participle with "be" tells what somebody does ("were engaged in shelling the town")."""
    return verb.lemma in words("events", "busy") and any(one.lower == "in" for one in verb.all("prep"))


def _up_to(verb: Token) -> list[Token]:
    """The objects with a bound that the parse takes for a way ("seized *up to* ten men")."""
    ups = [one for one in verb.all("prt", "advmod", "prep") if one.lower == "up"]
    return [noun for one in ups for noun in nouns_after(one, "to") if noun.all("nummod")]


def _shared(verb: Token) -> list[Token]:
    """The objects of the verb behind one that the parse took for a participle ("seized and burned *three boats*")."""
    later = verb.all("conj") if verb.tag == "VBN" and _goes_on_to(verb) else []
    return [noun for one in later[:1] for noun in one.all("dobj")]


def _in_small_clause(verb: Token) -> list[Token]:
    """The object that the parse puts below what it is said to be or do ("let them go", "set free ten men")."""
    return [
        antecedent(noun)
        for one in verb.all("ccomp", "oprd", "acomp", "xcomp")
        if one.i > verb.i and (one.tag in ("VB", "JJ") or one.pos == "ADJ") and _is_bare(one)
        for noun in one.all("nsubj", "dobj")
        if (noun.i > verb.i) and (one.pos == "ADJ" or noun.dep == "nsubj")
    ]


def _is_bare(clause: Token) -> bool:
    """Whether nothing but "to" opens a clause ("let them go", "allowed the rebels to return")."""
    return clause.child("mark") is None and all(one.lower == "to" for one in clause.all("aux"))


def _is_passive(verb: Token) -> bool:
    """Whether a verb is passive though its auxiliary is missing ("soldiers captured on Sunday were freed")."""
    if _lacks_object(verb) or _is_busy(verb) or _goes_on_to(verb) or _is_undivided(verb):
        return False
    return bool(verb.all("agent")) or (verb.tag == "VBN" and not verb.all("aux", "xcomp", "ccomp"))


def _is_undivided(verb: Token) -> bool:
    """Whether a verb that is done to nobody only looks passive ("some ninety miners protested on Monday")."""
    return verb.lemma in words("events", "never_passive") and not verb.all("auxpass", "agent")


def _is_undergone(verb: Token, subject: Token) -> bool:
    """Whether things only undergo a verb that the parse takes for active ("21 jets shot down")."""
    if verb.tag not in ("VBD", "VBN") or verb.all("aux", "neg", "xcomp", "ccomp"):
        return False
    if verb.lemma in words("events", "wrecking"):
        return bool(subject.all("nummod")) and is_a(subject, things("buildings") | things("weapons") | {"@craft"})
    return verb.lemma in words("events", "signing") and is_a(subject, things("truce") | things("pact"))


def antecedent(token: Token) -> Token:
    """The noun a relative pronoun stands for; any other word itself."""
    if token.lower in RELATIVE and token.tag[:1] == "W":
        verb = token.head
        while verb.dep in ("conj", "xcomp", "ccomp", "auxpass", "pobj", "prep", "pcomp") and verb.head is not verb:
            verb = verb.head
        if verb.dep == "relcl":
            return verb.head
    return token


def _lacks_object(verb: Token) -> bool:
    """Whether a relative clause leaves its object out ("positions they had left")."""
    return (
        verb.dep == "relcl"
        and any(one.lower not in RELATIVE for one in verb.all("nsubj"))
        and not any(one.dep == "prep" and not one.children for one in verb.children)
    )


def _borrowed(verb: Token, passive: bool, depth: int) -> tuple[list[Token], list[Token], bool]:
    """Subjects, patients and voice of a verb that has no subject of its own."""
    head = verb.head
    if fronted := _behind_opening(verb):
        return fronted, [], passive
    if verb.dep == "acl":
        if verb.tag == "VBN" and _is_undivided(verb):
            return [head], [], False
        if verb.tag == "VBN" and _goes_on_to(verb):
            return [_topmost(head)], [], False
        if verb.tag == "VBN" and not _is_main(verb):
            return [], [head], True
        if verb.tag == "VBN":
            return [head], [], False
        if verb.tag == "VBD":
            return [_topmost(head)], [], passive  # a finite verb: "fighters loyal to the king left"
        if verb.tag == "VBG" and _is_paper_issued(head):
            return frame(head.head, depth + 1).subjects, [], passive
        return ([head] if verb.tag == "VBG" else []), [], passive
    if verb.dep == "pcomp" and head.head is not head:
        charged = head.lower == "with" and head.head.lemma == "charge"
        return _below(head.head, charged or head.lower in _OBJECT_CONTROL, passive, depth)
    if verb.dep in ("xcomp", "ccomp") and head.dep == "acomp":
        head = head.head  # "is willing to withdraw"
    if head is verb or head.pos not in ("VERB", "AUX"):
        return [], [], passive
    if verb.dep == "conj" and _is_quoted(head, verb):
        head = head.head
    if verb.dep == "conj":
        above = frame(head, depth + 1)
        if above.passive and verb.tag == "VBN" and not verb.all("aux", "dobj"):
            return [], above.objects, True
        if verb.tag == "VBN" and head.tag in ("VBZ", "VBP") and not verb.all("aux", "dobj"):
            return [], [], True  # "has word of women who were stopped and beaten": the parse joins it to "has"
        return (above.objects if above.passive else above.subjects), [], passive
    if verb.dep in ("xcomp", "ccomp", "advcl", "dep", "acomp"):
        return _below(head, verb.dep == "xcomp" and head.lemma not in _SUBJECT_CONTROL, passive, depth)
    return [], [], passive


def _is_paper_issued(noun: Token) -> bool:
    """Whether a noun is a paper in which those who issue it speak ("*issued a statement* demanding that X leave")."""
    return noun.dep == "dobj" and noun.head.pos == "VERB" and noun.lemma in words("events", "papers")


def _behind_opening(verb: Token) -> list[Token]:
    """The subject that the parse coordinates with what opens the sentence ("With the signing of X, A and B have …")."""
    finite = verb.tag in ("VBD", "VBZ", "VBP") or any(one.tag in ("VBZ", "VBP", "VBD", "MD") for one in verb.all("aux"))
    if verb.dep not in ("ROOT", "ccomp") or not finite or verb.all("expl", "csubj", "auxpass"):
        return []
    opening = next((one for one in verb.children if one.i < verb.i), None)
    if opening is None or opening.dep != "prep":
        return []
    inside = sorted(opening.subtree, key=lambda one: one.i)
    comma = next((one.i for one in inside if one.text == ","), None)
    if comma is None:
        return []
    behind = [one for one in inside if one.i > comma]
    return [one for one in behind if one.dep == "conj" and one.head.i < comma and one.pos in ("NOUN", "PROPN")][:1]


def _goes_on_to(participle: Token) -> bool:
    """Whether what follows shows a verb that the parse took for a participle ("crews seized and then burned X")."""
    return not participle.all("agent", "auxpass") and any(
        one.tag == "VBD" and one.i > participle.i and one.all("dobj") and not one.all("nsubj", "auxpass", "aux")
        for one in participle.all("conj")
    )


def _topmost(noun: Token) -> Token:
    """The noun on top of a phrase in which a word stands."""
    top = noun
    for one in noun.ancestors:
        if one.pos in ("VERB", "AUX"):
            break
        top = one if one.pos in ("NOUN", "PROPN") else top
    return top


def _is_quoted(clause: Token, verb: Token) -> bool:
    """Whether the parse joins a past verb to what the verb before it says ("conceded that it is lawful and left")."""
    told = clause.dep == "ccomp" and clause.head.i < clause.i and clause.head.tag == "VBD"
    return told and clause.tag in ("VBZ", "VBP") and verb.tag == "VBD"


def _is_main(participle: Token) -> bool:
    """Whether the parse took the verb of a sentence for a participle ("The president, Ana Orr, held a meeting")."""
    comma = any(one.text == "," and one.i == participle.i - 1 for one in participle.head.children)
    return comma and bool(participle.all("dobj"))


def _below(head: Token, object_first: bool, passive: bool, depth: int) -> tuple[list[Token], list[Token], bool]:
    """What a verb takes over from the verb above it."""
    if head.pos not in ("VERB", "AUX"):
        return [], [], passive
    above = frame(head, depth + 1)
    shared = above.objects if (object_first or above.passive) and above.objects else above.subjects
    return ([], shared, True) if passive else (shared, [], False)
