"""Deeds told as what somebody is charged with, is believed to have done, or of which there is no proof."""

from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Status


def hearsay(head: Token) -> Status | None:
    """How a deed stands that somebody is charged with, or "is believed to have" done; None for others."""
    for one in (head, *head.ancestors):
        above = one.head
        if one.dep in ("pcomp", "pobj") and above.lower in _CHARGED and above.head.lemma in words("events", "charging"):
            return "alleged"  # "a soldier charged with shooting a shepherd"
        if one.dep == "xcomp" and above.tag == "VBN" and above.all("auxpass"):
            if above.lemma in _SUSPECTING:
                return "alleged"
            if above.lemma in _BELIEVING:
                return "judged"
            if above.lemma in _REPORTING:
                return "attributed"
        if one.dep in ("xcomp", "pcomp", "ccomp") and _is_gerund(one) and above.lemma in words("events", "disowning"):
            return "denied"
        if one.dep not in ("xcomp", "conj", "dobj", "pobj", "prep", "attr"):
            return None
    return None


def _is_gerund(verb: Token) -> bool:
    return verb.tag == "VBG" or any(one.tag == "VBG" for one in verb.all("aux"))


_CHARGED = frozenset({"with", "of", "over", "for"})
_SUSPECTING = frozenset({"allege", "suspect", "accuse", "rumour", "rumor"})
_BELIEVING = frozenset({"believe", "think", "presume", "assume", "fear"})
_REPORTING = frozenset({"say", "report", "understand", "know", "claim"})


def is_unproved(head: Token) -> bool:
    """Whether there is "no evidence that …"."""
    for one in (head, *head.ancestors):
        if one.dep in ("acl", "ccomp", "relcl") and one.head.lemma in _PROOFS:
            return any(two.lower == "no" for two in one.head.all("det"))
    return False


_PROOFS = frozenset({"evidence", "proof", "sign", "indication", "record", "suggestion", "trace"})
