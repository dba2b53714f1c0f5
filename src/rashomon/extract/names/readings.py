"""Whether the name of a place stands for the place or for those who govern from it."""

from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Reading

_SUBJECT = ("nsubj", "csubj")


def subject_of(head: Token) -> Token | None:
    """The verb of which a name is the (active) subject, also as a member of a coordination."""
    while head.dep == "conj" and head.head.pos in ("PROPN", "NOUN", "ADJ"):
        head = head.head
    if head.dep not in _SUBJECT:
        return None
    return head.head


def reading_of(head: Token, *, before: Token | None, after: Token | None) -> tuple[Reading, float]:
    """How a capital's or palace's name is read where it stands, and how surely.

    `before` and `after` are the words on both sides of it.
    """
    seen = head
    while seen.dep == "conj" and seen.head.pos in ("PROPN", "NOUN"):
        seen = seen.head
        before = None if before is None or before.lower in ("and", ",", "or") else before
    if after is not None and after.tag == "POS":
        return _possessor(head)
    verb = seen.head
    if seen.dep == "nsubj":
        return _subject(verb)
    if seen.dep == "attr" and (clause := _cleft(seen)):
        return _subject(clause)
    if seen.dep in ("nsubjpass", "attr"):
        return ("actor", 0.6) if verb.lemma in words("naming", "political_verbs") else ("place", 0.7)
    if seen.dep in ("dobj", "dative"):
        return ("actor", 0.8) if verb.lemma in words("naming", "political_verbs") else ("place", 0.6)
    if seen.dep == "agent" or (seen.dep == "pobj" and verb.dep == "agent"):
        return "actor", 0.9
    if seen.dep == "pobj":
        return _after_preposition(verb)
    return "place", 0.6


def _cleft(head: Token) -> Token | None:
    """The verb that "it was X that …" gives X for a subject."""
    verb = head.head
    if verb.lemma != "be" or not any(one.lower == "it" for one in verb.all("nsubj", "expl")):
        return None
    for clause in [*head.all("relcl"), *verb.all("relcl", "ccomp")]:
        subject = clause.child("nsubj")
        if subject is not None and subject.lower in ("that", "who", "which"):
            return clause
    return None


def _possessor(head: Token) -> tuple[Reading, float]:
    owned = head.head
    return ("place", 0.8) if owned.lower in words("naming", "city_nouns") else ("actor", 0.8)


def _subject(verb: Token) -> tuple[Reading, float]:
    if verb.lemma not in words("naming", "place_verbs"):
        return "actor", 0.95
    if verb.lemma == "be" and verb.child("acomp", "xcomp") is not None:
        return "actor", 0.7
    said = verb.child("attr")
    if said is not None and said.lower in words("naming", "party_nouns"):
        return "actor", 0.96
    if verb.lemma == "see" and verb.child("ccomp", "dobj") is not None:
        return "actor", 0.6
    return "place", 0.6


def _after_preposition(preposition: Token) -> tuple[Reading, float]:
    lower, above = preposition.lower, preposition.head
    if lower in words("naming", "locative"):
        return "place", 0.95
    if lower == "for" and above.lemma in words("naming", "leaving"):
        return "place", 0.8
    if lower in words("naming", "political"):
        return "actor", 0.8
    if lower == "as" and any(one.lower == "same" for one in above.children):
        return "actor", 0.7  # "on the same terms as X"
    if lower == "to" and preposition.i and above.lower == "according":
        return "actor", 0.95
    if lower == "to" and above.lemma in words("naming", "addressing"):
        return "actor", 0.7
    if lower == "from" and above.pos == "NOUN" and above.lemma in words("naming", "addressing"):
        return "actor", 0.7  # "a message from X"; who answers from X is there
    carried = next((one for one in above.all("dobj") if one.i == preposition.i - 1), None)
    if lower == "from" and (
        above.lemma in words("naming", "receiving")
        or (carried is not None and carried.lemma in words("naming", "addressing"))
    ):
        return "actor", 0.7
    return "place", 0.7


def is_building(head: Token) -> bool:
    """Whether a palace is spoken of as a house ("the steps of X")."""
    return head.dep == "pobj" and head.head.lower == "of" and head.head.head.lower in words("naming", "city_nouns")


def is_agent(head: Token) -> bool:
    """Whether somebody does it ("the part played by X") or is told it ("he told X")."""
    agent = head.dep == "pobj" and head.head.dep == "agent"
    return agent or (head.dep in ("dobj", "dative") and head.head.lemma == "tell")


def is_body_name(name: str) -> bool:
    """Whether the name of a seat is that of the body itself ("the State Department")."""
    return name.split()[-1] in ("Department", "Duma", "Guard", "Guards", "Forces", "Army") or name.isupper()


def preposition(head: Token) -> str:
    """The preposition behind which a name or the list that holds it stands, empty where there is none."""
    while head.dep == "conj" and head.head.pos in ("PROPN", "NOUN"):
        head = head.head
    return head.head.lower if head.dep == "pobj" else ""
