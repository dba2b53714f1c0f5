"""A deed as an event: its evidence, time, places, certainty and the voice that tells it."""

from collections.abc import Iterator, Sequence

from rashomon.extract import certainty
from rashomon.extract.backgrounds import Background
from rashomon.extract.events.deed import Deed
from rashomon.extract.events.extents import clause_of
from rashomon.extract.events.fallen import FALLEN
from rashomon.extract.events.frames import frame
from rashomon.extract.events.halts import is_elliptical
from rashomon.extract.events.kinds import is_a, is_definite, nouns_of
from rashomon.extract.events.patterns import things
from rashomon.extract.events.proforms import DID_IT
from rashomon.extract.events.roles import Links, places, unique
from rashomon.extract.events.standing import status_of
from rashomon.extract.found import Found
from rashomon.extract.timing import when_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Status, Time
from rashomon.model.text import Span
from rashomon.model.values import When


def record(analysis: Analysis, found: Found, deed: Deed, background: Background) -> Event | None:
    """The event that a deed is; None where its words were not analysed."""
    cue = tuple(spans_of(analysis, deed.cue))
    evidence = analysis.span(deed.head.subtree if deed.pattern is FALLEN else clause_of(deed))
    if not cue or evidence is None:
        return None
    happened = _happened(analysis, found, deed.head)
    if deed.pattern.name == "truce kept" and not happened.known:
        happened = _named_by(analysis, found, deed)
    status = status_of(analysis, found, deed)
    if _is_nothing(deed, status):
        return None
    present = deed.head.tag in ("VBZ", "VBP")
    if present and status in ("asserted", "attributed") and _is_ahead(happened, analysis.document.published):
        status = "planned"  # "on 1 September its leaders meet"
    type = deed.pattern.type
    name = deed.pattern.name or deed.pattern.word
    return Event(
        document=analysis.document.id,
        evidence=(evidence,),
        rule=f"event: {name}{AGAIN if _told_again(found, deed) else ''}",
        type=type,
        mode=deed.pattern.mode,
        cue=cue,
        initiators=deed.initiators,
        recipients=deed.recipients,
        places=_places(found, deed),
        happened=happened,
        status=status,
        background=background(deed.head, type, happened),
        according_to=certainty.voices(analysis, found, deed.head),
    )


def _is_nothing(deed: Deed, status: Status) -> bool:
    """Whether words only say what cannot be, or what must stop ("could not pay for it", "once the raids stop")."""
    verb = deed.verb or deed.head
    if deed.pattern.name == "truce kept" and status == "planned" and verb.lemma in _LASTING_FOR:
        return True  # "is to last ten days": how long, and no deed beside its making
    infinitive = any(one.lower == "to" for one in verb.all("aux"))
    asking = deed.pattern.mode == "investigate" or verb.lemma == "blame"
    if status == "planned" and deed.pattern.type == "ACCUSE" and infinitive and asking:
        return True  # "to blame for 188 of the deaths"
    if status == "negated" and deed.pattern.type != "REJECT":
        going = verb.dep == "xcomp" and verb.head.lower == "going"
        return (going and deed.pattern.topic) or any(one.lower in ("can", "could") for one in verb.all("aux"))
    if status not in ("planned", "hypothetical", "negated") or deed.pattern.type != "ASSAULT":
        return False
    stopping = words("events", "stopping")
    halted = verb.lemma in stopping or (verb.dep == "xcomp" and verb.tag == "VBG" and verb.head.lemma in stopping)
    return halted and not deed.pattern.name


_LASTING_FOR = frozenset({"last", "run", "endure", "follow"})

AGAIN = ", again"
"""Ends the rule of an event whose words go back to one that its report told before."""


def _is_ahead(happened: When, published: When) -> bool:
    """Whether a time is after the day on which its report came out."""
    first, last = happened.first_day, published.last_day
    return first is not None and last is not None and first > last


