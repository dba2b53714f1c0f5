"""Truces of which a phrase beside their name says that they hold: "the accord, in force since noon", "in effect …"."""

from collections.abc import Iterator, Sequence

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.frames import nouns_after
from rashomon.extract.events.kinds import is_a, is_definite
from rashomon.extract.events.patterns import Pattern, things
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Time

_KEPT = Pattern(type="RETREAT", mode="ceasefire", name="truce kept", word="force")
_FORCE = frozenset({"force", "effect", "operation", "vigour", "vigor"})
_STATES = frozenset({"operative", "effective", "applicable", "binding"})
_FROM = frozenset({"since", "from", "as"})
# Papers that are a truce where their report has told of one.
_PAPERS = frozenset(
    {"agreement", "accord", "deal", "protocol", "declaration", "arrangement", "pact", "understanding", "instrument"}
    | {"memorandum", "minutes", "compact", "document", "undertaking", "commitment", "convention"}
)
# How many words may stand between such a phrase and the truce it opens a sentence for.
_NEAR = 4
# How many words back a truce may have been told of.
_FAR = 400


def in_force(analysis: Analysis, found: Found, tokens: Sequence[Token], told: Sequence[Deed]) -> Iterator[Deed]:
    """Yield the truces that a sentence says, beside their names, to be in force since some time."""
    known = {one.i for deed in told for one in deed.cue}
    yield from _holding(analysis, tokens, known)
    for n, token in enumerate(tokens[:-1]):
        cue = _phrase(tokens, n)
        if not cue or token.i in known or tokens[n + len(cue)].lower not in _FROM:
            continue
        after = tokens[n + len(cue)]
        if not found.within(Time, after.start, after.end + _TIME):
            continue
        truce = _before(tokens, n) or _opened(tokens, n) or _told(token)
        if truce is not None and _is_truce(analysis, truce):
            yield Deed(cue[-1], cue, _KEPT)


def _holding(analysis: Analysis, tokens: Sequence[Token], known: set[int]) -> Iterator[Deed]:
    """The truces of which it is told that they are "by and large holding", "for the most part being respected".

    Such adverbs take the parse apart, so that the words are read in a row: how far stands between "is" and the verb.
    """
    for n, token in enumerate(tokens):
        if token.lower not in _HOLDING or token.i in known:
            continue
        before = tokens[max(0, n - _FEW) : n]
        at = next((i for i, one in enumerate(before) if one.lower in _BEING), None)
        between = {one.lower for one in before[at + 1 :]} if at is not None else set()
        if not between & _BY_MUCH or between & (_NOT | {";"}):
            continue
        told = [one for one in tokens if one.i < before[at or 0].i and _is_main(one)]
        truce = next((one for one in reversed(told) if one.dep in ("nsubj", "nsubjpass")), None)
        if truce is None or not _is_truce(analysis, truce) or _is_unkept(tokens, n, truce):
            continue
        if not any(one.dep == "relcl" and one.head is not truce for one in (token, *token.ancestors)):
            yield Deed(token, [token], _KEPT)


def _is_unkept(tokens: Sequence[Token], n: int, truce: Token) -> bool:
    """Whether the words from a truce to a verb deny it ("no longer", "supposed to be"), or it is another "kept".

    What is "kept secret", "kept from the public" or "held to be a failure" is not therefore observed.
    """
    stretch = [one.lower for one in tokens[:n] if one.i > truce.i]
    if set(stretch) & (_NOT | _UNDONE) or ("far", "from") in zip(stretch, stretch[1:], strict=False):
        return True
    if tokens[n].lower not in ("kept", "held") or n + 1 == len(tokens):
        return False
    after = tokens[n + 1]
    return after.pos not in ("PUNCT", "CCONJ") and after.lower not in _STILL


_UNDONE = frozenset({"no", "nothing", "anything", "supposed", "meant", "expected", "without", "failed", "cannot"})
# What may follow "kept" or "held" where that means observed ("was largely kept on both banks").
_STILL = frozenset({"by", "since", "on", "along", "despite", "across", "until", "throughout", "after"})


def _is_main(noun: Token) -> bool:
    """Whether a subject is not that of a clause inside its sentence ("in which nine men died", "officers said")."""
    return noun.head.dep not in ("relcl", "advcl", "parataxis") or noun.head.i < noun.i


_HOLDING = frozenset({"holding", "held", "respected", "observed", "kept", "honoured", "honored", "upheld"})
_BEING = frozenset({"is", "was", "being", "been", "are", "were"})
# How many words may stand between "is" and what a truce does.
_FEW = 10
# How far it is kept: without such a word the parse stands, and the lexicon's frames tell.
_BY_MUCH = frozenset({"large", "part", "largely", "broadly", "mostly", "generally", "whole", "mainly", "widely"})
_NOT = frozenset({"not", "never", "hardly", "barely", "scarcely", "n't", "nowhere", "if", "whether"})
# Characters after "since" within which its time must begin and end.
_TIME = 40


def _phrase(tokens: Sequence[Token], n: int) -> list[Token]:
    """The words "in force", "operative" from a place on; none where they do not stand there."""
    one = tokens[n]
    if one.lower == "in" and n + 2 < len(tokens) and tokens[n + 1].lower in _FORCE:
        return [one, tokens[n + 1]]
    return [one] if one.lower in _STATES and n + 1 < len(tokens) else []


def _before(tokens: Sequence[Token], n: int) -> Token | None:
    """The noun before a comma after which the phrase stands."""
    return tokens[n - 2] if n > 1 and tokens[n - 1].text == "," and tokens[n - 2].pos in ("NOUN", "PROPN") else None


def _opened(tokens: Sequence[Token], n: int) -> Token | None:
    """The subject of a sentence that the phrase opens ("In force since noon, the accord …")."""
    if n:
        return None
    comma = next((one for one, token in enumerate(tokens) if token.text == ","), len(tokens))
    nouns = [one for one in tokens[comma + 1 : comma + 1 + _NEAR] if one.pos in ("NOUN", "PROPN")]
    return next((one for one in nouns if one.dep in ("nsubj", "nsubjpass")), None)


def _told(phrase: Token) -> Token | None:
    """The subject of which the phrase is told ("the Protocol has been in force since noon")."""
    verb = phrase.head
    if verb.lemma not in ("be", "remain", "come", "enter") or verb.child("neg") is not None or verb.all("mark"):
        return None
    return verb.child("nsubj")


def _is_truce(analysis: Analysis, noun: Token) -> bool:
    if is_a(noun, things("truce")):
        return True
    if noun.lemma.lower() not in _PAPERS or not is_definite(noun) or _is_of_another_matter(noun):
        return False
    return any(one.lemma.lower() in things("truce") for one in analysis.tokens[max(0, noun.i - _FAR) : noun.i + _FAR])


def _is_of_another_matter(paper: Token) -> bool:
    """Whether a paper says that it is no truce ("the convention on mines", "the commitment to pay", "trade accord")."""
    if any(one.tag == "VB" and one.lemma not in _CALMING for one in paper.all("acl", "relcl")):
        return True
    on = nouns_after(paper, "on", "for", "about")
    beside = [one for one in paper.all("compound") if one.pos == "NOUN" and one.lower not in _OF_PEACE]
    return any(not is_a(one, things("truce")) and one.lower not in _OF_PEACE for one in (*on, *beside))


_CALMING = frozenset({"end", "stop", "cease", "halt", "suspend", "observe", "keep", "silence", "hold", "respect"})
_OF_PEACE = frozenset({"peace", "halt", "cessation", "end", "suspension", "disengagement", "separation", "withdrawal"})
