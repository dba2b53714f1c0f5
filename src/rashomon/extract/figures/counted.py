"""What a number counts: the dead, the wounded, arms, money …, and the words that say so."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from rashomon.extract.figures.befell import LOSSES, befell, governs, group, is_loss, state
from rashomon.extract.figures.nouns import (
    CLOSERS,
    category,
    counted_noun,
    is_animal,
    is_equipment,
    is_measure,
    is_person,
    singular,
    there_are,
)
from rashomon.extract.figures.numbers import Number, numbers
from rashomon.extract.figures.predicates import (
    is_hypothetical,
    is_in_hospital,
    is_unaccounted,
    is_unreal,
    never_back,
    predicates,
)
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Category, Counts

# Those in whose hands people are held captive.
_CAPTORS = frozenset({"captor", "kidnapper", "hijacker", "government", "gang", "warlord", "junta", "front", "faction"})


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


_Told: TypeAlias = Sequence[tuple[Token, bool]]
# Prices and fines stay below this; aid, trade and arms do not.
_LEAST_MONEY = 100_000
# Fewer men than these are a scene, not a force.
_LEAST_FORCE = 10


def are_rebels(item: Counted) -> bool:
    """Whether those counted are called rebels or the like: they are none of an army's losses told beside them."""
    noun = item.noun
    called = noun is not None and any(one.lower in _set("rebels") for one in noun.all("amod", "compound", "nmod"))
    return noun is not None and (called or singular(noun) in _set("rebels"))


def counted(number: Number, words: Sequence[Token]) -> Counted | None:
    """What `number` counts among `words` (the tokens of its sentence); None where it is no figure."""
    noun = counted_noun(number, words) or there_are(number)
    nominal = noun or number.head
    told = list(predicates(nominal, number, words))
    if any(is_hypothetical(verb) for verb, _ in told):
        return None
    fired = _by_firing(number, noun, told)
    if fired is not None:
        return fired
    if noun is not None and is_measure(noun) and not _money(number, noun, words):
        return _by_times(number, noun)
    if _is_one_in(number, words):
        return None
    if number.core[0].lower in _uncounting() and not (noun is not None and singular(noun) in _set("losses")):
        return None
    item = (
        _by_money(number, noun, words) or _by_state(number, noun, words) or _by_predicate(number, noun, told)
        or _by_modifier(number, noun, words) or _by_custody(number, noun, words) or _by_force(number, noun, words)
        or _by_load(number, noun, words) or _by_noun(number, noun, words, told)
    )  # fmt: skip
    return None if item is not None and _is_one_there(number, item) else item


def _is_one_there(number: Number, item: Counted) -> bool:
    """Whether "one" is only some one of many arms, which nobody lost ("one of our guns was loaded")."""
    lost = item.cue is not None and item.cue.lemma.lower() in _set("destroying") - _set("moving")
    return item.counts == "equipment" and number.core[0].lower == "one" and not lost


def _is_one_in(number: Number, words: Sequence[Token]) -> bool:
    """Whether the number is of a share: "one in three families"."""
    behind = words[number.words[-1].i - words[0].i + 1 :][:2]
    share = len(behind) == 2 and behind[0].lower in ("in", "out") and next(numbers(behind[1:]), None) is not None
    one = number.core[0].lower == "one"
    before = _before(number.core[0], words)
    return share or (one and (_is_none(number, words) or (before is not None and before.lower in ("not", "single"))))


def _is_none(number: Number, words: Sequence[Token]) -> bool:
    """Whether it is the "one" of "no one"."""
    before = _before(number.core[0], words)
    return before is not None and before.lower in ("no", "every", "any", "each")


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
    """Read "11 soldiers dead", "27 wounded", "300 dead and wounded", "lists 370 as killed or missing"."""
    told = next_word(noun or number.words[-1], words)
    if noun is not None and told is not None and _is_taken(told, noun, words):
        tokens = (*number.words, noun, told)
        return Counted("captured", singular(noun), noun, told, category(noun), tokens, "state")
    if told is not None and told.lower == "as":
        told = next_word(told, words)
    if noun is None and told is not None and told.dep in ("amod", "compound", "nmod") and told.head.i - told.i == 1:
        told = told.head  # "500 Chinese dead"
    kind = state(told)
    people = noun is None or is_person(noun) or noun.lemma.lower() in _set("enemies") or _left_dead(noun, told)
    if told is None or kind is None or governs(told) or not people:
        return None
    both = _second_state(told, kind, words)
    tokens = (*number.words, *([noun] if noun is not None else []), both or told)
    counts: Counts = "other" if both else kind
    unit = singular(noun) if noun is not None else told.lower
    return Counted(counts, unit, noun, told, category(noun), tokens, "state")


