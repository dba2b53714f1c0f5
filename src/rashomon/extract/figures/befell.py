"""What befell the people or arms that a number counts, by the verb, noun or state that tells it."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from rashomon.extract.figures.nouns import category, is_animal, is_equipment, is_model, is_person, singular
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Counts

LOSSES: tuple[Counts, ...] = ("killed", "wounded", "displaced", "captured", "missing")
"""The kinds of loss of people, the gravest first."""

# Words of an idiom stand this near behind its verb ("*laid* down their *arms*").
_REACH = 7
_WRECKING = frozenset({"destroy", "silence", "knock", "sink", "wreck", "disable", "neutralize", "neutralise"})
_DOWNING = frozenset({"shoot", "bring"})
_LIFE = frozenset({"life", "lives"})


def befell(verb: Token, noun: Token | None, *, suffers: bool) -> Counts | None:
    """What befell those whom `noun` names (None: left out) by a verb, state or noun of action; None for nothing.

    `suffers` tells whether they are what the verb acts on, not who does it.
    """
    if noun is not None and (
        is_equipment(noun) or is_model(noun) or is_brought_down(verb, noun) or _is_gun(verb, noun)
    ):
        return _arms(verb, noun, suffers=suffers)
    if verb.lemma == "life" and verb.pos == "NOUN":  # "cost the *lives* of 38 soldiers"
        return "killed" if verb.dep == "dobj" and verb.head.lemma in words("figures", "costing_lives") else None
    if verb.lemma == "cost":
        return "killed" if suffers and noun is not None and is_person(noun) and not _is_dear(verb, noun) else None
    if noun is not None and noun.lower in _LIFE:
        return "killed" if verb.lemma.lower() in words("figures", "costing_lives") else None
    if noun is not None and not is_person(noun) and not _tells_of_people(verb, noun):
        return None
    if _is_shot(verb, suffers=suffers):
        return "killed"
    if _to_death(verb) and suffers:
        return "killed"
    if _is_taken(verb, suffers=suffers) or _is_seized(verb, noun, suffers=suffers):
        return "captured"
    both = _coordinated(verb, noun, suffers=suffers)
    return both or _idiom(verb, noun, suffers=suffers) or _plain(verb, noun, suffers=suffers)


def _is_shot(verb: Token, *, suffers: bool) -> bool:
    """Whether people "were shot", and nothing says that they lived."""
    alone = verb.child("prt", "oprd", "prep") is None or {one.lower for one in verb.all("prep")} <= {"by", "in", "on"}
    spared = any(one.dep == "conj" and one.lemma in ("wound", "injure") for one in verb.children)
    passive = verb.tag == "VBN" and verb.child("prt") is None and verb.child("oprd") is None
    return verb.lemma == "shoot" and suffers and passive and alone and not spared


def _is_dear(verb: Token, noun: Token) -> bool:
    """Whether people paid with something else than their lives ("cost 40 workers *their jobs*")."""
    behind = [one for one in verb.subtree if one.i > noun.i]
    return any(one.tag == "PRP$" and one.head.lemma not in _LIFE for one in behind[:2])


def _is_taken(verb: Token, *, suffers: bool) -> bool:
    """Whether people "were taken", and nothing says where or for what."""
    if verb.lemma != "take" or verb.tag != "VBN" or not suffers or verb.child("prt", "oprd", "dobj", "xcomp", "advmod"):
        return False
    return {one.lower for one in verb.all("prep")} <= {"by", "on", "at", "near", "during", "in"} and (
        verb.child("auxpass") is not None or verb.dep == "acl"
    )


def _is_seized(verb: Token, noun: Token | None, *, suffers: bool) -> bool:
    """Whether people "were seized", as arms and towns are too, or are told of as "*taken* prisoner"."""
    if verb.lower == "taken" and not any(one.lemma == "have" for one in verb.children):
        told = [one for one in verb.children if one.i == verb.i + 1]
        if any(one.lower in ("prisoner", "captive", "hostage") for one in told):
            return True  # by its form, whatever the parser makes of it
    return verb.lemma == "seize" and verb.tag == "VBN" and suffers and noun is not None and is_person(noun)


def _to_death(verb: Token) -> bool:
    """Whether people were "crushed *to death*", "hacked *to death*", but not sentenced to it."""
    deaths = [one for prep in verb.all("prep") if prep.lower == "to" for one in prep.all("pobj")]
    return verb.lemma not in ("sentence", "condemn", "put") and any(one.lower == "death" for one in deaths)


def _is_gun(verb: Token, noun: Token) -> bool:
    """Whether a word that may mean arms does, by what befell it ("destroyed three *batteries*")."""
    return singular(noun) in words("figures", "equipment_with") and verb.lemma in _WRECKING


def is_brought_down(verb: Token, noun: Token) -> bool:
    """Whether something with a name was shot or brought down: an aircraft, whatever its make."""
    return noun.pos == "PROPN" and not is_person(noun) and verb.lemma in _DOWNING and verb.child("prt") is not None


def is_loss(verb: Token) -> bool:
    """Whether a verb tells of a loss of people."""
    return any(verb.lemma.lower() in group("verbs", kind) for kind in LOSSES)


def state(token: Token | None) -> Counts | None:
    """What became of people by a word of state ("dead", "captured")."""
    if token is None:
        return None
    return next((kind for kind in LOSSES if token.lower in group("states", kind)), None)


def governs(verb: Token | None) -> bool:
    """Whether a verb acts on something: it has an object of its own."""
    return verb is not None and verb.child("dobj") is not None


def _arms(verb: Token, noun: Token, *, suffers: bool) -> Counts | None:
    lemma = verb.lemma.lower()
    if singular(noun) in words("figures", "projectiles") and lemma in words("figures", "firing"):
        return "other"  # shells that fell are no arms that were lost
    arms = is_equipment(noun)
    if lemma in words("figures", "destroying"):
        if suffers or not governs(verb):
            return "equipment"
        return None  # "two missiles hit the ship" tells of no loss of missiles
    return "equipment" if arms and not is_loss(verb) else None


def _tells_of_people(verb: Token, noun: Token) -> bool:
    """Whether the verb befalls nobody but people, so that any noun but an animal's stands for them."""
    lemma = verb.lemma.lower()
    if noun.pos == "PROPN" and (lemma in group("verbs", "displaced") or lemma in _idioms("idioms_of_subject")):
        return True  # "270,000 Rohingya have fled"
    befalls = lemma in words("figures", "of_people") or _is_shot(verb, suffers=True)
    return noun.pos in ("NOUN", "PROPN") and not is_animal(noun) and befalls


