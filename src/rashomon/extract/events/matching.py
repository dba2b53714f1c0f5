"""The patterns of verbs and nouns held against the syntax of a sentence."""

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from rashomon.extract.events.frames import Frame, nouns_after
from rashomon.extract.events.halts import ends_war, is_elliptical
from rashomon.extract.events.kinds import UNMARKED, Marks, before_the_press, is_a, is_definite, nouns_of
from rashomon.extract.events.patterns import Complement, Kinds, Pattern, noun_patterns, things, verb_patterns
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words

Candidates: TypeAlias = list[tuple[Pattern, list[Token]]]
"""Patterns with the words of their cue, the narrowest first."""


def candidates(verb: Token) -> Candidates:
    """The patterns that a verb's own dependents allow; cheap, so that most verbs need no frame."""
    found: Candidates = []
    lemma = verb.lemma.lower()
    patterns = verb_patterns().get(lemma, ())
    if not patterns:
        return found
    alone, going_on = _by_next_word(lemma)
    below = _below(verb) if going_on else []
    forms = {form for one in below for form in (one.lower, one.lemma.lower())}
    places = [place for word in going_on.keys() & forms for place in going_on[word]]
    if alone and not any(_changes(verb, one) for one in verb.children):
        places += alone
    for place in sorted(places):
        pattern = patterns[place]
        if not forms.issuperset(pattern.rest):
            continue
        cue = _rest(verb, pattern.rest, below)
        if cue is not None and _stands(pattern, verb):
            found.append((pattern, cue))
    return found


@cache
def _by_next_word(lemma: str) -> tuple[list[int], dict[str, list[int]]]:
    """The places of a verb's patterns: of those that have no word but the verb, and of others by their next word."""
    alone: list[int] = []
    going_on: dict[str, list[int]] = {}
    for place, pattern in enumerate(verb_patterns()[lemma]):
        (going_on.setdefault(pattern.rest[0], []) if pattern.rest else alone).append(place)
    return alone, going_on


def match_verbs(possible: Candidates, found: Frame) -> Iterator[tuple[Pattern, list[Token]]]:
    """Yield those candidates that fit the verb in its frame, with the words of their cue.

    Conditions on who acts (`actor`, `whom`) are left to the caller, who knows the actors.
    """
    for pattern, cue in possible:
        if _suits(pattern, found):
            yield pattern, [found.verb, *cue, *_phrase(found.verb, pattern)]


def _phrase(token: Token, pattern: Pattern) -> list[Token]:
    """The preposition and noun that a pattern asks for ("by telephone", "in force")."""
    for one in token.all("prep"):
        kinds = pattern.prep.get(one.lower)
        whence = one.lower == "from" and pattern.word == "come"  # "the shells came from the bank"
        if kinds is None or "@place" in kinds or whence:
            continue
        for noun in one.all("pobj"):
            if is_a(noun, kinds):
                return [one, noun]
    if pattern.oprd:
        return [one for one in token.all("oprd", "acomp") if one.lower in pattern.oprd][:1]
    return []


def _rest(verb: Token, rest: tuple[str, ...], below: list[Token]) -> list[Token] | None:
    """The words of a phrase that follow its verb ("down" of "shot the plane down"); None where one lacks."""
    found: list[Token] = []
    for word in rest:
        fit = next(
            (
                one
                for one in below
                if word in (one.lower, one.lemma.lower()) and one.i - verb.i < _REACH and not _of_another(verb, one)
            ),
            None,
        )
        if fit is None or fit.i < max(one.i for one in (verb, *found)):
            return None
        if fit.dep == "pobj" and fit.head is not verb and fit.head not in found:
            return None  # "taken from the prisoners" is no taking prisoner
        found.append(fit)
    if rest and rest[-1] in _CHANGING and found[-1].dep == "prep" and found[-1].all("pobj"):
        return None  # "took part in it" is no taking in
    return found


# How many words after its verb a phrase may end ("swept the leaders of two neighbouring states from power").
_REACH = 10


def _changes(verb: Token, one: Token) -> bool:
    """Whether a particle makes another verb of it ("fell back to the river", "gave up")."""
    if one.dep == "prt":
        return one.lower in _CHANGING and not one.children
    return (
        one.dep == "advmod"
        and one.lower in ("back", "apart")
        and 0 < one.i - verb.i <= (4 if one.lower == "apart" else 1)
        and verb.lemma not in _AWAITING
    )


def _of_another(verb: Token, word: Token) -> bool:
    """Whether a particle belongs to another verb, or "go" leads on to one ("let them fight it out", "go see")."""
    if word.lower in _CHANGING:
        return word.head is not verb and word.head.pos == "VERB" and word.dep in ("prt", "advmod")
    return word.lower == "go" and any(one.tag == "VB" and one.i > word.i for one in word.all("xcomp", "ccomp", "conj"))


