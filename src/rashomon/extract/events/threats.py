"""Threats made on a condition: "should they come nearer, we shall open fire", "otherwise they will be driven out".

What will be done to somebody unless he yields is a threat by whoever says so; a forecast
of what others will do is none. An ultimatum ("they have until noon to leave") is one too.
"""

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.depths import named
from rashomon.extract.events.frames import frame, nouns_after
from rashomon.extract.events.kinds import is_a
from rashomon.extract.events.patterns import Pattern, things
from rashomon.extract.events.roles import Links, actors
from rashomon.extract.found import Found
from rashomon.extract.voices import teller
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Statement, Time

_THREAT = Pattern(type="THREATEN", mode="violence", word="will", name="threat on a condition", complement="threat")
WALK_OUT = Pattern(type="THREATEN", word="leave", name="walk-out on a condition", complement="threat")
_ULTIMATUM = Pattern(type="THREATEN", word="have until", name="ultimatum", complement="threat")
_MODALS = frozenset({"will", "would", "shall", "wo", "'ll", "’ll"})
_OWN = frozenset({"i", "we", "our", "us", "my"})
_CONDITIONS = frozenset({"if", "unless", "until", "should"})
_WHOEVER = frozenset({"those", "whoever", "anyone", "anybody", "he"})
# Verbs of paying for a deed that are nobody's forecast.
_ANSWERING = frozenset({"answer", "reckon", "regret", "rue", "repent"})
# Verbs that are a threat only by what something is held to be ("will consider herself at war").
_HOLDING = frozenset({"consider", "regard"})
_FORECASTS = frozenset({"predict", "judge"})


def threat(analysis: Analysis, found: Found, verb: Token) -> Deed | None:
    """The threat or ultimatum that a verb tells of, by whoever says so; None where it tells of none."""
    if verb.lemma == "have":
        return _ultimatum(found, verb)
    if verb.lemma in _LEAVING_TIME and (given := _time_to_yield(found, analysis, verb)) is not None:
        return given
    if walks_out(verb) and _is_conditional(analysis, verb):
        return _walk_out(found, verb)
    bearer = verb.head if verb.dep == "xcomp" and verb.head.lemma == "have" else verb  # "will have to answer for it"
    if verb.child("neg") is not None or bearer.child("neg") is not None:
        return None
    if _is_or_else(verb):
        return Deed(verb, [verb], _THREAT, frame(verb), initiators=actors(found, frame(verb).subjects))
    if not any(one.lower in _MODALS for one in bearer.all("aux")):
        return None
    paying, drawn = verb.lemma in words("events_words", "paying"), _is_drawn(analysis, verb)
    if paying and verb.dep == "xcomp" and _is_for_others(bearer):
        pass  # "those who did it will have to reckon with us"
    elif verb.lemma not in words("events", "harming") and not paying:
        if verb.lemma in words("events", "yielding") or not (_is_answer(verb) or drawn):
            return None
    elif not (_on_condition(analysis, verb) or drawn):
        return None
    around = frame(verb)
    doers = actors(found, around.subjects)
    statement = teller(found, verb)
    if statement is not None and statement.act in _FORECASTS:
        return None
    open_ended = around.passive and not around.subjects
    told = statement is not None or verb.lemma in _ANSWERING
    if verb.lemma == "answer" and not around.after("for"):
        return None  # "will answer on Monday"
    if paying and told and not _by_its_teller(found, doers, statement, around.subjects, passive=False, drawn=drawn):
        doers = ()  # "they will answer for it": he who says so threatens
    elif not _by_its_teller(found, doers, statement, around.subjects, passive=open_ended, drawn=drawn):
        return None
    initiators = doers or (statement.speaker if statement is not None else ())
    cue = [*verb.all("aux"), *verb.all("auxpass"), verb]
    if verb.lemma in _HOLDING or verb.lemma == "be":
        cue += [inner for one in verb.all("prep", "oprd", "acomp") for inner in (one, *one.all("pobj"))]
    return Deed(verb, cue, _THREAT, around, initiators=initiators)


