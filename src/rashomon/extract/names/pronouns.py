"""What single pronouns tell by their own syntax: "it" that stands for nothing, the country of a plural's subject."""

from rashomon.extract.names.entities import Entities, Entity
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words

PERSON = dict.fromkeys(("he", "him", "his", "himself"), "male") | dict.fromkeys(
    ("she", "her", "hers", "herself"), "female"
)
"""The pronouns of one person, with the gender that they tell."""

THING, GROUP = {"it", "its", "itself"}, {"they", "them", "their", "themselves"}
SPEAKER = {"i", "me", "my", "we", "us", "our"}
ALONE = {"i", "me", "my"}
ASKED = {"you", "your"}
"""What an interviewer calls the one who is asked."""


def fits(token: Token, entity: Entity) -> bool:
    """Whether a pronoun of the third person can stand for somebody."""
    lower = token.lower
    if lower in PERSON:
        return entity.is_person and entity.gender in (None, PERSON[lower])
    return entity.is_body if lower in THING else entity.is_group


def is_subject(token: Token) -> bool:
    """Whether a word is the subject of its clause."""
    return token.dep in ("nsubj", "nsubjpass")


def country_above(entities: Entities, token: Token) -> str | None:
    """For "they" without an antecedent: the country of the nameless group that says so ("Y's rebels said they")."""
    for verb in token.ancestors:
        subject = verb.child("nsubj") if verb.pos == "VERB" else None
        if subject is not None and subject.tag == "NNS" and subject.i < token.i:
            near = (entities.at(one) for one in subject.all("amod", "poss", "compound"))
            return next((found[0].country for found in near if found), None)
    return None


def is_empty(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is likely that", "it seems", "it took three days", "it is said that"."""
    if token.lower != "it" or not is_subject(token):
        return token.dep == "expl"
    verb = token.head
    if token.dep == "nsubjpass":
        return verb.lemma not in words("naming", "told_to") and verb.child("ccomp", "csubj", "csubjpass") is not None
    if verb.lemma in ("seem", "appear", "rain", "matter", "happen", "follow"):
        return True
    if verb.lemma == "take":  # "it took three days to …", not "it took the ridge"
        return verb.child("xcomp", "ccomp", "advcl") is not None
    judged = verb.child("acomp", "attr")
    if verb.lemma != "be" or judged is None:
        return False
    clauses = ["ccomp", "csubj"] if _is_of_body(judged) else ["ccomp", "xcomp", "advcl", "csubj"]  # "ready to talk"
    return bool(verb.child(*clauses) or judged.child(*clauses))


def is_of_thing(token: Token) -> bool:
    """Whether "it" is judged as only things and matters are ("it was a draft", "it will be hard")."""
    if token.lower != "it" or token.dep != "nsubj" or token.head.lemma not in ("be", "become", "remain"):
        return False
    judged = token.head.child("acomp", "attr")
    if judged is None or judged.tag.startswith("VB"):
        return False
    return not _is_of_body(judged)


def _is_of_body(judged: Token) -> bool:
    """Whether a state or a body can be said to be so ("ready", "a party to the treaty")."""
    return bool({judged.lemma, judged.lower} & words("naming", "said_of_bodies"))


def subject_above(verb: Token | None) -> Token | None:
    """The subject of a verb, also one that it shares with the verb before it ("X came and saw")."""
    while verb is not None:
        subject = verb.child("nsubj", "nsubjpass")
        if subject is not None or verb.dep not in ("conj", "xcomp") or verb.head is verb:
            return subject
        verb = verb.head
    return None