_AWAITING = frozenset({"expect", "await"})


def _below(verb: Token) -> list[Token]:
    """The words after a verb that hang on it or not far below it ("out of the question")."""
    near = [one for child in verb.children if child.i > verb.i for one in (child, *child.children)]
    return near + [inner for one in near if one.dep == "prep" for inner in one.all("pobj") if inner not in near]


# Particles that make another verb of it ("take over", "give up"), so that the bare verb's patterns do not hold.
_CHANGING = frozenset({"up", "down", "out", "off", "over", "back", "in", "away", "on", "together", "apart", "through"})


def _suits(pattern: Pattern, found: Frame) -> bool:
    verb = found.verb
    objects = found.objects or verb.all("attr", "oprd")
    if pattern.type == "CONSULT" and any(before_the_press(one) for one in (*objects, *found.subjects)):
        return False
    if pattern.object is not None and not any(_fits(one, pattern.object, found) for one in objects):
        return False
    if pattern.subject is not None and not _has_subject(pattern.subject, found):
        return False
    if pattern.direct and any(one.pos == "PRON" for one in found.subjects):
        return False  # what "it" or "this" stands for is a guess
    if pattern.without and any(is_a(one, pattern.without) for one in objects):
        return False
    if pattern.intransitive and found.objects:
        return False
    return not pattern.prep or any(
        any(kinds is None or is_a(one, kinds, found.marks) or _ends(one, kinds) for one in found.after(prep))
        for prep, kinds in pattern.prep.items()
    )


def _ends(noun: Token, kinds: Kinds) -> bool:
    """Whether a noun is an end of fighting where a truce is asked for."""
    return "truce" in kinds and ends_war(noun)


def _has_subject(kinds: Kinds, found: Frame) -> bool:
    candidates = found.subjects or found.objects
    if any(_fits(one, kinds, found) for one in candidates):
        return True
    if found.verb.child("nsubj", "nsubjpass") is not None or (found.subjects and not kinds & _BREAKING_OUT):
        return False
    noun = found.recall(kinds, None)  # "since war with X broke out": the parse may hang the subject elsewhere
    return noun is not None and noun.sentence == found.verb.sentence


_BREAKING_OUT = frozenset({"war", "truce"})


_THINGS = frozenset({"it", "which", "that", "this", "them", "they", "one", "these", "those"})


def _fits(noun: Token, kinds: Kinds, found: Frame) -> bool:
    """Whether a noun, or the one a pronoun seems to stand for, is of these kinds."""
    if is_a(noun, kinds, found.marks) or _ends(noun, kinds):
        return True
    counted = "truce" in kinds and is_elliptical(noun)
    if noun.lower == "one" and nouns_of(noun):
        return False  # "one of the boldest pitches"
    if noun.lower in _SEVERAL:
        return found.recall(kinds, noun) is not None
    if not (noun.lower in _THINGS or counted or _names_truce(noun, kinds)):
        return False
    thing = found.recall(kinds, noun if _names_truce(noun, kinds) else None)
    return thing is not None and not (noun.lower == "it" and thing.lemma in things("people"))


_SEVERAL = frozenset({"they", "them", "these", "those"})


def _names_truce(noun: Token, kinds: Kinds) -> bool:
    """Whether "the agreement" may stand for a truce, where the words before tell of one."""
    owned = is_definite(noun) or noun.child("poss") is not None
    return noun.lemma.lower() in _PAPERS and "truce" in kinds and owned


# What goes back to a truce told before: a paper, a stop, the one before it.
_PAPERS = frozenset(
    {"agreement", "accord", "deal", "protocol", "declaration", "document", "arrangement", "pact", "halt", "predecessor"}
    | {"understanding", "instrument", "memorandum", "minutes", "undertaking", "compact", "settlement"}
)


def _stands(pattern: Pattern, verb: Token) -> bool:
    """Whether what hangs on a verb itself allows a pattern: its auxiliaries, adverbs and clauses."""
    if pattern.complement and not _has_complement(verb, pattern.complement):
        return False
    if pattern.modal and not any(one.lower in _MODALS for one in verb.all("aux")):
        return False
    if pattern.refused and not _is_refused(verb):
        return False
    if pattern.bare and (
        verb.child("ccomp", "oprd") or (verb.child("xcomp", "ccomp") and not _has_complement(verb, "to"))
    ):
        return False
    if pattern.advmod is not None and not any(one.lower in pattern.advmod for one in verb.all("advmod")):
        return False
    return pattern.oprd is None or any(one.lower in pattern.oprd for one in verb.all("oprd", "acomp", "ccomp", "xcomp"))


