"""Who takes part in a talk that its sentence names beside another deed.

"In a call on Monday X conceded to Y that …" tells of a call between X and Y, as does "X,
whose talk with Y …"; "X obtained Y's assent by telephone" tells of a call in passing.
"""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.depths import named
from rashomon.extract.events.frames import Frame, frame, nouns_after
from rashomon.extract.events.kinds import nouns_of
from rashomon.extract.events.patterns import Pattern, things
from rashomon.extract.events.roles import Links, actors, unique
from rashomon.extract.found import Found, coordinated
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Event, Time
from rashomon.model.values import When

# Prepositions by which a deed is set into the talk in which it was done …
_WITHIN = frozenset({"in", "during", "on", "at", "over"})
# … and those before the one with whom the doer talked, where the verb has no object that is somebody.
_PARTNER = ("to", "with", "from")
_BY_WIRE = frozenset({"by", "over", "on", "via"})
_WIRES = frozenset({"telephone", "phone", "videolink"})
_BY_PHONE = Pattern(type="CONSULT", mode="phone", word="telephone")
_SEEN = Pattern(type="CONSULT", mode="meeting", word="see")


def company(found: Found, noun: Token) -> Links:
    """Those whom the clause around a talk tells to have taken part; empty where it names fewer than two."""
    owner = noun.child("poss")
    if owner is not None and owner.tag == "WP$":
        return actors(found, [one.head for one in noun.ancestors if one.dep == "relcl"][:1])
    if told := _held(found, noun) or _called(found, noun):
        return told
    place = noun.head
    verb = place.head if place.head.dep != "dobj" else place.head.head  # "declared an end to the war at a summit"
    if noun.dep != "pobj" or place.lower not in _WITHIN or verb.pos != "VERB":
        return ()
    around = frame(verb)
    met = unique((*_persons(found, around.subjects), *_partners(found, around)))
    if len(met) < 2:
        return ()
    called = [inner for one in noun.all("acl") for inner in nouns_after(one, "by")]
    return unique((*met, *_persons(found, called)))


def _held(found: Found, noun: Token) -> Links:
    """The two of a talk "held … with Y" of which X tells, where the parse hangs "held" elsewhere."""
    verbs = [one for one in noun.ancestors if one.pos == "VERB"]
    holding = next((one for one in verbs if one.lower == "held" and one.i == noun.i + 1), None)
    telling = next((one for one in verbs if one.i < noun.i), None)
    if holding is None or telling is None:
        return ()
    partners = _persons(found, nouns_after(holding, "with"))
    met = unique((*_persons(found, frame(telling).subjects), *partners))
    return met if len(met) > 1 and partners else ()


def _called(found: Found, noun: Token) -> Links:
    """The two of "a call from X": X, and who took it or was moved by it."""
    callers = _persons(found, nouns_after(noun, "from"))
    if noun.lemma.lower() not in things("call") or not callers or noun.dep not in ("dobj", "nsubj"):
        return ()
    around = frame(noun.head)
    called = _persons(found, around.subjects if noun.dep == "dobj" else around.objects)
    return unique((*callers, *called)) if called else ()


def _led(found: Found, around: Frame) -> Links:
    """Those who lead the delegations that take part ("a mission led by X")."""
    leading = [one for noun in around.subjects for one in noun.all("acl") if one.lemma in ("lead", "head")]
    return _persons(found, [noun for verb in leading for noun in nouns_after(verb, "by")])


def visits(found: Found, told: Sequence[Deed]) -> list[Deed]:
    """The deeds, a journey and the talk it was made for as one visit ("flew in to meet X", "arrived to meet X")."""
    known = {one.head.i: one for one in told}
    gone: set[int] = set()
    made: list[Deed] = []
    for one in told:
        way = one.head.head
        if one.pattern.type != "CONSULT" or one.pattern.mode != "meeting" or not _is_aim(one.head):
            continue
        guests = actors(found, frame(way).subjects)
        hosts = tuple(link for link in one.initiators if all(link.span != guest.span for guest in guests))
        visit = known.get(way.i)
        if not guests or not hosts or (visit is not None and visit.pattern.mode != "visit"):
            continue
        gone.add(one.head.i)
        if visit is None:
            visit = Deed(way, [way], _VISIT, frame(way), initiators=guests)
            made.append(visit)
        visit.recipients = unique((*visit.recipients, *hosts))
    return sorted([*(one for one in told if one.head.i not in gone), *made], key=lambda one: one.head.i)


def _is_aim(verb: Token) -> bool:
    """Whether an infinitive tells what a journey was made for."""
    aim = verb.dep in ("xcomp", "advcl") and verb.tag == "VB" and any(one.lower == "to" for one in verb.all("aux"))
    return aim and verb.head.lemma in _GOING


_VISIT = Pattern(type="CONSULT", mode="visit", word="arrive")
_GOING = frozenset({"arrive", "fly", "travel", "come", "land", "journey", "drive", "sail", "return"})


def in_passing(found: Found, tokens: Sequence[Token], told: Iterable[Deed]) -> Iterator[Deed]:
    """The talks of a sentence that no word for a talk tells of."""
    known = {one.i for deed in told if deed.pattern.type == "CONSULT" for one in (deed.head, *deed.cue)}
    wired = any(one.lower in _WIRES for one in tokens)
    for verb in tokens:
        if verb.pos != "VERB" or verb.i in known or not (wired or verb.lemma == "see"):
            continue
        wire = next((noun for noun in nouns_after(verb, *_BY_WIRE) if noun.lower in _WIRES), None)
        seen = verb.lemma == "see" and any(one.lemma in _SPANS for one in frame(verb).after("for"))
        if wire is None and not seen:
            continue
        around = frame(verb)
        around.subjects = _strayed(verb, tokens) or around.subjects
        met = unique((*_persons(found, around.subjects), *_partners(found, around)))
        if len(met) > 1:
            cue = [verb] if wire is None else [verb, wire.head, wire]
            yield Deed(verb, cue, _SEEN if wire is None else _BY_PHONE, frame=around, initiators=met)