def _coordinated(verb: Token, noun: Token | None, *, suffers: bool) -> Counts | None:
    """Read "killed, wounded or captured 300", "were killed or wounded": counted together."""
    chain = [verb]
    if verb.dep == "conj" and verb.head.pos == verb.pos and not governs(verb.head) and governs(verb):
        chain.append(verb.head)
    chain += [one for one in verb.children if one.dep == "conj" and _joins(verb, one)]
    kinds = {kind for one in chain if (kind := _plain(one, noun, suffers=suffers))}
    return "other" if len(kinds) > 1 and len(chain) > 1 else None


def _joins(verb: Token, other: Token) -> bool:
    """Whether a verb is coordinated without words of its own before it ("killed or wounded")."""
    return 0 < other.i - verb.i <= 3 and not governs(other) and other.child("nsubj", "nsubjpass") is None


def _idiom(verb: Token, noun: Token | None, *, suffers: bool) -> Counts | None:
    """Read "lost their lives", "were taken prisoner", "have left their homes", "put out of action"."""
    table = _idioms("idioms_of_object" if suffers else "idioms_of_subject").get(verb.lemma.lower())
    if table is None:
        return None
    near = {one for word in _behind(verb) for one in (word.lower, word.lemma.lower())}
    for kind, with_words in table:
        if (not with_words or near & with_words) and not _is_flight_of_soldiers(kind, noun):
            return kind
    return None


def _behind(verb: Token) -> Iterable[Token]:
    return (one for one in verb.subtree if 0 < one.i - verb.i <= _REACH and one.dep != "nummod")


def _plain(verb: Token, noun: Token | None, *, suffers: bool) -> Counts | None:
    lemma = verb.lemma.lower()
    if verb.pos == "NOUN":
        return next((kind for kind in LOSSES if lemma in group("acts", kind)), None)
    if verb.pos == "ADJ" or verb.lower in words("figures", "adjectival"):
        return state(verb)
    kind = next((kind for kind in LOSSES if lemma in group("verbs", kind)), None)
    if kind is None or _is_flight_of_soldiers(kind, noun):
        return None
    return kind if suffers != (lemma in words("figures", "suffering")) else None


def _is_flight_of_soldiers(kind: Counts, noun: Token | None) -> bool:
    """Who deserts or crosses a river in arms is not displaced."""
    return kind == "displaced" and noun is not None and category(noun) == "military"


@cache
def group(name: str, kind: str) -> frozenset[str]:
    """The words of one kind in a list of the lexicon that is kept by kinds."""
    return frozenset(_lexicon()[name].get(kind, ()))


@cache
def _idioms(name: str) -> dict[str, list[tuple[Counts, frozenset[str]]]]:
    """Idioms by their verb: what befell, and the words of which one must stand behind it."""
    table: dict[str, list[tuple[Counts, frozenset[str]]]] = {}
    for kind, verbs in _lexicon()[name].items():
        for verb, with_words in verbs.items():
            table.setdefault(verb, []).append((kind, frozenset(with_words)))
    return table


@cache
def _lexicon() -> Any:
    return lexicon("figures")
