"""Deeds: what the words of a sentence tell of as done.

What is agreed to, demanded, refused or threatened is part of that act, and no deed
beside it; a noun that a verb carries ("launched an attack") is told once.
"""

from collections.abc import Mapping

from rashomon.extract.events.accused import laid_to_charge, mutual
from rashomon.extract.events.charges import idiomatic
from rashomon.extract.events.company import visits
from rashomon.extract.events.deed import Deed, has_day
from rashomon.extract.events.fancies import is_fancy
from rashomon.extract.events.nouns import noun_deed
from rashomon.extract.events.patterns import noun_patterns, verb_patterns
from rashomon.extract.events.presence import found_there
from rashomon.extract.events.proforms import proform
from rashomon.extract.events.refusals import barred, refusal
from rashomon.extract.events.roles import unique
from rashomon.extract.events.threats import WALK_OUT, threat
from rashomon.extract.events.unharmed import unharmed
from rashomon.extract.events.verbs import verb_deed
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

# Types whose act takes in what follows: "agreed to withdraw" is one event, a promise.
_TAKING_IN = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})


_CLAUSES = frozenset({"acomp", "xcomp", "ccomp", "conj", "acl", "advcl", "pcomp", "prep", "dobj", "pobj"})


# Deeds for which to be ready is to mean to do them; readiness to talk or to help is a promise.
_MOVES = frozenset({"MOBILIZE", "RETREAT", "COERCE", "ASSAULT", "SANCTION"})
_DURING = frozenset({"in", "during", "at", "after", "before", "following", "since", "over"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


def deeds(analysis: Analysis, found: Found, tokens: list[Token]) -> list[Deed]:
    """The deeds that the words of a sentence tell of, in text order."""
    told: list[Deed] = []
    taken: set[int] = set()
    verbs, nouns = verb_patterns(), noun_patterns()
    for token in tokens:
        if token.pos not in _VERBAL or not (token.lemma in verbs or token.all("aux", "auxpass")):
            continue
        if not _in_phrase(token, told):
            deed = (
                refusal(found, token) or barred(found, token) or threat(analysis, found, token) or proform(found, token)
            )
            deed = deed or found_there(found, token) or unharmed(found, token) or verb_deed(analysis, found, token)
            if deed is not None:
                told.append(deed)
                taken.update(_told_with(deed), (one.i for one in deed.cue))
    for token in tokens:
        if (token.lemma.lower() in nouns or token.lower in nouns) and token.i not in taken and _is_noun(token):
            deed = noun_deed(found, token)
            if deed is not None:
                told.append(deed)
    told = [one for one in told if not is_fancy(one)]
    heads = {one.head.i for one in told}
    told += [one for one in idiomatic(found, tokens) if one.head.i not in heads]
    told += list(laid_to_charge(found, told))
    told = _with_its_toll(found, told)
    fights = {deed.head.i for deed in told if deed.pattern.type == "ASSAULT"}
    told = _ended_at_once(found, visits(found, _within_talks(told)))
    talks = {deed.head.i for deed in told if deed.pattern.type == "CONSULT"}
    meant = {deed.head.i for deed in told if deed.pattern.type in _MOVES}
    told = [one for one in told if one.pattern.name != "readiness" or not _ready_for(one.head, meant)]
    acts = {deed.head.i for deed in told if deed.pattern.type in _TAKING_IN}
    kept = [
        deed
        for deed in told
        if (deed.pattern is WALK_OUT or not _taken_in(deed.head, acts))
        and not _is_topic(deed, talks)
        and not _is_outcome(deed, fights)
    ]
    kept = _with_aims(kept)
    return sorted(mutual(found, kept), key=lambda one: one.head.i)


def _within_talks(told: list[Deed]) -> list[Deed]:
    """The deeds, a talk told by verb and noun ("in the conversation the two exchanged views") only once."""
    talks = {one.head.i: one for one in told if one.pattern.type == "CONSULT"}
    gone = set()
    for one in talks.values():
        preposition = one.head.head
        around = talks.get(preposition.head.i)
        if one.frame is None and preposition.dep == "prep" and preposition.lower in _DURING and around is not None:
            around.cue = [*around.cue, one.head]
            gone.add(one.head.i)
    return [one for one in told if one.pattern.type != "CONSULT" or one.head.i not in gone]


def _with_its_toll(found: Found, told: list[Deed]) -> list[Deed]:
    """The deeds, a fight and those it hurt as one ("bombed the camp and killed six", "a raid in which ten died")."""
    harm = words("events", "harm")
    fights = {one.head.i: one for one in told if one.pattern.type == "ASSAULT" and one.head.lemma not in harm}
    kept = []
    for one in told:
        fight = fights.get(one.head.head.i)
        if fight is None or fight is one or not _is_toll(found, one, fight):
            kept.append(one)
        elif (one.frame is not None and one.frame.passive) or one.pattern.turned or not fight.recipients:
            fight.recipients = unique((*fight.recipients, *one.recipients))
    return kept


def _is_toll(found: Found, deed: Deed, fight: Deed) -> bool:
    """Whether a verb of harm only tells how the fight above it ended for somebody."""
    verb = deed.head
    if deed.frame is None or verb.lemma not in words("events", "harm") or has_day(found, verb):
        return False
    if fight.frame is None:
        return verb.dep in ("relcl", "acl")
    if fight.head.lemma in _MARCHING:
        return False  # "crossed the border and killed six": two deeds
    own = bool(verb.all("nsubj", "nsubjpass"))
    return not own and (verb.dep == "conj" or (verb.dep == "advcl" and verb.tag == "VBG"))


_MARCHING = frozenset(
    {
        "cross",
        "advance",
        "infiltrate",
        "land",
        "march",
        "push",
        "enter",
        "invade",
        "go",
        "come",
        "sweep",
        "drive",
        "break",
    }
)


def _ended_at_once(found: Found, told: list[Deed]) -> list[Deed]:
    """The deeds, without a truce's start that only says how soon it ended ("collapsed hours after it took effect")."""
    ends = {one.head.i for one in told if one.pattern.name == "truce broken"}
    return [
        one for one in told
        if one.pattern.name != "truce kept" or has_day(found, one.head) or not _is_since(one.head, ends)
    ]  # fmt: skip


def _is_since(verb: Token, ends: set[int]) -> bool:
    """Whether a clause only dates the verb above it, which is one of these."""
    while verb.dep in ("advcl", "pcomp", "prep", "pobj") and verb.head is not verb:
        verb = verb.head
        if verb.i in ends:
            return True
    return False


def _ready_for(verb: Token, told: set[int]) -> bool:
    """Whether what somebody is ready for is told as a deed itself."""
    ready = [*verb.all("acomp", "oprd"), verb]
    return any(one.i in told for above in ready for one in above.all("xcomp"))


def _in_phrase(token: Token, told: list[Deed]) -> bool:
    """Whether a verb is part of the phrase that tells of a deed ("supplied" in "kept X supplied")."""
    return any(token.i != one.head.i and any(token.i == word.i for word in one.cue) for one in told)


def _is_topic(deed: Deed, talks: set[int]) -> bool:
    """Whether "discussing …" only says what a talk was about."""
    return deed.pattern.topic and deed.head.tag == "VBG" and deed.head.dep == "advcl" and deed.head.head.i in talks


def _with_aims(told: list[Deed]) -> list[Deed]:
    """The deeds, one and what it was done for only once ("sent ships to help in the evacuation").

    A march that leads to a blow is one with it, too ("reached the outskirts and took the airstrip").
    """
    known = {one.head.i: one for one in told}
    kept = []
    for one in told:
        done = _done_for(one, known)
        if done is not None:
            done.recipients = done.recipients or one.recipients
        elif one.pattern.type != "MOBILIZE" or not any(_is_blow(known.get(two.i)) for two in one.head.all("conj")):
            kept.append(one)
    return kept


def _done_for(deed: Deed, known: Mapping[int, Deed]) -> Deed | None:
    """The deed of the same type that was done for it, "to …"."""
    token = deed.head
    while token.dep in _AIMING and token.head is not token:
        above = known.get(token.head.i)
        purpose = token.tag == "VB" and any(one.lower == "to" for one in token.all("aux"))
        if purpose and above is not None and above.pattern.type == deed.pattern.type:
            return above
        token = token.head
    return None


def _is_blow(deed: Deed | None) -> bool:
    return deed is not None and deed.pattern.type in ("ASSAULT", "COERCE")


_AIMING = frozenset({"pobj", "prep", "dobj", "xcomp", "advcl"})


def _is_outcome(deed: Deed, fights: set[int]) -> bool:
    """Whether "inflicting casualties" only says how a fight that is told already went."""
    return deed.pattern.word == "inflict" and deed.head.tag == "VBG" and deed.head.head.i in fights


def _is_noun(token: Token) -> bool:
    if token.pos in _NOMINAL or (token.tag == "VBG" and token.dep in ("nsubj", "csubj")):
        return True
    return any(one.tag in ("PRP$", "WP$") for one in token.children)  # "whose talk with X", taken for a verb


def _told_with(deed: Deed) -> set[int]:
    """The nouns that a verb's event tells of already ("attack" in "launched an attack")."""
    around = deed.frame
    if around is None:
        return set()
    if deed.pattern.type == "ACCUSE":
        return set()
    nouns = [*around.objects] if deed.pattern.object or deed.pattern.prep else []
    nouns += around.after(*deed.pattern.prep) if deed.pattern.prep else []
    nouns += around.subjects if deed.pattern.subject else []
    nouns += deed.head.all("dobj") if deed.pattern.type in _TAKING_IN else []
    return {noun.i for noun in nouns}


_BESIDE = frozenset({"after", "because", "since", "while", "although", "though", "when", "as", "where"})


def _is_purpose(token: Token) -> bool:
    """Whether a clause that the parse hangs on a time is what that time is given for ("until noon to leave")."""
    return token.dep == "relcl" and token.tag == "VB" and any(one.lower == "to" for one in token.all("aux", "auxpass"))


def _is_cut_off(clause: Token) -> bool:
    """Whether a semicolon parts a clause from the verb after it, and the two are not one threat ("…; otherwise …")."""
    if any(one.lower in words("events", "otherwise") for one in clause.head.children):
        return False
    return any(clause.i < one.i < clause.head.i and one.text == ";" for one in clause.head.children)


def _taken_in(head: Token, acts: set[int]) -> bool:
    """Whether a cue stands inside what is promised, demanded, refused or threatened."""
    token = head
    while (token.dep in _CLAUSES or _is_purpose(token)) and token.head is not token:
        if token.dep == "prep" and token.lower in _DURING and head.pos in _NOMINAL:
            return False  # "promised in the call of 6 May": the call is where it was promised
        if token.dep == "advcl" and any(one.lower in _BESIDE for one in token.all("mark", "advmod")):
            return False  # "broke off the talks after X walked out": that happened too
        if token.dep == "ccomp" and token.i < token.head.i and _is_cut_off(token):
            return False  # "A demanded a truce; B rejected it": two sentences, the first of which the parse takes in
        token = token.head
        if token.i in acts:
            return head.dep != "conj" or token is not head.head
    return False
