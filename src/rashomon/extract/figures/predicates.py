"""The verbs and nouns of action that a number's noun hangs on, and whether what they tell is real."""

from collections.abc import Iterator, Sequence

from rashomon.extract.figures.numbers import Number
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words as listed

_PASSIVES = frozenset({"been", "was", "were", "are", "being"})
_AUXILIARIES = _PASSIVES | frozenset({"have", "has", "had", "also", "reportedly", "allegedly", "already"})
_MODALS = frozenset({"could", "might", "may", "would", "can", "will"})
_PREDICATIVE = ("xcomp", "oprd", "acomp", "attr", "ccomp")


def predicates(nominal: Token, number: Number, words: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """Verbs and nouns of action that the nominal hangs on, and whether it is what suffers them."""
    if nominal.dep == "pobj" and nominal.head.lower == "of" and nominal.head.head in number.words:
        nominal = number.head  # "dozens of men were killed"
    for one in nominal.children:
        if one.dep in ("acl", "relcl") and not _has_subject(one):
            yield one, one.tag == "VBN" or any(kid.dep in ("nsubjpass", "auxpass") for kid in one.children)
        elif one.dep == "relcl" and one.i > nominal.i:
            yield one, True  # "the 23 they seized"
    for one in nominal.all("acl", "relcl"):  # "17 people listed as missing"
        yield from ((each, True) for each in one.subtree if each.head.lower == "as" or _after_as(each))
    told = _told_after(nominal, number, words)
    if told is not None:
        yield told, told.lemma.lower() not in listed("figures", "suffering")
    yield from _above(first_of_list(nominal), words)
    before = words[number.words[0].i - words[0].i - 1] if number.words[0].i > words[0].i else None
    if before is not None and before.tag in ("VBD", "VBN", "VBG", "VB"):
        yield before, True


def _after_as(token: Token) -> bool:
    return any(kid.lower == "as" and kid.dep in ("mark", "prep") for kid in token.children)


def _above(top: Token, words: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    verb = top.head.head if top.head.dep in ("aux", "auxpass") else top.head  # parsers hang subjects on "are" too
    if top.dep in ("nsubjpass", "nsubj"):
        yield verb, top.dep == "nsubjpass" or verb.child("auxpass") is not None
        for one in verb.children:  # "were found dead", "are feared to have died"
            if one.dep in _PREDICATIVE and not (one.dep == "ccomp" and _has_subject(one)):
                yield one, one.lemma.lower() not in listed("figures", "suffering")
            elif one.dep == "prep" and one.lower == "among":  # "six were among those killed"
                yield from ((each, True) for each in one.subtree if each.dep in ("acl", "pobj", "amod"))
    elif top.dep in ("dobj", "ROOT", "oprd"):
        yield verb, True
    elif top.dep == "pobj":
        yield from _by_preposition(top)


def _by_preposition(top: Token) -> Iterator[tuple[Token, bool]]:
    """Read "the deaths of 30 people", "killed two soldiers along with three guards", "among the nine killed"."""
    preposition = top.head
    if preposition.lower == "of":
        yield preposition.head, True
    if preposition.lower in listed("figures", "besides"):
        above = preposition.head
        while above.dep in ("prep", "advmod", "cc", "pcomp") and above.head is not above:
            above = above.head
        if above.pos == "VERB":
            yield above, True
            yield from ((each, True) for one in above.all("dobj") for each in one.children if each.dep == "acl")
        elif above.dep in ("dobj", "nsubj", "nsubjpass", "pobj", "conj"):
            yield from _above(first_of_list(above), ())
            yield from ((one, True) for one in above.children if one.dep == "acl")


def _has_subject(verb: Token) -> bool:
    subject = verb.child("nsubj", "nsubjpass")
    return subject is not None and subject.tag not in ("WDT", "WP")


def _told_after(noun_end: Token, number: Number, words: Sequence[Token]) -> Token | None:
    """The participle right behind a number or its noun, whatever the parser makes of it ("112 have been wounded")."""
    at = max(noun_end.i, number.words[-1].i) - words[0].i + 1
    first = at
    while at < len(words) and words[at].lower in _AUXILIARIES:
        at += 1
    passive = at > first and any(one.lower in _PASSIVES for one in words[first:at])
    return words[at] if passive and at < len(words) and words[at].tag in ("VBN", "VBD") else None


def first_of_list(nominal: Token) -> Token:
    """The first member of the list in which the nominal stands ("two tanks and four guns")."""
    while nominal.dep in ("conj", "appos", "nummod") and nominal.head.pos in ("NOUN", "PROPN", "NUM"):
        nominal = nominal.head
    return nominal


def is_unreal(verb: Token) -> bool:
    """Whether what the verb tells is denied or only possible."""
    above = [verb.head] if verb.dep in ("xcomp", "acomp", "oprd") else []
    if verb.dep == "ccomp" and verb.head.i < verb.i:  # not "12 died, the office found; it could not say who fired"
        above.append(verb.head)
    for one in (verb, *above):
        if one.dep == "ccomp" and one.head.i < one.i and one.head.lemma in ("deny", "threaten"):
            return True
        if any(
            kid.dep == "neg" or (kid.dep == "aux" and kid.lower in _MODALS and kid.text != "May")
            for kid in one.children
        ):
            return True
    return verb.tag == "VB" and _is_purpose(verb)


def _is_purpose(verb: Token) -> bool:
    """Whether an infinitive tells what somebody means to do, not what was done."""
    marked = any(kid.lower == "to" and kid.dep == "aux" for kid in verb.children)
    perfect = any(kid.lower == "have" and kid.dep == "aux" for kid in verb.children)  # "claimed to have killed"
    return marked and not perfect and verb.head.lemma not in listed("figures", "bringing_about")


def never_back(verb: Token) -> bool:
    """Whether a verb says that those who do it are dead: "will not come home", "did not make it"."""
    behind = {one.lower for one in verb.children if one.i > verb.i}
    negated = any(kid.dep == "neg" for kid in verb.children)
    return negated and (
        (verb.lemma == "come" and bool(behind & {"home", "back"})) or (verb.lemma == "make" and "it" in behind)
    )


def is_unaccounted(verb: Token) -> bool:
    """Whether those it tells of are missing: "cannot be accounted for", "have not been accounted for"."""
    return verb.lemma == "account" and any(kid.dep == "neg" for kid in verb.children)


def is_in_hospital(verb: Token) -> bool:
    """Whether those it tells of are being treated: "lie in hospital", "remain in hospitals", not "are" or "work in"."""
    places = [one for prep in verb.all("prep") if prep.lower == "in" for one in prep.all("pobj")]
    return verb.lemma in ("lie", "remain", "stay") and any(one.lemma.lower() == "hospital" for one in places)


def is_modal(verb: Token) -> bool:
    """Whether a verb stands with "would", "can" or the like."""
    return any(kid.tag == "MD" and kid.text != "May" for kid in verb.children)


def governing(verb: Token) -> list[Token]:
    """The verbs above one without a tense of its own, whose time it shares ("punished them for *shooting* down")."""
    found: list[Token] = []
    while verb.tag in ("VBG", "VB") and verb.dep in ("pcomp", "xcomp", "advcl", "acl", "conj"):
        if is_modal(verb) or verb.head is verb:
            break
        verb = verb.head.head if verb.head.pos == "ADP" else verb.head
        found.append(verb)
    return found


def is_hypothetical(verb: Token) -> bool:
    """Whether the verb stands under a condition: "if …", "had they …", "should they …"."""
    subject = verb.child("nsubj", "nsubjpass")
    for kid in verb.children:
        if kid.dep == "mark" and kid.lower in ("if", "unless"):
            return True
        if kid.dep == "aux" and subject is not None and kid.i < subject.i and kid.lower in ("had", "should", "were"):
            return True
    return False