def _is_taken(told: Token, noun: Token, words: Sequence[Token]) -> bool:
    """Whether people are told as taken, and not as taken somewhere ("300 men *taken*")."""
    after = next_word(told, words)
    where = after is not None and after.lower in _set("taken_elsewhere")
    bare = told.lower == "taken" and told.tag == "VBN" and not told.all("aux", "auxpass")
    return bare and is_person(noun) and not where


def _left_dead(noun: Token, told: Token | None) -> bool:
    """Whether people are told by what they are, whose word is in no list ("left 14 *dockers* dead")."""
    living = noun.tag == "NNS" and not (is_equipment(noun) or is_animal(noun) or is_measure(noun))
    return living and told is not None and told.lower in ("dead", "wounded", "injured") and told.dep != "amod"


def _second_state(told: Token, kind: Counts, words: Sequence[Token]) -> Token | None:
    """The other state in "dead and wounded": both are counted together."""
    joint = next_word(told, words)
    other = next_word(joint, words) if joint is not None and joint.lower in ("and", "or") else None
    found = state(other)
    return other if found is not None and found != kind and not governs(other) else None


def _by_predicate(number: Number, noun: Token | None, told: _Told) -> Counted | None:
    """By the verb: "42 civilians had been killed", "killed 30,000", "lost two tanks"; flight only if nothing worse."""
    items = [item for verb, suffers in told if (item := _by_verb(number, noun, verb, suffers=suffers)) is not None]
    worse = (one for one in items if one.counts in ("killed", "wounded"))
    fled = bool(items) and items[0].counts == "displaced" and items[0].cue is not None and items[0].cue.dep == "acl"
    return next(worse, items[0]) if fled else next(iter(items), None)  # "16 *sheltering* at a school were killed"


def _by_verb(number: Number, noun: Token | None, verb: Token, *, suffers: bool) -> Counted | None:
    people = noun is None or is_person(noun)
    lost: Counts | None = "killed" if never_back(verb) else "missing" if is_unaccounted(verb) else None
    lost = "wounded" if lost is None and is_in_hospital(verb) else lost
    if lost is not None and noun is not None and is_equipment(noun):
        return Counted("equipment", singular(noun), noun, verb, category(noun), (*number.words, noun), "predicate")
    if people and lost is not None:
        tokens = (*number.words, *([noun] if noun is not None else []))
        unit = singular(noun) if noun is not None else None
        return Counted(lost, unit, noun, verb, category(noun), tokens, "predicate")
    counts = befell(verb, noun, suffers=suffers)
    uncounted = noun is None and number.core[0].lower in _set("vague_adjectives")  # "many crossed the river"
    if counts is None or is_unreal(verb) or (uncounted and counts == "displaced"):
        return None
    tokens = (*number.words, *([noun] if noun is not None else []), *_adjacent(verb, number, noun))
    unit = singular(noun) if noun is not None else None
    return Counted(counts, unit, noun, verb, category(noun), tokens, "predicate")


def _adjacent(verb: Token, number: Number, noun: Token | None) -> tuple[Token, ...]:
    """The verb where it stands beside the number or a few words behind it."""
    last = noun or number.words[-1]
    near = verb.i == number.words[0].i - 1 or 0 < verb.i - last.i <= 4
    befalls = verb.lemma.lower() in _set("destroying") or is_loss(verb)
    return (verb,) if near and befalls else ()


def _by_modifier(number: Number, noun: Token | None, words: Sequence[Token]) -> Counted | None:
    """Read "one dead soldier", "45 abducted schoolgirls"."""
    if noun is None or not is_person(noun):
        return None
    between = words[number.words[-1].i - words[0].i + 1 : noun.i - words[0].i]
    told = next((one for one in between if state(one) is not None), None)
    kind = state(told)
    if told is None or kind is None:
        return None
    return Counted(kind, singular(noun), noun, told, category(noun), (*number.words, told, noun), "modifier")


