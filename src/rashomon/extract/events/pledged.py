"""What is pledged on a condition, as events: threats of what follows a step too far, ultimatums, refusals until.

A pledge has its condition and its response already told apart; what answers a blow, a
failure or a line crossed is a threat by the one who is bound, in whatever words he says
it ("the army will act", "there is no more agreement"). What is promised for a step that
is asked for is none, and stays what its own verb tells.
"""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.events.records import spans_of
from rashomon.extract.events.retorts import bids_go, gives_way, goes_on
from rashomon.extract.events.speech import same_side
from rashomon.extract.events.threats import walks_out
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, EventType, Pledge, Time
from rashomon.model.text import Span

# What the verbs of a response tell by themselves, where the pledge makes it a threat.
_TOLD_AS = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "REQUEST", "RETREAT", "AGREE", "REJECT", "MOBILIZE", "COOPERATE"}
)
# Words of a line drawn anywhere in a condition: how little is enough, or that it was done before.
_LITTLE = frozenset({"single", "again", "another", "more"})
# Openings by which a condition stands for what is feared: "should it …", "were it to …", "in the event of".
_FEARED = frozenset({"should", "were", "had", "event", "case", "let"})
# Openings by which a condition stands for what is asked for.
_ASKED = frozenset(
    {"provided", "providing", "condition", "soon", "once", "when", "whenever", "moment", "long", "after"}
)
_MODALS = frozenset({"will", "would", "shall", "wo", "'ll", "’ll", "must", "can", "could"})


def pledged(analysis: Analysis, found: Found, told: Sequence[Event]) -> list[Event]:
    """The events of a report with those that its pledges make, each in the place of what its words alone tell."""
    events = list(told)
    for pledge in found.pledges:
        if pledge.form == "ultimatum":
            events = _with_ultimatum(analysis, events, pledge)
        elif pledge.form in ("if", "unless") and pledge.response and _is_threat(analysis, found, pledge):
            events = _with_threat(analysis, found, events, pledge)
        elif pledge.form == "if" and pledge.response and pledge.by:
            events = _with_promise(analysis, found, events, pledge)
    return _with_terms(analysis, found, events)


def _with_terms(analysis: Analysis, found: Found, events: list[Event]) -> list[Event]:
    """The events with an ultimatum for each demand that sets a term ("has given the garrison until noon to leave")."""
    for statement in found.statements:
        said = statement.content[0] if statement.content else None
        if statement.act != "demand" or said is None or not statement.cue:
            continue
        tokens = analysis.tokens_in(said.start, said.end)
        if len(tokens) < 2 or tokens[0].lower not in _TERMS or not found.within(Time, said.start, said.end):
            continue
        if any(one.type == "THREATEN" and _is_near(analysis, one, tokens) for one in events):
            continue
        giving = [one for span in statement.cue for one in analysis.tokens_in(span.start, span.end)]
        ultimatum = Event(
            document=analysis.document.id,
            evidence=statement.evidence[:1],
            rule="event: pledged ultimatum",
            type="THREATEN",
            cue=tuple(spans_of(analysis, [*giving, tokens[0]])),
            initiators=statement.speaker,
            happened=statement.said,
            status="hypothetical",
            according_to=statement.according_to[len(statement.speaker[:1]) :] or statement.according_to[-1:],
        )
        events = [one for one in events if not (one.status == "planned" and _overlap(one.cue, statement.content))]
        events.append(ultimatum)
    return events


_TERMS = frozenset({"until", "till", "by", "before", "within"})


def _with_ultimatum(analysis: Analysis, events: list[Event], pledge: Pledge) -> list[Event]:
    """The events with an ultimatum; what is done to who lets it pass is part of it."""
    said = pledge.evidence[0]
    kept = [one for one in events if not (_follows(one) and _stands_in(one, pledge.response))]
    sentence = analysis.tokens_in(said.start, said.end)
    term = spans_of(analysis, _giving(sentence)[:1])
    span = next(term, None)
    # "Allowed them until noon" grants them nothing.
    kept = [one for one in kept if one.type not in _GRANTS or span is None or not _overlap(one.cue, [span])]
    near = [one for one in kept if one.type == "THREATEN" and _is_near(analysis, one, sentence)]
    if near:
        return [_or_else(analysis, one, sentence) if one is near[0] else one for one in kept]
    cue = _giving(sentence)
    made = [_or_else(analysis, _event(analysis, pledge, "THREATEN", cue, "ultimatum"), sentence)] if cue else []
    return [*kept, *made]


