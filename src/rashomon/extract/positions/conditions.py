"""The positions in a pledge: what its condition asks of others, what its response refuses or offers."""

from collections.abc import Iterator

from rashomon.extract.clauses import is_negated, modal, spans, subject
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Pledge, Stance
from rashomon.model.text import Span

_Asked = tuple[Stance, Span, Span]
# Conjunctions that parsers take for verbs.
_AS_VERBS = frozenset({"provided", "providing"})
# What is resumed or ordered against others.
_BLOWS = frozenset(
    {"advance", "assault", "attack", "bombardment", "bombing", "hostility", "offensive", "operation", "patrol",
     "raid", "reprisal", "shelling", "strike"}
)  # fmt: skip


def asked(analysis: Analysis, pledge: Pledge) -> Iterator[_Asked]:
    """The stances in a pledge, each with its evidence and its issue.

    "Unless they stop shelling" and "until they leave" ask others to do so; "if they
    attack" asks for nothing. A response that is refused until then is rejected, one
    that is granted then is offered.
    """
    if not pledge.condition or pledge.form in ("pact", "exemption"):
        return
    if pledge.form == "red line":
        plain = pledge.condition[0].text.lower()
        if not plain.startswith(("if ", "should ", "were ", "the day ", "the moment ")) and "red line" not in plain:
            yield "opposes", pledge.condition[0], pledge.condition[0]
        return
    condition = next((one for one in pledge.condition if _head(analysis, one) is not None), pledge.condition[0])
    response = pledge.response[0] if pledge.response else None
    verb = _head(analysis, condition)
    answer = _acting(_head(analysis, response)) if response is not None else None
    offered = verb is not None and answer is not None and _is_granted(answer)
    refused = answer is not None and _is_refused(answer)
    if pledge.form == "if" and response is not None and answer is not None and not refused:
        taken = _kept_to(analysis, condition, response, answer) or _left_over(analysis, condition, verb, answer)
        if taken is not None:
            yield taken
            stipulated = condition.text.lower().startswith(tuple(words("positions", "stipulating")))
            if taken[0] != "accepts" or not stipulated or verb is None or _is_elliptic(verb):
                return
            response = None
            offered = True
    ordered = pledge.form == "ultimatum" and verb is not None and any(one.lower == "to" for one in verb.all("aux"))
    gone = verb is not None and any(one.lower in ("out", "away", "down") for one in verb.all("prt", "advmod", "prep"))
    hostile = verb is not None and verb.lemma in words("positions", "hostile") and not ordered and not gone
    if verb is not None and (hostile or _is_elliptic(verb) or _goes_on(verb)):
        return
    loose = condition.text.lower().startswith(tuple(words("positions", "loose")))  # waited for, not asked
    # A plain "if" tells what comes first, and the terms on which something is accepted are told with it.
    asks = condition.text.lower().startswith(tuple(words("positions", "stipulating"))) and not _is_taken(answer)
    if pledge.form == "if" and _lacks(analysis, condition):
        return  # "if they leave *without signing*, we would recognise the others" threatens
    if not loose and (pledge.form in ("until", "unless", "ultimatum") or (offered and asks)):
        told = _asked_for(analysis, pledge, condition, verb)
        issue = (
            spans(analysis, told)
            if any(one.pos in ("VERB", "AUX") for one in told) or pledge.form != "ultimatum"
            else ()
        )
        if issue:
            yield "demands", condition, issue[0]
    if response is None or answer is None:
        return
    if response.text.lower().startswith("what "):
        return  # "What it will not do is …" is told by itself
    if refused and pledge.form == "until":
        yield "rejects", response, response
    elif offered and pledge.form == "if" and answer.child("auxpass") is None:
        issue = spans(analysis, [one for one in answer.subtree if answer.i <= one.i and one.end <= response.end])
        if issue:
            yield "offers", response, issue[0]


def _kept_to(analysis: Analysis, condition: Span, response: Span, answer: Token) -> _Asked | None:
    """Read "would honour it as long as the others did": what one keeps to on those terms is accepted."""
    mutual = condition.text.lower().startswith(tuple(words("positions", "mutual")))
    if not mutual or answer.lemma not in words("positions", "keeping_to") or not _is_of_terms(answer):
        return None
    issue = spans(analysis, [one for one in answer.subtree if answer.i <= one.i and one.end <= response.end])
    return ("accepts", response, issue[0]) if issue else None


def _is_of_terms(verb: Token) -> bool:
    """Whether a verb that may tell of anything tells of terms: "keep *to it*", not "keep its distance"."""
    wanted = lexicon("positions")["terms"].get(verb.lemma)
    if wanted is None:
        return True
    things = {one.lemma.lower() for one in verb.all("dobj")} | {one.lower for one in verb.all("prep", "prt")}
    return bool(things & set(wanted))


