"""What the use of an unknown name tells of a body: that letters stand for one, that a name is a company's."""

from collections.abc import Iterator
from functools import cache

from rashomon.extract.names.readings import is_agent, preposition, subject_of
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words

# Verbs of being: whatever has a name may be something ("the IQ is low").
_BEING = frozenset({"be", "become", "stand", "remain", "seem", "mean", "cost"})
# Before a list of examples: "companies such as X, Y and Z".
_SUCH = frozenset({"as", "like", "including"})
# As far behind a name as its apposition may begin and its noun may stand ("X, the giant American oil firm").
_APPOSED = 8


def firm_votes(tokens: list[Token], first: int, last: int, head: Token) -> Iterator[tuple[str, float]]:
    """What one occurrence tells for a company: "the oil firm X", "X, the car maker", "firms such as X", "X shares"."""
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    kinds = words("organisations", "firms")
    if before is not None and before.lemma.lower() in kinds and before.tag in ("NN", "NNP"):
        yield "firm", 2.0
    if _is_example(tokens, head):
        yield "firm", 2.0
    if _is_called_firm(tokens, last):
        yield "firm", 2.0
    if after is not None and after.lower in words("organisations", "of_firms") and head.dep in ("compound", "nmod"):
        yield "firm", 1.0


def stands_for_body(tokens: list[Token], first: int, last: int, head: Token) -> bool:
    """Whether letters stand where a body does: they act, own, have spokesmen and members, or are called a body."""
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    the = before is not None and before.lower == "the"
    verb = subject_of(head)
    if (verb is not None and verb.lemma not in _BEING and verb.pos == "VERB") or is_agent(head):
        return True
    if after is not None and head.dep in ("compound", "nmod", "amod") and after.lower in _of_bodies():
        return True
    if after is not None and after.tag == "POS":
        return before is None or before.tag != "PRP$"
    if before is not None and before.pos == "NOUN" and before.lemma.lower() in _kinds():
        return True
    if the and preposition(head) not in words("naming", "locative") and not (after and after.pos in ("NOUN", "PROPN")):
        return True
    return _is_office_in(head) or _is_called_firm(tokens, last) or _is_example(tokens, head) or _is_beside_body(head)


def _is_office_in(head: Token) -> bool:
    """Whether a name stands behind the office that somebody has there ("spokesman for X", "an economist at X")."""
    if head.dep != "pobj" or head.head.lower not in ("of", "for", "at", "with", "in", "from", "to", "by"):
        return False
    held = head.head.head
    titles = words("titles", "office") | words("titles", "rank") | words("titles", "person_noun")
    return held.lemma.lower() in titles | words("titles", "somebody") | _of_bodies() or held.lower in _of_bodies()


def _is_beside_body(head: Token) -> bool:
    """Whether letters are named together with a body that acts ("the Front and the X signed")."""
    return head.dep == "conj" and head.head.pos == "PROPN" and head.head.text.isupper() and len(head.head.text) > 2


def _is_example(tokens: list[Token], head: Token) -> bool:
    """Whether a name stands in a list of companies: "firms such as X, Y and Z"."""
    while head.dep == "conj":
        head = head.head
    if head.dep != "pobj" or head.head.lower not in _SUCH:
        return False
    at = head.head.i - (2 if tokens[head.head.i - 1].lower == "such" else 1)
    while at > 0 and tokens[at].text == ",":
        at -= 1
    return at >= 0 and tokens[at].lemma.lower() in words("organisations", "firms") and tokens[at].tag == "NNS"


def _is_called_firm(tokens: list[Token], last: int) -> bool:
    """Whether the words behind a comma call the name a company ("X, the country's largest oil firm, said")."""
    if last + 2 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].lower not in ("the", "a", "an"):
        return False
    kinds = words("organisations", "firms")
    for at in range(last + 2, min(last + _APPOSED, len(tokens))):
        token = tokens[at]
        if token.text in ",.;" or token.tag in ("VBD", "VBZ", "VBP", "MD") or token.pos in ("ADP", "SCONJ"):
            return False
        if (
            token.text.islower()
            and token.lemma in kinds
            and not (at + 1 < len(tokens) and tokens[at + 1].pos in ("NOUN", "PROPN"))
        ):
            return True
    return False


@cache
def _of_bodies() -> frozenset[str]:
    """The nouns for those who speak and act for a body, behind its letters ("X officials")."""
    return (
        words("organisations", "of_a_state")
        | words("organisations", "armed_nouns")
        | words("organisations", "of_firms")
        | words("organisations", "of_letters")
    )


@cache
def _kinds() -> frozenset[str]:
    """The nouns that call what follows a body ("the rebel group X", "the oil firm X")."""
    return words("organisations", "firms") | words("organisations", "kinds") | words("organisations", "of_letters")