def _follows(event: Event) -> bool:
    """Whether an event is what is to be asked for, or done to who lets a term pass."""
    return event.type == "REQUEST" or (event.type in _HARM and event.status in _AHEAD)


def _or_else(analysis: Analysis, ultimatum: Event, sentence: Sequence[Token]) -> Event:
    """The ultimatum with the word that opens what follows it: it is part of what tells of the threat."""
    if not ultimatum.rule.endswith("ultimatum"):
        return ultimatum
    last = ultimatum.cue[-1].end
    after = [one for one in sentence if one.start >= last]
    opening = next((one for one in after if one.lower in words("events", "otherwise") | _FAILING), None)
    return replace(ultimatum, cue=(*ultimatum.cue, *spans_of(analysis, [opening]))) if opening else ultimatum


_FAILING = frozenset({"failing"})
_GRANTS = frozenset({"CONCEDE", "AID", "AGREE"})
# What is done to others, and how it is told while it hangs on a condition.
_HARM = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_AHEAD = frozenset({"hypothetical", "planned"})


def _is_near(analysis: Analysis, event: Event, tokens: Sequence[Token]) -> bool:
    """Whether an event stands in the sentence of some words, or in the one after it."""
    if not tokens:
        return True
    first = analysis.sentence_of(tokens[0])
    here = analysis.tokens_in(event.cue[0].start, event.cue[0].end)
    return bool(here) and 0 <= analysis.sentence_of(here[0]).index - first.index <= 1


def _giving(tokens: Sequence[Token]) -> list[Token]:
    """The verb that sets a term, and the word that opens it ("gave … until")."""
    until = next((one for one in tokens if one.lower in _TERMS), None)
    deadline = next((one for one in tokens if one.lemma in ("deadline", "ultimatum") and one.dep == "dobj"), None)
    if deadline is not None:
        return [deadline.head, deadline]
    if until is None:
        return []
    verb = next((one for one in until.ancestors if one.pos == "VERB" and one.i < until.i), None)
    if verb is None:
        return []
    if verb.tag == "VB" and verb.head.pos == "VERB" and verb.dep in ("xcomp", "ccomp", "advcl"):
        verb = verb.head  # "told them to leave by Friday"
    return [verb, until]


def _with_threat(analysis: Analysis, found: Found, events: list[Event], pledge: Pledge) -> list[Event]:
    """The events with a threat where a pledge's response tells of none."""
    inside = [one for one in events if _stands_in(one, pledge.response)]
    around = [one for one in events if one.type == "THREATEN" and _overlap(one.evidence, pledge.response)]
    cue, warning = _head(analysis, pledge), _warning(found, pledge)
    if around:
        # "… he warned": what he warns of tells of the threat, too.
        told = [one for one in around if set(one.cue) & set(warning)]
        more = tuple(spans_of(analysis, cue))
        return [replace(one, cue=(*one.cue, *more)) if any(one is it for it in told) else one for one in events]
    if any(one.type not in _TOLD_AS for one in inside):
        return events
    if inside:
        first = inside[0]
        threat = replace(first, type="THREATEN", mode=None, status="hypothetical", rule=_RULE, initiators=pledge.by)
        threat = replace(threat, cue=(*threat.cue, *warning))
        return [threat if one is first else one for one in events]
    made = _event(analysis, pledge, "THREATEN", cue, "threat") if cue else None
    return [*events, replace(made, cue=(*made.cue, *warning))] if made is not None else events


def _warning(found: Found, pledge: Pledge) -> tuple[Span, ...]:
    """The word by which a pledge's threat is said to be one ("warned"), where it stands in its sentence."""
    said = [one for one in found.statements if one.act in _WARNING and _overlap(one.content, pledge.response)]
    spans = [span for one in said[:1] for span in one.cue]
    return tuple(one for one in spans if _overlap([one], pledge.evidence) and not _overlap([one], pledge.response))


def _with_promise(analysis: Analysis, found: Found, events: list[Event], pledge: Pledge) -> list[Event]:
    """The events with a promise where somebody says what he will do for a step that is asked for."""
    around = [one for one in events if _stands_in(one, pledge.response) or _overlap(one.evidence, pledge.response)]
    if any(not _overlap(one.cue, pledge.condition) for one in around):
        return events
    condition, head = _tokens(analysis, pledge.condition), _top(_tokens(analysis, pledge.response))
    if head is None or not any(one.lower in _MODALS for one in head.all("aux")):
        return events
    if not any(same_side(found, found.link(one), pledge.by) for one in head.all("nsubj")):
        return events  # what others will do is a forecast
    asked = {one.lower for one in condition[:4]} & _ASKED
    yields = words("events", "yielding") | words("events_words", "giving_way")
    given = any(one.lemma in yields and not _is_negated(one) for one in condition if one.pos == "VERB")
    if not (asked or given) or _is_negated(head):
        return events
    return [*events, _event(analysis, pledge, "AGREE", _head(analysis, pledge), "promise")]