def _is_refused(verb: Token) -> bool:
    """Whether a verb is one that somebody will not do ("will not accept", "would never negotiate", "does not talk")."""
    auxiliaries = {one.lower for one in verb.all("aux")}
    if (verb.child("neg") is None and not _is_no_longer(verb)) or not auxiliaries & (_MODALS | _HABITS):
        return False
    subject = verb.child("nsubj")
    if (subject is None and verb.dep == "ROOT") or (subject is not None and subject.lower == "you"):
        return False  # "don't talk to us about honour", "you will never leave"
    return bool(auxiliaries & _MODALS) or verb.lemma in words("events", "dealing")


def _is_no_longer(verb: Token) -> bool:
    """Whether somebody gives up doing something ("will no longer tolerate raids")."""
    adverbs = [one for one in verb.all("advmod") if one.lower in ("longer", "more")]
    return any(two.lower == "no" for one in adverbs for two in one.children)


_HABITS = frozenset({"do", "does"})


def _has_complement(verb: Token, wanted: Complement) -> bool:
    inner = [
        one
        for noun in (verb, *verb.all("dobj", "acomp", "oprd"), *(n for p in verb.all("prep") for n in p.all("pobj")))
        for one in noun.children
    ]
    if wanted == "to":
        return any(
            one.dep in ("xcomp", "ccomp", "acl", "relcl", "advcl") and any(two.lower == "to" for two in one.all("aux"))
            for one in inner
        )
    if wanted == "aid":
        purposes = [one for one in inner if one.dep in ("xcomp", "advcl", "acl", "ccomp") and one.tag == "VB"]
        return any(one.lemma in words("events", "helping") for one in purposes)
    if wanted == "goodwill":
        purposes = [one for one in inner if one.dep in ("xcomp", "advcl", "acl", "ccomp", "relcl") and one.tag == "VB"]
        return any(one.lemma in words("events", "goodwill") for one in purposes)
    if wanted == "signed":
        return any(_is_undertaken(one) for one in verb.all("ccomp"))
    if wanted == "will":
        return any(_is_future(one) for one in verb.all("ccomp"))
    if wanted == "silence":
        return any(_is_silence(one) for one in verb.all("ccomp"))
    if wanted == "others":
        unsure = verb.child("neg") is not None or any(one.tag == "MD" for one in verb.all("aux"))
        return not unsure and any(_is_of_others(one) for one in verb.all("ccomp"))
    if wanted == "enlist":
        return any(_enlists(one) for one in verb.subtree if one.tag == "VB" and one.i > verb.i)
    if wanted in ("threat", "harm"):
        purposes = [one for one in verb.all("advcl") if wanted == "harm" and one.tag == "VB"]
        return any(_is_threat(one, wanted) for one in (*verb.all("xcomp", "ccomp"), *purposes))
    for one in verb.all("xcomp", "ccomp"):
        auxiliaries = {inner.lower for inner in one.all("aux")}
        if wanted is True:
            return True
        subject = one.child("nsubj")
        if wanted == "own" and auxiliaries & _MODALS and subject is not None and subject.tag == "PRP":
            return True
        if "have" in auxiliaries:
            continue  # "it must have come from somebody else"
        if wanted in ("should", "must") and "must" in auxiliaries:
            return True
        if wanted == "should" and (auxiliaries & _OUGHT or (_is_subjunctive(one) and one.child("nsubj", "nsubjpass"))):
            return True
    return False


def _is_future(clause: Token) -> bool:
    """Whether a clause tells what will be done ("assured her that the army would leave")."""
    helping = {one.lower for one in clause.all("aux")}
    return bool(helping & _MODALS) and "have" not in helping and clause.child("neg") is None


def _is_silence(clause: Token) -> bool:
    """Whether a clause tells that guns will stay silent ("announced that its units would hold their fire")."""
    objects = {one.lemma for one in clause.all("dobj")}
    quiet = {one.lower for one in clause.all("acomp", "oprd")} & {"silent", "quiet", "still"}
    stopped = clause.lemma in ("cease", "hold", "stop", "suspend") and bool(objects & {"fire", "firing", "shelling"})
    return _is_future(clause) and (stopped or bool(quiet))


def has_infinitive(verb: Token) -> bool:
    """Whether "to …" follows a verb, of its own or of its object ("called on the ministers to resign")."""
    return _has_complement(verb, "to")


def _is_undertaken(clause: Token) -> bool:
    """Whether a clause is what somebody has bound himself to ("what we signed", "what it has put its name to")."""
    what = any(one.lower == "what" for one in clause.children)
    bound = clause.lemma in words("events", "signing") | {"undertake", "promise", "pledge", "accept"}
    return what and (bound or any(one.lemma in ("name", "signature", "hand") for one in clause.all("dobj")))


