"""Deeds: the words of a sentence that tell of something done, with those who take part.

What is agreed to, demanded, refused or threatened is part of that act, and no deed
beside it; a noun that a verb carries ("launched an attack") is told once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

from rashomon.extract.events.frames import Frame, frame, nouns_after
from rashomon.extract.events.matching import candidates, is_a, match_noun, match_verbs
from rashomon.extract.events.patterns import Pattern, noun_patterns, verb_patterns
from rashomon.extract.events.roles import Links, actors, noun_roles, places, sides, unique, verb_roles, without
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time

# Types whose act takes in what follows: "agreed to withdraw" is one event, a promise.
_TAKING_IN = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
_CLAUSES = frozenset({"acomp", "xcomp", "ccomp", "conj", "acl", "advcl", "pcomp", "prep", "dobj", "pobj"})


# Where a noun is part of what its sentence tells, and no topic beside it ("about the attack in …").
_CORE = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "conj", "ROOT"})


@dataclass(slots=True)
class Deed:
    """A cue with what stands around it, before it becomes an event."""

    head: Token
    cue: list[Token]
    pattern: Pattern
    frame: Frame | None = None
    verb: Token | None = None
    initiators: Links = ()
    recipients: Links = ()


def deeds(analysis: Analysis, found: Found, tokens: list[Token]) -> list[Deed]:
    """The deeds that the words of a sentence tell of, in text order."""
    told: list[Deed] = []
    taken: set[int] = set()
    verbs, nouns = verb_patterns(), noun_patterns()
    for token in tokens:
        if token.lemma in verbs and token.pos in ("VERB", "AUX"):
            deed = _verb_deed(analysis, found, token)
            if deed is not None:
                told.append(deed)
                taken.update(_told_with(deed))
    for token in tokens:
        if token.lemma.lower() in nouns and token.i not in taken and _is_noun(token):
            deed = _noun_deed(found, token)
            if deed is not None:
                told.append(deed)
    acts = {deed.head.i for deed in told if deed.pattern.type in _TAKING_IN}
    talks = {deed.head.i for deed in told if deed.pattern.type == "CONSULT"}
    kept = [deed for deed in told if not _taken_in(deed.head, acts) and not _is_topic(deed, talks)]
    return sorted(kept, key=lambda one: one.head.i)


def _is_topic(deed: Deed, talks: set[int]) -> bool:
    """Whether "discussing …" only says what a talk was about."""
    return deed.pattern.topic and deed.head.tag == "VBG" and deed.head.dep == "advcl" and deed.head.head.i in talks


def _is_noun(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") or (token.tag == "VBG" and token.dep in ("nsubj", "csubj"))


def _verb_deed(analysis: Analysis, found: Found, verb: Token) -> Deed | None:
    if _no_deed(found, verb):
        return None
    possible = candidates(verb)
    if not possible or (verb.lemma == "be" and not verb.all("prep", "acomp", "oprd")):
        return None
    around = frame(verb)
    around.places = frozenset(
        one.i
        for one in (*around.subjects, *around.objects, *around.after())
        if (mention := found.mention_of(one)) and mention.reading == "place"
    )
    around.recall = partial(_last_of, analysis, verb)
    for pattern, cue in match_verbs(possible, around):
        deed = _filled(found, Deed(verb, cue, pattern, around))
        if deed is not None:
            return deed
    return None


def _no_deed(found: Found, verb: Token) -> bool:
    """Whether a verb is grammar or purpose rather than a deed ("ways to end the war", "captured tanks")."""
    if verb.dep in ("amod", "compound", "aux", "auxpass") or (verb.tag == "VBG" and verb.dep == "nsubj"):
        return True
    if verb.dep == "acl" and verb.tag == "VBN" and verb.lemma in words("events", "standing"):
        return not _has_day(found, verb)  # "the land occupied by X" tells how things stand
    if verb.dep == "pcomp" and verb.head.lower == "to" and verb.head.head.lemma == "come":
        return True  # "when it comes to …"
    silent = words("events", "silence")
    if verb.lemma in ("refuse", "decline", "ask") and any(one.lemma in silent for one in verb.all("xcomp")):
        return True
    if verb.lemma in words("events", "stative") and _goes_on(verb):
        return True
    return verb.dep == "acl" and verb.tag == "VB"


def _goes_on(verb: Token) -> bool:
    """Whether a verb tells how things stand ("which backs the rebels", "where they are fighting")."""
    if verb.tag in ("VBZ", "VBP"):
        return True
    return verb.tag == "VBG" and any(one.tag in ("VBZ", "VBP") for one in verb.all("aux"))


def _filled(found: Found, deed: Deed) -> Deed | None:
    """The deed with those who take part; None where its pattern asks for more."""
    around, pattern = deed.frame, deed.pattern
    if around is None:
        return None
    deed.initiators, deed.recipients = verb_roles(found, around, pattern)
    _take_sides(found, deed, around)
    if pattern.turned:
        deed.initiators, deed.recipients = (), deed.initiators or deed.recipients
    elif pattern.actor and not (deed.initiators or around.passive):
        return None
    if pattern.both and len(deed.initiators) < 2:
        return None
    if deed.head.lemma == "meet" and len(deed.initiators) < 2 and not any(_is_plural(one) for one in around.subjects):
        return None
    if pattern.whom and not any(_is_somebody(found, one, pattern.whom) for one in around.objects):
        return None
    if pattern.word in words("events", "harm") and not _is_told(found, deed, around):
        return None
    if pattern.name == "outbreak" and not _has_day(found, deed.head):
        return None
    if deed.head.lemma in words("events", "light"):
        deed.cue += [one for one in around.objects if pattern.object and is_a(one, pattern.object)][:1]
    return deed


def _take_sides(found: Found, deed: Deed, around: Frame) -> None:
    """Those named by the truce or the fight itself ("the truce between X and Y collapsed")."""
    about_truce = deed.pattern.name.startswith("truce")
    things_told = [one for one in (*around.subjects, *around.objects) if not actors(found, [one])]
    if about_truce and deed.pattern.subject:  # what collapses is the truce; "it" is nobody
        deed.initiators = ()
    if about_truce or deed.pattern.name == "outbreak" or deed.pattern.mutual:
        deed.initiators = unique((*deed.initiators, *without(sides(found, things_told), deed.recipients)))
    if about_truce:
        partners = actors(found, (inner for one in things_told for inner in nouns_after(one, "with")), states=True)
        deed.recipients = unique((*deed.recipients, *without(partners, deed.initiators)))


def _is_plural(noun: Token) -> bool:
    return noun.tag in ("NNS", "NNPS", "CD") or noun.lower in ("they", "we", "both", "who") or bool(noun.all("conj"))


def _is_somebody(found: Found, noun: Token, wanted: Literal[True, "person"]) -> bool:
    if wanted == "person":
        mention = found.mention_of(noun)
        return bool(mention and mention.type == "person") or noun.lower in ("him", "her", "them", "me", "us")
    return noun.lower in ("other", "others", "another") or bool(actors(found, [noun]))


def _is_told(found: Found, deed: Deed, around: Frame) -> bool:
    """Whether a verb of killing tells of one event, and is no count of losses nor told by its subject's noun."""
    if any(one.lemma.lower() in noun_patterns() or one.lower in noun_patterns() for one in around.subjects):
        return False  # "the raid killed five": the raid is the event
    if deed.head.dep == "conj" and deed.head.head.lemma in words("events", "harm"):
        return False  # "killed two and wounded five" is one event
    if not around.passive or around.subjects:
        return bool(deed.initiators or deed.recipients)
    if deed.head.dep in ("acl", "relcl"):
        return _has_day(found, deed.head)
    if any(one.lower in ("was", "were") for one in deed.head.all("auxpass")):
        return True
    return deed.head.dep != "conj" and bool(places(found, [deed.head, *around.objects]) or _has_day(found, deed.head))