_RULE = "event: threat on a condition"


def _event(analysis: Analysis, pledge: Pledge, type: EventType, cue: Sequence[Token], name: str) -> Event:
    return Event(
        document=analysis.document.id,
        evidence=pledge.evidence,
        rule=f"event: pledged {name}",
        type=type,
        cue=tuple(spans_of(analysis, cue)),
        initiators=pledge.by,
        happened=pledge.said,
        status="hypothetical",
        according_to=pledge.according_to,
    )


def _is_threat(analysis: Analysis, found: Found, pledge: Pledge) -> bool:
    """Whether a pledge answers a step too far, and not one that is asked for."""
    condition, response = (_tokens(analysis, spans) for spans in (pledge.condition, pledge.response))
    head = _top(response)
    if not condition or head is None:
        return False
    opening = {one.lower for one in condition[:4]}
    verbs = [one for one in condition if one.pos in ("VERB", "AUX") and one.dep not in ("aux", "auxpass")]
    if verbs and verbs[0].lower == "were":
        verbs = verbs[1:]  # "were a single boat to cross"
    yields = words("events", "yielding") | words("events_words", "giving_way")
    harmful = head.lemma in words("events", "harming") or head.lemma in words("events_words", "quitting")
    if pledge.form == "if" and not opening & _ASKED and (walks_out(head) or _is_warned(found, pledge)):
        return _is_negated(head) or not gives_way(head)
    if pledge.form == "unless":
        # "would not carry the war on unless …": what is held back is told as the threat
        return harmful and any(one.lemma in words("events", "provoking") for one in verbs)
    given = any({one.lemma, one.lower} & (yields | _WELL) for one in verbs[:1] if not _is_negated(one))
    confirmed = bool(verbs) and verbs[0].lemma == "confirm" and verbs[0].child("auxpass") is not None
    if bids_go(head) and not opening & _ASKED and (not given or confirmed):
        return True
    if opening & _ASKED or given:
        return False
    if (gives_way(head) or head.lemma in yields - words("events", "yielding")) and not _is_negated(head):
        return False
    feared = opening & _FEARED or any(one.lower in _LITTLE for one in condition)
    provoked = any(one.lemma in words("events", "provoking") or goes_on(one) for one in verbs)
    return bool(feared or provoked or head.lemma in words("events_words", "quitting"))


# What talks and truces do that come to good.
_WELL = frozenset({"succeed", "work", "prosper", "survive"})


def _is_warned(found: Found, pledge: Pledge) -> bool:
    """Whether who makes a pledge warns by it ("if they stay, he warned, we shall review our relations")."""
    return any(one.act in _WARNING and _overlap(one.content, pledge.response) for one in found.statements)


_WARNING = frozenset({"warn", "threaten"})


def _is_negated(verb: Token) -> bool:
    return verb.child("neg") is not None


def _head(analysis: Analysis, pledge: Pledge) -> list[Token]:
    """The words that tell what will be done: the verb with its auxiliaries, and what "be" or a light verb carries."""
    head = _top(_tokens(analysis, pledge.response))
    if head is None:
        return []
    cue = [*head.all("aux", "auxpass", "neg"), head]
    if head.lemma in ("regard", "consider", "treat", "be"):
        said = [inner for one in head.all("prep")[:1] for inner in (one, *one.all("pobj"))]
        cue += head.all("attr", "acomp", "oprd") or said
    elif head.lemma in ("reserve", "have"):
        cue += head.all("dobj")
    return cue


def _top(tokens: Sequence[Token]) -> Token | None:
    """The verb of a clause on which its other words hang; a modal one before others."""
    inside = {one.i for one in tokens}
    verbs = [one for one in tokens if one.pos in ("VERB", "AUX") and one.dep not in ("aux", "auxpass", "relcl", "acl")]
    told = [one for one in verbs if any(aux.lower in _MODALS and aux.i in inside for aux in one.all("aux"))]
    return next(iter(told or [one for one in verbs if one.head.i not in inside or one.head is one] or verbs), None)


def _tokens(analysis: Analysis, spans: Sequence[Span]) -> list[Token]:
    return [token for span in spans for token in analysis.tokens_in(span.start, span.end)]


def _stands_in(event: Event, spans: Sequence[Span]) -> bool:
    return _overlap(event.cue, spans)


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in some for b in others)
