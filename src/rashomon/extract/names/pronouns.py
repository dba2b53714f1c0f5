"""What single pronouns tell by their own syntax: "it" that stands for nothing, the country of a plural's subject."""

from rashomon.extract.names.entities import Entities
from rashomon.language.analysis import Token


def country_above(entities: Entities, token: Token) -> str | None:
    """For "they" without an antecedent: the country of the nameless group that says so ("Y's rebels said they")."""
    for verb in token.ancestors:
        subject = verb.child("nsubj") if verb.pos == "VERB" else None
        if subject is not None and subject.tag == "NNS" and subject.i < token.i:
            near = (entities.at(one) for one in subject.all("amod", "poss", "compound"))
            return next((found[0].country for found in near if found), None)
    return None


def is_empty(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is likely that", "it seems", "it took three days"."""
    if token.lower != "it" or token.dep != "nsubj":
        return token.dep == "expl"
    verb = token.head
    if verb.lemma in ("seem", "appear", "rain", "matter", "happen", "follow"):
        return True
    if verb.lemma == "take":  # "it took three days to …", not "it took the ridge"
        return verb.child("xcomp", "ccomp", "advcl") is not None
    judged = verb.child("acomp", "attr")
    clauses = ("ccomp", "xcomp", "advcl", "csubj")
    return verb.lemma == "be" and judged is not None and bool(verb.child(*clauses) or judged.child(*clauses))


def subject_above(verb: Token | None) -> Token | None:
    """The subject of a verb, also one that it shares with the verb before it ("X came and saw")."""
    while verb is not None:
        subject = verb.child("nsubj", "nsubjpass")
        if subject is not None or verb.dep not in ("conj", "xcomp") or verb.head is verb:
            return subject
        verb = verb.head
    return None
