"""The nouns that numbers count: which one it is, and whether it stands for people or for arms."""

import re
from collections.abc import Sequence
from functools import cache

from rashomon.extract.figures.numbers import Number
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon
from rashomon.language.lexicon import words as listed
from rashomon.model.annotation import Category

# "F-16", "T-72s", "Su-25": names of arms, if something befalls them.
_MODEL = re.compile(r"[A-Z][A-Za-z]{0,9}-?\d{1,3}[A-Z]{0,2}s?$")
# Quotation marks that may close between a number and its noun.
_STATES = frozenset({"dead", "wounded", "injured", "missing"})
# Endings of nouns for people.
_PERSONAL = (
    "ist",
    "ee",
    "eer",
    "ian",
    "woman",
    "sman",
    "iman",
    "eman",
    "girl",
    "boy",
    "worker",
    "people",
    "fighter",
    "driver",
    "bearer",
)
_DETERMINERS = frozenset({"the", "its", "their", "his", "our", "those", "these"})
_SPENT = frozenset({"burnt", "burned", "shot", "knocked", "bombed"})
CLOSERS = frozenset({'"', "”", "’", "'", "''"})


def is_model(noun: Token) -> bool:
    """Whether a noun looks like the name of a make of arms ("T-72s")."""
    return bool(_MODEL.match(noun.text))


def counted_noun(number: Number, words: Sequence[Token]) -> Token | None:
    """The noun after a number: "42 Azeri civilians", "dozens of men", "28 of the dead"."""
    at = number.words[-1].i - words[0].i + 1
    last: Token | None = None
    while at < len(words):
        token = words[at]
        if token.lower == "non" and at + 1 < len(words) and words[at + 1].text == "-":
            at += 2  # "eight hundred non-combatants"
            continue
        if token.lower in _SPENT and [one.lower for one in words[at + 1 : at + 3]] == ["-", "out"]:
            at += 3  # "nine burnt-out lorries"
            continue
        if token.lower == "of" and last is None:
            at = _after_determiner(words, at + 1)
            continue
        if (
            last is None
            and words[at - 1].lower == "both"
            and token.lower in ("of", "the", "its", "their", "his", "our")
        ):
            at += 1
            continue
        if last is not None and (
            (last.tag in ("NNS", "NNPS") and last.dep != "compound") or token.tag in ("VBN", "VBD", "VBG", "JJ")
        ):
            break
        if token.pos in ("NOUN", "PROPN") or (token.tag == "CD" and not token.text[0].isdigit() and "-" in token.text):
            if last is not None and token.dep == "npadvmod":
                break
            last = token
        elif last is None and token.lower in _STATES and words[at - 1].lower in ("the", "of"):
            last = token  # "twelve of the dead", "scores of wounded"
        elif not _may_modify(token):
            break
        at += 1
    return last


def there_are(number: Number) -> Token | None:
    """The noun in front of "Of refugees there are 74,000"."""
    verb = number.head.head
    if number.head.dep != "attr" or verb.lemma != "be" or verb.child("expl") is None:
        return None
    before = [one for one in verb.all("prep") if one.lower == "of" and one.i < verb.i]
    return before[0].child("pobj") if before else None


def _after_determiner(words: Sequence[Token], at: int) -> int:
    while at < len(words) and words[at].lower in _DETERMINERS:
        at += 1
    return at


def _may_modify(token: Token) -> bool:
    if token.tag in ("JJ", "JJR", "JJS", "HYPH", "POS", "AFX", "SP", "_SP") or token.lower in CLOSERS:
        return True
    return token.pos == "SPACE" or token.text == "-" or (token.tag in ("VBN", "VBG") and token.dep == "amod")


def singular(noun: Token) -> str:
    """The noun's lemma in lower case; proper names lose a plural s."""
    lower = noun.lemma.lower()
    if lower.endswith("men") and len(lower) > 3:
        return lower[:-2] + "an"
    return lower.removesuffix("s") if noun.tag in ("NNPS", "NNP") and len(lower) > 3 else lower


def is_measure(noun: Token) -> bool:
    """Whether a noun is a unit of time, distance or share, or something else that reports count in passing."""
    return noun.lower in listed("figures", "measures") or singular(noun) in listed("figures", "measures")


def is_equipment(noun: Token) -> bool:
    """Whether the noun names arms or a machine, on its own or by a word beside it."""
    lemma = singular(noun)
    if any(one.lower in ("suicide", "roadside") for one in noun.children) and lemma == "bomber":
        return False
    if lemma in listed("figures", "arms_loads"):
        return _is_load_of_arms(noun)
    if lemma in listed("figures", "equipment_with"):
        return any(
            one.lower in listed("figures", "equipment_words") for one in noun.subtree if abs(one.i - noun.i) <= 6
        )
    return lemma in listed("figures", "equipment") or (is_model(noun) and lemma[0] in "fmts")


def _is_load_of_arms(load: Token) -> bool:
    """Whether a load is of arms alone: "nine crates of *missiles*", "two *ammunition* crates", not of oranges."""
    of = [thing for prep in load.all("prep") if prep.lower == "of" for thing in prep.all("pobj")]
    arms = listed("figures", "equipment") | listed("figures", "projectiles") | {"explosive", "cartridge", "bullet"}
    arms -= listed("figures", "arms_loads") | {"piece", "car", "bus", "system", "ton", "tonne"}
    beside = [one for one in load.all("compound") if not of]
    return any(singular(one) in arms and one.child("conj") is None for one in (*of, *beside))


def is_person(noun: Token) -> bool:
    """Whether the noun stands for people: a word for them, or a demonym."""
    lemma = singular(noun)
    if lemma in _people() or lemma.endswith(_PERSONAL):
        return True
    return noun.pos == "PROPN" and noun.text[:1].isupper() and noun.lower.endswith(("ns", "is", "es", "se", "ks", "ts"))


def is_animal(noun: Token) -> bool:
    """Whether the noun stands for animals, which reports count as they count people."""
    return singular(noun) in listed("figures", "animals")


def category(noun: Token | None) -> Category:
    """Whether the people (or arms) of a noun are military or civilian, by it and its modifiers."""
    if noun is None:
        return "unspecified"
    for one in noun.children:
        for kind in ("military", "civilian"):
            if one.i < noun.i and one.lower in _group("category_words", kind):
                return kind
    if is_equipment(noun):
        return _of_machine(noun)
    lemma = singular(noun)
    return next((kind for kind in ("military", "civilian") if lemma in _group("people", kind)), "unspecified")


def _of_machine(noun: Token) -> Category:
    """Whose kind of machine it is: arms, but for merchant ships, ferries and what carries goods."""
    beside = {one.lower for one in noun.children if one.i < noun.i}
    if beside & listed("figures", "civil_machine_words") or singular(noun) in listed("figures", "civil_machines"):
        return "civilian"
    return "unspecified" if beside & listed("figures", "carriers") else "military"


@cache
def _people() -> frozenset[str]:
    return frozenset(word for group in lexicon("figures")["people"].values() for word in group)


@cache
def _group(name: str, kind: str) -> frozenset[str]:
    return frozenset(lexicon("figures")[name].get(kind, ()))
