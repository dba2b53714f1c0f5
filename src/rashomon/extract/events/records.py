"""A deed as an event: its evidence, time, places, certainty and the voice that tells it."""

from collections.abc import Iterator

from rashomon.extract import certainty
from rashomon.extract.backgrounds import Background
from rashomon.extract.events.deed import Deed
from rashomon.extract.events.frames import frame
from rashomon.extract.events.matching import is_a, is_definite, ordinal
from rashomon.extract.events.patterns import things
from rashomon.extract.events.roles import Links, places, unique
from rashomon.extract.found import Found
from rashomon.extract.timing import when_of
from rashomon.extract.voices import teller
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Status, Time
from rashomon.model.text import Span
from rashomon.model.values import When


def record(analysis: Analysis, found: Found, deed: Deed, background: Background) -> Event | None:
    """The event that a deed is; None where its words were not analysed."""
    cue = tuple(_spans(analysis, deed.cue))
    evidence = analysis.span(_clause(deed.head))
    if not cue or evidence is None:
        return None
    happened = _happened(analysis, found, deed.head)
    status = _status(analysis, found, deed)
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


AGAIN = ", again"
"""Ends the rule of an event whose words go back to one that its report told before."""

# What tells of no more than a wish or a possibility also makes what hangs on it one.
_CONDITIONS = frozenset({"if", "unless", "until"})
_UNREAL: frozenset[Status] = frozenset({"planned", "hypothetical", "negated"})


def _status(analysis: Analysis, found: Found, deed: Deed) -> Status:
    """How surely it is told, with what a noun's verb or the verb above a participle adds."""
    told = _certainty(analysis, found, deed.head)
    if told in ("asserted", "attributed") and _is_by_nobody(deed.head):
        return "negated"
    if told in ("asserted", "attributed") and _is_given_the_lie(analysis, deed.head):
        return "denied"
    if deed.accused and told in ("asserted", "attributed", "planned", "hypothetical"):
        return "alleged"
    if deed.pattern.complement == "threat" and told not in ("denied", "negated"):
        return "hypothetical"
    if deed.head.dep == "nsubj" and any(one.lemma in _POSSIBLE for one in deed.head.head.all("acomp")):
        return "hypothetical"  # "a second truce was possible"
    if deed.pattern.refused and told in _UNREAL:
        return "attributed" if teller(found, deed.head) else "asserted"
    if deed.pattern.name == "truce broken" and _is_under_way(deed.head):
        return "judged"  # "appears to be failing" is no end
    if told not in ("asserted", "attributed", "alleged"):
        return told
    if deed.pattern.type == "THREATEN" and any(one.lower in _CONDITIONS for one in deed.head.subtree):
        return "hypothetical"  # what is threatened hangs on a condition
    if deed.pattern.name == "awaited" or _is_to_come(deed):
        return "planned"
    if deed.pattern.name == "readiness":
        return "hypothetical"
    if deed.pattern.counted or _adds_up(found, deed):
        return "aggregate"
    if deed.pattern.name.startswith("truce") and any(
        ordinal(one) for one in _nouns(deed) if is_a(one, things("truce"))
    ):
        return "aggregate"
    if deed.verb is not None:
        above = certainty.status(analysis, found, deed.verb)
        if above in _UNREAL:
            return above
    if told == "alleged":
        return told  # "accused of trying to attack": the attempt is what is alleged
    return _from_above(analysis, found, deed.verb or deed.head, told)


def _is_to_come(deed: Deed) -> bool:
    """Whether the verb of a noun says that it is yet to be ("the exchange is to begin next week")."""
    verb = deed.head.head
    if deed.frame is not None or deed.head.dep != "nsubj" or verb.lemma != "be" or verb.tag not in ("VBZ", "VBP"):
        return False
    return any(one.tag == "VB" and any(two.lower == "to" for two in one.all("aux")) for one in verb.all("xcomp"))


_POSSIBLE = frozenset({"possible", "likely", "unlikely", "conceivable", "imminent", "near"})


def _is_ahead(happened: When, published: When) -> bool:
    """Whether a time is after the day on which its report came out."""
    first, last = happened.first_day, published.last_day
    return first is not None and last is not None and first > last


