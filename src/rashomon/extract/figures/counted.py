"""What a number counts: the dead, the wounded, arms, money …, and the words that say so."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from rashomon.extract.figures.nouns import (
    CLOSERS,
    category,
    counted_noun,
    is_equipment,
    is_measure,
    is_model,
    is_person,
    singular,
)
from rashomon.extract.figures.numbers import Number
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Category, Counts


class Counted(NamedTuple):
    """What a number counts.

    `noun` is the noun counted, None where it is left out ("killed 30,000"); `cue` the
    word that tells what became of it; `words` are the evidence's tokens.
    """

    counts: Counts
    unit: str | None
    noun: Token | None
    cue: Token | None
    category: Category
    words: tuple[Token, ...]
    rule: str


_PASSIVES = frozenset({"been", "was", "were", "are", "being"})
_AUXILIARIES = _PASSIVES | frozenset({"have", "has", "had", "also"})
_KINDS: tuple[Counts, ...] = ("killed", "wounded", "displaced", "captured", "missing")
# Prices and fines stay below this; aid, trade and arms do not.
_LEAST_MONEY = 100_000


def counted(number: Number, words: Sequence[Token]) -> Counted | None:
    """What `number` counts among `words` (the tokens of its sentence); None where it is no figure."""
    noun = counted_noun(number, words)
    nominal = noun or number.head
    if any(_is_hypothetical(verb) for verb, _ in _predicates(nominal, number, words)):
        return None
    if noun is not None and is_measure(noun) and not _money(number, noun, words):
        return _by_times(number, noun)
    if number.core[0].lower in _uncounting() and not (noun is not None and singular(noun) in _set("losses")):
        return None
    for rule in (_by_money, _by_state, _by_predicate, _by_force, _by_noun):
        found = rule(number, noun, words)
        if found is not None:
            return found
    return None


# The rules, in the order in which they are tried


def _by_money(number: Number, noun: Token | None, words: Sequence[Token]) -> Counted | None:
    if not _money(number, noun, words) or number.core[0].lower in _set("vague_adjectives"):
        return None
    if number.bound != "vague" and max(number.low or 0, number.high or 0) < _LEAST_MONEY:
        return None
    tokens = [*number.words, *([noun] if noun is not None else [])]
    sign = _before(number.core[0], words)
    if sign is not None and sign.lower in _set("currencies"):
        tokens.insert(0, sign)
    unit = singular(noun) if noun is not None and singular(noun) in _set("currencies") else sign.text if sign else None
    return Counted("money", unit, noun, None, "unspecified", tuple(tokens), "money")


def _money(number: Number, noun: Token | None, words: Sequence[Token]) -> bool:
    sign = _before(number.core[0], words)
    if sign is not None and sign.lower in _set("currencies") and sign.start >= number.core[0].start - 2:
        return True
    return noun is not None and singular(noun) in _set("currencies")


def _by_state(number: Number, noun: Token | None, words: Sequence[Token]) -> Counted | None:
    """Read "11 soldiers dead", "27 wounded", "300 dead and wounded"."""
    after = noun or number.words[-1]
    state = _next(after, words)
    kind = _state(state)
    if state is None or kind is None or _governs(state) or (noun is not None and not is_person(noun)):
        return None
    both = _second_state(state, kind, words)
    tokens = (*number.words, *([noun] if noun is not None else []), both or state)
    counts: Counts = "other" if both else kind
    unit = singular(noun) if noun is not None else state.lower
    return Counted(counts, unit, noun, state, category(noun), tokens, "state")


def _second_state(state: Token, kind: Counts, words: Sequence[Token]) -> Token | None:
    """The other state in "dead and wounded": both are counted together."""
    joint = _next(state, words)
    other = _next(joint, words) if joint is not None and joint.lower in ("and", "or") else None
    found = _state(other)
    return other if found is not None and found != kind and not _governs(other) else None


def _state(token: Token | None) -> Counts | None:
    if token is None:
        return None
    return next((kind for kind in _KINDS if token.lower in _group("states", kind)), None)


def _governs(verb: Token | None) -> bool:
    """Whether a verb acts on something: it has an object of its own."""
    return verb is not None and verb.child("dobj") is not None


def _by_predicate(number: Number, noun: Token | None, words: Sequence[Token]) -> Counted | None:
    """By the verb: "42 civilians had been killed", "killed 30,000", "lost two tanks"."""
    nominal = noun or number.head
    for verb, suffers in _predicates(nominal, number, words):
        counts = _befell(verb, suffers, noun)
        if counts is None or _is_unreal(verb):
            continue
        tokens = (*number.words, *([noun] if noun is not None else []), *_adjacent(verb, number, noun))
        unit = singular(noun) if noun is not None else None
        return Counted(counts, unit, noun, verb, category(noun), tokens, "predicate")
    return None


def _adjacent(verb: Token, number: Number, noun: Token | None) -> tuple[Token, ...]:
    """The verb where it stands beside the number or a few words behind it."""
    last = noun or number.words[-1]
    near = verb.i == number.words[0].i - 1 or 0 < verb.i - last.i <= 4
    befalls = verb.lemma.lower() in _set("destroying") or _is_loss(verb)
    return (verb,) if near and befalls else ()


def _predicates(nominal: Token, number: Number, words: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """Verbs and nouns of action that the nominal hangs on, and whether it is what suffers them."""
    if nominal.dep == "pobj" and nominal.head.lower == "of" and nominal.head.head in number.words:
        nominal = number.head  # "dozens of men were killed"
    for one in nominal.children:
        if one.dep in ("acl", "relcl"):
            yield one, one.tag == "VBN" or any(kid.dep in ("nsubjpass", "auxpass") for kid in one.children)
    told = _told_after(noun_end=nominal, number=number, words=words)
    if told is not None:
        yield told, told.lemma.lower() not in _set("suffering")
    top = _first_of_list(nominal)
    verb = top.head
    if top.dep in ("nsubjpass", "nsubj"):
        passive = top.dep == "nsubjpass" or verb.child("auxpass") is not None
        yield verb, passive
        for one in verb.children:  # "were found dead", "are feared to have died"
            if one.dep in ("xcomp", "oprd", "acomp", "attr", "ccomp"):
                yield one, one.lemma.lower() not in _set("suffering")
    elif top.dep in ("dobj", "ROOT", "oprd"):
        yield verb, True
    elif top.dep == "pobj" and top.head.lower == "of":
        yield top.head.head, True
    before = _before(number.words[0], words)
    if before is not None and before.tag in ("VBD", "VBN", "VBG", "VB") and before is not verb:
        yield before, True


def _told_after(noun_end: Token, number: Number, words: Sequence[Token]) -> Token | None:
    """The participle right behind a number or its noun, whatever the parser makes of it ("112 have been wounded")."""
    at = max(noun_end.i, number.words[-1].i) - words[0].i + 1
    first = at
    while at < len(words) and words[at].lower in _AUXILIARIES:
        at += 1
    passive = at > first and words[at - 1].lower in _PASSIVES
    return words[at] if passive and at < len(words) and words[at].tag in ("VBN", "VBD") else None


def _first_of_list(nominal: Token) -> Token:
    """The first member of the list in which the nominal stands ("two tanks and four guns")."""
    while nominal.dep in ("conj", "appos", "nummod") and nominal.head.pos in ("NOUN", "PROPN", "NUM"):
        nominal = nominal.head
    return nominal


def _befell(verb: Token, suffers: bool, noun: Token | None) -> Counts | None:
    """What befell the noun by that verb; None where nothing did."""
    arms = noun is not None and is_equipment(noun)
    lemma = verb.lemma.lower()
    if arms or (noun is not None and is_model(noun)):
        hit = lemma in _set("destroying") and (suffers or not _governs(verb))
        return "equipment" if hit or (arms and lemma not in _group("verbs", "killed")) else None
    if noun is not None and not is_person(noun) and noun.lower not in ("lives", "life"):
        return None
    idiom = _idiom(verb, suffers)
    if idiom is not None:
        return idiom
    if noun is not None and noun.lower in ("lives", "life"):
        return "killed" if lemma in ("claim", "lose", "cost", "take", "end") else None
    if verb.pos == "NOUN":
        return next((kind for kind in _KINDS if lemma in _group("acts", kind)), None)
    if verb.pos == "ADJ" or verb.lower in _set("adjectival"):
        return _state(verb)
    if lemma == "flee" and noun is not None and category(noun) == "military":
        return None  # who deserts is not displaced
    return _by_verb(lemma, suffers)


def _idiom(verb: Token, suffers: bool) -> Counts | None:
    """Read "11 people lost their lives", "nine men were taken prisoner"."""
    lemma = verb.lemma.lower()
    if not suffers and lemma in ("lose", "give", "lay"):
        lives = any(one.lower in ("lives", "life") for one in verb.all("dobj"))
        return "killed" if lives else None
    if suffers and lemma in ("take", "hold"):
        state = verb.child("oprd", "dobj", "xcomp", "attr", "npadvmod", "advmod", "acomp")
        return "captured" if state is not None and state.lower in _group("states", "captured") else None
    return None


def _by_verb(lemma: str, suffers: bool) -> Counts | None:
    kind = next((kind for kind in _KINDS if lemma in _group("verbs", kind)), None)
    if kind is None:
        return None
    return kind if suffers != (lemma in _set("suffering")) else None


def _is_unreal(verb: Token) -> bool:
    """Whether what the verb tells is denied or only possible."""
    for one in (verb, *([verb.head] if verb.dep in ("xcomp", "acomp", "oprd", "ccomp") else [])):
        for kid in one.children:
            if kid.dep == "neg" or (
                kid.dep == "aux" and kid.lower in ("could", "might", "may", "would", "can", "will")
            ):
                return True
        if one.dep == "ccomp" and one.head.lemma in ("deny", "threaten", "fear"):
            return True
    return verb.tag == "VB" and _is_purpose(verb)


def _is_purpose(verb: Token) -> bool:
    """Whether an infinitive tells what somebody means to do, not what was done."""
    marked = any(kid.lower == "to" and kid.dep == "aux" for kid in verb.children)
    return marked and verb.head.lemma not in _set("bringing_about")


def _is_hypothetical(verb: Token) -> bool:
    """Whether the verb stands under a condition: "if …", "had they …", "should they …"."""
    subject = verb.child("nsubj", "nsubjpass")
    for kid in verb.children:
        if kid.dep == "mark" and kid.lower in ("if", "unless"):
            return True
        if kid.dep == "aux" and subject is not None and kid.i < subject.i and kid.lower in ("had", "should", "were"):
            return True
    return False


def _by_times(number: Number, noun: Token) -> Counted | None:
    """Read "violated the truce eleven times", "attacked on 19 occasions": acts that are counted."""
    verb = next((one for one in noun.ancestors if one.pos == "VERB"), None)
    act = (
        _lexicon()["counted_acts"].get(verb.lemma)
        if verb is not None and singular(noun) in ("time", "occasion")
        else None
    )
    return Counted("other", act, noun, verb, "unspecified", (*number.words, noun), "times") if act else None


def ordinal(token: Token, words: Sequence[Token]) -> tuple[float, Counted] | None:
    """What an ordinal counts up to: "the fourth truce" tells of four."""
    if token.lower not in _set("ordinals"):
        return None
    value = _lexicon()["ordinals"][token.lower]
    if token.dep not in ("amod", "nummod", "advmod"):
        return None
    noun = next(
        (one for one in words[token.i - words[0].i + 1 :][:3] if singular(one) in _set("counted_in_order")), None
    )
    if noun is None or _is_unreal(noun.head) or _is_hypothetical(noun.head):
        return None
    between = words[token.i - words[0].i : noun.i - words[0].i + 1]
    return float(value), Counted("other", singular(noun), noun, noun, "unspecified", tuple(between), "ordinal")


def _by_force(number: Number, noun: Token | None, words: Sequence[Token]) -> Counted | None:
    """Read "a mission of 40", "a 5,000-strong force"."""
    top = number.head.head if number.head.dep == "pobj" and number.head.head.lower == "of" and noun is None else None
    force = top.head if top is not None else noun
    if force is None or singular(force) not in _set("forces"):
        return None
    strong = any(one.lower == "strong" for one in words[number.words[-1].i - words[0].i :][:3])
    if (top is None and not strong) or max(number.low or 0, number.high or 0) < 10:
        return None
    return Counted("troops", singular(force), force, force, "military", (*number.words, force), "force")


def _by_noun(number: Number, noun: Token | None, words: Sequence[Token]) -> Counted | None:
    """By the noun alone: "12 deaths", "two helicopters", "3,000 troops"."""
    if noun is None:
        return None
    lemma = singular(noun)
    counts = next((kind for kind in (*_KINDS, "other") if lemma in _group("nouns", kind)), None)
    if counts is None and lemma == "loss" and noun.tag == "NNS":
        counts = "killed"
    if counts is None and is_equipment(noun) and not _is_known(number, words):
        counts = "equipment"
    befell = any(_is_loss(verb) for verb, _ in _predicates(noun, number, words))
    if counts is None and lemma in _set("troops") and _is_force(number, words) and not befell:
        counts = "troops"
    if counts is None or (number.core[0].lower in _set("vague_adjectives") and counts == "troops"):
        return None
    group = "military" if counts == "troops" else category(noun)
    return Counted(counts, lemma, noun, noun, group, (*number.words, noun), "noun")


def _is_loss(verb: Token) -> bool:
    return any(verb.lemma.lower() in _group("verbs", kind) for kind in _KINDS)


def _is_known(number: Number, words: Sequence[Token]) -> bool:
    """Whether the number only takes up things told before ("the two ships")."""
    before = _before(number.words[0], words)
    return before is not None and before.lower in ("the", "these", "those", "both")


def _is_force(number: Number, words: Sequence[Token]) -> bool:
    """Whether that many make a force, not a few men in a scene."""
    known = _is_known(number, words) or number.core[0].lower in _set("vague_adjectives")
    size = max(number.low or 0, number.high or 0)
    return not known and (size >= 10 or number.bound == "vague")


# Neighbours and word lists


def _next(token: Token, words: Sequence[Token]) -> Token | None:
    at = token.i - words[0].i + 1
    while at < len(words) and (words[at].pos == "SPACE" or words[at].lower in CLOSERS):
        at += 1
    return words[at] if at < len(words) else None


def _before(token: Token, words: Sequence[Token]) -> Token | None:
    at = token.i - words[0].i - 1
    while at >= 0 and (words[at].pos == "SPACE" or words[at].lower in CLOSERS or words[at].text == "“"):
        at -= 1
    return words[at] if at >= 0 else None


@cache
def _uncounting() -> frozenset[str]:
    """Adjectives that tell how much, not how many: they only go with losses ("heavy casualties")."""
    return _set("vague_adjectives") - _set("counting")


@cache
def _group(name: str, kind: str) -> frozenset[str]:
    return frozenset(_lexicon()[name].get(kind, ()))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(_lexicon()[name])


@cache
def _lexicon() -> Any:
    return lexicon("figures")
