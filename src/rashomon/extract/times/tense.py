"""On which side of now a time lies, as far as the verb that governs it says."""

from calendar import month_name
from collections.abc import Sequence

from rashomon.extract.times import words
from rashomon.language.analysis import Token

_FUTURE_AUXILIARIES = {"will", "'ll", "’ll", "wo", "shall"}
_OPEN_AUXILIARIES = {"would", "should", "may", "might", "must"}
_ABLE_AUXILIARIES = {"can", "ca"}
_SILENT_AUXILIARIES = {"could"}
_STARTS = {"since", "from", "after"}
# Verbs of states that may look ahead: "she is up for re-election in May", "they need votes in May".
_EXPECTING = {"be", "hold", "need", "want"}
_BOUNDS = {"since", "until", "till"}
_ARRANGING = {"plan", "schedule", "set", "slate", "call", "arrange", "announce", "postpone", "delay", "reschedule"}
# Verbs that put something off: "until Tuesday", "to Tuesday" then lies ahead.
_MOVING = {"postpone", "delay", "adjourn", "defer", "reschedule", "suspend", "remand"}
# Verbs that leave somebody time: "he has allowed them until Sunday" lies ahead.
_GRANTING = {"extend", "give", "have", "grant", "allow"}
# Verbs whose own tense is that of what they bring about or witness: "they let the rifles leave in May".
_CAUSING = {"let", "make", "help", "see", "hear", "watch"}
_PAST_AUXILIARIES = {"had", "was", "were", "did"}


def head_of(tokens: Sequence[Token]) -> Token | None:
    """The word of an expression on which its other words hang."""
    inside = {token.i for token in tokens}
    heads = [token for token in reversed(tokens) if token.head is token or token.head.i not in inside]
    bound = next((token for token in heads if token.head.lower in _BOUNDS), None)
    return bound or (heads[0] if heads else None)


def follows_speaking(words_before: Sequence[Token]) -> bool:
    """Whether "said" or "said on" comes right before: the day of the saying, wherever a parse hangs it."""
    said = [word for word in words_before[-2:] if word.lower != "on"][-1:]
    return bool(said) and said[0].tag == "VBD" and said[0].lemma in words.REPORTING


def names_event(token: Token) -> bool:
    """Whether a day names what happened on it: "the July 7 bombings"."""
    return token.head.i > token.i and token.head.pos == "NOUN" and token.head.lemma in words.PAST_EVENTS


def side(token: Token) -> int | None:
    """On which side the clause around a time tells: -1 the past, 1 the future, None neither.

    2 is the future of somebody who spoke before ("he said they would leave on Friday"),
    -2 a day that names what happened on it.
    """
    if names_event(token) and token.dep != "poss":
        return -2
    told = -1 if _tells_the_saying(token) else _told(token)
    if token.head.dep == "prep" and _ends_ahead(token.head, told):
        return 1
    if told == 2 and token.dep == "poss":
        # "They would defy Tuesday's ruling": it is there already; "Tuesday's talks would go ahead": they are not.
        return 2 if token.head.dep == "nsubj" and token.head.head.lemma in words.STARTING else None
    return told


def _tells_the_saying(token: Token) -> bool:
    """Read "she told a paper Tuesday she fears for her son": the day of the telling, wherever a parse hangs it."""
    verb = next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None)
    if verb is None or verb.dep not in ("ccomp", "advcl") or not verb.head.i < token.i:
        return False
    subject, mark = verb.child("nsubj", "nsubjpass", "expl"), verb.child("mark", "advmod")
    opened = mark is not None and mark.i < token.i  # "She said that on Tuesday they would leave": of the leaving
    before = subject is not None and token.i < subject.i
    return before and not opened and verb.head.tag == "VBD" and verb.head.lemma in words.REPORTING


def _ends_ahead(bound: Token, told: int | None) -> bool:
    """Read "rebels aim for a truce by Monday", "the ban runs through Monday", "they have shut it through Monday"."""
    if told is None:
        return bound.lower in ("by", "through")
    perfect = any(child.lower in ("has", "have", "'ve") for child in bound.head.children)
    return bound.lower == "through" and told == -1 and perfect