def _happened(analysis: Analysis, found: Found, head: Token) -> When:
    """When it was; "the day the truce fell apart" is dated by the day."""
    if _dates_speech(found, head):
        return When()
    split = _split_times(found, head)
    if split is not None:
        return split[1]
    own = when_of(analysis, found, head)
    if not own.known:
        below = (_split_times(found, one) for one in head.all("advcl", "ccomp"))
        own = next((times[0] for times in below if times is not None), own)
    if not own.known and head.dep == "relcl" and head.head.lemma in ("day", "night", "morning", "evening"):
        day = head.head
        return when_of(analysis, found, day.head if day.dep == "appos" else day)
    return own


def _named_by(analysis: Analysis, found: Found, deed: Deed) -> When:
    """The day by which a truce is called ("the truce of 28 January was kept")."""
    called = [one for one in deed.nouns if is_a(one, things("truce")) or is_elliptical(one)]
    return next((when for one in called if (when := when_of(analysis, found, one)).known), When())


def _split_times(found: Found, verb: Token) -> tuple[When, When] | None:
    """The time of the verb above and that of the verb, where the parse hangs both on the second.

    "The truce concluded in Genlis on Saturday entered into force on Sunday."
    """
    if verb.dep not in ("advcl", "ccomp") or verb.head.i > verb.i or verb.child("mark", "nsubj", "nsubjpass", "advmod"):
        return None
    first = next((one for one in verb.all("prep", "npadvmod") if one.i < verb.i), None)
    if first is None or verb.tag != "VBD":
        return None
    before = [one.when for one in found.within(Time, first.start, verb.start) if one.when.known]
    after = [one.when for one in found.within(Time, verb.end, verb.subtree[-1].end) if one.when.known]
    return (before[-1], after[0]) if before and after else None


def _told_again(found: Found, deed: Deed) -> bool:
    """Whether words go back to something told before ("the call", "Tuesday's meeting", "the two leaders spoke")."""
    nouns = [deed.head] if deed.frame is None else [*deed.frame.objects, *deed.frame.subjects]
    if deed.pattern.name == DID_IT.name:
        return True
    if deed.pattern.name.startswith("truce"):
        if deed.pattern.name == "truce broken" and deed.accused:
            return True  # "accused the other of breaking it"
        return any(is_definite(one) and is_a(one, things("truce") | things("pact")) for one in nouns)
    if deed.pattern.type in _LASTING and deed.frame is None and not deed.pattern.name:
        return is_definite(deed.head)  # "the blockade"
    if deed.pattern.type not in ("CONSULT", "ASSAULT") or deed.pattern.name:
        return False
    if deed.frame is None:
        return is_definite(deed.head) or any(_is_time(found, one) for one in deed.head.all("poss", "compound"))
    if deed.pattern.type == "CONSULT" and len(deed.initiators) + len(deed.recipients) < 2:
        talks = things("talks") | things("call")
        return any(is_definite(one) and (is_a(one, talks) or _is_pair(found, one)) for one in nouns)
    return False


# Types of what goes on for long, so that "the siege" is the one told of before.
_LASTING = frozenset({"COERCE", "SANCTION"})


def _is_time(found: Found, token: Token) -> bool:
    return bool(found.within(Time, token.start, token.end))


def _is_pair(found: Found, noun: Token) -> bool:
    """Whether a noun stands for those told of before without their names ("the two leaders")."""
    mention = found.mention_of(noun)
    return noun.tag == "NNS" and (mention is None or mention.form == "description")


def _dates_speech(found: Found, head: Token) -> bool:
    """Whether the time before a clause is that of its telling ("said on Friday its troops had taken …").

    The parse hangs it on the clause, for "that" is missing.
    """
    if head.dep != "ccomp" or head.head.i > head.i or head.child("mark") is not None:
        return False
    subject = head.child("nsubj", "nsubjpass", "expl")
    if subject is None:
        return False
    between = [one for one in head.children if head.head.i < one.i < subject.subtree[0].i]
    first = min((one.i for one in between), default=-1)
    starts = [one for child in between for one in child.subtree]
    later = found.within(Time, subject.end, head.subtree[-1].end)
    return first == head.head.i + 1 and not later and any(_is_time(found, one) for one in starts)