def _has_day(found: Found, head: Token) -> bool:
    """Whether a day stands with a word ("on Tuesday", "of 13 March"), and not inside a clause below it."""
    starts = {one.start for one in _own_words(head)}
    return any(
        one.timex.type in ("DATE", "TIME") and one.evidence[0].start in starts
        for one in found.within(Time, min(starts), max(starts) + 1)
    )


def _own_words(head: Token) -> Iterator[Token]:
    """The words below a word that are in no clause of their own."""
    left = [head]
    while left:
        token = left.pop()
        yield token
        left += [one for one in token.children if one.dep not in _OTHER_CLAUSES]


_OTHER_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "conj", "parataxis"})


def _last_of(analysis: Analysis, before: Token, kinds: frozenset[str]) -> Token | None:
    """The last noun of these kinds before a word, in its sentence or the one before it in the paragraph."""
    here = analysis.sentence_of(before)
    first = here.first
    if here.index and analysis.sentences[here.index - 1].paragraph == here.paragraph:
        first = analysis.sentences[here.index - 1].first
    for token in reversed(analysis.tokens[first : before.i]):
        if token.pos in ("NOUN", "PROPN") and token.dep != "compound" and is_a(token, kinds):
            return token
    return None


def _told_with(deed: Deed) -> set[int]:
    """The nouns that a verb's event tells of already ("attack" in "launched an attack")."""
    around = deed.frame
    if around is None:
        return set()
    if deed.pattern.type == "ACCUSE":
        return set()
    nouns = [*around.objects, *around.after()] if deed.pattern.object or deed.pattern.prep else []
    nouns += around.subjects if deed.pattern.subject else []
    nouns += deed.head.all("dobj") if deed.pattern.type in _TAKING_IN else []
    return {noun.i for noun in nouns}


def _noun_deed(found: Found, noun: Token) -> Deed | None:
    fit = match_noun(noun)
    if fit is None:
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
    if pattern.loose and not (begun or carried):
        return None
    dated = _has_day(found, noun)
    if pattern.loose and not (deed.initiators or deed.recipients or dated or _is_located(found, noun, carried)):
        return None
    told = carried or begun or pattern.prep or pattern.counted or pattern.things or pattern.dated
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
    if pattern.type == "CONSULT" and len(deed.initiators) == 1:
        deed.initiators = unique((*_tellers(found, noun), *deed.initiators))
    if carried and around:
        _carry(found, deed, around)
    elif begun and around and pattern.type == "ASSAULT" and verb.lemma != "leave":
        deed.recipients = deed.recipients or actors(found, around.objects)
    return deed


def _is_located(found: Found, noun: Token, carried: bool) -> bool:
    """Whether fighting is told with who, where or when, by its verb if not by itself."""
    verb = noun.head
    own_day = _has_day(found, verb)
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


def _taken_in(head: Token, acts: set[int]) -> bool:
    """Whether a cue stands inside what is promised, demanded, refused or threatened."""
    token = head
    while token.dep in _CLAUSES and token.head is not token:
        token = token.head
        if token.i in acts:
            return head.dep != "conj" or token is not head.head
    return False
