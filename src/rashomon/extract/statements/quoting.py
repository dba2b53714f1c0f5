"""Who quotes whom: "quoted X as saying", "citing X, the agency reported", and two tags in a row."""

from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.extract.statements.drafts import Draft, Place, place_below, takes_of
from rashomon.extract.statements.relays import is_carrier
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

_QUOTING = ("quote", "cite")
# What may stand beside speaker and verb in a clause that is nothing but a tag ("the agency reported on Friday").
_BESIDE = frozenset(
    {"prep", "pobj", "npadvmod", "advmod", "det", "compound", "amod", "punct", "nummod", "poss", "case"}
)


def quoting(analysis: Analysis, found: Found, told: list[Draft]) -> list[Draft]:
    """The drafts with speakers and carriers told apart where somebody quotes another."""
    told = told + list(_quoted_as(analysis, told))
    dropped = {id(one) for draft in told for one in _cited(analysis, found, draft, told)}
    for draft in told:
        _in_a_row(analysis, draft, told)
    return [draft for draft in told if id(draft) not in dropped]


def _quoted_as(analysis: Analysis, told: list[Draft]) -> Iterator[Draft]:
    """Set the speaker of "quoted X as saying"; a draft of its own where the words stand before it."""
    for verb in analysis.tokens:
        if verb.lemma not in _QUOTING or verb.tag[:2] != "VB":
            continue
        saying = _as_saying(verb)
        if saying is None or verb.child("neg") is not None:
            continue
        passive = verb.child("auxpass") is not None
        speaker = verb.child("nsubjpass") if passive else verb.child("dobj")
        carrier = _agent(verb, saying) if passive else verb.child("nsubj")
        if speaker is None:
            continue
        source = Source.of(speaker, without=saying.head)
        carriers = [Source.of(carrier)] if carrier is not None else []
        known = next((draft for draft in told if saying in draft.cue), None)
        if known is not None:
            known.source, known.carriers = source, carriers
        elif (place := _before(analysis, verb)) is not None:
            act = (takes_of(saying) or {})["clause"]
            yield Draft(cue=[saying], act=act, source=source, content=[place], rule="tag", carriers=carriers)


def _as_saying(verb: Token) -> Token | None:
    """The verb of speech in "quoted X as saying", wherever the parser hung it."""
    for one in verb.subtree:
        if one.lower == "as" and one.dep in ("prep", "mark") and one.i > verb.i and one.head.i >= verb.i:
            saying = one.child("pcomp")
            if saying is not None and saying.tag == "VBG" and "clause" in (takes_of(saying) or {}):
                return saying
    return None


def _agent(verb: Token, saying: Token) -> Token | None:
    """Who quotes, in the passive: "was quoted by Reuters as saying", "was quoted as saying by Reuters"."""
    for one in (verb, saying):
        by = one.child("agent") or next((each for each in one.all("prep") if each.lower == "by"), None)
        if by is not None:
            return by.child("pobj")
    return None


def _before(analysis: Analysis, verb: Token) -> Place | None:
    """What stands before a tag "…, X quoted Y as saying": a quotation, else the clause."""
    sentence = analysis.sentence_of(verb)
    subject = verb.child("nsubj", "nsubjpass")
    first = subject.subtree[0] if subject is not None else verb
    quotes = [one for one in analysis.quotes if one.start < first.start and one.closing > sentence.start]
    if quotes and quotes[-1].closing <= first.start and quotes[-1].end > sentence.start:
        return quotes[-1].start, quotes[-1].end
    clause = verb.child("ccomp")
    return place_below(clause) if clause is not None and clause.i < first.i else None


def _cited(analysis: Analysis, found: Found, draft: Draft, told: list[Draft]) -> Iterator[Draft]:
    """Make who is cited the speaker of what an outlet reports; yields the drafts that this tells already."""
    verb = draft.verb
    if verb is None or len(draft.source.heads) != 1:
        return
    head = draft.source.heads[0]
    if not is_carrier(analysis, found, head) and head.lower != "it":
        return
    for citing in [*verb.all("advcl"), *head.all("acl")]:
        cited = citing.child("dobj")
        if citing.lemma not in _QUOTING or citing.tag != "VBG" or cited is None or _as_saying(citing):
            continue
        if not _can_speak(found, cited):
            continue
        draft.carriers, draft.source = [_without(draft.source, citing)], Source.of(cited)
        draft.content = [place for one in draft.content for place in _around(one, citing)]
        yield from (other for other in told if citing in other.cue)
        return


def _without(source: Source, clause: Token) -> Source:
    below = {one.i for one in clause.subtree}
    return Source(source.heads, tuple(one for one in source.tokens if one.i < min(below)))


def _around(place: Place, clause: Token) -> Iterator[Place]:
    """A place without the clause that tells who is cited: "…, it said, citing the ministry, and the town fell"."""
    below = clause.subtree
    start, end = below[0].start, below[-1].end
    if not place[0] <= start < place[1]:
        yield place
        return
    if place[0] < start:
        yield place[0], start
    if end < place[1]:
        yield end, place[1]


def _can_speak(found: Found, head: Token) -> bool:
    """Whether what is cited is somebody, or what somebody wrote; not a fact ("citing the cold")."""
    if found.mention_of(head) is not None:
        return True
    lemma = head.lemma.lower()
    return any(lemma in words("speech", group) for group in ("papers", "offices", "carriers", "informants"))


def _in_a_row(analysis: Analysis, inner: Draft, told: list[Draft]) -> None:
    """Give the words before two tags to the first: "…, the ministry said, the Sol agency reported"."""
    if inner.rule != "clause" or len(inner.content) != 1:
        return
    start, end = inner.content[0]
    for outer in told:
        if outer.rule != "tag" or outer is inner or not outer.source.heads or len(outer.content) != 1:
            continue
        if not (start <= outer.source.tokens[0].start <= start + 1 and start <= outer.place[0] < end):
            continue
        first = min([*inner.source.tokens, *inner.cue], key=lambda one: one.i)
        if not outer.content[0][0] < first.start < outer.content[0][1] or not _is_bare(analysis, outer, end):
            continue
        last = analysis.tokens[first.i - 1]
        while last.pos == "PUNCT" and last.start > outer.content[0][0]:
            last = analysis.tokens[last.i - 1]
        inner.content, inner.rule = [(outer.content[0][0], last.end)], "tag"
        return


def _is_bare(analysis: Analysis, tag: Draft, end: int) -> bool:
    """Whether from a tag's speaker up to `end` nothing is told but who speaks, and when."""
    own = {one.i for one in (*tag.source.tokens, *tag.cue)}
    rest = (one for one in analysis.tokens_in(tag.source.tokens[0].start, end) if one.i not in own)
    return all(one.dep in _BESIDE for one in rest)