def _places(found: Found, deed: Deed) -> Links:
    """Where it is told to be; a truce is also at the place it is called by ("the Genlis truce")."""
    called = [one for one in deed.nouns if is_a(one, things("truce"))] if "truce" in deed.pattern.name else []
    here = unique((*_located(found, deed), *places(found, called, called)))
    return here or _where_else(found, deed) or _where_meant(found, deed)


def _where_else(found: Found, deed: Deed) -> Links:
    """The place of the verb with which a deed is told in one breath ("blew up in Velm, killing six")."""
    verb = deed.head
    harmed = verb.lemma in words("events", "harm") and verb.child("nsubjpass") is not None
    for clause in verb.all("advcl") if harmed else ():  # "were killed when a shell hit a school in Velm"
        if clause.i > verb.i and any(one.lower == "when" for one in clause.all("advmod", "mark")):
            around = frame(clause)
            if there := places(found, [clause, *around.objects], around.objects):
                return there
    if verb.pos != "VERB" or verb.dep not in ("advcl", "conj", "xcomp") or verb.head.pos != "VERB":
        return ()
    if verb.dep == "conj" and verb.child("nsubj", "nsubjpass") is not None:
        return ()
    return places(found, [verb.head], frame(verb.head).objects)


# Types whose act is about a deed, which has its place ("agreed to put off the march in Velm").
_OF_DEEDS = frozenset({"AGREE", "REJECT", "THREATEN", "PROTEST"})
_MEANT = frozenset({"xcomp", "ccomp", "dobj", "prep", "pobj", "pcomp", "acl", "advcl"})
_STEPS = 5


def _where_meant(found: Found, deed: Deed) -> Links:
    """The place of what is agreed, refused or threatened; of a protest that of those who protest."""
    if deed.pattern.type not in _OF_DEEDS or deed.frame is None:
        return ()
    if deed.pattern.type == "PROTEST":
        return places(found, deed.frame.subjects)
    level = [one for one in deed.head.children if one.i > deed.head.i and one.dep in _MEANT]
    for _ in range(_STEPS):
        inner = [one for one in level if one.dep not in ("prep", "advcl")]
        if there := next((links for one in inner if (links := places(found, [one]))), ()):
            return there
        level = [below for one in level for below in one.children if below.dep in _MEANT or _is_aim(below)]
    return ()


def _is_aim(clause: Token) -> bool:
    """Whether a clause that the parse hangs on a noun tells what for ("a call for forces *to be sent* to Velm")."""
    return clause.dep == "relcl" and clause.tag in ("VB", "VBN") and any(one.lower == "to" for one in clause.all("aux"))


def _located(found: Found, deed: Deed) -> Links:
    if deed.frame is None:
        own = places(found, [deed.head, deed.head.head] if deed.head.dep in ("dobj", "nsubj") else [deed.head])
        done_to = nouns_of(deed.head) if deed.pattern.type != "CONSULT" else []
        return own or places(
            found, done_to, left=deed.pattern.type == "RETREAT"
        )  # "the withdrawal of the brigade from Velm"
    return places(found, [deed.head, *deed.frame.objects], deed.frame.objects)


def spans_of(analysis: Analysis, cue: Sequence[Token]) -> Iterator[Span]:
    """The words of a cue, one span where they stand together."""
    runs: list[list[Token]] = []
    for token in sorted(cue, key=lambda one: one.i):
        between = analysis.document.text[runs[-1][-1].end : token.start] if runs else ""
        if runs and between in ("", " ", "-"):
            runs[-1].append(token)
        else:
            runs.append([token])
    for run in runs:
        span = analysis.span(run)
        if span is not None:
            yield span
