"""When something named by a word happened or was said: the time that belongs to it by syntax.

Other extractors ask `when_of` for the time of an event's word and `said_when` for the time of
a verb of saying. In "said on Wednesday that forces attacked on Tuesday" each verb has its own.
Unknown is `When()`; an offset from an event ("two days after the truce") stays symbolic: no
ends, and a basis that tells it.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time
from rashomon.model.values import When

_VERBAL = {"VERB", "AUX"}
# Clauses that share the time of the clause above them.
_SHARING = {"conj", "xcomp", "relcl", "acl", "pcomp", "ccomp"}
# … and those that do so only after these words, or with no word at all (a participle).
_ADVERBIAL_MARKS = {"when", "as", "while", "where"}
_REPORTING = {
    "say",
    "tell",
    "report",
    "announce",
    "claim",
    "state",
    "add",
    "deny",
    "confirm",
    "accuse",
    "warn",
    "write",
}


def when_of(analysis: Analysis, found: Found, token: Token) -> When:
    """The time at which what `token` (a verb or noun) names happened; `When()` where it is not told.

    Looked for are, in this order: times that hang on the word itself; for a noun, those
    of its clause; those of a clause that shares its time (a coordinated verb, the verb
    above an infinitive, a "when" clause). A time of a verb of saying never passes to what is said.
    """
    own = _own(analysis, found, token)
    if own:
        return own
    verb = token if token.pos in _VERBAL else _clause(token)
    if verb is not None and verb is not token and _takes_part(token):
        return when_of(analysis, found, verb) if verb.lemma not in _REPORTING else When()
    if verb is None:
        return When()
    return _by_subject(analysis, found, verb) or _shared(analysis, found, verb) or When()


def said_when(analysis: Analysis, found: Found, cue: Token) -> When:
    """When the words of a verb of saying were said.

    The time that hangs on the cue (or on "in an interview on …" below it), else that of
    a cue coordinated with it. Without any, all that is known is that it was said by
    publication: earliest is None.
    """
    for one in (cue, *_coordinated_above(cue)):
        own = _own(analysis, found, one, past=True, spoken=True)
        if own and own.known and own.basis.split(" ", 1)[0] not in _BOUNDS:
            return own
    published = analysis.document.published
    if published.latest is None:
        return When()
    return When(latest=published.latest, granularity="interval", basis=f"said by publication on {published.latest}")


# "Put its losses since 26 January at 13" was not said since then.
_BOUNDS = {"since", "from", "by", "until", "till", "before"}


def _coordinated_above(token: Token) -> Iterator[Token]:
    while token.dep in ("conj", "xcomp") and token.head is not token and token.head.pos in _VERBAL:
        token = token.head
        yield token


def _own(analysis: Analysis, found: Found, token: Token, *, past: bool = False, spoken: bool = False) -> When | None:
    """The time that hangs on a word, with its preposition's bounds; ranges and lists are put together.

    `spoken` is for a verb of saying, whose time may stand below how and to whom it was said.
    """
    sentence = analysis.sentence_of(token)
    near: list[tuple[int, Time, Token | None]] = []
    for time in found.within(Time, sentence.start, sentence.end):
        if time.timex.type == "SET":
            continue
        head = _head(analysis, time)
        instead = _said_then(analysis, time) or (_misparsed(analysis, time, head) if head is not None else None)
        place = _distance(head, token, instead, spoken) if head is not None else None
        if place is not None:
            near.append((place[0], time, place[1]))
    dated = [one for one in near if one[1].when.known]
    if not dated:
        return _offset(analysis, found, token)
    closest = min(distance for distance, _, _ in dated)
    chosen = [(time, by) for distance, time, by in dated if distance <= closest + 1]
    chosen += [(time, None) for time in _listed(analysis, found, chosen[-1][0])]
    return _combined(analysis, chosen, past=past or token.tag == "VBD")


def _head(analysis: Analysis, time: Time) -> Token | None:
    span = time.evidence[0]
    inside = analysis.tokens_in(span.start, span.end)
    numbers = {token.i for token in inside}
    return next((one for one in reversed(inside) if one.head is one or one.head.i not in numbers), None)


def _listed(analysis: Analysis, found: Found, time: Time) -> list[Time]:
    """The times that go on a list or a range begun by `time` ("November 1" … "and 2")."""
    rest = [one for one in found.times if one.evidence[0].start > time.evidence[0].start]
    listed: list[Time] = []
    for one in rest:
        gap = analysis.document.text[(listed or [time])[-1].evidence[0].end : one.evidence[0].start]
        if gap.strip().lower() not in _LINKS or not one.when.known or one.when.granularity != time.when.granularity:
            break
        listed.append(one)
    return listed


_LINKS = {"and", ", and", "to", "-", "–", "—", "until", "through", "till", "or", "&", ","}
_MEETINGS = words("times", "occasions")
# "Said in Tuesday's talks" was said on Tuesday, "said of Tuesday's talks" was not.
_TOPIC = {"of", "about", "over", "regarding", "concerning"}


def _said_then(analysis: Analysis, time: Time) -> Token | None:
    """The verb of saying that a day follows at once: "said on Friday its troops had taken" was said that day."""
    inside = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)
    first, behind = inside[0].i, inside[-1].i + 1
    if behind < len(analysis.tokens) and analysis.tokens[behind].lower in ("'s", "’s"):
        return None
    before = first - 2 if first > 1 and analysis.tokens[first - 1].lower == "on" else first - 1
    verb = analysis.tokens[before] if before >= 0 else inside[0]
    same = verb.sentence == inside[0].sentence and time.timex.type in ("DATE", "TIME")
    return verb if same and verb.pos == "VERB" and verb.lemma in _REPORTING else None


def _misparsed(analysis: Analysis, time: Time, head: Token) -> Token | None:
    """The preposition or verb just before a time that the parser took for part of the next noun.

    "On Monday rebels attacked" and "said Monday rebels attacked" are read as if there
    were "Monday rebels".
    """
    first = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)[0]
    if head.dep not in ("compound", "nmod", "nummod") or head.head.i < head.i or first.i == 0:
        return None
    before = analysis.tokens[first.i - 1]
    if before.tag == "IN" and before.child("pobj") is None:
        return before
    return before if before.pos == "VERB" else None


def _distance(
    head: Token, token: Token, instead: Token | None = None, spoken: bool = False
) -> tuple[int, Token | None] | None:
    """How many steps of syntax lie between a time and the word it belongs to, and its preposition.

    None where another verb, or a noun with a time of its own, stands between. `instead`
    is where the time hangs in truth, when the parser went wrong.
    """
    steps, preposition = 0, None
    one = head
    if one is token:
        return None
    if instead is not None:
        if instead is token:
            return 1, None
        if instead.pos == "VERB":
            return None
        one, steps, preposition = instead, 1, instead
    below = head  # the last noun passed
    while one.head is not one:
        if one.dep == "relcl":
            return None
        one = one.head
        steps += 1
        if one is token:
            return steps, preposition
        if one.pos == "ADP" or one.tag == "IN":
            preposition = preposition or one
        elif one.pos in _VERBAL:
            # "Accused them of arming rebels in remarks to a paper on Monday": the remarks hang on the arming.
            if not (spoken and _is_means(below)):
                return None
        elif one.pos in ("NOUN", "PROPN", "PRON") and one.dep not in ("npadvmod",):
            occasion = one.lemma in _MEETINGS and one.head.lower not in _TOPIC
            through = one.dep == "pobj" and (occasion or _of_time(one) or (spoken and _is_means(one)))
            # "Shot down jets over the river a day earlier" hangs on the river, by mistake.
            through = through or _is_named_subject(one, head) or (head.pos == "ADV" and not one.child("relcl"))
            if not through and one.dep not in ("conj", "appos"):
                return None
            preposition = preposition if preposition and preposition.i < head.i else None
            below = one
    return None


# "Told her by telephone on Thursday", "accused them in remarks to a broadcaster on Monday".
_MEANS = words("times", "means")
_HEARERS = {"to", "with"}


def _is_means(token: Token) -> bool:
    """Whether a noun says by what means, or below it to whom, something was said."""
    if token.head.lower in _TOPIC:
        return False
    if token.lemma in _MEANS and token.head.lower in ("by", "in", "via", "over", "on", "through"):
        return True
    above = token.head.head
    return token.head.lower in _HEARERS and above.lemma in _MEANS


def _is_named_subject(token: Token, time: Token) -> bool:
    """Whether the parser hung on a name the time that stands between it and its verb ("Osk on Monday lowered …")."""
    verb = token.head
    return token.pos == "PROPN" and token.dep == "nsubj" and verb.pos == "VERB" and token.i < time.i < verb.i


def _of_time(token: Token) -> bool:
    """Whether a noun is itself a part of a date ("the night of Friday")."""
    return token.lower in words("times", "units") or token.lower in words("times", "parts")


def _combined(analysis: Analysis, chosen: Sequence[tuple[Time, Token | None]], *, past: bool) -> When:
    """One interval from the times of a clause: the closest one, or both ends of a range."""
    sharpest, by = chosen[0]
    if len(chosen) > 1:
        ends = _range(analysis, [time for time, _ in chosen])
        if ends is not None:
            return ends
        for time, preposition in chosen[1:]:
            if time.when.within(sharpest.when) and time.when != sharpest.when:
                sharpest, by = time, preposition
    return _bounded(analysis, sharpest.when, by, past=past)


def _range(analysis: Analysis, times: Sequence[Time]) -> When | None:
    """From … to …, between … and …, and lists of days: from the first to the last."""
    first, second = times[0], times[-1]
    gap = analysis.document.text[first.evidence[0].end : second.evidence[0].start].strip()
    one, other = first.when, second.when
    if len(times) == 2 and (gap.lower() not in _LINKS or gap == ","):
        return None
    if one.first_day is None or other.last_day is None or one.first_day > other.last_day:
        return None
    return When.between(one.first_day, other.last_day, basis=f"{one.basis} to {other.basis}")


def _bounded(analysis: Analysis, when: When, preposition: Token | None, *, past: bool) -> When:
    """The interval that "since", "by", "until", "before", "after" make of a time."""
    word = preposition.lower if preposition is not None else ""
    published = analysis.document.published.latest if past or word == "since" else None
    basis = f"{word} {when.basis}"
    if word in ("since", "from"):
        return _open(when.earliest, published, basis)
    if word == "after":
        return _open(when.latest, published, basis)
    if word in ("by", "until", "till", "before"):
        return When(latest=when.latest if word != "before" else when.earliest, granularity="interval", basis=basis)
    return when


def _open(earliest: str | None, latest: str | None, basis: str) -> When:
    """From `earliest` on, to `latest` where that is not before it."""
    if earliest and latest and date.fromisoformat(earliest[:10]) > date.fromisoformat(latest[:10]):
        latest = None
    return When(earliest=earliest, latest=latest, granularity="interval", basis=basis)


def _offset(analysis: Analysis, found: Found, token: Token) -> When | None:
    """Read "two days after the truce": known only against an event, so told and left open."""
    sentence = analysis.sentence_of(token)
    for time in found.within(Time, sentence.start, sentence.end):
        head = _head(analysis, time) if time.timex.type == "DURATION" else None
        by = _offset_word(head) if head is not None else None
        if by is None or by is token:
            continue
        clause = by.head if by.dep == "mark" else by
        if clause.head is token or (clause.head.head is token and clause.head.pos == "ADP"):
            event = analysis.span([one for one in clause.subtree if one.i > by.i])
            if event is not None:
                return When(basis=f"'{time.evidence[0].text}' {by.lower} '{event.text}'")
    return None


def _offset_word(head: Token) -> Token | None:
    """The "after" or "before" that a length of time measures from, as the parser hangs it: above it, or beside it."""
    if head.dep == "pobj":
        return None  # "after three decades of talks" measures from nothing
    if head.head.lower in _OFFSETS:
        return head.head
    beside = [one for one in head.head.children if one.lower in _OFFSETS and one.i == head.i + 1]
    below = [one for one in head.children if one.lower in _OFFSETS]
    return next(iter(beside + below), None)


_OFFSETS = {"after", "before"}


def _clause(token: Token) -> Token | None:
    return next((one for one in token.ancestors if one.pos in _VERBAL), None)


def _takes_part(noun: Token) -> bool:
    """Whether a noun is part of what its clause tells ("came under fire on Monday"), not a remark beside it."""
    return noun.dep in ("dobj", "nsubjpass", "nsubj", "pobj", "attr", "conj")


def _by_subject(analysis: Analysis, found: Found, verb: Token) -> When | None:
    """The time of what caused it: "Friday's attack killed …"."""
    subject = verb.child("nsubj")
    if subject is None or subject.pos != "NOUN" or verb.lemma not in words("times", "outcomes"):
        return None
    return _own(analysis, found, subject)


def _shared(analysis: Analysis, found: Found, verb: Token) -> When | None:
    """The time of a clause below ("when …") or above that happens with this one."""
    for clause in verb.all("advcl"):
        if verb.tag in ("VBZ", "VBP") and clause.tag == "VBD":
            continue  # "hides its dead, as it did in 2009"
        if any(child.lower in _ADVERBIAL_MARKS for child in clause.children if child.dep in ("mark", "advmod")):
            told = _own(analysis, found, clause)
            if told:
                return told
    above = verb.head
    if above is verb:
        return None
    marks = {child.lower for child in verb.children if child.dep in ("mark", "advmod")}
    if verb.dep == "advcl":
        shares = bool(marks & _ADVERBIAL_MARKS) or (verb.tag in ("VBG", "VBN") and not marks)
    else:
        shares = verb.dep in _SHARING
    if not shares or (above.lemma in _REPORTING and verb.dep != "conj"):
        return None
    if verb.dep == "conj" and _has_future(verb) != _has_future(above):
        return None
    if above.pos in _VERBAL or verb.dep in ("relcl", "acl"):
        return _own(analysis, found, above) or (_shared(analysis, found, above) if above.pos in _VERBAL else None)
    return None


def _has_future(verb: Token) -> bool:
    return any(child.dep == "aux" and child.lower in ("will", "would", "'ll", "shall") for child in verb.children)
