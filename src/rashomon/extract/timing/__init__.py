"""When something named by a word happened or was said: the time that belongs to it by syntax.

Other extractors ask `when_of` for the time of an event's word and `said_when` for the time of
a verb of saying. In "said on Wednesday that forces attacked on Tuesday" each verb has its own.
Unknown is `When()`; an offset from an event ("two days after the truce") stays symbolic: no
ends, and a basis that tells it.
"""

from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.extract.timing.bounds import combined, listed
from rashomon.extract.timing.offsets import offset
from rashomon.extract.timing.places import distance, head_of_time, misparsed, said_then
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time
from rashomon.model.values import When

_VERBAL = {"VERB", "AUX"}
# Clauses that share the time of the clause above them.
_SHARING = {"conj", "xcomp", "relcl", "acl", "pcomp", "ccomp"}
# … and those that do so only after these words, or with no word at all (a participle).
_ADVERBIAL_MARKS = {"when", "as", "while", "where"}
_SAYING = words("times", "saying")


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
        return when_of(analysis, found, verb) if verb.lemma not in _SAYING else When()
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
        head = head_of_time(analysis, time)
        instead = said_then(analysis, time) or (misparsed(analysis, time, head) if head is not None else None)
        place = distance(head, token, instead, spoken) if head is not None else None
        if place is not None:
            near.append((place[0], time, place[1]))
    dated = [one for one in near if one[1].when.known]
    if not dated:
        return offset(analysis, found, token)
    closest = min(distance for distance, _, _ in dated)
    chosen = [(time, by) for distance, time, by in dated if distance <= closest + 1]
    chosen += [(time, None) for time in listed(analysis, found, chosen[-1][0])]
    return combined(analysis, chosen, past=past or token.tag == "VBD")


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
    if not shares or (above.lemma in _SAYING and verb.dep != "conj"):
        return None
    if verb.dep == "conj" and _has_future(verb) != _has_future(above):
        return None
    if above.pos in _VERBAL or verb.dep in ("relcl", "acl"):
        return _own(analysis, found, above) or (_shared(analysis, found, above) if above.pos in _VERBAL else None)
    return None


def _has_future(verb: Token) -> bool:
    return any(child.dep == "aux" and child.lower in ("will", "would", "'ll", "shall") for child in verb.children)