def _left_over(analysis: Analysis, condition: Span, verb: Token | None, answer: Token) -> _Asked | None:
    """Read "will quit the talks if both are treated alike": over what one would leave one is against it.

    Soldiers go home when all is well, and somebody leaves one office for another: only envoys go home over something.
    """
    plain = condition.text.lower().startswith(("if ", "should ", "were ", "the day ", "on the day "))
    doer = subject(answer)
    sent = doer is not None and doer.lemma.lower() in words("positions", "sent_to_talk")
    home = sent and answer.lemma == "go" and any(one.lower == "home" for one in answer.subtree)
    quits = answer.lemma in words("positions", "quitting") and any(
        one.lemma.lower() in words("positions", "quit") for one in answer.subtree
    )
    if not plain or not (home or quits) or verb is None or _is_hoped(verb):
        return None
    overdue = is_negated(verb) or (verb.tag == "VBN" and any(one.lower == "had" for one in verb.all("aux")))
    issue = spans(analysis, _without_conjunction(analysis, condition))
    return ("opposes", condition, issue[0]) if issue and not overdue else None


def _is_hoped(verb: Token) -> bool:
    """Whether a condition is one that nobody minds: "if peace comes", "if the guns fell silent", "if elected"."""
    doer = subject(verb)
    if doer is None or verb.lemma in words("positions", "hoped"):
        return True
    return verb.lemma not in words("positions", "broken") and doer.lemma.lower() in words("positions", "good_ends")


def _head(analysis: Analysis, span: Span) -> Token | None:
    """The main verb of some words."""
    inside = analysis.tokens_in(span.start, span.end)
    verbs = [one for one in inside if one.pos in ("VERB", "AUX") and one.dep not in ("aux", "auxpass")]
    if len(verbs) > 1 and verbs[0] is inside[0] and verbs[0].lower in _AS_VERBS:
        verbs = verbs[1:]
    places = {one.i for one in verbs}
    return next((one for one in verbs if not any(above.i in places for above in one.ancestors)), None)


def _goes_on(verb: Token) -> bool:
    """Read "if the shelling went on": nobody asks for it."""
    return verb.lemma == "go" and any(one.lower == "on" for one in verb.children)


def _is_taken(answer: Token | None) -> bool:
    """Whether a response accepts what others put: "will *accept* observers, provided that they are unarmed"."""
    return answer is not None and answer.lemma in words("positions", "allowed")


def _lacks(analysis: Analysis, condition: Span) -> bool:
    """Whether a condition tells what is left undone: "without signing"."""
    inside = analysis.tokens_in(condition.start, condition.end)
    return any(one.lower == "without" and one.child("pcomp") is not None for one in inside)


def _is_elliptic(verb: Token) -> bool:
    """Read "until he does", "if they do the same": what is asked stands elsewhere."""
    told = [one.lower for one in verb.all("dobj", "advmod")]
    return verb.lemma == "do" and all(one in words("positions", "likewise") for one in told)


def _acting(verb: Token | None) -> Token | None:
    """What is done: of "was ready to withdraw", "offers to end" the verb behind."""
    if verb is None or is_negated(verb):
        return verb
    ready = next((one for one in verb.all("acomp") if one.lower in words("pledges", "ready")), None)
    if ready is not None:
        return ready.child("xcomp") or verb
    return (verb.child("xcomp") or verb) if verb.lemma in words("pledges", "ready") else verb


def _is_granted(verb: Token) -> bool:
    """Whether a verb tells what others are granted; one who opens fire grants nothing."""
    things = {one.lemma.lower() for one in verb.all("dobj")}
    doer = subject(verb)
    threat = doer is not None and doer.lemma.lower() in words("pledges", "answers")  # "the answer will come at once"
    if threat or any(kid.lower == "no" for one in verb.all("dobj") for kid in one.all("det")):
        return False
    hostile = verb.lemma == "open" and bool(things & {"fire", "front", "hostility"})
    hostile = hostile or (verb.lemma in ("resume", "order") and bool(things & _BLOWS))
    away = verb.lemma in ("go", "return", "come") and (
        verb.child("prep", "prt", "conj") is not None  # "would go to the council", "will go and fetch it", "go on"
        or any(one.lower in ("home", "on") for one in verb.all("advmod"))
    )
    return verb.lemma in words("positions", "grantable") and not is_negated(verb) and not hostile and not away


def _is_refused(verb: Token) -> bool:
    """Whether a response says what will not be: "will not talk", "there will be no talks"."""
    if is_negated(verb):
        return True
    none = any(kid.lower == "no" for one in verb.all("attr", "nsubj", "dobj") for kid in one.children)
    return none and modal(verb) is not None


def _asked_for(analysis: Analysis, pledge: Pledge, condition: Span, verb: Token | None) -> list[Token]:
    """The words of what is asked: of an ultimatum without the time it leaves."""
    inside = _without_conjunction(analysis, condition)
    if pledge.form == "ultimatum" and verb is not None and any(one.lower == "to" for one in verb.all("aux")):
        return [one for one in inside if one.i >= verb.i]
    return inside


def _without_conjunction(analysis: Analysis, condition: Span) -> list[Token]:
    inside = analysis.tokens_in(condition.start, condition.end)
    marks = {form for forms in lexicon("pledges")["conditions"].values() for form in forms} | {
        "that",
        "as",
        "long",
        "so",
    }
    while inside and (inside[0].lower in marks or inside[0].pos == "PUNCT"):
        inside.pop(0)
    return inside