def _governor(token: Token) -> Token:
    """The word on which a time hangs, beyond its preposition."""
    return token.head.head if token.head.pos == "ADP" and token.pos != "ADP" else token.head


def hangs_on_noun(token: Token) -> bool:
    """Whether a time belongs to a noun that does not look ahead: "the fighting over the weekend"; but "plans for"."""
    above = _governor(token)
    return above.pos in ("NOUN", "PROPN") and above.lemma not in words.OUTLOOKS


def is_told_past(token: Token) -> bool:
    """Whether a time hangs on a verb in the past tense itself: "she took office in February"."""
    verb = _governor(token)
    helpers = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
    return verb.tag == "VBD" and verb.lemma not in words.SCHEDULING and not helpers


def is_habit(token: Token) -> bool:
    """Whether a time hangs on what is done again and again: "they are shot at dawn"; but "the truce begins at dawn"."""
    verb = _governor(token)
    helpers = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
    passive = verb.tag == "VBN" and bool(helpers & {"is", "are"})
    plain = verb.tag in ("VBZ", "VBP") and not helpers
    return (passive or plain) and verb.lemma not in words.STARTING | words.REPORTING | words.SCHEDULING | {"be"}


def _told(token: Token) -> int | None:
    if _is_goal(token) or _is_outlook(token):
        return 1
    if _is_record(token):
        return -1
    seen = token
    for one in token.ancestors:
        if one.lower == "since":
            return -1
        if one.lower == "ahead":
            return 1
        if one.lower == "to" and one.head.lemma in _MOVING:
            return 1
        if one.lower in ("until", "till") or (one.lower == "through" and one.head.lemma == "extend"):
            return _until(one)
        if one.lemma in words.FORESEEING and one.child("auxpass") is not None:
            return -1 if _had(one) else 1
        if one.lemma in words.SCHEDULING and one.pos in ("ADJ", "VERB") and one.tag != "VBD":
            return -1 if _had(one) else 1
        if one.lemma in words.OUTLOOKS and one.pos == "NOUN" and _hangs_below(seen, one):
            return 1
        if one.pos in ("VERB", "AUX"):
            told = _awaited(one) or _verb_side(one)
            if told is not None:
                return told
            if _is_present_clause(one):
                # "Before Tuesday's results are in"; else what stands above it has a tense of its own.
                return 1 if _follows(one) else None
        seen = one
    return _verb_side(seen) if seen.pos in ("VERB", "AUX") else None


def _awaited(verb: Token) -> int | None:
    """Read "they were likely to sell once the market opened Monday": what is planned waits for it."""
    if verb.dep != "advcl" or verb.tag not in ("VBD", "VBN"):
        return None
    soon = verb.head.lower in ("soon", "as")
    above = verb.head.head if soon else verb.head
    once = any(child.lower == "once" for child in verb.children)
    # "They wanted to flee as soon as the war began": it may well have begun.
    wanted = above.dep == "xcomp" and above.head.tag == "VBD" and above.head.lemma != "be"
    return _verb_side(above) if (soon or once) and above.tag == "VB" and not wanted else None


def _is_present_clause(verb: Token) -> bool:
    return verb.tag in ("VBZ", "VBP") and verb.child("nsubj", "expl") is not None


def _follows(verb: Token) -> bool:
    return any(child.lower in ("before", "when", "once") for child in verb.children if child.dep in ("mark", "advmod"))


def _is_outlook(token: Token) -> bool:
    """Read "the House votes on Monday", "heading into Tuesday's vote": the present tense does not tell what is over."""
    verb = _governor(token)
    if verb.lower in ("heading", "going") and token.head.lower != "into":
        return False
    into = next((one for one in token.ancestors if one.lower == "into"), None)
    if into is not None and into.head.lower in ("heading", "going"):
        above = next((one for one in into.head.ancestors if one.pos in ("VERB", "AUX")), None)
        return above is None or above.tag != "VBD"
    if token.dep not in ("pobj", "npadvmod", "prep") or {token.lower, token.head.lower} & _STARTS:
        return False
    subject = verb.child("nsubj")
    if verb.tag not in ("VBZ", "VBP") or (subject is not None and subject.lower == "who"):
        # "Those who oppose him on Monday": who they are, not what lies ahead.
        return False
    if verb.child("aux", "auxpass") is not None or _past_between(verb, token):
        return False
    if verb.head.tag == "VBD" and verb.head.lemma in _CAUSING:
        return False
    return verb.lemma not in words.REPORTING and verb.lemma not in words.LASTING - _EXPECTING