def _by_custody(number: Number, noun: Token | None, words: Sequence[Token]) -> Counted | None:
    """Read "two Osk soldiers *in Velm custody*", "nine men in enemy hands", "freed in exchange *for five rebels*"."""
    if noun is not None and is_person(noun) and _is_exchanged_for(noun):
        return Counted("captured", singular(noun), noun, noun, category(noun), (*number.words, noun), "predicate")
    behind = words[noun.i - words[0].i + 1 :][:4] if noun is not None and is_person(noun) else ()
    if len(behind) < 2 or behind[0].lower != "in" or noun is None:
        return None
    held = next((one for one in behind[1:] if one.lower in ("custody", "captivity", "detention")), None)
    # "in *enemy* hands", "in *Osk* hands", not "in good hands"
    whose = behind[1].text[:1].isupper() or behind[1].lemma in _set("enemies") | _set("rebels")
    of = [one.lower for one in behind[1:4]] == ["the", "hands", "of"]  # "in *the hands of* the rebels"
    whose = whose or (of and _is_captor(behind[3].child("pobj")))
    where = held or next((one for one in behind[2:] if one.lower == "hands" and whose), None)
    if where is None or any(one.pos in ("VERB", "PUNCT") for one in behind[: where.i - behind[0].i]):
        return None
    return Counted("captured", singular(noun), noun, where, category(noun), (*number.words, noun), "predicate")


def _is_captor(noun: Token | None) -> bool:
    """Whether somebody holds people against their will; those in the hands of doctors are none."""
    return noun is not None and noun.lemma.lower() in _set("enemies") | _set("rebels") | _set("counters") | _CAPTORS


def _is_exchanged_for(noun: Token) -> bool:
    """Whether people are given in return for others ("the three were exchanged *for* five rebels")."""
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "for" else None
    if verb is None or verb.lemma not in ("exchange", "swap") or verb.pos not in ("VERB", "NOUN"):
        return False
    if verb.pos == "NOUN":  # "were freed *in exchange for* five rebels"
        verb = verb.head.head
        if verb.lemma not in _set("freeing"):
            return False
    given = verb.child("nsubjpass", "dobj")
    return given is not None and (is_person(given) or given.pos == "PROPN")


def _by_firing(number: Number, noun: Token | None, told: _Told) -> Counted | None:
    """Read "40 mortar rounds were fired", "14 shells fell": what was fired is no arms that were lost."""
    if noun is None or singular(noun) not in _set("projectiles") or number.core[0].lower in _uncounting():
        return None
    for verb, _ in told:
        round_of_talks = singular(noun) == "round" and verb.lemma not in ("fire", "fall", "land", "hit", "lob", "shoot")
        if verb.lemma in _set("firing") and not round_of_talks and not is_unreal(verb) and not _is_shot_down(verb):
            return Counted("other", singular(noun), noun, verb, "unspecified", (*number.words, noun), "fired")
    return None


def _is_shot_down(verb: Token) -> bool:
    return verb.lemma == "shoot" and any(one.lower in ("down", "up") for one in verb.children)


def _by_times(number: Number, noun: Token) -> Counted | None:
    """Read "violated the truce eleven times", "attacked on 19 occasions": acts that are counted."""
    verbs = [one for one in noun.ancestors if one.pos == "VERB"]
    told = verbs[1:] if verbs and verbs[0].dep == "acl" else verbs[:1]  # "violated the halt decreed by X 23 times"
    verb = next((one for one in (*verbs[:1], *told) if one.lemma in _lexicon()["counted_acts"]), None)
    if verb is None or singular(noun) not in ("time", "occasion"):
        return None
    act = _lexicon()["counted_acts"].get(verb.lemma)
    return Counted("other", act, noun, verb, "unspecified", (*number.words, noun), "times") if act else None