_SPANS = frozenset({"hour", "minute"})


def _strayed(verb: Token, tokens: Sequence[Token]) -> list[Token]:
    """Whom a "who" means that the parse hangs on the time before its verb ("who minutes before had …")."""
    if verb.dep != "ccomp" or verb.child("nsubj", "nsubjpass") is not None:
        return []
    strays = [one for one in tokens if one.lower == "who" and one.i < verb.i]
    return [one.head.head for one in strays[-1:] if one.head.dep == "relcl"]


def beside(found: Found, deed: Deed) -> Links:
    """Those of a talk whom its verb leaves out: who met "at talks hosted by X", the second of "A of X and B of Y"."""
    if deed.frame is None or deed.pattern.type != "CONSULT":
        return ()
    if led := _led(found, deed.frame):
        return led
    if not deed.pattern.mutual or len(deed.initiators) < 2:
        met = next((links for one in deed.frame.objects if (links := company(found, one))), ())
        if met or not deed.pattern.mutual:
            return met
    around = [*deed.frame.objects, *deed.frame.after("with")]
    lands = [land for one in around if _is_person(found, one) for land in nouns_of(one)]
    return actors(found, [one for land in lands for one in land.all("conj") if _is_person(found, one)])


def _partners(found: Found, around: Frame) -> Links:
    """With whom the one who does it talks: the object, or who stands after "to", "with", "from"."""
    table = [one for one in around.after("across") if one.lemma == "table"]
    for nouns in (
        [*around.objects, *around.indirect],
        *(around.after(word) for word in _PARTNER),
        [inner for one in table for inner in nouns_after(one, "from")],
    ):
        met = _persons(found, nouns)
        if met:
            return met
    return ()


def _persons(found: Found, nouns: Iterable[Token]) -> Links:
    """Links for the persons among nouns and those coordinated with them; pronouns stand for persons."""
    return actors(found, [one for noun in nouns for one in coordinated(noun) if _is_person(found, one)])


def _is_person(found: Found, noun: Token) -> bool:
    if noun.lower in ("he", "she", "him", "her"):
        return True
    mention = named(found, found.link(noun))
    return mention is not None and mention.type == "person" and noun.lemma not in _PRESS


_PRESS = frozenset({"reporter", "journalist", "correspondent", "newsman", "editor"})


def day_of(analysis: Analysis, found: Found, head: Token) -> When:
    """The day of a talk whose own words tell none: the only one in its clause, or in the clause it is set into.

    The parse often hangs the day on how or how long they talked ("by telephone on
    Thursday", "for 20 minutes on Thursday").
    """
    clauses = [one for one in (head, *head.ancestors) if one.pos in ("VERB", "AUX")]
    for verb in clauses[:1] if head.dep not in ("acl", "conj") else clauses[:2]:
        sentence = analysis.sentence_of(verb)
        times = [one for one in found.within(Time, sentence.start, sentence.end) if _is_of(analysis, one, verb)]
        if times:
            exact = [one for one in times if any(mark.isdigit() for mark in one.evidence[0].text)]
            # "The next day, on 9 March, …": the one that names its day tells which day the other is.
            return exact[0].when if len(exact) == 1 and len(times) < 3 else times[0].when if len(times) == 1 else When()
    return When()


def follows(verb: Token) -> bool:
    """Whether a talk is told to come after what was told last ("he later received the ambassador")."""
    return verb.tag == "VBD" and any(one.lower in _LATER for one in verb.all("advmod"))


_LATER = frozenset({"later", "then", "also", "afterwards", "afterward", "there", "subsequently", "separately"})


def same_day(event: Event, told: Sequence[Event]) -> When:
    """The day of the deed told just before, by him who talks or, where a pronoun tells who, of whoever it was."""
    if not told:
        return When()
    before = told[-1]
    here, there = event.evidence[0].start, before.evidence[0].end
    days = before.happened.first_day == before.happened.last_day and before.happened.first_day is not None
    own = {one.mention for one in event.initiators} & {one.mention for one in before.initiators}
    spoken_of = any(one.span is not None and one.span.text.lower() in ("he", "she") for one in event.initiators)
    held = before.status in ("asserted", "attributed") and not before.background
    return before.happened if days and held and (own or spoken_of) and here - there <= _NEXT else When()


# Characters between two deeds of one telling.
_NEXT = 200


def _is_of(analysis: Analysis, time: Time, verb: Token) -> bool:
    """Whether no other verb stands between a day and a verb, and nothing makes a bound of it."""
    if not time.when.known or time.timex.type not in ("DATE", "TIME"):
        return False
    inside = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)
    numbers = {one.i for one in inside}
    token = next((one for one in reversed(inside) if one.head is one or one.head.i not in numbers), None)
    if token is None or token.dep == "poss" or (token.head.lower in _BOUNDS and not _is_of_talk(token.head)):
        return False
    while token is not verb and token.head is not token:
        token = token.head
        if token is not verb and (token.pos in ("VERB", "AUX") or token.dep in ("relcl", "appos")):
            return False
        if token is not verb and token.pos == "PROPN":
            return False  # "with the envoy of May's conference"
    return token is verb


def _is_of_talk(preposition: Token) -> bool:
    """Whether "of" dates a talk ("in the conversation of 13 March")."""
    return preposition.lower == "of" and preposition.head.lemma.lower() in things("talks") | things("call")


_BOUNDS = frozenset({"since", "until", "till", "by", "before", "after", "from", "of", "about"})