def _is_by_nobody(verb: Token) -> bool:
    """Whether those who do it, or to whom it is done, are none ("not a man was taken", "nobody fired")."""
    subjects = verb.all("nsubj", "nsubjpass")
    nobody = any(one.lower in _NOBODY or any(two.lower == "no" for two in one.all("det")) for one in subjects)
    return nobody or any(two.lower == "not" for one in subjects for two in one.all("neg", "preconj", "advmod"))


_NOBODY = frozenset({"nobody", "none", "neither"})


def _is_given_the_lie(analysis: Analysis, head: Token) -> bool:
    """Whether what is told is called untrue, around it or right after it ("it is a lie that …", "That is false.")."""
    for one in (head, *head.ancestors):
        if one.dep in ("ccomp", "acl", "csubj", "relcl") and (_is_untrue(one.head) or _is_untrue(one.head.head)):
            return True
    here = analysis.sentence_of(head).index + 1
    if here >= len(analysis.sentences) or not any(one.dep == "ccomp" for one in (head, *head.ancestors)):
        return False
    after = analysis.words(analysis.sentences[here])[:2]
    return len(after) == 2 and after[0].lower in ("that", "this") and _is_untrue(after[1])


def _is_untrue(verb: Token) -> bool:
    """Whether a verb says of something that it is untrue."""
    said = {one.lower for one in verb.all("acomp", "attr", "oprd")}
    return verb.lemma == "be" and bool(said & _UNTRUE or ("true" in said and verb.child("neg") is not None))


_UNTRUE = frozenset({"false", "untrue", "lie", "fabrication", "invention", "fable"})


def _adds_up(found: Found, deed: Deed) -> bool:
    """Whether losses are told over a stretch of time ("has lost 300 men since January")."""
    head = deed.head
    if deed.pattern.type != "ASSAULT" or not any(one.lemma == "have" for one in head.all("aux")):
        return False
    harm = deed.pattern.turned or deed.pattern.word in words("events", "harm")
    nouns = [*deed.frame.objects, *deed.frame.subjects] if deed.frame else []
    counted = any(one.all("nummod") or one.tag == "CD" or is_a(one, words("events", "counts")) for one in nouns)
    return harm and (counted or any(one.lower == "since" for one in head.all("prep", "mark")))


def _certainty(analysis: Analysis, found: Found, head: Token) -> Status:
    """The status of a word, where the parse has not hung it on what has no bearing on it."""
    told = _of_words(analysis, found, head)
    if told in ("negated", "denied", "planned", "hypothetical") and _stands_apart(head):
        return "attributed" if teller(found, head) else "asserted"
    return told


def _stands_apart(head: Token) -> bool:
    """Whether a clause ends at a semicolon before the verb it hangs on, or "May" is a month taken for a verb.

    An infinitive of the past ("claims to have killed") is no plan either.
    """
    verb = head if head.pos in ("VERB", "AUX") else head.head
    if verb.child("neg") is not None:
        return False
    if any(one.text == "May" and one.dep == "aux" for one in verb.children):
        return True
    own = {one.lower for one in verb.all("aux")}
    if verb.dep == "xcomp" and {"to", "have"} <= own and verb.head.lemma in words("events", "claiming"):
        return verb.head.child("neg") is None
    if own & _UNSURE or verb.dep != "ccomp" or verb.head.i < verb.i:
        return False
    return any(one.text == ";" and verb.i < one.i < verb.head.i for one in verb.head.children)


_UNSURE = frozenset({"will", "would", "may", "might", "could", "should", "shall", "can"})


def _of_words(analysis: Analysis, found: Found, head: Token) -> Status:
    """The status of a word; a finite verb beside an infinitive is not what that infinitive is.

    "It was to begin at noon but collapsed": the parse hangs "collapsed" on "begin".
    """
    above = head.head
    if head.dep == "conj" and head.tag in ("VBD", "VBZ", "VBP") and above.tag == "VB":
        while above.dep in ("xcomp", "conj", "acomp") and above.tag == "VB" and above.head is not above:
            above = above.head
        if above.pos in ("VERB", "AUX") and above.tag != "VB" and head.child("neg") is None:
            return certainty.status(analysis, found, above)
    return certainty.status(analysis, found, head)