def _by_force(number: Number, noun: Token | None, words: Sequence[Token]) -> Counted | None:
    """Read "a mission of 40", "a 5,000-strong force"."""
    top = number.head.head if number.head.dep == "pobj" and number.head.head.lower == "of" and noun is None else None
    force = top.head if top is not None else noun
    if force is None or singular(force) not in _set("forces"):
        return None
    strong = any(one.lower == "strong" for one in words[number.words[-1].i - words[0].i :][:3])
    if (top is None and not strong) or max(number.low or 0, number.high or 0) < _LEAST_FORCE:
        return None
    return Counted("troops", singular(force), force, force, "military", (*number.words, force), "force")


def _by_load(number: Number, noun: Token | None, words: Sequence[Token]) -> Counted | None:
    """Read "46 tonnes of food": relief by its weight."""
    if noun is None or singular(noun) not in _set("loads"):
        return None
    of = next_word(noun, words)
    near = words[noun.i - words[0].i + 1 :][:5] if of is not None and of.lower == "of" else ()
    goods = next((one for one in near if one.lemma.lower() in _set("relief")), None)
    return Counted("other", singular(noun), noun, noun, "unspecified", (*number.words, noun), "load") if goods else None


def _by_noun(number: Number, noun: Token | None, words: Sequence[Token], verbs: _Told) -> Counted | None:
    """By the noun alone: "12 deaths", "two helicopters", "3,000 troops"."""
    if noun is None:
        return None
    lemma = singular(noun)
    counts = next((kind for kind in (*LOSSES, "other") if lemma in group("nouns", kind)), None)
    if counts is None and lemma == "loss" and noun.tag == "NNS":
        counts = "killed"
    if counts is None and lemma == "hole" and any(one.lower in _set("projectiles") for one in noun.all("compound")):
        counts = "other"  # "37 fresh *shell holes*"
    told = [verb for verb, _ in verbs if is_loss(verb) or verb.lemma in _set("destroying")]
    if counts is None and lemma in _set("troops") and _is_inflicted(noun):
        counts = "killed"
    if counts is None and is_equipment(noun) and not _is_known(number, words):
        counts = None if any(_is_lost_in_thought(verb) for verb in told) else "equipment"
    befallen = any(is_loss(verb) for verb in told)
    if counts is None and lemma in _set("troops") and _is_force(number, words) and not befallen:
        counts = "troops"
    if counts is None or (number.core[0].lower in _set("vague_adjectives") and counts == "troops"):
        return None
    watching = lemma in _set("watching") and not any(one.lower in ("military", "armed") for one in noun.children)
    of = "military" if counts == "troops" and not watching else category(noun) if not watching else "unspecified"
    return Counted(counts, lemma, noun, noun, of, (*number.words, noun), "noun")


def _is_inflicted(noun: Token) -> bool:
    """Whether the noun begins the list of losses that somebody took ("heavy losses were inflicted: 150 men …")."""
    verb = noun.head
    subjects = verb.all("nsubj", "nsubjpass") if noun.dep in ("dobj", "appos") and verb.pos == "VERB" else []
    return any(singular(one) in _set("losses") for one in subjects)


def _is_lost_in_thought(verb: Token) -> bool:
    """Whether a loss is only possible ("might lose 20 ships"), or arms are what strikes ("two missiles hit it")."""
    striking = governs(verb) and verb.child("nsubj") is not None and verb.lemma in ("hit", "sink", "strike", "torpedo")
    return striking or (is_unreal(verb) and verb.lemma not in _set("moving"))


def _is_known(number: Number, words: Sequence[Token]) -> bool:
    """Whether the number only takes up things told before ("the two ships")."""
    before = _before(number.words[0], words)
    return before is not None and before.lower in ("the", "these", "those", "both")


def _is_force(number: Number, words: Sequence[Token]) -> bool:
    """Whether that many make a force, not a few men in a scene."""
    known = _is_known(number, words) or number.core[0].lower in _set("vague_adjectives")
    size = max(number.low or 0, number.high or 0)
    return not known and (size >= _LEAST_FORCE or number.bound == "vague")


# Neighbours and word lists


def next_word(token: Token, words: Sequence[Token]) -> Token | None:
    """The word after a token, past spaces and closing quotation marks."""
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
def _set(name: str) -> frozenset[str]:
    return frozenset(_lexicon()[name])


@cache
def _lexicon() -> Any:
    return lexicon("figures")