def _is_of_others(clause: Token) -> bool:
    """Whether a clause tells what others are to do, or what is to be done ("the envoy to go", "the port opened")."""
    told = clause.child("nsubj", "nsubjpass")
    infinitive = clause.tag == "VB" and any(one.lower == "to" for one in clause.all("aux"))
    return told is not None and (infinitive or (clause.tag == "VBN" and not clause.all("aux")))


def _enlists(clause: Token) -> bool:
    """Whether somebody is brought "to fight", or "to join with the army"."""
    if not any(one.lower == "to" for one in clause.all("aux")) or clause.lemma not in ("fight", "join", "reinforce"):
        return False
    below = [*clause.all("dobj"), *(inner for prep in clause.all("prep") for inner in prep.all("pobj"))]
    fighters = things("troops") | things("foe") | things("war")
    return clause.lemma == "fight" or any(one.lemma.lower() in fighters for one in below)


def _is_subjunctive(clause: Token) -> bool:
    """Whether a clause is in the mood of what is wished ("that they leave", "that they be let through")."""
    if clause.tag == "VB":
        return not clause.all("aux")
    return clause.tag == "VBN" and any(one.lower == "be" for one in clause.all("auxpass")) and not clause.all("aux")


def _is_threat(clause: Token, wanted: Complement) -> bool:
    """Whether a clause tells what harm will be done ("would be shot down", "to drive them out")."""
    if wanted == "threat" and not any(one.lower in _MODALS for one in clause.all("aux")):
        return False
    if wanted == "harm" and (clause.lemma in _LEAVING or clause.tag in ("VBD", "VBN", "VBZ", "VBP")):
        return False  # "swears that they fired first" threatens nobody
    if clause.lemma in _BRINGING:  # "to make them pay for it"
        return any(one.lemma in words("events_words", "paying") for one in clause.all("ccomp", "xcomp"))
    return clause.lemma in words("events", "harming")


_BRINGING = frozenset({"make", "see", "let", "have"})


# Verbs that threaten only on a condition: to vow to leave is to promise it.
_LEAVING = frozenset({"withdraw", "leave", "quit", "halt", "move", "consider", "regard", "close", "pay", "resume"})


_MODALS = frozenset({"wo", "will", "would", "shall", "'ll", "’ll"})
_OUGHT = frozenset({"should", "must", "ought"})


def match_noun(noun: Token, marks: Marks = UNMARKED) -> tuple[Pattern, list[Token]] | None:
    """The pattern that fits a noun, and the words that are its cue; `marks` as in `is_a`."""
    before = [one for one in noun.children if one.dep != "det" and one.i < noun.i]
    patterns = noun_patterns()
    for pattern in patterns.get(noun.lemma.lower(), ()) or patterns.get(noun.lower, ()):
        cue = [one for one in before if one.lower in pattern.rest or one.lemma.lower() in pattern.rest]
        if len(cue) < len(pattern.rest):
            continue
        below = [*nouns_of(noun), *noun.all("compound", "poss")]
        if pattern.things is not None and not any(is_a(one, pattern.things, marks) for one in below):
            continue
        if pattern.prep and not any(_after(noun, prep, kinds) for prep, kinds in pattern.prep.items()):
            continue
        if pattern.counted and ordinal(noun) is None:
            continue
        if pattern.stopping is not None and not _stops(noun, pattern.stopping):
            continue
        return pattern, [*cue, noun, *_phrase(noun, pattern)]
    return None


def ordinal(noun: Token) -> int | None:
    """The place in a series that a noun is given ("the third truce"), or how many there are ("three truces")."""
    ordinals, cardinals = lexicon("events")["ordinals"], lexicon("events")["cardinals"]
    before = noun.all("amod", "nummod")
    before += [inner for one in noun.all("amod") for inner in one.all("advmod")]  # "the third failed attempt"
    for one in before:
        number = ordinals.get(one.lower) or cardinals.get(one.lower)
        if number and one.lower != "first":
            return int(number)
    if noun.dep == "nsubj" and noun.head.lemma == "be":  # "the truce was the third"
        for one in noun.head.all("attr", "acomp"):
            if one.lower != "first" and one.lower in ordinals:
                return int(ordinals[one.lower])
    return None


def _stops(noun: Token, kinds: Kinds) -> bool:
    """Whether a noun is one of ending something ("an attempt to stop the fighting")."""
    clauses = [one for one in noun.all("acl", "relcl") if one.lemma in words("events", "stopping")]
    return any(is_a(thing, kinds) for one in clauses for thing in one.all("dobj"))


def _after(noun: Token, prep: str, kinds: Kinds | None) -> bool:
    return any(kinds is None or is_a(one, kinds) for one in nouns_after(noun, prep))
