"""Deeds told by nouns: "the shelling of X by Y", "launched an attack", "talks between X and Y"."""

from rashomon.extract.events.company import company
from rashomon.extract.events.deed import Deed, has_day
from rashomon.extract.events.depths import named
from rashomon.extract.events.frames import Frame, frame, nouns_after
from rashomon.extract.events.kinds import Marks, before_the_press, is_a, marks_of, nouns_of
from rashomon.extract.events.matching import match_noun
from rashomon.extract.events.patterns import Pattern, things
from rashomon.extract.events.roles import Links, actors, noun_roles, places, unique
from rashomon.extract.found import Found
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link


def noun_deed(found: Found, noun: Token) -> Deed | None:
    """The deed that a noun tells of; None where nothing says that it took place."""
    fit = match_noun(noun, _marked(found, noun))
    if fit is None or before_the_press(noun) or _is_matter(noun):
        return None
    pattern, cue = fit
    if pattern.word == "summit" and any(_is_mountain(found, one) for one in nouns_of(noun)):
        return None
    deed = Deed(noun, cue, pattern)
    deed.initiators, deed.recipients = noun_roles(found, noun, pattern)
    if pattern.word == "capture" and deed.recipients and all(_is_person(found, one) for one in deed.recipients):
        pattern = deed.pattern = _CAPTURE
    bearer = _part_in(noun) or bearer_of(noun)
    verb = bearer.head
    carried = (
        bearer.dep == "dobj"
        and verb.lemma in words("events", "light")
        and (verb.lemma != "carry" or verb.child("prt") is not None)
    )
    begun = bearer.dep in ("nsubj", "nsubjpass") and verb.lemma in words("events", "begin")
    if begun and noun.lemma in ("war", "conflict") and verb.lemma in words("events", "toll"):
        return None  # "the war killed 6,000": the killing is told
    begun = begun or (bearer.dep == "attr" and verb.child("expl") is not None)  # "there was fighting"
    disowned = bearer.dep in ("dobj", "nsubjpass") and verb.lemma in words("events", "disowning")
    if pattern.loose and not (begun or carried or (disowned and bearer is not noun)):
        return None
    dated = has_day(found, noun) or (begun and pattern.type == "CONSULT" and has_day(found, verb))
    dated = dated or (begun and pattern.type == "PROTEST" and has_day(found, verb))
    dated = dated or (begun and pattern.type == "PROTEST" and verb.lemma in words("events", "outbreak"))
    dated = dated or (begun and pattern.type == "PROTEST" and bool(nouns_after(noun, "against")))
    if pattern.type == "CONSULT" and len(deed.initiators) < 2:
        deed.initiators = unique((*company(found, noun), *deed.initiators))
    known = disowned or dated or _is_located(found, noun, carried)
    if pattern.loose and not (deed.initiators or deed.recipients or known):
        return None
    if disowned and pattern.type == "ASSAULT":
        deed.verb = verb
    told = disowned or carried or begun or pattern.prep or pattern.counted or pattern.things or pattern.dated
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
    if pattern.type == "CONSULT" and (len(deed.initiators) == 1 or _lacks_host(found, noun, deed.initiators)):
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
    if noun.lower == "losses":
        return True
    often = [one for one in noun.head.all("acomp") if one.lemma in words("events", "frequencies")]
    if noun.dep == "nsubj" and noun.head.tag in ("VBZ", "VBP") and often:
        return True  # "attacks on patrols are rare"
    about = noun.head.head if noun.dep == "pobj" else noun
    return noun.dep == "pobj" and about.lemma in words("events", "recalling") and about.pos in ("NOUN", "PROPN")


def _is_mountain(found: Found, noun: Token) -> bool:
    """Whether it is a place that a summit is of, and no state or body that meets."""
    mention = found.mention_of(noun)
    return mention is not None and mention.type == "place"


_CAPTURE = Pattern(type="ASSAULT", mode="abduct", word="capture", of="recipient")


def _is_person(found: Found, link: Link) -> bool:
    mention = named(found, link)
    return mention is not None and mention.type == "person"


def _part_in(noun: Token) -> Token | None:
    """The part in a deed that somebody denies to have had ("denied any hand in the raid")."""
    if noun.dep != "pobj" or noun.head.lower not in ("in", "for", "of"):
        return None
    above = noun.head.head
    part = above if above.pos == "NOUN" else above.child("dobj")  # the parse may hang "in the raid" on the verb
    had = part is not None and part.lemma in _PARTS and part.dep == "dobj"
    return part if had and part is not None and part.head.lemma in words("events", "disowning") else None


_PARTS = frozenset({"hand", "part", "role", "share", "involvement", "responsibility", "complicity", "participation"})


def bearer_of(noun: Token) -> Token:
    """The noun that stands for it in its clause: "a wave of bombings" is what the clause tells of."""
    above = noun.head.head
    if noun.dep == "pobj" and noun.head.lower == "of" and above.lemma in words("events", "waves"):
        return above
    return noun


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
    hits = pattern.type == "ASSAULT" and noun.dep != "attr"  # "what they fear is an attack on the port"
    struck = nouns_after(noun, "on", "against", "upon") if hits else []
    return any(is_a(one, kinds, marks_of(found, [one], states=True)) for one in (*nouns_of(noun), *struck))


_TARGETS = ("people", "troops", "foe", "buildings", "ground", "property", "@place", "@craft")


def _marked(found: Found, noun: Token) -> Marks:
    """The kinds of the names after "of" ("the fall of Orlan", "the shooting of Orlanians")."""
    return marks_of(found, nouns_of(noun), states=True)


def _is_located(found: Found, noun: Token, carried: bool) -> bool:
    """Whether fighting is told with who, where or when, by its verb if not by itself."""
    verb = noun.head
    own_day = has_day(found, verb)
    fought_over = (found.mention_of(one) for one in nouns_after(noun, "for", "of", "over"))
    if any(mention is not None and mention.type in ("place", "state") for mention in fought_over):
        return True  # "the battle for Orlan"
    return own_day or bool(places(found, [noun, verb])) or (carried and bool(actors(found, frame(verb).subjects)))


def _lacks_host(found: Found, noun: Token, parties: Links) -> bool:
    """Whether of a talk only those are told with whom it was: they did not talk with each other."""
    partners = {one.span for one in actors(found, nouns_after(noun, "with"))}
    return bool(parties) and {one.span for one in parties} <= partners


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
        if deed.pattern.of == "initiator" and doers and not any(_has_name(found, one) for one in deed.initiators):
            deed.initiators = doers  # "put off the departure of two companies"
        deed.initiators = deed.initiators or doers
        deed.recipients = deed.recipients or actors(found, around.after("against", "on", "upon", "at"))
    deed.cue = [around.verb, *deed.cue]


def _has_name(found: Found, link: Link) -> bool:
    """Whether it is known who a link stands for."""
    mention = named(found, link)
    return mention is not None and mention.name is not None


# Where a noun is part of what its sentence tells, and no topic beside it ("about the attack in …").
_CORE = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "conj", "ROOT"})
