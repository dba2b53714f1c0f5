"""Deeds told by nouns: "the shelling of X by Y", "launched an attack", "talks between X and Y"."""

from rashomon.extract.events.company import company
from rashomon.extract.events.deed import Deed, has_day
from rashomon.extract.events.frames import Frame, frame, nouns_after
from rashomon.extract.events.kinds import before_the_press, is_a, nouns_of
from rashomon.extract.events.matching import match_noun
from rashomon.extract.events.patterns import Pattern, things
from rashomon.extract.events.roles import Links, actors, noun_roles, places, unique
from rashomon.extract.found import Found, coordinated
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words


def noun_deed(found: Found, noun: Token) -> Deed | None:
    """The deed that a noun tells of; None where nothing says that it took place."""
    fit = match_noun(noun, _placed(found, noun))
    if fit is None or before_the_press(noun) or _is_matter(noun):
        return None
    pattern, cue = fit
    deed = Deed(noun, cue, pattern)
    deed.initiators, deed.recipients = noun_roles(found, noun, pattern)
    verb = noun.head
    carried = (
        noun.dep == "dobj"
        and verb.lemma in words("events", "light")
        and (verb.lemma != "carry" or verb.child("prt") is not None)
    )
    begun = noun.dep in ("nsubj", "nsubjpass") and verb.lemma in words("events", "begin")
    if begun and noun.lemma in ("war", "conflict") and verb.lemma in words("events", "toll"):
        return None  # "the war killed 6,000": the killing is told
    begun = begun or (noun.dep == "attr" and verb.child("expl") is not None)  # "there was fighting"
    if pattern.loose and not (begun or carried):
        return None
    dated = has_day(found, noun) or (begun and pattern.type == "CONSULT" and has_day(found, verb))
    if pattern.type == "CONSULT" and len(deed.initiators) < 2:
        deed.initiators = unique((*company(found, noun), *deed.initiators))
    if pattern.loose and not (deed.initiators or deed.recipients or dated or _is_located(found, noun, carried)):
        return None
    told = carried or begun or pattern.prep or pattern.counted or pattern.things or pattern.dated
    told = told or _is_done_to(found, noun, pattern) or (pattern.type == "ASSAULT" and _has_effect(noun))
    placed = pattern.type in ("ASSAULT", "CONSULT") and (dated or (noun.dep in _CORE and places(found, [noun])))
    if not (deed.initiators or deed.recipients or told or placed):
        return None
    if (pattern.dated and not dated) or (
        pattern.type == "CONSULT" and not (deed.initiators or carried or dated or pattern.counted)
    ):
        return None
    around = frame(verb) if carried or begun else None
    if carried or begun:
        deed.verb = verb
    if begun and (pattern.type == "CONSULT" or verb.lemma in words("events", "outbreak") or verb.lemma == "take"):
        deed.cue = [*deed.cue, verb, *verb.all("prt"), *(one for one in verb.all("dobj") if one.lower == "place")]
    if pattern.type == "CONSULT" and len(deed.initiators) == 1:
        deed.initiators = unique((*_tellers(found, noun), *deed.initiators))
    if carried and around:
        _carry(found, deed, around)
    elif begun and around and pattern.type == "ASSAULT" and verb.lemma != "leave":
        deed.recipients = deed.recipients or actors(found, around.objects)
    return deed


def _is_matter(noun: Token) -> bool:
    """Whether a noun only says what is forbidden, or what a book or a feast is about ("a film on the massacre")."""
    if noun.dep == "dobj" and noun.head.lemma in ("forbid", "prohibit", "outlaw"):
        return True
    about = noun.head.head if noun.dep == "pobj" else noun
    return noun.dep == "pobj" and about.lemma in words("events", "recalling") and about.pos in ("NOUN", "PROPN")


def _has_effect(noun: Token) -> bool:
    """Whether a clause tells what a blow did ("an explosion that cut the railway", "a raid in which six died")."""
    harm = words("events", "harm") | _EFFECTS
    return any(one.lemma in harm and one.tag in ("VBD", "VBN") for one in noun.all("relcl"))


_EFFECTS = frozenset({"cut", "destroy", "damage", "rip", "tear", "shatter", "level", "wreck", "hit", "injure", "sink"})


def _is_done_to(found: Found, noun: Token, pattern: Pattern) -> bool:
    """Whether the noun after "of" is something to which it can be done ("the sinking of the ferry")."""
    if pattern.of != "recipient" or pattern.loose:
        return False
    kinds = frozenset().union(*(things(one) for one in _TARGETS))
    return any(is_a(one, kinds, _placed(found, noun)) for one in nouns_of(noun))


_TARGETS = ("people", "troops", "foe", "buildings", "ground", "property", "@place", "@craft")


def _placed(found: Found, noun: Token) -> frozenset[int]:
    """The numbers of the words after "of" that name places ("the fall of Orlan")."""
    inner = (one for above in nouns_of(noun) for one in coordinated(above))
    return frozenset(
        one.i for one in inner if (mention := found.mention_of(one)) and mention.type in ("place", "state")
    )


def _is_located(found: Found, noun: Token, carried: bool) -> bool:
    """Whether fighting is told with who, where or when, by its verb if not by itself."""
    verb = noun.head
    own_day = has_day(found, verb)
    fought_over = (found.mention_of(one) for one in nouns_after(noun, "for", "of", "over"))
    if any(mention is not None and mention.type in ("place", "state") for mention in fought_over):
        return True  # "the battle for Orlan"
    return own_day or bool(places(found, [noun, verb])) or (carried and bool(actors(found, frame(verb).subjects)))


def _tellers(found: Found, noun: Token) -> Links:
    """Who does what is told together with a talk: a party to it ("said of the call with …", "on the call with …")."""
    verb = next((one for one in noun.ancestors if one.pos == "VERB"), None)
    return actors(found, frame(verb).subjects) if verb is not None else ()


def _carry(found: Found, deed: Deed, around: Frame) -> None:
    """Take over who does what a verb only carries ("launched an attack on …", "suffered an attack")."""
    doers = actors(found, around.subjects)
    if around.verb.lemma in words("events", "turned"):
        deed.recipients = deed.recipients or doers
    else:
        deed.initiators = deed.initiators or doers
        deed.recipients = deed.recipients or actors(found, around.after("against", "on", "upon", "at"))
    deed.cue = [around.verb, *deed.cue]


# Where a noun is part of what its sentence tells, and no topic beside it ("about the attack in …").
_CORE = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "conj", "ROOT"})
