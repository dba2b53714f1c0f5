"""What kind of thing a noun stands for: troops, ground, people, a place, a machine of war."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from rashomon.extract.events.patterns import Kinds
from rashomon.extract.found import Found, coordinated
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention

Marks: TypeAlias = Mapping[int, str]
"""The kinds of words that are names, by the word's number: "@place", "@people", "@person"."""

UNMARKED: Marks = MappingProxyType({})


def nouns_of(noun: Token) -> list[Token]:
    """The nouns after "of" below a noun."""
    return [inner for one in noun.all("prep") if one.lower == "of" for inner in one.all("pobj")]


def marks_of(found: Found, nouns: Iterable[Token], *, states: bool = False) -> Marks:
    """The kinds of the names among nouns, those coordinated with them and those they count.

    With `states` a state is a place too, however it is read ("the fall of Orlan").
    """
    found_marks: dict[int, str] = {}
    heads = [one for noun in nouns for one in coordinated(noun)]
    for one in (*heads, *(inner for head in heads for above in nouns_of(head) for inner in coordinated(above))):
        mention = found.mention_of(one)
        if mention is None:
            continue
        if mention.reading == "people" or (mention.form == "demonym" and one.tag in _NOUNS):
            found_marks[one.i] = "@people"
        elif mention.type == "person" and mention.name is not None:
            found_marks[one.i] = "@person"
        elif mention.reading == "place" or (states and mention.type in ("place", "state")) or _is_taken(one, mention):
            found_marks[one.i] = "@place"
    return found_marks


_NOUNS = frozenset({"NNS", "NNPS"})


def _is_taken(name: Token, mention: Mention) -> bool:
    """Whether a bare name of which nothing is known is a town's, for it is taken or freed ("Orlan was retaken")."""
    bare = mention.type is None and mention.form == "name" and not name.all("compound", "amod", "appos")
    taken = name.head.lemma in words("events_force", "retaking") and name.dep in ("nsubjpass", "dobj")
    # "Harlan was taken to hospital" tells of a man.
    whole = name.head.lemma != "take" or (name.dep == "nsubjpass" and not name.head.child("prep", "prt", "xcomp"))
    return bare and taken and whole


def is_a(noun: Token, kinds: Kinds, marks: Marks = UNMARKED) -> bool:
    """Whether a noun, one coordinated with it or what it counts ("dozens of …") is of these kinds.

    `marks` are the kinds of names. A machine of war that goes by a type or a ship's name is of the kind "@craft".
    """
    for one in coordinated(noun):
        lemma = one.lemma.lower()
        if lemma in kinds or one.lower in kinds or marks.get(one.i) in kinds:
            return True
        if lemma.endswith("men") and f"{lemma[:-2]}an" in kinds:
            return True  # "servicemen": often taken for a singular or a name
        if one.tag == "CD" and "@number" in kinds and not nouns_of(one):
            return True
        if one.tag == "CD" and "wounded" in kinds and any(two.lower in _HURT for two in one.all("acl", "amod")):
            return True  # "evacuated 60 wounded"
        if "@craft" in kinds and _is_craft(one):
            return True
        if one.pos == "PROPN" and (_called(one) & kinds or one.lower.removesuffix("s") in kinds):
            return True  # "Rebels" at the head of a line is taken for a name
        if lemma in _DIRECTIONS and any(inner.lemma in kinds for inner in one.all("compound", "nmod")):
            return True  # "a town southwest of Osk"
        for inner in one.children:
            if inner.i < one.i and inner.dep != "det" and f"{inner.lower} {lemma}" in kinds:
                return True
        if (lemma in words("events", "counts") or one.pos == "NUM") and any(
            is_a(inner, kinds, marks) for inner in nouns_of(one)
        ):
            return True
    return False


_HURT = frozenset({"wounded", "injured", "sick"})


def _is_craft(noun: Token) -> bool:
    """Whether a word is the type of an aircraft or tank ("MiG-21", "T-72s") or the name of a warship ("HMS Tern")."""
    if noun.pos not in ("NOUN", "PROPN") and not noun.text[:1].isupper():
        return False
    if noun.pos == "PROPN" and noun.lower.removesuffix("s") in words("events", "makes"):
        return True
    if (_TYPE.fullmatch(noun.text) or _MAKE.fullmatch(noun.text)) and noun.text not in _NO_TYPES:
        return True
    if noun.tag in ("NNP", "NNPS") and noun.text.endswith("s") and noun.child("nummod") is not None:
        return True  # "three Harriers"
    return any(one.text in _SHIPS for one in noun.all("compound", "nmod"))


_TYPE = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d{1,3}[A-Za-z]{0,3}")
_MAKE = re.compile(r"[A-Z][a-z]{3,9}-\d{1,3}[A-Za-z]{0,2}")
_NO_TYPES = frozenset({"Covid-19", "G7", "G-7", "G8", "G-8", "G20", "G-20", "G77", "G-77", "E3", "P5"})
_SHIPS = frozenset({"HMS", "USS", "ARA", "INS", "HNoMS", "HMAS", "HMCS", "USNS", "PNS", "KRI", "BRP", "RFA"})


def _called(name: Token) -> set[str]:
    """What the word right before a name says that it is ("the frigate Constance", "President Daulis")."""
    before = [one for one in name.all("compound", "nmod") if one.i == name.i - 1 or one.head.i == name.i]
    kind = max(
        (one for one in before if one.pos == "NOUN" or one.lower in _TITLES), key=lambda one: one.i, default=None
    )
    borne = {one.lower for one in name.all("compound", "nmod") if one.i < name.i and one.lower in _TITLES}
    return borne | ({kind.lower, kind.lemma.lower()} if kind is not None else set())


_TITLES = frozenset({"president", "king", "queen", "emperor", "premier", "sultan", "emir"})


_DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})


def before_the_press(noun: Token) -> bool:
    """Whether a noun is a conference for journalists, at which nobody confers."""
    return noun.lemma == "conference" and any(one.lower in ("press", "news") for one in noun.children)


_DEFINITE = frozenset({"the", "that", "this", "these", "those", "both"})


def is_definite(noun: Token) -> bool:
    """Whether a noun goes back to something told ("the call", "that meeting")."""
    return any(one.lower in _DEFINITE for one in noun.all("det", "predet"))