def _from_above(analysis: Analysis, found: Found, verb: Token, told: Status) -> Status:
    """`told`, unless a participle or infinitive hangs on a verb that tells of nothing real."""
    if _is_idea(verb) and not when_of(analysis, found, verb).known:
        return "hypothetical"
    while verb.dep in ("advcl", "xcomp", "conj", "pcomp") and verb.head is not verb:
        helping = {one.lower for one in verb.all("aux")}
        infinitive = "to" in helping and "have" not in helping  # "claims to have killed" is over
        if not infinitive and verb.tag != "VBG":
            return told
        above = verb.head if verb.head.pos in ("VERB", "AUX") else verb.head.head
        if infinitive and verb.dep != "conj" and above.lemma not in words("events", "implying"):
            return "planned"
        if above.pos not in ("VERB", "AUX"):
            return told
        status = certainty.status(analysis, found, above)
        if status in ("planned", "hypothetical"):
            return status
        verb = above
    return told


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
    if deed.pattern.name.startswith("truce"):
        return any(is_definite(one) and is_a(one, things("truce") | things("pact")) for one in nouns)
    if deed.pattern.type not in ("CONSULT", "ASSAULT") or deed.pattern.name:
        return False
    if deed.frame is None:
        return is_definite(deed.head) or any(_is_time(found, one) for one in deed.head.all("poss", "compound"))
    if deed.pattern.type == "CONSULT" and len(deed.initiators) + len(deed.recipients) < 2:
        talks = things("talks") | things("call")
        return any(is_definite(one) and (is_a(one, talks) or _is_pair(found, one)) for one in nouns)
    return False


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


def _is_under_way(verb: Token) -> bool:
    return verb.tag == "VBG" and any(one.lemma == "be" for one in verb.all("aux"))


def _nouns(deed: Deed) -> list[Token]:
    return [*deed.frame.objects, *deed.frame.subjects] if deed.frame else [deed.head]


def _places(found: Found, deed: Deed) -> Links:
    """Where it is told to be; a truce is also at the place it is called by ("the Genlis truce")."""
    called = [one for one in _nouns(deed) if is_a(one, things("truce"))] if "truce" in deed.pattern.name else []
    here = unique((*_located(found, deed), *places(found, called, called)))
    return here or _where_else(found, deed)


def _where_else(found: Found, deed: Deed) -> Links:
    """The place of the verb with which a deed is told in one breath ("blew up in Velm, killing six")."""
    verb = deed.head
    if verb.pos != "VERB" or verb.dep not in ("advcl", "conj", "xcomp") or verb.head.pos != "VERB":
        return ()
    if verb.dep == "conj" and verb.child("nsubj", "nsubjpass") is not None:
        return ()
    return places(found, [verb.head], frame(verb.head).objects)


def _is_idea(verb: Token) -> bool:
    """Whether a verb only names a kind of deed ("no excuse for shelling a town", "to sign it is to lose")."""
    if verb.tag == "VB" and verb.dep in ("csubj", "csubjpass", "nsubj", "attr"):
        return True
    if verb.tag != "VBG" or verb.dep != "pcomp" or verb.head.lower not in ("of", "for", "against"):
        return False
    above = verb.head.head
    return above.pos == "NOUN" and above.lemma not in words("events", "charges")


def _located(found: Found, deed: Deed) -> Links:
    if deed.frame is None:
        return places(found, [deed.head, deed.head.head] if deed.head.dep in ("dobj", "nsubj") else [deed.head])
    return places(found, [deed.head, *deed.frame.objects], deed.frame.objects)


def _clause(head: Token) -> list[Token]:
    """The words of the clause that tells of an event."""
    verb = head
    while verb.pos not in ("VERB", "AUX") and verb.head is not verb:
        verb = verb.head
    return verb.subtree


def _spans(analysis: Analysis, cue: list[Token]) -> Iterator[Span]:
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