def walks_out(verb: Token) -> bool:
    """Whether a verb tells that those sent to talks leave them ("our delegates would walk", "quit the commission")."""
    if verb.child("neg") is not None or verb.lemma not in words("events_words", "leaving"):
        return False
    sent = any(one.lemma.lower() in words("events_words", "delegates") for one in verb.all("nsubj"))
    if verb.lemma == "be":  # "will be on the next plane home"
        return sent and any(one.lemma in _CRAFT for one in nouns_after(verb, "on", "aboard"))
    home = any(one.lower in _AWAY for one in verb.all("advmod", "prt"))
    left = [*verb.all("dobj"), *nouns_after(verb, "from", "of")]
    table = any(one.lemma.lower() in words("events_words", "tables") for one in left)
    return table or (sent and home)


_AWAY = frozenset({"home", "out", "off", "away"})
_CRAFT = frozenset({"plane", "aeroplane", "airplane", "flight", "train", "boat", "ship"})


def _is_conditional(analysis: Analysis, verb: Token) -> bool:
    """Whether what a verb tells hangs on a step of others ("if …", "the day …", "were any paper to …")."""
    if verb.tag not in ("VBZ", "VBP") and not any(one.lower in _MODALS for one in verb.all("aux")):
        return False
    if _on_condition(analysis, verb) or _is_drawn(analysis, verb):
        return True
    before = [one.lower for one in analysis.words(analysis.sentence_of(verb)) if one.i < verb.i]
    said = f" {' '.join(before)} "
    return any(f" {mark} " in said for mark in _DRAWN)


_DRAWN = (
    "the day",
    "the moment",
    "the hour",
    "the minute",
    "the morning",
    "were any",
    "were a",
    "should any",
    "should a",
)


def _walk_out(found: Found, verb: Token) -> Deed:
    """The threat to leave the talks, by those who would leave or say so for them."""
    around = frame(verb)
    statement = teller(found, verb)
    speaker = statement.speaker if statement is not None else ()
    cue = [*verb.all("aux"), verb, *(one for one in verb.all("advmod", "prt") if one.lower in _AWAY)]
    return Deed(verb, cue, WALK_OUT, around, initiators=speaker or actors(found, around.subjects))


def _is_for_others(verb: Token) -> bool:
    """Whether what will be is for those who did something ("those who sheltered them", "whoever fired")."""
    return any(one.lower in _WHOEVER and (one.all("relcl") or one.lower[:3] == "who") for one in verb.all("nsubj"))


def _by_its_teller(
    found: Found, doers: Links, statement: Statement | None, subjects: list[Token], *, passive: bool, drawn: bool
) -> bool:
    """Whether those who would do it say so themselves, or it is left open who would ("will be shot down")."""
    said = [one.span.text.lower().split() for one in doers if one.span]
    if any(text and text[0] in _OWN for text in said):
        return True
    if passive:
        return True
    unplaced = all((mention := named(found, one)) is None or not (mention.name or mention.country) for one in doers)
    if (
        statement is not None
        and (unplaced if drawn else not doers)
        and any(is_a(one, things("troops")) for one in subjects)
    ):
        return True  # "he warned, the fleet would sail"
    if any(inner.lower in _OWN for one in subjects for inner in one.subtree):
        return True  # "the gates of our town will close"
    if statement is None or not doers:
        return False
    speakers = [named(found, one) for one in statement.speaker]
    for link in doers:
        mention = named(found, link)
        for one in speakers:
            if mention and one and (mention.id == one.id or (mention.country and mention.country == one.country)):
                return True
    return False


def _on_condition(analysis: Analysis, verb: Token) -> bool:
    """Whether something must happen first, or must not: "if", "unless", "otherwise", "any X that …"."""
    for one in verb.children:
        if one.dep == "advcl" and any(mark.lower in _CONDITIONS for mark in one.all("mark", "aux", "advmod")):
            return True
        if one.dep in ("nsubj", "nsubjpass") and any(
            inner.lower in ("any", "every", "whoever") for inner in one.children
        ):
            return True
        if one.dep in ("nsubj", "nsubjpass") and one.lower in ("whoever", "anyone", "anybody"):
            return True
    before = [one for one in analysis.words(analysis.sentence_of(verb)) if one.i < verb.i]
    return any(one.lower in words("events", "otherwise") for one in before)