def _past_between(verb: Token, token: Token) -> bool:
    """Whether something told in the past stands nearer: the time may well be that of it."""
    return any(one.tag in ("VBD", "VBN") for one in verb.subtree if verb.i < one.i < token.i)


def _hangs_below(seen: Token, noun: Token) -> bool:
    """Read "chances of winning in November", "plans to meet on Monday"; but "hopes in November"."""
    return seen.lower in ("of", "for", "to") or seen.tag == "VB"


def _is_record(token: Token) -> bool:
    """Read "the record set on Aug. 6": it was set then, not for then."""
    return token.head.lower == "on" and token.head.head.lemma == "set"


def _is_goal(token: Token) -> bool:
    """Read "as soon as Monday", "they planned a march on Monday", "called a vote for Monday"."""
    if token.head.lower == "as" and any(word.lower in ("soon", "early", "quickly") for word in token.head.ancestors):
        return True
    verb = token.head.head
    if token.head.lower == "for" and verb.pos == "NOUN":
        verb = verb.head
    if token.head.pos != "ADP" or verb.i > token.i or verb.tag != "VBD" or verb.lemma not in _ARRANGING:
        return False
    return token.head.lower == "for" or (token.head.lower == "on" and verb.lemma == "plan")


def _until(token: Token) -> int | None:
    """Read "postponed until Tuesday" lies ahead; "held until Tuesday" does not."""
    verb = next((one for one in token.ancestors if one.pos in ("VERB", "AUX")), None)
    if verb is None or verb.lemma in _MOVING or verb.lemma in _GRANTING:
        return 1
    told = _verb_side(verb)
    bound = token.child("pobj")
    # "They voted funds until the end of June": the June that is nearest, on either side.
    by_month = bound is not None and any(one.text in month_name[1:] for one in bound.subtree)
    return None if told == -1 and by_month else told


def _had(token: Token) -> bool:
    """Read "it had been due", "it had been scheduled"; a verb beside it is another matter."""
    above = [token.head] if token.dep in ("acomp", "oprd", "attr", "xcomp") else []
    return any(child.lower == "had" for one in (token, *above) for child in one.children)


def _verb_side(verb: Token) -> int | None:
    """What the form of one verb says; None sends the question on to the verb above."""
    helpers = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
    if helpers & _FUTURE_AUXILIARIES:
        return 1
    if "would" in helpers and "have" not in helpers:
        return 2
    if helpers & _OPEN_AUXILIARIES:
        return -1 if helpers & {"have"} else 1
    if helpers & _ABLE_AUXILIARIES and verb.child("neg") is None:
        return 1
    if helpers & _ABLE_AUXILIARIES:
        return None
    if helpers & _SILENT_AUXILIARIES:
        return None
    if verb.tag == "VBD" or helpers & _PAST_AUXILIARIES:
        return 1 if verb.lemma in words.SCHEDULING and verb.tag != "VBD" else -1
    if helpers & {"has", "have", "'ve"}:
        return -1
    if verb.tag == "VB" and "to" in helpers:
        planned = verb.head is not verb and verb.head.pos in ("VERB", "ADJ", "AUX") and _plans(verb.head)
        if planned and verb.head.lemma == "be" and verb.dep not in ("xcomp", "ROOT", "ccomp"):
            return None
        # "It had been due to end on Friday": that Friday is over.
        return (-1 if _had(verb.head) else 1) if planned else None
    if verb.tag == "VBN":
        return 1 if verb.lemma in words.SCHEDULING else -1
    if verb.tag in ("VBZ", "VBP") and verb.lemma in words.REPORTING:
        return -1
    if verb.tag in ("VBZ", "VBP") and verb.lemma in words.STARTING:
        return 1
    return None


def _plans(token: Token) -> bool:
    return token.lemma in words.PROSPECTIVE