def _is_drawn(analysis: Analysis, verb: Token) -> bool:
    """Whether a line is drawn before a verb: "were a single boat to cross", "the day one of them lands".

    The parse takes such openings in many ways: they are read as words in a row.
    """
    here = [one for one in analysis.words(analysis.sentence_of(verb)) if one.i < verb.i and one.pos != "PUNCT"]
    opening = f"{' '.join(one.lower for one in here[:_OPENING])} "
    if verb.lemma in _ANSWERING and opening.startswith("if "):
        return True
    if not opening.startswith(tuple(f"{word} " for word in words("events_words", "lines"))):
        return False
    said = f" {' '.join(one.lower for one in here)} "
    if any(f" {mark} " in said for mark in words("events_words", "least")):
        return True
    return verb.lemma in words("events", "harming") and any(
        f" {mark} " in said for mark in words("events_words", "little")
    )


# Words in which an opening that draws a line may be told.
_OPENING = 5


def _is_or_else(verb: Token) -> bool:
    """Whether a verb tells what follows unless somebody obeys ("give up the bridge or we drown you")."""
    order = verb.head
    doers = [one.lower for one in verb.all("nsubj")]
    obeyed = verb.dep == "conj" and order.tag == "VB" and order.child("nsubj", "aux") is None
    return obeyed and bool(set(doers) & _OWN) and any(one.lower == "or" for one in order.all("cc"))


def _is_answer(verb: Token) -> bool:
    """Whether what will be done answers a blow or a step too far ("if one of them sets foot here, we shall …")."""
    provoking = words("events", "provoking")
    for one in verb.all("advcl"):
        if any(mark.lower in _IF for mark in one.all("mark", "aux", "advmod")) and one.child("neg") is None:
            foot = any(two.lower == "foot" for two in one.all("dobj"))
            stirs = one.lemma in provoking and (one.lemma != "move" or one.child("nsubj") is not None)
            if stirs or (one.lemma == "set" and foot):
                return True
    return False


_IF = frozenset({"if", "should"})


def _ultimatum(found: Found, verb: Token) -> Deed | None:
    """The ultimatum of "they have until noon on Saturday to leave"."""
    until = next((one for one in verb.all("prep") if one.lower == "until"), None)
    if until is None or not (verb.all("xcomp", "advcl", "ccomp") or verb.child("dobj")):
        return None
    statement = teller(found, verb)
    given = actors(found, frame(verb).subjects, states=True)
    speaker = statement.speaker if statement is not None else ()
    return Deed(verb, [verb, until], _ULTIMATUM, frame(verb), initiators=speaker, recipients=given)


_LEAVING_TIME = frozenset({"allow", "give", "grant", "accord", "leave"})
# How many words after its verb a term may stand ("has left the men on the far bank of the river until …").
_TERM = 16


def _time_to_yield(found: Found, analysis: Analysis, verb: Token) -> Deed | None:
    """The ultimatum of "has allowed the men shut in at the quarry until noon to walk out".

    The parse hangs the term on any word in between, so that it is looked for in a row. Those who are left time must
    be armed, or be told to lay down arms or to come out: a judge gives others time, too.
    """
    if verb.child("neg") is not None or verb.tag not in ("VBD", "VBN", "VBZ", "VBP"):
        return None
    here = analysis.words(analysis.sentence_of(verb))
    after = [one for one in here if verb.i < one.i <= verb.i + _TERM]
    until = next((one for one in after if one.lower in ("until", "till")), None)
    if until is None or not found.within(Time, until.start, here[-1].end):
        return None
    between = [one for one in after if one.i < until.i]
    rest = [one for one in here if one.i > until.i]
    step = next((one for one in rest if one.tag == "VB" and analysis.tokens[one.i - 1].lower == "to"), None)
    armed = any(is_a(one, things("troops") | things("foe")) or one.lemma in _BESET for one in between)
    if step is None or not (armed or any(one.lemma in _ARMS for one in rest if one.i > step.i)):
        return None
    doers = actors(found, frame(verb).subjects)
    return Deed(verb, [verb, until], _ULTIMATUM, frame(verb), initiators=doers) if doers else None


_BESET = frozenset({"besiege", "encircle", "surround", "trap", "shut", "cut", "band", "garrison", "column", "holdout"})
_ARMS = frozenset({"arm", "weapon", "rifle", "gun"})
